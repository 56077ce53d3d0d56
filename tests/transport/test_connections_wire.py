"""`apertis._transport.connections`.

What happens to connections, over real sockets, in sync and async.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import socket
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from typing import Any

import anyio
import anyio.abc
import anyio.lowlevel
import httpx
import pytest

from apertis import Apertis, APIConnectionError, APITimeoutError, AsyncApertis
from apertis._transport.addresses import connect_tcp
from apertis._transport.async_connection import AsyncConnection
from apertis._transport.connections import Connections
from apertis._transport.http_clients import AsyncTransport, Transport
from apertis._transport.sync_connection import SyncConnection
from tests.drivers import KEY, AsyncDriver, Driver, SyncDriver, warn_of_open_sockets
from tests.http_messages import request_to
from tests.server import (
    CLOSE,
    DONE,
    PATIENCE,
    RESET,
    Gate,
    Script,
    Server,
    Step,
    chunk,
    completion,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire


SHORT = 0.2


@pytest.fixture(params=[SyncDriver, AsyncDriver], ids=["sync", "async"])
def driver(request: pytest.FixtureRequest, server: Server) -> Iterator[Driver]:
    """Run a test in sync and async, not over httpx, which has connections of its own."""
    with request.param(server.url) as driver:
        yield driver
    warn_of_open_sockets()


GOOD = json_reply(completion())
CHUNK = chunk("stop", content="Hi")


def json_bytes(steps: list[Step]) -> bytes:
    return b"".join(step for step in steps if isinstance(step, bytes))


QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}


def over(driver: Driver, **bounds: Any) -> Any:
    """Return a client of httpx over connections with these bounds."""
    transport = sync_transport if driver.name == "sync" else async_transport
    return driver.http_client(transport=transport(**bounds), follow_redirects=True)


def sync_transport(**bounds: Any) -> Transport:
    return Transport(Connections(SyncConnection, **bounds))


def async_transport(**bounds: Any) -> AsyncTransport:
    return AsyncTransport(Connections(AsyncConnection, **bounds))


def get(driver: Driver, server: Server, http: Any, **options: Any) -> httpx.Response:
    response: httpx.Response = driver.wait(http.get(f"{server.url}/models", **options))
    return response


def opened(driver: Driver, server: Server, http: Any) -> httpx.Response:
    """Return a response whose body has not been read."""
    request = http.build_request("GET", f"{server.url}/models")
    response: httpx.Response = driver.wait(http.send(request, stream=True))
    return response


def read(response: httpx.Response) -> Any:
    is_async = isinstance(response.stream, httpx.AsyncByteStream)
    return response.aread() if is_async else response.read()


# -- reuse ---------------------------------------------------------------------------------------


def test_the_connection_that_was_used_last_is_used_first(driver: Driver, server: Server) -> None:
    """Of several idle connections a call takes the one that was used last."""
    server.answer(*[GOOD] * 5)
    http = over(driver)
    for last in (1, 2):
        responses = [opened(driver, server, http) for _ in range(2)]
        numbers = server.connections[-2:]
        for number in (3 - last, last):
            driver.wait(read(responses[numbers.index(number)]))
    get(driver, server, http)

    assert server.connections == [1, 2, 1, 2, 2]


def test_a_connection_that_was_closed_while_idle(driver: Driver, server: Server) -> None:
    """A connection that the server closed while it was idle is replaced, and the call succeeds."""
    server.answer([*GOOD, CLOSE], GOOD, GOOD)
    client = driver.client()
    driver.create(client)
    server.wait_until_open(0)
    driver.create(client)
    driver.create(client)

    assert server.connections == [1, 2, 2]


def test_connections_that_idled_are_closed(driver: Driver, server: Server) -> None:
    """A connection that was idle for more than a minute is closed by the next call."""
    seconds = [0.0]
    server.answer(*[GOOD] * 3)
    http = over(driver, now=lambda: seconds[0])
    for passed in (0, 60, 61):
        seconds[0] += passed
        get(driver, server, http)

    assert server.connections == [1, 1, 2]
    server.wait_until_open(1)


def test_idle_connections_are_limited(driver: Driver, server: Server) -> None:
    """More idle connections than may be kept are closed."""
    gate = server.gate()
    server.answer(*[[gate, *GOOD]] * 4)
    http = over(driver, kept=2)

    def open_all() -> None:
        server.wait_for_requests(4)
        gate.open()

    opener = threading.Thread(target=open_all)
    opener.start()
    driver.together([lambda: http.get(f"{server.url}/models")] * 4)
    opener.join(PATIENCE)

    server.wait_until_open(2)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
        b"HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    ],
    ids=["204", "304", "103"],
)
def test_responses_without_a_body_keep_the_connection(
    driver: Driver, server: Server, answer: bytes
) -> None:
    """A response that has no body gives its connection back."""
    server.answer([answer], GOOD)
    http = over(driver, limit=1)
    get(driver, server, http)
    get(driver, server, http)

    assert server.connections == [1, 1]


def test_a_head_keeps_the_connection(driver: Driver, server: Server) -> None:
    """The response to a HEAD has no body, whatever its Content-Length."""
    server.answer([b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"])
    server.answer(GOOD)
    http = over(driver, limit=1)
    driver.wait(http.head(f"{server.url}/models"))
    get(driver, server, http)

    assert server.connections == [1, 1]


def test_a_request_arrives_in_one_piece(driver: Driver) -> None:
    """The head of a small request and its body are sent together, on a used connection as well."""
    pieces: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer_twice() -> None:
            accepted, _ = listening.accept()
            with accepted:
                for _ in range(2):
                    pieces.append(accepted.recv(65536))
                    accepted.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")

        answering = threading.Thread(target=answer_twice)
        answering.start()
        http = over(driver)
        for _ in range(2):
            driver.wait(http.post(f"http://127.0.0.1:{listening.getsockname()[1]}/", json=QUESTION))
        answering.join(PATIENCE)

    assert [piece.endswith(b'"content":"Hi"}]}') for piece in pieces] == [True, True]
    assert [piece.startswith(b"POST / HTTP/1.1\r\n") for piece in pieces] == [True, True]


# -- failures ------------------------------------------------------------------------------------

FAILURES: dict[str, tuple[Script, type[Exception]]] = {
    "no answer": ([CLOSE], httpx.RemoteProtocolError),
    "a reset": ([RESET], httpx.ReadError),
    "a header cut off": ([b"HTTP/1.1 200 OK\r\nX", CLOSE], httpx.RemoteProtocolError),
    "no HTTP": ([b"nonsense\r\n\r\n", CLOSE], httpx.RemoteProtocolError),
    "a body cut off": (reply([b"{", CLOSE], length=9), httpx.RemoteProtocolError),
    "a body reset": (reply([b"{", RESET], length=9), httpx.ReadError),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_failures_are_those_of_httpx(driver: Driver, server: Server, failure: str) -> None:
    """Failures are exceptions of httpx, and the next call gets a connection."""
    script, expected = FAILURES[failure]
    server.answer(script, GOOD)
    http = over(driver, limit=1)
    with pytest.raises(expected):
        get(driver, server, http)

    assert get(driver, server, http).status_code == 200


def test_refused_connections(driver: Driver) -> None:
    """A connection that is refused does not count towards the limit."""
    away = Server()
    http = over(driver, limit=1)
    for _ in range(2):
        with pytest.raises(httpx.ConnectError, match=r"refused|failed"):
            get(driver, away, http)
    away.start()
    away.answer(GOOD)

    assert get(driver, away, http).status_code == 200
    driver.close(http)
    away.close()


def test_forgotten_responses_free_the_connection(driver: Driver, server: Server) -> None:
    """A response that nobody closes is closed by the next call."""
    server.answer(reply([b"{", server.gate()], length=9), GOOD)
    http = over(driver, limit=1)
    opened(driver, server, http)
    gc.collect()

    assert get(driver, server, http, timeout=PATIENCE).status_code == 200
    server.wait_until_open(1)


# -- waiting -------------------------------------------------------------------------------------


def test_waiting_for_a_connection_has_an_end(driver: Driver, server: Server) -> None:
    """A call that gets no connection in time fails as one that waited for the pool."""
    gate = server.gate()
    server.answer(reply([b"{", gate, b"}"]), GOOD)
    http = over(driver, limit=1)
    client = driver.client(http_client=http, timeout=httpx.Timeout(PATIENCE, pool=SHORT))
    response = opened(driver, server, http)
    with pytest.raises(APITimeoutError, match="pool") as caught:
        driver.create(client)
    assert isinstance(caught.value.__cause__, httpx.PoolTimeout)
    assert (caught.value.phase, caught.value.seconds) == ("pool", SHORT)
    gate.open()
    driver.close(response)

    assert driver.create(client).choices[0].message.content == "Hello!"


@pytest.mark.parametrize("limit", [1, 3])
def test_more_calls_than_connections(driver: Driver, server: Server, limit: int) -> None:
    """Calls beyond the limit wait for the connections of others, and all get their responses."""
    server.answer(*[GOOD] * 12)
    http = over(driver, limit=limit)
    client = driver.client(http_client=http)
    answers = driver.together([lambda: driver.request(client)] * 12)

    assert [answer.choices[0].message.content for answer in answers] == ["Hello!"] * 12
    assert set(server.connections) <= set(range(1, limit + 1))


@contextlib.asynccontextmanager
async def answering() -> AsyncIterator[tuple[str, dict[str, int]]]:
    """Serve in the running event loop; give the URL, and how many connections there were."""
    counts = {"open": 0, "most": 0, "all": 0}

    async def serve(stream: anyio.abc.SocketStream) -> None:
        counts["open"] += 1
        counts["all"] += 1
        counts["most"] = max(counts["most"], counts["open"])
        received = b""
        try:
            async with stream:
                async for piece in stream:
                    received += piece
                    while b"\r\n\r\n" in received:
                        _, _, received = received.partition(b"\r\n\r\n")
                        await anyio.lowlevel.checkpoint()
                        await stream.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        except (anyio.BrokenResourceError, anyio.ClosedResourceError):
            pass
        finally:
            counts["open"] -= 1

    async with await anyio.create_tcp_listener(local_host="127.0.0.1") as listener:
        port = listener.extra(anyio.abc.SocketAttribute.local_port)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(listener.serve, serve)
            yield f"http://127.0.0.1:{port}/", counts
            tasks.cancel_scope.cancel()


Cancelling = Callable[[Callable[[], Coroutine[Any, Any, object]], int], Awaitable[None]]


async def cancelled_by_its_scope(
    call: Callable[[], Coroutine[Any, Any, object]], steps: int
) -> None:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call)
        for _ in range(steps):
            await anyio.lowlevel.checkpoint()
        tasks.cancel_scope.cancel()


async def cancelled_by_asyncio(call: Callable[[], Coroutine[Any, Any, object]], steps: int) -> None:
    task = asyncio.ensure_future(call())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


@pytest.mark.parametrize("cancelled", [cancelled_by_asyncio, cancelled_by_its_scope])
@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
def test_cancellations_free_the_connection(cancelled: Cancelling, *, reused: bool) -> None:
    """Wherever a call is cancelled, the next gets a connection."""

    async def main() -> None:
        transport = async_transport(limit=1)
        async with answering() as (url, counts), httpx.AsyncClient(transport=transport) as http:

            async def call() -> None:
                await http.get(url)

            for steps in range(40):
                if reused:
                    await http.get(url)
                await cancelled(call, steps)
                assert (await http.get(url, timeout=PATIENCE)).status_code == 200
            assert counts["all"] > 1, "no cancellation came in the middle of a call"

    asyncio.run(main())


def test_those_who_wait_are_served_in_order() -> None:
    """Tasks that wait get connections in the order in which they came, though some give up."""
    served: list[int] = []

    async def main() -> None:
        transport = async_transport(limit=1)
        async with answering() as (url, _), httpx.AsyncClient(transport=transport) as http:

            async def call(number: int, scope: anyio.CancelScope) -> None:
                with scope:
                    await http.get(url)
                    served.append(number)

            scopes = [anyio.CancelScope() for _ in range(9)]
            async with anyio.create_task_group() as tasks, http.stream("GET", url):
                for number, scope in enumerate(scopes):
                    tasks.start_soon(call, number, scope)
                    await anyio.wait_all_tasks_blocked()
                for scope in scopes[::3]:
                    scope.cancel()
                await anyio.wait_all_tasks_blocked()
                assert served == []

    asyncio.run(main())
    assert served == [1, 2, 4, 5, 7, 8]


def test_many_calls_at_once() -> None:
    """A thousand calls at once use no more connections than the limit, and 250 are kept."""

    async def main() -> None:
        transport = async_transport(limit=300)
        async with answering() as (url, counts), httpx.AsyncClient(transport=transport) as http:
            answers = await asyncio.gather(*(http.get(url) for _ in range(1000)))
            assert {answer.status_code for answer in answers} == {200}
            assert counts["most"] <= 300
            with anyio.fail_after(PATIENCE):
                while counts["open"] > 250:  # noqa: ASYNC110  nobody tells of it
                    await asyncio.sleep(0.001)
            assert counts["open"] == 250

    asyncio.run(main())


# -- ending --------------------------------------------------------------------------------------


@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
def test_closing_wakes_who_waits_for_headers(server: Server, *, reused: bool) -> None:
    """A client that one thread closes wakes the threads that wait for the server."""
    server.answer(*[GOOD] * reused, [server.gate()])
    ended: list[BaseException] = []
    client = Apertis(api_key=KEY, base_url=server.url, max_retries=0)
    if reused:
        client.chat.completions.create(**QUESTION)

    def call() -> None:
        try:
            client.chat.completions.create(**QUESTION)
        except APIConnectionError as error:
            ended.append(error)

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    server.wait_for_requests(1 + reused)
    client.close()
    thread.join(PATIENCE)

    assert not thread.is_alive(), "nobody woke the thread"
    assert "ended by another thread" in str(ended[0])
    server.wait_until_open(0)


@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
def test_closing_wakes_a_task_that_waits_for_headers(server: Server, *, reused: bool) -> None:
    """A client that one task closes wakes the tasks that wait for the server."""
    server.answer(*[GOOD] * reused, [server.gate()])

    async def main() -> None:
        client = AsyncApertis(api_key=KEY, base_url=server.url, max_retries=0)
        if reused:
            await client.chat.completions.create(**QUESTION)
        call = asyncio.ensure_future(client.chat.completions.create(**QUESTION))
        await asyncio.to_thread(server.wait_for_requests, 1 + reused)
        await client.close()
        with pytest.raises(APIConnectionError, match="ended by another"):
            await asyncio.wait_for(call, PATIENCE)

    asyncio.run(main())
    server.wait_until_open(0)


def test_closing_in_a_hurry_wakes_who_sends() -> None:
    """Closing wakes a task whose request the server does not read, even if closing is cancelled."""

    async def main() -> None:
        with socket.create_server(("127.0.0.1", 0)) as deaf:
            url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
            http = httpx.AsyncClient(transport=async_transport())
            sending = asyncio.ensure_future(http.post(url, content=bytes(10**8)))
            await anyio.wait_all_tasks_blocked()
            with anyio.CancelScope() as hurry:
                hurry.cancel()
                await http.aclose()
            with pytest.raises(httpx.TransportError):
                await asyncio.wait_for(sending, PATIENCE)

    asyncio.run(main())


def test_a_handshake_that_is_cancelled(server: Server) -> None:
    """A call that is cancelled while a connection is being encrypted leaves none open."""
    url = server.url.replace("http:", "https:")

    async def main() -> None:
        async with httpx.AsyncClient(transport=async_transport()) as http:
            call = asyncio.ensure_future(http.get(url, timeout=PATIENCE))
            await asyncio.to_thread(server.wait_until_open, 1)
            await anyio.wait_all_tasks_blocked()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            await asyncio.to_thread(server.wait_until_open, 0)

    asyncio.run(main())


def test_closing_wakes_who_waits_for_a_connection(driver: Driver, server: Server) -> None:
    """An HTTP client that is closed leaves nobody waiting for one of its connections."""
    server.answer(reply([b"{", server.gate()], length=9))
    http = over(driver, limit=1)
    response = opened(driver, server, http)

    def close() -> Any:
        time.sleep(0.01)  # the other one is likelier to wait by then
        return closed(http)

    def call() -> Any:
        return http.get(f"{server.url}/models")

    with pytest.raises((httpx.ConnectError, RuntimeError), match="closed"):
        driver.together([call, close])
    driver.close(response)
    server.wait_until_open(0)


def closed(http: Any) -> Any:
    return http.close() if isinstance(http, httpx.Client) else http.aclose()


def test_what_is_given_back_after_the_end_is_closed(driver: Driver, server: Server) -> None:
    """A response that is open when its HTTP client is closed loses its connection."""
    server.answer(reply([b"{", server.gate()], length=9))
    http = over(driver)
    response = opened(driver, server, http)
    driver.close(http)
    server.wait_until_open(0)
    with pytest.raises(httpx.ReadError):
        driver.wait(read(response))
    driver.close(response)


@contextlib.contextmanager
def trickle(server: Server) -> Iterator[list[Step]]:
    """Give the script of a response whose headers arrive one by one, without end."""
    gates = [server.gate() for _ in range(400)]
    steps: list[Step] = [b"HTTP/1.1 200 OK\r\n"]
    for gate in gates:
        steps += [gate, b"X-Wait: 1\r\n"]
    left = threading.Event()

    def open_all() -> None:
        for gate in gates:
            gate.open()
            if left.wait(SHORT / 10):
                break

    opener = threading.Thread(target=open_all)
    opener.start()
    try:
        yield steps
        assert not gates[-1].is_open(), "all was waited for"
    finally:
        left.set()
        opener.join(PATIENCE)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
@pytest.mark.parametrize("redirected", [False, True], ids=["direct", "redirected"])
def test_deadline_while_headers_trickle(
    driver: Driver, server: Server, *, stream: bool, reused: bool, redirected: bool
) -> None:
    """A deadline ends the wait for headers that keep coming, on a connection of any age."""
    moved = reply(status=307, headers={"Location": "/v1/chat/completions"})
    with trickle(server) as steps:
        server.answer(*[GOOD] * reused, *[moved] * redirected, steps)
        client = driver.client()
        if reused:
            driver.create(client)
        with pytest.raises(APITimeoutError) as caught:
            driver.create(client, stream=stream, deadline=SHORT)

    assert caught.value.phase == "deadline"
    assert set(server.connections) == {1}
    server.wait_until_open(0)


def test_a_call_is_not_ended_for_another(server: Server) -> None:
    """What would end a call does nothing to the next on the same connection."""
    server.answer(GOOD, [gate := server.gate(), *GOOD])
    interrupts: list[Callable[[], None]] = []
    with httpx.Client(transport=sync_transport()) as http:
        url = f"{server.url}/models"
        first = http.get(url, extensions={"interruptible": interrupts.append})
        assert first.status_code == 200
        answers: list[httpx.Response] = []
        second = threading.Thread(target=lambda: answers.append(http.get(url)))
        second.start()
        server.wait_for_requests(2)
        for interrupt in interrupts:
            interrupt()
        gate.open()
        second.join(PATIENCE)

    assert len(interrupts) == 1
    assert [answer.status_code for answer in answers] == [200]
    assert server.connections == [1, 1]


def test_a_deadline_that_passes_between_two_connections() -> None:
    """A call whose time was over while it had no connection is ended as soon as it has one."""
    request = request_to("http://host/")
    request.interrupt()
    ended: list[bool] = []
    request.on_interrupt(lambda: ended.append(True))

    assert ended == [True]


@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
def test_a_call_that_is_ended_before_it_begins(server: Server, *, reused: bool) -> None:
    """A call that is ended before it has a connection sends nothing."""

    def interruptible(interrupt: Callable[[], None]) -> None:
        interrupt()

    server.answer(*[GOOD] * (reused + 1))
    with httpx.Client(transport=sync_transport(limit=1)) as http:
        if reused:
            http.get(f"{server.url}/models")
        with pytest.raises(httpx.ConnectError, match="before anything was sent"):
            http.get(f"{server.url}/models", extensions={"interruptible": interruptible})
        http.get(f"{server.url}/models", timeout=PATIENCE)

    assert len(server.requests) == 1 + reused


# -- clean connections ---------------------------------------------------------------------------

SURPLUS = {
    "unsolicited 408": b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
    "second answer": json_bytes(json_reply(completion("Not yours!"))),
    "line end": b"\r\n",
    "no HTTP": b"\x00",
}


class Reached(Gate):
    """A step that tells when the server came to it."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def is_open(self) -> bool:
        self.event.set()
        return True


@pytest.mark.parametrize("surplus", SURPLUS.values(), ids=SURPLUS)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("idle", [False, True], ids=["with the response", "while idle"])
def test_what_comes_after_a_response(
    driver: Driver, server: Server, surplus: bytes, *, stream: bool, idle: bool
) -> None:
    """Bytes after the end of a response are not taken for the response to the next request."""
    gate = server.gate()
    whole = json_bytes(event_stream(CHUNK, DONE) if stream else GOOD)
    sent = Reached()
    server.answer([whole, gate, surplus, sent] if idle else [whole + surplus], GOOD)
    client = driver.client()
    response = driver.create(client, stream=stream)
    if stream:
        driver.all(response)
    if idle:
        gate.open()
        assert sent.event.wait(PATIENCE)

    assert driver.create(client).choices[0].message.content == "Hello!"
    assert server.connections == [1, 2]


# -- processes -----------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("own", [True, False], ids=["ours", "a client of httpx"])
def test_a_child_closes_its_copy_of_a_stream(server: Server, *, own: bool) -> None:
    """A child process that closes a stream of its parent does not end the parent's connection."""
    head, first, *rest = event_stream(CHUNK, DONE)
    server.answer([head, first, gate := server.gate(), *rest])
    with contextlib.ExitStack() as stack:
        settings: dict[str, Any] = (
            {} if own else {"http_client": stack.enter_context(httpx.Client())}
        )
        client = stack.enter_context(Apertis(api_key=KEY, base_url=server.url, **settings))
        stream = client.chat.completions.create(**QUESTION, stream=True)
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                stream.close()
                os._exit(0)
            os._exit(1)
        _, status = os.waitpid(child, 0)
        gate.open()

        assert status == 0
        assert len(list(stream)) == 1


# -- event loops ---------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(
    "loops", [("asyncio", "asyncio"), ("asyncio", "trio"), ("trio", "asyncio")], ids="-".join
)
def test_a_stream_that_was_forgotten_in_another_loop(
    server: Server, loops: tuple[str, str]
) -> None:
    """A call closes no stream that was forgotten in another event loop."""
    server.answer([*event_stream(CHUNK)[:2], server.gate()], GOOD)
    clients = [AsyncApertis(api_key=KEY, base_url=server.url, max_retries=0)]

    async def forget() -> None:
        stream = await clients[0].chat.completions.create(**QUESTION, stream=True)
        await anext(stream)

    async def call() -> Any:
        return await clients[0].chat.completions.create(**QUESTION)

    anyio.run(forget, backend=loops[0])
    gc.collect()

    answer = anyio.run(call, backend=loops[1])
    clients.clear()
    gc.collect()  # the sockets, whose warnings are expected here and nowhere else

    assert answer.choices[0].message.content == "Hello!"


# -- time ----------------------------------------------------------------------------------------


def test_a_deadline_over_several_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address gets the time that is left, not the whole time again."""
    left = iter([5.0, 5.0, 3.0, 0.0])
    given: list[float | None] = []

    def connect(address: tuple[str, int], timeout: float | None) -> socket.socket:
        given.append(timeout)
        raise TimeoutError(address[0])

    class Timeouts(dict[str, "float | None"]):
        def get(self, _: str, default: object = None) -> float | None:
            return next(left)

    found = [(0, 0, 0, "", (f"192.0.2.{number}", 80)) for number in range(4)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: found)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(TimeoutError, match=r"192\.0\.2\.1"):
        connect_tcp("name", 80, Timeouts())

    assert given == [5.0, 3.0]


@pytest.mark.parametrize("name", ["sync", "async"])
def test_a_deadline_while_a_name_is_looked_up(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A look-up that takes too long is given up at the deadline."""
    released = threading.Event()

    def look_up(*_: Any, **__: Any) -> Any:
        released.wait(PATIENCE)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    began = time.monotonic()
    with (SyncDriver if name == "sync" else AsyncDriver)("http://slow.invalid/v1") as driver:
        client = driver.client()
        with pytest.raises(APITimeoutError) as caught:
            driver.create(client, deadline=SHORT)
        took = time.monotonic() - began
        released.set()

    assert caught.value.phase == "deadline"
    assert took < PATIENCE / 2


def test_a_later_address_answers(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """Where one address refuses, the next is tried."""
    port = httpx.URL(server.url).port
    found = [(0, 0, 0, "", (address, port)) for address in ("127.0.0.2", "127.0.0.1")]
    look_up = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest: found if host == "x" else look_up(host, *rest)
    )
    server.answer(GOOD)
    with Apertis(api_key=KEY, base_url=f"http://x:{port}/v1") as client:
        assert client.chat.completions.create(**QUESTION).choices[0].message.content == "Hello!"
