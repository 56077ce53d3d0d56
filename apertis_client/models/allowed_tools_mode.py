# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `AllowedToolsMode`."""

from typing import Literal, TypeAlias

AllowedToolsMode: TypeAlias = Literal[
    "auto",
    "required",
]
"""Whether an allowed tool is called: `auto` as the model sees fit, `required` at least one."""
