"""Clients, their copies and their connections."""

from __future__ import annotations

import asyncio
import copy
import gc
import os
import pickle
import sys
import warnings
from collections.abc import Sequence
from functools import partial
from typing import Any

import httpx
import pytest
import trio

from apertis import ApertisError, APITimeoutError, AsyncApertis, RetryPolicy
from apertis._transport.run_sync import run_sync
from apertis._transport.sync_backend import SyncBackend
from apertis_client.models import UserMessageDict
from tests.drivers import KEY, Driver, SyncDriver
from tests.server import (
    DONE,
    Request,
    Server,
    Step,
    chunk,
    completion,
    event_stream,
    json_reply,
)

pytestmark = pytest.mark.wire

CHUNK = chunk("stop", content="Hi")


def test_calls_share_a_connection(driver: Driver, server: Server) -> None:
    """Calls one after the other go over the same connection, whatever they ask for."""
    server.answer(json_reply(completion()), json_reply({"data": []}), json_reply({"id": "m"}))
    client = driver.client()
    driver.create(client)
    driver.wait(client.models.list())
    driver.wait(client.models.retrieve("m"))

    assert server.connections == [1, 1, 1]


@pytest.mark.parametrize("method", ["with_options", "copy"])
def test_copy_shares_the_connections(driver: Driver, server: Server, method: str) -> None:
    """A client with some settings changed sends over the connections of the first."""
    server.answer(*[json_reply(completion())] * 3)
    client = driver.client(default_headers={"X-Team": "red", "X-Shift": "night"}, max_retries=0)
    changed = getattr(client, method)(
        api_key="other-secret", default_headers={"X-Team": "blue"}, default_query={"page": 1}
    )
    driver.create(client)
    driver.create(changed)
    driver.create(client)
    first, second, third = server.requests

    assert type(changed) is type(client)
    assert server.connections == [1, 1, 1]
    assert second.all("authorization") == ["Bearer other-secret"]
    assert (second.all("x-team"), second.all("x-shift")) == (["blue"], [])
    assert second.path == "/v1/chat/completions?page=1"
    for request in (first, third):
        assert request.all("authorization") == [f"Bearer {KEY}"]
        assert (request.all("x-team"), request.all("x-shift")) == (["red"], ["night"])
        assert request.path == "/v1/chat/completions"


def test_copy_keeps_what_is_not_changed(driver: Driver, server: Server) -> None:
    """What a copy is not told stays as it was, None included."""
    server.answer(*[json_reply({}, status=500)] * 2)
    client = driver.client(max_retries=RetryPolicy(1, first_wait=0), default_query={"a": "b"})
    changed = client.with_options(timeout=30, max_retries=None)
    with pytest.raises(ApertisError):
        driver.create(changed)

    assert [request.path for request in server.requests] == ["/v1/chat/completions?a=b"] * 2
    assert changed.base_url == client.base_url == server.url
    assert changed.api_key == KEY


def test_copy_to_another_server(driver: Driver, server: Server) -> None:
    """A copy may go elsewhere; the first stays where it was."""
    server.answer(json_reply(completion("here")))
    with Server() as other:
        other.answer(json_reply(completion("there")))
        client = driver.client()
        there = driver.create(client.with_options(base_url=other.url))
        here = driver.create(client)

    assert [answer.choices[0].message.content for answer in (here, there)] == ["here", "there"]
    assert not other.problems


def test_closing_a_copy_leaves_the_original_open(driver: Driver, server: Server) -> None:
    """Only the client that made the connections closes them."""
    server.answer(json_reply(completion()), json_reply(completion()))
    client = driver.client()
    driver.create(client)
    with driver.entered(client.with_options(timeout=30)):
        pass
    driver.close(client.copy().copy())
    driver.create(client)

    assert server.connections == [1, 1]


@pytest.mark.not_over_httpx(reason="an HTTP client that is given is not closed")
@pytest.mark.parametrize("explicitly", [False, True], ids=["left", "closed"])
def test_closing_closes_the_connections(
    driver: Driver, server: Server, *, explicitly: bool
) -> None:
    """A client that is left or closed has no connection any more, and says so when called."""
    server.answer(json_reply(completion()))
    client = driver.client()
    with driver.entered(client) as entered:
        driver.create(entered)
        if explicitly:
            driver.close(client)
    server.wait_until_open(0)
    with pytest.raises(ApertisError, match="closed"):
        driver.create(client)
    with pytest.raises(ApertisError, match="closed"):
        driver.create(client.with_options(timeout=30), stream=True)
    driver.close(client)

    assert len(server.requests) == 1


@pytest.mark.not_over_httpx(reason="an HTTP client that is given is not closed")
def test_client_that_never_called_anybody(driver: Driver) -> None:
    """A client that was not used is closed as well as any."""
    client = driver.client()
    with driver.entered(client) as entered:
        assert entered is client
    with pytest.raises(ApertisError, match="closed"):
        driver.create(client)


def test_own_http_client_is_used_and_left_open(driver: Driver, server: Server) -> None:
    """The user's own httpx client sends, with its own headers, and is never closed."""
    server.answer(json_reply(completion()), json_reply(completion()))
    http = driver.http_client(headers={"X-Mine": "yes", "User-Agent": "mine"}, cookies={"a": "b"})
    with driver.entered(driver.client(http_client=http)) as client:
        driver.create(client)
    with driver.entered(driver.client().with_options(http_client=http)) as client:
        driver.create(client)

    assert not http.is_closed
    assert server.connections == [1, 1]
    for request in server.requests:
        assert request.all("x-mine") == ["yes"]
        assert request.all("cookie") == ["a=b"]
        assert request.all("authorization") == [f"Bearer {KEY}"]
        assert request.all("user-agent")[0].startswith("apertis-python/")


def test_own_transport(driver: Driver, server: Server) -> None:
    """A client can be tried without any network, over a transport of httpx's."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=completion(request.url.path))

    http = driver.http_client(transport=httpx.MockTransport(answer))
    client = driver.client(http_client=http, base_url="https://api.example")

    assert driver.create(client).choices[0].message.content == "/chat/completions"
    assert not server.requests


def test_http_client_of_the_wrong_kind(driver: Driver) -> None:
    """An async httpx client is refused by the sync client at once, and the other way round."""
    with pytest.raises(TypeError, match="http_client"):
        driver.client(http_client=object())


def _echo(request: Request) -> Sequence[Step]:
    return json_reply(completion(request.json["messages"][0]["content"]))


def _echo_stream(request: Request) -> Sequence[Step]:
    text = request.json["messages"][0]["content"]
    return event_stream(
        *(chunk(content=part) for part in text),
        chunk("stop"),
        DONE,
    )


@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
def test_threads_share_a_client(server: Server, *, streamed: bool) -> None:
    """Eight threads use one client at once, and each gets its own answers."""
    calls = 10
    server.answer(*[_echo_stream if streamed else _echo] * 8 * calls)
    with SyncDriver(server.url) as driver:
        client = driver.client()

        def work(number: int) -> list[str]:
            answers = []
            for call in range(calls):
                messages = [{"role": "user", "content": f"{number}.{call}"}]
                answer = driver.create(client, messages=messages, stream=streamed)
                whole = answer.get_final_completion() if streamed else answer
                answers.append(whole.choices[0].message.content)
            return answers

        answers = driver.together([partial(work, number) for number in range(8)])

    assert answers == [[f"{number}.{call}" for call in range(calls)] for number in range(8)]
    assert max(server.connections) <= 8


def test_calls_at_the_same_time(driver: Driver, server: Server) -> None:
    """Calls that are under way at the same time each get their own answer."""
    server.answer(*[_echo] * 20)
    client = driver.client()
    questions = [[{"role": "user", "content": str(number)}] for number in range(20)]
    calls = [partial(driver.request, client, messages=messages) for messages in questions]
    answers = driver.together(calls)

    assert [answer.choices[0].message.content for answer in answers] == [
        str(number) for number in range(20)
    ]


def _key() -> str:
    return KEY


@pytest.mark.not_over_httpx(reason="a client that is given one is not copied")
@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda client: pickle.loads(pickle.dumps(client))],
    ids=["copy", "deepcopy", "pickle"],
)
def test_copied_client_has_its_own_connections(driver: Driver, server: Server, copied: Any) -> None:
    """A client that was copied by Python or pickled does the same over connections of its own."""
    server.answer(*[json_reply(completion())] * 3)
    client = driver.client(
        api_key=_key,
        default_headers={"X-Team": "red"},
        default_query={"a": "b"},
        max_retries=RetryPolicy(1, first_wait=0),
        timeout=httpx.Timeout(9),
    )
    driver.create(client)
    twin = driver.kept(copied(client))
    driver.create(twin)
    driver.close(twin)
    driver.create(client)
    first, second, _ = server.requests

    assert server.connections == [1, 2, 1]
    assert second.path == first.path == "/v1/chat/completions?a=b"
    assert second.all("x-team") == ["red"]
    assert second.all("authorization") == [f"Bearer {KEY}"]


@pytest.mark.not_over_httpx(reason="a client that is given one is not copied")
@pytest.mark.parametrize(
    "copied",
    [copy.deepcopy, lambda resource: pickle.loads(pickle.dumps(resource))],
    ids=["deepcopy", "pickle"],
)
def test_copied_resource_has_its_own_connections(
    driver: Driver, server: Server, copied: Any
) -> None:
    """A resource that has been used can be copied as its client can."""
    server.answer(*[json_reply(completion())] * 2)
    client = driver.client(default_headers={"X-Team": "red"})
    driver.create(client)
    twin = copied(client.chat)
    messages = [{"role": "user", "content": "Hi"}]
    driver.wait(twin.completions.create(model="m", messages=messages))

    closing = twin._engine.backend.close()
    driver.wait(run_sync(closing) if driver.name == "sync" else closing)

    assert server.connections == [1, 2]
    assert server.requests[1].all("x-team") == ["red"]


def test_client_with_an_http_client_is_not_copied(driver: Driver) -> None:
    """A client with an httpx client of the user's cannot be copied or pickled."""
    client = driver.client(http_client=driver.http_client())
    for each in (client, client.chat, client.chat.completions):
        with pytest.raises(TypeError, match=r"^a client with an http_client of yours"):
            copy.deepcopy(each)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_forked_child_has_its_own_connections(server: Server) -> None:
    """After a fork the child opens a connection of its own, and leaves that of its parent alone."""
    server.answer(*[json_reply(completion())] * 3)
    with SyncDriver(server.url) as driver:
        client = driver.client()
        driver.create(client)
        with warnings.catch_warnings():
            # The server has threads, which the child does not use.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            status = 1
            try:
                driver.create(client)
                client.close()
                status = 0
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        driver.create(client)

    assert os.waitstatus_to_exitcode(status) == 0
    assert server.connections == [1, 2, 1]


def test_a_closed_client_does_not_wait_to_repeat_a_call() -> None:
    """A call that would be repeated after a wait ends before it, where its client is closed."""
    transport = SyncBackend(None)
    run_sync(transport.close())

    with pytest.raises(ApertisError, match="client is closed"):
        run_sync(transport.sleep(0))


MESSAGES: list[UserMessageDict] = [{"role": "user", "content": "Hi"}]


def _settings(server: Server) -> dict[str, Any]:
    return {"api_key": KEY, "base_url": server.url, "max_retries": 0}


# A loop that ends takes with it what was not closed in it, which asyncio says.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_client_in_one_event_loop_after_another(server: Server) -> None:
    """An asynchronous client opens new connections where another event loop runs."""
    server.answer(*[json_reply(completion())] * 4)
    client = AsyncApertis(**_settings(server))

    async def calls() -> None:
        for _ in range(2):
            await client.chat.completions.create(model="m", messages=MESSAGES)

    async def last_calls() -> None:
        async with client:
            await calls()

    asyncio.run(calls())
    asyncio.run(last_calls())
    gc.collect()  # while the warnings are expected

    assert server.connections == [1, 1, 2, 2]


def test_client_under_trio(server: Server) -> None:
    """An asynchronous client works under trio: calls, streams, retries, deadlines."""
    server.answer(
        json_reply({}, status=503),
        json_reply(completion()),
        event_stream(CHUNK, b"data: [DONE]\n\n"),
        [server.gate()],
    )

    async def main() -> None:
        async with AsyncApertis(**_settings(server)) as client:
            create = client.chat.completions.create
            at_once = RetryPolicy(1, first_wait=0)
            whole = await create(model="m", messages=MESSAGES, max_retries=at_once)
            assert whole.choices[0].message.content == "Hello!"
            async for chunk in create(model="m", messages=MESSAGES, stream=True, idle_timeout=10):
                assert chunk.choices[0].delta.content == "Hi"
            with pytest.raises(APITimeoutError, match="deadline"):
                await create(model="m", messages=MESSAGES, deadline=0.05)

    trio.run(main)


def test_repr_shows_no_key(driver: Driver) -> None:
    """A client shows where it sends to, and not with what key."""
    client = driver.client()

    assert client.base_url in repr(client)
    assert KEY not in f"{client!r} {client} {client._engine.settings!r}"
