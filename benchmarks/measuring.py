"""Runs the clients side by side, each in its own process, and takes down what they cost."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias, cast

from benchmarks.environments import NotAvailable, checkout, environment_variables
from benchmarks.payloads import KEY

__all__ = ["Doer", "Effort", "Pythons", "Samples", "begun", "repeated", "server"]

_FOLDER = checkout / "benchmarks"
_LEAST_BATCHES = 3


class Effort(NamedTuple):
    """How often things are measured."""

    starts: int
    rounds: int  # each with new processes
    batches: int  # in each round
    seconds: float  # for the batches of a round; what takes long is measured less often


class Doer(NamedTuple):
    """A client that does a task."""

    client: str
    task: str


Pythons: TypeAlias = Mapping[str, Path]
"""The interpreter of each client's environment."""

Samples: TypeAlias = Mapping[Doer, list[float] | NotAvailable]
"""What each cost, in turns: sample n of one was taken next to sample n of another."""


@contextlib.contextmanager
def server(python: Path) -> Iterator[str]:
    """Run the server; give the base URL."""
    with _started(python, "server.py") as process:
        port = _stream(process.stdout).readline().strip()
        yield f"http://127.0.0.1:{port}/v1"


def begun(pythons: Pythons, url: str, starts: int) -> tuple[Samples, dict[str, str]]:
    """Start each client so often, in turns; return what that cost, and the clients' versions."""
    samples: dict[Doer, list[float] | NotAvailable] = {}
    versions: dict[str, str] = {}
    bare = {name: _modules_of(python) for name, python in pythons.items()}
    for number in range(-1, starts):  # the first writes byte code, and does not count
        for name, python in pythons.items():
            figures = _figures(_run(python, "-P", _FOLDER / "startup.py", name, url, KEY))
            versions[name] = figures.pop("version")
            loaded = set(figures.pop("modules").split())
            figures["modules"] = str(len(loaded - bare[name]))
            for task, figure in figures.items():
                taken = samples.setdefault(Doer(name, task), [])
                if number >= 0 and isinstance(taken, list):
                    taken.append(float(figure))
    return samples, versions


def repeated(pythons: Pythons, doers: Sequence[Doer], url: str, effort: Effort) -> Samples:
    """Have each do its task in turns; return the seconds that one call or chunk cost."""
    samples: dict[Doer, list[float] | NotAvailable] = {doer: [] for doer in doers}
    for _ in range(effort.rounds):
        with contextlib.ExitStack() as workers:
            working: list[tuple[list[float], subprocess.Popen[str]]] = []
            for doer, taken in samples.items():
                if isinstance(taken, NotAvailable):
                    continue
                try:
                    worker = workers.enter_context(_worker(pythons[doer.client], doer, url))
                except NotAvailable as reason:
                    samples[doer] = reason
                else:
                    working.append((taken, worker))
            end = time.monotonic() + effort.seconds
            for number in range(effort.batches):
                if number >= _LEAST_BATCHES and time.monotonic() > end:
                    break
                for taken, worker in working:
                    taken.append(_told(worker))
    return samples


def _modules_of(python: Path) -> set[str]:
    """Return what a bare interpreter has loaded."""
    return set(_run(python, "-c", "import sys; print(*sys.modules)").split())


def _figures(output: str) -> dict[str, str]:
    return {
        name: figure for name, _, figure in (line.partition(" ") for line in output.splitlines())
    }


@contextlib.contextmanager
def _worker(python: Path, doer: Doer, url: str) -> Iterator[subprocess.Popen[str]]:
    """Give a worker that has warmed up."""
    with _started(python, "worker.py", doer.client, doer.task, url, KEY) as process:
        if _stream(process.stdout).readline() != "ready\n":
            raise NotAvailable(_why(_stream(process.stderr).read()))
        yield process


def _told(worker: subprocess.Popen[str]) -> float:
    """Have a worker do a batch; return what it says it cost."""
    orders = _stream(worker.stdin)
    orders.write("\n")
    orders.flush()
    return float(_stream(worker.stdout).readline())


@contextlib.contextmanager
def _started(python: Path, program: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program of this folder, until its input ends."""
    process = subprocess.Popen(  # noqa: S603
        [python, "-P", _FOLDER / program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment_variables(),
    )
    with process:
        try:
            yield process
        finally:
            with contextlib.suppress(OSError):
                _stream(process.stdin).close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _run(python: Path, *arguments: str | Path) -> str:
    done = subprocess.run(  # noqa: S603
        [python, *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=environment_variables(),
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} failed: {_why(done.stderr)}")
    return done.stdout


def _why(errors: str) -> str:
    """Return what a traceback ends with."""
    return errors.strip().rpartition("\n")[2] or "it ended without a word"


def _stream(stream: IO[str] | None) -> IO[str]:
    return cast("IO[str]", stream)  # all of them are pipes
