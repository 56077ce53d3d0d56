"""Text that arrives in pieces."""

from __future__ import annotations

import json
from enum import Enum
from functools import partial
from typing import Any, Final

from apertis_client._runtime.json_object import is_object
from apertis_client._runtime.json_text import whole_characters

__all__ = ["GrowingText", "Repeat", "decoded_object", "repeats_object", "without_empty_object"]

_MAX_PIECES: Final = 1_000  # that are not joined yet: a short text takes 50 bytes beside its own

# A shorter piece that equals everything before it may be the same syllable or digits once more.
_SHORTEST_REPEAT: Final = 5
_MAX_EMPTY: Final = 8  # characters of an empty object, with white space


class Repeat(Enum):
    """Whether a piece may repeat what came before it."""

    NO = "no"
    DELTA = "delta"
    """A text of 5 characters and more that equals all pieces before, several, and that no other
    follows is a repetition."""
    END = "end"
    """With the end of a choice, so is a shorter one."""
    AFTER = "after"
    """After the end, so is one of 5 characters that equals a single piece."""
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
        added: What the last piece added that can be read.
    """

    __slots__ = ("_half", "_held", "_joined", "_new", "added", "length", "pieces")

    def __init__(self, text: str = "") -> None:
        self._joined = ""
        self._new = [text]
        self._half = ""
        self._held = ""  # text if more follows, and otherwise a repetition
        self.length = len(text)
        self.pieces = 0
        self.added = ""

    def add(self, piece: str, repeat: Repeat = Repeat.NO) -> str:
        """Add a piece and return what can be read of it now."""
        if self._held or repeat is not Repeat.NO:
            piece = self.new_part(piece, repeat)
        if self._half:
            piece, self._half = whole_characters(self._half + piece), ""
        if "\ud800" <= piece[-1:] <= "\udbff":
            piece, self._half = piece[:-1], piece[-1]
        self.added = piece
        if piece:
            self._new.append(piece)
            self.length += len(piece)
            self.pieces += 1
            if len(self._new) > _MAX_PIECES:
                self._join()
        return piece

    def new_part(self, piece: str, repeat: Repeat) -> str:
        """Return a piece without what it repeats, behind text that was taken for a repetition."""
        if repeat is Repeat.MESSAGE or repeat is Repeat.ONLY_MESSAGE:
            whole = self.whole()
            if piece.startswith(whole):
                self._held = ""
                return piece[len(whole) :]
            return piece if repeat is Repeat.ONLY_MESSAGE else ""
        if (
            repeat is not Repeat.NO
            and len(piece) == self.length + len(self._half)  # which is rare
            and self._has_evidence(piece, repeat)
            and piece == self.whole()
        ):
            self._held += piece if repeat is Repeat.DELTA else ""
            return ""
        if piece and self._held:
            piece, self._held = self._held + piece, ""
        return piece

    def _has_evidence(self, piece: str, repeat: Repeat) -> bool:
        """Return whether a piece that equals everything before it hardly does so by chance."""
        is_of_several, is_long = self.pieces > 1, len(piece) >= _SHORTEST_REPEAT
        if repeat is Repeat.END:
            return is_of_several
        return (is_of_several and is_long) if repeat is Repeat.DELTA else is_of_several or is_long

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

    def so_far(self) -> Any:
        """Return what gives the text as it is now, a `partial`, as lazy attributes are."""
        return partial(self.until, self.length)

    def whole(self) -> str:
        """Return everything, a half that waits included."""
        return self.until(self.length) + self._half

    def _join(self) -> None:
        # Where no other reference is left, Python extends a text in place, not copying it.
        joined, self._joined = self._joined, ""
        joined += "".join(self._new)
        self._joined = joined
        self._new.clear()


def without_empty_object(arguments: GrowingText, piece: str) -> GrowingText:
    """Return arguments, as JSON text, to which a piece is added; empty if it begins them anew.

    Some gateways write an empty object before the arguments themselves.
    """
    if not piece.lstrip().startswith("{") or arguments.length > _MAX_EMPTY:
        return arguments
    return GrowingText() if arguments.whole().strip() == "{}" else arguments


def repeats_object(arguments: GrowingText, piece: str) -> bool:
    """Return whether a piece is all arguments once more, maybe with other spaces, or is empty."""
    if piece.lstrip()[:1] != "{" or piece.rstrip()[-1:] != "}":
        return False
    whole = arguments.whole()
    if whole.rstrip()[-1:] != "}":
        return False
    decoded, held = decoded_object(piece), decoded_object(whole)
    return decoded is not None and held is not None and decoded in (held, {})


def decoded_object(text: str) -> dict[str, Any] | None:
    """Return the JSON object that a text is, None where it is none."""
    if not (text.lstrip().startswith("{") and text.rstrip().endswith("}")):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if is_object(value) else None
