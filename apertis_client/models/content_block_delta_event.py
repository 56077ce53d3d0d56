# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ContentBlockDeltaEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    tagged,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ContentBlockDeltaEvent", "ContentBlockDeltaEventDict"]


@model
class ContentBlockDeltaEvent(JSONObject):
    """More of a block has come.

    Attributes:
        type: Always `content_block_delta`.
        index: Which block of the message it is, counted from 0.
        delta: What has come.
    """

    type: Literal["content_block_delta"] = "content_block_delta"
    index: int = promised(default=None)
    delta: (
        TextDelta
        | InputJSONDelta
        | ThinkingDelta
        | SignatureDelta
        | CitationsDelta
        | OtherContentBlockDelta
    ) = promised(default=None)


@for_pydantic
class ContentBlockDeltaEventDict(TypedDict):
    """The plain dict that `ContentBlockDeltaEvent` is made from."""

    type: Required[Literal["content_block_delta"]]
    """Always `content_block_delta`."""
    index: NotRequired[int | None]
    """Which block of the message it is, counted from 0."""
    delta: NotRequired[
        TextDelta
        | TextDeltaDict
        | InputJSONDelta
        | InputJSONDeltaDict
        | ThinkingDelta
        | ThinkingDeltaDict
        | SignatureDelta
        | SignatureDeltaDict
        | CitationsDelta
        | CitationsDeltaDict
        | OtherContentBlockDelta
        | None
    ]
    """What has come."""


# Below the class, because schemas may refer to each other in a circle.
from .citations_delta import CitationsDelta, CitationsDeltaDict
from .input_json_delta import InputJSONDelta, InputJSONDeltaDict
from .other_content_block_delta import (
    OtherContentBlockDelta,
)
from .signature_delta import SignatureDelta, SignatureDeltaDict
from .text_delta import TextDelta, TextDeltaDict
from .thinking_delta import ThinkingDelta, ThinkingDeltaDict

set_decoders(
    ContentBlockDeltaEvent,
    nested={
        "delta": tagged(
            "type",
            {
                "text_delta": TextDelta,
                "input_json_delta": InputJSONDelta,
                "thinking_delta": ThinkingDelta,
                "signature_delta": SignatureDelta,
                "citations_delta": CitationsDelta,
            },
            OtherContentBlockDelta,
        ),
    },
)
