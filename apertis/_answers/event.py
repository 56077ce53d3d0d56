"""The base of the events of a stream that are made from what the server sends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar, cast, dataclass_transform

import attrs

from apertis_client._runtime.json_object import JSONObject, is_object

__all__ = ["Event", "event"]

E = TypeVar("E")


class _Lazy:
    """An attribute in a slot; where that holds a `partial`, its value is made at each reading."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, event: object, owner: type | None = None) -> Any:
        held = self._slot.__get__(event, owner)
        return cast("Any", held)() if isinstance(held, partial) else held

    def __set__(self, event: object, value: object) -> None:
        self._slot.__set__(event, value)


@dataclass_transform(eq_default=False, field_specifiers=(attrs.field,))
def event(*lazy: str) -> Callable[[type[E]], type[E]]:
    """Return a decorator of classes of events, some of whose attributes are lazy."""

    def decorate(cls: type[E]) -> type[E]:
        made = attrs.define(cls, eq=False, repr=False, weakref_slot=False)
        for name in lazy:
            setattr(made, name, _Lazy(getattr(made, name)))
        return made

    return decorate


class Event:
    """An event, shown and compared by its attributes.

    Its constructor takes these attributes, for the tests of applications.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the event as plain JSON, its type first; what `repr` leaves out is left out."""
        said = [("type", cast("Any", self).type), *self._said()]
        return {name: _plain(value) for name, value in said}

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self._said())
        return f"{type(self).__name__}({said})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._said() == other._said()

    def _said(self) -> list[tuple[str, Any]]:
        fields = attrs.fields(cast("Any", type(self)))
        return [(each.name, getattr(self, each.name)) for each in fields if each.repr]

    __hash__ = None  # type: ignore[assignment]  # their values are not


def _plain(value: Any) -> Any:
    """Return a value as plain JSON, also one of a type that output was parsed into."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, JSONObject):
        return value.to_dict()
    if is_object(value):
        return {name: _plain(member) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in cast("Sequence[object]", value)]
    from pydantic_core import to_jsonable_python  # parsing output needs pydantic

    return to_jsonable_python(value, fallback=_members)


def _members(value: Any) -> dict[str, Any]:
    if not attrs.has(value.__class__):
        raise TypeError(f"{value.__class__.__name__} cannot be written as JSON")
    return attrs.asdict(value, recurse=False)
