"""Which failures stop a run: those that will be those of every row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from apertis_client._runtime.json_object import is_object

from .._errors.tree import (
    ApertisError,
    APIConnectionError,
    APIError,
    APIStatusError,
    BulkStoppedError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    NotFoundError,
    StructuredOutputError,
)

if TYPE_CHECKING:
    from .journal import Journal

__all__ = ["may_stop_run", "stopped", "stops_run"]

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
            error.status_code in (401, 402)
            or _CODES.fullmatch(str(error.code)) is not None
            or (error.status_code == 403 and not is_object(error.body))  # by what is before the API
        )
    return not isinstance(error, _OF_A_ROW)


def may_stop_run(error: ApertisError) -> bool:
    """Return whether a failure says that as long as no row has been answered."""
    return isinstance(error, (APIConnectionError, NotFoundError))


def stopped(reason: object, answers: int, journal: Journal | None) -> BulkStoppedError:
    """Return the error of a run that stops, which says how to go on."""
    kept = f"{answers} answers were given"
    if journal is not None and journal.is_kept:
        kept = f"{answers} answers are kept in {journal.name}; the same run again asks for the rest"
    return BulkStoppedError(f"stopped: {reason}; {kept}")
