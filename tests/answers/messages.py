"""What servers send for `client.messages`: whole messages, and the events of streams."""

from __future__ import annotations

from typing import Any

from tests.server import Step, event

QUESTION: dict[str, Any] = {
    "model": "claude-sonnet-4.5",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hi"}],
}
USAGE = {"input_tokens": 25, "output_tokens": 15}


def named(type_: str, **members: Any) -> bytes:
    """Return an event as it is sent: its name is its type."""
    return event({"type": type_, **members}, name=type_)


def start(**members: Any) -> bytes:
    message = {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude"}
    usage = {"input_tokens": 25, "output_tokens": 1}
    return named("message_start", message={**message, "content": [], "usage": usage, **members})


def begin(index: int, **block: Any) -> bytes:
    return named("content_block_start", index=index, content_block=block)


def delta(index: int, type_: str, **members: Any) -> bytes:
    return named("content_block_delta", index=index, delta={"type": type_, **members})


def text(piece: str, index: int = 0) -> bytes:
    return delta(index, "text_delta", text=piece)


def stop(index: int = 0) -> bytes:
    return named("content_block_stop", index=index)


def stopped(reason: str | None = "end_turn") -> bytes:
    return named("message_delta", delta={"stop_reason": reason}, usage={"output_tokens": 15})


PING = named("ping")
END = named("message_stop")
BEGIN = begin(0, type="text", text="")
HELLO: list[Step] = [start(), BEGIN, PING, text("Hel"), text("lo!"), stop(), stopped(), END]
USE: list[Step] = [
    start(),
    begin(0, type="thinking", thinking="", signature=""),
    delta(0, "thinking_delta", thinking="Let me "),
    delta(0, "thinking_delta", thinking="see."),
    delta(0, "signature_delta", signature="c2ln"),
    stop(0),
    begin(1, type="redacted_thinking", data="ZW5j"),
    stop(1),
    begin(2, type="tool_use", id="toolu_1", name="weather", input={}),
    delta(2, "input_json_delta", partial_json=""),
    delta(2, "input_json_delta", partial_json='{"city": "Par'),
    delta(2, "input_json_delta", partial_json='is", "days": 2}'),
    stop(2),
    stopped("tool_use"),
    END,
]


def said(*content: dict[str, Any], reason: str = "end_turn") -> dict[str, Any]:
    """Return a message as a plain response."""
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude",
        "content": list(content),
        "stop_reason": reason,
        "usage": USAGE,
    }


def words(content: str) -> dict[str, Any]:
    return {"type": "text", "text": content}


def use(name: str = "weather", id_: str = "toolu_1", **input_: Any) -> dict[str, Any]:
    return {"type": "tool_use", "id": id_, "name": name, "input": input_}
