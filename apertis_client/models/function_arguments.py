# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FunctionArguments`."""

from __future__ import annotations

from typing import Any, TypeAlias

FunctionArguments: TypeAlias = dict[str, Any]
"""The arguments of a function, from upstreams that do not send them as text."""
