"""What was said, as JSON by the schema of the conventions, and shortened."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeGuard

from apertis_client._runtime.json_object import JSONObject, is_object, objects_in
from apertis_client._runtime.json_text import dump_pydantic, is_pydantic

from . import conventions as names

__all__ = ["is_captured", "is_sequence", "messages_text", "parts_text", "shorten"]

MAX_TEXT: Final = 4_096  # characters of a text
MAX_CONTENT: Final = 65_536  # characters of an attribute


def is_captured() -> bool:
    """Return whether the environment asks for content in spans."""
    return os.environ.get(names.CAPTURE_CONTENT, "").strip().lower() in names.CAPTURING


def messages_text(messages: Sequence[Any]) -> str:
    """Return the last messages that fit into an attribute."""
    texts: deque[str] = deque()
    left = MAX_CONTENT - len("[]")
    for message in reversed(messages):
        text = json.dumps(_message(shorten(message)), ensure_ascii=False)
        left -= len(text) + len(", ")
        if left < 0:
            break
        texts.appendleft(text)
    return f"[{', '.join(texts)}]"


def parts_text(content: Any) -> str:
    """Return the text or the parts that a model is told as JSON; empty without any."""
    parts = [*_parts({"content": content})]
    text = json.dumps(parts, ensure_ascii=False)
    return text if parts and len(text) <= MAX_CONTENT else ""


def shorten(value: Any) -> Any:
    """Return a value as plain JSON, every text in it cut; a type's name for what is no JSON."""
    if isinstance(value, JSONObject):
        value = value.to_dict()
    elif is_pydantic(value):
        value = dump_pydantic(value)
    if isinstance(value, str):
        return value if len(value) <= MAX_TEXT else f"{value[:MAX_TEXT]}…"
    if is_object(value):
        return {str(name): shorten(member) for name, member in value.items()}
    if is_sequence(value):
        return [shorten(item) for item in value]
    return value if isinstance(value, (bool, int, float, type(None))) else type(value).__name__


def is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    """Return whether a value becomes a JSON array, and can be read more than once."""
    return isinstance(value, (list, tuple))


def _message(message: Any) -> dict[str, Any]:
    """Return a message of the API as one of the conventions."""
    message = message if is_object(message) else {}
    reason = {"finish_reason": message["finish_reason"]} if "finish_reason" in message else {}
    return {"role": message.get("role"), "parts": [*_parts(message)], **reason}


def _parts(message: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    content = message.get("content")
    if message.get("role") == "tool":
        id_ = message.get("tool_call_id")
        yield {"type": "tool_call_response", "id": id_, "response": content}
        return
    if reasoning := message.get("reasoning_content") or message.get("reasoning"):
        yield {"type": "reasoning", "content": reasoning}
    if isinstance(content, str):
        content = [{"type": "text", "text": content}]
    for part in objects_in(content):
        yield _part(part)
    if message.get("type") in ("function_call", "function_call_output"):  # an item by itself
        yield _part(message)
    if refusal := message.get("refusal"):
        yield {"type": "refusal", "content": refusal}
    for call in objects_in(message.get("tool_calls")):
        function = call.get("function")
        called = function if is_object(function) else {}
        yield {"type": "tool_call", "id": call.get("id"), **called}


# For the type of a part of a message, in any API, that of the conventions, and the name there of
# each member.
_PARTS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    **dict.fromkeys(("text", "input_text", "output_text"), ("text", {"text": "content"})),
    "thinking": ("reasoning", {"thinking": "content"}),
    "tool_use": ("tool_call", {"id": "id", "name": "name", "input": "arguments"}),
    "tool_result": ("tool_call_response", {"tool_use_id": "id", "content": "response"}),
    "function_call": ("tool_call", {"call_id": "id", "name": "name", "arguments": "arguments"}),
    "function_call_output": ("tool_call_response", {"call_id": "id", "output": "response"}),
}


def _part(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a part of a message as one of the conventions; others as they are."""
    kind, members = _PARTS.get(str(part.get("type")), ("", {}))
    return {"type": kind, **{to: part.get(name) for name, to in members.items()}} if kind else part
