"""The command ``apertis bulk``."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import signal
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from apertis_client._runtime.json_object import is_object

from .._client import AsyncApertis
from .._errors.tree import BulkInputError, BulkStoppedError, ConfigurationError
from ..bulk.files import read_file
from ..bulk.register import Plan, plan
from .progress import Progress, count, duration, show

if TYPE_CHECKING:
    from ..bulk.async_run import AsyncBulkRun
    from ..bulk.run import Run

__all__ = ["command"]

_FAILED, _WRONG, _INTERRUPTED = 1, 2, 130  # exit statuses


class _JSONFile(click.ParamType[dict[str, Any]]):
    """A file with a JSON object."""

    name = "FILE"

    def convert(self, value: Any, param: Any, ctx: Any) -> dict[str, Any]:
        try:
            decoded = json.loads(Path(value).read_text("utf-8"))
        except OSError as error:
            self.fail(f"cannot read {value}: {error.strerror}", param, ctx)
        except ValueError as error:
            self.fail(f"{value} is not JSON: {error}", param, ctx)
        if not is_object(decoded):
            self.fail(f"{value} is not a JSON object", param, ctx)
        return decoded


class _Parameter(click.ParamType[tuple[str, Any]]):
    """A parameter of the body: ``NAME=VALUE``, where the value is JSON or else text."""

    name = "NAME=VALUE"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, Any]:
        name, equals, text = str(value).partition("=")
        if not name or not equals:
            self.fail(f"{value!r} is not NAME=VALUE", param, ctx)
        try:
            return name, json.loads(text)
        except ValueError:
            return name, text


@click.command(short_help="Send a file of requests, many at once; go on where it stopped.")
@click.argument("input", type=click.Path(allow_dash=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True, path_type=Path),
    required=True,
    help="The file for the answers, a line each; - for standard output.",
)
@click.option("-m", "--model", help="The model, for rows that name none.")
@click.option("-s", "--system", help="The system message before each prompt.")
@click.option(
    "-p",
    "--param",
    "params",
    type=_Parameter(),
    multiple=True,
    help="A parameter of the API, such as max_tokens=100; may be repeated.",
)
@click.option(
    "-c", "--concurrency", type=int, default=100, show_default=True, help="The most calls at once."
)
@click.option("--url", help="Of the operation: /v1/embeddings.  [default: /v1/chat/completions]")
@click.option("--schema", type=_JSONFile(), help="A file with the JSON schema of the answers.")
@click.option("--deduplicate", is_flag=True, help="Ask the same request once.")
@click.option("--retry-failed", is_flag=True, help="Ask the rows again that failed before.")
@click.option("--requests-per-minute", type=float, help="The most requests in a minute.")
@click.option("--tokens-per-minute", type=float, help="The most tokens in a minute.")
@click.option("--max-cost", type=float, help="Ask no row with which the output may cost more.")
@click.option("--max-tokens-total", type=int, help="Ask no row with which it may take more tokens.")
@click.option(
    "--prices",
    type=_JSONFile(),
    help='A file with prices: {"MODEL": {"input": ..., "output": ...}} per million.',
)
@click.option("--timeout", type=float, help="Seconds of silence before an attempt fails.")
@click.option("--max-retries", type=int, help="How often a failed call is repeated.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and send nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(**given: Any) -> None:
    """Send the requests in INPUT, many at once.

    INPUT is a file of JSON lines, or CSV or Parquet by its suffix, or - for standard input. A row
    is {"id": ..., "prompt": ...}, a whole body, or a row of OpenAI's batches. The same command
    again goes on where it stopped. The exit status is 0 if every row has an answer.

    The limits --max-cost and --max-tokens-total are for all that OUTPUT has. A row may take a token
    for each byte of its request, and its own max_tokens; without those, as much as the longest
    answer so far, which the next may pass.
    """
    try:
        status = _run(**given)
    except (BulkStoppedError, BulkInputError, ConfigurationError, TypeError, ImportError) as error:
        click.echo(f"apertis: {error}", err=True)
        status = _FAILED if isinstance(error, BulkStoppedError) else _WRONG
    except (KeyboardInterrupt, asyncio.CancelledError):
        status = _INTERRUPTED
    sys.exit(status)


def _run(*, dry_run: bool, quiet: bool, **given: Any) -> int:
    """Run, and return the exit status."""
    settings = {name: given.pop(name) for name in ("timeout", "max_retries")}
    settings = {name: value for name, value in settings.items() if value is not None}
    if dry_run:
        settings["api_key"] = "none is needed"
    source = given.pop("input")
    defaults = {"model": given.pop("model"), **dict(given.pop("params"))}
    response_format = _response_format(given.pop("schema"))
    client = AsyncApertis(**settings)
    bulk = client.bulk(source, defaults=defaults, response_format=response_format, **given)
    ledger = bulk.run.ledger
    ledger.open(read_only=dry_run)
    try:
        planned = _plan(bulk.run, source)
    except BulkInputError:
        ledger.close(is_unused=True)
        raise
    if dry_run:
        click.echo(_describe(planned, bulk.run))
        return 0
    progress = Progress(bulk.run, planned)
    signals = asyncio.run(_send(client, bulk, progress, quiet=quiet))
    failed = progress.failed
    if not quiet:
        again = f"\n{count(failed, 'row')} failed: --retry-failed asks again" if failed else ""
        click.echo(progress.summary() + again, err=True)
    return _INTERRUPTED if signals else _FAILED if failed else 0


async def _send(
    client: AsyncApertis, bulk: AsyncBulkRun, progress: Progress, *, quiet: bool
) -> list[int]:
    """Send everything, and return the signals that came meanwhile."""
    async with client, bulk, show(progress, quiet=quiet):
        with _stop_on_signals(bulk) as signals:
            async for _ in bulk:
                pass
    return signals


def _response_format(schema: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the `response_format` for a schema, which may be one already."""
    if schema is None or schema.get("type") == "json_schema":
        return schema
    name = re.sub(r"[^a-zA-Z0-9_-]+", "_", str(schema.get("title") or "answer"))[:64]
    # Strict schemas allow nothing beside what they name; servers refuse others as strict.
    strict = schema.get("additionalProperties") is False
    definition = {"name": name, "schema": schema, "strict": strict}
    return {"type": "json_schema", "json_schema": definition}


def _plan(run: Run, source: Path) -> Plan | None:
    """Check the whole input before anything is sent; None where it can be read only once."""
    if not source.is_file():
        return None
    rows = read_file(source, run.reader.operation)
    return plan(rows, run.reader, run.ledger.done, deduplicate=run.settings["deduplicate"])


def _describe(planned: Plan | None, run: Run) -> str:
    """Return what a run would do, and how long it would take."""
    if planned is None:
        raise BulkInputError("--dry-run needs a file that can be read twice as the input")
    concurrency, per_minute = run.settings["concurrency"], run.settings["requests_per_minute"]
    timed = len(run.ledger.done.answered)
    seconds = run.ledger.seconds / timed if timed else 5.0
    needed = planned.to_ask * max(seconds / concurrency, 60 / per_minute if per_minute else 0)
    each = f"{seconds:.1f} s for each, {'as so far' if timed else 'as a guess'}"
    return (
        f"{count(planned.rows, 'row')}: {planned.answered:,} answered, {planned.failed:,} failed,"
        f" {planned.duplicates:,} the same as others, {planned.to_ask:,} to ask\n"
        f"about {duration(needed)} with {concurrency} at once and {each}"
    )


@contextlib.contextmanager
def _stop_on_signals(bulk: AsyncBulkRun) -> Generator[list[int]]:
    """Let the first Ctrl-C, or SIGTERM, begin no more rows, and the second end the run at once."""
    signals: list[int] = []
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()

    def stop(number: int) -> None:
        if signals and task is not None:
            task.cancel()
        else:
            click.echo("stopping when the calls under way are answered; again: at once", err=True)
            bulk.stop()
        signals.append(number)

    with contextlib.ExitStack() as stack:
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends the run at once
                loop.add_signal_handler(number, stop, number)
                stack.callback(loop.remove_signal_handler, number)
        yield signals
