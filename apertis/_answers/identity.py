"""What a piece of an answer says of the thing that it is a piece of: its index, its id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import JSONObject

__all__ = ["id_of", "index_of"]

_MOST_DIGITS: Final = 10


def index_of(piece: Mapping[str, Any] | JSONObject, name: str = "index") -> int | None:
    """Return the index of a piece, which some servers write as text or as ``1.0``; None without."""
    index = piece.get(name)
    if isinstance(index, int):
        return index
    if isinstance(index, str) and index.isdecimal() and len(index) < _MOST_DIGITS:
        return int(index)
    return int(index) if isinstance(index, float) and index.is_integer() else None


def id_of(piece: Mapping[str, Any], name: str = "id") -> str:
    """Return the id of a piece, which some servers write as a number; empty without."""
    id_ = piece.get(name)
    return str(id_) if isinstance(id_, (str, int)) else ""
