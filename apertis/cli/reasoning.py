"""What a model thinks, in a piece of an answer."""

from __future__ import annotations

from typing import Any

__all__ = ["reasoning"]


def reasoning(delta: Any) -> str:
    """Return the reasoning in a piece, in the first of the spellings that it has."""
    details = delta.reasoning_details or ()
    spelled = (delta.reasoning_content, delta.reasoning, delta.thinking)
    texts = (detail.get("text") or detail.get("summary") for detail in details)
    return next((text for text in (*spelled, *texts) if isinstance(text, str) and text), "")
