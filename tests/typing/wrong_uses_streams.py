"""Events and raw answers: mistakes that a type checker must report, as in `wrong_uses`."""

# ruff: noqa: B018  an expression that is only looked at is enough here

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apertis import (
        Apertis,
        APIResponse,
        AsyncApertis,
        ChatCompletion,
        ChatCompletionMessageParam,
        ChatCompletionStreamEvent,
        ModelList,
        StreamingAPIResponse,
    )

MESSAGES: list[ChatCompletionMessageParam] = []


@dataclass
class Cat:
    """A cat."""

    name: str


@dataclass
class Dog:
    """A dog."""

    name: str


def follow(client: Apertis) -> None:
    client.chat.completions.stream(messages=MESSAGES)  # error
    client.chat.completions.stream(model="m")  # error
    client.chat.completions.stream(model="m", messages="Hi!")  # error
    client.chat.completions.stream(model="m", messages=MESSAGES, stream=True)  # error
    client.chat.completions.stream(model="m", messages=MESSAGES, temprature=1)  # error
    for _ in client.chat.completions.stream(model="m", messages=MESSAGES):  # error
        pass
    client.chat.completions.stream(model="m", messages=MESSAGES).get_final_text()  # error
    with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
        stream.choices  # error
        stream.get_final_text().content  # error
        stream.get_final_completion().choices[0].message.text  # error
        stream.current_completion_snapshot()  # error
        stream.text_stream()  # error


def tell_events_apart(event: ChatCompletionStreamEvent[Cat]) -> None:
    event.delta  # error
    if event.type == "content.delta":
        event.content  # error
        event.chunk  # error
        event.to_dict().delta  # error
        event.delta.content  # error
    if event.type == "content.done":
        event.delta  # error
        event.parsed.name  # error
        dog: Dog | None = event.parsed  # error
        print(dog)
    if event.type == "refusal.delta":
        event.parsed  # error
    if event.type == "tool_calls.function.arguments.done":
        event.arguments_delta  # error


def follow_structured_output(client: Apertis) -> None:
    with client.chat.completions.stream(
        model="m", messages=MESSAGES, response_format=Cat
    ) as stream:
        dog: Dog | None = stream.get_final_completion().choices[0].message.parsed  # error
        print(dog)


async def follow_asynchronously(client: AsyncApertis) -> None:
    with client.chat.completions.stream(model="m", messages=MESSAGES):  # error
        pass
    await client.chat.completions.stream(model="m", messages=MESSAGES)  # error
    async with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
        for _ in stream:  # error
            pass
        stream.get_final_text().strip()  # error


def see_answers(client: Apertis) -> None:
    view = client.chat.completions.with_raw_response
    view.create(model="m")  # error
    view.create(model="m", messages=MESSAGES, temprature=1)  # error
    view.create(model="m", messages=MESSAGES).choices  # error
    view.create(model="m", messages=MESSAGES, stream=True).parse().choices  # error
    view.create(model="m", messages=MESSAGES).text()  # error
    view.create(model="m", messages=MESSAGES).iter_lines()  # error
    listed: APIResponse[ChatCompletion] = client.models.with_raw_response.list()  # error
    print(listed)
    client.models.with_raw_response.retrieve(7)  # error


def read_answers(client: Apertis) -> None:
    view = client.chat.completions.with_streaming_response
    view.create(model="m", messages=MESSAGES).parse()  # error
    view.create(model="m")  # error
    with view.create(model="m", messages=MESSAGES) as response:
        response.choices  # error
        response.content  # error
        response.text.strip()  # error
        other: StreamingAPIResponse[ModelList] = response  # error
        print(other)


async def answer_asynchronously(client: AsyncApertis) -> None:
    client.chat.completions.with_raw_response.create(model="m", messages=MESSAGES).parse()  # error
    view = client.chat.completions.with_streaming_response
    with view.create(model="m", messages=MESSAGES):  # error
        pass
    async with view.create(model="m", messages=MESSAGES) as response:
        response.read().decode()  # error
        for _ in response.iter_lines():  # error
            pass
