"""Run a coroutine without an event loop.

What sync and async share is written once, as coroutines. In async they are awaited. In sync
everything that they await blocks instead of waiting (`SyncBackend.send` sends before it returns),
so such a coroutine never suspends, and a single step takes it to its end.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar

__all__ = ["run_sync"]

T = TypeVar("T")


def run_sync(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never suspends, and return its result.

    Raises:
        RuntimeError: the coroutine suspended.
    """
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    coroutine.close()
    raise RuntimeError("a synchronous call tried to wait for an event loop")
