"""`parse`, and `stream` with a type: what is asked for, and what becomes of the answer."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypedDict

import attrs
import pytest
from pydantic import BaseModel, Field, ValidationError

from apertis import (
    ParsedChatCompletion,
    StructuredOutputError,
    pydantic_function_tool,
    tool,
)
from apertis_client.models import ResponseFormatJSONObject
from tests.drivers import NOTHING_IS_SENT, Driver
from tests.server import DONE, Server, Step, chunk, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

HI = [{"role": "user", "content": "Hi"}]
TOM = '{"name": "Tom", "lives": 9}'
CUT = '{"name": "To'


class Cat(BaseModel):
    """An animal that purrs."""

    name: str
    lives: int = Field(ge=1, le=9)


@dataclass
class Dog:
    """An animal that barks."""

    name: str
    lives: int = 1


@attrs.frozen
class Bird:
    """An animal that sings."""

    name: str
    lives: int


class Fish(TypedDict):
    """An animal that is silent."""

    name: str
    lives: int


CAT = Cat(name="Tom", lives=9)
SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "lives": {"type": "integer", "minimum": 1, "maximum": 9},
    },
    "required": ["name", "lives"],
    "additionalProperties": False,
}


def parse(driver: Driver, **arguments: Any) -> Any:
    """Return what `parse` gives, asked with a question."""
    completions = driver.client().chat.completions
    return driver.wait(completions.parse(**{"model": "m", "messages": HI, **arguments}))


def opened(driver: Driver, **arguments: Any) -> Any:
    """Return what `stream` gives, asked with a question."""
    completions = driver.client().chat.completions
    return completions.stream(**{"model": "m", "messages": HI, **arguments})


def choice(content: str | None, finish_reason: str = "stop", **members: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": content, **members}
    return {"index": 0, "message": message, "finish_reason": finish_reason}


def answered(*choices: dict[str, Any], **headers: str) -> list[Step]:
    """Return the script of an answer with these choices."""
    return json_reply(completion(choices=list(choices)), headers=headers)


def streamed(*texts: str, finish_reason: str = "stop", **delta: Any) -> list[Step]:
    """Return the script of an answer that comes in pieces."""
    begin = chunk(role="assistant", **delta)
    pieces = [chunk(content=text) for text in texts]
    return event_stream(begin, *pieces, chunk(finish_reason), DONE)


def test_a_type_is_asked_for_and_read(driver: Driver, server: Server) -> None:
    """The schema of the type is sent, strict, and the text of the answer is an instance of it."""
    server.answer(answered(choice(TOM), **{"x-request-id": "r-1"}))
    answer = parse(driver, response_format=Cat, temperature=0)
    message = answer.choices[0].message

    assert server.requests[0].json == {
        "model": "m",
        "messages": HI,
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {
                "name": "Cat",
                "description": "An animal that purrs.",
                "schema": SCHEMA,
                "strict": True,
            },
        },
    }
    assert isinstance(answer, ParsedChatCompletion)
    assert message.parsed == CAT
    assert (message.content, message.refusal) == (TOM, None)
    assert answer.request_id == "r-1"
    assert answer.to_dict() == completion(choices=[choice(TOM)])


@pytest.mark.parametrize(
    ("wanted", "content", "parsed"),
    [
        (Dog, '{"name": "Rex", "lives": 1}', Dog("Rex")),
        (Bird, '{"name": "Jay", "lives": 2}', Bird("Jay", 2)),
        (Fish, '{"name": "Wanda", "lives": 3}', {"name": "Wanda", "lives": 3}),
        (list[Cat], f'{{"value": [{TOM}]}}', [CAT]),
        (Literal["yes", "no"], '{"value": "no"}', "no"),
        (Cat | Dog, f'{{"value": {TOM}}}', CAT),
        (int | None, '{"value": null}', None),
    ],
    ids=["dataclass", "attrs", "TypedDict", "list", "Literal", "union", "optional"],
)
def test_any_type_will_do(
    wanted: Any, content: str, parsed: Any, driver: Driver, server: Server
) -> None:
    """Every type that pydantic can read and a strict schema can express is accepted."""
    server.answer(answered(choice(content)), streamed(content))
    whole = parse(driver, response_format=wanted)
    with driver.entered(opened(driver, response_format=wanted)) as stream:
        written = driver.wait(stream.get_final_completion())
    first, second = (request.json["response_format"] for request in server.requests)

    assert [whole.choices[0].message.parsed, written.choices[0].message.parsed] == [parsed] * 2
    assert first == second
    assert first["json_schema"]["strict"] is True
    assert first["json_schema"]["schema"]["type"] == "object"


@pytest.mark.parametrize(
    "given",
    [
        {"type": "json_object"},
        {"type": "json_schema", "json_schema": {"name": "Cat", "schema": {"type": "object"}}},
        ResponseFormatJSONObject(),
    ],
    ids=["dict", "dict with a schema", "model"],
)
def test_a_format_of_the_api_is_sent_as_it_is(given: Any, driver: Driver, server: Server) -> None:
    """What is no type but what the API takes goes there untouched, and nothing is parsed."""
    server.answer(answered(choice(CUT, "length")))
    message = parse(driver, response_format=given).choices[0].message
    plain = given if isinstance(given, dict) else given.to_dict()

    assert server.requests[0].json["response_format"] == plain
    assert (message.content, message.parsed) == (CUT, None)


def test_without_a_type_nothing_is_parsed(driver: Driver, server: Server) -> None:
    """`parse` without a type is `create`: a cut answer is an answer."""
    server.answer(answered(choice("Hello", "length")))
    message = parse(driver).choices[0].message

    assert server.requests[0].json == {"model": "m", "messages": HI}
    assert (message.content, message.parsed) == ("Hello", None)


def test_every_choice_is_parsed(driver: Driver, server: Server) -> None:
    """Where several answers were asked for, each has what it says."""
    other = {**choice('{"name": "Kit", "lives": 1}'), "index": 1}
    server.answer(answered(choice(TOM), other))
    choices = parse(driver, response_format=Cat, n=2).choices

    assert [each.message.parsed.name for each in choices] == ["Tom", "Kit"]


@pytest.mark.parametrize("content", [None, "", "I will not."])
def test_a_refusal_is_no_error(content: str | None, driver: Driver, server: Server) -> None:
    """A model that declines says why; there is nothing to parse then."""
    server.answer(answered(choice(content, refusal="I cannot do that.")))
    message = parse(driver, response_format=Cat).choices[0].message

    assert (message.parsed, message.refusal) == (None, "I cannot do that.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"name": "Tom"}', "lives\n  Field required"),
        ('{"name": "Tom", "lives": 10}', "lives\n  Input should be less than or equal to 9"),
        ("Tom has nine lives.", "Invalid JSON"),
        (CUT, "Invalid JSON"),
    ],
    ids=["a member short", "out of bounds", "prose", "torn"],
)
def test_an_answer_that_does_not_fit_is_an_error(
    text: str, problem: str, driver: Driver, server: Server
) -> None:
    """The error has the completion and the text, and pydantic's own error as its cause."""
    server.answer(answered(choice(text)))
    with pytest.raises(StructuredOutputError) as caught:
        parse(driver, response_format=Cat)
    error = caught.value

    assert str(error).startswith("the answer does not fit the type: 1 validation error for Cat")
    assert problem in str(error)
    assert error.text == text
    assert error.completion is not None
    assert error.completion.choices[0].message.content == text
    assert isinstance(error.__cause__, ValidationError)
    assert pickle.loads(pickle.dumps(error)).text == text


@tool
def feed(name: str, spoons: int = 1) -> str:
    """Feed a cat.

    Args:
        name: Its name.
        spoons: How much it gets.
    """
    return f"{name} got {spoons}"


def called(name: str, arguments: str) -> list[Step]:
    """Return the script of an answer that calls a tool."""
    function = {"name": name, "arguments": arguments}
    call = {"id": "call_1", "type": "function", "function": function}
    return answered(choice(None, "tool_calls", tool_calls=[call]))


@pytest.mark.parametrize(
    ("name", "arguments", "parsed"),
    [
        ("feed", '{"name": "Tom", "spoons": 2}', {"name": "Tom", "spoons": 2}),
        ("feed", '{"name": "Tom"}', {"name": "Tom", "spoons": 1}),
        ("Cat", TOM, CAT),
        ("other", '{"a": 1}', None),
        ("unheard_of", '{"a": 1}', None),
    ],
)
def test_arguments_of_tools_are_parsed(
    name: str, arguments: str, parsed: Any, driver: Driver, server: Server
) -> None:
    """A call has its arguments as the tool takes them, if the tool knows how."""
    other = {"type": "function", "function": {"name": "other"}}
    server.answer(called(name, arguments))
    answer = parse(driver, tools=[feed, pydantic_function_tool(Cat), other], response_format=Cat)
    [call] = answer.choices[0].message.tool_calls
    sent = [each["function"] for each in server.requests[0].json["tools"]]

    assert call.parsed_arguments == call.function.parsed_arguments == parsed
    assert call.function.arguments == arguments
    assert answer.choices[0].message.parsed is None
    assert [each["name"] for each in sent] == ["feed", "Cat", "other"]
    assert sent[0]["strict"] is True
    assert sent[0]["parameters"]["properties"]["spoons"]["description"].startswith(
        "How much it gets."
    )
    assert sent[1]["parameters"] == SCHEMA


def test_a_plain_function_is_a_tool(driver: Driver, server: Server) -> None:
    """Functions are made tools, as `run_tools` does."""
    server.answer(called("give", '{"spoons": 2}'), streamed(TOM))

    def give(spoons: int) -> int:
        return spoons

    [call] = parse(driver, tools=[give]).choices[0].message.tool_calls
    with driver.entered(opened(driver, tools=[give])) as stream:
        driver.all(stream)
    sent = [request.json["tools"][0]["function"]["name"] for request in server.requests]

    assert call.parsed_arguments == {"spoons": 2}
    assert sent == ["give", "give"]
    with pytest.raises(TypeError, match="a tool is made from a function, not from the class Cat"):
        parse(driver, tools=[Cat])


@dataclass
class Odd:
    """Raises what pydantic does not catch."""

    number: int

    def __post_init__(self) -> None:
        raise TypeError("no")


@pytest.mark.parametrize(
    ("wanted", "text"),
    [(Odd, '{"number": 1}'), (Iterable[int], '{"value": [1, "a"]}')],
)
def test_what_a_type_raises_is_a_misfit(
    wanted: Any, text: str, driver: Driver, server: Server
) -> None:
    """Whatever a constructor raises is about what the model wrote; lazy types are read at once."""
    server.answer(answered(choice(text)))
    with pytest.raises(StructuredOutputError) as caught:
        parse(driver, response_format=wanted)

    assert caught.value.text == text


def test_an_answer_goes_back_as_it_came(driver: Driver, server: Server) -> None:
    """A message that was parsed is sent like any other: what was made of it is not sent."""
    server.answer(called("feed", '{"name": "Tom"}'), answered(choice(TOM)), answered(choice(TOM)))
    tools = [feed]
    first = parse(driver, tools=tools).choices[0].message
    result = {"role": "tool", "tool_call_id": "call_1", "content": "done"}
    second = parse(driver, messages=[*HI, first, result], tools=tools, response_format=Cat)
    parse(driver, messages=[*HI, second.choices[0].message])

    assert server.requests[1].json["messages"][1] == {
        "role": "assistant",
        "tool_calls": [call.to_dict() for call in first.tool_calls],
    }
    assert server.requests[2].json["messages"][1] == {"role": "assistant", "content": TOM}


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (dict[str, int], r"dict\[str, int\] is a dict with any keys"),
        (CAT, "not an instance of Cat"),
        (Dog("Rex"), "not an instance of Dog"),
        ([Cat], "not an instance of list"),
        (5, "not an instance of int"),
        ({Cat}, "not an instance of set"),
        ("json_object", "not text"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_for_is_refused(wanted: Any, message: str, driver: Driver) -> None:
    """Nothing is sent where there is no strict schema; the message says why."""
    with pytest.raises(TypeError, match=message):
        parse(driver, response_format=wanted)
    with pytest.raises(TypeError, match=message):
        opened(driver, response_format=wanted)


@NOTHING_IS_SENT
def test_a_parsed_answer_is_no_stream(driver: Driver) -> None:
    """`parse` takes no `stream`: there is a method for that."""
    with pytest.raises(TypeError, match="takes no argument 'stream'"):
        parse(driver, response_format=Cat, stream=True)


def test_without_pydantic_the_message_says_what_to_install(
    driver: Driver, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pydantic, the message says how to install it; all else works without it."""
    monkeypatch.setitem(sys.modules, "pydantic", None)
    server.answer(answered(choice(TOM)))
    for ask in (parse, opened):
        with pytest.raises(ImportError, match=r'pip install "apertis\[pydantic\]"'):
            ask(driver, response_format=type("Unseen", (), {}))

    assert parse(driver, response_format={"type": "json_object"}).choices[0].message.content == TOM
