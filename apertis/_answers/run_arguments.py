"""The arguments of a tool run, checked and prepared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from apertis_client._runtime.json_object import JSONObject

from .._schema.tool import Tool

__all__ = ["copy_items", "index_tools"]


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


def copy_items(name: str, items: Any) -> list[Any]:
    """Return the items of a conversation, the argument `name`, in a list of its own."""
    if items is None:
        raise TypeError(f"a run needs the argument {name!r}")
    if isinstance(items, (str, bytes, Mapping, JSONObject)):
        raise TypeError(f"{name} must be a list, not {type(cast('object', items)).__name__}")
    return list(cast("Iterable[Any]", items))
