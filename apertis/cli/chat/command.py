"""The command ``apertis chat`` and its options."""

from __future__ import annotations

import sys
from typing import Any

import click

from ..._client import Apertis
from ..._conversation.sync_conversation import Conversation
from .kept import Kept, KeptError
from .lines import FileLines, Lines
from .loop import converse
from .screen import FileScreen, TerminalScreen
from .session import Session

__all__ = ["command"]


@click.command(short_help="Hold a conversation in the terminal.")
@click.option("-m", "--model", default="gpt-4.1-mini", help="The model.")
@click.option("-s", "--system", help="The system message.")
@click.option(
    "-c",
    "--continue",
    "name",
    is_flag=False,
    flag_value="",
    metavar="[NAME]",
    help="Go on with a conversation, the last one if no name is given.",
)
@click.option("--list", "is_list", is_flag=True, help="List the conversations, and end.")
def command(*, model: str | None, system: str | None, name: str | None, is_list: bool) -> None:
    """Hold a conversation with a model.

    It is kept, and `-c` goes on with it. /help lists what can be done meanwhile. Where standard
    input is no terminal, each line of it is a question.
    """
    kept = Kept()
    try:
        if is_list:
            _list(kept)
            return
        session = _begin(kept, model, system, name)
    except KeptError as error:
        click.echo(f"apertis: {error}", err=True)
        sys.exit(2)
    went_well = converse(session, _lines(session))
    sys.exit(0 if went_well or sys.stdin.isatty() else 1)


def _begin(kept: Kept, model: str | None, system: str | None, name: str | None) -> Session:
    """Return the session, of a new conversation or of one that was kept."""
    client = Apertis()
    if name is None:
        conversation = Conversation(client, model=model or "")
    else:
        name = name or next(iter(kept.names()), None)
        if name is None:
            raise KeptError("there is no conversation yet")
        conversation = kept.load(client, name)
        conversation.model = model or conversation.model
    screen = TerminalScreen() if sys.stdout.isatty() else FileScreen()
    session = Session(conversation, kept, name, screen)
    if system is not None:
        session.system = system
    return session


def _lines(session: Session) -> Lines:
    if not sys.stdin.isatty():
        return FileLines(sys.stdin)
    from .commands import COMMANDS
    from .typed_lines import TypedLines

    def values(command: str) -> list[str]:
        return session.kept.names() if command == "/load" else []

    session.screen.note(f"{session.describe()}. /help lists the commands, Ctrl-D ends.")
    return TypedLines(session.kept.make_folder().parent / "history", COMMANDS, values)


def _list(kept: Kept) -> None:
    for each in kept.outlines():
        when = f"{each.changed:%Y-%m-%d %H:%M}"
        click.echo(f"{each.name:24} {when}  {each.questions:3}  {each.model}  {each.first[:60]}")
