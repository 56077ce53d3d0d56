"""JSON values that arrive in pieces: objects, lists and texts, at every depth."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import is_array, is_object
from apertis_client._runtime.json_text import whole_characters

from .._answers.growing_text import GrowingText, Repeat
from .._answers.identity import id_of, index_of
from .text import GrowingArguments

__all__ = ["GrowingObject", "finish_reason_of"]

# Members that identify an object or name its kind; each fragment may repeat them.
_ONCE: Final = frozenset(
    {"id", "object", "created", "model", "role", "type", "index", "format", "status", "url"}
    | {"call_id", "tool_call_id", "media_type", "mime_type"}
)
# Objects nested more deeply are not merged: the last one counts.
_MAX_DEPTH: Final = 100


def finish_reason_of(choice: Mapping[str, Any]) -> Any:
    """Return why a choice has ended; None, which some servers write as text, where it has not."""
    reason = choice.get("finish_reason")
    return reason if reason and reason != "null" else None


class GrowingObject:
    """An object that arrives in fragments.

    Texts and names are joined, lists are extended, their items that have an ``index`` or an ``id``
    are merged by it, those that have a ``url`` and came before count once, objects are merged; ids
    and types count once; of anything else the last value that is not null counts. A member that
    changes its kind becomes a list of what it was and what it is.
    """

    def __init__(self, depth: int = 0) -> None:
        self._members: dict[str, Any] = {}
        self._depth = depth

    def add(self, name: str, value: Any, repeat: Repeat) -> str | None:
        """Add to a member; return what arguments add to their text, None for all else."""
        held = self._members.get(name)
        if value is None:
            self._members.setdefault(name, None)
        elif name == "arguments":
            if not isinstance(held, GrowingArguments):
                held = self._members[name] = GrowingArguments()
            return held.add(value, repeat)
        elif isinstance(value, str):
            if name in _ONCE:
                self._members[name] = held or value
            elif name == "name":
                self._members[name] = _joined_name(held, value)
            else:
                self._add_text(name, held, value, repeat)
        elif is_array(value):
            self._list(name, held).add(value, repeat)
        elif is_object(value) and self._depth < _MAX_DEPTH:
            self._add_object(name, held, value, repeat)
        elif not isinstance(held, _KINDS) and not (name in _ONCE and held):
            self._members[name] = value
        return None

    def hold_text(self, name: str, text: GrowingText) -> bool:
        """Let a text that grows elsewhere be a member if nothing else is; return whether it is."""
        held = self._members.get(name)
        if held is None:
            held = self._members[name] = text
        return held is text

    def join(self, members: Mapping[str, Any], repeat: Repeat) -> None:
        """Add a fragment."""
        for name, value in members.items():
            self.add(name, value, repeat)

    def get(self, name: str) -> Any:
        """Return a member so far; None where there is none."""
        return self._members.get(name)

    def nested(self, name: str) -> GrowingObject:
        """Return the object that a member is, an empty one where it is none yet."""
        held = self._members.get(name)
        if not isinstance(held, GrowingObject):
            held = self._members[name] = GrowingObject(self._depth + 1)
        return held

    def value(self) -> dict[str, Any]:
        """Return the object so far."""
        return {name: _value(held) for name, held in self._members.items()}

    def _add_text(self, name: str, held: Any, value: str, repeat: Repeat) -> None:
        if isinstance(held, GrowingList | GrowingObject):
            if value and repeat is not Repeat.MESSAGE:
                self._list(name, held).add_text(value)
            return
        if not isinstance(held, GrowingText):
            held = self._members[name] = GrowingText()
        held.add(value, repeat)

    def _add_object(self, name: str, held: Any, value: dict[str, Any], repeat: Repeat) -> None:
        if isinstance(held, GrowingList) or (isinstance(held, GrowingText) and held.whole()):
            if value and repeat is not Repeat.MESSAGE:
                self._list(name, held).add([value], repeat)
        else:
            self.nested(name).join(value, repeat)

    def _list(self, name: str, held: Any) -> GrowingList:
        if isinstance(held, GrowingList):
            return held
        made = self._members[name] = GrowingList(self._depth + 1, is_content=name == "content")
        before = _value(held) if isinstance(held, _KINDS) else None
        if isinstance(before, str) and before:
            made.add_text(before)
        elif before:
            made.add([before], Repeat.NO)
        return made


class GrowingList:
    """A list that arrives in fragments."""

    def __init__(self, depth: int, *, is_content: bool) -> None:
        self._items: list[Any] = []
        self._known: dict[int | str, GrowingObject] = {}  # by index and by id
        self._linked: set[int] = set()  # hashes of the items with an address
        self._depth = depth
        self._is_content = is_content  # of a message, whose texts are parts
        self._text: GrowingText | None = None  # the last item, where texts follow each other

    def add(self, items: list[Any], repeat: Repeat) -> None:
        """Add items; those whose ``index``, or else ``id``, and type came before are merged."""
        known = [] if repeat is Repeat.NO else self.value()
        repeated = len(known) if items[: len(known)] == known else 0
        for item in items[repeated:]:
            keys = _keys(item) if is_object(item) and self._depth < _MAX_DEPTH else []
            if keys:
                self._known_item(keys, item).join(item, repeat)
            elif (repeat is not Repeat.MESSAGE or repeated == len(known)) and not self._is_linked(
                item
            ):
                self._items.append(item)
                self._text = None

    def add_text(self, text: str) -> None:
        """Add a piece of text, which is joined with text right before it."""
        if self._text is None:
            self._text = GrowingText()
            self._items.append(self._text)
        self._text.add(text)

    def value(self) -> list[Any]:
        """Return the list so far."""
        return [
            {"type": "text", "text": item.whole()}
            if self._is_content and isinstance(item, GrowingText)
            else _value(item)
            for item in self._items
        ]

    def _is_linked(self, item: Any) -> bool:
        """Return whether an item came before that has an address, as a citation or an image has."""
        if not _url_of(item):
            return False
        try:
            key = hash(json.dumps(item))  # an image may be large
        except RecursionError:  # nested too deeply
            return False
        is_known = key in self._linked
        self._linked.add(key)
        return is_known

    def _known_item(self, keys: list[int | str], item: Mapping[str, Any]) -> GrowingObject:
        held = next((self._known[key] for key in keys if key in self._known), None)
        if held is not None and _are_apart(held, item):
            held = None
        if held is None:
            held = GrowingObject(self._depth + 1)
            self._items.append(held)
            self._text = None
        self._known.update(dict.fromkeys(keys, held))
        return held


def _keys(item: Mapping[str, Any]) -> list[int | str]:
    """Return what identifies an item of a list: its index, then its id."""
    index, id_ = index_of(item), id_of(item)
    keys: list[int | str] = [] if index is None else [index]
    return [*keys, id_] if id_ else keys


def _are_apart(held: GrowingObject, item: Mapping[str, Any]) -> bool:
    """Return whether an item has another type, index or address than one that it seems to be."""
    types = {item.get("type"), held.get("type")} - {None, ""}
    indices = {index_of(item), index_of({"index": held.get("index")})} - {None}
    if len(types) > 1 or len(indices) > 1:
        return True
    url = _url_of(item)
    return bool(url) and _url_of(held.value()) not in ("", url)


def _url_of(item: Any) -> str:
    """Return the address of an item, which an object inside may have; empty without."""
    if is_object(item):
        holders = (item, *filter(is_object, item.values()))
        return next((url for each in holders if isinstance(url := each.get("url"), str)), "")
    return ""


_KINDS: Final = (GrowingText, GrowingArguments, GrowingList, GrowingObject)


def _value(held: Any) -> Any:
    if isinstance(held, GrowingText):
        return held.whole()
    if isinstance(held, GrowingArguments | GrowingList | GrowingObject):
        return held.value()
    return held


def _joined_name(held: Any, piece: str) -> str:
    """Return a name with its next piece, which may also repeat it or be the whole."""
    if not isinstance(held, str) or piece.startswith(held):
        return piece or (held if isinstance(held, str) else "")
    return whole_characters(held + piece)
