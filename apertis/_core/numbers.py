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
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    if value > sys.float_info.max:
        raise ConfigurationError(f"{name} must be at most {sys.float_info.max:.2g}")
    if not (value > 0 if least is None else value >= least):  # nor is NaN
        bound = "more than 0" if least is None else f"{least:g} or more"
        raise ConfigurationError(f"{name} must be {bound}, not {value}")
    return float(value)


def check_seconds(name: str, value: object, *, least: float | None = None) -> float:
    """Return a number of seconds that clocks can count: `least` or more, or more than 0."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number of seconds, not {type(value).__name__}")
    is_enough = value > 0 if least is None else value >= least
    if not (is_enough and value <= threading.TIMEOUT_MAX):
        bound = "more than 0" if least is None else f"{least:g} or more"
        limit = f"at most {threading.TIMEOUT_MAX:.0f}" if value > 0 else bound
        raise ConfigurationError(f"{name} must be {limit} seconds, not {value!r}")
    return float(value)
