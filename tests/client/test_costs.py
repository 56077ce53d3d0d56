"""Budgets of what this package costs, as counts, which do not depend on how busy the machine is.

A budget is no record: code may cost more than it did as long as it stays within. `make bench`
measures the time that it takes.
"""

from __future__ import annotations

import asyncio
import gc
import json
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, cast
from unittest.mock import AsyncMock, patch

import httpx
import pytest

import apertis
from apertis import Apertis, AsyncApertis, ChatCompletionChunk, Stream
from apertis._transport.async_connection import AsyncConnection
from apertis._transport.sync_connection import SyncConnection
from apertis_client._runtime.json_object import wrap
from apertis_client._runtime.json_text import encode_body

MODULES_IMPORTED = 40  # over a bare interpreter

# Calls of functions written in Python, those of httpx included. In brackets: counted in 2026.
CALLS_TO_DECODE_A_CHUNK = 8  # (1)
BLOCKS_TO_DECODE_A_CHUNK = 4  # of memory, over those of its JSON (3, one for each object)
CALLS_FROM_A_SOCKET = 22  # for a streamed chunk, over our connections (19)
CALLS_FROM_A_TRANSPORT = 52  # the same in async, with what asyncio calls (47)
CALLS_FOR_A_STREAMED_CHUNK = 45  # (36, with a read of the response for each chunk)
CALLS_TO_ACCUMULATE_A_CHUNK = 70  # (55, of them 36 to read it)
CALLS_FOR_A_CALL = 640  # (561, most of them in httpx, over a client of httpx that is given)


@pytest.fixture(autouse=True)
def _without_opentelemetry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out tracing, as in a program that does not import OpenTelemetry."""
    monkeypatch.delitem(sys.modules, "opentelemetry.trace", raising=False)


CHUNK: dict[str, Any] = {
    "id": "chatcmpl-1",
    "object": "chat.completion.chunk",
    "created": 1741570283,
    "model": "gpt-4.1-mini",
    "service_tier": "default",
    "system_fingerprint": "fp_1",
    "choices": [
        {"index": 0, "delta": {"content": " word"}, "logprobs": None, "finish_reason": None}
    ],
    "usage": None,
}
COMPLETION: dict[str, Any] = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1741570283,
    "model": "gpt-4.1-mini",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": "Paris"},
            "finish_reason": "stop",
        }
    ],
    "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29},
}


def calls(work: Callable[[], object]) -> int:
    """Return how many functions written in Python are called or resumed while `work` runs."""
    count = -1  # `work` itself

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    gc.collect()
    gc.disable()  # garbage of other tests must not be collected meanwhile
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


def client_that_gets(answer: Callable[[], httpx.Response]) -> Apertis:
    transport = httpx.MockTransport(lambda request: answer())
    return Apertis(api_key="sk", http_client=httpx.Client(transport=transport))


def question(messages: int = 1) -> dict[str, Any]:
    parts = [{"type": "text", "text": "Hello"}]
    turns = [{"role": "user", "content": parts}, {"role": "assistant", "content": "Hi"}]
    return {"model": "m", "messages": (turns * messages)[:messages]}


def events(chunks: int) -> Iterator[bytes]:
    """Yield a stream event by event, as model servers write it."""
    for number in range(chunks):
        choice = {**CHUNK["choices"][0], "delta": {"content": f" {number}"}}
        if number == chunks - 1:
            choice["finish_reason"] = "stop"
        yield b"data: %b\n\n" % json.dumps({**CHUNK, "choices": [choice]}).encode()
    yield b"data: [DONE]\n\n"


def open_stream(chunks: int) -> Stream[ChatCompletionChunk]:
    headers = {"content-type": "text/event-stream"}
    client = client_that_gets(lambda: httpx.Response(200, headers=headers, content=events(chunks)))
    stream: Stream[ChatCompletionChunk]
    stream = client.chat.completions.create(**question(), stream=True)
    return stream


def calls_for_a_chunk(work: Callable[[Stream[ChatCompletionChunk]], object]) -> float:
    """Return the number of calls that one more chunk of a stream costs."""

    def cost(chunks: int) -> int:
        stream = open_stream(chunks)
        return calls(lambda: work(stream))

    cost(100)  # leaves out what is done once in a process
    return (cost(2_000) - cost(1_000)) / 1_000


def exhaust(stream: Stream[ChatCompletionChunk]) -> None:
    for _ in stream:
        pass


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """Return the modules that importing both clients adds to those of a bare interpreter."""
    program = """
import sys
sys.path += sys.argv[1:]
before = set(sys.modules)
from apertis import Apertis, AsyncApertis
print(*set(sys.modules) - before)
"""
    places = [str(Path(apertis.__file__).parent.parent), sysconfig.get_path("purelib")]
    # Without `site`, whose .pth files may have imported half of it before.
    command = [sys.executable, "-I", "-S", "-c", program, *places]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_importing_both_clients_loads_few_modules(imported: set[str]) -> None:
    """Importing both clients stays within its budget of modules."""
    assert len(imported) <= MODULES_IMPORTED, sorted(imported)


@pytest.mark.parametrize(
    "package", ["apertis_client", "asyncio", "attr", "dateutil", "httpx", "pydantic", "ssl"]
)
def test_an_import_loads_no_heavy_package(package: str, imported: set[str]) -> None:
    """Heavy packages are imported when they are first used."""
    loaded = {name for name in imported if name.partition(".")[0] == package}

    assert loaded == set()


def test_decoding_a_chunk_takes_few_calls() -> None:
    """Decoding a chunk stays within its budget of calls."""
    members = json.loads(json.dumps(CHUNK))

    assert calls(lambda: wrap(ChatCompletionChunk, members)) <= CALLS_TO_DECODE_A_CHUNK


def blocks(make: Callable[[], object]) -> float:
    """Return how many blocks of memory an object takes that `make` returns."""
    make()  # leaves out what is done once in a process
    places: list[object] = [None] * 1_000
    gc.collect()
    gc.disable()  # garbage of other tests must not be collected meanwhile
    try:
        before = sys.getallocatedblocks()
        for place in range(len(places)):
            places[place] = make()
        return (sys.getallocatedblocks() - before) / len(places)
    finally:
        gc.enable()


def test_decoding_a_chunk_copies_nothing() -> None:
    """Decoding a chunk allocates little more than its objects: its JSON is not copied."""
    text = json.dumps(CHUNK)

    typed = blocks(lambda: wrap(ChatCompletionChunk, json.loads(text)))

    assert typed - blocks(lambda: json.loads(text)) <= BLOCKS_TO_DECODE_A_CHUNK


def test_a_streamed_chunk_takes_few_calls() -> None:
    """Reading a chunk of a stream stays within its budget of calls."""
    assert calls_for_a_chunk(exhaust) <= CALLS_FOR_A_STREAMED_CHUNK


class Pieces:
    """Stands for a socket, and for a transport of asyncio, of a server that answers in pieces."""

    def __init__(self, chunks: int) -> None:
        head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked"
        sent = (b"%x\r\n%b\r\n" % (len(event), event) for event in events(chunks))
        self._pieces = iter([head + b"\r\n\r\n", *sent, b"0\r\n\r\n"])
        self.protocol: Any = None

    def gettimeout(self) -> None:
        return None

    def settimeout(self, _seconds: float | None) -> None:
        pass

    def send(self, data: bytes) -> int:
        return len(data)

    def recv(self, _size: int) -> bytes:
        return next(self._pieces)

    def close(self) -> None:
        if self.protocol:
            self.protocol.connection_lost(None)

    abort = close

    def is_closing(self) -> bool:
        return False

    def write(self, _data: bytes) -> None:
        self._write_one()

    def _write_one(self) -> None:
        piece = next(self._pieces, None)
        if piece is not None:
            self.protocol.data_received(piece)
            asyncio.get_running_loop().call_soon(self._write_one)


def read_from_a_socket(chunks: int) -> int:
    """Return the number of calls that reading a stream of so many chunks takes."""
    made = SyncConnection(cast("Any", Pieces(chunks)))
    with patch.object(SyncConnection, "open", AsyncMock(return_value=made)):
        stream = Apertis(api_key="sk").chat.completions.create(**question(), stream=True)
        return calls(lambda: exhaust(stream))


def read_from_a_transport(chunks: int) -> int:
    async def read() -> None:
        async for _ in stream:
            pass

    async def open_stream() -> Any:
        pieces = Pieces(chunks)
        pieces.protocol = AsyncConnection()
        pieces.protocol.connection_made(cast("Any", pieces))
        opening = AsyncMock(return_value=pieces.protocol)
        with patch.object(AsyncConnection, "open", opening):
            return await AsyncApertis(api_key="sk").chat.completions.create(
                **question(), stream=True
            )

    with asyncio.Runner() as runner:
        stream = runner.run(open_stream())
        return calls(lambda: runner.run(read()))


@pytest.mark.parametrize(
    ("read", "most"),
    [(read_from_a_socket, CALLS_FROM_A_SOCKET), (read_from_a_transport, CALLS_FROM_A_TRANSPORT)],
    ids=["sync", "async"],
)
def test_a_chunk_from_a_socket_takes_few_calls(read: Callable[[int], int], most: int) -> None:
    """Over connections of our own, where each read gives one."""
    read(100)  # leaves out what is done once in a process

    assert (read(2_000) - read(1_000)) / 1_000 <= most


def test_accumulating_a_chunk_takes_few_calls() -> None:
    """Accumulating a chunk costs the same for any number of chunks, and stays within its budget."""
    cost = calls_for_a_chunk(lambda stream: stream.get_final_completion())

    assert cost <= CALLS_TO_ACCUMULATE_A_CHUNK


def test_a_call_takes_few_calls() -> None:
    """A small call stays within its budget of calls."""
    client = client_that_gets(lambda: httpx.Response(200, json=COMPLETION))
    client.chat.completions.create(**question())

    assert calls(lambda: client.chat.completions.create(**question())) <= CALLS_FOR_A_CALL


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_tracing_costs_nothing_without_opentelemetry(*, stream: bool) -> None:
    """A call enters as many functions as one with tracing off, and none of tracing."""

    def entered(*, tracing: bool) -> list[str]:
        headers = {"content-type": "text/event-stream" if stream else "application/json"}
        content = b"".join(events(5)) if stream else json.dumps(COMPLETION)
        client = client_that_gets(lambda: httpx.Response(200, headers=headers, content=content))
        client = client.with_options(tracing=tracing)
        files: list[str] = []

        def note(frame: FrameType, event: str, _argument: object) -> None:
            if event == "call":
                files.append(frame.f_code.co_filename)

        def call() -> None:
            answer: Any = client.chat.completions.create(**question(), stream=stream)
            if stream:
                exhaust(answer)

        call()
        sys.setprofile(note)
        try:
            call()
        finally:
            sys.setprofile(None)
        return files

    files = entered(tracing=True)

    assert len(files) == len(entered(tracing=False))
    assert not any("_tracing" in Path(file).parts for file in files)


def test_plain_messages_are_not_walked() -> None:
    """Encoding more messages costs no more calls of Python functions."""
    assert calls(lambda: encode_body(question(500))) == calls(lambda: encode_body(question(1)))


def test_a_long_conversation_takes_as_many_calls_as_a_short_one() -> None:
    """Sending more messages costs no more calls of Python functions."""
    client = client_that_gets(lambda: httpx.Response(200, json=COMPLETION))
    short, long = question(2), question(500)
    for messages in (short, long):  # what is done once in a process
        client.chat.completions.create(**messages)

    ours = calls(lambda: client.chat.completions.create(**long))

    assert ours == calls(lambda: client.chat.completions.create(**short))
