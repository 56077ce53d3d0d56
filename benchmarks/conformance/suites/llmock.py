"""What llmock can be told to do, and what is right; its own verdict is added to ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from benchmarks.conformance.dialects import WORDS
from benchmarks.conformance.scenarios import Answer, Call, Failure, Form

__all__ = ["REPLY", "ROWS", "Row"]

REPLY = {"type": "reply", "text": "".join(WORDS), "times": None}


class Row(NamedTuple):
    """What llmock does, and what is right.

    Attributes:
        name: What happens, in words.
        right: What is right, in words.
        behaviors: What llmock is told, beside its reply.
        call: What the program asks.
        forms: How the program asks.
    """

    name: str
    right: str
    behaviors: Sequence[dict[str, Any]]
    call: Call
    forms: Sequence[Form] = ("plain", "stream")


def _fails(status: int, **members: Any) -> dict[str, Any]:
    return {"type": "fail", "status": status, "message": "No!", **members}


def _breaks(kind: str, after: int) -> dict[str, Any]:
    fault = {"type": "stream_fault", "kind": kind, "after_chunks": after}
    return {**fault, "stall_seconds": 4} if kind == "stall" else fault


_BREAKS = {
    "disconnect": "the connection ends",
    "truncate": "the body ends",
    "malformed": "an event is no JSON",
    "stall": "silence",
}
_REFUSALS = (400, 401, 403, 404, 422)
_RETRIED = (429, 500, 502, 503)
_SOMETIMES_RETRIED = (408, 409, 529)

ROWS = [
    *(
        Row(
            f"{status} once",
            f"the {status}, after one attempt",
            [_fails(status)],
            Call([Failure(status)], (1, 1)),
        )
        for status in _REFUSALS
    ),
    *(
        Row(
            f"{status} once",
            "asked again and answered",
            [_fails(status, retry_after=0.01)],
            Call([Answer()], (2, 2)),
        )
        for status in _RETRIED
    ),
    *(
        Row(
            f"{status} once",
            f"asked again and answered; or the {status}, after one attempt",
            [_fails(status, retry_after=0.01)],
            Call([Answer(), Failure(status)], (1, 2)),
        )
        for status in _SOMETIMES_RETRIED
    ),
    Row(
        "429 with a Retry-After of a second",
        "asked again, not before, and answered",
        [_fails(429, retry_after=1)],
        Call([Answer()], (2, 2)),
    ),
    Row(
        "500 at each request",
        "the 500, after a few attempts ever further apart",
        [_fails(500, times=None)],
        Call([Failure(500)], (1, 6)),
    ),
    Row(
        "an answer that begins too late, once",
        "asked again and answered",
        [{"type": "delay", "seconds": 3}],
        Call([Answer()], (2, 2)),
    ),
    Row(
        "a slow first token",
        "the answer, of one attempt",
        [{"type": "slow_first_token", "seconds": 0.5}],
        Call([Answer()], (1, 1)),
        ("stream",),
    ),
    *(
        Row(
            f"{what} before the first chunk, once",
            "asked again and answered; or an error that the documentation names",
            [_breaks(kind, 0)],
            Call([Answer(), Failure()], (1, 2)),
            ("stream",),
        )
        for kind, what in _BREAKS.items()
    ),
    *(
        Row(
            f"{what} after three chunks",
            "an error that the documentation names, after one attempt",
            [_breaks(kind, 3)],
            Call([Failure()], (1, 1)),
            ("stream",),
        )
        for kind, what in _BREAKS.items()
    ),
]
