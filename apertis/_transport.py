"""How the engine does what takes time: the same verbs for both worlds.

The engine is written once, as coroutines. In the asynchronous world they are awaited as usual. In
the synchronous world the verbs of `SyncTransport` block instead of waiting, so that a coroutine
comes to its end in the one step that `run` makes.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import time
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ._settings import APIKey, checked_key

if TYPE_CHECKING:
    import ssl

    import httpx

__all__ = ["AsyncTransport", "SyncTransport", "Transport", "broken", "is_timeout", "run"]

T = TypeVar("T")

# After the last event of a stream the end of its body follows at once, or something is wrong.
DRAIN_SECONDS = 0.25


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never waits, and return its result."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    coroutine.close()
    raise RuntimeError("a synchronous call tried to wait for an event loop")


class Transport(Protocol):
    """The verbs of the engine.

    Attributes:
        abandoned: Answers that nobody reads any more; the next call closes them.
    """

    abandoned: deque[httpx.Response]

    def request(self, method: str, url: str, **settings: Any) -> httpx.Request:
        """Make a request, with whatever the httpx client adds to each."""
        ...

    def pieces(self, response: httpx.Response) -> Any:
        """Return what `next_piece` takes the decoded body from."""
        ...

    def now(self) -> float:
        """Return the seconds of a clock that never goes back."""
        ...

    def limit(self, seconds: float | None) -> AbstractAsyncContextManager[object]:
        """Raise `TimeoutError` where what is done inside takes longer, as far as the world can."""
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

    async def drain(self, pieces: Any) -> None:
        """Read the rest of a body if it comes at once, so that its connection can be used again."""
        ...

    async def close_response(self, response: httpx.Response) -> None:
        """Give up an answer, whether it was read or not."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    async def close(self) -> None:
        """Close the HTTP client if it was made here."""
        ...


class SyncTransport:
    """The verbs, blocking, over an `httpx.Client`: the user's, or one made on first use."""

    def __init__(self, http_client: httpx.Client | None) -> None:
        if http_client is not None:
            check_http_client(http_client, "Client")
        self._given = http_client
        self._made: httpx.Client | None = None
        self.abandoned: deque[httpx.Response] = deque()

    @property
    def http(self) -> httpx.Client:
        if self._given is not None:
            return self._given
        if self._made is None:
            import httpx

            self._made = httpx.Client(verify=certificates(), follow_redirects=True)
        return self._made

    def request(self, method: str, url: str, **settings: Any) -> httpx.Request:
        return self.http.build_request(method, url, **settings)

    def pieces(self, response: httpx.Response) -> Iterator[bytes]:
        return response.iter_bytes()

    def now(self) -> float:
        return time.monotonic()

    def limit(self, seconds: float | None) -> AbstractAsyncContextManager[object]:  # noqa: ARG002
        # A blocked read cannot be interrupted from here; it ends by its own time-out.
        return _Limit(None)

    async def key(self, source: APIKey) -> str:
        key = source() if callable(source) else source
        if inspect.isawaitable(key):
            if inspect.iscoroutine(key):
                key.close()
            raise TypeError("api_key must return text; an async function needs AsyncApertis")
        return checked_key(key)

    async def send(self, request: httpx.Request) -> httpx.Response:
        return self.http.send(request, stream=True)

    async def read(self, response: httpx.Response) -> None:
        response.read()

    async def next_piece(self, pieces: Iterator[bytes]) -> bytes | None:
        return next(pieces, None)

    async def drain(self, pieces: Iterator[bytes]) -> None:
        import httpx

        with contextlib.suppress(httpx.HTTPError, httpx.StreamError):
            for _ in pieces:
                pass

    async def close_response(self, response: httpx.Response) -> None:
        response.close()

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)  # noqa: ASYNC251  this world blocks

    async def close(self) -> None:
        if self._given is None:
            self.http.close()


class AsyncTransport:
    """The verbs, awaited, over an `httpx.AsyncClient`: the user's, or one made on first use."""

    def __init__(self, http_client: httpx.AsyncClient | None) -> None:
        if http_client is not None:
            check_http_client(http_client, "AsyncClient")
        self._given = http_client
        self._made: httpx.AsyncClient | None = None
        self.abandoned: deque[httpx.Response] = deque()

    @property
    def http(self) -> httpx.AsyncClient:
        if self._given is not None:
            return self._given
        if self._made is None:
            import httpx

            self._made = httpx.AsyncClient(verify=certificates(), follow_redirects=True)
        return self._made

    def request(self, method: str, url: str, **settings: Any) -> httpx.Request:
        return self.http.build_request(method, url, **settings)

    def pieces(self, response: httpx.Response) -> AsyncIterator[bytes]:
        return response.aiter_bytes()

    def now(self) -> float:
        return time.monotonic()

    def limit(self, seconds: float | None) -> AbstractAsyncContextManager[object]:
        return _Limit(seconds)

    async def key(self, source: APIKey) -> str:
        key = source() if callable(source) else source
        return checked_key(await key if inspect.isawaitable(key) else key)

    async def send(self, request: httpx.Request) -> httpx.Response:
        return await self.http.send(request, stream=True)

    async def read(self, response: httpx.Response) -> None:
        await response.aread()

    async def next_piece(self, pieces: AsyncIterator[bytes]) -> bytes | None:
        return await anext(pieces, None)

    async def drain(self, pieces: AsyncIterator[bytes]) -> None:
        import anyio
        import httpx

        with (
            contextlib.suppress(httpx.HTTPError, httpx.StreamError),
            anyio.move_on_after(DRAIN_SECONDS),
        ):
            async for _ in pieces:
                pass

    async def close_response(self, response: httpx.Response) -> None:
        await response.aclose()

    async def sleep(self, seconds: float) -> None:
        import anyio  # comes with httpx; serves asyncio and trio alike

        await anyio.sleep(seconds)

    async def close(self) -> None:
        if self._given is None:
            await self.http.aclose()


class _Limit:
    """`anyio.fail_after` as an asynchronous context, made only where there is a limit."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._scope: Any = None

    async def __aenter__(self) -> None:
        if self._seconds is not None:
            import anyio

            self._scope = anyio.fail_after(self._seconds)
            self._scope.__enter__()

    async def __aexit__(self, *exception: object) -> bool:
        return bool(self._scope and self._scope.__exit__(*exception))


def check_http_client(http_client: object, expected: str) -> None:
    """Raise `TypeError` where a client for the other world, or something else, was given."""
    import httpx

    if not isinstance(http_client, getattr(httpx, expected)):
        given = f"{type(http_client).__module__}.{type(http_client).__qualname__}"
        raise TypeError(f"http_client must be an httpx.{expected}, not {given}")


def broken() -> tuple[type[Exception], ...]:
    """Return what httpx raises where the server is not heard, or not in time."""
    import httpx

    return (httpx.HTTPError, httpx.StreamError, TimeoutError)


def is_timeout(error: Exception) -> bool:
    """Return whether an exception of `broken` says that something took too long."""
    import httpx

    return isinstance(error, (httpx.TimeoutException, TimeoutError))


@functools.cache
def certificates() -> ssl.SSLContext:
    """Return the context for TLS, made once per process: reading the store takes long."""
    import httpx

    return httpx.create_ssl_context()
