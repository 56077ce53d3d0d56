"""Reads what the user says, again and again, and has it answered."""

from __future__ import annotations

from ..._errors.tree import ApertisError
from ..failures import complain, sentence
from .commands import perform
from .lines import Lines
from .session import Session

__all__ = ["converse"]

# What keeps a question from being answered, or a command from being done.
_ERRORS = (ApertisError, OSError, TypeError, ValueError)


def converse(session: Session, lines: Lines) -> bool:
    """Go on until there are no more lines; return whether all could be done.

    What goes wrong is said in one sentence, and the conversation goes on.
    """
    screen, went_well = session.screen, True
    while True:
        try:
            line = lines.read(session.draft)
        except KeyboardInterrupt:
            session.draft = ""
            continue
        except EOFError:
            return went_well
        session.draft = ""
        try:
            if line.startswith("/"):
                screen.note(perform(session, line))
            elif line.strip():
                session.ask(line)
        except KeyboardInterrupt:
            screen.note("stopped")
        except EOFError:
            return went_well
        except _ERRORS as error:
            went_well = False
            complain(sentence(error))
