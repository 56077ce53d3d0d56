"""`client.messages`: messages, their streams, structured output and tool runs, over a socket."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apertis import (
    APIResponseValidationError,
    APIStreamError,
    ContentFilterFinishReasonError,
    InternalServerError,
    OtherContentBlock,
    OtherMessageStreamEvent,
    ParsedToolUseBlock,
    TextBlock,
)
from tests.answers.apis import MESSAGES, Cat, weather
from tests.answers.messages import (
    BEGIN,
    END,
    HELLO,
    QUESTION,
    USE,
    begin,
    delta,
    named,
    said,
    start,
    stop,
    stopped,
    text,
    use,
    words,
)
from tests.drivers import AT_ONCE, Driver
from tests.server import Server, Step, event, event_stream, json_reply

pytestmark = pytest.mark.wire

create, opened, run = MESSAGES.create, MESSAGES.opened, MESSAGES.run


# Plain answers


def test_an_answer_has_typed_blocks(driver: Driver, server: Server) -> None:
    """Blocks are of the class of their type, those of an unknown type keep all they have."""
    other = {"type": "server_tool_use", "id": "s", "input": {"query": "x"}}
    server.answer(json_reply(said(words("Hello!"), use(city="Paris"), other)))
    message = create(driver)

    assert [type(block).__name__ for block in message.content] == [
        "TextBlock",
        "ToolUseBlock",
        "OtherContentBlock",
    ]
    assert message.content[0].text == "Hello!"
    assert message.content[1].input == {"city": "Paris"}
    assert message.content[2]["input"].query == "x"
    assert (message.stop_reason, message.usage.output_tokens) == ("end_turn", 15)


def test_citations(driver: Driver, server: Server) -> None:
    """The citations of a text say where it is from."""
    cited = {"type": "char_location", "cited_text": "Hello", "start_char_index": 3}
    server.answer(json_reply(said({**words("Hello!"), "citations": [cited]})))

    (citation,) = create(driver).content[0].citations

    assert (citation.type, citation.cited_text, citation.start_char_index) == (
        "char_location",
        "Hello",
        3,
    )


def test_an_answer_can_be_sent_back(driver: Driver, server: Server) -> None:
    """The content of an answer goes back as it came, with the results of its calls."""
    content = [
        {"type": "thinking", "thinking": "Hm.", "signature": "c2ln"},
        {"type": "redacted_thinking", "data": "ZW5j"},
        use(city="Paris"),
        {"type": "server_tool_use", "id": "s", "input": {"query": "x"}},
    ]
    server.answer(json_reply(said(*content)), json_reply(said(words("Warm."))))
    message = create(driver)
    result = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "warm"}
    create(
        driver,
        messages=[
            *QUESTION["messages"],
            {"role": "assistant", "content": message.content},
            {"role": "user", "content": [result]},
        ],
    )

    assert server.requests[-1].json["messages"][1]["content"] == content
    assert server.requests[-1].json["messages"][2]["content"] == [result]


# Streams of events


def test_a_stream_gives_typed_events(driver: Driver, server: Server) -> None:
    """Each event is of the class of its type; pings are left out, and nothing waits for [DONE]."""
    server.answer(event_stream(*HELLO))
    stream = create(driver, stream=True)
    events = driver.all(stream)

    assert [type(each).__name__ for each in events] == [
        "MessageStartEvent",
        "ContentBlockStartEvent",
        "ContentBlockDeltaEvent",
        "ContentBlockDeltaEvent",
        "ContentBlockStopEvent",
        "MessageDeltaEvent",
        "MessageStopEvent",
    ]
    assert events[0].message.usage.input_tokens == 25
    assert [each.delta.text for each in events[2:4]] == ["Hel", "lo!"]
    assert events[5].delta.stop_reason == "end_turn"


def test_events_without_a_type_have_their_name(driver: Driver, server: Server) -> None:
    """The name of an event stands for a type that is missing."""
    last = b"event: message_stop\ndata: {}\n\n"
    server.answer(event_stream(*HELLO[:-1], last))

    assert driver.all(create(driver, stream=True))[-1].type == "message_stop"


def test_unknown_events_are_handed_on(driver: Driver, server: Server) -> None:
    """An event of an unknown type is there with all its members, also where it has a message."""
    new = named("message_note", message="just a note", note={"a": 1})
    odd = delta(0, "hologram_delta", hologram="h")
    server.answer(event_stream(*HELLO[:3], new, odd, *HELLO[3:]))
    events = driver.all(create(driver, stream=True))
    others = [each for each in events if isinstance(each, OtherMessageStreamEvent)]

    assert [(each.type, each["note"].a) for each in others] == [("message_note", 1)]
    assert [each.delta["hologram"] for each in events[3:4]] == ["h"]


def test_an_end_without_a_reason_proves_nothing(driver: Driver, server: Server) -> None:
    """A last event before the message said why it stopped is a truncated stream, unless allowed."""
    server.answer(event_stream(*HELLO[:6], END), event_stream(*HELLO[:6], END))
    with pytest.raises(APIStreamError, match="without saying why") as caught:
        driver.all(create(driver, stream=True))
    client = driver.client(require_finish_reason=False)

    assert caught.value.truncated
    assert driver.all(create(driver, client=client, stream=True))[-1].type == "message_stop"


def test_a_plain_answer_in_place_of_a_stream(driver: Driver, server: Server) -> None:
    """An answer that comes as a whole gives the events that it would have come in."""
    answer = said(
        {"type": "thinking", "thinking": "Hm.", "signature": "c2ln"},
        words("Hello!"),
        use(city="Paris"),
        {"type": "hologram", "data": "h"},
    )
    server.answer(json_reply(answer), json_reply(answer))
    events = driver.all(create(driver, stream=True))
    final = driver.wait(create(driver, stream=True).get_final_message())

    assert [each.type for each in events][:3] == [
        "message_start",
        "content_block_start",
        "content_block_delta",
    ]
    assert [each.type for each in events][-2:] == ["message_delta", "message_stop"]
    assert final.to_dict() == {**answer, "stop_sequence": None}


def test_the_final_answer_of_another_api(driver: Driver, server: Server) -> None:
    """A stream of messages has no completion, and says which method to call."""
    server.answer(event_stream(*HELLO))
    stream = create(driver, stream=True)
    with pytest.raises(TypeError, match="get_final_message"):
        driver.wait(stream.get_final_completion())
    driver.wait(stream.close())


# `stream`


def test_events_of_text(driver: Driver, server: Server) -> None:
    """Text comes as events that have it up to them; what has ended comes with its end."""
    server.answer(event_stream(*HELLO))
    with opened(driver) as stream:
        events = driver.all(stream)
        final = driver.wait(stream.get_final_message())

    assert [each.type for each in events] == [
        "message_start",
        "content_block_start",
        "content_block_delta",
        "text",
        "content_block_delta",
        "text",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ]
    assert [(events[n].text, events[n].snapshot) for n in (3, 5)] == [
        ("Hel", "Hel"),
        ("lo!", "Hello!"),
    ]
    assert events[6].content_block == TextBlock(text="Hello!")
    assert events[-1].message.content == final.content == [TextBlock(text="Hello!")]
    assert final.stop_reason == "end_turn"


@pytest.mark.parametrize("at_end", [{}, {"content_block": {"type": "text", "text": "Hel"}}])
@pytest.mark.parametrize("at_start", [False, True])
def test_text_of_a_stream(
    driver: Driver, server: Server, at_end: dict[str, Any], *, at_start: bool
) -> None:
    """`text_stream` gives the text of all text blocks, and `get_final_text` the whole."""
    first = begin(0, type="text", text="Oh. " if at_start else "")
    ended = event({"type": "content_block_stop", "index": 0, **at_end})
    body = [start(), first, text("Hel"), ended, begin(1, type="text"), text("lo!", 1), stop(1)]
    server.answer(event_stream(*body, stopped(), END), event_stream(*body, stopped(), END))
    with opened(driver) as stream:
        pieces = driver.all(stream.text_stream)
        whole = driver.wait(stream.get_final_text())
    deltas = driver.all(create(driver, stream=True).text_deltas())

    assert pieces == deltas == [*(["Oh. "] if at_start else []), "Hel", "lo!"]
    assert whole == "".join(pieces)


@pytest.mark.parametrize(("rest", "whole"), [([], "Hel"), ([text("lo!"), stop()], "Hello!")])
def test_text_that_a_message_begins_with(
    driver: Driver, server: Server, rest: list[Step], whole: str
) -> None:
    """What the start of a message holds already is text, whoever reads it."""
    body = [start(content=[{"type": "text", "text": "Hel"}]), *rest, stopped(), END]
    server.answer(event_stream(*body), event_stream(*body))
    with opened(driver) as stream:
        pieces = driver.all(stream.text_stream)
        final = driver.wait(stream.get_final_text())

    assert "".join(driver.all(create(driver, stream=True).text_deltas())) == whole
    assert "".join(pieces) == final == whole


@pytest.mark.parametrize("delta", [{"text": 1}, {"type": "text_delta", "text": 1}], ids=str)
def test_text_of_any_form(driver: Driver, server: Server, delta: dict[str, Any]) -> None:
    """Text that is a number, or does not say that it is text, is read by all."""
    more = event({"type": "content_block_delta", "index": 0, "delta": delta})
    body = [start(), begin(0, type="text", text=""), more, text("a"), stop(), stopped(), END]
    server.answer(event_stream(*body), event_stream(*body))
    with opened(driver) as stream:
        pieces = driver.all(stream.text_stream)
        final = driver.wait(stream.get_final_text())

    assert "".join(driver.all(create(driver, stream=True).text_deltas())) == "1a"
    assert "".join(pieces) == final == "1a"


@pytest.mark.parametrize("last", ["", "\ud83d"], ids=["whole", "and a half"])
def test_halves_of_characters(driver: Driver, server: Server, last: str) -> None:
    """Halves of a surrogate pair in two events are one character, whoever reads the text."""
    pieces = ["a\ud83d", "\ude00b", *([last] if last else [])]
    thoughts = [delta(0, "thinking_delta", thinking=piece) for piece in pieces]
    body = [start(), begin(0, type="thinking", thinking=""), *thoughts, stop()]
    body += [begin(1, type="text", text="\ud83d"), text("\ude00", 1)]
    body += [*(text(piece, 1) for piece in pieces), stop(1), stopped(), END]
    server.answer(event_stream(*body), event_stream(*body))
    with opened(driver) as stream:
        events = driver.all(stream)
        final = driver.wait(stream.get_final_message())
    deltas = driver.all(create(driver, stream=True).text_deltas())
    whole = f"a\U0001f600b{last}"

    assert [block.get("thinking", block.get("text")) for block in final.content] == [
        whole,
        f"\U0001f600{whole}",
    ]
    assert "".join(deltas) == f"\U0001f600{whole}"
    assert "".join(each.text for each in events if each.type == "text") == "".join(deltas)
    assert "".join(each.thinking for each in events if each.type == "thinking") == whole


def test_a_stop_reason_may_name_an_error(driver: Driver, server: Server) -> None:
    """A message that stopped because of an error is one, plain and streamed."""
    client = driver.client(max_retries=AT_ONCE)
    server.answer(
        json_reply(said(words("Hel"), reason="error")),
        event_stream(start(), BEGIN, text("Hel"), stop(), stopped("overloaded_error"), END),
    )
    with pytest.raises(APIResponseValidationError, match="finish reason 'error'"):
        create(driver, client=client)
    stream = create(driver, client=client, stream=True)
    with pytest.raises(InternalServerError, match="'overloaded_error'") as caught:
        driver.all(stream)

    assert isinstance(caught.value, APIStreamError)
    assert caught.value.partial.content == [TextBlock(text="Hel")]


def test_events_of_thoughts_and_tools(driver: Driver, server: Server) -> None:
    """Thoughts, their signature and input of tools come as events, the input as far as it is."""
    server.answer(event_stream(*USE))
    with opened(driver, tools=[weather]) as stream:
        events = driver.all(stream)
        final = driver.wait(stream.get_final_message())
    of = {each.type: [e for e in events if e.type == each.type] for each in events}

    assert [each.snapshot for each in of["thinking"]] == ["Let me ", "Let me see."]
    assert [each.signature for each in of["signature"]] == ["c2ln"]
    assert [each.snapshot for each in of["input_json"]] == [
        None,
        {"city": "Par"},
        {"city": "Paris", "days": 2},
    ]
    assert [type(each.content_block).__name__ for each in of["content_block_stop"]] == [
        "ThinkingBlock",
        "RedactedThinkingBlock",
        "ParsedToolUseBlock",
    ]
    assert final.to_dict()["content"] == [
        {"type": "thinking", "thinking": "Let me see.", "signature": "c2ln"},
        {"type": "redacted_thinking", "data": "ZW5j"},
        use(city="Paris", days=2),
    ]
    assert final.content[2].parsed_input == {"city": "Paris", "days": 2}


def test_events_of_citations(driver: Driver, server: Server) -> None:
    """Citations come as events, and are part of the block."""
    cited = [{"type": "char_location", "cited_text": each} for each in "ab"]
    body = [delta(0, "citations_delta", citation=each) for each in cited]
    server.answer(event_stream(*HELLO[:4], *body, *HELLO[4:]))
    with opened(driver) as stream:
        events = [each for each in driver.all(stream) if each.type == "citation"]
        final = driver.wait(stream.get_final_message())

    assert [len(each.snapshot) for each in events] == [1, 2]
    assert [each.citation.cited_text for each in events] == ["a", "b"]
    assert final.content[0].to_dict() == {**words("Hello!"), "citations": cited}


# Structured output


def test_parse(driver: Driver, server: Server) -> None:
    """The text becomes a value of the type, whose schema is sent."""
    server.answer(json_reply(said(words('{"name": "Tom", '), words('"age": 3}'))))
    message = driver.wait(driver.client().messages.parse(**QUESTION, response_format=Cat))
    sent = server.requests[0].json

    assert message.parsed == Cat(name="Tom", age=3)
    assert sent["response_format"]["json_schema"]["name"] == "Cat"
    assert "stream" not in sent or sent["stream"] is False


def test_parse_tools(driver: Driver, server: Server) -> None:
    """Functions are sent as tools of the API, and the input of their calls is parsed."""
    server.answer(json_reply(said(use(city="Paris"), reason="tool_use")))
    message = driver.wait(driver.client().messages.parse(**QUESTION, tools=[weather]))
    (sent,) = server.requests[0].json["tools"]
    (block,) = message.content

    assert sent.keys() == {"name", "description", "input_schema"}
    assert sent["name"] == "weather"
    assert sent["input_schema"]["properties"]["city"]["description"] == "The city."
    assert isinstance(block, ParsedToolUseBlock)
    assert block.parsed_input == {"city": "Paris", "days": 1}
    assert repr(block).count("parsed_input={") == 1


# Tool runs


@pytest.mark.parametrize("stream", [False, True])
def test_a_run(driver: Driver, server: Server, *, stream: bool) -> None:
    """Tools are run and their results sent back, until the model has its answer."""
    last = event_stream(*HELLO) if stream else json_reply(said(words("Hello!")))
    first = json_reply(said(words(""), use(city="Paris"), use("gone", "b"), reason="tool_use"))
    server.answer(event_stream(*USE) if stream else first, last)
    tool_run = run(driver, stream=stream, tool_choice={"type": "any"})
    final = driver.wait(tool_run.get_final_message())
    answer, results = server.requests[1].json["messages"][1:]

    assert final.content == [TextBlock(text="Hello!")]
    assert answer["role"] == "assistant"
    assert "" not in [block.get("text") for block in answer["content"]]
    assert results["role"] == "user"
    assert results["content"][0] == {
        "type": "tool_result",
        "tool_use_id": "toolu_1",
        "content": "Paris: 2" if stream else "Paris: 1",
    }
    if not stream:
        assert results["content"][1]["is_error"]
        assert "no tool named 'gone'" in results["content"][1]["content"]
    assert server.requests[0].json["tool_choice"] == {"type": "any"}
    assert server.requests[1].json["tool_choice"] == {"type": "auto"}
    assert len(tool_run.messages) == 4


def test_ids_of_calls_are_different(driver: Driver, server: Server) -> None:
    """Two calls with one id get different ones, to which their results refer."""
    twice = said(use(city="Paris"), use(city="Rome"), reason="tool_use")
    server.answer(json_reply(twice), json_reply(said(words("Done."))))
    driver.wait(run(driver).get_final_message())
    answer, results = server.requests[1].json["messages"][1:]
    ids = [block["id"] for block in answer["content"]]

    assert len({*ids}) == 2
    assert [block["tool_use_id"] for block in results["content"]] == ids


def test_input_that_is_missing_goes_back(driver: Driver, server: Server) -> None:
    """A call without input goes back with an empty one, which servers ask for."""
    call = {name: value for name, value in use().items() if name != "input"}
    server.answer(json_reply(said(call, reason="tool_use")), json_reply(said(words("Done."))))
    driver.wait(run(driver).get_final_message())

    assert server.requests[1].json["messages"][1]["content"] == [{**call, "input": {}}]


def test_a_refusal_runs_no_tools(driver: Driver, server: Server) -> None:
    """What a message asked for before it was stopped is not acted on."""
    server.answer(json_reply(said(use(city="Paris"), reason="refusal")))
    with pytest.raises(ContentFilterFinishReasonError, match="no tool was run"):
        driver.wait(run(driver).get_final_message())


def test_input_that_is_text_goes_back_as_an_object(driver: Driver, server: Server) -> None:
    """Input that a gateway has left as JSON text is what the tool is called with, and goes back."""
    call = {**use(), "input": json.dumps(use(city="Paris")["input"])}
    server.answer(json_reply(said(call, reason="tool_use")), json_reply(said(words("Done."))))
    driver.wait(run(driver).get_final_message())

    assert server.requests[1].json["messages"][1]["content"] == [use(city="Paris")]


def test_input_that_is_no_json_is_reported(driver: Driver, server: Server) -> None:
    """The model is told of input that is no JSON, and no tool runs."""
    broken = delta(0, "input_json_delta", partial_json='{"city": ')
    begun = begin(0, type="tool_use", id="t", name="weather", input={})
    server.answer(
        event_stream(start(), begun, broken, stop(), stopped("tool_use"), END),
        event_stream(*HELLO),
    )
    driver.wait(run(driver, stream=True).get_final_message())
    answer, results = server.requests[1].json["messages"][1:]

    assert answer["content"][0]["input"] == {}
    assert results["content"][0]["is_error"]


def test_unknown_blocks_can_be_made() -> None:
    """A block of a type that the spec does not know can be made and sent."""
    assert OtherContentBlock(type="hologram").to_dict() == {"type": "hologram"}
