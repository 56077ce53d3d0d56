"""Keys that a server repeats: errors and log lines show none, wherever they stood."""

from __future__ import annotations

import gzip
import json
import logging
import pickle
import traceback
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from apertis import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    AuthenticationError,
    RetryPolicy,
)
from tests.drivers import KEY, Driver
from tests.server import (
    CLOSE,
    DONE,
    Script,
    Server,
    Step,
    chunk,
    event,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire

# One that looks like no key: only who sent it can tell.
OPAQUE = "gw_7Rk2mQ9xVb4TzL0c"
HEL = chunk(content="Hel")
STOP = event({"choices": [{"index": 0, "finish_reason": "stop"}]})


@pytest.fixture(autouse=True)
def _our_log_alone(caplog: pytest.LogCaptureFixture) -> None:
    for name in ("httpx", "httpcore"):  # they log every header of an answer
        caplog.set_level(logging.WARNING, name)


@pytest.fixture(params=[KEY, OPAQUE], ids=["looks like one", "opaque"])
def key(request: pytest.FixtureRequest) -> str:
    value: str = request.param
    return value


def failure(
    driver: Driver, server: Server, client: Any, *steps: Step, **arguments: Any
) -> APIError:
    """Return the error that a call, or reading its stream, ends with."""
    server.answer(steps)
    with pytest.raises(APIError) as caught:
        driver.all(driver.create(client, **arguments))
    return caught.value


def assert_hidden(error: APIError, log: str, *secrets: str) -> None:
    """Fail where something that an error shows, or that is made of it, holds a secret."""
    twin: Any = pickle.loads(pickle.dumps(error))
    logging.getLogger("application").error("failed", exc_info=error)
    shown = {
        "str": str(error),
        "repr": repr(error),
        "args": repr(error.args),
        "message": error.message,
        "body": repr(error.body),
        "code": repr((error.code, error.param, error.type)),
        "traceback": "".join(traceback.format_exception(error)),
        "pickle": pickle.dumps(error).decode("latin-1"),
        "copy": repr(vars(twin)),
        "log": log,
    }
    assert not [place for place, text in shown.items() for each in secrets if each in text]
    assert "[key]" in shown["str"] + shown["body"] + shown["pickle"], "it was not repeated at all"


def json_steps(value: Any, status: int = 200) -> Sequence[Step]:
    return json_reply(value, status=status)


def line(status: str, headers: Mapping[str, str] | None = None) -> Sequence[Step]:
    """Return an answer without a body, by its status line."""
    lines = [f"HTTP/1.1 {status}", "Content-Length: 0"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return ["\r\n".join([*lines, "", ""]).encode()]


def repeating(place: str, key: str) -> tuple[Sequence[Step], type[APIError]]:
    """Return an answer that repeats a key in some place, and the error it is."""
    said = f"bad key {key}"
    answers: dict[str, tuple[Sequence[Step], type[APIError]]] = {
        "error object at 200": (
            json_steps({"error": {"message": said}}),
            APIResponseValidationError,
        ),
        "error text at 200": (json_steps({"error": said}), APIResponseValidationError),
        "text at 200": (reply(said.encode()), APIResponseValidationError),
        "JSON text at 200": (json_steps(said), APIResponseValidationError),
        "list at 200": (json_steps([[said]]), APIResponseValidationError),
        "names at 200": (json_steps({key: {said: said}}), APIResponseValidationError),
        "error at 401": (json_steps({"error": {"message": said}}, 401), AuthenticationError),
        "scheme at 401": (json_steps({"detail": f"Bearer {key}"}, 401), AuthenticationError),
        "code at 401": (
            json_steps({"error": {"message": "No.", "code": key, "param": key, "type": key}}, 401),
            AuthenticationError,
        ),
        "depth at 401": (json_steps({"a": [{"b": {"c": [said]}}]}, 401), AuthenticationError),
        "text at 401": (reply(said.encode(), status=401), AuthenticationError),
        "page at 401": (reply(f"<p>{said}</p>".encode(), status=401), AuthenticationError),
        "gzip at 401": (
            reply(
                gzip.compress(json.dumps({"message": said}).encode()),
                status=401,
                headers={"Content-Encoding": "gzip"},
            ),
            AuthenticationError,
        ),
        "invalid JSON at 401": (
            reply(f'{{"error": "{said}'.encode(), status=401),
            AuthenticationError,
        ),
        "reason": (line(f"401 {said}"), AuthenticationError),
        "place of a redirect": (
            line("308 Moved", {"Location": f"https://new.example/v1?key={key}"}),
            APIStatusError,
        ),
        "request id": (line("401 No", {"x-request-id": f"req-{key}"}), AuthenticationError),
        "other header": (line(f"401 {key}", {"www-authenticate": said}), AuthenticationError),
    }
    return answers[place]


PLACES = [
    *("error object at 200", "error text at 200", "text at 200", "JSON text at 200"),
    *("list at 200", "names at 200", "error at 401", "scheme at 401", "code at 401"),
    *("depth at 401", "text at 401", "page at 401", "gzip at 401", "invalid JSON at 401"),
    *("reason", "place of a redirect", "request id", "other header"),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_key_that_an_answer_repeats(
    driver: Driver,
    server: Server,
    caplog: pytest.LogCaptureFixture,
    key: str,
    place: str,
    *,
    stream: bool,
) -> None:
    """If a server repeats the key anywhere in its response, no error shows it."""
    answer, cls = repeating(place, key)
    # One that follows no redirects.
    client = driver.client(api_key=key, http_client=driver.http_client())
    error = failure(driver, server, client, *answer, stream=stream)

    assert isinstance(error, cls)
    assert server.requests[0].all("authorization") == [f"Bearer {key}"]
    assert_hidden(error, caplog.text, key)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"error": {"message": "bad key {}", "code": 401}}, b""),
        ({"error": "bad key {}"}, b""),
        ({"message": "bad key {}"}, b""),
        ({"detail": "bad key {}"}, b""),
        ("bad key {}", b"error"),
    ],
    ids=["object", "text", "message", "detail", "named event"],
)
@pytest.mark.parametrize("before", [b"", HEL], ids=["first", "later"])
def test_key_that_an_event_repeats(  # noqa: PLR0917  each is a fixture or a parameter
    driver: Driver,
    server: Server,
    caplog: pytest.LogCaptureFixture,
    key: str,
    data: Any,
    name: bytes,
    before: bytes,
) -> None:
    """An error in a stream shows no key, either."""
    content = data.format(key) if isinstance(data, str) else json.dumps(data).replace("{}", key)
    failed = (b"event: %b\n" % name if name else b"") + event(content.encode())
    client = driver.client(api_key=key)
    error = failure(driver, server, client, *event_stream(before, failed, DONE), stream=True)

    assert isinstance(error, APIStreamError)
    assert "bad key [key]" in str(error)
    assert_hidden(error, caplog.text, key)


@pytest.mark.parametrize(
    "data",
    [
        {"choices": [{"error": {"message": "bad key {}"}}]},
        {"choices": [], "error": {"message": "bad key {}"}},
    ],
    ids=["choice", "chunk"],
)
def test_key_that_the_last_chunk_repeats(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture, key: str, data: Any
) -> None:
    """What had arrived with an error in a chunk shows no key, either."""
    content = json.dumps(data).replace("{}", key).encode()
    client = driver.client(api_key=key)
    error = failure(driver, server, client, *event_stream(HEL, event(content), DONE), stream=True)

    assert "bad key [key]" in str(error)
    assert isinstance(error, APIStreamError)
    assert key not in repr(error.partial)
    assert_hidden(error, caplog.text, key)


@pytest.mark.parametrize("name", ["x-api-key", "api-key", "X-Goog-Api-Key", "Proxy-Key"])
@pytest.mark.parametrize("option", ["extra_headers", "default_headers"])
def test_key_in_another_header(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture, name: str, option: str
) -> None:
    """A key that is sent in a header of the user's own choice is hidden like any."""
    headers = {"Authorization": None, name: OPAQUE}
    client = driver.client(**({option: headers} if option == "default_headers" else {}))
    answer = json_steps({"error": {"message": f"bad key {OPAQUE}", "code": "x"}}, 401)
    options = {option: headers} if option == "extra_headers" else {}
    error = failure(driver, server, client, *answer, **options)

    assert server.requests[0].all("authorization") == []
    assert server.requests[0].all(name) == [OPAQUE]
    assert error.message == "bad key [key]"
    assert_hidden(error, caplog.text, OPAQUE)


@pytest.mark.parametrize("value", [f"  {OPAQUE}", f"{OPAQUE} ", f"\t {OPAQUE} \t"], ids=repr)
@pytest.mark.parametrize("scheme", ["", "Token "], ids=["bare", "with a scheme"])
def test_space_around_a_key_in_a_header(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture, value: str, scheme: str
) -> None:
    """Space around the value of a header is not sent, and the key is known without it."""
    value = value.replace(OPAQUE, scheme + OPAQUE)
    answer = json_steps({"error": {"message": f"bad key {OPAQUE}."}}, 401)
    client = driver.client()
    error = failure(driver, server, client, *answer, extra_headers={"Authorization": value})

    assert error.request is not None
    assert error.request.headers.get_list("authorization") == [scheme + OPAQUE]
    assert error.message == "bad key [key]."
    assert_hidden(error, caplog.text, OPAQUE)


def test_pickle_of_an_error_that_repeats_the_key(driver: Driver, server: Server, key: str) -> None:
    """An error out of a pickle has its answer, headers and request, all without the key."""
    headers = {"x-request-id": f"req-{key}", "Set-Cookie": "session=s3cr3t-cookie"}
    client = driver.client(api_key=key)
    answer = json_reply({"error": f"bad key {key}"}, status=401, headers=headers)
    error = failure(driver, server, client, *answer)
    pickled = pickle.dumps(error)
    twin = pickle.loads(pickled)

    assert key.encode() not in pickled
    assert b"s3cr3t-cookie" not in pickled
    assert twin.response.json() == {"error": "bad key [key]"}
    assert twin.request_id == "req-[key]"
    assert "authorization" not in twin.request.headers
    assert twin.request.url == f"{server.url}/chat/completions"


def test_log_of_an_event_that_was_skipped(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    """The log line that shows what was skipped of a stream shows no key of it."""
    server.answer(event_stream(HEL, event(f"notice for {key}!".encode()), STOP, DONE))
    driver.all(driver.create(driver.client(api_key=key), stream=True))

    assert "notice for [key]!" in caplog.text
    assert key not in caplog.text


def test_log_of_a_key_with_quotes(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    """A key that Python would escape in a string is hidden from the log like any."""
    key = "gw\\7Rk2'mQ9xVb"
    server.answer(event_stream(HEL, event(f"notice for {key}!".encode()), STOP, DONE))
    driver.all(driver.create(driver.client(api_key=key), stream=True))

    assert "notice for" in caplog.text
    assert "7Rk2" not in caplog.text


# What httpx quotes of an answer that it cannot read.
UNREADABLE = {
    "status line": b"KEY is no key\r\n\r\n",
    "header line": b"HTTP/1.1 200 OK\r\nbad key KEY\r\n\r\n",
    "length": b"HTTP/1.1 200 OK\r\nContent-Length: KEY\r\n\r\n",
    "chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nKEY\r\n",
}


@pytest.mark.not_over_httpx(reason="it refuses the response")
def test_key_in_the_place_of_a_redirect_that_is_no_url(
    driver: Driver, server: Server, key: str
) -> None:
    """A redirect to what is no URL is an error that shows no key."""
    server.answer(reply(status=307, headers={"Location": f"http://x:{key}/"}))
    with pytest.raises(APIStatusError, match=r"redirects to 'http://x:\[key\]/'") as caught:
        driver.create(driver.client(api_key=key))

    assert key.encode() not in pickle.dumps(caught.value)


@pytest.mark.parametrize("place", UNREADABLE)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_key_in_an_answer_that_cannot_be_read(
    driver: Driver,
    server: Server,
    caplog: pytest.LogCaptureFixture,
    key: str,
    place: str,
    *,
    stream: bool,
) -> None:
    """What httpx quotes of an answer that it cannot read is shown and logged without the key."""
    script: Script = [UNREADABLE[place].replace(b"KEY", key.encode()), CLOSE]
    server.answer(script, script)
    client = driver.client(api_key=key, max_retries=RetryPolicy(1, first_wait=0))
    with pytest.raises((APIConnectionError, APIStreamError)) as caught:
        driver.create(client, stream=stream)
    error = caught.value
    shown = "".join(traceback.format_exception(error))

    assert key not in f"{shown} {error!r} {error.args} {caplog.text}"
    assert key.encode() not in pickle.dumps(error)


@pytest.mark.parametrize("option", ["default_query", "extra_query"])
def test_key_in_the_query(driver: Driver, server: Server, option: str) -> None:
    """A server that repeats the address shows no value of its query."""
    secret = "query/secret 0123"
    query = {option: {"api-key": secret}}
    client = driver.client(**(query if option == "default_query" else {}))
    path = "/v1/chat/completions?api-key=query%2Fsecret%200123"
    server.answer(json_reply({"error": {"message": f"no: {path} {secret}"}}, status=401))
    with pytest.raises(AuthenticationError) as caught:
        driver.create(client, **(query if option == "extra_query" else {}))
    shown = f"{caught.value} {caught.value.body} {pickle.dumps(caught.value)!r}"

    assert "api-key" in server.requests[0].path
    assert "secret" not in shown
    assert caught.value.message == "no: /v1/chat/completions?api-key=[key] [key]"


class MineError(Exception):
    """The caller's own, with a payload that a copy would not have."""

    def __init__(self, text: str, payload: object) -> None:
        super().__init__(text, payload)
        self.text = text


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("place", ["status line", "chunk"])
def test_exception_that_the_caller_handles(
    driver: Driver, server: Server, place: str, *, stream: bool
) -> None:
    """A call that fails while the caller handles an exception leaves that as it was."""
    payload = [KEY]
    mine = MineError(f"no: {KEY}", payload)
    mine.__cause__ = cause = ValueError(KEY)
    server.answer([UNREADABLE[place].replace(b"KEY", KEY.encode()), CLOSE])
    client = driver.client()
    try:
        raise mine
    except MineError:
        with pytest.raises((APIConnectionError, APIStreamError)) as caught:
            driver.create(client, stream=stream)

    assert mine.args == (f"no: {KEY}", payload)
    assert mine.args[1] is payload
    assert (mine.text, cause.args) == (f"no: {KEY}", (KEY,))
    assert mine.__cause__ is cause
    assert KEY not in caught.value.message
