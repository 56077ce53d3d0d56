"""`httpx.MockTransport` and `unittest.mock`, which need no other library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any
from unittest import mock

import httpx
import pytest

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


@pytest.mark.parametrize("autospec", [False, True])
@pytest.mark.parametrize("where", ["Client.send", "HTTPTransport.handle_request"])
def test_functions_are_replaced(caller: Caller, where: str, *, autospec: bool) -> None:
    """A mock in place of a function of httpx answers as long as it is there."""
    is_async = caller.driver.name == "async"
    name = where.replace("handle_", "handle_async_") if is_async else where
    client = caller.driver.client()
    caller.serve("served", times=2)
    caller.ask(client)
    with mock.patch(f"httpx.{'Async' if is_async else ''}{name}", autospec=autospec) as function:
        function.return_value = caller.response("mocked")
        function.return_value.request = httpx.Request("POST", caller.url)
        assert caller.ask(client) == "mocked"

    assert caller.ask(client) == "served"
    assert len(caller.server.requests) == 2


def test_the_class_of_clients_is_replaced(caller: Caller) -> None:
    """So does a mock in place of the class that a client of httpx is made of."""
    is_async = caller.driver.name == "async"
    with mock.patch("httpx.AsyncClient" if is_async else "httpx.Client") as made:
        send: Any = mock.AsyncMock if is_async else mock.Mock
        made.return_value.send = send(return_value=caller.response("mocked"))
        made.return_value.aclose = mock.AsyncMock()
        assert caller.ask(caller.driver.client()) == "mocked"

    assert caller.server.requests == []
