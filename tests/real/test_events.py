"""Answers of a real model followed by events, and as HTTP gave them."""

from __future__ import annotations

import json
from typing import Literal

import pytest
from pydantic import BaseModel

from apertis import (
    Apertis,
    AsyncApertis,
    ChatCompletion,
    LengthFinishReasonError,
    ModelList,
    NotFoundError,
    UserMessageDict,
    tool,
)
from tests.real.conftest import assert_is_answer, shape

QUESTION: UserMessageDict = {"role": "user", "content": "Say hello."}
# The server ends some connections right after a stream, when the next call may be on its way.
AGAIN = 2


class Weather(BaseModel):
    """The weather in a city."""

    city: Literal["Paris", "Rome"]
    celsius: int
    is_sunny: bool


@tool
def get_weather(city: Literal["Paris", "Rome"]) -> str:
    """Tell the weather in a city."""
    return f"Sunny in {city}."


def test_text_by_events(client: Apertis) -> None:
    """Each chunk comes first, then what it adds; the end has what the deltas add up to."""
    with client.chat.completions.stream(model="any", messages=[QUESTION], max_tokens=8) as stream:
        events = list(stream)
        completion = stream.get_final_completion()
    deltas = [event for event in events if event.type == "content.delta"]
    done = [event for event in events if event.type == "content.done"]

    assert events[0].type == "chunk"
    assert len([delta for delta in deltas if delta.delta]) > 1
    assert [event.content for event in done] == ["".join(delta.delta for delta in deltas)]
    assert done[0].content == deltas[-1].snapshot == completion.choices[0].message.content
    assert_is_answer(completion)


def test_structured_output_by_events(client: Apertis) -> None:
    """What the text says grows member by member, until it is an instance."""
    with client.chat.completions.stream(
        model="any",
        messages=[{"role": "user", "content": "How is the weather in Rome?"}],
        response_format=Weather,
        max_tokens=100,
    ) as stream:
        seen = [
            dict(event.parsed)  # it goes on growing
            for event in stream
            if event.type == "content.delta" and event.parsed is not None
        ]
        message = stream.get_final_completion().choices[0].message

    assert isinstance(message.parsed, Weather)
    assert seen[-1] == message.parsed.model_dump()
    assert [len(value) for value in seen] == sorted(len(value) for value in seen)
    assert json.loads(message.content or "") == seen[-1]


def test_structured_output_that_was_cut(client: Apertis) -> None:
    """Output that reached the token limit is an error, which has what there is."""
    with (
        client.chat.completions.stream(
            model="any", messages=[QUESTION], response_format=Weather, max_tokens=8
        ) as stream,
        pytest.raises(LengthFinishReasonError) as caught,
    ):
        stream.until_done()

    assert caught.value.completion
    assert caught.value.completion.choices[0].finish_reason == "length"


def test_calls_by_events(client: Apertis) -> None:
    """The arguments of a call arrive in deltas and are parsed at its end."""
    with client.chat.completions.stream(
        model="any",
        messages=[{"role": "user", "content": "What is the weather in Paris?"}],
        tools=[get_weather],
        max_tokens=80,
    ) as stream:
        events = list(stream)
        calls = stream.get_final_completion().choices[0].message.tool_calls or []
    deltas = [e for e in events if e.type == "tool_calls.function.arguments.delta"]
    done = [e for e in events if e.type == "tool_calls.function.arguments.done"]

    assert calls
    assert [event.name for event in done] == ["get_weather"] * len(calls)
    for position, (event, call) in enumerate(zip(done, calls, strict=True)):
        own = [delta.arguments_delta for delta in deltas if delta.index == position]
        assert event.arguments == call.function.arguments == "".join(own)
        assert event.parsed_arguments == call.function.parsed_arguments
        assert event.parsed_arguments["city"] in {"Paris", "Rome"}


def test_probabilities_by_events(client: Apertis) -> None:
    """Log probabilities come with the tokens that they are of."""
    with client.chat.completions.stream(
        model="any", messages=[QUESTION], max_tokens=4, logprobs=True, top_logprobs=2
    ) as stream:
        events = list(stream)
    done = [event for event in events if event.type == "logprobs.content.done"]
    new = [t for event in events if event.type == "logprobs.content.delta" for t in event.content]

    assert [event.content for event in done] == [new]
    assert all(token.logprob <= 0 for token in new)
    assert new


def test_several_choices_by_events(client: Apertis) -> None:
    """Each of several choices has its own events and its own end."""
    with client.chat.completions.stream(
        model="any", messages=[QUESTION], max_tokens=4, n=2
    ) as stream:
        texts = {event.choice: event.content for event in stream if event.type == "content.done"}
        completion = stream.get_final_completion()

    assert texts == {choice.index: choice.message.content for choice in completion.choices}
    assert len(texts) == 2


@pytest.mark.anyio
async def test_events_asynchronously(async_client: AsyncApertis) -> None:
    """The asynchronous client gives the same events, and the text alone."""
    create = async_client.with_options(max_retries=AGAIN).chat.completions.stream
    async with create(model="any", messages=[QUESTION], max_tokens=6) as stream:
        types = {event.type async for event in stream}
    async with create(model="any", messages=[QUESTION], max_tokens=6) as words:
        texts = [text async for text in words.text_stream]
        whole = await words.get_final_text()

    assert types == {"chunk", "content.delta", "content.done"}
    assert "".join(texts) == whole != ""


def test_leaving_events_early(client: Apertis) -> None:
    """Leaving closes the connection, and the server is there for the next call."""
    with client.chat.completions.stream(
        model="any", messages=[{"role": "user", "content": "Write a story."}], max_tokens=2000
    ) as stream:
        next(stream.text_stream)
        closed_inside = stream.response.is_closed

    assert (closed_inside, stream.response.is_closed) == (False, True)
    with client.chat.completions.stream(model="any", messages=[QUESTION], max_tokens=4) as other:
        assert_is_answer(other.get_final_completion())


def test_raw_answers(client: Apertis) -> None:
    """A raw answer has the bytes, and parses to what the plain call returns."""
    response = client.chat.completions.with_raw_response.create(
        model="any", messages=[QUESTION], max_tokens=4
    )
    plain = client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=4)
    completion = response.parse()

    assert (response.status_code, type(completion)) == (200, ChatCompletion)
    assert response.headers["content-type"].startswith("application/json")
    assert response.json() == completion.to_dict()
    assert shape(completion.to_dict()) == shape(plain.to_dict())
    assert isinstance(client.models.with_raw_response.list().parse(), ModelList)


def test_raw_streams(client: Apertis) -> None:
    """A raw stream is read as a stream, or line by line as the server wrote it."""
    view = client.with_options(max_retries=AGAIN).chat.completions
    response = view.with_raw_response.create(
        model="any", messages=[QUESTION], max_tokens=4, stream=True
    )
    completion = response.parse().get_final_completion()
    with view.with_streaming_response.create(
        model="any", messages=[QUESTION], max_tokens=4, stream=True
    ) as unread:
        lines = [line for line in unread.iter_lines() if line]

    assert_is_answer(completion)
    assert all(line.startswith("data: ") for line in lines)
    assert lines[-1] == "data: [DONE]"
    assert json.loads(lines[0].removeprefix("data: "))["object"] == "chat.completion.chunk"


@pytest.mark.anyio
async def test_raw_answers_asynchronously(async_client: AsyncApertis) -> None:
    """The asynchronous client gives raw answers as well; a status that means failure is raised."""
    again = async_client.with_options(max_retries=AGAIN)
    view = again.chat.completions
    response = await view.with_raw_response.create(model="any", messages=[QUESTION], max_tokens=4)
    assert_is_answer(response.parse())
    async with view.with_streaming_response.create(
        model="any", messages=[QUESTION], max_tokens=4, stream=True
    ) as unread:
        assert_is_answer(await (await unread.parse()).get_final_completion())
    with pytest.raises(NotFoundError):
        await again.with_options(base_url=f"{again.base_url}/no").models.with_raw_response.list()
