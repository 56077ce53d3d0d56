"""The ids of tool calls, by which their results refer to them."""

from __future__ import annotations

from binascii import crc32
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from .json_object import JSONObject

__all__ = ["give_ids"]


def give_ids(
    calls: Sequence[Any], texts: Callable[[], Iterable[object]], *, member: str = "id"
) -> None:
    """Give an id to each call of an answer that has none, or that of another.

    Args:
        calls: The calls.
        texts: Returns what tells them from those of another answer: an id that is made up is always
            the same.
        member: The member that is the id.
    """
    taken = set[str]()
    for position, call in enumerate(calls):
        if isinstance(call, JSONObject):
            id_ = call.get(member)
            if isinstance(id_, int):
                id_ = call.__dict__[member] = str(id_)
            if not isinstance(id_, str) or not id_ or id_ in taken:
                joined = "\n".join(text for text in texts() if isinstance(text, str))
                checksum = crc32(joined.encode("utf-8", "surrogatepass"))
                id_ = call.__dict__[member] = f"call_{checksum:08x}_{position}"
            taken.add(id_)
