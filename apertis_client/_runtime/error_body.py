"""Finds errors in bodies and events, in any shape that servers use, and reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar, cast

from .error_codes import BASE_RESP, status_of
from .json_object import JSONObject, is_array, is_object, objects_in, wrap

__all__ = [
    "ERROR_MEMBERS",
    "ErrorDetails",
    "as_text",
    "carries_error",
    "choice_error",
    "decode_model",
    "error_details",
    "final_status",
    "find_request_id",
    "has_content",
    "holds_error",
    "is_error_event",
    "is_success",
    "is_text_choice",
    "stated_status",
]

J = TypeVar("J", bound=JSONObject)


class ErrorDetails(NamedTuple):
    """What an error body says; None for what it does not say."""

    message: str | None = None
    code: Any = None
    param: str | None = None
    type: str | None = None


def error_details(body: object) -> ErrorDetails:
    """Read an error body of any shape that servers use.

    Known shapes are ``{"error": {...}}``, ``{"error": "text"}``, ``{"errors": [...]}``,
    ``{"message": ...}``, ``{"detail": ...}``, ``{"code": ..., "msg": ...}``,
    ``{"error_code": ..., "error_msg": ...}``, ``{"base_resp": {...}}``, an ``error`` in a choice,
    and a ``finish_reason`` that is the name of an error; of a list the first entry counts, of an
    error in an error, or in the text of a message, the innermost. What OpenRouter adds as
    ``metadata.raw`` ends the message. Any other body has no details.
    """
    layers, inner = _layers(body)
    if not layers:
        return ErrorDetails()
    source: dict[str, Any] = {}
    for layer in layers:
        # What the inner object lacks may be beside it. Proxies wrap errors in another.
        source.update((name, value) for name, value in layer.items() if value is not None)
    message = next((source[name] for name in _MESSAGES if _says(source.get(name))), None)
    if message is None and isinstance(inner, str):
        message = inner or None
    message = as_text(message)
    reason = _upstream_message(source.get("metadata"))
    if message and reason and reason not in message:
        message = f"{message}: {reason}"
    return ErrorDetails(
        message=message,
        code=source.get("code", source.get("error_code")),
        param=_text(source.get("param")),
        type=_text(source.get("type")),
    )


def _opened(value: Any) -> Any:
    """Return an error, which may be JSON text, or the first of a list."""
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        with suppress(ValueError, RecursionError):
            opened = _first(json.loads(value))
            return opened if is_object(opened) else value
    return _first(value)


def _text_inside(holder: Mapping[str, Any]) -> Any:
    """Return the body of an error that a proxy passes on as the text of its message."""
    message = holder.get("message")
    return _opened(message) if isinstance(message, str) else None


def _says(message: object) -> bool:
    """Return whether a message is there, and is not one of an answer."""
    return bool(message) and not (is_object(message) and "role" in message)


def _upstream_message(metadata: object) -> str | None:
    """Return what the provider behind OpenRouter said, which passes it on beside its own words."""
    raw = _opened(metadata.get("raw")) if is_object(metadata) else None
    return raw[:_MAX_RAW] if isinstance(raw, str) else error_details(raw).message


_MAX_RAW = 500
_MESSAGES = ("message", "msg", "error_msg", "error_message", "error_description", "detail")


_PLACES = frozenset({"error", "errors", "base_resp", "x_groq"})

# One of these is a member of every body that has an error, unless a choice has it.
ERROR_MEMBERS = _PLACES.union(_MESSAGES)


# What gateways also call a notice beside an answer.
_NOTICES = frozenset({"message", "detail"})
_SAID = frozenset(_MESSAGES) - _NOTICES


def carries_error(body: Mapping[str, Any]) -> bool:
    """Return whether a response or a chunk has an error, even beside an answer.

    It is in a place where servers put errors, or it is a message, which is no notice, with the
    number of a status.
    """
    if any(map(has_content, _errors_in(body))):
        return True
    if _SAID.isdisjoint(body) or not any(map(body.get, _SAID)):
        return False
    return _numbered_status(body) is not None


def holds_error(body: object, model: type[JSONObject]) -> bool:
    """Return whether a body holds an error, even if it has the members of the model."""
    if not is_object(body):
        return True
    if has_own_error(model, body):
        return False
    if carries_error(body):
        return True
    if not model.__json_members__:  # nothing says that a message is not what was promised
        return False
    values = [body[name] for name in model.__json_decoders__.promised if name in body]
    if any(values) or error_details(body).message is None:
        return False
    # Some servers put the promised members, empty, beside a message.
    return stated_status(body) is not None or all(value is None for value in values)


def is_error_event(data: Mapping[str, Any], name: bytes, *, is_event: bool, has_part: bool) -> bool:
    """Return whether the data of an event is an error.

    Args:
        data: The data, decoded.
        name: The name of the event.
        is_event: Whether it is an event of the stream, whatever message it has beside.
        has_part: Whether it has a part of the answer.
    """
    if carries_error(data):
        return True
    if name == b"error" or "error" in (data.get("object"), data.get("type")):
        return "error" not in data or any(error_details(data))
    if has_part:
        return False
    if is_event:
        data = {name: value for name, value in data.items() if name not in _NOTICES}
    details = error_details(data)
    return details.message is not None and not is_success(details.code)


def is_success(code: object) -> bool:
    """Return whether the code beside a message stands for success, as in ``"code": 0``."""
    return str(code).lower() in ("0", "200", "success", "ok")


def stated_status(body: object) -> int | None:
    """Return the status that the body of an error names by number, by code or by type."""
    return _numbered_status(body) or _named_status(body)


def final_status(body: object, status: int) -> int:
    """Return the status that decides whether to send a request again.

    It is `status`, unless the body says that the request itself is invalid or refused, which
    gateways pass on as 500 and above, or that there is no credit left, for which some send 429.

    Args:
        body: The decoded body of the error.
        status: The status of the response, or the one that its body states.
    """
    details = error_details(body)
    named = _named_status(body)
    if named == 402 or "insufficient_quota" in (details.code, details.type):
        return 402
    stated = named or _numbered_status(body)
    return stated if status >= 500 and stated in (400, 402, 413, 422) else status


def find_request_id(body: object) -> str | None:
    """Return the request id in the body of an error: a member of it, or in its message."""
    for layer in reversed(_layers(body)[0]):
        found = _text(layer.get("request_id")) or _text(layer.get("requestId"))
        if found:
            return found
    match = re.search(_REQUEST_ID, error_details(body).message or "", re.IGNORECASE | re.ASCII)
    return match and (match["marked"] or match["bare"])


# Of the words that may follow without a colon, only one with a digit is an id. Not compiled before
# an error needs it, as that takes long.
_REQUEST_ID = (
    r"\brequest[ _-]?id\b[\"'`]?(?:\s*[:=]\s*[\"'`]?(?P<marked>\w+(?:[.:-]+\w+)*)"
    r"|\s+(?:is\s+)?[\"'`]?(?P<bare>(?=[\w-]*\d)\w+(?:-+\w+)*))"
)


def _numbered_status(body: object) -> int | None:
    for layer in reversed(_layers(body)[0]):
        for name in ("code", "status_code", "statusCode", "status", "http_code", "error_code"):
            number = layer.get(name)
            if isinstance(number, str) and re.fullmatch("[45][0-9][0-9]", number):
                number = int(number)
            if isinstance(number, int) and 400 <= number <= 599:
                return number
    return None


def _named_status(body: object) -> int | None:
    details = error_details(body)
    layers, _ = _layers(body)
    names = [details.code, details.type, *(layer.get("status") for layer in reversed(layers))]
    return next(filter(None, map(status_of, names)), None)


def _layers(body: object) -> tuple[list[Mapping[str, Any]], Any]:
    """Return a body and the errors that it wraps, the innermost last, and what that has of one."""
    layers: list[Mapping[str, Any]] = []
    inner = _opened(body)
    while is_object(inner):
        layers.append(inner)
        inner = _error_of(inner) or _text_inside(inner)
    return layers, inner


def _error_of(body: Mapping[str, Any]) -> Any:
    """Return what a body says of an error, the first place that says anything."""
    return _opened(next(filter(has_content, _errors_in(body)), body.get("error")))


def _errors_in(body: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what is in each place of a body where servers put errors."""
    if not _PLACES.isdisjoint(body):
        yield from _errors_beside(body)
    choices = body.get("choices")
    if is_array(choices):
        yield from filter(None, map(choice_error, choices))
    if body.get("type") == "message":
        yield choice_error({"finish_reason": body.get("stop_reason")})


def _errors_beside(body: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what is in each member of a body that is there for errors."""
    yield _first(body.get("error"))
    if is_object(groq := body.get("x_groq")):  # why Groq stopped a stream early
        yield groq.get("error")
    errors, base = body.get("errors"), body.get("base_resp")
    if is_array(errors):
        yield from errors
    code = base.get("status_code") if is_object(base) else None
    if is_object(base) and code and not is_success(code):
        number = int(code) if isinstance(code, str) and code.isdecimal() else code
        status = BASE_RESP.get(number) if isinstance(number, int) else None
        yield {"message": base.get("status_msg"), "code": code, "status": status}


def choice_error(choice: object) -> Any:
    """Return the error of a choice or its message, or that which its ``finish_reason`` names."""
    if not is_object(choice):
        return None
    holders = (choice, choice.get("delta"), choice.get("message"))
    errors = [h["error"] for h in holders if is_object(h) and "error" in h]
    error, reason = next(filter(has_content, errors), None), choice.get("finish_reason")
    if error is not None or not isinstance(reason, str) or reason in _FINISH_REASONS:
        return error
    name = reason.lower().rpartition(":")[2].strip()  # `function_call_filter: ...`
    if name in _FILTERED or (
        status_of(name) is None and "error" not in reason.lower() and name not in _CUT
    ):
        return error
    return {"message": f"the model stopped with the finish reason {reason!r}", "code": reason}


# What servers such as vLLM, SGLang and Gemini call an answer that they gave up.
_CUT = frozenset(
    {"abort", "aborted", "cancelled", "canceled", "failed", "malformed_function_call"}
    | {"malformed_response", "unexpected_tool_call"}
)
# Names of errors that are no errors as reasons: what had come before a filter stopped it is there.
_FILTERED = frozenset({"content_filter", "prohibited_content"})
# Those of the spec.
_FINISH_REASONS = frozenset({"stop", "length", "tool_calls", "content_filter", "function_call"})


def _first(value: Any) -> Any:
    return next(iter(value), None) if is_array(value) else value


def as_text(value: object) -> str | None:
    """Return text as it is, and any other value as JSON text; None where there is none."""
    if value is None or isinstance(value, str):
        return value
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:  # nested too deeply
        return None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def has_content(error: object) -> bool:
    """Return whether the value of an ``error`` member means a failure.

    Some gateways send an object whose members are all empty, or 0, or stand for success, when there
    is no error.
    """
    if isinstance(error, dict):
        values = cast("dict[str, object]", error).values()
        return any(value and not is_success(value) for value in values)
    return bool(error)


def has_own_error(model: type[JSONObject], body: Mapping[str, Any]) -> bool:
    """Return whether the ``error`` of a body is a member of its model, as of a job that failed.

    It is where the model declares it and what the spec promises is there, too.
    """
    promised = model.__json_decoders__.promised
    return "error" in model.__json_members__ and any(body.get(name) for name in promised)


def decode_model(model: type[J], body: object) -> J | None:
    """Return the decoded body of a response as a `model`.

    Returns:
        None where the body is not an object, holds an error, or has none of the members with what
        was asked for, as the answer of another API.
    """
    if not is_object(body) or holds_error(body, model):
        return None
    content = model.__json_decoders__.content
    is_other = content and content.isdisjoint(body)
    if is_other and not has_content(body.get("error")):  # which is a member of the model
        return None
    if "choices" in content and _has_unreadable(body.get("choices")):
        return None
    return wrap(model, body)


def _has_unreadable(choices: object) -> bool:
    """Return whether choices are no list, or not those of chat."""
    is_other = choices is not None and not is_array(choices)
    return is_other or any(map(is_text_choice, objects_in(choices)))


def is_text_choice(choice: Mapping[str, Any]) -> bool:
    """Return whether a choice has text and no message, as the completions before those of chat."""
    if not isinstance(choice.get("text"), str):
        return False
    return not any(is_object(choice.get(name)) for name in ("message", "delta"))
