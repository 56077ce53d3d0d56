"""What takes too long. The waits are real and short: a socket must time out."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx
import pytest

from apertis import APITimeoutError, RetryPolicy
from tests.drivers import AT_ONCE, AsyncDriver, Driver
from tests.server import (
    DONE,
    Flood,
    Script,
    Server,
    chunk,
    completion,
    event_stream,
    json_reply,
    reply,
    silent_address,
)

pytestmark = pytest.mark.wire

SHORT = 0.2
# No test depends on how fast the machine is; but what has no end must not take for ever.
LONG = 5.0
CHUNK = chunk(content="Hel")


def _silences(server: Server) -> dict[str, Script]:
    gate = server.gate()  # nobody opens it
    return {
        "before the headers": [gate],
        "in the headers": [b"HTTP/1.1 200 OK\r\n", gate],
        "before the body": reply([gate], length=9),
        "in the body": reply([b"{", gate], length=9),
        "in an error": reply([b"{", gate], length=9, status=500),
    }


@pytest.mark.parametrize(
    ("place", "stream"),
    [
        ("before the headers", False),
        ("before the headers", True),
        ("in the headers", False),
        ("in the headers", True),
        ("before the body", False),
        ("before the body", True),
        ("in the body", False),
    ],
)
def test_silent_server(driver: Driver, server: Server, place: str, *, stream: bool) -> None:
    """A server that falls silent is not waited for longer than the time-out says."""
    server.answer(_silences(server)[place])
    client = driver.client(timeout=SHORT)
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match=r"0\.2 seconds: the server sent nothing") as caught:
        driver.create(client, stream=stream)

    assert time.monotonic() - began > SHORT * 0.9
    assert (caught.value.phase, caught.value.seconds) == ("read", SHORT)
    assert isinstance(caught.value.__cause__, httpx.ReadTimeout)
    server.wait_until_open(0)


def test_time_out_of_a_call(driver: Driver, server: Server) -> None:
    """The time-out of a call wins over that of the client; both take an `httpx.Timeout`."""
    server.answer(_silences(server)["before the headers"])
    client = driver.client(timeout=httpx.Timeout(60))
    with pytest.raises(APITimeoutError) as caught:
        driver.create(client, timeout=httpx.Timeout(60, read=SHORT))

    assert (caught.value.phase, caught.value.seconds) == ("read", SHORT)


def test_time_out_while_connecting(driver: Driver) -> None:
    """Connecting to a machine that does not react ends with the time-out."""
    with silent_address() as url:
        client = driver.client(base_url=url, timeout=httpx.Timeout(60, connect=SHORT))
        with pytest.raises(APITimeoutError, match=r"0\.2 seconds: could not connect") as caught:
            driver.create(client)

    assert (caught.value.phase, caught.value.seconds) == ("connect", SHORT)


def test_time_out_of_the_pool(driver: Driver, server: Server) -> None:
    """If all connections of the user's client are in use, a call ends with the time-out."""
    gate = server.gate()
    server.answer(event_stream(CHUNK, gate, DONE))
    http = driver.http_client(limits=httpx.Limits(max_connections=1))
    client = driver.client(http_client=http, timeout=httpx.Timeout(60, pool=SHORT))
    with driver.entered(driver.create(client, stream=True)):
        with pytest.raises(APITimeoutError, match="pool") as caught:
            driver.create(client)
        gate.open()

    assert (caught.value.phase, caught.value.seconds) == ("pool", SHORT)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_silence_is_followed_by_another_attempt(
    driver: Driver, server: Server, *, stream: bool
) -> None:
    """A call that timed out is tried again."""
    good = event_stream(CHUNK, DONE) if stream else json_reply(completion())
    silence = _silences(server)
    server.answer(silence["before the headers"], silence["before the body"], good)
    answer = driver.create(driver.client(timeout=SHORT, max_retries=AT_ONCE), stream=stream)
    if stream:
        driver.close(answer)

    assert server.connections == [1, 2, 3]


def test_silence_in_an_error(driver: Driver, server: Server) -> None:
    """An error whose explanation does not come is still that error."""
    server.answer(_silences(server)["in an error"])
    client = driver.client(timeout=SHORT)
    with pytest.raises(Exception, match="status 500"):
        driver.create(client)


@pytest.mark.parametrize("place", ["before the headers", "before the body", "in the body"])
def test_deadline(driver: Driver, server: Server, place: str) -> None:
    """The deadline of a call ends it, whatever it is waiting for."""
    server.answer(_silences(server)[place])
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APITimeoutError, match=r"deadline of 0\.2 seconds") as caught:
        driver.create(client, deadline=SHORT)

    assert (caught.value.phase, caught.value.seconds) == ("deadline", SHORT)
    assert len(server.requests) == 1
    server.wait_until_open(0)


def test_deadline_of_a_body_without_end(driver: Driver, server: Server) -> None:
    """The deadline ends a call whose answer never stops coming."""
    server.answer(reply([Flood(b"\n")], framing="chunked"))
    client = driver.client(max_retries=AT_ONCE)
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match="deadline") as caught:
        driver.create(client, deadline=SHORT)

    assert time.monotonic() - began < LONG
    assert caught.value.phase == "deadline"
    assert len(server.requests) == 1
    server.wait_until_open(0)


def test_deadline_of_headers_without_end(driver: Driver, server: Server) -> None:
    """The deadline ends a call whose server sends headers without end."""
    server.answer([Flood(b"HTTP/1.1 103 Early Hints\r\n\r\n")])
    client = driver.client(max_retries=AT_ONCE)
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match="deadline"):
        driver.create(client, deadline=SHORT)

    assert time.monotonic() - began < LONG
    server.wait_until_open(0)


def test_deadline_of_a_key(server: Server) -> None:
    """The deadline counts from the beginning, when the key is asked for."""

    async def key() -> str:
        async with asyncio.timeout(LONG):
            await asyncio.Event().wait()
        return ""

    with AsyncDriver(server.url) as driver:
        client = driver.client(api_key=key)
        began = time.monotonic()
        with pytest.raises(APITimeoutError, match="deadline"):
            driver.create(client, deadline=SHORT)

    assert time.monotonic() - began < LONG
    assert not server.requests


def test_deadline_holds_for_all_attempts(driver: Driver, server: Server) -> None:
    """Attempts that fail one after the other share one deadline."""
    server.answer(*[json_reply({}, status=500)] * 3, [server.gate()])
    client = driver.client(max_retries=RetryPolicy(9, first_wait=0))
    with pytest.raises(APITimeoutError) as caught:
        driver.create(client, deadline=1.5)

    assert caught.value.phase == "deadline"
    assert len(server.requests) == 4


@pytest.mark.parametrize("arrived", [b"", CHUNK], ids=["first", "later"])
@pytest.mark.parametrize(
    "rest",
    [lambda server: server.gate(), lambda server: Flood(b": keep-alive\n\n")],
    ids=["silence", "comments"],
)
def test_idle_stream(driver: Driver, server: Server, arrived: bytes, rest: Any) -> None:
    """The time for the next event is limited by itself, and comments are no events."""
    server.answer(event_stream(arrived, rest(server)))
    client = driver.client()
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match=r"stream was silent for 0\.2 seconds") as caught:
        driver.all(driver.create(client, stream=True, idle_timeout=SHORT))

    assert time.monotonic() - began < LONG
    assert (caught.value.phase, caught.value.seconds) == ("idle", SHORT)
    assert (caught.value.partial is not None) == bool(arrived)
    server.wait_until_open(0)


def test_idle_time_does_not_count_before_the_stream(driver: Driver, server: Server) -> None:
    """Until the headers are there it is the time-out that counts."""
    server.answer(_silences(server)["before the headers"])
    client = driver.client(timeout=SHORT)
    with pytest.raises(APITimeoutError) as caught:
        driver.create(client, stream=True, idle_timeout=0.05)

    assert (caught.value.phase, caught.value.seconds) == ("read", SHORT)


def test_next_call_after_a_time_out(driver: Driver, server: Server) -> None:
    """A connection whose answer was given up is not used again."""
    gate = server.gate()
    server.answer([gate, *json_reply(completion("late"))], json_reply(completion("in time")))
    client = driver.client(timeout=SHORT)
    with pytest.raises(APITimeoutError):
        driver.create(client)
    gate.open()

    assert driver.create(client).choices[0].message.content == "in time"
    assert server.connections == [1, 2]
