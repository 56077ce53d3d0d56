"""`with_raw_response` and `with_streaming_response`: answers as HTTP gave them."""

from __future__ import annotations

import asyncio
import copy
import gc
import gzip
import json
import pickle
from typing import Any

import httpx
import pytest
import trio

from apertis import (
    ApertisError,
    APIConnectionError,
    APIError,
    APIResponse,
    APIResponseValidationError,
    APIStreamError,
    APITimeoutError,
    AsyncApertis,
    AuthenticationError,
    ChatCompletion,
    InternalServerError,
)
from tests.drivers import AT_ONCE, KEY, Driver
from tests.server import (
    CLOSE,
    DONE,
    RESET,
    Flood,
    Script,
    Server,
    chunk,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire

QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
SHORT = 0.2
BODY = json.dumps(completion()).encode()
HEADERS = {
    "Content-Type": "application/json",
    "x-request-id": "req_1",
    "X-RateLimit-Limit": "9",
    "X-Fallback-Used": "true",
    "X-Actual-Model": "other",
}
HEL = chunk(content="Hel")
LO = chunk("stop", content="lo!")
FAILED = event({"error": {"message": "overloaded", "code": 503}})
UNHEARD = event_stream(CLOSE)
FAILURE = json_reply({"error": {"message": "down"}}, status=503)


def raw(driver: Driver, client: Any, **arguments: Any) -> Any:
    """Return what `with_raw_response.create` gives."""
    return driver.wait(
        client.chat.completions.with_raw_response.create(**{**QUESTION, **arguments})
    )


def unread(client: Any, **arguments: Any) -> Any:
    """Return the context manager of `with_streaming_response.create`."""
    return client.chat.completions.with_streaming_response.create(**{**QUESTION, **arguments})


def whole(driver: Driver, response: Any, how: str) -> Any:
    """Read the body of an answer in one of all ways."""
    if how.startswith("iter"):
        return driver.all(getattr(response, how)())
    return driver.wait(getattr(response, how)())


WAYS = ["read", "text", "json", "parse", "iter_bytes", "iter_lines"]
STREAMED = pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])


# with_raw_response


def test_a_raw_answer(driver: Driver, server: Server) -> None:
    """A raw answer has what HTTP said and the bytes, and becomes what the plain call returns."""
    server.answer(reply(BODY, headers=HEADERS), reply(BODY, headers=HEADERS))
    client = driver.client()
    response = raw(driver, client)
    plain = driver.create(client)

    assert isinstance(response, APIResponse)
    assert (response.status_code, response.url) == (200, f"{server.url}/chat/completions")
    assert response.headers["X-REQUEST-ID"] == response.request_id == "req_1"
    assert (response.rate_limit.limit, response.fallback.actual_model) == (9, "other")
    assert isinstance(response.http_response, httpx.Response)
    assert response.http_request.method == "POST"
    assert json.loads(response.http_request.content) == server.requests[0].json
    assert (response.content, response.text) == (BODY, BODY.decode())
    assert response.json() == completion()
    assert isinstance(response.parse(), ChatCompletion)
    assert response.parse() == plain
    assert response.parse().request_id == "req_1"
    assert response.parse() is response.parse()
    assert server.connections == [1, 1]


def test_a_raw_stream(driver: Driver, server: Server) -> None:
    """The stream of a raw answer is what `parse` gives, and has not been read."""
    gate = server.gate()
    headers = {"x-request-id": "req_1"}
    server.answer(event_stream(HEL, gate, LO, DONE, headers=headers), json_reply(completion()))
    client = driver.client()
    response = raw(driver, client, stream=True)
    with pytest.raises(ApertisError, match="a stream: use parse"):
        _ = response.content
    stream = response.parse()
    first = driver.next(stream)
    gate.open()

    assert (response.status_code, response.request_id) == (200, "req_1")
    assert first.choices[0].delta.content == "Hel"
    assert response.parse() is stream
    assert len(driver.all(stream)) == 1
    assert driver.wait(stream.get_final_completion()).choices[0].message.content == "Hello!"
    raw(driver, client)
    assert server.connections == [1, 1]


@pytest.mark.parametrize(
    ("failure", "stream"),
    [
        (FAILURE, False),
        (FAILURE, True),
        (reply([b"{", CLOSE], length=9), False),
        ([RESET], False),
        (UNHEARD, True),
        (event_stream(FAILED, DONE), True),
    ],
    ids=["status", "status of a stream", "short", "reset", "empty stream", "error in a stream"],
)
def test_a_raw_answer_is_retried(
    driver: Driver, server: Server, failure: Script, *, stream: bool
) -> None:
    """What a plain call tries again, a raw one does as well."""
    good = event_stream(HEL, LO, DONE) if stream else json_reply(completion())
    server.answer(failure, failure, good)
    answer = raw(driver, driver.client(max_retries=AT_ONCE), stream=stream).parse()
    if stream:
        answer = driver.wait(answer.get_final_completion())

    assert answer.choices[0].message.content == "Hello!"
    assert [request.all("x-retry-count") for request in server.requests] == [["0"], ["1"], ["2"]]


@STREAMED
@pytest.mark.parametrize("view", ["with_raw_response", "with_streaming_response"])
def test_statuses_that_mean_failure(
    driver: Driver, server: Server, view: str, *, stream: bool
) -> None:
    """A status that means failure is raised where the answer would have been given."""
    server.answer(
        json_reply({"error": {"message": "who?", "code": "bad_key"}}, status=401),
        *[FAILURE] * 3,
    )
    client = driver.client(max_retries=AT_ONCE)

    def call() -> None:
        answer = getattr(client.chat.completions, view).create(**QUESTION, stream=stream)
        if view == "with_raw_response":
            driver.wait(answer)
        else:
            with driver.entered(answer):
                pytest.fail("nothing is to be entered")

    with pytest.raises(AuthenticationError, match="who") as caught:
        call()
    with pytest.raises(InternalServerError, match="down"):
        call()

    assert (caught.value.code, caught.value.response.status_code) == ("bad_key", 401)
    assert len(server.requests) == 4


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b'{"error": {"message": "no"}}', b'{"choices": '],
    ids=["empty", "HTML", "a list", "an error", "torn"],
)
def test_what_was_not_promised(driver: Driver, server: Server, body: bytes) -> None:
    """A 200 that is not what was promised can be looked at; `parse` raises what the call would."""
    server.answer(*[reply(body)] * 3)
    client = driver.client()
    with pytest.raises(APIResponseValidationError) as plain:
        driver.create(client)
    response = raw(driver, client)
    for _ in range(2):
        with pytest.raises(APIResponseValidationError) as caught:
            response.parse()
        assert str(caught.value) == str(plain.value)
    with driver.entered(unread(client)) as streaming:
        with pytest.raises(APIResponseValidationError) as caught:
            driver.wait(streaming.parse())
        assert str(caught.value) == str(plain.value)
        assert driver.wait(streaming.read()) == body

    assert response.content == body


@pytest.mark.parametrize("parsed", [False, True])
def test_a_raw_stream_that_is_forgotten(driver: Driver, server: Server, *, parsed: bool) -> None:
    """A raw stream that nobody reads is warned of, and closed by the next call."""
    server.answer(event_stream(HEL, server.gate()), json_reply(completion()))
    client = driver.client()
    response = raw(driver, client, stream=True)
    if parsed:
        response.parse()
    gc.collect()
    with pytest.warns(ResourceWarning, match="was never closed"):
        del response
    raw(driver, client)
    server.wait_until_open(1)

    assert server.connections == [1, 2]


# with_streaming_response


def test_a_body_is_read_when_asked_for(driver: Driver, server: Server) -> None:
    """The headers are there before anything of the body, which `read` waits for."""
    gate = server.gate()
    server.answer(reply([gate, BODY], headers=HEADERS, length=len(BODY)))
    with driver.entered(unread(driver.client())) as response:
        assert (response.status_code, response.url) == (200, f"{server.url}/chat/completions")
        assert response.headers["X-Request-Id"] == response.request_id == "req_1"
        assert (response.rate_limit.limit, response.fallback.used) == (9, True)
        assert not response.http_response.is_stream_consumed
        gate.open()
        content = driver.wait(response.read())

    assert content == BODY


@pytest.mark.parametrize("how", ["read", "text", "json", "parse"])
def test_a_whole_is_kept(driver: Driver, server: Server, how: str) -> None:
    """What was read as a whole can be had in every form, after the `with` as well."""
    server.answer(reply(BODY, headers=HEADERS))
    with driver.entered(unread(driver.client())) as response:
        whole(driver, response, how)
    values = {how: whole(driver, response, how) for how in [*WAYS, *WAYS]}
    parsed = values.pop("parse")

    assert values == {
        "read": BODY,
        "text": BODY.decode(),
        "json": completion(),
        "iter_bytes": [BODY],
        "iter_lines": [BODY.decode()],
    }
    assert parsed.to_dict() == completion()
    assert parsed.request_id == "req_1"
    assert driver.wait(response.parse()) is parsed


def test_pieces_as_they_come(driver: Driver, server: Server) -> None:
    """Pieces and lines are given as they arrive, none waiting for the next."""
    for how, expected in (("iter_bytes", [HEL, LO]), ("iter_lines", [HEL.decode()[:-2], ""])):
        gate = server.gate()
        server.answer(event_stream(HEL, gate, LO))
        with driver.entered(unread(driver.client(), stream=True)) as response:
            pieces = getattr(response, how)()
            first = driver.next(pieces)
            gate.open()
            rest = driver.all(pieces)

        assert [first, rest[0]] == expected


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_lines(driver: Driver, server: Server, size: int) -> None:
    """LF, CRLF and CR end a line, nothing else does, wherever the body is cut."""
    body = "a\nb\r\n\r\nc\rd\N{LINE SEPARATOR}\N{NEXT LINE}\v\fé\r\r\nlast".encode()
    steps = [body[at : at + size] for at in range(0, len(body), size)]
    server.answer(reply(steps, framing="chunked"))
    with driver.entered(unread(driver.client())) as response:
        lines = driver.all(response.iter_lines())

    assert lines == ["a", "b", "", "c", "d\N{LINE SEPARATOR}\N{NEXT LINE}\v\fé", "", "last"]


ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-be",
    "utf-32-le",
    "latin-1",
    "gbk",
    "shift-jis",
]
WORDS = {"gbk": "\u4f60\u597d", "shift-jis": "\u30c6\u30b9\u30c8"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_one_encoding_for_all(driver: Driver, server: Server, encoding: str) -> None:
    """However a body is read, its text is the same: by its encoding, else its charset."""
    word = WORDS.get(encoding, "Gr\u00fc\u00dfe")
    text = json.dumps(completion(word), ensure_ascii=False, indent=1)
    body = text.encode(encoding)
    headers = {"Content-Type": f"application/json; charset={encoding}"}
    answer = reply([body[:3], body[3:70], body[70:]], headers=headers)
    server.answer(*[answer] * 6)
    client = driver.client()

    assert driver.create(client).choices[0].message.content == word
    response = raw(driver, client)
    assert response.text == text
    assert response.json() == completion(word)
    assert response.parse().to_dict() == completion(word)
    for how, expected in {
        "text": text,
        "json": completion(word),
        "parse": completion(word),
        "iter_lines": text.split("\n"),
    }.items():
        with driver.entered(unread(client)) as response:
            value = whole(driver, response, how)
        assert (value.to_dict() if how == "parse" else value) == expected


@pytest.mark.parametrize("view", ["raw", "unread"])
@pytest.mark.parametrize("content", [b"", b"<html>", b'{"a": "\xfc"}'])
def test_no_json(driver: Driver, server: Server, content: bytes, view: str) -> None:
    """What is not JSON, or in no known encoding, is a `ValueError`."""
    server.answer(reply(content, headers={"Content-Type": "application/json"}))
    if view == "raw":
        models = driver.client().models.with_raw_response
        with pytest.raises((ValueError, APIResponseValidationError)):
            driver.wait(models.list()).json()
    else:
        with driver.entered(unread(driver.client())) as response, pytest.raises(ValueError):  # noqa: PT011
            driver.wait(response.json())


@pytest.mark.parametrize("ended", [False, True], ids=["open", "ended"])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_a_line_that_is_too_long(
    driver: Driver, server: Server, *, stream: bool, ended: bool
) -> None:
    """The lines before it are given; then the error names the setting."""
    line = b"x" * 2000 + b"\n" * ended
    server.answer(reply([b"short\n" + line[:900], line[900:] + b"rest"], framing="chunked"))
    client = driver.client(**{f"max_{'event' if stream else 'response'}_bytes": 1000})
    with driver.entered(unread(client, stream=stream)) as response:
        lines = response.iter_lines()
        assert driver.next(lines) == "short"
        with pytest.raises(APIResponseValidationError, match=r"line .* 1000 bytes \(max_"):
            driver.all(lines)


def test_a_line_as_long_as_may_be(driver: Driver, server: Server) -> None:
    """The end of a line does not count."""
    server.answer(reply([b"x" * 999 + b"\r\n", b"y" * 1000 + b"\n"], framing="chunked"))
    client = driver.client(max_response_bytes=1000)
    with driver.entered(unread(client)) as response:
        assert list(map(len, driver.all(response.iter_lines()))) == [999, 1000]


@pytest.mark.parametrize("how", WAYS)
def test_compressed(driver: Driver, server: Server, how: str) -> None:
    """A body that comes compressed is read decompressed."""
    headers = {**HEADERS, "Content-Encoding": "gzip"}
    packed = gzip.compress(BODY)
    server.answer(reply([packed[:9], packed[9:]], headers=headers))
    with driver.entered(unread(driver.client())) as response:
        value = whole(driver, response, how)

    assert value in (BODY, BODY.decode(), completion(), [BODY.decode()]) or (
        value.to_dict() == completion() if how == "parse" else b"".join(value) == BODY
    )


@pytest.mark.parametrize("how", WAYS)
def test_a_read_answer_gives_its_connection_back(driver: Driver, server: Server, how: str) -> None:
    """An answer that was read to its end leaves its connection to the next call."""
    server.answer(*[reply([BODY], headers=HEADERS, framing="chunked")] * 2)
    client = driver.client()
    for _ in range(2):
        with driver.entered(unread(client)) as response:
            whole(driver, response, how)

    assert server.connections == [1, 1]


@pytest.mark.parametrize("how", ["not at all", "in pieces", "in lines", "as a stream"])
def test_leaving_early(driver: Driver, server: Server, how: str) -> None:
    """An answer that was not read to its end closes its connection when it is left."""
    server.answer(event_stream(HEL, Flood(HEL)))
    with driver.entered(unread(driver.client(), stream=True)) as response:
        if how == "in pieces":
            assert driver.next(response.iter_bytes()).startswith(HEL)
        elif how == "in lines":
            assert driver.next(response.iter_lines()) == HEL.decode().strip()
        elif how == "as a stream":
            assert driver.next(driver.wait(response.parse())).choices[0].delta.content == "Hel"
    server.wait_until_open(0)


def test_failing_inside(driver: Driver, server: Server) -> None:
    """An exception of the application passes, and the connection is closed."""
    server.answer(event_stream(HEL, server.gate()))

    def read() -> None:
        with driver.entered(unread(driver.client(), stream=True)) as response:
            driver.next(response.iter_lines())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read()
    server.wait_until_open(0)


def test_closing(driver: Driver, server: Server) -> None:
    """An answer can be given up inside of the `with`, more than once; reading says so."""
    server.answer(event_stream(HEL, server.gate()))
    with driver.entered(unread(driver.client(), stream=True)) as response:
        pieces = response.iter_bytes()
        driver.next(pieces)
        driver.close(response)
        driver.close(response)
        server.wait_until_open(0)
        with pytest.raises(ApertisError, match="is closed"):
            driver.next(pieces)


@pytest.mark.parametrize("how", WAYS)
def test_reading_after_the_with(driver: Driver, server: Server, how: str) -> None:
    """What was not read before the `with` was left is lost, and reading it says so."""
    server.answer(reply(BODY, headers=HEADERS))
    with driver.entered(unread(driver.client())) as response:
        pass
    with pytest.raises(ApertisError, match="is closed") as caught:
        whole(driver, response, how)

    assert not isinstance(caught.value, APIError)


def _broken(server: Server) -> dict[str, Script]:
    half = BODY[:40]
    packed = {**HEADERS, "Content-Encoding": "gzip"}
    return {
        "short": reply([half, CLOSE], length=len(BODY)),
        "reset": reply([half, RESET], length=len(BODY)),
        "cut between chunks": [*reply([half], framing="chunked")[:-1], CLOSE],
        "no chunk": [*reply([half], framing="chunked")[:-1], b"zz\r\n", CLOSE],
        "no gzip": reply(BODY, headers=packed),
        "silent": reply([half, server.gate()], length=len(BODY)),
        "past the deadline": reply([half, server.gate()], length=len(BODY)),
    }


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize(
    "case",
    ["short", "reset", "cut between chunks", "no chunk", "no gzip", "silent", "past the deadline"],
)
def test_a_body_that_breaks(driver: Driver, server: Server, case: str, how: str) -> None:
    """A body that breaks off raises our exception, once more where it is read again."""
    server.answer(_broken(server)[case])
    settings: dict[str, Any] = {
        "silent": {"timeout": SHORT},
        "past the deadline": {"deadline": SHORT},
    }.get(case, {})
    with driver.entered(unread(driver.client(max_retries=AT_ONCE), **settings)) as response:
        with pytest.raises(APIConnectionError) as caught:
            whole(driver, response, how)
        if case != "no gzip":  # which came whole: its connection may be used again
            server.wait_until_open(0)
        for again in WAYS:
            with pytest.raises(APIConnectionError) as repeated:
                whole(driver, response, again)
            assert repeated.value is caught.value

    assert isinstance(caught.value.__cause__, Exception)
    assert isinstance(caught.value, APITimeoutError) == bool(settings)
    if isinstance(caught.value, APITimeoutError):
        assert caught.value.phase == {"silent": "read"}.get(case, "deadline")
        assert caught.value.seconds == SHORT
    assert len(server.requests) == 1


def test_a_stream_inside(driver: Driver, server: Server) -> None:
    """`parse` gives the stream that was asked for, the same each time, read as it comes."""
    gate = server.gate()
    server.answer(event_stream(HEL, gate, LO, DONE), json_reply(completion()))
    client = driver.client()
    with driver.entered(unread(client, stream=True)) as response:
        stream = driver.wait(response.parse())
        first = driver.next(stream)
        again = driver.wait(response.parse())
        gate.open()
        final = driver.wait(again.get_final_completion())

    assert first.choices[0].delta.content == "Hel"
    assert again is stream
    assert final.choices[0].message.content == "Hello!"
    assert driver.wait(stream.get_final_completion()) == final
    raw(driver, client)
    assert server.connections == [1, 1]


def test_a_stream_that_was_read_before(driver: Driver, server: Server) -> None:
    """The body of a stream may be read as a whole first, and parsed then."""
    server.answer(event_stream(HEL, LO, DONE))
    with driver.entered(unread(driver.client(), stream=True)) as response:
        content = driver.wait(response.read())
        final = driver.wait(driver.wait(response.parse()).get_final_completion())

    assert content == HEL + LO + DONE
    assert final.choices[0].message.content == "Hello!"


def test_a_stream_ends_with_its_answer(driver: Driver, server: Server) -> None:
    """Leaving the `with` closes the stream as well, which is not the whole then."""
    server.answer(event_stream(HEL, server.gate()))
    with driver.entered(unread(driver.client(), stream=True)) as response:
        stream = driver.wait(response.parse())
        driver.next(stream)

    assert driver.all(stream) == []
    with pytest.raises(APIStreamError, match="closed before its end") as caught:
        driver.wait(stream.get_final_completion())
    assert caught.value.partial
    assert caught.value.partial.choices[0].message.content == "Hel"


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (event_stream(HEL, FAILED), APIStreamError),
        (event_stream(HEL, CLOSE), APIStreamError),
        (reply(b"<html>"), APIResponseValidationError),
    ],
    ids=["error", "cut", "HTML"],
)
def test_a_stream_that_breaks_inside(
    driver: Driver, server: Server, script: Script, error: type[APIError]
) -> None:
    """What is wrong with a stream comes where it is read."""
    server.answer(script)
    with driver.entered(unread(driver.client(), stream=True)) as response:
        stream = driver.wait(response.parse())
        with pytest.raises(error):
            driver.all(stream)


@pytest.mark.parametrize(
    ("first", "then", "way"),
    [
        ("iter_bytes", "read", "in pieces"),
        ("iter_lines", "parse", "in pieces"),
        ("iter_lines", "iter_lines", "in pieces"),
        ("parse", "read", "as a stream"),
        ("parse", "iter_bytes", "as a stream"),
    ],
)
def test_a_body_is_read_once(
    driver: Driver, server: Server, first: str, then: str, way: str
) -> None:
    """What was read in pieces or as a stream is not kept; asking for it again says so."""
    server.answer(event_stream(HEL, LO, DONE))
    with driver.entered(unread(driver.client(), stream=True)) as response:
        whole(driver, response, first)
        with pytest.raises(ApertisError, match=f"has been read {way}"):
            whole(driver, response, then)


def test_going_on(driver: Driver, server: Server) -> None:
    """Whoever stops iterating may go on where it was."""
    gate = server.gate()
    server.answer(event_stream(HEL, gate, LO))
    with driver.entered(unread(driver.client(), stream=True)) as response:
        first = driver.next(response.iter_bytes())
        gate.open()

        assert first + b"".join(driver.all(response.iter_bytes())) == HEL + LO


def test_entering_is_what_sends(driver: Driver, server: Server) -> None:
    """A call is sent where its `with` is entered, each time anew; wrong ones are not."""
    server.answer(json_reply(completion()), json_reply(completion()))
    client = driver.client()
    manager = unread(client)
    sent = [len(server.requests)]
    for _ in range(2):
        with driver.entered(manager) as response:
            sent.append(len(server.requests))
            driver.wait(response.parse())
    with (
        pytest.raises(TypeError, match="messages"),
        driver.entered(client.chat.completions.with_streaming_response.create(model="m")),
    ):
        pass
    with pytest.raises(TypeError, match="messages"):
        driver.wait(client.chat.completions.with_raw_response.create(model="m"))

    assert sent == [0, 1, 2]
    assert len(server.requests) == 2


@pytest.mark.parametrize("view", ["with_raw_response", "with_streaming_response"])
def test_what_is_shown(driver: Driver, server: Server, view: str) -> None:
    """What an answer shows of itself is where it came from, without keys."""
    server.answer(json_reply(completion()))
    client = driver.client(default_query={"key": "secret"})
    answer = getattr(client.chat.completions, view).create(**QUESTION)
    if view == "with_raw_response":
        shown = [repr(driver.wait(answer))]
    else:
        with driver.entered(answer) as response:
            shown = [repr(response), repr(answer)]

    assert f"200 {server.url}/chat/completions>" in shown[0]
    assert "secret" not in str(shown)
    assert KEY not in str(shown)


@STREAMED
def test_options_of_a_call(driver: Driver, server: Server, *, stream: bool) -> None:
    """Raw calls take the options that plain ones take, and send the same."""
    options: dict[str, Any] = {"extra_headers": {"X-Team": "docs"}, "extra_body": {"more": 1}}
    script = event_stream(HEL, LO, DONE) if stream else json_reply(completion())
    server.answer(script, script, script)
    client = driver.client()
    for answer in (
        driver.create(client, **QUESTION, **options, stream=stream),
        raw(driver, client, **options, stream=stream).parse(),
    ):
        if stream:
            driver.all(answer)
    with driver.entered(unread(client, **options, stream=stream)) as response:
        driver.wait(response.read())

    assert len({request.body for request in server.requests}) == 1
    assert [request.all("x-team") for request in server.requests] == [["docs"]] * 3


@pytest.mark.not_over_httpx(reason="a client that is given one is not copied")
def test_a_client_whose_views_were_used(driver: Driver, server: Server) -> None:
    """A client whose raw calls were used is copied and pickled as any other."""
    server.answer(*[json_reply(completion())] * 4)
    client = driver.client()
    raw(driver, client)
    with driver.entered(unread(client)) as response:
        driver.wait(response.read())
    for twin in (copy.deepcopy(client), pickle.loads(pickle.dumps(client))):
        answer = raw(driver, driver.kept(twin)).parse()
        assert answer.choices[0].message.content == "Hello!"

    assert server.connections == [1, 1, 2, 3]


def test_cancelling(server: Server) -> None:
    """A task that is cancelled while it reads closes its connection; nothing looks complete."""
    server.answer(event_stream(HEL, server.gate()))

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            async with unread(client, stream=True) as response:
                read: list[bytes] = []

                async def read_on() -> None:
                    async for piece in response.iter_bytes():
                        read.append(piece)
                        reading.set()

                reading = asyncio.Event()
                task = asyncio.create_task(read_on())
                await reading.wait()
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                await asyncio.to_thread(server.wait_until_open, 0)
                with pytest.raises(ApertisError, match="is closed"):
                    await read_on()
            assert read == [HEL]

    asyncio.run(main())


def test_under_trio(server: Server) -> None:
    """Raw calls work under trio."""
    server.answer(json_reply(completion()), *[event_stream(HEL, LO, DONE)] * 2, [server.gate()])

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            completions: Any = client.chat.completions
            response = await completions.with_raw_response.create(**QUESTION)
            assert response.parse().choices[0].message.content == "Hello!"
            response = await completions.with_raw_response.create(**QUESTION, stream=True)
            assert len([chunk async for chunk in response.parse()]) == 2
            async with unread(client, stream=True) as response:
                assert len([line async for line in response.iter_lines()]) == 6
            with pytest.raises(APITimeoutError, match="deadline"):
                async with unread(client, deadline=0.05):
                    pass

    trio.run(main)
