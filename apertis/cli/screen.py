"""Where answers are shown: standard output gets them as they are, standard error the rest."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import click

from .output import harmless

__all__ = ["FileScreen", "make_screen"]


def make_screen() -> Any:
    """Return what shows answers: drawn on a terminal, and else as they are."""
    if not sys.stdout.isatty():
        return FileScreen()
    from .terminal_screen import TerminalScreen

    return TerminalScreen()


class FileScreen:
    """Shows answers without changing them."""

    @contextmanager
    def answer(self) -> Generator[FileAnswer]:
        """Show an answer; a context manager, at whose end a line ends."""
        shown = FileAnswer()
        try:
            yield shown
        finally:
            shown.end()

    def note(self, text: str) -> None:
        """Say something that is no part of an answer."""
        click.echo(text, err=True)


class FileAnswer:
    """An answer on standard output, and its reasoning on standard error."""

    def __init__(self) -> None:
        self._is_err: bool | None = None  # where something was written last

    def add(self, kind: str, piece: str) -> None:
        """Show a piece of an answer, as `pieces` gives it."""
        is_err = kind == "reasoning"
        if piece:
            if self._is_err not in (None, is_err):
                self.end()
            self._is_err = is_err
            stream = sys.stderr if is_err else sys.stdout
            click.echo(harmless(piece) if stream.isatty() else piece, nl=False, err=is_err)

    def end(self) -> None:
        """End the line."""
        if self._is_err is not None:
            click.echo(err=self._is_err)
