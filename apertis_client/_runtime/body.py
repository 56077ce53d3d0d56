"""Decodes the body of a response."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors import has_content
from .json_object import JSONObject, is_object, promised_members, wrap
from .json_text import loads

if TYPE_CHECKING:
    from .operation import Operation

__all__ = ["decode_error", "decode_json", "decode_model"]

M = TypeVar("M", bound=JSONObject)


def decode_json(content: bytes) -> Any:
    """Return a body as decoded JSON, as text where it is not JSON, and None where it is empty."""
    try:
        return loads(content.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return content.decode(errors="replace") or None


def decode_model(model: type[M], body: object) -> M | None:
    """Return a decoded body as a `model`; None where it is something else.

    That is a body that is not an object, carries an error, or has none of the members that the
    spec promises.
    """
    if not is_object(body) or has_content(body.get("error")):
        return None
    promised = _promised(cast("Any", model))
    return None if promised and promised.isdisjoint(body) else wrap(model, body)


def decode_error(operation: Operation[Any], status: int, body: object) -> JSONObject | None:
    """Return a decoded body as the error that the spec documents for `status`, None otherwise.

    A successful status with an error in its body has the error documented first.
    """
    if not is_object(body):
        return None
    errors = operation.errors
    names = (str(status), f"{status // 100}XX", "default")
    model = next((errors[name] for name in names if name in errors), None)
    if 200 <= status < 300 and errors and has_content(body.get("error")):
        model = next(iter(errors.values()))
    return None if model is None else wrap(model, body)


@cache
def _promised(model: type[JSONObject]) -> frozenset[str]:
    return frozenset(promised_members(model))
