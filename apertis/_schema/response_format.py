"""Structured output: from a type of Python to the `response_format` that asks for it, and back.

pydantic does the reading.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Generic, NoReturn, TypeVar, cast, get_origin, overload

import attrs

from apertis_client._runtime.json_object import is_object

from .adapted_types import (
    Member,
    adapted,
    docstring,
    is_plain_dataclass,
    model_of,
    refusing,
    shown,
)
from .strict_schema import strict_schema

__all__ = ["ResponseFormat", "compiled", "require_pydantic", "valid_name"]

T = TypeVar("T")
U = TypeVar("U")

# Under this name stands what is no object: structured output is an object at its root.
_VALUE: Final = "value"


def require_pydantic() -> None:
    """Load pydantic, or raise an `ImportError` that says how to get it."""
    try:
        import pydantic
    except ImportError as error:
        raise ImportError(f"this needs pydantic, which cannot be loaded: {_INSTALL}") from error
    if pydantic.VERSION.startswith("1."):
        raise ImportError(f"this needs pydantic 2, and {pydantic.VERSION} is there: {_INSTALL}")


_INSTALL: Final = 'pip install "apertis[pydantic]"'


class ResponseFormat(Generic[T]):
    """What asks a model for a `T`, and reads its answer as one.

    `T` is a pydantic model, a dataclass, an attrs class, a `TypedDict`, or any other type that
    `pydantic.TypeAdapter` takes and a strict schema can express. A `T` that is no object (a list,
    a union, a number) travels inside of one, as its only property.

    Attributes:
        type: The type.
        shown: The type as its user writes it, for messages: ``list[Item]``.
        name: Name of the schema: that of the type, with ``_`` for what a name may not hold.
        param: The value of `response_format`. It is shared: not to be changed.
        wrapped: Whether the value travels inside of an object of ours.

    Raises:
        TypeError: pydantic does not take the type, or a strict schema cannot express it.
        ImportError: pydantic is not installed.
    """

    __slots__ = ("_parse", "name", "param", "shown", "type", "wrapped")

    @overload
    def __init__(self, type_: type[T]) -> None: ...
    @overload
    def __init__(self: ResponseFormat[Any], type_: Any) -> None: ...
    def __init__(self, type_: Any) -> None:
        require_pydantic()
        self.type = type_
        self.shown: str = shown(type_)
        self.name: str = _name(self.shown)
        known = adapted(type_)
        self._parse, schema = compiled(known, self.shown)
        self.wrapped: bool = schema.get("type") != "object"
        if self.wrapped:
            model = model_of(self.shown, [Member(_VALUE, known)])
            self._parse, schema = compiled(model, self.shown)
        # Before 2.12, pydantic overlooks the docstrings of dataclasses.
        doc = docstring(type_) if is_plain_dataclass(type_) else None
        description = schema.pop("description", doc)
        self.param: dict[str, Any] = {
            "type": "json_schema",
            "json_schema": {
                "name": self.name,
                **({"description": description} if description else {}),
                "schema": schema,
                "strict": True,
            },
        }

    @overload
    @staticmethod
    def of(type_: type[U]) -> ResponseFormat[U]: ...
    @overload
    @staticmethod
    def of(type_: Any) -> ResponseFormat[Any]: ...
    @staticmethod
    def of(type_: Any) -> ResponseFormat[Any]:
        """Return the format for a type, made once for each type that can be hashed."""
        try:
            hash(type_)
        except TypeError:
            return ResponseFormat(type_)
        # Unions that differ in their order are equal, and their schemas are not.
        return _cached(type_, repr(type_))

    def parse(self, text: str) -> T:
        """Return the JSON `text` of an answer as a `T`.

        Raises:
            ValueError: it is no JSON, or no `T`.
        """
        value = self._parse(text)
        return cast("T", getattr(value, _VALUE) if self.wrapped else value)

    def unwrapped(self, partial: Any) -> Any:
        """Return plain JSON as it is to be shown: what our object holds; None before it does."""
        if not self.wrapped:
            return partial
        return partial.get(_VALUE) if is_object(partial) else None

    def __repr__(self) -> str:
        return f"ResponseFormat({self.shown})"


@functools.lru_cache(maxsize=512)
def _cached(type_: Any, _shown: str) -> ResponseFormat[Any]:
    return ResponseFormat(type_)


def compiled(type_: Any, place: str) -> tuple[Callable[[str], Any], dict[str, Any]]:
    """Return what reads JSON text as a type, and the strict schema of the type.

    The reader raises a `ValueError`, most often that of pydantic, where the text does not fit.

    Raises:
        TypeError: pydantic does not take the type, or a strict schema cannot express it; the
            message begins with `place` where it is about the root.
    """
    from pydantic import RootModel, TypeAdapter, create_model
    from pydantic.json_schema import GenerateJsonSchema

    class JSONSchema(GenerateJsonSchema):
        # A default that has no JSON is left to the constructor to fill in.
        ignored_warning_kinds: set[Any] = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012

        def generator_schema(self, schema: Any) -> NoReturn:  # noqa: ARG002
            raise TypeError(f"{place} has an Iterable, which is read too late: make it a list")

        def dataclass_args_schema(self, schema: Any) -> dict[str, Any]:
            # pydantic lists what a constructor does not take, and refuses it when it comes.
            fields = [field for field in schema["fields"] if field.get("init", True)]
            schema = {**schema, "fields": fields}
            return super().dataclass_args_schema(schema)

    if _is_instance(type_):
        name = type(type_).__name__
        came = {"str": "text", "dict": "a dict"}.get(name, f"an instance of {name}")
        raise TypeError(f"expected a type (a pydantic model, a dataclass, list[...]), not {came}")
    with refusing(place):
        adapter: TypeAdapter[Any] = TypeAdapter(type_)
        adapter.rebuild(raise_errors=True)  # where a name is not defined, says which
        # Errors would be about "function-after[...]"; those of a model have its name.
        is_nameless = get_origin(type_) is Annotated
        root: Any = None
        if is_nameless:
            root = create_model(place, __base__=RootModel, root=(type_, ...))
        schema = adapter.json_schema(schema_generator=JSONSchema)
    strict = strict_schema(schema, name=place)

    def read(text: str) -> Any:
        try:
            if root is None:
                return adapter.validate_json(text)
            return root.model_validate_json(text).root
        except ValueError:
            raise
        except Exception as error:  # which pydantic hands on, from validators and constructors
            raise ValueError(f"{type(error).__name__}: {error}") from error

    return read, strict


def _is_instance(value: Any) -> bool:
    """Return whether what was given for a type is a value of one."""
    from pydantic import BaseModel

    if isinstance(value, (str, bytes, Mapping, list, tuple, BaseModel)):
        return True
    cls = cast("Any", type(value))
    return dataclasses.is_dataclass(cls) or attrs.has(cls)


def valid_name(name: str) -> bool:
    """Return whether the API takes `name` for a schema or a function."""
    return re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name) is not None


def _name(shown: str) -> str:
    name = re.sub(r"[^a-zA-Z0-9_-]+", "_", shown).strip("_")
    return name[:64] or "answer"
