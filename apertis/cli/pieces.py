"""An answer: its pieces while it comes, why it ended, what it took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ..bulk.costs import Usage

__all__ = ["ENDS", "describe", "pieces"]

ENDS: Final = {
    "length": "the answer was cut off: it has as many tokens as it may have",
    "content_filter": "the answer was cut off by a content filter",
}
"""By the reason why an answer ended, what the user may want to know."""


def pieces(events: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Yield each piece of the first choice: ``("text", ...)`` or ``("reasoning", ...)``."""
    for event in events:
        if event.type == "chunk":
            for choice in event.chunk.choices[:1]:
                yield "reasoning", _reasoning(choice.delta)
        elif event.type in ("content.delta", "refusal.delta"):
            yield "text", event.delta


def describe(used: Usage) -> str:
    """Return the tokens that answers took."""
    return (
        f"{used.input_tokens:,} tokens in ({used.cached_tokens:,} cached),"
        f" {used.output_tokens:,} out ({used.reasoning_tokens:,} reasoning)"
    )


def _reasoning(delta: Any) -> str:
    """Return the reasoning in a piece, in the first of the spellings that it has."""
    details = delta.reasoning_details or ()
    spelled = (delta.reasoning_content, delta.reasoning, delta.thinking)
    texts = (detail.get("text") or detail.get("summary") for detail in details)
    return next((text for text in (*spelled, *texts) if isinstance(text, str) and text), "")
