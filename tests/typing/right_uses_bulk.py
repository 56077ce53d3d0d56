"""The same for bulk runs. Never run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, assert_type

from apertis import Apertis, ApertisError, AsyncApertis, AsyncBulkRun, BulkResult, BulkRun


def bulk(client: Apertis, rows: list[dict[str, object]]) -> None:
    run = client.bulk(rows, concurrency=5, defaults={"model": "m"}, response_format=list[int])
    assert_type(run, BulkRun)
    for result in run:
        assert_type(result, BulkResult)
        assert_type(result.id, str | int)
        assert_type(result.error, ApertisError | None)
        run.stop()
    assert_type(run.costs.total.cost, float)
    client.bulk(Path("a.jsonl"), output="b.jsonl", prices={"m": {"input": 1, "output": 2.5}})
    client.bulk(({"prompt": text} for text in ("a", "b")), max_cost=5)


async def bulk_async(client: AsyncApertis, rows: AsyncIterator[dict[str, Any]]) -> None:
    async with client.bulk(rows) as run:
        assert_type(run, AsyncBulkRun)
        async for result in run:
            assert_type(result, BulkResult)
