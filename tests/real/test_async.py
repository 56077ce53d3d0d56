"""A real model and the asynchronous client."""

from __future__ import annotations

import asyncio
import json

import pytest

from apertis import Apertis, AsyncApertis, AuthenticationError, FunctionToolDict, UserMessageDict
from tests.real.conftest import assert_is_answer, shape

pytestmark = pytest.mark.anyio

QUESTION: UserMessageDict = {"role": "user", "content": "Say hello."}
CLOCK: FunctionToolDict = {
    "type": "function",
    "function": {
        "name": "get_time",
        "parameters": {
            "type": "object",
            "properties": {"city": {"enum": ["Paris", "Rome"]}},
            "required": ["city"],
        },
    },
}


async def test_sync_and_async_give_the_same(client: Apertis, async_client: AsyncApertis) -> None:
    """The asynchronous client gives answers of the same types and shapes as the other one."""
    there = client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=4)
    here = await async_client.chat.completions.create(
        model="any", messages=[QUESTION], max_tokens=4
    )

    assert_is_answer(here)
    assert type(here) is type(there)
    assert shape(here.to_dict()) == shape(there.to_dict())


async def test_sync_and_async_stream_the_same(client: Apertis, async_client: AsyncApertis) -> None:
    """Sync and async streams add up to completions of the same shape."""
    there = client.chat.completions.create(
        model="any", messages=[QUESTION], stream=True, max_tokens=4
    )
    here = await async_client.chat.completions.create(
        model="any", messages=[QUESTION], stream=True, max_tokens=4
    )
    chunks = [chunk async for chunk in here]
    gathered = await here.get_final_completion()

    assert {type(chunk) for chunk in chunks} == {type(chunk) for chunk in there}
    assert_is_answer(gathered)
    assert shape(gathered.to_dict()) == shape(there.get_final_completion().to_dict())


async def test_stream_is_iterated_right_away(async_client: AsyncApertis) -> None:
    """`async for` over the call opens the stream, reads it to its end and closes it."""
    texts = [
        choice.delta.content or ""
        async for chunk in async_client.chat.completions.create(
            model="any", messages=[QUESTION], stream=True, max_tokens=4
        )
        for choice in chunk.choices
    ]

    assert "".join(texts)


async def test_text_alone(async_client: AsyncApertis) -> None:
    """`text_deltas` gives the text as it arrives."""
    async with async_client.chat.completions.create(
        model="any", messages=[QUESTION], stream=True, max_tokens=4
    ) as stream:
        texts = [text async for text in stream.text_deltas()]

    assert texts
    assert all(texts)


async def test_calls_at_once(async_client: AsyncApertis) -> None:
    """Calls made at once over one client each get an answer of their own."""
    completions = await asyncio.gather(
        *(
            async_client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=3)
            for _ in range(4)
        )
    )

    for completion in completions:
        assert_is_answer(completion)
    assert len({completion.id for completion in completions}) == 4


async def test_streams_at_once(async_client: AsyncApertis) -> None:
    """Streams read at once over one client do not mix."""

    async def ask() -> set[str | None]:
        stream = await async_client.chat.completions.create(
            model="any", messages=[QUESTION], stream=True, max_tokens=3
        )
        return {chunk.id async for chunk in stream}

    ids = await asyncio.gather(*(ask() for _ in range(4)))

    assert all(len(own) == 1 for own in ids)
    assert len(set.union(*ids)) == 4


async def test_stream_left_early(async_client: AsyncApertis) -> None:
    """Leaving a stream closes its connection, and the server is there for the next call."""
    async with async_client.chat.completions.create(
        model="any",
        messages=[{"role": "user", "content": "Write a very long story."}],
        stream=True,
        max_tokens=2000,
    ) as stream:
        await anext(aiter(stream))
        closed_inside = stream.response.is_closed

    assert (closed_inside, stream.response.is_closed) == (False, True)
    assert_is_answer(
        await async_client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=2)
    )


async def test_streamed_tool_call(async_client: AsyncApertis) -> None:
    """The fragments of a tool call are gathered into a call with arguments that are JSON."""
    stream = await async_client.chat.completions.create(
        model="any",
        messages=[{"role": "user", "content": "What time is it in Rome?"}],
        tools=[CLOCK],
        stream=True,
        max_tokens=80,
    )
    completion = await stream.get_final_completion()

    assert completion.choices[0].finish_reason == "tool_calls"
    for call in completion.choices[0].message.tool_calls or ():
        assert call.function.name == "get_time"
        assert json.loads(call.function.arguments or "")["city"] in {"Paris", "Rome"}
    assert completion.choices[0].message.tool_calls


async def test_models_are_listed(async_client: AsyncApertis) -> None:
    """`async for` gives each model, `await` the whole list."""
    ids = [model.id async for model in async_client.models.list()]

    assert ids
    assert [model.id for model in await async_client.models.list()] == ids


async def test_wrong_key(async_client: AsyncApertis) -> None:
    """A key that a function gives is asked for on each attempt; a wrong one is refused."""

    async def key() -> str:
        await asyncio.sleep(0)
        return "wrong-secret"

    with pytest.raises(AuthenticationError):
        await async_client.with_options(api_key=key).models.list()
    with pytest.raises(AuthenticationError):
        await async_client.with_options(api_key=key).chat.completions.create(
            model="any", messages=[QUESTION], stream=True
        )
