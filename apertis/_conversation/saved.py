"""The JSON in which a conversation is saved."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn

from apertis_client._runtime.files import open_regular
from apertis_client._runtime.json_object import JSONObject, is_array, is_object

__all__ = ["dump_conversation", "parse_conversation", "read_text"]

# Options of a call that may hold a key.
_NEVER_SAVED: Final = frozenset({"extra_headers", "extra_query"})


def dump_conversation(
    model: str,
    keep_last: int | None,
    params: Mapping[str, Any],
    messages: list[Any],
    *,
    indent: int | None = None,
) -> str:
    """Return a conversation as JSON text that can be encoded in UTF-8.

    Values of `params` that JSON cannot hold are left out, as are the options that may hold a key.

    Raises:
        TypeError: A message holds something that JSON cannot hold.
        ValueError: NaN, infinity, or a message that is nested too deeply.
    """
    saved: dict[str, Any] = {}
    for name, value in params.items():
        if name not in _NEVER_SAVED:
            try:
                saved[name] = json.loads(_dump(value))
            except TypeError:
                continue
    members = {"model": model, "keep_last": keep_last, "params": saved, "messages": messages}
    return _dump(members, indent=indent)


def parse_conversation(text: str) -> dict[str, Any]:
    """Return the members of a saved conversation: model, keep_last, params and messages.

    Raises:
        ValueError: `dump_conversation` cannot have written the text; the message says why.
    """
    try:
        saved: object = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise ValueError("the text is not a saved conversation: it is nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"the text is not a saved conversation, nor JSON: {error}") from error
    if not is_object(saved):
        raise ValueError(f"the text is not a saved conversation, but a {type(saved).__name__}")
    members: dict[str, Any] = {"keep_last": None, "params": {}, **saved}
    for name, (is_right, expected) in _MEMBERS.items():
        if not is_right(members.get(name)):
            raise ValueError(f"the text is not a saved conversation: its {name} must be {expected}")
    for name in _NEVER_SAVED & members["params"].keys():
        raise ValueError(f"the text is not a saved conversation: {name} is never saved")
    return {name: members[name] for name in _MEMBERS}


def read_text(path: str | os.PathLike[str]) -> str:
    """Return the text of a file.

    Raises:
        OSError: The file cannot be read, or is not a regular file.
        ValueError: The file is not in UTF-8.
    """
    with open_regular(path) as file:
        try:
            return file.read().decode()
        except UnicodeDecodeError as error:
            raise ValueError(f"the file is not text in UTF-8: {error}") from error


def _dump(value: object, *, indent: int | None = None) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain, indent=indent)
    except RecursionError:
        raise ValueError("the conversation is nested too deeply to be saved") from None
    # Half a surrogate pair, as a model may write, is invalid in UTF-8; its escape is valid JSON.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _plain(value: object) -> dict[str, Any]:
    if isinstance(value, JSONObject):
        return value.__json_to_send__()
    raise TypeError(f"a conversation is saved as JSON, which cannot hold a {type(value).__name__}")


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_MEMBERS: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "model": (lambda value: isinstance(value, str), "text"),
    "keep_last": (lambda value: value is None or type(value) is int, "a whole number or null"),
    "params": (is_object, "an object"),
    "messages": (lambda value: is_array(value) and all(map(is_object, value)), "a list of objects"),
}
