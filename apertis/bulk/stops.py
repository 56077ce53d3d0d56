"""Which failures stop a run: those that will be those of every row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.error_body import final_status, find_request_id
from apertis_client._runtime.json_object import is_object
from apertis_client._runtime.json_text import loads

from .._errors.tree import (
    ApertisError,
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    BulkStoppedError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    NotFoundError,
    PermissionDeniedError,
    StructuredOutputError,
)

if TYPE_CHECKING:
    from .ledger import Ledger

__all__ = ["kind_of", "may_stop_run", "stopped", "stops_run"]

# Of a 400 or a 403, which have other reasons too.
_CODES: Final = re.compile(
    r"account_suspended|ip_not_allowed|payment_failed|quota_exceeded|subscription_expired"
    r"|insufficient_\w+|\w+_api_key"
)
_OF_A_ROW: Final = (
    APIError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    StructuredOutputError,
)


def stops_run(error: ApertisError) -> bool:
    """Return whether a failure of a row, after its retries, says that no row will be answered."""
    if isinstance(error, APIStatusError):
        return (
            final_status(error.body, error.status_code) in (401, 402)
            or _CODES.fullmatch(str(error.code)) is not None
        )
    return not isinstance(error, _OF_A_ROW)


def may_stop_run(error: ApertisError, *, has_answers: bool) -> bool:
    """Return whether a failure says that if no row is answered after it."""
    if isinstance(error, PermissionDeniedError) and not is_object(error.body):
        return True  # by what is before the API, which may not like one prompt, or the client
    kinds = (APIConnectionError, NotFoundError, PermissionDeniedError)
    return not has_answers and isinstance(error, kinds)


def kind_of(error: ApertisError) -> int:
    """Return a number that is the same for failures that say the same, but for a request id."""
    said = error.message if isinstance(error, APIError) else str(error)
    if isinstance(error, APIResponseError):
        for request_id in filter(None, (error.request_id, find_request_id(error.body))):
            said = said.replace(request_id, "")
    return hash((type(error), said))


def stopped(
    reason: object, ledger: Ledger, answers: int, failures: int, place: str | None
) -> BulkStoppedError:
    """Return the error of a run that stops, which says how to go on.

    Args:
        reason: Why it stops.
        ledger: Its output, once it is closed.
        answers: How many rows have an answer by this run.
        failures: How many have a line that says that they failed.
        place: Where the lines are that could not be written.
    """
    journal = ledger.journal
    held = journal.held if journal is not None else []
    lines, them = ("line", "it") if len(held) == 1 else (f"{len(held)} lines", "them")
    are = "is" if len(held) == 1 else "are"
    if journal is None or not journal.is_kept:
        said = f"{_count(answers)} given"
        if place:
            said += f"; the {lines} that could not be written {are} {place}"
        return BulkStoppedError(f"stopped: {reason}; {said}")
    kept = len(ledger.done.answered) + answers - sum("error" not in _decoded(each) for each in held)
    said = f"{_count(kept)} kept in {journal.name}; "
    if place:
        said += f"the {lines} that came then {are} {place}: append {them}, and "
    rest = "the rest"
    if failures:
        rest += f", with retry_failed also for the {failures} that failed"
    again = "again" if isinstance(reason, BaseException) else "with another limit, or none,"
    return BulkStoppedError(f"stopped: {reason}; {said}the same run {again} asks for {rest}")


def _count(answers: int) -> str:
    return "1 answer is" if answers == 1 else f"{answers} answers are"


def _decoded(line: bytes) -> dict[str, Any]:
    decoded: dict[str, Any] = loads(line.decode())
    return decoded
