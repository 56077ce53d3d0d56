"""Checks the arguments of a conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from .._core.options import RequestOptions
from .._core.prepare import unknown_argument
from .._importing import importing
from ..chat.params import check_response_format

__all__ = ["check_client", "check_format", "check_params", "message_parts"]

# What `create` takes and only one call, or the conversation itself, can be given.
_NOT_FOR_ALL: Final = {
    "stream": "an argument of say and send",
    "messages": "an argument of its own",
    "model": "an argument of its own",
}

# What a conversation takes besides.
_OWN: Final = ("keep_last", "model", "system")


def check_client(client: object, kind: str, entered_with: str) -> None:
    """Refuse what is no client, or one of the wrong kind: without the method `entered_with`."""
    # By name, without importing the classes.
    if not hasattr(client, "chat"):
        raise TypeError(f"client must be an Apertis or AsyncApertis, not {type(client).__name__}")
    if not hasattr(client, entered_with):
        prefix = "Async" if hasattr(client, "__aenter__") else ""
        raise TypeError(
            f"{kind} was given a client of the wrong kind;"
            f" use {prefix}Conversation with {type(client).__name__}"
        )


def message_parts(content: Any) -> Any:
    """Return the content of a message: text alone as it is, text among parts as a part."""
    if isinstance(content, str):
        return content
    if not isinstance(content, (list, tuple)):
        raise TypeError(f"say takes text or a list of parts, not {type(content).__name__}")
    parts = cast("Sequence[object]", content)
    return [{"type": "text", "text": part} if isinstance(part, str) else part for part in parts]


def check_params(kind: str, params: Mapping[str, Any]) -> None:
    """Refuse arguments that `create` does not take, before a message is added."""
    with importing:
        from apertis_client.api.chat.create_chat_completion import OPERATION

    known = (OPERATION.parameters | RequestOptions.__annotations__.keys()) - _NOT_FOR_ALL.keys()
    for name in params:
        if name in _NOT_FOR_ALL:
            raise TypeError(f"{name} is {_NOT_FOR_ALL[name]}, not of {kind}")
        if name not in known:
            raise unknown_argument(kind, name, {*known, *_OWN})
    check_format(params)


def check_format(params: Mapping[str, Any]) -> None:
    """Refuse a type as the `response_format` of a conversation."""
    check_response_format(
        params.get("response_format"),
        "to parse an answer into a type, pass the messages of the conversation to"
        " client.chat.completions.parse(), and append the message that it returns",
    )
