"""Does one thing with one client, as often as it is told to.

    python benchmarks/worker.py CLIENT TASK URL KEY

Warms up, prints "ready", and then, for each line of its standard input, the seconds of CPU that one
turn has cost. Run by the interpreter of the client's own environment.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from benchmarks.clients import client_named
from benchmarks.payloads import CHUNK_TEXT, QUESTION, TEXT, chunk, conversation, streamed

if TYPE_CHECKING:
    from benchmarks.clients import Client

BATCH_SECONDS = 0.06  # a batch lasts at least that long: the clock of the CPU is not a fine one
DECODED = 1_000

Turn: TypeAlias = Callable[[], object]


class Task(NamedTuple):
    """Something that can be done many times over."""

    repeat: Callable[[int], None]
    units: int = 1  # how many calls, or chunks, there are in a turn


class Doing(NamedTuple):
    """A client, what it has constructed, and how much of something is asked of it."""

    client: Client
    sync: Any
    asynchronous: Any
    size: int

    def call(self) -> None:
        expect(self.client.call(self.sync, QUESTION), TEXT)

    async def async_call(self) -> None:
        expect(await self.client.async_call(self.asynchronous, QUESTION), TEXT)

    async def crowd(self) -> None:
        await asyncio.gather(*(self.async_call() for _ in range(self.size)))

    def stream(self) -> None:
        read = self.client.stream(self.sync, streamed(self.size))
        expect(read, self.size * len(CHUNK_TEXT))

    async def async_stream(self) -> None:
        read = await self.client.async_stream(self.asynchronous, streamed(self.size))
        expect(read, self.size * len(CHUNK_TEXT))

    def gather(self) -> None:
        read = self.client.gather(self.sync, streamed(self.size))
        expect(read, self.size * len(CHUNK_TEXT))

    def long_call(self) -> Turn:
        question = conversation(self.size)
        return lambda: expect(self.client.call(self.sync, question), TEXT)


TASKS: Mapping[str, Callable[[Doing], Task]] = {
    "call": lambda doing: Task(turns(doing.call)),
    "acall": lambda doing: Task(async_turns(doing.async_call)),
    "long": lambda doing: Task(turns(doing.long_call())),
    "crowd": lambda doing: Task(async_turns(doing.crowd), doing.size),
    "stream": lambda doing: Task(turns(doing.stream), doing.size),
    "astream": lambda doing: Task(async_turns(doing.async_stream), doing.size),
    "gather": lambda doing: Task(turns(doing.gather), doing.size),
    "decode": lambda doing: Task(turns(decoding(doing.client.decoder())), DECODED),
    "loads": lambda _: Task(turns(decoding(json.loads)), DECODED),
}


def task_named(name: str, client: Client, url: str, key: str) -> Task:
    """Return what is to be done; the number after a dash says how much of it."""
    kind, _, size = name.partition("-")
    client.load()
    sync, asynchronous = client.make(url, key)
    return TASKS[kind](Doing(client, sync, asynchronous, int(size or 0)))


def turns(turn: Turn) -> Callable[[int], None]:
    def repeat(times: int) -> None:
        for _ in range(times):
            turn()

    return repeat


def async_turns(turn: Callable[[], Awaitable[None]]) -> Callable[[int], None]:
    runner = asyncio.Runner()  # one loop for all turns: connections belong to it

    async def again(times: int) -> None:
        for _ in range(times):
            await turn()

    return lambda times: runner.run(again(times))


def expect(got: object, expected: object) -> None:
    """Fail where a client did not do what it was asked to."""
    if got != expected:
        raise AssertionError(f"{got!r} is not {expected!r}")


def decoding(decode: Callable[[str], object]) -> Turn:
    text = chunk().decode()

    def turn() -> None:
        for _ in range(DECODED):
            decode(text)

    return turn


def cost(task: Task, times: int) -> float:
    """Return the seconds of CPU that so many turns cost."""
    begin = time.process_time()
    task.repeat(times)
    return time.process_time() - begin


def main() -> None:
    name, task_name, url, key = sys.argv[1:]
    task = task_named(task_name, client_named(name), url, key)
    times = 1
    task.repeat(times)
    while (seconds := cost(task, times)) < BATCH_SECONDS:
        times = max(times + 1, min(times * 8, int(times * 1.1 * BATCH_SECONDS / (seconds or 1e-9))))
    print("ready", flush=True)
    for _ in sys.stdin:
        print(cost(task, times) / times / task.units, flush=True)


if __name__ == "__main__":
    main()
