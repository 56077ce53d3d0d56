"""Says which value of a body cannot be written as JSON; loaded only once that has happened."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from types import FunctionType
from typing import Any, Final, cast, get_origin

from apertis_client._runtime.json_object import JSONObject
from apertis_client._runtime.json_text import dump_pydantic, is_pydantic, is_uuid

from .checks import type_name

__all__ = ["unwritable"]

_KEYS: Final = (str, int, float, bool, type(None))  # what `json` writes as the name of a member
_TYPES: Final = "which takes types"
_HINTS: Final = {
    ("chat.completions.create", "tools"): "use run_tools, or tool(f).definition",
    ("chat.completions.create", "response_format"): f"use parse, {_TYPES}",
    ("messages.create", "tools"): (
        "use messages.run_tools, which takes functions, or a dict with name and input_schema"
    ),
    ("messages.create", "response_format"): f"use messages.parse, {_TYPES}",
    ("responses.create", "tools"): (
        "use responses.run_tools, which takes functions, or a dict with type, name and parameters"
    ),
    ("responses.create", "text"): f"use responses.parse(response_format=...), {_TYPES}",
}


def unwritable(
    method: str, body: Mapping[str, Any], extra_body: Mapping[str, Any]
) -> Exception | None:
    """Return the error that names the first value that is not JSON, by its path; None without.

    Args:
        method: The method that was called.
        body: The members of the body, from its arguments.
        extra_body: Those that were given beside the arguments.
    """
    for path, value in _values(body, extra_body):
        if isinstance(value, float):
            return ValueError(f"{path} must be a finite number, not {value}: JSON has no other")
        is_type = callable(value) or get_origin(value) is not None
        hint = _HINTS.get((method, re.split(r"[.\[]", path)[0]), "") if is_type else ""
        shown = type_name(value)
        if isinstance(value, (type, FunctionType)):
            shown += f" {value.__name__}"
        if get_origin(value) is not None and not isinstance(value, type):
            shown = str(value)  # such as list[int]
        return TypeError(
            f"{path} cannot be written as JSON: it is {shown}; "
            + (hint or "use dicts, lists, text, numbers, booleans, None or models")
        )
    return None


def _values(body: Mapping[str, Any], extra_body: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield what cannot be written, each with its path."""
    seen: dict[int, object] = {}  # containers: one may hold itself
    roots = {name: value for name, value in body.items() if name not in extra_body}
    roots |= {f"extra_body.{name}": value for name, value in extra_body.items()}
    waiting: list[tuple[str, Any]] = list(roots.items())[::-1]
    while waiting:
        path, value = waiting.pop()
        value = value.value if isinstance(value, Enum) else value
        if id(value) in seen:
            continue
        if is_pydantic(value):
            seen[id(value)] = value
            value = dump_pydantic(value)
        if isinstance(value, (dict, list, tuple, JSONObject)):
            seen[id(cast("object", value))] = value
            inner, wrong_keys = _inner(path, value)
            yield from wrong_keys
            waiting += inner[::-1]
        elif isinstance(value, float):
            if not math.isfinite(value):
                yield path, value
        elif not isinstance(value, _KEYS) and not is_uuid(value):
            yield path, value


def _inner(path: str, value: Any) -> tuple[list[tuple[str, Any]], list[tuple[str, Any]]]:
    """Return what a container holds, and its keys that cannot be names, each with its path."""
    if isinstance(value, (list, tuple)):
        items = cast("list[Any]", value)
        return [(f"{path}[{index}]", each) for index, each in enumerate(items)], []
    members: dict[Any, Any] = value.__json_to_send__() if isinstance(value, JSONObject) else value
    wrong = [(f"{path}[{key!r}]", key) for key in members if not isinstance(key, _KEYS)]
    return [(f"{path}.{key}", each) for key, each in members.items()], wrong
