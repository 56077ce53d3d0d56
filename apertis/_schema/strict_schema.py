"""Turns a JSON schema into the dialect of strict structured output."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import unquote

from apertis_client._runtime.json_object import is_array, is_object

__all__ = ["strict_schema"]


def strict_schema(schema: Mapping[str, Any], *, name: str | None = None) -> dict[str, Any]:
    """Return `schema`, as pydantic makes it, in the dialect of strict structured output.

    Every object is closed and every property required. What the dialect has no keyword for is
    said in the description ("At least 2 characters."). Definitions stay definitions, apart from
    that of the root, and those that nothing refers to are left out. Titles are dropped.
    `name` is what messages call the root; its title where none is given. `schema` is not changed.

    Raises:
        TypeError: the dialect cannot express it; the message names the place (``Recipe.notes``).
    """
    return _Translation(schema).whole(name or str(schema.get("title") or "the schema"))


# Keywords of the dialect, by the type that they are about.
_KEYWORDS: Final[Mapping[str, frozenset[str]]] = {
    "string": frozenset({"pattern", "format"}),
    "number": frozenset(
        {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
    ),
    "integer": frozenset(
        {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
    ),
    "boolean": frozenset(),
    "null": frozenset(),
    "array": frozenset({"minItems", "maxItems"}),
    "object": frozenset(),
}

_FORMATS: Final = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
)

# What a grammar does not know: look-around, named groups, references back, \A and \Z.
_UNKNOWN_IN_PATTERNS: Final = re.compile(r"\(\?(?!:)|\\[1-9kAZ]")
_ESCAPED: Final = re.compile(r"\\[^1-9kAZ]")

# Keywords that shape a value. The others only narrow it down or comment on it: they can be told
# in words.
_STRUCTURE: Final = frozenset(
    {
        "type",
        "enum",
        "const",
        "anyOf",
        "oneOf",
        "allOf",
        "$ref",
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "items",
        "prefixItems",
        "description",
    }
)

# Says nothing that a model could obey, or nothing that the rest does not say.
_SILENT: Final = frozenset(
    {"title", "$schema", "$id", "$comment", "$defs", "definitions", "discriminator"}
)

_ANNOTATIONS: Final = frozenset({"default", "examples", "deprecated", "readOnly", "writeOnly"})


class _Translation:
    """The translation of one document, whose definitions are translated when first met."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._definitions: dict[str, Any] = {}
        for keyword in ("definitions", "$defs"):
            definitions: Mapping[str, Any] = document.get(keyword, {})
            self._definitions.update((f"#/{keyword}/{n}", s) for n, s in definitions.items())
        self._met: dict[str, None] = {}  # references, in the order they were met

    def whole(self, place: str) -> dict[str, Any]:
        root: Any = self._document
        seen: set[str] = set()
        while "$ref" in root and root["$ref"] not in seen:
            # Structured output wants an object at the root, not a reference to one.
            reference = root["$ref"]
            seen.add(reference)
            root = self._merged(
                [self._target(reference, place), {k: v for k, v in root.items() if k != "$ref"}],
                place,
            )
        translated = self._schema(root, place)
        definitions: dict[str, Any] = {}
        waiting = list(self._met)
        while waiting:
            reference = waiting.pop(0)
            target = self._target(reference, place)
            name = _definition_name(reference)
            already = set(self._met)
            definitions[name] = self._schema(target, str(_member(target, "title") or name))
            waiting += [met for met in self._met if met not in already]
        return {**translated, "$defs": definitions} if definitions else translated

    def _schema(self, schema: Any, place: str) -> dict[str, Any]:
        if not is_object(schema):
            raise _refusal(place, "takes anything (Any)" if schema is True else "takes nothing")
        schema = self._without_all_of(schema, place)
        if "$ref" in schema:
            return self._reference(schema, place)
        if "anyOf" in schema or "oneOf" in schema:
            return self._choice(schema, place)
        types = _types(schema, place)
        translated: dict[str, Any] = {"type": types[0] if len(types) == 1 else types}
        order: list[str] = []
        translated.update((name, schema[name]) for name in ("enum", "const") if name in schema)
        if "object" in types:
            translated.update(self._object(schema, place))
        if "array" in types:
            items, order = self._array(schema, place)
            translated.update(items)
        kept = {
            keyword: value
            for keyword, value in schema.items()
            if any(keyword in _KEYWORDS[name] for name in types) and _is_supported(keyword, value)
        }
        notes = _notes({name: value for name, value in schema.items() if name not in kept})
        return _described({**translated, **kept}, schema, order + notes)

    def _without_all_of(self, schema: dict[str, Any], place: str) -> dict[str, Any]:
        parts = schema.get("allOf")
        siblings = {keyword: value for keyword, value in schema.items() if keyword != "allOf"}
        if parts is None:
            shaped = (siblings.keys() & _STRUCTURE) - {"$ref", "description"}
            if "$ref" not in siblings or not shaped:
                return schema
            parts = [{"$ref": siblings.pop("$ref")}]
        elif len(parts) == 1 and not siblings.keys() & _STRUCTURE - {"description"}:
            return self._without_all_of(self._merged([parts[0], siblings], place), place)
        return self._merged([*(self._resolved(part, place) for part in parts), siblings], place)

    def _resolved(self, schema: Any, place: str, seen: tuple[str, ...] = ()) -> Any:
        """Return a part of an `allOf` without references or `allOf` of its own."""
        reference = _member(schema, "$ref")
        if reference is None and not _member(schema, "allOf"):
            return schema
        if reference in seen:
            raise _refusal(place, f"is defined by itself ({reference})")
        seen = (*seen, reference) if reference else seen
        parts = [*schema.get("allOf", ()), *([self._target(reference, place)] if reference else ())]
        rest = {name: value for name, value in schema.items() if name not in ("allOf", "$ref")}
        return self._merged([*(self._resolved(part, place, seen) for part in parts), rest], place)

    def _merged(self, schemas: list[Any], place: str) -> dict[str, Any]:
        """Return the schema of what all of `schemas` allow; later ones have the say in comments."""
        merged: dict[str, Any] = {}
        for schema in schemas:
            if not is_object(schema):
                continue  # `true`, which demands nothing
            for keyword, value in schema.items():
                before = merged.get(keyword, value)
                if keyword in _SILENT | _ANNOTATIONS or before == value:
                    merged[keyword] = value
                elif keyword == "description":
                    merged[keyword] = f"{_sentence(value)} {before}"
                elif keyword == "properties":
                    merged[keyword] = self._all_properties(before, value, place)
                elif keyword != "required":  # in the end, all are
                    raise _refusal(place, f"has an allOf of which two parts differ in {keyword!r}")
        return merged

    def _all_properties(
        self, one: dict[str, Any], other: dict[str, Any], place: str
    ) -> dict[str, Any]:
        for name in one.keys() & other.keys():
            if one[name] != other[name]:
                raise _refusal(f"{place}.{name}", "has an allOf of which two parts differ")
        return {**one, **other}

    def _target(self, reference: str, place: str) -> Any:
        try:
            return self._definitions[unquote(reference).replace("~1", "/").replace("~0", "~")]
        except KeyError:
            raise _refusal(place, f"refers to {reference!r}, which is no definition") from None

    def _reference(self, schema: dict[str, Any], place: str) -> dict[str, Any]:
        reference = schema["$ref"]
        self._target(reference, place)
        self._met.setdefault(reference)
        translated = {"$ref": f"#/$defs/{reference.rpartition('/')[2]}"}
        notes = _notes(schema)
        if not notes and not schema.get("description"):
            return translated
        # A reference may have no siblings; a choice of one may.
        return _described({"anyOf": [translated]}, schema, notes)

    def _choice(self, schema: dict[str, Any], place: str) -> dict[str, Any]:
        keyword = "anyOf" if "anyOf" in schema else "oneOf"
        beside = schema.keys() & _STRUCTURE - {keyword, "description"}
        if beside:
            raise _refusal(place, f"has {_listed(beside)} beside {keyword}")
        options = [self._schema(option, place) for option in schema[keyword]]
        return _described({"anyOf": options}, schema, _notes(schema))

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
            raise _refusal(place, "is an empty tuple")
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
    "it wants objects with named fields only, lists of one type of item, and a type for everything"
)


def _types(schema: dict[str, Any], place: str) -> list[str]:
    """Return the types that a schema without `$ref` and `anyOf` allows."""
    stated = schema.get("type")
    if stated is None and ("enum" in schema or "const" in schema):
        values = schema["enum"] if "enum" in schema else [schema["const"]]
        return list(dict.fromkeys(_type_of(value, place) for value in values))
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
    for types, name in (
        (bool, "boolean"),  # before the integers, which it is one of to Python
        (int, "integer"),
        (float, "number"),
        (str, "string"),
        (type(None), "null"),
    ):
        if isinstance(value, types):
            return name
    raise _refusal(place, f"has the value {value!r} to choose")


def _is_supported(keyword: str, value: Any) -> bool:
    if keyword == "format":
        return value in _FORMATS
    if keyword == "pattern":
        return not _UNKNOWN_IN_PATTERNS.search(_ESCAPED.sub("", value))
    return True


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


def _listed(names: set[str]) -> str:
    return " and ".join(map(repr, sorted(names)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _member(schema: Any, name: str) -> Any:
    return schema.get(name) if is_object(schema) else None


def _definition_name(reference: str) -> str:
    return unquote(reference.rpartition("/")[2]).replace("~1", "/").replace("~0", "~")
