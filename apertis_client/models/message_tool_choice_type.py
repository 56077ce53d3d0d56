# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `MessageToolChoiceType`."""

from typing import Literal, TypeAlias

MessageToolChoiceType: TypeAlias = Literal[
    "any",
    "auto",
    "none",
    "tool",
]
"""What the model may do about tools: `auto` as it sees fit, `any` it must call one, `tool` it must
call the named one, `none` it must not call any.
"""
