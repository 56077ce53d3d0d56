"""The conversations that are kept on this machine, each in a file of its own.

They are in the folder for the user's data, which only the user may enter.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from apertis_client._runtime.files import lock, replace_file

from ..._conversation.saved import parse_conversation, read_text
from ..._conversation.sync_conversation import Conversation
from ...chat.text import content_text

if TYPE_CHECKING:
    from ..._client import Apertis

__all__ = ["Kept", "KeptError", "Outline", "changed_elsewhere"]

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
    """The folder with the conversations, which other terminals may change."""

    def __init__(self) -> None:
        self.folder = platformdirs.user_data_path("apertis", appauthor=False) / "chats"
        # What each file had in it when it was last read or written here.
        self._known: dict[Path, str] = {}

    def path(self, name: str) -> Path:
        """Return the file of a conversation; a name with a slash, or of a JSON file, is a path.

        Raises:
            KeptError: The name is that of no file.
        """
        if os.sep in name or name.endswith(_SUFFIX):
            return Path(name).expanduser()
        if not name.strip() or name.startswith((".", "-")) or not name.isprintable():
            raise KeptError(
                f"{name!r} cannot be the name of a conversation: use letters and digits"
            )
        return self.folder / f"{name}{_SUFFIX}"

    def unused_name(self, now: dt.datetime) -> str:
        """Return a name for a new conversation, by the time at which it begins."""
        return self._unused(f"{now:%Y-%m-%d-%H%M}")

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
            text = self._known[path] = read_text(path)
            return Conversation.from_json(client, text)
        except FileNotFoundError:
            raise KeptError(f"there is no conversation {name!r}: `apertis chat --list`") from None
        except OSError as error:
            raise KeptError(f"cannot read {path}: {error.strerror or error}") from error
        except ValueError as error:
            raise KeptError(f"{path} cannot be loaded: {error}") from error

    def make_folder(self) -> Path:
        """Return the folder, made if it is missing."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.folder

    def save(self, conversation: Conversation, name: str, *, replaces: bool = False) -> str:
        """Write a conversation, so that only the user can read it, and return its name.

        It is another name than the given one if somebody else, such as another terminal, has
        changed the file since it was last read or written here: then both are kept, unless the
        conversation `replaces` the other.

        Raises:
            KeptError: The file cannot be written, and is as it was.
        """
        path = self.path(name)
        try:
            text = conversation.to_json()
            if path.parent == self.folder:
                self.make_folder()
            with self._alone():
                if not replaces and not self._is_ours(path):
                    name = self._unused(name)
                    path = self.path(name)
                # A file that is replaced keeps its mode.
                path.touch(mode=0o600)
                replace_file(path, text.encode())
        except OSError as error:
            raise KeptError(f"cannot write {path}: {error.strerror or error}") from error
        except (TypeError, ValueError) as error:
            raise KeptError(f"cannot save the conversation: {error}") from error
        self._known[path] = text
        return name

    def remove(self, name: str) -> None:
        """Remove the file of a conversation, unless somebody else has changed it."""
        path = self.path(name)
        with self._alone():
            if self._is_ours(path):
                path.unlink(missing_ok=True)

    def _is_ours(self, path: Path) -> bool:
        """Return whether a file is missing, or as it was left here."""
        try:
            return read_text(path) == self._known.get(path)
        except FileNotFoundError:
            return True
        except ValueError:
            return False

    def _unused(self, name: str) -> str:
        """Return a name for which there is no file: the given one, or one with a number."""
        stem = name.removesuffix(_SUFFIX)
        found, number = name, 1
        while self.path(found).exists():
            number += 1
            found = f"{stem}-{number}{name[len(stem) :]}"
        return found

    @contextmanager
    def _alone(self) -> Generator[None]:
        """Let no other process look at files, or change them, in the meantime."""
        with ExitStack() as stack:
            with suppress(OSError):  # no conversation of this user is kept in the folder
                file = stack.enter_context((self.make_folder().parent / "lock").open("ab"))
                lock(file.fileno(), wait=True)
            yield


def changed_elsewhere(name: str, new: str) -> str:
    """Return the note about a conversation that `save` has given a new name."""
    return f"another terminal has written to {name}: what was said here is kept as {new}"
