"""A load test that counts what is left afterwards: connections, memory, threads, tasks.

    python benchmarks/soak.py           10,000 calls and 2,000 streams with each of the two clients
    python benchmarks/soak.py --quick   a tenth of that

Some of the calls fail; some of the streams break, are left early, cancelled or forgotten. A last
phase has 1,000 calls under way at the same time. A server on loopback, in a process of its own,
counts the connections that it sees. Exit status 1 where something is left over, or where a call did
not end as it had to; the figures are printed either way.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import multiprocessing
import resource
import sys
import threading
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from apertis import Apertis, APIStreamError, AsyncApertis, InternalServerError, RetryPolicy

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from apertis import AsyncStream, ChatCompletionChunk, Stream

COMPLETION = {
    "id": "c",
    "object": "chat.completion",
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "hello"}}],
}
CHOICE = {"index": 0, "delta": {"content": "hello "}}
CHUNK = {"id": "c", "model": "m", "choices": [CHOICE]}
LAST = {"id": "c", "model": "m", "choices": [{**CHOICE, "finish_reason": "stop"}]}
CHUNKS = 20
ANSWER_SECONDS = 1.0  # of the model `slow`
RETRY_AT_ONCE = RetryPolicy(1, first_wait=0)

# What the allocator keeps is not a leak; a kilobyte for each call would be.
KILOBYTES_TO_KEEP = 8_000


class Load(NamedTuple):
    """How many calls and streams there are."""

    calls: int
    streams: int
    at_once: int


QUICK = Load(calls=1_000, streams=200, at_once=50)
FULL = Load(calls=10_000, streams=2_000, at_once=50)
CROWD = Load(calls=1_000, streams=0, at_once=1_000)


class Phase(NamedTuple):
    """A kind of load."""

    name: str
    run: Callable[[str, Load], Counter[str]]
    expected: Callable[[Load], Counter[str]]
    warm_up: Load  # what is loaded once does not count as growth
    load: Load


class Left(NamedTuple):
    """The connections, threads, tasks and memory at a moment."""

    kilobytes: int
    threads: int
    connections: int


def main() -> int:
    """Run the phases; return the exit status."""
    parser = argparse.ArgumentParser(description="Load, and what is left after it.")
    parser.add_argument("--quick", action="store_true", help="a tenth of the load")
    quick = parser.parse_args().quick
    warnings.simplefilter("ignore", ResourceWarning)  # forgotten streams are part of the load
    load = QUICK if quick else FULL
    # The same load runs first: the allocator keeps the memory that 50 threads need at most.
    phases = [
        Phase("sync, 50 threads", sync_load, mixed_outcomes, load, load),
        Phase("async, 50 at once", async_load, mixed_outcomes, load, load),
        Phase("async, 1000 at once", crowd, crowd_outcomes, CROWD, CROWD),
    ]
    faults: list[str] = []
    with server() as (base_url, open_connections):
        for phase in phases:
            faults += [
                f"{phase.name}: {fault}" for fault in soak(phase, base_url, open_connections)
            ]
    for fault in faults:
        print("FAULT", fault)
    return 1 if faults else 0


def soak(phase: Phase, base_url: str, open_connections: Callable[[], int]) -> Iterator[str]:
    """Run a phase, print its figures, and yield a line for each thing that is wrong."""
    phase.run(base_url, phase.warm_up)
    before = measured(open_connections)
    begin, begin_cpu = time.perf_counter(), time.process_time()
    outcomes = phase.run(base_url, phase.load)
    seconds, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
    after = measured(open_connections)
    print(f"{phase.name}: {seconds:.1f} s, of them {cpu:.1f} s of this process")
    print(f"  {', '.join(f'{name} {number:,}' for name, number in sorted(outcomes.items()))}")
    print(f"  before {before}\n  after  {after}", flush=True)
    yield from faults_of(before, after)
    expected = phase.expected(phase.load)
    if outcomes != expected:
        yield f"expected {dict(sorted(expected.items()))}"


def faults_of(before: Left, after: Left) -> Iterator[str]:
    """Yield a line for each thing that is left over."""
    if after.connections:
        yield f"{after.connections} connections are still open"
    if after.threads > before.threads:
        yield f"{after.threads - before.threads} threads are still running"
    if after.kilobytes - before.kilobytes > KILOBYTES_TO_KEEP:
        yield f"memory has grown by {after.kilobytes - before.kilobytes:,} KB"


def measured(open_connections: Callable[[], int]) -> Left:
    gc.collect()
    return Left(
        kilobytes=resident_kilobytes(),
        threads=threading.active_count(),
        connections=open_connections(),
    )


def resident_kilobytes() -> int:
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text("ascii").split()[1]) * resource.getpagesize() // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # its peak, where there is no /proc


# -- what is asked for ---------------------------------------------------------------------------


def question(number: int) -> dict[str, Any]:
    """Return the arguments of a call; each fiftieth fails."""
    return {"model": "broken" if number % 50 == 0 else "m", "messages": []}


# How ten streams in a row end; the others are read to their end.
FATES = {0: "cut", 1: "forgotten", 2: "left early", 3: "cancelled"}


def fate(number: int) -> str:
    return FATES.get(number % 10, "read")


def streamed_question(number: int) -> dict[str, Any]:
    """Return the arguments of a stream; each tenth is cut by the server."""
    return {"model": "cut" if fate(number) == "cut" else "m", "messages": [], "stream": True}


def mixed_outcomes(load: Load) -> Counter[str]:
    """Return how many calls and streams must end in which way."""
    outcomes = Counter("failed" if n % 50 == 0 else "calls" for n in range(load.calls))
    return outcomes + Counter(fate(n) for n in range(load.streams))


# -- one client for many threads -----------------------------------------------------------------


def sync_load(base_url: str, load: Load) -> Counter[str]:
    """Share one client among threads; return how calls and streams ended."""
    with (
        Apertis(api_key="k", base_url=base_url, max_retries=RETRY_AT_ONCE) as client,
        ThreadPoolExecutor(load.at_once) as pool,
    ):
        outcomes = Counter(pool.map(lambda n: call(client, n), range(load.calls)))
        outcomes += Counter(pool.map(lambda n: stream(client, n), range(load.streams)))
        gc.collect()
        client.models.list()  # closes what was forgotten
    return outcomes


def call(client: Apertis, number: int) -> str:
    try:
        client.chat.completions.create(**question(number))
    except InternalServerError:
        return "failed"
    return "calls"


def stream(client: Apertis, number: int) -> str:
    chunks: Stream[ChatCompletionChunk]
    chunks = client.chat.completions.create(**streamed_question(number))
    how = fate(number)
    if how == "forgotten":
        next(chunks)
    elif how == "left early":
        with chunks:
            next(chunks)
    elif how == "cancelled":  # what a thread can do of that
        chunks.close()
    else:
        return read(chunks)
    return how


def read(chunks: Iterable[ChatCompletionChunk]) -> str:
    count = 0
    try:
        for _ in chunks:
            count += 1
    except APIStreamError as error:
        return ending(count, error)
    return ending(count, None)


def ending(count: int, error: APIStreamError | None) -> str:
    """Return how the reading of a stream ended."""
    if error is None:
        return "read" if count == CHUNKS else f"read {count} chunks"
    return "cut" if error.truncated and count == CHUNKS // 2 else f"cut after {count} chunks"


# -- many tasks in one loop ----------------------------------------------------------------------


def async_load(base_url: str, load: Load) -> Counter[str]:
    """Send many at once from one loop; return how calls and streams ended."""
    return asyncio.run(mixed(base_url, load))


async def mixed(base_url: str, load: Load) -> Counter[str]:
    async with AsyncApertis(api_key="k", base_url=base_url, max_retries=RETRY_AT_ONCE) as client:
        outcomes = await in_turns(lambda n: async_call(client, n), load.calls, load.at_once)
        outcomes += await in_turns(lambda n: async_stream(client, n), load.streams, load.at_once)
        gc.collect()
        await client.models.list()  # closes what was forgotten
    gc.collect()
    for _ in range(5):  # turns in which the loop closes generators that are no longer used
        await asyncio.sleep(0)
    return outcomes + pending_tasks()


async def in_turns(work: Callable[[int], Any], number: int, at_once: int) -> Counter[str]:
    """Do work for the numbers up to `number`, by so many tasks; return how often it ended how."""
    numbers = iter(range(number))

    async def worker() -> Counter[str]:
        return Counter([await work(n) for n in numbers])

    done = await asyncio.gather(*(worker() for _ in range(at_once)))
    return sum(done, Counter[str]())


def pending_tasks() -> Counter[str]:
    return +Counter({"PENDING TASKS": len(asyncio.all_tasks()) - 1})


async def async_call(client: AsyncApertis, number: int) -> str:
    try:
        await client.chat.completions.create(**question(number))
    except InternalServerError:
        return "failed"
    return "calls"


async def async_stream(client: AsyncApertis, number: int) -> str:
    chunks: AsyncStream[ChatCompletionChunk]
    chunks = await client.chat.completions.create(**streamed_question(number))
    how = fate(number)
    if how == "forgotten":
        await anext(chunks)
    elif how == "left early":
        async with chunks:
            await anext(chunks)
    elif how == "cancelled":
        await cancel_reading(chunks)
    else:
        return await async_read(chunks)
    return how


async def async_read(chunks: AsyncStream[ChatCompletionChunk]) -> str:
    count = 0
    try:
        async for _ in chunks:
            count += 1
    except APIStreamError as error:
        return ending(count, error)
    return ending(count, None)


async def cancel_reading(chunks: AsyncStream[ChatCompletionChunk]) -> None:
    """Cancel the task that reads a stream, in the middle of it; nobody closes the stream."""
    begun = asyncio.Event()

    async def reader() -> None:
        async for _ in chunks:
            begun.set()
            await asyncio.sleep(0)

    task = asyncio.create_task(reader())
    await begun.wait()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


# -- all at the same time ------------------------------------------------------------------------


def crowd_outcomes(load: Load) -> Counter[str]:
    return Counter(calls=load.calls)


def crowd(base_url: str, load: Load) -> Counter[str]:
    """Have all calls under way at the same time: the server takes its time for each."""
    return asyncio.run(all_at_once(base_url, load))


async def all_at_once(base_url: str, load: Load) -> Counter[str]:
    async with AsyncApertis(api_key="k", base_url=base_url, max_retries=0) as client:
        arguments: dict[str, Any] = {"model": "slow", "messages": []}
        calls = (client.chat.completions.create(**arguments) for _ in range(load.calls))
        outcomes = Counter("calls" for _ in await asyncio.gather(*calls))
    return outcomes + pending_tasks()


# -- the server ----------------------------------------------------------------------------------


@contextlib.contextmanager
def server() -> Iterator[tuple[str, Callable[[], int]]]:
    """Run the server in a process of its own; give its base URL and its count of connections."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,))
    process.start()
    port = ours.recv()

    def open_connections() -> int:
        count = 0
        for _ in range(
            40
        ):  # closing takes a moment to arrive; what stays after two seconds is open
            ours.send("count")
            count = ours.recv()
            if not count:
                break
            time.sleep(0.05)
        return count

    try:
        yield f"http://127.0.0.1:{port}/v1", open_connections
    finally:
        ours.send("stop")
        process.join(5)
        process.kill()


def serve(pipe: Connection[Any, Any]) -> None:
    """Answer requests until the pipe says something else than "count"."""
    asyncio.run(Server(pipe).run())


class Server:
    """Answers by the model asked for: `broken` fails, `cut` ends a stream early, `slow` waits."""

    def __init__(self, pipe: Connection[Any, Any]) -> None:
        self._pipe = pipe
        self._open = 0

    async def run(self) -> None:
        listening = await asyncio.start_server(self._connection, "127.0.0.1", 0, backlog=2048)
        self._pipe.send(listening.sockets[0].getsockname()[1])
        loop = asyncio.get_running_loop()
        while await loop.run_in_executor(None, self._pipe.recv) == "count":
            self._pipe.send(self._open)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open += 1
        try:
            while await self._exchange(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client has closed
        finally:
            self._open -= 1
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer a request; return whether the connection is kept."""
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = head.partition(b"content-length: ")[2].partition(b"\r")[0]
        body = json.loads(await reader.readexactly(int(length))) if length else {}
        model = body.get("model")
        if body.get("stream"):
            return await self._streamed(writer, whole=model != "cut")
        if model == "slow":
            await asyncio.sleep(ANSWER_SECONDS)
        if model == "broken":
            return await self._plain(writer, 500, {"error": {"message": "broken"}})
        return await self._plain(writer, 200, COMPLETION if body else {"data": []})

    @staticmethod
    async def _streamed(writer: asyncio.StreamWriter, *, whole: bool) -> bool:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n")
        writer.write(b"transfer-encoding: chunked\r\n\r\n")
        for number in range(1, (CHUNKS if whole else CHUNKS // 2) + 1):
            writer.write(piece(json.dumps(LAST if number == CHUNKS else CHUNK).encode()))
            await writer.drain()
            await asyncio.sleep(0)
        if whole:
            writer.write(piece(b"[DONE]") + b"0\r\n\r\n")
            await writer.drain()
        return whole

    @staticmethod
    async def _plain(writer: asyncio.StreamWriter, status: int, answer: dict[str, Any]) -> bool:
        body = json.dumps(answer).encode()
        writer.write(b"HTTP/1.1 %d X\r\ncontent-type: application/json\r\n" % status)
        writer.write(b"content-length: %d\r\n\r\n%b" % (len(body), body))
        await writer.drain()
        return True


def piece(data: bytes) -> bytes:
    """Return an event as a chunk of a body."""
    event = b"data: %b\n\n" % data
    return b"%x\r\n%b\r\n" % (len(event), event)


if __name__ == "__main__":
    sys.exit(main())
