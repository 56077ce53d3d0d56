"""Conversations: uses that a type checker must accept, and their types. Never run."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from apertis import (
    Apertis,
    AsyncApertis,
    AsyncConversation,
    AsyncStream,
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessageParam,
    Conversation,
    Stream,
    image_part,
)

PATH = Path("conversation.json")


def talk(client: Apertis, *, maybe: bool) -> None:
    conversation = Conversation(client, model="m")
    assert_type(conversation, Conversation)
    conversation = Conversation(
        client,
        model="m",
        system="Be short.",
        keep_last=5,
        messages=[{"role": "user", "content": "Hi"}],
        max_tokens=9,
        response_format={"type": "json_object"},
        deadline=60,
    )
    assert_type(conversation.say("Hi"), ChatCompletion)
    assert_type(conversation.say("Hi", stream=False, temperature=0.5), ChatCompletion)
    assert_type(conversation.say("Hi", stream=None, model="other"), ChatCompletion)
    assert_type(conversation.say(["What is this?", image_part("cat.png")]), ChatCompletion)
    assert_type(conversation.say("Hi", stream=True), Stream[ChatCompletionChunk])
    assert_type(conversation.say("Hi", stream=maybe), ChatCompletion | Stream[ChatCompletionChunk])
    for text in conversation.say("Hi", stream=True).text_deltas():
        assert_type(text, str)
    assert_type(conversation.send(seed=7), ChatCompletion)
    assert_type(conversation.send(stream=True), Stream[ChatCompletionChunk])
    assert_type(conversation.send(stream=maybe), ChatCompletion | Stream[ChatCompletionChunk])


def keep(client: Apertis) -> None:
    conversation = Conversation(client, model="m")
    assert_type(conversation.messages, list[ChatCompletionMessageParam])
    conversation.messages.append({"role": "tool", "tool_call_id": "call_1", "content": "noon"})
    assert_type(conversation.client, Apertis)
    assert_type(conversation.model, str)
    assert_type(conversation.keep_last, int | None)
    conversation.keep_last = None
    conversation.params["seed"] = 7
    assert_type(conversation.copy(), Conversation)
    assert_type(conversation.to_json(indent=2), str)
    assert_type(Conversation.from_json(client, "{}"), Conversation)
    conversation.save(PATH)
    assert_type(Conversation.load(client, "conversation.json"), Conversation)


async def talk_asynchronously(client: AsyncApertis, *, maybe: bool) -> None:
    conversation = AsyncConversation(client, model="m", keep_last=5, top_p=0.5)
    assert_type(conversation.client, AsyncApertis)
    assert_type(await conversation.say("Hi"), ChatCompletion)
    assert_type(await conversation.say("Hi", stream=True), AsyncStream[ChatCompletionChunk])
    assert_type(
        await conversation.say("Hi", stream=maybe),
        ChatCompletion | AsyncStream[ChatCompletionChunk],
    )
    async for chunk in conversation.say("Hi", stream=True):
        assert_type(chunk, ChatCompletionChunk)
    async with conversation.say("Hi", stream=True) as stream:
        async for text in stream.text_deltas():
            assert_type(text, str)
    assert_type(await conversation.send(), ChatCompletion)
    assert_type(await conversation.send(stream=True), AsyncStream[ChatCompletionChunk])
    assert_type(conversation.copy(), AsyncConversation)
    await conversation.save(PATH)
    assert_type(await AsyncConversation.load(client, PATH), AsyncConversation)
    assert_type(AsyncConversation.from_json(client, "{}"), AsyncConversation)
