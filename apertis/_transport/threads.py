"""Runs functions that block in threads, under asyncio and trio."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from .._importing import importing

__all__ = ["in_thread"]

R = TypeVar("R")


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
