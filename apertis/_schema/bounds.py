"""The bounds of a value: those that engines hold a model to, and those that leave no value."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Any, Final

__all__ = ["LARGEST_INTEGER", "is_held", "say_contradiction"]

LARGEST_INTEGER: Final = 2**53
"""The largest integer up to which JSON numbers are exact everywhere (RFC 8259, section 6).

Engines lose digits of larger ones; some refuse a schema that has them, or crash.
"""

# xgrammar rounds a bound to six decimal places; llguidance takes no schema with very small ones.
_DECIMAL_PLACES: Final = 6
# llguidance takes no larger factor of a number that also has bounds.
_LARGEST_FACTOR: Final = 10**5

_PAIRS: Final = (
    *product(("ge", "gt"), ("le", "lt")),
    *product(("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")),
    *(("min_length", "max_length"), ("minLength", "maxLength"), ("minItems", "maxItems")),
)
_OPEN: Final = frozenset({"gt", "lt", "exclusiveMinimum", "exclusiveMaximum"})


def is_held(keyword: str, value: float) -> bool:
    """Return whether engines read a bound of a number, or of a number of items, as it is."""
    most = _LARGEST_FACTOR if keyword == "multipleOf" else LARGEST_INTEGER
    return abs(value) <= most and round(value, _DECIMAL_PLACES) == value


def say_contradiction(schema: Mapping[str, Any]) -> str | None:
    """Return in words why no value is within the bounds of a schema; None if one may be.

    The schema is one of pydantic, with the bounds as they were given, or a JSON schema, of which
    only numbers are compared.
    """
    for low, high in _PAIRS:
        least, most = schema.get(low), schema.get(high)
        if least is None or most is None or isinstance(least, str):
            continue
        names = [low, high]
        is_open = not _OPEN.isdisjoint(names)
        step = schema.get("multiple_of", 1 if schema.get("type") == "int" else None)
        # A time with an offset, and one without; or a number without a fraction, such as infinity.
        with contextlib.suppress(TypeError, ValueError):
            if step is not None:
                names += ["multiple_of"] * (step != 1)
                least, most, step = (Fraction(str(value)) for value in (least, most, step))
                least = (least // step + 1 if low in _OPEN else -(-least // step)) * step
                is_open = high in _OPEN
            if least > most or (is_open and least == most):
                said = [f"{name}={schema[name]!r}" for name in names]
                return f"takes no value: none has {', '.join(said[:-1])} and {said[-1]}"
    return None
