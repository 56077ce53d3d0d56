"""`apertis._tracing.attributes` and `content`, and the names that they use."""

from __future__ import annotations

import json
from typing import Any

import pytest
from opentelemetry.semconv._incubating.attributes import (
    error_attributes,
    gen_ai_attributes,
    http_attributes,
    server_attributes,
)
from opentelemetry.semconv._incubating.metrics import gen_ai_metrics
from opentelemetry.semconv.schemas import Schemas

from apertis import ChatCompletionMessage, EmbeddingResponse
from apertis._tracing import conventions
from apertis._tracing.attributes import request_attributes, response_attributes
from apertis._tracing.content import MAX_CONTENT, MAX_TEXT, messages_text

URL = "https://api.apertis.ai/v1"


def asked(**arguments: Any) -> dict[str, Any]:
    return request_attributes("embeddings.create", arguments, URL, stream=False)


def parts(*messages: Any) -> list[Any]:
    return [message["parts"] for message in json.loads(messages_text(messages))]


@pytest.mark.skipif(not hasattr(Schemas, "V1_41_0"), reason="an older version is installed")
def test_names_are_those_of_the_conventions() -> None:
    """Every name is one of the package of the conventions."""
    modules = (error_attributes, gen_ai_attributes, http_attributes, server_attributes)
    known = {
        value
        for module in (*modules, gen_ai_metrics)
        for value in vars(module).values()
        if isinstance(value, str) and "." in value
    }
    ours = {value for value in vars(conventions).values() if isinstance(value, str)}
    ours |= {name for name, _ in conventions.REQUEST.values()} | set(conventions.USAGE.values())

    assert {name for name in ours if name.startswith(("gen_ai.", "http.", "server."))} <= known
    assert conventions.ERROR_TYPE in known
    assert Schemas(conventions.SCHEMA_URL) is Schemas.V1_41_0


def test_buckets_are_those_of_the_conventions() -> None:
    """Each histogram has its unit, its bounds and a description."""
    seconds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96]
    tokens = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216]

    for unit, bounds, text in conventions.METRICS.values():
        last = 81.92 if unit == "s" else 67108864
        assert bounds == pytest.approx([*(seconds if unit == "s" else tokens), last])
        assert text.endswith(".")


def test_operation_of_another_kind() -> None:
    """Embeddings have the operation and the arguments that the conventions give them."""
    assert asked(model="m", dimensions=64, encoding_format="base64") == {
        "gen_ai.operation.name": "embeddings",
        "gen_ai.provider.name": "apertis",
        "gen_ai.request.model": "m",
        "gen_ai.embeddings.dimension.count": 64,
        "gen_ai.request.encoding_formats": ["base64"],
        "server.address": "api.apertis.ai",
        "server.port": 443,
    }


@pytest.mark.parametrize(
    "arguments",
    [
        {"model": 5},
        {"model": None},
        {"temperature": "1"},
        {"temperature": True},
        {"seed": 1.5},
        {"seed": True},
        {"n": 1},
        {"stop": [1, {}]},
        {"stop": {"a"}},
        {"response_format": "json_object"},
        {"unknown": object()},
    ],
    ids=str,
)
def test_arguments_of_other_types(arguments: dict[str, Any]) -> None:
    """An argument that is not of the type of its attribute is left out."""
    assert asked(**arguments) == asked()


def test_lists_are_cut() -> None:
    """A list has at most 16 items, and its texts are cut."""
    stops = asked(stop=["x" * 10_000, *"abc", 5] * 10)["gen_ai.request.stop_sequences"]

    assert stops[0] == "x" * MAX_TEXT + "…"
    assert len(stops) <= 16


def test_output_type() -> None:
    """The output type is text or JSON."""
    assert asked(response_format={"type": "text"})["gen_ai.output.type"] == "text"
    assert asked(response_format={"type": "json_schema"})["gen_ai.output.type"] == "json"


def test_newer_names_of_usage() -> None:
    """Tokens are found under the names of newer operations, too."""
    usage = {
        "input_tokens": 3,
        "input_tokens_details": {"cached_tokens": 2},
        "output_tokens": 1,
        "output_tokens_details": {"reasoning_tokens": 0},
    }

    assert response_attributes({"usage": usage}) == {
        "gen_ai.usage.input_tokens": 3,
        "gen_ai.usage.output_tokens": 1,
        "gen_ai.usage.cache_read.input_tokens": 2,
        "gen_ai.usage.reasoning.output_tokens": 0,
    }


def test_vectors_are_not_decoded() -> None:
    """Of embeddings, nothing is read but what the attributes say."""
    answer = EmbeddingResponse.from_dict({"model": "m", "data": [{"embedding": "AACAPg=="}]})

    assert response_attributes(answer) == {"gen_ai.response.model": "m"}
    assert answer.data[0].__dict__["embedding"] == "AACAPg=="


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"id": 5, "model": [], "choices": {}, "usage": []},
        {"choices": [None, 5, {"finish_reason": None}], "usage": {"prompt_tokens": "3"}},
        {"usage": {"prompt_tokens": None, "prompt_tokens_details": 5}},
    ],
    ids=str,
)
def test_deviating_answers(answer: dict[str, Any]) -> None:
    """What an answer has in another type is left out."""
    assert response_attributes(answer) == {}


def test_iterators_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages that can be read only once are not read."""
    monkeypatch.setenv(conventions.CAPTURE_CONTENT, "true")
    messages = iter([{"role": "user", "content": "Hi"}])

    assert asked(messages=messages) == asked()
    assert next(messages)


def test_messages() -> None:
    """Messages have the parts of the conventions; others keep their form."""
    image = {"type": "image_url", "image_url": {"url": "data:" + "x" * 10_000}}
    message = ChatCompletionMessage.from_dict(
        {"role": "assistant", "content": "Hi", "reasoning_content": "hm", "refusal": "no"}
    )

    text, typed, odd = parts(
        {"role": "user", "content": [{"type": "text", "text": "Hi"}, image]},
        message,
        {"role": "user", "content": 5, "tool_calls": [5, {"function": 5}]},
    )

    assert text[0] == {"type": "text", "content": "Hi"}
    assert text[1]["image_url"]["url"] == "data:" + "x" * (MAX_TEXT - 5) + "…"
    assert typed == [
        {"type": "reasoning", "content": "hm"},
        {"type": "text", "content": "Hi"},
        {"type": "refusal", "content": "no"},
    ]
    assert odd == [{"type": "tool_call", "id": None}]
    assert parts(5, None, object()) == [[], [], []]


def test_what_a_model_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instructions and the names of tools are content; what is no text or no list is left out."""
    told = {"system": "Be brief.", "tools": [{"type": "function", "function": {"name": "clock"}}]}
    assert "gen_ai.system_instructions" not in asked(**told)

    monkeypatch.setenv(conventions.CAPTURE_CONTENT, "true")
    attributes = asked(**told)
    assert attributes["gen_ai.system_instructions"] == '[{"type": "text", "content": "Be brief."}]'
    assert attributes["gen_ai.tool.definitions"] == '[{"type": "function", "name": "clock"}]'
    assert asked(system=5, tools=iter([5])) == asked()


def test_content_is_capped() -> None:
    """Of a long conversation, the last messages are kept that fit into the limit, as valid JSON."""
    messages = [{"role": "user", "content": f"{number}" * 3_000} for number in range(10)] * 10

    text = messages_text(messages)

    assert MAX_CONTENT - 3_100 < len(text) <= MAX_CONTENT
    assert json.loads(text)[-1]["parts"][0]["content"] == "9" * 3_000
    assert messages_text([{"content": [{"type": "x", "x": "x" * 5_000}] * 100}]) == "[]"
