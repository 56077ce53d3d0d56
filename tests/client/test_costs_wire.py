"""Budgets of what calls cost over our own connections, as counts of calls of Python functions."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import apertis
import apertis_client
from apertis import Apertis, AsyncApertis
from apertis_client._runtime import json_text
from benchmarks.payloads import CHUNK_KINDS, QUESTION, events, large_completion
from tests.drivers import KEY
from tests.server import Server, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

FILES_OF_A_CALL = 18  # of ours
# Those of asyncio included. In brackets: counted in 2026.
CALLS_FOR_A_CALL = 160  # (134)
CALLS_FOR_AN_ASYNC_CALL = 400  # (322, with what begins and ends an event loop's turn)
CALLS_FOR_ONE_OF_MANY = 240  # (200)
CALLS_FOR_A_CHUNK = 30  # (15 to 24)
BYTES_PER_CHUNK = 40  # that a stream keeps (5 of text alone, 11 with usage)
MEMORY_OF_A_BODY = 1.2  # over that of `json.loads`


@pytest.fixture(autouse=True)
def _without_opentelemetry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out tracing, as in a program that does not import OpenTelemetry."""
    monkeypatch.delitem(sys.modules, "opentelemetry.trace", raising=False)


def entered(work: Callable[[], object]) -> list[str]:
    """Return the file of each Python function that this thread calls while `work` runs."""
    files: list[str] = []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            files.append(frame.f_code.co_filename)

    before = sys.getprofile()
    gc.collect()
    gc.disable()  # garbage of other tests must not be collected meanwhile
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return files[1:]  # without `work` itself


def calls(work: Callable[[], object]) -> int:
    """Return how many Python functions this thread calls or resumes while `work` runs."""
    return len(entered(work))


@pytest.fixture
def client(server: Server) -> Iterator[Apertis]:
    with Apertis(api_key=KEY, base_url=server.url, max_retries=0) as made:
        yield made


FIRST_CALLS = """
import contextlib, sys
with contextlib.suppress(ImportError):
    import orjson  # what this loads is its own
before = set(sys.modules)
from apertis import Apertis, AsyncApertis

client, _ = (each(api_key="sk", base_url=sys.argv[1]) for each in (Apertis, AsyncApertis))
question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
client.chat.completions.create(**question)
for _ in client.chat.completions.create(stream=True, **question):
    pass
print(*(set(sys.modules) - before))
"""


def test_first_calls_load_little(server: Server) -> None:
    """A sync program loads no event loop, no HTTP library, and no models but those of its calls."""
    server.answer(json_reply(completion()), event_stream(*events(3)))
    environment = {name: each for name, each in os.environ.items() if "proxy" not in name.lower()}
    command = [sys.executable, "-c", FIRST_CALLS, server.url]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    loaded = set(done.stdout.split())

    assert "apertis_client.models.chat_completion_chunk" in loaded
    assert not loaded & {"asyncio", "attr", "httpx", "inspect", "pathlib", "uuid"}
    assert not {each for each in loaded if each.endswith("_event") and "models" in each}


def test_a_call(server: Server, client: Apertis) -> None:
    """A small call stays within its budget."""
    server.answer(*[json_reply(completion())] * 2)
    client.chat.completions.create(**QUESTION)

    assert calls(lambda: client.chat.completions.create(**QUESTION)) <= CALLS_FOR_A_CALL


def test_a_call_enters_few_files(server: Server, client: Apertis) -> None:
    """Who follows a small call, step by step, reads few files of ours."""
    server.answer(*[json_reply(completion())] * 2)
    client.chat.completions.create(**QUESTION)
    files = entered(lambda: client.chat.completions.create(**QUESTION))
    places = [str(Path(str(each.__file__)).parent) for each in (apertis, apertis_client)]
    ours = {file for file in files if file.startswith(tuple(places))}

    assert len(ours) <= FILES_OF_A_CALL, sorted(ours)


@pytest.mark.parametrize(
    ("many", "budget"), [(1, CALLS_FOR_AN_ASYNC_CALL), (50, CALLS_FOR_ONE_OF_MANY)]
)
def test_async_calls(server: Server, many: int, budget: int) -> None:
    """Async calls stay within their budget, one by one and many at once."""
    server.answer(*[json_reply(completion())] * 2 * many)
    client = AsyncApertis(api_key=KEY, base_url=server.url, max_retries=0)

    async def call() -> None:
        await asyncio.gather(*(client.chat.completions.create(**QUESTION) for _ in range(many)))

    with asyncio.Runner() as runner:
        runner.run(call())
        cost = calls(lambda: runner.run(call()))
        runner.run(client.close())

    assert cost / many <= budget


def read(server: Server, client: Apertis, kind: str, chunks: int) -> int:
    """Return the calls that reading a stream of so many chunks costs, each written by itself."""
    server.answer(event_stream(*events(chunks, kind)))
    stream: Any = client.chat.completions.create(**QUESTION, stream=True)
    return calls(lambda: list(stream))


@pytest.mark.parametrize("kind", ["", *CHUNK_KINDS])
def test_a_chunk_of_each_kind(server: Server, client: Apertis, kind: str) -> None:
    """A chunk of a stream stays within its budget, whatever it has beside its text."""
    read(server, client, kind, 20)
    cost = (read(server, client, kind, 300) - read(server, client, kind, 100)) / 200

    assert cost <= CALLS_FOR_A_CHUNK


@pytest.mark.parametrize("kind", ["", "usage"])
def test_the_memory_of_a_long_stream(server: Server, client: Apertis, kind: str) -> None:
    """What a stream keeps of each chunk, to give the whole at its end, is a fraction of it."""

    def kept(chunks: int) -> int:
        server.answer(event_stream(*events(chunks, kind)))
        stream: Any = client.chat.completions.create(**QUESTION, stream=True)
        next(stream)
        gc.collect()
        tracemalloc.start()
        try:
            for _ in stream:
                pass
            return tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()

    assert (kept(6_000) - kept(2_000)) / 4_000 <= BYTES_PER_CHUNK


def test_the_memory_of_a_large_body(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decoding a body takes little more memory than `json.loads` of it."""
    monkeypatch.setattr(json_text, "orjson", None)  # which reserves memory that it does not use
    body = large_completion(2)

    def peak(decode: Callable[[bytes], object]) -> int:
        tracemalloc.start()
        try:
            decode(body)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(json_text.decode_body) <= MEMORY_OF_A_BODY * peak(json.loads)
