"""Tells whether a tool has put functions of its own in place of those of httpx or httpcore.

Mocks and tracers do so. Such a tool must see every call, so the calls are sent with httpx then.
"""

from __future__ import annotations

import operator
import sys
from types import FunctionType, NoneType
from typing import Any

__all__ = ["has_changed", "is_patched"]


_SENDERS = (
    ("httpx", "Client"),
    ("httpx", "HTTPTransport"),
    ("httpcore", "ConnectionPool"),
    ("httpcore", "HTTPConnection"),
)
_ASYNC_SENDERS = tuple((of, f"Async{name}") for of, name in _SENDERS)


def is_patched(*, is_async: bool) -> bool:
    """Return whether what sends in httpx, or in httpcore, is not the library's own."""
    for of, name in _ASYNC_SENDERS if is_async else _SENDERS:
        # What was never imported is as it was, and what another thread imports just now will be.
        sender = getattr(sys.modules.get(of), name, None)
        if sender is not None and has_changed(sender):
            return True
    return False


def has_changed(owner: type) -> bool:
    """Return whether a class of httpx or httpcore has a member that is not the library's own."""
    members = vars(owner).values()
    known = _own.get(owner, ())
    # By identity: what wrapt puts around a function is equal to it.
    if len(members) == len(known) and all(map(operator.is_, members, known)):
        return False
    if not all(map(_is_own, members)):
        return True
    _own[owner] = tuple(members)
    return False


_own: dict[type, tuple[Any, ...]] = {}  # the members of classes, once all were the library's own


def _is_own(member: Any) -> bool:
    if type(member) is FunctionType:
        # `functools.wraps` copies the names of a function, but not its globals, which have no name
        # where `unittest.mock` has made it.
        library = member.__globals__.get("__name__", "").partition(".")[0]
        return library in ("httpx", "httpcore", "contextlib")  # which decorates `stream`
    return type(member) in (str, tuple, property, NoneType)
