"""Forms (multipart/form-data, RFC 7578): the arguments of a call as the fields of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from .json_text import encode_body, whole_characters
from .uploads import file_part

__all__ = ["form_fields"]


def form_fields(members: Mapping[str, Any], files: Mapping[str, int | None]) -> list[Any]:
    """Return the fields of a form as httpx takes them as ``files``.

    Half a surrogate pair, in text or in the name of a file, is sent as U+FFFD, as browsers send it
    (https://xhr.spec.whatwg.org/#interface-formdata); UTF-8 has no halves. A list is sent as
    several fields whose names end with ``[]``, a boolean as ``true`` or ``false``, an object as
    JSON. Members that are None are left out.

    Args:
        members: The members of the body.
        files: The names of those that are files, and how many bytes each may have.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file is none that can be sent, or is too large.
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
            file_name, *part = (
                file_part(name, each, files[name]) if name in files else (None, _text(each))
            )
            file_name = file_name and whole_characters(file_name, "replace")
            fields.append((whole_characters(field, "replace"), (file_name, *part)))
    return fields


def _text(value: Any) -> str:
    """Return a value as JSON writes it, but text as it is."""
    if isinstance(value, str):
        return whole_characters(value, "replace")
    return encode_body(value).decode()
