# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ThinkingMode`."""

from typing import Literal, TypeAlias

ThinkingMode: TypeAlias = Literal[
    "auto",
    "disabled",
    "enabled",
]
"""Whether a model thinks: `enabled` always, `disabled` never, `auto` as the model sees fit."""
