"""Bulk runs: mistakes that a type checker must report, as in `wrong_uses`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from apertis import Apertis, AsyncApertis


def wrong_arguments(client: Apertis, rows: AsyncIterator[dict[str, str]]) -> None:
    client.bulk()  # error
    client.bulk(5)  # error
    client.bulk(rows)  # error
    client.bulk([], concurrency="many")  # error
    client.bulk([], concurency=5)  # error
    client.bulk([], prices={"m": 5})  # error


async def wrong_loop(client: AsyncApertis) -> None:
    for _ in client.bulk([]):  # error
        pass
