"""What programs see of a run of `Apertis`: an async run in an event loop of its own.

The loop has a thread of its own, so that calls go on while the program handles a result, and so
that this works where another event loop runs, as in a notebook. The thread of the program reads
the input, as it may be a cursor of a database that no other thread may use, and waits on a lock,
which Ctrl-C interrupts at once.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Generator, Iterable, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from .._core.attributes import NamesAttributes
from .._core.engine import Engine
from .._errors.tree import ConfigurationError
from .._transport.async_backend import AsyncBackend
from .costs import Costs
from .results import BulkResult
from .run import Run
from .settings import check_settings
from .source import AsyncRequests, Requests, is_rows

__all__ = ["BulkRun"]

T = TypeVar("T")

_MOMENT: Final = 0.05  # seconds of reading rows, before the rows that were read are sent


class BulkRun(NamesAttributes):
    """Many calls at once, whose results are iterated over as they come.

    It begins when it is iterated over, once; leaving the loop ends it.
    """

    def __init__(self, engine: Engine, requests: Requests, settings: Mapping[str, Any]) -> None:
        if engine.backend.given is not None:
            raise ConfigurationError(
                "a bulk run has connections of its own, and cannot use an http_client of yours;"
                " use AsyncApertis(http_client=...)"
            )
        checked = check_settings(settings)
        self._rows: _Rows | None = None
        source: AsyncRequests = requests
        if is_rows(requests):
            source = self._rows = _Rows(requests, 2 * checked["concurrency"])
        self._backend = AsyncBackend(None)
        self._client = engine
        self._engine = Engine(engine.settings, self._backend)
        self._engine.has_answered = engine.has_answered
        self._run = Run(self._engine, source, checked)
        self._pending: asyncio.Future[list[BulkResult]] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._run.answered} answered, {self._run.failed} failed)"

    @property
    def costs(self) -> Costs:
        """The tokens and the money that all answers used, with those in the output before."""
        return self._run.ledger.costs

    def stop(self) -> None:
        """Begin no more rows. The results of those under way still come."""
        if self._loop is None:
            self._run.stop()
        else:
            self._loop.call_soon_threadsafe(self._run.stop)

    def __iter__(self) -> Generator[BulkResult]:
        self._run.check_unread()
        with _loop_in_thread() as loop:
            self._loop = loop
            try:
                batch: list[BulkResult] | None = None
                while batch is None or batch:
                    if self._rows is not None:
                        self._rows.read()
                    batch = self._wait(self._next_batch())
                    yield from batch or ()
            finally:
                self._client.has_answered |= self._engine.has_answered
                self._wait(self._close())
                self._loop = self._pending = None

    def _wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        loop: Any = self._loop
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result()

    async def _next_batch(self) -> list[BulkResult] | None:
        """Return the next results; None where the run needs more rows first."""
        if self._rows is None:
            return await self._run.next_batch()
        if self._pending is None:
            self._pending = asyncio.ensure_future(self._run.next_batch())
        taken = asyncio.ensure_future(self._rows.wait_until_taken())
        both: set[asyncio.Future[Any]] = {self._pending, taken}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        taken.cancel()
        if not self._pending.done():
            return None
        done, self._pending = self._pending, None
        return done.result()

    async def _close(self) -> None:
        try:
            await self._run.close()
        finally:
            await self._backend.close()


class _Rows(AsyncIterator[Any]):
    """Rows that one thread reads from an iterable, and another takes in its event loop."""

    def __init__(self, rows: Iterable[Any], ahead: int) -> None:
        self._rows = iter(rows)
        self._ahead = ahead
        self._read: deque[Any] = deque()
        self._end: Exception | None = None
        self._is_fed = asyncio.Event()
        self._is_empty = asyncio.Event()

    def read(self) -> None:
        """Read rows until there are enough for a while, or reading has taken a moment."""
        end = time.monotonic() + _MOMENT
        try:
            while self._end is None and len(self._read) < self._ahead:
                self._read.append(next(self._rows))
                if time.monotonic() > end:
                    break
        except StopIteration:
            self._end = StopAsyncIteration()
        except Exception as error:  # noqa: BLE001  raised to the run, which finishes what it began
            self._end = error

    async def wait_until_taken(self) -> None:
        """Let the rows be taken, and wait until there are none left."""
        self._is_empty.clear()
        self._is_fed.set()
        await self._is_empty.wait()

    async def __anext__(self) -> Any:
        while not self._read:
            if self._end is not None:
                raise self._end
            self._is_fed.clear()
            self._is_empty.set()
            await self._is_fed.wait()
        return self._read.popleft()


@contextmanager
def _loop_in_thread() -> Generator[asyncio.AbstractEventLoop]:
    """Run an event loop in a thread of its own."""
    started: Future[asyncio.AbstractEventLoop] = Future()
    end: asyncio.Event = asyncio.Event()

    async def serve() -> None:
        started.set_result(asyncio.get_running_loop())
        await end.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name="apertis-bulk", daemon=True)
    thread.start()
    loop = started.result()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()
