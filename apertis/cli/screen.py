"""Where answers are shown: standard output gets them as they are, standard error the rest."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

import click

from .output import harmless

__all__ = ["FileScreen"]


class FileScreen:
    """Shows answers without changing them."""

    @contextmanager
    def answer(self) -> Generator[_FileAnswer]:
        """Show an answer; a context manager, at whose end a line ends."""
        shown = _FileAnswer()
        try:
            yield shown
        finally:
            shown.end()


class _FileAnswer:
    """An answer on standard output, and its reasoning on standard error."""

    def __init__(self) -> None:
        self._is_err: bool | None = None  # where something was written last

    def reasoning(self, piece: str) -> None:
        """Show more of what the model thinks."""
        self._write(piece, is_err=True)

    def text(self, piece: str) -> None:
        """Show more of the answer."""
        self._write(piece, is_err=False)

    def end(self) -> None:
        """End the line."""
        if self._is_err is not None:
            click.echo(err=self._is_err)

    def _write(self, piece: str, *, is_err: bool) -> None:
        if piece:
            if self._is_err not in (None, is_err):
                self.end()
            self._is_err = is_err
            stream = sys.stderr if is_err else sys.stdout
            click.echo(harmless(piece) if stream.isatty() else piece, nl=False, err=is_err)
