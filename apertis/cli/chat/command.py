"""The command ``apertis chat`` and its options."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from ..._client import Apertis
from ..failures import FAILED, one_line
from ..options import client_options, model_option
from ..parameters import parameter_option
from ..screen import make_screen
from ..settings import client_settings
from ..tools import Approval, ToolFunction
from .begin import begin
from .kept import Kept
from .lines import FileLines, Lines
from .loop import converse
from .session import Session

__all__ = ["command"]


@click.command()
@client_options()
@model_option
@click.option("-s", "--system", help="The system message.")
@click.option(
    "-c",
    "--continue",
    "name",
    is_flag=False,
    flag_value="",
    metavar="[NAME]",
    help="Go on with a conversation; without a name the last one.",
)
@click.option("--list", "is_list", is_flag=True, help="List the conversations that are kept.")
@parameter_option("chat.create_chat_completion", "model", "messages", "stream", "tools", "n")
@click.option(
    "-T", "--tool", "tools", type=ToolFunction(), multiple=True, help="What the model may call."
)
@click.option("-y", "--yes", is_flag=True, help="Allow the calls of tools without asking.")
def command(
    *,
    system: str | None,
    name: str | None,
    is_list: bool,
    params: Sequence[tuple[str, Any]],
    tools: Sequence[Callable[..., Any]],
    yes: bool,
) -> int | None:
    """Hold a conversation, which is kept: -c goes on with it.

    /help says what can be done meanwhile. Where standard input is no terminal, each line of it is
    a question.
    """
    kept = Kept()
    if is_list:
        _list(kept)
        return None
    with Apertis(**client_settings()) as client:
        conversation, name = begin(client, kept, name)
        conversation.params.update(params)
        approve = Approval(is_given=yes)
        session = Session(conversation, kept, name, make_screen(), tools=tools, approve=approve)
        if system is not None:
            session.system = system
        went_well = converse(session, _lines(session))
    return None if went_well or sys.stdin.isatty() else FAILED


def _list(kept: Kept) -> None:
    """List the conversations, on a terminal each in one line of its width."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for each in kept.outlines():
        said = one_line(f"{each.model}: {each.first}")
        line = f"{each.name:20} {each.changed:%Y-%m-%d %H:%M} {each.questions:4} {said}"
        click.echo(line[:width])


def _lines(session: Session) -> Lines:
    if not sys.stdin.isatty():
        return FileLines(sys.stdin)
    session.screen.note(f"{session.describe()}\n/help lists the commands, Ctrl-D ends")
    if os.environ.get("TERM") == "dumb":  # in which nothing can be edited
        return FileLines(sys.stdin, "> ")
    from .commands import COMMANDS
    from .typed_lines import TypedLines

    def values(command: str) -> list[str]:
        return session.kept.names() if command == "/load" else []

    return TypedLines(session.kept.make_folder().parent / "history", COMMANDS, values)
