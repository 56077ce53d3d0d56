"""What commands print: JSON, bytes, and text that does nothing to a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any, Final

import click

from apertis_client._runtime.json_object import JSONObject

__all__ = ["check_bytes", "harmless", "has_colours", "print_bytes", "print_json", "print_text"]

# A model, or a server, must not be able to control the terminal.
_CONTROLS: Final = dict.fromkeys({*range(32), *range(127, 160)} - set(map(ord, "\n\t")))


def print_json(value: Any) -> None:
    """Print JSON: with colours and indented for people, and else in a line."""
    plain = value.to_dict() if isinstance(value, JSONObject) else value
    if sys.stdout.isatty():
        from rich import print_json as print_coloured

        print_coloured(data=plain)
    else:
        click.echo(json.dumps(plain, ensure_ascii=False))


def print_text(text: str) -> None:
    """Print text, which ends with one line break."""
    click.echo(harmless(text) if sys.stdout.isatty() else text, nl=not text.endswith("\n"))


def check_bytes() -> None:
    """Refuse to write bytes to a terminal; raises `click.UsageError`."""
    if sys.stdout.isatty():
        raise click.UsageError("This is not text for a terminal: name a file with -O, or use >.")


def print_bytes(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output, as they come."""
    check_bytes()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def has_colours() -> bool:
    """Return whether standard output is a terminal that shows colours to somebody who wants them.

    Nobody does where ``NO_COLOR`` is set (no-color.org).
    """
    environment = os.environ
    is_wanted = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return is_wanted and sys.stdout.isatty()


def harmless(text: str) -> str:
    """Return text without the characters that control a terminal."""
    return text.translate(_CONTROLS)
