"""The clients `Apertis` and `AsyncApertis`: settings, connections and resources."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ._declared import called, constructor, declared, resolvable
from .resources import AsyncClientResources, ClientResources
from .resources.client_signatures import client_settings

if TYPE_CHECKING:
    from typing import Unpack

    import httpx

    from ._core.engine import Engine
    from ._core.settings import ClientSettings
    from ._transport.backend import Backend
    from .bulk.async_run import AsyncBulkRun
    from .bulk.settings import BulkSettings
    from .bulk.source import AsyncRequests, Requests
    from .bulk.sync_run import BulkRun

__all__ = ["Apertis", "AsyncApertis"]

H = TypeVar("H", "httpx.Client", "httpx.AsyncClient")


class _Client(Generic[H]):
    """What both clients have in common."""

    _is_copy = False
    if TYPE_CHECKING:
        _engine: Engine

    @constructor
    def __init__(self, *, http_client: H | None = None, **settings: Unpack[ClientSettings]) -> None:
        # What all calls need is imported now, so that no call waits for it.
        from ._core.engine import Engine
        from ._core.settings import Settings, http_client_timeout

        backend = self._backend(http_client)
        if settings.get("timeout") is None:
            settings["timeout"] = http_client_timeout(http_client)
        self._engine = Engine(Settings.check(**settings), backend)

    @staticmethod
    def _backend(http_client: H | None) -> Backend:
        raise NotImplementedError

    @called("with_options")
    def with_options(
        self, *, http_client: H | None = None, **settings: Unpack[ClientSettings]
    ) -> Self:
        """Return a client with some settings changed.

        It shares the connections of this one, unless `http_client` is given. What is left out or
        None stays as it is; headers and query parameters replace those of this client.
        """
        from ._core.engine import Engine
        from ._core.settings import http_client_timeout

        client = type(self).__new__(type(self))
        client.__dict__.update(self._own_attributes())
        backend = self._engine.backend if http_client is None else self._backend(http_client)
        if http_client is not None and settings.get("timeout") is None:
            settings["timeout"] = http_client_timeout(http_client)
        client._engine = Engine(self._engine.settings.change(**settings), backend)
        client._is_copy = True
        return client

    copy = with_options

    @property
    def api_key(self) -> str | Callable[[], str | Awaitable[str]]:
        """The key, or the function that returns it."""
        return self._engine.settings.api_key

    @property
    def base_url(self) -> str:
        """The URL that the paths of the API are added to."""
        return self._engine.settings.base_url

    if not TYPE_CHECKING:  # a type checker would take it for leave to use any name

        def __setattr__(self, name: str, value: Any) -> None:
            # A subclass may have attributes of its own with such names.
            if not name.startswith("_") and type(self) in (Apertis, AsyncApertis):
                from ._core.settings import Settings

                if name in Settings._fields:
                    raise AttributeError(
                        f"{name} of a client cannot be set; write"
                        f" client = client.with_options({name}=...)",
                        name=name,
                        obj=self,
                    )
            super().__setattr__(name, value)

        def __getattr__(self, name: str) -> Any:
            from ._core.attributes import no_attribute

            raise no_attribute(self, name)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"

    def __getstate__(self) -> dict[str, Any]:
        return {"engine": self._engine.__getstate__(), "attributes": self._own_attributes()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        from ._core.engine import Engine

        self.__dict__.update(state["attributes"])
        self._engine = Engine.__new__(Engine)
        self._engine.__setstate__(state["engine"])

    def _own_attributes(self) -> dict[str, Any]:
        """Return what a subclass or a program has set, which a copy keeps."""
        return {
            name: value
            for name, value in self.__dict__.items()
            # What is cached was made for this client.
            if name not in ("_engine", "_is_copy")
            and not isinstance(getattr(type(self), name, None), cached_property)
        }


_documented: Any = _Client  # to type checkers, its methods are those of an unknown HTTP client
declared(client_settings, "None")(_documented.__init__)
declared(client_settings, "Self", keep_summary=True)(_documented.with_options)


class Apertis(ClientResources, _Client["httpx.Client"]):
    """A client of the Apertis AI API. It may be used from many threads."""

    @staticmethod
    def _backend(http_client: httpx.Client | None) -> Backend:
        from ._transport.sync_backend import SyncBackend

        return SyncBackend(http_client)

    @called("bulk", example="output")
    @resolvable
    def bulk(self, requests: Requests, **settings: Unpack[BulkSettings]) -> BulkRun:
        """Make many calls at once, and iterate over their results as they come.

        Args:
            requests: An iterable of requests, which is read lazily, or the path of a file; that of
                an `AsyncApertis`, which needs asyncio, may be an async iterable. A request is a
                body with an ``id`` or without, ``{"id": ..., "prompt": ...}``, or a row of
                OpenAI's files of batches.
            settings: See `BulkSettings`.

        Raises:
            ConfigurationError, TypeError: a setting is wrong; the message names it.

        Iterating raises:
            BulkInputError: a request, or a file, cannot be used.
            BulkStoppedError: the run stopped before its end.
        """
        with self._engine.importing:
            from .bulk.sync_run import BulkRun

            return BulkRun(self._engine, requests, settings)

    def close(self) -> None:
        """Close the connections, unless this client is a copy or was given its HTTP client."""
        from ._transport.run_sync import run_sync

        if not self._is_copy:
            run_sync(self._engine.backend.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


_bulk: Any = Apertis.bulk


class AsyncApertis(AsyncClientResources, _Client["httpx.AsyncClient"]):
    """An asynchronous client of the Apertis AI API."""

    @staticmethod
    def _backend(http_client: httpx.AsyncClient | None) -> Backend:
        from ._transport.async_backend import AsyncBackend

        return AsyncBackend(http_client)

    @called("bulk", example="output")
    @declared(_bulk.__wrapped__, "AsyncBulkRun", is_coroutine=False)
    def bulk(self, requests: AsyncRequests, **settings: Unpack[BulkSettings]) -> AsyncBulkRun:
        """Do the same as `Apertis.bulk`, also over an async iterable; under asyncio."""
        with self._engine.importing:
            from .bulk.async_run import AsyncBulkRun

            return AsyncBulkRun(self._engine, requests, settings)

    async def close(self) -> None:
        """Close the connections, unless this client is a copy or was given its HTTP client."""
        if not self._is_copy:
            await self._engine.backend.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
