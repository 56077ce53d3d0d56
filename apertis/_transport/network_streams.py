"""Network streams that send small pieces together, as the head of a request and its body.

httpcore writes each by itself: two packets, or two records of TLS, and in async another turn of the
event loop. What is written waits here until something is to be read.
"""

from __future__ import annotations

import contextlib
from typing import Any

import httpcore

__all__ = ["AsyncNetworkStream", "NetworkStream"]

_LARGE = 32 * 1024  # copying more than this takes longer than sending it by itself


class _Outbox:
    """What has been written and not been sent, and the seconds that sending it may take."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.timeout: float | None = None

    def add(self, piece: bytes, timeout: float | None) -> None:
        self.pieces.append(piece)
        self.timeout = timeout

    def take(self) -> list[bytes]:
        pieces, self.pieces = self.pieces, []
        return pieces if sum(map(len, pieces)) >= _LARGE else [b"".join(pieces)]


def _tolerate() -> contextlib.suppress:
    # As httpcore does: a server that closes before it has the whole request may have answered.
    return contextlib.suppress(httpcore.WriteError)


class NetworkStream(httpcore.NetworkStream):
    """A network stream in sync, over `stream`."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream
        self._outbox = _Outbox()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._outbox.pieces:
            with _tolerate():
                for piece in self._outbox.take():
                    self._stream.write(piece, self._outbox.timeout)
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._outbox.add(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class AsyncNetworkStream(httpcore.AsyncNetworkStream):
    """A network stream in async, over `stream`."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._outbox = _Outbox()

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109  as httpcore has it
    ) -> bytes:
        if self._outbox.pieces:
            with _tolerate():
                for piece in self._outbox.take():
                    await self._stream.write(piece, self._outbox.timeout)
        return await self._stream.read(max_bytes, timeout)

    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,  # noqa: ASYNC109  as above
    ) -> None:
        self._outbox.add(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
