# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""JSON text read: the one place that says by what."""

from __future__ import annotations

import json
from typing import Any, Final

__all__ = ["loads"]

# What `json.loads` asks first, and once per call, are the ways to be called that are not ours.
_scan: Final[Any] = getattr(json.JSONDecoder(), "scan_once")  # noqa: B009  no stub has it


def loads(text: str) -> Any:
    """Return what JSON text says, as `json.loads` does; raises `ValueError` where it is none."""
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        return json.loads(text)
    return value if end == len(text) else json.loads(text)
