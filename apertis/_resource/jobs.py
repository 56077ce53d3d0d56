"""Waits for a job of the server, such as a video that is being made, by asking for it again."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .._core.checks import check_seconds
from .._errors.tree import APITimeoutError, JobFailedError, JobTimeoutError
from .base import MethodCall
from .method import Method

if TYPE_CHECKING:
    from .._core.engine import Engine

__all__ = ["Job", "wait_for_job"]

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


async def wait_for_job(
    engine: Engine,
    job: Job,
    id: str,
    *,
    on_progress: Callable[[Any], object] | bool | None,
    interval: float,
    timeout: float | None,  # noqa: ASYNC109  as other packages call it
) -> Any:
    """Return a job once it is done; the arguments are those of `AsyncJobResource.wait`."""
    tell = _show if on_progress is True else on_progress or None
    interval = check_seconds("interval", interval, least=0)
    now = engine.backend.now
    end = None if timeout is None else now() + check_seconds("timeout", timeout)
    found: Any = None
    while end is None or now() < end:
        left = None if end is None else end - now()
        arguments = {job.method.operation.required[0]: id, "deadline": left}
        try:
            found = await MethodCall(engine, job.method, arguments, (), stream=False).model()
        except APITimeoutError as error:
            if error.phase != "deadline":
                raise
            raise _late(id, found, timeout) from error
        if tell is not None:
            value = tell(found)
            if inspect.isawaitable(value):
                await value
        if found.status in job.done:
            return found
        if found.status in job.failed:
            raise JobFailedError(_why(id, found), job=found)
        await engine.backend.sleep(interval if end is None else min(interval, max(end - now(), 0)))
    raise _late(id, found, timeout)


def _late(id: str, job: Any, timeout: float | None) -> JobTimeoutError:
    status = "unknown" if job is None else repr(job.status)
    message = f"job {id!r} has not ended after {timeout:g} seconds; its status is {status}"
    return JobTimeoutError(message, job=job)


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
