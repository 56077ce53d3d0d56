"""Compile a type of Python to a reader of JSON text; pydantic reads the text.

The strict schema, which asks a model for such text, is made of the same pydantic type.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any, cast, get_origin

import attrs

from apertis_client._runtime.json_text import without_halves

from .._importing import importing
from .adapted_types import translate_errors
from .strict_schema import make_strict

__all__ = ["compile_type"]


def compile_type(
    type_: Any, place: str, argument: str = "response_format"
) -> tuple[Callable[[str], Any], dict[str, Any]]:
    """Compile a type to a function that reads JSON text as a value of it, and to its strict schema.

    The function raises a `ValueError`, mostly that of pydantic, where the text does not fit. Of
    halves of surrogate pairs, which pydantic refuses, it makes U+FFFD. `argument` is what the type
    was given as, for a message.

    Raises:
        TypeError: pydantic does not take the type, or a strict schema cannot express it; the
            message begins with `place` where it is about the root.
    """
    with importing:
        from pydantic import RootModel, TypeAdapter, create_model

        from .json_schema import make_json_schema

    if _is_instance(type_):
        name = type(type_).__name__
        came = {"str": "text", "dict": "a dict"}.get(name, f"an instance of {name}")
        if inspect.isroutine(type_):
            came = f"the function {type_.__name__}"
        raise TypeError(
            f"{argument} must be a type (a pydantic model, a dataclass, list[...]), not {came}"
        )
    with translate_errors(place):
        adapter: TypeAdapter[Any] = TypeAdapter(type_)
        adapter.rebuild(raise_errors=True)  # where a name is not defined, says which
        root: Any = None
        if get_origin(type_) is Annotated:
            # Errors would be about "function-after[...]"; those of a model have its name.
            root = create_model(place, __base__=RootModel, root=(type_, ...))
        schema = make_json_schema(adapter, place)
    strict = make_strict(schema, name=place)

    def validate(text: str) -> Any:
        return adapter.validate_json(text) if root is None else root.model_validate_json(text).root

    def read(text: str) -> Any:
        try:
            return validate(text)
        except ValueError:
            if (readable := without_halves(text)) != text:
                return read(readable)
            raise
        except Exception as error:  # from validators and constructors, which pydantic lets pass
            raise ValueError(f"{type(error).__name__}: {error}") from error

    return read, strict


def _is_instance(value: Any) -> bool:
    """Return whether what was given for a type is a value of one."""
    with importing:
        from pydantic import BaseModel

    if isinstance(value, (str, bytes, int, float, Mapping, list, tuple, set, BaseModel)):
        return True
    if inspect.isroutine(value):  # of which pydantic would make a call
        return True
    cls = cast("Any", type(value))
    return dataclasses.is_dataclass(cls) or attrs.has(cls)
