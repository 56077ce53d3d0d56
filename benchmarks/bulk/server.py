"""A server on loopback that answers every request after a fixed time, and counts them.

    python benchmarks/bulk/server.py 0.2   prints its port; answers until its input is closed

``GET /calls`` says how many calls have come, and the seconds between the first and the last.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from typing import Any

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_ANSWER = json.dumps(
    {
        "id": "chatcmpl-0123456789",
        "object": "chat.completion",
        "created": 1767225600,
        "model": "gpt-4.1-mini",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "The capital of France is Paris."},
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29},
    }
).encode()
_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
_calls: list[float] = []


class Connection(asyncio.Protocol):
    """A connection that answers each call when its time has passed."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
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
        if self._received.startswith(b"GET"):
            self._answer(b"%d %f" % (len(_calls), _calls[-1] - _calls[0] if _calls else 0))
        else:
            loop = asyncio.get_running_loop()
            _calls.append(loop.time())
            loop.call_later(self._seconds, self._answer, _ANSWER)
        self._received.clear()

    def _answer(self, body: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(_HEAD % len(body) + body)


async def serve(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: Connection(seconds), "127.0.0.1", 0, backlog=2048)
    print(listening.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
