"""`Conversation` and `AsyncConversation`: what is remembered, and what is sent of it."""

from __future__ import annotations

import asyncio
import copy
import json
import os
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from apertis import (
    Apertis,
    APIStreamError,
    AsyncApertis,
    AsyncStream,
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessage,
    InternalServerError,
    RetryPolicy,
    Stream,
    UserMessage,
)
from apertis._conversation.async_conversation import AsyncConversation
from apertis._conversation.sync_conversation import Conversation
from tests.drivers import KEY, NOTHING_IS_SENT, Driver
from tests.server import CLOSE, DONE, Server, chunk, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

SYSTEM = {"role": "system", "content": "Be short."}
FAILURE = json_reply({"error": {"message": "no"}}, status=500)
CALL = {"id": "call_1", "type": "function", "function": {"name": "now", "arguments": "{}"}}


def user(text: str) -> dict[str, Any]:
    return {"role": "user", "content": text}


def assistant(text: str | None, **members: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": text, **members}


def calls(*ids: str) -> dict[str, Any]:
    return {"role": "assistant", "tool_calls": [{**CALL, "id": each} for each in ids]}


def result(id: str, text: str = "noon") -> dict[str, Any]:
    return {"role": "tool", "tool_call_id": id, "content": text}


def answered(message: dict[str, Any]) -> Any:
    return json_reply(completion(choices=[{"index": 0, "message": message}]))


HEL, LO = chunk(role="assistant", content="Hel"), chunk(content="lo!")
STOP = chunk("stop")


def kind(driver: Driver) -> Any:
    return Conversation if driver.name == "sync" else AsyncConversation


def begun(driver: Driver, **settings: Any) -> Any:
    """Return a new conversation, sync or async."""
    return kind(driver)(driver.client(), **{"model": "gpt-4.1-mini", **settings})


def plain(messages: list[Any]) -> list[dict[str, Any]]:
    return [each if isinstance(each, dict) else each.to_dict() for each in messages]


def sent(server: Server) -> list[dict[str, Any]]:
    """Return the messages of the last request."""
    messages: list[dict[str, Any]] = server.requests[-1].json["messages"]
    return messages


def test_several_turns(driver: Driver, server: Server) -> None:
    """Each request carries all that was said before; the answer is a completion."""
    server.answer(json_reply(completion("Paris.")), json_reply(completion("The tower.")))
    conversation = begun(driver, system="Be short.", max_tokens=9)
    first = driver.wait(conversation.say("The capital of France?"))
    driver.wait(conversation.say("Famous for?", temperature=0.5))

    assert isinstance(first, ChatCompletion)
    assert server.requests[0].json == {
        "model": "gpt-4.1-mini",
        "max_tokens": 9,
        "messages": [SYSTEM, user("The capital of France?")],
    }
    assert server.requests[1].json == {
        "model": "gpt-4.1-mini",
        "max_tokens": 9,
        "temperature": 0.5,
        "messages": [
            SYSTEM,
            user("The capital of France?"),
            assistant("Paris."),
            user("Famous for?"),
        ],
    }
    assert plain(conversation.messages)[3:] == [user("Famous for?"), assistant("The tower.")]
    assert conversation.messages[2] is first.choices[0].message


def test_parts(driver: Driver, server: Server) -> None:
    """What is said may be a list of parts, and text in it is a part."""
    server.answer(json_reply(completion()))
    part = {"type": "image_url", "image_url": {"url": "https://example.com/cat.png"}}
    driver.wait(begun(driver).say(["What is this?", part]))

    assert sent(server) == [
        {"role": "user", "content": [{"type": "text", "text": "What is this?"}, part]}
    ]


@NOTHING_IS_SENT
@pytest.mark.parametrize("content", [None, 3, {"type": "text", "text": "Hi"}, b"Hi"])
def test_what_cannot_be_said(driver: Driver, content: Any) -> None:
    """Text and lists of parts can be said."""
    with pytest.raises(
        TypeError, match=f"say takes text or a list of parts, not {type(content).__name__}"
    ):
        begun(driver).say(content)


def test_the_call_wins(driver: Driver, server: Server) -> None:
    """What one call is given wins over what every call is given; None leaves that out."""
    server.answer(json_reply(completion()), json_reply(completion()))
    conversation = begun(driver, seed=1, top_p=0.5)
    driver.wait(conversation.say("Hi", model="gpt-4.1", seed=2, top_p=None))
    conversation.params["seed"] = 3
    conversation.model = "other"
    driver.wait(conversation.say("Hi"))
    first, second = (request.json for request in server.requests)

    assert (first["model"], first["seed"], "top_p" in first) == ("gpt-4.1", 2, False)
    assert (second["model"], second["seed"], second["top_p"]) == ("other", 3, 0.5)


def test_an_answer_goes_back_as_it_came(driver: Driver, server: Server) -> None:
    """Reasoning and tool calls go back unmodified, members that the spec does not know, too."""
    message = assistant(
        None,
        tool_calls=[{**CALL, "extra_content": {"google": {"thought_signature": "c2ln"}}}],
        reasoning_details=[{"type": "reasoning.encrypted", "data": "x", "index": 0}],
        mood="good",
    )
    server.answer(answered(message), json_reply(completion()))
    conversation = begun(driver, messages=[user("What time is it?")])
    driver.wait(conversation.send())
    conversation.messages.append(result("call_1"))
    driver.wait(conversation.send())
    del message["content"]  # null is as good as absent

    assert sent(server) == [user("What time is it?"), message, result("call_1")]
    assert plain(conversation.messages)[-1] == assistant("Hello!")


def test_an_answer_without_a_message(driver: Driver, server: Server) -> None:
    """An answer that has no message is returned, and not remembered."""
    server.answer(json_reply(completion(choices=[])), json_reply(completion()))
    conversation = begun(driver)

    assert driver.wait(conversation.say("Hi")).choices == []
    assert conversation.messages == []
    driver.wait(conversation.say("Hi"))
    assert len(conversation.messages) == 2


def test_the_first_of_several_choices_counts(driver: Driver, server: Server) -> None:
    """Of several choices the first is remembered."""
    choices = [{"index": n, "message": assistant(text)} for n, text in enumerate("ab")]
    server.answer(json_reply(completion(choices=choices)))
    conversation = begun(driver)
    driver.wait(conversation.say("Hi", n=2))

    assert plain(conversation.messages) == [user("Hi"), assistant("a")]


def test_a_call_that_fails(driver: Driver, server: Server) -> None:
    """After a failure nothing is remembered, and the same can be said again."""
    server.answer(FAILURE, FAILURE, json_reply(completion()))
    conversation = begun(driver)
    for stream in (False, True):
        with pytest.raises(InternalServerError):
            driver.wait(conversation.say("Hi", stream=stream))
        assert conversation.messages == []
    driver.wait(conversation.say("Hi"))

    assert sent(server) == [user("Hi")]


@NOTHING_IS_SENT
def test_an_argument_that_is_refused(driver: Driver) -> None:
    """An argument that `create` does not take is a failure like any other."""
    conversation = begun(driver)
    for _ in range(2):
        with pytest.raises(TypeError, match="takes no argument 'sed'"):
            driver.wait(conversation.say("Hi", sed=1))
        with pytest.raises(TypeError, match="a conversation keeps its messages itself: change"):
            driver.wait(conversation.say("Hi", messages=[]))
    assert conversation.messages == []


@NOTHING_IS_SENT
def test_nothing_to_send(driver: Driver) -> None:
    """`send` needs a message."""
    with pytest.raises(ValueError, match="has no messages to send; say something first"):
        driver.wait(begun(driver).send())


def test_a_stream(driver: Driver, server: Server) -> None:
    """A stream gives chunks as they come, and is remembered when it has been read to its end."""
    server.answer(event_stream(HEL, LO, STOP, DONE), json_reply(completion()))
    conversation = begun(driver)
    stream = driver.wait(conversation.say("Hi", stream=True))
    first = driver.next(stream)

    assert isinstance(stream, Stream if driver.name == "sync" else AsyncStream)
    assert isinstance(first, ChatCompletionChunk)
    assert conversation.messages == []
    assert len(driver.all(stream)) == 2
    with pytest.raises(RuntimeError, match="to its end or closed"):
        driver.all(stream)
    assert plain(conversation.messages) == [user("Hi"), assistant("Hello!")]
    assert driver.wait(stream.get_final_completion()).choices[0].message.content == "Hello!"
    driver.close(stream)
    driver.wait(conversation.say("Ho"))
    assert sent(server) == [user("Hi"), assistant("Hello!"), user("Ho")]


def test_ways_to_read_a_stream(driver: Driver, server: Server) -> None:
    """However a stream is read to its end, it is remembered once."""
    server.answer(*[event_stream(HEL, LO, STOP, DONE)] * 4)
    conversation = begun(driver)

    assert len(driver.all(conversation.say("1", stream=True))) == 3
    with driver.entered(conversation.say("2", stream=True)) as stream:
        assert driver.all(stream.text_deltas()) == ["Hel", "lo!"]
    with driver.entered(conversation.say("3", stream=True)) as stream:
        driver.wait(stream.get_final_completion())
    conversation.messages.append(user("4"))
    driver.all(conversation.send(stream=True))
    assert plain(conversation.messages) == [
        each for n in "1234" for each in (user(n), assistant("Hello!"))
    ]


def test_streamed_tool_calls(driver: Driver, server: Server) -> None:
    """A streamed call of a tool is remembered whole."""
    first = {"index": 0, "id": "call_1", "type": "function"}
    begin = chunk(tool_calls=[{**first, "function": {"name": "now", "arguments": ""}}])
    rest = chunk(tool_calls=[{"index": 0, "function": {"arguments": "{}"}}])
    server.answer(event_stream(begin, rest, STOP, DONE), json_reply(completion("Noon.")))
    conversation = begun(driver)
    driver.all(conversation.say("What time is it?", stream=True))
    conversation.messages.append(result("call_1"))
    driver.wait(conversation.send())
    _, message, _ = sent(server)

    assert message["role"] == "assistant"
    assert message["tool_calls"][0]["function"] == {"name": "now", "arguments": "{}"}


@pytest.mark.parametrize("read", [0, 1, 3], ids=["unread", "in the middle", "before the end"])
def test_a_stream_left_early(driver: Driver, server: Server, read: int) -> None:
    """A stream that was closed before its end is forgotten, with the question."""
    server.answer(event_stream(HEL, LO, STOP, DONE), json_reply(completion()))
    conversation = begun(driver)
    with driver.entered(conversation.say("Hi", stream=True)) as stream:
        for _ in range(read):
            driver.next(stream)
    with pytest.raises(RuntimeError, match="to its end or closed"):
        driver.all(stream)
    assert conversation.messages == []
    driver.wait(conversation.say("Ho"))
    assert sent(server) == [user("Ho")]


@pytest.mark.parametrize(
    ("reply", "partial"),
    [
        ([*event_stream(HEL)[:2], CLOSE], "Hel"),
        (event_stream(HEL, DONE), "Hel"),
        (event_stream(DONE), None),
    ],
    ids=["broken off", "ended without a finish reason", "empty"],
)
def test_a_stream_that_fails(
    driver: Driver, server: Server, reply: Any, partial: str | None
) -> None:
    """A stream that fails is forgotten, with the question; the error has what had arrived."""
    server.answer(reply, json_reply(completion()))
    conversation = begun(driver, max_retries=0)
    with pytest.raises(APIStreamError) as caught:
        driver.all(conversation.say("Hi", stream=True))
    held = caught.value.partial
    assert (held and held.choices[0].message.content) == partial
    assert conversation.messages == []
    driver.wait(conversation.say("Hi"))
    assert sent(server) == [user("Hi")]


def test_a_stream_that_is_dropped(driver: Driver, server: Server) -> None:
    """A stream that was dropped without closing does not block the conversation."""
    server.answer(event_stream(HEL, LO, STOP, DONE), json_reply(completion()))
    conversation = begun(driver)
    streams = [driver.wait(conversation.say("Hi", stream=True))]
    driver.next(streams[0])
    with pytest.warns(ResourceWarning, match="ConversationStream was never closed"):
        streams.clear()
    driver.wait(conversation.say("Hi"))
    assert sent(server) == [user("Hi")]


def test_an_iteration_left_early(server: Server) -> None:
    """After an `async for` that was left, the next thing can be said at once."""
    server.answer(event_stream(HEL, LO, STOP, DONE), json_reply(completion()))

    async def main() -> list[Any]:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            conversation = AsyncConversation(client, model="m")
            async for _ in conversation.say("Hi", stream=True):
                break
            await conversation.say("Ho")
            return conversation.messages

    assert plain(asyncio.run(main())) == [user("Ho"), assistant("Hello!")]


def test_one_answer_at_a_time(driver: Driver, server: Server) -> None:
    """While an answer is under way, no other can be asked for; the message says what to do."""
    server.answer(event_stream(HEL, LO, STOP, DONE), json_reply(completion("copy")))
    conversation = begun(driver)
    stream = driver.wait(conversation.say("Hi", stream=True))
    for streamed in (False, True):
        with pytest.raises(
            RuntimeError, match=r"still pending: read its stream .* or use a copy\(\)"
        ):
            driver.wait(conversation.say("Ho", stream=streamed))
    driver.wait(conversation.copy().say("Ho"))
    driver.all(stream)
    assert plain(conversation.messages) == [user("Hi"), assistant("Hello!")]


def test_several_at_the_same_time(driver: Driver, server: Server) -> None:
    """Of calls at the same time one is answered, and its question and answer are remembered."""
    gate = server.gate()
    server.answer([gate, *json_reply(completion())])
    conversation = begun(driver)

    async def asked_twice() -> None:
        asking = asyncio.create_task(conversation.say("Hi"))
        await asyncio.to_thread(server.wait_for_requests, 1)
        with pytest.raises(RuntimeError, match="still pending"):
            await conversation.say("Ho")
        gate.open()
        await asking

    if driver.name == "async":
        driver.wait(asked_twice())
    else:
        with ThreadPoolExecutor(1) as pool:
            asking = pool.submit(conversation.say, "Hi")
            server.wait_for_requests(1)
            with pytest.raises(RuntimeError, match="still pending"):
                conversation.say("Ho")
            gate.open()
            asking.result()
    assert plain(conversation.messages) == [user("Hi"), assistant("Hello!")]


def test_a_call_that_is_cancelled(server: Server) -> None:
    """A cancelled call is forgotten, with the question."""
    server.answer([server.gate()], json_reply(completion()))

    async def main() -> list[Any]:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            conversation = AsyncConversation(client, model="m")
            asking = asyncio.create_task(conversation.say("Hi"))
            await asyncio.to_thread(server.wait_for_requests, 1)
            asking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asking
            await conversation.say("Ho")
            return conversation.messages

    assert plain(asyncio.run(main())) == [user("Ho"), assistant("Hello!")]


TURNS = [user("1"), assistant("a"), user("2"), assistant("b"), user("3"), assistant("c")]
DEVELOPER = {"role": "developer", "content": "And kind."}
TOOLS = [
    SYSTEM,
    DEVELOPER,
    user("1"),
    calls("x", "y"),
    result("x"),
    result("y"),
    assistant("a"),
    user("2"),
    assistant("b"),
]


@pytest.mark.parametrize(
    ("messages", "keep_last", "kept"),
    [
        (TURNS, 1, []),
        (TURNS, 2, TURNS[4:]),
        (TURNS, 3, TURNS[2:]),
        (TURNS, 4, TURNS),
        (TURNS, 9, TURNS),
        (TURNS, None, TURNS),
        ([assistant("Welcome."), *TURNS], 2, TURNS[4:]),
        ([assistant("Welcome."), *TURNS], 4, [assistant("Welcome."), *TURNS]),
        ([SYSTEM], 1, [SYSTEM]),
        ([SYSTEM, *TURNS], 2, [SYSTEM, *TURNS[4:]]),
        ([*TURNS[:4], SYSTEM, *TURNS[4:]], 2, [SYSTEM, *TURNS[4:]]),
        ([SYSTEM, *TURNS[:3], DEVELOPER, *TURNS[3:]], 2, [SYSTEM, DEVELOPER, *TURNS[4:]]),
        ([SYSTEM, *TURNS[:5], DEVELOPER, TURNS[5]], 2, [SYSTEM, TURNS[4], DEVELOPER, TURNS[5]]),
        (TOOLS, 1, TOOLS[:2]),
        (TOOLS, 2, [*TOOLS[:2], *TOOLS[7:]]),
        (TOOLS, 3, TOOLS),
        # A user who has interrupted: the results that come then stay with their calls.
        ([*TURNS, user("4"), calls("x"), user("5"), result("x")], 2, "from 6"),
        # Ids that are used again belong to the nearest call.
        ([*TURNS[:5], calls("x"), result("x"), user("4"), calls("x"), result("x")], 2, "from 7"),
    ],
)
def test_the_last_turns(
    driver: Driver, server: Server, messages: list[Any], keep_last: int | None, kept: Any
) -> None:
    """So many turns are sent, whole, with what the model was told, whenever that was."""
    server.answer(json_reply(completion()))
    conversation = begun(driver, messages=messages, keep_last=keep_last)
    driver.wait(conversation.say("next"))
    if isinstance(kept, str):
        kept = messages[int(kept.removeprefix("from ")) :]

    assert sent(server) == [*kept, user("next")]
    assert plain(conversation.messages) == [*messages, user("next"), assistant("Hello!")]


def test_the_last_turns_of_models(driver: Driver, server: Server) -> None:
    """Messages that are models are told apart as dicts are."""
    server.answer(json_reply(completion()))
    messages = [
        UserMessage(content="1"),
        ChatCompletionMessage.from_dict(calls("x")),
        result("x"),
        ChatCompletionMessage.from_dict(assistant("a")),
    ]
    driver.wait(begun(driver, messages=messages, keep_last=1).say("2"))

    assert sent(server) == [user("2")]


def test_what_is_kept_can_be_changed(driver: Driver, server: Server) -> None:
    """`keep_last` is an attribute; nothing has been thrown away."""
    server.answer(json_reply(completion()), json_reply(completion()))
    conversation = begun(driver, messages=TURNS, keep_last=1)
    driver.wait(conversation.say("4"))
    conversation.keep_last = None
    driver.wait(conversation.say("5"))

    assert len(sent(server)) == len(TURNS) + 3
    conversation.keep_last = 0
    with pytest.raises(ValueError, match="keep_last must be 1 or more, not 0"):
        driver.wait(conversation.say("6"))


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"keep_last": 0}, ValueError, "keep_last must be 1 or more, not 0"),
        ({"keep_last": "2"}, TypeError, "keep_last must be a whole number, not str"),
        ({"keep_last": True}, TypeError, "keep_last must be a whole number, not bool"),
        ({"messages": "Hi"}, TypeError, "messages must be a list, not str"),
        ({"messages": {}}, TypeError, "messages must be a list, not dict"),
        ({"system": SYSTEM}, TypeError, "system must be text, not dict"),
        ({"stream": True}, TypeError, "stream is an argument of say and send, not of "),
        (
            {"temprature": 1},
            TypeError,
            r"Conversation takes no argument 'temprature'; did you mean 'temperature'\?.*_body",
        ),
        ({"xyzzy": 1}, TypeError, r"Conversation takes no argument 'xyzzy'\. Pass parameters that"),
        ({"dedline": 1}, TypeError, r"did you mean 'deadline'\?"),
        ({"response_format": dict}, TypeError, r"not the type dict; .*completions\.parse\(\)"),
    ],
)
def test_settings_that_are_wrong(
    driver: Driver, settings: dict[str, Any], error: type[Exception], message: str
) -> None:
    """An invalid setting is refused by name."""
    with pytest.raises(error, match=message):
        begun(driver, **settings)


def test_a_client_of_the_other_kind() -> None:
    """Each conversation has its kind of client, and the message says which is which."""
    with pytest.raises(
        TypeError, match=r"^Conversation .* use AsyncConversation with AsyncApertis"
    ):
        Conversation(AsyncApertis(api_key=KEY), model="m")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^AsyncConversation .*; use Conversation with Apertis"):
        AsyncConversation(Apertis(api_key=KEY), model="m")  # type: ignore[arg-type]


def test_a_type_as_response_format(driver: Driver, server: Server) -> None:
    """A type is what `parse` takes, and the message says so; nothing is sent or remembered."""
    conversation = begun(driver)
    for stream in (False, True):
        with pytest.raises(
            TypeError, match=r"not the type list; .*completions\.parse\(\), and app"
        ):
            driver.wait(conversation.say("Hi", stream=stream, response_format=list[int]))

    assert (conversation.messages, server.requests) == ([], [])


def test_calls_without_results(driver: Driver, server: Server) -> None:
    """Nothing more can be said before calls of tools have their results; the error names them."""
    server.answer(answered(calls("b", "a")), json_reply(completion()))
    conversation = begun(driver)
    driver.wait(conversation.say("What time is it?"))
    message = "tool calls have no results yet: 'a', 'b'. Append a message with role 'tool'"
    for stream in (False, True):
        with pytest.raises(ValueError, match=message):
            driver.wait(conversation.say("Well?", stream=stream))
    conversation.messages.append(result("a"))
    with pytest.raises(ValueError, match="tool calls have no results yet: 'b'"):
        driver.wait(conversation.say("Well?"))
    assert len(server.requests) == 1
    conversation.messages.append(result("b"))
    driver.wait(conversation.say("And the date?"))

    assert [message["role"] for message in sent(server)[1:]] == [
        "assistant",
        "tool",
        "tool",
        "user",
    ]


@pytest.mark.parametrize("call", [{}, {"id": None}, {"id": ""}], ids=["none", "null", "empty"])
def test_a_call_without_an_id(driver: Driver, server: Server, call: dict[str, Any]) -> None:
    """What has no id can have no result."""
    server.answer(json_reply(completion()))
    message = assistant(None, tool_calls=[{"function": {"name": "f"}, **call}])
    driver.wait(begun(driver, messages=[user("Hi"), message]).say("Ho"))

    assert sent(server)[-1] == user("Ho")


@NOTHING_IS_SENT
def test_a_copy_has_parameters_of_its_own(driver: Driver) -> None:
    """A change inside a parameter of the copy is not one of the original's."""
    lock = threading.Lock()
    conversation = begun(driver, extra_body={"top_k": 1, "stop": ["a"]}, user=lock)
    branch = conversation.copy()
    branch.params["extra_body"]["stop"].append("b")

    assert conversation.params["extra_body"] == {"top_k": 1, "stop": ["a"]}
    assert branch.params["user"] is lock


@pytest.mark.parametrize(
    "copied", [lambda c: c.copy(), copy.copy, copy.deepcopy], ids=["copy", "shallow", "deep"]
)
def test_a_copy_goes_its_own_way(driver: Driver, server: Server, copied: Any) -> None:
    """A copy shares the client and nothing else."""
    server.answer(json_reply(completion("a")), json_reply(completion("b")))
    given = [user("0")]
    conversation = begun(driver, messages=given, keep_last=5, seed=1)
    branch = copied(conversation)
    driver.wait(branch.say("1"))
    branch.messages[0]["content"] = "changed"
    branch.params["seed"] = 2
    driver.wait(conversation.say("2"))

    assert branch.client is conversation.client
    assert (branch.model, branch.keep_last) == ("gpt-4.1-mini", 5)
    assert plain(branch.messages) == [user("changed"), user("1"), assistant("a")]
    assert plain(conversation.messages) == [user("0"), user("2"), assistant("b")]
    assert (server.requests[1].json["seed"], sent(server)[0]) == (1, user("0"))
    assert given == [user("0")]


def test_saved_and_loaded(driver: Driver, server: Server, tmp_path: Path) -> None:
    """A conversation that was saved goes on where it was, as it would have gone on."""
    message = assistant(
        None, tool_calls=[CALL], reasoning_details=[{"type": "x", "data": None}], refusal=None
    )
    server.answer(answered(message), json_reply(completion()), json_reply(completion()))
    part = {"type": "image_url", "image_url": {"url": "https://example.com/ü.png"}}
    conversation = begun(driver, system="Be \ud83d short.", keep_last=3, temperature=0, stop=("a",))
    conversation.messages[0] = SYSTEM
    driver.wait(conversation.say(["Was ist das für ein Bild?", part]))
    conversation.messages.append(result("call_1"))
    path = tmp_path / "conversation.json"
    driver.wait(conversation.save(path))
    loaded = driver.wait(kind(driver).load(driver.client(), str(path)))
    driver.wait(conversation.send())
    driver.wait(loaded.send())

    assert type(loaded) is kind(driver)
    assert server.requests[1].json == server.requests[2].json
    assert (loaded.model, loaded.keep_last) == (conversation.model, 3)
    assert loaded.params == {"temperature": 0, "stop": ["a"]}
    assert all(isinstance(each, dict) for each in loaded.messages[:-1])
    assert "für" in path.read_text("utf-8")
    again = kind(driver).from_json(driver.client(), loaded.to_json())
    assert again.to_json() == loaded.to_json()


@NOTHING_IS_SENT
def test_what_is_saved(driver: Driver) -> None:
    """The model, the turns to keep, parameters and messages are saved, and no key."""
    secret = {"Authorization": f"Bearer {KEY}"}
    conversation = begun(
        driver,
        messages=[user("Hi")],
        seed=1,
        timeout=httpx.Timeout(3),
        max_retries=RetryPolicy(2),
        extra_headers=secret,
        extra_query={"key": KEY},
        extra_body={"mode": None},
    )
    text = conversation.to_json()

    assert json.loads(text) == {
        "model": "gpt-4.1-mini",
        "keep_last": None,
        "params": {"seed": 1, "extra_body": {"mode": None}},
        "messages": [user("Hi")],
    }
    assert KEY not in text
    assert KEY not in repr(conversation)
    assert "Hi" not in repr(conversation)


def test_saves_at_the_same_time(tmp_path: Path) -> None:
    """Of several saves to one file each is whole, and the last one stays."""
    with Apertis(api_key=KEY) as client, ThreadPoolExecutor(4) as pool:
        messages: list[Any] = [user("x" * 9)]
        several = [
            Conversation(client, model="m", messages=messages * count)
            for count in (1, 2_000, 30, 400)
        ]
        list(pool.map(lambda each: each.save(tmp_path / "saved"), several * 5))
        loaded = Conversation.load(client, tmp_path / "saved")

    assert loaded.messages in [each.messages for each in several]
    assert len(list(tmp_path.iterdir())) == 1


@NOTHING_IS_SENT
def test_no_regular_file(driver: Driver, tmp_path: Path) -> None:
    """A pipe and a folder are no saved conversation, and are not waited for."""
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "."):
        with pytest.raises(OSError, match=r"not a regular file|Is a directory"):
            driver.wait(kind(driver).load(driver.client(), tmp_path / name))


@NOTHING_IS_SENT
def test_half_a_character(driver: Driver, tmp_path: Path) -> None:
    """Text with half a surrogate pair, as some models write it, is saved and loaded."""
    conversation = begun(driver, messages=[assistant("\ud83d")])
    driver.wait(conversation.save(tmp_path / "saved"))

    loaded = driver.wait(kind(driver).load(driver.client(), tmp_path / "saved"))
    assert loaded.messages == [assistant("\ud83d")]


@NOTHING_IS_SENT
def test_what_cannot_be_saved(driver: Driver, tmp_path: Path) -> None:
    """A message that JSON cannot hold is refused, and a file that was there stays as it is."""
    path = tmp_path / "saved"
    path.write_text("before")
    with pytest.raises(TypeError, match="is saved as JSON, which cannot hold a bytes"):
        driver.wait(begun(driver, messages=[{"role": "user", "content": b"Hi"}]).save(path))
    with pytest.raises(ValueError, match="not JSON compliant"):
        begun(driver, seed=float("nan")).to_json()
    assert path.read_text() == "before"


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not a saved conversation, nor JSON: Expecting value"),
        ("{", "not a saved conversation, nor JSON: Expecting property name"),
        ("[]", "not a saved conversation, but a list"),
        ("{}", "not a saved conversation: its model must be text"),
        ('{"model": "m"}', "its messages must be a list of objects"),
        ('{"model": "m", "messages": ["Hi"]}', "its messages must be a list of objects"),
        ('{"model": "m", "messages": [], "params": []}', "its params must be an object"),
        ('{"model": "m", "messages": [], "params": {"stream": true}}', "stream is an argument of"),
        ('{"model": "m", "messages": [], "params": {"model": "n"}}', "model is an argument of its"),
        ('{"model": "m", "messages": [], "params": {"sed": 1}}', "did you mean 'seed'"),
        ('{"model": "m", "messages": [], "keep_last": "2"}', "must be a whole number or null"),
        ('{"model": "m", "messages": [], "keep_last": 0}', "keep_last must be 1 or more, not 0"),
        ('{"model": "m", "messages": [{"n": NaN}]}', "nor JSON: NaN is not JSON"),
        ("[" * 200_000, "it is nested too deeply"),
        (
            '{"model": "m", "messages": [], "params": {"extra_headers": {"Host": "evil"}}}',
            "extra_headers is never saved",
        ),
        (
            '{"model": "m", "messages": [], "params": {"extra_query": {"key": "k"}}}',
            "extra_query is never saved",
        ),
    ],
)
def test_text_that_is_no_conversation(
    driver: Driver, tmp_path: Path, text: str, message: str
) -> None:
    """Text that is not a saved conversation is refused with the reason; a file by its name, too."""
    with pytest.raises(ValueError, match=message):
        kind(driver).from_json(driver.client(), text)
    path = tmp_path / "saved"
    path.write_text(text)
    with pytest.raises(
        ValueError, match=f"^'{re.escape(str(path))}' cannot be loaded: .*{message}"
    ):
        driver.wait(kind(driver).load(driver.client(), path))


@NOTHING_IS_SENT
def test_a_file_that_is_no_text(driver: Driver, tmp_path: Path) -> None:
    """A file that is missing or no text says so."""
    path = tmp_path / "saved"
    with pytest.raises(FileNotFoundError, match="saved"):
        driver.wait(kind(driver).load(driver.client(), path))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match="saved' cannot be loaded: the file is not text in UTF-8"):
        driver.wait(kind(driver).load(driver.client(), path))


@NOTHING_IS_SENT
def test_the_least_that_is_a_conversation(driver: Driver) -> None:
    """A model and messages are enough."""
    loaded = kind(driver).from_json(driver.client(), '{"model": "m", "messages": []}')

    assert (loaded.model, loaded.messages, loaded.params, loaded.keep_last) == ("m", [], {}, None)
