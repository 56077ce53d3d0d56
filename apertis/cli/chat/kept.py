"""The conversations that are kept on this machine, each in a file of its own.

They are in the folder for the user's data, which only the user may enter.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from ..._conversation.saved import parse_conversation, read_text
from ..._conversation.sync_conversation import Conversation
from ...chat.text import content_text

if TYPE_CHECKING:
    from ..._client import Apertis

__all__ = ["Kept", "KeptError", "Outline"]

_SUFFIX = ".json"


class KeptError(ValueError):
    """A conversation cannot be loaded or saved; the message says why."""


class Outline(NamedTuple):
    """What a list of conversations says of one.

    Attributes:
        name: Its name.
        changed: When something was last said.
        model: Id of the model.
        questions: How many the user has asked.
        first: The first of them.
    """

    name: str
    changed: dt.datetime
    model: str
    questions: int
    first: str


class Kept:
    """The folder with the conversations."""

    def __init__(self) -> None:
        self.folder = platformdirs.user_data_path("apertis", appauthor=False) / "chats"

    def path(self, name: str) -> Path:
        """Return the file of a conversation; a name with a slash, or of a JSON file, is a path.

        Raises:
            KeptError: The name is that of no file.
        """
        if os.sep in name or name.endswith(_SUFFIX):
            return Path(name).expanduser()
        if not name.strip() or name.startswith((".", "-")) or not name.isprintable():
            raise KeptError(f"{name!r} is no name for a conversation: use letters and digits")
        return self.folder / f"{name}{_SUFFIX}"

    def unused_name(self, now: dt.datetime) -> str:
        """Return a name for a new conversation, by the time at which it begins."""
        name = stem = f"{now:%Y-%m-%d-%H%M}"
        number = 1
        while self.path(name).exists():
            number += 1
            name = f"{stem}-{number}"
        return name

    def names(self) -> list[str]:
        """Return the names of all, the one that was changed last first."""
        try:
            files = [(path.stat().st_mtime_ns, path.stem) for path in self.folder.glob("*.json")]
        except OSError as error:
            raise KeptError(f"cannot read {self.folder}: {error.strerror}") from error
        return [name for _, name in sorted(files, reverse=True)]

    def outlines(self) -> Iterator[Outline]:
        """Yield what is to be said of each, the one that was changed last first."""
        for name in self.names():
            path = self.path(name)
            try:
                saved = parse_conversation(read_text(path))
            except (OSError, ValueError):
                continue  # somebody else's file
            asked = [m for m in saved["messages"] if m.get("role") == "user"]
            first = content_text(asked[0].get("content")) if asked else ""
            changed = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            yield Outline(
                name, changed, saved["model"], len(asked), " ".join((first or "").split())
            )

    def load(self, client: Apertis, name: str) -> Conversation:
        """Return a conversation, to go on with a client.

        Raises:
            KeptError: There is none of that name, or its file holds none.
        """
        path = self.path(name)
        try:
            return Conversation.load(client, path)
        except FileNotFoundError:
            raise KeptError(f"there is no conversation {name!r}: `apertis chat --list`") from None
        except OSError as error:
            raise KeptError(f"cannot read {path}: {error.strerror or error}") from error
        except ValueError as error:
            raise KeptError(str(error)) from error

    def make_folder(self) -> Path:
        """Return the folder, made if it is missing."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.folder

    def save(self, conversation: Conversation, name: str) -> None:
        """Write a conversation, so that only the user can read it.

        Raises:
            KeptError: The file cannot be written, and is as it was.
        """
        path = self.path(name)
        try:
            if path.parent == self.folder:
                self.make_folder()
            # A file that is replaced keeps its mode.
            path.touch(mode=0o600)
            conversation.save(path)
        except OSError as error:
            raise KeptError(f"cannot write {path}: {error.strerror or error}") from error
        except (TypeError, ValueError) as error:
            raise KeptError(f"cannot save the conversation: {error}") from error
