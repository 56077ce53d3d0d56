"""Prepares messages of the model to be sent back."""

from __future__ import annotations

from apertis_client._runtime.json_object import JSONObject, members_to_send
from apertis_client.models.chat_completion_message import ChatCompletionMessage

__all__ = ["to_send_back"]


def to_send_back(message: ChatCompletionMessage) -> ChatCompletionMessage:
    """Return a message of an answer as servers accept it in a request.

    A message that needs no change is returned itself.
    """
    members = members_to_send(message)
    if members == JSONObject.__json_to_send__(message):
        return message
    return ChatCompletionMessage.from_dict(members)
