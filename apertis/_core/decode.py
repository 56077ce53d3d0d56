"""Decodes the body of a 2xx response as the model of its operation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.json_object import is_object
from apertis_client._runtime.json_text import decode_body
from apertis_client._runtime.response import attach_headers

from .._errors.exceptions import (
    APIResponseValidationError,
    error_details,
    without_keys,
)

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
        APIResponseValidationError: the body is no JSON object, has none of the members that the
            spec promises, or carries an error.
    """
    body = decode_body(content, response.headers.get("content-type", ""))
    decoded = operation.decode_response(body)
    if decoded is not None:
        attach_headers(decoded, response.headers)
        return decoded
    body = without_keys(body, response)
    expected = operation.response.__name__
    message = error_details(body).message or f"expected {expected}, got {_describe(body)}"
    raise APIResponseValidationError(message, response=response, body=body)


def _describe(body: Any) -> str:
    if body is None:
        return "an empty body"
    if isinstance(body, str):
        return f"text that is no JSON: {body.strip()[:80]!r}"
    if is_object(body):
        return f"an object with the members {sorted(body)[:8]}"
    return f"JSON that is no object ({type(body).__name__})"
