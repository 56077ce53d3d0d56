"""What the text of each completion of a run has to fit: a type, or a JSON schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apertis_client._runtime.json_object import JSONObject, is_object
from apertis_client._runtime.json_text import loads

from .._errors.tree import ConfigurationError
from .._importing import importing
from .._schema.response_format import ResponseFormat

__all__ = ["SchemaFormat", "output_format"]


class SchemaFormat:
    """Checks texts against the JSON schema in a ``response_format`` of the API.

    Attributes:
        param: The value of `response_format`.

    Raises:
        ConfigurationError: the schema is not valid.
        ImportError: jsonschema is not installed.
    """

    def __init__(self, param: Mapping[str, Any], schema: Any) -> None:
        try:
            with importing:
                from jsonschema import SchemaError, validators
                from referencing.exceptions import Unresolvable
        except ImportError:
            raise ImportError(
                "checking answers against a JSON schema needs jsonschema:"
                " pip install 'apertis[cli]'"
            ) from None
        self.param = param
        kind: Any = validators.validator_for(schema)
        try:
            kind.check_schema(schema)
        except SchemaError as error:
            raise ConfigurationError(f"the JSON schema is not valid: {error.message}") from None
        self._validator = kind(schema)
        self._unresolvable = Unresolvable

    def parse(self, text: str) -> Any:
        """Return the JSON value of a text; raises `ValueError` where it does not fit."""
        value = loads(text)
        if fault := self.fault(value):
            raise ValueError(f"at {fault}")
        return value

    def fault(self, value: Any) -> str | None:
        """Return where a value does not fit, and why; None where it fits.

        Raises:
            ValueError: the schema has a reference that leads nowhere.
        """
        try:
            found: Any = next(self._validator.iter_errors(value), None)
        except self._unresolvable as error:  # which is found only where it is needed
            raise ValueError(f"the JSON schema has a $ref that leads nowhere: {error}") from None
        return None if found is None else f"{found.json_path}: {found.message}"

    def unwrapped(self, partial: Any) -> Any:
        """Return the part of a JSON value that the application asked for: all of it."""
        return partial


def output_format(response_format: Any) -> ResponseFormat[Any] | SchemaFormat | None:
    """Return what parses the texts of answers to a `response_format`; None where nothing does.

    Raises:
        ConfigurationError: the JSON schema is not valid.
        ImportError: a library that checks is not installed.
        TypeError: there is no strict schema for a type.
    """
    if isinstance(response_format, JSONObject):
        response_format = response_format.to_dict()
    if response_format is None:
        return None
    if not is_object(response_format):
        return ResponseFormat.of(response_format)
    definition = response_format.get("json_schema")
    schema = definition.get("schema") if is_object(definition) else None
    return None if schema is None else SchemaFormat(response_format, schema)
