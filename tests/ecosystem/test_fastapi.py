"""pydantic and FastAPI, which validate answers and messages, and describe them."""

from __future__ import annotations

import copy
import inspect
import json
import subprocess
import sys
from typing import Any, is_typeddict

import anyio
import httpx
import pydantic
import pytest
from fastapi import Body, FastAPI

import apertis
from apertis import (
    BulkSettings,
    ChatCompletion,
    ChatCompletionMessageParam,
    ChatCompletionRequestDict,
    TextContentPart,
)
from apertis_client._runtime.json_object import JSONObject
from tests.server import completion
from tests.spec import SpecOperation, operations

ANSWER = {**completion("Hello!"), "timings": {"predicted_ms": 5}}
MESSAGES: list[Any] = [
    {"role": "user", "content": [{"type": "text", "text": "Hi", "mark": 1}], "note": {"a": 1}},
    {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
        ],
    },
    {"role": "tool", "tool_call_id": "1", "content": "noon"},
]
PUBLIC = [getattr(apertis, name) for name in apertis.__all__]
DESCRIBED = [
    each
    for each in PUBLIC
    if inspect.isclass(each) and (issubclass(each, JSONObject) or is_typeddict(each))
]

WITH_JSON = [each for each in operations() if each.body is not None and each.files is None]


class Record(pydantic.BaseModel):
    """What an application keeps of a call."""

    answer: ChatCompletion


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_every_model_has_a_json_schema(kind: type[Any], mode: Any) -> None:
    """Pydantic describes each public model, and the dict that it is made from."""
    schema = pydantic.TypeAdapter(kind).json_schema(mode=mode)
    if "$ref" in schema:  # it contains itself
        schema = schema["$defs"][schema["$ref"].rpartition("/")[2]]

    assert schema["type"] == "object"


def test_an_answer_is_a_field() -> None:
    """A dict becomes a model, a model stays the object it is, and all members are written."""
    record = Record.model_validate({"answer": ANSWER})
    text = record.model_dump_json()

    assert type(record.answer) is ChatCompletion
    assert record.answer.choices[0].message.content == "Hello!"
    assert record.model_dump() == {"answer": ANSWER}
    assert Record.model_validate_json(text) == record
    assert Record(answer=record.answer).answer is record.answer
    with pytest.raises(pydantic.ValidationError, match=r"choices"):
        Record.model_validate({"answer": {**ANSWER, "choices": 5}})


def test_settings_are_validated() -> None:
    """The settings of a bulk run can be read by pydantic, each of them left out or None."""
    adapter = pydantic.TypeAdapter(BulkSettings)

    assert adapter.validate_python({}) == {}
    assert adapter.validate_json('{"concurrency": 2, "url": null}') == {
        "concurrency": 2,
        "url": None,
    }
    with pytest.raises(pydantic.ValidationError, match="concurrency"):
        adapter.validate_python({"concurrency": "many"})


def test_what_a_server_sends_is_written_as_it_came() -> None:
    """A model that no spec describes is written without a warning."""
    answer = ChatCompletion.from_dict({**ANSWER, "choices": "none"})

    assert Record(answer=answer).model_dump(exclude={"answer": {"timings"}}) == {
        "answer": {**completion("Hello!"), "choices": "none"}
    }


def test_messages_stay_dicts() -> None:
    """Messages are validated and equal what was given, unknown members included."""
    adapter = pydantic.TypeAdapter(list[ChatCompletionMessageParam])

    assert adapter.validate_python(copy.deepcopy(MESSAGES)) == MESSAGES
    assert adapter.dump_python(adapter.validate_python(MESSAGES)) == MESSAGES
    with pytest.raises(pydantic.ValidationError, match=r"UserMessageDict\.content"):
        adapter.validate_python([{"role": "user", "content": 5}])


@pytest.mark.parametrize("operation", WITH_JSON, ids=lambda each: each.name)
def test_requests_stay_dicts(operation: SpecOperation) -> None:
    """The request of every operation is plain JSON once pydantic has read it, at any depth."""
    adapter = pydantic.TypeAdapter(getattr(apertis, f"{operation.body_schema}Dict"))

    for read in (
        adapter.validate_python(copy.deepcopy(operation.body)),
        adapter.validate_json(json.dumps(operation.body)),
    ):
        assert read == operation.body
        assert kinds(read) <= {dict, list, str, int, float, bool, type(None)}


def kinds(value: Any) -> set[type]:
    """Return the types of a value and of all that it holds."""
    held: Any = value
    is_object, is_list = type(held) is dict, type(held) is list
    inner: list[Any] = list(held.values() if is_object else held) if is_object or is_list else []
    found: set[type] = {type(held)}
    return found.union(*map(kinds, inner))


WRONG_MESSAGES: dict[str, Any] = {
    "no content": {"role": "user"},
    "no role": {"content": "Hi"},
    "nothing": {},
    "misspelt role": {"rol": "user", "content": "Hi"},
    "role that is none": {"role": "wizard", "content": "Hi"},
    "content of 5": {"role": "assistant", "content": 5},
    "part without text": {"role": "user", "content": [{"type": "text"}]},
    "part with a number": {"role": "user", "content": [{"type": "text", "text": 5}]},
    "calls of text": {"role": "assistant", "tool_calls": "f"},
    "text": "Hi",
}
RIGHT_MESSAGES: dict[str, Any] = {
    "part that is not known": {"role": "user", "content": [{"type": "smell", "of": "rain"}]},
    "answer with nulls": {"role": "assistant", "content": "Hi", "refusal": None, "audio": None},
    "audio": {"role": "assistant", "audio": {"id": "a"}},
}


@pytest.mark.parametrize("message", WRONG_MESSAGES.values(), ids=WRONG_MESSAGES.keys())
def test_wrong_messages_are_refused(message: Any) -> None:
    """What is no message does not pass as the message of an answer, whose members are optional."""
    whole: list[tuple[Any, Any]] = [
        (ChatCompletionMessageParam, message),
        (list[ChatCompletionMessageParam], [message]),
        (ChatCompletionRequestDict, {"model": "m", "messages": [message]}),
    ]
    for kind, given in whole:
        adapter = pydantic.TypeAdapter[Any](kind)
        with pytest.raises(pydantic.ValidationError):
            adapter.validate_python(given)
        with pytest.raises(pydantic.ValidationError):
            adapter.validate_json(json.dumps(given))


@pytest.mark.parametrize("message", RIGHT_MESSAGES.values(), ids=RIGHT_MESSAGES.keys())
def test_right_messages_stay_dicts(message: Any) -> None:
    """What servers accept beyond the spec, and what was received, passes as it is."""
    adapter = pydantic.TypeAdapter[Any](ChatCompletionMessageParam)

    for read in (adapter.validate_python(message), adapter.validate_json(json.dumps(message))):
        assert read == message
        assert JSONObject not in {base for kind in kinds(read) for base in kind.__mro__}


def test_messages_may_be_models() -> None:
    """Models among the messages stay what they are, and are written as the dicts they stand for."""
    answer = ChatCompletion.from_dict(ANSWER).choices[0].message
    part = TextContentPart(text="Hi")
    messages = [{"role": "user", "content": [part]}, answer]
    adapter = pydantic.TypeAdapter[Any](list[ChatCompletionMessageParam])
    read = adapter.validate_python(messages)

    assert read[0]["content"][0] is part
    assert read[1] is answer
    assert adapter.dump_python(read) == [
        {"role": "user", "content": [{"type": "text", "text": "Hi"}]},
        answer.to_dict(),
    ]


@pytest.mark.filterwarnings("error")
def test_a_message_is_described() -> None:
    """The schema of a message lists what may be sent, and no answer."""
    described = pydantic.TypeAdapter[Any](ChatCompletionMessageParam).json_schema()

    assert any(name.startswith("UserMessageDict") for name in described["$defs"])
    assert not any("ChatCompletionMessage" in name for name in described["$defs"])


def test_an_application_of_fastapi() -> None:
    """A request as the body and an answer as the response pass, and OpenAPI describes both."""
    app = FastAPI()
    received: list[Any] = []

    # Not by annotations, which FastAPI would look for among the names of the module.
    def ask(body: Any) -> Any:
        received.append(body)
        return ChatCompletion.from_dict(ANSWER)

    ask.__annotations__ = {"body": ChatCompletionRequestDict, "return": ChatCompletion}
    ask.__defaults__ = (Body(),)
    app.post("/ask")(ask)
    request = {"model": "m", "messages": MESSAGES, "seed": 5, "unknown": True}
    described = app.openapi()
    operation = described["paths"]["/ask"]["post"]

    async def post(body: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
            return await client.post("/ask", json=body)

    answered = anyio.run(post, request)
    refused = anyio.run(post, {**request, "messages": [{"role": "user"}]})

    assert answered.json() == ANSWER
    assert received == [request]
    assert type(received[0]["messages"][0]) is dict
    assert refused.status_code == 422
    sent = operation["requestBody"]["content"]["application/json"]["schema"]
    assert "messages" in str(described["components"]["schemas"][sent["$ref"].split("/")[-1]])
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert "choices" in str(described["components"]["schemas"][answer["$ref"].split("/")[-1]])


def test_pydantic_is_not_imported_before_it_asks() -> None:
    """Models and their dicts are made without pydantic."""
    program = (
        "import sys, apertis; apertis.ChatCompletion, apertis.UserMessageDict;"
        "sys.exit('pydantic' in sys.modules or 'typing_extensions' in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
