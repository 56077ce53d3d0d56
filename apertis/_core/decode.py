"""Decodes the body of a 2xx response as the model of its operation."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from apertis_client._runtime.json_object import is_object, promised_members
from apertis_client.errors import has_content

from .._errors.exceptions import (
    APIResponseValidationError,
    decoded_body,
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
    body = decoded_body(content)
    model = operation.answer
    if is_object(body) and not has_content(body.get("error")):
        promised = _promised_members(cast("Any", model))
        if not promised or not promised.isdisjoint(body):
            answer = model.adopt(body)
            answer.came_with(response.headers)
            return answer
    body = without_keys(body, response)
    message = error_details(body).message or f"expected {model.__name__}, got {_describe(body)}"
    raise APIResponseValidationError(message, response=response, body=body)


@functools.cache
def _promised_members(model: type[Any]) -> frozenset[str]:
    return frozenset(promised_members(model))


def _describe(body: Any) -> str:
    if body is None:
        return "an empty body"
    if isinstance(body, str):
        return f"text that is no JSON: {body.strip()[:80]!r}"
    if is_object(body):
        return f"an object with the members {sorted(body)[:8]}"
    return f"JSON that is no object ({type(body).__name__})"
