"""What a value in the spec must be: text, a number, a list and so on."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Iterator, Mapping
from types import NoneType
from typing import Any, TypeAlias, cast

from .places import Broken, Place

__all__ = [
    "RULE",
    "Check",
    "an_object",
    "anything",
    "each_item",
    "each_value",
    "either",
    "flag",
    "no_json",
    "number",
    "of_type",
    "pattern",
    "shown",
    "some_items",
    "tag",
    "text",
    "type_name",
    "url",
    "version",
    "whole_number",
]

TYPES = ("string", "integer", "number", "boolean", "null", "array", "object")
RULE = 22  # of what has another form than it must have

Check: TypeAlias = Callable[[Place, Any], Iterator[Broken]]


def no_json(place: Place, value: Any) -> Iterator[Broken]:
    """Yield each part of a value that YAML has and JSON has not, such as a date."""
    if isinstance(value, Mapping):
        for key, member in cast("Mapping[object, Any]", value).items():
            if isinstance(key, str):
                yield from no_json((*place, key), key)
                yield from no_json((*place, key), member)
            else:
                said = f"the key {key!r} is no text: write it in quotes"
                yield Broken((*place, str(key)), said, RULE)
    elif isinstance(value, list):
        for position, item in enumerate(cast("list[object]", value)):
            yield from no_json((*place, position), item)
    elif isinstance(value, float) and not math.isfinite(value):
        yield Broken(place, f"{value} is no number of JSON", RULE)
    elif isinstance(value, str) and re.search("[\ud800-\udfff]", value):
        yield Broken(place, "has half of a character as \\u: write the character itself", RULE)
    elif not isinstance(value, (str, bool, int, float, NoneType)):
        kind = type(value).__name__
        yield Broken(place, f"{shown(str(value))} is a {kind} in YAML: write it in quotes", RULE)


def anything(place: Place, value: Any) -> Iterator[Broken]:  # noqa: ARG001
    """Check nothing."""
    yield from ()


def of_type(*types: type, called: str) -> Check:
    """Return a check of the type of a value."""

    def check(place: Place, value: Any) -> Iterator[Broken]:
        if type(value) not in types:
            yield Broken(place, f"must be {called}, not {shown(value)}", RULE)

    return check


def shown(value: Any) -> str:
    """Return a value as a message shows it, which is short."""
    code = " ".join(repr(value).split())
    return code if len(code) <= 40 else f"{code[:37]}..."


text = of_type(str, called="text")
whole_number = of_type(int, called="a whole number")
flag = of_type(bool, called="true or false")
an_object = of_type(dict, called="an object")


def number(place: Place, value: Any) -> Iterator[Broken]:
    """Check that a value is a number that a float can hold."""
    yield from of_type(int, float, called="a number")(place, value)
    if type(value) is int and abs(value) >= 2**1023:
        yield Broken(place, f"{shown(value)} is too large", RULE)


def tag(place: Place, value: Any) -> Iterator[Broken]:
    """Check that a value is text, or a whole number that every JSON reader knows exactly."""
    yield from of_type(str, int, called="text or a whole number")(place, value)
    if isinstance(value, int) and abs(value) >= 2**53:  # RFC 8259, 6
        yield Broken(place, f"{value} is too large: it must be less than 2^53", RULE)


def pattern(place: Place, value: Any) -> Iterator[Broken]:
    """Check that a value is a regular expression."""
    yield from text(place, value)
    if isinstance(value, str):
        try:
            re.compile(value)
        except (re.error, OverflowError, RecursionError) as error:
            yield Broken(place, f"is no regular expression: {error}", RULE)


def url(place: Place, value: Any) -> Iterator[Broken]:
    """Check that a value is the URL of a server."""
    if not isinstance(value, str) or not re.fullmatch(URL, value):
        yield Broken(place, f"{shown(value)} is no http or https URL without a query", 21)


def version(place: Place, value: Any) -> Iterator[Broken]:
    """Check that a value is the version of OpenAPI that these rules are about."""
    if not isinstance(value, str) or not re.fullmatch(r"3\.1\.\d+", value):
        yield Broken(place, f"must be OpenAPI 3.1, such as 3.1.0, not {shown(value)}", RULE)


URL = r"https?://[A-Za-z0-9._~!$&'()*+,;=:@%/\[\]-]+"  # RFC 3986, 3


def type_name(place: Place, value: Any) -> Iterator[Broken]:
    """Check that a value is a type, or a list of types."""
    for name in cast("list[object]", value) if isinstance(value, list) else [value]:
        if name not in TYPES:
            close = difflib.get_close_matches(str(name), TYPES, 1, 0.3)
            hint = f"; did you mean {close[0]}?" if close else ""
            quoted = '; null stands in quotes: "null"' if name is None else hint
            yield Broken(place, f"there is no type {shown(name)}{quoted}", 3)
    if isinstance(value, list) and not value:
        yield Broken(place, "must name a type", 3)


def each_value(check: Check) -> Check:
    """Return a check of every value of an object."""

    def check_each(place: Place, value: Any) -> Iterator[Broken]:
        if not isinstance(value, Mapping):
            yield Broken(place, f"must be an object, not {shown(value)}", RULE)
            return
        for key, member in cast("Mapping[object, Any]", value).items():
            yield from check((*place, str(key)), member)

    return check_each


def each_item(check: Check) -> Check:
    """Return a check of every item of a list."""

    def check_all(place: Place, value: Any) -> Iterator[Broken]:
        if not isinstance(value, list):
            yield Broken(place, f"must be a list, not {shown(value)}", RULE)
            return
        for position, item in enumerate(cast("list[object]", value)):
            yield from check((*place, position), item)

    return check_all


def some_items(check: Check) -> Check:
    """Return a check of every item of a list that has some."""

    def check_some(place: Place, value: Any) -> Iterator[Broken]:
        yield from each_item(check)(place, value)
        if value == []:
            yield Broken(place, "must not be empty", RULE)

    return check_some


def either(one: type, check: Check, otherwise: Check) -> Check:
    """Return a check of values of one type, and another of all others."""

    def check_either(place: Place, value: Any) -> Iterator[Broken]:
        yield from (check if isinstance(value, one) else otherwise)(place, value)

    return check_either
