"""The generated functions, used without the wrapper."""

from __future__ import annotations

import gzip
import json
from functools import partial
from types import ModuleType
from typing import Any

import httpx
import pytest

from apertis_client import AuthenticatedClient
from apertis_client.api.chat import create_chat_completion
from apertis_client.api.models import list_models, retrieve_model
from apertis_client.errors import IncompleteStream, StreamError, UnexpectedStatus
from apertis_client.models import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionRequest,
    ErrorObject,
    ErrorResponse,
    Model,
    ModelList,
    UserMessage,
)
from tests.drivers import KEY, Driver
from tests.server import (
    DONE,
    Flood,
    Server,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)

pytestmark = [
    pytest.mark.wire,
    pytest.mark.not_over_httpx(reason="these functions have an HTTP client of their own"),
]

BODY: Any = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
CHUNK = event({"choices": [{"index": 0, "delta": {"content": "Grüße\u2028"}}], "new": [1]})


def _client(server: Server, **settings: Any) -> AuthenticatedClient:
    # Without certificates, which take long to read and are not needed here.
    settings = {"base_url": server.url, "token": KEY, "verify_ssl": False, **settings}
    return AuthenticatedClient(**settings)


def _parsed(driver: Driver, operation: ModuleType, *path: str, **arguments: Any) -> Any:
    function = operation.sync if driver.name == "sync" else operation.asyncio
    return driver.wait(function(*path, **arguments))


def _detailed(driver: Driver, operation: ModuleType, *path: str, **arguments: Any) -> Any:
    function = operation.sync_detailed if driver.name == "sync" else operation.asyncio_detailed
    return driver.wait(function(*path, **arguments))


def _stream(driver: Driver, **arguments: Any) -> Any:
    module = create_chat_completion
    return (module.stream if driver.name == "sync" else module.stream_asyncio)(**arguments)


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        ChatCompletionRequest(
            model="m", messages=[UserMessage(role="user", content="Hi")], temperature=None
        ),
    ],
    ids=["dict", "model"],
)
def test_chat_completion(driver: Driver, server: Server, body: Any) -> None:
    """A completion is asked for with a plain dict or a model, and comes back typed."""
    server.answer(json_reply(completion(new={"a": 1})))
    with driver.entered(_client(server)) as client:
        answer = _parsed(driver, create_chat_completion, client=client, body=body)
    (request,) = server.requests

    assert isinstance(answer, ChatCompletion)
    assert answer.to_dict() == completion(new={"a": 1})
    assert (request.method, request.path) == ("POST", "/v1/chat/completions")
    assert request.json == BODY
    assert request.all("authorization") == [f"Bearer {KEY}"]
    assert request.all("content-type") == ["application/json"]


def test_detailed(driver: Driver, server: Server) -> None:
    """The detailed functions give status, headers and content beside the answer."""
    server.answer(json_reply(completion(), headers={"x-request-id": "req_1"}))
    with driver.entered(_client(server)) as client:
        answer = _detailed(driver, create_chat_completion, client=client, body=BODY)

    assert answer.status_code == 200
    assert answer.headers["X-Request-Id"] == "req_1"
    assert answer.content.startswith(b"{")
    assert answer.parsed.choices[0].message.content == "Hello!"


def test_models(driver: Driver, server: Server) -> None:
    """Models are listed and looked up; their ids are one segment of the path."""
    server.answer(json_reply({"data": [{"id": "a"}]}), json_reply({"id": "a/b:free"}))
    with driver.entered(_client(server)) as client:
        models = _parsed(driver, list_models, client=client)
        model = _parsed(driver, retrieve_model, "a/b:free", client=client)

    assert isinstance(models, ModelList)
    assert isinstance(model, Model)
    assert [request.path for request in server.requests] == [
        "/v1/models",
        "/v1/models/a%2Fb%3Afree",
    ]


@pytest.mark.parametrize("status", [400, 401, 429, 503, 529])
def test_documented_error(driver: Driver, server: Server, status: int) -> None:
    """An error that the spec documents comes back as what the spec says it is."""
    server.answer(*[json_reply({"error": {"message": "No.", "code": "x"}}, status=status)] * 2)
    with driver.entered(_client(server, raise_on_unexpected_status=True)) as client:
        parsed = _parsed(driver, create_chat_completion, client=client, body=BODY)
        answer = _detailed(driver, list_models, client=client)

    assert isinstance(parsed, ErrorResponse)
    assert isinstance(parsed.error, ErrorObject)
    assert (parsed.error.message, parsed.error.code) == ("No.", "x")
    assert answer.status_code == status
    assert answer.parsed == parsed


UNEXPECTED = {
    "html 502": reply(b"<html></html>", status=502),
    "empty 500": reply(b"", status=500),
    "teapot": json_reply({"error": {"message": "No."}}, status=418),
    "html 200": reply(b"<html></html>"),
    "list": json_reply([]),
    "status without a name": reply(b"", status=599),
}


@pytest.mark.parametrize("case", UNEXPECTED)
def test_answer_that_is_not_documented(driver: Driver, server: Server, case: str) -> None:
    """What the spec does not document is None, or an exception for those who want one."""
    server.answer(*[UNEXPECTED[case]] * 3)
    with driver.entered(_client(server)) as client:
        parsed = _parsed(driver, create_chat_completion, client=client, body=BODY)
        answer = _detailed(driver, create_chat_completion, client=client, body=BODY)
    with (
        driver.entered(_client(server, raise_on_unexpected_status=True)) as strict,
        pytest.raises(UnexpectedStatus) as caught,
    ):
        _parsed(driver, create_chat_completion, client=strict, body=BODY)

    assert parsed is None
    assert answer.parsed is None
    assert caught.value.status_code == answer.status_code
    assert caught.value.content == answer.content
    assert str(answer.status_code) in str(caught.value)


COMPRESSED = {"Content-Encoding": "gzip"}


def test_gzip_of_several_members(driver: Driver, server: Server) -> None:
    """A compressed body is read whole, plain and streamed."""
    body = json.dumps(completion("Grüße")).encode()
    members = gzip.compress(body[:20]) + gzip.compress(body[20:])
    json_type = {"Content-Type": "application/json"}
    events = {"Content-Type": "text/event-stream"}
    server.answer(
        reply(members, headers={**COMPRESSED, **json_type}),
        reply(gzip.compress(CHUNK) + gzip.compress(DONE), headers={**COMPRESSED, **events}),
    )
    with driver.entered(_client(server)) as client:
        answer = _parsed(driver, create_chat_completion, client=client, body=BODY)
        chunks = driver.all(_stream(driver, client=client, body=BODY))

    assert answer.choices[0].message.content == "Grüße"
    assert len(chunks) == 1


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_gzip_that_ends_early(driver: Driver, server: Server, *, stream: bool) -> None:
    """A compressed body that is cut off is an error, though its JSON or its events are whole."""
    body = CHUNK + DONE[:-1] if stream else json.dumps(completion()).encode()
    kind = "text/event-stream" if stream else "application/json"
    headers = {**COMPRESSED, "Content-Type": kind}
    server.answer(reply(gzip.compress(body)[:-8], headers=headers))
    with driver.entered(_client(server)) as client:
        plain = partial(_parsed, driver, create_chat_completion)
        ask = (lambda **given: driver.all(_stream(driver, **given))) if stream else plain
        with pytest.raises(httpx.DecodingError, match="ended early"):
            ask(client=client, body=BODY)


@pytest.mark.parametrize("size", [1, 1000], ids=["bytes", "whole"])
def test_stream(driver: Driver, server: Server, size: int) -> None:
    """The streaming functions give each chunk typed, up to the end of the stream."""
    body = b": hello\n\n" + CHUNK + event(b"notice") + CHUNK + DONE
    server.answer(event_stream(*(body[at : at + size] for at in range(0, len(body), size))))
    with driver.entered(_client(server)) as client:
        chunks = driver.all(_stream(driver, client=client, body=BODY))
    (request,) = server.requests

    assert all(isinstance(chunk, ChatCompletionChunk) for chunk in chunks)
    assert [chunk.choices[0].delta.content for chunk in chunks] == ["Grüße\u2028"] * 2
    assert chunks[0].new == [1]
    assert request.json == {**BODY, "stream": True}


def test_stream_is_handed_over_as_it_comes(driver: Driver, server: Server) -> None:
    """A chunk does not wait for the next; leaving early closes the connection."""
    server.answer(event_stream(CHUNK, Flood(CHUNK)))
    with driver.entered(_client(server)) as client:
        chunks = _stream(driver, client=client, body=BODY)
        first = driver.next(chunks)
        driver.close(chunks)
        server.wait_until_open(0)

    assert first.choices[0].delta.content == "Grüße\u2028"


@pytest.mark.parametrize("status", [400, 429, 502, 529])
def test_status_of_a_stream(driver: Driver, server: Server, status: int) -> None:
    """A stream that is not opened raises with the status and what the server said."""
    server.answer(json_reply({"error": "No."}, status=status))
    with driver.entered(_client(server)) as client:
        chunks = _stream(driver, client=client, body=BODY)
        with pytest.raises(UnexpectedStatus, match="No") as caught:
            driver.all(chunks)

    assert caught.value.status_code == status


@pytest.mark.parametrize("framing", ["chunked", "close"])
def test_stream_without_its_end(driver: Driver, server: Server, framing: Any) -> None:
    """A stream that ends before it is complete raises."""
    server.answer(event_stream(CHUNK, framing=framing))
    with driver.entered(_client(server)) as client:
        chunks = _stream(driver, client=client, body=BODY)
        first = driver.next(chunks)
        with pytest.raises(IncompleteStream, match="DONE"):
            driver.all(chunks)

    assert first.new == [1]


def test_torn_event(driver: Driver, server: Server) -> None:
    """An event that is not valid JSON raises, and its connection is closed."""
    server.answer(event_stream(CHUNK, b'data: {"torn\n\n', server.gate()))
    with driver.entered(_client(server)) as client:
        chunks = _stream(driver, client=client, body=BODY)
        driver.next(chunks)
        with pytest.raises(StreamError, match="not valid JSON"):
            driver.all(chunks)
        server.wait_until_open(0)


@pytest.mark.parametrize(
    "event",
    [
        b'data: {"error": {"message": "Overloaded", "code": 503}}',
        b'event: error\ndata: {"message": "Overloaded"}',
        b"event: error\ndata: Overloaded",
    ],
)
def test_error_in_a_stream(driver: Driver, server: Server, event: bytes) -> None:
    """An error that comes as an event of the stream raises with what the server said."""
    server.answer(event_stream(CHUNK, event + b"\n\n", server.gate()))
    with driver.entered(_client(server)) as client:
        chunks = _stream(driver, client=client, body=BODY)
        driver.next(chunks)
        with pytest.raises(StreamError, match="Overloaded") as caught:
            driver.all(chunks)

    assert b"Overloaded" in caught.value.data


def test_empty_error_in_a_stream(driver: Driver, server: Server) -> None:
    """A chunk whose error has no content is a chunk."""
    chunk = b'data: {"choices": [], "error": {"message": "", "code": null}}\n\n'
    server.answer(event_stream(chunk, b"data: [DONE]\n\n"))
    with driver.entered(_client(server)) as client:
        assert len(driver.all(_stream(driver, client=client, body=BODY))) == 1


@pytest.mark.parametrize(
    "answer",
    [
        json_reply(completion()),
        json_reply({"error": {"message": "No."}}),
        reply(b"<html></html>", headers={"Content-Type": "text/html; charset=utf-8"}),
    ],
    ids=["completion", "error", "page"],
)
def test_answer_that_is_no_stream(driver: Driver, server: Server, answer: Any) -> None:
    """An answer that says it is not a stream raises, with its body."""
    server.answer(answer)
    with (
        driver.entered(_client(server)) as client,
        pytest.raises(StreamError, match="the response is not a stream") as caught,
    ):
        driver.all(_stream(driver, client=client, body=BODY))

    assert caught.value.data


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "No."}},
        {**completion(), "code": 500, "msg": "No."},
    ],
    ids=["alone", "beside choices"],
)
def test_error_in_a_200(driver: Driver, server: Server, body: Any) -> None:
    """An error that comes with status 200 comes back as one; an empty one is none."""
    empty = {"error": {"message": "", "type": "", "param": "", "code": None}}
    server.answer(json_reply(body), json_reply({**completion(), **empty}))
    with driver.entered(_client(server)) as client:
        error = _parsed(driver, create_chat_completion, client=client, body=BODY)
        answer = _parsed(driver, create_chat_completion, client=client, body=BODY)

    assert isinstance(error, ErrorResponse)
    assert isinstance(answer, ChatCompletion)


@pytest.mark.parametrize("model", ["", " ", ".", ".."])
def test_empty_part_of_a_path(driver: Driver, server: Server, model: str) -> None:
    """An empty model id would ask for the list: nothing is sent."""
    with (
        driver.entered(_client(server)) as client,
        pytest.raises(ValueError, match="model must not be"),
    ):
        _parsed(driver, retrieve_model, model=model, client=client)

    assert not server.requests


def test_changed_client_leaves_the_first_alone(driver: Driver, server: Server) -> None:
    """`with_headers` and its like give another client."""
    server.answer(*[json_reply({"data": []})] * 2)
    first = _client(server, headers={"X-Team": "red"})
    second = first.with_headers({"X-Team": "blue"}).with_cookies({"a": "b"}).with_timeout(9)
    with driver.entered(first), driver.entered(second):
        _parsed(driver, list_models, client=second)
        _parsed(driver, list_models, client=first)
    changed, kept = server.requests

    assert (changed.all("x-team"), changed.all("cookie")) == (["blue"], ["a=b"])
    assert (kept.all("x-team"), kept.all("cookie")) == (["red"], [])
    assert server.connections == [1, 2]


def test_token_is_not_shown(server: Server) -> None:
    """The token is in no representation of the client."""
    client = _client(server, headers={"Authorization": KEY}, httpx_args={"headers": {"a": KEY}})

    assert KEY not in f"{client!r} {client}"


def test_token_in_another_header(driver: Driver, server: Server) -> None:
    """The token goes where the client says, with or without a word before it."""
    server.answer(json_reply({"data": []}))
    with driver.entered(_client(server, prefix="", auth_header_name="x-api-key")) as client:
        _parsed(driver, list_models, client=client)

    assert server.requests[0].all("x-api-key") == [KEY]
    assert not server.requests[0].all("authorization")
