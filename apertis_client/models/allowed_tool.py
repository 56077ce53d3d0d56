# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AllowedTool`."""

from __future__ import annotations

from typing import Any, TypeAlias

AllowedTool: TypeAlias = dict[str, Any]
"""Names one tool, for example `{"type": "function", "function": {"name": "clock"}}`."""
