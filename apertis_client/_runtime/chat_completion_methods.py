"""What the messages of a completion have in common."""

from __future__ import annotations

from typing import Any

from .answer_message_methods import AnswerMessageMethods
from .json_object import JSONObject, is_array

__all__ = ["ChatCompletionMethods"]


class ChatCompletionMethods(JSONObject):
    """A completion with its messages."""

    __slots__ = ()

    def __json_settle__(self) -> None:
        choices = self.__dict__.get("choices")
        for choice in choices if is_array(choices) else ():
            if isinstance(choice, JSONObject):
                message = choice.get("message")
                if message is None and isinstance(delta := choice.get("delta"), JSONObject):
                    message = _decoded(choice, "message", delta.to_dict())
                if isinstance(message, AnswerMessageMethods):
                    if isinstance(call := message.get("tool_calls"), JSONObject):
                        _decoded(message, "tool_calls", [call.to_dict()])
                    message.__json_settle__()


def _decoded(holder: JSONObject, name: str, value: Any) -> Any:
    """Set a declared member to JSON that a server gave in another place or form."""
    decode = dict(holder.__json_decoders__.nested)[name]
    holder.__dict__[name] = decode(value)
    return holder.__dict__[name]
