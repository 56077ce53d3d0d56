"""`client.chat.completions.stream`: the events of an answer over a socket."""

from __future__ import annotations

import gc
from typing import Any, TypedDict

import pytest
import trio
from pydantic import BaseModel

from apertis import (
    APIResponseValidationError,
    APIStreamError,
    APITimeoutError,
    AsyncApertis,
    AuthenticationError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    ParsedChatCompletion,
    RateLimitError,
    StructuredOutputError,
    pydantic_function_tool,
    tool,
)
from tests.drivers import AT_ONCE, KEY, Driver
from tests.server import (
    CLOSE,
    DONE,
    RESET,
    Server,
    Step,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)

pytestmark = pytest.mark.wire

QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
SHORT = 0.2


class Cat(BaseModel):
    """A cat."""

    name: str
    age: int


class Dog(TypedDict):
    """A dog."""

    name: str


@tool
def weather(city: str, days: int = 1) -> str:
    """Tell the weather."""
    return f"{city}: {days}"


def choice(delta: dict[str, Any] | None = None, index: int = 0, **members: Any) -> dict[str, Any]:
    return {"index": index, "delta": delta or {}, **members}


def part(*choices: dict[str, Any], **members: Any) -> bytes:
    """Return a chunk as it is sent."""
    return event({"object": "chat.completion.chunk", "choices": list(choices), **members})


def text(content: str | None, index: int = 0, **members: Any) -> bytes:
    return part(choice({"content": content}, index, **members))


def called(index: int, arguments: str | None, **function: str) -> dict[str, Any]:
    call: dict[str, Any] = {"index": index, "function": {**function, "arguments": arguments}}
    if "name" in function:
        call |= {"id": f"call_{index}", "type": "function"}
    return {"tool_calls": [call]}


def token(text: str) -> dict[str, Any]:
    return {"token": text, "logprob": -0.5, "bytes": None, "top_logprobs": []}


STOP = part(choice(finish_reason="stop"))
HEL, LO = text("Hel"), text("lo!")
HELLO: list[Step] = [HEL, LO, STOP, DONE]


def events_of(driver: Driver, server: Server, *body: Step, **arguments: Any) -> list[Any]:
    """Return the events of a stream that comes as `body`."""
    server.answer(event_stream(*body))
    with opened(driver, **arguments) as stream:
        return driver.all(stream)


def opened(driver: Driver, **arguments: Any) -> Any:
    client = arguments.pop("client", None) or driver.client()
    return driver.entered(client.chat.completions.stream(**{**QUESTION, **arguments}))


def follow(driver: Driver, stream: Any, how: str, seen: list[str]) -> None:
    """Read a stream in one of all ways until it raises; take down the events."""
    if how == "events":
        while True:
            seen.append(driver.next(stream).type)
    elif how == "text_stream":
        driver.all(stream.text_stream)
    else:
        driver.wait(getattr(stream, how)())


def said(events: list[Any]) -> list[tuple[Any, ...]]:
    """Return what events say but the chunks, each as a tuple that begins with the type."""
    return [
        (each.type, *(value for name, value in each._said() if name != "chunk")) for each in events
    ]


def test_events_as_they_come(driver: Driver, server: Server) -> None:
    """The events of a chunk are there before the next one is."""
    gate = server.gate()
    server.answer(event_stream(HEL, gate, LO, STOP, DONE))
    with opened(driver) as stream:
        first = driver.next(stream)
        assert first.type == "chunk"
        assert first.snapshot.choices[0].message.content == "Hel"
        assert driver.next(stream).snapshot == "Hel"
        assert stream.current_completion_snapshot.choices[0].message.content == "Hel"
        gate.open()
        assert len(driver.all(stream)) == 4

    assert stream.current_completion_snapshot.choices[0].message.content == "Hello!"


def test_tool_calls(driver: Driver, server: Server) -> None:
    """A call ends when the next one starts; where the tool can read them, arguments are parsed."""
    events = events_of(
        driver,
        server,
        part(choice(called(0, '{"city": "Pa', name="weather"))),
        part(choice(called(0, 'ris", "days": 2}'))),
        part(choice(called(1, "{}", name="other"))),
        part(choice(finish_reason="tool_calls")),
        DONE,
        tools=[weather, {"type": "function", "function": {"name": "other"}}],
    )
    delta, done = "tool_calls.function.arguments.delta", "tool_calls.function.arguments.done"
    whole = {"city": "Paris", "days": 2}

    assert [each for each in said(events) if each[0] != "chunk"] == [
        (delta, 0, 0, "weather", '{"city": "Pa', '{"city": "Pa', {"city": "Pa"}),
        (delta, 0, 0, "weather", '{"city": "Paris", "days": 2}', 'ris", "days": 2}', whole),
        (delta, 0, 1, "other", "{}", "{}", None),
        (done, 0, 0, "weather", '{"city": "Paris", "days": 2}', {"city": "Paris", "days": 2}),
        (done, 0, 1, "other", "{}", None),
    ]
    assert server.requests[0].json["stream"] is True
    assert server.requests[0].json["tools"][0]["function"]["name"] == "weather"


def test_models_as_tools(driver: Driver, server: Server) -> None:
    """The arguments of a tool made of a model are an instance, at the end and in the whole."""
    call = part(choice(called(0, '{"name": "Tom", "age": 3}', name="Cat")))
    server.answer(event_stream(call, part(choice(finish_reason="tool_calls")), DONE))
    with opened(driver, tools=[pydantic_function_tool(Cat)]) as stream:
        done = driver.all(stream)[-1]
        whole = driver.wait(stream.get_final_completion())

    assert done.parsed_arguments == Cat(name="Tom", age=3)
    assert whole.choices[0].message.tool_calls[0].function.parsed_arguments == done.parsed_arguments


@pytest.mark.parametrize(
    ("wanted", "pieces", "partials", "parsed"),
    [
        (
            Cat,
            ['{"name": "To', 'm", "age": 3', "}"],
            [{"name": "To"}, {"name": "Tom"}, {"name": "Tom", "age": 3}],
            Cat(name="Tom", age=3),
        ),
        (Dog, ['{"na', 'me": "Rex"}'], [{}, {"name": "Rex"}], {"name": "Rex"}),
        (list[int], ['{"value"', ": [1, 2", "]}"], [None, [1], [1, 2]], [1, 2]),
    ],
    ids=["model", "TypedDict", "list"],
)
def test_structured_output(
    driver: Driver, server: Server, *, wanted: Any, pieces: list[str], partials: Any, parsed: Any
) -> None:
    """Deltas have what the text says so far, the end has what was asked for."""
    server.answer(event_stream(*[text(piece) for piece in pieces], STOP, DONE))
    seen = []
    with opened(driver, response_format=wanted) as stream:
        while (each := driver.next(stream)).type != "content.done":
            if each.type == "content.delta":
                seen.append(
                    each.parsed.copy() if isinstance(each.parsed, list | dict) else each.parsed
                )
        whole = driver.wait(stream.get_final_completion())

    assert seen == partials
    assert each.parsed == parsed
    assert type(each.parsed) is type(parsed)
    assert isinstance(whole, ParsedChatCompletion)
    assert whole.choices[0].message.parsed == parsed
    assert server.requests[0].json["response_format"]["json_schema"]["strict"] is True


@pytest.mark.parametrize(
    ("reason", "body", "error"),
    [
        ("length", '{"name": "To', LengthFinishReasonError),
        ("content_filter", '{"name": "To', ContentFilterFinishReasonError),
        ("stop", '{"name": "Tom"}', StructuredOutputError),
        ("stop", "Tom", StructuredOutputError),
    ],
)
@pytest.mark.parametrize("how", ["events", "text_stream", "until_done", "get_final_completion"])
def test_structured_output_that_is_no_good(
    driver: Driver, server: Server, *, reason: str, body: str, error: type[Exception], how: str
) -> None:
    """Output that was cut or does not fit raises at the end, with all that came, each time."""
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    last = part(usage=usage)
    server.answer(event_stream(text(body), part(choice(finish_reason=reason)), last, DONE))
    with opened(driver, response_format=Cat) as stream:
        seen: list[str] = []
        with pytest.raises(error) as caught:
            follow(driver, stream, how, seen)
        with pytest.raises(error):
            driver.wait(stream.get_final_text())

    whole: Any = getattr(caught.value, "completion", None)
    assert whole.choices[0].message.content == body
    assert whole.usage.total_tokens == 3
    assert "content.done" not in seen
    if how == "events":
        assert seen == ["chunk", "content.delta", "chunk", "chunk"]


def test_length_without_structured_output(driver: Driver, server: Server) -> None:
    """A text that was cut is a text; so is one whose format the API alone knows about."""
    for wanted in (None, {"type": "json_object"}):
        events = events_of(
            driver,
            server,
            HEL,
            part(choice(finish_reason="length")),
            DONE,
            **({} if wanted is None else {"response_format": wanted}),
        )

        assert (events[-1].type, events[-1].content, events[-1].parsed) == (
            "content.done",
            "Hel",
            None,
        )
        assert server.requests[-1].json.get("response_format") == wanted


def test_a_refusal(driver: Driver, server: Server) -> None:
    """A model that refuses gives a refusal, and nothing that was asked for."""
    server.answer(event_stream(part(choice({"refusal": "No."})), STOP, DONE))
    with opened(driver, response_format=Cat) as stream:
        events = driver.all(stream)
        message = driver.wait(stream.get_final_completion()).choices[0].message

    assert [each.type for each in events] == ["chunk", "refusal.delta", "chunk", "refusal.done"]
    assert (message.parsed, message.refusal) == (None, "No.")


def test_text_alone(driver: Driver, server: Server) -> None:
    """`text_stream` gives the text of the first choice and nothing else."""
    server.answer(event_stream(text(""), HEL, text("another", 1), LO, STOP, DONE))
    with opened(driver) as stream:
        assert driver.all(stream.text_stream) == ["Hel", "lo!"]
        assert driver.wait(stream.get_final_text()) == "Hello!"


def assert_over(driver: Driver, stream: Any) -> None:
    """Make sure that nothing is left to iterate."""
    with pytest.raises(RuntimeError, match="read to its end or closed"):
        driver.all(stream)


@pytest.mark.parametrize("before", [0, 1, 3, 6])
def test_the_whole(driver: Driver, server: Server, before: int) -> None:
    """The whole is what all chunks add up to, wherever the reader is, after the `with` as well."""
    headers = {"x-request-id": "req_1", "X-RateLimit-Limit": "9", "X-Fallback-Used": "true"}
    server.answer(event_stream(*HELLO, headers=headers))
    with opened(driver) as stream:
        for _ in range(before):
            driver.next(stream)
        whole = driver.wait(stream.get_final_completion())

    assert isinstance(whole, ParsedChatCompletion)
    assert whole.choices[0].message.content == "Hello!"
    assert whole.choices[0].message.parsed is None
    for answer in (stream, whole, stream.current_completion_snapshot):
        assert (answer.request_id, answer.rate_limit.limit, answer.fallback.used) == (
            "req_1",
            9,
            True,
        )
    assert stream.response.status_code == 200
    assert driver.wait(stream.get_final_completion()) == whole
    assert driver.wait(stream.get_final_text()) == "Hello!"
    assert_over(driver, stream)


def test_until_done(driver: Driver, server: Server) -> None:
    """`until_done` reads what is left and returns the stream."""
    server.answer(event_stream(*HELLO))
    with opened(driver) as stream:
        assert driver.wait(stream.until_done()) is stream
        assert stream.current_completion_snapshot.choices[0].finish_reason == "stop"


def test_a_finished_stream_gives_its_connection_back(driver: Driver, server: Server) -> None:
    """A stream whose events were all read leaves its connection to the next call."""
    client = driver.client()
    server.answer(event_stream(*HELLO), event_stream(*HELLO), json_reply(completion()))
    for _ in range(2):
        with opened(driver, client=client) as stream:
            driver.wait(stream.until_done())
    driver.create(client)

    assert server.connections == [1, 1, 1]


@pytest.mark.parametrize("how", ["at once", "between events", "in the text", "closing"])
def test_leaving_early(driver: Driver, server: Server, how: str) -> None:
    """A stream that is left closes its connection, gives nothing more and is not the whole."""
    server.answer(event_stream(HEL, server.gate()))
    with opened(driver) as stream:
        if how == "between events":
            assert driver.next(stream).type == "chunk"
        elif how == "in the text":
            assert driver.next(stream.text_stream) == "Hel"
        elif how == "closing":
            driver.close(stream)
            server.wait_until_open(0)
    server.wait_until_open(0)

    assert_over(driver, stream)
    for ask in (stream.get_final_completion, stream.get_final_text):
        with pytest.raises(APIStreamError, match="closed before its end"):
            driver.wait(ask())


def test_leaving_early_with_structured_output(driver: Driver, server: Server) -> None:
    """What was not read is not judged: leaving in the midst of structured output is no error."""
    server.answer(event_stream(text('{"name": '), server.gate()))
    with opened(driver, response_format=Cat) as stream:
        driver.next(stream)

    assert_over(driver, stream)
    server.wait_until_open(0)


def test_failing_inside(driver: Driver, server: Server) -> None:
    """An exception in the body of `with` closes the stream, and goes through as it is."""
    server.answer(event_stream(HEL, server.gate()))
    with pytest.raises(LookupError, match="mine"), opened(driver):
        raise LookupError("mine")

    server.wait_until_open(0)


@pytest.mark.parametrize(
    ("end", "error"),
    [
        ([CLOSE], APIStreamError),
        ([RESET], APIStreamError),
        ([b"data: {\n\n", CLOSE], APIStreamError),
        ([event({"error": {"message": "slow down", "code": 429}}), CLOSE], RateLimitError),
        (["silent"], APITimeoutError),
        (["past the deadline"], APITimeoutError),
        (["idle"], APITimeoutError),
    ],
    ids=["cut", "reset", "torn", "error", "silent", "deadline", "idle"],
)
@pytest.mark.parametrize("how", ["events", "text_stream", "get_final_completion"])
def test_a_stream_that_breaks(
    driver: Driver, server: Server, end: list[Any], error: type[APIStreamError], how: str
) -> None:
    """A stream that breaks raises after the events that came, and has what had arrived."""
    limits = {"silent": "timeout", "past the deadline": "deadline", "idle": "idle_timeout"}
    limited = end[0] in limits
    options: dict[str, Any] = {limits[end[0]]: SHORT} if limited else {}
    server.answer(event_stream(HEL, *([server.gate()] if limited else end)))
    with opened(driver, client=driver.client(max_retries=AT_ONCE), **options) as stream:
        seen: list[str] = []
        with pytest.raises(error) as caught:
            follow(driver, stream, how, seen)
        with pytest.raises(error) as again:
            driver.wait(stream.get_final_text())

    assert caught.value.partial
    assert caught.value.partial.choices[0].message.content == "Hel"
    assert stream.current_completion_snapshot.choices[0].message.content == "Hel"
    assert again.value is caught.value
    if how == "events":
        assert seen == ["chunk", "content.delta"]
    assert len(server.requests) == 1
    server.wait_until_open(0)


def test_errors_come_on_entering(driver: Driver, server: Server) -> None:
    """The call is made where the `with` is entered, and raises there what `create` does."""
    server.answer(json_reply({"error": {"message": "who?"}}, status=401), reply(b"<html>"))
    completions = driver.client().chat.completions
    manager = completions.stream(**QUESTION)
    assert server.requests == []
    for error in (AuthenticationError, APIResponseValidationError):
        with pytest.raises(error), driver.entered(manager):
            pass
    with pytest.raises(TypeError, match="messages"), driver.entered(completions.stream(model="m")):
        pass

    assert len(server.requests) == 2


def test_a_plain_answer(driver: Driver, server: Server) -> None:
    """A completion that comes as a whole makes the events of one chunk."""
    calls = [{"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}]
    message = {"role": "assistant", "content": "Hello!", "tool_calls": calls}
    plain = completion(choices=[{"index": 0, "message": message, "finish_reason": "stop"}])
    server.answer(json_reply(plain))
    with opened(driver) as stream:
        events = driver.all(stream)
        whole = driver.wait(stream.get_final_completion())

    assert [each.type for each in events] == [
        "chunk",
        "content.delta",
        "tool_calls.function.arguments.delta",
        "content.done",
        "tool_calls.function.arguments.done",
    ]
    assert whole.choices[0].message.content == "Hello!"
    assert whole.choices[0].message.tool_calls[0].id == "c"


def test_a_stream_without_an_end_that_is_closed(driver: Driver, server: Server) -> None:
    """Nothing ends in a stream that was left."""
    server.answer(event_stream(HEL, server.gate()))
    with opened(driver) as stream:
        assert driver.next(stream).type == "chunk"
        driver.wait(stream.close())
        assert repr(stream).endswith(", closed>")
        assert_over(driver, stream)


def test_a_forgotten_stream(driver: Driver, server: Server) -> None:
    """A stream that was finished, failed or left leaves nothing behind that would be warned of."""
    server.answer(event_stream(*HELLO), event_stream(HEL, CLOSE), event_stream(HEL, server.gate()))
    for _ in range(3):
        with opened(driver) as stream:
            driver.next(stream)
            if len(server.requests) == 1:
                driver.wait(stream.until_done())
            elif len(server.requests) == 2:
                with pytest.raises(APIStreamError):
                    driver.all(stream)
    del stream
    gc.collect()  # warnings are errors here


def test_under_trio(server: Server) -> None:
    """Events can be read under trio."""
    server.answer(
        event_stream(text('{"name": "Tom", "age": 3}'), STOP, DONE),
        event_stream(*HELLO),
        event_stream(HEL, server.gate()),
    )

    async def main() -> None:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            async with client.chat.completions.stream(**QUESTION, response_format=Cat) as stream:
                types = [each.type async for each in stream]
                whole = await stream.get_final_completion()
            async with client.chat.completions.stream(**QUESTION) as words:
                texts = [each async for each in words.text_stream]
            with trio.move_on_after(SHORT) as scope:
                async with client.chat.completions.stream(**QUESTION) as stream_left:
                    await stream_left.until_done()
        assert types == ["chunk", "content.delta", "chunk", "content.done"]
        assert whole.choices[0].message.parsed == Cat(name="Tom", age=3)
        assert texts == ["Hel", "lo!"]
        assert scope.cancelled_caught

    trio.run(main)
    server.wait_until_open(0)
