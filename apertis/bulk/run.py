"""Runs many calls at once: workers take rows, send them, write their lines and hand on results.

Everything happens in one event loop. `async_run` and `sync_run` are what programs see of it.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from .._core.open_response import OpenResponse, decode_response
from .._errors.tree import ApertisError, BulkInputError, BulkStoppedError
from .._importing import importing
from .._streaming.stream import read_again
from .attempts import Gate, GateClosedError, PacedEngine, RetryBudget
from .buffer import Buffer
from .ledger import Ledger
from .pace import Pace
from .register import Register
from .results import BulkResult, answer_line, failure_line, same_line
from .rows import RowReader
from .source import AsyncRequests, Source, input_name
from .stops import kind_of, may_stop_run, stopped, stops_run

if TYPE_CHECKING:
    from .._core.engine import Engine
    from .costs import Usage
    from .limits import Claim
    from .outputs import Outputs
    from .rows import Row

__all__ = ["Run"]

# How many rows may fail alike until they are taken for every row: before any has an answer, and
# after another.
_MOST_ALIKE: Final = 10
_MOST_BLOCKED: Final = 100
_MOST_KINDS: Final = 100  # of failures that are told apart
_SKIPPED: Final = 1000  # rows that are passed over before others get their turn


class Run:
    """A run over an input.

    Args:
        engine: The engine of the client, which is of an async backend.
        requests: The input.
        settings: All settings, checked.

    Attributes:
        settings: The settings.
        reader: Reads the requests.
        ledger: The output, and what its answers used.
        register: The rows so far.
        pace: The pace of the calls.
        answered: How many rows have an answer by this run.
        failed: How many rows have failed in this run.
        finished: How many rows need no more work since this run began.
    """

    def __init__(
        self, engine: Engine, requests: AsyncRequests, settings: Mapping[str, Any]
    ) -> None:
        self._engine = engine
        self.settings = settings
        self._outputs = _outputs(settings["response_format"])
        self.reader = RowReader(
            settings["url"],
            settings["defaults"],
            settings["system"],
            self._outputs,
            input_name(requests),
        )
        self._source = Source(requests, self.reader.operation)
        self.ledger = Ledger(settings)
        self.register = Register(self.ledger.done, deduplicate=settings["deduplicate"])
        self.pace = Pace(
            settings["concurrency"],
            now=engine.backend.now,
            requests_per_minute=settings["requests_per_minute"],
            tokens_per_minute=settings["tokens_per_minute"],
            is_known_well=engine.has_answered,
        )
        self._budget = RetryBudget()
        self._gate = Gate(self.pace)
        self.answered = self.failed = self.finished = 0
        self._held: list[tuple[str | int, bytes, ApertisError]] = []
        self._alike: Counter[int] = Counter()  # failures by what they say, before any answer
        self._asked = 0  # rows that workers have
        self._results = Buffer(2 * settings["concurrency"] + 100)
        self._task: asyncio.Task[None] | None = None
        self._puller: asyncio.Task[Any] | None = None  # the worker that waits for the input
        self._error: BaseException | None = None
        self._reason: object = None  # why the run stops by itself
        self._is_told = False  # of the error
        self._place: str | None = None  # where the lines are that could not be written
        self._is_stopping = self._is_closed = False
        self._reading = asyncio.Lock()
        self._ended = asyncio.Event()  # a row

    def check_unread(self) -> None:
        """Refuse to be iterated once more.

        Raises:
            RuntimeError: it has been read to its end, or closed.
        """
        if self._is_closed:
            raise read_again("", "run", "results")

    async def next_batch(self) -> list[BulkResult]:
        """Return the results that have come since the last time, at least one; none at the end.

        Raises:
            BulkInputError: the input or the output cannot be used.
            BulkStoppedError: the run stopped before its end; all results were handed on before.
        """
        if self._task is None:
            self.ledger.open()
            self._task = asyncio.create_task(self._run())
        batch = await self._results.take()
        if not batch:
            if not self._task.cancelled():
                await self._task
            if (error := self._error) is not None:
                self._is_told = True
                raise error
        return batch

    def stop(self, error: BaseException | None = None) -> None:
        """Begin no more rows; those under way are finished. `error` is raised at the end."""
        self._error = self._error or error
        self._is_stopping = True
        self._ended.set()
        self._gate.close()
        if self._puller is not None:
            self._puller.cancel()

    async def close(self) -> None:
        """End the run at once; rows under way are not answered.

        Raises:
            BulkStoppedError: there are lines that could not be written; it says where they are now.
        """
        self._is_closed = True
        if self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._close_ledger()
        if self._place and self._error is not None and not self._is_told:
            self._is_told = True
            raise self._error

    async def _run(self) -> None:
        syncing = asyncio.create_task(self.ledger.sync_regularly(self._stop_for))
        try:
            async with asyncio.TaskGroup() as workers:
                for _ in range(self.settings["concurrency"]):
                    workers.create_task(self._work())
            if self._held and not self.answered:
                self._stop_for(self._held[-1][2])
            elif self._reason is None:
                self._write_held()
        finally:
            syncing.cancel()
            await asyncio.gather(syncing, return_exceptions=True)
            try:
                self._close_ledger()
            finally:  # or who takes results would wait for ever
                self._results.end()

    def _close_ledger(self) -> None:
        try:
            place = self.ledger.close(is_unused=isinstance(self._error, BulkInputError))
        except BulkStoppedError as error:
            self._error = self._error or error
        else:
            self._place = self._place or place
        if self._reason is not None and (self._error is None or self._place):
            failures = self.failed - len(self._held)
            self._error = stopped(self._reason, self.ledger, self.answered, failures, self._place)
            if isinstance(self._reason, BaseException):
                self._error.__cause__ = self._reason
            self._reason = None

    async def _work(self) -> None:
        engine = PacedEngine(self._engine, self._gate, self._budget)
        try:
            while (found := await self._next_row()) is not None:
                row, claim = found
                usage = None
                try:
                    usage = await self._ask(engine, row)
                finally:
                    self.ledger.limits.end(claim, usage)
                    self._asked -= 1
                    self._ended.set()
                if self._results.is_full:
                    await self._results.wait_for_room()
        except Exception as error:  # noqa: BLE001  raised where results are taken
            self.stop(error)

    async def _next_row(self) -> tuple[Row, Claim] | None:
        """Return the next row to ask, and what it may take; None without one, or at a stop."""
        async with self._reading:
            while not self._is_stopping:
                try:
                    request = await self._pull()
                except StopAsyncIteration:
                    self._is_stopping = True
                    break
                if self._source.number % _SKIPPED == 0:
                    await asyncio.sleep(0)
                row = None
                if request is not None:
                    row = self.register.admit(self.reader.read(request, self._source.number))
                if row is not None and row.same_as is not None:
                    self._finish(BulkResult(row.id, same_as=row.same_as), same_line(row))
                elif row is not None:
                    claim = self.ledger.limits.claim(row)
                    if await self._may_ask(claim):
                        self._asked += 1
                        self.ledger.limits.begin(claim)
                        return row, claim
        return None

    async def _may_ask(self, claim: Claim) -> bool:
        """Wait until a row may be asked; stop the run if the limits do not allow it."""
        while not self._is_stopping and (reason := self.ledger.limits.why_not(claim)):
            if not self._asked:
                self._stop_for(reason)
                break
            self._ended.clear()
            await self._ended.wait()
        return not self._is_stopping

    async def _pull(self) -> Any:
        """Return the next request.

        Raises:
            StopAsyncIteration: there are no more, or the run stops.
        """
        self._puller = asyncio.current_task()
        try:
            return await self._source.next()
        except asyncio.CancelledError:
            if not self._is_stopping or self._puller is None or self._puller.uncancel():
                raise
            raise StopAsyncIteration from None
        finally:
            self._puller = None

    async def _ask(self, engine: PacedEngine, row: Row) -> Usage | None:
        """Ask for a row, finish it, and return what it used."""
        # Where some arguments are not sent in the body, it is made again.
        is_whole = not (row.operation.query_parameters or row.operation.header_parameters)
        encoded = row.body if is_whole and row.operation.content is None else None
        engine.begin()
        start = self._engine.backend.now()
        received: list[OpenResponse] = []

        async def receive(opened: OpenResponse) -> Any:
            content = await opened.read()
            received[:] = [opened]
            return decode_response(row.operation, opened.response, content)

        usage = None
        try:
            answer = parsed = await engine.send(
                row.operation, row.arguments, receive, path=row.path, encoded=encoded
            )
            response = received[0].response
            fields = response.head.fields
            usage = self.ledger.costs.add(answer, fields, str(row.arguments.get("model", "")))
            engine.succeed(fields, usage.tokens if usage else 0)
            self._engine.has_answered = True
            if self._outputs is not None:
                parsed = self._outputs.read(answer, row.operation)
        except GateClosedError:
            pass
        except ApertisError as error:
            seconds = self._engine.backend.now() - start
            result = BulkResult(row.id, None, error, engine.attempts, seconds, usage)
            if engine.stops_run or stops_run(error):
                self._stop_for(error)
            else:
                self._fail(row, result, error)
        else:
            seconds = self._engine.backend.now() - start
            result = BulkResult(row.id, parsed, None, engine.attempts, seconds, usage)
            self._finish(result, answer_line(row, result, answer, response.content or b""))
        finally:
            engine.leave()
        return usage

    def _fail(self, row: Row, result: BulkResult, error: ApertisError) -> None:
        """Finish a row that failed; stop the run if every row may fail so.

        Until the next row has an answer, the line is held if that may be no fault of the row, so
        that the same run again asks for it.
        """
        line = failure_line(row, result, error)
        if may_stop_run(error, has_answers=self.answered > 0):
            self._held.append((row.id, line, error))
            self._hand_on(result)
        else:
            self._finish(result, line)
        if self.answered:
            is_every_row = len(self._held) >= _MOST_BLOCKED
        else:
            if not self.ledger.done.answered:  # or rows that failed before would stop each run
                if len(self._alike) >= _MOST_KINDS:  # none of the frequent ones is lost
                    self._alike -= Counter(dict.fromkeys(self._alike, 1))
                self._alike[kind_of(error)] += 1
            is_every_row = max(len(self._held), *self._alike.values(), 0) >= _MOST_ALIKE
        if is_every_row:
            self._stop_for(error)

    def _finish(self, result: BulkResult, line: bytes) -> None:
        """Write the line of a row and hand on its result."""
        self._write(result.id, line)
        self._hand_on(result)
        if result.response is not None:
            self._write_held()

    def _write_held(self) -> None:
        held, self._held = self._held, []
        for row_id, line, _ in held:
            self._write(row_id, line)

    def _write(self, row_id: str | int, line: bytes) -> None:
        try:
            self.ledger.append(row_id, line)
        except BulkStoppedError as error:
            self._stop_for(error)

    def _hand_on(self, result: BulkResult) -> None:
        self.finished += 1
        self.answered += result.response is not None
        self.failed += result.error is not None
        self._results.put(result)

    def _stop_for(self, reason: object) -> None:
        """Stop because of a failure; the error that says so is made at the end."""
        self._reason = self._reason or reason
        self.stop()


def _outputs(response_format: Any) -> Outputs | None:
    if response_format is None:
        return None
    with importing:
        from .outputs import Outputs

    return Outputs(response_format)
