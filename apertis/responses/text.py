"""The text that the events of responses add, as deltas or as a whole."""

from __future__ import annotations

from typing import Any

from apertis_client._runtime.response_methods import text_of_items

from .._answers.growing_text import GrowingText

__all__ = ["NewText"]


class NewText:
    """Finds what each event adds to the text.

    A text comes as deltas, and then again as a whole with each end: of the part, of the item and of
    the response. Gateways leave some of these events out, so the first kind that has a text counts;
    of the others, what they have behind all text before.

    Attributes:
        whole: All text that the last event had which added some.
    """

    def __init__(self) -> None:
        self.whole = ""
        self._source: object = None  # the type of that kind
        self._text = GrowingText()

    def of(self, event: Any) -> str:
        """Return what the next event, a model or a dict, adds; empty where it adds none."""
        kind = event.get("type")
        text: Any = ""
        if kind == "response.output_text.delta":
            text = event.get("delta")
        elif kind == "response.output_text.done":
            text = event.get("text")
        elif kind in ("response.output_item.added", "response.output_item.done"):
            text = text_of_items([event.get("item")])
        elif response := event.get("response"):
            text = text_of_items(response.get("output"))
        if not text or not isinstance(text, str):
            return ""
        added = text
        if kind not in ("response.output_text.delta", self._source) and self._source is not None:
            added = text[len(self._text.whole()) :] if self._text.begins(text) else ""
        if added:
            self.whole = text
            self._source = self._source or kind
            self._text.add(added)
        return added
