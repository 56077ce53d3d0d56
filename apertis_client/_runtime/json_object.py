"""A JSON object whose members are attributes: the base of every model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Self,
    TypeAlias,
    TypeVar,
    cast,
)

from .dumping import PydanticMethods
from .importing import importing
from .json_types import is_array, is_object

__all__ = [
    "Decoder",
    "JSONObject",
    "Member",
    "MemberDecoders",
    "OtherTag",
    "decode_unknown",
    "either",
    "is_array",
    "is_object",
    "list_of",
    "map_of",
    "object_of",
    "objects_in",
    "tagged",
    "wrap",
]

J = TypeVar("J", bound="JSONObject")

Decoder: TypeAlias = Callable[[Any], Any]
"""Turns a decoded JSON value into what an attribute holds."""

OtherTag: TypeAlias = Literal["(other)"]
"""The tag of an open variant to type checkers: a text that no variant of the union has.

It is any other text. Were its type `str`, comparing the tag with one that is known would not tell
the known variant from the open one.
"""


class Member(NamedTuple):
    """How a class declares a member."""

    default: Any = None
    is_required: bool = False
    is_promised: bool = False


class MemberDecoders:
    """How the members of a model are decoded.

    Args:
        members: The declared members, by name.
        types: The annotations that declare them.

    Attributes:
        known: The names of all of them.
        promised: The names of those that the spec promises.
        content: Those of them that hold what was asked for: the lists, if any of them is one.
        texts: Decoders of members that are usually text, applied where they are not.
        nested: Decoders of the others whose JSON value is not kept as it is.
        is_known: Says whether members are all declared.
        is_plain: Says whether no member needs a decoder; None where a promised one always does.
    """

    __slots__ = ("content", "is_known", "is_plain", "known", "nested", "promised", "texts")

    def __init__(self, members: Mapping[str, Member], types: Mapping[str, Any]) -> None:
        self.known = frozenset(members)
        self.promised = frozenset(name for name, each in members.items() if each.is_promised)
        lists = [name for name in self.promised if str(types[name]).startswith("list[")]
        self.content = frozenset(lists) or self.promised
        self.texts: tuple[tuple[str, Decoder], ...] = ()
        self.nested: tuple[tuple[str, Decoder], ...] = ()
        self.is_known = self.known.issuperset
        self.is_plain: Callable[[Iterable[str]], bool] | None = self.is_known


class JSONObject(PydanticMethods):
    """A JSON object that keeps every member it was given and offers each as an attribute.

    Members are stored in the instance's ``__dict__`` under their JSON names, whether the spec
    declares them or not. A declared member that is absent reads as ``None``. The few member names
    that would hide a method (``to_dict``, ...) are read with ``obj["to_dict"]``.
    """

    # `_shadowed` is a slot, so that `__dict__` holds only what was received.
    __slots__ = ("__dict__", "__weakref__", "_shadowed")

    __attrs_attrs__: ClassVar[Any]
    __json_members__: ClassVar[Mapping[str, Member]] = {}
    __json_decoders__: ClassVar[MemberDecoders] = MemberDecoders({}, {})
    __json_lazy__: ClassVar[Mapping[str, property]] = {}
    _shadowed: dict[str, Any]

    def __attrs_post_init__(self) -> None:
        # `None` given to a constructor means "not given", as it does for a keyword of a call.
        members = self.__dict__
        for name, member in self.__json_members__.items():
            if not member.is_required and members[name] is None:
                del members[name]

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Build the object from decoded JSON, keeping every member. `src` is not changed.

        Raises:
            ValueError: it is no JSON object.
        """
        members = _plain(src)
        if not is_object(members):
            raise ValueError(f"{cls.__name__} needs a JSON object, not {type(src).__name__}")
        return wrap(cls, members)

    def to_dict(self) -> dict[str, Any]:
        """Return what was received (or set since) as plain dicts, lists and scalars."""
        return {name: _plain(value) for name, value in self._members().items()}

    def _hidden(self) -> dict[str, Any]:
        return getattr(self, "_shadowed", {})

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict()` as JSON text."""
        return json.dumps(JSONObject.to_dict(self), ensure_ascii=False, indent=indent)

    def __json_settle__(self) -> None:
        """Complete an answer, once all of it has been received."""

    def __json_to_send__(self) -> dict[str, Any]:
        """Return the members that go into a request: of a model, those that are not None."""
        members = self._members()
        if not self.__json_members__:
            return members
        return {name: member for name, member in members.items() if member is not None}

    def _present(self) -> dict[str, Any]:
        return {name: value for name, value in self._members().items() if value is not None}

    def __getitem__(self, name: str) -> Any:
        """Return the member called `name`; raises `KeyError` where there is none."""
        hidden = self._hidden()
        return hidden[name] if name in hidden else self.__dict__[name]

    def get(self, name: str, default: Any = None) -> Any:
        """Return the member called `name`, or `default` where there is none."""
        hidden = self._hidden()
        return hidden[name] if name in hidden else self.__dict__.get(name, default)

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
        with importing:
            import attrs

        return attrs.evolve(cast("Any", self), **changes)  # type: ignore[no-any-return]

    __hash__ = None  # type: ignore[assignment]
    if not TYPE_CHECKING:
        __iter__ = None  # or Python would ask `__getitem__` for 0, 1, 2

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        with importing:
            from .pydantic_schema import model_schema

        return model_schema(cls, cls.from_dict, handler)

    def __repr__(self) -> str:
        members = ", ".join(f"{name}={value!r}" for name, value in self._members().items())
        return f"{type(self).__name__}({members})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """Yield what `rich.print` shows: the members that are not null."""
        yield from self._present().items()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print the members that are not null in IPython, over several lines where it is long."""
        name = type(self).__name__
        with printer.group(len(name) + 1, f"{name}(", ")"):
            for position, (member, value) in enumerate(() if cycle else self._present().items()):
                if position:
                    printer.text(",")
                    printer.breakable()
                printer.text(f"{member}=")
                printer.pretty(value)


def wrap(model: type[J], members: dict[str, Any]) -> J:
    """Wrap a decoded object in a `model` without copying; the caller must not reuse `members`."""
    wrapped: J = object_of(model)(members)
    return wrapped


def object_of(model: type[JSONObject]) -> Decoder:
    """Return the decoder of objects of `model`; other values are decoded as unknown ones."""
    return _DECODERS.get(model) or _DECODERS.setdefault(model, _object_decoder(model))


_DECODERS: dict[Any, Decoder] = {}


def _object_decoder(model: type[JSONObject]) -> Decoder:
    decoders = model.__json_decoders__  # completed after the class is made, so read at each call
    new = model.__new__

    def decode(value: Any) -> Any:
        if type(value) is not dict:  # the fastest test, and json makes no other mapping
            return decode_unknown(value)
        members: dict[str, Any] = value  # pyright: ignore[reportUnknownVariableType]
        self = new(model)
        self.__dict__ = members
        for name, decode_member in decoders.texts:
            member = members.get(name)
            if member is not None and type(member) is not str:
                members[name] = decode_member(member)
        is_plain = decoders.is_plain
        if is_plain is not None and is_plain(members):
            return self
        if not decoders.is_known(members):
            _keep_unknown(self, decoders.known)
        for name, decode_member in decoders.nested:
            member = members.get(name)
            if member is not None:
                members[name] = decode_member(member)
        return self

    return decode


def _keep_unknown(self: JSONObject, known: frozenset[str]) -> None:
    """Decode the members that the spec does not declare, at every depth."""
    members = self.__dict__
    taken = _names(cast("Any", type(self)))  # classes can be hashed, unlike their instances
    shadowed: dict[str, Any] = {}
    for name in members.keys() - known:
        value = members[name]
        if is_object(value) or is_array(value):
            with suppress(RecursionError):  # nested too deeply: kept as it came
                members[name] = decode_unknown(value)
        if name.startswith("__") or name in taken:
            shadowed[name] = members.pop(name)
    if shadowed:
        self._shadowed = shadowed  # pyright: ignore[reportPrivateUsage]


def decode_unknown(value: Any) -> Any:
    """Return JSON that no schema describes with its objects, at every depth, as `JSONObject`."""
    if is_object(value):
        return wrap(JSONObject, value)
    if is_array(value):
        return [decode_unknown(item) for item in value]
    return value


def list_of(decode_item: Decoder) -> Decoder:
    """Return a decoder of arrays; anything else is kept."""

    def decode(value: Any) -> Any:
        if type(value) is not list:
            return decode_unknown(value)
        items: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
        if len(items) == 1:  # as in nearly every chunk of a stream
            items[0] = decode_item(items[0])
            return items
        for position, item in enumerate(items):  # in place, which is faster than a new list
            items[position] = decode_item(item)
        return items

    return decode


def map_of(decode_value: Decoder) -> Decoder:
    """Return a decoder of objects whose names are data; anything else is kept."""

    def decode(value: Any) -> Any:
        if not is_object(value):
            return decode_unknown(value)
        for name, member in value.items():  # in place, as for arrays
            value[name] = decode_value(member)
        return value

    return decode


def either(decode_list: Decoder, decode_object: Decoder) -> Decoder:
    """Return a decoder of values that are arrays or objects."""

    def decode(value: Any) -> Any:
        return decode_list(value) if is_array(value) else decode_object(value)

    return decode


def tagged(
    tag: str,
    variants: Mapping[str | int, type[JSONObject]],
    other: type[JSONObject] = JSONObject,
) -> Decoder:
    """Return a decoder of objects whose member `tag` says which of the `variants` they are.

    An object with an unknown tag, or without one, is of the class `other`.
    """
    # By the exact type of the tag, too: `True` and `1.0` would be found as `1`.
    decoders = {(type(name), name): object_of(variant) for name, variant in variants.items()}
    decode_other = object_of(other)

    def decode(value: Any) -> Any:
        try:
            name = value[tag]
            decode_variant = decoders[type(name), name]
        except (KeyError, TypeError):  # an unknown tag, or none, or no object
            return decode_other(value)
        return decode_variant(value)

    return decode


def objects_in(value: object) -> list[dict[str, Any]]:
    """Return the JSON objects in what should be a list of them; nothing if it is not a list."""
    return [item for item in value if is_object(item)] if is_array(value) else []


@cache
def _names(model: type[JSONObject]) -> frozenset[str]:
    """Return the names that a class defines itself, which a member of that name would hide."""
    return frozenset(name for base in model.__mro__ for name in base.__dict__)


def _plain(value: Any) -> Any:
    if isinstance(value, JSONObject):
        return JSONObject.to_dict(value)
    if is_array(value) or isinstance(value, tuple):
        return [_plain(item) for item in cast("list[Any]", value)]
    if isinstance(value, Mapping):
        members = cast("Mapping[str, Any]", value)
        return {name: _plain(member) for name, member in members.items()}
    return value
