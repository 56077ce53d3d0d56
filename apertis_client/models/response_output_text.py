# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseOutputText`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseOutputText", "ResponseOutputTextDict"]


@model
class ResponseOutputText(JSONObject):
    """A text of the model.

    Attributes:
        type: Always `output_text`.
        text: The text.
        annotations: Where the text is taken from.
        logprobs: The log probabilities of the tokens.
    """

    type: Literal["output_text"] = "output_text"
    text: str
    annotations: list[ResponseAnnotation] | None = None
    logprobs: list[TokenLogprob] | None = None


@for_pydantic
class ResponseOutputTextDict(TypedDict):
    """The plain dict that `ResponseOutputText` is made from."""

    type: Required[Literal["output_text"]]
    """Always `output_text`."""
    text: Required[str]
    """The text."""
    annotations: NotRequired[
        Sequence[ResponseAnnotation | ResponseAnnotationDict] | None
    ]
    """Where the text is taken from."""
    logprobs: NotRequired[Sequence[TokenLogprob | TokenLogprobDict] | None]
    """The log probabilities of the tokens."""


# Below the class, because schemas may refer to each other in a circle.
from .response_annotation import ResponseAnnotation, ResponseAnnotationDict
from .token_logprob import TokenLogprob, TokenLogprobDict

set_decoders(
    ResponseOutputText,
    nested={
        "annotations": list_of(object_of(ResponseAnnotation)),
        "logprobs": list_of(object_of(TokenLogprob)),
    },
)
