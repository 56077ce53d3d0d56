# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.chat`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, overload

from apertis_client.api.chat import create_chat_completion

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .._streaming.async_stream import AsyncStream
from .._streaming.awaitable import AwaitableStream
from .._streaming.sync_stream import Stream
from ..chat.async_methods import AsyncCompletionMethods
from ..chat.stream_format import CHUNK_FORMAT
from ..chat.sync_methods import CompletionMethods

if TYPE_CHECKING:
    from typing import Any, NotRequired, Unpack

    import httpx
    from typing_extensions import TypeForm  # whose stubs every type checker has

    from apertis_client.models import (
        AllowedToolsToolChoice,
        AllowedToolsToolChoiceDict,
        AssistantMessage,
        AssistantMessageDict,
        AudioConfig,
        AudioConfigDict,
        ChatCompletion,
        ChatCompletionChunk,
        ChatCompletionMessage,
        CompressionConfig,
        CompressionConfigDict,
        CustomTool,
        CustomToolDict,
        DeveloperMessage,
        DeveloperMessageDict,
        FunctionCallMode,
        FunctionCallOption,
        FunctionCallOptionDict,
        FunctionDefinition,
        FunctionDefinitionDict,
        FunctionMessage,
        FunctionMessageDict,
        FunctionTool,
        FunctionToolDict,
        GoogleConfig,
        GoogleConfigDict,
        Modality,
        ModerationOptions,
        ModerationOptionsDict,
        NamedCustomToolChoice,
        NamedCustomToolChoiceDict,
        NamedFunctionToolChoice,
        NamedFunctionToolChoiceDict,
        OtherResponseFormat,
        OtherTool,
        OtherToolChoice,
        PredictionContent,
        PredictionContentDict,
        PromptCacheOptions,
        PromptCacheOptionsDict,
        PromptCacheRetention,
        ReasoningConfig,
        ReasoningConfigDict,
        ReasoningEffort,
        ResponseFormat,
        ResponseFormatJSONObject,
        ResponseFormatJSONObjectDict,
        ResponseFormatJSONSchema,
        ResponseFormatJSONSchemaDict,
        ResponseFormatText,
        ResponseFormatTextDict,
        ServiceTier,
        StreamOptions,
        StreamOptionsDict,
        SystemMessage,
        SystemMessageDict,
        TextMessage,
        TextMessageDict,
        ThinkingConfig,
        ThinkingConfigDict,
        ToolChoiceMode,
        ToolMessage,
        ToolMessageDict,
        UserMessage,
        UserMessageDict,
        Verbosity,
        WebContentLength,
        WebSearchOptions,
        WebSearchOptionsDict,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .._schema.tool import Tool
    from ..chat.async_completion_stream import AsyncChatCompletionStreamManager
    from ..chat.async_tool_run import AsyncStreamedToolTurn, AsyncToolRun, AsyncToolTurn
    from ..chat.parsed import ParsedChatCompletion
    from ..chat.sync_completion_stream import ChatCompletionStreamManager
    from ..chat.sync_tool_run import StreamedToolTurn, ToolRun, ToolTurn

    class CreateChatCompletionParams(create_chat_completion.Params, RequestOptions):
        """Everything that `chat.completions.create` takes but `stream`."""

    class CreateChatCompletionOtherParams(
        create_chat_completion.Needed,
        create_chat_completion.Options,
        create_chat_completion.AudioOption,
        RequestOptions,
    ):
        """Everything that both of these take but `response_format`."""

    class CreateChatCompletionParseParams(CreateChatCompletionOtherParams):
        """Everything that `parse` and `stream` take but `response_format`."""

        tools: NotRequired[
            Sequence[
                FunctionTool
                | Callable[..., Any]
                | FunctionTool
                | FunctionToolDict
                | CustomTool
                | CustomToolDict
                | OtherTool
            ]
            | None
        ]

    class CreateChatCompletionRunParams(CreateChatCompletionOtherParams):
        """Everything that `run_tools` takes but `response_format` and `stream`."""

        tools: Sequence[Tool[..., Any] | Callable[..., Any]]

        max_turns: NotRequired[int]


__all__ = [
    "AsyncChat",
    "AsyncCompletions",
    "AsyncCompletionsWithRawResponse",
    "AsyncCompletionsWithStreamingResponse",
    "Chat",
    "Completions",
    "CompletionsWithRawResponse",
    "CompletionsWithStreamingResponse",
]

T = TypeVar("T")


CREATE_CHAT_COMPLETION: Final = Method(
    create_chat_completion.OPERATION,
    CHUNK_FORMAT,
)


def create_chat_completion_signature(
    self: Any,
    *,
    model: str,
    messages: Sequence[
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
    ],
    temperature: float | None = None,
    max_tokens: int | None = None,
    top_p: float | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    stop: Sequence[str] | str | None = None,
    n: int | None = None,
    stream_options: StreamOptions | StreamOptionsDict | None = None,
    seed: int | None = None,
    user: str | None = None,
    logit_bias: Mapping[str, float] | None = None,
    logprobs: bool | None = None,
    top_logprobs: int | None = None,
    response_format: ResponseFormatText
    | ResponseFormatTextDict
    | ResponseFormatJSONObject
    | ResponseFormatJSONObjectDict
    | ResponseFormatJSONSchema
    | ResponseFormatJSONSchemaDict
    | OtherResponseFormat
    | None = None,
    tools: Sequence[FunctionTool | FunctionToolDict | CustomTool | CustomToolDict | OtherTool]
    | None = None,
    tool_choice: ToolChoiceMode
    | str
    | NamedFunctionToolChoice
    | NamedFunctionToolChoiceDict
    | NamedCustomToolChoice
    | NamedCustomToolChoiceDict
    | AllowedToolsToolChoice
    | AllowedToolsToolChoiceDict
    | OtherToolChoice
    | None = None,
    parallel_tool_calls: bool | None = None,
    max_completion_tokens: int | None = None,
    top_k: int | None = None,
    reasoning: ReasoningConfig | ReasoningConfigDict | None = None,
    reasoning_effort: ReasoningEffort | str | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    google: GoogleConfig | GoogleConfigDict | None = None,
    enable_thinking: bool | None = None,
    modalities: Sequence[Modality | str] | None = None,
    audio: AudioConfig | AudioConfigDict | None = None,
    web_search: bool | None = None,
    web_results_count: int | None = None,
    web_content_length: WebContentLength | str | None = None,
    web_search_options: WebSearchOptions | WebSearchOptionsDict | None = None,
    fallback_models: Sequence[str] | None = None,
    fallback_timeout: int | None = None,
    fallback_enabled: bool | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    service_tier: ServiceTier | str | None = None,
    store: bool | None = None,
    metadata: Mapping[str, str] | None = None,
    verbosity: Verbosity | str | None = None,
    prediction: PredictionContent | PredictionContentDict | None = None,
    prompt_cache_key: str | None = None,
    prompt_cache_retention: PromptCacheRetention | str | None = None,
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | None = None,
    safety_identifier: str | None = None,
    moderation: ModerationOptions | ModerationOptionsDict | None = None,
    functions: Sequence[FunctionDefinition | FunctionDefinitionDict] | None = None,
    function_call: FunctionCallMode
    | str
    | FunctionCallOption
    | FunctionCallOptionDict
    | None = None,
    stream: bool | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Create a model's answer to a conversation.

    Send the conversation so far and receive the next message. With `stream` set, the answer is
    a stream of server-sent events, each a chunk of the message, ended by `[DONE]`.

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
        stream: Send the answer as a stream of chunks, as it is generated. Default of the
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
    messages: Sequence[
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
    ],
    temperature: float | None = None,
    max_tokens: int | None = None,
    top_p: float | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    stop: Sequence[str] | str | None = None,
    n: int | None = None,
    stream_options: StreamOptions | StreamOptionsDict | None = None,
    seed: int | None = None,
    user: str | None = None,
    logit_bias: Mapping[str, float] | None = None,
    logprobs: bool | None = None,
    top_logprobs: int | None = None,
    tools: Sequence[FunctionTool | FunctionToolDict | CustomTool | CustomToolDict | OtherTool]
    | None = None,
    tool_choice: ToolChoiceMode
    | str
    | NamedFunctionToolChoice
    | NamedFunctionToolChoiceDict
    | NamedCustomToolChoice
    | NamedCustomToolChoiceDict
    | AllowedToolsToolChoice
    | AllowedToolsToolChoiceDict
    | OtherToolChoice
    | None = None,
    parallel_tool_calls: bool | None = None,
    max_completion_tokens: int | None = None,
    top_k: int | None = None,
    reasoning: ReasoningConfig | ReasoningConfigDict | None = None,
    reasoning_effort: ReasoningEffort | str | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    google: GoogleConfig | GoogleConfigDict | None = None,
    enable_thinking: bool | None = None,
    modalities: Sequence[Modality | str] | None = None,
    audio: AudioConfig | AudioConfigDict | None = None,
    web_search: bool | None = None,
    web_results_count: int | None = None,
    web_content_length: WebContentLength | str | None = None,
    web_search_options: WebSearchOptions | WebSearchOptionsDict | None = None,
    fallback_models: Sequence[str] | None = None,
    fallback_timeout: int | None = None,
    fallback_enabled: bool | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    service_tier: ServiceTier | str | None = None,
    store: bool | None = None,
    metadata: Mapping[str, str] | None = None,
    verbosity: Verbosity | str | None = None,
    prediction: PredictionContent | PredictionContentDict | None = None,
    prompt_cache_key: str | None = None,
    prompt_cache_retention: PromptCacheRetention | str | None = None,
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | None = None,
    safety_identifier: str | None = None,
    moderation: ModerationOptions | ModerationOptionsDict | None = None,
    functions: Sequence[FunctionDefinition | FunctionDefinitionDict] | None = None,
    function_call: FunctionCallMode
    | str
    | FunctionCallOption
    | FunctionCallOptionDict
    | None = None,
    response_format: Any = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Create a completion whose text and tool calls are parsed into types of yours.

    `message.parsed` is an instance of `response_format`, and the `parsed_arguments` of a tool
    call are what the tool takes, for functions and for tools made by `tool` and
    `pydantic_function_tool`. The model is held to the strict JSON schema of the type. Needs
    ``apertis[pydantic]``.

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
        ContentFilterFinishReasonError: A content filter cut the completion off.
        LengthFinishReasonError: The completion reached the token limit.
        StructuredOutputError: The completion does not fit the type.
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


def stream_signature(
    self: Any,
    *,
    model: str,
    messages: Sequence[
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
    ],
    temperature: float | None = None,
    max_tokens: int | None = None,
    top_p: float | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    stop: Sequence[str] | str | None = None,
    n: int | None = None,
    stream_options: StreamOptions | StreamOptionsDict | None = None,
    seed: int | None = None,
    user: str | None = None,
    logit_bias: Mapping[str, float] | None = None,
    logprobs: bool | None = None,
    top_logprobs: int | None = None,
    tools: Sequence[FunctionTool | FunctionToolDict | CustomTool | CustomToolDict | OtherTool]
    | None = None,
    tool_choice: ToolChoiceMode
    | str
    | NamedFunctionToolChoice
    | NamedFunctionToolChoiceDict
    | NamedCustomToolChoice
    | NamedCustomToolChoiceDict
    | AllowedToolsToolChoice
    | AllowedToolsToolChoiceDict
    | OtherToolChoice
    | None = None,
    parallel_tool_calls: bool | None = None,
    max_completion_tokens: int | None = None,
    top_k: int | None = None,
    reasoning: ReasoningConfig | ReasoningConfigDict | None = None,
    reasoning_effort: ReasoningEffort | str | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    google: GoogleConfig | GoogleConfigDict | None = None,
    enable_thinking: bool | None = None,
    modalities: Sequence[Modality | str] | None = None,
    audio: AudioConfig | AudioConfigDict | None = None,
    web_search: bool | None = None,
    web_results_count: int | None = None,
    web_content_length: WebContentLength | str | None = None,
    web_search_options: WebSearchOptions | WebSearchOptionsDict | None = None,
    fallback_models: Sequence[str] | None = None,
    fallback_timeout: int | None = None,
    fallback_enabled: bool | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    service_tier: ServiceTier | str | None = None,
    store: bool | None = None,
    metadata: Mapping[str, str] | None = None,
    verbosity: Verbosity | str | None = None,
    prediction: PredictionContent | PredictionContentDict | None = None,
    prompt_cache_key: str | None = None,
    prompt_cache_retention: PromptCacheRetention | str | None = None,
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | None = None,
    safety_identifier: str | None = None,
    moderation: ModerationOptions | ModerationOptionsDict | None = None,
    functions: Sequence[FunctionDefinition | FunctionDefinitionDict] | None = None,
    function_call: FunctionCallMode
    | str
    | FunctionCallOption
    | FunctionCallOptionDict
    | None = None,
    response_format: Any = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Create a completion and follow it by typed events, in an `async with` statement.

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
    messages: Sequence[
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
    ],
    temperature: float | None = None,
    max_tokens: int | None = None,
    top_p: float | None = None,
    frequency_penalty: float | None = None,
    presence_penalty: float | None = None,
    stop: Sequence[str] | str | None = None,
    n: int | None = None,
    stream_options: StreamOptions | StreamOptionsDict | None = None,
    seed: int | None = None,
    user: str | None = None,
    logit_bias: Mapping[str, float] | None = None,
    logprobs: bool | None = None,
    top_logprobs: int | None = None,
    tool_choice: ToolChoiceMode
    | str
    | NamedFunctionToolChoice
    | NamedFunctionToolChoiceDict
    | NamedCustomToolChoice
    | NamedCustomToolChoiceDict
    | AllowedToolsToolChoice
    | AllowedToolsToolChoiceDict
    | OtherToolChoice
    | None = None,
    parallel_tool_calls: bool | None = None,
    max_completion_tokens: int | None = None,
    top_k: int | None = None,
    reasoning: ReasoningConfig | ReasoningConfigDict | None = None,
    reasoning_effort: ReasoningEffort | str | None = None,
    thinking: ThinkingConfig | ThinkingConfigDict | None = None,
    google: GoogleConfig | GoogleConfigDict | None = None,
    enable_thinking: bool | None = None,
    modalities: Sequence[Modality | str] | None = None,
    audio: AudioConfig | AudioConfigDict | None = None,
    web_search: bool | None = None,
    web_results_count: int | None = None,
    web_content_length: WebContentLength | str | None = None,
    web_search_options: WebSearchOptions | WebSearchOptionsDict | None = None,
    fallback_models: Sequence[str] | None = None,
    fallback_timeout: int | None = None,
    fallback_enabled: bool | None = None,
    compression: CompressionConfig | CompressionConfigDict | None = None,
    service_tier: ServiceTier | str | None = None,
    store: bool | None = None,
    metadata: Mapping[str, str] | None = None,
    verbosity: Verbosity | str | None = None,
    prediction: PredictionContent | PredictionContentDict | None = None,
    prompt_cache_key: str | None = None,
    prompt_cache_retention: PromptCacheRetention | str | None = None,
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | None = None,
    safety_identifier: str | None = None,
    moderation: ModerationOptions | ModerationOptionsDict | None = None,
    functions: Sequence[FunctionDefinition | FunctionDefinitionDict] | None = None,
    function_call: FunctionCallMode
    | str
    | FunctionCallOption
    | FunctionCallOptionDict
    | None = None,
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


class Completions(CompletionMethods, Resource):
    """Talk to a model. The answer comes as a whole or as a stream of chunks."""

    @cached_property
    def with_raw_response(self) -> CompletionsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return CompletionsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> CompletionsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return CompletionsWithStreamingResponse(self._engine)

    @overload
    def parse(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateChatCompletionParseParams]
    ) -> ParsedChatCompletion[T]: ...
    @overload
    def parse(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateChatCompletionParseParams],
    ) -> ParsedChatCompletion[None]: ...
    @overload
    def parse(
        self, *, response_format: Any, **params: Unpack[CreateChatCompletionParseParams]
    ) -> ParsedChatCompletion[Any]: ...
    @declared(parse_signature, "ParsedChatCompletion[Any]")
    def parse(self, *path: Any, **params: Any) -> Any:
        """See `parse_signature`."""
        return self._parse(*path, **params)

    @overload
    def stream(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateChatCompletionParseParams]
    ) -> ChatCompletionStreamManager[T]: ...
    @overload
    def stream(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateChatCompletionParseParams],
    ) -> ChatCompletionStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[CreateChatCompletionParseParams]
    ) -> ChatCompletionStreamManager[Any]: ...
    @declared(stream_signature, "ChatCompletionStreamManager[Any]")
    def stream(self, *path: Any, **params: Any) -> Any:
        """See `stream_signature`."""
        return self._stream(*path, **params)

    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[False] | None = None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> ToolRun[T, ToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[True],
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> ToolRun[T, StreamedToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> ToolRun[None, ToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> ToolRun[None, StreamedToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> ToolRun[Any, ToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[True],
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> ToolRun[Any, StreamedToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> ToolRun[Any, Any]: ...
    @declared(run_tools_signature, "ToolRun[Any, ToolTurn[Any] | StreamedToolTurn[Any]]")
    def run_tools(self, *path: Any, **params: Any) -> Any:
        """See `run_tools_signature`."""
        return self._run_tools(*path, **params)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> ChatCompletion: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> Stream[ChatCompletionChunk]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...
    @declared(create_chat_completion_signature, "ChatCompletion | Stream[ChatCompletionChunk]")
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class AsyncCompletions(AsyncCompletionMethods, AsyncResource):
    """Talk to a model. The answer comes as a whole or as a stream of chunks."""

    @cached_property
    def with_raw_response(self) -> AsyncCompletionsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncCompletionsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncCompletionsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncCompletionsWithStreamingResponse(self._engine)

    @overload
    async def parse(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateChatCompletionParseParams]
    ) -> ParsedChatCompletion[T]: ...
    @overload
    async def parse(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateChatCompletionParseParams],
    ) -> ParsedChatCompletion[None]: ...
    @overload
    async def parse(
        self, *, response_format: Any, **params: Unpack[CreateChatCompletionParseParams]
    ) -> ParsedChatCompletion[Any]: ...
    @declared(parse_signature, "Coroutine[Any, Any, ParsedChatCompletion[Any]]")
    async def parse(self, *path: Any, **params: Any) -> Any:
        """See `parse_signature`."""
        return await self._parse(*path, **params)

    @overload
    def stream(
        self, *, response_format: TypeForm[T], **params: Unpack[CreateChatCompletionParseParams]
    ) -> AsyncChatCompletionStreamManager[T]: ...
    @overload
    def stream(
        self,
        *,
        response_format: ResponseFormat | None = None,
        **params: Unpack[CreateChatCompletionParseParams],
    ) -> AsyncChatCompletionStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[CreateChatCompletionParseParams]
    ) -> AsyncChatCompletionStreamManager[Any]: ...
    @declared(stream_signature, "AsyncChatCompletionStreamManager[Any]")
    def stream(self, *path: Any, **params: Any) -> Any:
        """See `stream_signature`."""
        return self._stream(*path, **params)

    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[False] | None = None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> AsyncToolRun[T, AsyncToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[True],
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> AsyncToolRun[T, AsyncStreamedToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> AsyncToolRun[None, AsyncToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> AsyncToolRun[None, AsyncStreamedToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> AsyncToolRun[Any, AsyncToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[True],
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> AsyncToolRun[Any, AsyncStreamedToolTurn[Any]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None,
        **params: Unpack[CreateChatCompletionRunParams],
    ) -> AsyncToolRun[Any, Any]: ...
    @declared(
        run_tools_signature,
        "AsyncToolRun[Any, AsyncToolTurn[Any] | AsyncStreamedToolTurn[Any]]",
        is_coroutine=True,
    )
    def run_tools(self, *path: Any, **params: Any) -> Any:
        """See `run_tools_signature`."""
        return self._run_tools(*path, **params)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> AwaitableStream[ChatCompletionChunk]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]: ...
    @declared(
        create_chat_completion_signature,
        "Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class CompletionsWithRawResponse(RawView):
    """The methods of `Completions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> APIResponse[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> APIResponse[Stream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> APIResponse[ChatCompletion | Stream[ChatCompletionChunk]]: ...
    @declared(
        create_chat_completion_signature,
        "APIResponse[ChatCompletion | Stream[ChatCompletionChunk]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class AsyncCompletionsWithRawResponse(AsyncRawView):
    """The methods of `AsyncCompletions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, APIResponse[ChatCompletion]]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[ChatCompletionChunk]]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, APIResponse[ChatCompletion | AsyncStream[ChatCompletionChunk]]]: ...
    @declared(
        create_chat_completion_signature,
        "Coroutine[Any, Any, APIResponse[ChatCompletion | AsyncStream[ChatCompletionChunk]]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class CompletionsWithStreamingResponse(StreamingView):
    """The methods of `Completions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> StreamingAPIResponseManager[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> StreamingAPIResponseManager[Stream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> StreamingAPIResponseManager[ChatCompletion | Stream[ChatCompletionChunk]]: ...
    @declared(
        create_chat_completion_signature,
        "StreamingAPIResponseManager[ChatCompletion | Stream[ChatCompletionChunk]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class AsyncCompletionsWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncCompletions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> AsyncStreamingAPIResponseManager[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> AsyncStreamingAPIResponseManager[ChatCompletion | AsyncStream[ChatCompletionChunk]]: ...
    @declared(
        create_chat_completion_signature,
        "AsyncStreamingAPIResponseManager[ChatCompletion | AsyncStream[ChatCompletionChunk]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class Chat(Resource):
    """Talk to a model. The answer comes as a whole or as a stream of chunks."""

    @cached_property
    def completions(self) -> Completions:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        return Completions(self._engine)


class AsyncChat(AsyncResource):
    """Talk to a model. The answer comes as a whole or as a stream of chunks."""

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        return AsyncCompletions(self._engine)
