"""Tool calls of a real model."""

from __future__ import annotations

import json

from apertis import (
    Apertis,
    ChatCompletion,
    ChatCompletionMessageParam,
    FunctionToolDict,
    UserMessageDict,
)
from tests.real.conftest import assert_is_answer, shape

QUESTION: UserMessageDict = {"role": "user", "content": "What is the weather in Paris?"}
WEATHER: FunctionToolDict = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tell the weather in a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"enum": ["Paris", "Rome"]}},
            "required": ["city"],
        },
    },
}


def test_model_calls_a_tool(client: Apertis) -> None:
    """A plain answer names the tool, with arguments that are JSON."""
    completion = client.chat.completions.create(
        model="any", messages=[QUESTION], tools=[WEATHER], max_tokens=80
    )

    assert_calls_the_tool(completion)


def test_streamed_fragments_add_up_to_the_call(client: Apertis) -> None:
    """The fragments of a streamed call, joined by their index, make the same as a plain answer."""
    stream = client.chat.completions.create(
        model="any", messages=[QUESTION], tools=[WEATHER], max_tokens=80, stream=True
    )
    fragments = [
        call
        for chunk in stream
        for choice in chunk.choices
        for call in choice.delta.tool_calls or ()
    ]

    completion = stream.get_final_completion()
    assert_calls_the_tool(completion)
    for position, call in enumerate(completion.choices[0].message.tool_calls or ()):
        own = [fragment for fragment in fragments if fragment.index == position]
        assert len(own) > 1
        joined = "".join(f.function.arguments or "" for f in own if f.function)
        assert call.function.arguments == joined


def test_gathered_call_has_the_members_of_a_plain_one(client: Apertis) -> None:
    """A call gathered from a stream differs from a plain one by nothing but its `index`."""
    plain = client.chat.completions.create(
        model="any", messages=[QUESTION], tools=[WEATHER], max_tokens=80
    )
    streamed = client.chat.completions.create(
        model="any", messages=[QUESTION], tools=[WEATHER], max_tokens=80, stream=True
    ).get_final_completion()
    one, other = (
        (completion.choices[0].message.tool_calls or [])[0].to_dict()
        for completion in (plain, streamed)
    )
    other.pop("index", None)

    assert shape(one) == shape(other)


def test_result_of_the_tool_goes_back(client: Apertis) -> None:
    """The message with the calls, then a result for each, and the model answers in words."""
    message = (
        client.chat.completions.create(
            model="any", messages=[QUESTION], tools=[WEATHER], max_tokens=80
        )
        .choices[0]
        .message
    )
    results: list[ChatCompletionMessageParam] = [
        {"role": "tool", "tool_call_id": call.id, "content": "Sunny, 21 degrees."}
        for call in message.tool_calls or ()
    ]
    completion = client.chat.completions.create(
        model="any", messages=[QUESTION, message, *results], tools=[WEATHER], max_tokens=12
    )

    assert results
    assert_is_answer(completion)
    assert completion.choices[0].message.content


def test_gathered_message_goes_back(client: Apertis) -> None:
    """A message gathered from a stream can be sent back with its calls, too."""
    message = (
        client.chat.completions.create(
            model="any", messages=[QUESTION], tools=[WEATHER], max_tokens=80, stream=True
        )
        .get_final_completion()
        .choices[0]
        .message
    )
    results: list[ChatCompletionMessageParam] = [
        {"role": "tool", "tool_call_id": call.id, "content": "Sunny, 21 degrees."}
        for call in message.tool_calls or ()
    ]
    completion = client.chat.completions.create(
        model="any", messages=[QUESTION, message, *results], tools=[WEATHER], max_tokens=4
    )

    assert results
    assert_is_answer(completion)


def assert_calls_the_tool(completion: ChatCompletion) -> None:
    assert_is_answer(completion)
    assert completion.choices[0].finish_reason == "tool_calls"
    calls = completion.choices[0].message.tool_calls
    assert calls
    assert len({call.id for call in calls}) == len(calls)
    for call in calls:
        assert call.id
        assert call.type == "function"
        assert call.function.name == "get_weather"
        assert json.loads(call.function.arguments or "")["city"] in {"Paris", "Rome"}
