"""The JSON schema of a type, with what pydantic leaves out of the one that it makes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NoReturn

from .strict_schema import REFUSED

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["make_json_schema"]

_BOUNDS: Final = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
}
_LIMITS: Final = {
    "now_op": "x-moment",
    "max_digits": "x-max-digits",
    "decimal_places": "x-decimal-places",
}
_DATE: Final = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
_DECIMAL: Final = r"^-?[0-9]+(\.[0-9]+)?$"


def make_json_schema(adapter: TypeAdapter[Any], place: str) -> dict[str, Any]:
    """Return the JSON schema of a type; what it cannot express is marked by `REFUSED`.

    Raises:
        TypeError: the type as a whole has none; the message begins with `place`.
    """
    from pydantic.json_schema import GenerateJsonSchema
    from pydantic_core import PydanticOmit, to_jsonable_python

    class JSONSchema(GenerateJsonSchema):
        # A default that has no JSON is left to the constructor to fill in.
        ignored_warning_kinds: set[Any] = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012

        def generator_schema(self, schema: Any) -> NoReturn:  # noqa: ARG002
            raise TypeError(f"{place} has an Iterable, which is read too late: make it a list")

        def enum_schema(self, schema: Any) -> dict[str, Any]:
            return _without_unread(super().enum_schema(schema), schema)

        def literal_schema(self, schema: Any) -> dict[str, Any]:
            return _without_unread(super().literal_schema(schema), schema)

        def date_schema(self, schema: Any) -> dict[str, Any]:
            return {**super().date_schema(schema), **limits(schema)}

        def timedelta_schema(self, schema: Any) -> dict[str, Any]:
            return {**super().timedelta_schema(schema), **limits(schema)}

        def datetime_schema(self, schema: Any) -> dict[str, Any]:
            made = super().datetime_schema(schema)
            return {**_without_offset(made, schema, f"^{_DATE}T{_TIME}$"), **limits(schema)}

        def time_schema(self, schema: Any) -> dict[str, Any]:
            made = super().time_schema(schema)
            return {**_without_offset(made, schema, f"^{_TIME}$"), **limits(schema)}

        def decimal_schema(self, schema: Any) -> dict[str, Any]:
            number = self.float_schema({**schema, "type": "float"})
            text = {"type": "string", "pattern": _DECIMAL, **limits(schema)}
            digits = {keyword: text[keyword] for keyword in _LIMITS.values() if keyword in text}
            return {"anyOf": [{**number, **digits}, text]}

        def model_fields_schema(self, schema: Any) -> dict[str, Any]:
            return self._with_unread(super().model_fields_schema(schema), schema["fields"])

        def typed_dict_schema(self, schema: Any) -> dict[str, Any]:
            return self._with_unread(super().typed_dict_schema(schema), schema["fields"])

        def dataclass_args_schema(self, schema: Any) -> dict[str, Any]:
            # pydantic lists what a constructor does not take, and refuses it when it comes.
            fields = [field for field in schema["fields"] if field.get("init", True)]
            made = super().dataclass_args_schema({**schema, "fields": fields})
            return self._with_unread(made, {field["name"]: field for field in fields})

        def _with_unread(self, made: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
            required = {name for name in fields if self.field_is_required(fields[name], total=False)}
            return {**made, "properties": _with_unread(made["properties"], fields, required)}

    def limits(schema: Mapping[str, Any]) -> dict[str, Any]:
        keywords = {**_BOUNDS, **_LIMITS}
        return {
            keyword: to_jsonable_python(schema[name])
            for name, keyword in keywords.items()
            if name in schema
        }

    try:
        return adapter.json_schema(schema_generator=JSONSchema)
    except PydanticOmit:
        raise TypeError(f"{place} cannot become a schema: it has a SkipJsonSchema") from None


def _without_unread(made: dict[str, Any], schema: Any) -> dict[str, Any]:
    """Mark a choice of which a value is not read again from the JSON that is sent for it."""
    from pydantic_core import SchemaValidator, ValidationError

    validator = SchemaValidator(schema)
    for value in made["enum"] if "enum" in made else [made["const"]]:
        try:
            validator.validate_json(json.dumps(value))
        except ValidationError as error:
            expected = error.errors(include_url=False)[0]["msg"]
            return {REFUSED: f"has the value {value!r} to choose, which is not read ({expected})"}
    return made


def _without_offset(made: dict[str, Any], schema: Any, pattern: str) -> dict[str, Any]:
    # The formats of JSON Schema have an offset, which is refused here.
    naive = schema.get("tz_constraint") == "naive"
    return {"type": "string", "pattern": pattern} if naive else made


def _with_unread(
    properties: dict[str, Any], fields: Mapping[str, Any], required: set[str]
) -> dict[str, Any]:
    """Return properties, with those marked that are read from another place, or from none."""
    marked = dict(properties)
    for name, field in fields.items():
        alias = field.get("validation_alias", name)
        paths: list[list[Any]] = alias if isinstance(alias, list) else [[alias]]
        if any(len(path) > 1 for path in paths):
            marked[name] = {REFUSED: "is read by a path (AliasPath)"}
        elif name in required and not properties.keys() & {name, *(path[0] for path in paths)}:
            marked[name] = {REFUSED: "is required and left out (SkipJsonSchema)"}
    return marked
