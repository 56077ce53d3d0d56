"""Whose a message of an answer is, and how it goes back to the server."""

from __future__ import annotations

import json
from typing import Any

from .arguments_text import arguments_text
from .json_object import JSONObject, is_array

__all__ = ["AnswerMessageMethods"]


def _role(self: JSONObject) -> Any:
    return self.__dict__.get("role") or "assistant"


def _set_role(self: JSONObject, value: object) -> None:
    self.__dict__["role"] = value


def _to_send(call: Any) -> Any:
    """Return a call as servers accept it, itself where it needs no change."""
    function = call.get("function") if isinstance(call, JSONObject) else None
    if not isinstance(function, JSONObject):
        return call
    arguments = function.get("arguments")
    if isinstance(arguments, str) and call.get("type"):
        return call
    function = function.model_copy(update={"arguments": arguments_text(arguments) or "{}"})
    return call.model_copy(update={"type": call.get("type") or "function", "function": function})


def _content_to_send(content: Any) -> Any:
    """Return content as servers accept it, text or a list of parts; itself if it is one of them."""
    if content is None or isinstance(content, str):
        return content
    if isinstance(content, (int, float)):
        return json.dumps(content)
    parts: list[Any] = content if is_array(content) else [content]
    return [
        {"type": "text", "text": part} if isinstance(part, str) else part
        for part in parts
        if part is not None
    ]


class AnswerMessageMethods(JSONObject):
    """A message that the model wrote.

    Its `role` is ``assistant`` where the server gives it none.
    """

    __slots__ = ()
    __json_lazy__ = {"role": property(_role, _set_role)}  # noqa: RUF012  declared by the base

    def __json_to_send__(self) -> dict[str, Any]:
        """Return the members as servers accept them.

        A recording is its id alone, and each call of a function says so, with its arguments as
        text. Content is text or a list of parts. Where it is missing, it is text, that of a
        recording without an id, unless the message calls a tool or is a recording.
        """
        members = {**super().__json_to_send__(), "role": _role(self)}
        audio = members.pop("audio", None)
        has_id = isinstance(audio, JSONObject) and bool(audio.get("id"))
        if has_id:
            members["audio"] = {"id": audio["id"]}
        if is_array(calls := members.get("tool_calls")):
            members["tool_calls"] = [_to_send(call) for call in calls if call is not None]
        is_said = has_id or members.get("tool_calls") or members.get("function_call")
        if "content" not in members and not is_said:
            transcript = audio.get("transcript") if isinstance(audio, JSONObject) else None
            members["content"] = transcript or ""
        if "content" in members:
            members["content"] = _content_to_send(members["content"])
        return members
