"""Forms (multipart/form-data, RFC 7578): the arguments of a call as the fields of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from .importing import importing
from .json_text import encode_body
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
            fields.append((_whole(field), (file_name and _whole(file_name), *part)))
    return fields


def _text(value: Any) -> str:
    """Return a value as JSON writes it, but text as it is."""
    return _whole(value) if isinstance(value, str) else encode_body(value).decode()


def _whole(text: str) -> str:
    """Return text in which halves of a surrogate pair are one character, and others U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        with importing:  # as the codec may be
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
