"""The limits of money and tokens of `client.bulk`, over real sockets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from apertis import BulkInputError, BulkStoppedError
from tests.bulk.conftest import SCHEMA, Gateway, Runner, lines_of, prompt_of, rows
from tests.server import Request, completion, json_reply

pytestmark = pytest.mark.wire


def test_tokens_and_costs_are_added_up(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """A run stops before it passes its limits; what an earlier run used counts."""
    output = tmp_path / "out.jsonl"
    usage = {"prompt_tokens": 60, "completion_tokens": 40}
    gateway.rule = lambda request: completion(model="m", usage=usage)
    source = rows(50, max_tokens=40)  # of 79 or 80 bytes, and so as many tokens of input at most

    for _ in range(2):
        with pytest.raises(
            BulkStoppedError, match=r"may take 1\d\d tokens, and 900 of the 1,000 of"
        ):
            run(source, output=output, max_tokens_total=1000)
        assert len(lines_of(output)) == 9

    with pytest.raises(BulkStoppedError, match=r"and 0\.00196 of the 0\.0021 of max_cost are used"):
        run(source, output=output, max_cost=0.0021, prices={"m": {"input": 1, "output": 2}})
    assert len(lines_of(output)) == 14


@pytest.mark.parametrize(
    "large",
    [
        {"prompt": "a word " * 500},
        {"max_tokens": 2000},
        {"max_completion_tokens": 2000},
        {"max_tokens": 500, "n": 4},
    ],
    ids=["input", "max_tokens", "max_completion_tokens", "n"],
)
@pytest.mark.parametrize(
    "limit",
    [
        {"max_tokens_total": 2500},
        {"max_cost": 0.0025, "prices": {"m": {"input": 1, "output": 1}}},
    ],
    ids=["tokens", "cost"],
)
def test_a_row_that_needs_more_than_those_before_passes_no_limit(
    run: Runner, gateway: Gateway, tmp_path: Path, large: Any, limit: Any
) -> None:
    """What a row may take is known before it is asked, by its size and its own limit."""
    used: list[int] = []

    def rule(request: Request) -> Any:
        count = request.json.get("n", 1)
        most = request.json.get("max_tokens") or request.json.get("max_completion_tokens")
        usage = {"prompt_tokens": len(prompt_of(request)) // 4, "completion_tokens": most * count}
        used.append(sum(usage.values()))
        return completion(usage=usage)

    gateway.rule = rule
    source = [*rows(20, max_tokens=30), *({**row, "id": f"large-{row['id']}", **large}
              for row in rows(10, max_tokens=30))]  # fmt: skip
    if "max_completion_tokens" in large:
        for row in source[20:]:
            del row["max_tokens"]

    with pytest.raises(
        BulkStoppedError, match=r"another row may .* the same run with another limit, or none, asks"
    ):
        run(source, output=tmp_path / "out.jsonl", concurrency=8, **limit)

    assert 20 <= len(used) < 22
    assert sum(used) <= 2500


def test_the_data_of_an_image_are_no_text(run: Runner, gateway: Gateway) -> None:
    """Its tokens are learned from the first answer, as the number of its bytes says nothing."""
    usage = {"prompt_tokens": 900, "completion_tokens": 10}
    gateway.rule = lambda request: completion(usage=usage)
    image = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{'A' * 100_000}"}}
    source = [{"messages": [{"role": "user", "content": [image]}], "max_tokens": 10, "seed": seed}
              for seed in range(20)]  # fmt: skip

    with pytest.raises(BulkStoppedError, match="may take 910 tokens, and 4,550 of the 5,000"):
        run(source, max_tokens_total=5000)


def test_costs_that_the_server_says_count(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """In the usage, or in a header of a gateway; what is no amount does not."""
    output = tmp_path / "out.jsonl"

    def rule(request: Request) -> Any:
        if prompt_of(request) == "prompt 0":
            usage = {"prompt_tokens": 1, "cost": 0.5}
            return json_reply(completion(usage=usage), headers={"x-litellm-response-cost": "9"})
        cost = "-1" if prompt_of(request) == "prompt 1" else "nan"
        headers = {"x-litellm-response-cost": "0.25"}
        return json_reply(completion(usage={"cost": cost}), headers=headers)

    gateway.rule = rule

    with pytest.raises(
        BulkStoppedError, match=r"may cost 0\.5, and 1\.75 of the 2 of max_cost are"
    ):
        run(rows(10, max_tokens=9), output=output, max_cost=2)
    assert sum(line["cost"] for line in lines_of(output)) == 1.75


def test_what_failed_counts_when_it_is_asked_again(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """However often: limits are those of everything that the output has cost."""
    usage = {"prompt_tokens": 20, "completion_tokens": 10}
    gateway.rule = lambda request: completion("no JSON", usage=usage)
    settings: Any = {"output": tmp_path / "out.jsonl", "response_format": SCHEMA}

    source = rows(3, max_tokens=10)
    for times in (1, 2, 3):
        run(source, retry_failed=True, **settings)
        [line, *_] = lines_of(tmp_path / "out.jsonl")
        assert len(line.get("usage_before", [])) == times - 1
    gateway.rule = lambda request: completion('{"name": "Anna"}', usage=usage)
    with pytest.raises(BulkStoppedError, match="and 270 of the 300 of max_tokens_total are used"):
        run(source, retry_failed=True, max_tokens_total=300, **settings)


def test_a_limit_of_costs_needs_costs(run: Runner, gateway: Gateway) -> None:
    """Where nobody says what an answer costs, the run stops after the first."""
    with pytest.raises(BulkStoppedError, match="max_cost needs prices: neither they nor the"):
        run(rows(50, max_tokens=9), max_cost=2)
    assert len(gateway.requests) == 1


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": 0, "completion_tokens": 0}])
def test_a_limit_of_tokens_needs_their_number(
    run: Runner, gateway: Gateway, tmp_path: Path, usage: Any
) -> None:
    """Where the server does not say it, the run stops after the first, and so does the next."""
    gateway.rule = lambda request: completion(usage=usage)
    output = tmp_path / "out.jsonl"

    for _ in range(2):
        with pytest.raises(BulkStoppedError, match="does not say how many tokens an answer of "):
            run(rows(50, max_tokens=9), output=output, max_tokens_total=10_000)
    assert len(gateway.requests) == len(lines_of(output)) == 1


@pytest.mark.parametrize("limit", [{"max_cost": 1}, {"max_tokens_total": 1000}])
@pytest.mark.parametrize(
    ("url", "request_"),
    [("/v1/chat/completions", {"prompt": "Hi"}), ("/v1/responses", {"input": "Hi"})],
)
def test_a_limit_needs_rows_that_have_one(
    run: Runner, gateway: Gateway, limit: Any, url: str, request_: Any
) -> None:
    """Else an answer longer than any before could pass it; the sentence says what to set."""
    with pytest.raises(
        BulkInputError, match=r"request 1: max_\w+ holds only if each .* set max_tokens, for all"
    ):
        run([request_], url=url, **limit)
    assert not gateway.requests


def test_thoughts_count_where_only_the_sum_has_them(run: Runner, gateway: Gateway) -> None:
    """As some servers report them."""
    usage = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 100}
    gateway.rule = lambda request: completion(usage=usage)

    [result] = run(rows(1))

    assert result.usage is not None
    assert (result.usage.input_tokens, result.usage.output_tokens) == (10, 90)
