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
    MessageRequestDict,
    ResponseRequestDict,
)
from apertis_client._runtime.json_object import JSONObject
from tests.server import completion

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


NEW = [
    {"role": "user", "content": [{"type": "hologram", "depth": 3}, {"type": "text", "text": ""}]}
]


ANSWERED = [
    {"role": "assistant", "content": "Hi", "refusal": None, "audio": None, "tool_calls": None}
]


@pytest.mark.parametrize(
    "messages", [MESSAGES, NEW, ANSWERED], ids=["known", "parts of another type", "nulls"]
)
def test_messages_from_json_are_plain(messages: list[Any]) -> None:
    """No part of them becomes a model, which `json` would not write."""
    read = pydantic.TypeAdapter(list[ChatCompletionMessageParam]).validate_json(
        json.dumps(messages)
    )

    assert json.loads(json.dumps(read)) == messages


@pytest.mark.parametrize(
    "message",
    [
        {"role": "user"},
        {"content": "Hi"},
        {"role": "tool", "content": "noon"},
        {"role": "user", "content": [{"type": "text"}]},
        {"role": "user", "content": [{"text": "Hi"}]},
        {"role": "assistant", "content": None, "tool_calls": [{"type": "function", "id": 5}]},
    ],
    ids=str,
)
def test_what_is_no_message_is_refused(message: dict[str, Any]) -> None:
    """It is not taken for a message of an answer, nor for a part of an unknown type."""
    adapter = pydantic.TypeAdapter(list[ChatCompletionMessageParam])

    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python([message])
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_json(json.dumps([message]))


PARTS = "0.user.content.list.0"
ROLES = "'developer', 'system', 'user', 'assistant', 'tool' or 'function'"
WRONG: dict[str, tuple[Any, str, str]] = {
    "text": ("Hi", "0", f"Input should be an object whose 'role' is {ROLES}"),
    "no role": ({"content": "Hi"}, "0", f"Input should be an object whose 'role' is {ROLES}"),
    "unknown role": (
        {"role": "wizard", "content": "Hi"},
        "0",
        f"Input should be an object whose 'role' is {ROLES}",
    ),
    "no content": ({"role": "user"}, "0.user.content", "Field required"),
    "content of 5": (
        {"role": "user", "content": 5},
        "0.user.content",
        "Input should be text or a list",
    ),
    "no id": ({"role": "tool", "content": "noon"}, "0.tool.tool_call_id", "Field required"),
    "part of 5": ({"role": "user", "content": [5]}, PARTS, "Input should be an object with 'type'"),
    "part without a type": (
        {"role": "user", "content": [{"text": "Hi"}]},
        PARTS,
        "Input should be an object with 'type'",
    ),
    "part without its text": (
        {"role": "user", "content": [{"type": "text"}]},
        f"{PARTS}.text.text",
        "Field required",
    ),
    "number as a URL": (
        {"role": "user", "content": [{"type": "image_url", "image_url": {"url": 5}}]},
        f"{PARTS}.image_url.image_url.url",
        "Input should be a valid string",
    ),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.parametrize("as_json", [False, True], ids=["python", "json"])
def test_a_wrong_message_has_one_error(case: str, *, as_json: bool) -> None:
    """It is at the path of what is wrong, and says what was expected there."""
    message, path, said = WRONG[case]
    adapter = pydantic.TypeAdapter(list[ChatCompletionMessageParam])
    validate: Any = adapter.validate_json if as_json else adapter.validate_python
    with pytest.raises(pydantic.ValidationError) as caught:
        validate(json.dumps([message]) if as_json else [message])

    (error,) = caught.value.errors()
    assert (".".join(map(str, error["loc"])), error["msg"]) == (path, said)


@pytest.mark.parametrize(
    ("request_type", "members", "path"),
    [
        (
            MessageRequestDict,
            {
                "max_tokens": 1,
                "messages": [{"role": "user", "content": [{"type": "tool_result"}]}],
            },
            "messages.0.content.list.0.tool_result.tool_use_id",
        ),
        (ResponseRequestDict, {"input": 5}, "input"),
        (
            ResponseRequestDict,
            {"input": [{"role": "user", "content": [{"type": "input_text"}]}]},
            "input.list.0.message.content.list.0.input_text.text",
        ),
    ],
)
def test_other_wrong_requests_have_one_error(request_type: Any, members: Any, path: str) -> None:
    """So have the requests of the other APIs, also where an item need not say its type."""
    with pytest.raises(pydantic.ValidationError) as caught:
        pydantic.TypeAdapter(request_type).validate_python({"model": "m", **members})

    (error,) = caught.value.errors()
    assert ".".join(map(str, error["loc"])) == path


def test_a_message_of_an_answer_goes_back() -> None:
    """The model itself is taken as it is, and written as the dict that it came as."""
    adapter = pydantic.TypeAdapter(list[ChatCompletionMessageParam])
    message = ChatCompletion.from_dict(ANSWER).choices[0].message

    assert adapter.validate_python([message])[0] is message
    assert adapter.dump_python([message]) == [message.to_dict()]
    assert adapter.validate_json(adapter.dump_json([message])) == [message.to_dict()]


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
    assert json.loads(json.dumps(received)) == [request]
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
