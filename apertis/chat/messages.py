"""Messages of answers on their way back."""

from __future__ import annotations

from typing import Any

from apertis_client.models.chat_completion_message import ChatCompletionMessage

__all__ = ["to_send_back"]


def to_send_back(message: ChatCompletionMessage) -> ChatCompletionMessage:
    """Return a message as it came, but for what a server left out and none takes it back without.

    That is the role, and content where there is no call of a tool instead.
    """
    missing: dict[str, Any] = {}
    if not message.role:
        missing["role"] = "assistant"
    if message.content is None and not (message.tool_calls or message.function_call):
        missing["content"] = ""
    if not missing:
        return message
    return ChatCompletionMessage.from_dict({**message.to_dict(), **missing})
