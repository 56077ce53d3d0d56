"""What the responses of the Responses API have beside their members."""

from __future__ import annotations

from .json_object import JSONObject, is_array

__all__ = ["ResponseMethods"]


class ResponseMethods(JSONObject):
    """The methods of a response."""

    __slots__ = ()

    @property
    def output_text(self) -> str:
        """The text of all messages of the output; empty where there is none."""
        return "".join(
            part["text"] or ""
            for item in _objects(self.get("output"))
            if item.get("type") == "message"
            for part in _objects(item.get("content"))
            if part.get("type") == "output_text" and isinstance(part.get("text"), str)
        )


def _objects(items: object) -> list[JSONObject]:
    return [each for each in items if isinstance(each, JSONObject)] if is_array(items) else []
