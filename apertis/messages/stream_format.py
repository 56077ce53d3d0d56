"""What the events of messages mean to a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client._runtime.error_body import choice_error
from apertis_client._runtime.json_object import JSONObject, is_array, is_object, objects_in
from apertis_client.models.message import Message

from .._answers.typed_format import TypedEventFormat
from .accumulate import MessageAccumulator

__all__ = ["MESSAGE_FORMAT"]


class MessageStreamFormat(TypedEventFormat):
    """The `StreamFormat` of messages."""

    final = "get_final_message"
    accumulator = MessageAccumulator
    kinds = ("message_", "content_block_")

    def may_fail(self, data: Mapping[str, Any], name: bytes) -> bool:
        """Return whether data may be an error: also by the reason why the message stopped."""
        return super().may_fail(data, name) or bool(_stop_reason(data))

    def fault_in(self, event: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Return the error that a stop reason names."""
        error = choice_error({"finish_reason": _stop_reason(event)})
        return None if error is None else {"error": error}

    def to_events(self, answer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Yield the events that a message would have come in."""
        at_end = {name: answer.get(name) for name in ("stop_reason", "stop_sequence")}
        begun: dict[str, Any] = {**answer, "content": [], **dict.fromkeys(at_end)}
        yield {"type": "message_start", "message": begun}
        for index, block in enumerate(objects_in(answer.get("content"))):
            empty, delta = _begun(block)
            yield {"type": "content_block_start", "index": index, "content_block": empty}
            if delta:
                yield {"type": "content_block_delta", "index": index, "delta": delta}
            yield {"type": "content_block_stop", "index": index}
        yield {"type": "message_delta", "delta": at_end, "usage": answer.get("usage")}
        yield {"type": "message_stop"}

    def says_end(self, event: Mapping[str, Any], *, has_end: bool) -> bool:
        # What a server says at the beginning, before any content, proves nothing without the end.
        return (has_end or event.get("type") != "message_start") and bool(_stop_reason(event))

    def text_of(self, event: Any) -> str | None:
        """Return the text of an event: of a delta, or of blocks that have some already."""
        # Where they end, some servers repeat the whole block, and the message.
        part = getattr(event, _PARTS.get(str(getattr(event, "type", None)), ""), None)
        content = getattr(part, "content", None) if isinstance(part, Message) else [part]
        parts: list[Any] = content if is_array(content) else []
        objects = [part for part in parts if isinstance(part, JSONObject)]
        texts = [part.get("text") for part in objects if part.get("type") in _TEXTS]
        return "".join(map(arguments_text, texts))


MESSAGE_FORMAT: Final = MessageStreamFormat()

# Where an event has text, by its type.
_PARTS: Final[Mapping[str, str]] = {
    "message_start": "message",
    "content_block_start": "content_block",
    "content_block_delta": "delta",
}
# The types of blocks and deltas that are text, or may be where they do not say.
_TEXTS: Final = ("text", "text_delta", None)


def _begun(block: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a block as it begins, and the delta that makes it whole."""
    kind = block.get("type")
    if kind in ("text", "thinking") and isinstance(text := block.get(kind), str):
        return {**block, kind: ""}, {"type": f"{kind}_delta", kind: text}
    if kind == "tool_use" and is_object(block.get("input")):
        text = json.dumps(block["input"], ensure_ascii=False)
        return {**block, "input": {}}, {"type": "input_json_delta", "partial_json": text}
    return block, {}


def _stop_reason(event: Mapping[str, Any]) -> Any:
    for name in ("delta", "message"):
        if is_object(part := event.get(name)) and part.get("stop_reason"):
            return part["stop_reason"]
    return None
