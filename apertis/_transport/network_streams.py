"""Network streams that send what belongs together in one piece, the head of a request and its body.

httpcore writes each by itself: two packets, or two records of TLS, and in the asynchronous world a
turn of the event loop more. What is small waits here until something is to be read, or until more
than a packet is there.
"""

from __future__ import annotations

import contextlib
from typing import Any

import httpcore

__all__ = ["AsyncNetworkStream", "NetworkStream"]

_LARGE = 32 * 1024  # of this size it is dearer to copy something than to send it by itself


class _Outbox:
    """What has been written, and is still to be sent.

    Attributes:
        timeout: The seconds that sending it may take.
    """

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._size = 0
        self.timeout: float | None = None

    def put(self, piece: bytes, timeout: float | None) -> list[bytes]:
        """Take a piece; return what is to be sent now."""
        self.timeout = timeout
        if len(piece) >= _LARGE:
            return [*self.taken(), piece]
        self._waiting.append(piece)
        self._size += len(piece)
        return self.taken() if self._size >= _LARGE else []

    def taken(self) -> list[bytes]:
        """Return what is still to be sent, in one piece."""
        if not self._waiting:
            return []
        piece = b"".join(self._waiting)
        self._waiting.clear()
        self._size = 0
        return [piece]


def _tolerant() -> contextlib.suppress:
    # As httpcore does: a server that closes before it has the whole request may have answered.
    return contextlib.suppress(httpcore.WriteError)


class NetworkStream(httpcore.NetworkStream):
    """A network stream of the synchronous world; `stream` is what sends."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream
        self._outbox = _Outbox()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        for piece in self._outbox.taken():
            with _tolerant():
                self._stream.write(piece, self._outbox.timeout)
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for piece in self._outbox.put(buffer, timeout):
            self._stream.write(piece, timeout)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class AsyncNetworkStream(httpcore.AsyncNetworkStream):
    """A network stream of the asynchronous world; `stream` is what sends."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._outbox = _Outbox()

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109  as httpcore has it
    ) -> bytes:
        for piece in self._outbox.taken():
            with _tolerant():
                await self._stream.write(piece, self._outbox.timeout)
        return await self._stream.read(max_bytes, timeout)

    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,  # noqa: ASYNC109  as above
    ) -> None:
        for piece in self._outbox.put(buffer, timeout):
            await self._stream.write(piece, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
