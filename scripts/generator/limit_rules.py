"""The rules for limits: one value at least lies within them, and a default does."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .places import Broken, Place
from .schemas import Schemas
from .spec import Schema, ref_name

__all__ = ["broken_defaults", "broken_limits"]

LIMITED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), ("integer", "number")),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), ("integer", "number")),
    **dict.fromkeys(("minLength", "maxLength", "pattern"), ("string",)),
    **dict.fromkeys(("minItems", "maxItems"), ("array",)),
    **dict.fromkeys(("minProperties", "maxProperties"), ("object",)),
}
# A lower limit, an upper one, and whether both may be the same number.
RANGES = (
    ("minimum", "maximum", True),
    ("minimum", "exclusiveMaximum", False),
    ("exclusiveMinimum", "maximum", False),
    ("exclusiveMinimum", "exclusiveMaximum", False),
    ("minLength", "maxLength", True),
    ("minItems", "maxItems", True),
    ("minProperties", "maxProperties", True),
)
PYTHON_TYPES: Mapping[str, set[type]] = {
    "string": {str},
    "integer": {int},
    "number": {int, float},
    "boolean": {bool},
    "null": {type(None)},
}


def broken_limits(place: Place, schema: Schema) -> Iterator[Broken]:
    """Yield each limit that belongs to another type, or that no value keeps."""
    named = schema.get("type", [])
    types = {named} if isinstance(named, str) else {*named}
    for name in LIMITED.keys() & schema.keys():
        value, allowed = schema[name], LIMITED[name]
        if not types & {*allowed}:
            yield Broken((*place, name), f"belongs to a type: {' or '.join(allowed)}", 7)
        if isinstance(value, float) and not math.isfinite(value):
            yield Broken((*place, name), "must be a finite number", 7)
        elif name.startswith(("min", "max")) and "imum" not in name and value < 0:
            yield Broken((*place, name), "must be 0 or more", 7)
    if schema.get("multipleOf", 1) <= 0:
        yield Broken((*place, "multipleOf"), "must be more than 0", 7)
    for low, high, may_meet in RANGES:
        if low in schema and high in schema:
            least, most = schema[low], schema[high]
            if least > most or (least == most and not may_meet):
                yield Broken((*place, low), f"no value is within {least} and {most} ({high})", 7)


def broken_defaults(schemas: Schemas, place: Place, schema: Schema) -> Iterator[Broken]:
    """Yield each default that is no value of its property."""
    variants = schemas.variants(schema)
    known = schemas.known_values(schema)
    typed = {name: schema[name] for name in schema if name != "const"}
    if "const" in schema and "type" in schema:
        const = schema["const"]
        if not any(
            _has_type(schemas, e, const) and _within(e, const) for e in schemas.variants(typed)
        ):
            yield Broken((*place, "const"), "is no value of its type", 5)
    for name in ("default", "x-client-default"):
        if name not in schema:
            continue
        value = schema[name]
        fitting = [each for each in variants if _has_type(schemas, each, value)]
        if not fitting:
            text = "must have the type of its property, and a list or an object has none"
            yield Broken((*place, name), text, 8)
        elif not any(_within(each, value) for each in fitting) or (known and value not in known):
            yield Broken((*place, name), "is no value that its property may have", 8)


def _has_type(schemas: Schemas, variant: Schema, value: Any) -> bool:
    if "$ref" in variant:
        return type(value) is str and schemas.is_enum(ref_name(variant["$ref"]))
    if "const" in variant:
        return type(value) is type(variant["const"])
    return type(value) in PYTHON_TYPES.get(str(variant.get("type")), set())


def _within(schema: Schema, value: Any) -> bool:
    """Return whether a value keeps the limits of a schema of its type."""
    if "const" in schema and schema["const"] != value:
        return False
    if isinstance(value, str):
        length = len(value)
        is_long_enough = schema.get("minLength", 0) <= length <= schema.get("maxLength", length)
        return is_long_enough and bool(re.search(schema.get("pattern", ""), value))
    if isinstance(value, bool) or value is None:
        return True
    least, most = schema.get("minimum", value), schema.get("maximum", value)
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    is_inside = (above is None or above < value) and (below is None or value < below)
    return least <= value <= most and is_inside and _is_multiple(value, schema.get("multipleOf"))


def _is_multiple(value: float, of: float | None) -> bool:
    if of is None:
        return True
    if isinstance(value, int) and isinstance(of, int):
        return value % of == 0
    times = value / of
    return math.isfinite(times) and math.isclose(times, round(times))
