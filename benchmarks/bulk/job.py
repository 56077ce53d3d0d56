"""Sends many rows with one client, and prints what that took.

    python job.py ours URL ROWS CONCURRENCY [OUTPUT]
    python job.py openai URL ROWS CONCURRENCY
    python job.py bytes URL ROWS CONCURRENCY
    python job.py journal URL ROWS CONCURRENCY OUTPUT

The third writes the same bytes again and again, and reads no answer: what the machine allows. The
last sends nothing, and only writes the line of an answer for each row.
A hundred rows come first, which do not count. Printed are the rows per second, the seconds of CPU
time for a row, and the peak memory of the process in megabytes.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any, TypeAlias
from urllib.parse import urlsplit

Run: TypeAlias = Callable[[int], Awaitable[int]]

_MODEL = "gpt-4.1-mini"
_QUESTION = "What is the capital of the country with the number {}?"
_KEY = "sk-0123456789abcdef0123456789abcdef"


async def ours(url: str, concurrency: int, output: str | None) -> Run:
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


async def openai(url: str, concurrency: int, _output: str | None) -> Run:
    """Do what a script does today."""
    client: Any = import_module("openai").AsyncOpenAI(api_key=_KEY, base_url=url)
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


async def only_bytes(url: str, concurrency: int, _output: str | None) -> Run:
    body = b'{"model":"m","messages":[{"role":"user","content":"%b"}]}' % _QUESTION.encode()
    head = b"POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: %d\r\n\r\n"
    request = head % len(body) + body

    async def run(count: int) -> int:
        left, answered = count, 0
        end = asyncio.get_running_loop().create_future()

        class Connection(asyncio.Protocol):
            transport: Any

            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                self.transport = transport
                self.ask()

            def ask(self) -> None:
                nonlocal left
                if left:
                    left -= 1
                    self.transport.write(request)

            def data_received(self, _data: bytes) -> None:
                nonlocal answered
                answered += 1
                if answered == count:
                    end.set_result(None)
                self.ask()

        port = urlsplit(url).port or 80
        for _ in range(concurrency):
            await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
        await end
        return answered

    return run


async def only_journal(_url: str, _concurrency: int, output: str | None) -> Run:
    from apertis import ChatCompletion
    from apertis.bulk.ledger import Ledger
    from apertis.bulk.results import BulkResult, answer_line
    from apertis.bulk.rows import RowReader
    from apertis.bulk.settings import check_settings
    from benchmarks.payloads import completion

    content = completion()
    answer = ChatCompletion.from_dict(json.loads(content))
    row = RowReader(defaults={"model": _MODEL}).read({"id": "row", "prompt": _QUESTION}, 1)

    async def run(count: int) -> int:
        ledger = Ledger(check_settings({"output": f"{output}-{count}"}))
        ledger.open()
        syncing = asyncio.create_task(ledger.sync_regularly(lambda _error: None))
        journal: Any = ledger.journal
        for number in range(count):
            result = BulkResult(row.id, answer, attempts=1, seconds=0.2)
            journal.append(answer_line(row, result, answer, content))
            if number % 10 == 0:
                await asyncio.sleep(0)
        syncing.cancel()
        ledger.close()
        return count

    return run


_CLIENTS = {"ours": ours, "openai": openai, "bytes": only_bytes, "journal": only_journal}


async def main(name: str, url: str, rows: str, concurrency: str, output: str | None = None) -> None:
    run = await _CLIENTS[name](url, int(concurrency), output)
    await run(100)
    wall, cpu = time.perf_counter(), time.process_time()
    answers = await run(int(rows))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    if answers != int(rows):
        raise RuntimeError(f"only {answers} rows have an answer")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(answers / wall, cpu / answers, peak)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
