"""`httpx.MockTransport`, the way to test without another library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from tests.ecosystem.calls import Caller

pytestmark = pytest.mark.wire


def test_the_handler_answers(caller: Caller) -> None:
    """The handler of a transport that was given answers, without a socket."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return caller.response("mocked")

    http_client = caller.driver.http_client(transport=httpx.MockTransport(answer))

    assert caller.ask(caller.driver.client(http_client=http_client)) == "mocked"
    assert asked == [caller.url]
    assert caller.server.requests == []


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_bodies_in_pieces(caller: Caller, size: int) -> None:
    """A body that comes in pieces of any size is read, also as that of a copy of the client."""

    class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            body = caller.body("mocked")
            yield from (body[at : at + size] for at in range(0, len(body), size))

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in self:
                yield piece

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": caller.content_type}, stream=Body())

    http_client = caller.driver.http_client(transport=httpx.MockTransport(answer))
    copied = caller.driver.client().with_options(http_client=http_client)

    assert caller.ask(copied) == "mocked"
    assert caller.server.requests == []
