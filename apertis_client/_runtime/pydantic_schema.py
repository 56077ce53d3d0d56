"""What pydantic is told of models and of the dicts that they are made from, when it asks.

pydantic refuses a `typing.TypedDict` before Python 3.12, so the schemas of dicts are made here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from .json_object import JSONObject, OtherTag

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["as_sent", "for_pydantic", "model_schema"]

C = TypeVar("C")


def for_pydantic(typed_dict: type[C]) -> type[C]:
    """Let pydantic validate a `TypedDict`; members that it does not declare are kept."""

    def schema(_: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _dict_schema(typed_dict, handler)

    setattr(typed_dict, "__get_pydantic_core_schema__", schema)  # noqa: B010  not declared
    return typed_dict


def model_schema(
    model: type[Any], build: Callable[[Mapping[str, Any]], Any], handler: GetCoreSchemaHandler
) -> CoreSchema:
    """Return the schema of a model: an instance, or in lax mode the dict that it is made from.

    Args:
        model: The class of the instances.
        build: Makes an instance of a validated dict.
        handler: What pydantic gives to whoever describes a type.
    """
    from pydantic_core import core_schema

    instance = core_schema.is_instance_schema(model)
    twin = _twin(model)
    members: CoreSchema = core_schema.dict_schema(core_schema.str_schema())
    if twin is not None:
        members = handler.generate_schema(twin)
    made = core_schema.no_info_after_validator_function(build, members)
    return core_schema.json_or_python_schema(
        made,
        core_schema.lax_or_strict_schema(
            core_schema.union_schema([instance, made], mode="left_to_right"), instance
        ),
        serialization=_as_it_is(model),
    )


def as_sent(hint: Any) -> Any:
    """Return the type of what is sent, for pydantic: no dict becomes a model, and models stay.

    A dict that stands for a model is held against the dict that the model is made from: beside it
    in a union, or in its place where a type has the model alone. The model of what the spec does
    not know stands for dicts only if their tag is none that its union knows.
    """
    if _is_model(hint):
        return Annotated[hint, _AsSent(takes_dicts=True)]
    origin, members = get_origin(hint), get_args(hint)
    if origin is Annotated or not members or origin is Literal:
        return hint
    if origin in (Union, UnionType):
        return Union[tuple(_as_sent_beside(each, members) for each in members)]  # noqa: UP007
    return origin[tuple(map(as_sent, members))]


def _as_sent_beside(hint: Any, members: tuple[Any, ...]) -> Any:
    """Return `as_sent` for a member of a union."""
    if not _is_model(hint):
        return as_sent(hint)
    tag = next((name for name, kind in get_type_hints(hint).items() if kind == OtherTag), "")
    if not tag:
        return Annotated[hint, _AsSent(takes_dicts=not any(map(is_typeddict, members)))]
    kinds = [get_type_hints(each).get(tag) for each in members if isinstance(each, type)]
    known = frozenset(value for kind in kinds for value in _values(kind))
    return Annotated[hint, _AsSent(takes_dicts=True, tag=tag, known=known)]


def _values(kind: Any) -> tuple[Any, ...]:
    """Return the values of a literal, or of a union of them."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(value for each in get_args(kind) for value in _values(each))


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, JSONObject)


class _AsSent:
    """How pydantic validates a model where it is sent.

    Args:
        takes_dicts: Whether a dict may stand for the model.
        tag: The member that tells such dicts from others; empty where nothing has to.
        known: The values of it that are those of other models.
    """

    def __init__(
        self, *, takes_dicts: bool, tag: str = "", known: frozenset[str] = frozenset()
    ) -> None:
        self._takes_dicts = takes_dicts
        self._tag = tag
        self._known = known

    def __get_pydantic_core_schema__(
        self, model: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        instance = core_schema.is_instance_schema(
            model, metadata={"pydantic_js_functions": [_nothing]}, serialization=_as_it_is(model)
        )
        twin = _twin(model) if self._takes_dicts else None
        if twin is None:
            return instance
        other = core_schema.no_info_after_validator_function(
            self._other, handler.generate_schema(twin)
        )
        return core_schema.json_or_python_schema(
            other, core_schema.union_schema([instance, other]), serialization=_as_it_is(model)
        )

    def _other(self, members: dict[str, Any]) -> dict[str, Any]:
        if self._tag and members[self._tag] in self._known:
            raise ValueError(f"{self._tag} {members[self._tag]!r} has members of its own")
        return members


def _nothing(*_: object) -> Any:
    """Leave a model out of JSON schemas, which have its dict."""
    from pydantic_core import PydanticOmit

    raise PydanticOmit


def _as_it_is(model: type[Any]) -> Any:
    """Return how pydantic writes a model: servers do not keep to the spec."""
    from pydantic_core import core_schema

    return core_schema.wrap_serializer_function_ser_schema(
        lambda value, write: write(value.to_dict() if isinstance(value, model) else value),
        schema=core_schema.any_schema(),
    )


def _twin(model: type[Any]) -> type[Any] | None:
    """Return the `TypedDict` beside a model, or beside the class that it is derived from."""
    for base in model.__mro__:
        found = getattr(sys.modules[base.__module__], f"{base.__name__}Dict", None)
        if isinstance(found, type):
            return found
    return None


def _dict_schema(typed_dict: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
    from pydantic_core import core_schema

    ref = f"{typed_dict.__module__}.{typed_dict.__qualname__}:{id(typed_dict)}"
    under_way = _under_way.get()
    if ref in under_way:  # it contains itself
        return core_schema.definition_reference_schema(ref)
    reset = _under_way.set(under_way | {ref})
    try:
        return core_schema.typed_dict_schema(
            _fields(typed_dict, handler),
            cls_name=typed_dict.__name__,
            extra_behavior="allow",
            ref=ref,
        )
    finally:
        _under_way.reset(reset)


_under_way: ContextVar[frozenset[str]] = ContextVar("_under_way", default=frozenset())


def _fields(typed_dict: type[Any], handler: GetCoreSchemaHandler) -> dict[str, Any]:
    from pydantic.errors import PydanticSchemaGenerationError
    from pydantic_core import core_schema

    fields: dict[str, Any] = {}
    for name, hint in get_type_hints(typed_dict, include_extras=True).items():
        is_marked = get_origin(hint) in (Required, NotRequired)
        try:
            member = handler.generate_schema(as_sent(get_args(hint)[0] if is_marked else hint))
        except PydanticSchemaGenerationError:  # a file, which JSON cannot hold
            member = core_schema.any_schema()
        is_required = name in typed_dict.__required_keys__
        if is_marked:  # which Python does not see in annotations that are text
            is_required = get_origin(hint) is Required
        if not is_required:  # null is as good as nothing: messages of answers are full of them
            member = core_schema.nullable_schema(member)
        fields[name] = core_schema.typed_dict_field(member, required=is_required)
    return fields
