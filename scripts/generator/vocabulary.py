"""Which keywords each part of the spec may have, and of which kind their values are.

What is not named here, the generator does not read, so it is refused: a keyword without effect
would say of the client what is not so.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias, cast

from .places import Broken, Place

__all__ = ["TYPES", "unreadable"]

TYPES = ("string", "integer", "number", "boolean", "null", "array", "object")
RULE = 22  # of unknown keywords

Check: TypeAlias = Callable[[Place, Any], Iterator[Broken]]


class Kind(NamedTuple):
    """A part of the spec."""

    name: str
    keywords: Mapping[str, Check]
    needed: Mapping[str, int] = {}
    """The keywords that it must have, each with the rule that says so."""
    components: str = ""
    """Where components of the kind are; empty where no `$ref` may stand in its place."""


def unreadable(document: Any) -> Iterator[Broken]:
    """Yield what is unknown, of the wrong type or missing in a spec."""
    yield from _kind("document")((), document)


# Values


def _anything(place: Place, value: Any) -> Iterator[Broken]:  # noqa: ARG001
    yield from ()


def _of(*types: type, called: str) -> Check:
    def check(place: Place, value: Any) -> Iterator[Broken]:
        if type(value) not in types:
            yield Broken(place, f"must be {called}, not {_shown(value)}", RULE)

    return check


def _shown(value: Any) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= 40 else f"{text[:37]}..."


_text = _of(str, called="text")
_number = _of(int, float, called="a number")
_count = _of(int, called="a whole number")
_flag = _of(bool, called="true or false")
_object = _of(dict, called="an object")


def _pattern(place: Place, value: Any) -> Iterator[Broken]:
    yield from _text(place, value)
    if isinstance(value, str):
        try:
            re.compile(value)
        except re.error as error:
            yield Broken(place, f"is no regular expression: {error}", RULE)


def _url(place: Place, value: Any) -> Iterator[Broken]:
    if not isinstance(value, str) or not re.fullmatch(URL, value):
        yield Broken(place, f"{_shown(value)} is no http or https URL without a query", 21)


URL = r"https?://[A-Za-z0-9._~!$&'()*+,;=:@%/\[\]-]+"  # RFC 3986, 3


def _type(place: Place, value: Any) -> Iterator[Broken]:
    for name in cast("list[object]", value) if isinstance(value, list) else [value]:
        if name not in TYPES:
            close = difflib.get_close_matches(str(name), TYPES, 1, 0.3)
            hint = f"; did you mean {close[0]}?" if close else ""
            quoted = '; null stands in quotes: "null"' if name is None else hint
            yield Broken(place, f"there is no type {_shown(name)}{quoted}", 3)
    if isinstance(value, list) and not value:
        yield Broken(place, "must name a type", 3)


def _each(check: Check) -> Check:
    """Return a check of every value of an object."""

    def check_each(place: Place, value: Any) -> Iterator[Broken]:
        if not isinstance(value, Mapping):
            yield Broken(place, f"must be an object, not {_shown(value)}", RULE)
            return
        for key, member in cast("Mapping[object, Any]", value).items():
            if not isinstance(key, str):
                text = f"the key {key!r} is no text: write it in quotes"
                yield Broken((*place, str(key)), text, RULE)
            else:
                yield from check((*place, key), member)

    return check_each


def _all(check: Check) -> Check:
    """Return a check of every item of a list."""

    def check_all(place: Place, value: Any) -> Iterator[Broken]:
        if not isinstance(value, list):
            yield Broken(place, f"must be a list, not {_shown(value)}", RULE)
            return
        for position, item in enumerate(cast("list[object]", value)):
            yield from check((*place, position), item)

    return check_all


def _some(check: Check) -> Check:
    """Return a check of every item of a list that has some."""

    def check_some(place: Place, value: Any) -> Iterator[Broken]:
        yield from _all(check)(place, value)
        if value == []:
            yield Broken(place, "must not be empty", RULE)

    return check_some


def _either(of_type: type, check: Check, otherwise: Check) -> Check:
    def check_either(place: Place, value: Any) -> Iterator[Broken]:
        yield from (check if isinstance(value, of_type) else otherwise)(place, value)

    return check_either


def _kind(name: str) -> Check:
    """Return a check of a part of the spec by the name of its kind."""

    def check(place: Place, value: Any) -> Iterator[Broken]:
        kind = KINDS[name]
        if not isinstance(value, Mapping):
            yield Broken(place, f"{kind.name} must be an object, not {_shown(value)}", RULE)
            return
        members = cast("Mapping[object, Any]", value)
        if kind.components and "$ref" in members:
            yield from _reference(kind.components)((*place, "$ref"), members["$ref"])
            members = {key: member for key, member in members.items() if key != "$ref"}
            for beside in map(str, members):
                text = f"beside a $ref to {kind.name} nothing is read"
                yield Broken((*place, beside), text, RULE)
            return
        for needed, rule in kind.needed.items():
            if members.get(needed) in (None, ""):
                yield Broken(place, f"{kind.name} must have {_article(needed)}", rule)
        for key, member in members.items():
            if isinstance(key, str) and key in kind.keywords:
                yield from kind.keywords[key]((*place, key), member)
            elif not (name == "document" and str(key).startswith("x-")):
                yield _unknown((*place, str(key)), kind)

    return check


def _article(keyword: str) -> str:
    return keyword if keyword in ("security", "tags", "responses") else f"a {keyword}"


def _defined(name: str) -> Check:
    """Return a check of components of a kind, none of which refers to another one."""

    def check(place: Place, value: Any) -> Iterator[Broken]:
        if isinstance(value, Mapping) and "$ref" in value:
            yield Broken((*place, "$ref"), "a component is no reference to another one", 1)
        else:
            yield from _kind(name)(place, value)

    return _each(check)


def _reference(components: str) -> Check:
    start = f"#/components/{components}/"

    def check(place: Place, value: Any) -> Iterator[Broken]:
        if not isinstance(value, str) or not value.startswith(start):
            yield Broken(place, f"{_shown(value)} must begin with {start}", 1)

    return check


def _unknown(place: Place, kind: Kind) -> Broken:
    keyword = str(place[-1])
    text, rule = HINTS.get(keyword, ("", RULE))
    if not text:
        close = difflib.get_close_matches(keyword, kind.keywords, 1)
        text = f"; did you mean {close[0]}?" if close else ""
        text = f"{kind.name} has no keyword {keyword}{text}"
    return Broken(place, text, rule)


HINTS = {
    "nullable": ("OpenAPI 3.1 has no nullable; null is a type", 3),
    "oneOf": ("a union is an anyOf", 5),
    "allOf": ("a schema is not put together: write out all its properties", 1),
    "enum": ("an enum must be a component, reached by $ref", 4),
    "properties": ("an object inside an object must be a named schema, by $ref", 1),
    "additionalProperties": ("an object inside an object must be a named schema, by $ref", 1),
    "itemSchema": ("belongs to OpenAPI 3.2; an event stream has a schema, that of one event", 9),
    "style": ("a parameter is sent in the usual way; there is no choice", 23),
    "explode": ("a parameter is sent in the usual way; there is no choice", 23),
    "example": ("a schema has examples", RULE),
    "encoding": ("a form is encoded by rule 19; there is no choice", 19),
}

_SCHEMA = _kind("inner schema")
_LIMITS: dict[str, Check] = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _number),
    "multipleOf": _number,
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), _count),
    "pattern": _pattern,
    "format": _text,
}
_INNER: dict[str, Check] = {
    "$ref": _reference("schemas"),
    "type": _type,
    "anyOf": _some(_SCHEMA),
    "items": _SCHEMA,
    **_LIMITS,
}
_PROPERTY: dict[str, Check] = {
    **_INNER,
    "description": _text,
    "const": _of(str, int, called="text or a whole number"),
    "not": _kind("negation"),
    "discriminator": _kind("discriminator"),
    "default": _anything,
    "deprecated": _flag,
    "examples": _all(_anything),
    **dict.fromkeys(("x-promised", "x-batched", "x-apart"), _flag),
    "x-client-default": _anything,
    "x-decoded": _text,
}
_EXAMPLES: dict[str, Check] = {"example": _anything, "examples": _each(_object)}
_CONTENT = _each(_kind("media type"))
_DESCRIBED = {"description": 7}

KINDS = {
    "document": Kind(
        "the file",
        {
            "openapi": _text,
            "info": _kind("info"),
            "servers": _all(_kind("server")),
            "security": _anything,
            "tags": _all(_kind("tag")),
            "paths": _each(_kind("path")),
            "components": _kind("components"),
        },
        {"openapi": RULE, "info": RULE, "paths": RULE},
    ),
    "info": Kind(
        "info",
        {
            **dict.fromkeys(("title", "version", "summary", "description"), _text),
            **dict.fromkeys(("license", "contact"), _object),
            "termsOfService": _text,
        },
        {"title": RULE},
    ),
    "server": Kind("a server", {"url": _url, "description": _text}, {"url": RULE}),
    "tag": Kind("a tag", {"name": _text, "description": _text}, {"name": 7, "description": 7}),
    "path": Kind(
        "a path",
        {
            **dict.fromkeys(("get", "put", "post", "delete", "patch"), _kind("operation")),
            "parameters": _all(_kind("parameter")),
        },
    ),
    "operation": Kind(
        "an operation",
        {
            **dict.fromkeys(
                ("operationId", "x-method", "x-mixin", "summary", "description"), _text
            ),
            "tags": _all(_text),
            "security": _all(_each(_all(_text))),
            "parameters": _all(_kind("parameter")),
            "requestBody": _kind("body"),
            "responses": _each(_kind("response")),
            "servers": _all(_kind("server")),
            "deprecated": _flag,
            "x-billed": _flag,
            "x-job": _each(_all(_text)),
        },
        {**dict.fromkeys(("operationId", "tags", "summary", "description"), 12)}
        | {"security": 12, "responses": 9},
    ),
    "parameter": Kind(
        "a parameter",
        {
            **dict.fromkeys(("name", "in", "description"), _text),
            **dict.fromkeys(("required", "deprecated"), _flag),
            "schema": _kind("parameter schema"),
            **_EXAMPLES,
        },
        {"name": 23, "in": 23, **_DESCRIBED, "schema": 23},
        "parameters",
    ),
    "body": Kind(
        "a body",
        {"description": _text, "required": _flag, "content": _CONTENT},
        {"content": 19},
        "requestBodies",
    ),
    "response": Kind(
        "a response",
        {"description": _text, "headers": _each(_kind("header")), "content": _CONTENT},
        _DESCRIBED,
        "responses",
    ),
    "header": Kind(
        "a header", {"description": _text, "schema": _kind("header schema")}, _DESCRIBED, "headers"
    ),
    "media type": Kind(
        "a media type",
        {
            "schema": _kind("media schema"),
            **_EXAMPLES,
            **dict.fromkeys(("x-streamed-by", "x-stream-format"), _text),
            **dict.fromkeys(("x-stream-end", "x-stream-skip"), _either(list, _all(_text), _text)),
            "x-chosen-by": _each(_all(_text)),
        },
        {"schema": 9},
    ),
    "components": Kind(
        "components",
        {
            "schemas": _defined("component"),
            "responses": _defined("response"),
            "headers": _defined("header"),
            "parameters": _defined("parameter"),
            "requestBodies": _defined("body"),
            "securitySchemes": _each(_object),
        },
    ),
    "component": Kind(
        "a component",
        {
            "description": _text,
            "type": _type,
            "enum": _some(_text),
            "anyOf": _some(_kind("variant")),
            "discriminator": _kind("discriminator"),
            "properties": _each(_kind("property")),
            "required": _all(_text),
            "additionalProperties": _either(bool, _flag, _SCHEMA),
            **dict.fromkeys(("minProperties", "maxProperties"), _count),
            "deprecated": _flag,
            "examples": _all(_anything),
            **dict.fromkeys(("x-open-variant", "x-response-only", "x-deviation"), _flag),
            **dict.fromkeys(("x-iterates", "x-methods"), _text),
            "x-common": _kind("common"),
        },
        _DESCRIBED,
    ),
    # A variant may say what else holds for it where it stands, for other readers of the file.
    "variant": Kind(
        "a variant",
        {"$ref": _reference("schemas"), "required": _all(_text), "properties": _object},
        {"$ref": 5},
    ),
    "property": Kind("a property", _PROPERTY, _DESCRIBED),
    "parameter schema": Kind(
        "the schema of a parameter",
        {k: check for k, check in _PROPERTY.items() if k not in ("description", "const", "not")},
    ),
    "inner schema": Kind("a schema inside another one", _INNER),
    "header schema": Kind("the schema of a header", {"type": _type, "examples": _all(_anything)}),
    "media schema": Kind(
        "the schema of a body",
        {"$ref": _reference("schemas"), "type": _type, "format": _text},
    ),
    "discriminator": Kind(
        "a discriminator",
        {"propertyName": _text, "mapping": _each(_reference("schemas"))},
        {"propertyName": 5, "mapping": 5},
    ),
    "common": Kind(
        "what variants have in common",
        {"name": _text, "tags": _all(_text)},
        {"name": 5, "tags": 5},
    ),
    "negation": Kind("a negation", {"enum": _all(_of(str, int, called="a tag"))}, {"enum": 5}),
}
