# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseToolSettings`."""

from __future__ import annotations

from typing import Any, TypeAlias

ResponseToolSettings: TypeAlias = dict[str, Any]
"""Settings of a tool that the provider runs, as the provider documents them."""
