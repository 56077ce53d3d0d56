# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /chat/completions"""

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
from ..._runtime.json_object import object_of
from ..._runtime.operation import Items, StreamingOperation

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
    from ...models import ChatCompletionChunk
    from ...models.allowed_tools_tool_choice import (
        AllowedToolsToolChoice,
        AllowedToolsToolChoiceDict,
    )
    from ...models.assistant_message import AssistantMessage, AssistantMessageDict
    from ...models.audio_config import AudioConfig, AudioConfigDict
    from ...models.chat_completion_message import (
        ChatCompletionMessage,
    )
    from ...models.chat_completion_request import (
        ChatCompletionRequest,
        ChatCompletionRequestDict,
    )
    from ...models.compression_config import CompressionConfig, CompressionConfigDict
    from ...models.custom_tool import CustomTool, CustomToolDict
    from ...models.developer_message import DeveloperMessage, DeveloperMessageDict
    from ...models.function_call_mode import FunctionCallMode
    from ...models.function_call_option import (
        FunctionCallOption,
        FunctionCallOptionDict,
    )
    from ...models.function_definition import FunctionDefinition, FunctionDefinitionDict
    from ...models.function_message import FunctionMessage, FunctionMessageDict
    from ...models.function_tool import FunctionTool, FunctionToolDict
    from ...models.google_config import GoogleConfig, GoogleConfigDict
    from ...models.modality import Modality
    from ...models.moderation_options import ModerationOptions, ModerationOptionsDict
    from ...models.named_custom_tool_choice import (
        NamedCustomToolChoice,
        NamedCustomToolChoiceDict,
    )
    from ...models.named_function_tool_choice import (
        NamedFunctionToolChoice,
        NamedFunctionToolChoiceDict,
    )
    from ...models.other_response_format import (
        OtherResponseFormat,
    )
    from ...models.other_tool import OtherTool
    from ...models.other_tool_choice import OtherToolChoice
    from ...models.prediction_content import PredictionContent, PredictionContentDict
    from ...models.prompt_cache_options import (
        PromptCacheOptions,
        PromptCacheOptionsDict,
    )
    from ...models.prompt_cache_retention import PromptCacheRetention
    from ...models.reasoning_config import ReasoningConfig, ReasoningConfigDict
    from ...models.reasoning_effort import ReasoningEffort
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
    from ...models.service_tier import ServiceTier
    from ...models.stream_options import StreamOptions, StreamOptionsDict
    from ...models.system_message import SystemMessage, SystemMessageDict
    from ...models.text_message import TextMessage, TextMessageDict
    from ...models.thinking_config import ThinkingConfig, ThinkingConfigDict
    from ...models.tool_choice_mode import ToolChoiceMode
    from ...models.tool_message import ToolMessage, ToolMessageDict
    from ...models.user_message import UserMessage, UserMessageDict
    from ...models.verbosity import Verbosity
    from ...models.web_content_length import WebContentLength
    from ...models.web_search_options import WebSearchOptions, WebSearchOptionsDict
from ...models.chat_completion import ChatCompletion
from ...models.chat_completion_chunk import ChatCompletionChunk
from ...models.error_response import ErrorResponse

__all__ = [
    "OPERATION",
    "Needed",
    "Options",
    "ResponseFormatOption",
    "ToolsOption",
    "AudioOption",
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
    messages: Required[
        Sequence[
            DeveloperMessage
            | DeveloperMessageDict
            | SystemMessage
            | SystemMessageDict
            | UserMessage
            | UserMessageDict
            | AssistantMessage
            | AssistantMessageDict
            | ToolMessage
            | ToolMessageDict
            | FunctionMessage
            | FunctionMessageDict
            | ChatCompletionMessage
            | TextMessage
            | TextMessageDict
        ]
    ]


class Options(TypedDict):
    """The optional parameters that have no class of their own."""

    temperature: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    top_p: NotRequired[float | None]
    frequency_penalty: NotRequired[float | None]
    presence_penalty: NotRequired[float | None]
    stop: NotRequired[Sequence[str] | str | None]
    n: NotRequired[int | None]
    stream_options: NotRequired[StreamOptions | StreamOptionsDict | None]
    seed: NotRequired[int | None]
    user: NotRequired[str | None]
    logit_bias: NotRequired[Mapping[str, float] | None]
    logprobs: NotRequired[bool | None]
    top_logprobs: NotRequired[int | None]
    tool_choice: NotRequired[
        ToolChoiceMode
        | str
        | NamedFunctionToolChoice
        | NamedFunctionToolChoiceDict
        | NamedCustomToolChoice
        | NamedCustomToolChoiceDict
        | AllowedToolsToolChoice
        | AllowedToolsToolChoiceDict
        | OtherToolChoice
        | None
    ]
    parallel_tool_calls: NotRequired[bool | None]
    max_completion_tokens: NotRequired[int | None]
    top_k: NotRequired[int | None]
    reasoning: NotRequired[ReasoningConfig | ReasoningConfigDict | None]
    reasoning_effort: NotRequired[ReasoningEffort | str | None]
    thinking: NotRequired[ThinkingConfig | ThinkingConfigDict | None]
    google: NotRequired[GoogleConfig | GoogleConfigDict | None]
    enable_thinking: NotRequired[bool | None]
    modalities: NotRequired[Sequence[Modality | str] | None]
    web_search: NotRequired[bool | None]
    web_results_count: NotRequired[int | None]
    web_content_length: NotRequired[WebContentLength | str | None]
    web_search_options: NotRequired[WebSearchOptions | WebSearchOptionsDict | None]
    fallback_models: NotRequired[Sequence[str] | None]
    fallback_timeout: NotRequired[int | None]
    fallback_enabled: NotRequired[bool | None]
    compression: NotRequired[CompressionConfig | CompressionConfigDict | None]
    service_tier: NotRequired[ServiceTier | str | None]
    store: NotRequired[bool | None]
    metadata: NotRequired[Mapping[str, str] | None]
    verbosity: NotRequired[Verbosity | str | None]
    prediction: NotRequired[PredictionContent | PredictionContentDict | None]
    prompt_cache_key: NotRequired[str | None]
    prompt_cache_retention: NotRequired[PromptCacheRetention | str | None]
    prompt_cache_options: NotRequired[
        PromptCacheOptions | PromptCacheOptionsDict | None
    ]
    safety_identifier: NotRequired[str | None]
    moderation: NotRequired[ModerationOptions | ModerationOptionsDict | None]
    functions: NotRequired[Sequence[FunctionDefinition | FunctionDefinitionDict] | None]
    function_call: NotRequired[
        FunctionCallMode | str | FunctionCallOption | FunctionCallOptionDict | None
    ]


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


class ToolsOption(TypedDict):
    """The optional parameter `tools`, in place of which some methods take another."""

    tools: NotRequired[
        Sequence[
            FunctionTool | FunctionToolDict | CustomTool | CustomToolDict | OtherTool
        ]
        | None
    ]


class AudioOption(TypedDict):
    """The optional parameter `audio`, in place of which some methods take another."""

    audio: NotRequired[AudioConfig | AudioConfigDict | None]


class Params(Needed, Options, ResponseFormatOption, ToolsOption, AudioOption):
    """All parameters but `stream`.

    Args:
        model: Id of the model, for example `gpt-4.1`, `gpt-5.4` or `claude-haiku-4-5-20250501`.
            Ids are case-sensitive and any may be given; `GET /models` lists those of the key.
            The suffix `:web` adds web search, `:free` takes the free tier; the two cannot be
            combined. At least 1 character.
        messages: The conversation so far, oldest message first. At least 1 item.
        temperature: How freely the model picks its words: low is focused, high is varied.
            Change this or `top_p`, not both. Range: 0.0 to 2.0. Default of the server: 1.
        max_tokens: Most tokens to generate; the model's own limit applies too. OpenAI's
            o-series models refuse it and take `max_completion_tokens`. At least 1.
        top_p: Nucleus sampling: only the most likely tokens whose probabilities add up to this
            share are considered. Range: 0.0 to 1.0. Default of the server: 1.
        frequency_penalty: Above 0, tokens become less likely the more often they have already
            appeared. Range: -2.0 to 2.0. Default of the server: 0.
        presence_penalty: Above 0, tokens that have already appeared become less likely, which
            favours new topics. Range: -2.0 to 2.0. Default of the server: 0.
        stop: One or several texts at which the model stops. The text itself is not part of the
            answer. Null is the same as none. List: at most 4 items.
        n: How many choices to generate. Every choice is billed. Not all models can give more
            than one. Range: 1 to 128. Default of the server: 1.
        stream: Send the answer as a stream of chunks, as it is generated. Default of the
            server: false.
        stream_options: Options for a stream. Only with `stream` set.
        seed: With the same seed and the same parameters a model tries to repeat its answer,
            without a guarantee. `system_fingerprint` of the answer tells whether the backend
            has changed.
        user: Id of your end user, to help find abuse.
        logit_bias: Makes single tokens more or less likely, by token id.
        logprobs: Return the log probabilities of the generated tokens, in `logprobs` of each
            choice. Default of the server: false.
        top_logprobs: How many of the most likely tokens to return at each position. Only with
            `logprobs` set. Range: 0 to 20.
        response_format: The form the answer must have: text, a JSON object, or JSON that
            follows a schema.
        tools: The tools that the model may call.
        tool_choice: Whether the model may, must or must not call tools, or which one it must
            call. Left out, it is `auto` with `tools` and `none` without.
        parallel_tool_calls: Let the model call several tools in one message. Only with `tools`.
            Default of the server: true.
        max_completion_tokens: Most tokens to generate, those spent on reasoning included.
        top_k: Sample only among this many of the most likely tokens. Not all providers know it.
        reasoning: Reasoning mode, for models such as GLM. For OpenAI's reasoning models use
            `reasoning_effort`.
        reasoning_effort: How much a reasoning model thinks before it answers. Less is faster
            and uses fewer tokens. Not every model knows every value. Default of the server:
            "medium".
        thinking: Extended thinking of Claude and Gemini models.
        google: Options that only Gemini models read.
        enable_thinking: Switches thinking on or off, for models whose provider reads this
            field.
        modalities: What the model puts out; left out, text only. For speech ask for `text` and
            `audio`, with `audio` set too.
        audio: Voice and format of spoken output. Only with `audio` among `modalities`.
        web_search: Switches web search on or off, for models and gateways that read this field;
            it is sent as it stands. The gateway's own switch is the suffix `:web` on the model
            id, as in `gpt-4.1:web`.
        web_results_count: How many web results the model is given. Only with `:web` models.
            Range: 1 to 10. Default of the server: 5.
        web_content_length: How much text of each web result the model is given. Only with
            `:web` models. Default of the server: "medium".
        web_search_options: Web search of models named `*-search-api` and `*-search-preview`;
            others ignore it. Do not combine it with `web_results_count` or
            `web_content_length`.
        fallback_models: Ids of models to try when `model` fails, in this order. Only with
            `fallback_enabled` set. If all fail, the error of the last one is returned. At most
            5 items.
        fallback_timeout: How long to wait for each model before the next is tried, in
            milliseconds. Left out, the gateway decides, at present 15 seconds. Only with
            `fallback_enabled` set. Range: 5000 to 300000.
        fallback_enabled: Use `fallback_models`. The headers `X-Fallback-Used` and
            `X-Actual-Model` of the answer tell what happened. Default of the server: false.
        compression: Shortens a long conversation before the model sees it. The headers
            `X-Compression-*` of the answer tell what it saved.
        service_tier: Class of service at the provider, which decides speed and price. For
            OpenAI models. Default of the server: "auto".
        store: Let the provider keep the answer, for its own tools. For OpenAI models. Default
            of the server: false.
        metadata: Your own notes, kept with a stored answer. For OpenAI models.
        verbosity: How long the answer is. For OpenAI models that know it. Default of the
            server: "medium".
        prediction: Text that most of the answer is expected to repeat, such as a file being
            edited; what matches comes faster. For OpenAI models that know it.
        prompt_cache_key: Groups requests that begin alike, so that the provider's prompt cache
            serves them better. For OpenAI models.
        prompt_cache_retention: How long the provider's prompt cache keeps the prompt.
            `prompt_cache_options` takes its place. For OpenAI models. Deprecated.
        prompt_cache_options: How the provider's prompt cache treats the prompt. For OpenAI
            models.
        safety_identifier: A stable id of your end user, to help find breaches of the usage
            policies. Hash names and addresses first. For OpenAI models. At most 64 characters.
        moderation: Has the provider moderate the request and the answer. For OpenAI models.
        functions: The functions that the model may call. `tools` takes its place. 1 to 128
            items. Deprecated.
        function_call: Whether the model may call a function, or which one it must call.
            `tool_choice` takes its place. Deprecated.
    """


OPERATION: Final[StreamingOperation[ChatCompletion, ChatCompletionChunk]] = (
    StreamingOperation(
        name="create_chat_completion",
        method_path="chat.completions.create",
        method="POST",
        path="/chat/completions",
        response=ChatCompletion,
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
        ),
        types={
            "model": frozenset({str}),
            "messages": frozenset({list}),
            "temperature": frozenset({float, int}),
            "max_tokens": frozenset({int}),
            "top_p": frozenset({float, int}),
            "frequency_penalty": frozenset({float, int}),
            "presence_penalty": frozenset({float, int}),
            "stop": frozenset({NoneType, list, str}),
            "n": frozenset({int}),
            "stream": frozenset({bool}),
            "stream_options": frozenset({dict}),
            "seed": frozenset({int}),
            "user": frozenset({str}),
            "logit_bias": frozenset({dict}),
            "logprobs": frozenset({bool}),
            "top_logprobs": frozenset({int}),
            "response_format": frozenset({dict}),
            "tools": frozenset({list}),
            "tool_choice": frozenset({dict, str}),
            "parallel_tool_calls": frozenset({bool}),
            "max_completion_tokens": frozenset({int}),
            "top_k": frozenset({int}),
            "reasoning": frozenset({dict}),
            "reasoning_effort": frozenset({str}),
            "thinking": frozenset({dict}),
            "google": frozenset({dict}),
            "enable_thinking": frozenset({bool}),
            "modalities": frozenset({list}),
            "audio": frozenset({dict}),
            "web_search": frozenset({bool}),
            "web_results_count": frozenset({int}),
            "web_content_length": frozenset({str}),
            "web_search_options": frozenset({dict}),
            "fallback_models": frozenset({list}),
            "fallback_timeout": frozenset({int}),
            "fallback_enabled": frozenset({bool}),
            "compression": frozenset({dict}),
            "service_tier": frozenset({str}),
            "store": frozenset({bool}),
            "metadata": frozenset({dict}),
            "verbosity": frozenset({str}),
            "prediction": frozenset({dict}),
            "prompt_cache_key": frozenset({str}),
            "prompt_cache_retention": frozenset({str}),
            "prompt_cache_options": frozenset({dict}),
            "safety_identifier": frozenset({str}),
            "moderation": frozenset({dict}),
            "functions": frozenset({list}),
            "function_call": frozenset({dict, str}),
        },
        ranges={
            "temperature": (0, 2),
            "max_tokens": (1, None),
            "top_p": (0, 1),
            "frequency_penalty": (-2, 2),
            "presence_penalty": (-2, 2),
            "n": (1, 128),
            "top_logprobs": (0, 20),
            "web_results_count": (1, 10),
            "fallback_timeout": (5000, 300000),
        },
        body="ChatCompletionRequest",
        items={
            "messages": Items(
                types=frozenset({dict}),
                members={
                    "content": frozenset({NoneType, list, str}),
                    "role": frozenset({NoneType, str}),
                },
            ),
            "stop": Items(types=frozenset({str})),
            "logit_bias": Items(types=frozenset({float, int})),
            "tools": Items(types=frozenset({dict})),
            "modalities": Items(types=frozenset({str})),
            "fallback_models": Items(types=frozenset({str})),
            "metadata": Items(types=frozenset({str})),
            "functions": Items(
                types=frozenset({dict}),
                members={
                    "description": frozenset({str}),
                    "name": frozenset({str}),
                    "parameters": frozenset({dict}),
                    "strict": frozenset({NoneType, bool}),
                },
            ),
        },
        not_empty=("model",),
        has_body=True,
        event_decoder=object_of(ChatCompletionChunk),
        event_members=("choices",),
        stream_parameter="stream",
        stream_end=frozenset(["[DONE]"]),
    )
)


def _arguments(
    *,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
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
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> types.Response[ChatCompletion | ErrorResponse]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer is
    a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat completion:
            the conversation, the model, and how to answer. Leave out what is not wanted. Which
            options have an effect depends on the model.

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
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> ChatCompletion | ErrorResponse | None:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer is
    a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat completion:
            the conversation, the model, and how to answer. Leave out what is not wanted. Which
            options have an effect depends on the model.

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
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> types.Response[ChatCompletion | ErrorResponse]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer is
    a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat completion:
            the conversation, the model, and how to answer. Leave out what is not wanted. Which
            options have an effect depends on the model.

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
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> ChatCompletion | ErrorResponse | None:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer is
    a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat completion:
            the conversation, the model, and how to answer. Leave out what is not wanted. Which
            options have an effect depends on the model.

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
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> Iterator[ChatCompletionChunk]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer is
    a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat completion:
            the conversation, the model, and how to answer. Leave out what is not wanted. Which
            options have an effect depends on the model.

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
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> AsyncIterator[ChatCompletionChunk]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer is
    a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat completion:
            the conversation, the model, and how to answer. Leave out what is not wanted. Which
            options have an effect depends on the model.

    Yields each event as it arrives; leaving early closes the connection.

    Raises:
        errors.UnexpectedStatus: The status is not 200.
        errors.StreamError: An event is an error of the server, or invalid JSON.
        errors.IncompleteStream: The body ended before the event that ends a complete stream.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return stream_events_asyncio(OPERATION, client, _arguments(body=body, stream=True))
