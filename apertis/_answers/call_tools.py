"""Runs the tools that a model calls, one after another in sync, concurrently in async."""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, cast

from .._importing import importing
from .._schema.tool import Tool
from .._schema.tool_messages import UnknownToolError
from .._transport.async_backend import in_thread

if TYPE_CHECKING:
    from .._tracing.run import TracedRun
    from .requested_call import RequestedCall

__all__ = ["call_tools_async", "call_tools_sync", "index_tools"]


def index_tools(tools: Sequence[Any], *, allow_async: bool) -> dict[str, Tool[..., Any]]:
    """Return tools by their names; functions become tools."""
    if isinstance(tools, (str, bytes)) or not isinstance(tools, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"tools must be a list of functions, not {type(tools).__name__}")
    named: dict[str, Tool[..., Any]] = {}
    for each in tools:
        made = cast("Tool[..., Any]", each if isinstance(each, Tool) else _make_tool(each))
        if made.name in named:
            raise ValueError(f"two tools are called {made.name!r}; rename one with name=...")
        if made.is_async and not allow_async:
            raise TypeError(f"the tool {made.name} is an async function: it needs AsyncApertis")
        named[made.name] = made
    return named


def _make_tool(function: Any) -> Tool[..., Any]:
    if not callable(function):
        raise TypeError(
            f"a run calls the tools itself, so each must be a function, not"
            f" {type(function).__name__}. For other tools, use create or parse"
        )
    return Tool(function)


def call_tools_sync(
    tools: Mapping[str, Tool[..., Any]],
    calls: Sequence[RequestedCall],
    traced: TracedRun | None,
) -> None:
    """Run the calls that have no content yet."""
    for call in calls:
        if call.content is None:
            with _trace(tools, call, traced):
                _run_sync(tools, call)


def _run_sync(tools: Mapping[str, Tool[..., Any]], call: RequestedCall) -> None:
    try:
        result = _tool(tools, call).run(call.arguments)
        if inspect.iscoroutine(result):
            result.close()
            raise TypeError("it returned a coroutine, which needs AsyncApertis")  # noqa: TRY301
        call.set_result(result)
    except Exception as error:  # noqa: BLE001  the model is told, whatever it is
        call.set_error(error)


async def call_tools_async(
    tools: Mapping[str, Tool[..., Any]],
    calls: Sequence[RequestedCall],
    traced: TracedRun | None,
) -> None:
    """Run the calls that have no content yet, functions that are not async in threads."""
    with importing:
        import anyio  # comes with httpx; serves asyncio and trio alike

        cancelled = anyio.get_cancelled_exc_class()
    try:
        async with anyio.create_task_group() as tasks:
            for call in calls:
                if call.content is None:
                    tasks.start_soon(_run_traced, tools, call, traced)
    except BaseExceptionGroup as group:
        raise _first_error(group, cancelled) from None


async def _run_traced(
    tools: Mapping[str, Tool[..., Any]], call: RequestedCall, traced: TracedRun | None
) -> None:
    with _trace(tools, call, traced):
        await _run_async(tools, call)


async def _run_async(tools: Mapping[str, Tool[..., Any]], call: RequestedCall) -> None:
    import anyio

    try:
        tool = _tool(tools, call)
        if tool.is_async:
            result = tool.run(call.arguments)
        else:
            result = await in_thread(tool.run, call.arguments)
        call.set_result(await result if inspect.isawaitable(result) else result)
    except anyio.get_cancelled_exc_class():
        if anyio.current_effective_deadline() == -math.inf:  # the run is cancelled
            raise
        call.set_error(RuntimeError("what the tool waited for was cancelled"))
    except Exception as error:  # noqa: BLE001  the model is told, whatever it is
        call.set_error(error)


def _trace(
    tools: Mapping[str, Tool[..., Any]], call: RequestedCall, traced: TracedRun | None
) -> AbstractContextManager[object]:
    if traced is None:
        return nullcontext()
    tool = tools.get(call.name)
    return traced.tool(call, tool.to_dict()["function"].get("description") if tool else None)


def _tool(tools: Mapping[str, Tool[..., Any]], call: RequestedCall) -> Tool[..., Any]:
    try:
        return tools[call.name]
    except KeyError:
        given = f"there are {', '.join(tools)}" if tools else "there are none"
        raise UnknownToolError(f"there is no tool named {call.name!r}; {given}") from None


def _first_error(group: BaseExceptionGroup[Any], cancelled: type[BaseException]) -> BaseException:
    """Return what a tool raised that is not an `Exception`, taken out of exception groups."""
    _, others = group.split(cancelled)
    error: Any = others or group
    while isinstance(error, BaseExceptionGroup):
        error = cast("Any", error).exceptions[0]
    return cast("BaseException", error)
