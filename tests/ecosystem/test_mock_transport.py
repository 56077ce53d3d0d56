"""`httpx.MockTransport`, the way to test without another library."""

from __future__ import annotations

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
