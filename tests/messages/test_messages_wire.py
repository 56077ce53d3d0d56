"""`client.messages`: messages, their streams, structured output and tool runs, over a socket."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from apertis import (
    APIResponseValidationError,
    APIStreamError,
    APITimeoutError,
    BadRequestError,
    InternalServerError,
    LengthFinishReasonError,
    Message,
    OtherContentBlock,
    OtherMessageStreamEvent,
    ParsedToolUseBlock,
    RateLimitError,
    RetryPolicy,
    StructuredOutputError,
    TextBlock,
    ToolTurnsError,
    tool,
)
from tests.drivers import NOTHING_IS_SENT, Driver
from tests.server import CLOSE, RESET, Server, Step, event, event_stream, json_reply

pytestmark = pytest.mark.wire

QUESTION: dict[str, Any] = {
    "model": "claude-sonnet-4.5",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hi"}],
}
USAGE = {"input_tokens": 25, "output_tokens": 15}


class Cat(BaseModel):
    """A cat."""

    name: str
    age: int


@tool
def weather(city: str, days: int = 1) -> str:
    """Tell the weather.

    Args:
        city: The city.
        days: How many days.
    """
    return f"{city}: {days}"


def named(type_: str, **members: Any) -> bytes:
    """Return an event as it is sent: its name is its type."""
    return event({"type": type_, **members}, name=type_)


def start(**members: Any) -> bytes:
    message = {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude"}
    usage = {"input_tokens": 25, "output_tokens": 1}
    return named("message_start", message={**message, "content": [], "usage": usage, **members})


def begin(index: int, **block: Any) -> bytes:
    return named("content_block_start", index=index, content_block=block)


def delta(index: int, type_: str, **members: Any) -> bytes:
    return named("content_block_delta", index=index, delta={"type": type_, **members})


def text(piece: str, index: int = 0) -> bytes:
    return delta(index, "text_delta", text=piece)


def stop(index: int = 0) -> bytes:
    return named("content_block_stop", index=index)


def stopped(reason: str | None = "end_turn") -> bytes:
    return named("message_delta", delta={"stop_reason": reason}, usage={"output_tokens": 15})


PING = named("ping")
END = named("message_stop")
BEGIN = begin(0, type="text", text="")
HELLO: list[Step] = [start(), BEGIN, PING, text("Hel"), text("lo!"), stop(), stopped(), END]
USE: list[Step] = [
    start(),
    begin(0, type="thinking", thinking="", signature=""),
    delta(0, "thinking_delta", thinking="Let me "),
    delta(0, "thinking_delta", thinking="see."),
    delta(0, "signature_delta", signature="c2ln"),
    stop(0),
    begin(1, type="redacted_thinking", data="ZW5j"),
    stop(1),
    begin(2, type="tool_use", id="toolu_1", name="weather", input={}),
    delta(2, "input_json_delta", partial_json=""),
    delta(2, "input_json_delta", partial_json='{"city": "Par'),
    delta(2, "input_json_delta", partial_json='is", "days": 2}'),
    stop(2),
    stopped("tool_use"),
    END,
]


def said(*content: dict[str, Any], reason: str = "end_turn") -> dict[str, Any]:
    """Return a message as a plain response."""
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude",
        "content": list(content),
        "stop_reason": reason,
        "usage": USAGE,
    }


def words(content: str) -> dict[str, Any]:
    return {"type": "text", "text": content}


def use(name: str = "weather", id_: str = "toolu_1", **input_: Any) -> dict[str, Any]:
    return {"type": "tool_use", "id": id_, "name": name, "input": input_}


def create(driver: Driver, **arguments: Any) -> Any:
    client = arguments.pop("client", None) or driver.client()
    return driver.wait(client.messages.create(**{**QUESTION, **arguments}))


def opened(driver: Driver, **arguments: Any) -> Any:
    client = arguments.pop("client", None) or driver.client()
    return driver.entered(client.messages.stream(**{**QUESTION, **arguments}))


def run(driver: Driver, *tools: Any, **arguments: Any) -> Any:
    arguments = {**QUESTION, "tools": tools or [weather], **arguments}
    return driver.client().messages.run_tools(**arguments)


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


@pytest.mark.parametrize(
    "body",
    [
        [*HELLO, event(b"[DONE]")],
        [*HELLO[:-1], event(b"[DONE]")],
        [event(b"hello"), b": comment\n\n", *HELLO],
        [b"".join(HELLO)],  # type: ignore[arg-type]
        [bytes([byte]) for byte in b"".join(HELLO)],  # type: ignore[arg-type]
    ],
    ids=["[DONE] after the end", "[DONE] as the end", "notices", "one piece", "single bytes"],
)
def test_whatever_ends_and_cuts_a_stream(driver: Driver, server: Server, body: list[Step]) -> None:
    """A stream is whole with its last event, however it is cut and whatever follows."""
    server.answer(event_stream(*body))
    message = driver.wait(create(driver, stream=True).get_final_message())

    assert type(message) is Message
    assert message.content == [TextBlock(text="Hello!")]
    assert message.stop_reason == "end_turn"
    assert message.usage.to_dict() == USAGE


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


@pytest.mark.parametrize("how", ["text_deltas", "iterate", "final"])
@pytest.mark.parametrize("end", [None, CLOSE, RESET], ids=["end", "close", "reset"])
def test_a_stream_that_ends_early(driver: Driver, server: Server, how: str, end: Any) -> None:
    """A stream without its last event is an error, which has what came before."""
    server.answer(event_stream(*HELLO[:5], *([] if end is None else [end])))
    stream = create(driver, stream=True)
    ways: dict[str, Any] = {
        "text_deltas": lambda: driver.all(stream.text_deltas()),
        "iterate": lambda: driver.all(stream),
        "final": lambda: driver.wait(stream.get_final_message()),
    }
    with pytest.raises(APIStreamError) as caught:
        ways[how]()

    assert caught.value.truncated
    assert caught.value.partial.content == [TextBlock(text="Hello!")]
    assert caught.value.partial.stop_reason is None


def test_an_end_without_a_reason_proves_nothing(driver: Driver, server: Server) -> None:
    """A last event before the message said why it stopped is a truncated stream, unless allowed."""
    server.answer(event_stream(*HELLO[:6], END), event_stream(*HELLO[:6], END))
    with pytest.raises(APIStreamError, match="without saying why") as caught:
        driver.all(create(driver, stream=True))
    client = driver.client(require_finish_reason=False)

    assert caught.value.truncated
    assert driver.all(create(driver, client=client, stream=True))[-1].type == "message_stop"


ERRORS = [
    (named("error", error={"type": "overloaded_error", "message": "Overloaded"}), 529),
    (event({"type": "error", "error": {"type": "rate_limit_error", "message": "Slow down"}}), 429),
    (event({"error": {"type": "api_error", "message": "Internal"}}), 500),
    (event({"type": "invalid_request_error", "message": "max_tokens is too large"}), 400),
    (event({"message": "max_tokens is too large", "code": 400}, name="error"), 400),
]


@pytest.mark.parametrize(("error", "status"), ERRORS)
@pytest.mark.parametrize("before", [0, 4])
def test_an_error_in_the_stream(
    driver: Driver, server: Server, error: bytes, status: int, before: int
) -> None:
    """An error event raises the class of what it says, with what came before it."""
    server.answer(event_stream(*HELLO[:before], error, *HELLO[before:]))
    kinds = {529: InternalServerError, 500: InternalServerError, 429: RateLimitError}
    with pytest.raises(kinds.get(status, BadRequestError)) as caught:
        driver.all(create(driver, stream=True))

    assert isinstance(caught.value, APIStreamError)
    assert caught.value.status_code == status
    assert not caught.value.truncated
    partial = caught.value.partial
    assert (partial.content if partial else None) == ([TextBlock(text="Hel")] if before else None)


def test_an_error_before_anything_is_retried(driver: Driver, server: Server) -> None:
    """A stream that begins with an overloaded server is opened again."""
    server.answer(event_stream(PING, ERRORS[0][0]), event_stream(*HELLO))
    client = driver.client(max_retries=RetryPolicy(1, first_wait=0))

    assert driver.all(create(driver, client=client, stream=True))[-1].type == "message_stop"
    assert len(server.requests) == 2


def test_torn_json_in_the_stream(driver: Driver, server: Server) -> None:
    """An event that is no JSON ends the stream with what came before."""
    server.answer(event_stream(*HELLO[:4], event(b'{"type": "content_blo', name="x"), *HELLO[4:]))
    with pytest.raises(APIStreamError, match="not valid JSON") as caught:
        driver.all(create(driver, stream=True))

    assert caught.value.partial.content == [TextBlock(text="Hel")]


def test_a_silent_stream_times_out(driver: Driver, server: Server) -> None:
    """A stream that falls silent raises with what came before."""
    gate = server.gate()
    server.answer(event_stream(*HELLO[:4], gate, *HELLO[4:]))
    with pytest.raises(APITimeoutError) as caught:
        driver.all(create(driver, idle_timeout=0.2, stream=True))

    assert caught.value.partial.content == [TextBlock(text="Hel")]


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


@pytest.mark.parametrize("view", ["with_raw_response", "with_streaming_response"])
def test_views(driver: Driver, server: Server, view: str) -> None:
    """The HTTP responses of messages and of their streams give what the plain call gives."""
    server.answer(json_reply(said(words("Hello!"))), event_stream(*HELLO))
    client = driver.client()
    for flag in (False, True):
        call = getattr(client.messages, view).create(**QUESTION, stream=flag)
        if view == "with_streaming_response":
            with driver.entered(call) as response:
                parsed = driver.wait(response.parse())
                parsed = driver.wait(parsed.get_final_message()) if flag else parsed
        else:
            parsed = driver.wait(call).parse()
            parsed = driver.wait(parsed.get_final_message()) if flag else parsed
        assert parsed.content == [TextBlock(text="Hello!")]


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
    client = driver.client(max_retries=RetryPolicy(2, first_wait=0))
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


def test_the_message_so_far(driver: Driver, server: Server) -> None:
    """What has been iterated can be read as a message at any time."""
    server.answer(event_stream(*HELLO))
    with opened(driver) as stream:
        for _ in range(4):
            driver.next(stream)
        snapshot = stream.current_message_snapshot
        driver.all(stream)

    assert snapshot.content == [TextBlock(text="Hel")]


def test_leaving_a_stream_early_closes_it(driver: Driver, server: Server) -> None:
    """A block that is left closes the connection."""
    server.answer(event_stream(*HELLO[:4], server.gate()))
    with opened(driver) as stream:
        driver.next(stream)
    assert "closed" in repr(stream)


@NOTHING_IS_SENT
def test_a_stream_must_be_entered(driver: Driver) -> None:
    """What `stream` returns is no iterator yet, and says what to write."""
    with pytest.raises(TypeError, match=r"with client\.messages\.stream\("):
        driver.all(driver.client().messages.stream(**QUESTION))


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


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (said(words('{"name": "Tom"')), StructuredOutputError),
        (said(words('{"name": "Tom"'), reason="max_tokens"), LengthFinishReasonError),
        (
            said(words('{"name": "Tom"'), reason="model_context_window_exceeded"),
            LengthFinishReasonError,
        ),
        (said(), StructuredOutputError),
        (said(use(town="Paris"), reason="tool_use"), StructuredOutputError),
    ],
    ids=["misfit", "cut", "full", "empty", "input"],
)
@pytest.mark.parametrize("streamed", [False, True])
def test_output_that_does_not_fit(
    driver: Driver, server: Server, answer: Any, error: Any, *, streamed: bool
) -> None:
    """Output that is cut, empty or of another form raises, with the message."""
    server.answer(json_reply(answer))
    arguments = {**QUESTION, "response_format": Cat, "tools": [weather]}
    messages = driver.client().messages

    def ask() -> None:
        if not streamed:
            driver.wait(messages.parse(**arguments))
        with driver.entered(messages.stream(**arguments)) as stream:
            driver.all(stream)

    with pytest.raises(error) as caught:
        ask()

    assert caught.value.completion.id == "msg_1"


def test_a_refusal_is_no_output(driver: Driver, server: Server) -> None:
    """What a model writes to refuse is not parsed."""
    server.answer(json_reply(said(words("No."), reason="refusal")))
    message = driver.wait(driver.client().messages.parse(**QUESTION, response_format=Cat))

    assert (message.parsed, message.stop_reason) == (None, "refusal")


def test_partial_output(driver: Driver, server: Server) -> None:
    """Events of text have what it says so far."""
    body = [start(), BEGIN, text('{"name": "To'), text('m", "age": 3}'), stop(), stopped(), END]
    server.answer(event_stream(*body))
    with opened(driver, response_format=Cat) as stream:
        parsed = [each.parsed for each in driver.all(stream) if each.type == "text"]
        final = driver.wait(stream.get_final_message())

    assert parsed == [{"name": "To"}, {"name": "Tom", "age": 3}]
    assert final.parsed == Cat(name="Tom", age=3)


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


def test_turns_of_a_run(driver: Driver, server: Server) -> None:
    """Each turn has its message and its calls, whose content can be set."""
    server.answer(
        json_reply(said(use(city="Paris"), reason="tool_use")), json_reply(said(words("Done.")))
    )
    turns = []
    tool_run = run(driver)
    for _ in range(2):
        turn = driver.next(tool_run)
        turns.append(turn)
        for call in turn.calls:
            call.content = "snow"

    driver.all(tool_run)
    assert [len(turn.calls) for turn in turns] == [1, 0]
    assert turns[0].calls[0].parsed_arguments == {"city": "Paris", "days": 1}
    assert turns[1].message.content == [TextBlock(text="Done.")]
    assert server.requests[1].json["messages"][2]["content"][0]["content"] == "snow"


def test_ids_of_calls_are_different(driver: Driver, server: Server) -> None:
    """Two calls with one id get different ones, to which their results refer."""
    twice = said(use(city="Paris"), use(city="Rome"), reason="tool_use")
    server.answer(json_reply(twice), json_reply(said(words("Done."))))
    driver.wait(run(driver).get_final_message())
    answer, results = server.requests[1].json["messages"][1:]
    ids = [block["id"] for block in answer["content"]]

    assert len({*ids}) == 2
    assert [block["tool_use_id"] for block in results["content"]] == ids


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


def test_a_cut_answer_runs_no_tools(driver: Driver, server: Server) -> None:
    """An answer that was cut off runs no tool, since its input may be cut."""
    server.answer(json_reply(said(use(city="Paris"), reason="max_tokens")))
    with pytest.raises(LengthFinishReasonError, match="no tool was run"):
        driver.wait(run(driver).get_final_message())


def test_turns_are_limited(driver: Driver, server: Server) -> None:
    """A run that needs more turns than allowed raises, with its messages."""
    server.answer(json_reply(said(use(city="Paris"), reason="tool_use")))
    with pytest.raises(ToolTurnsError) as caught:
        driver.wait(run(driver, max_turns=1).get_final_message())

    assert caught.value.completion.content[0].name == "weather"
    assert len(caught.value.messages) == 2


# Mistakes


@NOTHING_IS_SENT
@pytest.mark.parametrize("method", ["create", "parse", "stream", "run_tools"])
def test_mistakes_are_named(driver: Driver, method: str) -> None:
    """An argument that does not exist, or is missing, is named before anything is sent."""
    client = driver.client()
    with pytest.raises(TypeError, match=rf"messages\.{method}.*colour"):
        driver.wait(getattr(client.messages, method)(**QUESTION, tools=[], colour="red"))


def test_an_empty_answer_is_none(driver: Driver, server: Server) -> None:
    """A body without anything of a message is an error."""
    server.answer(json_reply({"hello": "world"}))
    with pytest.raises(APIResponseValidationError):
        create(driver)


def test_unknown_blocks_can_be_made() -> None:
    """A block of a type that the spec does not know can be made and sent."""
    assert OtherContentBlock(type="hologram").to_dict() == {"type": "hologram"}
