"""What answers and notes are shown on: a terminal, or standard output and standard error."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager

import click
from rich.console import Console
from rich.text import Text

from .growing import TerminalAnswer
from .answer import ShownAnswer

__all__ = ["FileScreen", "TerminalScreen"]


class TerminalScreen:
    """A terminal: Markdown is drawn, and what is no answer is dimmed."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)

    def answer(self) -> AbstractContextManager[ShownAnswer]:
        return TerminalAnswer(self._console)

    def note(self, text: str) -> None:
        self._console.print(Text(text, "dim"))

    def error(self, text: str) -> None:
        self._console.print(Text(text, "red"))


class FileScreen:
    """Standard output gets the answers as they are, and standard error everything else."""

    @contextmanager
    def answer(self) -> Generator[ShownAnswer]:
        shown = _FileAnswer()
        try:
            yield shown
        finally:
            shown.end()

    def note(self, text: str) -> None:
        click.echo(text, err=True)

    def error(self, text: str) -> None:
        click.echo(f"apertis: {text}", err=True)


class _FileAnswer:
    """An answer on standard output, and its reasoning on standard error."""

    def __init__(self) -> None:
        self._is_err: bool | None = None  # where something was written last

    def reasoning(self, piece: str) -> None:
        self._write(piece, is_err=True)

    def text(self, piece: str) -> None:
        self._write(piece, is_err=False)

    def end(self) -> None:
        if self._is_err is not None:
            click.echo(err=self._is_err)

    def _write(self, piece: str, *, is_err: bool) -> None:
        if piece:
            if self._is_err not in (None, is_err):
                self.end()
            self._is_err = is_err
            click.echo(piece, nl=False, err=is_err)
