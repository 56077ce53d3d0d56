"""The types of what is inside of arguments: at every depth, as far as the spec is certain."""

from __future__ import annotations

import copy
import enum
import re
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, cast

import pytest
from jsonschema import ValidationError

from apertis._core.json_types import check_argument
from apertis_client.models import ChatCompletionMessage
from tests.drivers import NOTHING_IS_SENT, Driver
from tests.server import Server, completion, json_reply
from tests.spec import validate

URL = "https://a.example/b.png"
PARAMETERS = {"type": "object", "properties": {"a": {"type": ["integer", "null"]}}}
CALL = {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}

# Bodies that hold something at each of many places, all of it right.
CHAT: dict[str, Any] = {
    "model": "m",
    "messages": [
        {"role": "system", "content": [{"type": "text", "text": "Hi"}]},
        {
            "role": "user",
            "name": "n",
            "content": [
                {"type": "text", "text": "Hi"},
                {"type": "image_url", "image_url": {"url": URL, "detail": "low"}},
                {"type": "input_audio", "input_audio": {"data": "AA==", "format": "wav"}},
                {"type": "file", "file": {"file_id": "1"}},
                {"type": "hologram", "text": 5, "hologram": [{"a": 1}]},
            ],
        },
        {"role": "assistant", "content": None, "tool_calls": [CALL]},
        {"role": "tool", "tool_call_id": "1", "content": "5"},
    ],
    "tools": [
        {"type": "function", "function": {"name": "f", "parameters": PARAMETERS, "strict": True}},
        {"type": "web_search"},
    ],
    "tool_choice": {"type": "function", "function": {"name": "f"}},
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "n", "schema": PARAMETERS, "strict": True},
    },
    "stream_options": {"include_usage": True},
    "logit_bias": {"5": -1.5},
    "metadata": {"a": "b"},
    "stop": ["a", "b"],
    "reasoning": {"effort": "low"},
}
MESSAGES: dict[str, Any] = {
    "model": "m",
    "max_tokens": 5,
    "system": [{"type": "text", "text": "Hi", "cache_control": {"type": "ephemeral"}}],
    "messages": [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "Hi"},
                {"type": "image", "source": {"type": "url", "url": URL}},
            ],
        },
        {
            "role": "assistant",
            "content": [{"type": "tool_use", "id": "1", "name": "f", "input": {}}],
        },
        {
            "role": "user",
            "content": [
                {
                    "type": "tool_result",
                    "tool_use_id": "1",
                    "content": [{"type": "text", "text": "5"}],
                }
            ],
        },
    ],
    "tools": [{"name": "f", "description": "d", "input_schema": PARAMETERS}],
    "tool_choice": {"type": "tool", "name": "f"},
    "thinking": {"type": "enabled", "budget_tokens": 1024},
    "metadata": {"user_id": "u"},
    "stop_sequences": ["a"],
}
RESPONSES: dict[str, Any] = {
    "model": "m",
    "input": [
        {"role": "user", "content": "Hi"},
        {
            "role": "user",
            "content": [
                {"type": "input_text", "text": "Hi"},
                {"type": "input_image", "image_url": URL, "detail": "low"},
            ],
        },
        {"type": "function_call", "call_id": "1", "name": "f", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "1", "output": "5"},
        {
            "type": "function_call_output",
            "call_id": "1",
            "output": [{"type": "input_image", "image_url": URL}],
        },
    ],
    "tools": [{"type": "function", "name": "f", "parameters": PARAMETERS}],
    "text": {"format": {"type": "json_schema", "name": "n", "schema": PARAMETERS}},
    "reasoning": {"effort": "low", "summary": "auto"},
}
BODIES = {
    "ChatCompletionRequest": CHAT,
    "MessageRequest": MESSAGES,
    "ResponseRequest": RESPONSES,
}
VALUES: list[Any] = [
    *(5, 1.5, 2.0, "x", True, None, [], {}, [5], ["x"], [None], [[]], [{}], {"a": 5}),
    *({"type": 5}, [{"type": "text", "text": 5}], {"type": []}),
]


def places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of everything inside of a value, as the keys that lead there."""
    keys: list[Any] = [*(value if type(value) is dict else range(len(value)))]
    for key in keys:
        yield (*place, key)
        each = cast("object", value[key])
        if isinstance(each, (dict, list)):
            yield from places(each, (*place, key))


def path(place: tuple[Any, ...]) -> str:
    """Return a place as messages write it."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)[1:]


def refusal(body: str, arguments: dict[str, Any]) -> str:
    """Return the message that refuses arguments; empty where they are right."""
    try:
        for name, value in arguments.items():
            check_argument(body, name, value)
    except TypeError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("body", BODIES)
def test_nothing_is_refused_that_the_spec_has(body: str) -> None:
    """Whatever stands anywhere in a body: what is refused breaks the spec, at the place named."""
    right = BODIES[body]
    validate(body, right)
    assert not refusal(body, right)

    refused = 0
    for place in places(right):
        for value in VALUES:
            arguments = copy.deepcopy(right)
            parent: Any = arguments
            for key in place[:-1]:
                parent = parent[key]
            parent[place[-1]] = value
            if message := refusal(body, arguments):
                refused += 1
                assert message.startswith(path(place)), (place, value)
                if value != 2.0:  # which is a whole number in JSON, and not for `type(value)`
                    with pytest.raises(ValidationError):
                        validate(body, arguments)
    assert refused > 150


def with_parts(*parts: Any) -> list[Any]:
    return [{"role": "user", "content": "Hi"}, {"role": "user", "content": [*parts]}]


def calling(call: Any) -> list[Any]:
    return [{"role": "assistant", "tool_calls": call}]


CHAT_MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "URL in place of an object": (
        {"messages": with_parts({"type": "image_url", "image_url": URL})},
        "messages[1].content[0].image_url must be a dict, not str",
    ),
    "number as a URL": (
        {"messages": with_parts({"type": "image_url", "image_url": {"url": 5}})},
        "messages[1].content[0].image_url.url must be text, not int",
    ),
    "number as a text": (
        {"messages": with_parts({"type": "text", "text": "a"}, {"type": "text", "text": 5})},
        "messages[1].content[1].text must be text, not int",
    ),
    "number as the type of a part": (
        {"messages": with_parts({"type": 5, "text": "a"})},
        "messages[1].content[0].type must be text, not int",
    ),
    "list as the type of a part": (
        {"messages": with_parts({"type": ["text"], "text": "a"})},
        "messages[1].content[0].type must be text, not list",
    ),
    "part in a tuple": (
        {"messages": ({"role": "user", "content": ({"type": "text", "text": 5},)},)},
        "messages[0].content[0].text must be text, not int",
    ),
    "one call": (
        {"messages": calling(CALL)},
        "messages[0].tool_calls must be a list, not dict",
    ),
    "number as the id of a call": (
        {"messages": [{"role": "tool", "tool_call_id": 5, "content": "5"}]},
        "messages[0].tool_call_id must be text, not int",
    ),
    "beside a model": (
        {
            "messages": [
                ChatCompletionMessage.from_dict({"content": "a"}),
                *with_parts({"type": "text", "text": 5}),
            ]
        },
        "messages[2].content[0].text must be text, not int",
    ),
    "name of a function": (
        {"tools": [{"type": "function", "function": "f"}]},
        "tools[0].function must be a dict, not str",
    ),
    "parameters as text": (
        {"tools": [{"type": "function", "function": {"name": "f", "parameters": "{}"}}]},
        "tools[0].function.parameters must be a dict, not str",
    ),
    "choice of a tool by its name": (
        {"tool_choice": {"type": "function", "function": "f"}},
        "tool_choice.function must be a dict, not str",
    ),
    "schema as text": (
        {"response_format": {"type": "json_schema", "json_schema": "n"}},
        "response_format.json_schema must be a dict, not str",
    ),
    "schema one level deeper": (
        {"response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": []}}},
        "response_format.json_schema.schema must be a dict, not list",
    ),
    "option of a stream": (
        {"stream_options": {"include_usage": "yes"}},
        "stream_options.include_usage must be True or False, not str",
    ),
}
OTHER_MISTAKES: dict[str, tuple[str, dict[str, Any], str]] = {
    "text of a system prompt": (
        "messages",
        {**MESSAGES, "system": [{"type": "text", "text": 5}]},
        "system[0].text must be text, not int",
    ),
    "source of an image": (
        "messages",
        {**MESSAGES, "messages": with_parts({"type": "image", "source": URL})},
        "messages[1].content[0].source must be a dict, not str",
    ),
    "schema of a tool": (
        "messages",
        {**MESSAGES, "tools": [{"name": "f", "input_schema": "{}"}]},
        "tools[0].input_schema must be a dict, not str",
    ),
    "budget as text": (
        "messages",
        {**MESSAGES, "thinking": {"type": "enabled", "budget_tokens": "1024"}},
        "thinking.budget_tokens must be a whole number, not str",
    ),
    "block of a result": (
        "messages",
        {
            **MESSAGES,
            "messages": with_parts({"type": "tool_result", "tool_use_id": "1", "content": ["5"]}),
        },
        "messages[1].content[0].content[0] must be a dict, not str",
    ),
    "text of a part": (
        "responses",
        {**RESPONSES, "input": with_parts({"type": "input_text", "text": 5})},
        "input[1].content[0].text must be text, not int",
    ),
    "image as of chat": (
        "responses",
        {**RESPONSES, "input": with_parts({"type": "input_image", "image_url": {"url": URL}})},
        "input[1].content[0].image_url must be text or None, not dict",
    ),
    "format of text": (
        "responses",
        {**RESPONSES, "text": {"format": "json_object"}},
        "text.format must be a dict, not str",
    ),
    "effort as a number": (
        "responses",
        {**RESPONSES, "reasoning": {"effort": 5}},
        "reasoning.effort must be text or None, not int",
    ),
}


@NOTHING_IS_SENT
@pytest.mark.parametrize("case", CHAT_MISTAKES)
def test_mistakes_deep_inside_of_chat(driver: Driver, server: Server, case: str) -> None:
    """What is wrong is named by its path, however deep it is."""
    arguments, message = CHAT_MISTAKES[case]
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        driver.create(driver.client(), **arguments)

    assert not server.requests


@NOTHING_IS_SENT
@pytest.mark.parametrize("case", OTHER_MISTAKES)
def test_mistakes_deep_inside_of_others(driver: Driver, server: Server, case: str) -> None:
    """So it is for the other APIs."""
    name, arguments, message = OTHER_MISTAKES[case]
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        driver.wait(getattr(driver.client(), name).create(**arguments))

    assert not server.requests


class Detail(enum.StrEnum):
    """Values of a program of its own."""

    LOW = "low"


UNUSUAL: dict[str, list[Any]] = {
    "text of a class of its own": with_parts(
        {"type": "image_url", "image_url": {"url": URL, "detail": Detail.LOW}}
    ),
    "ordered dicts in tuples": [
        OrderedDict[str, Any](role="user", content=(OrderedDict(type="text", text="Hi"),))
    ],
    "members that are None": with_parts({"type": "text", "text": "Hi", "cache_control": None}),
    "what a server sent": [
        {"role": "user", "content": [{"type": "text", "text": "Hi"}]},
        ChatCompletionMessage.from_dict({"role": "assistant", "tool_calls": [{"id": 5}]}),
    ],
    "what a server sent, as a dict": calling([{**CALL, "function": {"name": 5}}]),
    "a part of no type": with_parts({"text": 5}),
    "a message of no role": [{"content": [{"type": "text", "text": "Hi"}]}],
}


BREAKS_THE_SPEC = (
    *("what a server sent", "what a server sent, as a dict"),
    *("a part of no type", "a message of no role"),
)


@pytest.mark.parametrize("case", UNUSUAL)
def test_what_is_sent(driver: Driver, server: Server, case: str) -> None:
    """What may be right is sent: other classes, unknown members, and what a server sent before."""
    server.answer(json_reply(completion()), wrong=case in BREAKS_THE_SPEC)
    driver.create(driver.client(), messages=UNUSUAL[case])

    assert len(server.requests) == 1


def test_content_that_holds_itself(driver: Driver) -> None:
    """What cannot be written is refused as such."""
    block: dict[str, Any] = {"type": "tool_result", "tool_use_id": "1"}
    block["content"] = [block]
    with pytest.raises(ValueError, match=r"[Cc]ircular|recursion"):
        driver.wait(driver.client().messages.create(**{**MESSAGES, "messages": with_parts(block)}))
