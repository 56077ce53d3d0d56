"""Tells the containers of decoded JSON from other values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

__all__ = ["is_array", "is_object"]

if TYPE_CHECKING:

    def is_object(value: object) -> TypeGuard[dict[str, Any]]:
        """Return whether `value` is a decoded JSON object."""
        ...

    def is_array(value: object) -> TypeGuard[list[Any]]:
        """Return whether `value` is a decoded JSON array."""
        ...

else:
    # `isinstance(value, dict)` as a function, without the cost of a Python frame for each call.
    is_object = dict.__instancecheck__
    is_array = list.__instancecheck__
