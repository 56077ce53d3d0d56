# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ToolInput`."""

from __future__ import annotations

from typing import Any, TypeAlias

ToolInput: TypeAlias = dict[str, Any]
"""The input of a tool, as an object."""
