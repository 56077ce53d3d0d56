# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageRequest`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageRequest", "MessageRequestDict"]


@model
class MessageRequest(JSONObject):
    """The body of a request to the Messages API: the conversation, the model, and how to answer.

    Attributes:
        model: Id of a Claude model, for example `claude-sonnet-4.5`. At least 1 character.
        messages: The conversation so far, oldest message first. What the model is told as a
            rule belongs in `system`. At least 1 item.
        max_tokens: Most tokens to generate; the model's own limit applies too. At least 1.
        system: What the model is told before the conversation, as text or as text blocks.
        temperature: How freely the model picks its words: low is focused, high is varied.
            Change this or `top_p`, not both. Range: 0.0 to 1.0. Default of the server: 1.
        top_p: Nucleus sampling: only the most likely tokens whose probabilities add up to this
            share are considered. Range: 0.0 to 1.0.
        top_k: Only this many of the most likely tokens are considered.
        stream: Send the answer as a stream of events, as it is generated. Default of the
            server: false.
        stop_sequences: Texts at which the model stops. The text itself is not part of the
            answer.
        tools: The tools that the model may call.
        tool_choice: Whether the model may, must or must not call tools, or which one it must
            call.
        metadata: What the provider is told of the request.
        thinking: Extended thinking, before the model answers.
        compression: Shortens a long conversation before the model sees it.
        response_format: The form the answer must have: text, a JSON object, or JSON that
            follows a schema. As in chat completions.
        n: How many answers to generate. As in chat completions. At least 1. Default of the
            server: 1.
        stop: One or several texts at which the model stops. As in chat completions. List: at
            most 4 items.
        frequency_penalty: Above 0, tokens become less likely the more often they have already
            appeared. Range: -2.0 to 2.0. Default of the server: 0.
        presence_penalty: Above 0, tokens that have already appeared become less likely, which
            favours new topics. Range: -2.0 to 2.0. Default of the server: 0.
        logit_bias: Makes single tokens more or less likely, by token id.
        seed: With the same seed and parameters a model tries to repeat its answer.
        user: Id of your end user, to help find abuse.
    """

    model: str
    messages: Sequence[MessageParam | MessageParamDict]
    max_tokens: int
    system: str | Sequence[TextBlock | TextBlockDict] | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    stream: bool | None = None
    stop_sequences: Sequence[str] | None = None
    tools: Sequence[MessageTool | MessageToolDict] | None = None
    tool_choice: MessageToolChoice | MessageToolChoiceDict | None = None
    metadata: MessageMetadata | MessageMetadataDict | None = None
    thinking: ThinkingConfig | ThinkingConfigDict | None = None
    compression: CompressionConfig | CompressionConfigDict | None = None
    response_format: (
        ResponseFormatText
        | ResponseFormatTextDict
        | ResponseFormatJSONObject
        | ResponseFormatJSONObjectDict
        | ResponseFormatJSONSchema
        | ResponseFormatJSONSchemaDict
        | OtherResponseFormat
        | None
    ) = None
    n: int | None = None
    stop: Sequence[str] | str | None = None
    frequency_penalty: float | None = None
    presence_penalty: float | None = None
    logit_bias: Mapping[str, float] | None = None
    seed: int | None = None
    user: str | None = None


@for_pydantic
class MessageRequestDict(TypedDict):
    """The plain dict that `MessageRequest` is made from."""

    model: Required[str]
    """Id of a Claude model, for example `claude-sonnet-4.5`. At least 1 character."""
    messages: Required[Sequence[MessageParam | MessageParamDict]]
    """The conversation so far, oldest message first. What the model is told as a rule belongs in
    `system`. At least 1 item.
    """
    max_tokens: Required[int]
    """Most tokens to generate; the model's own limit applies too. At least 1."""
    system: NotRequired[str | Sequence[TextBlock | TextBlockDict]]
    """What the model is told before the conversation, as text or as text blocks."""
    temperature: NotRequired[float]
    """How freely the model picks its words: low is focused, high is varied. Change this or
    `top_p`, not both. Range: 0.0 to 1.0. Default of the server: 1.
    """
    top_p: NotRequired[float]
    """Nucleus sampling: only the most likely tokens whose probabilities add up to this share are
    considered. Range: 0.0 to 1.0.
    """
    top_k: NotRequired[int]
    """Only this many of the most likely tokens are considered."""
    stream: NotRequired[bool]
    """Send the answer as a stream of events, as it is generated. Default of the server: false."""
    stop_sequences: NotRequired[Sequence[str]]
    """Texts at which the model stops. The text itself is not part of the answer."""
    tools: NotRequired[Sequence[MessageTool | MessageToolDict]]
    """The tools that the model may call."""
    tool_choice: NotRequired[MessageToolChoice | MessageToolChoiceDict]
    """Whether the model may, must or must not call tools, or which one it must call."""
    metadata: NotRequired[MessageMetadata | MessageMetadataDict]
    """What the provider is told of the request."""
    thinking: NotRequired[ThinkingConfig | ThinkingConfigDict]
    """Extended thinking, before the model answers."""
    compression: NotRequired[CompressionConfig | CompressionConfigDict]
    """Shortens a long conversation before the model sees it."""
    response_format: NotRequired[
        ResponseFormatText
        | ResponseFormatTextDict
        | ResponseFormatJSONObject
        | ResponseFormatJSONObjectDict
        | ResponseFormatJSONSchema
        | ResponseFormatJSONSchemaDict
        | OtherResponseFormat
    ]
    """The form the answer must have: text, a JSON object, or JSON that follows a schema. As in
    chat completions.
    """
    n: NotRequired[int]
    """How many answers to generate. As in chat completions. At least 1. Default of the server: 1.
    """
    stop: NotRequired[Sequence[str] | str]
    """One or several texts at which the model stops. As in chat completions. List: at most 4
    items.
    """
    frequency_penalty: NotRequired[float]
    """Above 0, tokens become less likely the more often they have already appeared. Range: -2.0 to
    2.0. Default of the server: 0.
    """
    presence_penalty: NotRequired[float]
    """Above 0, tokens that have already appeared become less likely, which favours new topics.
    Range: -2.0 to 2.0. Default of the server: 0.
    """
    logit_bias: NotRequired[Mapping[str, float]]
    """Makes single tokens more or less likely, by token id."""
    seed: NotRequired[int]
    """With the same seed and parameters a model tries to repeat its answer."""
    user: NotRequired[str]
    """Id of your end user, to help find abuse."""


# Below the class, because schemas may refer to each other in a circle.
from .compression_config import CompressionConfig, CompressionConfigDict
from .message_metadata import MessageMetadata, MessageMetadataDict
from .message_param import MessageParam, MessageParamDict
from .message_tool import MessageTool, MessageToolDict
from .message_tool_choice import MessageToolChoice, MessageToolChoiceDict
from .other_response_format import OtherResponseFormat
from .response_format_json_object import (
    ResponseFormatJSONObject,
    ResponseFormatJSONObjectDict,
)
from .response_format_json_schema import (
    ResponseFormatJSONSchema,
    ResponseFormatJSONSchemaDict,
)
from .response_format_text import ResponseFormatText, ResponseFormatTextDict
from .text_block import TextBlock, TextBlockDict
from .thinking_config import ThinkingConfig, ThinkingConfigDict

set_decoders(
    MessageRequest,
    texts={
        "system": list_of(object_of(TextBlock)),
    },
    nested={
        "messages": list_of(object_of(MessageParam)),
        "tools": list_of(object_of(MessageTool)),
        "tool_choice": object_of(MessageToolChoice),
        "metadata": object_of(MessageMetadata),
        "thinking": object_of(ThinkingConfig),
        "compression": object_of(CompressionConfig),
        "response_format": tagged(
            "type",
            {
                "text": ResponseFormatText,
                "json_object": ResponseFormatJSONObject,
                "json_schema": ResponseFormatJSONSchema,
            },
            OtherResponseFormat,
        ),
    },
)
