"""`apertis.responses.accumulate` and `stream_format`: from responses to events and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis.responses.accumulate import ResponseAccumulator
from apertis.responses.stream_format import RESPONSE_FORMAT
from apertis_client.models import Response

WORDS = st.text(max_size=8)
PART: Any = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("output_text"), "text": WORDS, "annotations": st.just([])}
    ),
    st.fixed_dictionaries({"type": st.just("refusal"), "refusal": WORDS}),
)
ITEM: Any = st.one_of(
    st.fixed_dictionaries(
        {
            "type": st.just("message"),
            "id": WORDS,
            "role": st.just("assistant"),
            "status": st.just("completed"),
            "content": st.lists(PART, min_size=1, max_size=3),
        }
    ),
    st.fixed_dictionaries(
        {"type": st.just("function_call"), "call_id": WORDS, "name": WORDS, "arguments": WORDS}
    ),
    st.fixed_dictionaries({"type": st.just("web_search_call"), "id": WORDS}),
)
RESPONSE = st.fixed_dictionaries(
    {
        "id": WORDS,
        "object": st.just("response"),
        "status": st.sampled_from(["completed", "incomplete", "failed"]),
        "model": WORDS,
        "output": st.lists(ITEM, max_size=3),
    }
)


def plain(response: Any) -> Any:
    return None if response is None else response.to_dict()


def settled(response: dict[str, Any]) -> dict[str, Any]:
    """Return a plain response as it is given to programs: each call has an id of its own."""
    whole = Response.from_dict(response)
    whole.__json_settle__()
    return whole.to_dict()


@given(RESPONSE)
def test_a_response_is_what_its_events_add_up_to(response: dict[str, Any]) -> None:
    """The events that stand for a plain answer add up to that answer, and prove it whole."""
    events = list(RESPONSE_FORMAT.to_events(response))

    assert plain(RESPONSE_FORMAT.accumulate(events)) == settled(response)
    assert RESPONSE_FORMAT.is_whole(reversed(events), has_end=True, require_finish_reason=True)


@given(RESPONSE)
def test_the_events_before_the_end_add_up(response: dict[str, Any]) -> None:
    """All that the last event has is in those before it, and can be read at any time."""
    accumulator = ResponseAccumulator()
    *events, _ = RESPONSE_FORMAT.to_events(response)
    for event in events:
        accumulator.add(event)
        json.dumps(accumulator.answer().to_dict())
    found = plain(accumulator.answer())

    assert found == settled({**response, "status": "in_progress"})
    assert not RESPONSE_FORMAT.is_whole(events, has_end=False, require_finish_reason=True)


@pytest.mark.parametrize(
    "event",
    [
        {"type": "response.created", "response": None},
        {"type": "response.output_item.added", "output_index": None, "item": None},
        {"type": "response.content_part.added", "output_index": 3, "part": None},
        {"type": "response.output_text.delta", "delta": None},
        {"type": "response.output_text.annotation.added", "annotation": None},
        {"type": "response.reasoning_summary_text.delta", "summary_index": None, "delta": "a"},
        {"type": "response.function_call_arguments.done", "arguments": None},
        {"type": "error"},
        {},
    ],
)
def test_odd_events_do_no_harm(event: dict[str, Any]) -> None:
    """Events that lack what they should have are passed over."""
    found = plain(RESPONSE_FORMAT.accumulate([event, event]))

    assert found["object"] == "response"


def test_events_without_an_index_are_of_the_last_item() -> None:
    """Where a server leaves the indices out, pieces belong to the item that began last."""
    message: dict[str, Any] = {"type": "message", "content": []}
    events: list[dict[str, Any]] = [
        {"type": "response.output_item.added", "item": message},
        {"type": "response.output_text.delta", "delta": "a"},
        {"type": "response.output_item.added", "item": message},
        {"type": "response.output_text.delta", "delta": "b"},
        {"type": "response.output_text.delta", "delta": "c"},
    ]
    response: Any = RESPONSE_FORMAT.accumulate(events)

    assert [item.content[0].text for item in response.output] == ["a", "bc"]
    assert response.output_text == "abc"


def test_events_without_an_index_belong_to_the_item_with_their_id() -> None:
    """Where they come in turns, an id that is known says more than the order."""
    events = [added("a"), added("b"), argued("1", "a"), argued("2", "b"), argued("3", "x")]
    bare = [{name: each[name] for name in each if name != "output_index"} for each in events]
    response: Any = RESPONSE_FORMAT.accumulate(bare)

    assert [item.arguments for item in response.output] == ["1", "23"]


@pytest.mark.parametrize("kind", [str, float])
def test_indexes_of_any_form_tell_items_apart(kind: Callable[[int], Any]) -> None:
    """An index may be text, or a number with a fraction."""
    events = [
        {**event, "output_index": kind(index)}
        for event, index in (
            (added("a"), 0),
            (added("b"), 1),
            (argued("1", ""), 0),
            (argued("2", ""), 1),
        )
    ]
    response: Any = RESPONSE_FORMAT.accumulate(events)

    assert [item.arguments for item in response.output] == ["1", "2"]


def test_arguments_that_come_twice_count_once() -> None:
    """A last delta may be the whole once more, maybe with other spaces."""
    events = [added("a"), *(argued(each, "a") for each in ('{"c":', "1}", '{"c": 1}'))]
    response: Any = RESPONSE_FORMAT.accumulate(events)

    assert response.output[0].arguments == '{"c":1}'


def test_the_end_may_leave_out_what_is_in_its_items() -> None:
    """Where the last event has the items without their content, that is what came before."""
    said = {"type": "message", "id": "m", "content": [{"type": "output_text", "text": "Hi"}]}
    called = {"type": "function_call", "id": "a", "call_id": "a", "name": "f", "arguments": ""}
    at = {"output_index": 1, "item_id": "a"}
    events: list[dict[str, Any]] = [
        {"type": "response.output_item.done", "output_index": 0, "item": said},
        {"type": "response.output_item.added", "output_index": 1, "item": called},
        {"type": "response.function_call_arguments.delta", **at, "delta": "{}"},
    ]
    ended = [{**said, "content": [], "status": "completed"}, {**called, "status": "completed"}]
    events.append({"type": "response.completed", "response": {"output": ended}})
    response: Any = RESPONSE_FORMAT.accumulate(events)

    assert response.output_text == "Hi"
    assert response.output[1].arguments == "{}"
    assert [item.status for item in response.output] == ["completed", "completed"]


def added(name: str) -> dict[str, Any]:
    item = {"type": "function_call", "id": name, "call_id": name, "name": name, "arguments": ""}
    return {"type": "response.output_item.added", "output_index": 0, "item": item}


def argued(delta: Any, item_id: str) -> dict[str, Any]:
    kind = "response.function_call_arguments.delta"
    return {"type": kind, "output_index": 0, "item_id": item_id, "delta": delta}


ARGUED = argued('{"x": ', "a"), argued("1}", "a")
DONE = {"type": "response.function_call_arguments.done", "output_index": 0, "item_id": "a"}
SPOKEN = {"type": "response.output_text.delta", "output_index": 0, "delta": "Hi"}
ITEM_DONE = {"type": "response.output_item.done", "output_index": 0}
MESSAGE = {"type": "message", "id": "m"}
CALLED = {"type": "function_call", "id": "a", "call_id": "a", "name": "a"}
TYPED = "response.custom_tool_call_input.delta"
EMPTY = {"type": "output_text", "text": "", "annotations": []}
ENDED = {
    "type": "response.completed",
    "response": {"output": [{**MESSAGE, "content": [EMPTY]}]},
}
ADDED_EMPTY = {
    "type": "response.output_item.added",
    "output_index": 0,
    "item": {**CALLED, "arguments": "{}"},
}


@pytest.mark.parametrize(
    ("events", "member", "value"),
    [
        ([added("a"), *ARGUED, DONE], "arguments", '{"x": 1}'),
        ([added("a"), *ARGUED, {**DONE, "arguments": ""}], "arguments", '{"x": 1}'),
        ([added("a"), {**DONE, "arguments": {"x": 1}}], "arguments", '{"x": 1}'),
        ([added("a"), argued({"x": 1}, "a")], "arguments", '{"x": 1}'),
        ([added("a"), *ARGUED, {**ITEM_DONE, "item": CALLED}], "arguments", '{"x": 1}'),
        ([{"type": TYPED, "delta": "a"}, {"type": TYPED, "delta": "b"}], "input", "ab"),
        (
            [SPOKEN, {"type": "response.output_text.done", "output_index": 0}],
            "content",
            [{"type": "output_text", "text": "Hi"}],
        ),
        (
            [SPOKEN, {**ITEM_DONE, "item": {**MESSAGE, "content": []}}],
            "content",
            [{"type": "output_text", "text": "Hi"}],
        ),
        (
            [SPOKEN, {**ITEM_DONE, "item": {**MESSAGE, "content": [{"type": "refusal"}]}}],
            "content",
            [{"type": "refusal"}],
        ),
        (
            [SPOKEN, {**ITEM_DONE, "item": {**MESSAGE, "content": [EMPTY]}}],
            "content",
            [{"type": "output_text", "text": "Hi"}],
        ),
        (
            [SPOKEN, ENDED],
            "content",
            [{"type": "output_text", "text": "Hi"}],
        ),
        ([added("a"), argued("{}", "a"), *ARGUED], "arguments", '{"x": 1}'),
        ([ADDED_EMPTY, *ARGUED], "arguments", '{"x": 1}'),
        ([ADDED_EMPTY], "arguments", "{}"),
    ],
)
def test_an_end_that_says_nothing_takes_nothing_back(
    events: list[Any], member: str, value: object
) -> None:
    """What came in pieces stays where the end lacks it; arguments may be the object itself."""
    (item,) = plain(RESPONSE_FORMAT.accumulate(events))["output"]

    assert item[member] == value


def test_each_call_has_an_id() -> None:
    """A call without an id, or with that of another, gets one that is always the same."""
    call = {"type": "function_call", "name": "f", "arguments": "{}"}
    calls = [call, {**call, "call_id": "a"}, {**call, "call_id": "a"}]
    event = {"type": "response.completed", "response": {"output": calls}}
    ids, again = (
        [call.call_id for call in RESPONSE_FORMAT.accumulate([event]).output] for _ in range(2)
    )

    assert len({*ids, ""}) == 4
    assert ids == again
    assert ids[1] == "a"


def test_no_events_are_no_response() -> None:
    """Without events there is nothing."""
    assert RESPONSE_FORMAT.accumulate([]) is None


@pytest.mark.parametrize(
    "events",
    [
        [added("a"), argued("1", "a"), argued("2", "a"), added("b"), argued("3", "b")],
        [added("a"), argued("1", "a"), added("b"), argued("3", "b"), argued("2", "a")],
        [added("a"), argued("1", "x"), argued("2", "y"), added("b"), argued("3", "z")],
        [added("a"), added("a"), argued("1", "a"), argued("2", "a"), added("b"), argued("3", "b")],
    ],
    ids=["one after the other", "in turns", "with ids that say nothing", "begun twice"],
)
def test_items_that_share_an_index(events: list[Any]) -> None:
    """An item that begins where another has its index is another, and neither is lost."""
    response = RESPONSE_FORMAT.accumulate(
        [*events, {"type": "response.completed", "response": {"output": []}}]
    )

    output = plain(response)["output"]
    assert [(item["id"], item["arguments"]) for item in output] == [("a", "12"), ("b", "3")]
