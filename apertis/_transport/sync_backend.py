"""The backend of `Apertis`, whose coroutines block and never suspend (see `run_sync`)."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from .backend import UNLIMITED, Backend, Made
from .connections import Connections
from .sync_connection import SyncConnection
from .watcher import watch

if TYPE_CHECKING:
    from .messages import Request

__all__ = ["SyncBackend"]

R = TypeVar("R")


class SyncBackend(Backend):
    """Sends over connections of our own, or with an `httpx.Client`."""

    _is_async = False

    def _make(self) -> Made:
        return Made(Connections(SyncConnection))

    def limit(
        self, seconds: float | None, request: Request | None
    ) -> AbstractAsyncContextManager[object]:
        return (
            UNLIMITED if seconds is None or request is None else watch(seconds, request.interrupt)
        )

    async def call(self, function: Callable[[], Any]) -> Any:
        value = function()
        if isinstance(value, Awaitable):
            if isinstance(value, Coroutine):
                value.close()
            raise TypeError("api_key must return text; an async function needs AsyncApertis")
        return value

    async def run(self, function: Callable[[], R]) -> R:
        return function()

    async def sleep(self, seconds: float) -> None:
        self._check_open()
        time.sleep(seconds)  # noqa: ASYNC251  blocks, as everything here does
