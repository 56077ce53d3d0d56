"""A server on loopback that costs the client as little waiting as possible.

    python benchmarks/server.py CERTIFICATE

Prints two ports, for http and for https with that certificate and its key, and answers until its
standard input is closed.

Every response is made beforehand; connections are kept open. Each event of a stream is written by
itself, as model servers do, and only once the client has read the one before: otherwise a client
would find several events in one read of its socket, which hardly happens with a real model.
"""

from __future__ import annotations

import asyncio
import functools
import re
import socket
import ssl
import struct
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.payloads import MODEL_OF_CHUNKS, completion, events

# The headers of a typical gateway, as headers cost a client something.
_HEADERS = (
    b"HTTP/1.1 200 OK\r\n"
    b"date: Mon, 01 Jun 2026 12:00:00 GMT\r\n"
    b"server: gateway\r\n"
    b"x-request-id: req_0123456789abcdef\r\n"
    b"x-ratelimit-limit: 1000\r\n"
    b"x-ratelimit-remaining: 999\r\n"
)
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKS = re.compile(rb'"%b(?:(\w+)-)?(\d+)"' % MODEL_OF_CHUNKS.encode())
_PAUSE = 0.001  # seconds between two events, where it is not known whether the first was read


@functools.cache
def plain_answer() -> bytes:
    body = completion()
    head = b"content-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
    return _HEADERS + head + body


@functools.cache
def streamed_answer(chunks: int, kind: str) -> list[bytes]:
    """Return what is written one by one: the head, and a chunk of the body for each event."""
    head = b"content-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    bodies = (b"%x\r\n%b\r\n" % (len(event), event) for event in events(chunks, kind))
    return [_HEADERS + head, *bodies, b"0\r\n\r\n"]


def waiter(transport: asyncio.BaseTransport) -> Callable[[], None]:
    """Return a function that waits until the client has read everything that was written to it.

    Linux says how much the client's end of the connection holds, in answer to a request as in
    sock_diag(7). Elsewhere the function pauses, for longer than a client usually needs.
    """
    if sys.platform != "linux":
        return lambda: time.sleep(_PAUSE)
    host, port = transport.get_extra_info("sockname")
    client_host, client_port = transport.get_extra_info("peername")
    addresses = (socket.inet_aton(address).ljust(16, b"\0") for address in (client_host, host))
    question = struct.pack("=IHHII", 72, 20, 1, 0, 0)  # SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST
    question += struct.pack("=BBBxI", socket.AF_INET, socket.IPPROTO_TCP, 0, 0xFFFFFFFF)
    question += struct.pack("!HH16s16s", client_port, port, *addresses)
    question += struct.pack("=III", 0, 0xFFFFFFFF, 0xFFFFFFFF)  # any interface, any socket
    kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 4)  # NETLINK_SOCK_DIAG

    def wait() -> None:
        while True:
            kernel.send(question)
            answer = kernel.recv(1024)
            # An answer of another type is an error: the client is gone.
            if answer[4:6] != question[4:6] or answer[72:76] == b"\0\0\0\0":
                return

    return wait


class Connection(asyncio.Protocol):
    """A connection that answers each request as soon as its last byte has arrived."""

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
        if chunks:
            self._stream(streamed_answer(int(chunks[2]), (chunks[1] or b"").decode()))
        else:
            self._transport.write(plain_answer())
        self._received.clear()

    def _stream(self, pieces: list[bytes]) -> None:
        # This holds up every other connection, but no two streams are ever read at a time.
        wait_until_read = waiter(self._transport)
        for piece in pieces:
            wait_until_read()  # not after the last: clients may stop at [DONE]
            self._transport.write(piece)


async def serve() -> None:
    loop = asyncio.get_running_loop()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[1])
    for tls in (None, context):
        listening = await loop.create_server(Connection, "127.0.0.1", 0, backlog=2048, ssl=tls)
        print(listening.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
