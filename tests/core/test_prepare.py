"""`apertis._core.prepare`: from keyword arguments to what is sent."""

from __future__ import annotations

import copy
import json
import os
import uuid
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis import RetryPolicy
from apertis._core.checks import Timeouts
from apertis._core.prepare import PreparedRequest, prepare
from apertis._core.settings import Settings
from apertis_client._runtime.operation import Operation
from apertis_client._runtime.response import ResponseModel
from apertis_client.api.chat import create_chat_completion
from apertis_client.models import FunctionDefinition, FunctionTool, UserMessage

CREATE = create_chat_completion.OPERATION
MESSAGES: list[Any] = [{"role": "user", "content": "Hello"}]
LEAST: dict[str, Any] = {"model": "m", "messages": MESSAGES}

SEARCH: Operation[Any] = Operation(
    name="search",
    method="GET",
    path="/{kind}/search/{id}",
    response=ResponseModel,
    parameters=frozenset(["kind", "id", "query", "page_size", "trace_id"]),
    required=("kind", "id"),
    path_parameters=("kind", "id"),
    query_parameters={"query": "q", "page_size": "page-size"},
    header_parameters={"trace_id": "X-Trace-Id"},
)


def settings(**given_settings: Any) -> Settings:
    defaults: dict[str, Any] = {
        "api_key": "sk",
        "base_url": "https://host/v1",
        "timeout": None,
        "max_retries": 2,
        "default_headers": None,
        "default_query": None,
    }
    return Settings.check(**{**defaults, **given_settings})


def call(
    arguments: dict[str, Any],
    *,
    of: Operation[Any] = CREATE,
    stream: bool = False,
    **client: Any,
) -> PreparedRequest:
    return prepare(of, arguments, settings(**client), stream=stream)


def headers(
    extra: Mapping[str, str | None] | None = None,
    default: Mapping[str, str | None] | None = None,
    *,
    stream: bool = False,
) -> dict[str, str]:
    """Return the headers of the first attempt."""
    arguments = {**LEAST, "extra_headers": extra}
    sent = call(arguments, stream=stream, default_headers=default).attempt_headers("sk", 0)
    return {name: value for name, value in sent.items() if value is not None}


def body(arguments: dict[str, Any], *, stream: bool = False) -> Any:
    content = call(arguments, stream=stream).body
    assert isinstance(content, bytes)
    return json.loads(content)


# Where it goes


def test_each_argument_goes_to_its_place() -> None:
    """Path, query and headers have the names of the wire, and take what is not text, too."""
    sent = call({"kind": "a/b", "id": 7, "query": "x", "page_size": 3, "trace_id": 9}, of=SEARCH)

    assert sent.url == "https://host/v1/a%2Fb/search/7"
    assert sent.query == {"q": "x", "page-size": 3}
    assert sent.headers["x-trace-id"] == "9"
    assert sent.body is None


def test_the_query_is_merged() -> None:
    """A query has the client's parameters, then the call's own, then its extra ones."""
    sent = call(
        {"kind": "k", "id": "i", "query": "call", "page_size": 1, "extra_query": {"q": "extra"}},
        of=SEARCH,
        default_query={"q": "client", "page-size": 9, "team": "t"},
    )

    assert sent.query == {"q": "extra", "page-size": 1, "team": "t"}
    assert call(LEAST).query == {}
    assert call({**LEAST, "extra_query": {"a": [1, 2]}}).query == {"a": [1, 2]}


# Headers


NAMES = [
    "Authorization",
    "Content-Type",
    "Accept",
    "User-Agent",
    "Idempotency-Key",
    "X-Retry-Count",
    "X-Unknown",
]
SPELLINGS = [str.upper, str.lower, str.title, str.swapcase]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda spelling: spelling.__name__)
def test_the_callers_headers_win(name: str, spelling: Any) -> None:
    """Per-call over client over built-in, however a name is spelt; each is sent once."""
    client, own = {spelling(name): "client"}, {name.swapcase(): "own"}

    assert headers(default=client)[name.lower()] == "client"
    assert headers(own)[name.lower()] == "own"
    assert headers(own, client)[name.lower()] == "own"
    for sent in (headers(own, client), headers(default=client), headers(own)):
        assert [sent_name for sent_name in sent if sent_name.lower() == name.lower()] == [
            name.lower()
        ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda spelling: spelling.__name__)
def test_a_header_set_to_none_is_not_sent(name: str, spelling: Any) -> None:
    """None takes a header away, on whichever level and however it is spelt."""
    assert name.lower() not in headers({spelling(name): None})
    assert name.lower() not in headers(default={spelling(name): None})
    assert name.lower() not in headers({spelling(name): None}, {name: "client"})
    assert headers({name: "own"}, {spelling(name): None})[name.lower()] == "own"


def test_the_last_of_two_spellings_counts() -> None:
    """Of two spellings in one dict the last counts, so that each header is sent once."""
    sent = headers({"X-A": "1", "x-a": "2"}, {"AUTHORIZATION": "b", "authorization": "c"})

    assert (sent["x-a"], sent["authorization"]) == ("2", "c")
    assert len({name.lower() for name in sent}) == len(sent)


def test_a_header_that_is_an_argument_is_one_of_the_call() -> None:
    """A header that the operation takes as an argument wins over the client's default."""
    sent = call(
        {"kind": "k", "id": "i", "trace_id": "call"},
        of=SEARCH,
        default_headers={"X-Trace-Id": "client"},
    )

    assert sent.headers["x-trace-id"] == "call"


# The body


def test_none_is_not_given() -> None:
    """An argument that is None is not sent; one that is false, 0 or empty is."""
    given_arguments = {"store": False, "seed": 0, "user": "", "tools": [], "metadata": {}}
    nothing = dict.fromkeys(CREATE.parameters - LEAST.keys() - given_arguments.keys())

    assert body({**LEAST, **given_arguments, **nothing}) == {**LEAST, **given_arguments}


def test_none_inside_is_sent() -> None:
    """A null inside of what was given is the caller's own."""
    messages = [{"role": "assistant", "content": None, "x": {"y": [None]}}]

    assert body({"model": "m", "messages": messages})["messages"] == messages


@pytest.mark.parametrize("argument", sorted(CREATE.parameters - {"model", "messages"}))
def test_every_argument_of_the_spec_is_taken(argument: str) -> None:
    """Whatever the spec lists is taken, and sent under its name."""
    types = CREATE.types[argument]
    some: dict[type, Any] = {str: "x", int: 1, bool: True, dict: {"x": 1}, list: [{"x": 1}]}
    value = next(each for type_, each in some.items() if type_ in types)
    items = CREATE.items.get(argument)
    if items and str in items.types:
        value = ["x"] if list in types else {"x": "x"}

    assert body({**LEAST, argument: value}) == {**LEAST, argument: value}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
# Not of members of messages that are checked.
UNCHECKED = st.text().filter(lambda name: name not in {"role", "content"})


@given(
    st.lists(st.dictionaries(UNCHECKED, JSON, max_size=3), min_size=1),
    st.dictionaries(st.text(), JSON),
)
def test_plain_dicts_pass_untouched(messages: list[Any], tool: dict[str, Any]) -> None:
    """Messages and tools are sent as they are, unknown keys included, and stay as they were."""
    arguments = {"model": "m", "messages": messages, "tools": [tool]}
    before = copy.deepcopy(arguments)
    sent = body(arguments, stream=True)

    assert sent == {**before, "stream": True}
    assert before == arguments


def test_models_are_sent_as_what_they_hold() -> None:
    """Models may stand where dicts do."""
    tool = FunctionTool(function=FunctionDefinition(name="f"))
    sent = body({"model": "m", "messages": [UserMessage(content="x")], "tools": [tool]})

    assert sent == {
        "model": "m",
        "messages": [{"role": "user", "content": "x"}],
        "tools": [{"type": "function", "function": {"name": "f"}}],
    }


def test_extra_members_win() -> None:
    """`extra_body` is merged into the body at top level, and its keys win."""
    arguments = {
        **LEAST,
        "temperature": 1,
        "extra_body": {"temperature": 0, "new": {"a": None}, "user": None},
    }
    sent = body(arguments)

    assert sent == {**LEAST, "temperature": 0, "new": {"a": None}, "user": None}
    assert arguments["extra_body"] == {"temperature": 0, "new": {"a": None}, "user": None}


def test_extra_members_win_over_the_stream_too() -> None:
    """The caller's keys win over ours."""
    assert body({**LEAST, "extra_body": {"stream": "x"}}, stream=True)["stream"] == "x"


@pytest.mark.parametrize("extra", [{}, None])
def test_no_extra_members_change_nothing(extra: Any) -> None:
    """An empty `extra_body` adds nothing, and never a key of that name."""
    assert body({**LEAST, "extra_body": extra}) == LEAST


def test_options_are_not_in_the_body() -> None:
    """What a call is told beside what the API takes is not sent."""
    options = {
        "timeout": 1,
        "max_retries": 0,
        "deadline": 1,
        "idle_timeout": 1,
        "extra_headers": {"a": "b"},
        "extra_query": {"a": "b"},
    }

    assert body({**LEAST, **options}) == LEAST


def test_what_is_required_may_be_an_extra() -> None:
    """A required member may be given in `extra_body` instead."""
    assert body({"model": "m", "extra_body": {"messages": MESSAGES}}) == LEAST


# What is refused


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("max_token", "max_tokens"),
        ("tempreature", "temperature"),
        ("message", "messages"),
        ("Model", "model"),
        ("responseformat", "response_format"),
        ("request_timeout", "timeout"),
        ("zzz", None),
    ],
)
def test_an_unknown_argument_is_refused(wrong: str, meant: str | None) -> None:
    """An argument that is none of the spec is refused, with the one that was meant, if any."""
    hint = f"; did you mean '{meant}'?" if meant else "."
    with pytest.raises(TypeError) as caught:
        call({**LEAST, wrong: 1})

    assert str(caught.value) == (
        f"chat.completions.create takes no argument '{wrong}'{hint}"
        " Pass parameters that this client does not know in extra_body={...}."
    )


@pytest.mark.parametrize("name", sorted(n for n, types in CREATE.types.items() if types == {list}))
def test_lists_that_are_text_are_refused(name: str) -> None:
    """The same holds for every argument that the spec has as a list."""
    with pytest.raises(TypeError, match=f"{name} must be a list, not str"):
        call({**LEAST, name: "x"})


# How it is sent


def test_a_call_has_the_options_of_its_client() -> None:
    """Time-outs and retries are the client's, and there is no deadline, where a call says none."""
    policy = RetryPolicy(7)
    sent = call(LEAST, timeout=30, max_retries=policy)

    assert sent.timeout == Timeouts(5.0, 30.0, 30.0, 30.0)
    assert sent.retry is policy
    assert (sent.deadline, sent.idle_timeout) == (None, None)


def test_a_call_has_options_of_its_own() -> None:
    """What a call says of time and retries wins over its client, no retries included."""
    options = {"timeout": 2.0, "max_retries": 0, "deadline": 9, "idle_timeout": 3}
    sent = call({**LEAST, **options}, timeout=30, max_retries=5)

    assert sent.timeout == Timeouts(2.0, 2.0, 2.0, 2.0)
    assert sent.retry.max_retries == 0
    assert (sent.deadline, sent.idle_timeout) == (9.0, 3.0)


def test_arguments_stay_the_callers() -> None:
    """The arguments of a call are not changed by it."""
    arguments = {
        **copy.deepcopy(LEAST),
        "timeout": 2.0,
        "user": None,
        "extra_headers": {"A": "b"},
        "extra_body": {"x": 1},
        "extra_query": {"y": 2},
    }
    before = copy.deepcopy(arguments)
    client = settings(default_headers={"C": "d"}, default_query={"e": "f"})
    prepare(CREATE, arguments, client, stream=True)

    assert before == arguments
    assert client.default_headers == {"c": "d"}
    assert client.default_query == {"e": "f"}


def keys(count: int) -> list[str]:
    """Return the idempotency keys of so many calls."""
    return [headers()["idempotency-key"] for _ in range(count)]


def test_every_call_has_a_random_uuid_as_its_key() -> None:
    """Also beyond the random bytes that the system gives at once."""
    made = [uuid.UUID(key) for key in keys(1000)]

    assert len(set(made)) == len(made)
    assert {(each.version, each.variant) for each in made} == {(4, uuid.RFC_4122)}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_the_child_of_a_fork_has_other_keys_than_its_parent() -> None:
    """Or a server would take a call of the one for the repetition of a call of the other."""
    keys(1)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, " ".join(keys(20)).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as stream:
        of_child = stream.read().split()

    assert len({*of_child, *keys(20)}) == 40
