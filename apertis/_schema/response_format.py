"""The `response_format` that asks for a type of Python, and the reading of the answer to it."""

from __future__ import annotations

import functools
import re
from typing import Any, Final, Generic, TypeVar, cast

from apertis_client._runtime.json_object import is_object

from .._importing import require_pydantic
from .adapted_types import (
    Member,
    adapt_type,
    get_docstring,
    is_plain_dataclass,
    make_model,
    type_name,
)
from .compile import compile_type

__all__ = ["ResponseFormat"]

T = TypeVar("T")

# The root of structured output is an object; any other value is this property of one.
_VALUE: Final = "value"


class ResponseFormat(Generic[T]):
    """What asks a model for a `T`, and reads its answer as one.

    `T` is a pydantic model, a dataclass, an attrs class, a `TypedDict`, or any other type that
    `pydantic.TypeAdapter` takes and a strict schema can express. A `T` that is not an object (a
    list, a union, a number) is sent inside one, as its only property.

    Attributes:
        type_name: The type as its user writes it, for messages: ``list[Item]``.
        name: Name of the schema: that of the type, with ``_`` for what a name may not hold.
        param: The value of `response_format`. It is shared: do not change it.
        is_wrapped: Whether the value is sent inside an object.

    Raises:
        TypeError: pydantic does not take the type, or a strict schema cannot express it.
        ImportError: pydantic is not installed.
    """

    __slots__ = ("_parse", "is_wrapped", "name", "param", "type_name")

    def __init__(self, type_: Any, argument: str = "response_format") -> None:
        require_pydantic()
        self.type_name: str = type_name(type_)
        self.name: str = _schema_name(self.type_name)
        known = adapt_type(type_)
        self._parse, schema = compile_type(known, self.type_name, argument)
        self.is_wrapped: bool = schema.get("type") != "object"
        if self.is_wrapped:
            model = make_model(self.type_name, [Member(_VALUE, known)])
            self._parse, schema = compile_type(model, self.type_name)
        # Before 2.12, pydantic overlooks the docstrings of dataclasses.
        doc = get_docstring(type_) if is_plain_dataclass(type_) else None
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

    @staticmethod
    def of(type_: Any, argument: str = "response_format") -> ResponseFormat[Any]:
        """Return the format for a type, made once for each type that can be hashed.

        `argument` is what the type was given as, for a message.
        """
        try:
            hash(type_)
        except TypeError:
            return ResponseFormat(type_, argument)
        # Unions that differ in their order are equal, and their schemas are not.
        return _cached(type_, repr(type_), argument)

    def parse(self, text: str) -> T:
        """Return the JSON `text` of an answer as a `T`.

        Raises:
            ValueError: it is not JSON, or not a `T`.
        """
        value = self._parse(text)
        return cast("T", getattr(value, _VALUE) if self.is_wrapped else value)

    def unwrapped(self, partial: Any) -> Any:
        """Return the part of decoded JSON, whole or not, that is the value; None before it came."""
        if not self.is_wrapped:
            return partial
        return partial.get(_VALUE) if is_object(partial) else None

    def __repr__(self) -> str:
        return f"ResponseFormat({self.type_name})"


@functools.lru_cache(maxsize=512)
def _cached(type_: Any, _written: str, argument: str) -> ResponseFormat[Any]:
    return ResponseFormat(type_, argument)


def _schema_name(name: str) -> str:
    name = re.sub(r"[^a-zA-Z0-9_-]+", "_", name).strip("_")
    return name[:64] or "answer"
