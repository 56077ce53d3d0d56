"""Accumulates the events of a stream into the response that they are pieces of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client._runtime.json_object import is_array, is_object, objects_in
from apertis_client.models.response import Response

from .._answers.growing_text import GrowingText, repeats_object, without_empty_object
from .._answers.identity import id_of, index_of

__all__ = ["ENDS", "ResponseAccumulator"]

ENDS: Final = ("response.completed", "response.incomplete", "response.failed")

# For each text that grows: the list of parts that it is in and their type, or the member it is.
_PARTS: Final = {
    "output_text": ("content", "output_text", "text"),
    "refusal": ("content", "refusal", "refusal"),
    "reasoning_text": ("content", "reasoning_text", "text"),
    "reasoning_summary_text": ("summary", "summary_text", "text"),
}
_TYPES: Final = {"output_text": "message", "refusal": "message"}  # of the item; else reasoning

_Parts: TypeAlias = Mapping[int, Mapping[str, Any]]


class ResponseAccumulator:
    """An incomplete response. The cost of an event does not depend on what came before it.

    The event at the end has the whole response. What came before counts where it is missing, as in
    a stream that broke off, or where a gateway leaves the output, or what is in its items, out of
    that event.

    Items are identified by ``output_index``. Where one begins at an index whose item is another, it
    has a place of its own, and what follows with its id, or with that index, belongs to it.
    """

    def __init__(self) -> None:
        self._response: dict[str, Any] = {"object": "response"}
        self._items: dict[int, _Item] = {}
        # Of items that do not have their index for themselves: by index and id, and of the last.
        self._places: dict[tuple[int, str], int] = {}

    def add(self, event: Mapping[str, Any]) -> GrowingText | None:
        """Add an event, as decoded JSON, and return the text that it adds to, if any."""
        kind = str(event.get("type"))
        response = event.get("response")
        if is_object(response):
            self._response |= response
            return None
        prefix, _, step = kind.removeprefix("response.").rpartition(".")
        if prefix == "output_item":
            self._item(event, event.get("item"))
        elif prefix in ("content_part", "reasoning_summary_part"):
            self._item(event).set_part(event, event.get("part"))
        elif prefix == "output_text.annotation":
            self._item(event, of="output_text").annotate(event)
        elif "_call_" in prefix:  # function_call_arguments, custom_tool_call_input
            member = prefix.rpartition("_")[2]
            return self._item(event, of=prefix).add_member(member, event, is_done=step == "done")
        elif prefix in _PARTS:
            return self._item(event, of=prefix).add_text(prefix, event, is_done=step == "done")
        return None

    def answer(self) -> Response:
        items = [self._items[index] for index in sorted(self._items)]
        members = {**self._response}
        output = members.get("output")
        if items and not output:
            members["output"] = [item.value() for item in items]
        elif is_array(output) and len(output) == len(items):
            members["output"] = [end.filled(item) for item, end in zip(output, items, strict=True)]
        response = Response.from_dict(members)  # which copies: the events stay as they came
        response.__json_settle__()
        return response

    def _item(self, event: Mapping[str, Any], item: Any = None, *, of: str = "") -> _Item:
        index = index_of(event, "output_index")
        # Some gateways give each event an id of its own: only one that is known says anything.
        key = id_of(item) if is_object(item) else id_of(event, "item_id")
        if index is None:
            index = self._index_of(key, begins=event.get("type") == "response.output_item.added")
        place = self._places.get((index, key), self._places.get((index, ""), index))
        if key and event.get("type") == "response.output_item.added":
            held = self._items.get(place)
            if held is not None and held.id not in ("", key):
                place = self._places[index, ""] = max(self._items) + 1
            self._places[index, key] = place
        index = place
        if is_object(item):
            is_done = event.get("type") == "response.output_item.done"
            self._items[index] = _Item(item, self._items.get(index) if is_done else None)
        elif index not in self._items:
            is_call = "_call_" in of
            kind = of.rpartition("_")[0] if is_call else _TYPES.get(of, "reasoning")
            self._items[index] = _Item({"type": kind if of else "message"})
        return self._items[index]

    def _index_of(self, key: str, *, begins: bool) -> int:
        """Return the place of what has no index: of the item with its id, or else of the last."""
        last = max(self._items, default=-1)
        if begins or not self._items:
            return last + 1
        return next((i for i, item in self._items.items() if key and item.id == key), last)


class _Item:
    """One incomplete item."""

    def __init__(self, item: Mapping[str, Any], before: _Item | None = None) -> None:
        self._members = dict(item)
        self._parts = {
            name: dict(enumerate([{**each} for each in objects_in(item.get(name))]))
            for name in ("content", "summary")
        }
        self._texts: dict[tuple[str, int, str], GrowingText] = {}
        self._grown: dict[str, GrowingText] = {}  # members that are texts
        if before is not None:  # counts where the end of the item has nothing
            for name, parts in before._parts.items():
                if _say_nothing(self._parts[name], parts):
                    self._parts[name] = parts
            for at, text in before._texts.items():
                if self._parts[at[0]] is before._parts[at[0]]:
                    self._texts[at] = text
            self._grown = {n: text for n, text in before._grown.items() if not item.get(n)}

    @property
    def id(self) -> str:
        """Its id, empty where it has none."""
        return str(self._members.get("id") or "")

    def filled(self, item: Any) -> Any:
        """Return this item as the end of the response has it, with what that leaves out."""
        is_same = is_object(item) and item.get("type") == self._members.get("type")
        return _Item(item, self).value() if is_same else item

    def set_part(self, event: Mapping[str, Any], part: Any) -> None:
        """Keep a part as it is now."""
        name = "summary" if "summary_index" in event else "content"
        if is_object(part):
            index = _index(event, name)
            self._parts[name][index] = {**part}
            for member in ("text", "refusal"):
                self._texts.pop((name, index, member), None)

    def annotate(self, event: Mapping[str, Any]) -> None:
        """Add an annotation to a text."""
        part = self._parts["content"].setdefault(_index(event, "content"), {"type": "output_text"})
        held = part.get("annotations")
        part["annotations"] = [*(held if is_array(held) else ()), event.get("annotation")]

    def add_text(self, of: str, event: Mapping[str, Any], *, is_done: bool) -> GrowingText:
        """Add to the text of a part, or keep it as it is at its end."""
        name, kind, member = _PARTS[of]
        index = _index(event, name)
        part = self._parts[name].setdefault(index, {"type": kind})
        text = self._texts.get((name, index, member))
        if text is None or (is_done and event.get(member)):
            whole = (event if is_done else part).get(member)
            text = GrowingText(whole if isinstance(whole, str) else "")
            self._texts[(name, index, member)] = text
        if isinstance(delta := event.get("delta"), str):
            text.add(delta)
        return text

    def add_member(self, name: str, event: Mapping[str, Any], *, is_done: bool) -> GrowingText:
        """Add to the arguments of a call, or another member, or keep it as it is at its end."""
        text = self._grown.get(name)
        if text is None or (is_done and event.get(name)):
            whole = (event if is_done else self._members).get(name)
            text = GrowingText(arguments_text(whole))
        piece = arguments_text(event.get("delta"))
        if name == "arguments":
            piece = "" if repeats_object(text, piece) else piece
            text = without_empty_object(text, piece)
        self._grown[name] = text
        text.add(piece)
        return text

    def value(self) -> dict[str, Any]:
        """Return the item so far."""
        value = {**self._members}
        for name, parts in self._parts.items():
            if parts:
                value[name] = [{**parts[index]} for index in sorted(parts)]
        for (name, index, member), text in self._texts.items():
            value[name][sorted(self._parts[name]).index(index)][member] = text.whole()
        return {**value, **{name: text.whole() for name, text in self._grown.items()}}


def _say_nothing(parts: _Parts, before: _Parts) -> bool:
    """Return whether parts have nothing, not even other types than those before."""
    types = [[part.get("type") for part in each.values()] for each in (parts, before)]
    members = [item for part in parts.values() for item in part.items()]
    is_empty = not any(value for name, value in members if name != "type")
    return not parts or (is_empty and types[0] == types[1])


def _index(event: Mapping[str, Any], name: str) -> int:
    return index_of(event, f"{name}_index") or 0
