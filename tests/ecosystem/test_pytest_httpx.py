"""pytest-httpx, which patches the transports of httpx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from apertis import APIConnectionError

if TYPE_CHECKING:
    from pytest_httpx import HTTPXMock

    from tests.ecosystem.calls import Caller

pytestmark = pytest.mark.wire


def test_responses_are_given(caller: Caller, httpx_mock: HTTPXMock) -> None:
    """A response that was added answers, and nothing is sent."""
    headers = {"content-type": caller.content_type}
    httpx_mock.add_response(url=caller.url, headers=headers, content=caller.body("mocked"))

    assert caller.ask(caller.driver.client()) == "mocked"
    (request,) = httpx_mock.get_requests()
    assert request.method == "POST"
    assert caller.server.requests == []


def test_exceptions_are_raised(caller: Caller, httpx_mock: HTTPXMock) -> None:
    """An exception that was added is the cause of ours."""
    httpx_mock.add_exception(httpx.ReadError("on purpose"))
    with pytest.raises(APIConnectionError, match="on purpose"):
        caller.ask(caller.driver.client())

    assert caller.server.requests == []


@pytest.mark.httpx_mock(should_mock=lambda request: request.url.host != "127.0.0.1")
def test_requests_that_are_not_mocked_are_sent(caller: Caller, httpx_mock: HTTPXMock) -> None:
    """A request that `should_mock` leaves out reaches the server."""
    caller.serve("served")

    assert caller.ask(caller.driver.client()) == "served"
    assert httpx_mock.get_requests() == []
