"""The command ``apertis request``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from .._client import Apertis
from .input import piped_text
from .options import NameAndText, client_options
from .output import print_bytes, print_json, print_text
from .settings import client_settings

__all__ = ["command"]

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class _Body(click.ParamType[Any]):
    """A body: JSON, or ``@`` with the name of a file of JSON, or ``-`` for standard input."""

    name = "JSON"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        text = str(value)
        try:
            if text == "-":
                text = piped_text()
            elif text.startswith("@"):
                text = Path(text[1:]).read_text("utf-8")
            return json.loads(text)
        except OSError as error:
            self.fail(f"cannot read {value[1:]}: {error.strerror}", param, ctx)
        except ValueError as error:
            self.fail(f"{value} is not JSON: {error}", param, ctx)


@click.command()
@client_options()
@click.argument("method", type=click.Choice(_METHODS, case_sensitive=False))
@click.argument("path")
@click.option("-d", "--data", type=_Body(), help="The body: JSON, @FILE, or - for standard input.")
@click.option("-q", "--query", type=NameAndText(), multiple=True, help="A parameter of the query.")
@click.option("-H", "--header", type=NameAndText(":"), multiple=True, help="A header.")
@click.option("-F", "--file", type=NameAndText("=", "FILE"), multiple=True, help="A file.")
@click.option("--stream", is_flag=True, help="Ask for a stream; print an event in each line.")
def command(
    method: str,
    path: str,
    *,
    data: Any,
    query: Sequence[tuple[str, str]],
    header: Sequence[tuple[str, str]],
    file: Sequence[tuple[str, str]],
    stream: bool,
) -> None:
    """Call any endpoint by its PATH below the base URL, such as /models.

    The key is sent with it. Answers are printed as they are, JSON with colours on a terminal.
    """
    options: dict[str, Any] = {
        "body": data,
        "query": {name: [text for key, text in query if key == name] for name, _ in query},
        "extra_headers": dict(header),
        "files": dict(file) or None,
    }
    with Apertis(**client_settings()) as client:
        if stream:
            with getattr(client, method.lower())(path, stream=True, **options) as events:
                for event in events:
                    click.echo(json.dumps(event.to_dict(), ensure_ascii=False))
            return
        content = getattr(client, method.lower())(path, answer=bytes, **options)
    if sys.stdout.isatty():
        _show(content)
    else:
        print_bytes([content])


def _show(content: bytes) -> None:
    """Print a body to a terminal."""
    try:
        print_json(json.loads(content))
    except ValueError:
        try:
            print_text(content.decode())
        except UnicodeDecodeError:
            print_bytes([content])  # which says why not
