"""What the user says, where standard input is no terminal."""

from __future__ import annotations

from typing import Protocol, TextIO

import click

__all__ = ["FileLines", "Lines"]


class Lines(Protocol):
    """Where lines come from."""

    def read(self, draft: str = "") -> str:
        """Return what the user says next, of one line or several.

        Args:
            draft: What the user finds written already, where it can be edited.

        Raises:
            EOFError: There is no more.
            KeyboardInterrupt: The user has pressed Ctrl-C.
        """
        ...


class FileLines:
    """The lines of a file; one that ends with a backslash is continued by the next.

    Args:
        file: The file.
        prompt: What is written to standard error before each line is read.
    """

    def __init__(self, file: TextIO, prompt: str = "") -> None:
        self._file = file
        self._prompt = prompt

    def read(self, draft: str = "") -> str:  # noqa: ARG002  nothing can be edited
        lines: list[str] = []
        while not lines or lines[-1].endswith("\\"):
            click.echo(self._prompt, nl=False, err=True)
            line = self._file.readline()
            if not line and not lines:
                raise EOFError
            lines.append(line.removesuffix("\n"))
            if not line:
                break
        *continued, last = lines
        return "\n".join([*(line.removesuffix("\\") for line in continued), last])
