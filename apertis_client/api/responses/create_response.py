# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /responses"""

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
    from ...models import ResponseStreamEvent
    from ...models.compression_config import CompressionConfig, CompressionConfigDict
    from ...models.other_response_item import OtherResponseItem
    from ...models.other_response_tool import OtherResponseTool
    from ...models.response_code_interpreter_tool import (
        ResponseCodeInterpreterTool,
        ResponseCodeInterpreterToolDict,
    )
    from ...models.response_file_search_tool import (
        ResponseFileSearchTool,
        ResponseFileSearchToolDict,
    )
    from ...models.response_function_call import (
        ResponseFunctionCall,
        ResponseFunctionCallDict,
    )
    from ...models.response_function_call_output import (
        ResponseFunctionCallOutput,
        ResponseFunctionCallOutputDict,
    )
    from ...models.response_function_tool import (
        ResponseFunctionTool,
        ResponseFunctionToolDict,
    )
    from ...models.response_input_message import (
        ResponseInputMessage,
        ResponseInputMessageDict,
    )
    from ...models.response_output_message import (
        ResponseOutputMessage,
    )
    from ...models.response_reasoning_config import (
        ResponseReasoningConfig,
        ResponseReasoningConfigDict,
    )
    from ...models.response_reasoning_item import (
        ResponseReasoningItem,
        ResponseReasoningItemDict,
    )
    from ...models.response_request import ResponseRequest, ResponseRequestDict
    from ...models.response_text_config import (
        ResponseTextConfig,
        ResponseTextConfigDict,
    )
    from ...models.response_tool_choice import (
        ResponseToolChoice,
        ResponseToolChoiceDict,
    )
    from ...models.response_truncation import ResponseTruncation
    from ...models.response_web_search_preview_tool import (
        ResponseWebSearchPreviewTool,
        ResponseWebSearchPreviewToolDict,
    )
    from ...models.response_web_search_tool import (
        ResponseWebSearchTool,
        ResponseWebSearchToolDict,
    )
    from ...models.service_tier import ServiceTier
    from ...models.tool_choice_mode import ToolChoiceMode
from ...models.error_response import ErrorResponse
from ...models.other_response_stream_event import OtherResponseStreamEvent
from ...models.response import Response
from ...models.response_annotation_added_event import ResponseAnnotationAddedEvent
from ...models.response_arguments_delta_event import ResponseArgumentsDeltaEvent
from ...models.response_arguments_done_event import ResponseArgumentsDoneEvent
from ...models.response_completed_event import ResponseCompletedEvent
from ...models.response_content_part_added_event import ResponseContentPartAddedEvent
from ...models.response_content_part_done_event import ResponseContentPartDoneEvent
from ...models.response_created_event import ResponseCreatedEvent
from ...models.response_failed_event import ResponseFailedEvent
from ...models.response_in_progress_event import ResponseInProgressEvent
from ...models.response_incomplete_event import ResponseIncompleteEvent
from ...models.response_output_item_added_event import ResponseOutputItemAddedEvent
from ...models.response_output_item_done_event import ResponseOutputItemDoneEvent
from ...models.response_queued_event import ResponseQueuedEvent
from ...models.response_reasoning_text_delta_event import (
    ResponseReasoningTextDeltaEvent,
)
from ...models.response_reasoning_text_done_event import ResponseReasoningTextDoneEvent
from ...models.response_refusal_delta_event import ResponseRefusalDeltaEvent
from ...models.response_refusal_done_event import ResponseRefusalDoneEvent
from ...models.response_summary_part_added_event import ResponseSummaryPartAddedEvent
from ...models.response_summary_part_done_event import ResponseSummaryPartDoneEvent
from ...models.response_summary_text_delta_event import ResponseSummaryTextDeltaEvent
from ...models.response_summary_text_done_event import ResponseSummaryTextDoneEvent
from ...models.response_text_delta_event import ResponseTextDeltaEvent
from ...models.response_text_done_event import ResponseTextDoneEvent

__all__ = [
    "OPERATION",
    "Needed",
    "Options",
    "ToolsOption",
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


class Options(TypedDict):
    """The optional parameters that have no class of their own."""

    instructions: NotRequired[str | None]
    temperature: NotRequired[float | None]
    top_p: NotRequired[float | None]
    max_output_tokens: NotRequired[int | None]
    max_tokens: NotRequired[int | None]
    tool_choice: NotRequired[
        ToolChoiceMode | str | ResponseToolChoice | ResponseToolChoiceDict | None
    ]
    max_tool_calls: NotRequired[int | None]
    parallel_tool_calls: NotRequired[bool | None]
    reasoning: NotRequired[ResponseReasoningConfig | ResponseReasoningConfigDict | None]
    text: NotRequired[ResponseTextConfig | ResponseTextConfigDict | None]
    store: NotRequired[bool | None]
    previous_response_id: NotRequired[str | None]
    truncation: NotRequired[ResponseTruncation | str | None]
    metadata: NotRequired[Mapping[str, str] | None]
    compression: NotRequired[CompressionConfig | CompressionConfigDict | None]
    include: NotRequired[Sequence[str] | None]
    background: NotRequired[bool | None]
    service_tier: NotRequired[ServiceTier | str | None]
    prompt_cache_key: NotRequired[str | None]
    safety_identifier: NotRequired[str | None]
    top_logprobs: NotRequired[int | None]
    user: NotRequired[str | None]


class ToolsOption(TypedDict):
    """The optional parameter `tools`, in place of which some methods take another."""

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
        | None
    ]


class Params(Needed, Options, ToolsOption):
    """All parameters but `stream`.

    Args:
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


OPERATION: Final[StreamingOperation[Response, ResponseStreamEvent]] = (
    StreamingOperation(
        name="create_response",
        method_path="responses.create",
        method="POST",
        path="/responses",
        response=Response,
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
            "input",
        ),
        types={
            "model": frozenset({str}),
            "input": frozenset({list, str}),
            "instructions": frozenset({str}),
            "stream": frozenset({bool}),
            "temperature": frozenset({float, int}),
            "top_p": frozenset({float, int}),
            "max_output_tokens": frozenset({int}),
            "max_tokens": frozenset({int}),
            "tools": frozenset({list}),
            "tool_choice": frozenset({dict, str}),
            "max_tool_calls": frozenset({int}),
            "parallel_tool_calls": frozenset({bool}),
            "reasoning": frozenset({dict}),
            "text": frozenset({dict}),
            "store": frozenset({bool}),
            "previous_response_id": frozenset({str}),
            "truncation": frozenset({str}),
            "metadata": frozenset({dict}),
            "compression": frozenset({dict}),
            "include": frozenset({list}),
            "background": frozenset({bool}),
            "service_tier": frozenset({str}),
            "prompt_cache_key": frozenset({str}),
            "safety_identifier": frozenset({str}),
            "top_logprobs": frozenset({int}),
            "user": frozenset({str}),
        },
        ranges={
            "temperature": (0, 2),
            "top_p": (0, 1),
            "max_output_tokens": (1, None),
            "max_tokens": (1, None),
            "max_tool_calls": (1, None),
            "top_logprobs": (0, 20),
        },
        body="ResponseRequest",
        items={
            "input": Items(
                types=frozenset({dict}),
                members={
                    "content": frozenset({NoneType, list, str}),
                    "role": frozenset({NoneType, str}),
                },
            ),
            "tools": Items(types=frozenset({dict})),
            "metadata": Items(types=frozenset({str})),
            "include": Items(types=frozenset({str})),
        },
        not_empty=("model",),
        has_body=True,
        event_decoder=tagged(
            "type",
            {
                "response.created": ResponseCreatedEvent,
                "response.queued": ResponseQueuedEvent,
                "response.in_progress": ResponseInProgressEvent,
                "response.completed": ResponseCompletedEvent,
                "response.incomplete": ResponseIncompleteEvent,
                "response.failed": ResponseFailedEvent,
                "response.output_item.added": ResponseOutputItemAddedEvent,
                "response.output_item.done": ResponseOutputItemDoneEvent,
                "response.content_part.added": ResponseContentPartAddedEvent,
                "response.content_part.done": ResponseContentPartDoneEvent,
                "response.output_text.delta": ResponseTextDeltaEvent,
                "response.output_text.done": ResponseTextDoneEvent,
                "response.output_text.annotation.added": ResponseAnnotationAddedEvent,
                "response.refusal.delta": ResponseRefusalDeltaEvent,
                "response.refusal.done": ResponseRefusalDoneEvent,
                "response.function_call_arguments.delta": ResponseArgumentsDeltaEvent,
                "response.function_call_arguments.done": ResponseArgumentsDoneEvent,
                "response.reasoning_summary_part.added": ResponseSummaryPartAddedEvent,
                "response.reasoning_summary_part.done": ResponseSummaryPartDoneEvent,
                "response.reasoning_summary_text.delta": ResponseSummaryTextDeltaEvent,
                "response.reasoning_summary_text.done": ResponseSummaryTextDoneEvent,
                "response.reasoning_text.delta": ResponseReasoningTextDeltaEvent,
                "response.reasoning_text.done": ResponseReasoningTextDoneEvent,
            },
            OtherResponseStreamEvent,
        ),
        event_members=("type",),
        event_tag="type",
        stream_parameter="stream",
        stream_end=frozenset(
            ["response.completed", "response.incomplete", "response.failed", "[DONE]"]
        ),
    )
)


def _arguments(
    *,
    body: ResponseRequest | ResponseRequestDict,
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
    body: ResponseRequest | ResponseRequestDict,
) -> types.Response[Response | ErrorResponse]:
    """Create a model's answer to an input, in the form of OpenAI's Responses API.

    Send an input and receive the items that the model generates. With `stream` set, the answer
    is a stream of typed events, the last of which is `response.completed`,
    `response.incomplete` or `response.failed`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Responses API: the input, the model, and how to answer.

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
    body: ResponseRequest | ResponseRequestDict,
) -> Response | ErrorResponse | None:
    """Create a model's answer to an input, in the form of OpenAI's Responses API.

    Send an input and receive the items that the model generates. With `stream` set, the answer
    is a stream of typed events, the last of which is `response.completed`,
    `response.incomplete` or `response.failed`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Responses API: the input, the model, and how to answer.

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
    body: ResponseRequest | ResponseRequestDict,
) -> types.Response[Response | ErrorResponse]:
    """Create a model's answer to an input, in the form of OpenAI's Responses API.

    Send an input and receive the items that the model generates. With `stream` set, the answer
    is a stream of typed events, the last of which is `response.completed`,
    `response.incomplete` or `response.failed`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Responses API: the input, the model, and how to answer.

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
    body: ResponseRequest | ResponseRequestDict,
) -> Response | ErrorResponse | None:
    """Create a model's answer to an input, in the form of OpenAI's Responses API.

    Send an input and receive the items that the model generates. With `stream` set, the answer
    is a stream of typed events, the last of which is `response.completed`,
    `response.incomplete` or `response.failed`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Responses API: the input, the model, and how to answer.

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
    body: ResponseRequest | ResponseRequestDict,
) -> Iterator[ResponseStreamEvent]:
    """Create a model's answer to an input, in the form of OpenAI's Responses API.

    Send an input and receive the items that the model generates. With `stream` set, the answer
    is a stream of typed events, the last of which is `response.completed`,
    `response.incomplete` or `response.failed`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Responses API: the input, the model, and how to answer.

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
    body: ResponseRequest | ResponseRequestDict,
) -> AsyncIterator[ResponseStreamEvent]:
    """Create a model's answer to an input, in the form of OpenAI's Responses API.

    Send an input and receive the items that the model generates. With `stream` set, the answer
    is a stream of typed events, the last of which is `response.completed`,
    `response.incomplete` or `response.failed`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a request to the
            Responses API: the input, the model, and how to answer.

    Yields each event as it arrives; leaving early closes the connection.

    Raises:
        errors.UnexpectedStatus: The status is not 200.
        errors.StreamError: An event is an error of the server, or invalid JSON.
        errors.IncompleteStream: The body ended before the event that ends a complete stream.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return stream_events_asyncio(OPERATION, client, _arguments(body=body, stream=True))
