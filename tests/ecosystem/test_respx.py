"""respx, with both of its mockers: "httpcore", its default, and "httpx"."""

from __future__ import annotations

import httpx
import pytest
import respx
from respx.models import AllMockedAssertionError

from apertis import APIConnectionError, RateLimitError, RetryPolicy
from tests.ecosystem.calls import Caller

pytestmark = pytest.mark.wire


@pytest.fixture(params=["httpcore", "httpx"])
def using(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_routes_answer(caller: Caller, using: str) -> None:
    """A route answers, and nothing is sent; when the mock has ended the same client sends."""
    client = caller.driver.client()
    with respx.mock(using=using) as router:
        route = router.post(caller.url).mock(side_effect=lambda _: caller.response("mocked"))
        texts = [caller.ask(client) for _ in range(2)]

    assert texts == ["mocked", "mocked"]
    assert route.call_count == 2
    assert caller.server.requests == []
    caller.serve("served")
    assert caller.ask(client) == "served"


def test_clients_that_have_sent_are_mocked(caller: Caller, using: str) -> None:
    """A client that has a connection already is mocked as well."""
    client = caller.driver.client()
    caller.serve("served")
    caller.ask(client)
    with respx.mock(using=using) as router:
        router.post(caller.url).mock(return_value=caller.response("mocked"))
        assert caller.ask(client) == "mocked"

    assert len(caller.server.requests) == 1


def test_requests_that_pass_reach_the_server(caller: Caller, using: str) -> None:
    """A route that lets requests pass sees them, and they use one connection."""
    client = caller.driver.client()
    caller.serve("served", times=2)
    with respx.mock(using=using) as router:
        route = router.post(caller.url).pass_through()
        texts = [caller.ask(client) for _ in range(2)]

    assert texts == ["served", "served"]
    assert route.call_count == 2
    assert caller.server.connections == [1, 1]


def test_failures_are_ours(caller: Caller, using: str) -> None:
    """What a route raises, and a status that it gives, are retried and raised as by a server."""
    client = caller.driver.client(max_retries=RetryPolicy(1, first_wait=0))
    with respx.mock(using=using) as router:
        route = router.post(caller.url)
        route.side_effect = httpx.ConnectError("refused")
        with pytest.raises(APIConnectionError, match="refused"):
            caller.ask(client)
        route.side_effect = [httpx.Response(503), httpx.Response(429)]
        with pytest.raises(RateLimitError):
            caller.ask(client)

    assert route.call_count == 4
    assert caller.server.requests == []


def test_calls_without_a_route_are_refused(caller: Caller, using: str) -> None:
    """A call for which there is no route fails, and is not sent."""
    client = caller.driver.client()
    with respx.mock(using=using), pytest.raises(AllMockedAssertionError):
        caller.ask(client)

    assert caller.server.requests == []


def test_copies_of_a_client_are_mocked(caller: Caller, using: str) -> None:
    """A copy that was made before or within a mock is mocked as long as it lasts."""
    client = caller.driver.client()
    before = client.with_options(timeout=5)
    with respx.mock(using=using) as router:
        router.post(caller.url).mock(side_effect=lambda _: caller.response("mocked"))
        copies = [before, client.with_options(max_retries=1)]
        assert [caller.ask(each) for each in copies] == ["mocked", "mocked"]
    caller.serve("served", times=2)

    assert [caller.ask(each) for each in copies] == ["served", "served"]


@pytest.mark.parametrize("caller", ["streamed"], indirect=True)
def test_streams_are_read_beyond_a_change(caller: Caller, using: str) -> None:
    """A stream that was begun goes on when a mock begins or ends; one can be left early."""
    client = caller.driver.client()
    caller.serve("served", times=2)
    served = caller.driver.create(client, stream=True)
    caller.driver.next(served)
    with respx.mock(using=using) as router:
        router.post(caller.url).mock(side_effect=lambda _: caller.response("mocked"))
        assert len(caller.driver.all(served)) == 1
        mocked, left = [caller.driver.create(client, stream=True) for _ in range(2)]
        for stream in (mocked, left):
            caller.driver.next(stream)
        caller.driver.close(left)

    assert len(caller.driver.all(mocked)) == 1
    assert caller.ask(client) == "served"
    assert len(caller.server.requests) == 2


@pytest.mark.parametrize("caller", ["plain"], indirect=True)
def test_forms_and_bulk_runs_are_mocked(caller: Caller, using: str) -> None:
    """So is what is sent as a form, and by a bulk run, in whatever thread that is."""
    client = caller.driver.client()
    row = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
    with respx.mock(using=using) as router:
        form = router.post(f"{caller.server.url}/audio/transcriptions").respond(json={"text": "Hi"})
        router.post(caller.url).mock(side_effect=lambda _: caller.response("mocked"))
        caller.driver.wait(client.audio.transcriptions.create(model="m", file=b"RIFF"))
        (result,) = caller.driver.all(client.bulk([row]))

    assert b"RIFF" in form.calls.last.request.content
    assert result.response.choices[0].message.content == "mocked"
    assert caller.server.requests == []
