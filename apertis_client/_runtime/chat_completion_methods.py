"""What the messages of a completion have in common."""

from __future__ import annotations

from .answer_message_methods import AnswerMessageMethods
from .json_object import JSONObject, is_array

__all__ = ["ChatCompletionMethods"]


class ChatCompletionMethods(JSONObject):
    """A completion with its messages."""

    __slots__ = ()

    def __json_settle__(self) -> None:
        choices = self.__dict__.get("choices")
        for choice in choices if is_array(choices) else ():
            message = choice.get("message") if isinstance(choice, JSONObject) else None
            if isinstance(message, AnswerMessageMethods):
                message.__json_settle__()
