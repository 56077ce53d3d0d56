"""`apertis.chat.parse`: completions whose text and arguments have been turned into Python."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, NamedTuple

import pytest

from apertis import (
    ApertisError,
    ChatCompletion,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    StructuredOutputError,
)
from apertis._answers.parsing import parse_partial
from apertis.chat.parse import CompletionParser
from apertis.chat.parsed import ParsedChatCompletion, ParsedChatCompletionMessage, ParsedFunction
from apertis.chat.text import content_text
from apertis_client._runtime.arguments_text import arguments_text
from apertis_client.models import ChatCompletionMessage


class Point(NamedTuple):
    """What is asked for."""

    x: int
    y: int


def point(text: str) -> Point:
    """Read a point; what is none is a `ValueError`."""
    members = json.loads(text)
    if set(members) != {"x", "y"}:
        raise ValueError("a point has x and y")
    return Point(**members)


class PointFormat:
    """Asks for a point."""

    def parse(self, text: str) -> Point:
        return point(text)

    def unwrapped(self, partial: Any) -> Any:
        return partial


FORMAT = PointFormat()
PARSERS = {"go": point}
POINT = '{"x": 1, "y": 2}'


def completion(*choices: dict[str, Any], **members: Any) -> ChatCompletion:
    made = ChatCompletion.from_dict({"id": "c", "choices": list(choices), **members})
    made.__json_headers__ = {"x-request-id": "r"}
    return made


def choice(finish_reason: str = "stop", **message: Any) -> dict[str, Any]:
    return {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": finish_reason}


def call(arguments: Any, name: str = "go") -> dict[str, Any]:
    function = {"name": name, "arguments": arguments}
    return {"id": "1", "type": "function", "function": function}


PARSED: dict[str, tuple[dict[str, Any], Point | None]] = {
    "text": ({"content": POINT}, Point(1, 2)),
    "text in parts": (
        {"content": [{"type": "text", "text": '{"x": 1, '}, {"type": "text", "text": '"y": 2}'}]},
        Point(1, 2),
    ),
    "an object": ({"content": {"x": 1, "y": 2}}, Point(1, 2)),
    "a recording": ({"content": None, "audio": {"id": "a"}}, None),
    "a call of the old kind": ({"content": None, "function_call": {"name": "f"}}, None),
    "a refusal": ({"content": None, "refusal": "I will not"}, None),
    "a refusal and text": ({"content": "No.", "refusal": "I will not"}, None),
    "an empty refusal": ({"content": POINT, "refusal": ""}, Point(1, 2)),
    "tool calls": ({"content": None, "tool_calls": [call("{}", "other")]}, None),
    "tool calls and words": ({"content": "I go.", "tool_calls": [call("{}", "other")]}, None),
    "tool calls and an answer": ({"content": POINT, "tool_calls": [call(POINT)]}, Point(1, 2)),
}


@pytest.mark.parametrize(("message", "parsed"), PARSED.values(), ids=PARSED.keys())
def test_the_text_of_a_message_is_parsed(message: dict[str, Any], parsed: Point | None) -> None:
    """A message's text becomes what was asked for, and None where there is no answer in it."""
    found = CompletionParser(FORMAT).read(completion(choice(**message)))

    assert found.choices[0].message.parsed == parsed


@pytest.mark.parametrize(
    "message", [{}, {"content": None}, {"content": ""}, {"content": [], "tool_calls": []}]
)
def test_an_empty_answer_is_an_error(message: dict[str, Any]) -> None:
    """Where an answer was asked for, and there is none, None would pass for a refusal."""
    with pytest.raises(StructuredOutputError, match="the answer is empty") as caught:
        CompletionParser(FORMAT).read(completion(choice(**message)))
    plain = CompletionParser[None](None).read(completion(choice(**message)))

    assert caught.value.text == ""
    assert caught.value.completion is not None
    assert plain.choices[0].message.parsed is None


def test_a_lenient_parser_finds_no_fault() -> None:
    """What does not fit, or was cut, has no parsed arguments then, and is no error."""
    asked = choice("length", tool_calls=[call(POINT), call('{"x": 1')])
    parser = CompletionParser[None](None, PARSERS, is_lenient=True)
    found = parser.read(completion(asked))
    made = found.choices[0].message.tool_calls or []

    assert [each.parsed_arguments for each in made] == [Point(1, 2), None]
    with pytest.raises(LengthFinishReasonError):
        CompletionParser(None, PARSERS).read(completion(asked))


ARGUMENTS: list[tuple[Any, str, Any]] = [
    (POINT, "go", Point(1, 2)),
    ({"x": 1, "y": 2}, "go", Point(1, 2)),
    (POINT, "other", None),
    ("not JSON", "other", None),
    (None, "other", None),
]


@pytest.mark.parametrize(("arguments", "name", "parsed"), ARGUMENTS)
def test_arguments_are_parsed(arguments: Any, name: str, parsed: Any) -> None:
    """The arguments of a function with a parser become what it takes; those of others do not."""
    found = CompletionParser[None](None, PARSERS).read(
        completion(choice(tool_calls=[call(arguments, name)]))
    )
    [made] = found.choices[0].message.tool_calls or []

    assert made.parsed_arguments == parsed
    assert made.function.parsed_arguments == parsed


@pytest.mark.parametrize("arguments", ["", " ", None])
def test_no_arguments_are_an_empty_object(arguments: str | None) -> None:
    """A model that writes nothing where there are no arguments means an empty object."""
    asked = completion(choice(tool_calls=[call(arguments)]))
    found = CompletionParser[None](None, {"go": json.loads}).read(asked)
    [made] = found.choices[0].message.tool_calls or []

    assert made.parsed_arguments == {}


def test_a_custom_tool_has_no_arguments() -> None:
    """The call of a tool that is no function stays as it is."""
    custom = {"id": "1", "type": "custom", "custom": {"name": "go", "input": "x"}}
    found = CompletionParser[None](None, PARSERS).read(completion(choice(tool_calls=[custom])))
    [made] = found.choices[0].message.tool_calls or []

    assert made.parsed_arguments is None
    assert made.to_dict() == custom


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("length", LengthFinishReasonError),
        ("max_tokens", LengthFinishReasonError),
        ("MAX_TOKENS", LengthFinishReasonError),
        ("model_length", LengthFinishReasonError),
        ("sensitive", ContentFilterFinishReasonError),
        ("SAFETY", ContentFilterFinishReasonError),
        ("content_filter", ContentFilterFinishReasonError),
        ("content_filter: RECITATION", ContentFilterFinishReasonError),
        ("content_filter: OTHER", ContentFilterFinishReasonError),
    ],
)
def test_what_was_cut_is_an_error(reason: str, error: type[LengthFinishReasonError]) -> None:
    """Structured output that was cut is an error that has the completion, even if it fits."""
    cut = completion(choice(content=POINT), choice(reason, content=POINT))
    for wanted in [(FORMAT, {}), (None, PARSERS)]:
        with pytest.raises(error, match="was cut") as caught:
            CompletionParser(*wanted).read(cut)
        assert caught.value.completion is cut


def test_nothing_is_wrong_where_nothing_was_asked_for() -> None:
    """Without a format or a parser a completion may be cut, and hold whatever it likes."""
    made = completion(choice("length", content="{", tool_calls=[call("{")]))
    found = CompletionParser[None]().read(made)

    assert found.choices[0].message.parsed is None
    assert found.to_dict() == made.to_dict()


@pytest.mark.parametrize(
    ("message", "text", "about"),
    [
        ({"content": "{}"}, "{}", "the answer does not fit the type: a point has x and y"),
        ({"content": "Sure!"}, "Sure!", "the answer does not fit the type: Expecting value"),
        (
            {"content": POINT, "tool_calls": [call("{}")]},
            "{}",
            "the arguments do not fit the tool go",
        ),
        ({"tool_calls": [call(POINT), call("{")]}, "{", "the arguments do not fit the tool go"),
    ],
)
def test_what_does_not_fit_is_an_error(message: dict[str, Any], text: str, about: str) -> None:
    """Output that does not fit the type is an error with the completion and the text."""
    made = completion(choice(**message))
    with pytest.raises(StructuredOutputError, match=about) as caught:
        CompletionParser(FORMAT, PARSERS).read(made)

    assert (caught.value.completion, caught.value.text) == (made, text)
    assert isinstance(caught.value.__cause__, ValueError)
    assert isinstance(caught.value, ApertisError)


WHOLE: dict[str, Any] = {
    **completion(
        choice(content=POINT, tool_calls=[call(POINT), call("{}", "other")], extra={"a": [1]}),
        {"index": 1, "message": {"content": POINT, "parsed": "theirs", "to_dict": 1}},
    ).to_dict(),
    "usage": {"total_tokens": 3, "x": None},
    "came_with": "theirs",
    "unknown": {"a": None},
}


def whole() -> ParsedChatCompletion[Point]:
    made = ChatCompletion.from_dict(WHOLE)
    made.__json_headers__ = {"x-request-id": "r"}
    return CompletionParser(FORMAT, PARSERS).read(made)


def test_what_was_sent_is_kept() -> None:
    """A parsed completion gives back what was received, and nothing of what was made of it."""
    found = whole()

    assert isinstance(found, ChatCompletion)
    assert found.to_dict() == WHOLE
    assert found.request_id == "r"
    assert found["unknown"].a is None


def test_the_members_are_shared() -> None:
    """What was decoded is not decoded again; the completion that it came from is as it was."""
    made = ChatCompletion.from_dict(WHOLE)
    found = CompletionParser(FORMAT, PARSERS).read(made)

    assert found.usage is made.usage
    assert type(made.choices[0].message) is ChatCompletionMessage
    assert made.to_dict() == WHOLE


def test_a_member_called_parsed_is_not_lost() -> None:
    """What the server calls by a name of ours is there in brackets."""
    message = whole().choices[1].message

    assert message.parsed == Point(1, 2)
    assert message["parsed"] == "theirs"
    assert message["to_dict"] == 1
    assert ParsedChatCompletionMessage.from_dict({"parsed": 1})["parsed"] == 1


def copies(value: Any) -> list[Any]:
    return [copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))]


def test_a_parsed_completion_copies() -> None:
    """Copies, deep ones and pickles are equal and have what was parsed."""
    for made in copies(whole()):
        message = made.choices[0].message
        assert made == whole()
        assert made.to_dict() == WHOLE
        assert made.request_id == "r"
        assert message.parsed == Point(1, 2)
        assert message.tool_calls[0].parsed_arguments == Point(1, 2)


def test_a_parsed_completion_compares() -> None:
    """Parsed completions are equal where what was received is, and are no other completions."""
    assert whole() == whole()
    assert whole() != CompletionParser(FORMAT, PARSERS).read(completion())
    assert whole() != ChatCompletion.from_dict(WHOLE)


def test_what_was_parsed_shows() -> None:
    """The text form has the members and what was made of them."""
    message = whole().choices[0].message

    assert repr(message).endswith(", parsed=Point(x=1, y=2))")
    assert "parsed_arguments=Point(x=1, y=2))" in repr(message.tool_calls)
    assert repr(ParsedChatCompletionMessage(content="a")) == (
        "ParsedChatCompletionMessage(content='a')"
    )


def test_what_was_made_by_hand_is_not_parsed() -> None:
    """A message or a function that nobody parsed has None there."""
    assert ParsedChatCompletionMessage[Point](content="a").parsed is None
    assert ParsedFunction.from_dict({"name": "f"}).parsed_arguments is None


ODD: list[Any] = [
    {},
    {"choices": None},
    {"choices": "text"},
    {"choices": [None, "text", {}, {"message": None}, {"message": "text"}]},
    {"choices": [{"message": {"content": {"a": 1}, "tool_calls": "text", "refusal": []}}]},
    {"choices": [{"message": {"tool_calls": [None, {}, {"function": None}, {"function": "x"}]}}]},
    {"choices": [{"message": {"tool_calls": [{"function": {"name": ["go"]}}]}}]},
    {"choices": [{"finish_reason": {"a": 1}}]},
]


@pytest.mark.parametrize("members", ODD, ids=repr)
def test_odd_completions_stay_as_they_are(members: Any) -> None:
    """What is nothing that could be parsed is handed on."""
    found = CompletionParser(FORMAT, PARSERS).read(ChatCompletion.from_dict(members))

    assert found.to_dict() == members


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("a", "a"),
        ("", ""),
        (None, None),
        (7, "7"),
        (True, None),
        ({"text": "a"}, "a"),
        ([], ""),
        ([{"type": "text", "text": "a"}, {"type": "image_url"}, {"text": "b"}], "ab"),
        (["a", None, {"text": None}, {"text": {"value": "a"}}], "a"),
    ],
)
def test_content_may_be_a_list_or_a_part(content: Any, text: str | None) -> None:
    """The text of a list of parts is that of its parts, as dicts or as objects."""
    message = ChatCompletionMessage.from_dict({"content": content})

    assert content_text(content) == text
    assert content_text(message.content) == text


@pytest.mark.parametrize(
    ("arguments", "text"),
    [("{", "{"), ("", ""), (None, ""), ({"a": "é"}, '{"a": "é"}'), ([1], "[1]")],
)
def test_arguments_may_be_an_object(arguments: Any, text: str) -> None:
    """Arguments that come as the object that their text would say are text again."""
    assert arguments_text(arguments) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        (" ", None),
        ("Sure!", None),
        ("{", {}),
        ('{"a', {}),
        ('{"a":', {}),
        ('{"a": "x', {"a": "x"}),
        ('{"a": "x1', {"a": "x1"}),
        ('{"a": "x\\', {"a": "x"}),
        ('{"a": "x\\u00', {"a": "x"}),
        ('{"a": "x\\ud83d', {"a": "x"}),
        ('{"a": "x\\ud83d\\ude0', {"a": "x"}),
        ('{"a": "x\\ud83d\\ude00', {"a": "x\U0001f600"}),
        ('{"a": "x\\ud83d y', {"a": "x\ufffd y"}),
        ('{"a": "x\\udE00', {"a": "x\ufffd"}),
        ('{"a": "x\\ude00\\ud83d\\uD', {"a": "x\ufffd"}),
        ('{"a": "x\ud83d y', {"a": "x\ufffd y"}),
        ('{"a": "x", "b": 12', {"a": "x"}),
        ('{"a": "x", "b": 12,', {"a": "x", "b": 12}),
        ("[1, 2.", [1]),
        ("[1, true", [1]),
        ("[1, -", [1]),
        ("12", None),
        ("{} and more", {}),
        ('{"a": 1, oops', None),
        ("\ud83d", None),
        ("[" * 5000, None),
    ],
)
def test_text_that_has_begun_to_be_json_is_read(text: str, expected: Any) -> None:
    """Only what is certain is read, and nothing of it is an error."""
    assert parse_partial(text) == expected


@pytest.mark.parametrize("members", [{}, {"content": None}, {"content": ""}], ids=repr)
def test_an_answer_without_text_has_empty_text(members: dict[str, Any]) -> None:
    """The text of an answer is empty where the model wrote none, or there is no choice."""
    assert CompletionParser().text(completion(choice(**members))) == ""
    assert CompletionParser().text(completion()) == ""
