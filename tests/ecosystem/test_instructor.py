"""instructor, which asks for an older Rich than the tools here: `test_apart.py` installs it."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest
from pydantic import BaseModel

from tests.drivers import Driver
from tests.server import DONE, Server, completion, event, event_stream, json_reply

pytestmark = pytest.mark.wire

pytest.importorskip("instructor")

MESSAGES = [{"role": "user", "content": "Who?"}]


class Cat(BaseModel):
    """What is asked for."""

    name: str
    age: int


def called(**arguments: Any) -> dict[str, Any]:
    """Return a completion that calls the tool that instructor makes of the model."""
    function = {"name": "Cat", "arguments": json.dumps(arguments)}
    call = {"id": "call_1", "type": "function", "function": function}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    return completion(
        choices=[{"index": 0, "message": message, "finish_reason": "tool_calls"}],
    )


@pytest.mark.parametrize("whole", [False, True], ids=["create", "client"])
def test_a_patched_client_gives_models(driver: Driver, server: Server, *, whole: bool) -> None:
    """Instructor recognises sync and async, and asks again where an answer does not fit."""
    instructor: Any = importlib.import_module("instructor")
    server.answer(json_reply(called(name="Tom")), json_reply(called(name="Tom", age=3)))
    client = driver.client()
    if whole:
        create = instructor.patch(client, mode=instructor.Mode.TOOLS).chat.completions.create
    else:
        given = client.chat.completions.create
        create = instructor.patch(create=given, mode=instructor.Mode.TOOLS)
    cat = driver.wait(create(model="m", messages=MESSAGES, response_model=Cat, max_retries=2))

    assert isinstance(cat, Cat)
    assert (cat.name, cat.age) == ("Tom", 3)
    assert len(server.requests) == 2
    assert server.requests[1].json["messages"][1]["tool_calls"][0]["id"] == "call_1"


def test_a_patched_stream_gives_partial_models(driver: Driver, server: Server) -> None:
    """What instructor reads of a stream are the pieces of the arguments, as they come."""
    instructor: Any = importlib.import_module("instructor")
    server.answer(event_stream(*pieces('{"name": "T', 'om", "age"', ": 3}"), DONE))
    create = instructor.patch(
        create=driver.client().chat.completions.create, mode=instructor.Mode.TOOLS
    )
    call = create(model="m", messages=MESSAGES, response_model=instructor.Partial[Cat], stream=True)
    cats = driver.all(driver.wait(call))

    assert [(cat.name, cat.age) for cat in cats][-1] == ("Tom", 3)
    assert len(cats) > 1


def pieces(*texts: str) -> list[bytes]:
    """Return the events of a tool call whose arguments come in pieces."""
    events: list[bytes] = []
    for number, text in enumerate(texts, 1):
        function = {"arguments": text} if number > 1 else {"name": "Cat", "arguments": text}
        call = {"index": 0, "id": "call_1", "type": "function", "function": function}
        reason = "tool_calls" if number == len(texts) else None
        choice = {"index": 0, "delta": {"tool_calls": [call]}, "finish_reason": reason}
        events.append(event({"id": "c", "model": "m", "choices": [choice]}))
    return events
