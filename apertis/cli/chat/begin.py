"""The beginning of a conversation: a new one, or one that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..._conversation.sync_conversation import Conversation
from ..settings import GIVEN, required_model
from .kept import Kept, KeptError

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletionMessageParam

    from ..._client import Apertis

__all__ = ["begin", "set_system"]


def begin(client: Apertis, kept: Kept, name: str | None) -> tuple[Conversation, str | None]:
    """Return a conversation, and the name of one that is kept.

    Args:
        client: The client to go on with.
        kept: Where conversations are kept.
        name: That of a conversation, or empty for the last one; None begins a new one.

    Raises:
        KeptError: There is no such conversation.
    """
    if name is None:
        return Conversation(client, model=required_model()), None
    name = name or next(iter(kept.names()), None)
    if name is None:
        raise KeptError("there is no conversation yet")
    conversation = kept.load(client, name)
    if "model" in click.get_current_context().meta.get(GIVEN, {}):
        conversation.model = required_model()
    return conversation, name


def set_system(messages: list[ChatCompletionMessageParam], text: str | None) -> None:
    """Set the system message at the beginning, or take it away."""
    had = bool(messages) and messages[0].get("role") == "system"
    messages[:had] = [{"role": "system", "content": text}] if text else []
