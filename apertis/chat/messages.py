"""Prepares messages of the model to be sent back."""

from __future__ import annotations

from typing import Any

from apertis_client.models.chat_completion_message import ChatCompletionMessage

__all__ = ["to_send_back"]


def to_send_back(message: ChatCompletionMessage) -> ChatCompletionMessage:
    """Return a message of an answer as servers accept it in a request.

    A message that needs no change is returned itself. Otherwise the copy has the role
    ``assistant`` if none was sent; its `audio` is the id of the recording alone, as the API wants
    it; and its `content` is text, that of the recording if that has no id, unless the message
    calls a tool or has a recording.
    """
    changes: dict[str, Any] = {}
    if not message.role:
        changes["role"] = "assistant"
    audio: object = message.audio
    audio_id = getattr(audio, "id", None)
    if audio is not None:
        changes["audio"] = {"id": audio_id} if audio_id else None
    if message.content is None and not (message.tool_calls or message.function_call or audio_id):
        changes["content"] = getattr(audio, "transcript", None) or ""
    if not changes:
        return message
    members = {**message.to_dict(), **changes}
    if not audio_id:
        members.pop("audio", None)
    return ChatCompletionMessage.from_dict(members)
