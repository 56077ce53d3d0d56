"""Checks the arguments of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

__all__ = ["check_client", "check_keep_last", "message_parts"]


def check_client(client: object, kind: str, entered_with: str) -> None:
    """Refuse a client of the wrong kind: one without the method `entered_with`."""
    # By name, without importing the classes.
    if not hasattr(client, entered_with) and hasattr(client, "chat"):
        prefix = "Async" if hasattr(client, "__aenter__") else ""
        raise TypeError(
            f"{kind} was given a client of the wrong kind;"
            f" use {prefix}Conversation with {type(client).__name__}"
        )


def message_parts(content: Any) -> Any:
    """Return the content of a message: text alone as it is, text among parts as a part."""
    if isinstance(content, str):
        return content
    if not isinstance(content, (list, tuple)):
        raise TypeError(f"say takes text or a list of parts, not {type(content).__name__}")
    parts = cast("Sequence[object]", content)
    return [{"type": "text", "text": part} if isinstance(part, str) else part for part in parts]


def check_keep_last(value: object) -> None:
    """Refuse a number of turns that is less than 1."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"keep_last must be a whole number, not {type(value).__name__}")
    if value < 1:
        raise ValueError(f"keep_last must be at least 1, not {value}")
