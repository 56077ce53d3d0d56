"""Says of which type an argument must be; loaded only where it is not obvious that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, cast

from apertis_client._runtime.json_object import JSONObject, is_object

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Items

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


def check_items(items: Mapping[str, Any], expected: Items) -> None:
    """Refuse items, by their paths, or members of them, as `check_type` does."""
    for path, item in items.items():
        if type(item) not in expected.types:
            check_type(path, item, expected.types)
        if not is_object(item) or not _is_known(item, expected):
            continue
        for name, types in expected.members.items():
            value: object = item.get(name)
            if value is not None and type(value) not in types:
                check_type(f"{path}.{name}", value, types)
            if isinstance(value, (list, tuple)) and name in expected.inner:
                for index, part in enumerate(cast("Sequence[Any]", value)):
                    check_type(f"{path}.{name}[{index}]", part, expected.inner[name])


def _is_known(item: Mapping[str, Any], expected: Items) -> bool:
    tag: object = item.get(expected.tag) if expected.tag else None
    return tag is None or (isinstance(tag, str) and tag in expected.known)
