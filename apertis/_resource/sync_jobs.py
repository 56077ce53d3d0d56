# Generated from async_jobs.py: change that module, then run `make generate`.
# Never edit this file.
"""The base class of resources whose results are made by jobs of the server."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from .._declared import called
from .._transport.run_sync import run_sync
from .base import Resource
from .jobs import Job, wait_for_job

__all__ = ["JobResource"]

J = TypeVar("J")


class JobResource(Resource, Generic[J]):
    """A resource with a method that waits for a job."""

    _job: ClassVar[Job]

    @called("wait", example="timeout")
    def wait(
        self,
        id: str,
        *,
        on_progress: Callable[[J], object] | bool | None = None,
        interval: float = 10.0,
        timeout: float | None = None,  # noqa: ASYNC109  as other packages call it
    ) -> J:
        """Ask for a job until it has ended, and return it.

        Args:
            id: Its id.
            on_progress: Called with the job each time that the server was asked; True for a
                progress bar in the terminal.
            interval: Seconds between two questions.
            timeout: Seconds for all of it; None for no limit.

        Raises:
            JobFailedError: The job has failed.
            JobTimeoutError: It has not ended in time; the server goes on with it.
            ApertisError: The server could not be asked.
        """
        waiting = wait_for_job(
            self._engine,
            self._job,
            id,
            on_progress=on_progress,
            interval=interval,
            timeout=timeout,
        )
        done: J = run_sync(waiting)
        return done
