"""Decode the body of a 2xx response to the model that the operation promises."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from apertis_client._runtime.json_object import is_object, promised_members

from .._errors.error_body import carries_error, decode_body, error_details, stated_status
from .._errors.from_response import body_error

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.operation import Operation
    from apertis_client._runtime.response import ResponseModel

__all__ = ["decode_response"]

A = TypeVar("A", bound="ResponseModel")


def decode_response(operation: Operation[A], response: httpx.Response, content: bytes) -> A:
    """Return the typed response, which also knows its headers.

    Raises:
        APIResponseValidationError: the body is not a JSON object, has none of the members that the
            spec promises, or carries an error; also an `APIStatusError` where that states a status.
    """
    body = decode_body(content)
    model = operation.answer
    if is_object(body) and _is_promised(body, _promised(cast("Any", model))):
        answer = model.adopt(body)
        answer.came_with(response.headers)
        return answer
    raise body_error(response, content, model.__name__)


def _is_promised(body: Mapping[str, Any], promised: frozenset[str]) -> bool:
    """Return whether a body is a response, and not an error."""
    if carries_error(body):
        return False
    values = [body[name] for name in promised if name in body]
    if not promised or any(values):
        return True
    # Some servers put the members that they promise, empty, beside a message.
    is_error = error_details(body).message is not None and (
        stated_status(body) is not None or all(value is None for value in values)
    )
    return bool(values) and not is_error


@functools.cache
def _promised(model: type[Any]) -> frozenset[str]:
    return frozenset(promised_members(model))
