"""How the engine does what takes time: the same verbs for both worlds.

The engine is written once, as coroutines. In the asynchronous world they are awaited as usual. In
the synchronous world the verbs of `SyncBackend` block instead of waiting, so that a coroutine
comes to its end in the one step that `run` makes.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import os
import socket
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Callable,
    Coroutine,
    Generator,
    Iterator,
    Mapping,
    MutableMapping,
)
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from .._core.settings import APIKey, checked_key
from .._errors.tree import ApertisError, ConfigurationError

if TYPE_CHECKING:
    import ssl

    import httpx

__all__ = [
    "AsyncBackend",
    "Backend",
    "SyncBackend",
    "is_timeout",
    "reason",
    "run_sync",
    "shut_down",
    "transport_errors",
]

T = TypeVar("T")
H = TypeVar("H", "httpx.Client", "httpx.AsyncClient")


def run_sync(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never waits, and return its result."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    coroutine.close()
    raise RuntimeError("a synchronous call tried to wait for an event loop")


class Closable(Protocol):
    """Something open."""

    async def close(self) -> None: ...


class Backend(Protocol):
    """The verbs of the engine.

    Attributes:
        abandoned: Streams that nobody reads any more; the next call closes them.
        given: The user's own httpx client; None where one is made here.
    """

    abandoned: deque[Closable]
    given: Any

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None,
        headers: Mapping[str, str],
        content: bytes | None,
        extensions: dict[str, Any],
    ) -> httpx.Request:
        """Make a request, with whatever the httpx client adds to each."""
        ...

    def pieces(self, response: httpx.Response) -> Any:
        """Return what `next_piece` takes the decoded body from."""
        ...

    def now(self) -> float:
        """Return the seconds of a clock that never goes back."""
        ...

    def limit(
        self, seconds: float | None, exchange: httpx.Request | httpx.Response | None
    ) -> AbstractAsyncContextManager[object]:
        """End what is done inside for `exchange`, with an error, where it takes longer.

        Without an exchange there is nothing that the synchronous world could end.
        """
        ...

    async def key(self, source: APIKey) -> str:
        """Return the API key, asking for it where a function gives it."""
        ...

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is not read yet."""
        ...

    async def read(self, response: httpx.Response) -> None:
        """Read the body of an answer to its end."""
        ...

    async def next_piece(self, pieces: Any) -> bytes | None:
        """Return what of a body arrives next, None at its end."""
        ...

    async def close_response(self, response: httpx.Response) -> None:
        """Give up an answer, whether it was read or not."""
        ...

    async def close_pieces(self, pieces: Any) -> None:
        """Give up what `pieces` returned, of an answer that is closed."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    async def close(self) -> None:
        """Close the HTTP client if it was made here."""
        ...


class _Connected(Generic[H]):
    """What the verbs of both worlds share: the httpx client, the user's or one made on first use.

    One is made for each place that connections cannot leave: a process (what a fork inherits are
    the connections of its parent), and in the asynchronous world an event loop.
    """

    def __init__(self, http_client: H | None) -> None:
        self.given: H | None = http_client
        self.abandoned: deque[Closable] = deque()
        self._made: MutableMapping[Any, H] = {}
        self._headers: Mapping[str, str] = {}  # of those made here
        self._is_closed = False

    @property
    def http(self) -> H:
        if self.given is not None:
            return self.given
        # Without a lock, which a fork might leave locked for ever: of two, the first stays.
        return self.made or self._made.setdefault(self._place(), self._make())

    def _place(self) -> Any:
        return os.getpid()

    def _made_here(self) -> H:
        raise NotImplementedError

    def _make(self) -> H:
        with _environment():
            client = self._made_here()
        self._headers = dict(client.headers)
        return client

    @property
    def made(self) -> H | None:
        return self._made.get(self._place())

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None,
        headers: Mapping[str, str],
        content: bytes | None,
        extensions: dict[str, Any],
    ) -> httpx.Request:
        self._check_open()
        if self.given is not None:
            return self.given.build_request(
                method, url, params=params, headers=headers, content=content, extensions=extensions
            )
        # `build_request` of a client that has nothing of its own to add, at a fifth of the cost.
        import httpx

        target, host = _target(url)
        http = self.http
        length = {} if content is None else {"content-length": str(len(content))}
        request = httpx.Request(
            method,
            target,
            params=params,
            headers={"host": host, **self._headers, **length, **headers},
            cookies=http.cookies,
            stream=httpx.ByteStream(content or b""),
            extensions=extensions,
        )
        request.headers.encoding = "ascii"  # or httpx finds out, header by header
        request.read()  # so that it has its `content`
        return request

    def _check_open(self, error: Exception | None = None) -> None:
        """Raise where the client has been closed, perhaps by another thread just now."""
        if self._is_closed or self.http.is_closed:
            raise ApertisError("the client has been closed, and sends nothing any more") from error

    def now(self) -> float:
        return time.monotonic()


def check_http_client(http_client: object, kind: type) -> None:
    """Raise `TypeError` where a client for the other world, or something else, was given."""
    if not isinstance(http_client, kind):
        given = f"{type(http_client).__module__}.{type(http_client).__qualname__}"
        raise TypeError(f"http_client must be an httpx.{kind.__name__}, not {given}")
    if getattr(http_client, "is_closed", False):
        raise ConfigurationError("http_client has been closed, and sends nothing any more")


class SyncBackend(_Connected["httpx.Client"]):
    """The verbs, blocking."""

    def __init__(self, http_client: httpx.Client | None) -> None:
        if http_client is not None:
            import httpx

            check_http_client(http_client, httpx.Client)
        super().__init__(http_client)

    def _made_here(self) -> httpx.Client:
        from .http_clients import HTTPClient

        return HTTPClient()

    def pieces(self, response: httpx.Response) -> Iterator[bytes]:
        return response.iter_bytes()

    def limit(
        self, seconds: float | None, exchange: httpx.Request | httpx.Response | None
    ) -> AbstractAsyncContextManager[object]:
        return _UNLIMITED if seconds is None or exchange is None else _Watch(seconds, exchange)

    async def key(self, source: APIKey) -> str:
        key = source() if callable(source) else source
        if inspect.isawaitable(key):
            if inspect.iscoroutine(key):
                key.close()
            raise TypeError("api_key must return text; an async function needs AsyncApertis")
        return checked_key(key)

    async def send(self, request: httpx.Request) -> httpx.Response:
        try:
            return self.http.send(request, stream=True)
        except RuntimeError as error:
            self._check_open(error)
            raise

    async def read(self, response: httpx.Response) -> None:
        response.read()

    async def next_piece(self, pieces: Iterator[bytes]) -> bytes | None:
        return next(pieces, None)

    async def close_response(self, response: httpx.Response) -> None:
        if not response.is_closed:
            # Wakes a thread that reads it; closing alone would let it wait on.
            _Ending(response)()
        with contextlib.suppress(*transport_errors()):  # it is given up in any case
            response.close()

    async def close_pieces(self, pieces: Iterator[bytes]) -> None:
        pass  # another thread may be inside of them

    async def sleep(self, seconds: float) -> None:
        self._check_open()
        time.sleep(seconds)  # noqa: ASYNC251  this world blocks

    async def close(self) -> None:
        if self.given is None:
            self._is_closed = True
            if self.made is not None:
                self.made.close()


class AsyncBackend(_Connected["httpx.AsyncClient"]):
    """The verbs, awaited."""

    def __init__(self, http_client: httpx.AsyncClient | None) -> None:
        if http_client is not None:
            import httpx

            check_http_client(http_client, httpx.AsyncClient)
        super().__init__(http_client)
        self._made = weakref.WeakKeyDictionary()

    def _place(self) -> Any:
        return _event_loop()

    def _make(self) -> httpx.AsyncClient:
        for loop in list(self._made):
            if getattr(loop, "is_closed", bool)():
                self._made.pop(loop, None)  # its connections ended with it
        return super()._make()

    def _made_here(self) -> httpx.AsyncClient:
        from .http_clients import AsyncHTTPClient

        return AsyncHTTPClient()

    def pieces(self, response: httpx.Response) -> AsyncIterator[bytes]:
        return response.aiter_bytes()

    def limit(
        self,
        seconds: float | None,
        exchange: httpx.Request | httpx.Response | None,  # noqa: ARG002  a task is ended, not a socket
    ) -> AbstractAsyncContextManager[object]:
        return _UNLIMITED if seconds is None else _Limit(seconds)

    async def key(self, source: APIKey) -> str:
        key = source() if callable(source) else source
        return checked_key(await key if inspect.isawaitable(key) else key)

    async def send(self, request: httpx.Request) -> httpx.Response:
        try:
            return await self.http.send(request, stream=True)
        except RuntimeError as error:
            self._check_open(error)
            raise

    async def read(self, response: httpx.Response) -> None:
        await response.aread()

    async def next_piece(self, pieces: AsyncIterator[bytes]) -> bytes | None:
        return await anext(pieces, None)

    async def close_response(self, response: httpx.Response) -> None:
        with contextlib.suppress(*transport_errors()):  # it is given up in any case
            await response.aclose()

    async def close_pieces(self, pieces: AsyncIterator[bytes]) -> None:
        with contextlib.suppress(RuntimeError):  # another task is inside of them
            await cast("AsyncGenerator[bytes]", pieces).aclose()

    async def sleep(self, seconds: float) -> None:
        import anyio

        self._check_open()
        await anyio.sleep(seconds)

    async def close(self) -> None:
        if self.given is None:
            self._is_closed = True
            made = self.made
            self._made.clear()  # what other event loops had can be closed in them alone
            if made is not None:
                await made.aclose()


class _Watch:
    """Ends an exchange from outside: what blocks cannot look at a clock.

    A thread ends the exchange when the time is over, which whoever waits then sees as an error.
    """

    def __init__(self, seconds: float, exchange: httpx.Request | httpx.Response) -> None:
        self._timer = threading.Timer(seconds, _Ending(exchange))
        self._timer.daemon = True

    async def __aenter__(self) -> None:
        self._timer.start()

    async def __aexit__(self, *exception: object) -> None:
        self._timer.cancel()


class _Ending:
    """Called, ends an exchange for whoever waits for it, now or as soon as that can be done.

    Connections of our own are ended by their pool, which knows whose they are. Those of httpx (of a
    user's HTTP client, or behind a proxy of the environment) have their socket shut down, unless
    other calls share it (HTTP/2). Where one of httpx is used again, the wait for the headers of the
    answer is bounded by the time-outs of httpx alone: which connection that is comes to light with
    the headers.
    """

    def __init__(self, exchange: httpx.Request | httpx.Response) -> None:
        self._exchange = exchange
        self._interrupt: Callable[[], None] | None = exchange.extensions.get("interrupt")
        self._connection: socket.socket | None = None
        self._over = False
        if "network_stream" in exchange.extensions:
            if exchange.extensions.get("http_version") != b"HTTP/2":
                self._found(exchange.extensions["network_stream"])
        elif "trace" not in exchange.extensions:
            exchange.extensions["trace"] = self._trace
            exchange.extensions["interruptible"] = self._interruptible

    def __call__(self) -> None:
        self._over = True
        if self._interrupt is not None:
            self._interrupt()
        # What is closed has given its connection back, which may be another call's by now.
        elif not getattr(self._exchange, "is_closed", False):
            shut_down(self._connection)

    def _interruptible(self, interrupt: Callable[[], None]) -> None:
        self._interrupt = interrupt
        if self._over:  # a redirect came at the end of the time there was
            interrupt()

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        # Of a connection ("connection."), through a proxy ("proxy.", "socks5.").
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._found(info["return_value"])
        elif event.startswith("http2"):
            self._connection = None

    def _found(self, stream: Any) -> None:
        self._connection = stream.get_extra_info("socket")
        if self._over:  # connecting took all the time there was
            self()


def shut_down(connection: socket.socket | None) -> None:
    """End a connection for whoever is reading from it."""
    if connection is not None:
        with contextlib.suppress(OSError):  # closed in the meantime
            # Not the method of an SSLSocket, which would take the session from the reader.
            socket.socket.shutdown(connection, socket.SHUT_RDWR)


class _Limit:
    """`anyio.fail_after` as an asynchronous context."""

    def __init__(self, seconds: float) -> None:
        import anyio

        self._scope: Any = anyio.fail_after(seconds)

    async def __aenter__(self) -> None:
        self._scope.__enter__()

    async def __aexit__(self, *exception: object) -> bool:
        return bool(self._scope.__exit__(*exception))


_UNLIMITED = contextlib.nullcontext()


def _event_loop() -> object:
    """Return what stands for the running event loop, of asyncio or of trio."""
    # Whichever runs has been imported; importing the other would cost time for nothing.
    asyncio: Any = sys.modules.get("asyncio")
    trio: Any = sys.modules.get("trio")
    for current in (
        asyncio and asyncio.get_running_loop,
        trio and trio.lowlevel.current_trio_token,
    ):
        try:
            if current is not None:
                return current()
        except RuntimeError:  # that one does not run
            pass
    return _NO_LOOP


class _NoLoop:
    """Stands for the event loop where there is none that we know."""


_NO_LOOP = _NoLoop()


def transport_errors() -> tuple[type[Exception], ...]:
    """Return what is raised where the server is not heard, or not in time.

    Some exceptions pass through httpx as they are: those of TLS and of sockets, of HTTP/2, and of
    names and addresses that are none.
    """
    import httpx

    http2: Any = sys.modules.get("h2.exceptions")
    return (
        httpx.HTTPError,
        httpx.StreamError,
        httpx.InvalidURL,
        httpx.CookieConflict,
        OSError,  # TimeoutError and ssl.SSLError included
        UnicodeError,
        *(() if http2 is None else (http2.ProtocolError,)),
    )


def reason(error: Exception) -> str:
    """Return why an exception of `broken` was raised; some leave that to their cause."""
    cause: BaseException | None = error
    handled = sys.exception()  # not raised by the call, unless it is `error` itself
    while cause is not None and (cause is error or cause is not handled):
        if str(cause):
            return str(cause)
        cause = cause.__cause__ or cause.__context__
    return type(error).__name__


def is_timeout(error: Exception) -> bool:
    """Return whether an exception of `broken` says that something took too long."""
    import httpx

    return isinstance(error, (httpx.TimeoutException, TimeoutError))


@functools.lru_cache
def _target(url: str) -> tuple[httpx.URL, str]:
    """Return an address as httpx has it, and its host as the header wants it."""
    import httpx

    target = httpx.URL(url)
    return target, target.netloc.decode("ascii")


def connection_limits(kept: int) -> httpx.Limits:
    """Return how many connections there may be where others than ours are used."""
    import httpx

    return httpx.Limits(max_connections=1000, max_keepalive_connections=kept, keepalive_expiry=60)


def certificates() -> ssl.SSLContext:
    """Return the context for TLS, made once per process: reading the store takes long.

    Raises:
        ConfigurationError: the environment names certificates that cannot be read.
    """
    # One for each process: a fork may leave that of its parent locked for ever.
    with _reading.setdefault(os.getpid(), threading.Lock()), _environment():
        return _certificates()


_reading: dict[int, threading.Lock] = {}


@functools.cache
def _certificates() -> ssl.SSLContext:
    import httpx

    return httpx.create_ssl_context()


@contextlib.contextmanager
def _environment() -> Generator[None]:
    """Raise our error for what goes wrong where nothing but the environment is asked."""
    import httpx

    try:
        yield
    except ConfigurationError:
        raise
    except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
        raise ConfigurationError(
            "no HTTP client can be made as the environment says (HTTP_PROXY and its like,"
            f" SSL_CERT_FILE, SSL_CERT_DIR): {reason(error)}"
        ) from error
