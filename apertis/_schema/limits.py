"""The documented limits of strict schemas, checked before a schema is sent.

Source: https://platform.openai.com/docs/guides/structured-outputs (supported schemas).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["check_limits"]


def check_limits(schema: dict[str, Any], name: str) -> None:
    """Check that a strict schema is within the limits; messages call it `name`.

    Raises:
        TypeError: it is not; the message says what there is too much of.
    """
    definitions: dict[str, Any] = schema.get("$defs", {})
    parts = list(_walk(schema))
    properties = [key for part in parts for key in part.get("properties", ())]
    values = [value for part in parts for value in part.get("enum", ())]
    constants = [part["const"] for part in parts if "const" in part]
    texts = [*properties, *definitions, *values, *constants]
    length = sum(len(text) for text in texts if isinstance(text, str))
    for what, count, most in (
        ("levels of nested objects", _depth(schema, definitions, {}), 10),
        ("properties", len(properties), 5_000),
        ("enum values", len(values), 1_000),
        ("characters in names and values", length, 120_000),
    ):
        if count > most:
            raise TypeError(f"{name} has {count:,} {what}; a strict schema has at most {most:,}")


def _walk(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and all schemas inside it, those of definitions included."""
    yield schema
    for inner in (*_inner(schema), *schema.get("$defs", {}).values()):
        yield from _walk(inner)


def _inner(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from schema.get("properties", {}).values()
    yield from schema.get("anyOf", ())
    if "items" in schema:
        yield schema["items"]


def _depth(schema: dict[str, Any], definitions: Mapping[str, Any], known: dict[str, int]) -> int:
    """Return how many objects are nested; `known` has the depths of definitions, by reference."""
    reference = schema.get("$ref")
    if reference is not None:
        if reference not in known:
            known[reference] = 0  # a definition inside itself adds nothing
            target = definitions[reference.removeprefix("#/$defs/")]
            known[reference] = _depth(target, definitions, known)
        return known[reference]
    inside = max((_depth(inner, definitions, known) for inner in _inner(schema)), default=0)
    return inside + (schema.get("type") == "object")
