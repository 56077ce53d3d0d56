"""What begins with a slash in a conversation: commands, which no model sees."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple

from ...chat.parts import image_part
from ..pieces import describe
from .kept import KeptError
from .session import Session

__all__ = ["COMMANDS", "perform"]


class _Command(NamedTuple):
    """A command.

    Attributes:
        takes: What follows it.
        help: What it does.
        perform: Does it, and returns what is to be said.
    """

    takes: str
    help: str
    perform: Callable[[Session, str], str]


def perform(session: Session, line: str) -> str:
    """Do what a line says that begins with a slash, and return what is to be said.

    Raises:
        EOFError: The conversation is to end.
        KeptError, OSError, ValueError: It cannot be done; the message says why.
    """
    name, _, rest = line.strip().partition(" ")
    command = COMMANDS.get(name)
    if command is None:
        close = get_close_matches(name, COMMANDS, 1)
        hint = f"is {close[0]} meant?" if close else "/help lists the commands"
        raise KeptError(f"there is no command {name}: {hint}")
    return command.perform(session, rest.strip())


def _model(session: Session, model: str) -> str:
    if model:
        session.conversation.model = model
    return f"the model is {session.conversation.model}"


def _system(session: Session, text: str) -> str:
    if text:
        session.system = None if text == "-" else text
    return f"the system message is: {session.system}" if session.system else "no system message"


def _image(session: Session, source: str) -> str:
    if source:
        if source.startswith("~"):  # as the tab key completes it
            source = str(Path(source).expanduser())
        session.images.append(image_part(source, detail=None))
    count = len(session.images)
    return f"{count} image{'' if count == 1 else 's'} will go with the next question"


def _save(session: Session, name: str) -> str:
    session.rename(name or session.name)
    return f"kept in {session.kept.path(session.name)}"


def _load(session: Session, name: str) -> str:
    if not name:
        return "\n".join(["/load needs a name:", *session.kept.names()])
    session.load(name)
    return session.describe()


def _undo(session: Session, _: str) -> str:
    session.undo()
    return "the last question and its answer are taken back"


def _tokens(session: Session, _: str) -> str:
    return f"last question: {describe(session.last)}\nsince the start: {describe(session.total)}"


def _help(_: Session, __: str) -> str:
    width = max(len(f"{name} {command.takes}") for name, command in COMMANDS.items())
    lines = [f"{f'{name} {each.takes}':{width}}  {each.help}" for name, each in COMMANDS.items()]
    return "\n".join([*lines, _KEYS])


def _quit(_: Session, __: str) -> str:
    raise EOFError


_KEYS: Final = (
    "Enter sends; Alt-Enter, or a backslash before Enter, begins another line.\n"
    "Ctrl-C stops an answer or drops what is typed; Ctrl-D ends."
)

COMMANDS: Final = {
    "/model": _Command("[ID]", "say which model answers, or have another one answer", _model),
    "/system": _Command("[TEXT]", "show the system message, or change it; - removes it", _system),
    "/image": _Command("PATH", "send an image, a file or a URL, with the next question", _image),
    "/undo": _Command("", "take back the last question with its answer, and edit it", _undo),
    "/tokens": _Command("", "say how many tokens were used", _tokens),
    "/save": _Command("[NAME]", "keep the conversation under a name, or in a .json file", _save),
    "/load": _Command("NAME", "go on with another conversation", _load),
    "/help": _Command("", "show this", _help),
    "/quit": _Command("", "end", _quit),
}
