"""Turn a JSON schema into one that strict structured output accepts.

Source: https://platform.openai.com/docs/guides/structured-outputs (supported schemas). No library
does this: pydantic writes all of JSON Schema, and validators only read it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import is_array, is_object

from .bounds import LARGEST_INTEGER, is_held, say_contradiction
from .limits import check_limits
from .patterns import rewrite_pattern

__all__ = ["REFUSED", "make_strict"]

REFUSED: Final = "x-refused"
"""Keyword of a schema that no strict schema can express; its value is the reason."""


def make_strict(schema: Mapping[str, Any], *, name: str | None = None) -> dict[str, Any]:
    """Return `schema`, as pydantic makes it, as a strict schema.

    Every object is closed and every property required. What has no keyword in strict schemas is
    put into the description ("At least 2 characters."). Definitions stay definitions, apart from
    that of the root, and those that nothing refers to are left out. Titles are dropped.

    Args:
        schema: The JSON schema. It is not changed.
        name: What messages call the root; its title where none is given.

    Raises:
        TypeError: a strict schema cannot express it, or it is beyond the documented limits; the
            message names the place (``Recipe.notes``).
    """
    place = name or str(schema.get("title") or "the schema")
    strict = _Translation(schema).translate(place)
    check_limits(strict, place)
    return strict


_BOUNDS: Final = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
)

# Keywords of strict schemas that narrow a value down, by its type.
_KEYWORDS: Final[Mapping[str, frozenset[str]]] = {
    "string": frozenset({"pattern", "format"}),
    "number": _BOUNDS,
    "integer": _BOUNDS,
    "boolean": frozenset(),
    "null": frozenset(),
    "array": frozenset({"minItems", "maxItems"}),
    "object": frozenset(),
}

_FORMATS: Final = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
)
_UUIDS: Final = frozenset(f"uuid{version}" for version in range(1, 9))

# Keywords that shape a value. The others can be put into the description.
_STRUCTURE: Final = (
    frozenset({"type", "enum", "const", "anyOf", "oneOf", "allOf", "$ref", "description"})
    | {"properties", "required", "additionalProperties", "patternProperties", "propertyNames"}
    | {"items", "prefixItems"}
)

# Keywords that a model cannot follow, or that repeat what other keywords say.
_SILENT: Final = frozenset(
    {"title", "$schema", "$id", "$comment", "$defs", "definitions", "discriminator"}
)


class _Translation:
    """The translation of one document, whose definitions are translated when first referred to."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._definitions: Mapping[str, Any] = document.get("$defs", {})
        self._used: dict[str, None] = {}  # names of definitions, in the order they were met

    def translate(self, place: str) -> dict[str, Any]:
        root: Any = self._document
        seen: set[str] = set()
        while "$ref" in root and root["$ref"] not in seen:
            # Structured output wants an object at the root, not a reference to one.
            seen.add(root["$ref"])
            target = self._definitions[self._name(root["$ref"], place)]
            siblings = {keyword: value for keyword, value in root.items() if keyword != "$ref"}
            descriptions = [part["description"] for part in (root, target) if "description" in part]
            root = {**target, **siblings}
            if len(descriptions) > 1:
                root["description"] = f"{_sentence(descriptions[0])} {descriptions[1]}"
        translated = self._schema(root, place)
        definitions: dict[str, Any] = {}
        while waiting := [name for name in self._used if name not in definitions]:
            for name in waiting:
                target = self._definitions[name]
                definitions[name] = self._schema(target, str(_member(target, "title") or name))
        return {**translated, "$defs": definitions} if definitions else translated

    def _schema(self, schema: Any, place: str) -> dict[str, Any]:
        if not is_object(schema):
            raise _refusal(place, "takes anything (Any)" if schema is True else "takes nothing")
        if REFUSED in schema:
            raise TypeError(f"{place} {schema[REFUSED]}")
        form = next((name for name in ("$ref", "anyOf", "oneOf", "allOf") if name in schema), None)
        if form is None:
            return self._plain(schema, place)
        if form == "allOf":
            raise _refusal(place, "has an allOf")
        beside = schema.keys() & _STRUCTURE - {form, "description"}
        if beside:
            raise _refusal(place, f"has {' and '.join(map(repr, sorted(beside)))} beside {form}")
        if form == "$ref":
            return self._reference(schema, place)
        options = [self._schema(option, place) for option in schema[form]]
        return _described({"anyOf": options}, schema, _notes(schema))

    def _plain(self, schema: dict[str, Any], place: str) -> dict[str, Any]:
        """Return the strict schema of one that is neither a reference nor a choice of schemas."""
        contradiction = say_contradiction(schema)
        if contradiction:
            raise TypeError(f"{place} {contradiction}")
        values = schema.get("enum", [schema[name] for name in schema if name == "const"])
        types = _types(schema, values, place)
        kept: dict[str, Any] = {"type": types[0] if len(types) == 1 else types}
        if "enum" in schema:
            kept["enum"] = list({_json(value): value for value in values}.values())
        elif "const" in schema:
            kept["const"] = schema["const"]
        order: list[str] = []
        if "object" in types:
            kept.update(self._object(schema, place))
        if "array" in types:
            items, order = self._array(schema, place)
            kept.update(items)
        left: dict[str, Any] = {}  # what is to be said in words
        for keyword, value in schema.items():
            if keyword in _BOUNDS and not _is_finite(value):
                continue
            is_known = any(keyword in _KEYWORDS[name] for name in types)
            narrowed = _narrow(keyword, value) if is_known else None
            if narrowed is not None:
                kept[keyword] = narrowed
            if keyword not in kept or (keyword == "format" and narrowed != value):
                left[keyword] = value
        return _described(kept, schema, order + _notes(left))

    def _name(self, reference: str, place: str) -> str:
        name = reference.removeprefix("#/$defs/")
        if name not in self._definitions:
            raise _refusal(place, f"refers to {reference!r}, which is not a definition")
        return name

    def _reference(self, schema: dict[str, Any], place: str) -> dict[str, Any]:
        self._used.setdefault(self._name(schema["$ref"], place))
        translated = {"$ref": schema["$ref"]}
        notes = _notes(schema)
        if not notes and not schema.get("description"):
            return translated
        # A reference may have no siblings; a choice of one may.
        return _described({"anyOf": [translated]}, schema, notes)

    def _object(self, schema: dict[str, Any], place: str) -> dict[str, Any]:
        properties: dict[str, Any] | None = schema.get("properties")
        others = schema.get("additionalProperties")
        if properties and others not in (None, False):
            raise _refusal(place, "allows extra fields")
        if properties is None or others not in (None, False) or "patternProperties" in schema:
            raise _refusal(place, "is a dict with any keys")
        return {
            "properties": {
                name: self._schema(member, f"{place}.{name}") for name, member in properties.items()
            },
            "required": list(properties),
            "additionalProperties": False,
        }

    def _array(self, schema: dict[str, Any], place: str) -> tuple[dict[str, Any], list[str]]:
        """Return the members that say what an array holds, and what is left to be said in words."""
        if "prefixItems" in schema:
            return self._tuple(schema, place)
        if schema.get("maxItems") == 0:
            raise _refusal(place, "is always empty")
        return {"items": self._schema(schema.get("items", True), f"{place}[]")}, []

    def _tuple(self, schema: dict[str, Any], place: str) -> tuple[dict[str, Any], list[str]]:
        items = [
            self._schema(item, f"{place}[{position}]")
            for position, item in enumerate(schema["prefixItems"])
        ]
        said = [item.pop("description", None) for item in items]
        is_closed = schema.get("items") is False or schema.get("maxItems") == len(items)
        if not is_closed or any(item != items[0] for item in items):
            raise _refusal(place, "is a tuple of different types")
        titles = [_member(item, "title") for item in schema["prefixItems"]]
        translated = {"items": items[0], "maxItems": len(items)}
        if not any(titles) and not any(said):
            return translated, []
        labels = [
            (title or f"item {position}") + (f" ({text})" if text else "")
            for position, (title, text) in enumerate(zip(titles, said, strict=True), 1)
        ]
        return translated, [f"In this order: {', '.join(labels)}."]


def _refusal(place: str, reason: str) -> TypeError:
    return TypeError(f"{place} {reason}, which a strict schema cannot express: {_ADVICE}")


_ADVICE: Final = (
    "use objects with named fields only, lists of one type of item, and a type for everything"
)


def _types(schema: dict[str, Any], values: list[Any], place: str) -> list[str]:
    """Return the types that a schema without `$ref` and `anyOf` allows."""
    if schema.get("enum") == []:
        raise _refusal(place, "has no values")
    of_values = list(dict.fromkeys(_type_of(value, place) for value in values))
    stated = schema.get("type")
    if stated is None and of_values:
        return of_values
    if stated is None and "properties" in schema:
        return ["object"]
    if stated is None and ("items" in schema or "prefixItems" in schema):
        return ["array"]
    types: list[Any] = stated if is_array(stated) else [stated]
    if types in ([], [None]):
        raise _refusal(place, "takes anything (Any)")
    for name in types:
        if name not in _KEYWORDS:
            raise _refusal(place, f"is of the type {name!r}")
    return types


def _type_of(value: Any, place: str) -> str:
    is_written = abs(value) <= LARGEST_INTEGER if type(value) is int else _is_finite(value)
    name = _TYPES.get(value.__class__) if is_written else None
    if name is None:
        raise _refusal(place, f"has the value {value!r} as a choice")
    return name


_TYPES: Final[Mapping[type, str]] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    type(None): "null",
}


def _narrow(keyword: str, value: Any) -> Any:
    """Return the value of a keyword that strict schemas take for it; None if there is none."""
    if keyword == "format":
        value = "uuid" if value in _UUIDS else value
        return value if value in _FORMATS else None
    if keyword == "pattern":
        return rewrite_pattern(value)
    # With a sign, a bool that was given as a bound is a number.
    return +value if is_held(keyword, value) else None


def _is_finite(value: Any) -> bool:
    return not isinstance(value, float) or math.isfinite(value)


def _described(
    translated: dict[str, Any], schema: dict[str, Any], notes: list[str]
) -> dict[str, Any]:
    """Return `translated` with the description of `schema`, followed by `notes`."""
    description = (schema.get("description") or "").strip()
    sentences = [_sentence(description) if notes else description, *notes]
    text = " ".join(filter(None, sentences))
    return {**translated, "description": text} if text else translated


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".!?:;" else f"{text}."


_NOTES: Final[Mapping[str, Callable[[Any], str]]] = {
    "default": lambda value: f"Default: {_json(value)}.",
    "examples": lambda value: f"Examples: {', '.join(map(_json, value))}.",
    "deprecated": lambda _: "Deprecated.",
    "readOnly": lambda _: "Read-only.",
    "writeOnly": lambda _: "Write-only.",
    "minLength": lambda value: f"At least {_counted(value, 'character')}.",
    "maxLength": lambda value: f"At most {_counted(value, 'character')}.",
    "pattern": lambda value: f"Matches the regular expression `{value}`.",
    "format": lambda value: f"Format: {value}.",
    "contentMediaType": lambda value: f"Content type: {value}.",
    "contentEncoding": lambda value: f"Encoding: {value}.",
    "contentSchema": lambda value: f"Schema of the content: {_json(value)}.",
    "minimum": lambda value: f"At least {value}.",
    "maximum": lambda value: f"At most {value}.",
    "exclusiveMinimum": lambda value: f"More than {value}.",
    "exclusiveMaximum": lambda value: f"Less than {value}.",
    "multipleOf": lambda value: f"A multiple of {value}.",
    "minItems": lambda value: f"At least {_counted(value, 'item')}.",
    "maxItems": lambda value: f"At most {_counted(value, 'item')}.",
    "uniqueItems": lambda _: "No item twice.",
    # Not of JSON Schema, but of `json_schema.py`:
    "x-moment": lambda value: f"In the {value}.",
    "x-max-digits": lambda value: f"At most {_counted(value, 'digit')}.",
    "x-decimal-places": lambda value: f"At most {_counted(value, 'decimal place')}.",
}


_FLAGS: Final = frozenset({"deprecated", "readOnly", "writeOnly", "uniqueItems"})


def _notes(schema: Mapping[str, Any]) -> list[str]:
    """Return in words what the keywords say that do not shape a value."""
    return [
        _NOTES[keyword](value) if keyword in _NOTES else f"{keyword}: {_json(value)}."
        for keyword, value in schema.items()
        if keyword not in _STRUCTURE | _SILENT and not (keyword in _FLAGS and not value)
    ]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _member(schema: Any, name: str) -> Any:
    return schema.get(name) if is_object(schema) else None
