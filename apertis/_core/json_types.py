"""Says of which type an argument must be; loaded only where it is not obvious that it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import NoneType
from typing import Any, Final

from apertis_client._runtime.json_object import JSONObject, is_object

__all__ = ["check_items", "check_type"]

# What becomes which decoded JSON, first the more special: a bool is an int, too.
_KINDS: Final[tuple[tuple[type, type], ...]] = (
    (NoneType, NoneType),
    (bool, bool),
    (int, int),
    (float, float),
    (str, str),
    (bytes, bytes),
    (list, list),
    (tuple, list),
    (JSONObject, dict),
    (Mapping, dict),
)
_NAMES: Final[Mapping[type, str]] = {
    str: "text",
    float: "a number",
    int: "a whole number",
    bool: "True or False",
    list: "a list",
    dict: "a dict",
    NoneType: "None",
}


def check_type(path: str, value: object, types: frozenset[type]) -> None:
    """Refuse a value whose JSON is of none of the types; what has no JSON is not judged here."""
    given: object = value  # whose type the checks below do not narrow
    kind = next((kind for of, kind in _KINDS if isinstance(value, of)), None)
    is_whole = isinstance(value, float) and value.is_integer()  # the same number in JSON
    if kind is None or kind in types or isinstance(value, Enum) or (is_whole and int in types):
        return
    names = [n for t, n in _NAMES.items() if t in types and not (t is int and float in types)]
    raise TypeError(f"{path} must be {' or '.join(names)}, not {type(given).__name__}")


def check_items(
    path: str,
    items: Iterable[Any],
    types: frozenset[type],
    member_types: Mapping[str, frozenset[type]],
) -> None:
    """Refuse items, or those of their members that are named, as `check_type` does."""
    for index, item in enumerate(items):
        if type(item) not in types and not (dict in types and isinstance(item, JSONObject)):
            check_type(f"{path}[{index}]", item, types)
        for name, expected in member_types.items():
            value: object = item.get(name) if is_object(item) else None
            if value is not None and type(value) not in expected:
                check_type(f"{path}[{index}].{name}", value, expected)
