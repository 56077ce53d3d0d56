"""The class for `Dataset.map_batches`: an actor that makes many calls at once."""

from __future__ import annotations

import asyncio
import itertools
import operator
import os
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apertis_client._runtime.json_object import is_object
from apertis_client._runtime.json_text import encode_body

from .._client import AsyncApertis
from .._declared import resolvable
from .._errors.tree import BulkInputError, ConfigurationError
from ..bulk.costs import read_usage
from ..bulk.results import BulkResult, failure
from ..bulk.rows import IDS
from ..chat.text import content_text
from .journals import Journals

if TYPE_CHECKING:
    from typing import Unpack

    from ..bulk.run import Run
    from ..bulk.settings import BulkSettings

__all__ = ["ChatProcessor"]

Batch = Mapping[str, Any]


class ChatProcessor:
    """Asks for the rows of a dataset, many at once, and adds columns with the answers.

    It is given to `Dataset.map_batches`, with its arguments as ``fn_constructor_kwargs``;
    ``concurrency`` there is the number of actors. Each writes a journal into `folder`, which has to
    be on a disk that all of them see and that outlives them: a batch that is tried again, and a job
    that is run again, ask only for rows that no journal there has.

    A row keeps its columns, and gets ``response`` and ``error`` (JSON, or null), ``text`` (that of
    the first choice), ``input_tokens`` and ``output_tokens``.

    Args:
        folder: The folder for the journals, as an absolute path.
        client: The settings of the client, such as `base_url`. The key is best left to the
            environment variable ``APERTIS_API_KEY`` of the machines.
        request: Makes the request of a row from its columns. Default: those called ``id``,
            ``prompt`` or as parameters of the API.
        ordered: Keep the order of the rows of a batch. Default: they come as they are answered.
        settings: Those of a bulk run, for each actor; its `output` is in `folder`.

    Raises:
        ConfigurationError, TypeError: a setting is wrong; the message names it.
    """

    @resolvable
    def __init__(
        self,
        folder: str | os.PathLike[str],
        *,
        client: Mapping[str, Any] | None = None,
        request: Callable[[dict[str, Any]], Mapping[str, Any]] | None = None,
        ordered: bool = False,
        **settings: Unpack[BulkSettings],
    ) -> None:
        if settings.get("output") is not None or settings.get("deduplicate"):
            raise ConfigurationError("a processor takes no output and no deduplicate")
        if not Path(folder).is_absolute():
            raise ConfigurationError(
                f"folder must be an absolute path, not {os.fspath(folder)!r}: an actor may run in"
                " a folder of its own, which is removed after the job"
            )
        retry_failed = bool(settings.pop("retry_failed", False))
        self._journals = Journals(Path(folder), retry_failed=retry_failed)
        self._given: asyncio.Queue[Any] = asyncio.Queue()
        made: Any = client or {}
        self._client = AsyncApertis(**made)
        given: Any = {**settings, "output": self._journals.own}
        self._run: Run = self._client.bulk(self._rows(), **given).run
        self._request = request or self._known_columns
        self._is_ordered = ordered
        # By the id of a row: the hash of its request, and what will come of it.
        self._waiting: dict[str, tuple[str, asyncio.Future[BulkResult]]] = {}
        self._handing_on: asyncio.Task[None] | None = None
        self._failure: Exception | None = None

    async def __call__(self, batch: Batch) -> AsyncIterator[dict[str, list[Any]]]:
        """Yield the rows of a batch with their answers, as blocks of those that are there.

        Raises:
            BulkInputError: a row is no request, or has the id of another with another request.
            BulkStoppedError: no row will be answered, as the key is wrong or the credit used up.
        """
        if self._handing_on is None:
            self._handing_on = asyncio.create_task(self._hand_on())
        self._journals.refresh()
        names = list(batch)
        columns = zip(*(_plain(batch[name]) for name in names), strict=True)
        rows = [dict(zip(names, values, strict=True)) for values in columns]
        answers = [asyncio.ensure_future(self._answer(row)) for row in rows]
        try:
            while answers:
                first = answers[:1] if self._is_ordered else answers
                await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
                is_done: list[bool] = [answer.done() for answer in answers]
                if self._is_ordered:  # up to the first that is not
                    is_done = list(itertools.accumulate(is_done, min))
                ready = [answer.result() for answer in itertools.compress(answers, is_done)]
                answers = list(itertools.compress(answers, map(operator.not_, is_done)))
                yield {name: [row[name] for row in ready] for name in ready[0]}
        finally:
            for answer in answers:
                answer.cancel()
            await asyncio.gather(*answers, return_exceptions=True)

    async def close(self) -> None:
        """End the calls that are under way, and close the journal."""
        await self._run.close()
        await self._client.close()

    async def _answer(self, columns: dict[str, Any]) -> dict[str, Any]:
        request = self._request(columns)
        row = self._run.reader.read(request, f"with the columns {columns!r:.200}")
        key = str(row.id)
        line = self._journals.find(key, row.digest)
        if line is None:
            if self._failure is not None:
                raise self._failure
            if key not in self._waiting:
                self._waiting[key] = row.digest, asyncio.get_running_loop().create_future()
                self._given.put_nowait(request)
            digest, future = self._waiting[key]
            if digest != row.digest:
                raise BulkInputError(f"{row.where}: the id {row.id!r} is that of a row before")
            result = await asyncio.shield(future)
            # There is no line as long as nothing has been answered, or where the disk is full.
            line = self._journals.find(key, row.digest) or _line(result)
        return {**columns, **_answer_columns(line)}

    async def _hand_on(self) -> None:
        """Give each result to who waits for it; give all the error if the run stops."""
        finished: list[str] = []  # rows of which there is no line, or not yet
        try:
            while batch := await self._run.next_batch():
                self._journals.refresh([self._journals.own])
                for result in batch:
                    finished.append(str(result.id))
                    self._waiting[finished[-1]][1].set_result(result)
                finished = [key for key in finished if not self._forget(key)]
        except Exception as error:  # noqa: BLE001  raised where the answers are waited for
            self._failure = error
            for _, future in self._waiting.values():
                if not future.done():
                    future.set_exception(error)

    def _forget(self, key: str) -> bool:
        """Forget a row if its journal has it; return whether it has."""
        has_line = self._journals.has(key, self._waiting[key][0])
        if has_line:
            del self._waiting[key]
        return has_line

    async def _rows(self) -> AsyncIterator[Any]:
        while True:
            yield await self._given.get()

    def _known_columns(self, columns: dict[str, Any]) -> dict[str, Any]:
        named = next((name for name in IDS if name in columns), "id")
        known = {named, "prompt", *self._run.reader.operation.parameters}
        return {name: value for name, value in columns.items() if name in known}


def _line(result: BulkResult) -> dict[str, Any]:
    """Return what a line of a journal would say of a result."""
    if result.error is not None:
        return {"error": failure(result.attempts, result.error)}
    return {"response": result.response.to_dict()}


def _answer_columns(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that a line of a journal gives its row."""
    response, error = line.get("response"), line.get("error")
    usage = read_usage(response.get("usage") if is_object(response) else line.get("usage"))
    choices = response.get("choices") if is_object(response) else None
    message = choices[0].get("message") if choices else None
    return {
        "response": None if response is None else encode_body(response).decode(),
        "error": None if error is None else encode_body(error).decode(),
        "text": content_text(message.get("content")) if is_object(message) else None,
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
    }


def _plain(column: Any) -> list[Any]:
    """Return the values of a column of numpy without its types."""
    values: list[Any] = column.tolist() if hasattr(column, "tolist") else list(column)
    return [value.tolist() if hasattr(value, "tolist") else value for value in values]
