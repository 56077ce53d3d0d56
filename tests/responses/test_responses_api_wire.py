"""`client.responses`: responses, their streams, structured output and tool runs, over a socket."""

from __future__ import annotations

from typing import Any

import pytest

from apertis import (
    APIStreamError,
    OtherResponseStreamEvent,
    ParsedResponseFunctionCall,
)
from tests.answers.apis import RESPONSES, Cat, weather
from tests.answers.responses import (
    BEGIN,
    CALL,
    END,
    HELLO,
    QUESTION,
    TEXT_DONE,
    called,
    ended,
    named,
    refused,
    said,
    text,
    words,
)
from tests.drivers import Driver
from tests.server import Server, Step, event_stream, json_reply

pytestmark = pytest.mark.wire

create, opened, run = RESPONSES.create, RESPONSES.opened, RESPONSES.run


# Plain answers


def test_an_answer_has_typed_items(driver: Driver, server: Server) -> None:
    """Items are of the class of their type, those of an unknown type keep all they have."""
    search = {"type": "web_search_call", "id": "ws_1", "query": "weather"}
    reasoning = {"type": "reasoning", "id": "rs_1", "summary": []}
    server.answer(json_reply(said(reasoning, search, words("Hel"), called("{}"), words("lo!"))))
    response = create(driver)

    assert [type(item).__name__ for item in response.output] == [
        "ResponseReasoningItem",
        "OtherResponseItem",
        "ResponseOutputMessage",
        "ResponseFunctionCall",
        "ResponseOutputMessage",
    ]
    assert response.output_text == "Hello!"
    assert response.output[1]["query"] == "weather"
    assert response.usage is not None
    assert response.usage.total_tokens == 5


@pytest.mark.parametrize(
    "body",
    [
        {"id": "r", "object": "response", "output": []},
        {"id": "r", "output": None},
        {"id": "r", "output": [{"type": "message", "content": None}]},
        {"id": "r", "output": [refused("No.")]},
    ],
)
def test_an_answer_without_text(driver: Driver, server: Server, body: dict[str, Any]) -> None:
    """`output_text` is empty where the model wrote none."""
    server.answer(json_reply(body))

    assert create(driver).output_text == ""


def test_a_response_that_failed_is_returned(driver: Driver, server: Server) -> None:
    """A response that failed is an answer, plain, parsed and streamed; it says why."""
    error = {"code": "server_error", "message": "The model failed."}
    body = said(status="failed", error=error)
    server.answer(
        json_reply(body),
        json_reply(body),
        event_stream(BEGIN[0], named("failed", response=body)),
        event_stream(BEGIN[0], named("failed", response=body)),
    )
    plain = create(driver)
    parsed = driver.wait(driver.client().responses.parse(**QUESTION, response_format=Cat))
    streamed = driver.wait(create(driver, stream=True).get_final_response())
    with opened(driver, response_format=Cat) as stream:
        last = driver.all(stream)[-1]

    assert plain.error.message == streamed.error.message == parsed.error.message
    assert plain.status == streamed.status == "failed"
    assert (last.type, last.response.error.code) == ("response.failed", "server_error")
    assert parsed.output_parsed is None


def test_both_spellings_of_functions(driver: Driver, server: Server) -> None:
    """A function may be described by its own members or within `function`, as it is sent."""
    parameters = {"type": "object", "properties": {}}
    tools = [
        {"type": "function", "name": "a", "parameters": parameters},
        {"type": "function", "function": {"name": "b", "parameters": parameters}},
        {"type": "web_search"},
    ]
    server.answer(json_reply(said(words("Hello!"))))
    create(driver, tools=tools)

    assert server.requests[0].json["tools"] == tools


def test_an_answer_can_be_sent_back(driver: Driver, server: Server) -> None:
    """The output of an answer goes back as it came, with the results of its calls."""
    output = [
        {"type": "reasoning", "id": "rs_1", "summary": [], "encrypted_content": "ZW5j"},
        {**words("I look."), "status": "completed"},
        called("{}"),
        {"type": "web_search_call", "id": "ws_1", "status": "completed"},
    ]
    server.answer(json_reply(said(*output)), json_reply(said(words("Warm."))))
    response = create(driver)
    result = {"type": "function_call_output", "call_id": "call_1", "output": "warm"}
    question = {"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}
    create(driver, input=[question, *response.output, result])

    assert server.requests[1].json["input"] == [question, *output, result]


# Streams of events


def test_a_stream_gives_typed_events(driver: Driver, server: Server) -> None:
    """Each event is of the class of its type, also without number and id of the item."""
    server.answer(event_stream(*HELLO))
    events = driver.all(create(driver, stream=True))

    assert [type(each).__name__ for each in events] == [
        "ResponseCreatedEvent",
        "ResponseOutputItemAddedEvent",
        "ResponseContentPartAddedEvent",
        "ResponseTextDeltaEvent",
        "ResponseTextDeltaEvent",
        "ResponseTextDoneEvent",
        "ResponseCompletedEvent",
    ]
    assert [each.sequence_number for each in events[:2]] == [0, None]
    assert (events[3].delta, events[3].item_id, events[2].item_id) == ("Hel", "msg_1", None)
    assert events[-1].response.output_text == "Hello!"


def test_unknown_events_are_handed_on(driver: Driver, server: Server) -> None:
    """An event of an unknown type is there with all its members, also where it has a message."""
    search = named("web_search_call.searching", output_index=0, message="searching")
    server.answer(event_stream(*HELLO[:3], search, *HELLO[3:]))
    events = driver.all(create(driver, stream=True))
    (other,) = (each for each in events if isinstance(each, OtherResponseStreamEvent))

    assert (other.type, other["output_index"]) == ("response.web_search_call.searching", 0)


def test_pieces_of_every_kind_add_up(driver: Driver, server: Server) -> None:
    """What a stream brought before it broke is all there."""
    at = {"output_index": 0, "summary_index": 0}
    body = [
        named("output_item.added", output_index=0, item={"type": "reasoning", "id": "rs_1"}),
        named("reasoning_summary_part.added", **at, part={"type": "summary_text", "text": ""}),
        named("reasoning_summary_text.delta", **at, delta="Thin"),
        named("reasoning_summary_text.delta", **at, delta="king"),
        named("reasoning_text.delta", output_index=0, content_index=0, delta="Hm"),
        named("output_text.delta", output_index=1, content_index=0, delta="Hello"),
        named(
            "output_text.annotation.added",
            output_index=1,
            content_index=0,
            annotation={"type": "url_citation", "url": "u"},
        ),
        named("refusal.delta", output_index=2, content_index=0, delta="No"),
        named("refusal.done", output_index=2, content_index=0, refusal="No."),
        named("function_call_arguments.delta", output_index=3, delta='{"a"'),
    ]
    server.answer(event_stream(*body))
    with pytest.raises(APIStreamError) as caught:
        driver.all(create(driver, stream=True))

    output = caught.value.partial.to_dict()["output"]
    assert output[3].pop("call_id")
    assert output == [
        {
            "type": "reasoning",
            "id": "rs_1",
            "content": [{"type": "reasoning_text", "text": "Hm"}],
            "summary": [{"type": "summary_text", "text": "Thinking"}],
        },
        {
            "type": "message",
            "content": [
                {
                    "type": "output_text",
                    "annotations": [{"type": "url_citation", "url": "u"}],
                    "text": "Hello",
                }
            ],
        },
        {"type": "message", "content": [{"type": "refusal", "refusal": "No."}]},
        {"type": "function_call", "arguments": '{"a"'},
    ]


@pytest.mark.parametrize("status", ["completed", "incomplete", "failed"])
def test_a_plain_answer_in_place_of_a_stream(driver: Driver, server: Server, status: str) -> None:
    """An answer that comes as a whole gives the events that it would have come in."""
    answer = said(words("Hello!"), called("{}"), refused("No."), {"type": "x"}, status=status)
    server.answer(json_reply(answer), json_reply(answer), json_reply(answer))
    events = driver.all(create(driver, stream=True))
    final = driver.wait(create(driver, stream=True).get_final_response())
    deltas = driver.all(create(driver, stream=True).text_deltas())

    assert events[0].type == "response.created"
    assert events[-1].type == f"response.{status}"
    assert final.to_dict() == answer
    assert deltas == ["Hello!"]


# `stream`


def test_events_have_what_there_is_so_far(driver: Driver, server: Server) -> None:
    """More of a text comes with the text so far, the end with the response."""
    server.answer(event_stream(*HELLO))
    with opened(driver) as stream:
        events = driver.all(stream)
        final = driver.wait(stream.get_final_response())
        whole = driver.wait(stream.get_final_text())

    assert [each.type for each in events] == [
        "response.created",
        "response.output_item.added",
        "response.content_part.added",
        "response.output_text.delta",
        "response.output_text.delta",
        "response.output_text.done",
        "response.completed",
    ]
    assert [(each.delta, each.snapshot) for each in events[3:5]] == [
        ("Hel", "Hel"),
        ("lo!", "Hello!"),
    ]
    assert events[-1].response.output_text == final.output_text == whole == "Hello!"


@pytest.mark.parametrize("last", ["", "\ud83d"], ids=["whole", "and a half"])
def test_halves_of_characters(driver: Driver, server: Server, last: str) -> None:
    """Halves of a surrogate pair in two events are one character, whoever reads the text."""
    whole = f"a\U0001f600b{last}"
    pieces = ["a\ud83d", "\ude00b", *([last] if last else [])]
    arguments = [named("function_call_arguments.delta", output_index=1, delta=p) for p in pieces]
    done = named("output_text.done", output_index=0, content_index=0, text=whole)
    body = [*(text(piece) for piece in pieces), done, *arguments, ended()]
    server.answer(event_stream(*body), event_stream(*body))
    with opened(driver) as stream:
        events = driver.all(stream)
    deltas = driver.all(create(driver, stream=True).text_deltas())
    parts = [each for each in events if each.type == "response.output_text.delta"]

    assert "".join(deltas) == whole
    assert "".join(each.delta for each in parts) == whole
    assert parts[-1].snapshot == whole


def test_text_of_a_stream(driver: Driver, server: Server) -> None:
    """`text_stream` and `text_deltas` give the text and nothing else."""
    server.answer(event_stream(*HELLO), event_stream(*HELLO))
    with opened(driver) as stream:
        pieces = driver.all(stream.text_stream)

    assert pieces == driver.all(create(driver, stream=True).text_deltas()) == ["Hel", "lo!"]


WHOLE = {**words("Hello!"), "id": "msg_1"}


@pytest.mark.parametrize(
    "body",
    [
        [END],
        [*BEGIN, TEXT_DONE, named("output_item.done", output_index=0, item=WHOLE), ended()],
        [named("output_item.done", output_index=0, item=WHOLE), END],
        [named("output_item.added", output_index=0, item=WHOLE), TEXT_DONE, END],
        [*BEGIN, text("Hel"), text("lo!"), named("output_item.done", item=WHOLE), TEXT_DONE, END],
        [*BEGIN, text("Hel"), TEXT_DONE, END],
        [*BEGIN, text("Hel"), named("output_item.done", output_index=0, item=WHOLE), END],
        [*BEGIN, text("Hel"), text("lo"), END],
    ],
    ids=[
        *("response", "part", "item", "item at its beginning", "item without an index"),
        *("rest of the part", "rest of the item", "rest of the response"),
    ],
)
def test_text_that_comes_as_a_whole(driver: Driver, server: Server, body: list[Step]) -> None:
    """Text, or the rest of it, that gateways send without deltas counts once, whoever reads it."""
    server.answer(event_stream(*body), event_stream(*body))
    with opened(driver) as stream:
        events = driver.all(stream)
        whole = driver.wait(stream.get_final_text())
    deltas = [each for each in events if each.type == "response.output_text.delta"]
    again = create(driver, stream=True)

    assert "".join(each.delta for each in deltas) == deltas[-1].snapshot == whole == "Hello!"
    assert "".join(driver.all(again.text_deltas())) == "Hello!"


@pytest.mark.parametrize(
    "arguments", ['{"city": "Paris", "days": 2}', {"city": "Paris", "days": 2}]
)
def test_arguments_of_any_form(driver: Driver, server: Server, arguments: Any) -> None:
    """Arguments may be the object itself, as the results of a run show."""
    server.answer(json_reply(said(called(arguments))), json_reply(said(words("Done."))))
    driver.wait(run(driver).get_final_response())

    assert server.requests[1].json["input"][-1]["output"] == "Paris: 2"


def test_arguments_that_are_missing_go_back(driver: Driver, server: Server) -> None:
    """A call without arguments goes back with none as text, which servers ask for."""
    call = {name: value for name, value in called("").items() if name != "arguments"}
    server.answer(json_reply(said(call)), json_reply(said(words("Done."))))
    driver.wait(run(driver).get_final_response())

    assert server.requests[1].json["input"][1] == {**call, "arguments": "{}"}


def test_arguments_so_far(driver: Driver, server: Server) -> None:
    """More of arguments comes with what they say so far."""
    server.answer(event_stream(*CALL))
    with opened(driver, tools=[weather]) as stream:
        events = driver.all(stream)
        final = driver.wait(stream.get_final_response())
    deltas = [e for e in events if e.type == "response.function_call_arguments.delta"]

    assert [each.snapshot for each in deltas] == ['{"city": "Par', '{"city": "Paris", "days": 2}']
    assert [each.parsed for each in deltas] == [{"city": "Par"}, {"city": "Paris", "days": 2}]
    assert final.output[0].parsed_arguments == {"city": "Paris", "days": 2}


# Structured output


@pytest.mark.parametrize("verbosity", [None, "low"])
def test_parse(driver: Driver, server: Server, verbosity: str | None) -> None:
    """The text becomes a value of the type, whose schema is sent."""
    server.answer(json_reply(said(words('{"name": "Tom", '), words('"age": 3}'))))
    asked = {"text": {"verbosity": verbosity}} if verbosity else {}
    response = driver.wait(
        driver.client().responses.parse(**QUESTION, **asked, response_format=Cat)
    )
    sent = server.requests[0].json["text"]

    assert response.output_parsed == Cat(name="Tom", age=3)
    assert (sent["format"]["type"], sent["format"]["name"]) == ("json_schema", "Cat")
    assert sent["format"]["schema"]["required"] == ["name", "age"]
    assert sent.get("verbosity") == verbosity


def test_parse_tools(driver: Driver, server: Server) -> None:
    """Functions are sent as tools of the API, and the arguments of their calls are parsed."""
    server.answer(json_reply(said(called('{"city": "Paris"}'))))
    response = driver.wait(driver.client().responses.parse(**QUESTION, tools=[weather]))
    (sent,) = server.requests[0].json["tools"]
    (item,) = response.output

    assert (sent["type"], sent["name"], sent["strict"]) == ("function", "weather", True)
    assert isinstance(item, ParsedResponseFunctionCall)
    assert item.parsed_arguments == {"city": "Paris", "days": 1}
    assert repr(item).count("parsed_arguments={") == 1


# Tool runs


@pytest.mark.parametrize("stream", [False, True])
def test_a_run(driver: Driver, server: Server, *, stream: bool) -> None:
    """Tools are run and their results sent back, until the model has its answer."""
    last = event_stream(*HELLO) if stream else json_reply(said(words("Hello!")))
    first = json_reply(said(called('{"city": "Paris"}'), called("{}", "gone", "call_1")))
    server.answer(event_stream(*CALL) if stream else first, last)
    tool_run = run(driver, stream=stream, tool_choice="required")
    final = driver.wait(tool_run.get_final_response())
    sent = server.requests[1].json["input"]
    calls = [item for item in sent if item.get("type") == "function_call"]
    results = [item for item in sent if item.get("type") == "function_call_output"]

    assert final.output_text == "Hello!"
    assert sent[0] == {"role": "user", "content": "Hi"}
    assert [each["call_id"] for each in results] == [each["call_id"] for each in calls]
    assert len({each["call_id"] for each in calls}) == len(calls) == (1 if stream else 2)
    assert results[0]["output"] == ("Paris: 2" if stream else "Paris: 1")
    if not stream:
        assert "no tool named 'gone'" in results[1]["output"]
    assert server.requests[1].json["tool_choice"] == "auto"


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_a_response_that_failed_runs_no_tools(
    driver: Driver, server: Server, *, stream: bool
) -> None:
    """A response that failed is the last of the run, whatever it calls."""
    failed = said(called('{"city": "Paris"}'), status="failed")
    server.answer(event_stream(named("failed", response=failed)) if stream else json_reply(failed))
    final = driver.wait(run(driver, stream=stream).get_final_response())

    assert final.status == "failed"
