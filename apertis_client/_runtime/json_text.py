"""JSON text read and written, by `orjson` where it is installed and by `json` otherwise.

The results are those of `json` but for two differences of orjson: an integer beyond 64 bits is read
as a float, and numbers with a fraction may be written with other digits that mean the same
(``1e16``).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

__all__ = ["fast_dumps", "loads"]

orjson: Any = None
_options = 0
with suppress(ImportError, AttributeError):  # without attributes it is a folder of that name
    _found: Any = import_module("orjson")
    # What `json` would refuse or write differently is handed to the `default` function.
    _options = _found.OPT_PASSTHROUGH_DATACLASS | _found.OPT_PASSTHROUGH_DATETIME
    _options |= _found.OPT_PASSTHROUGH_SUBCLASS
    orjson = _found


def loads(text: str) -> Any:
    """Return decoded JSON text; raises `ValueError` where it is not JSON.

    NaN, infinity and lone surrogates are read, as `json.loads` reads them.
    """
    if orjson is not None:
        try:
            return orjson.loads(text)
        except ValueError:  # `json` may read it all the same
            pass
    return json.loads(text)


def fast_dumps(value: Any, default: Callable[[Any], Any]) -> bytes | None:
    """Return a value as compact JSON in UTF-8; None where `json` has to write it."""
    if orjson is None:
        return None
    try:
        data: bytes = orjson.dumps(value, default, _options)
    except TypeError:
        return None  # a value that orjson cannot write
    return None if b"null" in data else data  # a null may have been NaN
