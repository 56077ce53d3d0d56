"""Checks the options of a call, which come beside the arguments of the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypedDict

from .checks import (
    check_headers,
    check_mapping,
    check_max_retries,
    check_query,
    check_timeout,
)
from .numbers import check_seconds

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.uploads import FileInput

    from .retry import RetryPolicy

__all__ = ["EndpointOptions", "RequestOptions", "take_options"]


class RequestOptions(TypedDict, total=False):
    """How one call is sent. None means: as the client is set.

    Args:
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.
    """

    extra_headers: Mapping[str, str | None] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: float | httpx.Timeout | None
    max_retries: int | RetryPolicy | None
    deadline: float | None
    idle_timeout: float | None


class EndpointOptions(RequestOptions, total=False):
    """What the call of an endpoint by its path takes.

    Args:
        body: What is sent as JSON. A stream that is asked for adds ``"stream": true``.
        query: The parameters of the query.
        files: The files of a form, by the names of its fields; the members of `body` become fields
            beside them.
    """

    body: Any
    query: Mapping[str, Any] | None
    files: Mapping[str, FileInput | Sequence[FileInput]] | None


def take_options(arguments: dict[str, Any]) -> RequestOptions:
    """Remove the options from a call's arguments and return them, checked.

    Raises:
        ConfigurationError: invalid value; the message names it.
        TypeError: a value is of the wrong type; the message names it.
    """
    if _CHECKS.keys().isdisjoint(arguments):
        return {}
    options: Any = {}
    for name, check in _CHECKS.items():
        value = arguments.pop(name, None)
        if value is not None:
            options[name] = check(value)
    checked: RequestOptions = options
    return checked


_CHECKS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "extra_headers": lambda value: check_headers("extra_headers", value),
    "extra_query": lambda value: check_query("extra_query", value),
    "extra_body": lambda value: check_mapping("extra_body", value),
    "timeout": check_timeout,
    "max_retries": check_max_retries,
    "deadline": lambda value: check_seconds("deadline", value),
    "idle_timeout": lambda value: check_seconds("idle_timeout", value),
}
