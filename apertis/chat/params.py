"""The arguments of `create` that other methods take and pass on."""

from __future__ import annotations

from collections.abc import Mapping

from apertis_client._runtime.json_object import JSONObject
from apertis_client.api.chat import create_chat_completion

from .._core.options import RequestOptions


class TextParams(
    create_chat_completion.Options,
    create_chat_completion.ResponseFormatOption,
    create_chat_completion.ToolsOption,
    RequestOptions,
):
    """Everything that `create` takes except `model`, `messages`, `audio` and `stream`."""


class OtherParams(TextParams, create_chat_completion.AudioOption):
    """Everything that `create` takes except `model`, `messages` and `stream`."""


__all__ = ["check_response_format", "check_text"]


def check_response_format(value: object, advice: str) -> None:
    """Refuse a type as `response_format`: only `parse` and `stream` take one."""
    if value is not None and not isinstance(value, (Mapping, JSONObject)):
        name = getattr(value, "__name__", None) or repr(value)
        raise TypeError(f"response_format must be a dict here, not the type {name}; {advice}")


def check_text(name: str, value: object) -> None:
    """Refuse an argument that is not text; the message names it."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text, not {type(value).__name__}")
