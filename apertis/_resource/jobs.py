"""Waits for a job of the server, such as a video that is being made, by asking for it again."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from .._core.checks import check_seconds
from .._errors.tree import APITimeoutError, JobFailedError, JobTimeoutError
from .base import MethodCall
from .method import Method

if TYPE_CHECKING:
    from .._core.engine import Engine

__all__ = ["Job", "Waiting"]

J = TypeVar("J")

_BAR: Final = 30  # characters


class Job(NamedTuple):
    """How the server is asked for a job, and how it says that the job has ended.

    Attributes:
        method: The method that returns the job.
        done: The values of `status` of a job that has succeeded.
        failed: Those of one that has failed.
    """

    method: Method
    done: tuple[str, ...]
    failed: tuple[str, ...]


class Waiting(Generic[J]):
    """Waits for one job.

    Args:
        engine: Sends the calls.
        job: The kind of job.
        id: The id of this one.
        on_progress: Called with the job each time that the server was asked; True for a progress
            bar in the terminal.
        interval: Seconds between two questions.
        timeout: Seconds for all of it; None for no limit.
    """

    def __init__(
        self,
        engine: Engine,
        job: Job,
        id: str,
        *,
        on_progress: Callable[[J], object] | bool | None,
        interval: float,
        timeout: float | None,
    ) -> None:
        self._engine = engine
        self._job = job
        self._id = id
        self._tell = _show if on_progress is True else on_progress or None
        self._interval = check_seconds("interval", interval, least=0)
        self._timeout = None if timeout is None else check_seconds("timeout", timeout)

    async def result(self) -> J:
        """Return the job once it is done."""
        now = self._engine.backend.now
        end = None if self._timeout is None else now() + self._timeout
        found: Any = None
        while end is None or now() < end:
            found = await self._ask(found, None if end is None else end - now())
            if self._tell is not None:
                value = self._tell(found)
                if inspect.isawaitable(value):
                    await value
            if found.status in self._job.done:
                return found  # type: ignore[no-any-return]
            if found.status in self._job.failed:
                raise JobFailedError(_why(self._id, found), job=found)
            left = self._interval if end is None else min(self._interval, max(end - now(), 0))
            await self._engine.backend.sleep(left)
        raise self._late(found)

    async def _ask(self, before: Any, left: float | None) -> Any:
        method = self._job.method
        arguments = {method.operation.required[0]: self._id, "deadline": left}
        try:
            return await MethodCall(self._engine, method, arguments, (), stream=False).model()
        except APITimeoutError as error:
            if error.phase != "deadline":
                raise
            raise self._late(before) from error

    def _late(self, job: Any) -> JobTimeoutError:
        status = "unknown" if job is None else repr(job.status)
        return JobTimeoutError(
            f"job {self._id!r} has not ended after {self._timeout:g} seconds;"
            f" its status is {status}",
            job=job,
        )


def _why(id: str, job: Any) -> str:
    error: Any = getattr(job, "error", None)
    message = getattr(error, "message", error)
    return f"job {id!r} has the status {job.status!r}" + (f": {message}" if message else "")


def _show(job: Any) -> None:
    """Draw a progress bar, in the terminal only."""
    if not sys.stderr.isatty():
        return
    percent = min(max(int(getattr(job, "progress", None) or 0), 0), 100)
    bar = ("#" * (percent * _BAR // 100)).ljust(_BAR)
    end = "\n" if percent == 100 else ""
    sys.stderr.write(f"\r[{bar}] {percent:3} % {job.status or '':12}{end}")
    sys.stderr.flush()
