"""What the methods that are more than one call have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.prepare import check_call

if TYPE_CHECKING:
    from apertis_client._runtime.operation import StreamingOperation

    from .._core.engine import Engine
    from .._tracing.run import TracedRun

__all__ = ["check_method", "traced_run"]


def check_method(
    method: str,
    operation: StreamingOperation[Any, Any],
    path: tuple[Any, ...],
    params: dict[str, Any],
) -> None:
    """Refuse arguments that a method does not take, before anything is sent.

    Args:
        method: The method, as `chat.completions.parse`.
        operation: What it calls.
        path: The arguments that were given by position; there may be none.
        params: Those given by keyword, `stream` not among them.
    """
    if "stream" in params:
        resource, _, name = method.rpartition(".")
        hint = "leave it out" if name == "stream" else f"{resource}.stream gives events"
        raise TypeError(f"{method} takes no argument 'stream'; {hint}")
    check_call(method, operation, path, params)


def traced_run(engine: Engine, model: object) -> TracedRun | None:
    """Begin the span of a tool run; None where nobody would see it."""
    if not engine.settings.is_traced:
        return None
    from .._tracing.run import start_run

    return start_run(model)
