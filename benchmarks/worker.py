"""Repeat one task with one client, and print what it costs.

    python benchmarks/worker.py CLIENT TASK URL KEY        the CPU time
    python benchmarks/worker.py CLIENT TASK URL KEY peak   the memory

Warms up, prints "ready", and then, for each line of its standard input, the seconds of CPU time
that one call or chunk of a batch cost; or does the task once, and prints the peak of the memory of
the process. Run by the interpreter of the client's own environment.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from benchmarks.clients import client_named
from benchmarks.payloads import (
    CHUNK_TEXT,
    DIMENSIONS,
    QUESTION,
    TEXT,
    chunk,
    conversation,
    embeddings,
    large_completion,
    streamed,
    typed_question,
    typed_read,
    what_is_read,
)
from benchmarks.startup import peak_kilobytes

if TYPE_CHECKING:
    from benchmarks.clients import Client

BATCH_SECONDS = 0.06  # a batch takes at least as much CPU time: the clock is coarse
DECODED = 1_000
CALLS_PER_THREAD = 8

Turn: TypeAlias = Callable[[], object]


class Task(NamedTuple):
    """A task that can be repeated."""

    repeat: Callable[[int], None]
    units: int = 1  # how many calls, or chunks, there are in a turn


class Session(NamedTuple):
    """A client, the objects it constructed, the size of the task, and the kind of its chunks."""

    client: Client
    sync: Any
    asynchronous: Any
    size: int
    kind: str

    def call(self) -> None:
        expect(self.client.call(self.sync, QUESTION), TEXT)

    async def async_call(self) -> None:
        expect(await self.client.async_call(self.asynchronous, QUESTION), TEXT)

    async def calls_at_once(self) -> None:
        await asyncio.gather(*(self.async_call() for _ in range(self.size)))

    def calls_in_threads(self) -> Turn:
        pool = ThreadPoolExecutor(self.size)

        def turn() -> None:
            for call in [pool.submit(self.call) for _ in range(self.size * CALLS_PER_THREAD)]:
                call.result()

        return turn

    def stream(self) -> None:
        read = self.client.stream(self.sync, streamed(self.size, self.kind))
        expect(read, what_is_read(self.size, self.kind))

    async def async_stream(self) -> None:
        question = streamed(self.size, self.kind)
        read = await self.client.async_stream(self.asynchronous, question)
        expect(read, what_is_read(self.size, self.kind))

    def typed(self) -> None:
        question = typed_question(self.kind, self.size)
        read = self.client.typed(self.sync, self.kind, question)
        expect(read, typed_read(self.kind, self.size))

    async def async_typed(self) -> None:
        question = typed_question(self.kind, self.size)
        read = await self.client.async_typed(self.asynchronous, self.kind, question)
        expect(read, typed_read(self.kind, self.size))

    def gather(self) -> None:
        read = self.client.gather(self.sync, streamed(self.size, self.kind))
        expect(read, self.size * len(CHUNK_TEXT))

    def large_call(self) -> Turn:
        body = large_completion(self.size)
        call = self.client.large_call(QUESTION, body)
        length = len(json.loads(body)["choices"][0]["message"]["content"])
        return lambda: expect(len(call()), length)

    def large_loads(self) -> Turn:
        body = large_completion(self.size)
        return lambda: json.loads(body)

    def long_call(self) -> Turn:
        question = conversation(self.size)
        return lambda: expect(self.client.call(self.sync, question), TEXT)

    def vectors(self) -> Turn:
        ask = self.client.vectors(embeddings(self.size))
        return lambda: expect(ask(), self.size * DIMENSIONS)


TASKS: Mapping[str, Callable[[Session], Task]] = {
    "call": lambda session: Task(turns(session.call)),
    "acall": lambda session: Task(async_turns(session.async_call)),
    "long": lambda session: Task(turns(session.long_call())),
    "threads": lambda session: Task(
        turns(session.calls_in_threads()), session.size * CALLS_PER_THREAD
    ),
    "large": lambda session: Task(turns(session.large_call())),
    "largeloads": lambda session: Task(turns(session.large_loads())),
    "crowd": lambda session: Task(async_turns(session.calls_at_once), session.size),
    "stream": lambda session: Task(turns(session.stream), session.size),
    "astream": lambda session: Task(async_turns(session.async_stream), session.size),
    "typed": lambda session: Task(turns(session.typed), session.size),
    "atyped": lambda session: Task(async_turns(session.async_typed), session.size),
    "gather": lambda session: Task(turns(session.gather), session.size),
    "vectors": lambda session: Task(turns(session.vectors())),
    "decode": lambda session: Task(turns(decoding(session.client.decoder())), DECODED),
    "loads": lambda _: Task(turns(decoding(json.loads)), DECODED),
}


def task_named(name: str, client: Client, url: str, key: str) -> Task:
    """Return a task by its name: TASK, TASK-SIZE or TASK-KIND-SIZE."""
    task, *kind, size = name.split("-") if "-" in name else (name, "0")
    client.load()
    sync, asynchronous = client.make(url, key)
    return TASKS[task](Session(client, sync, asynchronous, int(size), "".join(kind)))


def turns(turn: Turn) -> Callable[[int], None]:
    def repeat(times: int) -> None:
        for _ in range(times):
            turn()

    return repeat


def async_turns(turn: Callable[[], Awaitable[None]]) -> Callable[[int], None]:
    runner = asyncio.Runner()  # one event loop for all turns, as connections belong to a loop

    async def again(times: int) -> None:
        for _ in range(times):
            await turn()

    return lambda times: runner.run(again(times))


def expect(got: object, expected: object) -> None:
    """Raise AssertionError if a client returned something else than what was sent to it."""
    if got != expected:
        raise AssertionError(f"{got!r} is not {expected!r}")


def decoding(decode: Callable[[str], object]) -> Turn:
    text = chunk().decode()

    def turn() -> None:
        for _ in range(DECODED):
            decode(text)

    return turn


def cost(task: Task, times: int) -> float:
    """Return the seconds of CPU time that so many turns cost."""
    begin = time.process_time()
    task.repeat(times)
    return time.process_time() - begin


def main() -> None:
    name, task_name, url, key, *of_memory = sys.argv[1:]
    task = task_named(task_name, client_named(name), url, key)
    if of_memory:
        task.repeat(1)
        print(peak_kilobytes())
        return
    times = 1
    task.repeat(times)
    while (seconds := cost(task, times)) < BATCH_SECONDS:
        times = max(times + 1, min(times * 8, int(times * 1.1 * BATCH_SECONDS / (seconds or 1e-9))))
    print("ready", flush=True)
    for _ in sys.stdin:
        print(cost(task, times) / times / task.units, flush=True)


if __name__ == "__main__":
    main()
