"""JSON read and written: the one place that says by what.

By `orjson` where it is installed (``pip install apertis[orjson]``), with the results of `json`:
wherever the two differ, or might, `json` does it. Numbers with a fraction are the one exception:
both write them so that they are read as the same, but not with the same letters (``1e16``).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, Final

__all__ = ["fast_dumps", "loads"]

orjson: Any = None
_options = 0
with suppress(ImportError, AttributeError):  # without attributes it is some folder of that name
    _found: Any = import_module("orjson")
    # What `json` would not write, or as something else, is to be asked for.
    _options = _found.OPT_PASSTHROUGH_DATACLASS | _found.OPT_PASSTHROUGH_DATETIME
    _options |= _found.OPT_PASSTHROUGH_SUBCLASS
    orjson = _found

# What `json.loads` asks first, and once per call, are the ways to be called that are not ours.
_scan: Final[Any] = getattr(json.JSONDecoder(), "scan_once")  # noqa: B009  no stub has it

# Each digit as a zero, each other byte as a space.
_DIGITS: Final = bytes(ord("0" if 48 <= byte <= 57 else " ") for byte in range(256))


def loads(text: str) -> Any:
    """Return what JSON text says, as `json.loads` does; raises `ValueError` where it is none."""
    if orjson is not None:
        # An integer of more than 64 bits, which orjson rounds, has nineteen digits at least, and of
        # any nineteen bytes three are looked at.
        try:
            data = text.encode()
            # What `partition` finds stands in the middle; `find` takes longer to be called.
            if (
                not data[::6].translate(_DIGITS).partition(b"000")[1]
                or data.translate(_DIGITS).find(b"0" * 19) < 0
            ):
                return orjson.loads(data)
        except ValueError:
            pass  # NaN, lone surrogates, 1e400, and what is no JSON
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        return json.loads(text)
    return value if end == len(text) else json.loads(text)


def fast_dumps(value: Any, default: Callable[[Any], Any]) -> bytes | None:
    """Return a value as compact JSON in UTF-8; None where `json` is to be asked."""
    if orjson is None:
        return None
    try:
        data: bytes = orjson.dumps(value, default, _options)
    except TypeError:
        return None  # what cannot be written, and what `json` can
    return None if b"null" in data else data  # that may have been NaN
