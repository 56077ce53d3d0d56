"""Writes the JSON of a request body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any
from uuid import UUID

from .json_object import JSONObject, members_to_send
from .json_text import fast_dumps

__all__ = ["encode_body"]


def encode_body(body: Any, members: Mapping[str, Any] | None = None) -> bytes:
    """Return `body` as compact JSON in UTF-8 (RFC 8259), text not escaped.

    `members` are added to the body's own at top level and win over them.
    Plain dicts and lists go out as they are. Models at any depth go out without the members that
    are absent or ``None``: an answer sent back must not carry the nulls it came with. Members of an
    enumeration go out as their value, UUIDs as text.

    Raises:
        TypeError: a value that JSON has no form for; the message names its type.
        ValueError: NaN or infinity (JSON has neither), or text that is not valid Unicode.
    """
    if members:
        body = {**(_members(body) if isinstance(body, JSONObject) else body), **members}
    written = fast_dumps(body, _members)
    if written is not None:
        return written
    try:
        text = _encoder.encode(body)
    except ValueError as error:
        if "JSON compliant" not in str(error):
            raise
        raise ValueError(f"the request body may not hold NaN or infinity: {error}") from None
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        # What stands around it is not shown: messages of errors end up in logs.
        raise ValueError(
            "the request body holds text that is not valid Unicode: the lone surrogate"
            f" {error.object[error.start]!r} at character {error.start} of the JSON"
        ) from None


def _members(value: Any) -> Any:
    if isinstance(value, JSONObject):
        return members_to_send(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(
        f"the request body may hold dicts, lists, text, numbers, booleans, None and models;"
        f" it holds {type(value).__name__}"
    )


# Made once: `json.dumps` with options makes one for every call.
_encoder = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_members
)
