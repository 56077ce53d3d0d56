"""What the core needs of whatever sends: the protocol `Backend`, and what both backends share.

The core is written once, as coroutines. `SyncBackend` blocks where `AsyncBackend` waits; `run_sync`
says how a coroutine is run then.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import os
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, MutableMapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from .._errors.tree import ApertisError, ConfigurationError
from .failures import environment_errors

if TYPE_CHECKING:
    import httpx

__all__ = [
    "UNLIMITED",
    "Backend",
    "HTTPBackend",
    "is_plain",
]

R = TypeVar("R")
H = TypeVar("H", "httpx.Client", "httpx.AsyncClient")

UNLIMITED = contextlib.nullcontext()


class Body(Protocol):
    """A body of httpx that is read as it is sent, with the headers that say what it is."""

    headers: Mapping[str, str]

    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...


class Closable(Protocol):
    """An object that can be closed."""

    async def close(self) -> None: ...


class Backend(Protocol):
    """What the core calls to send, to receive and to wait.

    Attributes:
        abandoned: Streams that nobody reads any more; the next call closes them.
        given: The user's own httpx client; None where one is made here.
        max_redirects: How many redirects a request may follow.
    """

    abandoned: deque[Closable]
    given: Any
    max_redirects: int

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None,
        headers: Mapping[str, str],
        content: bytes | Body | None,
        extensions: dict[str, Any],
    ) -> httpx.Request:
        """Make a request, with whatever the httpx client adds to each."""
        ...

    def pieces(self, response: httpx.Response) -> Any:
        """Return an iterator over the decoded body, for `next_piece`."""
        ...

    def now(self) -> float:
        """Return the seconds of a monotonic clock."""
        ...

    def limit(
        self, seconds: float | None, exchange: httpx.Request | httpx.Response | None
    ) -> AbstractAsyncContextManager[object]:
        """Return a context that ends, with an error, what takes longer for `exchange`.

        In sync nothing is ended where `exchange` is None.
        """
        ...

    async def call(self, function: Callable[[], Any]) -> Any:
        """Call a function of the user's and return its value; in async an awaitable is awaited.

        Raises:
            TypeError: in sync, the function returned an awaitable.
        """
        ...

    async def run(self, function: Callable[[], R]) -> R:
        """Call a function that may block and return its value; in async it runs in a thread."""
        ...

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the response is not read yet."""
        ...

    async def next_piece(self, pieces: Any) -> bytes | None:
        """Return what arrives next of a body, None at its end."""
        ...

    def owns(self, response: httpx.Response) -> bool:
        """Return whether a response was received in this process, and in async this event loop.

        Elsewhere it must not be closed: its socket is in use there.
        """
        ...

    async def close_response(self, response: httpx.Response) -> None:
        """Close a response that is owned, whether it was read or not."""
        ...

    async def close_pieces(self, pieces: Any) -> None:
        """Close what `pieces` returned, for a response that is closed."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    async def close(self) -> None:
        """Close the HTTP client if it was made here."""
        ...


class HTTPBackend(Generic[H]):
    """What both backends share: the httpx client, the user's or one made on first use.

    One is made for each place that connections cannot leave: a process (a fork inherits the
    connections of its parent), and in async an event loop.
    """

    _kind: str  # the name of the class of httpx

    def __init__(self, http_client: H | None) -> None:
        if http_client is None:
            importlib.import_module(f"{__package__}.http_clients")  # or the first call would
        else:
            _check_http_client(http_client, self._kind)
        self.given: H | None = http_client
        self.abandoned: deque[Closable] = deque()
        self.max_redirects = 20
        if http_client is not None:
            self.max_redirects = http_client.max_redirects if http_client.follow_redirects else 0
        self._made: MutableMapping[Any, H] = {}
        self._headers: Mapping[str, str] = {}  # of those made here
        self._is_closed = False

    @property
    def http(self) -> H:
        """The httpx client to send with."""
        if self.given is not None:
            return self.given
        # Without a lock, which a fork might leave locked for ever: of two, the first stays.
        return self.made or self._made.setdefault(self._place(), self._make())

    @property
    def made(self) -> H | None:
        """The httpx client that was made here, if there is one yet."""
        return self._made.get(self._place())

    def _place(self) -> Any:
        return os.getpid()

    def _mark(self, response: httpx.Response) -> httpx.Response:
        response.extensions["place"] = os.getpid(), self._place()
        return response

    def owns(self, response: httpx.Response) -> bool:
        here = os.getpid(), self._place()
        place: object = response.extensions.get("place", here)
        return place == here

    def _new_client(self) -> H:
        raise NotImplementedError

    def _make(self) -> H:
        with environment_errors():
            client = self._new_client()
        self._headers = dict(client.headers)
        return client

    def request(
        self, method: str, url: str, *, content: bytes | Body | None, **parts: Any
    ) -> httpx.Request:
        self._check_open()
        if content is not None and not isinstance(content, bytes):
            return self._streamed(self.request(method, url, content=None, **parts), content)
        if self.given is not None:
            return self.given.build_request(method, url, content=content, **parts)
        # `build_request` of a client that has nothing of its own to add, at a fifth of the cost.
        import httpx

        target, host = _parse_url(url)
        length = {} if content is None else {"content-length": str(len(content))}
        request = httpx.Request(
            method,
            target,
            params=parts["params"],
            headers={"host": host, **self._headers, **length, **parts["headers"]},
            stream=httpx.ByteStream(content or b""),
            extensions=parts["extensions"],
        )
        request.headers.encoding = "ascii"  # or httpx finds out, header by header
        request.read()  # so that it has its `content`
        return request

    @staticmethod
    def _streamed(request: httpx.Request, body: Any) -> httpx.Request:
        """Return a request with a body that is read as it is sent."""
        import httpx

        return httpx.Request(
            request.method,
            request.url,
            headers=request.headers,
            stream=body,
            extensions=request.extensions,
        )

    def now(self) -> float:
        return time.monotonic()

    def _check_open(self, error: Exception | None = None) -> None:
        """Raise if the client is closed, perhaps by another thread just now."""
        if self._is_closed or self.http.is_closed:
            raise ApertisError("the client is closed") from error


def _check_http_client(http_client: object, kind: str) -> None:
    """Raise if `http_client` is not an open client of that kind.

    Raises:
        ConfigurationError: the client is closed.
        TypeError: it is something else, as a client for async in sync.
    """
    import httpx

    if not isinstance(http_client, getattr(httpx, kind)):
        given = f"{type(http_client).__module__}.{type(http_client).__qualname__}"
        raise TypeError(f"http_client must be an httpx.{kind}, not {given}")
    if getattr(http_client, "is_closed", False):
        raise ConfigurationError("http_client is closed")


@functools.lru_cache
def _parse_url(url: str) -> tuple[httpx.URL, str]:
    """Return a URL as httpx has it, and the value of the header Host."""
    import httpx

    parsed = httpx.URL(url)
    return parsed, parsed.netloc.decode("ascii")


def is_plain(response: httpx.Response) -> bool:
    """Return whether a body can be read as it arrives: not compressed, and not read by a hook."""
    return not response.is_stream_consumed and "content-encoding" not in response.headers
