"""A JSON object whose members are attributes: the base of every model."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    NamedTuple,
    Self,
    TypeGuard,
    TypeVar,
    cast,
    dataclass_transform,
)

__all__ = [
    "JSONObject",
    "decode_tagged",
    "decode_unknown",
    "is_array",
    "is_object",
    "members_to_send",
    "model",
    "promised",
    "promised_members",
]

J = TypeVar("J", bound="JSONObject")

if TYPE_CHECKING:

    def is_object(value: object) -> TypeGuard[dict[str, Any]]:
        """Return whether `value` is what a JSON object is decoded to."""
        ...

    def is_array(value: object) -> TypeGuard[list[Any]]:
        """Return whether `value` is what a JSON array is decoded to."""
        ...

else:
    # `isinstance(value, dict)` for a hot path that a type checker is to follow, without a frame.
    is_object = dict.__instancecheck__
    is_array = list.__instancecheck__


class _Member(NamedTuple):
    """What a class says of a member."""

    default: Any = None
    is_required: bool = False
    is_promised: bool = False


_REQUIRED: Final = _Member(is_required=True, is_promised=True)
_PROMISED: Final = _Member(is_promised=True)


def promised(*, default: None) -> Any:  # noqa: ARG001  tells a type checker that there is one
    """Declare a member that the types count on, though a server may leave it out or send null."""
    return _PROMISED


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(promised,))
def model(cls: type[J]) -> type[J]:
    """Make a class of JSON objects an attrs class, whose annotations declare the members.

    What attrs adds to it, a constructor before all, is made when it is first asked for. Answers are
    decoded without; making it for every class that an answer may need takes longer than a call.
    """
    cls.__json_members__ = {name: _declared(cls, name) for name in cls.__annotations__}
    for name in cls.__json_members__:
        # Absence costs nothing to store and nothing to look up: the class answers for it.
        setattr(cls, name, None)
    for name in ("__init__", "__attrs_attrs__"):
        setattr(cls, name, _FromAttrs(cls, name))
    return cls


def _declared(cls: type[JSONObject], name: str) -> _Member:
    default = cls.__dict__.get(name, _REQUIRED)
    return default if isinstance(default, _Member) else _Member(default)


class _FromAttrs:
    """Stands for an attribute of a model that attrs has not made yet."""

    def __init__(self, model: type[JSONObject], name: str) -> None:
        self._model = model
        self._name = name

    def __get__(self, instance: JSONObject | None, owner: type[JSONObject]) -> Any:
        # Without a lock, which a fork might leave locked for ever: made twice, it is the same.
        if isinstance(self._model.__dict__[self._name], _FromAttrs):
            _define(self._model)
        # Not by name: a class derived from the model may have one of its own, and ask for this.
        made = self._model.__dict__[self._name]
        return made.__get__(instance, owner) if hasattr(made, "__get__") else made


def _define(model: type[JSONObject]) -> None:
    import attrs

    members: dict[str, Any] = {
        name: attrs.field() if member.is_required else attrs.field(default=member.default)
        for name, member in model.__json_members__.items()
    }
    attrs.define(model, these=members, init=True, kw_only=True, slots=False, eq=False, repr=False)


class JSONObject:
    """A JSON object that keeps every member it was given and reads each as an attribute.

    Members live in the instance's ``__dict__`` under their JSON names, so what the spec does not
    know is kept like what it does. A declared member that is absent reads as ``None``. The few
    member names that would hide a method (``to_dict``, ...) are reached with ``obj["to_dict"]``.
    """

    # In a slot, so that `__dict__` holds what was received and nothing of ours.
    __slots__ = ("__dict__", "__weakref__", "_shadowed")

    __attrs_attrs__: ClassVar[Any]
    __json_members__: ClassVar[Mapping[str, _Member]] = {}
    _shadowed: dict[str, Any]

    def __attrs_post_init__(self) -> None:
        # `None` given to a constructor means "not given", as it does for a keyword of a call.
        members = self.__dict__
        for name, member in self.__json_members__.items():
            if not member.is_required and members[name] is None:
                del members[name]

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Build the object from decoded JSON, keeping every member. `src` is not changed."""
        return cls.adopt(_plain(src))

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        cls._keep_unknown(self, frozenset())
        return self

    def _keep_unknown(self, known: frozenset[str]) -> None:
        """Give the members that the spec does not know the same treatment at every depth."""
        members = self.__dict__
        taken = _names(cast("Any", type(self)))  # classes are hashable, if not their instances
        shadowed: dict[str, Any] = {}
        for name in members.keys() - known:
            value = members[name]
            if is_object(value) or is_array(value):
                with suppress(RecursionError):  # nested beyond reason: stays as it came
                    members[name] = decode_unknown(value)
            if name.startswith("__") or name in taken:
                shadowed[name] = members.pop(name)
        if shadowed:
            self._shadowed = shadowed

    def to_dict(self) -> dict[str, Any]:
        """Return what was received (or set since) as plain dicts, lists and scalars."""
        return {name: _plain(value) for name, value in self._members().items()}

    def _hidden(self) -> dict[str, Any]:
        return getattr(self, "_shadowed", {})

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict()` as JSON text."""
        return json.dumps(JSONObject.to_dict(self), ensure_ascii=False, indent=indent)

    def model_dump(self, *, exclude_none: bool = False) -> dict[str, Any]:
        """Return `to_dict()`, under the name that pydantic gives it.

        With `exclude_none`, members that are null are left out at every depth.
        """
        members = self.to_dict()
        return _without_none(members) if exclude_none else members

    def model_dump_json(self, *, indent: int | None = None, exclude_none: bool = False) -> str:
        """Return `to_json()`, under the name that pydantic gives it."""
        members = self.model_dump(exclude_none=exclude_none)
        return json.dumps(members, ensure_ascii=False, indent=indent)

    def _present(self) -> dict[str, Any]:
        return {name: value for name, value in self._members().items() if value is not None}

    def __getitem__(self, name: str) -> Any:
        """Return the member called `name`; raises `KeyError` where there is none."""
        hidden = self._hidden()
        return hidden[name] if name in hidden else self.__dict__[name]

    def __contains__(self, name: object) -> bool:
        return name in self.__dict__ or name in self._hidden()

    def _members(self) -> dict[str, Any]:
        return {**self.__dict__, **self._hidden()}

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._present() == other._present()

    def __replace__(self, **changes: Any) -> Self:
        """Return a copy with some members changed, for `copy.replace`."""
        import attrs

        return attrs.evolve(cast("Any", self), **changes)  # type: ignore[no-any-return]

    __hash__ = None  # type: ignore[assignment]
    if not TYPE_CHECKING:
        __iter__ = None  # or Python would ask `__getitem__` for 0, 1, 2

    def __repr__(self) -> str:
        members = ", ".join(f"{name}={value!r}" for name, value in self._members().items())
        return f"{type(self).__name__}({members})"


def decode_unknown(value: Any) -> Any:
    """Return JSON that no schema describes with its objects, at every depth, as `JSONObject`."""
    if is_object(value):
        return JSONObject.adopt(value)
    if is_array(value):
        return [decode_unknown(item) for item in value]
    return value


def decode_tagged(
    value: Any, tag: str, variants: Mapping[str, Callable[[dict[str, Any]], Any]]
) -> Any:
    """Return `value` as the variant that its member `tag` names, unknown variants as they came."""
    if is_object(value):
        name = value.get(tag)
        variant = variants.get(name) if isinstance(name, str) else None
        if variant is not None:
            return variant(value)
    return decode_unknown(value)


def members_to_send(value: JSONObject) -> dict[str, Any]:
    """Return the members of an object that go into a request.

    Those of a model which are ``None`` do not. An object whose members no schema declares goes
    back as it came.
    """
    members = {**value.__dict__, **getattr(value, "_shadowed", {})}
    if not value.__json_members__:
        return members
    return {name: member for name, member in members.items() if member is not None}


def promised_members(model: type[JSONObject]) -> list[str]:
    """Return the names of the members without which an object is no `model`."""
    return [name for name, member in model.__json_members__.items() if member.is_promised]


@cache
def _names(model: type[JSONObject]) -> frozenset[str]:
    """Return the names that a class knows by itself: members called so would hide them."""
    return frozenset(name for base in model.__mro__ for name in base.__dict__)


def _without_none(value: Any) -> Any:
    if is_object(value):
        return {name: _without_none(item) for name, item in value.items() if item is not None}
    return [_without_none(item) for item in value] if is_array(value) else value


def _plain(value: Any) -> Any:
    if isinstance(value, JSONObject):
        return JSONObject.to_dict(value)
    if is_array(value) or isinstance(value, tuple):
        return [_plain(item) for item in cast("list[Any]", value)]
    if isinstance(value, Mapping):
        members = cast("Mapping[str, Any]", value)
        return {name: _plain(member) for name, member in members.items()}
    return value
