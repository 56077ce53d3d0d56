"""What servers send for `client.responses`: whole responses, and the events of streams."""

from __future__ import annotations

from typing import Any

from tests.server import Step, event

QUESTION: dict[str, Any] = {"model": "gpt-4.1-mini", "input": "Hi"}


def words(text: str, **members: Any) -> dict[str, Any]:
    part: dict[str, Any] = {"type": "output_text", "text": text, "annotations": []}
    return {"type": "message", "id": "msg_1", "role": "assistant", "content": [part], **members}


def refused(text: str) -> dict[str, Any]:
    return {**words(""), "content": [{"type": "refusal", "refusal": text}]}


def called(arguments: str, name: str = "weather", call_id: str = "call_1") -> dict[str, Any]:
    return {"type": "function_call", "call_id": call_id, "name": name, "arguments": arguments}


def said(*output: dict[str, Any], status: str = "completed", **members: Any) -> dict[str, Any]:
    """Return a response as it comes."""
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1767225600,
        "status": status,
        "model": "gpt",
        "output": list(output),
        "usage": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5},
        **members,
    }


def named(type_: str, **members: Any) -> bytes:
    """Return an event as it is sent: its name is its type."""
    type_ = f"response.{type_}"
    return event({"type": type_, **members}, name=type_)


def text(piece: str, index: int = 0) -> bytes:
    at = {"item_id": "msg_1", "output_index": index, "content_index": 0}
    return named("output_text.delta", **at, delta=piece)


def ended(*output: dict[str, Any], status: str = "completed", **members: Any) -> bytes:
    return named(status, response=said(*output, status=status, **members))


BEGIN: list[Step] = [
    named("created", response=said(status="in_progress"), sequence_number=0),
    named("output_item.added", output_index=0, item={**words(""), "content": []}),
    named(
        "content_part.added",
        output_index=0,
        content_index=0,
        part={"type": "output_text", "text": "", "annotations": []},
    ),
]
TEXT_DONE = named("output_text.done", output_index=0, content_index=0, text="Hello!")
END = ended(words("Hello!"))
HELLO: list[Step] = [*BEGIN, text("Hel"), text("lo!"), TEXT_DONE, END]
CALL: list[Step] = [
    named("created", response=said(status="in_progress")),
    named("output_item.added", output_index=0, item=called("")),
    named("function_call_arguments.delta", output_index=0, delta='{"city": "Par'),
    named("function_call_arguments.delta", output_index=0, delta='is", "days": 2}'),
    named("function_call_arguments.done", output_index=0, arguments='{"city": "Paris", "days": 2}'),
    named("output_item.done", output_index=0, item=called('{"city": "Paris", "days": 2}')),
    ended(called('{"city": "Paris", "days": 2}')),
]
