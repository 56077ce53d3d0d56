# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.messages`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, overload

from apertis_client.api.messages import create_message

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .._streaming.async_stream import AsyncStream
from .._streaming.awaitable import AwaitableStream
from .._streaming.sync_stream import Stream
from ..messages.async_methods import AsyncMessageMethods
from ..messages.stream_format import MESSAGE_FORMAT
from ..messages.sync_methods import MessageMethods

if TYPE_CHECKING:
    from typing import Any, NotRequired, Unpack

    import httpx
    from typing_extensions import TypeForm  # whose stubs every type checker has

    from apertis_client.models import (
        CompressionConfig,
        CompressionConfigDict,
        FunctionTool,
        Message,
        MessageMetadata,
        MessageMetadataDict,
        MessageParam,
        MessageParamDict,
        MessageStreamEvent,
        MessageTool,
        MessageToolChoice,
        MessageToolChoiceDict,
        MessageToolDict,
        OtherResponseFormat,
        ResponseFormat,
        ResponseFormatJSONObject,
        ResponseFormatJSONObjectDict,
        ResponseFormatJSONSchema,
        ResponseFormatJSONSchemaDict,
        ResponseFormatText,
        ResponseFormatTextDict,
        TextBlock,
        TextBlockDict,
        ThinkingConfig,
        ThinkingConfigDict,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .._schema.tool import Tool
    from ..messages.async_message_stream import AsyncMessageStreamManager
    from ..messages.async_tool_run import (
        AsyncMessageToolRun,
        AsyncMessageToolTurn,
        AsyncStreamedMessageToolTurn,
    )
    from ..messages.parsed import ParsedMessage
    from ..messages.sync_message_stream import MessageStreamManager
    from ..messages.sync_tool_run import (
        MessageToolRun,
        MessageToolTurn,
        StreamedMessageToolTurn,
    )

    class CreateMessageParams(create_message.Params, RequestOptions):
        """Everything that `messages.create` takes but `stream`."""

    class CreateMessageOtherParams(create_message.Needed, create_message.Options, RequestOptions):
        """Everything that both of these take but `response_format`."""

    class CreateMessageParseParams(CreateMessageOtherParams):
        """Everything that `parse` and `stream` take but `response_format`."""

        tools: NotRequired[
            Sequence[FunctionTool | Callable[..., Any] | MessageTool | MessageToolDict] | None
        ]

    class CreateMessageRunParams(CreateMessageOtherParams):
        """Everything that `run_tools` takes but `response_format` and `stream`."""

        tools: Sequence[Tool[..., Any] | Callable[..., Any]]

        max_turns: NotRequired[int]


__all__ = [
    "AsyncMessages",
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "Messages",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
]

T = TypeVar("T")


CREATE_MESSAGE: Final = Method(
    create_message.OPERATION,
    MESSAGE_FORMAT,
)


def create_message_signature(
    self: Any,
    *,
    model: str,
    messages: Sequence[MessageParam | MessageParamDict],
    max_tokens: int,
    system: str | Sequence[TextBlock | TextBlockDict] | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    top_k: int | None = None,
    stop_sequences: Sequence[str] | None = None,
    tools: Sequence[MessageTool | MessageToolDict] | None = None,
    tool_choice: MessageToolChoice | MessageToolChoiceDict | None = None,
    metadata: MessageMetadata | MessageMetadataDict | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    response_format: ResponseFormatText
    | ResponseFormatTextDict
    | ResponseFormatJSONObject
    | ResponseFormatJSONObjectDict
    | ResponseFormatJSONSchema
    | ResponseFormatJSONSchemaDict
    | OtherResponseFormat
    | None = None,
    n: int | None = None,
    stop: Sequence[str] | str | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    logit_bias: Mapping[str, float] | None = None,
    seed: int | None = None,
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
    """Create a model's answer to a conversation, in the form of Anthropic's Messages API.

    For Claude models. Send the conversation so far and receive the next message. With `stream`
    set, the answer is a stream of typed events, the last of which is `message_stop`.

    Args:
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
    messages: Sequence[MessageParam | MessageParamDict],
    max_tokens: int,
    system: str | Sequence[TextBlock | TextBlockDict] | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    top_k: int | None = None,
    stop_sequences: Sequence[str] | None = None,
    tools: Sequence[MessageTool | MessageToolDict] | None = None,
    tool_choice: MessageToolChoice | MessageToolChoiceDict | None = None,
    metadata: MessageMetadata | MessageMetadataDict | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    n: int | None = None,
    stop: Sequence[str] | str | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    logit_bias: Mapping[str, float] | None = None,
    seed: int | None = None,
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
    """Create a message whose text and tool input are parsed into types of yours.

    `parsed` of the message is an instance of `response_format`, and `parsed_input` of a block
    that calls a tool is what the tool takes, for functions and for tools made by `tool` and
    `pydantic_function_tool`. Needs ``apertis[pydantic]``.

    Args:
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
        stop_sequences: Texts at which the model stops. The text itself is not part of the
            answer.
        tools: The tools that the model may call.
        tool_choice: Whether the model may, must or must not call tools, or which one it must
            call.
        metadata: What the provider is told of the request.
        thinking: Extended thinking, before the model answers.
        compression: Shortens a long conversation before the model sees it.
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
        LengthFinishReasonError: The message reached the token limit.
        StructuredOutputError: The message does not fit the type.
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


def stream_signature(
    self: Any,
    *,
    model: str,
    messages: Sequence[MessageParam | MessageParamDict],
    max_tokens: int,
    system: str | Sequence[TextBlock | TextBlockDict] | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    top_k: int | None = None,
    stop_sequences: Sequence[str] | None = None,
    tools: Sequence[MessageTool | MessageToolDict] | None = None,
    tool_choice: MessageToolChoice | MessageToolChoiceDict | None = None,
    metadata: MessageMetadata | MessageMetadataDict | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    n: int | None = None,
    stop: Sequence[str] | str | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    logit_bias: Mapping[str, float] | None = None,
    seed: int | None = None,
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
    """Create a message and follow it by typed events, in an `async with` statement.

    Args:
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
        stop_sequences: Texts at which the model stops. The text itself is not part of the
            answer.
        tools: The tools that the model may call.
        tool_choice: Whether the model may, must or must not call tools, or which one it must
            call.
        metadata: What the provider is told of the request.
        thinking: Extended thinking, before the model answers.
        compression: Shortens a long conversation before the model sees it.
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
    messages: Sequence[MessageParam | MessageParamDict],
    max_tokens: int,
    system: str | Sequence[TextBlock | TextBlockDict] | None = None,
    temperature: float | None = None,
    top_p: float | None = None,
    top_k: int | None = None,
    stop_sequences: Sequence[str] | None = None,
    tool_choice: MessageToolChoice | MessageToolChoiceDict | None = None,
    metadata: MessageMetadata | MessageMetadataDict | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    n: int | None = None,
    stop: Sequence[str] | str | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    logit_bias: Mapping[str, float] | None = None,
    seed: int | None = None,
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
        stop_sequences: Texts at which the model stops. The text itself is not part of the
            answer.
        tool_choice: Whether the model may, must or must not call tools, or which one it must
            call.
        metadata: What the provider is told of the request.
        thinking: Extended thinking, before the model answers.
        compression: Shortens a long conversation before the model sees it.
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


class Messages(MessageMethods, Resource):
    """Talk to a Claude model in the form of Anthropic's Messages API."""

    @cached_property
    def with_raw_response(self) -> MessagesWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return MessagesWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> MessagesWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return MessagesWithStreamingResponse(self._engine)

    @overload
    def parse(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateMessageParseParams]
    ) -> ParsedMessage[T]: ...
    @overload
    def parse(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateMessageParseParams],
    ) -> ParsedMessage[None]: ...
    @overload
    def parse(
        self, *, response_format: Any, **params: Unpack[CreateMessageParseParams]
    ) -> ParsedMessage[Any]: ...
    @declared(parse_signature, "ParsedMessage[Any]")
    def parse(self, *path: Any, **params: Any) -> Any:
        """See `parse_signature`."""
        return self._parse(*path, **params)

    @overload
    def stream(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateMessageParseParams]
    ) -> MessageStreamManager[T]: ...
    @overload
    def stream(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateMessageParseParams],
    ) -> MessageStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[CreateMessageParseParams]
    ) -> MessageStreamManager[Any]: ...
    @declared(stream_signature, "MessageStreamManager[Any]")
    def stream(self, *path: Any, **params: Any) -> Any:
        """See `stream_signature`."""
        return self._stream(*path, **params)

    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[False] | None = None,
        **params: Unpack[CreateMessageRunParams],
    ) -> MessageToolRun[T, MessageToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[True],
        **params: Unpack[CreateMessageRunParams],
    ) -> MessageToolRun[T, StreamedMessageToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateMessageRunParams],
    ) -> MessageToolRun[None, MessageToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[CreateMessageRunParams],
    ) -> MessageToolRun[None, StreamedMessageToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateMessageRunParams],
    ) -> MessageToolRun[Any, MessageToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[True],
        **params: Unpack[CreateMessageRunParams],
    ) -> MessageToolRun[Any, StreamedMessageToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None,
        **params: Unpack[CreateMessageRunParams],
    ) -> MessageToolRun[Any, Any]: ...
    @declared(
        run_tools_signature,
        "MessageToolRun[Any, MessageToolTurn[Any] | StreamedMessageToolTurn[Any]]",
    )
    def run_tools(self, *path: Any, **params: Any) -> Any:
        """See `run_tools_signature`."""
        return self._run_tools(*path, **params)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> Message: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> Stream[MessageStreamEvent]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> Message | Stream[MessageStreamEvent]: ...
    @declared(create_message_signature, "Message | Stream[MessageStreamEvent]")
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class AsyncMessages(AsyncMessageMethods, AsyncResource):
    """Talk to a Claude model in the form of Anthropic's Messages API."""

    @cached_property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncMessagesWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncMessagesWithStreamingResponse(self._engine)

    @overload
    async def parse(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateMessageParseParams]
    ) -> ParsedMessage[T]: ...
    @overload
    async def parse(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateMessageParseParams],
    ) -> ParsedMessage[None]: ...
    @overload
    async def parse(
        self, *, response_format: Any, **params: Unpack[CreateMessageParseParams]
    ) -> ParsedMessage[Any]: ...
    @declared(parse_signature, "Coroutine[Any, Any, ParsedMessage[Any]]")
    async def parse(self, *path: Any, **params: Any) -> Any:
        """See `parse_signature`."""
        return await self._parse(*path, **params)

    @overload
    def stream(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateMessageParseParams]
    ) -> AsyncMessageStreamManager[T]: ...
    @overload
    def stream(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateMessageParseParams],
    ) -> AsyncMessageStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[CreateMessageParseParams]
    ) -> AsyncMessageStreamManager[Any]: ...
    @declared(stream_signature, "AsyncMessageStreamManager[Any]")
    def stream(self, *path: Any, **params: Any) -> Any:
        """See `stream_signature`."""
        return self._stream(*path, **params)

    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[False] | None = None,
        **params: Unpack[CreateMessageRunParams],
    ) -> AsyncMessageToolRun[T, AsyncMessageToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[True],
        **params: Unpack[CreateMessageRunParams],
    ) -> AsyncMessageToolRun[T, AsyncStreamedMessageToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateMessageRunParams],
    ) -> AsyncMessageToolRun[None, AsyncMessageToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[CreateMessageRunParams],
    ) -> AsyncMessageToolRun[None, AsyncStreamedMessageToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateMessageRunParams],
    ) -> AsyncMessageToolRun[Any, AsyncMessageToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[True],
        **params: Unpack[CreateMessageRunParams],
    ) -> AsyncMessageToolRun[Any, AsyncStreamedMessageToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None,
        **params: Unpack[CreateMessageRunParams],
    ) -> AsyncMessageToolRun[Any, Any]: ...
    @declared(
        run_tools_signature,
        "AsyncMessageToolRun[Any, AsyncMessageToolTurn[Any] | AsyncStreamedMessageToolTurn[Any]]",
        is_coroutine=True,
    )
    def run_tools(self, *path: Any, **params: Any) -> Any:
        """See `run_tools_signature`."""
        return self._run_tools(*path, **params)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, Message]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> AwaitableStream[MessageStreamEvent]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, Message | AsyncStream[MessageStreamEvent]]: ...
    @declared(
        create_message_signature,
        "Coroutine[Any, Any, Message | AsyncStream[MessageStreamEvent]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class MessagesWithRawResponse(RawView):
    """The methods of `Messages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> APIResponse[Message]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> APIResponse[Stream[MessageStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> APIResponse[Message | Stream[MessageStreamEvent]]: ...
    @declared(create_message_signature, "APIResponse[Message | Stream[MessageStreamEvent]]")
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class AsyncMessagesWithRawResponse(AsyncRawView):
    """The methods of `AsyncMessages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, APIResponse[Message]]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[MessageStreamEvent]]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, APIResponse[Message | AsyncStream[MessageStreamEvent]]]: ...
    @declared(
        create_message_signature,
        "Coroutine[Any, Any, APIResponse[Message | AsyncStream[MessageStreamEvent]]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class MessagesWithStreamingResponse(StreamingView):
    """The methods of `Messages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> StreamingAPIResponseManager[Message]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> StreamingAPIResponseManager[Stream[MessageStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> StreamingAPIResponseManager[Message | Stream[MessageStreamEvent]]: ...
    @declared(
        create_message_signature,
        "StreamingAPIResponseManager[Message | Stream[MessageStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class AsyncMessagesWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncMessages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> AsyncStreamingAPIResponseManager[Message]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[MessageStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> AsyncStreamingAPIResponseManager[Message | AsyncStream[MessageStreamEvent]]: ...
    @declared(
        create_message_signature,
        "AsyncStreamingAPIResponseManager[Message | AsyncStream[MessageStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)
