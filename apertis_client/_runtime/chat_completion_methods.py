"""What completes a completion once all of it has been received: messages, ids of tool calls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .call_ids import give_ids
from .json_object import JSONObject, is_array

__all__ = ["ChatCompletionMethods"]


class ChatCompletionMethods(JSONObject):
    """A completion with its messages."""

    __slots__ = ()

    def __json_settle__(self) -> None:
        """Find its messages; give each tool call an id of its own, always the same if made up."""
        choices = self.__dict__.get("choices")
        for choice in choices if is_array(choices) else ():
            message = _message(choice) if isinstance(choice, JSONObject) else None
            if isinstance(message, JSONObject):
                calls = message.__dict__.get("tool_calls")  # faster: it is declared
                if isinstance(calls, JSONObject):
                    calls = _decoded(message, "tool_calls", [calls.to_dict()])
                if is_array(calls):
                    give_ids(calls, partial(_texts, self, calls, message))


def _message(choice: JSONObject) -> Any:
    """Return the message of a choice, which some servers call its delta."""
    message = choice.__dict__.get("message")
    if message is None and isinstance(delta := choice.get("delta"), JSONObject):
        message = _decoded(choice, "message", delta.to_dict())
    return message


def _decoded(holder: JSONObject, name: str, value: Any) -> Any:
    """Set a declared member to JSON that a server gave in another place or form."""
    decode = dict(holder.__json_decoders__.nested)[name]
    holder.__dict__[name] = decode(value)
    return holder.__dict__[name]


def _texts(completion: JSONObject, calls: list[Any], message: JSONObject) -> Iterator[object]:
    yield from (completion.get("id"), message.get("content"))
    for call in calls:
        function = call.get("function") if isinstance(call, JSONObject) else None
        if isinstance(function, JSONObject):
            yield from (function.get("name"), function.get("arguments"))
