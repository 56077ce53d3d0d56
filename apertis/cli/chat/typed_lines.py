"""What the user types in a terminal, where it can be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import has_focus
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import create_output

__all__ = ["TypedLines"]


class TypedLines:
    """What the user types; the up key brings back what was typed before.

    Args:
        history: The file that keeps it.
        commands: The commands, which the tab key completes.
        values: Returns what may follow a command.
    """

    def __init__(
        self, history: Path, commands: Iterable[str], values: Callable[[str], Sequence[str]]
    ) -> None:
        history.touch(mode=0o600)
        self._session: PromptSession[str] = PromptSession(
            "> ",
            multiline=True,
            prompt_continuation=". ",
            history=FileHistory(str(history)),
            completer=_CommandCompleter(list(commands), values),
            complete_while_typing=False,
            key_bindings=_keys(),
            enable_open_in_editor=True,
            enable_suspend=True,
            output=create_output(always_prefer_tty=True),  # standard output may be a file
        )

    def read(self, draft: str = "") -> str:
        return self._session.prompt(default=draft)


class _CommandCompleter(Completer):
    """Completes commands and what follows them."""

    def __init__(self, commands: list[str], values: Callable[[str], Sequence[str]]) -> None:
        self._commands = commands
        self._values = values
        self._paths = PathCompleter(expanduser=True)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        if not document.text.startswith("/"):
            return
        command, space, typed = document.text_before_cursor.partition(" ")
        if space and command == "/image":
            yield from self._paths.get_completions(Document(typed), complete_event)
            return
        found, begun = (self._values(command), typed) if space else (self._commands, command)
        for each in found:
            if each.startswith(begun):
                yield Completion(each, -len(begun))


def _keys() -> KeyBindings:
    """Return the keys: Enter sends, unless a backslash is before it; Alt-Enter begins a line."""
    keys = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER)

    @keys.add("enter", filter=typing)
    def send(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.is_cursor_at_the_end and buffer.text.endswith("\\"):
            buffer.delete_before_cursor()
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @keys.add("escape", "enter", filter=typing)
    @keys.add("c-j", filter=typing)
    def begin_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
