"""TLS, proxies, HTTP/2, compression, redirects, and what a user's own HTTP client brings along."""

from __future__ import annotations

import base64
import gzip
import json
import os
import pickle
import select
import socket
import ssl
import subprocess
import sys
import traceback
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from apertis import (
    ApertisError,
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    ConfigurationError,
    InternalServerError,
    RateLimitError,
)
from apertis._transport import connections
from tests.drivers import AT_ONCE, AsyncDriver, Driver, SyncDriver
from tests.faults.proxy import CREDENTIALS, Proxy, proxy
from tests.faults.tls_server import WORDS
from tests.server import (
    CLOSE,
    DONE,
    Server,
    Step,
    chunk,
    completion,
    event_stream,
    json_reply,
    reply,
)

NOWHERE = "http://nowhere.invalid/v1"


# -- TLS ---------------------------------------------------------------------------------------


def test_tls_refuses_an_authority_that_it_was_not_told_of(driver: Driver, tls_url: str) -> None:
    """A certificate of a private authority is refused, and the message says so."""
    with pytest.raises(APIConnectionError, match="certificate verify failed") as raised:
        driver.create(driver.client(base_url=tls_url))

    assert isinstance(raised.value.__cause__, httpx.ConnectError)
    assert not raised.value.repeatable


def test_tls_trusts_what_the_http_client_trusts(
    driver: Driver, tls_url: str, trusting: ssl.SSLContext
) -> None:
    """A private authority is trusted by way of `http_client`, for plain answers and streams."""
    client = driver.client(base_url=tls_url, http_client=driver.http_client(verify=trusting))

    assert content_of(driver.create(client)) == "1.1"
    assert len(driver.all(driver.create(client, stream=True))) == WORDS


SYNC_AND_ASYNC = """
import asyncio, sys
from apertis import Apertis, ApertisError, AsyncApertis

settings = {"api_key": "k", "base_url": sys.argv[1], "max_retries": 0}
question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}

def synchronous():
    with Apertis(**settings) as client:
        return client.chat.completions.create(**question)

async def asynchronous():
    async with AsyncApertis(**settings) as client:
        return await client.chat.completions.create(**question)

for ask in (synchronous, lambda: asyncio.run(asynchronous())):
    try:
        print(ask().choices[0].message.content)
    except ApertisError as error:
        print(type(error).__name__, type(error.__cause__).__name__, error)
"""


def test_tls_trusts_ssl_cert_file(tls_url: str, authority_file: Path) -> None:
    """A private authority is trusted by way of the environment's SSL_CERT_FILE."""
    assert in_sync_and_async(tls_url, SSL_CERT_FILE=str(authority_file)) == ["1.1", "1.1"]


def test_ssl_cert_file_that_is_missing_is_a_configuration_error(tls_url: str) -> None:
    """Where certificates cannot be read, the error is one of ours and says where to look."""
    for said in in_sync_and_async(tls_url, SSL_CERT_FILE="missing.pem"):
        assert said.startswith("ConfigurationError FileNotFoundError")
        assert "SSL_CERT_FILE" in said


def test_certificates_among_something_else_are_read(
    tls_url: str, authority_file: Path, tmp_path: Path
) -> None:
    """Names in any encoding and blocks of other kinds may stand beside the certificates."""
    certificate = authority_file.read_bytes()
    kinds = certificate.replace(b"CERTIFICATE", b"TRUSTED CERTIFICATE"), certificate
    for content in ("Behörde\n".encode("latin-1") + certificate, b"\n".join(kinds)):
        file = tmp_path / "authorities.pem"
        file.write_bytes(content)
        assert in_sync_and_async(tls_url, SSL_CERT_FILE=str(file)) == ["1.1", "1.1"]


@pytest.mark.parametrize("content", ["", "no certificate\n"])
def test_a_file_without_certificates_is_a_configuration_error(
    tls_url: str, tmp_path: Path, content: str
) -> None:
    """Those of the system do not take their place."""
    file = tmp_path / "authorities.pem"
    file.write_text(content, "ascii")

    for said in in_sync_and_async(tls_url, SSL_CERT_FILE=str(file)):
        assert said.startswith("ConfigurationError SSLError")


def test_certificates_are_not_read_for_what_is_not_encrypted(server: Server) -> None:
    """Calls by http read no certificates."""
    server.answer(json_reply(completion()), json_reply(completion()))

    assert in_sync_and_async(server.url, SSL_CERT_FILE="missing.pem") == ["Hello!", "Hello!"]


@pytest.mark.not_over_httpx(reason="its certificates are those that it was given")
def test_calls_by_https_share_a_connection(
    driver: Driver, tls_url: str, trusting: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An encrypted connection is used again, and closed with the client."""
    monkeypatch.setattr(connections, "certificates", lambda: trusting)
    client = driver.client(base_url=tls_url)
    first, second = driver.create(client), driver.create(client, deadline=30)

    assert content_of(first) == "1.1"
    assert first.model == second.model  # which names the connection


def in_sync_and_async(url: str, **environment: str) -> list[str]:
    """Return what both clients get in a process of its own: certificates are read once for each."""
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-c", SYNC_AND_ASYNC, url],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        text=True,
        timeout=30,
    )
    assert not finished.returncode, finished.stderr
    return finished.stdout.splitlines()


# -- proxies -----------------------------------------------------------------------------------


@pytest.fixture
def tunnels() -> Iterator[Proxy]:
    with proxy() as running:
        yield running


def test_a_proxy_of_the_http_client_is_used(driver: Driver, server: Server) -> None:
    """A proxy with a password, given to `http_client`, is asked for the whole URL."""
    server.answer(json_reply(completion()))
    http_client = driver.http_client(proxy=url_of_proxy(server))
    answer = driver.create(driver.client(base_url=NOWHERE, http_client=http_client))

    assert content_of(answer) == "Hello!"
    assert_went_through(server)


def test_a_proxy_of_the_environment_is_used(
    driver: Driver, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy with a password, given by HTTP_PROXY, is asked for the whole URL."""
    server.answer(json_reply(completion()))
    monkeypatch.setenv("HTTP_PROXY", url_of_proxy(server))
    answer = driver.create(driver.client(base_url=NOWHERE))

    assert content_of(answer) == "Hello!"
    assert_went_through(server)


def test_no_proxy_of_the_environment_is_obeyed(
    driver: Driver, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that NO_PROXY names is reached without the proxy, by way of kept connections."""
    server.answer(json_reply(completion()), json_reply(completion()))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    client = driver.client()
    for _ in range(2):
        driver.create(client)

    assert server.connections == [1, 1]


def test_what_is_encrypted_goes_through_a_tunnel(
    driver: Driver, tls_url: str, trusting: ssl.SSLContext, tunnels: Proxy
) -> None:
    """Calls by https go through the proxy of `http_client` unseen, streams included."""
    http_client = driver.http_client(verify=trusting, proxy=tunnels.url(CREDENTIALS[1]))
    client = driver.client(base_url=tls_url, http_client=http_client)

    assert content_of(driver.create(client)) == "1.1"
    assert len(driver.all(driver.create(client, stream=True))) == WORDS
    assert [httpx.URL(tls_url).netloc.decode()] == tunnels.tunnels
    driver.close(http_client)


def test_https_proxy_is_used(tls_url: str, authority_file: Path, tunnels: Proxy) -> None:
    """Calls by https go through the proxy that HTTPS_PROXY names."""
    words = in_sync_and_async(
        tls_url,
        SSL_CERT_FILE=str(authority_file),
        HTTPS_PROXY=tunnels.url(CREDENTIALS[1]),
    )

    assert words == ["1.1", "1.1"]
    assert len(tunnels.tunnels) == 2


def test_407_is_a_status_error(
    driver: Driver, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    """A proxy that refuses the password: its 407 is an error with that status."""
    server.answer(reply(b"<h1>Who are you?</h1>", status=407))
    http_client = driver.http_client(proxy=url_of_proxy(server))
    client = driver.client(base_url=NOWHERE, http_client=http_client, max_retries=AT_ONCE)
    with pytest.raises(APIStatusError, match="407") as raised:
        driver.create(client)

    assert raised.value.status_code == 407
    assert_no_password(raised.value, caplog.text)


def test_a_tunnel_that_is_refused_is_a_connection_error(
    driver: Driver, tls_url: str, tunnels: Proxy, caplog: pytest.LogCaptureFixture
) -> None:
    """A proxy that refuses a tunnel is a connection error that says why."""
    http_client = driver.http_client(proxy=tunnels.url(CREDENTIALS[1][::-1]))
    with pytest.raises(APIConnectionError, match="407 Proxy Authentication Required") as raised:
        driver.create(driver.client(base_url=tls_url, http_client=http_client))

    assert isinstance(raised.value.__cause__, httpx.ProxyError)
    assert_no_password(raised.value, caplog.text, CREDENTIALS[1][::-1])


def test_a_proxy_that_is_down_is_a_connection_error(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A proxy that refuses connections is a connection error."""
    with Server() as closed:
        pass
    monkeypatch.setenv("HTTP_PROXY", url_of_proxy(closed))
    with pytest.raises(APIConnectionError) as raised:
        driver.create(driver.client(base_url=NOWHERE))

    assert isinstance(raised.value.__cause__, httpx.ConnectError)
    assert_no_password(raised.value, caplog.text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTP_PROXY", "http://someone:hidden-4c1f7e@127.0.0.1:no-port"),
        ("HTTP_PROXY", "gopher://someone:hidden-4c1f7e@127.0.0.1:70"),
        ("HTTP_PROXY", "socks5://someone:hidden-4c1f7e@127.0.0.1:1080"),
    ],
)
def test_an_environment_that_is_wrong_is_a_configuration_error(
    driver: Driver, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no HTTP client can be made, the error points to the environment, not to the URL."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match="environment") as raised:
        driver.create(driver.client())

    assert raised.value.__cause__ is not None
    assert_no_password(raised.value, "")


def url_of_proxy(server: Server) -> str:
    # What it is asked for is all that tells a proxy from another server.
    return server.url.replace("//", "//{}:{}@".format(*CREDENTIALS)).removesuffix("/v1")


def assert_went_through(proxy: Server) -> None:
    (request,) = proxy.requests
    expected = base64.b64encode(":".join(CREDENTIALS).encode()).decode()
    assert request.path == f"{NOWHERE}/chat/completions"
    assert [f"Basic {expected}"] == request.all("proxy-authorization")


def assert_no_password(error: ApertisError, log: str, password: str = CREDENTIALS[1]) -> None:
    shown = [log, repr(vars(error)), pickle.dumps(error).decode("latin-1")]
    shown += traceback.format_exception(error)
    encoded = base64.b64encode(f"{CREDENTIALS[0]}:{password}".encode()).decode()
    assert not [text for text in shown if password in text or encoded in text]


# -- HTTP/2 ------------------------------------------------------------------------------------


@pytest.fixture
def http2(driver: Driver, tls_url: str, trusting: ssl.SSLContext) -> Any:
    """Return a client that prefers HTTP/2."""
    http_client = driver.http_client(verify=trusting, http2=True)
    return driver.client(base_url=tls_url, http_client=http_client)


def test_http2_carries_plain_answers(driver: Driver, http2: Any) -> None:
    """A user's HTTP client with HTTP/2 sends with HTTP/2."""
    answer = driver.create(http2)

    assert content_of(answer) == "2"
    assert answer.request_id == "req-tls"


def test_http2_carries_streams(driver: Driver, http2: Any) -> None:
    """A stream is read over HTTP/2 as over anything else."""
    stream = driver.create(http2, stream=True)

    assert [chunk.choices[0].delta.content for chunk in driver.all(stream)] == ["2 "] * WORDS


# Between threads the HTTP/2 of httpcore is not safe: what one sends may end another's stream.
@pytest.mark.parametrize("driver", [AsyncDriver], indirect=True)
def test_http2_carries_many_streams_at_once(driver: Driver, http2: Any) -> None:
    """Many streams share one connection, and all are whole."""

    async def whole() -> Any:
        stream = await driver.request(http2, stream=True)
        return await stream.get_final_completion()

    completions = driver.together([whole] * 40)

    assert [content_of(completion) for completion in completions] == ["2 " * WORDS] * 40
    assert len({completion.model for completion in completions}) == 1


def test_http2_stream_that_is_left_early_leaves_the_others_alone(
    driver: Driver, http2: Any
) -> None:
    """Closing one stream does not close the connection under another."""
    left, kept = (driver.create(http2, stream=True) for _ in range(2))
    first = [driver.next(stream) for stream in (left, kept)]
    driver.close(left)
    answer = driver.create(http2)
    rest = driver.all(kept)

    assert 1 + len(rest) == WORDS
    assert len({one.model for one in (*first, answer, *rest)}) == 1


def test_http2_stream_that_breaks_off_is_a_stream_error(driver: Driver, http2: Any) -> None:
    """A stream that HTTP/2 ends before its end raises with what had arrived; calls go on."""
    stream = driver.create(http2, model="broken", stream=True)
    with pytest.raises(APIStreamError) as raised:
        driver.all(stream)

    assert raised.value.truncated
    assert content_of(raised.value.partial) == "2 "
    assert content_of(driver.create(http2)) == "2"


# -- compression -------------------------------------------------------------------------------

GZIP = {"Content-Encoding": "gzip"}
JSON = json.dumps(completion()).encode()
BROKEN = gzip.compress(JSON)[:-8] + bytes(8)  # the checksum is wrong
COMPRESSORS = {"gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS, "deflate, bare": -15}


@pytest.fixture(params=COMPRESSORS)
def encoding(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def compressed(encoding: str, *pieces: bytes) -> list[Step]:
    """Compress pieces so that each can be read as soon as it has come."""
    compressor = zlib.compressobj(wbits=COMPRESSORS[encoding])
    flushed = [compressor.compress(p) + compressor.flush(zlib.Z_SYNC_FLUSH) for p in pieces]
    return [*flushed, compressor.flush()]


def headers_of(encoding: str) -> dict[str, str]:
    return {"Content-Encoding": encoding.partition(",")[0]}


def test_compressed_answers_are_read(driver: Driver, server: Server, encoding: str) -> None:
    """A compressed answer reads like any other."""
    body = compressed(encoding, JSON)
    server.answer(reply(body, headers=headers_of(encoding)))

    assert content_of(driver.create(driver.client())) == "Hello!"


def test_compressed_streams_are_read_as_they_come(
    driver: Driver, server: Server, encoding: str
) -> None:
    """A chunk of a compressed stream is handed over before the next one is sent."""
    first, last, end = compressed(
        encoding, chunk(content="Hel"), chunk("stop", content="lo!") + DONE
    )
    gate = server.gate()
    server.answer(event_stream(first, gate, last, end, headers=headers_of(encoding)))
    stream = driver.create(driver.client(), stream=True)

    assert driver.next(stream).choices[0].delta.content == "Hel"
    gate.open()
    assert [chunk.choices[0].delta.content for chunk in driver.all(stream)] == ["lo!"]


def test_a_compressed_answer_that_is_broken_is_a_connection_error(
    driver: Driver, server: Server
) -> None:
    """A response whose compressed body is damaged is a connection error; the call is repeated."""
    broken = reply(BROKEN, headers=GZIP)
    server.answer(broken, json_reply(completion()), broken)

    assert content_of(driver.create(driver.client(max_retries=AT_ONCE))) == "Hello!"
    with pytest.raises(APIConnectionError) as raised:
        driver.create(driver.client())
    assert isinstance(raised.value.__cause__, httpx.DecodingError)


def test_a_compressed_answer_that_is_short_is_a_validation_error(
    driver: Driver, server: Server
) -> None:
    """A gzip body that ends early, where the framing says it is whole, is no completion."""
    server.answer(reply(gzip.compress(JSON)[:-40], headers=GZIP))

    with pytest.raises((APIConnectionError, APIResponseValidationError)):
        driver.create(driver.client())


def test_a_broken_explanation_does_not_hide_the_status(driver: Driver, server: Server) -> None:
    """A failure whose gzip body cannot be read is still a failure with that status."""
    server.answer(reply(BROKEN, status=429, headers={**GZIP, "Retry-After": "7"}))
    with pytest.raises(RateLimitError) as raised:
        driver.create(driver.client())

    assert raised.value.retry_after == 7


def test_a_compressed_stream_that_breaks_is_a_stream_error(driver: Driver, server: Server) -> None:
    """A gzip stream that turns into something else raises with what had arrived."""
    first, *_ = compressed("gzip", chunk(content="Hel"))
    gate = server.gate()
    server.answer(event_stream(first, gate, b"\xff" * 64, headers=GZIP))
    stream = driver.create(driver.client(), stream=True)
    driver.next(stream)
    gate.open()
    with pytest.raises(APIStreamError) as raised:
        driver.all(stream)

    assert raised.value.truncated
    assert content_of(raised.value.partial) == "Hel"
    assert isinstance(raised.value.__cause__, httpx.DecodingError)


def test_a_compressed_stream_that_is_cut_is_a_stream_error(driver: Driver, server: Server) -> None:
    """A gzip stream whose connection ends raises with what had arrived."""
    first, *_ = compressed("gzip", chunk(content="Hel"))
    server.answer(event_stream(first, CLOSE, headers=GZIP))
    stream = driver.create(driver.client(), stream=True)
    with pytest.raises(APIStreamError) as raised:
        driver.all(stream)

    assert content_of(raised.value.partial) == "Hel"


# -- a user's own client -----------------------------------------------------------------------


def test_mounts_are_obeyed(driver: Driver, server: Server) -> None:
    """A transport mounted for some host answers for that host alone."""
    mounted = httpx.MockTransport(lambda _: httpx.Response(200, json=completion("mounted")))
    http_client = driver.http_client(mounts={"all://nowhere.invalid": mounted})
    server.answer(json_reply(completion("sent")))

    elsewhere = driver.client(base_url=NOWHERE, http_client=http_client)
    client = driver.client(http_client=http_client)

    assert content_of(driver.create(elsewhere)) == "mounted"
    assert content_of(driver.create(client)) == "sent"


@pytest.mark.parametrize("failure", [httpx.ReadError, httpx.PoolTimeout, httpx.UnsupportedProtocol])
def test_what_a_transport_raises_becomes_a_connection_error(
    driver: Driver, failure: type[httpx.TransportError]
) -> None:
    """An exception of a user's own transport is the cause of one of ours."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise failure("on purpose", request=request)

    client = driver.client(http_client=driver.http_client(transport=httpx.MockTransport(fail)))
    for stream in (False, True):
        with pytest.raises(APIConnectionError) as raised:
            driver.create(client, stream=stream)
        assert type(raised.value.__cause__) is failure


def test_hooks_that_raise_for_status_raise_our_errors(driver: Driver, server: Server) -> None:
    """`raise_for_status` in a user's hook is retried, and raised, as the status that it is."""
    hook = as_hook(driver, lambda response: response.raise_for_status())
    http_client = driver.http_client(event_hooks={"response": [hook]})
    client = driver.client(http_client=http_client, max_retries=AT_ONCE)
    failure = json_reply({"error": {"message": "later"}}, status=503)
    server.answer(failure, json_reply(completion()), failure, failure, failure)

    assert content_of(driver.create(client)) == "Hello!"
    with pytest.raises(InternalServerError) as raised:
        driver.create(client, stream=True)
    assert raised.value.status_code == 503
    assert isinstance(raised.value.__cause__, httpx.HTTPStatusError)


def test_hooks_that_read_the_answer_leave_its_explanation(driver: Driver, server: Server) -> None:
    """Where a user's hook reads before it raises, the error has the server's sentence."""
    hook = as_hook(driver, lambda response: response.raise_for_status(), read=True)
    http_client = driver.http_client(event_hooks={"response": [hook]})
    server.answer(json_reply({"error": {"message": "too fast"}}, status=429))
    with pytest.raises(RateLimitError, match="too fast"):
        driver.create(driver.client(http_client=http_client))


def test_hooks_that_read_streams_leave_them_whole(driver: Driver, server: Server) -> None:
    """A stream that a user's hook has read already, for its log, is handed over all the same."""
    hook = as_hook(driver, lambda response: response.content, read=True)
    http_client = driver.http_client(event_hooks={"response": [hook]})
    server.answer(event_stream(chunk(content="Hel"), chunk("stop", content="lo!"), DONE))
    stream = driver.create(driver.client(http_client=http_client), stream=True)

    assert [chunk.choices[0].delta.content for chunk in driver.all(stream)] == ["Hel", "lo!"]


def as_hook(
    driver: Driver, react: Callable[[httpx.Response], object], *, read: bool = False
) -> Callable[[httpx.Response], object]:
    """Return a hook in the form that the HTTP client of the driver takes."""

    def synchronous(response: httpx.Response) -> None:
        if read:
            response.read()
        react(response)

    async def asynchronous(response: httpx.Response) -> None:
        if read:
            await response.aread()
        react(response)

    return asynchronous if driver.name == "async" else synchronous


def test_the_http_client_keeps_its_defaults(driver: Driver, server: Server) -> None:
    """Headers, parameters and cookies that a user's HTTP client has go along with each call."""
    http_client = driver.http_client(
        headers={"X-Team": "blue", "Authorization": "Bearer other"},
        params={"region": "eu"},
        cookies={"session": "s1"},
    )
    server.answer(json_reply(completion()))
    client = driver.client(http_client=http_client, default_query={"v": "1"})
    driver.create(client)

    (request,) = server.requests
    assert request.all("x-team") == ["blue"]
    assert request.all("cookie") == ["session=s1"]
    assert dict(httpx.URL(request.path).params) == {"region": "eu", "v": "1"}
    assert request.all("authorization") != ["Bearer other"]
    assert len(request.all("authorization")) == 1


def test_the_http_client_is_left_as_it_was(driver: Driver, server: Server) -> None:
    """A call changes nothing of the user's HTTP client, and closing ours does not close it."""
    http_client = driver.http_client(headers={"X-Team": "blue"})
    before = http_client.headers.copy(), http_client.params, http_client.timeout
    server.answer(json_reply(completion()))
    client = driver.client(http_client=http_client)
    driver.create(client, extra_headers={"X-One": "1"}, extra_query={"q": "1"}, timeout=9)
    driver.close(client)

    assert before == (http_client.headers, http_client.params, http_client.timeout)
    assert not http_client.is_closed


# Only where calls block does a clock end them from outside.
@pytest.mark.parametrize("driver", [SyncDriver], indirect=True)
def test_a_connection_that_was_given_back_is_left_alone(driver: Driver) -> None:
    """The clock of a stream does not end its connection after that has become another call's."""
    ours, theirs = socket.socketpair()

    class Connection:
        def get_extra_info(self, _: str) -> socket.socket:
            return ours

    class Body(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield chunk("stop", content="Hi") + DONE

        def close(self) -> None:
            # The connection is given back. The stream's clock runs on, as in a thread that waits
            # for its turn, up to twice its time.
            select.select([theirs], [], [], 0.5)

    def answer(_: httpx.Request) -> httpx.Response:
        kind = {"content-type": "text/event-stream"}
        connection = {"network_stream": Connection()}
        return httpx.Response(200, headers=kind, stream=Body(), extensions=connection)

    with ours, theirs:
        http_client = driver.http_client(transport=httpx.MockTransport(answer))
        stream = driver.create(driver.client(http_client=http_client), stream=True)
        assert [chunk.choices[0].delta.content for chunk in driver.all(stream)] == ["Hi"]

        readable, _, _ = select.select([theirs], [], [], 0)
        assert readable == []  # an end would be something to read


# -- redirects ---------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [307, 308])
def test_redirects_are_followed_with_the_body(driver: Driver, server: Server, status: int) -> None:
    """A redirect that keeps the method is followed: the same request goes to the other place."""
    moved = reply(status=status, headers={"Location": "/v2/chat/completions"})
    server.answer(
        moved, json_reply(completion()), moved, event_stream(chunk("stop", content="Hi"), DONE)
    )
    client = driver.client()

    assert content_of(driver.create(client)) == "Hello!"
    assert len(driver.all(driver.create(client, stream=True))) == 1
    for asked, followed in (server.requests[:2], server.requests[2:]):
        assert followed.path == "/v2/chat/completions"
        assert asked.body == followed.body
        for name in ("authorization", "content-type", "idempotency-key", "x-retry-count"):
            assert asked.all(name) == followed.all(name) != []


def test_redirects_that_the_http_client_does_not_follow_are_errors(
    driver: Driver, server: Server
) -> None:
    """A user's HTTP client that follows no redirects makes them errors that say where to."""
    server.answer(reply(status=307, headers={"Location": "/v2/chat/completions"}))
    client = driver.client(http_client=driver.http_client())
    with pytest.raises(APIStatusError, match="redirects to '/v2/chat/completions'") as raised:
        driver.create(client)

    assert raised.value.status_code == 307


def test_redirects_without_end_are_given_up(driver: Driver, server: Server) -> None:
    """A redirect that leads to itself is a connection error, and is not tried again."""
    http_client = driver.http_client(follow_redirects=True, max_redirects=2)
    server.answer(*[reply(status=307, headers={"Location": "/v1/chat/completions"})] * 3)
    with pytest.raises(APIConnectionError) as raised:
        driver.create(driver.client(http_client=http_client, max_retries=AT_ONCE))

    assert isinstance(raised.value.__cause__, httpx.TooManyRedirects)


def content_of(completion: Any) -> Any:
    return completion.choices[0].message.content
