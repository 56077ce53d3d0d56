"""The text that the events of responses add, as deltas or as a whole."""

from __future__ import annotations

from typing import Any

from apertis_client._runtime.response_methods import text_of_items

__all__ = ["NewText"]


class NewText:
    """Finds what each event adds to the text.

    A text comes as deltas, and then again as a whole with each end: of the part, of the item and of
    the response. Gateways leave some of these events out, so the first kind that has a text counts.
    """

    def __init__(self) -> None:
        self._source: object = None  # the type of that kind

    def of(self, event: Any) -> str:
        """Return what the next event, a model or a dict, adds; empty where it adds none."""
        kind = event.get("type")
        text: Any = ""
        if kind == "response.output_text.delta":
            text = event.get("delta")
        elif self._source not in (None, kind):
            return ""
        elif kind == "response.output_text.done":
            text = event.get("text")
        elif kind in ("response.output_item.added", "response.output_item.done"):
            text = text_of_items([event.get("item")])
        elif response := event.get("response"):
            text = text_of_items(response.get("output"))
        if not text or not isinstance(text, str):
            return ""
        self._source = self._source or kind
        return text
