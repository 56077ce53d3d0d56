#!/bin/sh
# starlette 1.10.0: a plain generator given to StreamingResponse loses what it sets in a context
# variable from one step to the next, and stays open after the client has left.
#
# An async generator runs in the task of the response: a variable that it sets is still set after
# its `yield`, and when the client leaves, it is cancelled at once and runs its `finally`. A plain
# one, such as one that reads a model's stream with a synchronous client, runs step by step in a
# pool of threads, each step in a new copy of the context, so that an ID for the logs or a span
# that it sets is gone after the first `yield`. When the client leaves, it is not closed, only
# dropped, and as part of a cycle it waits for the garbage collector; what it holds, such as a
# connection, is open until then. Here the collector is off, and is called a second after the
# client has left.
#
# Seen with starlette 1.10.0 and uvicorn 0.54.0 on Python 3.11:
#
#   async: after the first yield 'set', a second after the client left: closed, collected: closed
#   sync: after the first yield 'unset', a second after the client left: open, collected: closed
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    starlette==1.10.0 uvicorn==0.54.0
"$folder/venv/bin/python" - <<'PYTHON'
import asyncio
import gc
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextvars import ContextVar
from http.client import HTTPConnection
from threading import Event, Thread

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

variable: ContextVar[str] = ContextVar("variable", default="unset")
values: dict[str, str] = {}
closed = {"async": Event(), "sync": Event()}


async def in_the_task() -> AsyncIterator[str]:
    variable.set("set")
    try:
        yield "first"
        values["async"] = variable.get()
        while True:
            yield "more"
            await asyncio.sleep(0.01)
    finally:
        closed["async"].set()


def in_threads() -> Iterator[str]:
    variable.set("set")
    try:
        yield "first"
        values["sync"] = variable.get()
        while True:
            yield "more"
            time.sleep(0.01)
    finally:
        closed["sync"].set()


async def stream(request: Request) -> StreamingResponse:
    return StreamingResponse(in_the_task() if request.url.path == "/async" else in_threads())


app = Starlette(routes=[Route("/async", stream), Route("/sync", stream)])
listener = socket.create_server(("127.0.0.1", 0))
server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
thread = Thread(target=server.run, kwargs={"sockets": [listener]})
thread.start()
gc.disable()
seen = {}
for kind in ("async", "sync"):
    client = HTTPConnection("127.0.0.1", listener.getsockname()[1], timeout=5)
    client.request("GET", f"/{kind}")
    response = client.getresponse()
    response.read(len("firstmoremore"))
    response.close()
    client.close()
    left = "closed" if closed[kind].wait(1) else "open"
    gc.collect()
    collected = "closed" if closed[kind].wait(1) else "open"
    seen[kind] = values[kind], left, collected
    print(
        f"{kind}: after the first yield {values[kind]!r}, a second after the client left: {left}, "
        f"collected: {collected}"
    )
server.should_exit = True
thread.join()
expected = {"async": ("set", "closed", "closed"), "sync": ("unset", "open", "closed")}
sys.exit(seen != expected)
PYTHON
