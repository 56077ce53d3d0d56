"""Images, recordings, the web: uses that a type checker must accept, and their types. Never run."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from apertis import (
    Apertis,
    AsyncApertis,
    AsyncStream,
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessageParam,
    ImageURLContentPartDict,
    InputAudioContentPartDict,
    Stream,
    VideoURLContentPartDict,
    audio_part,
    image_part,
    video_part,
)

PATH = Path("cat.png")


def ask_about_images(client: Apertis, *, maybe: bool) -> None:
    ask = client.chat.completions.create_with_image
    assert_type(ask("m", "Hi", "cat.png"), ChatCompletion)
    assert_type(ask("m", "Hi", PATH, detail="high", system="Be short."), ChatCompletion)
    assert_type(ask("m", "Hi", [b"GIF89a", bytearray(), memoryview(b""), PATH]), ChatCompletion)
    assert_type(ask("m", "Hi", ("a.png", "b.png"), max_tokens=9, deadline=5), ChatCompletion)
    assert_type(ask(model="m", prompt="Hi", image=b"", stream=False), ChatCompletion)
    assert_type(ask("m", "Hi", PATH, stream=True), Stream[ChatCompletionChunk])
    assert_type(ask("m", "Hi", PATH, stream=maybe), ChatCompletion | Stream[ChatCompletionChunk])
    with ask("m", "Hi", PATH, stream=True) as stream:
        for chunk in stream:
            assert_type(chunk, ChatCompletionChunk)


def ask_about_recordings(client: Apertis, *, maybe: bool) -> None:
    ask = client.chat.completions.create_with_audio
    assert_type(ask("m", "Hi", "talk.mp3"), ChatCompletion)
    assert_type(ask("m", "Hi", b"", audio_format="pcm16", output_voice="alloy"), ChatCompletion)
    answer = ask("m", "Hi", PATH, output_voice={"id": "v"}, output_format="mp3", top_p=0.5)
    assert_type(answer, ChatCompletion)
    audio = answer.choices[0].message.audio
    assert_type(audio.data if audio else None, str | None)
    assert_type(ask("m", "Hi", PATH, stream=True), Stream[ChatCompletionChunk])
    assert_type(ask("m", "Hi", PATH, stream=maybe), ChatCompletion | Stream[ChatCompletionChunk])


def search(client: Apertis, *, maybe: bool) -> None:
    ask = client.chat.completions.create_with_web_search
    assert_type(ask("What is new?"), ChatCompletion)
    answer = ask(
        "What is new?",
        model="gpt-4o-search-preview",
        context_size="high",
        allowed_domains=["example.com"],
        country="FR",
        city="Lyon",
        region="Rhône",
        system="Be short.",
        extra_body={"x": 1},
    )
    assert_type(answer, ChatCompletion)
    assert_type(ask("What is new?", stream=True), Stream[ChatCompletionChunk])
    assert_type(ask("What is new?", stream=maybe), ChatCompletion | Stream[ChatCompletionChunk])


async def ask_asynchronously(client: AsyncApertis, *, maybe: bool) -> None:
    its = client.chat.completions
    assert_type(await its.create_with_image("m", "Hi", PATH), ChatCompletion)
    assert_type(await its.create_with_audio("m", "Hi", PATH), ChatCompletion)
    assert_type(await its.create_with_web_search("Hi"), ChatCompletion)
    assert_type(
        await its.create_with_image("m", "Hi", PATH, stream=True), AsyncStream[ChatCompletionChunk]
    )
    assert_type(
        await its.create_with_audio("m", "Hi", PATH, stream=maybe),
        ChatCompletion | AsyncStream[ChatCompletionChunk],
    )
    async for chunk in its.create_with_audio("m", "Hi", PATH, stream=True):
        assert_type(chunk, ChatCompletionChunk)
    async with its.create_with_web_search("Hi", stream=True) as stream:
        assert_type(stream, AsyncStream[ChatCompletionChunk])


def write_messages_by_hand(client: Apertis) -> None:
    image = image_part("https://example.com/cat.png", detail="low")
    assert_type(image, ImageURLContentPartDict)
    assert_type(audio_part(PATH, audio_format="wav"), InputAudioContentPartDict)
    assert_type(video_part(b""), VideoURLContentPartDict)
    message: ChatCompletionMessageParam = {
        "role": "user",
        "content": [
            {"type": "text", "text": "Hi"},
            image,
            image_part(b"GIF89a", detail=None),
            audio_part("talk.mp3"),
            video_part(PATH),
        ],
    }
    client.chat.completions.create(model="m", messages=[message])
    client.chat.completions.create(
        model="m", messages=[{"role": "user", "content": [image_part(PATH), video_part(PATH)]}]
    )
