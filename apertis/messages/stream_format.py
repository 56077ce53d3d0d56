"""What the events of messages mean to a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from apertis_client._runtime.error_body import choice_error
from apertis_client._runtime.json_object import is_object, objects_in

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

    def is_whole(
        self,
        events: Iterable[Mapping[str, Any]],
        *,
        has_end: bool,
        require_finish_reason: bool,
    ) -> bool:
        """Return whether the end came, and the message says why it stopped."""
        if not has_end:
            return False
        found = (_stop_reason(event) for event in events)
        return any(found) if require_finish_reason else next(found, self) is not self

    def text_of(self, event: Any) -> str | None:
        """Return the text of an event: of a delta, or of a block that has some already."""
        part = getattr(event, "delta", None) or getattr(event, "content_block", None)
        if getattr(event, "type", None) == "content_block_stop":
            return None  # some servers repeat the whole block
        is_text = getattr(part, "type", None) in ("text_delta", "text")
        return getattr(part, "text", None) if is_text else None


MESSAGE_FORMAT: Final = MessageStreamFormat()


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
