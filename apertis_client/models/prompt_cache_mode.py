# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `PromptCacheMode`."""

from typing import Literal, TypeAlias

PromptCacheMode: TypeAlias = Literal[
    "explicit",
    "implicit",
]
"""Who decides what a prompt cache keeps: `implicit` the provider, `explicit` the
`prompt_cache_breakpoint` marks in the messages.
"""
