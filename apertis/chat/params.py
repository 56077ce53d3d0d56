"""The arguments of `create` that other methods take and pass on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.json_object import JSONObject

from .._core.options import RequestOptions
from .._core.prepare import unknown_argument

if TYPE_CHECKING:
    from apertis_client.api.chat import create_chat_completion

    class TextParams(
        create_chat_completion.Options,
        create_chat_completion.ResponseFormatOption,
        create_chat_completion.ToolsOption,
        RequestOptions,
    ):
        """Everything that `create` takes except `model`, `messages`, `audio` and `stream`."""

    class OtherParams(TextParams, create_chat_completion.AudioOption):
        """Everything that `create` takes except `model`, `messages` and `stream`."""


__all__ = [
    "check_conversation_format",
    "check_conversation_params",
    "check_response_format",
    "check_text",
]

# What `create` takes and only one call, or the conversation itself, can be given.
_NOT_FOR_ALL: Final = {
    "stream": "an argument of say and send",
    "messages": "an argument of its own",
    "model": "an argument of its own",
}


def check_response_format(value: object, advice: str) -> None:
    """Refuse a type as `response_format`: only `parse` and `stream` take one."""
    if value is not None and not isinstance(value, (Mapping, JSONObject)):
        name = getattr(value, "__name__", None) or repr(value)
        raise TypeError(f"response_format must be a dict here, not the type {name}; {advice}")


def check_text(name: str, value: object) -> None:
    """Refuse an argument that is not text; the message names it."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text, not {type(value).__name__}")


def check_conversation_params(kind: str, params: Mapping[str, Any]) -> None:
    """Refuse arguments that `create` does not take, before a message is added."""
    from apertis_client.api.chat.create_chat_completion import OPERATION

    known = (OPERATION.parameters | RequestOptions.__annotations__.keys()) - _NOT_FOR_ALL.keys()
    for name in params:
        if name in _NOT_FOR_ALL:
            raise TypeError(f"{name} is {_NOT_FOR_ALL[name]}, not of {kind}")
        if name not in known:
            raise unknown_argument(kind, name, known)
    check_conversation_format(params)


def check_conversation_format(params: Mapping[str, Any]) -> None:
    """Refuse a type as the `response_format` of a conversation."""
    check_response_format(
        params.get("response_format"),
        "to parse an answer into a type, pass the messages of the conversation to"
        " client.chat.completions.parse(), and append the message that it returns",
    )
