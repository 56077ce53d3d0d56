"""Events and raw answers: uses that a type checker must accept, and their types. Never run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, assert_never, assert_type

import httpx

from apertis import (
    Apertis,
    APIResponse,
    AsyncApertis,
    AsyncChatCompletionStream,
    AsyncStream,
    AsyncStreamingAPIResponse,
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessageParam,
    ChatCompletionStream,
    ChatCompletionStreamEvent,
    ChatCompletionStreamManager,
    ChunkEvent,
    ContentDeltaEvent,
    ContentDoneEvent,
    Fallback,
    FunctionToolCallArgumentsDeltaEvent,
    FunctionToolCallArgumentsDoneEvent,
    LogprobsContentDeltaEvent,
    LogprobsContentDoneEvent,
    LogprobsRefusalDeltaEvent,
    LogprobsRefusalDoneEvent,
    Model,
    ModelList,
    ParsedChatCompletion,
    RateLimit,
    RefusalDeltaEvent,
    RefusalDoneEvent,
    Stream,
    StreamingAPIResponse,
    TokenLogprob,
    tool,
)

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hi!"}]


@dataclass
class Cat:
    """A cat."""

    name: str


@tool
def weather(city: str) -> str:
    """Tell the weather."""
    return city


# Events


def follow(client: Apertis) -> None:
    with client.chat.completions.stream(model="m", messages=MESSAGES, max_tokens=9) as stream:
        assert_type(stream, ChatCompletionStream[None])
        for event in stream:
            assert_type(event, ChatCompletionStreamEvent[None])
        assert_type(next(stream), ChatCompletionStreamEvent[None])
        assert_type(stream.until_done(), ChatCompletionStream[None])
        assert_type(stream.current_completion_snapshot, ChatCompletion)
        assert_type(stream.get_final_text(), str)
        assert_type(stream.response, httpx.Response)
        assert_type(stream.headers, Mapping[str, str])
        assert_type(stream.request_id, str | None)
        assert_type(stream.rate_limit, RateLimit)
        assert_type(stream.fallback, Fallback)
        completion = stream.get_final_completion()
        assert_type(completion, ParsedChatCompletion[None])
        assert_type(completion.choices[0].message.content, str | None)
        stream.close()
    with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
        assert_type(stream.text_stream, Iterator[str])


def tell_events_apart(event: ChatCompletionStreamEvent[Cat]) -> None:  # noqa: C901  each of them
    if event.type == "chunk":
        assert_type(event, ChunkEvent)
        assert_type(event.chunk, ChatCompletionChunk)
        assert_type(event.snapshot, ChatCompletion)
    elif event.type == "content.delta":
        assert_type(event, ContentDeltaEvent)
        assert_type(event.choice, int)
        assert_type(event.delta, str)
        assert_type(event.snapshot, str)
        assert_type(event.parsed, Any)
    elif event.type == "refusal.delta":
        assert_type(event, RefusalDeltaEvent)
        assert_type(event.delta + event.snapshot, str)
    elif event.type == "tool_calls.function.arguments.delta":
        assert_type(event, FunctionToolCallArgumentsDeltaEvent)
        assert_type(event.index, int)
        assert_type(event.name + event.arguments + event.arguments_delta, str)
        assert_type(event.parsed_arguments, Any)
    elif event.type == "logprobs.content.delta":
        assert_type(event, LogprobsContentDeltaEvent)
        assert_type(event.content, list[TokenLogprob])
        assert_type(event.snapshot, list[TokenLogprob])
    elif event.type == "logprobs.refusal.delta":
        assert_type(event, LogprobsRefusalDeltaEvent)
        assert_type(event.refusal, list[TokenLogprob])
    elif event.type == "content.done":
        assert_type(event, ContentDoneEvent[Cat])
        assert_type(event.content, str)
        assert_type(event.parsed, Cat | None)
    elif event.type == "refusal.done":
        assert_type(event, RefusalDoneEvent)
        assert_type(event.refusal, str)
    elif event.type == "tool_calls.function.arguments.done":
        assert_type(event, FunctionToolCallArgumentsDoneEvent)
        assert_type(event.arguments, str)
        assert_type(event.parsed_arguments, Any)
    elif event.type == "logprobs.content.done":
        assert_type(event, LogprobsContentDoneEvent)
        assert_type(event.content, list[TokenLogprob])
    elif event.type == "logprobs.refusal.done":
        assert_type(event, LogprobsRefusalDoneEvent)
        assert_type(event.refusal, list[TokenLogprob])
    else:
        assert_never(event)


def make_events(chunk: ChatCompletionChunk, completion: ChatCompletion) -> None:
    made: list[ChatCompletionStreamEvent[Cat]] = [
        ChunkEvent(chunk=chunk, snapshot=completion),
        ContentDeltaEvent(choice=0, delta="x", snapshot="x", parsed=None),
        RefusalDeltaEvent(choice=0, delta="x", snapshot="x"),
        FunctionToolCallArgumentsDeltaEvent(
            choice=0, index=0, name="f", arguments="{}", arguments_delta="}"
        ),
        LogprobsContentDeltaEvent(choice=0, content=[], snapshot=[]),
        LogprobsRefusalDeltaEvent(choice=0, refusal=[], snapshot=[]),
        ContentDoneEvent(choice=0, content="x", parsed=Cat("Tom")),
        RefusalDoneEvent(choice=0, refusal="x"),
    ]
    for event in made:
        assert_type(event.to_dict(), dict[str, Any])


def match_events(event: ChatCompletionStreamEvent[Cat]) -> str:
    match event:
        case ContentDeltaEvent(delta=delta):
            assert_type(delta, str)
            return delta
        case ContentDoneEvent(parsed=Cat(name=name)):
            assert_type(name, str)
            return name
        case _:
            return event.type


def take_every_event(client: Apertis, seen: list[ChatCompletionStreamEvent[Any]]) -> None:
    with client.chat.completions.stream(
        model="m", messages=MESSAGES, response_format=Cat
    ) as stream:
        seen.extend(stream)


def follow_structured_output(client: Apertis) -> None:
    with client.chat.completions.stream(
        model="m", messages=MESSAGES, response_format=Cat
    ) as stream:
        assert_type(stream, ChatCompletionStream[Cat])
        for event in stream:
            if event.type == "content.done":
                assert_type(event, ContentDoneEvent[Cat])
                assert_type(event.parsed, Cat | None)
        completion = stream.get_final_completion()
        assert_type(completion, ParsedChatCompletion[Cat])
        assert_type(completion.choices[0].message.parsed, Cat | None)
    manager = client.chat.completions.stream(
        model="m", messages=MESSAGES, response_format=list[Cat]
    )
    assert_type(manager, ChatCompletionStreamManager[list[Cat]])
    with client.chat.completions.stream(
        model="m", messages=MESSAGES, response_format={"type": "json_object"}
    ) as text:
        assert_type(text, ChatCompletionStream[None])


def follow_calls(client: Apertis) -> None:
    with client.chat.completions.stream(
        model="m", messages=MESSAGES, tools=[weather], response_format=Cat
    ) as stream:
        calls = stream.get_final_completion().choices[0].message.tool_calls
        for call in calls or []:
            assert_type(call.function.parsed_arguments, Any)


async def follow_asynchronously(client: AsyncApertis) -> None:
    async with client.chat.completions.stream(
        model="m", messages=MESSAGES, response_format=Cat, deadline=60
    ) as stream:
        assert_type(stream, AsyncChatCompletionStream[Cat])
        async for event in stream:
            assert_type(event, ChatCompletionStreamEvent[Cat])
            if event.type == "content.done":
                assert_type(event.parsed, Cat | None)
        assert_type(stream.text_stream, AsyncIterator[str])
        assert_type(await stream.until_done(), AsyncChatCompletionStream[Cat])
        assert_type(await stream.get_final_completion(), ParsedChatCompletion[Cat])
        assert_type(await stream.get_final_text(), str)
        assert_type(stream.current_completion_snapshot, ChatCompletion)
        await stream.close()
    async with client.chat.completions.stream(model="m", messages=MESSAGES) as text:
        assert_type(text, AsyncChatCompletionStream[None])


# Raw answers


def see_answers(client: Apertis, *, maybe: bool) -> None:
    create = client.chat.completions.with_raw_response.create
    response = create(model="m", messages=MESSAGES)
    assert_type(response, APIResponse[ChatCompletion])
    assert_type(response.parse(), ChatCompletion)
    assert_type(response.http_response, httpx.Response)
    assert_type(response.http_request, httpx.Request)
    assert_type(response.status_code, int)
    assert_type(response.headers, Mapping[str, str])
    assert_type(response.url, str)
    assert_type(response.content, bytes)
    assert_type(response.text, str)
    assert_type(response.json(), Any)
    assert_type(response.request_id, str | None)
    assert_type(response.rate_limit, RateLimit)
    assert_type(response.fallback, Fallback)
    assert_type(create(model="m", messages=MESSAGES, stream=False), APIResponse[ChatCompletion])
    assert_type(
        create(model="m", messages=MESSAGES, stream=True),
        APIResponse[Stream[ChatCompletionChunk]],
    )
    assert_type(
        create(model="m", messages=MESSAGES, stream=maybe),
        APIResponse[ChatCompletion | Stream[ChatCompletionChunk]],
    )
    assert_type(client.models.with_raw_response.list(), APIResponse[ModelList])
    assert_type(client.models.with_raw_response.retrieve("m"), APIResponse[Model])


def read_answers(client: Apertis) -> None:
    create = client.chat.completions.with_streaming_response.create
    with create(model="m", messages=MESSAGES, extra_headers={"X-Team": "docs"}) as response:
        assert_type(response, StreamingAPIResponse[ChatCompletion])
        assert_type(response.status_code, int)
        assert_type(response.request_id, str | None)
        assert_type(response.read(), bytes)
        assert_type(response.text(), str)
        assert_type(response.json(), Any)
        assert_type(response.parse(), ChatCompletion)
        response.close()
    with create(model="m", messages=MESSAGES, stream=True) as streamed:
        assert_type(streamed, StreamingAPIResponse[Stream[ChatCompletionChunk]])
        for piece in streamed.iter_bytes():
            assert_type(piece, bytes)
        for line in streamed.iter_lines():
            assert_type(line, str)
        for chunk in streamed.parse():
            assert_type(chunk, ChatCompletionChunk)
    with client.models.with_streaming_response.list() as listed:
        assert_type(listed.parse(), ModelList)
    with client.models.with_streaming_response.retrieve(model="m") as found:
        assert_type(found.parse(), Model)


async def see_answers_asynchronously(client: AsyncApertis, *, maybe: bool) -> None:
    create = client.chat.completions.with_raw_response.create
    response = await create(model="m", messages=MESSAGES)
    assert_type(response, APIResponse[ChatCompletion])
    assert_type(response.parse(), ChatCompletion)
    assert_type(
        await create(model="m", messages=MESSAGES, stream=True),
        APIResponse[AsyncStream[ChatCompletionChunk]],
    )
    assert_type(
        await create(model="m", messages=MESSAGES, stream=maybe),
        APIResponse[ChatCompletion | AsyncStream[ChatCompletionChunk]],
    )
    assert_type(await client.models.with_raw_response.list(), APIResponse[ModelList])
    assert_type(await client.models.with_raw_response.retrieve("m"), APIResponse[Model])


async def read_answers_asynchronously(client: AsyncApertis) -> None:
    create = client.chat.completions.with_streaming_response.create
    async with create(model="m", messages=MESSAGES) as response:
        assert_type(response, AsyncStreamingAPIResponse[ChatCompletion])
        assert_type(await response.read(), bytes)
        assert_type(await response.text(), str)
        assert_type(await response.json(), Any)
        assert_type(await response.parse(), ChatCompletion)
        await response.close()
    async with create(model="m", messages=MESSAGES, stream=True) as streamed:
        assert_type(streamed, AsyncStreamingAPIResponse[AsyncStream[ChatCompletionChunk]])
        async for piece in streamed.iter_bytes():
            assert_type(piece, bytes)
        async for line in streamed.iter_lines():
            assert_type(line, str)
        async for chunk in await streamed.parse():
            assert_type(chunk, ChatCompletionChunk)
    async with client.models.with_streaming_response.list() as listed:
        assert_type(await listed.parse(), ModelList)
    async with client.models.with_streaming_response.retrieve("m") as found:
        assert_type(await found.parse(), Model)


def keep_answers(response: APIResponse[ChatCompletion]) -> APIResponse[ChatCompletion | None]:
    return response
