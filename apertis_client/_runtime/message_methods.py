"""What completes a message of the Messages API once all of it has been received."""

from __future__ import annotations

from typing import Any

from .call_ids import give_ids
from .json_object import JSONObject, is_array

__all__ = ["MessageMethods"]


class MessageMethods(JSONObject):
    """A message with its blocks."""

    __slots__ = ()

    def __json_settle__(self) -> None:
        """Give each tool call an id of its own, always the same if made up."""
        content = self.get("content")
        calls = [*filter(_is_call, content if is_array(content) else ())]
        give_ids(calls, lambda: (self.get("id"), *(call.to_json() for call in calls)))


def _is_call(block: Any) -> bool:
    return isinstance(block, JSONObject) and block.get("type") == "tool_use"
