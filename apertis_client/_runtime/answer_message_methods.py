"""Whose a message of an answer is, and how it goes back to the server."""

from __future__ import annotations

from binascii import crc32
from typing import Any

from .json_object import JSONObject, is_array

__all__ = ["AnswerMessageMethods"]


def _role(self: JSONObject) -> Any:
    return self.__dict__.get("role") or "assistant"


def _set_role(self: JSONObject, value: object) -> None:
    self.__dict__["role"] = value


class AnswerMessageMethods(JSONObject):
    """A message that the model wrote.

    Its `role` is ``assistant`` where the server gives it none.
    """

    __slots__ = ()
    __json_lazy__ = {"role": property(_role, _set_role)}  # noqa: RUF012  declared by the base

    def __json_settle__(self) -> None:
        """Give each tool call an id of its own; what is made up is always the same."""
        members = self.__dict__
        calls = members.get("tool_calls")
        if not is_array(calls):
            return
        taken = set[str]()
        for position, call in enumerate(calls):
            if isinstance(call, JSONObject):
                id_ = call.get("id")
                if not isinstance(id_, str) or not id_ or id_ in taken:
                    id_ = call.__dict__["id"] = f"call_{_checksum(members):08x}_{position}"
                taken.add(id_)

    def __json_to_send__(self) -> dict[str, Any]:
        """Return the members as servers accept them: a recording is its id alone.

        Content that is missing is text, that of a recording without an id, unless the message calls
        a tool or is a recording.
        """
        members = {**super().__json_to_send__(), "role": _role(self)}
        audio = members.pop("audio", None)
        has_id = isinstance(audio, JSONObject) and bool(audio.get("id"))
        if has_id:
            members["audio"] = {"id": audio["id"]}
        is_said = has_id or members.get("tool_calls") or members.get("function_call")
        if "content" not in members and not is_said:
            transcript = audio.get("transcript") if isinstance(audio, JSONObject) else None
            members["content"] = transcript or ""
        return members


def _checksum(members: dict[str, Any]) -> int:
    """Return a number that tells the calls of one message from those of another."""
    texts = [members.get("content")]
    for call in members["tool_calls"]:
        function = call.get("function") if isinstance(call, JSONObject) else None
        if isinstance(function, JSONObject):
            texts += (function.get("name"), function.get("arguments"))
    joined = "\n".join(text for text in texts if isinstance(text, str))
    return crc32(joined.encode("utf-8", "surrogatepass"))
