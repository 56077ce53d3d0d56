"""`apertis_client._runtime.json_body`: from keyword arguments to the bytes that are sent."""

from __future__ import annotations

import copy
import json
from collections import OrderedDict, UserDict
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis_client._runtime.json_object import JSONObject
from apertis_client._runtime.json_text import encode_body
from apertis_client.models import (
    AssistantMessage,
    ChatCompletion,
    ChatCompletionRequest,
    Function,
    ToolCall,
    UserMessage,
)

pytestmark = pytest.mark.each_json_library

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), JSON))
def test_plain_dicts_go_out_as_they_are(body: dict[str, Any]) -> None:
    """A plain dict is sent as it is, nulls and unknown members included, and is not changed."""
    before = copy.deepcopy(body)

    assert body == json.loads(encode_body(body))
    assert before == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, b"{}"),
        ({"a": [1, 2.5, True, False, None]}, b'{"a":[1,2.5,true,false,null]}'),
        ({"text": 'quote " back \\ line \n'}, b'{"text":"quote \\" back \\\\ line \\n"}'),
        ({"text": "grüß 日本 🎉"}, '{"text":"grüß 日本 🎉"}'.encode()),
        ({"text": "\u2028\u2029\u0085"}, '{"text":"\u2028\u2029\u0085"}'.encode()),
        ({"a": (1, 2)}, b'{"a":[1,2]}'),
        (OrderedDict(b=1, a=2), b'{"b":1,"a":2}'),
        ({"logit_bias": {50256: -100}}, b'{"logit_bias":{"50256":-100}}'),
        ({"big": 2**70}, b'{"big":1180591620717411303424}'),
    ],
    ids=lambda value: value.decode() if isinstance(value, bytes) else "",
)
def test_the_bytes_are_compact_and_in_utf_8(body: Any, expected: bytes) -> None:
    """JSON goes out without spaces, in UTF-8, with text as it is."""
    assert expected == encode_body(body)


AUDIO = {"data": "QQ==", "transcript": "hi", "expires_at": 1}
FUNCTION: dict[str, Any] = {"name": "f", "arguments": '{"x": "\xe9"}'}
CALLS: list[Any] = [{"id": "a", "type": "function", "function": FUNCTION}]


def called(function: Any, **call: Any) -> dict[str, Any]:
    return {"tool_calls": [{"id": "a", "function": function, **call}]}


@pytest.mark.parametrize(
    ("message", "sent"),
    [
        ({"role": "assistant", "content": None, "x": 1}, {"x": 1, "content": ""}),
        ({"content": "a", "refusal": None}, {"content": "a"}),
        ({"role": None, "content": "a"}, {"content": "a"}),
        ({"role": "", "content": "a"}, {"content": "a"}),
        ({"content": None, "tool_calls": CALLS}, {"tool_calls": CALLS}),
        (called(FUNCTION, x=1), called(FUNCTION, x=1, type="function")),
        (called({**FUNCTION, "arguments": {"x": "\xe9"}}, type=""), {"tool_calls": CALLS}),
        (
            called({"name": "f", "arguments": None}),
            called({"name": "f", "arguments": "{}"}, type="function"),
        ),
        (called({"name": "f"}), called({"name": "f", "arguments": "{}"}, type="function")),
        ({"tool_calls": [{"type": "custom", "custom": {"x": 1}}]},) * 2,
        ({"content": None, "audio": {"id": "au", **AUDIO}}, {"audio": {"id": "au"}}),
        ({"audio": AUDIO}, {"content": "hi"}),
        ({"audio": AUDIO, "content": "a"}, {"content": "a"}),
        ({"audio": "odd"}, {"content": ""}),
        ({"tool_calls": [None, *CALLS]}, {"tool_calls": CALLS}),
        ({"content": 1.5}, {"content": "1.5"}),
        ({"content": {"type": "text", "text": "a"}}, {"content": [{"type": "text", "text": "a"}]}),
        (
            {"content": ["a", None, {"type": "x"}]},
            {"content": [{"type": "text", "text": "a"}, {"type": "x"}]},
        ),
    ],
)
def test_an_answer_goes_back_as_servers_accept_it(message: Any, sent: Any) -> None:
    """A message of an answer goes back as the assistant's, without nulls, a recording as its id.

    A call of a function says that it is one, and has its arguments as text; content is text or a
    list of parts.
    """
    completion = ChatCompletion.from_dict({"choices": [{"message": message}]})
    encoded = json.loads(encode_body({"messages": [completion.choices[0].message]}))

    assert encoded == {"messages": [{"role": "assistant", **sent}]}
    assert completion.to_dict() == {"choices": [{"message": message}]}, "it stays as it came"


def test_models_inside_of_models_go_without_nulls_too() -> None:
    """The same holds for the objects inside of a message, at every depth."""
    message = AssistantMessage.from_dict(
        {
            "role": "assistant",
            "tool_calls": [
                {"id": "1", "index": None, "function": {"name": "f", "strict": None}},
            ],
        }
    )

    assert json.loads(encode_body({"messages": [message]})) == {
        "messages": [
            {"role": "assistant", "tool_calls": [{"id": "1", "function": {"name": "f"}}]},
        ]
    }


def test_a_plain_dict_beside_models_keeps_its_nulls() -> None:
    """Nulls in plain dicts are the caller's own and are sent."""
    body = {"messages": [UserMessage(content="x", name=None), {"role": "user", "content": None}]}

    assert json.loads(encode_body(body)) == {
        "messages": [{"role": "user", "content": "x"}, {"role": "user", "content": None}]
    }


def test_models_made_by_hand_are_sent() -> None:
    """Models may stand anywhere in a body, and be the body."""
    call = ToolCall(function=Function(name="f", arguments="{}"), id="1")
    request = ChatCompletionRequest(model="m", messages=[AssistantMessage(tool_calls=[call])])

    assert json.loads(encode_body(request)) == {
        "model": "m",
        "messages": [
            {
                "role": "assistant",
                "tool_calls": [{"function": {"name": "f", "arguments": "{}"}, "id": "1"}],
            }
        ],
    }


def test_members_of_a_hidden_name_are_sent() -> None:
    """A member that stands beside a method of its name is sent like any other."""
    message = JSONObject.from_dict({"to_dict": {"a": 1}, "id": "1"})

    assert json.loads(encode_body({"message": message})) == {
        "message": {"to_dict": {"a": 1}, "id": "1"}
    }


@pytest.mark.parametrize("body", [{"a": 1, "b": 2}, JSONObject.from_dict({"a": 1, "b": 2})])
def test_members_win_over_those_of_the_body(body: Any) -> None:
    """Members given beside the body are added at top level and win, null included."""
    assert json.loads(encode_body(body, {"b": None, "c": {"d": 3}})) == {
        "a": 1,
        "b": None,
        "c": {"d": 3},
    }
    assert encode_body(body) == encode_body(body, {}) == encode_body(body, None)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")], ids=repr)
def test_what_json_has_no_number_for_is_refused(number: float) -> None:
    """NaN and infinity are refused, wherever they stand."""
    with pytest.raises(ValueError, match="the request body may not hold NaN or infinity"):
        encode_body({"temperature": number})
    with pytest.raises(ValueError, match="the request body may not hold NaN or infinity"):
        encode_body({"messages": [UserMessage.from_dict({"content": [number]})]})


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (b"bytes", "bytes"),
        ({1, 2}, "set"),
        (datetime.now(UTC), "datetime"),
        (object(), "object"),
        ((item for item in "ab"), "generator"),
        (UserDict(a=1), "UserDict"),
    ],
    ids=["bytes", "set", "datetime", "object", "generator", "UserDict"],
)
def test_values_that_json_cannot_hold_are_refused(value: object, kind: str) -> None:
    """A value that cannot be written as JSON raises a `TypeError` that names its type."""
    with pytest.raises(TypeError, match=rf"the request body may hold .*; it holds {kind}$"):
        encode_body({"metadata": [value]})


def test_a_key_that_is_no_text_is_refused() -> None:
    """A key that JSON cannot have is a `TypeError`."""
    with pytest.raises(TypeError, match="keys must be str"):
        encode_body({"metadata": {("a", "b"): 1}})


def test_a_circle_is_refused() -> None:
    """A value that contains itself raises a `ValueError`."""
    circle: list[Any] = []
    circle.append(circle)

    with pytest.raises(ValueError, match="Circular"):
        encode_body({"messages": circle})


def test_half_a_surrogate_pair_is_escaped() -> None:
    """A lone surrogate, which is invalid in UTF-8, is written as its escape."""
    assert encode_body({"text": "a\ud83d"}) == b'{"text":"a\\ud83d"}'
