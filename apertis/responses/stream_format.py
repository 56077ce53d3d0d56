"""What the events of responses mean to a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import objects_in

from .._answers.typed_format import EventTextReader, TypedEventFormat
from .accumulate import ENDS, ResponseAccumulator
from .text import NewText

__all__ = ["RESPONSE_FORMAT"]


class ResponseStreamFormat(TypedEventFormat):
    """The `StreamFormat` of responses."""

    final = "get_final_response"
    accumulator = ResponseAccumulator
    kinds = ("response.",)

    def to_events(self, answer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Yield the events that a response would have come in."""
        begun: dict[str, Any] = {**answer, "status": "in_progress", "output": []}
        yield {"type": "response.created", "response": begun}
        for position, item in enumerate(objects_in(answer.get("output"))):
            at = {"item_id": item.get("id"), "output_index": position}
            yield {"type": "response.output_item.added", **at, "item": _begun(item)}
            yield from _steps(item, at)
            yield {"type": "response.output_item.done", **at, "item": item}
        status = f"response.{answer.get('status')}"
        yield {"type": status if status in ENDS else ENDS[0], "response": answer}

    def says_end(self, event: Mapping[str, Any], *, has_end: bool) -> bool:  # noqa: ARG002
        return event.get("type") in ENDS

    def text_reader(
        self,
        choice: int,  # noqa: ARG002
        before: Iterable[Mapping[str, Any]],
    ) -> EventTextReader:
        """Return what reads the text, of which there is one."""
        new = NewText()
        for event in before:
            new.of(event)
        return EventTextReader(new.of)


RESPONSE_FORMAT: Final = ResponseStreamFormat()


def _begun(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item as it begins."""
    begun: dict[str, Any] = {**item, "status": "in_progress"}
    if item.get("type") == "message":
        begun["content"] = []
    if item.get("type") == "function_call":
        begun["arguments"] = ""
    return begun


def _steps(item: Mapping[str, Any], at: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the events between the first and the last of an item."""
    if item.get("type") == "function_call":
        name = "response.function_call_arguments"
        arguments = item.get("arguments")
        yield {"type": f"{name}.delta", **at, "delta": arguments}
        yield {"type": f"{name}.done", **at, "arguments": arguments}
    parts = objects_in(item.get("content")) if item.get("type") == "message" else []
    for index, part in enumerate(parts):
        here = {**at, "content_index": index}
        member = "refusal" if part.get("type") == "refusal" else "text"
        yield {"type": "response.content_part.added", **here, "part": {**part, member: ""}}
        if part.get("type") in ("output_text", "refusal"):
            name = f"response.{part['type']}"
            yield {"type": f"{name}.delta", **here, "delta": part.get(member)}
            yield {"type": f"{name}.done", **here, member: part.get(member)}
        yield {"type": "response.content_part.done", **here, "part": part}
