"""JSON that is still being written: what it says so far.

The text comes in pieces, cut anywhere. Each piece is looked at once and extends the value where it
grows, so that it costs what it is long, however much came before.
"""

from __future__ import annotations

import json
import re
from typing import Any

from apertis_client._runtime.json_object import is_object

__all__ = ["PartialJSON"]

# What of a string can be decoded: characters, escapes, and of surrogates the two halves at once.
# A high one stands alone where what follows can no longer become its other half.
_DECODABLE = re.compile(
    r"""(?: [^"\\]++
          | \\["\\/bfnrt]
          | \\u(?![dD][89abAB])[0-9a-fA-F]{4}
          | \\u[dD][89abAB][0-9a-fA-F]{2} (?: \\u[dD][c-fC-F][0-9a-fA-F]{2}
                                            | (?= [^\\] | \\[^u] | \\u[^dD] | \\u[dD][^c-fC-F] ) )
        )*+""",
    re.VERBOSE | re.DOTALL,
)
_LONGEST_UNDECODED = len(r"\ud83d\ude0")

# What numbers and literals are written with; which of these it is, their end shows.
_WORD = re.compile(r"[-+.0-9A-Za-z]*")


class PartialJSON:
    """A JSON document in the making. What a piece costs does not depend on what came before it.

    Only what is certain is shown. A string shows the characters that are there, without half an
    escape or half a surrogate pair. A number or a literal shows when something follows it, so a
    document that is nothing else needs a closing space. A key shows with its value.

    Text that is no JSON is no error: the value stays what it was before, whatever follows. Nor is
    what stands behind the end of the document looked at.
    """

    def __init__(self) -> None:
        self._root: list[Any] = []
        self._open: list[Any] = [self._root]  # what still grows, the innermost last
        self._due = "value"  # or "first" (in a new list or object), "key", ":", ",", "nothing"
        self._inside = ""  # or "key", "string", "word": what the text is in the middle of
        self._key = ""  # of the member that comes next, or that is being read
        self._word: list[str] = []  # a key, a number or a literal, as far as it has come
        self._undecoded = ""

    @property
    def value(self) -> Any:
        """What the text says so far, None where it says nothing yet.

        The dicts and lists are live: they grow with the text. Copy what must stay as it is, and
        change nothing in them.
        """
        return self._root[0] if self._root else None

    def feed(self, text: str) -> None:
        """Take the next piece of the text."""
        if self._undecoded:
            text, self._undecoded = self._undecoded + text, ""
        at = 0
        while at < len(text) and self._due != "nothing":
            if self._inside == "word":
                at = self._read_word(text, at)
            elif self._inside:
                at = self._read_string(text, at)
            else:
                if text[at] not in " \t\r\n":
                    self._take(text[at])
                at += 1

    def _take(self, char: str) -> None:
        """Take a character that stands outside of strings and words."""
        in_object = is_object(self._open[-1])
        due = self._due
        if due == "first" and char not in "]}":
            due = "key" if in_object else "value"
        if due in ("first", ",") and char == ("}" if in_object else "]"):
            self._open.pop()
            self._ended()
        elif due == char == ",":
            self._due = "key" if in_object else "value"
        elif due == char == ":":
            self._due = "value"
        elif due == "key" and char == '"':
            self._inside = "key"
        elif due == "value":
            self._begin(char)
        else:
            self._due = "nothing"

    def _begin(self, char: str) -> None:
        if char in "{[":
            value: Any = {} if char == "{" else []
            self._put(value)
            self._open.append(value)
            self._due = "first"
        elif char == '"':
            self._put("")
            self._inside = "string"
        else:
            self._inside = "word"
            self._word.append(char)

    def _put(self, value: Any) -> None:
        parent = self._open[-1]
        if is_object(parent):
            parent[self._key] = value
        else:
            parent.append(value)

    def _ended(self) -> None:
        """Go on behind a value."""
        self._inside = ""
        self._due = "," if len(self._open) > 1 else "nothing"

    def _read_string(self, text: str, at: int) -> int:
        end = _end(_DECODABLE, text, at)
        more = self._decoded(f'"{text[at:end]}"')
        if self._inside == "key":
            self._word.append(more)
        elif more:
            self._lengthen(more)
        if end == len(text):
            return end
        if text[end] == "\\":
            self._undecoded = text[end:]
            if len(self._undecoded) > _LONGEST_UNDECODED:  # it will never be an escape
                self._due = "nothing"
            return len(text)
        if self._inside == "key":
            self._key = "".join(self._word)
            self._word.clear()
            self._inside, self._due = "", ":"
        else:
            self._ended()
        return end + 1

    def _lengthen(self, more: str) -> None:
        parent = self._open[-1]
        slot: Any = self._key if is_object(parent) else -1
        text = parent[slot]
        # Where no other reference is left, Python lengthens a text in place instead of copying it.
        parent[slot] = ""
        text += more
        parent[slot] = text

    def _read_word(self, text: str, at: int) -> int:
        end = _end(_WORD, text, at)
        self._word.append(text[at:end])
        if end < len(text):
            value = self._decoded("".join(self._word))
            self._word.clear()
            if self._due != "nothing":
                self._put(value)
                self._ended()
        return end

    def _decoded(self, token: str) -> Any:
        try:
            return json.loads(token, strict=False)
        except ValueError:
            self._due = "nothing"
            return ""


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where the match of `pattern` at a place ends; that place where there is none."""
    match = pattern.match(text, at)
    return match.end() if match else at
