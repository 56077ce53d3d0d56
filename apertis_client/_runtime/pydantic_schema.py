"""What pydantic is told of models and of the dicts that they are made from, when it asks.

pydantic refuses a `typing.TypedDict` before Python 3.12, so the schemas of dicts are made here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import (
    TYPE_CHECKING,
    Any,
    NotRequired,
    Required,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

from .pydantic_union import as_what_it_is, twin_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["for_pydantic", "model_schema"]

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
    twin = twin_of(model)
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
            member = handler.generate_schema(
                as_what_it_is(get_args(hint)[0] if is_marked else hint)
            )
        except PydanticSchemaGenerationError:  # a file, which JSON cannot hold
            member = core_schema.any_schema()
        is_required = name in typed_dict.__required_keys__
        if is_marked:  # which Python does not see in annotations that are text
            is_required = get_origin(hint) is Required
        if not is_required:  # null is as good as nothing: messages of answers are full of them
            member = core_schema.nullable_schema(member)
        fields[name] = core_schema.typed_dict_field(member, required=is_required)
    return fields
