"""The attributes of a call: what is known before it is sent, and what its answer adds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeGuard
from urllib.parse import urlsplit

from apertis_client._runtime.json_object import JSONObject, is_array, is_object, objects_in

from . import conventions as names
from .content import is_captured, is_sequence, messages_text, parts_text, shorten

__all__ = ["Attributes", "is_model_or_dict", "request_attributes", "response_attributes"]

Attributes = dict[str, Any]

MAX_ITEMS: Final = 16  # of a list
MAX_TOOLS: Final = 128


def request_attributes(
    operation: str, arguments: Mapping[str, Any], base_url: str, *, stream: bool
) -> Attributes:
    """Return what a span begins with. Arguments that are not of the type of the API are left out.

    Args:
        operation: The method of the client.
        arguments: The arguments of the operation, by name.
        base_url: The URL of the API.
        stream: Whether an event stream is asked for.
    """
    url = urlsplit(base_url)
    attributes: Attributes = {
        names.OPERATION_NAME: names.OPERATIONS.get(operation, operation),
        names.PROVIDER_NAME: "apertis",
        names.SERVER_ADDRESS: url.hostname,
        names.SERVER_PORT: url.port or (443 if url.scheme == "https" else 80),
        names.REQUEST_STREAM: stream or None,
    }
    for argument, (name, kind) in names.REQUEST.items():
        given = arguments.get(argument)  # as a rule nothing
        value = None if given is None else _typed(given, kind)
        if value is not None and (name, value) != (names.CHOICE_COUNT, 1):
            attributes[name] = value
    output = arguments.get("response_format") or _object(arguments.get("text")).get("format")
    if is_model_or_dict(output):
        attributes[names.OUTPUT_TYPE] = "text" if output.get("type") == "text" else "json"
    if is_captured():
        attributes |= _told(arguments)
        messages = arguments.get("messages", arguments.get("input"))
        if isinstance(messages, str) and names.OPERATIONS.get(operation) == "chat":
            messages = [{"role": "user", "content": messages}]
        if is_sequence(messages):  # no iterator, which would be spent
            attributes[names.INPUT_MESSAGES] = messages_text(messages)
    return _present(attributes)


def _told(arguments: Mapping[str, Any]) -> Attributes:
    """Return what the model is told apart from the messages."""
    system = shorten(arguments.get("system", arguments.get("instructions")))
    told: Attributes = {}
    if parts := parts_text(system):
        told[names.SYSTEM_INSTRUCTIONS] = parts
    tools: list[dict[str, Any]] = []
    for each in objects_in(shorten(arguments.get("tools"))):
        function = each.get("function")
        name = (function if is_object(function) else each).get("name")
        tools.append({"type": each.get("type", "function"), "name": name})
    if tools:
        told[names.TOOL_DEFINITIONS] = json.dumps(tools[:MAX_TOOLS], ensure_ascii=False)
    return told


def is_model_or_dict(value: object) -> TypeGuard[JSONObject | Mapping[str, Any]]:
    """Return whether a value is a JSON object, decoded to a model or not."""
    return isinstance(value, JSONObject) or is_object(value)


def response_attributes(answer: JSONObject | Mapping[str, Any]) -> Attributes:
    """Return what an answer, a model or decoded JSON, says about itself."""
    choices = answer.get("choices")
    choices = [*filter(is_model_or_dict, choices)] if is_array(choices) else []
    reasons = [
        str(shorten(reason)) for choice in choices if (reason := choice.get("finish_reason"))
    ]
    reasons = reasons or [*filter(None, [_reason(answer)])]
    attributes: Attributes = {
        names.RESPONSE_ID: _typed(answer.get("id"), str),
        names.RESPONSE_MODEL: _typed(answer.get("model"), str),
        names.FINISH_REASONS: reasons[:MAX_ITEMS] or None,
    }
    usage = _object(answer.get("usage"))
    for path, name in names.USAGE.items():
        part, _, member = path.rpartition(".")
        count = (_object(usage.get(part)) if part else usage).get(member)
        if count is not None and _typed(count, int) is not None:
            attributes[name] = count
    # Messages count these apart, the conventions do not.
    cached = ("cache_read_input_tokens", "cache_creation_input_tokens")
    counts = [usage[name] for name in cached if _typed(usage.get(name), int) is not None]
    if counts and names.INPUT_TOKENS in attributes:
        attributes[names.INPUT_TOKENS] += sum(counts)
    if is_captured() and (said := [*_said(answer, shorten(choices))]):
        attributes[names.OUTPUT_MESSAGES] = messages_text(said)
    return _present(attributes)


def _reason(answer: JSONObject | Mapping[str, Any]) -> str:
    """Return why a message, or a response that is over, stopped."""
    if reason := answer.get("stop_reason"):
        return str(reason)
    status = answer.get("status") if answer.get("object") == "response" else None
    if status in (None, "queued", "in_progress"):
        return ""
    details = _object(answer.get("incomplete_details"))
    return str(details.get("reason") or status)


def _said(
    answer: JSONObject | Mapping[str, Any], choices: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Yield the messages of an answer."""
    for choice in choices:
        message = choice.get("message")
        yield {
            "role": "assistant",
            **(message if is_object(message) else {}),
            "finish_reason": str(choice.get("finish_reason") or ""),
        }
    if answer.get("type") == "message":
        content = shorten(answer.get("content"))
        yield {"role": "assistant", "content": content, "finish_reason": _reason(answer)}
    if answer.get("object") == "response":
        for item in objects_in(shorten(answer.get("output"))):
            yield {"role": "assistant", **item}


def _typed(value: Any, kind: type) -> Any:
    """Return a value that an attribute of a type can have; None for any other."""
    if kind is float and type(value) in (int, float):
        return float(value)
    if kind is list:
        items: list[Any] = [value] if isinstance(value, str) else value if is_array(value) else []
        return [shorten(item) for item in items[:MAX_ITEMS] if isinstance(item, str)] or None
    # `True` is an `int`, but no number.
    return shorten(value) if isinstance(value, kind) and not isinstance(value, bool) else None


def _object(value: Any) -> JSONObject | Mapping[str, Any]:
    return value if is_model_or_dict(value) else {}


def _present(attributes: Attributes) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None}
