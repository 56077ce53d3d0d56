"""A server on loopback that answers faster than any client asks, and reads no more than it must.

    python benchmarks/server.py   prints its port, and answers until its standard input ends

Every answer is made beforehand and written in one go; connections are kept.
"""

from __future__ import annotations

import asyncio
import functools
import re
import sys
from typing import Any

from benchmarks.payloads import MODEL_OF_CHUNKS, completion, event_stream

# What a gateway's answers carry, too: headers cost a client something.
_HEADERS = (
    b"HTTP/1.1 200 OK\r\n"
    b"date: Mon, 01 Jun 2026 12:00:00 GMT\r\n"
    b"server: gateway\r\n"
    b"x-request-id: req_0123456789abcdef\r\n"
    b"x-ratelimit-limit: 1000\r\n"
    b"x-ratelimit-remaining: 999\r\n"
)
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKS = re.compile(rb'"%b(\d+)"' % MODEL_OF_CHUNKS.encode())
_PIECE = 32 * 1024  # what of a stream stands in one piece of the body


@functools.cache
def plain_answer() -> bytes:
    body = completion()
    head = b"content-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
    return _HEADERS + head + body


@functools.cache
def streamed_answer(chunks: int) -> bytes:
    body = event_stream(chunks)
    pieces = [body[begin : begin + _PIECE] for begin in range(0, len(body), _PIECE)]
    head = b"content-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    sized = (b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    return _HEADERS + head + b"".join(sized) + b"0\r\n\r\n"


class Connection(asyncio.Protocol):
    """Answers each request as soon as its last byte is there."""

    def __init__(self) -> None:
        self._received = bytearray()
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            return
        length = _LENGTH.search(self._received, 0, end)
        if len(self._received) < end + 4 + (int(length[1]) if length else 0):
            return
        chunks = _CHUNKS.search(self._received)
        answer = streamed_answer(int(chunks[1])) if chunks else plain_answer()
        self._received.clear()
        self._transport.write(answer)


async def serve() -> None:
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(Connection, "127.0.0.1", 0, backlog=2048)
    print(listening.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
