# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `StopReason`."""

from typing import Literal, TypeAlias

StopReason: TypeAlias = Literal[
    "end_turn",
    "max_tokens",
    "model_context_window_exceeded",
    "pause_turn",
    "refusal",
    "stop_sequence",
    "tool_use",
]
"""Why a model stopped: `end_turn` it had said everything, `max_tokens` or
`model_context_window_exceeded` it was cut off, `stop_sequence` it came to one, `tool_use` it
calls tools, `pause_turn` it may go on if the answer is sent back, `refusal` it refused.
"""
