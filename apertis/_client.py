"""The clients: settings in, resources out."""

from __future__ import annotations

from functools import cached_property

TYPE_CHECKING = False  # as in `__init__`: this module is what most programs import
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Concatenate, Generic, ParamSpec, Self, TypeVar

    import httpx

    from ._core.engine import Engine
    from ._core.retry import RetryPolicy
    from ._core.settings import APIKey
    from ._transport.backend import Backend
    from .resources.chat import AsyncChat, Chat
    from .resources.models import AsyncModels, Models

    H = TypeVar("H", httpx.Client, httpx.AsyncClient)
    R = TypeVar("R")
    P = ParamSpec("P")
else:
    H = "the class of the HTTP client"

    class Generic:
        """What `typing.Generic` is to a program that asks for no types."""

        def __class_getitem__(cls, _: object) -> type:
            return cls


__all__ = ["Apertis", "AsyncApertis"]


def _as(
    init: Callable[Concatenate[Any, P], None],  # noqa: ARG001  read by type checkers alone
) -> Callable[[Callable[..., R]], Callable[Concatenate[Any, P], R]]:
    """Return a decorator that gives a method the parameters of `init`, for a type checker."""
    return lambda method: method


class _Client(Generic[H]):
    """What both clients are made of.

    Args:
        api_key: The key, or a function that returns it and is called on every attempt; that of an
            `AsyncApertis` may be asynchronous. Default: the environment's ``APERTIS_API_KEY``.
        base_url: Where the API is. Default: the environment's ``APERTIS_BASE_URL``, then its
            ``APERTIS_API_BASE``, then ``https://api.apertis.ai/v1``.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`. Default: that
            of `http_client` if one was set there; else 600 seconds, and 5 seconds to connect.
        max_retries: How often a failed call is repeated, or a `RetryPolicy`, which says when.
        default_headers: Headers of every request; they win over the built-in ones, and one set to
            None is not sent.
        default_query: Parameters in the query of every request.
        http_client: Your own `httpx.Client` (or `httpx.AsyncClient`) to send with, for proxies,
            certificates, transports. It is used as it is and never closed.

    Raises:
        ConfigurationError: invalid value; the message names it.
        TypeError: a value is of the wrong type; the message names it.
    """

    _engine: Engine
    _is_copy = False

    def __init__(
        self,
        *,
        api_key: APIKey | None = None,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        max_retries: int | RetryPolicy = 2,
        default_headers: Mapping[str, str | None] | None = None,
        default_query: Mapping[str, Any] | None = None,
        http_client: H | None = None,
    ) -> None:
        from . import _preload  # noqa: F401  see there
        from ._core.engine import Engine
        from ._core.settings import Settings, http_client_timeout

        backend = self._backend(http_client)
        settings = Settings.check(
            api_key=api_key,
            base_url=base_url,
            timeout=http_client_timeout(http_client) if timeout is None else timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
        )
        self._engine = Engine(settings, backend)

    # A wrong argument is reported under this name, which is the one that people know.
    __init__.__qualname__ = "Apertis"

    @staticmethod
    def _backend(http_client: H | None) -> Backend:
        raise NotImplementedError

    @_as(__init__)
    def with_options(self, **changes: Any) -> Self:
        """Return a client with some settings changed, which shares the connections of this one.

        Takes what the constructor takes; what is left out or None stays as it is. Headers and
        query parameters given here replace those of this client. With `http_client` the new client
        sends over that.

        Raises:
            ConfigurationError: invalid value; the message names it.
            TypeError: a value is of the wrong type, or there is no such setting.
        """
        from ._core.engine import Engine
        from ._core.settings import http_client_timeout

        http_client = changes.pop("http_client", None)
        client = type(self).__new__(type(self))
        client.__dict__.update(self._own_attributes())
        if http_client is not None and changes.get("timeout") is None:
            changes["timeout"] = http_client_timeout(http_client)
        backend = self._engine.backend if http_client is None else self._backend(http_client)
        client._engine = Engine(self._engine.settings.change(**changes), backend)
        client._is_copy = True
        return client

    copy = with_options

    @property
    def api_key(self) -> APIKey:
        """The key, or the function that gives it."""
        return self._engine.settings.api_key

    @property
    def base_url(self) -> str:
        """What the paths of the API are added to."""
        return self._engine.settings.base_url

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"

    def __getstate__(self) -> dict[str, Any]:
        if self._engine.backend.given is not None:
            raise TypeError(
                "a client that was given an http_client cannot be copied deeply or pickled: the"
                " copy could not open connections like it. Give the copy an http_client of its own"
            )
        return {"settings": self._engine.settings, "attributes": self._own_attributes()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        from . import _preload  # noqa: F401  see there
        from ._core.engine import Engine

        self.__dict__.update(state["attributes"])
        self._engine = Engine(state["settings"], self._backend(None))

    def _own_attributes(self) -> dict[str, Any]:
        """Return what a subclass or a program has set, which a copy has as well."""
        return {
            name: value
            for name, value in self.__dict__.items()
            # What is cached was made for this client.
            if name not in ("_engine", "_is_copy")
            and not isinstance(getattr(type(self), name, None), cached_property)
        }


class Apertis(_Client["httpx.Client"]):
    __doc__ = f"""A client of the Apertis AI API. It may be used from many threads.

{_Client.__doc__}"""

    @staticmethod
    def _backend(http_client: httpx.Client | None) -> Backend:
        from ._transport.sync_backend import SyncBackend

        return SyncBackend(http_client)

    @cached_property
    def chat(self) -> Chat:
        """Talk to a model: `chat.completions.create`."""
        from .resources.chat import Chat

        return Chat(self._engine)

    @cached_property
    def models(self) -> Models:
        """The models that the key can use."""
        from .resources.models import Models

        return Models(self._engine)

    def close(self) -> None:
        """Close the connections, unless this client is a copy or was given its HTTP client."""
        if not self._is_copy:
            from ._transport.run_sync import run_sync

            run_sync(self._engine.backend.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncApertis(_Client["httpx.AsyncClient"]):
    __doc__ = f"""An asynchronous client of the Apertis AI API.

{_Client.__doc__}"""

    @staticmethod
    def _backend(http_client: httpx.AsyncClient | None) -> Backend:
        from ._transport.async_backend import AsyncBackend

        return AsyncBackend(http_client)

    @cached_property
    def chat(self) -> AsyncChat:
        """Talk to a model: `chat.completions.create`."""
        from .resources.chat import AsyncChat

        return AsyncChat(self._engine)

    @cached_property
    def models(self) -> AsyncModels:
        """The models that the key can use."""
        from .resources.models import AsyncModels

        return AsyncModels(self._engine)

    async def close(self) -> None:
        """Close the connections, unless this client is a copy or was given its HTTP client."""
        if not self._is_copy:
            await self._engine.backend.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
