"""Bytes beyond the end of a response never become, or spoil, the response to the next call."""

from __future__ import annotations

import asyncio
import contextlib
import json
import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import trio
import trustme

from apertis import Apertis, AsyncApertis, ChatCompletion, InternalServerError
from apertis._transport import connections, http_clients
from apertis._transport.async_connection import AsyncConnection
from apertis._transport.connections import Connections
from apertis._transport.http_clients import AsyncTransport, Transport, make_client
from apertis._transport.sync_connection import SyncConnection
from tests.drivers import KEY, AsyncDriver, Driver, SyncDriver
from tests.server import (
    DONE,
    PATIENCE,
    Server,
    chunk,
    completion,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire

GOOD = json_reply(completion())
CHUNK = chunk("stop", content="Hi")
STREAMED = event_stream(CHUNK, DONE)
QUESTION: Any = [{"role": "user", "content": "Hi"}]
SURPLUS = {
    "408": b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "second answer": b"".join(map(bytes, json_reply(completion("wrong")))),  # type: ignore[arg-type]
    "line end": b"\r\n",
    "part of an answer": b"HTTP/1.1 200",
    "no HTTP": b"\x00garbage",
}


@pytest.fixture(params=[SyncDriver, AsyncDriver], ids=["sync", "async"])
def driver(request: pytest.FixtureRequest, server: Server) -> Iterator[Driver]:
    """Run a test in sync and async, over connections of our own."""
    with request.param(server.url) as driver:
        yield driver


@pytest.fixture(params=["directly", "through a proxy"])
def way(request: pytest.FixtureRequest, server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with and without a proxy of the environment; return the base URL."""
    if request.param == "directly":
        return server.url
    monkeypatch.setenv("HTTP_PROXY", server.url)
    return "http://api.test/v1"


@pytest.mark.parametrize("framing", ["length", "chunked", "an error"])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("surplus", SURPLUS.values(), ids=SURPLUS)
def test_surplus_over_a_client_that_is_given(
    driver: Driver, server: Server, surplus: bytes, framing: str, *, stream: bool
) -> None:
    """An httpx client of the user's closes a connection on which more than the answer has come."""
    body = json.dumps(completion()).encode()
    script = (
        STREAMED if stream else reply(body, framing="chunked" if framing == "chunked" else "length")
    )
    if framing == "an error":
        script = json_reply({"error": {"message": "busy"}}, status=503)
    joined = b"".join(piece for piece in [*script, surplus] if isinstance(piece, bytes))
    server.answer([joined], GOOD, GOOD)
    http = driver.http_client()
    client = driver.client(http_client=http)
    with contextlib.suppress(InternalServerError):
        ask(driver, client, stream=stream)

    assert [ask(driver, client, stream=False) for _ in range(2)] == ["Hello!"] * 2
    assert server.connections == [1, 2, 2]


def ask(driver: Driver, client: Any, *, stream: bool) -> str:
    if not stream:
        content: str = driver.create(client).choices[0].message.content
        return content
    chunks = driver.all(driver.create(client, stream=True))
    return "".join(chunk.choices[0].delta.content for chunk in chunks)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("joined", [False, True], ids=["after", "in one piece"])
@pytest.mark.parametrize("surplus", SURPLUS.values(), ids=SURPLUS)
def test_surplus_behind_a_response(
    driver: Driver, server: Server, way: str, surplus: bytes, *, joined: bool, stream: bool
) -> None:
    """What a server sends behind a response, with it or at once after it, is dropped."""
    script = [*(STREAMED if stream else GOOD), surplus]
    if joined:
        script = [b"".join(piece for piece in script if isinstance(piece, bytes))]
    server.answer(script, GOOD, GOOD)
    client = driver.client(base_url=way)
    first = ask(driver, client, stream=stream)
    # Where it has not been read with the response, it has arrived by the time of the next call.
    server.wait_for_requests(1)

    assert first == ("Hi" if stream else "Hello!")
    if joined:
        assert [ask(driver, client, stream=False) for _ in range(2)] == ["Hello!"] * 2
        assert server.connections == [1, 2, 2 if way == server.url else 3]
    else:
        client = driver.client(
            base_url=way, max_retries=2
        )  # the surplus may come after the next request
        assert [ask(driver, client, stream=False) for _ in range(2)] == ["Hello!"] * 2


@pytest.mark.parametrize("surplus", SURPLUS.values(), ids=SURPLUS)
def test_surplus_while_a_connection_is_idle(driver: Driver, server: Server, surplus: bytes) -> None:
    """A connection on which something arrives while it is idle is not used again."""
    gate = server.gate()
    server.answer([*GOOD, gate, surplus], GOOD, GOOD)
    is_sync = driver.name == "sync"
    ours = Connections(SyncConnection if is_sync else AsyncConnection)
    transport: Any = Transport(ours) if is_sync else AsyncTransport(ours)
    http = driver.http_client(transport=transport)
    driver.wait(http.get(f"{server.url}/models"))
    (idle,) = ours.pool._idle
    connection: Any = (
        idle._socket
        if isinstance(idle, SyncConnection)
        else idle._transport.get_extra_info("socket")
    )
    gate.open()
    assert select.select([connection], [], [], PATIENCE)[0]

    assert [driver.wait(http.get(f"{server.url}/models")).status_code for _ in range(2)] == [
        200
    ] * 2
    assert server.connections == [1, 2, 2]


# -- what has left the socket, and not been read -------------------------------------------------


def answer(content: str) -> bytes:
    body = json.dumps({**completion(content), "content": content}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


def serve(listener: socket.socket, context: ssl.SSLContext | None) -> None:
    """Answer each request, and send another answer with the first of each connection."""

    def serve_one(connection: socket.socket) -> None:
        stream = connection if context is None else context.wrap_socket(connection, True)
        with contextlib.suppress(OSError), stream:
            surplus = [answer("wrong")]
            while stream.recv(65536):
                stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)  # in one packet
                for response in [answer("right"), *surplus]:
                    stream.sendall(response)  # a record of TLS each
                stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 0)
                surplus = []

    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=serve_one, args=(connection,), daemon=True).start()


def in_sync(url: str) -> list[str]:
    with httpx.Client(transport=Transport(Connections(SyncConnection))) as http:
        return [http.get(url, timeout=PATIENCE).json()["content"] for _ in range(6)]


def in_asyncio(url: str) -> list[str]:
    async def main() -> list[str]:
        transport = AsyncTransport(Connections(AsyncConnection))
        async with httpx.AsyncClient(transport=transport) as http:
            return [(await http.get(url, timeout=PATIENCE)).json()["content"] for _ in range(6)]

    return asyncio.run(main())


def in_trio(url: str) -> list[str]:
    async def main() -> list[str]:
        async with make_client(None, is_async=True, has_proxies=False) as http:
            return [(await http.get(url, timeout=PATIENCE)).json()["content"] for _ in range(6)]

    return trio.run(main)


def content_of(found: ChatCompletion) -> str:
    return str(found.choices[0].message.content)


def given_in_sync(url: str) -> list[str]:
    http = httpx.Client()
    with http, Apertis(api_key=KEY, base_url=url, http_client=http) as client:
        create = client.chat.completions.create
        return [content_of(create(model="m", messages=QUESTION)) for _ in range(6)]


async def given_in_async(url: str) -> list[str]:
    http = httpx.AsyncClient()
    async with http, AsyncApertis(api_key=KEY, base_url=url, http_client=http) as client:
        create = client.chat.completions.create
        return [content_of(await create(model="m", messages=QUESTION)) for _ in range(6)]


def given_in_asyncio(url: str) -> list[str]:
    return asyncio.run(given_in_async(url))


def given_in_trio(url: str) -> list[str]:
    return trio.run(given_in_async, url)


@pytest.mark.skipif(not hasattr(socket, "TCP_CORK"), reason="packets are put together by Linux")
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "TLS"])
@pytest.mark.parametrize(
    "run",
    [in_sync, in_asyncio, in_trio, given_in_sync, given_in_asyncio, given_in_trio],
)
def test_surplus_that_has_left_the_socket(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Callable[[str], list[str]], *, tls: bool
) -> None:
    """A second answer that has been received with the first is noticed, in a record of TLS too."""
    authority = trustme.CA()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))  # for clients that are given
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(theirs)
    with socket.create_server(("localhost", 0)) as listener:
        arguments = (listener, theirs if tls else None)
        threading.Thread(target=serve, args=arguments, daemon=True).start()
        url = f"http{'s' * tls}://localhost:{listener.getsockname()[1]}/"
        monkeypatch.setattr(connections, "certificates", lambda: context)
        monkeypatch.setattr(http_clients, "certificates", lambda: context)
        contents = run(url)
        listener.shutdown(socket.SHUT_RDWR)

    assert contents == ["right"] * 6
