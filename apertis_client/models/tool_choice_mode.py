# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ToolChoiceMode`."""

from typing import Literal, TypeAlias

ToolChoiceMode: TypeAlias = Literal[
    "auto",
    "none",
    "required",
]
"""Whether tools are called: `none` never, `auto` as the model sees fit, `required` at least one."""
