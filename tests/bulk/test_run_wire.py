"""`client.bulk`, sync and async, over real sockets."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from apertis import (
    Apertis,
    AsyncApertis,
    BadRequestError,
    BulkInputError,
    BulkResult,
    BulkStoppedError,
    ConfigurationError,
    InternalServerError,
    StructuredOutputError,
)
from apertis.bulk import journal
from tests.bulk.conftest import (
    AT_ONCE,
    PERSON,
    SCHEMA,
    Gateway,
    Runner,
    lines_of,
    prompt_of,
    refusal,
    rows,
    text_of,
)
from tests.server import CLOSE, Request, completion, reply
from tests.spec import operations

pytestmark = pytest.mark.wire


def test_every_row_has_its_answer(run: Runner, gateway: Gateway) -> None:
    """Results come as they are answered, each with the id of its row."""
    results = run(rows(30))

    assert {result.id: text_of(result) for result in results} == {
        f"row-{number}": f"prompt {number}" for number in range(30)
    }
    assert all(result.error is None and result.attempts == 1 for result in results)
    assert gateway.most_at_once <= 4
    assert {request.json["model"] for request in gateway.requests} == {"m"}


def test_calls_are_made_at_once(run: Runner, gateway: Gateway) -> None:
    """As many as `concurrency` says: the server answers only when all four have come."""
    together = threading.Barrier(4, timeout=20)

    def rule(request: Request) -> Any:
        together.wait()
        return completion()

    gateway.rule = rule

    assert len(run(rows(8))) == 8


def test_the_input_is_read_lazily(run: Runner, gateway: Gateway) -> None:
    """An input without an end is read no further than needed."""
    read = 0

    def endless() -> Iterator[dict[str, Any]]:
        nonlocal read
        for number in itertools.count():
            read += 1
            yield {"prompt": f"prompt {number}"}

    def rule(request: Request) -> Any:
        return completion() if len(gateway.requests) < 20 else refusal(401)

    gateway.rule = rule

    with pytest.raises(BulkStoppedError):
        run(endless())
    assert read < 100


def test_a_run_reads_an_async_iterable(gateway: Gateway) -> None:
    """`AsyncApertis.bulk` takes one."""

    async def source() -> AsyncIterator[dict[str, Any]]:
        for row in rows(5):
            await asyncio.sleep(0)
            yield row

    async def collected() -> list[BulkResult]:
        async with AsyncApertis(api_key="sk-test", base_url=gateway.url) as client:
            return [result async for result in client.bulk(source(), defaults={"model": "m"})]

    assert len(asyncio.run(collected())) == 5


def test_a_sync_run_reads_its_input_in_the_thread_of_the_program(gateway: Gateway) -> None:
    """An input may be a cursor that no other thread may use."""
    threads: set[int] = set()

    def source() -> Iterator[dict[str, Any]]:
        for row in rows(50):
            threads.add(threading.get_ident())
            yield row

    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        assert len(list(client.bulk(source(), defaults={"model": "m"}))) == 50
    assert threads == {threading.get_ident()}


def test_a_sync_run_works_within_an_event_loop(gateway: Gateway) -> None:
    """As in a notebook, whose cells run in one."""

    async def cell() -> int:
        with Apertis(api_key="sk-test", base_url=gateway.url) as client:
            return len(list(client.bulk(rows(3), defaults={"model": "m"})))

    assert asyncio.run(cell()) == 3


def test_a_sync_run_has_connections_of_its_own() -> None:
    """An HTTP client of httpx for sync cannot send its calls."""
    with (
        httpx.Client() as http_client,
        Apertis(api_key="sk-test", http_client=http_client) as client,
        pytest.raises(ValueError, match="cannot use an http_client of yours"),
    ):
        client.bulk([])


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"concurrency": 0}, "concurrency must be 1 or more, not 0"),
        ({"concurency": 3}, "a bulk run has no setting 'concurency'; did you mean 'concurrency'?"),
        ({"max_cost": -1}, "max_cost must be more than 0"),
        ({"defaults": {"max_retries": 1}}, "defaults may not hold max_retries, which a run takes"),
        ({"output": 3}, "output must be a path, not int"),
        ({"url": "/v1/nothing"}, "url: the API has no POST /v1/nothing"),
        ({"concurrency": 10_001}, "concurrency must be 10000 or less, not 10001"),
        ({"prices": {"m": {"out": 1}}}, "prices of 'm' must be an object with input, output"),
        ({"prices": {"m": 3}}, "prices of 'm' must be an object with input, output"),
        ({"response_format": int | str | dict}, "dict"),
    ],
)
def test_wrong_settings_are_refused_at_once(settings: Any, message: str) -> None:
    """By name, before anything is sent."""
    with Apertis(api_key="sk-test") as client, pytest.raises((TypeError, ValueError)) as caught:
        client.bulk([], **settings)
    assert message in str(caught.value)


def message(text: str, **members: Any) -> dict[str, Any]:
    content = [{"type": "text", "text": text}]
    return {"type": "message", "role": "assistant", "content": content, "model": "m", **members}


def response(part: dict[str, Any]) -> dict[str, Any]:
    item = {"type": "message", "role": "assistant", "content": [part]}
    return {"object": "response", "status": "completed", "model": "m", "output": [item]}


NUMBERS: dict[str, Any] = {
    "requests_per_minute": lambda value: {"requests_per_minute": value},
    "tokens_per_minute": lambda value: {"tokens_per_minute": value},
    "max_cost": lambda value: {"max_cost": value},
    "prices of 'm': input": lambda value: {"prices": {"m": {"input": value}}},
    "prices of 'm': cached": lambda value: {"prices": {"m": {"input": 1, "cached": value}}},
    "concurrency": lambda value: {"concurrency": value},
    "max_tokens_total": lambda value: {"max_tokens_total": value},
}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, True, "1", 10**400])
@pytest.mark.parametrize(("name", "settings"), NUMBERS.items(), ids=NUMBERS.keys())
def test_numbers_are_numbers(name: str, settings: Any, value: Any) -> None:
    """More than 0, or 0 for a price, and finite; a whole number may be of any size."""
    with Apertis(api_key="sk-test") as client:
        if name == "max_tokens_total" and value == 10**400:
            client.bulk([], **settings(value))
            return
        with pytest.raises((TypeError, ValueError)) as caught:
            client.bulk([], **settings(value))
    assert str(caught.value).startswith(f"{name} must be ")


@pytest.mark.parametrize(("given", "name"), [(5, "int"), ({"prompt": "a"}, "dict")])
def test_an_input_that_is_none_is_refused(given: Any, name: str) -> None:
    """It is an iterable or a path, and one request is none."""
    with Apertis(api_key="sk-test") as client, pytest.raises(TypeError, match=f"not {name}"):
        client.bulk(given)


def test_answers_are_lines(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """Each has the id, a hash of the request, and the answer as it came."""
    output = tmp_path / "out.jsonl"
    text = json.dumps(completion("ü\u2028"), ensure_ascii=False, indent=2)
    gateway.rule = lambda request: reply(
        text.encode(), headers={"Content-Type": "application/json"}
    )

    run([{"id": 1, "prompt": "a"}, {"prompt": "b"}], output=output)

    first, second = sorted(lines_of(output), key=lambda line: str(line["id"]))
    assert first["id"] == 1
    assert second["id"] == second["request"]
    assert first["response"] == second["response"] == completion("ü\u2028")


def test_an_answer_in_another_encoding_is_written_as_utf_8(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """The output is UTF-8 whatever the server sends."""
    headers = {"Content-Type": "application/json"}
    gateway.rule = lambda request: reply(
        json.dumps(completion("ü")).encode("utf-16-le"), headers=headers
    )

    run(rows(1), output=tmp_path / "out.jsonl")

    assert lines_of(tmp_path / "out.jsonl")[0]["response"] == completion("ü")


def test_the_same_run_again_asks_for_the_rest(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """What has a line is not asked again, whether it is an answer or a failure."""
    output = tmp_path / "out.jsonl"

    def rule(request: Request) -> Any:
        return refusal(400) if prompt_of(request) == "prompt 3" else completion()

    gateway.rule = rule
    assert len(run(rows(10), output=output)) == 10
    before = output.read_bytes()
    assert len(run(rows(15), output=str(output))) == 5

    assert output.read_bytes().startswith(before)
    assert Counter(gateway.prompts) == Counter(f"prompt {number}" for number in range(15))


def test_failures_are_lines_and_stop_nothing(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """A failure has its status, type, message, code and attempts."""
    output = tmp_path / "out.jsonl"
    gateway.rule = lambda request: {
        "prompt 0": refusal(400, "too long", code="context_length_exceeded"),
        "prompt 1": refusal(500, "broken"),
        "prompt 2": [CLOSE],
        "prompt 3": reply(b"<html>", headers={"Content-Type": "text/html"}),
    }.get(prompt_of(request), completion())

    results = {result.id: result for result in run(rows(12), client=AT_ONCE, output=output)}

    assert isinstance(results["row-0"].error, BadRequestError)
    assert isinstance(results["row-1"].error, InternalServerError)
    assert sum(result.response is not None for result in results.values()) == 8
    errors = {line["id"]: line["error"] for line in lines_of(output) if "error" in line}
    assert errors["row-0"] == {
        "type": "BadRequestError",
        "status": 400,
        "message": "too long",
        "attempts": 1,
        "code": "context_length_exceeded",
    }
    assert errors["row-1"]["attempts"] == 3
    assert errors["row-2"]["type"] == "APIConnectionError"
    assert errors["row-2"]["status"] is None
    assert errors["row-3"]["type"] == "APIResponseValidationError"


def test_failures_are_asked_again_if_wanted(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """Their lines are replaced: in the end each id is there once."""
    output = tmp_path / "out.jsonl"
    gateway.rule = lambda request: refusal(400) if "1" in prompt_of(request) else completion()
    run(rows(5), output=output)
    gateway.rule = lambda request: completion("now")

    again = run(rows(5), output=output, retry_failed=True)

    assert [(result.id, text_of(result)) for result in again] == [("row-1", "now")]
    assert Counter(line["id"] for line in lines_of(output)) == Counter(
        f"row-{number}" for number in range(5)
    )
    assert not any("error" in line for line in lines_of(output))


def test_lines_survive_a_power_cut(
    run: Runner, gateway: Gateway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are handed to the disk while the run goes on, and at its end."""
    sizes: list[int] = []
    output = tmp_path / "out.jsonl"
    monkeypatch.setattr(journal, "_sync", lambda descriptor: sizes.append(output.stat().st_size))

    run(rows(40), output=output, requests_per_minute=60 * 100)  # which takes 0.4 s

    assert len(sizes) >= 2
    assert 0 < sizes[0] < sizes[-1] == output.stat().st_size


@pytest.mark.parametrize("settings", [{"concurrency": 33}, {}])
def test_more_calls_than_files_are_refused(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how many there may be, before anything fails for want of them."""
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (64, 64))
    client = Apertis(api_key="sk-test")

    with pytest.raises(ConfigurationError, match=r"may have 64 files .* choose concurrency 32$"):
        client.bulk([], **settings)
    assert list(client.bulk([], concurrency=32)) == []


def test_one_refusal_is_shared_by_all_rows(run: Runner, gateway: Gateway) -> None:
    """Until the time that the server says, nothing is sent; then one request goes ahead."""
    together = threading.Barrier(8, timeout=20)
    events: list[tuple[str, float]] = []

    def rule(request: Request) -> Any:
        number = len(events)
        events.append(("comes", time.monotonic()))
        if number < 8:
            together.wait()
            return refusal(429, headers={"retry-after-ms": "150"})
        events.append(("answered", time.monotonic()))
        return completion()

    gateway.rule = rule

    results = run(rows(30), concurrency=8)

    assert all(result.error is None for result in results)
    assert len(gateway.requests) == 30 + 8
    assert events[8][1] - events[7][1] >= 0.15
    assert [name for name, _ in events[8:10]] == ["comes", "answered"]


def test_a_wrong_row_stops_the_run_after_the_others(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """The rows before it are answered and kept."""
    source = [*rows(6), {"id": "row-6", "messages": 5}, *rows(3)]

    with pytest.raises(BulkInputError, match="request 7: messages must be"):
        run(source, output=tmp_path / "out.jsonl", concurrency=2)

    assert len(lines_of(tmp_path / "out.jsonl")) == 6


def test_an_error_of_the_input_is_raised_after_the_others(run: Runner, gateway: Gateway) -> None:
    """What the iterable raises comes out as it is."""

    def source() -> Iterator[dict[str, Any]]:
        yield from rows(3)
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        run(source())
    assert len(gateway.requests) == 3


def test_the_output_of_another_input_is_refused(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """An id with another request shows it."""
    output = tmp_path / "out.jsonl"
    run(rows(3), output=output)
    before = output.read_bytes()

    with pytest.raises(BulkInputError, match="request 1: the output has an answer to 'row-0' that"):
        run(rows(3), output=output, defaults={"model": "another"})
    assert output.read_bytes() == before


def test_a_request_is_asked_once_if_wanted(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """A row with an id of its own refers to the first."""
    source = [{"id": "a", "prompt": "x"}, {"id": "b", "prompt": "x"}, {"prompt": "x"}]
    for _ in range(2):
        run(source, deduplicate=True, output=tmp_path / "out.jsonl")

    assert gateway.prompts == ["x"]
    lines = {line["id"]: line for line in lines_of(tmp_path / "out.jsonl")}
    assert lines.keys() == {"a", "b"}
    assert lines["b"]["same_as"] == "a"


def test_a_failure_stays_until_its_row_has_another_line(gateway: Gateway, tmp_path: Path) -> None:
    """A run that is killed while it asks again has lost nothing."""
    output = tmp_path / "out.jsonl"
    gateway.rule = lambda request: refusal(400, "no") if "1" in prompt_of(request) else completion()
    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        list(client.bulk(rows(20), output=output, defaults={"model": "m"}))
    before = lines_of(output)
    gateway.rule = lambda request: completion("now")
    program = f"""
import os
from apertis import Apertis
rows = [{{"id": f"row-{{n}}", "prompt": f"prompt {{n}}"}} for n in range(20)]
client = Apertis(api_key="sk-test", base_url={gateway.url!r})
settings = dict(output={str(output)!r}, defaults={{"model": "m"}}, concurrency=1)
for result in client.bulk(rows, retry_failed=True, **settings):
    os.kill(os.getpid(), 9)
"""
    environment = {name: each for name, each in os.environ.items() if "proxy" not in name.lower()}
    killed = subprocess.run([sys.executable, "-c", program], env=environment, check=False)

    assert killed.returncode == -signal.SIGKILL
    assert lines_of(output)[:20] == before
    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        list(client.bulk(rows(20), output=output, defaults={"model": "m"}, retry_failed=True))
    assert Counter(line["id"] for line in lines_of(output)) == Counter(
        f"row-{number}" for number in range(20)
    )
    assert not any("error" in line for line in lines_of(output))
    assert len(gateway.requests) <= 20 + 11 + 1


def test_structured_output_is_validated(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """An answer that does not fit is a failure with its text."""
    output = tmp_path / "out.jsonl"
    gateway.rule = lambda request: {
        "prompt 0": completion('{"name": "Anna"}'),
        "prompt 1": completion('{"name": 5}'),
        "prompt 2": completion("no JSON"),
        "prompt 3": completion(
            choices=[{"index": 0, "message": {"content": '{"na'}, "finish_reason": "length"}]
        ),
    }[prompt_of(request)]

    results = {result.id: result for result in run(rows(4), output=output, response_format=SCHEMA)}

    assert results["row-0"].response.choices[0].message.parsed == {"name": "Anna"}
    assert isinstance(results["row-1"].error, StructuredOutputError)
    errors = {line["id"]: line for line in lines_of(output) if "error" in line}
    assert errors["row-1"]["error"]["text"] == '{"name": 5}'
    assert errors["row-1"]["error"]["message"] == (
        "the answer does not fit the type: at $.name: 5 is not of type 'string'"
    )
    assert errors["row-2"]["error"]["text"] == "no JSON"
    assert errors["row-3"]["error"]["text"] == '{"na'
    assert errors["row-1"]["usage"]["prompt_tokens"] == 3
    assert gateway.requests[0].json["response_format"] == SCHEMA


REFUSED = {"index": 0, "message": {"content": None, "refusal": "I will not"}}
APIS: dict[str, Any] = {
    "/v1/chat/completions": (
        {"prompt": "Hi"},
        completion('{"name": "Anna"}'),
        completion(choices=[{**REFUSED, "finish_reason": "stop"}]),
        completion('{"name": 5}'),
    ),
    "/v1/messages": (
        {"messages": [{"role": "user", "content": "Hi"}], "max_tokens": 9},
        message('{"name": "Anna"}'),
        message("I will not", stop_reason="refusal"),
        message('{"name": 5}'),
    ),
    "/v1/responses": (
        {"input": "Hi"},
        response({"type": "output_text", "text": '{"name": "Anna"}'}),
        response({"type": "refusal", "refusal": "I will not"}),
        response({"type": "output_text", "text": '{"name": 5}'}),
    ),
}


@pytest.mark.parametrize("url", APIS)
def test_structured_output_is_that_of_any_api(
    run: Runner, gateway: Gateway, tmp_path: Path, url: str
) -> None:
    """Each asks for it in its own way; a refusal does not fit."""
    output = tmp_path / "out.jsonl"
    request, *answers = APIS[url]
    gateway.rule = lambda request: answers[int(request.json["user"])]
    source = [{"id": name, "user": name, **request} for name in "012"]

    results = {
        result.id: result for result in run(source, url=url, output=output, response_format=SCHEMA)
    }

    assert PERSON in (
        gateway.requests[0].json.get("response_format", {}).get("json_schema", {}).get("schema"),
        gateway.requests[0].json.get("text", {}).get("format", {}).get("schema"),
    )
    assert results["0"].error is None
    errors = {line["id"]: line["error"] for line in lines_of(output) if "error" in line}
    assert errors["1"]["message"] == "the model refused: I will not"
    assert [errors[name]["text"] for name in "12"] == ["I will not", '{"name": 5}']


def test_structured_output_may_be_a_type(run: Runner, gateway: Gateway) -> None:
    """As for `chat.completions.parse`."""
    gateway.rule = lambda request: completion('{"value": [1, 2]}')

    [result] = run(rows(1), response_format=list[int])

    assert result.response.choices[0].message.parsed == [1, 2]


def test_the_rows_of_a_batch_are_for_any_operation(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """A file of OpenAI's batches is read as it is; vectors come as numbers."""
    path = tmp_path / "in.jsonl"
    batch = [
        {"custom_id": "e", "method": "POST", "url": "/v1/embeddings",
         "body": {"model": "m", "input": "x"}},
        {"custom_id": "r", "method": "POST", "url": "/v1/rerank",
         "body": {"model": "m", "query": "q", "documents": ["d"]}},
        {"custom_id": "c", "method": "POST", "url": "/v1/chat/completions",
         "body": {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}},
    ]  # fmt: skip
    path.write_text("".join(f"{json.dumps(row)}\n\n" for row in batch))
    answers: dict[str, Any] = {
        "/v1/embeddings": {"data": [{"index": 0, "embedding": [0.5]}]},
        "/v1/rerank": {"results": [{"index": 0, "relevance_score": 1}]},
        "/v1/chat/completions": completion(),
    }
    gateway.rule = lambda request: answers[request.path]

    results = {result.id: result.response for result in run(path)}

    assert results["e"].data[0].embedding == [0.5]
    assert results["r"].results[0].relevance_score == 1
    assert results["c"].choices
    [sent] = [request.json for request in gateway.requests if request.path == "/v1/embeddings"]
    assert sent == {"model": "m", "input": "x"}


def test_every_operation_with_json_can_be_a_row(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """The examples of the spec, as the rows of a batch, are sent and answered."""
    suitable = [
        each for each in operations()
        if each.body is not None and each.files is None and isinstance(each.response, dict)
    ]  # fmt: skip
    paths = {f"/{'/'.join(each.segments)}": each for each in suitable}
    gateway.rule = lambda request: paths[unquote(request.path)].response
    batch = [
        {"custom_id": each.name, "method": each.method, "url": path,
         "body": {n: v for n, v in (each.body or {}).items() if n != each.stream_parameter}}
        for path, each in paths.items()
    ]  # fmt: skip

    run(batch, output=tmp_path / "out.jsonl", defaults={})

    assert len(suitable) >= 6
    lines = {line["id"]: line for line in lines_of(tmp_path / "out.jsonl")}
    assert {name: line.get("response", line) for name, line in lines.items()} == {
        each.name: each.response for each in suitable
    }
