"""The arguments of a tool run, checked and prepared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from apertis_client._runtime.json_object import JSONObject, is_object

from .._schema.tool import Tool

__all__ = ["copy_messages", "index_tools", "unforce"]


def unforce(choice: Any) -> Any:
    """Return a `tool_choice` for later turns, in which a forced call would never end."""
    if choice in (None, "none", "auto"):
        return choice
    choice = _plain(choice)
    allowed = _plain(choice.get("allowed_tools")) if is_object(choice) else None
    if not is_object(allowed):
        return "auto"
    return {**choice, "allowed_tools": {**allowed, "mode": "auto"}}


def _plain(value: Any) -> Any:
    return value.to_dict() if isinstance(value, JSONObject) else value


def index_tools(tools: Sequence[Any], *, allow_async: bool) -> dict[str, Tool[..., Any]]:
    """Return tools by their names; functions become tools."""
    if isinstance(tools, (str, bytes)) or not isinstance(tools, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"tools must be a list of functions, not {type(tools).__name__}")
    named: dict[str, Tool[..., Any]] = {}
    for each in tools:
        made = cast("Tool[..., Any]", each if isinstance(each, Tool) else _make_tool(each))
        if made.name in named:
            raise ValueError(f"two tools are called {made.name!r}; give one another name=...")
        if made.is_async and not allow_async:
            raise TypeError(f"the tool {made.name} is an async function: it needs AsyncApertis")
        named[made.name] = made
    return named


def _make_tool(function: Any) -> Tool[..., Any]:
    if not callable(function):
        raise TypeError(
            f"a run calls the tools itself, so they must be functions; one is"
            f" {type(function).__name__}. For others, use create or parse"
        )
    return Tool(function)


def copy_messages(messages: Any) -> list[Any]:
    """Return the messages in a list of its own."""
    if messages is None:
        raise TypeError("a run needs the argument 'messages'")
    if isinstance(messages, (str, bytes, Mapping, JSONObject)):
        raise TypeError(f"messages must be a list, not {type(cast('object', messages)).__name__}")
    return list(cast("Iterable[Any]", messages))
