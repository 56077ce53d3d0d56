# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseRequest`."""

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

__all__ = ["ResponseRequest", "ResponseRequestDict"]


@model
class ResponseRequest(JSONObject):
    """The body of a request to the Responses API: the input, the model, and how to answer.

    Attributes:
        model: Id of the model. Any may be given; some models, such as `gpt-5-pro` and `o1-pro`,
            answer here alone. At least 1 character.
        input: What is said to the model, as text or as the items of a conversation, oldest
            first. The `output` of an answer can be sent back.
        instructions: What the model is told before the input. It does not carry over to a next
            response.
        stream: Send the answer as a stream of events, as it is generated. Default of the
            server: false.
        temperature: How freely the model picks its words: low is focused, high is varied.
            Change this or `top_p`, not both. Range: 0.0 to 2.0. Default of the server: 1.
        top_p: Nucleus sampling: only the most likely tokens whose probabilities add up to this
            share are considered. Range: 0.0 to 1.0. Default of the server: 1.
        max_output_tokens: Most tokens to generate, those of the reasoning included. At least 1.
        max_tokens: Most tokens to generate. An older name of `max_output_tokens`. At least 1.
        tools: The tools that the model may call.
        tool_choice: Whether the model may, must or must not call tools, or which one it must
            call.
        max_tool_calls: Most calls of tools that the provider runs itself. At least 1.
        parallel_tool_calls: Whether an answer may call several tools. Default of the server:
            true.
        reasoning: How the model reasons before it answers.
        text: The form that the text of the answer must have, and how long it is.
        store: Let the provider keep the response, so that another one can follow it.
        previous_response_id: Id of a stored response that this one follows.
        truncation: What happens to a conversation that is too long for the model. Default of
            the server: "disabled".
        metadata: Your own notes, kept with a stored response.
        compression: Shortens a long conversation before the model sees it. Not all models take
            it here.
        include: What else the response is to have, such as `reasoning.encrypted_content`.
        background: Answer at once, and go on in the background.
        service_tier: Class of service at the provider, which decides speed and price. For
            OpenAI models. Default of the server: "auto".
        prompt_cache_key: Requests with the same key are more likely to share a prompt cache.
        safety_identifier: Id of your end user that is no name, to help find abuse.
        top_logprobs: How many of the most likely tokens to return at each position. Range: 0 to
            20.
        user: Id of your end user, to help find abuse.
    """

    model: str
    input: (
        str
        | Sequence[
            ResponseInputMessage
            | ResponseInputMessageDict
            | ResponseFunctionCall
            | ResponseFunctionCallDict
            | ResponseFunctionCallOutput
            | ResponseFunctionCallOutputDict
            | ResponseReasoningItem
            | ResponseReasoningItemDict
            | ResponseOutputMessage
            | OtherResponseItem
        ]
    )
    instructions: str | None = None
    stream: bool | None = None
    temperature: float | None = None
    top_p: float | None = None
    max_output_tokens: int | None = None
    max_tokens: int | None = None
    tools: (
        Sequence[
            ResponseFunctionTool
            | ResponseFunctionToolDict
            | ResponseWebSearchTool
            | ResponseWebSearchToolDict
            | ResponseWebSearchPreviewTool
            | ResponseWebSearchPreviewToolDict
            | ResponseFileSearchTool
            | ResponseFileSearchToolDict
            | ResponseCodeInterpreterTool
            | ResponseCodeInterpreterToolDict
            | OtherResponseTool
        ]
        | None
    ) = None
    tool_choice: (
        ToolChoiceMode | str | ResponseToolChoice | ResponseToolChoiceDict | None
    ) = None
    max_tool_calls: int | None = None
    parallel_tool_calls: bool | None = None
    reasoning: ResponseReasoningConfig | ResponseReasoningConfigDict | None = None
    text: ResponseTextConfig | ResponseTextConfigDict | None = None
    store: bool | None = None
    previous_response_id: str | None = None
    truncation: ResponseTruncation | str | None = None
    metadata: Mapping[str, str] | None = None
    compression: CompressionConfig | CompressionConfigDict | None = None
    include: Sequence[str] | None = None
    background: bool | None = None
    service_tier: ServiceTier | str | None = None
    prompt_cache_key: str | None = None
    safety_identifier: str | None = None
    top_logprobs: int | None = None
    user: str | None = None


@for_pydantic
class ResponseRequestDict(TypedDict):
    """The plain dict that `ResponseRequest` is made from."""

    model: Required[str]
    """Id of the model. Any may be given; some models, such as `gpt-5-pro` and `o1-pro`, answer
    here alone. At least 1 character.
    """
    input: Required[
        str
        | Sequence[
            ResponseInputMessage
            | ResponseInputMessageDict
            | ResponseFunctionCall
            | ResponseFunctionCallDict
            | ResponseFunctionCallOutput
            | ResponseFunctionCallOutputDict
            | ResponseReasoningItem
            | ResponseReasoningItemDict
            | ResponseOutputMessage
            | OtherResponseItem
        ]
    ]
    """What is said to the model, as text or as the items of a conversation, oldest first. The
    `output` of an answer can be sent back.
    """
    instructions: NotRequired[str]
    """What the model is told before the input. It does not carry over to a next response."""
    stream: NotRequired[bool]
    """Send the answer as a stream of events, as it is generated. Default of the server: false."""
    temperature: NotRequired[float]
    """How freely the model picks its words: low is focused, high is varied. Change this or
    `top_p`, not both. Range: 0.0 to 2.0. Default of the server: 1.
    """
    top_p: NotRequired[float]
    """Nucleus sampling: only the most likely tokens whose probabilities add up to this share are
    considered. Range: 0.0 to 1.0. Default of the server: 1.
    """
    max_output_tokens: NotRequired[int]
    """Most tokens to generate, those of the reasoning included. At least 1."""
    max_tokens: NotRequired[int]
    """Most tokens to generate. An older name of `max_output_tokens`. At least 1."""
    tools: NotRequired[
        Sequence[
            ResponseFunctionTool
            | ResponseFunctionToolDict
            | ResponseWebSearchTool
            | ResponseWebSearchToolDict
            | ResponseWebSearchPreviewTool
            | ResponseWebSearchPreviewToolDict
            | ResponseFileSearchTool
            | ResponseFileSearchToolDict
            | ResponseCodeInterpreterTool
            | ResponseCodeInterpreterToolDict
            | OtherResponseTool
        ]
    ]
    """The tools that the model may call."""
    tool_choice: NotRequired[
        ToolChoiceMode | str | ResponseToolChoice | ResponseToolChoiceDict
    ]
    """Whether the model may, must or must not call tools, or which one it must call."""
    max_tool_calls: NotRequired[int]
    """Most calls of tools that the provider runs itself. At least 1."""
    parallel_tool_calls: NotRequired[bool]
    """Whether an answer may call several tools. Default of the server: true."""
    reasoning: NotRequired[ResponseReasoningConfig | ResponseReasoningConfigDict]
    """How the model reasons before it answers."""
    text: NotRequired[ResponseTextConfig | ResponseTextConfigDict]
    """The form that the text of the answer must have, and how long it is."""
    store: NotRequired[bool]
    """Let the provider keep the response, so that another one can follow it."""
    previous_response_id: NotRequired[str]
    """Id of a stored response that this one follows."""
    truncation: NotRequired[ResponseTruncation | str]
    """What happens to a conversation that is too long for the model. Default of the server:
    "disabled".
    """
    metadata: NotRequired[Mapping[str, str]]
    """Your own notes, kept with a stored response."""
    compression: NotRequired[CompressionConfig | CompressionConfigDict]
    """Shortens a long conversation before the model sees it. Not all models take it here."""
    include: NotRequired[Sequence[str]]
    """What else the response is to have, such as `reasoning.encrypted_content`."""
    background: NotRequired[bool]
    """Answer at once, and go on in the background."""
    service_tier: NotRequired[ServiceTier | str]
    """Class of service at the provider, which decides speed and price. For OpenAI models. Default
    of the server: "auto".
    """
    prompt_cache_key: NotRequired[str]
    """Requests with the same key are more likely to share a prompt cache."""
    safety_identifier: NotRequired[str]
    """Id of your end user that is no name, to help find abuse."""
    top_logprobs: NotRequired[int]
    """How many of the most likely tokens to return at each position. Range: 0 to 20."""
    user: NotRequired[str]
    """Id of your end user, to help find abuse."""


# Below the class, because schemas may refer to each other in a circle.
from .compression_config import CompressionConfig, CompressionConfigDict
from .other_response_item import OtherResponseItem
from .other_response_tool import OtherResponseTool
from .response_code_interpreter_tool import (
    ResponseCodeInterpreterTool,
    ResponseCodeInterpreterToolDict,
)
from .response_file_search_tool import (
    ResponseFileSearchTool,
    ResponseFileSearchToolDict,
)
from .response_function_call import ResponseFunctionCall, ResponseFunctionCallDict
from .response_function_call_output import (
    ResponseFunctionCallOutput,
    ResponseFunctionCallOutputDict,
)
from .response_function_tool import ResponseFunctionTool, ResponseFunctionToolDict
from .response_input_message import ResponseInputMessage, ResponseInputMessageDict
from .response_output_message import ResponseOutputMessage
from .response_reasoning_config import (
    ResponseReasoningConfig,
    ResponseReasoningConfigDict,
)
from .response_reasoning_item import ResponseReasoningItem, ResponseReasoningItemDict
from .response_text_config import ResponseTextConfig, ResponseTextConfigDict
from .response_tool_choice import ResponseToolChoice, ResponseToolChoiceDict
from .response_truncation import ResponseTruncation
from .response_web_search_preview_tool import (
    ResponseWebSearchPreviewTool,
    ResponseWebSearchPreviewToolDict,
)
from .response_web_search_tool import ResponseWebSearchTool, ResponseWebSearchToolDict
from .service_tier import ServiceTier
from .tool_choice_mode import ToolChoiceMode

set_decoders(
    ResponseRequest,
    texts={
        "input": list_of(
            tagged(
                "type",
                {
                    "message": ResponseInputMessage,
                    "function_call": ResponseFunctionCall,
                    "function_call_output": ResponseFunctionCallOutput,
                    "reasoning": ResponseReasoningItem,
                },
                OtherResponseItem,
            )
        ),
        "tool_choice": object_of(ResponseToolChoice),
    },
    nested={
        "tools": list_of(
            tagged(
                "type",
                {
                    "function": ResponseFunctionTool,
                    "web_search": ResponseWebSearchTool,
                    "web_search_preview": ResponseWebSearchPreviewTool,
                    "file_search": ResponseFileSearchTool,
                    "code_interpreter": ResponseCodeInterpreterTool,
                },
                OtherResponseTool,
            )
        ),
        "reasoning": object_of(ResponseReasoningConfig),
        "text": object_of(ResponseTextConfig),
        "compression": object_of(CompressionConfig),
    },
)
