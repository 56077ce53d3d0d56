"""How calls fail."""

from __future__ import annotations

import gzip
import logging
import pickle
import traceback

import httpx
import pytest

from apertis import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APIStreamError,
    BadRequestError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
)
from apertis._errors.tree import status_class
from tests.drivers import KEY, Driver
from tests.server import (
    CLOSE,
    RESET,
    Script,
    Server,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)
from tests.spec import spec

pytestmark = pytest.mark.wire

CALLS = {
    "create_chat_completion": lambda client: client.chat.completions.create(
        model="m", messages=[{"role": "user", "content": "Hi"}]
    ),
    "list_models": lambda client: client.models.list(),
    "retrieve_model": lambda client: client.models.retrieve("m"),
}
DOCUMENTED = [
    (operation["operationId"], int(status))
    for operations in spec()["paths"].values()
    for operation in operations.values()
    for status in operation["responses"]
    if operation["operationId"] in CALLS and not status.startswith("2")
]
HTML = b"<!DOCTYPE html><html><body>error code: 1010</body></html>"


@pytest.mark.parametrize(
    ("operation", "status"), DOCUMENTED, ids=[f"{name}-{status}" for name, status in DOCUMENTED]
)
def test_documented_status(driver: Driver, server: Server, operation: str, status: int) -> None:
    """Every status that the spec documents for an operation has its exception."""
    error = {
        "message": "The server's own sentence.",
        "type": "some_type",
        "code": "some_code",
        "param": "messages",
    }
    server.answer(json_reply({"error": error}, status=status, headers={"x-request-id": "req_1"}))
    client = driver.client()
    with pytest.raises(APIStatusError) as caught:
        driver.wait(CALLS[operation](client))
    raised = caught.value

    assert type(raised) is status_class(status), f"which exception stands for {status}?"
    assert raised.status_code == status
    assert raised.message == "The server's own sentence."
    assert str(raised) == (
        f"The server's own sentence. (status {status}, code some_code, request id req_1)"
    )
    assert (raised.type, raised.code, raised.param) == ("some_type", "some_code", "messages")
    assert raised.body == {"error": error}
    assert raised.request_id == "req_1"
    assert raised.headers["X-Request-ID"] == "req_1"
    assert raised.response.status_code == status
    assert raised.request is not None
    assert raised.request.url.host == "127.0.0.1"


@pytest.mark.parametrize(
    ("status", "cls"),
    [
        (304, APIStatusError),
        (418, APIStatusError),
        (524, InternalServerError),
        (999, InternalServerError),
    ],
    ids=str,
)
def test_other_status(
    driver: Driver, server: Server, status: int, cls: type[APIStatusError]
) -> None:
    """A status that the spec does not know is an exception, too."""
    server.answer([b"HTTP/1.1 %d \r\nContent-Length: 0\r\n\r\n" % status])
    client = driver.client()
    with pytest.raises(APIStatusError) as caught:
        driver.create(client)

    assert type(caught.value) is cls
    assert caught.value.status_code == status
    assert caught.value.body is None
    assert f"status {status}" in str(caught.value)


@pytest.mark.parametrize(
    ("body", "headers", "message"),
    [
        (HTML, {"Content-Type": "text/html"}, "Reason"),
        (b"", {}, "Reason"),
        (b"upstream connect error", {"Content-Type": "text/plain"}, "upstream connect error"),
        (b'{"error": {"mess', {"Content-Type": "application/json"}, '{"error": {"mess'),
        (b"\xff\xfd", {"Content-Type": "text/plain"}, r"\xff\xfd"),
        (
            gzip.compress(b'{"error": {"message": "No."}}'),
            {"Content-Type": "application/json", "Content-Encoding": "gzip"},
            "No.",
        ),
    ],
    ids=["html", "empty", "text", "torn", "bytes", "gzip"],
)
def test_error_that_is_no_json(
    driver: Driver, server: Server, body: bytes, headers: dict[str, str], message: str
) -> None:
    """An error body of any kind leaves the status to speak; a page is not put into the message."""
    server.answer(reply(body, status=502, headers=headers))
    client = driver.client()
    with pytest.raises(InternalServerError) as caught:
        driver.create(client)

    assert caught.value.message == message
    assert caught.value.status_code == 502


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_page_of_the_cdn_is_explained(driver: Driver, server: Server, *, stream: bool) -> None:
    """A 403 with a page instead of JSON says what refuses the client, and what may help."""
    server.answer(reply(HTML, status=403, headers={"Content-Type": "text/html; charset=UTF-8"}))
    client = driver.client()
    with pytest.raises(PermissionDeniedError, match="User-Agent") as caught:
        driver.create(client, stream=stream)

    assert caught.value.body == HTML.decode()
    assert "CDN" in caught.value.message


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_error_gives_the_connection_back(driver: Driver, server: Server, *, stream: bool) -> None:
    """After an error answer the connection serves the next call."""
    server.answer(json_reply({"error": "No."}, status=400), json_reply(completion()))
    client = driver.client()
    with pytest.raises(BadRequestError):
        driver.create(client, stream=stream)
    driver.create(client)

    assert server.connections == [1, 1]


BROKEN: dict[str, tuple[Script, type[Exception]]] = {
    "closed before the headers": ([CLOSE], httpx.RemoteProtocolError),
    "reset before the headers": ([RESET], httpx.ReadError),
    "closed in the headers": ([b"HTTP/1.1 200 OK\r\nContent-Ty", CLOSE], httpx.RemoteProtocolError),
    "reset in the headers": ([b"HTTP/1.1 200 OK\r\nContent-Ty", RESET], httpx.ReadError),
    "closed in the body": ([*reply(b'{"id":', length=100), CLOSE], httpx.RemoteProtocolError),
    "reset in the body": ([*reply(b'{"id":', length=100), RESET], httpx.ReadError),
    "closed in a chunk": (
        reply([b'{"id":', CLOSE], framing="chunked"),
        httpx.RemoteProtocolError,
    ),
    "no http": ([b"SSH-2.0-OpenSSH_9.9\r\n", CLOSE], httpx.RemoteProtocolError),
    "headers without end": (
        [b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000],
        httpx.ProtocolError,
    ),
    "no chunk": (
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsurprise\r\n", CLOSE],
        httpx.RemoteProtocolError,
    ),
    "no gzip": (reply(b"surprise", headers={"Content-Encoding": "gzip"}), httpx.DecodingError),
}


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_broken_connection(driver: Driver, server: Server, broken: str, *, stream: bool) -> None:
    """Whatever breaks a call is one of our exceptions, with that of httpx as its cause."""
    script, cause = BROKEN[broken]
    server.answer(script)
    client = driver.client()
    with pytest.raises((APIConnectionError, APIStreamError)) as caught:
        driver.create(client, stream=stream)

    assert isinstance(caught.value.__cause__, cause)
    assert caught.value.request is not None
    assert caught.value.message.rstrip(": ") == caught.value.message, "the message tells no reason"


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_redirect_in_a_circle(driver: Driver, server: Server, *, stream: bool) -> None:
    """A redirect that never ends is one of our errors as well."""
    headers = {"Location": f"{server.url}/chat/completions"}
    server.answer(*[reply(status=307, headers=headers)] * 21)
    client = driver.client()
    with pytest.raises(APIConnectionError) as caught:
        driver.create(client, stream=stream)

    assert isinstance(caught.value.__cause__, httpx.TooManyRedirects)


def test_redirect_of_a_client_that_follows_none(driver: Driver, server: Server) -> None:
    """A redirect that is not followed is an error that names where it leads."""
    server.answer(reply(status=308, headers={"Location": "https://new.example/v1"}))
    client = driver.client(http_client=driver.http_client())
    with pytest.raises(APIStatusError, match=r"https://new\.example/v1"):
        driver.create(client)


def test_exception_of_a_hook(driver: Driver, server: Server) -> None:
    """An error that a hook of the user's own httpx client makes of a status is ours as well."""

    def check(response: httpx.Response) -> None:
        response.raise_for_status()

    async def acheck(response: httpx.Response) -> None:
        response.raise_for_status()

    hook = check if driver.name == "sync" else acheck
    server.answer(json_reply({"error": "No."}, status=404))
    client = driver.client(http_client=driver.http_client(event_hooks={"response": [hook]}))
    with pytest.raises(NotFoundError) as caught:
        driver.create(client)

    assert isinstance(caught.value.__cause__, httpx.HTTPStatusError)


FAILURES: dict[str, tuple[Script, bool]] = {
    "status": (json_reply({"error": {"message": "No.", "code": "x"}}, status=401), False),
    "page": (reply(HTML, status=403), False),
    "promise": (reply(HTML), False),
    "lost": ([CLOSE], False),
    "stream": (event_stream(event(completion()), event({"error": {"code": 429}})), True),
    "cut": (event_stream(event({"choices": []}), CLOSE), True),
}


def _failure(driver: Driver, server: Server, name: str) -> APIError:
    script, stream = FAILURES[name]
    server.answer(script)
    client = driver.client()
    with pytest.raises(APIError) as caught:
        driver.all(driver.create(client, stream=stream) if stream else [driver.create(client)])
    return caught.value


@pytest.mark.parametrize("name", FAILURES)
def test_no_error_shows_the_key(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    """The key is in nothing that an error shows, nor in what is pickled or logged of it."""
    error = _failure(driver, server, name)
    logging.getLogger("application").error("failed", exc_info=error)
    shown = [
        str(error),
        repr(error),
        repr(error.args),
        repr(vars(error)),
        repr(error.request.headers) if error.request else "",
        "".join(traceback.format_exception(error)),
        pickle.dumps(error).decode("latin-1"),
        caplog.text,
    ]

    assert f"Bearer {KEY}" == server.requests[0].all("authorization")[0]
    assert not [text for text in shown if KEY in text]
