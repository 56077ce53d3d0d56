"""Which keywords each part of the spec may have, and of which kind their values are.

What is not named here, the generator does not read, so it is refused: a keyword without effect
would say of the client what is not so.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from .places import Broken, Place
from .values import (
    RULE,
    Check,
    an_object,
    anything,
    each_item,
    each_value,
    either,
    flag,
    no_json,
    number,
    pattern,
    shown,
    some_items,
    tag,
    text,
    type_name,
    url,
    version,
    whole_number,
)

__all__ = ["unreadable"]


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
    yield from [*no_json((), document)] or _kind("document")((), document)


def _kind(name: str) -> Check:
    """Return a check of a part of the spec by the name of its kind."""

    def check(place: Place, value: Any) -> Iterator[Broken]:
        kind = KINDS[name]
        if not isinstance(value, Mapping):
            yield Broken(place, f"{kind.name} must be an object, not {shown(value)}", RULE)
            return
        members = cast("Mapping[object, Any]", value)
        if kind.components and "$ref" in members:
            yield from _reference(kind.components)((*place, "$ref"), members["$ref"])
            members = {key: member for key, member in members.items() if key != "$ref"}
            for beside in map(str, members):
                said = f"beside a $ref to {kind.name} nothing is read"
                yield Broken((*place, beside), said, RULE)
            return
        for needed, rule in kind.needed.items():
            if not str(members.get(needed) or "").strip() and members.get(needed) not in ([], {}):
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

    return each_value(check)


def _reference(components: str) -> Check:
    start = f"#/components/{components}/"

    def check(place: Place, value: Any) -> Iterator[Broken]:
        if not isinstance(value, str) or not value.startswith(start):
            yield Broken(place, f"{shown(value)} must begin with {start}", 1)

    return check


def _unknown(place: Place, kind: Kind) -> Broken:
    keyword = str(place[-1])
    said, rule = HINTS.get(keyword, ("", RULE))
    if not said:
        close = difflib.get_close_matches(keyword, kind.keywords, 1)
        others = [each.name for each in KINDS.values() if keyword in each.keywords]
        hint = f"; did you mean {close[0]}?" if close else ""
        if keyword.startswith("x-") and others:
            hint = f"; {' and '.join(others)} may have it"
        said = f"{kind.name} has no keyword {keyword}{hint}"
    return Broken(place, said, rule)


HINTS = {
    "nullable": ("OpenAPI 3.1 has no nullable; null is a type", 3),
    "oneOf": ("a union is an anyOf", 5),
    "allOf": ("a schema is not put together: write out all its properties", 1),
    "enum": ("an enum must be a component, reached by $ref", 4),
    "properties": ("an object inside an object must be a named schema, by $ref", 1),
    "additionalProperties": ("a map inside an object must be a named schema, by $ref", 1),
    "itemSchema": ("belongs to OpenAPI 3.2; an event stream has a schema, that of one event", 9),
    "style": ("a parameter is sent in the usual way; there is no choice", 23),
    "explode": ("a parameter is sent in the usual way; there is no choice", 23),
    "example": ("a schema has examples", RULE),
    "encoding": ("a form is encoded by rule 19; there is no choice", 19),
}

_SCHEMA = _kind("inner schema")
_LIMITS: dict[str, Check] = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), number),
    "multipleOf": number,
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), whole_number),
    "pattern": pattern,
    "format": text,
}
_INNER: dict[str, Check] = {
    "$ref": _reference("schemas"),
    "type": type_name,
    "anyOf": some_items(_SCHEMA),
    "items": _SCHEMA,
    **_LIMITS,
}
# What a property and a parameter may say beside the type.
_BESIDE: dict[str, Check] = {
    "default": anything,
    "deprecated": flag,
    "examples": each_item(anything),
    "x-apart": flag,
}
_PROPERTY: dict[str, Check] = {
    **_INNER,
    **_BESIDE,
    "description": text,
    "const": tag,
    "not": _kind("negation"),
    "discriminator": _kind("discriminator"),
    **dict.fromkeys(("x-promised", "x-batched"), flag),
    "x-client-default": anything,
    "x-decoded": text,
}
_EXAMPLES: dict[str, Check] = {"example": anything, "examples": each_value(_kind("example"))}
_CONTENT = each_value(_kind("media type"))
_DESCRIBED = {"description": 7}

KINDS = {
    "document": Kind(
        "the file",
        {
            "openapi": version,
            "info": _kind("info"),
            "servers": each_item(_kind("server")),
            "security": anything,
            "tags": each_item(_kind("tag")),
            "paths": each_value(_kind("path")),
            "components": _kind("components"),
        },
        {"openapi": RULE, "info": RULE, "paths": RULE},
    ),
    "info": Kind(
        "info",
        {
            **dict.fromkeys(("title", "version", "summary", "description"), text),
            **dict.fromkeys(("license", "contact"), an_object),
            "termsOfService": text,
        },
        {"title": RULE},
    ),
    "server": Kind("a server", {"url": url, "description": text}, {"url": RULE}),
    "tag": Kind("a tag", {"name": text, "description": text}, {"name": 7, "description": 7}),
    "path": Kind(
        "a path",
        {
            **dict.fromkeys(("get", "put", "post", "delete", "patch"), _kind("operation")),
            "parameters": each_item(_kind("parameter")),
        },
    ),
    "operation": Kind(
        "an operation",
        {
            **dict.fromkeys(("operationId", "x-method", "x-mixin", "summary", "description"), text),
            "tags": each_item(text),
            "security": each_item(each_value(each_item(text))),
            "parameters": each_item(_kind("parameter")),
            "requestBody": _kind("body"),
            "responses": each_value(_kind("response")),
            "servers": each_item(_kind("server")),
            "deprecated": flag,
            "x-billed": flag,
            "x-job": each_value(some_items(text)),
        },
        {**dict.fromkeys(("operationId", "tags", "summary", "description"), 12)}
        | {"security": 12, "responses": 9},
    ),
    "parameter": Kind(
        "a parameter",
        {
            **dict.fromkeys(("name", "in", "description"), text),
            **dict.fromkeys(("required", "deprecated"), flag),
            "schema": _kind("parameter schema"),
            **_EXAMPLES,
        },
        {"name": 23, "in": 23, **_DESCRIBED, "schema": 23},
        "parameters",
    ),
    "body": Kind(
        "a body",
        {"description": text, "required": flag, "content": _CONTENT},
        {"content": 19},
        "requestBodies",
    ),
    "response": Kind(
        "a response",
        {"description": text, "headers": each_value(_kind("header")), "content": _CONTENT},
        _DESCRIBED,
        "responses",
    ),
    "header": Kind(
        "a header", {"description": text, "schema": _kind("header schema")}, _DESCRIBED, "headers"
    ),
    "media type": Kind(
        "a media type",
        {
            "schema": _kind("media schema"),
            **_EXAMPLES,
            **dict.fromkeys(("x-streamed-by", "x-stream-format"), text),
            **dict.fromkeys(("x-stream-end", "x-stream-skip"), either(list, each_item(text), text)),
            "x-chosen-by": each_value(some_items(text)),
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
            "securitySchemes": each_value(an_object),
        },
    ),
    "component": Kind(
        "a component",
        {
            "description": text,
            "type": type_name,
            "enum": some_items(text),
            "anyOf": some_items(_kind("variant")),
            "discriminator": _kind("discriminator"),
            "properties": each_value(_kind("property")),
            "required": each_item(text),
            "additionalProperties": either(bool, flag, _SCHEMA),
            **dict.fromkeys(("minProperties", "maxProperties"), whole_number),
            "deprecated": flag,
            "examples": each_item(anything),
            **dict.fromkeys(("x-open-variant", "x-response-only", "x-deviation"), flag),
            **dict.fromkeys(("x-iterates", "x-methods"), text),
            "x-common": _kind("common"),
        },
        _DESCRIBED,
    ),
    # A variant may say what else holds for it where it stands, for other readers of the file.
    "variant": Kind(
        "a variant",
        {"$ref": _reference("schemas"), "required": each_item(text), "properties": an_object},
        {"$ref": 5},
    ),
    "property": Kind("a property", _PROPERTY, _DESCRIBED),
    "parameter schema": Kind(
        "the schema of a parameter",
        {**_INNER, **_BESIDE},
    ),
    "inner schema": Kind("a schema inside another one", _INNER),
    "header schema": Kind(
        "the schema of a header", {"type": type_name, "examples": each_item(anything)}
    ),
    "media schema": Kind(
        "the schema of a body",
        {"$ref": _reference("schemas"), "type": type_name, "format": text},
    ),
    "example": Kind(
        "an example",
        {"value": anything, "summary": text, "description": text},
        {"value": 16},
    ),
    "discriminator": Kind(
        "a discriminator",
        {"propertyName": text, "mapping": each_value(_reference("schemas"))},
        {"propertyName": 5, "mapping": 5},
    ),
    "common": Kind(
        "what variants have in common",
        {"name": text, "tags": each_item(text)},
        {"name": 5, "tags": 5},
    ),
    "negation": Kind("a negation", {"enum": each_item(tag)}, {"enum": 5}),
}
