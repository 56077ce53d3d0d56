"""Conversations: mistakes that a type checker must report, as in `wrong_uses`."""

# ruff: noqa: B018  an expression that is only looked at is enough here

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apertis import AsyncConversation, Conversation

if TYPE_CHECKING:
    from apertis import Apertis, AsyncApertis, ChatCompletion


@dataclass
class Cat:
    """A cat."""

    name: str


def begin(client: Apertis, other: AsyncApertis) -> None:
    Conversation(client)  # error
    Conversation(client, "m")  # error
    Conversation(other, model="m")  # error
    AsyncConversation(client, model="m")  # error
    Conversation(client, model="m", temprature=1)  # error
    Conversation(client, model="m", keep_last="5")  # error
    Conversation(client, model="m", system=["Be short."])  # error
    Conversation(client, model="m", messages="Hi")  # error
    Conversation(client, model="m", stream=True)  # error
    Conversation(client, model="m", response_format=Cat)  # error


def talk(conversation: Conversation, *, maybe: bool) -> None:
    conversation.say()  # error
    conversation.say(3)  # error
    conversation.say("Hi", temprature=1)  # error
    conversation.say("Hi", messages=[])  # error
    conversation.say("Hi", response_format=Cat)  # error
    conversation.say("Hi").text  # error
    conversation.say("Hi", stream=True).choices  # error
    conversation.say("Hi", stream=maybe).choices  # error
    conversation.send("Hi")  # error
    conversation.messages.append("Hi")  # error
    conversation.messages.append({"role": "user"})  # error
    conversation.load("conversation.json")  # error


async def talk_asynchronously(conversation: AsyncConversation) -> None:
    conversation.say("Hi").choices  # error
    answer: ChatCompletion = conversation.say("Hi")  # error
    print(answer)
    for _ in conversation.say("Hi", stream=True):  # error
        pass
    (await conversation.send(stream=True)).choices  # error
    await conversation.copy()  # error
