"""Sends many rows with one client, and prints what that took.

    python job.py ours URL ROWS CONCURRENCY [OUTPUT]
    python job.py openai URL ROWS CONCURRENCY

A hundred rows come first, which do not count. Printed are the rows per second, the seconds of CPU
time for a row, and the peak memory of the process in megabytes.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

_MODEL = "gpt-4.1-mini"
_QUESTION = "What is the capital of the country with the number {}?"
_KEY = "sk-0123456789abcdef0123456789abcdef"


async def ours(url: str, concurrency: int, output: str | None) -> Callable[[int], Awaitable[int]]:
    from apertis import AsyncApertis

    client = AsyncApertis(api_key=_KEY, base_url=url)

    async def run(count: int) -> int:
        rows = ({"id": f"row-{n}", "prompt": _QUESTION.format(n)} for n in range(count))
        path = None if output is None else f"{output}-{count}"
        answers = 0
        async for result in client.bulk(
            rows, concurrency=concurrency, output=path, defaults={"model": _MODEL}
        ):
            answers += result.response is not None
        return answers

    return run


async def openai(url: str, concurrency: int, _output: str | None) -> Callable[[int], Awaitable[int]]:
    """Do what a script does today."""
    from openai import AsyncOpenAI

    client: Any = AsyncOpenAI(api_key=_KEY, base_url=url)
    semaphore = asyncio.Semaphore(concurrency)

    async def ask(number: int) -> int:
        async with semaphore:
            await client.chat.completions.create(
                model=_MODEL, messages=[{"role": "user", "content": _QUESTION.format(number)}]
            )
        return 1

    async def run(count: int) -> int:
        return sum(await asyncio.gather(*map(ask, range(count))))

    return run


async def main(name: str, url: str, rows: str, concurrency: str, output: str | None = None) -> None:
    run = await {"ours": ours, "openai": openai}[name](url, int(concurrency), output)
    await run(100)
    wall, cpu = time.perf_counter(), time.process_time()
    answers = await run(int(rows))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    assert answers == int(rows), answers
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(answers / wall, cpu / answers, peak)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
