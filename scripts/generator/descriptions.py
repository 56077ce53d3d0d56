"""What documentation says of a schema: its description, then its limits, as sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .spec import Schema

__all__ = ["description"]


def description(schema: Schema) -> str:
    """Return the description of a schema, with its range, default and deprecation."""
    parts = [" ".join(str(schema.get("description", "")).split())]
    parts += [*_limits(schema), *_inner_limits(schema)]
    if "default" in schema:
        default = json.dumps(schema["default"], ensure_ascii=False)
        parts.append(f"Default of the server: {default}.")
    if "x-client-default" in schema:
        parts.append(f"Default of this client: {json.dumps(schema['x-client-default'])}.")
    if schema.get("deprecated"):
        parts.append("Deprecated.")
    return " ".join(filter(None, parts))


def _limits(schema: Schema) -> Iterator[str]:
    """Yield what a schema says of its own values, each as a sentence."""
    low, high = (_number(schema, name) for name in ("minimum", "maximum"))
    if low is not None and high is not None:
        yield f"Range: {low} to {high}."
    else:
        yield from (f"At least {low}." for _ in [0] if low is not None)
        yield from (f"At most {high}." for _ in [0] if high is not None)
    for name, words in EXCLUSIVE.items():
        if name in schema:
            yield f"{words} {_number(schema, name)}."
    if schema.get("format") == "binary":
        yield from (f"At most {schema[n] / 2**20:g} MB." for n in ["maxLength"] if n in schema)
        return
    for counted, noun in COUNTED.items():
        yield from _count(schema, counted, noun)
    if "pattern" in schema:
        yield f"Pattern: `{schema['pattern']}`."
    if "format" in schema:
        yield f"Format: {schema['format']}."


EXCLUSIVE = {
    "exclusiveMinimum": "More than",
    "exclusiveMaximum": "Less than",
    "multipleOf": "A multiple of",
}
COUNTED: dict[str, str | tuple[str, str]] = {
    "Items": "item",
    "Length": "character",
    "Properties": ("entry", "entries"),
}
KINDS = {"string": "Text", "array": "List", "integer": "Number", "number": "Number"}


def _inner_limits(schema: Schema) -> Iterator[str]:
    """Yield what the variants and the items of a schema say of their values."""
    inner = [
        ("File" if each.get("format") == "binary" else KINDS.get(str(each.get("type")), ""), each)
        for each in schema.get("anyOf", ())
    ]
    inner += [("Each item", schema["items"])] if "items" in schema else []
    values = schema.get("additionalProperties")
    inner += [("Each value", values)] if isinstance(values, dict) else []
    for words, each in inner:
        said = [*_limits(each), *_inner_limits(each)]
        if said and words:
            said[0] = said[0].removeprefix("Range: ")
            yield f"{words}: {said[0][0].lower()}{said[0][1:]}"
        yield from said[1 if words else 0 :]


def _number(schema: Schema, keyword: str) -> Any:
    value = schema.get(keyword)
    if isinstance(value, int) and "number" in str(schema.get("type")):
        return float(value)
    return value


def _count(schema: Schema, keyword: str, noun: str | tuple[str, str]) -> Iterator[str]:
    one, many = noun if isinstance(noun, tuple) else (noun, f"{noun}s")
    low, high = schema.get(f"min{keyword}"), schema.get(f"max{keyword}")
    if low and high is not None:
        yield f"{low} to {high} {many}."
    elif low:
        yield f"At least {low} {one if low == 1 else many}."
    elif high is not None:
        yield f"At most {high} {one if high == 1 else many}."
