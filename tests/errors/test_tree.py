"""`apertis._errors.tree`: the exception classes, and what they know of a response."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import apertis
from apertis._errors import stated
from apertis._errors import tree as family
from apertis._errors.from_response import status_error, stream_error
from apertis._errors.tree import APIError, APIResponseError, APIStatusError, status_class
from apertis_client.models import ChatCompletion
from tests.errors.test_error_body import SHAPES

KEY = "sk-live-0123456789abcdef"

COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda error: pickle.loads(pickle.dumps(error)),
}
EACH_COPY = pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES.keys())

STATUSES: dict[int, type[APIStatusError]] = {
    400: apertis.BadRequestError,
    401: apertis.AuthenticationError,
    402: apertis.PaymentRequiredError,
    403: apertis.PermissionDeniedError,
    404: apertis.NotFoundError,
    408: apertis.RequestTimeoutError,
    409: apertis.ConflictError,
    413: apertis.RequestTooLargeError,
    422: apertis.UnprocessableEntityError,
    429: apertis.RateLimitError,
}


def response(
    status: int = 400, content: bytes = b"", headers: Mapping[str, str] | None = None
) -> httpx.Response:
    request = httpx.Request(
        "POST",
        "https://api.apertis.ai/v1/chat/completions",
        headers={"authorization": f"Bearer {KEY}", "x-api-key": KEY, "x-retry-count": "0"},
        content=b"{}",
    )
    return httpx.Response(status, headers=headers, content=content, request=request)


def failure(status: int, body: Any, headers: Mapping[str, str] | None = None) -> APIStatusError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return status_error(response(status, content, headers), content)


def subclasses(cls: type[Any]) -> set[type[Any]]:
    return {cls}.union(*(subclasses(child) for child in cls.__subclasses__()))


FAMILY = sorted(
    (
        c
        for c in subclasses(apertis.ApertisError)
        if c.__module__ in {"apertis", family.__name__, stated.__name__}
    ),
    key=lambda cls: cls.__name__,
)
EACH_CLASS = pytest.mark.parametrize("cls", FAMILY, ids=lambda cls: cls.__name__)


def instance(cls: type[Any]) -> Any:
    """Return an error of a class as the library would make it, with all that it can have."""
    error: Any
    if issubclass(cls, APIResponseError):
        body = {"error": {"message": "no such model", "code": "c", "param": "p", "type": "t"}}
        headers = {"x-request-id": "req-1", "retry-after": "3"}
        error = cls("no such model", response=response(404, b"{}", headers), body=body)
    elif issubclass(cls, apertis.APITimeoutError):
        error = cls("timed out", request=response().request, phase="read", seconds=3.0)
    elif issubclass(cls, APIError):
        error = cls("could not connect", request=response().request)
    elif issubclass(cls, apertis.StructuredOutputError):
        error = cls("unfit", completion=ChatCompletion.from_dict({"id": "1"}), text="[")
    elif issubclass(cls, apertis.ToolTurnsError):
        error = cls("used up", completion=ChatCompletion.from_dict({"id": "1"}), messages=[{}])
    elif hasattr(cls("x"), "completion"):
        error = cls("cut short", completion=ChatCompletion.from_dict({"id": "1"}))
    else:
        error = cls("wrong")
    states = {
        "partial": ChatCompletion.from_dict({"id": "1", "choices": []}),
        "job": apertis.Video.from_dict({"id": "1", "status": "failed"}),
        "truncated": True,
        "repeatable": False,
    }
    for name, value in states.items():
        if hasattr(error, name):
            setattr(error, name, value)
    return error


# The family


@pytest.mark.parametrize("name", family.__all__)
def test_every_error_is_an_apertis_error(name: str) -> None:
    """Whoever catches `ApertisError` catches everything."""
    cls = getattr(family, name)

    assert issubclass(cls, apertis.ApertisError)
    assert getattr(apertis, name) is cls


@EACH_CLASS
def test_every_error_is_documented(cls: type) -> None:
    """Each class says in a sentence what has happened."""
    assert re.match(r"[A-Z].*[.)]$", (cls.__doc__ or "").splitlines()[0])


def test_every_error_is_public() -> None:
    """The classes that are not exported are a base and the ones for errors inside of streams."""
    private = {cls.__name__ for cls in FAMILY} - set(family.__all__)

    assert {name for name in private if not name.startswith(("Streamed", "Stated"))} == {
        "_JobError",
        "_OutputError",
    }


def test_the_tree_is_as_documented() -> None:
    """The tree in the docstring of the module shows the base class of each class."""
    drawn: list[tuple[int, str]] = [
        (len(indent), name)
        for indent, name in re.findall(r"^( *)[*x] (\w+)", family.__doc__ or "", re.MULTILINE)
    ]
    for place, (depth, name) in enumerate(drawn[1:], 1):
        above = [other for other in drawn[:place] if other[0] < depth]
        assert issubclass(getattr(family, name), getattr(family, above[-1][1])), name
        for other_depth, other in drawn:
            if other_depth == depth and other != name:
                assert not issubclass(getattr(family, name), getattr(family, other)), name

    assert sorted(name for _, name in drawn) == family.__all__


def test_a_wrong_setting_is_a_value_error() -> None:
    """`ConfigurationError` is what Python calls a wrong value, too."""
    assert issubclass(apertis.ConfigurationError, ValueError)


def test_each_status_has_its_class() -> None:
    """A status is a class of its own where it is common, else the nearest there is."""
    for status in range(300, 600):
        otherwise = apertis.InternalServerError if status >= 500 else APIStatusError
        error = failure(status, {"error": {"message": "m"}})
        assert type(error) is status_class(status) is STATUSES.get(status, otherwise)
        assert error.status_code == status


def test_each_status_can_come_in_a_stream() -> None:
    """An error in a stream is caught as such, and as what its status stands for."""
    for status in range(400, 600):
        error = stream_error({"error": {"message": "m", "code": status}}, response(200))
        assert isinstance(error, apertis.APIStreamError)
        assert isinstance(error, status_class(status))
        assert error.status_code == status
        assert error.response.status_code == 200


@pytest.mark.parametrize("code", [200, 302, 399, 600, 1000, -1])
def test_what_is_no_error_is_no_status_in_a_stream(code: int) -> None:
    """A number that is no status of an error is a code like any other."""
    error = stream_error({"error": {"message": "m", "code": code}}, response(200))

    assert type(error) is apertis.APIStreamError
    assert (error.status_code, error.code) == (200, code)


# What an error body says


@pytest.mark.parametrize(("body", "details"), SHAPES.values(), ids=SHAPES.keys())
def test_an_error_has_what_its_body_says(body: Any, details: tuple[Any, ...]) -> None:
    """An error has the server's sentence as its message, and the rest beside it."""
    error = failure(418, body)
    message, code, param, kind = details

    if message is not None:
        assert message == error.message
    assert (code, param, kind) == (error.code, error.param, error.type)
    assert body == error.body
    assert error.args == (error.message,)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=3)
            | st.sampled_from(["error", "message", "code", "param", "type", "status", "detail"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=10,
)


@given(JSON)
@example({"code": True})
@example({"code": "²"})
def test_no_body_makes_an_error_fail(body: Any) -> None:
    """Whatever a server sends, there is an error that can be printed."""
    error = failure(500, body)
    assert str(error)
    assert isinstance(error.message, str)
    if isinstance(body, dict):
        streamed = stream_error(body, response(200))
        assert str(streamed)
        assert 200 <= streamed.status_code < 600


@given(st.binary())
@example(b"[" * 100_000)
@example(b'{"a":' * 100_000)
def test_no_bytes_make_an_error_fail(content: bytes) -> None:
    """Bytes that are neither JSON nor UTF-8 are an error all the same."""
    error = failure(502, content)

    assert str(error)
    assert error.message
    assert content or error.body is None


NOTHING_THERE = (
    "Not Found: there is nothing at https://api.apertis.ai/v1/chat/completions; check base_url"
)


@pytest.mark.parametrize(
    ("status", "content", "headers", "message"),
    [
        (404, b'{"error": {"message": "No such model"}}', {}, "No such model"),
        (404, b'\xef\xbb\xbf{"error": {"message": "No such model"}}', {}, "No such model"),
        (404, b'{"error": "model \'x\' not found"}', {}, "model 'x' not found"),
        (404, b'{"error": "Not Found"}', {}, NOTHING_THERE),
        (404, b'{"detail": "Not Found"}', {}, NOTHING_THERE),
        (404, b"", {}, NOTHING_THERE),
        (404, b"{}", {}, NOTHING_THERE),
        (404, b"[]", {}, NOTHING_THERE),
        (599, b"", {}, "the server gave no reason"),
        (529, b"null", {}, "the server gave no reason"),
        (502, b"<html><h1>Bad gateway</h1></html>", {"content-type": "text/html"}, "Bad Gateway"),
        (
            503,
            b"upstream connect error\n",
            {"content-type": "text/plain"},
            "upstream connect error",
        ),
        (503, b" \n", {"content-type": "text/plain"}, "Service Unavailable"),
        (400, b'{"fault": {"faultstring": "No"}}', {}, '{"fault": {"faultstring": "No"}}'),
        (400, b'{"Message": "Nein \xc3\xa4"}', {}, '{"Message": "Nein ä"}'),
        (400, b'{"error": {"type": "t"}}', {}, '{"error": {"type": "t"}}'),
        (307, b"", {"location": "https://x"}, "the server redirects to 'https://x'"),
        (304, b"", {}, "the server redirects to 'nowhere'"),
    ],
)
def test_the_message_is_a_sentence(
    status: int, content: bytes, headers: dict[str, str], message: str
) -> None:
    """Where the server said nothing that can be read, its body or the status speaks for it."""
    assert message == failure(status, content, headers).message


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b'{"error": {"message": "not in your plan"}}', {"content-type": "text/html"}),
        (b'{"error": {"message": "not in your plan"}}', {"content-type": "application/json"}),
    ],
)
def test_a_403_of_the_api_speaks_for_itself(content: bytes, headers: dict[str, str]) -> None:
    """A 403 whose body states the reason keeps that reason."""
    assert failure(403, content, headers).message == "not in your plan"


def test_a_page_of_another_status_is_no_refusal() -> None:
    """The explanation is for 403 alone."""
    assert "CDN" not in failure(502, b"<html>", {"content-type": "text/html"}).message


# What happened, for people


@pytest.mark.parametrize(
    ("body", "headers", "text"),
    [
        ({"error": {"message": "m"}}, {}, "m (status 404)"),
        ({"error": {"message": "m", "code": "c"}}, {}, "m (status 404, code c)"),
        (
            {"error": {"message": "m", "code": 7}},
            {"x-request-id": "r"},
            "m (status 404, code 7, request id r)",
        ),
        ({"error": {"message": "m", "code": ""}}, {}, "m (status 404)"),
        ({"error": {"message": "m", "code": 0}}, {}, "m (status 404, code 0)"),
    ],
)
def test_an_error_prints_as_a_sentence(body: Any, headers: dict[str, str], text: str) -> None:
    """An error prints the server's sentence, then the status, the code and the request id."""
    assert text == str(failure(404, body, headers))


def test_an_error_in_a_stream_prints_the_status_that_it_names() -> None:
    """The message does not mention the status 200 of the stream."""
    stated = stream_error({"error": {"message": "m", "code": 503}}, response(200))
    unstated = stream_error({"error": {"message": "m"}}, response(200))

    assert str(stated) == "m (status 503, code 503)"
    assert str(unstated) == "m"
    assert str(stream_error({"error": {}}, response(200))) == (
        "the stream carries an error without a message"
    )


def test_errors_without_an_answer_print_their_message() -> None:
    """Where no answer came there is nothing to add."""
    assert str(apertis.APIConnectionError("lost")) == "lost"
    assert str(apertis.APITimeoutError("timed out", phase="read", seconds=3.0)) == "timed out"
    assert str(apertis.ConfigurationError("no")) == "no"


@EACH_CLASS
def test_no_error_shows_a_key(cls: type) -> None:
    """Neither message nor repr shows the key that the request carried."""
    error = instance(cls)

    assert KEY not in str(error)
    assert KEY not in repr(error)
    assert KEY not in repr(vars(error))


@pytest.mark.parametrize("key", ["12345678", "message", "created", "undefined", "error", "{}", ":"])
def test_what_a_server_says_is_not_torn_by_an_odd_key(key: str) -> None:
    """A key that is part of other things does not make an error unreadable."""
    body = {"error": {"message": "m", "code": "c"}, "created": 1234567890, "x": {}}
    answer = response(400)
    answer.request.headers["authorization"] = f"Bearer {key}"

    for error in (status_error(answer, json.dumps(body).encode()), stream_error(body, answer)):
        assert (error.message, error.code) == ("m", "c")


@EACH_CLASS
@EACH_COPY
def test_errors_can_be_copied(cls: type[Any], copied: Callable[[Any], Any]) -> None:
    """A copied error knows all that the original does."""
    error = instance(cls)
    twin = copied(error)

    assert twin.__class__ is cls
    assert twin is not error
    assert twin.args == error.args
    assert str(twin) == str(error)
    names = {"message", "body", "code", "param", "type", "status_code", "request_id"}
    names |= {"partial", "truncated", "phase", "seconds", "repeatable", "completion", "retry_after"}
    for name in names:
        if hasattr(error, name):
            assert getattr(twin, name) == getattr(error, name), name
    if hasattr(error, "response"):
        assert dict(twin.headers) == dict(error.headers)
        assert twin.response.status_code == error.response.status_code
        assert twin.response.content == error.response.content
        assert twin.rate_limit == error.rate_limit
    if getattr(error, "request", None) is not None:
        assert twin.request.method == "POST"
        assert twin.request.url == error.request.url


@EACH_CLASS
def test_a_pickle_holds_no_key(cls: type) -> None:
    """The key that a request carried is not in the pickle of an error."""
    assert KEY.encode() not in pickle.dumps(instance(cls))


@EACH_COPY
@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_decoded_answer_can_be_copied(encoding: str, copied: Callable[[Any], Any]) -> None:
    """The content of an answer that came compressed is not decompressed again."""
    answer = response(500, b"", {"content-type": "text/plain"})
    answer._content = b"all the text"
    answer.headers["content-encoding"] = encoding
    twin = copied(status_error(answer, answer.content))

    assert twin.response.content == b"all the text"


@EACH_COPY
def test_an_answer_that_was_not_read_can_be_copied(copied: Callable[[Any], Any]) -> None:
    """An error of a stream has an answer that was not read to its end."""
    unread = httpx.Response(
        200,
        headers={"x-request-id": "r"},
        stream=httpx.ByteStream(b"x"),
        request=response().request,
    )
    error = apertis.APIStreamError("broke off", response=unread)
    twin = copied(error)

    assert (twin.message, twin.request_id, twin.status_code) == ("broke off", "r", 200)


@EACH_COPY
@pytest.mark.parametrize("status", [*STATUSES, 418, 500, 529])
def test_errors_in_streams_can_be_copied(status: int, copied: Callable[[Any], Any]) -> None:
    """An error in a stream keeps its class, its status and what had arrived."""
    body = {"error": {"message": "m", "code": status}}
    error = stream_error(body, response(200, b"", {"x-request-id": "r"}))
    error.partial = ChatCompletion.from_dict({"id": "1", "choices": []})
    twin = copied(error)

    assert type(twin) is type(error)
    assert isinstance(twin, status_class(status))
    assert (twin.status_code, twin.message, twin.body) == (status, "m", body)
    assert twin.partial == error.partial
    assert str(twin) == str(error)
    assert twin.request_id == "r"


@EACH_COPY
def test_errors_of_an_answer_without_a_request_can_be_copied(copied: Any) -> None:
    """A response that was made by hand has no request, and its error none either."""
    error = status_error(httpx.Response(404, content=b"x"), b"x")
    twin = copied(error)

    assert error.request is None
    assert (twin.request, twin.status_code, twin.body) == (None, 404, "x")


# What an error knows of its answer


def test_an_error_knows_its_headers() -> None:
    """Request id, rate limit and fallback can be had from an error, whatever the case."""
    error = failure(
        429,
        {"error": "slow down"},
        {
            "X-Request-ID": "r",
            "X-RateLimit-Limit": "60",
            "X-RateLimit-Remaining": "0",
            "X-Fallback-Used": "true",
            "X-Actual-Model": "m",
        },
    )

    assert error.request_id == "r"
    assert error.headers["x-ratelimit-limit"] == error.headers["X-RateLimit-Limit"] == "60"
    assert error.rate_limit == (60, 0, None)
    assert error.fallback == (True, None, "m", None)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "300"}, 300.0),
        ({"retry-after": "later"}, None),
        ({}, None),
    ],
)
def test_a_rate_limit_says_when_to_come_back(
    headers: dict[str, str], seconds: float | None
) -> None:
    """`retry_after` is what the server asked for, however long that is."""
    error = failure(429, {}, headers)

    assert isinstance(error, apertis.RateLimitError)
    assert seconds == error.retry_after


@pytest.mark.parametrize("status", HTTPStatus)
def test_every_reason_is_a_message(status: HTTPStatus) -> None:
    """An empty answer of any status has a message."""
    if status >= 300:
        assert failure(status, b"").message
