# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `TranscriptionFormat`."""

from typing import Literal, TypeAlias

TranscriptionFormat: TypeAlias = Literal[
    "json",
    "srt",
    "text",
    "verbose_json",
    "vtt",
]
"""The known forms of a transcription."""
