"""Makes what `messages` and `responses` have in common with `chat`, by replacing its nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["twins"]

# The modules of `chat`, and the noun of each other API.
_SOURCES = ("async_completion_stream.py", "async_tool_run.py")
_NOUNS = {"messages": "Message", "responses": "Response"}


def twins(package: Path, room: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each such module of a room, that of its source in `chat`, and its text."""
    if room not in _NOUNS:
        return
    noun = _NOUNS[room]
    for source in _SOURCES:
        text = (package / "chat" / source).read_text("utf-8")
        for pattern, replacement in (
            ("ChatCompletionStreamEvent", f"Typed{noun}Event"),
            ("(Chat)?Completion", noun),
            ("COMPLETION", noun.upper()),
            (r"chat( |\.)completions", room),
            ("completion", noun.lower()),
            ("(?<=[a-z])Tool(?=Run|Turn)", f"{noun}Tool"),
        ):
            text = re.sub(pattern, replacement, text)
        yield source.replace("completion", noun.lower()), source, text
