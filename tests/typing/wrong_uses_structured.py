"""Mistakes with structured output and tools that a type checker must report. Never run."""

# ruff: noqa: B018  an expression that is only looked at is enough here

from __future__ import annotations

from pydantic import BaseModel

from apertis import Apertis, AsyncApertis, ChatCompletionMessageParam, pydantic_function_tool, tool

MESSAGES: list[ChatCompletionMessageParam] = []


class Cat(BaseModel):
    """What is asked for."""

    name: str


@tool
def add(a: int, b: int = 1) -> int:
    """Add two numbers."""
    return a + b


def mistake_parse(client: Apertis) -> None:
    parse = client.chat.completions.parse
    parse(response_format=Cat)  # error
    parse(model="m", messages=MESSAGES, response_format=Cat, stream=True)  # error
    parse(model="m", messages=MESSAGES, response_format=Cat, temprature=1)  # error
    parse(model="m", messages="Hello!", response_format=Cat)  # error


def read_what_may_not_be_there(client: Apertis) -> None:
    parse = client.chat.completions.parse
    answer = parse(model="m", messages=MESSAGES, response_format=Cat)
    answer.choices[0].message.parsed.name  # error
    answer.parsed  # error
    cat = answer.choices[0].message.parsed
    assert cat is not None
    cat.names  # error
    cats = parse(model="m", messages=MESSAGES, response_format=list[Cat])
    assert cats.choices[0].message.parsed is not None
    cats.choices[0].message.parsed.name  # error
    parse(model="m", messages=MESSAGES).choices[0].message.parsed.name  # error


async def forget_to_await(client: AsyncApertis) -> None:
    client.chat.completions.parse(model="m", messages=MESSAGES).choices  # error
    run = client.chat.completions.run_tools(model="m", messages=MESSAGES, tools=[add])
    run.get_final_completion().choices  # error
    for _ in run:  # error
        pass
    with run:  # error
        pass
    with client.chat.completions.stream(model="m", messages=MESSAGES):  # error
        pass


def mistake_streams(client: Apertis) -> None:
    manager = client.chat.completions.stream(model="m", messages=MESSAGES, response_format=Cat)
    for _ in manager:  # error
        pass
    manager.get_final_completion()  # error
    with manager as stream:
        stream.get_final_completion().choices[0].message.parsed.name  # error
        for event in stream:
            event.delta  # error
    client.chat.completions.stream(model="m", messages=MESSAGES, stream=True)  # error


def mistake_tools() -> None:
    add("1")  # error
    add(1, c=2)  # error
    add().bit_length()  # error
    add.run()  # error
    tool("add")  # error
    pydantic_function_tool(Cat(name="Tom"))  # error


def mistake_runs(client: Apertis) -> None:
    run_tools = client.chat.completions.run_tools
    run_tools(model="m", messages=MESSAGES)  # error
    run_tools(messages=MESSAGES, tools=[add])  # error
    run_tools(model="m", messages=MESSAGES, tools=add)  # error
    run_tools(model="m", messages=MESSAGES, tools=[{"type": "function"}])  # error
    run_tools(model="m", messages=MESSAGES, tools=[pydantic_function_tool(Cat)])  # error
    run_tools(model="m", messages=MESSAGES, tools=[add], max_turns="3")  # error
    run = run_tools(model="m", messages=MESSAGES, tools=[add])
    run.choices  # error
    next(run).stream  # error
    next(run).calls[0].content = 3  # error
    next(run).completion.choices[0].message.parsed.name  # error


def mistake_streamed_runs(client: Apertis) -> None:
    run = client.chat.completions.run_tools(
        model="m", messages=MESSAGES, tools=[add], response_format=Cat, stream=True
    )
    next(run).completion  # error
    next(run).calls  # error
    run.get_final_completion().choices[0].message.parsed.name  # error
