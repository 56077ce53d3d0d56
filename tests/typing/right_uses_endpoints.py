"""The same for the other endpoints. Never run."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, assert_type

import numpy as np
from numpy.typing import NDArray

from apertis import (
    Apertis,
    APIResponse,
    AsyncApertis,
    AsyncStream,
    BillingCredits,
    BinaryContent,
    Character,
    ChatCompletion,
    ChatCompletionChunk,
    Embedding,
    EmbeddingResponse,
    ImagesResponse,
    JSONObject,
    Recommendation,
    RerankResponse,
    Stream,
    Transcription,
    Video,
)


def embeddings(client: Apertis, texts: list[str]) -> None:
    response = client.embeddings.create(model="m", input=texts, batch_size=2048, dimensions=256)
    assert_type(response, EmbeddingResponse)
    assert_type(list(response), list[Embedding])
    assert_type(response.data[0].embedding, list[float])
    assert_type(response.data[0].numpy(), NDArray[np.float32])
    assert_type(response.usage.total_tokens, int)
    client.embeddings.create(model="m", input=[[1, 2], [3]], encoding_format="float")


def plain(client: Apertis) -> None:
    ranked = client.rerank.create(model="m", query="q", documents=("a", "b"), top_n=1)
    assert_type(ranked, RerankResponse)
    assert_type(ranked.results[0].relevance_score, float)
    assert_type(client.models.recommend(task="coding", budget="low"), Recommendation)
    assert_type(client.billing.credits(timeout=5), BillingCredits)


def sound(client: Apertis) -> None:
    create = client.audio.speech.create
    assert_type(create(model="m", input="Hi", voice="nova"), BinaryContent)
    assert_type(create(model="m", input="Hi", voice={"id": "v_1"}).content, bytes)
    speech = client.audio.speech.with_streaming_response
    with speech.create(model="m", input="Hi", voice="a new one", response_format="wav") as unread:
        unread.stream_to_file(Path("a.wav"))
        for piece in unread.iter_bytes(1024):
            assert_type(piece, bytes)


def recordings(client: Apertis, some_format: str) -> None:
    create = client.audio.transcriptions.create
    assert_type(create(file="a.mp3", model="m"), Transcription)
    assert_type(create(file=Path("a.mp3"), model="m", response_format="json"), Transcription)
    assert_type(create(file=b"", model="m", response_format="srt"), str)
    assert_type(create(file=io.BytesIO(), model="m", response_format="text"), str)
    assert_type(create(file=("a.mp3", b""), model="m", response_format="vtt"), str)
    either = create(file=("a", b"", "audio/mpeg"), model="m", response_format=some_format)
    assert_type(either, Transcription | str)
    with Path("a.mp3").open("rb") as file:
        client.audio.translations.create(file=file, model="m", response_format="verbose_json")
    raw = client.audio.translations.with_raw_response.create(
        file=b"", model="m", response_format="srt"
    )
    assert_type(raw, APIResponse[str])


def images(client: Apertis) -> None:
    response = client.images.generate(prompt="A", size="1024x1024", n=2)
    assert_type(response, ImagesResponse)
    response.data[0].save("a.png")
    edited = client.images.edit(
        image=["a.png", b"", ("b.png", b"")], prompt="A", mask=Path("m.png")
    )
    assert_type(edited, ImagesResponse)


def videos(client: Apertis) -> None:
    video = client.videos.create(model="m", prompt="A", seconds="8", size="1280x720")
    assert_type(video, Video)
    assert_type(client.videos.wait(video.id, interval=5, timeout=60, on_progress=True), Video)
    client.video.wait(video.id, on_progress=lambda job: print(job.progress))
    assert_type(client.videos.download_content(video.id), Video | BinaryContent)
    assert_type(client.videos.remix(video.id, prompt="B"), Video)
    assert_type(client.video.query(id=video.id), Video)
    character = client.videos.characters.create(from_task=video.id, timestamps="1,3")
    assert_type(character, Character)


class Mine:
    """A type of an application."""


def paths(client: Apertis, stream: bool) -> None:
    assert_type(client.get("/files", query={"limit": 5}), Any)
    assert_type(client.post("/responses", body={}, answer=ChatCompletion), ChatCompletion)
    assert_type(client.put("/a", body=[1], answer=Mine, timeout=5, deadline=9), Mine)
    assert_type(client.patch("/a", answer=bytes), bytes)
    assert_type(client.delete("/a", answer=list[Mine]), list[Mine])
    assert_type(client.post("/files", files={"file": b"", "more": ["a", b""]}), Any)
    assert_type(client.post("/a", body={}, stream=True), Stream[JSONObject])
    chunks = client.post("/a", body={}, answer=ChatCompletionChunk, stream=True)
    assert_type(chunks, Stream[ChatCompletionChunk])
    assert_type(client.post("/a", body={}, stream=stream), Any)
    assert_type(client.with_raw_response.get("/a", answer=Mine), APIResponse[Mine])
    with client.with_streaming_response.get("/a", answer=Mine) as unread:
        assert_type(unread.parse(), Mine)
    for each in client.get("/events", stream=True):
        assert_type(each["type"], Any)


async def asynchronous_paths(client: AsyncApertis) -> None:
    assert_type(await client.get("/files"), Any)
    assert_type(await client.post("/a", body={}, answer=Mine), Mine)
    assert_type(await client.post("/a", body={}, stream=True), AsyncStream[JSONObject])
    async for each in client.post("/a", answer=ChatCompletionChunk, stream=True):
        assert_type(each, ChatCompletionChunk)
    async with client.post("/a", stream=True) as stream:
        assert_type(stream, AsyncStream[JSONObject])
    assert_type(await client.with_raw_response.get("/a", answer=Mine), APIResponse[Mine])
    async with client.with_streaming_response.get("/a", answer=Mine) as unread:
        assert_type(await unread.parse(), Mine)


async def asynchronous(client: AsyncApertis) -> None:
    assert_type(await client.embeddings.create(model="m", input="a"), EmbeddingResponse)
    async for embedding in client.embeddings.create(model="m", input=["a"], batch_size=1):
        assert_type(embedding, Embedding)
    text = await client.audio.transcriptions.create(file=b"", model="m", response_format="srt")
    assert_type(text, str)
    assert_type(await client.videos.wait("id", timeout=60), Video)
    speech = client.audio.speech.with_streaming_response
    async with speech.create(model="m", input="Hi", voice="nova") as unread:
        await unread.stream_to_file("a.mp3")
