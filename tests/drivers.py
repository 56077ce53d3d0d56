"""Drivers of the clients: the same methods for sync and async, so that a test is written once."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Self

import httpx
import pytest

from apertis import Apertis, AsyncApertis, RetryPolicy

__all__ = [
    "AT_ONCE",
    "KEY",
    "NOTHING_IS_SENT",
    "AsyncDriver",
    "AsyncHTTPXDriver",
    "Driver",
    "HTTPXDriver",
    "SyncDriver",
    "warn_of_open_sockets",
]

NOTHING_IS_SENT = pytest.mark.not_over_httpx(reason="nothing is sent")
KEY = "sk-wire-4f9d2b7c61e84a0fb3"
AT_ONCE = RetryPolicy(2, first_wait=0)


class Driver(ABC):
    """Drives one kind of client: each method does the same in sync and async.

    Args:
        url: The base URL of the clients made here.
    """

    name: str

    def __init__(self, url: str) -> None:
        self._url = url
        self._made: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for client in self._made:
            self.close(client)

    def client(self, **settings: Any) -> Any:
        """Return a client that does not retry unless told so; it is closed after the test."""
        settings = {"api_key": KEY, "base_url": self._url, "max_retries": 0, **settings}
        return self.kept(self._client_class(**settings))

    def kept(self, client: Any) -> Any:
        """Return `client`, which is closed after the test."""
        self._made.append(client)
        return client

    def create(self, client: Any, **arguments: Any) -> Any:
        """Return what `chat.completions.create` gives; with `stream=True` the stream."""
        return self.wait(client.chat.completions.create(**_question(arguments)))

    def request(self, client: Any, **arguments: Any) -> Any:
        """Return what `chat.completions.create` returns, before anybody awaits it."""
        return client.chat.completions.create(**_question(arguments))

    @contextlib.contextmanager
    def entered(self, manager: Any) -> Iterator[Any]:
        """Enter a context manager, sync or async."""
        with contextlib.ExitStack() as stack:
            value = self._enter(manager)
            stack.push(lambda *exception: self._exit(manager, *exception))
            yield value

    @property
    @abstractmethod
    def _client_class(self) -> Callable[..., Any]: ...

    @abstractmethod
    def http_client(self, **settings: Any) -> Any:
        """Return a client of httpx; it is closed after the test."""

    @abstractmethod
    def wait(self, call: Any) -> Any:
        """Return the result of a call."""

    @abstractmethod
    def all(self, items: Any) -> list[Any]:
        """Return what iterating gives."""

    @abstractmethod
    def next(self, iterator: Any) -> Any:
        """Return what an iterator gives next."""

    @abstractmethod
    def close(self, closable: Any) -> None:
        """Close it."""

    @abstractmethod
    def together(self, calls: Sequence[Callable[[], Any]]) -> list[Any]:
        """Return the results of calls made at the same time."""

    @abstractmethod
    def _enter(self, manager: Any) -> Any: ...

    @abstractmethod
    def _exit(self, manager: Any, *exception: Any) -> Any: ...


class SyncDriver(Driver):
    """Drives `Apertis`, whose calls block."""

    name = "sync"
    _client_class = Apertis

    def http_client(self, **settings: Any) -> httpx.Client:
        client: httpx.Client = self.kept(httpx.Client(**{"verify": False, **settings}))
        return client

    def wait(self, call: Any) -> Any:
        return call

    def all(self, items: Any) -> list[Any]:
        return list(items)

    def next(self, iterator: Any) -> Any:
        return next(iterator)

    def close(self, closable: Any) -> None:
        closable.close()

    def together(self, calls: Sequence[Callable[[], Any]]) -> list[Any]:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(len(calls)) as pool:
            return [future.result() for future in [pool.submit(call) for call in calls]]

    def _enter(self, manager: Any) -> Any:
        return manager.__enter__()

    def _exit(self, manager: Any, *exception: Any) -> Any:
        return manager.__exit__(*exception)


class AsyncDriver(Driver):
    """Drives `AsyncApertis`, in one event loop."""

    name = "async"
    _client_class = AsyncApertis

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._runner = asyncio.Runner()

    def __exit__(self, *exception: object) -> None:
        with self._runner:
            super().__exit__(*exception)

    def http_client(self, **settings: Any) -> httpx.AsyncClient:
        client: httpx.AsyncClient = self.kept(httpx.AsyncClient(**{"verify": False, **settings}))
        return client

    def wait(self, call: Any) -> Any:
        async def awaited() -> Any:
            return await call

        return self._runner.run(awaited())

    def all(self, items: Any) -> list[Any]:
        async def collected() -> list[Any]:
            return [item async for item in items]

        return self._runner.run(collected())

    def next(self, iterator: Any) -> Any:
        return self.wait(anext(iterator))

    def close(self, closable: Any) -> None:
        self.wait(closable.aclose() if hasattr(closable, "aclose") else closable.close())

    def together(self, calls: Sequence[Callable[[], Any]]) -> list[Any]:
        async def accumulate() -> list[Any]:
            return await asyncio.gather(*(call() for call in calls))

        return self._runner.run(accumulate())

    def _enter(self, manager: Any) -> Any:
        return self.wait(manager.__aenter__())

    def _exit(self, manager: Any, *exception: Any) -> Any:
        return self.wait(manager.__aexit__(*exception))


class _OverHTTPX(Driver):
    """Gives each client an HTTP client of httpx."""

    def client(self, **settings: Any) -> Any:
        # One of their own for each client, as those that are made without.
        http = {"http_client": self.http_client(follow_redirects=True)}
        return super().client(**{**http, **settings})


class HTTPXDriver(_OverHTTPX, SyncDriver):
    """Drives `Apertis` over an `httpx.Client`."""


class AsyncHTTPXDriver(_OverHTTPX, AsyncDriver):
    """Drives `AsyncApertis` over an `httpx.AsyncClient`."""


def warn_of_open_sockets() -> None:
    """Collect garbage, which warns of sockets in it; what is left is not looked at again."""
    gc.collect()
    gc.freeze()


def _question(arguments: dict[str, Any]) -> dict[str, Any]:
    return {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "Hi"}], **arguments}
