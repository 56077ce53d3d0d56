"""A type, and JSON values of it or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A type, and JSON values of it or not.

    Both take `good` values and refuse `bad` ones; only words tell the model not to write `loose`.
    """

    type: Any
    good: Sequence[Any]
    bad: Sequence[Any] = ()
    loose: Sequence[Any] = ()
