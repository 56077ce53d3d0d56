# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /messages"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

from ..._runtime.endpoint import (
    request_arguments,
    response_of,
    send,
    send_asyncio,
    stream_events,
    stream_events_asyncio,
)
from ..._runtime.json_object import tagged
from ..._runtime.operation import Items, StreamingOperation

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
    from ...models import MessageStreamEvent
    from ...models.compression_config import CompressionConfig, CompressionConfigDict
    from ...models.message_metadata import MessageMetadata, MessageMetadataDict
    from ...models.message_param import MessageParam, MessageParamDict
    from ...models.message_request import MessageRequest, MessageRequestDict
    from ...models.message_tool import MessageTool, MessageToolDict
    from ...models.message_tool_choice import MessageToolChoice, MessageToolChoiceDict
    from ...models.other_response_format import (
        OtherResponseFormat,
    )
    from ...models.response_format_json_object import (
        ResponseFormatJSONObject,
        ResponseFormatJSONObjectDict,
    )
    from ...models.response_format_json_schema import (
        ResponseFormatJSONSchema,
        ResponseFormatJSONSchemaDict,
    )
    from ...models.response_format_text import (
        ResponseFormatText,
        ResponseFormatTextDict,
    )
    from ...models.text_block import TextBlock, TextBlockDict
    from ...models.thinking_config import ThinkingConfig, ThinkingConfigDict
from ...models.content_block_delta_event import ContentBlockDeltaEvent
from ...models.content_block_start_event import ContentBlockStartEvent
from ...models.content_block_stop_event import ContentBlockStopEvent
from ...models.error_response import ErrorResponse
from ...models.message import Message
from ...models.message_delta_event import MessageDeltaEvent
from ...models.message_start_event import MessageStartEvent
from ...models.message_stop_event import MessageStopEvent
from ...models.other_message_stream_event import OtherMessageStreamEvent

__all__ = [
    "OPERATION",
    "Needed",
    "Options",
    "ToolsOption",
    "ResponseFormatOption",
    "Params",
    "stream",
    "stream_asyncio",
    "sync",
    "sync_detailed",
    "asyncio",
    "asyncio_detailed",
]


class Needed(TypedDict):
    """The parameters that are required."""

    model: Required[str]
    messages: Required[Sequence[MessageParam | MessageParamDict]]
    max_tokens: Required[int]


class Options(TypedDict):
    """The optional parameters that have no class of their own."""

    system: NotRequired[str | Sequence[TextBlock | TextBlockDict] | None]
    temperature: NotRequired[float | None]
    top_p: NotRequired[float | None]
    top_k: NotRequired[int | None]
    stop_sequences: NotRequired[Sequence[str] | None]
    tool_choice: NotRequired[MessageToolChoice | MessageToolChoiceDict | None]
    metadata: NotRequired[MessageMetadata | MessageMetadataDict | None]
    thinking: NotRequired[ThinkingConfig | ThinkingConfigDict | None]
    compression: NotRequired[CompressionConfig | CompressionConfigDict | None]
    n: NotRequired[int | None]
    stop: NotRequired[Sequence[str] | str | None]
    frequency_penalty: NotRequired[float | None]
    presence_penalty: NotRequired[float | None]
    logit_bias: NotRequired[Mapping[str, float] | None]
    seed: NotRequired[int | None]
    user: NotRequired[str | None]


class ToolsOption(TypedDict):
    """The optional parameter `tools`, in place of which some methods take another."""

    tools: NotRequired[Sequence[MessageTool | MessageToolDict] | None]


class ResponseFormatOption(TypedDict):
    """The optional parameter `response_format`, in place of which some methods take another."""

    response_format: NotRequired[
        ResponseFormatText
        | ResponseFormatTextDict
        | ResponseFormatJSONObject
        | ResponseFormatJSONObjectDict
        | ResponseFormatJSONSchema
        | ResponseFormatJSONSchemaDict
        | OtherResponseFormat
        | None
    ]


class Params(Needed, Options, ToolsOption, ResponseFormatOption):
    """All parameters but `stream`.

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


OPERATION: Final[StreamingOperation[Message, MessageStreamEvent]] = StreamingOperation(
    name="create_message",
    method_path="messages.create",
    method="POST",
    path="/messages",
    response=Message,
    errors={
        "400": ErrorResponse,
        "401": ErrorResponse,
        "402": ErrorResponse,
        "403": ErrorResponse,
        "404": ErrorResponse,
        "408": ErrorResponse,
        "409": ErrorResponse,
        "413": ErrorResponse,
        "422": ErrorResponse,
        "429": ErrorResponse,
        "500": ErrorResponse,
        "502": ErrorResponse,
        "503": ErrorResponse,
        "529": ErrorResponse,
    },
    parameters=frozenset(Params.__annotations__),
    required=(
        "model",
        "messages",
        "max_tokens",
    ),
    types={
        "model": frozenset({str}),
        "messages": frozenset({list}),
        "max_tokens": frozenset({int}),
        "system": frozenset({list, str}),
        "temperature": frozenset({float, int}),
        "top_p": frozenset({float, int}),
        "top_k": frozenset({int}),
        "stream": frozenset({bool}),
        "stop_sequences": frozenset({list}),
        "tools": frozenset({list}),
        "tool_choice": frozenset({dict}),
        "metadata": frozenset({dict}),
        "thinking": frozenset({dict}),
        "compression": frozenset({dict}),
        "response_format": frozenset({dict}),
        "n": frozenset({int}),
        "stop": frozenset({list, str}),
        "frequency_penalty": frozenset({float, int}),
        "presence_penalty": frozenset({float, int}),
        "logit_bias": frozenset({dict}),
        "seed": frozenset({int}),
        "user": frozenset({str}),
    },
    ranges={
        "max_tokens": (1, None),
        "temperature": (0, 1),
        "top_p": (0, 1),
        "n": (1, None),
        "frequency_penalty": (-2, 2),
        "presence_penalty": (-2, 2),
    },
    body="MessageRequest",
    items={
        "messages": Items(
            types=frozenset({dict}),
            members={
                "content": frozenset({list, str}),
                "role": frozenset({str}),
            },
        ),
        "system": Items(
            types=frozenset({dict}),
            members={
                "cache_control": frozenset({dict}),
                "citations": frozenset({NoneType, list}),
                "text": frozenset({str}),
                "type": frozenset({str}),
            },
        ),
        "stop_sequences": Items(types=frozenset({str})),
        "tools": Items(
            types=frozenset({dict}),
            members={
                "cache_control": frozenset({dict}),
                "description": frozenset({str}),
                "input_schema": frozenset({dict}),
                "name": frozenset({str}),
                "type": frozenset({str}),
            },
        ),
        "stop": Items(types=frozenset({str})),
        "logit_bias": Items(types=frozenset({float, int})),
    },
    not_empty=("model",),
    has_body=True,
    event_decoder=tagged(
        "type",
        {
            "message_start": MessageStartEvent,
            "content_block_start": ContentBlockStartEvent,
            "content_block_delta": ContentBlockDeltaEvent,
            "content_block_stop": ContentBlockStopEvent,
            "message_delta": MessageDeltaEvent,
            "message_stop": MessageStopEvent,
        },
        OtherMessageStreamEvent,
    ),
    event_members=("type",),
    event_tag="type",
    stream_parameter="stream",
    stream_end=frozenset(["message_stop", "[DONE]"]),
    stream_skip=frozenset(["ping"]),
)


def _arguments(
    *,
    body: MessageRequest | MessageRequestDict,
    stream: bool = False,
) -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={},
        query={},
        headers={
            "Accept": "text/event-stream" if stream else None,
        },
        body=body,
        members={"stream": True} if stream else None,
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: MessageRequest | MessageRequestDict,
) -> types.Response[Message | ErrorResponse]:
    """Create a model's answer to a conversation, in the form of Anthropic's Messages API.

    For Claude models. Send the conversation so far and receive the next message. With `stream`
    set, the answer is a stream of typed events, the last of which is `message_stop`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Messages API: the conversation, the model, and how to answer.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(
        client,
        _arguments(
            body=body,
        ),
    )
    return response_of(OPERATION, client, response)


def sync(
    *,
    client: AuthenticatedClient,
    body: MessageRequest | MessageRequestDict,
) -> Message | ErrorResponse | None:
    """Create a model's answer to a conversation, in the form of Anthropic's Messages API.

    For Claude models. Send the conversation so far and receive the next message. With `stream`
    set, the answer is a stream of typed events, the last of which is `message_stop`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Messages API: the conversation, the model, and how to answer.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: MessageRequest | MessageRequestDict,
) -> types.Response[Message | ErrorResponse]:
    """Create a model's answer to a conversation, in the form of Anthropic's Messages API.

    For Claude models. Send the conversation so far and receive the next message. With `stream`
    set, the answer is a stream of typed events, the last of which is `message_stop`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Messages API: the conversation, the model, and how to answer.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(
        client,
        _arguments(
            body=body,
        ),
    )
    return response_of(OPERATION, client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: MessageRequest | MessageRequestDict,
) -> Message | ErrorResponse | None:
    """Create a model's answer to a conversation, in the form of Anthropic's Messages API.

    For Claude models. Send the conversation so far and receive the next message. With `stream`
    set, the answer is a stream of typed events, the last of which is `message_stop`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Messages API: the conversation, the model, and how to answer.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed


def stream(
    *,
    client: AuthenticatedClient,
    body: MessageRequest | MessageRequestDict,
) -> Iterator[MessageStreamEvent]:
    """Create a model's answer to a conversation, in the form of Anthropic's Messages API.

    For Claude models. Send the conversation so far and receive the next message. With `stream`
    set, the answer is a stream of typed events, the last of which is `message_stop`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Messages API: the conversation, the model, and how to answer.

    Yields each event as it arrives; leaving early closes the connection.

    Raises:
        errors.UnexpectedStatus: The status is not 200.
        errors.StreamError: An event is an error of the server, or invalid JSON.
        errors.IncompleteStream: The body ended before the event that ends a complete stream.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return stream_events(OPERATION, client, _arguments(body=body, stream=True))


def stream_asyncio(
    *,
    client: AuthenticatedClient,
    body: MessageRequest | MessageRequestDict,
) -> AsyncIterator[MessageStreamEvent]:
    """Create a model's answer to a conversation, in the form of Anthropic's Messages API.

    For Claude models. Send the conversation so far and receive the next message. With `stream`
    set, the answer is a stream of typed events, the last of which is `message_stop`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Messages API: the conversation, the model, and how to answer.

    Yields each event as it arrives; leaving early closes the connection.

    Raises:
        errors.UnexpectedStatus: The status is not 200.
        errors.StreamError: An event is an error of the server, or invalid JSON.
        errors.IncompleteStream: The body ended before the event that ends a complete stream.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return stream_events_asyncio(OPERATION, client, _arguments(body=body, stream=True))
