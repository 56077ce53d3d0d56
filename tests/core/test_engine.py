"""`apertis._core.engine`.

Attempts, waits and failures, over a network and a clock made of a script.
"""

from __future__ import annotations

import json
import logging
import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from functools import partial
from typing import Any, NamedTuple, cast

import httpx
import pytest

import apertis
from apertis import (
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    InternalServerError,
    Outcome,
    PaymentRequiredError,
    RateLimitError,
    RetryPolicy,
)
from apertis._core.engine import Engine
from apertis._core.open_response import OpenResponse, decode_response
from apertis._core.settings import Settings
from apertis._streaming.source import EventSource, open_events
from apertis._transport.http11 import Head, join_values
from apertis._transport.messages import Request, Response
from apertis._transport.run_sync import run_sync
from apertis._transport.target import target_of
from apertis.chat.stream_format import CHUNK_FORMAT
from apertis_client._runtime.operation import Operation
from apertis_client.api.chat import create_chat_completion
from apertis_client.models import ChatCompletion, ChatCompletionChunk

URL = "https://host/v1/chat/completions"
KEY = "sk-live-0123456789abcdef"
CREATE = create_chat_completion.OPERATION
CALL: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "my question"}]}
COMPLETION = b'{"id": "1", "choices": [{"index": 0, "message": {"content": "my answer"}}]}'

Steps = Sequence[bytes | float | BaseException]


class Reply(NamedTuple):
    """An answer: after how long it begins, and what follows, bytes, seconds and failures."""

    status: int = 200
    headers: Mapping[str, str] = {}
    body: Steps = (COMPLETION,)
    after: float = 0.0


class Broken(NamedTuple):
    """A failure in place of an answer, and after how long."""

    error: BaseException
    after: float = 0.0


class Body:
    """The body of an answer, which knows whether it was closed."""

    def __init__(self, steps: Steps, wait: Callable[[float], None]) -> None:
        self.steps = iter(steps)
        self.wait = wait
        self.closed = False

    async def next_piece(self) -> bytes | None:
        for step in self.steps:
            if isinstance(step, bytes):
                return step
            if isinstance(step, float):
                self.wait(step)
            else:
                raise step
        self.closed = True
        return None

    async def close(self) -> None:
        self.closed = True


class Script:
    """A `Transport` that plays replies, with a clock that moves only by what the script says."""

    given: Any = None
    max_redirects = 20

    def __init__(self, *replies: Reply | Broken) -> None:
        self.replies = deque(replies)
        self.time = 1000.0
        self.requests: list[httpx.Request] = []
        self.bodies: list[Body] = []
        self.sleeps: list[float] = []
        self.abandoned: deque[Any] = deque()

    def wait(self, seconds: float, request: Request) -> None:
        allowed = request.timeouts.get("read", None)
        if allowed is not None and seconds >= allowed:
            self.time += allowed
            raise httpx.ReadTimeout("silence", request=request.httpx)
        self.time += seconds

    def request(self, method: str, url: str, **settings: Any) -> Request:
        known = {name: value for name, value in settings["headers"].items() if value is not None}
        target = target_of(httpx.URL(url).copy_merge_params(settings["params"]))
        return Request(method, target, known, settings["content"], settings["timeouts"])

    def now(self) -> float:
        return self.time

    def limit(self, seconds: float | None, request: object) -> AbstractAsyncContextManager[object]:
        return nullcontext()

    async def call(self, function: Callable[[], Any]) -> Any:
        return function()

    async def run(self, function: Callable[[], Any]) -> Any:
        return function()

    async def send(self, request: Request) -> Response:
        self.requests.append(request.httpx)
        reply = self.replies.popleft()
        self.wait(reply.after, request)
        if isinstance(reply, Broken):
            raise reply.error
        body = Body(reply.body, lambda seconds: self.wait(seconds, request))
        self.bodies.append(body)
        headers = [(name.encode(), value.encode()) for name, value in reply.headers.items()]
        head = Head(reply.status, b"", b"1.1", headers, join_values(headers))
        return Response(request, head, body)

    async def close_response(self, response: Response) -> None:
        await response.close()

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.time += seconds

    async def close(self) -> None:
        raise AssertionError


def settings(**given: Any) -> Settings:
    defaults: dict[str, Any] = {
        "api_key": KEY,
        "base_url": "https://host/v1",
        "timeout": None,
        "max_retries": RetryPolicy(random=lambda: 0.0),
        "default_headers": None,
        "default_query": None,
    }
    return Settings.check(**{**defaults, **given})


def call(script: Script, client: dict[str, Any] | None = None, **options: Any) -> ChatCompletion:
    engine = Engine(settings(**(client or {})), cast("Any", script))
    receive = partial(read_model, CREATE)
    answer: ChatCompletion = run_sync(engine.send(CREATE, {**CALL, **options}, receive))
    return answer


async def read_model(operation: Operation[Any], response: OpenResponse) -> Any:
    """Read a response as the model of an operation."""
    return decode_response(operation, response.response, await response.read())


def open_stream(
    script: Script, client: dict[str, Any] | None = None, **options: Any
) -> EventSource[ChatCompletionChunk]:
    engine = Engine(settings(**(client or {})), cast("Any", script))
    return run_sync(engine.send(CREATE, {**CALL, **options}, open_chunks, stream=True))


async def open_chunks(response: OpenResponse) -> Any:
    """Return the source of a stream once its first event is there."""
    return await open_events(CREATE, CHUNK_FORMAT, response)


def read_all(source: EventSource[ChatCompletionChunk]) -> list[Any]:
    chunks: list[Any] = []
    while (batch := run_sync(source.next_batch())) is not None:
        chunks += batch
    return chunks


def event(content: str | None = None, **members: Any) -> bytes:
    """Return an event of a stream with text, or with the members of its only choice."""
    delta = {} if content is None else {"content": content}
    chunk = {"choices": [{"index": 0, "delta": delta, **members}]}
    return b"data: %b\n\n" % json.dumps(chunk).encode()


def stream(*steps: bytes | float | BaseException, **reply: Any) -> Reply:
    return Reply(headers={"content-type": "text/event-stream"}, body=list(steps), **reply)


DONE = b"data: [DONE]\n\n"
WHOLE = stream(event("a"), event("b", finish_reason="stop"), DONE)


# A call that goes well


def test_a_call_is_sent_once() -> None:
    """A call that goes well is one request, with what it was given, and no wait."""
    script = Script(Reply(headers={"x-request-id": "r"}))
    completion = call(script)
    [request] = script.requests

    assert (request.method, str(request.url)) == ("POST", "https://host/v1/chat/completions")
    assert json.loads(request.content) == CALL
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["x-retry-count"] == "0"
    assert completion.choices[0].message.content == "my answer"
    assert completion.request_id == "r"
    assert script.sleeps == []
    assert [body.closed for body in script.bodies] == [True]


def test_a_request_that_cannot_be_made_is_refused() -> None:
    """Where no request can be made of a call, that is told like any wrong setting."""

    class Refusing(Script):
        def request(self, method: str, url: str, **settings: Any) -> Request:
            raise httpx.InvalidURL("what a host")

    with pytest.raises(apertis.ConfigurationError, match="what a host") as caught:
        call(Refusing())

    assert isinstance(caught.value.__cause__, httpx.InvalidURL)


# Repeating


@pytest.mark.parametrize("status", [300, 304, 400, 401, 402, 403, 404, 405, 413, 422, 451])
def test_a_status_that_stays_is_raised_at_once(status: int) -> None:
    """Any other failure is final."""
    script = Script(Reply(status, body=[b'{"error": {"message": "no", "code": "c"}}']))
    with pytest.raises(APIStatusError, match="no") as caught:
        call(script)

    assert (caught.value.status_code, caught.value.code) == (status, "c")
    assert script.sleeps == []
    assert all(body.closed for body in script.bodies)


ERRORS: list[type[Any]] = [
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.ReadError,
    httpx.ReadTimeout,
    httpx.WriteError,
    httpx.WriteTimeout,
    httpx.PoolTimeout,
    httpx.CloseError,
    httpx.ProxyError,
    httpx.RemoteProtocolError,
    httpx.DecodingError,
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
@pytest.mark.parametrize("place", ["before the headers", "before the body", "inside the body"])
def test_a_failure_of_the_network_is_repeated(error: type[Exception], place: str) -> None:
    """A failure to connect, send or receive is repeated while the answer is not complete."""
    failures: dict[str, Reply | Broken] = {
        "before the headers": Broken(error("x")),
        "before the body": Reply(body=[error("x")]),
        "inside the body": Reply(body=[COMPLETION[:9], error("x")]),
    }
    script = Script(failures[place], Reply())

    assert call(script).id == "1"
    assert script.sleeps == [0.5]
    assert all(body.closed for body in script.bodies)


@pytest.mark.parametrize(
    "error",
    [httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.TooManyRedirects],
    ids=lambda error: error.__name__,
)
def test_a_failure_that_stays_is_not_repeated(error: type[Any]) -> None:
    """What another attempt cannot mend is raised at once."""
    script = Script(Broken(error("why")))
    with pytest.raises(APIConnectionError, match="why") as caught:
        call(script)

    assert isinstance(caught.value.__cause__, error)
    assert not caught.value.repeatable
    assert script.sleeps == []


def all_of(cls: type[Any]) -> set[type[Any]]:
    return {cls}.union(*(all_of(child) for child in cls.__subclasses__()))


def made(cls: type[Any]) -> Exception:
    request = httpx.Request("POST", "https://host/v1")
    if cls is httpx.HTTPStatusError:
        response = httpx.Response(418, content=b'{"error": "a teapot"}', request=request)
        return httpx.HTTPStatusError("x", request=request, response=response)
    error: Any = cls("x") if issubclass(cls, httpx.HTTPError) else cls.__new__(cls, "x")
    assert isinstance(error, Exception)
    return error


HTTPX = {
    cls.__name__: cls
    for cls in sorted(all_of(httpx.HTTPError) | all_of(httpx.StreamError), key=str)
    if cls.__module__ == "httpx"
}


@pytest.mark.parametrize("cls", HTTPX.values(), ids=HTTPX.keys())
@pytest.mark.parametrize("inside", [False, True], ids=["before the headers", "inside the body"])
def test_every_exception_of_httpx_comes_out_as_ours(cls: type[Any], inside: bool) -> None:
    """Whatever httpx raises, at any moment of a call, is one of our errors, with its cause."""
    error = made(cls)
    script = Script(Reply(body=[COMPLETION[:9], error]) if inside else Broken(error))
    with pytest.raises(apertis.APIError) as caught:
        call(script, max_retries=0)

    assert caught.value.__cause__ is error
    assert caught.value.request is not None
    if cls is httpx.HTTPStatusError:
        assert isinstance(caught.value, APIStatusError)
        assert (caught.value.status_code, caught.value.message) == (418, "a teapot")
    else:
        assert isinstance(caught.value, APIConnectionError)
        assert isinstance(caught.value, APITimeoutError) == issubclass(cls, httpx.TimeoutException)
    assert all(body.closed for body in script.bodies)


@pytest.mark.parametrize("error", [KeyError("x"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("inside", [False, True], ids=["before the headers", "inside the body"])
def test_what_is_not_of_the_network_passes(error: BaseException, inside: bool) -> None:
    """What a hook or a signal raises is not ours to change, and closes the answer."""
    script = Script(Reply(body=[b"{", error]) if inside else Broken(error))
    with pytest.raises(type(error)) as caught:
        call(script)

    assert caught.value is error
    assert script.sleeps == []
    assert all(body.closed for body in script.bodies)


# How often, and when


def test_the_last_error_is_raised() -> None:
    """When no retries are left, the error of the last attempt is raised."""
    script = Script(
        Reply(500), Broken(httpx.ConnectError("refused")), Reply(503, body=[b'{"error": "last"}'])
    )
    with pytest.raises(InternalServerError, match="last") as caught:
        call(script)

    assert caught.value.status_code == 503
    assert script.sleeps == [0.5, 1.0]
    assert not script.replies


def test_an_error_that_stays_ends_the_retries() -> None:
    """An attempt that fails for good after one that did not ends the call."""
    script = Script(Reply(500), Reply(402))
    with pytest.raises(PaymentRequiredError):
        call(script)

    assert script.sleeps == [0.5]


@pytest.mark.parametrize("retries", [0, 1, 3])
@pytest.mark.parametrize("place", ["client", "call"])
def test_retries_are_those_asked_for(retries: int, place: str) -> None:
    """`max_retries` of the call counts, then that of the client."""
    script = Script(*[Reply(500)] * 9)
    client = {"max_retries": retries if place == "client" else 7}
    options = {"max_retries": retries} if place == "call" else {}
    with pytest.raises(InternalServerError):
        call(script, client, **options)

    assert len(script.requests) == retries + 1


def test_a_policy_is_asked_about_each_outcome() -> None:
    """A policy of one's own is told the number of the attempt, the status and the headers."""
    asked: list[tuple[int, int | None, str | None]] = []

    class Own(RetryPolicy):
        def delay(self, attempt: int, outcome: Outcome) -> float | None:
            asked.append((attempt, outcome.status, outcome.headers.get("x-reason")))
            return 0.25 if attempt < 3 else None

    script = Script(
        Reply(402, {"X-Reason": "a"}), Broken(httpx.ReadError("")), Reply(418), Reply(404)
    )
    with pytest.raises(apertis.NotFoundError):
        call(script, max_retries=Own())

    assert asked == [(0, 402, "a"), (1, None, None), (2, 418, None), (3, 404, None)]
    assert script.sleeps == [0.25] * 3


# What the attempts of a call have in common


def test_a_key_for_repetitions_can_be_given() -> None:
    """A key for repetitions of one's own is sent on each attempt."""
    script = Script(Reply(500), Reply())
    call(script, extra_headers={"Idempotency-Key": "mine"})

    assert [request.headers["idempotency-key"] for request in script.requests] == ["mine"] * 2


# The deadline


def test_a_wait_that_would_pass_the_deadline_is_not_begun() -> None:
    """Where the deadline leaves no time for wait and attempt, the last error is raised at once."""
    script = Script(Reply(500, after=1.0), Reply(503, after=1.0), Reply())
    with pytest.raises(InternalServerError) as caught:
        call(script, deadline=3.5)

    assert caught.value.status_code == 503
    assert script.sleeps == [0.5]
    assert script.time == 1002.5


def test_a_wait_that_the_server_asks_for_may_pass_the_deadline() -> None:
    """The same holds for a wait that the server asked for."""
    script = Script(Reply(429, {"retry-after": "60"}))
    with pytest.raises(RateLimitError):
        call(script, deadline=30)

    assert script.sleeps == []


def test_a_deadline_leaves_retries_that_fit() -> None:
    """Retries go on while there is time."""
    script = Script(Reply(500, after=1.0), Reply(503, after=1.0), Reply(after=1.0))

    assert call(script, deadline=5).id == "1"
    assert script.sleeps == [0.5, 1.0]


def test_an_attempt_ends_with_the_deadline() -> None:
    """An attempt that goes on past the deadline is cut off there, and not repeated."""
    script = Script(Reply(500, after=1.0), Reply(after=60.0))
    with pytest.raises(APITimeoutError) as caught:
        call(script, deadline=4)

    assert (caught.value.phase, caught.value.seconds) == ("deadline", 4.0)
    assert script.time == 1004.0
    assert script.sleeps == [0.5]


def test_without_a_deadline_silence_counts() -> None:
    """Without a deadline an attempt lasts as long as the server is not silent too long."""
    script = Script(Reply(body=[b" ", 9.0, b" ", 9.0, b" ", 9.0, COMPLETION]))

    assert call(script, timeout=10).id == "1"
    assert script.time == 1027.0


def test_a_key_that_takes_too_long_is_past_the_deadline() -> None:
    """When the deadline has passed before a request could be made, none is sent."""
    script = Script(Reply())

    def slow() -> str:
        script.time += 5.0
        return KEY

    with pytest.raises(APITimeoutError) as caught:
        call(script, {"api_key": slow}, deadline=3)

    assert caught.value.phase == "deadline"
    assert script.requests == []


def test_a_time_out_of_a_key_function_is_its_own() -> None:
    """A key function that gives up passes on what it raised, while there is time."""
    script = Script()

    def gives_up() -> str:
        raise TimeoutError("the safe is slow")

    with pytest.raises(TimeoutError, match="the safe is slow"):
        call(script, {"api_key": gives_up}, deadline=3)

    assert script.requests == []


# What is written down


def test_each_retry_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """A retry is logged with what happened and how long the wait is; content and key are not."""
    script = Script(
        Reply(429, {"retry-after": "7"}, [b'{"error": {"message": "my question is bad"}}']),
        Broken(httpx.ConnectError("refused")),
        Reply(),
    )
    with caplog.at_level(logging.INFO, "apertis"):
        call(script)

    assert [(record.name, record.levelname) for record in caplog.records] == [
        ("apertis.engine", "INFO")
    ] * 2
    assert [record.getMessage() for record in caplog.records] == [
        "attempt 1 failed (status 429); retrying in 7.00 seconds",
        (
            f"attempt 2 failed (APIConnectionError: could not connect to {URL}: refused);"
            " retrying in 1.00 seconds"
        ),
    ]


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_no_log_line_shows_a_key(caplog: pytest.LogCaptureFixture, level: str) -> None:
    """On no level does a log line show the key, nor above the lowest what was said."""
    script = Script(Reply(500), Broken(httpx.ReadError("")), Reply())
    with caplog.at_level(level, "apertis"):
        call(script, extra_headers={"x-api-key": KEY})
        read_all(
            open_stream(
                Script(
                    stream(b"data: a notice\n\n", event("my answer", finish_reason="stop"), DONE)
                )
            )
        )

    written = "".join(f"{record.getMessage()} {record.args}" for record in caplog.records)
    assert KEY not in written
    assert "my question" not in written
    assert "my answer" not in written
    assert re.search("attempt 1", written)


def test_a_call_that_goes_well_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Above the lowest level there is nothing to say about a call that goes well."""
    with caplog.at_level(logging.INFO, "apertis"):
        call(Script(Reply()))

    assert caplog.records == []


# Streams


FINAL: dict[str, tuple[Reply, type[Exception]]] = {
    "status": (Reply(400), apertis.BadRequestError),
    "error with a status": (
        stream(b'data: {"error": {"message": "m", "code": 400}}\n\n'),
        apertis.BadRequestError,
    ),
    "error without a status": (stream(b'data: {"error": "m"}\n\n'), APIStreamError),
    "billing": (stream(b'data: {"error": {"type": "billing_error"}}\n\n'), PaymentRequiredError),
    "a page": (
        Reply(headers={"content-type": "text/html"}, body=[b"<html>"]),
        APIResponseValidationError,
    ),
    "an error instead of a stream": (
        Reply(headers={"content-type": "application/json"}, body=[b'{"error": {"message": "m"}}']),
        APIResponseValidationError,
    ),
}


@pytest.mark.parametrize(("reply", "error"), FINAL.values(), ids=FINAL.keys())
def test_a_stream_that_cannot_begin_is_not_opened_anew(
    reply: Reply, error: type[Exception]
) -> None:
    """A failure that stays is raised at once, before there is a stream."""
    script = Script(reply)
    with pytest.raises(error):
        open_stream(script)

    assert script.sleeps == []
    assert all(body.closed for body in script.bodies)


def test_a_reader_that_takes_its_time_is_no_silence() -> None:
    """What happens between two chunks on our side does not count as silence of the server."""
    script = Script(WHOLE)
    source = open_stream(script, idle_timeout=3)
    script.time += 1000.0

    assert len(read_all(source)) == 2


# Sizes


@pytest.mark.parametrize("most", [len(COMPLETION), None])
def test_a_body_within_the_limit_is_read(most: int | None) -> None:
    """A body of exactly the limit is read, and one of any size where there is none."""
    assert call(Script(Reply()), {"max_response_bytes": most}).id == "1"


def test_an_error_that_breaks_off_is_read_as_far_as_it_came() -> None:
    """What came of an error body before it broke off is kept."""
    script = Script(Reply(400, body=[b"not today", httpx.ReadError("lost")]))
    with pytest.raises(APIStatusError, match="not today") as caught:
        call(script)

    assert caught.value.response.content == b"not today"
