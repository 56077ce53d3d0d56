"""The text of messages and of the arguments of tool calls, whole or arriving in pieces."""

from __future__ import annotations

import json
from typing import Any, Final

from apertis_client._runtime.json_object import JSONObject, is_array, is_object
from apertis_client._runtime.json_text import whole_characters

from .._answers.growing_text import (
    GrowingText,
    Repeat,
    decoded_object,
    repeats_object,
    without_empty_object,
)

__all__ = ["GrowingArguments", "content_text", "merged"]

# Objects nested more deeply are not merged: the last one counts.
_MAX_DEPTH: Final = 100


def content_text(content: object) -> str | None:
    """Return the text of a message's content, which may be parts or a single part; else None."""
    if isinstance(content, str):
        return content
    if not is_array(content):
        return _part_text(content)
    texts = [_part_text(part) for part in content]
    return whole_characters("".join(text for text in texts if text))


def _part_text(part: object) -> str | None:
    text: object = part
    if is_object(part) or isinstance(part, JSONObject):
        text = part.get("text")
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return json.dumps(text)  # some servers write text that is a number as one
    return text if isinstance(text, str) else None


class GrowingArguments:
    """The arguments of a function: JSON text in pieces, the object itself, or one after the other.

    Attributes:
        text: The JSON text, as far as it is certain.
    """

    def __init__(self) -> None:
        self.text = GrowingText()
        self._object: Any = None
        self._written = ""  # what came as text, where an object came too

    def add(self, piece: object, repeat: Repeat = Repeat.NO) -> str:
        """Add a piece and return what it adds to the text: nothing where it repeats the whole."""
        if isinstance(piece, str) and self._object is None:
            return self._add_text(piece, repeat)
        if self._object is None:
            self._written = self.text.whole()
        if isinstance(piece, str):
            self._written += piece
        elif is_object(piece) and is_object(self._object):
            self._object = merged(self._object, piece)
        elif piece is not None:
            if self._object is None and decoded_object(self._written) is None:
                self._written = ""  # the object is the whole of what the text began
            self._object = piece
        # An empty object may be a placeholder for the text that follows.
        return self._show(self._merged() if self._object else self._written)

    def flush(self) -> str:
        """Return what only the end decides: an object that stayed empty, half a character."""
        return self.text.flush() if self._object is None else self._show(self._merged())

    def value(self) -> Any:
        """Return the arguments as they came: text, or an object where there was no text."""
        if self._object is None:
            return self.text.whole()
        if self._written.strip():
            return self._merged()
        return {**self._object} if is_object(self._object) else self._object

    def is_complete(self) -> bool:
        """Return whether the arguments are a whole JSON object, which nothing can follow."""
        return self._object is not None or decoded_object(self.text.whole()) is not None

    def contradict(self, piece: object) -> bool:
        """Return whether a piece begins other arguments after these, which are complete."""
        if isinstance(piece, str):
            is_object_text = piece.lstrip().startswith("{")
            return is_object_text and self.is_complete() and not self.text.begins(piece)
        held = self.value()
        held = decoded_object(held) if isinstance(held, str) else held
        return is_object(held) and is_object(piece) and _differ(held, piece)

    def _add_text(self, piece: str, repeat: Repeat) -> str:
        if repeats_object(self.text, piece):
            return ""
        self.text = without_empty_object(self.text, piece)
        return self.text.add(piece, repeat)

    def _show(self, text: str) -> str:
        if self.text.begins(text):
            return self.text.add(text, Repeat.MESSAGE)
        self.text = GrowingText(text)
        return ""

    def _merged(self) -> str:
        """Return the object together with what came as text, behind it where that is torn."""
        decoded = decoded_object(self._written)
        if decoded is None or not is_object(self._object):
            written = self._written.strip()
            return written if written and not self._object else _dumps(self._object) + written
        both = merged(self._object, decoded)
        return self._written if both == decoded else _dumps(both)


def merged(held: dict[str, Any], piece: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return an object with what a piece adds to it, at every depth."""
    both = {**held, **piece}
    for name in held.keys() & piece.keys():
        if is_object(held[name]) and is_object(piece[name]) and depth < _MAX_DEPTH:
            both[name] = merged(held[name], piece[name], depth + 1)
    return both


def _differ(held: dict[str, Any], piece: dict[str, Any], depth: int = 0) -> bool:
    """Return whether two objects have different values in the same place."""
    for name in held.keys() & piece.keys():
        if is_object(held[name]) and is_object(piece[name]) and depth < _MAX_DEPTH:
            if _differ(held[name], piece[name], depth + 1):
                return True
        elif held[name] != piece[name]:
            return True
    return False


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
