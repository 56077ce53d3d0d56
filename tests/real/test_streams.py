"""Streamed answers of a real model."""

from __future__ import annotations

from apertis import Apertis, ChatCompletionChunk, UserMessageDict
from tests.real.conftest import assert_is_answer, shape

QUESTION: UserMessageDict = {"role": "user", "content": "Say hello."}


def test_text_comes_in_chunks(client: Apertis) -> None:
    """A stream gives the text piece by piece; the chunks add up to the whole."""
    stream = client.chat.completions.create(
        model="any", messages=[QUESTION], stream=True, max_tokens=8
    )
    chunks = list(stream)

    assert all(isinstance(chunk, ChatCompletionChunk) for chunk in chunks)
    assert {chunk.object for chunk in chunks} == {"chat.completion.chunk"}
    assert len({chunk.id for chunk in chunks}) == 1
    pieces = [choice.delta.content or "" for chunk in chunks for choice in chunk.choices]
    reasons = [choice.finish_reason for chunk in chunks for choice in chunk.choices]
    assert len([piece for piece in pieces if piece]) > 1
    assert [reason for reason in reasons if reason] in (["stop"], ["length"])
    completion = stream.get_final_completion()
    assert_is_answer(completion)
    assert completion.choices[0].message.content == "".join(pieces)


def test_gathered_stream_has_the_shape_of_a_plain_answer(client: Apertis) -> None:
    """A stream that says its usage adds up to what the same call gives as a plain answer."""
    plain = client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=4)
    gathered = client.chat.completions.create(
        model="any",
        messages=[QUESTION],
        max_tokens=4,
        stream=True,
        stream_options={"include_usage": True},
    ).get_final_completion()

    assert_is_answer(gathered)
    assert shape(gathered.to_dict()) == shape(plain.to_dict())


def test_last_chunk_says_the_usage(client: Apertis) -> None:
    """With `include_usage` the last chunk has no choices and says how many tokens it took."""
    *others, last = client.chat.completions.create(
        model="any",
        messages=[QUESTION],
        max_tokens=4,
        stream=True,
        stream_options={"include_usage": True},
    )

    assert all(chunk.usage is None for chunk in others)
    assert last.choices == []
    assert last.usage is not None
    assert 0 < (last.usage.completion_tokens or 0) <= 4


def test_text_alone(client: Apertis) -> None:
    """`text_deltas` gives the text of the first choice, and the whole is there afterwards."""
    stream = client.chat.completions.create(
        model="any", messages=[QUESTION], stream=True, max_tokens=6
    )
    texts = list(stream.text_deltas())

    assert all(texts)
    assert stream.get_final_completion().choices[0].message.content == "".join(texts)


def test_choices_are_told_apart(client: Apertis) -> None:
    """The chunks of several choices come mixed and are gathered each to its own."""
    completion = client.chat.completions.create(
        model="any", messages=[QUESTION], n=2, stream=True, max_tokens=4
    ).get_final_completion()

    assert_is_answer(completion, choices=2)


def test_streamed_log_probabilities_are_gathered(client: Apertis) -> None:
    """The log probabilities of a stream add up to those of every token."""
    stream = client.chat.completions.create(
        model="any", messages=[QUESTION], logprobs=True, stream=True, max_tokens=4
    )
    tokens = [
        token.token
        for chunk in stream
        for choice in chunk.choices
        if choice.logprobs
        for token in choice.logprobs.content or ()
    ]

    gathered = stream.get_final_completion().choices[0].logprobs
    assert gathered is not None
    assert tokens
    assert [token.token for token in gathered.content or ()] == tokens


def test_stream_left_early(client: Apertis) -> None:
    """Leaving a stream closes its connection, and the server is there for the next call."""
    with client.chat.completions.create(
        model="any",
        messages=[{"role": "user", "content": "Write a very long story."}],
        stream=True,
        max_tokens=2000,
    ) as stream:
        first = next(stream)
        closed_inside = stream.response.is_closed

    assert first.object == "chat.completion.chunk"
    assert (closed_inside, stream.response.is_closed) == (False, True)
    assert_is_answer(client.chat.completions.create(model="any", messages=[QUESTION], max_tokens=2))
