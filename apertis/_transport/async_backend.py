"""The backend of `AsyncApertis`, under asyncio and trio."""

from __future__ import annotations

import contextlib
import importlib
import sys
import weakref
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from .._importing import asyncio, importing
from .backend import UNLIMITED, Backend, Made
from .connections import Connections

if TYPE_CHECKING:
    import httpx

    from .messages import Request

__all__ = ["AsyncBackend", "in_thread"]

R = TypeVar("R")


class AsyncBackend(Backend):
    """Sends over connections of our own, or with an `httpx.AsyncClient`: under trio always."""

    _is_async = True

    def __init__(self, http_client: httpx.AsyncClient | None) -> None:
        super().__init__(http_client)
        self._all_made = weakref.WeakKeyDictionary()
        if "asyncio" in sys.modules:  # or the first call would import it
            with importing:
                importlib.import_module(f"{__package__}.async_connection")

    def _place(self) -> Any:
        return _event_loop()

    def _make(self) -> Made:
        for loop in list(self._all_made):
            if getattr(loop, "is_closed", bool)():
                self._all_made.pop(loop, None)  # its connections ended with it
        if not _is_asyncio():
            return Made(None)
        with importing:
            from .async_connection import AsyncConnection

        return Made(Connections(AsyncConnection))

    def limit(
        self,
        seconds: float | None,
        request: Request | None,  # noqa: ARG002  the task is cancelled
    ) -> AbstractAsyncContextManager[object]:
        if seconds is None:
            return UNLIMITED
        return asyncio.timeout(seconds) if _is_asyncio() else _limit(seconds)

    async def call(self, function: Callable[[], Any]) -> Any:
        value = function()
        return await value if hasattr(value, "__await__") else value

    async def run(self, function: Callable[[], R]) -> R:
        return await in_thread(function)

    async def sleep(self, seconds: float) -> None:
        self._check_open()
        if _is_asyncio():
            await asyncio.sleep(seconds)
        else:
            await sys.modules["trio"].sleep(seconds)

    async def close(self) -> None:
        try:
            await super().close()
        finally:
            self._all_made.clear()  # what other event loops have can only be closed in them


async def in_thread(
    function: Callable[..., R], *arguments: object, abandon_on_cancel: bool = False
) -> R:
    """Call a function in a thread; one that is cancelled may be abandoned, and goes on unseen."""
    with importing:
        import anyio.to_thread  # comes with httpx

        limiter = anyio.to_thread.current_default_thread_limiter()  # imports what knows the loop
    return await anyio.to_thread.run_sync(
        function, *arguments, abandon_on_cancel=abandon_on_cancel, limiter=limiter
    )


@contextlib.asynccontextmanager
async def _limit(seconds: float) -> AsyncGenerator[None]:
    """Do under trio what `asyncio.timeout` does."""
    with sys.modules["trio"].move_on_after(seconds) as scope:
        yield
    if scope.cancelled_caught:
        raise TimeoutError


def _is_asyncio() -> bool:
    return isinstance(_event_loop(), asyncio.AbstractEventLoop)


def _event_loop() -> object:
    """Return an object that stands for the running event loop, of asyncio or of trio."""
    # What nobody has imported does not run.
    if "asyncio" in sys.modules:
        with contextlib.suppress(RuntimeError):
            return asyncio.get_running_loop()
    trio: Any = sys.modules.get("trio")
    if trio is not None:
        with contextlib.suppress(RuntimeError):
            return trio.lowlevel.current_trio_token()
    return AsyncBackend  # stands for none that we know
