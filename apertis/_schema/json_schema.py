"""The JSON schema of a type, with what pydantic leaves out of its schemas.

This module loads pydantic, and is loaded when it is needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticOmit, SchemaValidator, ValidationError, to_jsonable_python

from .bounds import say_contradiction
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
_DIGITS: Final = {"max_digits": "x-max-digits", "decimal_places": "x-decimal-places"}
_LIMITS: Final = {**_BOUNDS, **_DIGITS, "multiple_of": "multipleOf", "now_op": "x-moment"}
# What pydantic writes beside a choice, and what it means by the type of what is chosen.
_OF_CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    **{
        name: dict.fromkeys(("integer", "number"), _LIMITS[name])
        for name in (*_BOUNDS, "multiple_of")
    },
    "minLength": {"string": "minLength", "array": "minItems"},
    "maxLength": {"string": "maxLength", "array": "maxItems"},
}
_FLAGS: Final = {
    "a": re.ASCII,
    "i": re.IGNORECASE,
    "m": re.MULTILINE,
    "s": re.DOTALL,
    "x": re.VERBOSE,
}
_DATE: Final = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
_DECIMAL: Final = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}


def make_json_schema(adapter: TypeAdapter[Any], place: str) -> dict[str, Any]:
    """Return the JSON schema of a type; `REFUSED` marks what a strict schema cannot express.

    Raises:
        TypeError: the type as a whole has none; the message begins with `place`.
    """
    try:
        return adapter.json_schema(schema_generator=_JSONSchema)
    except PydanticOmit:
        raise TypeError(f"{place} cannot become a schema: it has a SkipJsonSchema") from None


class _JSONSchema(GenerateJsonSchema):
    # The constructor fills in a default that cannot be written as JSON.
    ignored_warning_kinds: set[Any] = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012

    def generator_schema(self, schema: Any) -> dict[str, Any]:  # noqa: ARG002
        return {REFUSED: "is an Iterable, whose items are checked too late: make it a list"}

    def generate_inner(self, schema: Any) -> dict[str, Any]:
        contradiction = say_contradiction(schema)
        if contradiction:
            return {REFUSED: contradiction}
        return _with_bounds_inside(super().generate_inner(schema))

    def enum_schema(self, schema: Any) -> dict[str, Any]:
        return _without_unread(super().enum_schema(schema), schema)

    def literal_schema(self, schema: Any) -> dict[str, Any]:
        return _without_unread(super().literal_schema(schema), schema)

    def str_schema(self, schema: Any) -> dict[str, Any]:
        made = super().str_schema(schema)
        pattern = schema.get("pattern")
        if isinstance(pattern, re.Pattern):
            made["pattern"] = _with_flags(cast("re.Pattern[str]", pattern))
        return made

    def date_schema(self, schema: Any) -> dict[str, Any]:
        return {**super().date_schema(schema), **_limits(schema)}

    def timedelta_schema(self, schema: Any) -> dict[str, Any]:
        return {**super().timedelta_schema(schema), **_limits(schema)}

    def datetime_schema(self, schema: Any) -> dict[str, Any]:
        made = super().datetime_schema(schema)
        return {**_without_offset(made, schema, f"^{_DATE}T{_TIME}$"), **_limits(schema)}

    def time_schema(self, schema: Any) -> dict[str, Any]:
        made = super().time_schema(schema)
        return {**_without_offset(made, schema, f"^{_TIME}$"), **_limits(schema)}

    def decimal_schema(self, schema: Any) -> dict[str, Any]:
        number = super().decimal_schema(schema)["anyOf"][0]
        said = _limits(schema)
        digits = {keyword: said[keyword] for keyword in _DIGITS.values() if keyword in said}
        return {"anyOf": [{**number, **digits}, {**_DECIMAL, **said}]}

    def model_fields_schema(self, schema: Any) -> dict[str, Any]:
        return self._with_unread(super().model_fields_schema(schema), schema["fields"])

    def typed_dict_schema(self, schema: Any) -> dict[str, Any]:
        return self._with_unread(super().typed_dict_schema(schema), schema["fields"])

    def dataclass_args_schema(self, schema: Any) -> dict[str, Any]:
        # pydantic lists what a constructor does not take, and refuses it when it comes.
        fields = [field for field in schema["fields"] if field.get("init", True)]
        made = super().dataclass_args_schema(cast("Any", {**schema, "fields": fields}))
        return self._with_unread(made, {field["name"]: field for field in fields})

    def _with_unread(self, made: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
        required = {name for name in fields if self.field_is_required(fields[name], total=False)}
        return {**made, "properties": _with_unread(made["properties"], fields, required)}


def _limits(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        keyword: to_jsonable_python(schema[name])
        for name, keyword in _LIMITS.items()
        if name in schema
    }


def _with_bounds_inside(made: dict[str, Any]) -> dict[str, Any]:
    """Return a choice that pydantic wrote bounds beside as a choice of what is within them."""
    bounds = {name: made[name] for name in _OF_CHOICES if name in made}
    if "anyOf" not in made or not bounds:
        return made
    options: list[dict[str, Any]] = []
    for option in made["anyOf"]:
        keywords = {name: _OF_CHOICES[name].get(option.get("type")) for name in bounds}
        inside = {keyword: bounds[name] for name, keyword in keywords.items() if keyword}
        options.append(_with_bounds_inside({**option, **(bounds if "anyOf" in option else inside)}))
    return {**{name: made[name] for name in made if name not in bounds}, "anyOf": options}


def _with_flags(pattern: re.Pattern[str]) -> str:
    """Return a compiled pattern as text, with the flags that it was compiled with."""
    flags = "".join(letter for letter, flag in _FLAGS.items() if pattern.flags & flag)
    text = re.sub(r"^\(\?[a-z]+\)", "", pattern.pattern)
    return f"(?{flags}){text}" if flags else text


def _without_unread(made: dict[str, Any], schema: Any) -> dict[str, Any]:
    """Mark a choice of which a value is not read again from the JSON that is asked for."""
    values = made["enum"] if "enum" in made else [made["const"]]
    if not values:
        return made
    validator = SchemaValidator(schema)
    for value in values:
        try:
            validator.validate_json(json.dumps(value))
        except ValidationError as error:
            reason = error.errors(include_url=False)[0]["msg"]
            return {REFUSED: f"has a value that cannot be read from JSON: {reason}"}
    return made


def _without_offset(made: dict[str, Any], schema: Any, pattern: str) -> dict[str, Any]:
    # The formats of JSON Schema have an offset, which is refused here.
    if schema.get("tz_constraint") != "naive":
        return made
    return {"type": "string", "pattern": pattern, "format": f"local {made['format']}"}


def _with_unread(
    properties: dict[str, Any], fields: Mapping[str, Any], required: set[str]
) -> dict[str, Any]:
    """Return properties, with those marked that are read from another place, or from none."""
    marked = dict(properties)
    for name, field in fields.items():
        alias = field.get("validation_alias", name)
        alias = [alias] if isinstance(alias, str) else alias
        paths: Any = alias if isinstance(alias[0], list) else [alias]
        if any(len(path) > 1 for path in paths):
            marked[name] = {REFUSED: "is read by a path (AliasPath)"}
        elif name in required and not properties.keys() & {name, *(path[0] for path in paths)}:
            marked[name] = {REFUSED: "is required and left out (SkipJsonSchema)"}
    return marked
