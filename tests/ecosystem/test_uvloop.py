"""uvloop, an event loop of asyncio that is not that of the standard library."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from apertis import APITimeoutError, AsyncApertis
from tests.drivers import KEY
from tests.server import DONE, Server, chunk, completion, event_stream, json_reply

uvloop = pytest.importorskip("uvloop")
pytestmark = pytest.mark.wire

QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
CHUNK = chunk("stop", content="Hi")


def run(main: Coroutine[Any, Any, None]) -> None:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_calls_and_streams(server: Server, host: str) -> None:
    """Calls at the same time, and a stream, by an address and by a name."""
    streamed = event_stream(CHUNK, DONE)
    server.answer(*[json_reply(completion())] * 9, streamed)

    async def main() -> None:
        url = server.url.replace("127.0.0.1", host)
        async with AsyncApertis(api_key=KEY, base_url=url, max_retries=0) as client:
            create: Any = client.chat.completions.create
            answers = await asyncio.gather(*(create(**QUESTION) for _ in range(9)))
            assert {answer.choices[0].message.content for answer in answers} == {"Hello!"}
            stream = await create(**QUESTION, stream=True)
            assert [chunk.choices[0].delta.content async for chunk in stream] == ["Hi"]

    run(main())
    server.wait_until_open(0)


def test_deadlines_and_cancellation(server: Server) -> None:
    """A call that is ended early closes its connection."""
    server.answer([server.gate()], [server.gate()])

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url, max_retries=0) as client:
            with pytest.raises(APITimeoutError, match="deadline"):
                await client.chat.completions.create(**QUESTION, deadline=0.2)
            call = asyncio.ensure_future(client.chat.completions.create(**QUESTION))
            await asyncio.to_thread(server.wait_for_requests, 2)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            await asyncio.to_thread(server.wait_until_open, 0)

    run(main())
