"""Forms (multipart/form-data, RFC 7578): the arguments of a call as the fields of one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

from .json_text import encode_body
from .uploads import file_part

__all__ = ["form_fields"]


def form_fields(members: Mapping[str, Any], files: Collection[str]) -> list[Any]:
    """Return the fields of a form as httpx takes them as ``files``.

    A list is sent as several fields whose names end with ``[]``, a boolean as ``true`` or
    ``false``, an object as JSON. Members that are None are left out.

    Args:
        members: The members of the body.
        files: The names of those that are files.

    Raises:
        OSError, ValueError: A file cannot be read.
        TypeError: A value cannot be sent; the message names the member.
    """
    fields: list[Any] = []
    for name, value in members.items():
        is_list = isinstance(value, list) or (isinstance(value, tuple) and name not in files)
        values: list[Any] = cast("Any", value if is_list else [value])
        field = f"{name}[]" if is_list else name
        for each in values:
            if each is None:
                continue
            part = file_part(name, each) if name in files else (None, _text(each))
            fields.append((field, part))
    return fields


def _text(value: Any) -> str:
    """Return a value as JSON writes it, but text as it is."""
    return value if isinstance(value, str) else encode_body(value).decode()
