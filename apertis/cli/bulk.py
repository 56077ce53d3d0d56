"""The command ``apertis bulk``."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .._client import AsyncApertis
from .._errors.tree import ApertisError, BulkInputError
from ..bulk.files import read_file
from ..bulk.open_files import allow_connections
from ..bulk.register import Plan, Register, plan
from .failures import FAILED, INTERRUPTED
from .options import JSONFile, NameAndValue, client_options, complete_file, model_option
from .progress import Progress, count, duration, show, watch
from .schema import JSONSchema, response_format
from .settings import client_settings, find

if TYPE_CHECKING:
    from ..bulk.async_run import AsyncBulkRun
    from ..bulk.run import Run

__all__ = ["command"]


@click.command()
@client_options()
@model_option
@click.argument("input", type=click.Path(allow_dash=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True, path_type=Path),
    required=True,
    metavar="FILE",
    help="For the answers; - is standard output.",
)
@click.option("-s", "--system", help="The system message before each prompt.")
@click.option(
    "-p",
    "--param",
    "params",
    type=NameAndValue(),
    multiple=True,
    help="Such as max_tokens=100; may be repeated.",
)
@click.option(
    "-c",
    "--concurrency",
    type=int,
    metavar="N",
    default=100,
    show_default=True,
    help="The most calls at once.",
)
@click.option("--url", help="Such as /v1/embeddings, instead of chats.")
@click.option(
    "--schema",
    type=JSONSchema(),
    shell_complete=complete_file,
    help="The JSON schema of the answers.",
)
@click.option("--deduplicate", is_flag=True, help="Ask the same request once.")
@click.option("--retry-failed", is_flag=True, help="Ask the rows again that failed before.")
@click.option(
    "--requests-per-minute", type=float, metavar="N", help="The most requests in a minute."
)
@click.option("--tokens-per-minute", type=float, metavar="N", help="The most tokens in a minute.")
@click.option(
    "--max-cost", type=float, metavar="N", help="Ask no row that may pass it, by its max_tokens."
)
@click.option("--max-tokens-total", type=int, metavar="N", help="The same, in tokens.")
@click.option(
    "--prices",
    type=JSONFile(),
    shell_complete=complete_file,
    help='{"MODEL": {"input": 1, "output": 2}} per million.',
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and send nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(**given: Any) -> int:
    """Send the requests in INPUT (JSON lines, CSV, Parquet, or - for standard input).
    Each is {"id": ..., "prompt": ...} or a body. Run it again to go on.
    """  # noqa: D205  an empty line less: the help has to fit a screen
    try:
        return _run(**given)
    except asyncio.CancelledError:
        return INTERRUPTED


def _run(*, dry_run: bool, quiet: bool, **given: Any) -> int:
    """Run, and return the exit status."""
    source = given.pop("input")
    defaults = {"model": find("model").value, **dict(given.pop("params"))}
    schema = response_format(given.pop("schema"))
    client = AsyncApertis(**client_settings(needs_key=not dry_run))
    allow_connections(given["concurrency"])
    bulk = client.bulk(source, defaults=defaults, response_format=schema, **given)
    with watch(_Preparation(bulk.run, source), quiet=quiet) as preparation:
        planned = preparation.plan(read_only=dry_run)
    if dry_run:
        click.echo(_describe(planned, bulk.run))
        return 0
    progress = Progress(bulk.run, planned)
    signals = asyncio.run(_send(client, bulk, progress, quiet=quiet))
    failed = progress.failed
    if not quiet:
        again = f"\n{count(failed, 'row')} failed: --retry-failed asks again" if failed else ""
        click.echo(progress.summary() + again, err=True)
    return INTERRUPTED if signals else FAILED if failed else 0


async def _send(
    client: AsyncApertis, bulk: AsyncBulkRun, progress: Progress, *, quiet: bool
) -> list[int]:
    """Send everything, and return the signals that came meanwhile."""
    async with client, bulk, show(progress, quiet=quiet):
        with _stop_on_signals(bulk) as signals:
            async for _ in bulk:
                pass
    return signals


class _Preparation:
    """What is done before anything is sent; as text, how far it is."""

    def __init__(self, run: Run, source: Path) -> None:
        self._run = run
        self._source = source
        self._checked: Register | None = None

    def __str__(self) -> str:
        if self._checked is not None:
            return f"checking {self._source}: {count(self._checked.rows, 'row')}"
        done = self._run.ledger.done
        return f"reading {self._run.ledger.path}: {count(len(done.answered), 'answer')}"

    def plan(self, *, read_only: bool) -> Plan | None:
        """Read the output, check the whole input, and return what the run would do.

        None where the input can be read only once.
        """
        run, ledger = self._run, self._run.ledger
        ledger.open(read_only=read_only)
        if not self._source.is_file():
            return None
        self._checked = Register(ledger.done, deduplicate=run.settings["deduplicate"])
        try:
            rows = read_file(self._source, run.reader.operation)
            return plan(rows, run.reader, ledger, self._checked)
        except ApertisError:
            ledger.close(is_unused=True)
            raise


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
