# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.responses`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, overload

from apertis_client.api.responses import create_response

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .._streaming.async_stream import AsyncStream
from .._streaming.awaitable import AwaitableStream
from .._streaming.sync_stream import Stream
from ..responses.async_methods import AsyncResponseMethods
from ..responses.stream_format import RESPONSE_FORMAT
from ..responses.sync_methods import ResponseMethods

if TYPE_CHECKING:
    from typing import Any, NotRequired, Unpack

    import httpx
    from typing_extensions import TypeForm  # whose stubs every type checker has

    from apertis_client.models import (
        CompressionConfig,
        CompressionConfigDict,
        FunctionTool,
        OtherResponseItem,
        OtherResponseTool,
        Response,
        ResponseCodeInterpreterTool,
        ResponseCodeInterpreterToolDict,
        ResponseFileSearchTool,
        ResponseFileSearchToolDict,
        ResponseFormat,
        ResponseFunctionCall,
        ResponseFunctionCallDict,
        ResponseFunctionCallOutput,
        ResponseFunctionCallOutputDict,
        ResponseFunctionTool,
        ResponseFunctionToolDict,
        ResponseInputMessage,
        ResponseInputMessageDict,
        ResponseOutputMessage,
        ResponseReasoningConfig,
        ResponseReasoningConfigDict,
        ResponseReasoningItem,
        ResponseReasoningItemDict,
        ResponseStreamEvent,
        ResponseTextConfig,
        ResponseTextConfigDict,
        ResponseToolChoice,
        ResponseToolChoiceDict,
        ResponseTruncation,
        ResponseWebSearchPreviewTool,
        ResponseWebSearchPreviewToolDict,
        ResponseWebSearchTool,
        ResponseWebSearchToolDict,
        ServiceTier,
        ToolChoiceMode,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .._schema.tool import Tool
    from ..responses.async_response_stream import AsyncResponseStreamManager
    from ..responses.async_tool_run import (
        AsyncResponseToolRun,
        AsyncResponseToolTurn,
        AsyncStreamedResponseToolTurn,
    )
    from ..responses.parsed import ParsedResponse
    from ..responses.sync_response_stream import ResponseStreamManager
    from ..responses.sync_tool_run import (
        ResponseToolRun,
        ResponseToolTurn,
        StreamedResponseToolTurn,
    )

    class CreateResponseParams(create_response.Params, RequestOptions):
        """Everything that `responses.create` takes but `stream`."""

    class CreateResponseOtherParams(
        create_response.Needed, create_response.Options, RequestOptions
    ):
        """Everything that both of these take but `response_format`."""

    class CreateResponseParseParams(CreateResponseOtherParams):
        """Everything that `parse` and `stream` take but `response_format`."""

        tools: NotRequired[
            Sequence[
                FunctionTool
                | Callable[..., Any]
                | ResponseFunctionTool
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
        ]

    class CreateResponseRunParams(CreateResponseOtherParams):
        """Everything that `run_tools` takes but `response_format` and `stream`."""

        tools: Sequence[Tool[..., Any] | Callable[..., Any]]

        max_turns: NotRequired[int]


__all__ = [
    "AsyncResponses",
    "AsyncResponsesWithRawResponse",
    "AsyncResponsesWithStreamingResponse",
    "Responses",
    "ResponsesWithRawResponse",
    "ResponsesWithStreamingResponse",
]

T = TypeVar("T")


CREATE_RESPONSE: Final = Method(
    create_response.OPERATION,
    RESPONSE_FORMAT,
)


def create_response_signature(
    self: Any,
    *,
    model: str,
    input: str
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
    ],
    instructions: str | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    max_output_tokens: int | None = None,
    max_tokens: int | None = None,
    tools: Sequence[
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
    | None = None,
    tool_choice: ToolChoiceMode | str | ResponseToolChoice | ResponseToolChoiceDict | None = None,
    max_tool_calls: int | None = None,
    parallel_tool_calls: bool | None = None,
    reasoning: ResponseReasoningConfig | ResponseReasoningConfigDict | None = None,
    text: ResponseTextConfig | ResponseTextConfigDict | None = None,
    store: bool | None = None,
    previous_response_id: str | None = None,
    truncation: ResponseTruncation | str | None = None,
    metadata: Mapping[str, str] | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    include: Sequence[str] | None = None,
    background: bool | None = None,
    service_tier: ServiceTier | str | None = None,
    prompt_cache_key: str | None = None,
    safety_identifier: str | None = None,
    top_logprobs: int | None = None,
    user: str | None = None,
    stream: bool | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Create a model's answer to an input, in the form of OpenAI's Responses API.

    Send an input and receive the items that the model generates. With `stream` set, the answer
    is a stream of typed events, the last of which is `response.completed`,
    `response.incomplete` or `response.failed`.

    Args:
        model: Id of the model. Any may be given; some models, such as `gpt-5-pro` and `o1-pro`,
            answer here alone. At least 1 character.
        input: What is said to the model, as text or as the items of a conversation, oldest
            first. The `output` of an answer can be sent back.
        instructions: What the model is told before the input. It does not carry over to a next
            response.
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
        stream: Send the answer as a stream of events, as it is generated. Default of the
            server: false.
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


def parse_signature(
    self: Any,
    *,
    model: str,
    input: str
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
    ],
    instructions: str | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    max_output_tokens: int | None = None,
    max_tokens: int | None = None,
    tools: Sequence[
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
    | None = None,
    tool_choice: ToolChoiceMode | str | ResponseToolChoice | ResponseToolChoiceDict | None = None,
    max_tool_calls: int | None = None,
    parallel_tool_calls: bool | None = None,
    reasoning: ResponseReasoningConfig | ResponseReasoningConfigDict | None = None,
    text: ResponseTextConfig | ResponseTextConfigDict | None = None,
    store: bool | None = None,
    previous_response_id: str | None = None,
    truncation: ResponseTruncation | str | None = None,
    metadata: Mapping[str, str] | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    include: Sequence[str] | None = None,
    background: bool | None = None,
    service_tier: ServiceTier | str | None = None,
    prompt_cache_key: str | None = None,
    safety_identifier: str | None = None,
    top_logprobs: int | None = None,
    user: str | None = None,
    response_format: Any = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Create a response whose text and function calls are parsed into types of yours.

    `output_parsed` is an instance of `response_format`, and the `parsed_arguments` of a call
    are what the tool takes, for functions and for tools made by `tool` and
    `pydantic_function_tool`. A response that failed is returned as it is. Needs
    ``apertis[pydantic]``.

    Args:
        model: Id of the model. Any may be given; some models, such as `gpt-5-pro` and `o1-pro`,
            answer here alone. At least 1 character.
        input: What is said to the model, as text or as the items of a conversation, oldest
            first. The `output` of an answer can be sent back.
        instructions: What the model is told before the input. It does not carry over to a next
            response.
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
        response_format: A pydantic model, a dataclass, an attrs class, a `TypedDict`, or any
            other type that a strict schema can express, such as ``list[Item]``.
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        LengthFinishReasonError: The response reached the token limit.
        StructuredOutputError: The response does not fit the type.
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


def stream_signature(
    self: Any,
    *,
    model: str,
    input: str
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
    ],
    instructions: str | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    max_output_tokens: int | None = None,
    max_tokens: int | None = None,
    tools: Sequence[
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
    | None = None,
    tool_choice: ToolChoiceMode | str | ResponseToolChoice | ResponseToolChoiceDict | None = None,
    max_tool_calls: int | None = None,
    parallel_tool_calls: bool | None = None,
    reasoning: ResponseReasoningConfig | ResponseReasoningConfigDict | None = None,
    text: ResponseTextConfig | ResponseTextConfigDict | None = None,
    store: bool | None = None,
    previous_response_id: str | None = None,
    truncation: ResponseTruncation | str | None = None,
    metadata: Mapping[str, str] | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    include: Sequence[str] | None = None,
    background: bool | None = None,
    service_tier: ServiceTier | str | None = None,
    prompt_cache_key: str | None = None,
    safety_identifier: str | None = None,
    top_logprobs: int | None = None,
    user: str | None = None,
    response_format: Any = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Create a response and follow it by typed events, in an `async with` statement.

    Args:
        model: Id of the model. Any may be given; some models, such as `gpt-5-pro` and `o1-pro`,
            answer here alone. At least 1 character.
        input: What is said to the model, as text or as the items of a conversation, oldest
            first. The `output` of an answer can be sent back.
        instructions: What the model is told before the input. It does not carry over to a next
            response.
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
        response_format: What the text is parsed into, as for `parse`; events then have what it
            says so far.
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


def run_tools_signature(
    self: Any,
    *,
    model: str,
    input: str
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
    ],
    instructions: str | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    max_output_tokens: int | None = None,
    max_tokens: int | None = None,
    tool_choice: ToolChoiceMode | str | ResponseToolChoice | ResponseToolChoiceDict | None = None,
    max_tool_calls: int | None = None,
    parallel_tool_calls: bool | None = None,
    reasoning: ResponseReasoningConfig | ResponseReasoningConfigDict | None = None,
    text: ResponseTextConfig | ResponseTextConfigDict | None = None,
    store: bool | None = None,
    previous_response_id: str | None = None,
    truncation: ResponseTruncation | str | None = None,
    metadata: Mapping[str, str] | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    include: Sequence[str] | None = None,
    background: bool | None = None,
    service_tier: ServiceTier | str | None = None,
    prompt_cache_key: str | None = None,
    safety_identifier: str | None = None,
    top_logprobs: int | None = None,
    user: str | None = None,
    tools: Sequence[Tool[..., Any] | Callable[..., Any]],
    response_format: Any = None,
    max_turns: int = 10,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
    stream: bool | None = None,
) -> Any:
    """Let the model call tools until it has its answer; nothing is sent before that is read.

    Arguments that do not fit a tool, and what a tool raises, are reported to the model. A
    `tool_choice` that forces a call counts for the first turn only; the options of a call,
    such as `deadline`, count for each turn. Needs ``apertis[pydantic]``.

    Args:
        model: Id of the model. Any may be given; some models, such as `gpt-5-pro` and `o1-pro`,
            answer here alone. At least 1 character.
        input: What is said to the model, as text or as the items of a conversation, oldest
            first. The `output` of an answer can be sent back.
        instructions: What the model is told before the input. It does not carry over to a next
            response.
        temperature: How freely the model picks its words: low is focused, high is varied.
            Change this or `top_p`, not both. Range: 0.0 to 2.0. Default of the server: 1.
        top_p: Nucleus sampling: only the most likely tokens whose probabilities add up to this
            share are considered. Range: 0.0 to 1.0. Default of the server: 1.
        max_output_tokens: Most tokens to generate, those of the reasoning included. At least 1.
        max_tokens: Most tokens to generate. An older name of `max_output_tokens`. At least 1.
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
        tools: Functions with annotations, as they are or made by `tool`.
        response_format: What the text of the last answer is parsed into, as for `parse`.
        max_turns: How many answers there may be, the last one included; 1 or more.
        stream: Give each turn as it is written.
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


class Responses(ResponseMethods, Resource):
    """Talk to a model in the form of OpenAI's Responses API."""

    @cached_property
    def with_raw_response(self) -> ResponsesWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return ResponsesWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> ResponsesWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return ResponsesWithStreamingResponse(self._engine)

    @overload
    def parse(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateResponseParseParams]
    ) -> ParsedResponse[T]: ...
    @overload
    def parse(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateResponseParseParams],
    ) -> ParsedResponse[None]: ...
    @overload
    def parse(
        self, *, response_format: Any, **params: Unpack[CreateResponseParseParams]
    ) -> ParsedResponse[Any]: ...
    @declared(parse_signature, "ParsedResponse[Any]")
    def parse(self, *path: Any, **params: Any) -> Any:
        """See `parse_signature`."""
        return self._parse(*path, **params)

    @overload
    def stream(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateResponseParseParams]
    ) -> ResponseStreamManager[T]: ...
    @overload
    def stream(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateResponseParseParams],
    ) -> ResponseStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[CreateResponseParseParams]
    ) -> ResponseStreamManager[Any]: ...
    @declared(stream_signature, "ResponseStreamManager[Any]")
    def stream(self, *path: Any, **params: Any) -> Any:
        """See `stream_signature`."""
        return self._stream(*path, **params)

    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[False] | None = None,
        **params: Unpack[CreateResponseRunParams],
    ) -> ResponseToolRun[T, ResponseToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[True],
        **params: Unpack[CreateResponseRunParams],
    ) -> ResponseToolRun[T, StreamedResponseToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateResponseRunParams],
    ) -> ResponseToolRun[None, ResponseToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[CreateResponseRunParams],
    ) -> ResponseToolRun[None, StreamedResponseToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateResponseRunParams],
    ) -> ResponseToolRun[Any, ResponseToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[True],
        **params: Unpack[CreateResponseRunParams],
    ) -> ResponseToolRun[Any, StreamedResponseToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None,
        **params: Unpack[CreateResponseRunParams],
    ) -> ResponseToolRun[Any, Any]: ...
    @declared(
        run_tools_signature,
        "ResponseToolRun[Any, ResponseToolTurn[Any] | StreamedResponseToolTurn[Any]]",
    )
    def run_tools(self, *path: Any, **params: Any) -> Any:
        """See `run_tools_signature`."""
        return self._run_tools(*path, **params)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> Response: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> Stream[ResponseStreamEvent]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> Response | Stream[ResponseStreamEvent]: ...
    @declared(create_response_signature, "Response | Stream[ResponseStreamEvent]")
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class AsyncResponses(AsyncResponseMethods, AsyncResource):
    """Talk to a model in the form of OpenAI's Responses API."""

    @cached_property
    def with_raw_response(self) -> AsyncResponsesWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncResponsesWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncResponsesWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncResponsesWithStreamingResponse(self._engine)

    @overload
    async def parse(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateResponseParseParams]
    ) -> ParsedResponse[T]: ...
    @overload
    async def parse(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateResponseParseParams],
    ) -> ParsedResponse[None]: ...
    @overload
    async def parse(
        self, *, response_format: Any, **params: Unpack[CreateResponseParseParams]
    ) -> ParsedResponse[Any]: ...
    @declared(parse_signature, "Coroutine[Any, Any, ParsedResponse[Any]]")
    async def parse(self, *path: Any, **params: Any) -> Any:
        """See `parse_signature`."""
        return await self._parse(*path, **params)

    @overload
    def stream(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateResponseParseParams]
    ) -> AsyncResponseStreamManager[T]: ...
    @overload
    def stream(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateResponseParseParams],
    ) -> AsyncResponseStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[CreateResponseParseParams]
    ) -> AsyncResponseStreamManager[Any]: ...
    @declared(stream_signature, "AsyncResponseStreamManager[Any]")
    def stream(self, *path: Any, **params: Any) -> Any:
        """See `stream_signature`."""
        return self._stream(*path, **params)

    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[False] | None = None,
        **params: Unpack[CreateResponseRunParams],
    ) -> AsyncResponseToolRun[T, AsyncResponseToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[True],
        **params: Unpack[CreateResponseRunParams],
    ) -> AsyncResponseToolRun[T, AsyncStreamedResponseToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateResponseRunParams],
    ) -> AsyncResponseToolRun[None, AsyncResponseToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[CreateResponseRunParams],
    ) -> AsyncResponseToolRun[None, AsyncStreamedResponseToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateResponseRunParams],
    ) -> AsyncResponseToolRun[Any, AsyncResponseToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[True],
        **params: Unpack[CreateResponseRunParams],
    ) -> AsyncResponseToolRun[Any, AsyncStreamedResponseToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None,
        **params: Unpack[CreateResponseRunParams],
    ) -> AsyncResponseToolRun[Any, Any]: ...
    @declared(
        run_tools_signature,
        "AsyncResponseToolRun[Any, AsyncResponseToolTurn[Any] | AsyncStreamedResponseToolTurn[Any]]",
        is_coroutine=True,
    )
    def run_tools(self, *path: Any, **params: Any) -> Any:
        """See `run_tools_signature`."""
        return self._run_tools(*path, **params)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, Response]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> AwaitableStream[ResponseStreamEvent]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, Response | AsyncStream[ResponseStreamEvent]]: ...
    @declared(
        create_response_signature,
        "Coroutine[Any, Any, Response | AsyncStream[ResponseStreamEvent]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class ResponsesWithRawResponse(RawView):
    """The methods of `Responses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> APIResponse[Response]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> APIResponse[Stream[ResponseStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> APIResponse[Response | Stream[ResponseStreamEvent]]: ...
    @declared(create_response_signature, "APIResponse[Response | Stream[ResponseStreamEvent]]")
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class AsyncResponsesWithRawResponse(AsyncRawView):
    """The methods of `AsyncResponses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, APIResponse[Response]]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[ResponseStreamEvent]]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, APIResponse[Response | AsyncStream[ResponseStreamEvent]]]: ...
    @declared(
        create_response_signature,
        "Coroutine[Any, Any, APIResponse[Response | AsyncStream[ResponseStreamEvent]]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class ResponsesWithStreamingResponse(StreamingView):
    """The methods of `Responses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> StreamingAPIResponseManager[Response]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> StreamingAPIResponseManager[Stream[ResponseStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> StreamingAPIResponseManager[Response | Stream[ResponseStreamEvent]]: ...
    @declared(
        create_response_signature,
        "StreamingAPIResponseManager[Response | Stream[ResponseStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class AsyncResponsesWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncResponses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> AsyncStreamingAPIResponseManager[Response]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[ResponseStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> AsyncStreamingAPIResponseManager[Response | AsyncStream[ResponseStreamEvent]]: ...
    @declared(
        create_response_signature,
        "AsyncStreamingAPIResponseManager[Response | AsyncStream[ResponseStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)
