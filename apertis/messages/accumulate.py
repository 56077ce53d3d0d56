"""Accumulates the events of a stream into the message that they are pieces of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client._runtime.json_object import is_object, objects_in
from apertis_client.models.message import Message

from .._answers.growing_text import GrowingText, repeats_object, without_empty_object
from .._answers.identity import index_of

__all__ = ["BlockAccumulator", "MessageAccumulator"]

# The member of a delta that adds to a text, and what it adds to.
_TEXTS: Final = {"text": "text", "thinking": "thinking", "partial_json": "input"}
# The type of a block that began without saying so.
_TYPES: Final = {"text": "text", "thinking": "thinking", "input": "tool_use"}


class MessageAccumulator:
    """An incomplete message. The cost of an event does not depend on what came before it.

    Blocks are identified by ``index``. Where one begins at an index whose block is another, as some
    gateways number them, it has a place of its own, and what follows with that index belongs to it.

    Attributes:
        blocks: The blocks so far, by their place.
    """

    def __init__(self) -> None:
        self._members: dict[str, Any] = {"type": "message", "role": "assistant"}
        self._usage: dict[str, Any] = {}
        self.blocks: dict[int, BlockAccumulator] = {}
        self._places: dict[int, int] = {}  # of blocks that do not have their index for themselves

    def add(self, event: Mapping[str, Any]) -> BlockAccumulator | None:
        """Add an event, as decoded JSON, and return the block that it is about, if any."""
        message, delta = event.get("message"), event.get("delta")
        usage = event.get("usage")
        if is_object(message):
            self._members |= {n: v for n, v in message.items() if n not in ("content", "usage")}
            usage = message.get("usage")
            for position, block in enumerate(objects_in(message.get("content"))):
                self.blocks[position] = BlockAccumulator(block, position)
        if is_object(usage):
            # At the end some gateways do not know any more what they said at the beginning.
            for name, count in usage.items():
                if count or (count is not None and not self._usage.get(name)):
                    self._usage[name] = count
        if event.get("type") == "message_delta" and is_object(delta):
            self._members |= {name: value for name, value in delta.items() if value is not None}
        kind = str(event.get("type"))
        return self._add_to_block(event) if kind.startswith("content_block_") else None

    def answer(self) -> Message:
        content = [self.blocks[index].value() for index in sorted(self.blocks)]
        usage = {"usage": {**self._usage}} if self._usage else {}
        # This copies: the events, and what was returned before, stay as they are.
        message = Message.from_dict({**self._members, "content": content, **usage})
        message.__json_settle__()
        return message

    def _add_to_block(self, event: Mapping[str, Any]) -> BlockAccumulator:
        index = index_of(event)
        if index is None:
            begins = event.get("type") == "content_block_start"
            index = max(self.blocks, default=-1) + begins
        begun, delta = event.get("content_block"), event.get("delta")
        place = self._places.get(index, index)
        block = self.blocks.get(place)
        if block is None and is_object(delta) and "partial_json" in delta and self.blocks:
            last = self.blocks[max(self.blocks)]  # some servers count the pieces
            block = last if last.takes_input else None
        if is_object(begun) and block is not None and block.is_other(begun):
            place = self._places[index] = max(self.blocks) + 1
            block = None
        if block is None or (is_object(begun) and not block.has_text):
            begun = begun if is_object(begun) else {}
            block = self.blocks[place] = BlockAccumulator(begun, place)
        if is_object(delta):
            block.add(delta)
        block.is_over = block.is_over or event.get("type") == "content_block_stop"
        return block


class BlockAccumulator:
    """One incomplete block.

    Attributes:
        index: Its place in the message.
        texts: What grows of it, by member; the input of a tool as JSON text.
        citations: The citations of its text so far.
        is_over: Whether its end has come.
    """

    def __init__(self, block: Mapping[str, Any], index: int) -> None:
        self.index = index
        self.is_over = False
        self._members = dict(block)
        self.texts: dict[str, GrowingText] = {}
        self.citations = objects_in(block.get("citations"))
        for name in ("text", "thinking"):
            if isinstance(text := block.get(name), str):
                self.texts[name] = GrowingText()
                self.texts[name].add(text)

    @property
    def has_text(self) -> bool:
        """Whether any of its texts has begun."""
        return any(text.whole() for text in self.texts.values())

    @property
    def takes_input(self) -> bool:
        """Whether it is of a tool, and has not ended."""
        return "tool_use" in str(self._members.get("type")) and not self.is_over

    def is_other(self, begun: Mapping[str, Any]) -> bool:
        """Return whether the beginning of a block is that of another than this."""
        same = all(self._members.get(name) == begun.get(name) for name in ("type", "id"))
        return self.is_over or not same

    def add(self, delta: Mapping[str, Any]) -> None:
        """Add a delta, of any type."""
        for name, value in delta.items():
            if name in _TEXTS and value is not None:
                grown, piece = _TEXTS[name], arguments_text(value)
                self._members.setdefault("type", _TYPES[grown])
                text = self.texts.get(grown) or GrowingText()
                if grown == "input":
                    piece = "" if repeats_object(text, piece) else piece
                    text = without_empty_object(text, piece)
                self.texts[grown] = text
                text.add(piece)
            elif name == "citation" and is_object(value):
                self.citations.append(value)
            elif name != "type" and value is not None:  # the signature, or of an unknown type
                self._members[name] = value

    def value(self) -> dict[str, Any]:
        """Return the block so far; input that is no JSON yet is the text itself."""
        value = {**self._members, **{name: text.whole() for name, text in self.texts.items()}}
        if "input" in self.texts:
            value["input"] = _input(value["input"], self._members.get("input"))
        if self.citations:
            value["citations"] = [{**each} for each in self.citations]
        return value


def _input(text: str, begun: Any) -> Any:
    if not text.strip():
        return begun if is_object(begun) else {}
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
