"""What a check has found."""

from __future__ import annotations

import enum
from typing import NamedTuple

__all__ = ["Finding", "State"]


class State(enum.StrEnum):
    """Whether something is as it should be."""

    OK = "ok"
    WARNING = "warning"  # calls work, but perhaps not for long, or not well
    FAILURE = "failure"
    SKIPPED = "skipped"  # something before it failed, or there is nothing to check


class Finding(NamedTuple):
    """What a check has found, in a sentence without secrets.

    Attributes:
        check: What was looked at.
        state: Whether it is as it should be.
        message: What was found.
        advice: What to do about it; empty where there is nothing to do.
    """

    check: str
    state: State
    message: str
    advice: str = ""
