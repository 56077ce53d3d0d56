"""Plain answers of a real model."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from apertis import Apertis, UserMessageDict
from tests.real.conftest import assert_is_answer

QUESTION: UserMessageDict = {"role": "user", "content": "Say hello."}


def test_answer_is_typed(client: Apertis) -> None:
    """A plain answer has a message, a reason to end, and the tokens that it took."""
    completion = client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=8)

    assert_is_answer(completion)
    assert completion.choices[0].message.tool_calls is None
    assert completion.usage is not None
    assert completion.usage.prompt_tokens
    assert 0 < (completion.usage.completion_tokens or 0) <= 8
    assert completion.usage.total_tokens == (
        completion.usage.prompt_tokens + (completion.usage.completion_tokens or 0)
    )


def test_what_the_spec_does_not_know_is_kept(client: Apertis) -> None:
    """A member that only this server sends can be read, at every depth."""
    completion = client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=2)

    assert completion["timings"].predicted_n >= 1
    assert completion.to_dict()["timings"]["predicted_n"] >= 1


def test_what_the_server_leaves_out_is_none(client: Apertis) -> None:
    """Refusals and service tiers, of which this server knows nothing, read as None."""
    completion = client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=2)

    assert completion.choices[0].message.refusal is None
    assert completion.service_tier is None
    assert "service_tier" not in completion


def test_conversation_goes_on_with_the_answer(client: Apertis) -> None:
    """The message of an answer goes back into `messages` as it is."""
    first = client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=4)
    second = client.chat.completions.create(
        model="any",
        messages=[
            QUESTION,
            first.choices[0].message,
            {"role": "user", "content": "Say it again."},
        ],
        max_tokens=4,
    )

    assert_is_answer(second)
    assert first.usage is not None
    assert second.usage is not None
    assert (second.usage.prompt_tokens or 0) > (first.usage.prompt_tokens or 0)


def test_answer_follows_a_schema(client: Apertis) -> None:
    """With a JSON schema as the format, the text of the answer is JSON that fits it."""
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {
            "colour": {"enum": ["red", "green", "blue"]},
            "count": {"type": "integer", "minimum": 0, "maximum": 9},
        },
        "required": ["colour", "count"],
        "additionalProperties": False,
    }
    completion = client.chat.completions.create(
        model="any",
        messages=[{"role": "user", "content": "How many apples are there, of which colour?"}],
        response_format={
            "type": "json_schema",
            "json_schema": {"name": "apples", "schema": schema, "strict": True},
        },
        max_tokens=60,
    )

    assert completion.choices[0].finish_reason == "stop"
    Draft202012Validator(schema).validate(json.loads(completion.choices[0].message.content or ""))


@pytest.mark.parametrize("stop", [" ", [" ", "\n"]], ids=["text", "texts"])
def test_stop_ends_the_answer(client: Apertis, stop: str | list[str]) -> None:
    """The model stops at each of the texts in `stop`, which are no part of the answer."""
    completion = client.chat.completions.create(
        model="any",
        messages=[{"role": "user", "content": "Write a long sentence about the sea."}],
        stop=stop,
        max_tokens=30,
    )

    assert completion.choices[0].finish_reason == "stop"
    assert not set(stop) & set(completion.choices[0].message.content or "")


def test_several_choices(client: Apertis) -> None:
    """`n` gives as many choices, numbered from 0."""
    completion = client.chat.completions.create(model="any", messages=[QUESTION], n=2, max_tokens=4)

    assert_is_answer(completion, choices=2)


def test_log_probabilities(client: Apertis) -> None:
    """`logprobs` gives each token with its probability, and the most likely ones in its place."""
    completion = client.chat.completions.create(
        model="any", messages=[QUESTION], logprobs=True, top_logprobs=2, max_tokens=3
    )

    logprobs = completion.choices[0].logprobs
    assert logprobs is not None
    tokens = logprobs.content
    assert tokens
    assert len(tokens) <= 3
    for token in tokens:
        assert isinstance(token.token, str)
        assert token.logprob <= 0
        assert bytes(token.bytes or []).decode(errors="replace") == token.token
        assert len(token.top_logprobs or []) == 2


def test_developer_speaks(client: Apertis) -> None:
    """A developer message is taken like a system message."""
    completion = client.chat.completions.create(
        model="any",
        messages=[{"role": "developer", "content": "Be polite."}, QUESTION],
        max_tokens=4,
    )

    assert_is_answer(completion)


def test_content_in_parts(client: Apertis) -> None:
    """Content may be a list of parts, each of which reaches the model."""
    parts: UserMessageDict = {
        "role": "user",
        "content": [{"type": "text", "text": "Say"}, {"type": "text", "text": "hello."}],
    }
    one_part: UserMessageDict = {"role": "user", "content": [{"type": "text", "text": "Say"}]}
    both, first = (
        client.chat.completions.create(model="any", messages=[message], max_tokens=2)
        for message in (parts, one_part)
    )

    assert_is_answer(both)
    assert both.usage is not None
    assert first.usage is not None
    assert (both.usage.prompt_tokens or 0) > (first.usage.prompt_tokens or 0)


def test_parameter_that_the_spec_does_not_know(client: Apertis) -> None:
    """What stands in `extra_body` reaches the server, as a member of the body."""
    completion = client.chat.completions.create(
        model="any",
        messages=[QUESTION],
        max_tokens=100,
        extra_body={"max_tokens": 1, "never_heard_of": {"it": True}},
    )

    assert completion.usage is not None
    assert completion.usage.completion_tokens == 1
