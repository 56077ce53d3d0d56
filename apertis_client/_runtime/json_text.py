"""JSON text and the bodies made of it, by `orjson` where it is installed and by `json` otherwise.

The results are those of `json` but for two differences of orjson: an integer beyond 64 bits is read
as a float, and numbers with a fraction may be written with other digits that mean the same
(``1e16``).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum
from importlib import import_module
from typing import Any

from .importing import importing
from .json_object import JSONObject

__all__ = [
    "decode_body",
    "decode_text",
    "dump_pydantic",
    "encode_body",
    "is_pydantic",
    "is_uuid",
    "loads",
    "whole_characters",
    "without_halves",
]

# Without the methods around it, which take longer than a short text.
_scan: Any = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
orjson: Any = None
_options = 0
with suppress(ImportError, AttributeError):  # without attributes it is a folder of that name
    _found: Any = import_module("orjson")
    # What `json` would refuse or write differently is passed to the `default` function.
    _options = _found.OPT_PASSTHROUGH_DATACLASS | _found.OPT_PASSTHROUGH_DATETIME
    _options |= _found.OPT_PASSTHROUGH_SUBCLASS
    orjson = _found


def loads(text: str) -> Any:
    """Return decoded JSON text; raises `ValueError` where it is not JSON.

    NaN, infinity and lone surrogates are read, as `json.loads` reads them.
    """
    if orjson is not None:
        try:
            return orjson.loads(text)
        except ValueError:  # `json` may read it all the same
            pass
    try:
        value, end = _scan(text, 0)
        if end == len(text):
            return value
    except (ValueError, StopIteration):
        pass
    return json.loads(text)  # there is something around the value, or it is not JSON


def whole_characters(text: str, halves: str = "surrogatepass") -> str:
    """Return a text in which the halves of surrogate pairs that meet are characters.

    Those that stay alone are kept, or replaced by U+FFFD if `halves` is "replace".
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        with importing:  # as the codec may be
            return text.encode("utf-16", "surrogatepass").decode("utf-16", halves)
    return text


def without_halves(text: str) -> str:
    """Return JSON text with U+FFFD for each half of a surrogate pair that stays alone.

    Other parsers than `loads` refuse them (RFC 8259, 8.2). Text that is not whole may end with a
    half whose other half is still to come.
    """
    if "\\" in text:
        text = re.sub(_ESCAPES, lambda found: "\ufffd" if found["half"] else found[0], text)
    return whole_characters(text, "replace")


# Not compiled before a text needs it, as that takes long.
_LOW = r"u[dD][c-fC-F][0-9a-fA-F]{2}"
_BEGUN = r"(?:\\(?:u(?:[dD](?:[c-fC-F][0-9a-fA-F]?)?)?)?)?\Z"
_HIGH = r"u[dD][89abAB][0-9a-fA-F]{2}"
_ESCAPES = rf"(?s)\\(?:{_HIGH}\\{_LOW}|(?P<half>{_LOW}|{_HIGH}(?!{_BEGUN}))|.)"


def decode_body(content: bytes, content_type: str = "") -> Any:
    """Return a body as decoded JSON, as text where it is not JSON, and None where it is empty."""
    if orjson is not None:
        with suppress(ValueError):  # not JSON, or not in UTF-8
            return orjson.loads(content)
    text = _known_text(content, content_type)
    if text is None:
        return decode_text(content)
    try:
        return loads(text)
    except (ValueError, RecursionError):
        return text or None


def decode_text(content: bytes, content_type: str = "") -> str:
    r"""Return the text of a body, in which nothing is lost.

    A body that is in no known encoding has each byte above ASCII written as an escape (``\xe9``).
    """
    text = _known_text(content, content_type)
    return content.decode("ascii", "backslashreplace") if text is None else text


def _known_text(content: bytes, content_type: str) -> str | None:
    """Return the text of a body; None where its encoding is not known.

    JSON is UTF-8, UTF-16 or UTF-32 (RFC 8259, 8.1, and RFC 4627, 3). A body in none of them is read
    by the charset of its `content_type`.
    """
    encoding = json.detect_encoding(content)
    try:
        if encoding == "utf-8":
            try:
                return content.decode()
            except UnicodeDecodeError:
                return whole_characters(content.decode(encoding, "surrogatepass"))
        with importing:  # as the codec may be
            return content.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        charset = re.search(_CHARSET, content_type)
    try:
        with importing:
            name = charset[1].lower() if charset else "ascii"
            return content.decode(_WIDER.get(name, name))
    except (LookupError, UnicodeError):
        return None


# What browsers read by these names (WHATWG, Encoding, 4.2), as servers write more than they say.
_WIDER = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "sjis"), "cp932"),
    "euc-kr": "cp949",
}
# Not compiled before a body needs it, as that takes long.
_CHARSET = r"""(?i)charset\s*=\s*["']?([^\s;"']+)"""


def encode_body(body: Any, members: Mapping[str, Any] | None = None) -> bytes:
    """Return `body` as compact JSON in UTF-8 (RFC 8259), text not escaped.

    `members` are added to the body's own at top level and win over them.
    Plain dicts and lists are written as they are. Models at any depth are written without the
    members that are absent or ``None``: a response message that is sent back must not carry the
    nulls that it came with, nor those of a program's own pydantic models, which are written by
    their aliases. Members of an enumeration are written as their value, UUIDs as text.

    Raises:
        TypeError: a value cannot be written as JSON; the message names its type.
        ValueError: NaN or infinity (JSON has neither).
    """
    if members:
        body = {**(_members(body) if isinstance(body, JSONObject) else body), **members}
    if orjson is not None:
        with suppress(TypeError):  # a value that orjson cannot write, unlike `json`
            written: bytes = orjson.dumps(body, _members, _options)
            if b"null" not in written:  # a null may have been NaN
                return written
    try:
        text = _encoder.encode(body)
    except ValueError as error:
        if "JSON compliant" not in str(error):
            raise
        raise ValueError(f"the request body may not hold NaN or infinity: {error}") from None
    # Half a surrogate pair, as a model may write, is invalid in UTF-8; its escape is valid JSON.
    return text.encode("utf-8", "backslashreplace")


def is_uuid(value: object) -> bool:
    """Return whether a value is a UUID; there is none before somebody has imported `uuid`."""
    uuid = sys.modules.get("uuid")
    return uuid is not None and isinstance(value, uuid.UUID)


def is_pydantic(value: object) -> bool:
    """Return whether a value is a model of pydantic; there is none before it was imported."""
    pydantic = sys.modules.get("pydantic.main")
    return pydantic is not None and isinstance(value, pydantic.BaseModel)


def dump_pydantic(value: Any) -> Any:
    """Return what a model of pydantic is written as."""
    return value.model_dump(mode="json", by_alias=True, exclude_none=True)


def _members(value: Any) -> Any:
    if isinstance(value, JSONObject):
        return value.__json_to_send__()
    if isinstance(value, Enum):
        return value.value
    if is_uuid(value):
        return str(value)
    if is_pydantic(value):
        return dump_pydantic(value)
    raise TypeError(
        f"the request body may hold dicts, lists, text, numbers, booleans, None and models;"
        f" it holds {type(value).__name__}"
    )


# Made once: `json.dumps` with options makes one for every call.
_encoder = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_members
)
