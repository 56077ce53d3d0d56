"""What the responses of the Responses API have beside their members."""

from __future__ import annotations

from typing import Any

from .call_ids import give_ids
from .json_object import JSONObject, is_array, is_object

__all__ = ["ResponseMethods", "text_of_items"]


class ResponseMethods(JSONObject):
    """The methods of a response."""

    __slots__ = ()

    def __json_settle__(self) -> None:
        """Give each tool call an id of its own, always the same if made up."""
        items = _objects(self.get("output"))
        calls = [item for item in items if item.get("type") in _CALLS]
        give_ids(
            calls, lambda: (self.get("id"), *(call.to_json() for call in calls)), member="call_id"
        )

    @property
    def output_text(self) -> str:
        """The text of all messages of the output; empty where there is none."""
        return text_of_items(self.get("output"))


# The calls whose results programs send.
_CALLS = ("function_call", "custom_tool_call")


def text_of_items(items: object) -> str:
    """Return the text of all messages among the items of an output."""
    return "".join(
        part["text"]
        for item in _objects(items)
        if item.get("type") == "message"
        for part in _objects(item.get("content"))
        if part.get("type") == "output_text" and isinstance(part.get("text"), str)
    )


def _objects(items: object) -> list[Any]:
    found: list[Any] = items if is_array(items) else []
    return [each for each in found if isinstance(each, JSONObject) or is_object(each)]
