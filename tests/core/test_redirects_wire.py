"""What a redirect and a cookie take along, over a socket."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from apertis import APIStatusError
from tests.drivers import Driver
from tests.server import DONE, Server, chunk, completion, event_stream, json_reply, reply

pytestmark = pytest.mark.wire

CALLS: dict[str, Callable[[Driver, Any], Any]] = {
    "create": lambda driver, client: driver.create(client),
    "stream": lambda driver, client: driver.create(client, stream=True),
    "list": lambda driver, client: driver.wait(client.models.list()),
}
STATUSES = [301, 302, 303, 307, 308]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("call", CALLS)
def test_another_origin_gets_nothing(
    driver: Driver, server: Server, *, status: int, call: str
) -> None:
    """A redirect to another server is an error with the status, and is not tried again."""
    with Server() as other:
        server.answer(reply(b"moved", status=status, headers={"Location": f"{other.url}/x"}))
        headers = {"x-api-key": "topsecret-987654"}
        client = driver.client(default_headers=headers, max_retries=2)
        with pytest.raises(APIStatusError) as caught:
            CALLS[call](driver, client)

    assert caught.value.status_code == status
    assert caught.value.body == "moved"
    assert other.connections == []
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", STATUSES)
def test_within_the_origin(driver: Driver, server: Server, *, status: int) -> None:
    """A redirect within the origin is followed as HTTP says, with the headers of the call."""
    moved = reply(status=status, headers={"Location": "/v2/chat/completions"})
    server.answer(moved, json_reply(completion()))
    response = driver.wait(
        driver.client().chat.completions.with_raw_response.create(
            model="m", messages=[{"role": "user", "content": "Hi"}]
        )
    )
    first, second = server.requests

    assert response.parse().choices[0].message.content == "Hello!"
    assert [each.status_code for each in response.http_response.history] == [status]
    assert (second.method, second.path) == (
        "POST" if status >= 307 else "GET",
        "/v2/chat/completions",
    )
    assert second.body == (first.body if status >= 307 else b"")
    assert second.all("authorization") == first.all("authorization") != []


def test_within_the_origin_and_then_away(driver: Driver, server: Server) -> None:
    """What answers in the end is of the origin that was asked in the beginning."""
    with Server() as other:
        server.answer(
            reply(status=303, headers={"Location": "/v2"}),
            reply(status=302, headers={"Location": other.url}),
        )
        with pytest.raises(APIStatusError, match="redirects to"):
            driver.create(driver.client())

    assert other.connections == []


def test_cookies_are_not_kept(driver: Driver, server: Server) -> None:
    """A cookie that came with the answer to one key goes with no later request of any key."""
    set_cookie = {"Set-Cookie": "session=of-the-first; Path=/"}
    server.answer(*[json_reply(completion(), headers=set_cookie)] * 3)
    client: Any = driver.client()
    for asking in (client, client.with_options(api_key="sk-other-0123456789"), client):
        driver.create(asking)

    assert [request.all("cookie") for request in server.requests] == [[], [], []]


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_a_client_that_is_given_keeps_its_own_cookies(
    driver: Driver, server: Server, *, stream: bool
) -> None:
    """What a program set is sent, what it asked for itself is kept; our answers change neither."""
    ours = {"Set-Cookie": "mine=overwritten; Path=/", "set-cookie": "ours=1; Path=/"}
    events = event_stream(chunk("stop", content="Hi"), DONE, headers=ours)
    answer = events if stream else json_reply(completion(), headers=ours)
    theirs = json_reply({"data": []}, headers={"Set-Cookie": "login=2; Path=/"})
    moved = {"Location": f"{server.url}/chat/completions", **ours}
    server.answer(answer, reply(status=307, headers=moved), answer, theirs, answer, answer)
    http = driver.http_client(cookies={"mine": "a"}, follow_redirects=True)
    client = driver.client(http_client=http)

    def ask() -> None:
        answered = driver.create(client, stream=stream)
        if stream:
            driver.all(answered)

    ask()
    ask()
    driver.wait(http.get(f"{server.url}/models"))
    ask()
    http.cookies = {"mine": "b"}
    ask()

    assert [sorted(request.all("cookie")) for request in server.requests] == [
        ["mine=a"],
        ["mine=a"],
        ["mine=a"],
        ["mine=a"],
        ["mine=a; login=2"],
        ["mine=b"],
    ]
    assert dict(http.cookies) == {"mine": "b"}
