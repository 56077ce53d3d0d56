"""The message of an answer: whose it is, its calls, and how it goes back, however it was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from apertis import AsyncConversation, Conversation
from tests.drivers import Driver
from tests.server import DONE, Server, chunk, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

QUESTION: Any = {"role": "user", "content": "Hi"}
ASKED: dict[str, Any] = {"model": "m", "messages": [QUESTION]}


def _events(driver: Driver, client: Any) -> Any:
    with driver.entered(client.chat.completions.stream(**ASKED)) as stream:
        return driver.wait(stream.get_final_completion())


def _stream(driver: Driver, client: Any) -> Any:
    return driver.wait(driver.create(client, stream=True).get_final_completion())


def _raw(driver: Driver, client: Any) -> Any:
    return driver.wait(client.chat.completions.with_raw_response.create(**ASKED)).parse()


def _raw_stream(driver: Driver, client: Any) -> Any:
    raw = client.chat.completions.with_raw_response.create(**ASKED, stream=True)
    return driver.wait(driver.wait(raw).parse().get_final_completion())


def _streamed_in_place(driver: Driver, client: Any) -> Any:
    with driver.entered(client.chat.completions.with_streaming_response.create(**ASKED)) as raw:
        return driver.wait(raw.parse())


WAYS: dict[str, tuple[bool, Callable[[Any, Any], Any]]] = {
    "plain": (False, lambda driver, client: driver.create(client)),
    "raw": (False, _raw),
    "streaming response": (False, _streamed_in_place),
    "parse": (False, lambda driver, c: driver.wait(c.chat.completions.parse(**ASKED))),
    "stream": (True, _stream),
    "raw stream": (True, _raw_stream),
    "events": (True, _events),
    "a plain answer to a stream": (False, _stream),
}


def script(message: dict[str, Any], *, streamed: bool) -> Any:
    """Return the script of an answer with a message, as one chunk of a stream or as it is."""
    if not streamed:
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return json_reply(completion(choices=[choice]))
    return event_stream(chunk("stop", **message), DONE)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("role", [{}, {"role": None}, {"role": ""}], ids=str)
def test_a_message_of_an_answer_is_the_assistants(
    driver: Driver, server: Server, way: str, role: dict[str, Any]
) -> None:
    """It is so where the server does not say, and so it goes back."""
    streamed, read = WAYS[way]
    server.answer(script({**role, "content": "a"}, streamed=streamed), json_reply(completion()))
    client = driver.client()
    message = read(driver, client).choices[0].message
    driver.create(client, messages=[QUESTION, message])

    assert message.role == "assistant"
    assert server.requests[1].json["messages"][1] == {"role": "assistant", "content": "a"}


@pytest.mark.parametrize("way", WAYS)
def test_a_recording_goes_back_as_its_id(driver: Driver, server: Server, way: str) -> None:
    """The sound and its transcript stay where they are."""
    streamed, read = WAYS[way]
    audio = {"id": "au", "data": "QQ==", "transcript": "hi", "expires_at": 1}
    message = {"role": "assistant", "content": None, "audio": audio}
    server.answer(script(message, streamed=streamed), json_reply(completion()))
    client = driver.client()
    answer = read(driver, client).choices[0].message
    driver.create(client, messages=[QUESTION, answer])

    assert answer.audio.to_dict() == audio
    assert server.requests[1].json["messages"][1] == {"role": "assistant", "audio": {"id": "au"}}


IDS: list[Any] = [["call", "call"], ["", ""], [None, None], ["call", None], ["", "call"]]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ids", IDS, ids=str)
def test_calls_of_an_answer_have_ids_of_their_own(
    driver: Driver, server: Server, way: str, ids: list[str | None]
) -> None:
    """What is read is what goes back: in the message, as a model or as a dict, and in results."""
    streamed, read = WAYS[way]
    asked: list[dict[str, Any]] = [
        {"index": at, "type": "function", "function": {"name": "f", "arguments": f'{{"x": {at}}}'}}
        for at in range(len(ids))
    ]
    for call, given in zip(asked, ids, strict=True):
        if given is not None:
            call["id"] = given
    server.answer(
        script({"tool_calls": asked}, streamed=streamed),
        json_reply(completion()),
        json_reply(completion()),
    )
    client = driver.client()
    message = read(driver, client).choices[0].message
    results = [{"role": "tool", "tool_call_id": c.id, "content": "r"} for c in message.tool_calls]
    driver.create(client, messages=[QUESTION, message, *results])
    driver.create(client, messages=[QUESTION, {**message.to_dict(), "role": "assistant"}, *results])

    for request in server.requests[1:]:
        _, back, *told = request.json["messages"]
        sent = [call["id"] for call in back["tool_calls"]]
        assert sent == [each["tool_call_id"] for each in told]
        assert len(set(sent)) == 2
        assert all(sent)


@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("ids", IDS, ids=str)
def test_calls_in_a_conversation_have_ids_of_their_own(
    driver: Driver, server: Server, ids: list[str | None], *, streamed: bool
) -> None:
    """The ids that the caller reads, from the answer or the messages, are those that go back."""
    asked: list[dict[str, Any]] = [
        {"index": at, "id": given, "function": {"name": "f", "arguments": json.dumps({"x": at})}}
        for at, given in enumerate(ids)
    ]
    server.answer(script({"tool_calls": asked}, streamed=streamed), json_reply(completion()))
    kind = Conversation if driver.name == "sync" else AsyncConversation
    conversation: Any = kind(driver.client(), model="m")
    answer = driver.wait(conversation.say("Hi", stream=streamed))
    if streamed:
        answer = driver.wait(answer.get_final_completion())
    read = [call.id for call in answer.choices[0].message.tool_calls]
    kept = [call["id"] for call in conversation.messages[-1]["tool_calls"]]
    conversation.messages += [{"role": "tool", "tool_call_id": i, "content": "r"} for i in read]
    driver.wait(conversation.send())

    sent = server.requests[1].json["messages"][1]["tool_calls"]
    assert [call["id"] for call in sent] == read == kept
    assert len(set(read)) == 2
