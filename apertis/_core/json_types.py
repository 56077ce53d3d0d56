"""Says of which type an argument must be; loaded only where it is not obvious that it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from enum import Enum
from itertools import chain
from types import NoneType
from typing import Any, Final, cast

from apertis_client._runtime.json_object import JSONObject
from apertis_client._runtime.operation import Shape
from apertis_client.shapes import SHAPES

__all__ = ["check_argument", "check_type"]

# What becomes which decoded JSON, first the more special: a bool is an int, too.
_KINDS: Final[tuple[tuple[type, type], ...]] = (
    *((kind, kind) for kind in (NoneType, bool, int, float, str, bytes, list)),
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


def check_argument(body: str, name: str, value: object) -> None:
    """Refuse an argument with something inside of it that is of none of the types of the spec."""
    shape = SHAPES.get(body, {}).get(name)
    with suppress(RecursionError):  # it holds itself: writing it says so
        if shape is not None and not _are_right([value], shape):
            _check((name,), value, shape)


def _are_right(values: Iterable[Any], shape: Shape) -> bool:
    """Return whether values are certainly right.

    All that are in the same place are looked at together: that takes as many calls of Python
    functions for many of them as for a few.
    """
    types, of_items, tag, objects = shape
    if of_items is None and not objects:
        return not types or types.issuperset(map(type, values))
    values = list(values)
    found = set(map(type, values))
    if types and not all(issubclass(each, JSONObject) for each in found - types):
        return False
    dicts: list[dict[str, Any]] = []
    if dict in found:
        dicts = values if len(found) == 1 else [each for each in values if type(each) is dict]
    if of_items is not None:
        inner: list[Iterable[Any]] = [each for each in values if type(each) is list]
        if dicts and not objects:  # maps
            inner += [each.values() for each in dicts]
        if inner and not _are_right(chain.from_iterable(inner), of_items):
            return False
    return not dicts or not objects or _are_right_objects(dicts, tag, objects)


def _are_right_objects(
    given: list[dict[str, Any]], tag: str, objects: Mapping[str | int | None, str]
) -> bool:
    alike: dict[Any, list[dict[str, Any]]] = {}
    try:
        for each in given:
            alike.setdefault(each.get(tag), []).append(each)
    except TypeError:  # the tag is a list or the like
        return False
    for value, group in alike.items():
        if value in objects:
            members = SHAPES[objects[value]]
            for name in members.keys() & set[str]().union(*group):
                inner = [each[name] for each in group if each.get(name) is not None]
                if not _are_right(inner, members[name]):
                    return False
        elif value is not None and not isinstance(value, str):
            return False
    return True


def _check(place: tuple[Any, ...], value: object, shape: Shape) -> None:
    """Refuse a value, or what is inside of it; its place is the path to it, from its end."""
    if shape.types and type(value) not in shape.types:
        check_type(_path(place), value, shape.types)
    if isinstance(value, (list, tuple)) and shape.items:
        for index, item in enumerate(cast("Sequence[object]", value)):
            _check((index, *place), item, shape.items)
    elif isinstance(value, dict):  # no model, which goes back as it came
        members = cast("dict[str, object]", value)
        tag = members.get(shape.tag)
        types = frozenset(map(type, shape.objects)) - {NoneType}
        if tag is not None and types:
            check_type(_path((shape.tag, *place)), tag, types)
        known = shape.objects.get(tag) if isinstance(tag, (str, int, NoneType)) else None
        expected: Mapping[str, Shape] = SHAPES[known] if known else {}
        # What a model has written goes back as it came.
        is_answer = members.get("role") == "assistant"
        for name, member in members.items():
            inner = expected.get(name) if shape.objects else shape.items
            if inner and (member is not None or not shape.objects):
                inner = Shape(inner.types) if is_answer else inner
                _check((name, *place), member, inner)


def _path(place: tuple[Any, ...]) -> str:
    *names, argument = place
    return str(argument) + "".join(
        f"[{n}]" if isinstance(n, int) else f".{n}" for n in reversed(names)
    )
