"""Decodes the body of a 2xx response as the model of its operation."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from apertis_client._runtime.json_object import JSONObject, is_object, promised_members
from apertis_client._runtime.json_text import decode_body
from apertis_client._runtime.response import attach_headers

from .._errors.error_body import carries_error, error_details, stated_status
from .._errors.from_response import body_error

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.operation import Operation
    from apertis_client._runtime.response import ResponseModel

    from .open_response import OpenResponse

__all__ = ["decode_response", "receive_model"]

A = TypeVar("A", bound="ResponseModel")


def receive_model(operation: Operation[A]) -> Callable[[OpenResponse], Awaitable[A]]:
    """Return a function for `Engine.send` that reads the body and decodes it."""

    async def receive(response: OpenResponse) -> A:
        return decode_response(operation, response.response, await response.read())

    return receive


def decode_response(operation: Operation[A], response: httpx.Response, content: bytes) -> A:
    """Return the model that a body holds, with the headers of its response.

    Raises:
        APIResponseValidationError: the body is not a JSON object, has none of the members that the
            spec promises, or carries an error; also an `APIStatusError` where that states a status.
    """
    body = decode_body(content, response.headers.get("content-type", ""))
    model = operation.response
    decoded = None if _is_error(body, model) else operation.decode_response(body)
    if decoded is None:
        raise body_error(response, content, model.__name__)
    attach_headers(decoded, response.headers)
    return decoded


def _is_error(body: object, model: type[Any]) -> bool:
    """Return whether a body tells of an error, though it may have what the model promises."""
    if not is_object(body) or carries_error(body):
        return True
    values = [body[name] for name in _promised(cast("Any", model)) if name in body]
    if any(values) or error_details(body).message is None:
        return False
    # Some servers put the promised members, empty, beside a message.
    return stated_status(body) is not None or all(value is None for value in values)


@functools.cache
def _promised(model: type[JSONObject]) -> list[str]:
    return promised_members(model)
