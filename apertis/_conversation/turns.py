"""The turns of a list of messages: which are the last, and which calls still need results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from apertis_client._runtime.json_object import JSONObject, is_array, is_object

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletionMessageParam

__all__ = ["check_results", "select_last_turns"]


def select_last_turns(
    messages: Sequence[ChatCompletionMessageParam], count: int
) -> list[ChatCompletionMessageParam]:
    """Return the last `count` turns, after the system and developer messages before them.

    A turn begins with a message of the user. There are more turns where the result of a tool
    would be returned without its call otherwise.
    """
    roles = [_member(message, "role") for message in messages]
    turns = [position for position, role in enumerate(roles) if role == "user"]
    if len(turns) <= count:
        return list(messages)
    # Nearly always the first one: results come turns later only if the user has interrupted.
    for start in reversed(turns[: len(turns) - count + 1]):
        before, after = messages[:start], messages[start:]
        if not _results(after) & _calls(before) - _calls(after):
            told = [at for at in range(start) if roles[at] in {"system", "developer"}]
            return [*(messages[at] for at in told), *after]
    return list(messages)


def check_results(messages: Sequence[ChatCompletionMessageParam]) -> None:
    """Refuse messages in which a tool call has no result: providers refuse them as well.

    Raises:
        ValueError: A call has no result; the message names its id.
    """
    waiting: set[str] = set()
    for message in messages:
        waiting = (waiting | _calls([message])) - _results([message])
    if waiting:
        ids = ", ".join(map(repr, sorted(waiting)))
        raise ValueError(
            f"tool calls have no results yet: {ids}. Append a message with role 'tool',"
            " tool_call_id and content to messages for each, and send()"
        )


def _calls(messages: Sequence[ChatCompletionMessageParam]) -> set[str]:
    """Return the ids of the tool calls in messages."""
    lists = [_member(message, "tool_calls") for message in messages]
    ids = [_member(call, "id") for calls in lists if is_array(calls) for call in calls]
    return {str(each) for each in ids if each}


def _results(messages: Sequence[ChatCompletionMessageParam]) -> set[str]:
    """Return the ids of the tool calls that messages have the results of."""
    results = [message for message in messages if _member(message, "role") == "tool"]
    return {str(_member(message, "tool_call_id")) for message in results}


def _member(value: object, name: str) -> Any:
    """Return a member of a plain dict or of a model, None if there is none."""
    if isinstance(value, JSONObject):
        return getattr(value, name, None)
    return value.get(name) if is_object(value) else None
