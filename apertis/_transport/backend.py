"""What the core calls to send, to receive and to wait, and what both backends share of that.

The core is written once, as coroutines. `SyncBackend` blocks where `AsyncBackend` waits; `run_sync`
says how a coroutine is run then.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from .._errors.tree import ApertisError, ConfigurationError
from .._importing import httpx, importing
from .failures import environment_errors, transport_errors
from .messages import Content, Request, Response, Sender, capitalized
from .patches import is_patched
from .target import parse_target, target_of

if TYPE_CHECKING:
    from .connections import Connections

__all__ = ["UNLIMITED", "Backend"]

R = TypeVar("R")

UNLIMITED = contextlib.nullcontext()

# What httpx adds to each request, in its order; the core says what it accepts, and who sends it.
_HEADERS: Final = {
    "accept": "*/*",
    "accept-encoding": "gzip, deflate",
    "connection": "keep-alive",
    "user-agent": "",
}


class Closable(Protocol):
    """An object that can be closed."""

    async def close(self) -> None: ...


class Made:
    """What was made to send with, in one place.

    Attributes:
        connections: Connections of our own; None where the event loop needs those of httpx.
        http: Sends by httpx what our connections do not; None until it is needed.
    """

    def __init__(self, connections: Connections | None) -> None:
        self.connections = connections
        self.http: Sender | None = None


class Backend:
    """What both backends share: our connections, and the HTTP client that is used in their place.

    They are made for each place that connections cannot leave: a process (a fork inherits the
    connections of its parent), and in async an event loop.

    Attributes:
        abandoned: Streams that nobody reads any more; the next call closes them.
        given: The user's own httpx client; None where one is made here.
        max_redirects: How many redirects a request may follow.
    """

    _is_async: bool

    def __init__(self, http_client: httpx.Client | httpx.AsyncClient | None) -> None:
        if http_client is not None:
            _check_http_client(http_client, "AsyncClient" if self._is_async else "Client")
        self.given = http_client
        self.abandoned: deque[Closable] = deque()
        self.max_redirects: int = 20
        if http_client is not None:
            self.max_redirects = http_client.max_redirects if http_client.follow_redirects else 0
        self._has_proxies = _has_proxies()
        if not self._is_direct:
            needed = "http_clients" if http_client is None else "http_sender"
            with importing:  # or the first call would import it
                importlib.import_module(f"{__package__}.{needed}")
        self._all_made: MutableMapping[Any, Made] = {}
        self._is_closed = False

    def _made(self, place: Any) -> Made:
        # Without a lock, which a fork might leave locked for ever: of two, the first stays.
        return self._all_made.get(place) or self._all_made.setdefault(place, self._make())

    def _place(self) -> Any:
        return os.getpid()

    def _make(self) -> Made:
        raise NotImplementedError

    @property
    def _is_direct(self) -> bool:
        """Whether requests go over our connections, and by no function of httpx."""
        is_ours = self.given is None and not self._has_proxies
        return is_ours and not is_patched(is_async=self._is_async)

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any],
        headers: Mapping[str, str | None],
        content: Content | None,
        timeouts: Mapping[str, float | None],
    ) -> Request:
        """Make a request, with what the HTTP client adds to each; headers of None are left out."""
        given: Any = self.given
        if given is not None:
            known = {name: value for name, value in headers.items() if value is not None}
            whole = {"content": content} if isinstance(content, bytes) else {}
            built = given.build_request(
                method, url, params=params or None, headers=capitalized(known), **whole
            )
            if content is not None and not whole:
                stream: Any = content
                built = httpx.Request(method, built.url, headers=built.headers, stream=stream)
            for name in headers.keys() - known.keys():
                built.headers.pop(name, None)
            return Request(
                method, target_of(built.url), built.headers, content, timeouts, built=built
            )
        target = parse_target(url)
        if params:
            target = target_of(target.url.copy_merge_params(params))
        # A body that is read as it is sent has said how long it is.
        length = {"content-length": str(len(content))} if isinstance(content, bytes) else {}
        merged: Any = {"host": target.host, **_HEADERS, **length, **headers}
        if None in merged.values():
            merged = {name: value for name, value in merged.items() if value is not None}
        return Request(method, target, merged, content, timeouts)

    def now(self) -> float:
        """Return the seconds of a monotonic clock."""
        return time.monotonic()

    def limit(
        self, seconds: float | None, request: Request | None
    ) -> AbstractAsyncContextManager[object]:
        """Return a context that ends, with an error, what takes longer for a request.

        In sync nothing is ended where there is no request.
        """
        raise NotImplementedError

    async def call(self, function: Callable[[], Any]) -> Any:
        """Call a function of the user's and return its value; in async an awaitable is awaited.

        Raises:
            TypeError: in sync, the function returned an awaitable.
        """
        raise NotImplementedError

    async def run(self, function: Callable[[], R]) -> R:
        """Call a function that may block and return its value; in async it runs in a thread."""
        raise NotImplementedError

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        raise NotImplementedError

    async def close(self) -> None:
        """Close the connections if they were made here."""
        if self.given is not None:
            return
        self._is_closed = True
        made = self._all_made.get(self._place())
        for sender in (made.connections, made.http) if made is not None else ():
            if sender is not None:
                await sender.close()

    async def send(self, request: Request) -> Response:
        """Send a request; the body of the response is not read yet."""
        self._check_open()
        here = os.getpid(), self._place()
        made = self._made(here[1])
        sender: Sender | None = made.connections if self._is_direct else None
        try:
            response = await (sender or made.http or self._by_httpx(made)).send(request)
        except RuntimeError as error:
            self._check_open(error)
            raise
        response.place = here
        return response

    def _by_httpx(self, made: Made) -> Sender:
        http: Any = self.given
        with importing, environment_errors():
            from .http_sender import HTTPSender

            if http is None:
                from .http_clients import make_client

                http = make_client(
                    made.connections, is_async=self._is_async, has_proxies=self._has_proxies
                )
        made.http = HTTPSender(http, is_async=self._is_async)
        return made.http

    async def close_response(self, response: Response) -> None:
        """Close a response, whether it was read or not.

        One of another process or event loop is left alone: its socket is in use there.
        """
        if response.place == (os.getpid(), self._place()):
            try:
                await response.close()
            except transport_errors():
                pass  # it is given up in any case

    def _check_open(self, error: Exception | None = None) -> None:
        """Raise if the client is closed, perhaps by another thread just now."""
        if self._is_closed or (self.given is not None and self.given.is_closed):
            raise ApertisError("the client is closed") from error


def _has_proxies() -> bool:
    """Return whether httpx would find proxies, in the environment or the system's settings."""
    if sys.platform not in ("darwin", "win32"):
        # Nowhere else, and `urllib.request` takes long to import.
        if not any(name.lower().endswith("_proxy") for name in os.environ):
            return False
    with importing:
        from urllib.request import getproxies

    proxies = getproxies()
    return any(proxies.get(scheme) for scheme in ("http", "https", "all"))


def _check_http_client(http_client: object, kind: str) -> None:
    """Raise if `http_client` is not an open client of that kind.

    Raises:
        ConfigurationError: the client is closed.
        TypeError: it is something else, as a client for async in sync.
    """
    if not isinstance(http_client, getattr(httpx, kind)):
        given = f"{type(http_client).__module__}.{type(http_client).__qualname__}"
        raise TypeError(f"http_client must be an httpx.{kind}, not {given}")
    if getattr(http_client, "is_closed", False):
        raise ConfigurationError("http_client is closed")
