"""How far a bulk run is, on standard error: a bar in a terminal, and else a line now and then."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Generator
from typing import TYPE_CHECKING, Final, TypeVar

from rich.console import Console, Group
from rich.live import Live
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TaskProgressColumn
from rich.progress import Progress as Bar
from rich.text import Text

if TYPE_CHECKING:
    from ..bulk.register import Plan
    from ..bulk.run import Run

T = TypeVar("T")

__all__ = ["Progress", "count", "duration", "show", "watch"]

_BAR_EVERY: Final = 0.25  # seconds
_LINE_EVERY: Final = 10.0
_PATIENCE: Final = 1.0  # before the first line about what may take no time
_WINDOW: Final = 30.0  # seconds that the rate is a mean of


class Progress:
    """How far a run is.

    Args:
        run: The run.
        plan: What it would do when it began; None where that is not known.
    """

    def __init__(
        self, run: Run, plan: Plan | None, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._run = run
        self._plan = plan
        self._now = now
        self._start = now()
        self._seen = deque([(self._start, 0)])

    @property
    def done(self) -> int:
        """The rows that need no more work."""
        register = self._run.register
        return register.known + self._run.finished

    @property
    def total(self) -> int | None:
        """The rows of the input, if known."""
        return None if self._plan is None else self._plan.rows

    @property
    def failed(self) -> int:
        """The rows without an answer, those of earlier runs included."""
        register = self._run.register
        known = self._plan.failed if self._plan else register.known - register.answered
        return known + self._run.failed

    def rate(self) -> float:
        """Return the rows in a second, of late."""
        now = self._now()
        self._seen.append((now, self._run.finished))
        while now - self._seen[0][0] > _WINDOW and len(self._seen) > 2:
            self._seen.popleft()
        begin, before = self._seen[0]
        return (self._run.finished - before) / max(now - begin, 1e-3)

    def state(self) -> str:
        """Return everything but the number of rows that are done."""
        run, usage, rate = self._run, self._run.ledger.costs.total, self.rate()
        parts = [
            f"{self.failed:,} failed",
            f"{run.pace.in_flight:,} in flight",
            f"{rate:,.1f} rows/s",
            f"{usage.tokens:,} tokens",
        ]
        if usage.cost:
            parts.append(f"cost {usage.cost:,.4f}")
        if self.total is not None and rate > 0:
            parts.append(f"{duration((self.total - self.done) / rate)} left")
        return ", ".join(parts)

    def line(self) -> str:
        """Return the whole state."""
        of = "" if self.total is None else f" of {self.total:,}"
        return f"{self.done:,}{of} done, {self.state()}"

    def summary(self) -> str:
        """Return what the run did, and what each model used."""
        run = self._run
        seconds = duration(self._now() - self._start)
        before = f"{run.register.known:,} done before"
        lines = [f"{count(run.answered, 'answer')}, {run.failed:,} failed, {before}, in {seconds}"]
        for model, usage in run.ledger.costs.models.items():
            cost = f", cost {usage.cost:,.6f}" if usage.cost else ""
            lines.append(
                f"{model or 'unknown model'}: {usage.input_tokens:,} tokens in"
                f" ({usage.cached_tokens:,} cached), {usage.output_tokens:,} out"
                f" ({usage.reasoning_tokens:,} reasoning){cost}"
            )
        return "\n".join(lines)


@contextlib.contextmanager
def watch(work: T, *, quiet: bool) -> Generator[T]:
    """Show what `work` is as text meanwhile, from another thread."""
    console = Console(stderr=True)
    is_over = threading.Event()

    def draw() -> None:
        with console.status("") as status:  # which is seen in a terminal only
            while not is_over.wait(_BAR_EVERY):
                status.update(escape(str(work)))

    def say() -> None:
        wait = _PATIENCE
        while not is_over.wait(wait):
            console.print(str(work), soft_wrap=True, highlight=False, markup=False)
            wait = _LINE_EVERY

    thread = threading.Thread(target=draw if console.is_terminal else say)
    if not quiet:
        thread.start()
    try:
        yield work
    finally:
        is_over.set()
        if not quiet:
            thread.join()


@contextlib.asynccontextmanager
async def show(progress: Progress, *, quiet: bool) -> AsyncGenerator[None]:
    """Show the progress meanwhile."""
    console = Console(stderr=True)
    draw = _bar if console.is_terminal else _lines
    task = asyncio.create_task((_nothing if quiet else draw)(progress, console))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _nothing(_progress: Progress, _console: Console) -> None:
    pass


async def _lines(progress: Progress, console: Console) -> None:
    while True:
        await asyncio.sleep(_LINE_EVERY)
        console.print(progress.line(), soft_wrap=True, highlight=False)


async def _bar(progress: Progress, console: Console) -> None:
    bar = Bar(BarColumn(), MofNCompleteColumn(), TaskProgressColumn(), console=console)
    row = bar.add_task("", total=progress.total)

    def drawn() -> Group:
        bar.update(row, completed=progress.done)
        return Group(bar.get_renderable(), Text(progress.state()))  # which wraps where it is long

    with Live(console=console, auto_refresh=False) as live:
        try:
            while True:
                live.update(drawn(), refresh=True)
                await asyncio.sleep(_BAR_EVERY)
        finally:
            live.update(drawn(), refresh=True)


def count(number: int, noun: str) -> str:
    """Return a number of things."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def duration(seconds: float) -> str:
    """Return a number of seconds as people say it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
