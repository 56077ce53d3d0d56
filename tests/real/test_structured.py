"""Structured output of a real model: its grammar makes it obey the schema of any type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, TypedDict

import attrs
import pytest
from pydantic import BaseModel, Field

from apertis import (
    Apertis,
    AsyncApertis,
    ChatCompletion,
    LengthFinishReasonError,
    ParsedChatCompletion,
    UserMessageDict,
)

QUESTION: UserMessageDict = {"role": "user", "content": "Describe a cat named Tom."}
MAX_TOKENS = 300

# What a small model writes for a name would not always come to an end.
Name = Annotated[str, Field(pattern="^[A-Z][a-z]{1,8}$", description="The first name.")]


class Colour(Enum):
    """What colour a cat has."""

    BLACK = "black"
    WHITE = "white"


class Kitten(BaseModel):
    """A small cat."""

    name: Name
    colour: Colour


class Cat(BaseModel):
    """A cat."""

    name: Name
    age: int = Field(ge=0, le=30)
    colour: Colour = Colour.BLACK
    weight: float | None
    is_tame: bool
    favourite: Kitten
    litter: list[Kitten] = Field(max_length=2)


@dataclass
class Dog:
    """A dog."""

    name: Name
    age: Annotated[int, Field(ge=0, le=30)] = 3


@attrs.frozen
class Bird:
    """A bird."""

    name: Name
    sings: bool
    colour: Colour = Colour.WHITE


class Fish(TypedDict):
    """A fish."""

    name: Name
    depth: Literal[1, 2, 3]


class Node(BaseModel):
    """A tree."""

    label: Literal["leaf", "branch"]
    left: Node | None = None


Pet = Annotated[list[Dog | Kitten], Field(min_length=1, max_length=2)]


def is_of(value: Any, wanted: Any) -> bool:
    """Return whether a value is one of the type that was asked for."""
    match wanted:
        case type() if wanted is Fish:
            return set(value) == {"name", "depth"} and value["depth"] in {1, 2, 3}
        case type():
            return isinstance(value, wanted)
        case _:
            return True


TYPES: dict[str, Any] = {
    "model": Cat,
    "dataclass": Dog,
    "attrs": Bird,
    "TypedDict": Fish,
    "int": int,
    "bool": bool,
    "enum": Colour,
}
CHECKS: dict[str, tuple[Any, Any]] = {
    "list": (
        Pet,
        lambda pets: 1 <= len(pets) <= 2 and all(isinstance(each, Dog | Kitten) for each in pets),
    ),
    "literal": (Literal["yes", "no"], lambda word: word in {"yes", "no"}),
    "union": (Dog | Kitten, lambda pet: isinstance(pet, Dog | Kitten)),
    "optional": (Colour | None, lambda colour: colour is None or isinstance(colour, Colour)),
    "tuple": (
        tuple[bool, bool],
        lambda pair: isinstance(pair, tuple) and [type(each) for each in pair] == [bool, bool],
    ),
}
CHECKS |= {
    name: (wanted, lambda value, wanted=wanted: is_of(value, wanted))
    for name, wanted in TYPES.items()
}


@pytest.mark.parametrize(("wanted", "check"), CHECKS.values(), ids=CHECKS)
def test_model_obeys_the_schema(client: Apertis, wanted: Any, check: Any) -> None:
    """Whatever type is asked for, the answer is one of it."""
    answer = client.chat.completions.parse(
        model="any",
        messages=[QUESTION],
        response_format=wanted,
        max_tokens=MAX_TOKENS,
        temperature=0,
    )

    assert isinstance(answer, ParsedChatCompletion)
    assert answer.choices[0].finish_reason == "stop"
    assert check(answer.choices[0].message.parsed)


def test_model_obeys_a_recursive_schema(client: Apertis) -> None:
    """A type that contains itself is accepted; the small model may not finish its output."""
    completion: ChatCompletion | None
    try:
        completion = client.chat.completions.parse(
            model="any",
            messages=[QUESTION],
            response_format=Node,
            max_tokens=MAX_TOKENS,
            temperature=0,
        )
    except LengthFinishReasonError as error:
        completion = error.completion

    assert completion is not None
    text = completion.choices[0].message.content or ""
    assert re.match(r'\s*\{\s*"label"\s*:\s*"', text)
    if isinstance(completion, ParsedChatCompletion):
        assert isinstance(completion.choices[0].message.parsed, Node)


def test_streamed_output_is_the_same(client: Apertis) -> None:
    """What is streamed becomes what the type says, as what comes at once."""
    with client.chat.completions.stream(
        model="any", messages=[QUESTION], response_format=Kitten, max_tokens=MAX_TOKENS
    ) as stream:
        partials = [repr(event.parsed) for event in stream if event.type == "content.delta"]
        kitten = stream.get_final_completion().choices[0].message.parsed

    assert len(partials) > 3
    assert isinstance(kitten, Kitten)
    assert partials[-1] == repr(kitten.model_dump(mode="json"))


def test_every_choice_is_parsed(client: Apertis) -> None:
    """Each of several answers is one of the type."""
    answer = client.chat.completions.parse(
        model="any", messages=[QUESTION], response_format=Dog, max_tokens=MAX_TOKENS, n=2
    )

    assert [type(choice.message.parsed) for choice in answer.choices] == [Dog, Dog]


def test_what_is_cut_is_an_error(client: Apertis) -> None:
    """An answer that does not come to its end raises, with what had come."""
    with pytest.raises(LengthFinishReasonError) as caught:
        client.chat.completions.parse(
            model="any", messages=[QUESTION], response_format=Cat, max_tokens=5
        )

    assert caught.value.completion is not None
    assert caught.value.completion.choices[0].message.content
    assert caught.value.completion.usage
    assert caught.value.completion.usage.completion_tokens == 5


@pytest.mark.anyio
async def test_the_async_client_gives_the_same(async_client: AsyncApertis) -> None:
    """The async client parses an answer into the type, as the sync one does."""
    completions = async_client.chat.completions
    answer = await completions.parse(
        model="any", messages=[QUESTION], response_format=tuple[Colour, Colour], max_tokens=60
    )
    async with completions.stream(
        model="any", messages=[QUESTION], response_format=Fish, max_tokens=MAX_TOKENS
    ) as stream:
        written = await stream.get_final_completion()

    assert [type(each) for each in answer.choices[0].message.parsed or ()] == [Colour, Colour]
    assert is_of(written.choices[0].message.parsed, Fish)
