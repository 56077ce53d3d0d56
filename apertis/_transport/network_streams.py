"""Network streams that send small pieces together, as the head of a request and its body.

httpcore writes each by itself: two packets, or two records of TLS, and in async another turn of the
event loop. What is written waits here until something is to be read.
"""

from __future__ import annotations

import contextlib
from typing import Any, Generic, TypeVar

import httpcore

__all__ = ["AsyncNetworkStream", "NetworkStream"]

S = TypeVar("S", bound=httpcore.NetworkStream | httpcore.AsyncNetworkStream)

_LARGE = 32 * 1024  # copying more than this takes longer than sending it by itself


class _Buffer(Generic[S]):
    """What has been written to `stream` and not been sent."""

    def __init__(self, stream: S) -> None:
        self._stream: S = stream
        self._pieces: list[bytes] = []
        self._timeout: float | None = None  # of the last write

    def _add(self, piece: bytes, timeout: float | None) -> None:
        self._pieces.append(piece)
        self._timeout = timeout

    def _take(self) -> list[bytes]:
        pieces, self._pieces = self._pieces, []
        return pieces if sum(map(len, pieces)) >= _LARGE else [b"".join(pieces)]

    def get_extra_info(self, info: str) -> Any:
        value = self._stream.get_extra_info(info)
        return value or _has_unread(self._stream) if info == "is_readable" else value


def _has_unread(stream: Any) -> bool:
    """Return whether bytes have left the socket, and wait in an object that would give them.

    TLS keeps what it cannot decrypt yet or has decrypted, and asyncio what came too early; neither
    has a public way to ask.
    """
    inner = getattr(stream, "_stream", None)  # anyio's
    bio = getattr(inner, "_read_bio", None)
    tls = stream.get_extra_info("ssl_object")
    transport = getattr(inner, "transport_stream", inner)
    protocol = getattr(transport, "_protocol", None)
    return bool(
        (tls is not None and tls.pending())
        or (bio is not None and bio.pending)
        or getattr(protocol, "read_queue", None)
    )


def _tolerate() -> contextlib.suppress:
    # As httpcore does: a server that closes before it has the whole request may have answered.
    return contextlib.suppress(httpcore.WriteError)


class NetworkStream(_Buffer[httpcore.NetworkStream], httpcore.NetworkStream):
    """A network stream in sync."""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._pieces:
            with _tolerate():
                for piece in self._take():
                    self._stream.write(piece, self._timeout)
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._add(buffer, timeout)

    def close(self) -> None:
        self._stream.close()


class AsyncNetworkStream(_Buffer[httpcore.AsyncNetworkStream], httpcore.AsyncNetworkStream):
    """A network stream in async."""

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109  as httpcore has it
    ) -> bytes:
        if self._pieces:
            with _tolerate():
                for piece in self._take():
                    await self._stream.write(piece, self._timeout)
        return await self._stream.read(max_bytes, timeout)

    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,  # noqa: ASYNC109  as above
    ) -> None:
        self._add(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()
