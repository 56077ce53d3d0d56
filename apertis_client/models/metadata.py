# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Metadata`."""

from __future__ import annotations

from typing import TypeAlias

Metadata: TypeAlias = dict[str, str]
"""Your own notes, as pairs of strings. At most 16 entries."""
