"""Right uses of structured output and of tools, with the types that must be seen. Never run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, assert_type

import attrs
from pydantic import BaseModel

from apertis import (
    Apertis,
    AsyncApertis,
    AsyncChatCompletionStream,
    AsyncChatCompletionStreamManager,
    AsyncStreamedToolTurn,
    AsyncToolRun,
    AsyncToolTurn,
    ChatCompletion,
    ChatCompletionMessage,
    ChatCompletionMessageParam,
    ChatCompletionStream,
    ChatCompletionStreamEvent,
    ChatCompletionStreamManager,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    ParsedChatCompletion,
    ParsedChatCompletionMessage,
    RequestedCall,
    StreamedToolTurn,
    StructuredOutputError,
    Tool,
    ToolRun,
    ToolTurn,
    ToolTurnsError,
    pydantic_function_tool,
    tool,
)

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello!"}]


class Cat(BaseModel):
    """A pydantic model."""

    name: str


@dataclass
class Dog:
    """A dataclass."""

    name: str


@attrs.define
class Bird:
    """An attrs class."""

    name: str


class Fish(TypedDict):
    """A plain dict."""

    name: str


def parse(client: Apertis) -> None:
    completions = client.chat.completions
    answer = completions.parse(model="m", messages=MESSAGES, response_format=Cat, deadline=5)
    assert_type(answer, ParsedChatCompletion[Cat])
    assert_type(answer.choices[0].message, ParsedChatCompletionMessage[Cat])
    assert_type(answer.choices[0].message.parsed, Cat | None)
    assert_type(answer.choices[0].message.refusal, str | None)
    plain: ChatCompletion = answer
    message: ChatCompletionMessage = plain.choices[0].message
    MESSAGES.append(answer.choices[0].message)
    MESSAGES.append(message)


def parse_any_type(client: Apertis) -> None:
    parse = client.chat.completions.parse
    dog = parse(model="m", messages=MESSAGES, response_format=Dog)
    bird = parse(model="m", messages=MESSAGES, response_format=Bird)
    fish = parse(model="m", messages=MESSAGES, response_format=Fish)
    cats = parse(model="m", messages=MESSAGES, response_format=list[Cat])
    number = parse(model="m", messages=MESSAGES, response_format=int)
    assert_type(dog.choices[0].message.parsed, Dog | None)
    assert_type(bird.choices[0].message.parsed, Bird | None)
    assert_type(fish.choices[0].message.parsed, Fish | None)
    assert_type(cats.choices[0].message.parsed, list[Cat] | None)
    assert_type(number.choices[0].message.parsed, int | None)


def parse_what_is_no_class(client: Apertis) -> None:
    parse = client.chat.completions.parse
    either: ParsedChatCompletion[Cat | Dog] = parse(
        model="m", messages=MESSAGES, response_format=Cat | Dog
    )
    word = parse(model="m", messages=MESSAGES, response_format=Literal["yes", "no"])
    sure: Literal["yes", "no"] | None = word.choices[0].message.parsed
    assert_type(either.choices[0].message.parsed, Cat | Dog | None)
    assert_type(sure, Literal["yes", "no"] | None)


def parse_without_a_type(client: Apertis) -> None:
    parse = client.chat.completions.parse
    plain = parse(model="m", messages=MESSAGES)
    answer = parse(model="m", messages=MESSAGES, response_format={"type": "json_object"})
    assert_type(plain, ParsedChatCompletion[None])
    assert_type(answer, ParsedChatCompletion[None])


def parse_arguments(client: Apertis) -> None:
    answer = client.chat.completions.parse(
        model="m",
        messages=MESSAGES,
        tools=[add, pydantic_function_tool(Cat), {"type": "function", "function": {"name": "f"}}],
    )
    for call in answer.choices[0].message.tool_calls or []:
        assert_type(call.parsed_arguments, Any)
        assert_type(call.function.parsed_arguments, Any)


async def parse_async(client: AsyncApertis) -> None:
    parse = client.chat.completions.parse
    answer = await parse(model="m", messages=MESSAGES, response_format=Cat)
    cats = await parse(model="m", messages=MESSAGES, response_format=list[Cat])
    assert_type(answer.choices[0].message.parsed, Cat | None)
    assert_type(cats.choices[0].message.parsed, list[Cat] | None)
    assert_type(await parse(model="m", messages=MESSAGES), ParsedChatCompletion[None])


def stream(client: Apertis) -> None:
    completions = client.chat.completions
    manager = completions.stream(model="m", messages=MESSAGES, response_format=Cat)
    assert_type(manager, ChatCompletionStreamManager[Cat])
    with manager as stream:
        assert_type(stream, ChatCompletionStream[Cat])
        for event in stream:
            assert_type(event, ChatCompletionStreamEvent[Cat])
            if event.type == "content.done":
                assert_type(event.parsed, Cat | None)
        assert_type(stream.get_final_completion(), ParsedChatCompletion[Cat])
        assert_type(stream.get_final_text(), str)
    with completions.stream(model="m", messages=MESSAGES) as plain:
        assert_type(plain, ChatCompletionStream[None])


async def stream_async(client: AsyncApertis) -> None:
    completions = client.chat.completions
    manager = completions.stream(model="m", messages=MESSAGES, response_format=Cat)
    assert_type(manager, AsyncChatCompletionStreamManager[Cat])
    async with manager as stream:
        assert_type(stream, AsyncChatCompletionStream[Cat])
        async for event in stream:
            if event.type == "content.done":
                assert_type(event.parsed, Cat | None)
        assert_type(await stream.get_final_completion(), ParsedChatCompletion[Cat])


@tool
def add(a: int, b: int = 1) -> int:
    """Add two numbers."""
    return a + b


@tool(name="multiply", description="Multiply two numbers.")
def times(a: int, b: int) -> int:
    return a * b


@tool
async def look_up(word: str) -> list[str]:
    """Look up a word."""
    return [word]


async def call_tools() -> None:
    assert_type(add(1, b=2), int)
    assert_type(times(1, 2), int)
    assert_type(await look_up("word"), list[str])
    assert_type(add.name, str)
    tools: list[Tool[..., Any]] = [add, times, look_up]
    plain: Callable[[int, int], int] = add
    assert tools
    plain(1, 2)


def tools_in_a_variable(client: Apertis) -> None:
    tools = [add, times, look_up]
    for each in tools:
        assert_type(each.name, str)
    mixed = [add, pydantic_function_tool(Cat)]
    models = [pydantic_function_tool(Cat), pydantic_function_tool(Dog)]
    client.chat.completions.run_tools(model="m", messages=MESSAGES, tools=tools)
    client.chat.completions.run_tools(model="m", messages=MESSAGES, tools=(add, times))
    client.chat.completions.parse(model="m", messages=MESSAGES, tools=tools)
    client.chat.completions.parse(model="m", messages=MESSAGES, tools=mixed)
    client.chat.completions.parse(model="m", messages=MESSAGES, tools=models)


def subtract(a: int, b: int) -> int:
    """Subtract one number from another."""
    return a - b


def run_tools(client: Apertis) -> None:
    completions = client.chat.completions
    run = completions.run_tools(model="m", messages=MESSAGES, tools=[add, subtract], max_turns=3)
    assert_type(run, ToolRun[None, ToolTurn[None]])
    for turn in run:
        assert_type(turn, ToolTurn[None])
        assert_type(turn.completion, ParsedChatCompletion[None])
        for call in turn.calls:
            assert_type(call, RequestedCall)
            assert_type(call.content, str | None)
            assert_type(call.parsed_arguments, Any)
            call.content = "No."
        assert_type(turn.run_calls(), list[RequestedCall])
    assert_type(next(run), ToolTurn[None])
    with run as entered:
        assert_type(entered, ToolRun[None, ToolTurn[None]])
    final = completions.run_tools(
        model="m", messages=run.messages, tools=[add], response_format=Cat
    ).get_final_completion()
    assert_type(final.choices[0].message.parsed, Cat | None)


def run_tools_streamed(client: Apertis) -> None:
    run = client.chat.completions.run_tools(
        model="m", messages=MESSAGES, tools=[add], response_format=list[Cat], stream=True
    )
    assert_type(run, ToolRun[list[Cat], StreamedToolTurn[list[Cat]]])
    for turn in run:
        assert_type(turn.stream, ChatCompletionStream[list[Cat]])
        assert_type(turn.get_calls(), list[RequestedCall])
        assert_type(turn.run_calls(), list[RequestedCall])
    assert_type(run.get_final_completion(), ParsedChatCompletion[list[Cat]])


async def run_tools_async(client: AsyncApertis) -> None:
    completions = client.chat.completions
    run = completions.run_tools(
        model="m", messages=MESSAGES, tools=[add, look_up], response_format=Cat
    )
    assert_type(run, AsyncToolRun[Cat, AsyncToolTurn[Cat]])
    async for turn in run:
        assert_type(turn, AsyncToolTurn[Cat])
        assert_type(turn.completion, ParsedChatCompletion[Cat])
        assert_type(await turn.run_calls(), list[RequestedCall])
    assert_type(await run.get_final_completion(), ParsedChatCompletion[Cat])
    streamed = completions.run_tools(model="m", messages=MESSAGES, tools=[look_up], stream=True)
    assert_type(streamed, AsyncToolRun[None, AsyncStreamedToolTurn[None]])
    async with streamed as entered:
        async for each in entered:
            assert_type(each.stream, AsyncChatCompletionStream[None])
            assert_type(await each.get_calls(), list[RequestedCall])
            assert_type(await each.run_calls(), list[RequestedCall])


def catch(client: Apertis) -> None:
    try:
        client.chat.completions.parse(model="m", messages=MESSAGES, response_format=Cat)
    except (LengthFinishReasonError, ContentFilterFinishReasonError) as error:
        assert_type(error.completion, Any)
    except StructuredOutputError as error:
        assert_type(error.completion, Any)
        assert_type(error.text, str)
    except ToolTurnsError as error:
        assert_type(error.completion, Any)
        assert_type(error.messages, list[Any])
