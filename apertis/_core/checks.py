"""Checks values that settings and options have in common; each error names the value."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Final, NamedTuple, cast

from apertis_client._runtime.json_text import is_uuid

from .._errors.secrets import without_keys
from .._errors.tree import ConfigurationError
from .._importing import httpx, importing

__all__ = [
    "Timeouts",
    "check_amount",
    "check_bool",
    "check_count",
    "check_headers",
    "check_mapping",
    "check_max_bytes",
    "check_parameter",
    "check_query",
    "check_seconds",
    "check_timeout",
    "similar_name",
    "type_name",
]

CONNECT_SECONDS: Final = 5.0
SILENCE_SECONDS: Final = 600.0

# RFC 9110, 5.1 and 5.5, without the obsolete bytes above ASCII.
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"[\x20-\x7e\t]*")


class Timeouts(NamedTuple):
    """The seconds that each phase of an attempt may take, None without a limit."""

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None


def check_timeout(timeout: float | httpx.Timeout | None) -> Timeouts:
    """Return the time-outs of each phase: a number limits each silence, connecting to 5 s at most.

    Raises:
        ConfigurationError: it is not more than 0.
        TypeError: it is neither a number nor an `httpx.Timeout`.
    """
    if timeout is None:
        return Timeouts(CONNECT_SECONDS, SILENCE_SECONDS, SILENCE_SECONDS, SILENCE_SECONDS)
    given: Any = timeout
    if isinstance(given, (int, float)):
        seconds = check_seconds("timeout", given)
        return Timeouts(min(seconds, CONNECT_SECONDS), seconds, seconds, seconds)
    if not isinstance(given, httpx.Timeout):
        kind = type_name(given)
        if kind == "Timeout":  # of another package, such as httpx2
            kind = f"{type(given).__module__}.{kind}"
        raise TypeError(f"timeout must be a number of seconds or an httpx.Timeout, not {kind}")
    phases = given.as_dict()
    for phase, limit in phases.items():
        if limit is not None:
            check_seconds(f"timeout ({phase})", limit)
    return Timeouts(**phases)


def check_max_bytes(name: str, most: object) -> int | None:
    """Return a number of bytes that is 1 or more; None means no limit."""
    kind = "a whole number or None"
    return None if most is None else check_count(name, most, least=1, kind=kind)


def check_bool(name: str, value: object) -> bool:
    """Return a bool; nothing else is taken for one."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, not {type_name(value)}")
    return value


def check_headers(name: str, headers: object) -> dict[str, str | None]:
    """Return checked headers by name in lower case; None means that a header is not sent."""
    checked: dict[Any, Any] = {
        # Space around a value is not part of it (RFC 9110, 5.5).
        key: value.strip(" \t") if isinstance(value, str) else value
        for key, value in check_mapping(name, headers).items()
    }
    for key, value in checked.items():
        shown = without_keys(repr(key))
        if not isinstance(key, str) or not (value is None or isinstance(value, str)):
            wrong = type_name(value if isinstance(key, str) else key)
            raise TypeError(f"{name} must map text to text or None; {shown} is {wrong}")
        if not _HEADER_NAME.fullmatch(key):
            raise ConfigurationError(f"{name} holds {shown}, which cannot be the name of a header")
        if value is not None and not _HEADER_VALUE.fullmatch(value):
            # The message must not show what may be a key.
            raise ConfigurationError(
                f"{name} holds a value for {shown} that is not printable ASCII on one line"
            )
    return {key.lower(): value for key, value in checked.items()}


def check_mapping(name: str, value: object) -> dict[str, Any]:
    """Return a mapping as a new dict; None is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a dict, not {type_name(value)}")
    return dict(cast("Mapping[str, Any]", value))


def check_query(name: str, query: object) -> dict[str, Any]:
    """Return parameters of a query: text, numbers, booleans and None, or lists of them."""
    checked: dict[Any, Any] = check_mapping(name, query)
    for key, value in checked.items():
        shown = without_keys(repr(key))
        values = cast("list[object]", value if isinstance(value, (list, tuple)) else [value])
        for each in (key, *values):
            if each is not None and not isinstance(each, (str, int, float)):
                raise TypeError(
                    f"{name} must map text to text, numbers, or lists of them; {shown} holds"
                    f" {type_name(each)}"
                )
            if isinstance(each, str) and not _is_unicode(each):
                raise ConfigurationError(f"{name} holds text that is not valid Unicode")
        if not isinstance(key, str):
            raise TypeError(f"{name} must map text to values; {shown} is {type_name(key)}")
    return checked


def check_parameter(name: str, value: object) -> Any:
    """Return a parameter outside of the body: text, a number or a boolean, or a list of them."""
    is_list = isinstance(value, (list, tuple))
    values = cast("Sequence[object]", value if is_list else [value])
    checked = [each.value if isinstance(each, Enum) else each for each in values]
    for index, each in enumerate(checked):
        if not isinstance(each, (str, int, float)) and not is_uuid(each):
            path = f"{name}[{index}]" if is_list else name
            raise TypeError(
                f"{path} cannot be sent as a parameter: it is {type_name(each)}; use text, a number"
                " or a boolean"
            )
    return checked if is_list else checked[0]


def type_name(value: object) -> str:
    """Return the name of a value's type, for a message."""
    return type(value).__name__


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return True


def similar_name(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return the end of a sentence about an unknown name: a known one, if one is similar."""
    with importing:
        import difflib

    known = sorted(known)
    close = difflib.get_close_matches(name, known, 1, 0.8)
    close = close or [other for other in known if name.endswith(f"_{other}")]  # request_timeout
    close = close or difflib.get_close_matches(name, known, 1)
    return f"; did you mean {close[0]!r}?" if close else otherwise


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
