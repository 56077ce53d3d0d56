"""Declares a model: a class whose annotations are the members of a JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar, dataclass_transform

from .importing import importing
from .json_object import Decoder, JSONObject, Member, MemberDecoders

__all__ = ["model", "promised", "set_decoders"]

J = TypeVar("J", bound=JSONObject)

_REQUIRED: Final = Member(is_required=True, is_promised=True)
_PROMISED: Final = Member(is_promised=True)


def promised(*, default: None) -> Any:  # noqa: ARG001  read by type checkers
    """Declare a member that is typed as always there, though a server may leave it out."""
    return _PROMISED


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(promised,))
def model(cls: type[J]) -> type[J]:
    """Make a class of JSON objects an attrs class, whose annotations declare the members.

    What attrs adds, mainly the constructor, is made when it is first used: responses are decoded
    without it, and making it for every class of a response takes longer than a call.
    """
    cls.__json_members__ = {name: _declared(cls, name) for name in cls.__annotations__}
    cls.__json_decoders__ = MemberDecoders(cls.__json_members__, cls.__annotations__)
    for name in cls.__json_members__:
        # An absent member is found on the class, so nothing is stored for it.
        setattr(cls, name, cls.__json_lazy__.get(name))
    for name in ("__init__", "__attrs_attrs__"):
        setattr(cls, name, _FromAttrs(cls, name))
    return cls


def set_decoders(
    model: type[JSONObject],
    *,
    texts: Mapping[str, Decoder] | None = None,
    nested: Mapping[str, Decoder] | None = None,
) -> None:
    """Say how the members of a model are decoded whose JSON value is not kept as it is.

    Args:
        model: The class whose members they are.
        texts: Decoders of members that are usually text.
        nested: Decoders of the others.
    """
    decoders = model.__json_decoders__
    nested = nested or {}
    is_never_plain = not decoders.promised.isdisjoint(nested)
    decoders.is_plain = None if is_never_plain else decoders.known.difference(nested).issuperset
    decoders.texts = tuple((texts or {}).items())
    decoders.nested = tuple(nested.items())


def _declared(cls: type[JSONObject], name: str) -> Member:
    default = cls.__dict__.get(name, _REQUIRED)
    return default if isinstance(default, Member) else Member(default)


class _FromAttrs:
    """A descriptor in place of an attribute that attrs has not made yet."""

    def __init__(self, model: type[JSONObject], name: str) -> None:
        self._model = model
        self._name = name

    def __get__(self, instance: JSONObject | None, owner: type[JSONObject]) -> Any:
        # No lock, which a fork could leave locked; if two threads make it, the results are equal.
        if isinstance(self._model.__dict__[self._name], _FromAttrs):
            _define(self._model)
        # Looked up on the model: a derived class may override the name and call this one.
        made = self._model.__dict__[self._name]
        return made.__get__(instance, owner) if hasattr(made, "__get__") else made


def _define(model: type[JSONObject]) -> None:
    with importing:
        import attrs

    # Each has an alias, or attrs would leave out an underscore at the start of its name.
    members: dict[str, Any] = {
        name: attrs.field(
            default=attrs.NOTHING if member.is_required else member.default, alias=name
        )
        for name, member in model.__json_members__.items()
    }
    attrs.define(model, these=members, init=True, kw_only=True, slots=False, eq=False, repr=False)
