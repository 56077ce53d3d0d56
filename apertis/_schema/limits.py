"""The documented limits of strict schemas, checked before a schema is sent.

Source: https://platform.openai.com/docs/guides/structured-outputs (supported schemas).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import is_array, is_object

__all__ = ["check_limits"]

_MOST: Final[Mapping[str, int]] = {
    "levels of nested objects": 10,
    "properties": 5_000,
    "enum values": 1_000,
    "characters in names and values": 120_000,
}


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
    counts = {
        "levels of nested objects": _Depth(definitions).of(schema),
        "properties": len(properties),
        "enum values": len(values),
        "characters in names and values": sum(len(text) for text in texts if isinstance(text, str)),
    }
    for what, most in _MOST.items():
        if counts[what] > most:
            raise TypeError(
                f"{name} has {counts[what]:,} {what}; a strict schema has at most {most:,}"
            )


def _walk(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give a schema and all schemas inside of it, those of definitions included."""
    yield schema
    for inner in (*_inner(schema), *schema.get("$defs", {}).values()):
        yield from _walk(inner)


def _inner(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for keyword in ("properties", "anyOf", "items"):
        value = schema.get(keyword, ())
        if keyword == "items" and is_object(value):
            yield value
        elif value:
            yield from value if is_array(value) else value.values()


class _Depth:
    """How many objects are nested. What refers to itself is counted once."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._known: dict[str, int] = {}

    def of(self, schema: dict[str, Any]) -> int:
        if "$ref" in schema:
            return self._of_definition(schema["$ref"].removeprefix("#/$defs/"))
        inside = max(map(self.of, _inner(schema)), default=0)
        return inside + (schema.get("type") == "object")

    def _of_definition(self, name: str) -> int:
        if name not in self._known:
            self._known[name] = 0  # met again inside of itself, it adds nothing
            self._known[name] = self.of(self._definitions[name])
        return self._known[name]
