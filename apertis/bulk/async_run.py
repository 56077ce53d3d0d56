"""What programs see of a run of `AsyncApertis`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from typing import Any, Self

from .._core.attributes import NamesAttributes
from .._core.engine import Engine
from .costs import Costs
from .results import BulkResult
from .run import Run
from .settings import check_settings
from .source import AsyncRequests

__all__ = ["AsyncBulkRun"]


class AsyncBulkRun(NamesAttributes):
    """Many calls at once, whose results are iterated over as they come.

    It begins when it is iterated over, once, and runs under asyncio. Leaving the loop ends it,
    which the `async with` statement makes sure of at once.

    Attributes:
        run: What does the work; its attributes say how far it is.
    """

    def __init__(
        self, engine: Engine, requests: AsyncRequests, settings: Mapping[str, Any]
    ) -> None:
        self.run = Run(engine, requests, check_settings(settings))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.run.answered} answered, {self.run.failed} failed)"

    @property
    def costs(self) -> Costs:
        """The tokens and the money that all answers used, with those in the output before."""
        return self.run.ledger.costs

    def stop(self) -> None:
        """Begin no more rows. The results of those under way still come."""
        self.run.stop()

    async def __aiter__(self) -> AsyncGenerator[BulkResult]:
        self.run.check_unread()
        try:
            while batch := await self.run.next_batch():
                for result in batch:
                    yield result
        finally:
            await self.run.close()

    async def close(self) -> None:
        """End the run at once; calls under way are given up."""
        await self.run.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
