"""The arguments of a tool call as text, whatever a server sends."""

from __future__ import annotations

import json

from .json_object import JSONObject

__all__ = ["arguments_text"]


def arguments_text(arguments: object) -> str:
    """Return the arguments of a tool as JSON text, empty for None; some servers send the object."""
    if arguments is None or isinstance(arguments, str):
        return arguments or ""
    plain = arguments.to_dict() if isinstance(arguments, JSONObject) else arguments
    return json.dumps(plain, ensure_ascii=False)
