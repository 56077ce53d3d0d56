"""The other endpoints: mistakes that a type checker must report, as in `wrong_uses`."""

# ruff: noqa: B018  an expression that is only looked at is enough here

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apertis import Apertis, AsyncApertis


def wrong_arguments(client: Apertis) -> None:
    client.embeddings.create(model="m")  # error
    client.embeddings.create(model="m", input=[1.5])  # error
    client.embeddings.create(model="m", input="a", batch_size="2")  # error
    client.rerank.create(model="m", query="q", documents=[1])  # error
    client.models.recommend(task=1)  # error
    client.audio.speech.create(model="m", input="Hi")  # error
    client.audio.transcriptions.create(file=7, model="m")  # error
    client.audio.transcriptions.create(file=io.StringIO("a"), model="m")  # error
    client.audio.transcriptions.create(file=b"", model="m", response_format=1)  # error
    client.audio.translations.create(file=b"", model="m", language="en")  # error
    client.images.edit(image=[1], prompt="A")  # error
    client.videos.create(model="m", prompt="A")  # error
    client.videos.wait("id", interval="5")  # error
    client.videos.wait("id", on_progress=lambda: None)  # error


def wrong_paths(client: Apertis) -> None:
    client.get(5)  # error
    client.get("/a", {"b": 1})  # error
    client.get("/a", query=["b"])  # error
    client.post("/a", bdy={})  # error
    client.post("/a", files=["b"])  # error
    client.post("/a", body={}, timeout="5")  # error


def wrong_results(client: Apertis) -> None:
    client.audio.transcriptions.create(file=b"", model="m", response_format="srt").text  # error
    client.audio.transcriptions.create(file=b"", model="m").upper()  # error
    client.videos.download_content("id").content  # error
    client.audio.speech.create(model="m", input="Hi", voice="nova").text  # error


async def forgotten(client: AsyncApertis) -> None:
    client.videos.wait("id").status  # error
    client.embeddings.create(model="m", input="a").data  # error
