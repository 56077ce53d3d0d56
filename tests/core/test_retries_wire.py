"""When a call is repeated."""

from __future__ import annotations

import email.utils
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from apertis import APIConnectionError, APIError, InternalServerError, Outcome, RetryPolicy
from tests.drivers import AT_ONCE, Driver
from tests.server import (
    CLOSE,
    DONE,
    RESET,
    Flood,
    Script,
    Server,
    Step,
    chunk,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire

ERROR = {"error": {"message": "No."}}
CHUNK = chunk("stop", content="Hel")


class Recorder(RetryPolicy):
    """Writes down the waits, and does not wait."""

    def __init__(self, max_retries: int = 2) -> None:
        super().__init__(max_retries, random=lambda: 1.0)
        self.waits: list[float | None] = []

    def delay(self, attempt: int, outcome: Outcome) -> float | None:
        wait = super().delay(attempt, outcome)
        self.waits.append(wait)
        return None if wait is None else 0.0


FAILED_ATTEMPTS: dict[str, Script] = {
    "408": json_reply(ERROR, status=408),
    "409": json_reply(ERROR, status=409),
    "429": json_reply(ERROR, status=429),
    "500": json_reply(ERROR, status=500),
    "502 page": reply(b"<html></html>", status=502),
    "503": json_reply(ERROR, status=503),
    "529": json_reply(ERROR, status=529),
    "599": json_reply(ERROR, status=599),
    "told to": json_reply(ERROR, status=400, headers={"x-should-retry": "true"}),
    "closed": [CLOSE],
    "reset": [RESET],
    "closed in the headers": [b"HTTP/1.1 200 OK\r\nContent", CLOSE],
    "closed in the body": [*reply(b"{", length=9), CLOSE],
    "reset in the body": [*reply(b"{", length=9), RESET],
    "closed in a chunk": reply([b"{", CLOSE], framing="chunked"),
    "500 without its body": [*reply(b"{", status=500, length=9), CLOSE],
}


@pytest.mark.parametrize("failed", FAILED_ATTEMPTS)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_failure_that_may_pass(
    driver: Driver, server: Server, failed: str, *, stream: bool
) -> None:
    """A failure that may pass is followed by another attempt at the same call."""
    good = event_stream(CHUNK, DONE) if stream else json_reply(completion())
    server.answer(FAILED_ATTEMPTS[failed], FAILED_ATTEMPTS[failed], good)
    answer = driver.create(driver.client(max_retries=AT_ONCE), stream=stream)
    if stream:
        answer = driver.wait(answer.get_final_completion())
    requests = server.requests

    assert answer.choices[0].message.content == ("Hel" if stream else "Hello!")
    assert [request.all("x-retry-count") for request in requests] == [["0"], ["1"], ["2"]]
    assert len({request.body for request in requests}) == 1
    assert len({request.all("idempotency-key")[0] for request in requests}) == 1


PLAIN = json_reply(completion())[1]
FINAL: dict[str, tuple[Script, str]] = {
    "encoding": (
        reply(b"xx", headers={"Content-Encoding": "br"}),
        "unknown Content-Encoding: 'br'",
    ),
    "encodings": (
        reply(b"xx", headers={"Content-Encoding": "gzip, zstd"}),
        "unknown Content-Encoding: 'gzip, zstd'",
    ),
    "no gzip": (reply([PLAIN], headers={"Content-Encoding": "gzip"}), "not in its Content-Enc"),
    "no deflate": (
        reply([PLAIN], headers={"Content-Encoding": "deflate"}),
        "not in its Content-Enc",
    ),
}


@pytest.mark.parametrize("failed", FINAL)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_failure_that_stays(driver: Driver, server: Server, failed: str, *, stream: bool) -> None:
    """What cannot be read, and could not be the next time, is not paid for again."""
    script, message = FINAL[failed]
    server.answer(script)
    with pytest.raises(APIError, match=message):
        driver.create(driver.client(max_retries=AT_ONCE), stream=stream)

    assert len(server.requests) == 1


@pytest.mark.not_over_httpx(reason="it says only that this is no HTTP")
def test_port_that_speaks_tls(driver: Driver, server: Server) -> None:
    """A port that answers by TLS is asked once, and the message says so."""
    server.answer([b"\x15\x03\x01\x00\x02\x02\x46", CLOSE])
    with pytest.raises(APIConnectionError, match=r"http://.*: .* speaks TLS: is https:// meant"):
        driver.create(driver.client(max_retries=AT_ONCE))

    assert len(server.requests) == 1


def test_a_charset_is_no_encoding(driver: Driver, server: Server) -> None:
    """Servers that write the charset as Content-Encoding have encoded nothing."""
    server.answer(reply([PLAIN], headers={"Content-Encoding": "UTF-8"}))

    assert driver.create(driver.client()).choices[0].message.content == "Hello!"


@pytest.mark.parametrize("code", [408, 429, 500, 503])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_failure_at_200(driver: Driver, server: Server, code: int, *, stream: bool) -> None:
    """A body with status 200 that states one that may pass is followed by another attempt."""
    server.answer(json_reply({"error": {"message": "m", "code": code}}), json_reply(completion()))
    driver.create(driver.client(max_retries=AT_ONCE), stream=stream)

    assert len(server.requests) == 2


def test_failure_beside_an_answer(driver: Driver, server: Server) -> None:
    """An answer that ended with an error may have been billed, and is not asked for again."""
    choice = {"index": 0, "message": {"content": "Hel"}, "finish_reason": "error"}
    server.answer(json_reply({"choices": [choice], "error": {"message": "m", "code": 502}}))
    with pytest.raises(InternalServerError):
        driver.create(driver.client(max_retries=AT_ONCE))

    assert len(server.requests) == 1


def test_every_operation_is_repeated(driver: Driver, server: Server) -> None:
    """Looking up models goes through the same attempts."""
    server.answer(json_reply(ERROR, status=500), json_reply({"data": []}))
    server.answer([RESET], json_reply({"id": "m"}))
    client = driver.client(max_retries=AT_ONCE)
    driver.wait(client.models.list())
    driver.wait(client.models.retrieve("m"))

    assert [request.all("x-retry-count") for request in server.requests] == [
        ["0"],
        ["1"],
        ["0"],
        ["1"],
    ]


def test_server_that_starts_late(driver: Driver) -> None:
    """A connection that is refused is tried again."""

    class Starter(RetryPolicy):
        def delay(self, attempt: int, outcome: Outcome) -> float | None:
            late.start()
            return 0.0

    late = Server()
    late.answer(json_reply(completion()))
    try:
        answer = driver.create(driver.client(base_url=late.url, max_retries=Starter()))
        driver.close(driver.client())
    finally:
        late.close()

    assert answer.choices[0].message.content == "Hello!"
    assert late.requests[0].all("x-retry-count") == ["1"]
    assert not late.problems


def test_wait_until_a_date(driver: Driver, server: Server) -> None:
    """A date in `Retry-After` is waited for."""
    recorder = Recorder(1)
    moment = datetime.now(UTC) + timedelta(seconds=90)
    headers = {"Retry-After": email.utils.format_datetime(moment, usegmt=True)}
    server.answer(json_reply(ERROR, status=429, headers=headers), json_reply(completion()))
    driver.create(driver.client(max_retries=recorder))
    (wait,) = recorder.waits

    assert wait is not None
    assert 30 < wait <= 90


def test_short_wait_is_waited(driver: Driver, server: Server) -> None:
    """A retry follows after the milliseconds that the server asks for."""
    server.answer(
        json_reply(ERROR, status=429, headers={"retry-after-ms": "20"}), json_reply(completion())
    )
    answer = driver.create(driver.client(max_retries=1))

    assert answer.choices[0].message.content == "Hello!"
    assert len(server.requests) == 2


BEFORE_THE_FIRST: dict[str, Sequence[Step]] = {
    "nothing": [CLOSE],
    "reset": [RESET],
    "comment": [b": keep-alive\n\n", CLOSE],
    "half an event": [CHUNK[:20], CLOSE],
    "notice": [event(b"please hold the line"), CLOSE],
    "empty body": [],
    "rate limit": [event({"error": {"message": "No.", "code": 429}})],
    "overloaded": [event({"error": {"message": "No.", "type": "overloaded_error"}})],
    "torn": [b'data: {"choices": [{"ind\n\n'],
}


@pytest.mark.parametrize("body", BEFORE_THE_FIRST)
def test_stream_that_fails_before_its_first_event(
    driver: Driver, server: Server, body: str
) -> None:
    """A stream that fails before anything was handed over is opened again."""
    server.answer(event_stream(*BEFORE_THE_FIRST[body]), event_stream(CHUNK, DONE))
    stream = driver.create(driver.client(max_retries=AT_ONCE), stream=True)

    assert driver.all(stream.text_deltas()) == ["Hel"]
    assert [request.all("x-retry-count") for request in server.requests] == [["0"], ["1"]]


@pytest.mark.not_over_httpx(reason="told while the loop runs, which it does not here")
def test_connection_that_the_server_closed(driver: Driver, server: Server) -> None:
    """A connection that the server gave up while it was idle does not fail the next call."""
    server.answer([*json_reply(completion()), CLOSE], json_reply(completion()))
    client = driver.client()
    driver.create(client)
    server.wait_until_open(0)
    driver.create(client)

    assert server.connections == [1, 2]


def test_failed_attempts_leave_no_connection(driver: Driver, server: Server) -> None:
    """An attempt that is given up closes its connection, too."""
    server.answer(
        reply([b"{", RESET], framing="chunked"),
        event_stream(b'data: {"choices": [{"ind\n\n', Flood(b": more\n\n")),
        event_stream(CHUNK, DONE),
    )
    driver.all(driver.create(driver.client(max_retries=AT_ONCE), stream=True))
    server.wait_until_open(1)

    assert server.connections == [1, 2, 3]


def test_connection_error_after_all_attempts(driver: Driver, server: Server) -> None:
    """A server that never answers is asked as often as was agreed."""
    server.answer(*[[CLOSE]] * 3)
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APIConnectionError):
        driver.create(client)

    assert server.connections == [1, 2, 3]
