"""What an answer becomes."""

from __future__ import annotations

import contextlib
import gzip
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from apertis import APIResponseValidationError, ChatCompletion
from tests.drivers import Driver
from tests.server import Server, Step, completion, json_reply, reply

pytestmark = pytest.mark.wire

JSON = {"Content-Type": "application/json"}


def test_everything_the_server_sends_is_kept(driver: Driver, server: Server) -> None:
    """A field that the spec does not know is an attribute at every depth; nothing is lost."""
    sent = completion(
        citations=[{"title": "First", "more": {"rank": 1}}],
        web_sources=[{"title": "A", "url": "https://a.example", "score": 0.5}],
        provider={"name": "azure"},
    )
    sent["choices"][0]["message"]["citations"] = [{"title": "Inner", "url": "https://b.example"}]
    sent["choices"][0]["native_finish_reason"] = "end_turn"
    sent["usage"]["latency_checkpoint"] = {"engine_ttft_ms": 12, "new_ms": 3}
    server.answer(json_reply(sent))
    answer = driver.create(driver.client())

    assert answer.citations[0].more.rank == 1
    assert answer.web_sources[0].score == 0.5
    assert answer.provider.name == "azure"
    assert answer.choices[0].message.citations[0].title == "Inner"
    assert answer.choices[0].native_finish_reason == "end_turn"
    assert answer.usage.latency_checkpoint.new_ms == 3
    assert answer.to_dict() == sent
    assert json.loads(answer.to_json()) == sent
    assert isinstance(answer, ChatCompletion)


@pytest.mark.parametrize(
    "sent",
    [
        {"choices": [{"message": {"content": "Hi"}}]},
        {"id": "", "object": "", "created": 0, "choices": [{"message": {"content": "Hi"}}]},
        {
            "choices": [
                {
                    "index": None,
                    "finish_reason": "end_turn",
                    "message": {"role": None, "content": "Hi", "tool_calls": None},
                }
            ],
            "usage": None,
        },
        {"object": "surprise", "usage": {}, "choices": [{"message": {"content": "Hi"}}]},
        {"choices": [{"message": {"role": "narrator", "content": "Hi", "annotations": [{}]}}]},
    ],
    ids=["bare", "empty values", "nulls", "unknown object", "unknown role"],
)
def test_sparse_answer(driver: Driver, server: Server, sent: dict[str, Any]) -> None:
    """What is absent, null, empty or unknown is no error; what is absent or null reads as None."""
    server.answer(json_reply(sent))
    answer = driver.create(driver.client())

    assert answer.choices[0].message.content == "Hi"
    assert answer.choices[0].message.tool_calls is None
    assert answer.choices[0].index is None
    assert answer.system_fingerprint is None
    assert answer.usage is None or answer.usage.total_tokens is None
    assert answer.to_dict() == sent


def test_what_the_headers_say(driver: Driver, server: Server) -> None:
    """An answer knows its headers, its request id, the rate limit and the fallback."""
    headers = {
        "X-Request-Id": "req_1",
        "X-RateLimit-Limit": "3000",
        "X-RateLimit-Remaining": "2999",
        "X-RateLimit-Reset": "1767225600",
        "X-Fallback-Used": "true",
        "X-Fallback-From": "gpt-5.4",
        "X-Actual-Model": "gpt-4.1",
        "X-Fallback-Reason": "primary_model_failed",
        "X-Web-Search-Count": "3",
    }
    server.answer(json_reply(completion(), headers=headers))
    answer = driver.create(driver.client())

    assert answer.request_id == "req_1"
    assert answer.headers["x-web-search-count"] == "3"
    assert answer.headers.get("X-WEB-SEARCH-COUNT") == "3"
    assert answer.rate_limit == (
        3000,
        2999,
        datetime(2026, 1, 1, tzinfo=UTC),
    )
    assert answer.fallback == (True, "gpt-5.4", "gpt-4.1", "primary_model_failed")


def test_models(driver: Driver, server: Server) -> None:
    """The list of models is iterated as it is, and knows its headers."""
    sent = {"data": [{"id": "a/b", "name": "B"}, {"id": "c", "tier": "pro", "multiplier": 1.5}]}
    server.answer(*[json_reply(sent, headers={"x-request-id": "req_2"})] * 2)
    client = driver.client()
    models = driver.wait(client.models.list())

    assert [model.id for model in models] == ["a/b", "c"]
    assert models.data[1].multiplier == 1.5
    assert models.request_id == "req_2"
    assert [model.name for model in driver.all(client.models.list())] == ["B", None]


def test_model(driver: Driver, server: Server) -> None:
    """One model is looked up by its id."""
    server.answer(json_reply({"id": "a", "object": "model", "context_length": 8, "new": [1]}))
    model = driver.wait(driver.client().models.retrieve(model="a"))

    assert (model.id, model.context_length, model.new) == ("a", 8, [1])


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
def test_framing_of_a_body(driver: Driver, server: Server, framing: Any) -> None:
    """However the body says where it ends, and wherever it is cut, it is read whole."""
    content = "Grüße \U0001f600"
    body = json.dumps(completion(content), ensure_ascii=False).encode()
    pieces = [body[at : at + 7] for at in range(0, len(body), 7)]
    server.answer(reply(pieces, headers=JSON, framing=framing))

    assert driver.create(driver.client()).choices[0].message.content == content


def test_blank_lines_before_the_answer(driver: Driver, server: Server) -> None:
    """Blank lines that keep the connection alive while the model works are skipped."""
    gate = server.gate()
    body: list[Step] = [b"\n\n", b"\n", gate, b" \r\n" + json.dumps(completion()).encode() + b"\n"]
    server.answer(reply(body, headers=JSON, framing="chunked"))
    gate.open()

    assert driver.create(driver.client()).choices[0].message.content == "Hello!"


def test_compressed_answer_of_several_members(driver: Driver, server: Server) -> None:
    """A gzip body is all of its members (RFC 1952, 2.2)."""
    body = json.dumps(completion()).encode()
    packed = gzip.compress(body[:30]) + gzip.compress(body[30:])
    server.answer(reply(packed, headers={**JSON, "Content-Encoding": "gzip"}))

    assert driver.create(driver.client()).choices[0].message.content == "Hello!"


def test_interim_answer(driver: Driver, server: Server) -> None:
    """What a server says before its answer is passed over."""
    server.answer([b"HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n", *json_reply(completion())])

    assert driver.create(driver.client()).choices[0].message.content == "Hello!"


def test_success_without_content(driver: Driver, server: Server) -> None:
    """A success that has no body is not what was promised."""
    server.answer([b"HTTP/1.1 204 No Content\r\n\r\n"])
    client = driver.client()
    with pytest.raises(APIResponseValidationError) as caught:
        driver.create(client)

    assert caught.value.status_code == 204
    assert caught.value.body is None
    assert "empty body" in str(caught.value)


def test_answer_nested_too_deeply(driver: Driver, server: Server) -> None:
    """A response that is nested too deeply is decoded, or refused with an `ApertisError`."""
    deep: Any = "bottom"
    for _ in range(600):
        deep = {"a": deep}
    server.answer(*[json_reply({**completion(), "new": deep})] * 2)
    client = driver.client(max_retries=0)

    assert driver.create(client).choices[0].message.content == "Hello!"
    # How deep an event may be depends on the Python.
    with contextlib.suppress(APIResponseValidationError):
        chunks = driver.all(driver.create(client, stream=True))
        assert chunks[0].choices[0].delta.content == "Hello!"
