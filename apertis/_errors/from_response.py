"""Choose the exception for a response that means failure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.error_body import (
    ErrorDetails,
    as_text,
    error_details,
    has_content,
    is_success,
    stated_status,
)
from apertis_client._runtime.event_stream import EventDecoder
from apertis_client._runtime.json_object import is_object, objects_in
from apertis_client._runtime.json_text import decode_body

from .secrets import bare_url, beginning_without_keys, request_of, without_keys
from .stated import stated_class
from .tree import (
    APIResponseError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    status_class,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

__all__ = ["body_error", "decode_error_body", "describe_object", "status_error", "stream_error"]

E = TypeVar("E", bound="APIResponseError")


def decode_error_body(content: bytes, content_type: str = "") -> object | None:
    """Return the body of an error as `decode_body` does, also where it is framed as events.

    Servers that were asked for a stream may write an error as an event (``data: {"error": ...}``).
    The first event that says something counts.
    """
    body: object = decode_body(content, content_type)
    if not isinstance(body, str) or not re.match(_EVENTS, body):
        return body
    decoder = EventDecoder()
    events = (decoder.feed(content[:_MOST_BYTES]) + decoder.finish())[:_MOST_EVENTS]
    bodies = [decode_body(data) for data, _ in events]
    said = [each for each in bodies if each not in (None, "[DONE]")]
    telling = (each for each in said if error_details(each) != ErrorDetails())
    return next(telling, said[0] if said else body)


_MOST_BYTES = 4 * 2**20
_MOST_EVENTS = 100  # among which there is an error, if any is
# Not compiled before an error needs it, as that takes long.
_EVENTS = r"[\s\ufeff]*((data|event|id|retry)?:|error:\s*[{\[])"


def status_error(response: httpx.Response, content: bytes) -> APIStatusError:
    """Return the exception for a response whose status means failure; `content` is its body."""
    status = response.status_code
    body = decode_error_body(content, response.headers.get("content-type", ""))
    body = beginning_without_keys(body, response)
    message = error_details(body).message
    if message is None and status == 403 and _is_page(response):
        message = (
            "the server answered with a page instead of JSON: the CDN in front of the API refuses"
            " some clients. Try another User-Agent: default_headers={'User-Agent': ...}"
        )
    if message is None and not (isinstance(body, str) and body.lstrip().startswith("<")):
        # What the server says, in words or in a shape that is not known.
        message = as_text(body or None)
        message = message and (message.strip()[:500] or None)
    if message is None and 300 <= status < 400:
        message = f"the server redirects to {response.headers.get('location', 'nowhere')!r}"
    message = message or response.reason_phrase or "the server gave no reason"
    is_from_api = error_details(body).message is not None
    if status == 404 and (not is_from_api or re.search(_NO_ENDPOINT, message)):
        # Nothing is there, as with a wrong base URL; the API would name a model or a job.
        request = request_of(response)
        if request is not None:
            url = bare_url(request.url)
            message = f"{message}: there is nothing at {url}; check base_url"
    return status_class(status)(without_keys(message, response), response=response, body=body)


# What servers say of a path that they do not know, in an error like those of the API.
_NO_ENDPOINT = r"(?i)\b(url|path|route|endpoint)\b|^((file|page) )?not found\.?$"


def stream_error(body: object, response: httpx.Response) -> APIStreamError:
    """Return the exception for an error that came as an event of a stream."""
    body = beginning_without_keys(body, response) or {}
    otherwise = "the stream carries an error without a message"
    if has_content(body) and error_details(body) == ErrorDetails():  # in a shape that is not known
        otherwise = f"{otherwise}: {(as_text(body) or '')[:500]}"
    return _stated(APIStreamError, response, body, otherwise)


def body_error(
    response: httpx.Response, content: bytes, expected: str
) -> APIResponseValidationError:
    """Return the exception for a 2xx response that has an error, or not what was `expected`."""
    body = decode_error_body(content, response.headers.get("content-type", ""))
    body = beginning_without_keys(body, response)
    is_stream = re.match(_EVENTS, content[:100].decode("utf-8", "replace"))
    got = "an event stream" if is_stream else _describe(body)
    otherwise = f"expected {expected}, got {got}"
    if is_object(body) and body.get("error") is True:  # which says nothing, but what is beside may
        otherwise = (as_text(body) or otherwise)[:500]
    return _stated(APIResponseValidationError, response, body, otherwise)


def _stated(kind: type[E], response: httpx.Response, body: object, otherwise: str) -> E:
    """Return an exception that is also of the class of the status that a body states."""
    details = error_details(body)
    # "success" does not say why this is no answer.
    message = (None if is_success(details.code) else details.message) or otherwise
    status = stated_status(body)
    cls = kind if status is None else stated_class(kind, status)
    error = cls(message, response=response, body=body)
    error.status_code = status or response.status_code
    return error


def _describe(body: Any) -> str:
    if body is None:
        return "an empty body"
    if isinstance(body, str):
        return f"text that is not JSON: {body.strip()[:80]!r}"
    if is_object(body):
        return describe_object(body)
    return f"JSON that is not an object ({type(body).__name__})"


def describe_object(body: Mapping[str, Any]) -> str:
    """Return what a body or an event is that has another shape than expected."""
    described = f"an object with the members {sorted(body)[:8]}"
    for choice in objects_in(body.get("choices"))[:1]:
        described += f" and a choice with {sorted(choice)[:8]}"
    return described


def _is_page(response: httpx.Response) -> bool:
    return not response.headers.get("content-type", "").lower().startswith("application/json")
