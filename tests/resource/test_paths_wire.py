"""`client.get`, `post` and so on: endpoints that no method is for, called by their path."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel
from typing_extensions import TypedDict  # as pydantic needs it before Python 3.12

import apertis
from apertis import (
    BinaryContent,
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessage,
    JSONObject,
)
from tests.drivers import AT_ONCE, Driver
from tests.server import CLOSE, DONE, Server, completion, event, event_stream, json_reply, reply
from tests.spec import form_fields

pytestmark = pytest.mark.wire

SECRET = "a-secret-of-mine"


class File(BaseModel):
    """A type of an application."""

    id: str
    bytes: int = 0


@dataclasses.dataclass
class Deleted:
    """Another."""

    deleted: bool


class Listed(TypedDict):
    """A third."""

    data: list[File]


@pytest.mark.parametrize("verb", ["get", "post", "put", "patch", "delete"])
def test_the_verbs(driver: Driver, server: Server, verb: str) -> None:
    """Each method sends a request as it is named, with the key, and returns decoded JSON."""
    server.answer(json_reply({"data": [1, None]}))
    call = getattr(driver.client(default_query={"a": "b"}), verb)
    body = None if verb == "get" else {"name": "ü", "none": None, "timeout": 5}
    answer = driver.wait(call("/files", body=body, query={"limit": 2}, extra_query={"c": "d"}))

    assert answer == {"data": [1, None]}
    (request,) = server.requests
    assert request.method == verb.upper()
    assert request.path == "/v1/files?a=b&limit=2&c=d"
    assert request.all("Authorization")[0].startswith("Bearer sk-")
    assert request.all("Accept") == ["application/json"]
    assert (request.json if request.body else None) == body
    assert len(request.all("Idempotency-Key")) == (verb != "get")


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("files", "/v1/files"),
        ("/files/", "/v1/files/"),
        ("/models/a b/ü", "/v1/models/a%20b/%C3%BC"),
        ("/models/a%2Fb:c", "/v1/models/a%2Fb:c"),
        ("/100%", "/v1/100%25"),
        ("@evil.test/x", "/v1/@evil.test/x"),
        (":80/x", "/v1/:80/x"),
    ],
)
def test_paths(driver: Driver, server: Server, path: str, sent: str) -> None:
    """A path stands below that of the base URL, with what a URL cannot hold encoded."""
    server.answer(json_reply({}))
    driver.wait(driver.client().get(path))

    assert server.requests[0].path == sent


WRONG: dict[str, tuple[Callable[[Any], Any], type[Exception], str]] = {
    "another origin": (
        lambda c: c.get("https://evil.test/x"),
        ValueError,
        "path must be one below",
    ),
    "another host": (lambda c: c.get("//evil.test/x"), ValueError, "path must be one below"),
    "parent": (lambda c: c.get("/../admin"), ValueError, r"path must have no segment '\.' or"),
    "encoded parent": (lambda c: c.get("/a/%2e%2E/b"), ValueError, "path must have no segment"),
    "backslashes": (lambda c: c.get("/a\\..\\b"), ValueError, "path must have no segment"),
    "query": (lambda c: c.get(f"/a?key={SECRET}"), ValueError, r"belong into query=\{"),
    "no path": (lambda c: c.get(""), ValueError, "path must name an endpoint"),
    "no id": (lambda c: c.delete("/files//content"), ValueError, "without empty segments"),
    "half a character": (lambda c: c.get("/\ud800"), ValueError, "path must be valid Unicode"),
    "number": (lambda c: c.get(5), TypeError, "path must be text, not int"),
    "no arguments": (lambda c: c.get(), TypeError, "^get needs the argument 'path'$"),
    "body by position": (
        lambda c: c.post("/a", {"b": 1}),
        TypeError,
        r"^post takes only the path by position; write body=\.\.\., query=",
    ),
    "set": (
        lambda c: c.post("/a", body={"deep": [{1}]}),
        TypeError,
        r"body\.deep\[0\] cannot be written as JSON: it is set",
    ),
    "list with more members": (
        lambda c: c.post("/a", body=[1], extra_body={"a": 1}),
        TypeError,
        "body must be a dict to have more members, not list",
    ),
    "query of a list": (lambda c: c.get("/a", query=[1]), TypeError, "query must be a dict"),
    "misspelt option": (
        lambda c: c.get("/a", timeot=1),
        TypeError,
        "get takes no argument 'timeot'; did you mean 'timeout'",
    ),
    "stream of text": (
        lambda c: c.post("/a", body={}, stream="yes"),
        TypeError,
        "stream must be True or False, not str",
    ),
    "events of a class": (
        lambda c: c.post("/a", body={}, answer=File, stream=True),
        TypeError,
        "events of a stream can be models of apertis, not File",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_arguments(driver: Driver, server: Server, case: str) -> None:
    """What leads away from the base URL, or cannot be sent, is refused, and no secret shows."""
    call, error, message = WRONG[case]
    client = driver.client()
    with pytest.raises(error, match=message) as caught:
        driver.wait(call(client))

    assert SECRET not in str(caught.value)
    assert not server.requests


ANSWERS: dict[str, tuple[Any, Any, Any]] = {
    "JSON": (None, b"[1, null]", [1, None]),
    "text in JSON": (None, b'"text"', "text"),
    "message that is no error": (None, b'{"message": "done"}', {"message": "done"}),
    "nothing": (None, b"", None),
    "object": (JSONObject, b'{"message": "done"}', JSONObject.from_dict({"message": "done"})),
    "part of a model": (
        ChatCompletionMessage,
        b'{"role": "user"}',
        ChatCompletionMessage.from_dict({"role": "user"}),
    ),
    "pydantic model": (File, b'{"id": "f", "bytes": 5}', File(id="f", bytes=5)),
    "dataclass": (Deleted, b'{"deleted": true}', Deleted(deleted=True)),
    "TypedDict": (Listed, b'{"data": [{"id": "f"}]}', {"data": [File(id="f")]}),
    "list": (list[File], b'[{"id": "f"}]', [File(id="f")]),
    "literal": (Literal["a", "b"], b'"b"', "b"),
    "text": (str, "<p>ü".encode(), "<p>ü"),
    "bytes": (bytes, b"\0\xff", b"\0\xff"),
    "lines of JSON": (bytes, b'{"a": 1}\n{"error": 2}\n', b'{"a": 1}\n{"error": 2}\n'),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_answers(driver: Driver, server: Server, case: str) -> None:
    """The response becomes what `answer` says."""
    type_, body, expected = ANSWERS[case]
    server.answer(reply(body, headers={"Content-Type": "application/json"}))

    assert driver.wait(driver.client().get("/a", answer=type_)) == expected


def test_answer_that_is_a_model(driver: Driver, server: Server) -> None:
    """A model has the headers of its response; so have bytes."""
    headers = {"X-Request-Id": "req_1"}
    server.answer(json_reply(completion("Hi"), headers=headers), reply(b"\xff", headers=headers))
    client = driver.client()
    answer = driver.wait(client.post("/answers", body={}, answer=ChatCompletion))
    sound = driver.wait(client.get("/files/f/content", answer=BinaryContent))

    assert (answer.choices[0].message.content, answer.request_id) == ("Hi", "req_1")
    assert (sound.content, sound.request_id) == (b"\xff", "req_1")
    assert server.requests[1].all("Accept") == ["*/*"]


UNFIT: dict[str, tuple[Any, bytes, str]] = {
    "page": (None, b"<html>", "expected JSON, got text that is not JSON"),
    "error": (None, b'{"error": {"message": "no"}}', "^no$"),
    "error instead of bytes": (bytes, b'{"error": {"message": "no"}}', "^no$"),
    "another object": (ChatCompletion, b'{"a": 1}', "expected ChatCompletion"),
    "member that is missing": (File, b'{"a": "sk-1234567890"}', "the body does not fit File: .*id"),
    "nothing": (File, b"", "the body does not fit File"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_unfit_answers(driver: Driver, server: Server, case: str) -> None:
    """A response that is not what was asked for raises, with its body and without keys."""
    type_, body, message = UNFIT[case]
    server.answer(reply(body, headers={"Content-Type": "application/json"}))
    with pytest.raises(apertis.APIResponseValidationError, match=message) as caught:
        driver.wait(driver.client().get("/a", answer=type_))

    assert "1234567890" not in f"{caught.value!r} {caught.value} {caught.value.__cause__}"
    assert caught.value.response.status_code == 200


def test_errors(driver: Driver, server: Server) -> None:
    """A status that means failure raises the exception for it; what is in the query is a secret."""
    server.answer(reply(f"no {SECRET}".encode(), status=404))
    with pytest.raises(apertis.NotFoundError, match=r"nothing at .*/v1/no/such") as caught:
        driver.wait(driver.client().get("/no/such", query={"key": SECRET}))

    assert SECRET not in f"{caught.value} {caught.value.body}"


def test_retries(driver: Driver, server: Server) -> None:
    """A failed attempt is repeated with the same body and the same idempotency key."""
    server.answer(json_reply({}, status=503), [CLOSE], json_reply({"id": "b"}))
    call = driver.client().post("/batches", body={"a": 1}, max_retries=AT_ONCE)

    assert driver.wait(call) == {"id": "b"}
    assert [request.json for request in server.requests] == [{"a": 1}] * 3
    assert len({request.all("Idempotency-Key")[0] for request in server.requests}) == 1
    assert [request.all("X-Retry-Count") for request in server.requests] == [["0"], ["1"], ["2"]]


def test_options(driver: Driver, server: Server) -> None:
    """The options of a call are those of every other method."""
    server.answer(json_reply({}))
    headers = {"X-Mine": "1", "User-Agent": None}
    driver.wait(
        driver.client().post(
            "/a", body={"a": 1, "b": 1}, extra_body={"b": 2}, extra_headers=headers
        )
    )

    (request,) = server.requests
    assert request.json == {"a": 1, "b": 2}
    assert (request.all("X-Mine"), request.all("User-Agent")) == (["1"], [])


@pytest.mark.parametrize(
    ("option", "message"), [("timeout", "sent nothing"), ("deadline", "deadline")]
)
def test_time_limits(driver: Driver, server: Server, option: str, message: str) -> None:
    """A call ends when its time is over."""
    gate = server.gate()
    server.answer([gate])
    with pytest.raises(apertis.APITimeoutError, match=message):
        driver.wait(driver.client().get("/slow", **{option: 0.3}))
    gate.open()


def test_a_redirect_to_another_origin(driver: Driver, server: Server) -> None:
    """Nothing leaves the origin of the base URL."""
    server.answer(reply(status=307, headers={"Location": "http://127.0.0.2:9/v1/a"}))
    with pytest.raises(apertis.APIStatusError, match="redirects to"):
        driver.wait(driver.client().post("/a", body={}))


def test_files(driver: Driver, server: Server, tmp_path: Path) -> None:
    """Files are sent in a form, beside the members of the body."""
    (tmp_path / "a.jsonl").write_bytes(b"{}\n")
    server.answer(json_reply({"id": "f"}))
    call = driver.client().post(
        "/files",
        body={"purpose": "batch", "expires_after": {"seconds": 5}},
        files={"file": tmp_path / "a.jsonl"},
        answer=File,
    )

    assert driver.wait(call) == File(id="f")
    assert form_fields(server.requests[0].body) == [
        ("purpose", None, b"batch"),
        ("expires_after", None, b'{"seconds":5}'),
        ("file", "a.jsonl", b"{}\n"),
    ]


EVENTS = [
    {"type": "response.created", "response": {"error": None}},
    {"type": "done", "message": {}},
]


@pytest.mark.parametrize("end", [b"", DONE])
@pytest.mark.parametrize("answer", [None, JSONObject, ChatCompletionChunk])
def test_streams(driver: Driver, server: Server, answer: Any, end: bytes) -> None:
    """A stream yields its events as objects of the model; it may end without `[DONE]`."""
    server.answer(event_stream(*map(event, EVENTS), end))
    stream = driver.wait(
        driver.client().post("/answers", body={"a": 1}, answer=answer, stream=True)
    )
    events = driver.all(stream)

    assert [each.to_dict() for each in events] == EVENTS
    assert {type(each) for each in events} == {answer or JSONObject}
    (request,) = server.requests
    assert request.json == {"stream": True, "a": 1}
    assert request.all("Accept") == ["text/event-stream"]


def test_stream_of_another_kind(driver: Driver, server: Server) -> None:
    """A plain answer to a stream is its only event, and a body can say `stream` itself."""
    server.answer(json_reply({"a": 1}))
    call = driver.client().put("/a", body={"stream": "sse"}, stream=True)

    assert driver.all(driver.wait(call)) == [JSONObject.from_dict({"a": 1})]
    assert server.requests[0].json == {"stream": "sse"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'event: error\ndata: {"type": "error", "message": "no"}\n\n', "^no$"),
        (event({"type": "error", "error": {"message": "no"}}), "^no$"),
        (b"", "the stream ended before it was complete"),
        (event(b"{"), "not valid JSON"),
    ],
)
def test_broken_streams(driver: Driver, server: Server, body: bytes, message: str) -> None:
    """Errors in a stream raise, and so does one that breaks off."""
    server.answer(event_stream(body))
    with pytest.raises(apertis.APIStreamError, match=message):
        driver.all(driver.wait(driver.client().get("/events", stream=True)))


def test_what_streams_of_unknown_events_lack(driver: Driver, server: Server) -> None:
    """Nothing is known of the text of the events, or of what they add up to."""
    server.answer(*[event_stream(event({"a": 1}))] * 2)
    client = driver.client()
    with (
        driver.entered(driver.wait(client.get("/a", stream=True))) as stream,
        pytest.raises(TypeError, match="not known to have text"),
    ):
        driver.all(stream.text_deltas())
    with (
        driver.entered(driver.wait(client.get("/a", stream=True))) as stream,
        pytest.raises(TypeError, match="not known to add up"),
    ):
        driver.wait(stream.get_final_completion())


def test_raw_responses(driver: Driver, server: Server) -> None:
    """`with_raw_response` gives the HTTP response, whose `parse` gives the answer."""
    server.answer(json_reply({"id": "f"}), event_stream(event({"a": 1})))
    raw = driver.client().with_raw_response
    response = driver.wait(raw.get("/files/f", answer=File))
    streamed = driver.wait(raw.post("/a", body={}, stream=True))

    assert (response.status_code, response.json(), response.parse()) == (
        200,
        {"id": "f"},
        File(id="f"),
    )
    assert driver.all(streamed.parse()) == [JSONObject.from_dict({"a": 1})]


def test_streaming_responses(driver: Driver, server: Server) -> None:
    """`with_streaming_response` gives the HTTP response before its body is read."""
    server.answer(reply(b"abc"), json_reply({"id": "f"}))
    unread = driver.client().with_streaming_response
    with driver.entered(unread.get("/files/f/content", answer=bytes)) as response:
        assert b"".join(driver.all(response.iter_bytes(2))) == b"abc"
    with driver.entered(unread.get("/files/f", answer=File)) as response:
        assert driver.wait(response.parse()) == File(id="f")


MISUSES: dict[str, tuple[dict[str, Any], str]] = {
    "names of other libraries": ({"params": {"a": 1}}, r"no argument 'params'.* query="),
    "a stream by the body": ({"body": {"stream": True}}, "pass stream=True"),
    "a number as the answer": ({"answer": 5}, "answer must be a type.*it is 5"),
    "a function as the answer": ({"answer": lambda body: body}, "function"),
}


@pytest.mark.parametrize(("arguments", "message"), MISUSES.values(), ids=MISUSES.keys())
def test_misuses(driver: Driver, server: Server, arguments: dict[str, Any], message: str) -> None:
    """What cannot be meant is refused before anything is sent, with the name that was typed."""
    with pytest.raises(TypeError, match=message):
        driver.wait(driver.client().post("/files", **arguments))

    assert not server.requests
