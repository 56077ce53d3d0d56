"""Errors in streams, exceptions of a user's transport, and wrong content types."""

from __future__ import annotations

import gc
import json
import ssl
import threading
import warnings
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from functools import partial
from typing import Any

import h2.exceptions
import httpx
import pytest

from apertis import (
    Apertis,
    ApertisError,
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    InternalServerError,
    NotFoundError,
)
from tests.drivers import AT_ONCE, KEY, Driver, SyncDriver
from tests.server import (
    DONE,
    PATIENCE,
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

EVENTS = {"Content-Type": "text/event-stream"}
HEL = chunk(content="Hel")
LO = chunk("stop", content="lo")


# -- errors in streams ---------------------------------------------------------------------------


def test_choice_with_a_code_alone(driver: Driver, server: Server) -> None:
    """A choice that holds no more than the code of an error is that error."""
    server.answer(event_stream(HEL, event({"choices": [{"error": {"code": 502}}]}), DONE))
    stream = driver.create(driver.client(), stream=True)
    with pytest.raises(InternalServerError) as caught:
        driver.all(stream)

    assert isinstance(caught.value, APIStreamError)
    assert (caught.value.status_code, caught.value.code) == (502, 502)


@pytest.mark.parametrize(
    "members",
    [
        {"object": "chat.completion.chunk", "message": "Your balance is low."},
        {"object": "chat.completion.chunk", "detail": "x", "code": 503, "type": "server_error"},
        {"object": "chat.completion.chunk", "choices": [], "message": "Your balance is low."},
        {"choices": [], "message": "Your balance is low."},
        {"choices": None, "message": None, "detail": None},
        {"choices": [], "error": None},
        {"choices": [], "error": {"message": "", "code": None}},
        {"choices": [{"index": 0, "delta": {}, "error": None}]},
        {"choices": [{"index": 0, "delta": {}, "error": {}}]},
        {"object": "chat.completion.chunk", "errors": []},
    ],
    ids=str,
)
def test_chunk_that_is_no_error(driver: Driver, server: Server, members: dict[str, Any]) -> None:
    """A chunk with a message of its own, or with an error that says nothing, is a chunk."""
    server.answer(event_stream(HEL, event(members), LO, DONE))
    stream = driver.create(driver.client(), stream=True)
    whole = driver.wait(stream.get_final_completion())

    assert whole.choices[0].message.content == "Hello"


@pytest.mark.parametrize(
    ("headers", "attempts"),
    [({}, 3), ({"x-should-retry": "false"}, 1), ({"X-Should-Retry": " FALSE "}, 1)],
    ids=["silent", "false", "spelt otherwise"],
)
def test_server_that_forbids_to_open_a_stream_again(
    driver: Driver, server: Server, headers: dict[str, str], attempts: int
) -> None:
    """A stream whose first event is an error is opened again, unless its headers forbid that."""
    failed = event_stream(event({"error": {"message": "No.", "code": 503}}), DONE, headers=headers)
    server.answer(*[failed] * attempts)
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(InternalServerError):
        driver.create(client, stream=True)

    assert len(server.requests) == attempts


def test_server_that_asks_to_open_a_stream_again(driver: Driver, server: Server) -> None:
    """A stream whose first event is an error that stays is opened again where its headers say."""
    failed = event({"error": {"message": "No.", "code": 400}})
    server.answer(
        event_stream(failed, DONE, headers={"x-should-retry": "true"}), event_stream(HEL, LO, DONE)
    )
    stream = driver.create(driver.client(max_retries=AT_ONCE), stream=True)

    assert len(driver.all(stream)) == 2


# -- labels --------------------------------------------------------------------------------------

LABELS = [
    "text/event-stream",
    "text/event-stream; charset=utf-8",
    "TEXT/EVENT-STREAM",
    "Text/Event-Stream;Charset=UTF-8",
]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("indent", [None, 2], ids=["one line", "many lines"])
def test_completion_under_the_label_of_a_stream(
    driver: Driver, server: Server, label: str, framing: Any, indent: int | None
) -> None:
    """A whole completion that a server calls a stream is handed on as chunks, asked for once."""
    body = json.dumps(completion("Hello!"), indent=indent).encode()
    server.answer(reply([body[:9], body[9:]], headers={"Content-Type": label}, framing=framing))
    client = driver.client(max_retries=AT_ONCE)
    chunks = driver.all(driver.create(client, stream=True))

    assert [chunk.choices[0].delta.content for chunk in chunks if chunk.choices] == ["Hello!"]
    assert {chunk.object for chunk in chunks} == {"chat.completion.chunk"}
    assert len(server.requests) == 1


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("indent", [None, 2], ids=["one line", "many lines"])
def test_error_under_the_label_of_a_stream(
    driver: Driver, server: Server, label: str, indent: int | None
) -> None:
    """An error in JSON that a server calls a stream is that error, asked for once."""
    body = json.dumps({"error": {"message": "No.", "code": "hm"}}, indent=indent).encode()
    server.answer(reply(body, headers={"Content-Type": label}))
    client = driver.client(max_retries=AT_ONCE)
    with pytest.raises(APIResponseValidationError, match=r"^No\.") as caught:
        driver.create(client, stream=True)

    assert caught.value.code == "hm"
    assert len(server.requests) == 1


@pytest.mark.parametrize("label", LABELS)
def test_label_of_a_stream_is_read_without_case(driver: Driver, server: Server, label: str) -> None:
    """A stream is one whatever the case of its content type, and may be cut off as any."""
    server.answer(
        event_stream(HEL, LO, DONE, headers={"Content-Type": label}),
        event_stream(b": hello\n\n", headers={"Content-Type": label}),
    )
    client = driver.client()

    assert len(driver.all(driver.create(client, stream=True))) == 2
    with pytest.raises(APIStreamError, match="ended before it was complete"):
        driver.create(client, stream=True)


@pytest.mark.parametrize("label", ["application/json", "APPLICATION/JSON; charset=utf-8", "x/y"])
def test_error_page_is_told_by_its_label(driver: Driver, server: Server, label: str) -> None:
    """The message for a 403 whose body is not JSON depends on its content type, in any case."""
    server.answer(reply(b"<p>No.</p>", status=403, headers={"Content-Type": label}))
    client = driver.client()
    with pytest.raises(APIStatusError) as caught:
        driver.create(client)

    assert ("CDN" in caught.value.message) == (label == "x/y")


# -- exceptions of others ------------------------------------------------------------------------


class Broken(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport of the user's own that raises, at once or after the pieces of a body."""

    def __init__(self, error: BaseException, pieces: Sequence[bytes] | None = None) -> None:
        self._error = error
        self._pieces = pieces
        self.requests = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        if self._pieces is None:
            raise self._error
        body = BrokenBody(self._pieces, self._error)
        return httpx.Response(200, headers=EVENTS, stream=body)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


class BrokenBody(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off with an exception."""

    def __init__(self, pieces: Sequence[bytes], error: BaseException) -> None:
        self._pieces = pieces
        self._error = error

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces
        raise self._error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


FOREIGN: dict[str, Callable[[], Exception]] = {
    "TLS": lambda: ssl.SSLError(1, "[SSL] the reason"),
    "certificate": lambda: ssl.SSLCertVerificationError(1, "the reason"),
    "socket": lambda: OSError(32, "the reason"),
    "reset": lambda: ConnectionResetError(104, "the reason"),
    "name": lambda: UnicodeError("the reason"),
    "encoding": lambda: UnicodeEncodeError("idna", "x..y", 1, 2, "the reason"),
    "URL": lambda: httpx.InvalidURL("the reason"),
    "cookie": lambda: httpx.CookieConflict("the reason"),
    "HTTP/2": lambda: h2.exceptions.ProtocolError("the reason"),
    "HTTP/2 connection": lambda: h2.exceptions.InvalidBodyLengthError(3, 4),
    "httpx": lambda: httpx.ReadError("the reason"),
    "protocol": lambda: httpx.LocalProtocolError("the reason"),
    "decoding": lambda: httpx.DecodingError("the reason"),
    "stream": lambda: httpx.StreamError("the reason"),
}


def over(driver: Driver, transport: Broken, **settings: Any) -> Any:
    http = driver.http_client(transport=transport)
    return driver.client(http_client=http, base_url="https://api.example/v1", **settings)


def assert_caused(caught: APIError, error: Exception) -> None:
    assert caught.__cause__ is error
    assert (str(error) or type(error).__name__) in caught.message
    assert caught.request is not None


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_exception_of_another_in_sending(driver: Driver, name: str, *, stream: bool) -> None:
    """What a transport of the user's own raises in sending comes out as ours, with its cause."""
    error = FOREIGN[name]()
    client = over(driver, Broken(error))
    with pytest.raises(APIConnectionError) as caught:
        driver.create(client, stream=stream)

    assert not isinstance(caught.value, APITimeoutError)
    assert_caused(caught.value, error)


@pytest.mark.parametrize("name", FOREIGN)
def test_exception_of_another_in_a_body(driver: Driver, name: str) -> None:
    """What breaks a plain body comes out as ours, with its cause."""
    error = FOREIGN[name]()
    client = over(driver, Broken(error, [b'{"choices": [']))
    with pytest.raises(APIConnectionError) as caught:
        driver.create(client)

    assert_caused(caught.value, error)


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("before", [[], [HEL], [HEL, LO]], ids=["first", "later", "at the end"])
def test_exception_of_another_in_a_stream(driver: Driver, name: str, before: list[bytes]) -> None:
    """What breaks a stream comes out as ours, with its cause and what had arrived."""
    error = FOREIGN[name]()
    client = over(driver, Broken(error, before))
    with pytest.raises(APIStreamError, match="broke off") as caught:
        driver.all(driver.create(client, stream=True))

    assert caught.value.truncated
    assert (caught.value.partial is None) == (not before)
    assert_caused(caught.value, error)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_time_out_of_another(driver: Driver, *, stream: bool) -> None:
    """A `TimeoutError` of a transport of the user's own is a time-out of ours."""
    error = TimeoutError("the reason")
    client = over(driver, Broken(error))
    with pytest.raises(APITimeoutError) as caught:
        driver.create(client, stream=stream)

    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    ("error", "attempts"),
    [
        (ssl.SSLError(1, "x"), 3),
        (OSError("x"), 3),
        (h2.exceptions.ProtocolError("x"), 3),
        (httpx.ConnectError("x"), 3),
        (httpx.UnsupportedProtocol("x"), 1),
        (httpx.LocalProtocolError("x"), 1),
        (httpx.TooManyRedirects("x"), 1),
    ],
    ids=repr,
)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_exception_of_another_is_followed_by_another_attempt(
    driver: Driver, error: Exception, attempts: int, *, stream: bool
) -> None:
    """What may pass is tried again, and what must fail again is not."""
    transport = Broken(error)
    client = over(driver, transport, max_retries=AT_ONCE)
    with pytest.raises(APIConnectionError):
        driver.create(client, stream=stream)

    assert transport.requests == attempts


class Unclosable(BrokenBody):
    """A body that breaks where it is closed."""

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces

    def close(self) -> None:
        raise self._error

    async def aclose(self) -> None:
        raise self._error


@pytest.mark.parametrize("error", [OSError("x"), httpx.ReadError("x")], ids=repr)
@pytest.mark.parametrize("way", ["leave", "close"])
def test_stream_that_cannot_be_closed_is_left(driver: Driver, error: Exception, way: str) -> None:
    """A stream that is left early is given up, even where its connection breaks just then."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers=EVENTS, stream=Unclosable([HEL, LO], error))

    http = driver.http_client(transport=httpx.MockTransport(answer))
    client = driver.client(http_client=http, base_url="https://api.example/v1")
    stream = driver.create(client, stream=True)
    driver.next(stream)
    if way == "close":
        driver.close(stream)
    else:
        with driver.entered(stream):
            pass
    with pytest.raises(RuntimeError, match="read to its end or closed"):
        driver.all(stream)


KEY_FAILURES: dict[str, tuple[Exception, type[APIError]]] = {
    "connect": (httpx.ConnectError("the reason"), APIConnectionError),
    "time-out": (httpx.ReadTimeout("the reason"), APITimeoutError),
    "status": (
        httpx.HTTPStatusError(
            "the reason",
            request=httpx.Request("GET", "https://keys.example"),
            response=httpx.Response(
                404, json={"message": "No."}, request=httpx.Request("GET", "https://keys.example")
            ),
        ),
        NotFoundError,
    ),
}


@pytest.mark.parametrize("name", KEY_FAILURES)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_exception_of_httpx_in_a_key_function(
    driver: Driver, server: Server, name: str, *, stream: bool
) -> None:
    """A key that is fetched by httpx and does not come is a failure of the call, with its cause."""
    error, cls = KEY_FAILURES[name]

    def fetch() -> str:
        raise error

    client = driver.client(api_key=fetch)
    with pytest.raises(cls) as caught:
        driver.create(client, stream=stream)

    assert caught.value.__cause__ is error
    assert not server.requests


def test_key_function_that_fails_once(driver: Driver, server: Server) -> None:
    """A key that could not be fetched is asked for again with the next attempt."""
    server.answer(json_reply(completion()))
    answers: list[Any] = [httpx.ConnectError("x"), KEY]

    def fetch() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    driver.create(driver.client(api_key=fetch, max_retries=AT_ONCE))

    assert [request.all("authorization") for request in server.requests] == [[f"Bearer {KEY}"]]


# -- the client closed under a call --------------------------------------------------------------


class ClosesItself(httpx.Client):
    """Closed by somebody in the moment that a request is handed to it."""

    def send(self, *arguments: Any, **options: Any) -> httpx.Response:
        self.close()
        return super().send(*arguments, **options)


class AsyncClosesItself(httpx.AsyncClient):
    """Closed by somebody in the moment that a request is handed to it."""

    async def send(self, *arguments: Any, **options: Any) -> httpx.Response:
        await self.aclose()
        return await super().send(*arguments, **options)


@pytest.mark.not_over_httpx(reason="an HTTP client that is given is not closed")
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_client_that_is_closed_while_it_sends(
    driver: Driver, server: Server, *, stream: bool
) -> None:
    """A client that was closed between the making of a request and its sending says so."""
    http: Any = ClosesItself() if driver.name == "sync" else AsyncClosesItself()
    client = driver.client(http_client=http)
    with pytest.raises(ApertisError, match="the client is closed") as caught:
        driver.create(client, stream=stream)

    assert isinstance(caught.value.__cause__, RuntimeError)
    assert not server.requests


@pytest.mark.not_over_httpx(reason="an HTTP client that is given is not closed")
def test_client_that_is_closed_while_its_key_is_fetched(driver: Driver, server: Server) -> None:
    """A client that is closed while its key is being fetched sends nothing."""

    def closing() -> str:
        client.close()
        return KEY

    async def aclosing() -> str:
        await client.close()
        return KEY

    client = driver.client(api_key=closing if driver.name == "sync" else aclosing)
    with pytest.raises(ApertisError, match="the client is closed"):
        driver.create(client)

    assert not server.requests


def test_runtime_error_of_another_goes_through(driver: Driver) -> None:
    """An error in the code of the user's own transport is not hidden by ours."""
    client = over(driver, Broken(RuntimeError("a mistake")))
    with pytest.raises(RuntimeError, match="a mistake"):
        driver.create(client)


@pytest.mark.parametrize("place", ["before the headers", "in the body", "in the stream"])
def test_client_that_another_thread_closes(server: Server, place: str) -> None:
    """A client that another thread closes during a call makes it fail as one of ours, if at all."""
    gate = server.gate()
    scripts: dict[str, Sequence[Step]] = {
        "before the headers": [gate, *json_reply(completion())],
        "in the body": reply([b"{", gate, b"}"]),
        "in the stream": event_stream(HEL, gate, DONE),
    }
    server.answer(scripts[place])
    ended: list[BaseException] = []
    begun = threading.Event()
    client = Apertis(api_key=KEY, base_url=server.url, max_retries=0)
    create: Callable[..., Any] = client.chat.completions.create
    question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}

    def call() -> None:
        try:
            if place == "in the stream":
                for _ in create(**question, stream=True):
                    begun.set()
            else:
                create(**question)
        except BaseException as error:  # noqa: BLE001  whatever it is, the test sees it
            ended.append(error)

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    server.wait_for_requests(1)
    assert place != "in the stream" or begun.wait(PATIENCE)
    client.close()
    gate.open()
    thread.join(PATIENCE)

    assert not thread.is_alive()
    # What was on its way may still arrive.
    assert all(isinstance(end, APIError) for end in ended), ended


def test_threads_find_the_same_forgotten_streams(server: Server) -> None:
    """Many threads that find the same forgotten streams all get their answers."""
    forgotten, threads, rounds = 32, 16, 4
    gate = server.gate()
    with SyncDriver(server.url) as driver:
        client = driver.client()
        for _ in range(rounds):
            server.answer(*[event_stream(HEL, gate)] * forgotten)
            streams = [driver.create(client, stream=True) for _ in range(forgotten)]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ResourceWarning)
                del streams
                gc.collect()
            server.answer(*[json_reply(completion())] * threads)
            together = threading.Barrier(threads)

            def call(barrier: threading.Barrier) -> str:
                barrier.wait(PATIENCE)
                return str(driver.create(client).choices[0].message.content)

            answers = driver.together([partial(call, together)] * threads)
            assert answers == ["Hello!"] * threads
    server.wait_until_open(0)
