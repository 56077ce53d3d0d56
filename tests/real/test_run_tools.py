"""Runs of tools with a real model."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from apertis import Apertis, AsyncApertis, ToolRun, ToolTurnsError, UserMessageDict, tool
from tests.real.conftest import assert_is_answer

QUESTION: UserMessageDict = {"role": "user", "content": "What is the weather in Paris?"}
Sky = Literal["sunny", "rainy"]


@tool
def get_weather(city: Literal["Paris", "Rome"]) -> str:
    """Tell the weather in a city.

    Args:
        city: The city.
    """
    return f"It is sunny in {city}, 21 degrees."


async def look_outside(city: Literal["Paris", "Rome"]) -> str:
    """Tell the weather in a city."""
    return f"It is sunny in {city}, 21 degrees."


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_model_calls_and_answers(client: Apertis, stream: bool) -> None:
    """The model calls the tool, is told the result, and answers in words."""
    run_tools: Any = client.chat.completions.run_tools
    run: ToolRun[None, Any] = run_tools(
        model="any", messages=[QUESTION], tools=[get_weather], max_tokens=80, stream=stream
    )
    final = run.get_final_completion()
    results = [each for each in run.messages if isinstance(each, dict) and each["role"] == "tool"]

    assert_is_answer(final)
    assert final.choices[0].message.content
    assert results
    assert {each["content"] for each in results} <= {
        "It is sunny in Paris, 21 degrees.",
        "It is sunny in Rome, 21 degrees.",
    }


def test_turns_are_watched(client: Apertis) -> None:
    """The first turn asks for calls of the tool, and the last one for none."""
    turns = list(
        client.chat.completions.run_tools(
            model="any",
            messages=[QUESTION],
            tools=[get_weather],
            tool_choice="required",
            max_tokens=80,
        )
    )

    assert [bool(turn.calls) for turn in turns] == [True] * (len(turns) - 1) + [False]
    assert {call.name for call in turns[0].calls} == {"get_weather"}
    assert all(call.content and call.error is None for call in turns[0].calls)


def test_model_that_calls_on_is_stopped(client: Apertis) -> None:
    """One turn is too few for a call and an answer."""
    run = client.chat.completions.run_tools(
        model="any",
        messages=[QUESTION],
        tools=[get_weather],
        tool_choice="required",
        max_tokens=80,
        max_turns=1,
    )

    with pytest.raises(ToolTurnsError, match="after 1 turn"):
        run.get_final_completion()


@pytest.mark.anyio
async def test_async_tools_are_called(async_client: AsyncApertis) -> None:
    """The asynchronous client awaits async tools beside plain ones."""
    run = async_client.chat.completions.run_tools(
        model="any", messages=[QUESTION], tools=[get_weather, look_outside], max_tokens=120
    )
    calls = [call async for turn in run for call in turn.calls]

    assert calls
    assert {call.name for call in calls} <= {"get_weather", "look_outside"}
    assert all(call.error is None for call in calls)
