# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `AudioFormat`."""

from typing import Literal, TypeAlias

AudioFormat: TypeAlias = Literal[
    "aac",
    "flac",
    "mp3",
    "opus",
    "pcm16",
    "wav",
]
"""The known formats of spoken output."""
