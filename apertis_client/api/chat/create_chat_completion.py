# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.


"""POST /chat/completions"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

from ... import errors
from ..._runtime.event_stream import ModelDecoder
from ..._runtime.json_body import encode_body
from ..._runtime.json_object import is_object
from ..._runtime.operation import StreamingOperation
from ...errors import has_content

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient
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
    from ...models.thinking_config import ThinkingConfig, ThinkingConfigDict
    from ...models.tool_choice_mode import ToolChoiceMode
    from ...models.tool_message import ToolMessage, ToolMessageDict
    from ...models.user_message import UserMessage, UserMessageDict
    from ...models.verbosity import Verbosity
    from ...models.web_content_length import WebContentLength
    from ...models.web_search_options import WebSearchOptions, WebSearchOptionsDict
    from ...types import Response
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
    """What the operation cannot do without."""

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
        ]
    ]


class Options(TypedDict):
    """What the operation takes beside it, but what has a class of its own."""

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
    logit_bias: NotRequired[Mapping[str, int] | None]
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
    """The option `response_format`, for which some methods take something else."""

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
    """The option `tools`, for which some methods take something else."""

    tools: NotRequired[
        Sequence[
            FunctionTool | FunctionToolDict | CustomTool | CustomToolDict | OtherTool
        ]
        | None
    ]


class AudioOption(TypedDict):
    """The option `audio`, for which some methods take something else."""

    audio: NotRequired[AudioConfig | AudioConfigDict | None]


class Params(Needed, Options, ResponseFormatOption, ToolsOption, AudioOption):
    """Everything that the operation takes; `stream`, which decides what it gives back, stands apart.

    Args:
        model: Id of the model, for example `gpt-4.1`, `gpt-5.4` or
            `claude-haiku-4-5-20250501`. Ids are case-sensitive and any may be given; `GET
            /models` lists those of the key. The suffix `:web` adds web search, `:free` takes the
            free tier; the two cannot be combined.
        messages: The conversation so far, oldest message first. At least 1 item.
        temperature: How freely the model picks its words: low is focused, high is varied.
            Change this or `top_p`, not both. Range: 0.0 to 2.0. Default of the server: 1.
        max_tokens: Most tokens to generate; the model's own limit applies too. OpenAI's
            o-series models refuse it and take `max_completion_tokens`. At least 1.
        top_p: Nucleus sampling: only the most likely tokens whose probabilities add up to
            this share are considered. Range: 0.0 to 1.0. Default of the server: 1.
        frequency_penalty: Above 0, tokens become less likely the more often they have already
            appeared. Range: -2.0 to 2.0. Default of the server: 0.
        presence_penalty: Above 0, tokens that have already appeared become less likely, which
            favours new topics. Range: -2.0 to 2.0. Default of the server: 0.
        stop: One or several texts at which the model stops. The text itself is not part of
            the answer. Null is the same as none.
        n: How many choices to generate. Every choice is billed. Not all models can give more
            than one. Range: 1 to 128. Default of the server: 1.
        stream: Send the answer as a stream of chunks, as it is generated. Default of the
            server: false.
        stream_options: Options for a stream. Only with `stream` set.
        seed: With the same seed and the same parameters a model tries to repeat its answer,
            without a guarantee. `system_fingerprint` of the answer tells whether the backend has
            changed.
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
        parallel_tool_calls: Let the model call several tools in one message. Only with
            `tools`. Default of the server: true.
        max_completion_tokens: Most tokens to generate, those spent on reasoning included.
        top_k: Sample only among this many of the most likely tokens. Not all providers know
            it.
        reasoning: Reasoning mode, for models such as GLM. For OpenAI's reasoning models use
            `reasoning_effort`.
        reasoning_effort: How much a reasoning model thinks before it answers. Less is faster
            and uses fewer tokens. Not every model knows every value. Default of the server:
            "medium".
        thinking: Extended thinking of Claude and Gemini models.
        google: Options that only Gemini models read.
        enable_thinking: Switches thinking on or off, for models whose provider reads this
            field.
        modalities: What the model puts out; left out, text only. For speech ask for `text`
            and `audio`, with `audio` set too.
        audio: Voice and format of spoken output. Only with `audio` among `modalities`.
        web_search: Switches web search on or off, for models and gateways that read this
            field; it is sent as it stands. The gateway's own switch is the suffix `:web` on the
            model id, as in `gpt-4.1:web`.
        web_results_count: How many web results the model is given. Only with `:web` models.
            Range: 1 to 10. Default of the server: 5.
        web_content_length: How much text of each web result the model is given. Only with
            `:web` models. Default of the server: "medium".
        web_search_options: Web search of models named `*-search-api` and `*-search-preview`;
            others ignore it. Do not combine it with `web_results_count` or `web_content_length`.
        fallback_models: Ids of models to try when `model` fails, in this order. Only with
            `fallback_enabled` set. If all fail, the error of the last one is returned. At most 5
            items.
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
        verbosity: How long-winded the answer is. For OpenAI models that know it. Default of
            the server: "medium".
        prediction: Text that most of the answer is expected to repeat, such as a file being
            edited; what matches comes faster. For OpenAI models that know it.
        prompt_cache_key: Groups requests that begin alike, so that the provider's prompt
            cache serves them better. For OpenAI models.
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


OPERATION: Final = StreamingOperation(
    name="create_chat_completion",
    method="POST",
    path="/chat/completions",
    answer=ChatCompletion,
    parameters=frozenset(Params.__annotations__),
    required=(
        "model",
        "messages",
    ),
    arrays=frozenset(
        [
            "messages",
            "tools",
            "modalities",
            "fallback_models",
            "functions",
        ]
    ),
    has_body=True,
    event=ChatCompletionChunk,
    stream_parameter="stream",
    stream_end=b"[DONE]",
)


def _get_kwargs(
    *,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
    stream: bool = False,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "post",
        "url": OPERATION.url_path({}),
    }
    headers: dict[str, str] = {"Accept": "text/event-stream"} if stream else {}
    headers["Content-Type"] = "application/json"
    kwargs["content"] = encode_body(body, {"stream": True} if stream else None)
    kwargs["headers"] = headers
    return kwargs


def _parsed(
    client: AuthenticatedClient, response: httpx.Response
) -> ChatCompletion | ErrorResponse | None:
    try:
        content: Any = json.loads(response.content.decode(errors="replace"))
    except (ValueError, RecursionError):
        content = None
    status = response.status_code
    if is_object(content):
        if 200 <= status < 300 and has_content(content.get("error")):
            return ErrorResponse.adopt(content)
        if status == 200:
            return ChatCompletion.adopt(content)
        if status == 400:
            return ErrorResponse.adopt(content)
        if status == 401:
            return ErrorResponse.adopt(content)
        if status == 402:
            return ErrorResponse.adopt(content)
        if status == 403:
            return ErrorResponse.adopt(content)
        if status == 404:
            return ErrorResponse.adopt(content)
        if status == 408:
            return ErrorResponse.adopt(content)
        if status == 409:
            return ErrorResponse.adopt(content)
        if status == 413:
            return ErrorResponse.adopt(content)
        if status == 422:
            return ErrorResponse.adopt(content)
        if status == 429:
            return ErrorResponse.adopt(content)
        if status == 500:
            return ErrorResponse.adopt(content)
        if status == 502:
            return ErrorResponse.adopt(content)
        if status == 503:
            return ErrorResponse.adopt(content)
        if status == 529:
            return ErrorResponse.adopt(content)
    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(status, response.content)
    return None


def _detailed(
    client: AuthenticatedClient, response: httpx.Response
) -> Response[ChatCompletion | ErrorResponse]:
    from ...types import Response

    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parsed(client, response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> Response[ChatCompletion | ErrorResponse]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer
    is a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat
            completion: the conversation, the model, and how to answer. Leave out what is not
            wanted. Which options have an effect depends on the model.

    Returns the typed answer with its status and headers.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    response = client.get_httpx_client().request(
        **_get_kwargs(
            body=body,
        )
    )
    return _detailed(client, response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> ChatCompletion | ErrorResponse | None:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer
    is a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat
            completion: the conversation, the model, and how to answer. Leave out what is not
            wanted. Which options have an effect depends on the model.

    Returns the typed answer; None where it is not one that the spec documents.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> Response[ChatCompletion | ErrorResponse]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer
    is a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat
            completion: the conversation, the model, and how to answer. Leave out what is not
            wanted. Which options have an effect depends on the model.

    Returns the typed answer with its status and headers.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    response = await client.get_async_httpx_client().request(
        **_get_kwargs(
            body=body,
        )
    )
    return _detailed(client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> ChatCompletion | ErrorResponse | None:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer
    is a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat
            completion: the conversation, the model, and how to answer. Leave out what is not
            wanted. Which options have an effect depends on the model.

    Returns the typed answer; None where it is not one that the spec documents.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed


def _decoder(
    response: httpx.Response, body: bytes
) -> ModelDecoder[ChatCompletionChunk]:
    """Return what reads the stream; `body` is that of an answer which says that it is none."""
    if response.status_code != 200:
        raise errors.UnexpectedStatus(response.status_code, body)
    if body:
        raise errors.StreamError("the answer is no stream", body)
    return ModelDecoder(ChatCompletionChunk, OPERATION.stream_end)


def _is_stream(response: httpx.Response) -> bool:
    media_type: str = response.headers.get("content-type", "").lower()
    named_otherwise = media_type.startswith(("application/json", "text/html"))
    return response.status_code == 200 and not named_otherwise


def stream(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> Iterator[ChatCompletionChunk]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer
    is a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat
            completion: the conversation, the model, and how to answer. Leave out what is not
            wanted. Which options have an effect depends on the model.

    Yields each event as it arrives; leaving early closes the connection.

    Raises:
        errors.UnexpectedStatus: The server answered with another status than 200.
        errors.StreamError: An event is an error of the server, or torn JSON.
        errors.IncompleteStream: The body ended before the event that says it is complete.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    with client.get_httpx_client().stream(
        **_get_kwargs(body=body, stream=True)
    ) as response:
        decoder = _decoder(response, b"" if _is_stream(response) else response.read())
        for piece in response.iter_bytes():
            yield from decoder.feed(piece)
            if decoder.complete:
                return
        yield from decoder.finish()


async def stream_asyncio(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | ChatCompletionRequestDict,
) -> AsyncIterator[ChatCompletionChunk]:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer
    is a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The body of a chat
            completion: the conversation, the model, and how to answer. Leave out what is not
            wanted. Which options have an effect depends on the model.

    Yields each event as it arrives; leaving early closes the connection.

    Raises:
        errors.UnexpectedStatus: The server answered with another status than 200.
        errors.StreamError: An event is an error of the server, or torn JSON.
        errors.IncompleteStream: The body ended before the event that says it is complete.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    async with client.get_async_httpx_client().stream(
        **_get_kwargs(body=body, stream=True)
    ) as response:
        decoder = _decoder(
            response, b"" if _is_stream(response) else await response.aread()
        )
        async for piece in response.aiter_bytes():
            for event in decoder.feed(piece):
                yield event
            if decoder.complete:
                return
        for event in decoder.finish():
            yield event
