"""What the server says: whether it takes the key, its clock, and how long it takes to answer."""

from __future__ import annotations

import email.utils
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.json_object import is_array, is_object

from ..._errors.tree import (
    APIConnectionError,
    APIError,
    APIStatusError,
    AuthenticationError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
)
from ..progress import count, duration
from .finding import Finding, State

if TYPE_CHECKING:
    import httpx

    from ..._client import Apertis

__all__ = ["check_service"]

_PATH: Final = "/models"  # the smallest answer for which servers want a key
_SLOW: Final = 2.0  # seconds to the first byte
_CLOCK_WARNS: Final = 30.0  # seconds between the clocks
_CLOCK_FAILS: Final = 300.0

_ADVICE: Final[tuple[tuple[type[APIError], str], ...]] = (
    (AuthenticationError, "make a new key, and set it: `apertis config set key`"),
    (PermissionDeniedError, "ask for what the key may do, or use another one"),
    (NotFoundError, "check the base URL: it usually ends with /v1"),
    (RateLimitError, "wait; the key and the connection are right"),
    (APIConnectionError, "see what failed above"),
)


def check_service(
    client: Apertis, clock: Callable[[], float], now: Callable[[], float]
) -> Iterator[Finding]:
    """Ask for the list of models, once.

    Args:
        client: Whose settings are checked.
        clock: Returns the seconds since any time, to measure with.
        now: Returns what the clock of this machine says, in seconds since 1970.
    """
    client = client.with_options(max_retries=0)
    asked = now()
    start = clock()
    try:
        with client.with_streaming_response.get(_PATH, timeout=30) as response:
            first, headers = clock() - start, response.headers
            answer: Any = response.parse()
    except APIError as error:
        yield _refused(error)
        answered: httpx.Response | None = getattr(error, "response", None)
        if answered is not None:
            yield _check_clock(answered.headers, asked)
        return
    models = answer.get("data") if is_object(answer) else None
    if is_array(models):
        message = f"GET {_PATH}: the key is accepted, for {count(len(models), 'model')}"
        yield Finding("service", State.OK, message)
    else:
        message = f"GET {_PATH} gives no list of models"
        yield Finding("service", State.FAILURE, message, "check the base URL")
    yield _check_clock(headers, asked)
    state = State.WARNING if first > _SLOW else State.OK
    advice = "the server, or the connection, is slow" if first > _SLOW else ""
    message = f"{1000 * first:.0f} ms from the request, connecting included"
    yield Finding("first byte", state, message, advice)


def _refused(error: APIError) -> Finding:
    advice = next((said for kind, said in _ADVICE if isinstance(error, kind)), "try again later")
    status = f" {error.status_code}" if isinstance(error, APIStatusError) else ""
    state = State.WARNING if isinstance(error, RateLimitError) else State.FAILURE
    return Finding("service", state, f"GET {_PATH} fails:{status} {error.message}", advice)


def _check_clock(headers: httpx.Headers | Any, asked: float) -> Finding:
    try:
        server = email.utils.parsedate_to_datetime(headers.get("date", "")).timestamp()
    except ValueError:
        return Finding("clock", State.SKIPPED, "the server does not say what time it is")
    apart = asked - server
    if abs(apart) <= _CLOCK_WARNS:
        return Finding("clock", State.OK, "the same as the server's, to a few seconds")
    message = f"{duration(abs(apart))} {'ahead of' if apart > 0 else 'behind'} the server's"
    state = State.FAILURE if abs(apart) > _CLOCK_FAILS else State.WARNING
    return Finding("clock", state, message, "set the clock of this machine: certificates go by it")
