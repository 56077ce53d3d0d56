"""The terminal as what answers and notes are shown on."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from .growing import TerminalAnswer
from .output import harmless

__all__ = ["TerminalScreen"]


class TerminalScreen:
    """Draws Markdown; what is no answer is dimmed."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)

    def answer(self) -> TerminalAnswer:
        """Show an answer; a context manager."""
        return TerminalAnswer(self._console)

    def note(self, text: str) -> None:
        """Say something that is no part of an answer."""
        self._console.print(Text(harmless(text), "dim"))
