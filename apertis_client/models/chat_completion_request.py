# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionRequest`."""

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

__all__ = ["ChatCompletionRequest", "ChatCompletionRequestDict"]


@model
class ChatCompletionRequest(JSONObject):
    """The body of a chat completion: the conversation, the model, and how to answer. Leave out
    what is not wanted. Which options have an effect depends on the model.

    Attributes:
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

    model: str
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
    ]
    temperature: float | None = None
    max_tokens: int | None = None
    top_p: float | None = None
    frequency_penalty: float | None = None
    presence_penalty: float | None = None
    stop: Sequence[str] | str | None = None
    n: int | None = None
    stream: bool | None = None
    stream_options: StreamOptions | StreamOptionsDict | None = None
    seed: int | None = None
    user: str | None = None
    logit_bias: Mapping[str, float] | None = None
    logprobs: bool | None = None
    top_logprobs: int | None = None
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
    tools: (
        Sequence[
            FunctionTool | FunctionToolDict | CustomTool | CustomToolDict | OtherTool
        ]
        | None
    ) = None
    tool_choice: (
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
    ) = None
    parallel_tool_calls: bool | None = None
    max_completion_tokens: int | None = None
    top_k: int | None = None
    reasoning: ReasoningConfig | ReasoningConfigDict | None = None
    reasoning_effort: ReasoningEffort | str | None = None
    thinking: ThinkingConfig | ThinkingConfigDict | None = None
    google: GoogleConfig | GoogleConfigDict | None = None
    enable_thinking: bool | None = None
    modalities: Sequence[Modality | str] | None = None
    audio: AudioConfig | AudioConfigDict | None = None
    web_search: bool | None = None
    web_results_count: int | None = None
    web_content_length: WebContentLength | str | None = None
    web_search_options: WebSearchOptions | WebSearchOptionsDict | None = None
    fallback_models: Sequence[str] | None = None
    fallback_timeout: int | None = None
    fallback_enabled: bool | None = None
    compression: CompressionConfig | CompressionConfigDict | None = None
    service_tier: ServiceTier | str | None = None
    store: bool | None = None
    metadata: Mapping[str, str] | None = None
    verbosity: Verbosity | str | None = None
    prediction: PredictionContent | PredictionContentDict | None = None
    prompt_cache_key: str | None = None
    prompt_cache_retention: PromptCacheRetention | str | None = None
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | None = None
    safety_identifier: str | None = None
    moderation: ModerationOptions | ModerationOptionsDict | None = None
    functions: Sequence[FunctionDefinition | FunctionDefinitionDict] | None = None
    function_call: (
        FunctionCallMode | str | FunctionCallOption | FunctionCallOptionDict | None
    ) = None


@for_pydantic
class ChatCompletionRequestDict(TypedDict):
    """The plain dict that `ChatCompletionRequest` is made from."""

    model: Required[str]
    """Id of the model, for example `gpt-4.1`, `gpt-5.4` or `claude-haiku-4-5-20250501`. Ids are
    case-sensitive and any may be given; `GET /models` lists those of the key. The suffix `:web`
    adds web search, `:free` takes the free tier; the two cannot be combined. At least 1
    character.
    """
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
    """The conversation so far, oldest message first. At least 1 item."""
    temperature: NotRequired[float]
    """How freely the model picks its words: low is focused, high is varied. Change this or
    `top_p`, not both. Range: 0.0 to 2.0. Default of the server: 1.
    """
    max_tokens: NotRequired[int]
    """Most tokens to generate; the model's own limit applies too. OpenAI's o-series models refuse
    it and take `max_completion_tokens`. At least 1.
    """
    top_p: NotRequired[float]
    """Nucleus sampling: only the most likely tokens whose probabilities add up to this share are
    considered. Range: 0.0 to 1.0. Default of the server: 1.
    """
    frequency_penalty: NotRequired[float]
    """Above 0, tokens become less likely the more often they have already appeared. Range: -2.0 to
    2.0. Default of the server: 0.
    """
    presence_penalty: NotRequired[float]
    """Above 0, tokens that have already appeared become less likely, which favours new topics.
    Range: -2.0 to 2.0. Default of the server: 0.
    """
    stop: NotRequired[Sequence[str] | str | None]
    """One or several texts at which the model stops. The text itself is not part of the answer.
    Null is the same as none. List: at most 4 items.
    """
    n: NotRequired[int]
    """How many choices to generate. Every choice is billed. Not all models can give more than one.
    Range: 1 to 128. Default of the server: 1.
    """
    stream: NotRequired[bool]
    """Send the answer as a stream of chunks, as it is generated. Default of the server: false."""
    stream_options: NotRequired[StreamOptions | StreamOptionsDict]
    """Options for a stream. Only with `stream` set."""
    seed: NotRequired[int]
    """With the same seed and the same parameters a model tries to repeat its answer, without a
    guarantee. `system_fingerprint` of the answer tells whether the backend has changed.
    """
    user: NotRequired[str]
    """Id of your end user, to help find abuse."""
    logit_bias: NotRequired[Mapping[str, float]]
    """Makes single tokens more or less likely, by token id."""
    logprobs: NotRequired[bool]
    """Return the log probabilities of the generated tokens, in `logprobs` of each choice. Default
    of the server: false.
    """
    top_logprobs: NotRequired[int]
    """How many of the most likely tokens to return at each position. Only with `logprobs` set.
    Range: 0 to 20.
    """
    response_format: NotRequired[
        ResponseFormatText
        | ResponseFormatTextDict
        | ResponseFormatJSONObject
        | ResponseFormatJSONObjectDict
        | ResponseFormatJSONSchema
        | ResponseFormatJSONSchemaDict
        | OtherResponseFormat
    ]
    """The form the answer must have: text, a JSON object, or JSON that follows a schema."""
    tools: NotRequired[
        Sequence[
            FunctionTool | FunctionToolDict | CustomTool | CustomToolDict | OtherTool
        ]
    ]
    """The tools that the model may call."""
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
    ]
    """Whether the model may, must or must not call tools, or which one it must call. Left out, it
    is `auto` with `tools` and `none` without.
    """
    parallel_tool_calls: NotRequired[bool]
    """Let the model call several tools in one message. Only with `tools`. Default of the server:
    true.
    """
    max_completion_tokens: NotRequired[int]
    """Most tokens to generate, those spent on reasoning included."""
    top_k: NotRequired[int]
    """Sample only among this many of the most likely tokens. Not all providers know it."""
    reasoning: NotRequired[ReasoningConfig | ReasoningConfigDict]
    """Reasoning mode, for models such as GLM. For OpenAI's reasoning models use
    `reasoning_effort`.
    """
    reasoning_effort: NotRequired[ReasoningEffort | str]
    """How much a reasoning model thinks before it answers. Less is faster and uses fewer tokens.
    Not every model knows every value. Default of the server: "medium".
    """
    thinking: NotRequired[ThinkingConfig | ThinkingConfigDict]
    """Extended thinking of Claude and Gemini models."""
    google: NotRequired[GoogleConfig | GoogleConfigDict]
    """Options that only Gemini models read."""
    enable_thinking: NotRequired[bool]
    """Switches thinking on or off, for models whose provider reads this field."""
    modalities: NotRequired[Sequence[Modality | str]]
    """What the model puts out; left out, text only. For speech ask for `text` and `audio`, with
    `audio` set too.
    """
    audio: NotRequired[AudioConfig | AudioConfigDict]
    """Voice and format of spoken output. Only with `audio` among `modalities`."""
    web_search: NotRequired[bool]
    """Switches web search on or off, for models and gateways that read this field; it is sent as
    it stands. The gateway's own switch is the suffix `:web` on the model id, as in
    `gpt-4.1:web`.
    """
    web_results_count: NotRequired[int]
    """How many web results the model is given. Only with `:web` models. Range: 1 to 10. Default of
    the server: 5.
    """
    web_content_length: NotRequired[WebContentLength | str]
    """How much text of each web result the model is given. Only with `:web` models. Default of the
    server: "medium".
    """
    web_search_options: NotRequired[WebSearchOptions | WebSearchOptionsDict]
    """Web search of models named `*-search-api` and `*-search-preview`; others ignore it. Do not
    combine it with `web_results_count` or `web_content_length`.
    """
    fallback_models: NotRequired[Sequence[str]]
    """Ids of models to try when `model` fails, in this order. Only with `fallback_enabled` set. If
    all fail, the error of the last one is returned. At most 5 items.
    """
    fallback_timeout: NotRequired[int]
    """How long to wait for each model before the next is tried, in milliseconds. Left out, the
    gateway decides, at present 15 seconds. Only with `fallback_enabled` set. Range: 5000 to
    300000.
    """
    fallback_enabled: NotRequired[bool]
    """Use `fallback_models`. The headers `X-Fallback-Used` and `X-Actual-Model` of the answer tell
    what happened. Default of the server: false.
    """
    compression: NotRequired[CompressionConfig | CompressionConfigDict]
    """Shortens a long conversation before the model sees it. The headers `X-Compression-*` of the
    answer tell what it saved.
    """
    service_tier: NotRequired[ServiceTier | str]
    """Class of service at the provider, which decides speed and price. For OpenAI models. Default
    of the server: "auto".
    """
    store: NotRequired[bool]
    """Let the provider keep the answer, for its own tools. For OpenAI models. Default of the
    server: false.
    """
    metadata: NotRequired[Mapping[str, str]]
    """Your own notes, kept with a stored answer. For OpenAI models."""
    verbosity: NotRequired[Verbosity | str]
    """How long the answer is. For OpenAI models that know it. Default of the server: "medium"."""
    prediction: NotRequired[PredictionContent | PredictionContentDict]
    """Text that most of the answer is expected to repeat, such as a file being edited; what
    matches comes faster. For OpenAI models that know it.
    """
    prompt_cache_key: NotRequired[str]
    """Groups requests that begin alike, so that the provider's prompt cache serves them better.
    For OpenAI models.
    """
    prompt_cache_retention: NotRequired[PromptCacheRetention | str]
    """How long the provider's prompt cache keeps the prompt. `prompt_cache_options` takes its
    place. For OpenAI models. Deprecated.
    """
    prompt_cache_options: NotRequired[PromptCacheOptions | PromptCacheOptionsDict]
    """How the provider's prompt cache treats the prompt. For OpenAI models."""
    safety_identifier: NotRequired[str]
    """A stable id of your end user, to help find breaches of the usage policies. Hash names and
    addresses first. For OpenAI models. At most 64 characters.
    """
    moderation: NotRequired[ModerationOptions | ModerationOptionsDict]
    """Has the provider moderate the request and the answer. For OpenAI models."""
    functions: NotRequired[Sequence[FunctionDefinition | FunctionDefinitionDict]]
    """The functions that the model may call. `tools` takes its place. 1 to 128 items. Deprecated.
    """
    function_call: NotRequired[
        FunctionCallMode | str | FunctionCallOption | FunctionCallOptionDict
    ]
    """Whether the model may call a function, or which one it must call. `tool_choice` takes its
    place. Deprecated.
    """


# Below the class, because schemas may refer to each other in a circle.
from .allowed_tools_tool_choice import (
    AllowedToolsToolChoice,
    AllowedToolsToolChoiceDict,
)
from .assistant_message import AssistantMessage, AssistantMessageDict
from .audio_config import AudioConfig, AudioConfigDict
from .chat_completion_message import ChatCompletionMessage
from .compression_config import CompressionConfig, CompressionConfigDict
from .custom_tool import CustomTool, CustomToolDict
from .developer_message import DeveloperMessage, DeveloperMessageDict
from .function_call_mode import FunctionCallMode
from .function_call_option import FunctionCallOption, FunctionCallOptionDict
from .function_definition import FunctionDefinition, FunctionDefinitionDict
from .function_message import FunctionMessage, FunctionMessageDict
from .function_tool import FunctionTool, FunctionToolDict
from .google_config import GoogleConfig, GoogleConfigDict
from .modality import Modality
from .moderation_options import ModerationOptions, ModerationOptionsDict
from .named_custom_tool_choice import NamedCustomToolChoice, NamedCustomToolChoiceDict
from .named_function_tool_choice import (
    NamedFunctionToolChoice,
    NamedFunctionToolChoiceDict,
)
from .other_response_format import OtherResponseFormat
from .other_tool import OtherTool
from .other_tool_choice import OtherToolChoice
from .prediction_content import PredictionContent, PredictionContentDict
from .prompt_cache_options import PromptCacheOptions, PromptCacheOptionsDict
from .prompt_cache_retention import PromptCacheRetention
from .reasoning_config import ReasoningConfig, ReasoningConfigDict
from .reasoning_effort import ReasoningEffort
from .response_format_json_object import (
    ResponseFormatJSONObject,
    ResponseFormatJSONObjectDict,
)
from .response_format_json_schema import (
    ResponseFormatJSONSchema,
    ResponseFormatJSONSchemaDict,
)
from .response_format_text import ResponseFormatText, ResponseFormatTextDict
from .service_tier import ServiceTier
from .stream_options import StreamOptions, StreamOptionsDict
from .system_message import SystemMessage, SystemMessageDict
from .text_message import TextMessage, TextMessageDict
from .thinking_config import ThinkingConfig, ThinkingConfigDict
from .tool_choice_mode import ToolChoiceMode
from .tool_message import ToolMessage, ToolMessageDict
from .user_message import UserMessage, UserMessageDict
from .verbosity import Verbosity
from .web_content_length import WebContentLength
from .web_search_options import WebSearchOptions, WebSearchOptionsDict

set_decoders(
    ChatCompletionRequest,
    texts={
        "tool_choice": tagged(
            "type",
            {
                "function": NamedFunctionToolChoice,
                "custom": NamedCustomToolChoice,
                "allowed_tools": AllowedToolsToolChoice,
            },
            OtherToolChoice,
        ),
        "function_call": object_of(FunctionCallOption),
    },
    nested={
        "messages": list_of(
            tagged(
                "role",
                {
                    "developer": DeveloperMessage,
                    "system": SystemMessage,
                    "user": UserMessage,
                    "assistant": AssistantMessage,
                    "tool": ToolMessage,
                    "function": FunctionMessage,
                },
            )
        ),
        "stream_options": object_of(StreamOptions),
        "response_format": tagged(
            "type",
            {
                "text": ResponseFormatText,
                "json_object": ResponseFormatJSONObject,
                "json_schema": ResponseFormatJSONSchema,
            },
            OtherResponseFormat,
        ),
        "tools": list_of(
            tagged("type", {"function": FunctionTool, "custom": CustomTool}, OtherTool)
        ),
        "reasoning": object_of(ReasoningConfig),
        "thinking": object_of(ThinkingConfig),
        "google": object_of(GoogleConfig),
        "audio": object_of(AudioConfig),
        "web_search_options": object_of(WebSearchOptions),
        "compression": object_of(CompressionConfig),
        "prediction": object_of(PredictionContent),
        "prompt_cache_options": object_of(PromptCacheOptions),
        "moderation": object_of(ModerationOptions),
        "functions": list_of(object_of(FunctionDefinition)),
    },
)
