# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `JSONSchema`."""

from __future__ import annotations

from typing import Any, TypeAlias

JSONSchema: TypeAlias = dict[str, Any]
"""A JSON Schema, as a plain object."""
