# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `PromptCacheRetention`."""

from typing import Literal, TypeAlias

PromptCacheRetention: TypeAlias = Literal[
    "24h",
    "in_memory",
]
"""The known times that a prompt cache keeps a prompt."""
