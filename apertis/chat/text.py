"""The text of messages and of the arguments of tool calls, whole or arriving in pieces."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, Final

from apertis_client._runtime.json_object import JSONObject, is_array, is_object

__all__ = ["GrowingArguments", "GrowingText", "Repeat", "arguments_text", "content_text"]

_MAX_PIECES: Final = 1_000  # that are not joined yet: a short text takes 50 bytes beside its own


def content_text(content: object) -> str | None:
    """Return the text of a message's content, which may be a list of parts; None if neither."""
    if not is_array(content):
        return content if isinstance(content, str) else None
    texts: list[Any] = [
        part["text"] for part in content if isinstance(part, dict | JSONObject) and "text" in part
    ]
    return "".join(text for text in texts if isinstance(text, str))


def arguments_text(arguments: object) -> str | None:
    """Return the arguments of a function as JSON text; some upstreams send the object itself."""
    if arguments is None or isinstance(arguments, str):
        return arguments
    plain = arguments.to_dict() if isinstance(arguments, JSONObject) else arguments
    return _dumps(plain)


class Repeat(Enum):
    """Whether a piece may repeat what came before it."""

    NO = "no"
    LAST = "last"
    """With the end of a choice, a text that equals everything before is a repetition."""
    MESSAGE = "message"
    """In a message beside deltas, the text is everything so far."""
    ONLY_MESSAGE = "only message"
    """In a message without deltas, the text is everything so far, or the next piece."""


class GrowingText:
    """Text that arrives in pieces and can be read as it was at any length.

    The first half of a surrogate pair waits for the next piece, so that a character whose halves
    arrive in two pieces becomes one character.

    Attributes:
        length: How many characters there are, without a half that waits.
        pieces: How many pieces added something.
    """

    __slots__ = ("_half", "_joined", "_new", "length", "pieces")

    def __init__(self, text: str = "") -> None:
        self._joined = ""
        self._new = [text]
        self._half = ""
        self.length = len(text)
        self.pieces = 0

    def add(self, piece: str, repeat: Repeat = Repeat.NO) -> str:
        """Add a piece and return what can be read of it now."""
        piece = self.new_part(piece, repeat)
        if self._half:
            both = (self._half + piece).encode("utf-16", "surrogatepass")
            piece, self._half = both.decode("utf-16", "surrogatepass"), ""
        if "\ud800" <= piece[-1:] <= "\udbff":
            piece, self._half = piece[:-1], piece[-1]
        if piece:
            self._new.append(piece)
            self.length += len(piece)
            self.pieces += 1
            if len(self._new) > _MAX_PIECES:
                self._join()
        return piece

    def new_part(self, piece: str, repeat: Repeat) -> str:
        """Return a piece without what it repeats."""
        if repeat is Repeat.NO:
            return piece
        whole = self.whole()
        if repeat is Repeat.LAST:
            return "" if self.pieces > 1 and piece == whole else piece
        if piece.startswith(whole):
            return piece[len(whole) :]
        return piece if repeat is Repeat.ONLY_MESSAGE else ""

    def begins(self, whole: str) -> bool:
        """Return whether a text begins with this one."""
        return whole.startswith(self.whole())

    def flush(self) -> str:
        """Stop waiting for the other half of a character; return the half that waited."""
        half, self._half = self._half, ""
        self._new.append(half)
        self.length += len(half)
        return half

    def until(self, length: int) -> str:
        """Return the first `length` characters."""
        if self._new:
            self._join()
        return self._joined if length == self.length else self._joined[:length]

    def whole(self) -> str:
        """Return everything, a half that waits included."""
        return self.until(self.length) + self._half

    def _join(self) -> None:
        # Where no other reference is left, Python extends a text in place, not copying it.
        joined, self._joined = self._joined, ""
        joined += "".join(self._new)
        self._joined = joined
        self._new.clear()


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
            return "" if self._is_repeated(piece) else self.text.add(piece, repeat)
        if self._object is None:
            self._written = self.text.whole()
        if isinstance(piece, str):
            self._written += piece
        elif is_object(piece) and is_object(self._object):
            self._object = {**self._object, **piece}
        elif piece is not None:
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
        return self._object is not None or _decoded(self.text.whole()) is not None

    def contradict(self, piece: object) -> bool:
        """Return whether a piece begins other arguments after these, which are complete."""
        if isinstance(piece, str):
            is_object_text = piece.lstrip().startswith("{")
            return is_object_text and self.is_complete() and not self.text.begins(piece)
        held = self.value()
        held = _decoded(held) if isinstance(held, str) else held
        if not (is_object(held) and is_object(piece)):
            return False
        return any(name in held and held[name] != value for name, value in piece.items())

    def _is_repeated(self, piece: str) -> bool:
        return (
            len(piece) == self.text.length > 1
            and piece == self.text.whole()
            and _decoded(piece) is not None
        )

    def _show(self, text: str) -> str:
        if self.text.begins(text):
            return self.text.add(text, Repeat.MESSAGE)
        self.text = GrowingText(text)
        return ""

    def _merged(self) -> str:
        """Return the object together with what came as text."""
        decoded = _decoded(self._written)
        if decoded is None or not is_object(self._object):
            return (not self._object and self._written.strip()) or _dumps(self._object)
        both = {**self._object, **decoded}
        return self._written if both == decoded else _dumps(both)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _decoded(text: str) -> dict[str, Any] | None:
    """Return the JSON object that a text is, None where it is none."""
    if not (text.lstrip().startswith("{") and text.rstrip().endswith("}")):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if is_object(value) else None
