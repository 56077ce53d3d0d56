"""What consecutive chunks of a stream have in common: as a rule, everything but a few letters.

Most chunks repeat the JSON of the one before but for one text. Where what stands ahead of that text
and what stands behind it are the same, so is everything that they say, and nothing is left to parse
but what stands between.
"""

from __future__ import annotations

import json
from typing import Any, Final, Generic, NamedTuple, TypeVar

from apertis_client._runtime.json_object import JSONObject, is_array
from apertis_client._runtime.json_text import loads

from ..chat.accumulate import is_joined

__all__ = ["Pattern", "Run", "pattern_of"]

C = TypeVar("C", bound=JSONObject)

_LISTS: Final = ("choices", "tool_calls")
_SCALARS: Final = (str, int, float, type(None))
_decoder: Final = json.JSONDecoder()


class Run(NamedTuple):
    """Chunks that follow each other and have a pattern in common."""

    pattern: Pattern[Any]
    texts: list[str]

    def members(self) -> dict[str, Any]:
        """Return the one chunk, as decoded JSON, that adds up to the same as all of them."""
        return self.pattern.members("".join(self.texts))


class Pattern(Generic[C]):
    """The JSON of a chunk that has one text for which any other may stand."""

    def __init__(self, head: str, tail: str, name: str, path: list[_Step]) -> None:
        self._head = head  # up to the quotation mark that begins the text
        self._tail = tail  # from the one that ends it
        self._least = len(head) + len(tail)
        steps = [(type(each), each.__dict__.copy(), inside) for each, inside in reversed(path)]
        self._type, self._members, _ = steps[0]  # of the object that the text is in
        self._name = name
        self._around = [
            (kind, members, name or "", name in _LISTS) for kind, members, name in steps[1:]
        ]

    def text_in(self, data: str) -> str | None:
        """Return the text that JSON has where the pattern leaves it open; None where it differs."""
        if len(data) < self._least or not (
            data.startswith(self._head) and data.endswith(self._tail)
        ):
            return None
        text = data[len(self._head) : len(data) - len(self._tail)]
        if '"' not in text and "\\" not in text and text.isprintable():
            return text
        try:
            said: str = loads(f'"{text}"')
        except ValueError:
            return None
        return said

    def chunk(self, text: str) -> C:
        """Return the chunk that has a text where the pattern leaves it open."""
        made: Any = self._type.__new__(self._type)
        made.__dict__ = {**self._members, self._name: text}
        for around, members, name, is_list in self._around:
            inside = [made] if is_list else made
            made = around.__new__(around)
            made.__dict__ = {**members, name: inside}
        chunk: C = made
        return chunk

    def members(self, text: str) -> dict[str, Any]:
        """Return the same as decoded JSON."""
        made: dict[str, Any] = {**self._members, self._name: text}
        for _, members, name, is_list in self._around:
            made = {**members, name: [made] if is_list else made}
        return made


def pattern_of(before: str, data: str, chunk: C) -> Pattern[C] | None:
    """Return what the JSON of a chunk and that before it have in common, if it is a pattern."""
    path = _path(chunk)
    names = [
        name
        for step in path[2:]
        for name, value in step.of.__dict__.items()
        if value and is_joined(name, value)
    ]
    if len(names) != 1:  # what is said once in a run must not be text that is joined
        return None
    before_text, key, after_key = data.partition(f'"{names[0]}":')
    head = before_text + key + (' "' if after_key.startswith(" ") else '"')
    if not (data.startswith(head) and before.startswith(head)):
        return None
    try:
        tail = data[_decoder.raw_decode(data, len(head) - 1)[1] - 1 :]
        if not before.endswith(tail):
            return None
        pattern: Pattern[C] = Pattern(head, tail, names[0], path)
        # What was found may be another member of that name: try whether it is the one.
        return pattern if loads(head + tail) == pattern.members("") else None
    except ValueError:
        return None


class _Step(NamedTuple):
    """An object on the way to the text, and the name of what is next."""

    of: JSONObject
    inside: str | None


def _path(chunk: JSONObject) -> list[_Step]:
    """Return the objects of a chunk that has nothing else beside, from without to within.

    Nothing where the last of them is not one whose texts are joined when chunks are gathered: the
    delta of the one choice, an object in it, or an object in its one call of a tool.
    """
    path: list[_Step] = []
    each: Any = chunk
    while isinstance(each, JSONObject) and not hasattr(each, "_shadowed"):
        members = each.__dict__
        names = [name for name, value in members.items() if not isinstance(value, _SCALARS)]
        if len(names) != 1:
            path += [] if names else [_Step(each, None)]
            break
        path.append(_Step(each, names[0]))
        each = members[names[0]]
        if names[0] in _LISTS:
            each = each[0] if is_array(each) and len(each) == 1 else None
    match [step.inside for step in path]:
        case ["choices", "delta", None] | ["choices", "delta", "tool_calls", _, None]:
            return path
        case ["choices", "delta", name, None] if name not in _LISTS:
            return path
        case _:
            return []
