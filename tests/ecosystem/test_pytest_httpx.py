"""pytest-httpx, which patches the transports of httpx."""

from __future__ import annotations

import httpx
import pytest
from pytest_httpx import HTTPXMock, IteratorStream

from apertis import APIConnectionError, APITimeoutError, RetryPolicy
from tests.drivers import KEY
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


def test_names_of_headers_may_be_written_as_usual(caller: Caller, httpx_mock: HTTPXMock) -> None:
    """A response for certain headers answers, whose names it compares letter by letter."""
    httpx_mock.add_response(
        match_headers={"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"},
        headers={"content-type": caller.content_type},
        content=caller.body("mocked"),
        is_reusable=True,
    )
    http_client = caller.driver.http_client()

    for settings in ({}, {"http_client": http_client}):
        assert caller.ask(caller.driver.client(**settings)) == "mocked"


def test_attempts_have_their_responses(caller: Caller, httpx_mock: HTTPXMock) -> None:
    """Each attempt, also of a copy, takes the next of what was added; the last has pieces."""
    body = caller.body("mocked")
    headers = {"content-type": caller.content_type}
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    httpx_mock.add_response(headers=headers, stream=IteratorStream([body[:9], body[9:]]))
    client = caller.driver.client().with_options(max_retries=RetryPolicy(2, first_wait=0))

    assert caller.ask(client) == "mocked"
    assert len(httpx_mock.get_requests()) == 3


@pytest.mark.httpx_mock(assert_all_requests_were_expected=False)
def test_requests_without_a_response_say_so(caller: Caller, httpx_mock: HTTPXMock) -> None:
    """A request for which there is no response fails with the words of the mock."""
    with pytest.raises(APITimeoutError, match=r"^timed out: No response can be found for POST"):
        caller.ask(caller.driver.client())


@pytest.mark.httpx_mock(should_mock=lambda request: request.url.host != "127.0.0.1")
def test_requests_that_are_not_mocked_are_sent(caller: Caller, httpx_mock: HTTPXMock) -> None:
    """A request that `should_mock` leaves out reaches the server."""
    caller.serve("served")

    assert caller.ask(caller.driver.client()) == "served"
    assert httpx_mock.get_requests() == []
