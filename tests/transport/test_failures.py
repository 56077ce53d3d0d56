"""`apertis._transport.failures`: what is said of a failed transport."""

from __future__ import annotations

import contextlib

import httpx

from apertis._transport.failures import reason


def test_a_reason_is_found_in_the_cause() -> None:
    """An exception without a message has the message of what led to it."""
    error = httpx.ReadError("")
    error.__context__ = OSError("reset")

    assert reason(error) == "reset"


def test_a_reason_is_not_what_the_caller_handles() -> None:
    """What the caller was handling when it made the call says nothing about the call."""
    error = httpx.ReadError("")
    error.__context__ = mine = KeyError("mine")
    said = ""
    with contextlib.suppress(KeyError):
        try:
            raise mine
        finally:
            said = reason(error)

    assert said == "ReadError"
