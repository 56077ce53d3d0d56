"""A server with TLS, HTTP/1.1 and HTTP/2: a program that runs until its stdin ends.

    python tests/faults/tls_server.py CERTIFICATE_AND_KEY.pem

It prints its base URL. The text of its answers is the version of HTTP that the request came with,
their model is the connection that it came on.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator
from typing import Any

from hypercorn.asyncio import serve
from hypercorn.config import Config

WORDS = 20


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Answer a request for a completion; the model `broken` breaks its streams off."""
    if scope["type"] != "http":
        return
    request = json.loads(await body_of(receive))
    about = {"model": "{}:{}".format(*scope["client"]), "text": scope["http_version"]}
    kind = "text/event-stream" if request.get("stream") else "application/json"
    headers = [(b"content-type", kind.encode()), (b"x-request-id", b"req-tls")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    if not request.get("stream"):
        await send_body(send, json.dumps(completion(**about)).encode())
        return
    async for event in events(**about):
        await send_body(send, event, more=True)
        if request["model"] == "broken":
            raise ConnectionAbortedError("the model said so")
    await send_body(send, b"data: [DONE]\n\n")


async def events(model: str, text: str) -> AsyncIterator[bytes]:
    """Give the events of a stream, with time for the other streams between them."""
    for number in range(WORDS):
        reason = "stop" if number == WORDS - 1 else None
        choice = {"index": 0, "delta": {"content": f"{text} "}, "finish_reason": reason}
        yield b"data: %b\n\n" % json.dumps({"model": model, "choices": [choice]}).encode()
        await asyncio.sleep(0)


def completion(model: str, text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "c", "object": "chat.completion", "model": model, "choices": [choice]}


async def body_of(receive: Any) -> bytes:
    pieces: list[bytes] = []
    more = True
    while more:
        message = await receive()
        pieces.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(pieces)


async def send_body(send: Any, body: bytes, *, more: bool = False) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": more})


async def main(certificate: str) -> None:
    """Serve until stdin is closed."""
    config = Config()
    config.certfile = config.keyfile = certificate
    config.graceful_timeout = 0.1
    config.keep_alive_timeout = 1  # what ends a connection whose only stream broke off
    config.loglevel = "CRITICAL"  # what breaks here breaks on purpose
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config.bind = [f"fd://{os.dup(listening.fileno())}"]
        print(f"https://localhost:{listening.getsockname()[1]}/v1", flush=True)
    closed = asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)

    async def stop() -> None:
        await closed

    await serve(app, config, shutdown_trigger=stop)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
