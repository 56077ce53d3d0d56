"""Finds the JSON in the data of an event, in whatever gateways put around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from .json_object import is_array, is_object
from .json_text import loads, whole_characters

__all__ = ["SPACE", "data_text", "unwrapped"]

SPACE: Final = " \t\n\r\v\f\ufeff"
"""The white space of bytes, and a byte order mark; text would have more."""

_DONE = "[DONE]"
_FIELD_AGAIN = re.compile(r"\A(?:data\s*:\s*)+")


def data_text(data: bytes) -> str:
    """Return data as text: an event stream is UTF-8, whatever its header says.

    Surrogate pairs (CESU-8) and halves of them are read, as they are in a body; other bytes that
    are no UTF-8 become U+FFFD (WHATWG HTML, 9.2.5).
    """
    try:
        return whole_characters(data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return data.decode(errors="replace")


def unwrapped(data: str) -> Iterator[tuple[dict[str, Any] | None, str]]:
    """Yield each object in the data of an event, with its JSON text; what is no JSON with None.

    Objects are read from lists, at any depth, from texts, which are JSON encoded twice, behind the
    name of the field where that is repeated (``data: data: {...}``), and from lines, where a
    gateway has lost the empty ones between events.
    """
    waiting = [data]
    while waiting:
        text = _FIELD_AGAIN.sub("", waiting.pop().strip(SPACE), 1)
        try:
            decoded = loads(text)
            inner = [*_json_within(decoded)]
        except (ValueError, RecursionError):
            objects = _objects_in_lines(text)
            waiting += reversed(objects)
            if not objects:
                yield None, text
            continue
        if is_object(decoded):
            yield decoded, text
        elif inner:
            waiting += reversed(inner)
        else:
            yield None, text


def _objects_in_lines(text: str) -> list[str]:
    """Return the lines of data if each but the last, which may be ``[DONE]``, is an object."""
    lines = [line.strip(SPACE) for line in text.split("\n")]
    objects = lines[:-1] if lines[-1] == _DONE else lines
    try:
        are_objects = all(is_object(loads(line)) for line in objects)
    except (ValueError, RecursionError):
        return []
    return lines if len(lines) > 1 and are_objects else []


def _json_within(decoded: object) -> Iterator[str]:
    """Yield what may be objects in JSON that is none, as text."""
    waiting: list[Any] = [] if is_object(decoded) else [decoded]
    while waiting:
        value = waiting.pop()
        if is_array(value):
            waiting += reversed(value)
        elif is_object(value):
            yield json.dumps(value)
        elif isinstance(value, str):
            yield value
