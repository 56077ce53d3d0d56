"""The arguments of a tool call as text, whatever a server sends."""

from __future__ import annotations

import json

from .json_object import JSONObject

__all__ = ["arguments_text"]


def arguments_text(arguments: object) -> str | None:
    """Return the arguments of a tool as JSON text; some upstreams send the object itself."""
    if arguments is None or isinstance(arguments, str):
        return arguments
    plain = arguments.to_dict() if isinstance(arguments, JSONObject) else arguments
    return json.dumps(plain, ensure_ascii=False)
