"""llmock: a server that fails as model servers do, and reports mistakes of its clients.

It sees each attempt and when it came. Its findings are errors (a Retry-After that was ignored, a
retry that cannot help, a storm of retries, half an answer taken for a whole one) and warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import apertis
from apertis import (
    ApertisError,
    APIError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    InternalServerError,
    NotFoundError,
    RateLimitError,
    RetryPolicy,
)
from tests.drivers import Driver
from tests.faults.llmock_control import Mock, install_llmock, running

SOON = RetryPolicy(2, first_wait=0.01)

WORDS = ["one ", "two ", "three ", "four"]
REPLY = {"type": "reply", "text": "".join(WORDS), "times": None}
# What llmock sends for it: a chunk with the role, the words, one with the reason for the end, and
# [DONE].
LAST_WORD, END, DONE = len(WORDS), len(WORDS) + 1, len(WORDS) + 2


@pytest.fixture(scope="session")
def folder() -> Path:
    """Install llmock if it is not yet there, and return where."""
    return install_llmock()


@pytest.fixture(scope="session")
def _mock(folder: Path) -> Iterator[Mock]:
    with running(folder) as mock:
        yield mock


@pytest.fixture
def mock(_mock: Mock) -> Mock:
    """Return llmock as it was at its start."""
    _mock.reset()
    return _mock


@pytest.fixture
def address(mock: Mock) -> str:
    return f"{mock.address}/v1"


@pytest.fixture
def client(driver: Driver, mock: Mock) -> Any:
    return client_of(driver, mock)


def client_of(driver: Driver, mock: Mock, dialect: str = "v1") -> Any:
    return driver.client(base_url=f"{mock.address}/{dialect}", max_retries=SOON)


# -- statuses ----------------------------------------------------------------------------------

REFUSALS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    402: "PaymentRequiredError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    413: "RequestTooLargeError",
    418: "APIStatusError",
    422: "UnprocessableEntityError",
}
REPEATED = [408, 409, 429, 500, 502, 503, 529, 599]


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("status", REFUSALS)
def test_what_no_retry_can_help_is_raised(
    driver: Driver, client: Any, mock: Mock, status: int, stream: bool
) -> None:
    """A refusal is raised as the class for its status, after one attempt."""
    mock.script({"type": "fail", "status": status, "message": "No!", "code": "no_way"})
    with pytest.raises(APIStatusError, match="No!") as raised:
        driver.create(client, stream=stream)

    assert type(raised.value) is getattr(apertis, REFUSALS[status])
    assert (raised.value.status_code, raised.value.code) == (status, "no_way")
    assert len(mock.attempts()) == 1
    assert mock.findings() == []


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("status", REPEATED)
def test_what_a_retry_can_help_is_repeated(
    driver: Driver, client: Any, mock: Mock, status: int, stream: bool
) -> None:
    """A failure that may pass is tried again, and the answer to that is the answer."""
    mock.script(REPLY, {"type": "fail", "status": status, "retry_after": 0.01})

    assert answer(driver, client, stream=stream) == "".join(WORDS)
    assert len(mock.attempts()) == 2
    assert mock.findings() == []


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_retry_after_is_waited_for(driver: Driver, client: Any, mock: Mock, stream: bool) -> None:
    """A wait that the server asks for is waited to its end."""
    mock.script(REPLY, {"type": "fail", "status": 429, "retry_after": 0.3})

    assert answer(driver, client, stream=stream) == "".join(WORDS)
    assert len(mock.attempts()) == 2
    assert mock.findings() == []


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_an_outage_is_met_with_few_attempts_ever_further_apart(
    driver: Driver, client: Any, mock: Mock, stream: bool
) -> None:
    """Where each attempt fails, the last failure is raised; the waits between them grow."""
    mock.script({"type": "fail", "status": 500, "times": None})
    with pytest.raises(InternalServerError):
        driver.create(client, stream=stream, max_retries=RetryPolicy(2, first_wait=0.2))

    assert len(mock.attempts()) == 3
    assert mock.findings() == []


@pytest.mark.parametrize("dialect", ["ai21", "groq/openai", "mistral", "perplexity", "together"])
def test_other_gateways_are_understood(driver: Driver, mock: Mock, dialect: str) -> None:
    """Servers that word their answers and errors in their own way are understood."""
    client = client_of(driver, mock, f"{dialect}/v1")
    mock.script(REPLY, {"type": "fail", "status": 404, "message": "Nobody here."})
    with pytest.raises(NotFoundError, match="Nobody here"):
        driver.create(client, temperature=0)
    assert answer(driver, client) == "".join(WORDS)
    assert answer(driver, client, stream=True) == "".join(WORDS)
    assert mock.findings() == []


# -- streams -----------------------------------------------------------------------------------

BREAKS = ["disconnect", "truncate", "malformed", "stall"]

# A stream as short as these is sent to its end before its reader can hang up, and then llmock
# cannot see that the reader took offence.
SENT_TO_ITS_END = {"malformed": "malformed_chunk_ignored"}


def transport_errors(kind: str, after_chunks: int) -> dict[str, Any]:
    fault = {"type": "stream_fault", "kind": kind, "after_chunks": after_chunks}
    return {**fault, "stall_seconds": 5} if kind == "stall" else fault


@pytest.mark.parametrize("kind", BREAKS)
def test_a_stream_that_breaks_before_its_first_chunk_is_repeated(
    driver: Driver, client: Any, mock: Mock, kind: str
) -> None:
    """Nothing had been handed over, so the application does not hear of it."""
    mock.script(REPLY, transport_errors(kind, 0))

    assert answer(driver, client, stream=True, idle_timeout=0.2) == "".join(WORDS)
    assert [attempt["fault"] for attempt in mock.attempts()] == [f"stream:{kind}@0", None]
    assert_found_nothing_but(SENT_TO_ITS_END.get(kind), mock)


@pytest.mark.parametrize("place", range(1, END + 1))
@pytest.mark.parametrize("kind", BREAKS)
def test_a_stream_that_breaks_later_raises(
    driver: Driver, client: Any, mock: Mock, kind: str, place: int
) -> None:
    """A break in a stream is one of our errors, with what had arrived; asking again is right."""
    mock.script(REPLY, transport_errors(kind, place))
    stream = driver.create(client, stream=True, idle_timeout=0.2)
    with pytest.raises((APIStreamError, APITimeoutError)) as raised:
        driver.all(stream)

    assert arrived(raised.value) == "".join(WORDS[: place - 1])
    assert isinstance(raised.value, APITimeoutError) is (kind == "stall")
    assert len(mock.attempts()) == 1
    assert answer(driver, client, stream=True) == "".join(WORDS)
    assert_found_nothing_but(SENT_TO_ITS_END.get(kind), mock)


@pytest.mark.parametrize("kind", ["truncate", "malformed"])
def test_a_stream_whose_end_alone_is_lost_is_whole(
    driver: Driver, client: Any, mock: Mock, kind: str
) -> None:
    """Without [DONE], or with half of it, a stream that has said why it ends is whole."""
    mock.script(REPLY, transport_errors(kind, DONE))

    assert answer(driver, client, stream=True) == "".join(WORDS)


@pytest.mark.parametrize("kind", ["disconnect", "stall"])
def test_a_stream_whose_body_has_no_end_raises(
    driver: Driver, client: Any, mock: Mock, kind: str
) -> None:
    """A body that is cut, or goes silent, is an error even after the last word."""
    mock.script(REPLY, transport_errors(kind, DONE))
    with pytest.raises((APIStreamError, APITimeoutError)) as raised:
        answer(driver, client, stream=True, idle_timeout=0.2)

    assert arrived(raised.value) == "".join(WORDS)


def test_patience_outlasts_a_stall(driver: Driver, client: Any, mock: Mock) -> None:
    """Silence within the limits is no failure: one attempt, the whole answer."""
    stall = {**transport_errors("stall", 2), "stall_seconds": 0.1}
    mock.script(REPLY, stall, {"type": "slow_first_token", "seconds": 0.1})

    assert answer(driver, client, stream=True, idle_timeout=30) == "".join(WORDS)
    assert len(mock.attempts()) == 1
    assert mock.findings() == []


def arrived(error: APIError) -> str:
    """Return the text that had arrived before a stream broke."""
    assert isinstance(error, (APIStreamError, APITimeoutError))
    assert error.partial is not None
    return error.partial.choices[0].message.content or ""


def assert_found_nothing_but(code: str | None, mock: Mock) -> None:
    assert [finding for finding in mock.findings() if finding.partition(":")[0] != code] == []


# -- time, tools, quotas -----------------------------------------------------------------------


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_an_answer_that_takes_too_long_is_asked_for_again(
    driver: Driver, client: Any, mock: Mock, stream: bool
) -> None:
    """An attempt that ends by its time-out is repeated."""
    mock.script(REPLY, {"type": "delay", "seconds": 0.5})

    assert answer(driver, client, stream=stream, timeout=0.15) == "".join(WORDS)
    assert mock.findings() == []


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_a_deadline_is_kept_whatever_the_server_does(
    driver: Driver, client: Any, mock: Mock, stream: bool
) -> None:
    """Where answers stay away, the deadline ends the call with an error that says so."""
    mock.script({"type": "delay", "seconds": 0.4, "times": None})
    with pytest.raises(APITimeoutError) as raised:
        driver.create(client, stream=stream, deadline=0.2)

    assert raised.value.phase == "deadline"
    assert mock.findings() == []


@pytest.mark.parametrize("kind", ["malformed_arguments", "unknown_tool"])
def test_tool_calls_are_handed_on_as_they_came(
    driver: Driver, client: Any, mock: Mock, kind: str
) -> None:
    """What a model got wrong in a tool call is for the application to see, plain or streamed."""
    tool = {
        "type": "function",
        "function": {
            "name": "get_weather",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
        },
    }
    mock.script({"type": "tool_fault", "kind": kind, "times": 2})
    plain = driver.create(client, tools=[tool])
    stream = driver.create(client, tools=[tool], stream=True)
    streamed = driver.wait(stream.get_final_completion())

    for completion in (plain, streamed):
        (choice,) = completion.choices
        (call,) = choice.message.tool_calls
        assert choice.finish_reason == "tool_calls"
        assert (call.function.name == "get_weather") is (kind == "malformed_arguments")
        assert call.function.arguments.endswith("}") is (kind == "unknown_tool")
    assert plain.choices[0].message.tool_calls[0].function == call.function
    assert mock.findings() == []


@pytest.fixture(scope="module")
def miserly(folder: Path) -> Iterator[Mock]:
    """Run a llmock that gives each key 1000 tokens a second, 60,000 at first."""
    with running(folder, LLMOCK_TPM="60000") as mock:
        yield mock


def test_quotas_are_waited_for(driver: Driver, miserly: Mock) -> None:
    """A call that a quota refuses is repeated when there is room again, and not before."""
    miserly.reset()
    client = client_of(driver, miserly)
    driver.create(client, max_tokens=59_500)
    refilled = driver.create(client, max_tokens=800)

    assert [attempt["status"] for attempt in miserly.attempts()] == [200, 429, 200]
    assert refilled.headers["x-ratelimit-limit-tokens"] == "60000"
    assert miserly.findings() == []


def test_quotas_that_would_take_too_long_are_not_waited_for(driver: Driver, miserly: Mock) -> None:
    """Where the server asks for a wait past the deadline, its refusal is raised at once."""
    miserly.reset()
    client = client_of(driver, miserly)
    driver.create(client, max_tokens=59_500)
    with pytest.raises(RateLimitError) as raised:
        driver.create(client, max_tokens=50_000, deadline=2)

    assert raised.value.code == "rate_limit_exceeded"
    assert raised.value.retry_after is not None
    assert raised.value.retry_after > 2
    assert len(miserly.attempts()) == 2


# -- all at once -------------------------------------------------------------------------------

STORMS = {"retry_after_ignored", "retried_non_retryable", "retry_storm"}


@pytest.fixture(scope="module")
def moody(folder: Path) -> Iterator[Mock]:
    """Run a llmock that breaks by chance."""
    statuses = {401: "0.05", 429: "0.05", 500: "0.2", 502: "0.1"}
    breaks = {"DISCONNECT": "0.15", "TRUNCATE": "0.15", "MALFORMED": "0.15", "STALL": "0.05"}
    settings = {f"LLMOCK_ERROR_RATE_{status}": rate for status, rate in statuses.items()}
    settings |= {f"LLMOCK_STREAM_FAULT_{kind}": rate for kind, rate in breaks.items()}
    with running(folder, LLMOCK_STREAM_STALL_SECONDS="5", **settings) as mock:
        yield mock


def test_whatever_happens_is_an_answer_or_one_of_our_errors(driver: Driver, moody: Mock) -> None:
    """Under faults at random each call ends right or with an error of ours; retries are careful."""
    moody.reset()
    moody.script(REPLY)
    client = client_of(driver, moody)
    opened = driver.together([opening(driver, client, number) for number in range(60)])
    outcomes = [finished(driver, one) for one in opened]
    findings = {finding.partition(":")[0] for finding in moody.findings()}

    assert {outcome for outcome in outcomes if isinstance(outcome, str)} == {"".join(WORDS)}
    assert [outcome for outcome in outcomes if not isinstance(outcome, (str, APIError))] == []
    assert not findings & STORMS


def opening(driver: Driver, client: Any, number: int) -> Callable[[], Any]:
    """Return a function that begins a call, each with a question of its own."""
    question: dict[str, Any] = {
        "messages": [{"role": "user", "content": f"Question {number}"}],
        "stream": number % 2 == 0,
        "idle_timeout": 0.5,
    }

    def synchronous() -> Any:
        try:
            return driver.request(client, **question)
        except ApertisError as error:
            return error

    async def asynchronous() -> Any:
        try:
            return await driver.request(client, **question)
        except ApertisError as error:
            return error

    return asynchronous if driver.name == "async" else synchronous


def finished(driver: Driver, opened: Any) -> Any:
    """Return the text that a call, or the rest of its stream, gives; or the error."""
    if isinstance(opened, Exception):
        return opened
    try:
        return text_of(driver, opened)
    except ApertisError as error:
        return error


def answer(driver: Driver, client: Any, **arguments: Any) -> str:
    """Return the text of the answer, however it comes."""
    return text_of(driver, driver.create(client, **arguments))


def text_of(driver: Driver, opened: Any) -> str:
    if hasattr(opened, "get_final_completion"):
        opened = driver.wait(opened.get_final_completion())
    text: str = opened.choices[0].message.content
    return text
