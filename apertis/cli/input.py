"""What commands read: words of the command line, and standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

__all__ = ["given_text", "piped_bytes", "piped_text"]


def piped_bytes() -> bytes:
    """Return what is on standard input; nothing where that is a terminal."""
    return sys.stdin.buffer.read() if sys.stdin and not sys.stdin.isatty() else b""


def piped_text(advice: str = "") -> str:
    """Return the text on standard input, nothing where that is a terminal.

    Raises:
        click.UsageError: It is no text in UTF-8.
    """
    try:
        return piped_bytes().decode()
    except UnicodeDecodeError:
        raise click.UsageError(f"Standard input is not text in UTF-8{advice}.") from None


def given_text(words: Sequence[str]) -> str:
    """Return the words of the command line, else the text on standard input.

    Raises:
        click.UsageError: There is neither.
    """
    text = " ".join(words) if words else piped_text()
    if not text.strip():
        raise click.UsageError("There is no text: write it after the command, or pipe it in.")
    return text
