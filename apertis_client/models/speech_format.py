# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `SpeechFormat`."""

from typing import Literal, TypeAlias

SpeechFormat: TypeAlias = Literal[
    "aac",
    "flac",
    "mp3",
    "opus",
    "pcm",
    "wav",
]
"""The known formats of speech."""
