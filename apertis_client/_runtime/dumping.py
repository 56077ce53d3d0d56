"""The methods of models that people know from pydantic, with its keywords."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping
from typing import Any, Self, cast

from .json_types import is_array, is_object

__all__ = ["PydanticMethods"]


class PydanticMethods:
    """`model_dump`, `model_validate` and their like, for classes with `to_dict` and `from_dict`."""

    __slots__ = ()

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Build the object from decoded JSON."""
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """Return the object as plain dicts, lists and scalars."""
        raise NotImplementedError

    def model_dump(
        self,
        *,
        include: Any = None,
        exclude: Any = None,
        exclude_none: bool = False,
        **others: Any,
    ) -> dict[str, Any]:
        """Return `to_dict()`.

        Args:
            include: Names of the members to keep, or a dict of names, each with what to keep of it
                (True for all). For the items of a list the names are positions, or ``__all__``.
            exclude: What to leave out, in the same form.
            exclude_none: Leave out members that are null, at every depth.
            **others: Other keywords of pydantic's (``mode``, ``by_alias``, ``exclude_unset``, ...),
                which change nothing: a member has one name, and only what was sent is there.

        Raises:
            TypeError: pydantic has no such keyword.
        """
        if unknown := others.keys() - _OTHERS:
            raise TypeError(f"model_dump takes no argument {min(unknown)!r}")
        plain: dict[str, Any] = _select(self.to_dict(), include, exclude)
        return _without_none(plain) if exclude_none else plain

    def model_dump_json(self, *, indent: int | None = None, **keywords: Any) -> str:
        """Return `model_dump(...)` as JSON text."""
        return json.dumps(self.model_dump(**keywords), ensure_ascii=False, indent=indent)

    @classmethod
    def model_validate(cls, obj: Any, **_: Any) -> Self:
        """Return the object itself, or build it from a decoded JSON object, as it is.

        Raises:
            ValueError: it is no JSON object.
        """
        return obj if isinstance(obj, cls) else cls.from_dict(obj)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes, **_: Any) -> Self:
        """Build the object from JSON text; raises `ValueError` where that is of no object."""
        return cls.from_dict(json.loads(json_data))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some members changed; `deep` copies what it holds, too."""
        copied = copy.deepcopy(self) if deep else copy.copy(self)
        for name, value in (update or {}).items():
            setattr(copied, name, value)
        return copied


_OTHERS = frozenset(
    {"by_alias", "context", "exclude_computed_fields", "exclude_defaults", "exclude_unset"}
    | {"fallback", "mode", "polymorphic_serialization", "round_trip", "serialize_as_any"}
    | {"warnings"}
)


def _select(value: Any, include: Any, exclude: Any) -> Any:
    """Return plain JSON with the members that are asked for."""
    if include is None and exclude is None:
        return value
    if is_array(value):
        items = list(enumerate(value))
        return [
            _select(item, *rules) for at, item in items if (rules := _rules(at, include, exclude))
        ]
    if not is_object(value):
        return value
    return {
        name: _select(member, *rules)
        for name, member in value.items()
        if (rules := _rules(name, include, exclude))
    }


def _rules(name: object, include: Any, exclude: Any) -> tuple[Any, Any] | None:
    """Return what to include and to exclude inside of a member; None where it is left out."""
    kept, dropped = _rule(name, include), _rule(name, exclude)
    if dropped is True or (include is not None and kept is None):
        return None
    return (None if kept is True else kept), dropped


def _rule(name: object, rules: Any) -> Any:
    """Return what rules say of a member: True for all of it, None for nothing."""
    if is_object(rules):
        rule = rules.get(cast("Any", name), rules.get("__all__"))
        return True if rule is ... else rule
    return True if name in set(cast("Iterable[Any]", rules or ())) else None


def _without_none(value: Any) -> Any:
    if is_object(value):
        return {name: _without_none(item) for name, item in value.items() if item is not None}
    return [_without_none(item) for item in value] if is_array(value) else value
