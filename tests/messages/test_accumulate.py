"""`apertis.messages.accumulate` and `stream_format`: from messages to events and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis.messages.accumulate import MessageAccumulator
from apertis.messages.stream_format import MESSAGE_FORMAT
from apertis_client.models import Message

WORDS = st.text(max_size=8)
INPUT = st.dictionaries(WORDS, WORDS | st.integers() | st.lists(WORDS, max_size=2), max_size=3)
CITATION = st.fixed_dictionaries({"type": st.just("char_location"), "cited_text": WORDS})
TEXT: Any = st.fixed_dictionaries(
    {"type": st.just("text"), "text": WORDS},
    optional={"citations": st.lists(CITATION, min_size=1, max_size=2)},
)
BLOCK: Any = st.one_of(
    TEXT,
    st.fixed_dictionaries({"type": st.just("thinking"), "thinking": WORDS, "signature": WORDS}),
    st.fixed_dictionaries({"type": st.just("redacted_thinking"), "data": WORDS}),
    st.fixed_dictionaries(
        {"type": st.just("tool_use"), "id": WORDS, "name": WORDS, "input": INPUT}
    ),
    st.fixed_dictionaries({"type": st.just("hologram"), "data": INPUT}),
)
MESSAGE = st.fixed_dictionaries(
    {
        "id": WORDS,
        "type": st.just("message"),
        "role": st.just("assistant"),
        "model": WORDS,
        "content": st.lists(BLOCK, max_size=4),
        "stop_reason": st.sampled_from(["end_turn", "tool_use"]),
        "stop_sequence": st.none() | WORDS,
        "usage": st.fixed_dictionaries({"input_tokens": st.integers(0, 9)}),
    }
)


def plain(message: Any) -> Any:
    return None if message is None else message.to_dict()


def settled(message: dict[str, Any]) -> dict[str, Any]:
    """Return a plain message as it is given to programs: each call has an id of its own."""
    whole = Message.from_dict(message)
    whole.__json_settle__()
    return whole.to_dict()


@given(MESSAGE)
def test_a_message_is_what_its_events_add_up_to(message: dict[str, Any]) -> None:
    """The events that stand for a plain answer add up to that answer, and prove it whole."""
    events = list(MESSAGE_FORMAT.to_events(message))

    assert plain(MESSAGE_FORMAT.accumulate(events)) == settled(message)
    assert MESSAGE_FORMAT.is_whole(reversed(events), has_end=True, require_finish_reason=True)


@pytest.mark.parametrize(("left_out", "is_whole"), [(1, True), (2, False)])
def test_the_reason_why_it_stopped_proves_a_message_whole(left_out: int, is_whole: bool) -> None:
    """It follows all of the content; the event at the end, which adds nothing, may be missing."""
    message = {"content": [{"type": "text", "text": "a"}], "stop_reason": "end_turn"}
    events = [*MESSAGE_FORMAT.to_events(message)][:-left_out]
    whole = MESSAGE_FORMAT.is_whole(reversed(events), has_end=False, require_finish_reason=True)

    assert whole is is_whole


@given(MESSAGE, st.data())
def test_deltas_of_any_size_add_up(message: dict[str, Any], data: st.DataObject) -> None:
    """Texts and input arrive in any number of pieces; what has come can be read at any time."""
    accumulator = MessageAccumulator()
    for event in MESSAGE_FORMAT.to_events(message):
        for each in cut(event, data):
            accumulator.add(each)
            json.dumps(accumulator.answer().to_dict())

    assert plain(accumulator.answer()) == settled(message)


def begin(kind: str, index: Any = 0, **members: Any) -> dict[str, Any]:
    block = {"type": kind, **members}
    return {"type": "content_block_start", "index": index, "content_block": block}


def said(index: Any = 0, **delta: Any) -> dict[str, Any]:
    return {"type": "content_block_delta", "index": index, "delta": delta}


END = {"type": "content_block_stop", "index": 0}
BEGUN = begin("text", text="")
WEATHER = begin("tool_use", id="a", name="weather", input={})
TIME = begin("tool_use", id="b", name="time", input={})


ONE = [said(partial_json='{"c":'), said(partial_json=" 1}")]
TWO = [said(partial_json='{"d": 2}')]
SHARING = {
    "one after the other": [begin("text", text="A"), END, WEATHER, *ONE, END, TIME, *TWO, END],
    "without their ends": [BEGUN, said(text="A"), WEATHER, *ONE, TIME, *TWO],
    "begun twice": [BEGUN, BEGUN, said(text="A"), END, WEATHER, *ONE, WEATHER, END, TIME, *TWO],
    "begun late": [said(text="A"), BEGUN, WEATHER, *ONE, TIME, *TWO],
}


@pytest.mark.parametrize("events", SHARING.values(), ids=SHARING.keys())
def test_blocks_that_share_an_index(events: list[Any]) -> None:
    """A block that begins where another has its index is another, and neither is lost."""
    message = MESSAGE_FORMAT.accumulate(events)
    assert message is not None
    text, weather, time = [block.to_dict() for block in message.content]

    assert text == {"type": "text", "text": "A"}
    assert weather == {"type": "tool_use", "id": "a", "name": "weather", "input": {"c": 1}}
    assert time == {"type": "tool_use", "id": "b", "name": "time", "input": {"d": 2}}


@pytest.mark.parametrize(
    "events",
    [
        [WEATHER, said(partial_json="{}"), *ONE, END],
        [WEATHER, *ONE, said(partial_json='{"c": 1}'), END],
        [WEATHER, *ONE, said(partial_json={"c": 1}), END],
        [WEATHER, *(said(number, **each["delta"]) for number, each in enumerate(ONE)), END],
    ],
    ids=[
        "behind an empty object",
        "with the whole behind it",
        "with an object behind it",
        "with indexes that count the pieces",
    ],
)
def test_input_is_whole(events: list[Any]) -> None:
    """The input of a tool is the object that the pieces are of, as gateways send them."""
    [block] = plain(MESSAGE_FORMAT.accumulate(events))["content"]

    assert (block["name"], block["input"]) == ("weather", {"c": 1})


@pytest.mark.parametrize("kind", [str, float])
def test_indexes_of_any_form_tell_blocks_apart(kind: Callable[[int], Any]) -> None:
    """An index may be text, or a number with a fraction."""
    events = [
        begin("tool_use", kind(0), id="a", name="f", input={}),
        begin("tool_use", kind(1), id="b", name="f", input={}),
        said(kind(0), partial_json='{"c":'),
        said(kind(1), partial_json='{"c":'),
        said(kind(0), partial_json=" 1}"),
        said(kind(1), partial_json=" 2}"),
    ]
    blocks = plain(MESSAGE_FORMAT.accumulate(events))["content"]

    assert [block["input"] for block in blocks] == [{"c": 1}, {"c": 2}]


def test_input_without_a_tool_is_kept() -> None:
    """Input that belongs to no tool that has begun, and not ended, is a block of its own."""
    blocks = plain(MESSAGE_FORMAT.accumulate([WEATHER, *ONE, END, said(1, partial_json="{}")]))

    assert [block["input"] for block in blocks["content"]] == [{"c": 1}, {}]


def test_usage_is_not_taken_back() -> None:
    """Where the end says 0 of what the beginning has counted, the beginning counts."""
    begun = {"type": "message_start", "message": {"usage": {"input_tokens": 3, "output_tokens": 1}}}
    ended = {"type": "message_delta", "usage": {"input_tokens": 0, "output_tokens": 5, "cache": 0}}
    usage = plain(MESSAGE_FORMAT.accumulate([begun, ended]))["usage"]

    assert usage == {"input_tokens": 3, "output_tokens": 5, "cache": 0}


@pytest.mark.parametrize("has_end", [False, True])
def test_a_reason_before_the_content_proves_nothing(*, has_end: bool) -> None:
    """A server that says at the beginning why it stopped may still be cut."""
    begun = {"type": "message_start", "message": {"stop_reason": "end_turn"}}
    whole = MESSAGE_FORMAT.is_whole(
        [said(text="A"), BEGUN, begun], has_end=has_end, require_finish_reason=True
    )

    assert whole is has_end


@pytest.mark.parametrize(
    ("events", "member", "value"),
    [
        ([WEATHER, said(type="input_json_delta", partial_json={"c": 1})], "input", {"c": 1}),
        ([begin("hologram", data=None), said(type="hologram_delta", data="x")], "data", "x"),
    ],
    ids=["an object as input", "an unknown type"],
)
def test_deltas_of_any_form_are_kept(events: list[Any], member: str, value: object) -> None:
    """Input may be the object itself, and what a delta of an unknown type has is a member."""
    (block,) = plain(MESSAGE_FORMAT.accumulate(events))["content"]

    assert (block["type"], block[member]) == (events[0]["content_block"]["type"], value)


def test_each_call_has_an_id() -> None:
    """A call without an id, or with that of another, gets one that is always the same."""
    events = [begin("tool_use", index=i, id=id_, name="f", input={}) for i, id_ in enumerate("aa")]
    events.append(begin("tool_use", index=2, name="f", input={}))
    ids, again = (
        [block["id"] for block in plain(MESSAGE_FORMAT.accumulate(events))["content"]]
        for _ in range(2)
    )

    assert len({*ids, ""}) == 4
    assert ids == again
    assert ids[0] == "a"


def cut(event: Any, data: st.DataObject) -> list[Any]:
    """Return an event, or several with parts of its delta."""
    delta = event.get("delta", {})
    name = next((each for each in ("text", "thinking", "partial_json") if delta.get(each)), None)
    if name is None:
        return [event]
    whole = delta[name]
    at = data.draw(st.integers(0, len(whole)))
    return [{**event, "delta": {**delta, name: part}} for part in (whole[:at], whole[at:])]


def test_snapshots_do_not_change() -> None:
    """A message that was read stays as it was."""
    accumulator = MessageAccumulator()
    block = {"type": "text", "text": ""}
    delta = {"type": "text_delta", "text": "Hi"}
    usage = {"input_tokens": 1}
    accumulator.add({"type": "message_start", "message": {"id": "m", "usage": usage}})
    accumulator.add({"type": "content_block_start", "index": 0, "content_block": block})
    first = accumulator.answer()
    before = first.to_dict()
    accumulator.add({"type": "content_block_delta", "index": 0, "delta": delta})
    accumulator.add({"type": "message_delta", "delta": {}, "usage": {"output_tokens": 5}})
    accumulator.answer()

    assert first.to_dict() == before
    assert accumulator.answer().usage.to_dict() == {"input_tokens": 1, "output_tokens": 5}


@pytest.mark.parametrize(
    ("events", "content"),
    [
        ([{"type": "content_block_delta", "index": 2, "delta": {"text": "Hi"}}], "text"),
        ([{"type": "content_block_delta", "delta": {"thinking": "Hm"}}], "thinking"),
        ([{"type": "content_block_delta", "index": 0, "delta": {"partial_json": "{"}}], "tool_use"),
    ],
)
def test_a_block_that_never_began(events: list[Any], content: str) -> None:
    """A delta without the start of its block begins one of its kind."""
    (block,) = plain(MESSAGE_FORMAT.accumulate(events))["content"]

    assert block["type"] == content


@pytest.mark.parametrize(
    "events",
    [
        [{"type": "message_start", "message": None}],
        [{"type": "content_block_start", "index": 0, "content_block": None}],
        [{"type": "content_block_stop", "index": 5}],
        [{"type": "message_delta", "delta": None, "usage": None}],
        [{"type": "new", "index": "x", "delta": []}],
        [{}],
    ],
)
def test_odd_events_do_no_harm(events: list[Any]) -> None:
    """Events that lack what they should have are passed over."""
    assert plain(MESSAGE_FORMAT.accumulate(events))["type"] == "message"


def test_no_events_are_no_message() -> None:
    """Without events there is nothing."""
    assert MESSAGE_FORMAT.accumulate([]) is None
