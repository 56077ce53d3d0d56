"""Checks numbers that settings and arguments have in common; each error names the value."""

from __future__ import annotations

import sys
import threading

from .._errors.tree import ConfigurationError

__all__ = ["check_amount", "check_count", "check_seconds"]


def check_count(
    name: str, value: object, *, least: int, most: int | None = None, kind: str = "a whole number"
) -> int:
    """Return a whole number from `least` to `most`; `kind` says what else it may be."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be {kind}, not {type(value).__name__}")
    if value < least:
        raise ConfigurationError(f"{name} must be {least} or more, not {value}")
    if most is not None and value > most:
        raise ConfigurationError(f"{name} must be {most} or less, not {value}")
    return value


def check_amount(name: str, value: object, *, least: float | None = None) -> float:
    """Return a finite number: `least` or more, or more than 0."""
    number = _number(name, value, "a number")
    if number > sys.float_info.max:
        raise ConfigurationError(f"{name} must be at most {sys.float_info.max:.2g}")
    if not _is_enough(number, least):  # nor is NaN
        raise ConfigurationError(f"{name} must be {_bound(least)}, not {number}")
    return float(number)


def check_seconds(name: str, value: object, *, least: float | None = None) -> float:
    """Return a number of seconds that clocks can count: `least` or more, or more than 0."""
    number = _number(name, value, "a number of seconds")
    if not (_is_enough(number, least) and number <= threading.TIMEOUT_MAX):
        limit = f"at most {threading.TIMEOUT_MAX:.0f}" if number > 0 else _bound(least)
        raise ConfigurationError(f"{name} must be {limit} seconds, not {number!r}")
    return float(number)


def _number(name: str, value: object, kind: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be {kind}, not {type(value).__name__}")
    return value


def _is_enough(number: float, least: float | None) -> bool:
    return number > 0 if least is None else number >= least


def _bound(least: float | None) -> str:
    return "more than 0" if least is None else f"{least:g} or more"
