"""Uses that a type checker must accept, with the types it must see. Never run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, assert_type

import httpx

from apertis import (
    Apertis,
    ApertisError,
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    AsyncApertis,
    AsyncStream,
    AuthenticationError,
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionDelta,
    ChatCompletionMessage,
    ChatCompletionMessageParam,
    ChatCompletionRequestDict,
    ChatCompletionToolParam,
    ContentPart,
    Fallback,
    FinishReason,
    FunctionDelta,
    FunctionToolDict,
    LengthFinishReasonError,
    Model,
    ModelList,
    Outcome,
    RateLimit,
    RateLimitError,
    RetryPolicy,
    Stream,
    TextContentPart,
    TextMessage,
    ToolCall,
    Usage,
    UserMessage,
    UserMessageDict,
    image_part,
    tool,
)
from apertis_client import AuthenticatedClient
from apertis_client.api.chat import create_chat_completion
from apertis_client.api.models import list_models, retrieve_model
from apertis_client.models import ChatCompletionRequest, ErrorResponse
from apertis_client.types import Response

# Clients


def make_clients() -> None:
    client = Apertis()
    assert_type(client, Apertis)
    Apertis(
        api_key="key",
        base_url="https://example.com/v1",
        timeout=30,
        max_retries=0,
        default_headers={"X-Team": "docs", "User-Agent": None},
        default_query={"trace": True},
        http_client=httpx.Client(proxy="http://localhost:3128"),
    )
    Apertis(api_key=lambda: "key", timeout=httpx.Timeout(60, connect=5), max_retries=RetryPolicy(5))
    assert_type(client.with_options(timeout=5, max_retries=1), Apertis)
    assert_type(client.copy(api_key="other", default_headers={"X-Team": "web"}), Apertis)
    assert_type(client.base_url, str)
    with client as entered:
        assert_type(entered, Apertis)
    client.close()


async def make_async_clients() -> None:
    async def key() -> str:
        return "key"

    client = AsyncApertis(api_key=key, http_client=httpx.AsyncClient())
    AsyncApertis(api_key=lambda: "key", timeout=1.5)
    assert_type(client.with_options(max_retries=RetryPolicy()), AsyncApertis)
    async with client as entered:
        assert_type(entered, AsyncApertis)
    await client.close()


class Patient(RetryPolicy):
    """Waits a second, ten times."""

    def delay(self, attempt: int, outcome: Outcome) -> float | None:
        return 1.0 if attempt < 10 else super().delay(attempt, outcome)


# Messages


def messages(client: Apertis, role: Literal["user", "assistant"], text: str) -> None:
    create = client.chat.completions.create
    create(model="m", messages=[{"role": role, "content": text}])
    create(model="m", messages=[TextMessage(role=role, content=text)])
    history: list[ChatCompletionMessageParam] = []
    history.append({"role": role, "content": text, "name": "Ann"})
    create(model="m", messages=[*history, {"role": "user", "content": text}])
    parts: list[ContentPart] = [{"type": "text", "text": text}, image_part("cat.png")]
    create(model="m", messages=[{"role": "user", "content": parts}])
    pictures = [image_part(name) for name in ("a.png", "b.png")]
    create(model="m", messages=[{"role": "user", "content": pictures}])


def parts_built_beforehand(client: Apertis, text: str, url: str) -> None:
    mixed = [{"type": "text", "text": text}, {"type": "image_url", "image_url": {"url": url}}]
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": mixed}])
    texts = [{"type": "text", "text": text}]
    client.chat.completions.create(model="m", messages=[{"role": "system", "content": texts}])
    client.chat.completions.create(model="m", messages=[UserMessage(content=mixed)])
    images = [{"type": "image_url", "image_url": {"url": each}} for each in (url, url)]
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": images}])
    result = [{"type": "tool_result", "tool_use_id": "1", "content": texts}]
    blocks = [{"type": "text", "text": text}, {"type": "image", "source": {"type": "url"}}]
    client.messages.create(
        model="m",
        max_tokens=9,
        messages=[{"role": "user", "content": blocks}, {"role": "user", "content": result}],
    )
    inputs = [{"type": "input_text", "text": text}, {"type": "input_image", "image_url": url}]
    client.responses.create(model="m", input=[{"role": "user", "content": inputs}])


# Plain answers


def ask(client: Apertis) -> str | None:
    completion = client.chat.completions.create(
        model="gpt-4.1-mini", messages=[{"role": "user", "content": "Hello!"}]
    )
    assert_type(completion, ChatCompletion)
    assert_type(completion.id, str | None)
    assert_type(completion.created, int | None)
    choice = completion.choices[0]
    assert_type(choice.index, int)
    assert_type(choice.finish_reason, FinishReason | str | None)
    assert_type(choice.message, ChatCompletionMessage)
    assert_type(choice.message.content, str | None)
    assert_type(choice.message.tool_calls, list[ToolCall] | None)
    assert_type(completion.usage, Usage | None)
    if completion.usage:
        assert_type(completion.usage.prompt_tokens, int)
    if choice.logprobs and choice.logprobs.content:
        assert_type(choice.logprobs.content[0].logprob, float)
    return choice.message.content


def look_behind_an_answer(completion: ChatCompletion) -> None:
    assert_type(completion.request_id, str | None)
    assert_type(completion.headers, Mapping[str, str])
    assert_type(completion.rate_limit, RateLimit)
    assert_type(completion.rate_limit.reset, datetime | None)
    assert_type(completion.fallback, Fallback)
    assert_type(completion.fallback.used, bool)
    assert_type(completion.to_dict(), dict[str, Any])
    assert_type(completion.model_dump(), dict[str, Any])
    assert_type(completion.to_json(indent=2), str)
    assert_type(completion.model_dump_json(), str)
    assert_type(ChatCompletion.from_dict({"choices": []}), ChatCompletion)
    assert_type(completion["unknown"], Any)
    assert "unknown" in completion


def say_everything(client: Apertis) -> None:
    client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "user", "content": "Hello!"}],
        temperature=0.9,
        max_tokens=100,
        max_completion_tokens=100,
        top_p=1,
        top_k=40,
        frequency_penalty=0.5,
        presence_penalty=-0.5,
        stop=["\n", "END"],
        n=2,
        seed=7,
        user="user-1",
        logit_bias={"50256": -100},
        logprobs=True,
        top_logprobs=2,
        parallel_tool_calls=False,
        reasoning_effort="low",
        reasoning={"effort": "high"},
        thinking={"type": "enabled", "budget_tokens": 1000},
        modalities=["text", "audio"],
        audio={"voice": "alloy", "format": "mp3"},
        web_search=True,
        web_search_options={"search_context_size": "low"},
        fallback_models=["gpt-4.1-mini"],
        compression={"enabled": True},
        service_tier="auto",
        metadata={"topic": "greeting"},
        verbosity="low",
        prediction={"type": "content", "content": "Hello!"},
    )


def pass_none_for_what_is_not_given(client: Apertis, temperature: float | None) -> None:
    completion = client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "user", "content": "Hello!"}],
        temperature=temperature,
        stop=None,
        tools=None,
        stream=None,
        timeout=None,
        extra_headers=None,
    )
    assert_type(completion, ChatCompletion)


def use_options(client: Apertis) -> None:
    client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "user", "content": "Hello!"}],
        extra_headers={"X-Trace": "1", "User-Agent": None},
        extra_query={"debug": 1},
        extra_body={"new_parameter": {"a": [1, 2]}},
        timeout=httpx.Timeout(10),
        max_retries=RetryPolicy(3),
        deadline=60,
        idle_timeout=5.5,
    )
    client.models.list(timeout=5, max_retries=0)
    client.models.retrieve("gpt-4.1", extra_headers={"X-Trace": "1"})
    client.models.retrieve(model="gpt-4.1", timeout=5)


# Messages


def converse(client: Apertis) -> None:
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": "Be brief."},
        {"role": "developer", "content": [{"type": "text", "text": "Be polite."}]},
        {"role": "user", "content": "Hello!", "name": "Ada"},
    ]
    completion = client.chat.completions.create(model="gpt-4.1", messages=messages)
    messages.append(completion.choices[0].message)
    messages.append({"role": "user", "content": "Say it again."})
    client.chat.completions.create(model="gpt-4.1", messages=messages)
    client.chat.completions.create(model="gpt-4.1", messages=tuple(messages))
    client.chat.completions.create(
        model="gpt-4.1",
        messages=[
            *messages,
            {"role": "assistant", "content": "Again?", "tool_calls": []},
            {
                "role": "assistant",
                "tool_calls": [
                    {"id": "1", "type": "custom", "custom": {"name": "sql", "input": "SELECT 1"}}
                ],
            },
        ],
    )


def show_and_play(client: Apertis, parts: Sequence[TextContentPart]) -> None:
    client.chat.completions.create(
        model="gpt-4.1",
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "What is this?"},
                    {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}},
                    {"type": "input_audio", "input_audio": {"data": "UklGRg==", "format": "wav"}},
                    {"type": "file", "file": {"file_id": "file-1"}},
                    {"type": "video_url", "video_url": {"url": "https://example.com/a.mp4"}},
                ],
            },
            {"role": "user", "content": parts},
        ],
    )


def use_models_for_messages(client: Apertis) -> None:
    message = UserMessage(content=[TextContentPart(text="Hello!")])
    assert_type(message.name, str | None)
    client.chat.completions.create(model="gpt-4.1", messages=[message, UserMessage(content="!")])


# Tools and formats


@tool
def count(text: str) -> int:
    """Count the letters of a text."""
    return len(text)


def use_tools(client: Apertis) -> None:
    weather: FunctionToolDict = {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Tell the weather in a city.",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
            "strict": True,
        },
    }
    tools: list[ChatCompletionToolParam] = [weather, count.definition]
    messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Weather?"}]
    for choice in ("auto", "none", "required"):
        client.chat.completions.create(
            model="gpt-4.1", messages=messages, tools=[weather], tool_choice=choice
        )
    message = (
        client.chat.completions.create(
            model="gpt-4.1",
            messages=messages,
            tools=tools,
            tool_choice={"type": "function", "function": {"name": "get_weather"}},
        )
        .choices[0]
        .message
    )
    messages.append(message)
    for call in message.tool_calls or []:
        assert_type(call.id, str)
        assert_type(call.function.arguments, str)
        assert_type(call.function.name, str)
        messages.append({"role": "tool", "tool_call_id": call.id, "content": "Sunny."})


def ask_for_json(client: Apertis) -> None:
    client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "user", "content": "Hello!"}],
        response_format={"type": "json_object"},
    )
    client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "user", "content": "Hello!"}],
        response_format={
            "type": "json_schema",
            "json_schema": {"name": "greeting", "schema": {"type": "object"}, "strict": True},
        },
    )


# Streams


def stream(client: Apertis) -> None:
    stream = client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "user", "content": "Hello!"}],
        stream=True,
        stream_options={"include_usage": True},
        idle_timeout=10,
    )
    assert_type(stream, Stream[ChatCompletionChunk])
    for chunk in stream:
        assert_type(chunk, ChatCompletionChunk)
        assert_type(chunk.usage, Usage | None)
        for choice in chunk.choices:
            assert_type(choice.delta, ChatCompletionDelta)
            assert_type(choice.delta.content, str | None)
            for call in choice.delta.tool_calls or []:
                assert_type(call.index, int | None)
                assert_type(call.function, FunctionDelta | None)
    assert_type(stream.get_final_completion(), ChatCompletion)


def leave_a_stream(client: Apertis) -> None:
    with client.chat.completions.create(
        model="gpt-4.1", messages=[{"role": "user", "content": "Hello!"}], stream=True
    ) as stream:
        assert_type(stream, Stream[ChatCompletionChunk])
        assert_type(next(stream), ChatCompletionChunk)
        assert_type(stream.text_deltas(), Iterator[str])
        assert_type(stream.response, httpx.Response)
        assert_type(stream.request_id, str | None)
        assert_type(stream.fallback, Fallback)
    stream.close()


def stream_or_not(client: Apertis, *, stream: bool) -> None:
    answer = client.chat.completions.create(
        model="gpt-4.1", messages=[{"role": "user", "content": "Hello!"}], stream=stream
    )
    assert_type(answer, ChatCompletion | Stream[ChatCompletionChunk])
    if isinstance(answer, Stream):
        for chunk in answer:
            assert_type(chunk, ChatCompletionChunk)
    else:
        assert_type(answer, ChatCompletion)


# The asynchronous client


async def ask_async(client: AsyncApertis) -> None:
    message: UserMessageDict = {"role": "user", "content": "Hello!"}
    completion = await client.chat.completions.create(
        model="gpt-4.1", messages=[message], temperature=0.9
    )
    assert_type(completion, ChatCompletion)
    assert_type(completion.choices[0].message.content, str | None)
    await client.chat.completions.create(
        model="gpt-4.1", messages=[message, completion.choices[0].message], stream=False
    )


async def stream_async(client: AsyncApertis) -> None:
    stream = await client.chat.completions.create(
        model="gpt-4.1", messages=[{"role": "user", "content": "Hello!"}], stream=True
    )
    assert_type(stream, AsyncStream[ChatCompletionChunk])
    async for chunk in stream:
        assert_type(chunk, ChatCompletionChunk)
        assert_type(chunk.choices[0].delta.content, str | None)
    assert_type(await stream.get_final_completion(), ChatCompletion)
    assert_type(stream.text_deltas(), AsyncIterator[str])
    await stream.close()


async def stream_async_right_away(client: AsyncApertis) -> None:
    async for chunk in client.chat.completions.create(
        model="gpt-4.1", messages=[{"role": "user", "content": "Hello!"}], stream=True
    ):
        assert_type(chunk, ChatCompletionChunk)
    async with client.chat.completions.create(
        model="gpt-4.1", messages=[{"role": "user", "content": "Hello!"}], stream=True
    ) as stream:
        assert_type(stream, AsyncStream[ChatCompletionChunk])


async def stream_or_not_async(client: AsyncApertis, *, stream: bool) -> None:
    answer = await client.chat.completions.create(
        model="gpt-4.1", messages=[{"role": "user", "content": "Hello!"}], stream=stream
    )
    assert_type(answer, ChatCompletion | AsyncStream[ChatCompletionChunk])


# Models


def list_the_models(client: Apertis) -> None:
    models = client.models.list()
    assert_type(models, ModelList)
    assert_type(models.data, list[Model])
    assert_type(len(models), int)
    for model in models:
        assert_type(model, Model)
        assert_type(model.id, str)
    assert_type(client.models.retrieve("gpt-4.1"), Model)


async def list_the_models_async(client: AsyncApertis) -> None:
    assert_type(await client.models.list(), ModelList)
    async for model in client.models.list(timeout=5):
        assert_type(model, Model)
    assert_type(await client.models.retrieve("gpt-4.1"), Model)


# Errors


def catch_an_answer_that_is_an_error(client: Apertis) -> None:
    try:
        client.models.list()
    except RateLimitError as error:
        assert_type(error.retry_after, float | None)
        assert_type(error.rate_limit, RateLimit)
    except AuthenticationError as error:
        assert_type(error.status_code, int)
        assert_type(error.response, httpx.Response)
    except APIStatusError as error:
        assert_type(error.request_id, str | None)
        assert_type(error.headers, Mapping[str, str])
    except APIResponseValidationError as error:
        assert_type(error.body, object | None)


def catch_a_failure(client: Apertis) -> None:
    try:
        client.models.list()
    except APIStreamError as error:
        assert_type(error.partial, Any)
        assert_type(error.truncated, bool)
    except APITimeoutError as error:
        assert_type(error.phase, str)
        assert_type(error.seconds, float | None)
    except APIConnectionError as error:
        assert_type(error.request, httpx.Request | None)
    except APIError as error:
        assert_type(error.message, str)
        assert_type(error.code, Any)
        assert_type(error.param, str | None)
    except LengthFinishReasonError as error:
        assert_type(error.completion, Any)
    except ApertisError:
        raise


# The generated functions


def call_generated_functions(client: AuthenticatedClient) -> None:
    body: ChatCompletionRequestDict = {
        "model": "gpt-4.1",
        "messages": [{"role": "user", "content": "Hello!"}],
        "temperature": 0.9,
    }
    answer = create_chat_completion.sync(client=client, body=body)
    assert_type(answer, ChatCompletion | ErrorResponse | None)
    detailed = create_chat_completion.sync_detailed(client=client, body=body)
    assert_type(detailed, Response[ChatCompletion | ErrorResponse])
    assert_type(detailed.status_code, int)
    assert_type(
        create_chat_completion.stream(client=client, body=body), Iterator[ChatCompletionChunk]
    )
    assert_type(list_models.sync(client=client), ModelList | ErrorResponse | None)
    assert_type(retrieve_model.sync("gpt-4.1", client=client), Model | ErrorResponse | None)


async def call_generated_functions_async() -> None:
    client = AuthenticatedClient(token="key")
    body = ChatCompletionRequest(
        model="gpt-4.1",
        messages=[UserMessage(content="Hello!"), {"role": "user", "content": "Hello again!"}],
        stop="END",
    )
    answer = await create_chat_completion.asyncio(client=client, body=body)
    assert_type(answer, ChatCompletion | ErrorResponse | None)
    detailed = await create_chat_completion.asyncio_detailed(client=client, body=body)
    assert_type(detailed.parsed, ChatCompletion | ErrorResponse | None)
    async for chunk in create_chat_completion.stream_asyncio(client=client, body=body):
        assert_type(chunk, ChatCompletionChunk)
    await list_models.asyncio(client=client)
    await retrieve_model.asyncio("gpt-4.1", client=client)


def collect_the_arguments_first(client: Apertis) -> None:
    params: create_chat_completion.Params = {
        "model": "gpt-4.1",
        "messages": [{"role": "user", "content": "Hello!"}],
    }
    params["temperature"] = 0.9
    assert_type(client.chat.completions.create(**params), ChatCompletion)


def unknown_fields(answer: ChatCompletion) -> None:
    """Fields that no spec describes are read by name."""
    assert_type(answer["timings"], Any)
    assert_type(answer.get("timings"), Any)
    assert_type(answer.get("timings", 5), Any)
