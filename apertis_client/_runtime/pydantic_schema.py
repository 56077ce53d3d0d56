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
    Never,
    NotRequired,
    Required,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["beside_dicts", "for_pydantic", "model_schema"]

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
        # Written as it is, for servers do not keep to the spec; its JSON schema is that of `made`.
        serialization=core_schema.wrap_serializer_function_ser_schema(
            lambda value, write: write(value.to_dict() if isinstance(value, model) else value),
            schema=core_schema.any_schema(),
        ),
    )


def beside_dicts(hint: Any) -> Any:
    """Return a type in which a dict stays one: its unions take models as instances only.

    Otherwise a model without required members would take whatever no dict of the union takes.
    """
    args = get_args(hint)
    if not args or get_origin(hint) in (Annotated, Literal):
        return hint
    inner = tuple(map(beside_dicts, args))
    if get_origin(hint) not in (Union, UnionType):
        return get_origin(hint)[inner]
    dicts = tuple(filter(is_typeddict, args))
    if dicts:
        marker = _Instance(dicts)
        inner = tuple(
            Annotated[each, marker] if hasattr(each, "__json_members__") else each for each in inner
        )
    return Union[inner]  # noqa: UP007  of types that are known at run time only


class _Instance:
    """Marks a model in a union with the `TypedDict`s that take the dicts.

    That of types that the spec does not know also takes a dict, which stays one, if its type is
    none of those that the spec knows.
    """

    def __init__(self, dicts: tuple[Any, ...]) -> None:
        self._dicts = dicts

    def __get_pydantic_core_schema__(
        self, model: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        instance = core_schema.json_or_python_schema(
            core_schema.no_info_plain_validator_function(_refuse),
            core_schema.is_instance_schema(model),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.to_dict() if isinstance(value, model) else value
            ),
            metadata={"pydantic_js_functions": [_leave_out]},
        )
        tags = [name for name, kind in model.__annotations__.items() if kind == "OtherTag"]
        twin = _twin(model)
        if not tags or twin is None:
            return instance
        tag = tags[0]
        known = {each for d in self._dicts for each in get_args(get_type_hints(d).get(tag))}

        def check(value: dict[str, Any]) -> dict[str, Any]:
            if value[tag] in known:
                raise ValueError(f"it is not what {value[tag]!r} needs")
            return value

        other = core_schema.no_info_after_validator_function(check, handler.generate_schema(twin))
        return core_schema.union_schema([instance, other])


def _refuse(_: object) -> Never:
    raise ValueError("JSON holds no instances")


def _leave_out(*_: object) -> Never:
    from pydantic_core import PydanticOmit

    raise PydanticOmit  # a JSON schema is one of dicts


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
            member = handler.generate_schema(beside_dicts(get_args(hint)[0] if is_marked else hint))
        except PydanticSchemaGenerationError:  # a file, which JSON cannot hold
            member = core_schema.any_schema()
        is_required = name in typed_dict.__required_keys__
        if is_marked:  # which Python does not see in annotations that are text
            is_required = get_origin(hint) is Required
        if not is_required:  # null is as good as nothing: messages of answers are full of them
            member = core_schema.nullable_schema(member)
        fields[name] = core_schema.typed_dict_field(member, required=is_required)
    return fields
