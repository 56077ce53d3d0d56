# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `FinishReason`."""

from typing import Literal, TypeAlias

FinishReason: TypeAlias = Literal[
    "content_filter",
    "function_call",
    "length",
    "stop",
    "tool_calls",
]
"""Why a model stopped: `stop` at its natural end or a stop text, `length` at the token limit,
`tool_calls` or `function_call` to have something called, `content_filter` because content was
withheld.
"""
