"""What the model is told about the results of its tool calls."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from apertis_client._runtime.json_object import JSONObject

from .._importing import require_pydantic

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["UnknownToolError", "error_content", "result_content"]


class UnknownToolError(LookupError):
    """The model called a tool that it was not given."""


def result_content(value: Any) -> str:
    """Return what a tool returned as the content of its message.

    Text is sent as it is. Models, dataclasses, attrs classes, dicts and lists are sent as compact
    JSON, None as ``null``. What is a string in JSON (a date, an enum of strings) is sent without
    quotation marks, and what JSON cannot hold is converted with `str`.

    Raises:
        ValueError: the value contains itself, or bytes that are not UTF-8.
        ImportError: pydantic is not installed.
    """
    if type(value) is str:
        return value
    require_pydantic()
    from pydantic_core import PydanticSerializationError, to_json, to_jsonable_python

    try:
        text = to_json(value, fallback=_plain, inf_nan_mode="strings").decode()
    except PydanticSerializationError:  # half a surrogate pair, as in the names of odd files
        text = json.dumps(to_jsonable_python(value, fallback=_plain), separators=(",", ":"))
    return str(json.loads(text)) if text.startswith('"') else text


def _plain(value: Any) -> Any:
    if isinstance(value, JSONObject):
        return value.to_dict()
    cls = cast("Any", type(value))
    if attrs.has(cls):
        return {field.name: getattr(value, field.name) for field in attrs.fields(cls)}
    return dict(cast("Mapping[object, Any]", value)) if isinstance(value, Mapping) else str(value)


def error_content(error: Exception) -> str:
    """Return what the model is told about a call that failed, so that it can correct it.

    That is the message of the error, without a traceback. Arguments that do not fit are listed
    one by one, with what was expected and what came.
    """
    if "pydantic_core" in sys.modules:
        from pydantic_core import ValidationError

        if isinstance(error, ValidationError):
            return f"Error: {_shorten(_list_misfits(error), _LONGEST)}"
    if isinstance(error, UnknownToolError):
        return f"Error: {error}."
    text = str(error).strip()
    kind = type(error).__name__
    return f"Error: {_shorten(f'{kind}: {text}' if text else kind, _LONGEST)}"


_LONGEST: Final = 2000
_LONGEST_INPUT: Final = 100


def _list_misfits(error: ValidationError) -> str:
    misfits: list[str] = []
    for details in error.errors(include_url=False, include_context=False):
        place = ".".join(map(str, details["loc"]))
        is_missing = details["type"] in ("missing", "missing_argument")
        came = (
            "" if is_missing else f"; got {_shorten(_show_input(details['input']), _LONGEST_INPUT)}"
        )
        misfits.append(f"{place and f'{place}: '}{details['msg']}{came}.")
    return f"what was sent does not fit {error.title}. {' '.join(misfits)}"


def _show_input(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):  # not JSON: the error is not about arguments
        return repr(value)


def _shorten(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]}..."
