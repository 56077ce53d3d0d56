"""Finds the JSON in the data of an event, in whatever gateways put around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from .json_object import is_array, is_object

__all__ = ["SPACE", "data_text", "without_field", "wrapped_json"]

SPACE: Final = " \t\n\r\v\f\ufeff"
"""The white space of bytes, and a byte order mark; text would have more."""

_FIELD_AGAIN = re.compile(r"\A(?:data\s*:\s*)+")


def data_text(data: bytes) -> str:
    """Return data as text: an event stream is UTF-8, whatever its header says.

    Halves of surrogate pairs are read, as they are in a body; other bytes that are no UTF-8 become
    U+FFFD (WHATWG HTML, 9.2.5).
    """
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode(errors="replace")


def without_field(text: str) -> str:
    """Return data without the name of its field, which some gateways repeat before it."""
    return _FIELD_AGAIN.sub("", text, 1)


def wrapped_json(decoded: object) -> Iterator[str]:
    """Yield the objects in a list, at any depth, and texts, which may be JSON encoded twice."""
    waiting: list[Any] = [decoded]
    while waiting:
        value = waiting.pop()
        if is_array(value):
            waiting += reversed(value)
        elif is_object(value):
            yield json.dumps(value)
        elif isinstance(value, str):
            yield value
