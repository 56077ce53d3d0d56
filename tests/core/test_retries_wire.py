"""When a call is repeated."""

from __future__ import annotations

import email.utils
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from apertis import (
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    InternalServerError,
    Outcome,
    RateLimitError,
    RetryPolicy,
)
from tests.server import (
    CLOSE,
    RESET,
    Flood,
    Server,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)
from tests.spec import spec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.drivers import Driver
    from tests.server import Script, Step

pytestmark = pytest.mark.wire

AT_ONCE = RetryPolicy(2, first_wait=0)
ERROR = {"error": {"message": "No."}}
CHUNK = event({"choices": [{"index": 0, "delta": {"content": "Hel"}, "finish_reason": "stop"}]})
DONE = event(b"[DONE]")


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


DOCUMENTED = sorted(
    {
        int(status)
        for operations in spec()["paths"].values()
        for operation in operations.values()
        for status in operation["responses"]
    }
)
HOPELESS = [s for s in DOCUMENTED if 400 <= s < 500 and s not in (408, 409, 429)]


@pytest.mark.parametrize("status", [*HOPELESS, 304, 418], ids=str)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_failure_that_stays(driver: Driver, server: Server, status: int, *, stream: bool) -> None:
    """What another attempt cannot mend is not tried again."""
    server.answer(json_reply(ERROR, status=status) if status != 304 else reply(status=304))
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APIStatusError):
        driver.create(client, stream=stream)

    assert len(server.requests) == 1


def test_server_that_forbids_it(driver: Driver, server: Server) -> None:
    """`x-should-retry: false` wins over the status."""
    server.answer(json_reply(ERROR, status=503, headers={"X-Should-Retry": "false"}))
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(InternalServerError):
        driver.create(client)

    assert len(server.requests) == 1


def test_last_failure_is_raised(driver: Driver, server: Server) -> None:
    """When no attempt is left, the last failure is what the caller sees."""
    server.answer(
        json_reply(ERROR, status=500),
        [CLOSE],
        json_reply(ERROR, status=429, headers={"x-request-id": "last"}),
    )
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(RateLimitError) as caught:
        driver.create(client)

    assert caught.value.request_id == "last"
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("of_client", "of_call", "attempts"),
    [(AT_ONCE, None, 3), (AT_ONCE, 0, 1), (0, RetryPolicy(1, first_wait=0), 2), (0, None, 1)],
    ids=["client", "none by call", "call", "none"],
)
def test_number_of_retries(
    driver: Driver, server: Server, of_client: Any, of_call: Any, attempts: int
) -> None:
    """How often a call is repeated is said by the client, or by the call."""
    server.answer(*[json_reply(ERROR, status=500)] * attempts)
    client = driver.client(max_retries=of_client)
    with pytest.raises(InternalServerError):
        driver.create(client, max_retries=of_call)

    assert len(server.requests) == attempts


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


def test_waits_grow(driver: Driver, server: Server) -> None:
    """Without a wish of the server's, the wait doubles from half a second to eight."""
    recorder = Recorder(6)
    server.answer(*[json_reply(ERROR, status=500)] * 7)
    client = driver.client(max_retries=recorder)
    with pytest.raises(InternalServerError):
        driver.create(client)

    # Shortened by the quarter that chance may take.
    assert recorder.waits == [0.375, 0.75, 1.5, 3.0, 6.0, 6.0, None]


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after-ms": "250"}, 0.25),
        ({"Retry-After": "45"}, 45.0),
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": "1.5"}, 1.5),
        ({"retry-after-ms": "10", "Retry-After": "45"}, 0.01),
        ({"retry-after-ms": "soon", "Retry-After": "45"}, 45.0),
        ({"Retry-After": "soon"}, 0.375),
        ({"Retry-After": "0"}, 0.375),
        ({"Retry-After": "-5"}, 0.375),
        ({"Retry-After": "nan"}, 0.375),
        ({"Retry-After": "Thu, 01 Jan 1998 00:00:00 GMT"}, 0.375),
        ({"Retry-After": "121"}, None),
        ({"retry-after-ms": "120001"}, None),
        ({"Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"}, None),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else None,
)
def test_wait_that_the_server_asks_for(
    driver: Driver, server: Server, headers: dict[str, str], wait: float | None
) -> None:
    """The wait a server asks for is kept exactly up to 120 seconds; beyond, there is no retry."""
    recorder = Recorder(1)
    server.answer(json_reply(ERROR, status=429, headers=headers))
    client = driver.client(max_retries=recorder)
    if wait is None:
        with pytest.raises(RateLimitError):
            driver.create(client)
    else:
        server.answer(json_reply(completion()))
        driver.create(client)

    assert recorder.waits == [wait]


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


def test_wait_past_the_deadline_is_not_begun(driver: Driver, server: Server) -> None:
    """Where the deadline leaves no time for the wait, the failure is raised at once."""
    server.answer(json_reply(ERROR, status=429, headers={"Retry-After": "100"}))
    client = driver.client(max_retries=2)
    with pytest.raises(RateLimitError) as caught:
        driver.create(client, deadline=60)

    assert caught.value.retry_after == 100
    assert len(server.requests) == 1


def test_answer_of_another_kind_is_not_asked_for_again(driver: Driver, server: Server) -> None:
    """A complete answer that is not what was promised would be the same the next time."""
    server.answer(reply(b"<html></html>"))
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APIResponseValidationError):
        driver.create(client)

    assert len(server.requests) == 1


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


def test_stream_that_is_refused_is_not_opened_again(driver: Driver, server: Server) -> None:
    """An error that stays is raised at once, though it came as an event."""
    server.answer(event_stream(event({"error": {"message": "No.", "code": 400}})))
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APIStreamError, match="No"):
        driver.create(client, stream=True)

    assert len(server.requests) == 1


AFTER_THE_FIRST: dict[str, Sequence[Step]] = {
    "closed": [CLOSE],
    "reset": [RESET],
    "rate limit": [event({"error": {"message": "No.", "code": 429}})],
    "torn": [b'data: {"choices": [{"ind\n\n'],
}


@pytest.mark.parametrize("rest", AFTER_THE_FIRST)
def test_stream_that_fails_later(driver: Driver, server: Server, rest: str) -> None:
    """What was handed over cannot be taken back, so a stream that breaks later stays broken."""
    gate = server.gate()
    server.answer(event_stream(CHUNK, gate, *AFTER_THE_FIRST[rest]))
    stream = driver.create(driver.client(max_retries=AT_ONCE), stream=True)
    first = driver.next(stream)
    gate.open()
    with pytest.raises(APIStreamError) as caught:
        driver.all(stream)

    assert first.choices[0].delta.content == "Hel"
    assert caught.value.partial is not None
    assert caught.value.partial.choices[0].message.content == "Hel"
    assert len(server.requests) == 1


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


@pytest.mark.parametrize(
    ("failed", "what"),
    [
        (json_reply({"error": {"message": "secret word"}}, status=503), "status 503"),
        ([CLOSE], "APIConnectionError"),
    ],
    ids=["status", "closed"],
)
def test_retries_are_logged(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture, failed: Script, what: str
) -> None:
    """Each retry is logged with what happened and how long the wait is, without any content."""
    server.answer(failed, json_reply(completion()))
    driver.create(
        driver.client(max_retries=AT_ONCE), messages=[{"role": "user", "content": "secret word"}]
    )
    (line,) = [
        record.getMessage()
        for record in caplog.records
        if record.name.startswith("apertis") and record.levelno >= logging.INFO
    ]

    assert what in line
    assert "0.00 seconds" in line
    assert "secret word" not in line


def test_connection_error_after_all_attempts(driver: Driver, server: Server) -> None:
    """A server that never answers is asked as often as was agreed."""
    server.answer(*[[CLOSE]] * 3)
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APIConnectionError):
        driver.create(client)

    assert server.connections == [1, 2, 3]
