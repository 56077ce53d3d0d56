"""A conversation at the keyboard: what the loop and its commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from apertis_client._runtime.json_object import is_array

from ..._conversation.arguments import message_parts
from ..._conversation.sync_conversation import Conversation
from ...bulk.costs import Usage
from ...chat.text import content_text
from .answer import Screen, ask
from .begin import set_system
from .kept import Kept, KeptError, changed_elsewhere

if TYPE_CHECKING:
    from ..._answers.requested_call import RequestedCall

__all__ = ["Session"]


class Session:
    """A conversation, and everything about it that lasts longer than a question.

    Args:
        conversation: The conversation.
        kept: Where conversations are kept.
        name: The name that it is kept under; None for a new one.
        screen: What shows the answers.
        tools: The functions that the model may call.
        approve: Decides about their calls.

    Attributes:
        draft: What stands at the prompt for the user to edit.
        images: The parts of images that go with the next question.
        last: What the last question took.
        total: What all questions have taken.
    """

    def __init__(
        self,
        conversation: Conversation,
        kept: Kept,
        name: str | None,
        screen: Screen,
        *,
        tools: Sequence[Callable[..., Any]],
        approve: Callable[[RequestedCall], None],
    ) -> None:
        self.conversation = conversation
        self.kept = kept
        self.screen = screen
        self._is_named = name is not None
        self.name = name or kept.unused_name(dt.datetime.now().astimezone())
        self._tools = tools
        self._approve = approve
        self.draft = ""
        self.images: list[Any] = []
        self.last = Usage()
        self.total = Usage()

    def ask(self, text: str) -> None:
        """Ask a question, with the images; what comes of the answer is kept.

        Raises:
            ApertisError, KeptError, KeyboardInterrupt, TypeError, ValueError: As `answer.ask`.
        """
        content = message_parts([*self.images, text] if self.images else text)
        before = len(self.conversation.messages)
        self.last = Usage()
        self.draft = text  # unless something comes of it
        try:
            ask(
                self.conversation,
                {"role": "user", "content": content},
                self.screen,
                used=self.last,
                tools=self._tools,
                approve=self._approve,
            )
        finally:
            self.total.add(self.last)
            if len(self.conversation.messages) > before:
                self.draft = ""
                self.images = []
                self.save()

    def save(self) -> None:
        """Keep the conversation as it is; under another name, if somebody else has changed it."""
        name, self.name = self.name, self.kept.save(self.conversation, self.name)
        if name != self.name:
            self.screen.note(changed_elsewhere(name, self.name))

    def rename(self, name: str) -> None:
        """Keep the conversation under another name from now on.

        Raises:
            KeptError: Another one has the name, or the file cannot be written.
        """
        path, before = self.kept.path(name), self.name
        if path.exists() and name != before:
            raise KeptError(f"there is {path} already: use another name")
        self.name = self.kept.save(self.conversation, name)
        if not self._is_named and self.name != before:
            self.kept.remove(before)  # its name was only the time
        self._is_named = True

    def load(self, name: str) -> None:
        """Go on with another conversation.

        Raises:
            KeptError: There is none of that name.
        """
        self.conversation = self.kept.load(self.conversation.client, name)
        self.name, self._is_named = name, True
        self.images = []

    def undo(self) -> None:
        """Take the last question and everything after it back; the question can be edited."""
        messages = self.conversation.messages
        questions = [at for at, each in enumerate(messages) if each.get("role") == "user"]
        if not questions:
            raise KeptError("nothing has been asked yet")
        content: Any = messages[questions[-1]].get("content")
        self.draft = content_text(content) or ""
        self.images = (
            [part for part in content if part.get("type") != "text"] if is_array(content) else []
        )
        del messages[questions[-1] :]
        self.save()

    def describe(self) -> str:
        """Return which conversation this is."""
        count = len(self.conversation.messages)
        return f"{self.name}: {count} messages, {self.conversation.model}"

    @property
    def system(self) -> str | None:
        """The system message; None if there is none."""
        for message in self.conversation.messages[:1]:
            if message.get("role") == "system":
                return content_text(message.get("content"))
        return None

    @system.setter
    def system(self, text: str | None) -> None:
        set_system(self.conversation.messages, text)
