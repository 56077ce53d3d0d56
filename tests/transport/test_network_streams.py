"""`apertis._transport.network_streams`: what is sent when, in sync and async."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpcore
import pytest
from apertis._transport.network_streams import AsyncNetworkStream, NetworkStream

from apertis._transport.run_sync import run_sync

LARGE = bytes(32 * 1024)


class Wire(httpcore.NetworkStream):
    """Records what is sent, and when something is read."""

    def __init__(self) -> None:
        self.sent: list[tuple[bytes, float | None]] = []
        self.failure: Exception | None = None
        self.is_closed = False

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self.failure:
            raise self.failure
        self.sent.append((buffer, timeout))

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return b"%d bytes in %d seconds" % (max_bytes, timeout or 0)

    def close(self) -> None:
        self.is_closed = True

    def get_extra_info(self, info: str) -> Any:
        return f"the {info}"


class AsyncWire(httpcore.AsyncNetworkStream):
    """The same in async."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._wire.write(buffer, timeout)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        return self._wire.read(max_bytes, timeout)

    async def aclose(self) -> None:
        self._wire.close()

    def get_extra_info(self, info: str) -> Any:
        return self._wire.get_extra_info(info)


class Stream:
    """A stream in sync or async, with the same methods."""

    def __init__(self, made: Any) -> None:
        self._made = made

    def __getattr__(self, name: str) -> Callable[..., Any]:
        verb = getattr(self._made, "aclose" if name == "close" and self._is_async else name)
        if self._is_async and name != "get_extra_info":
            return lambda *arguments: run_sync(verb(*arguments))
        called: Callable[..., Any] = verb
        return called

    @property
    def _is_async(self) -> bool:
        return isinstance(self._made, AsyncNetworkStream)


@pytest.fixture
def wire() -> Wire:
    """Return what sends."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def stream(request: pytest.FixtureRequest, wire: Wire) -> Stream:
    """Return a stream, in sync and async."""
    is_async = request.param == "async"
    return Stream(AsyncNetworkStream(AsyncWire(wire)) if is_async else NetworkStream(wire))


def test_what_is_small_leaves_in_one_piece(stream: Stream, wire: Wire) -> None:
    """The head of a request and its body are sent together, once a response is read."""
    stream.write(b"head ", 5.0)
    stream.write(b"body", 6.0)
    before = list(wire.sent)
    answer = stream.read(10, 7.0)

    assert before == []
    assert wire.sent == [(b"head body", 6.0)]
    assert answer == b"10 bytes in 7 seconds"


def test_nothing_is_sent_twice(stream: Stream, wire: Wire) -> None:
    """What has been sent is gone, and reading alone sends nothing."""
    stream.write(b"a")
    stream.read(1)
    stream.read(1)
    stream.write(b"b")
    stream.read(1)

    assert [piece for piece, _ in wire.sent] == [b"a", b"b"]


def test_a_large_piece_is_not_copied(stream: Stream, wire: Wire) -> None:
    """A large piece is sent as it is, behind what was written before it."""
    stream.write(b"head", 5.0)
    stream.write(LARGE, 6.0)
    stream.read(1)

    assert wire.sent == [(b"head", 6.0), (LARGE, 6.0)]
    assert wire.sent[1][0] is LARGE


def test_a_response_may_come_before_the_request_is_sent(stream: Stream, wire: Wire) -> None:
    """If sending fails, a response that says why may still be read."""
    stream.write(b"head")
    wire.failure = httpcore.WriteError("broken pipe")

    assert stream.read(3, 4.0) == b"3 bytes in 4 seconds"


def test_a_time_out_is_raised(stream: Stream, wire: Wire) -> None:
    """If sending takes too long, reading raises the time-out."""
    stream.write(b"head")
    wire.failure = httpcore.WriteTimeout("too slow")
    with pytest.raises(httpcore.WriteTimeout):
        stream.read(1)


def test_the_rest_is_that_of_the_stream_below(stream: Stream, wire: Wire) -> None:
    """Closing drops what was not sent; extra information is that of the stream below."""
    stream.write(b"head")
    stream.close()

    assert wire.is_closed
    assert wire.sent == []
    assert stream.get_extra_info("socket") == "the socket"
