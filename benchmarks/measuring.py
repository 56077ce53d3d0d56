"""Run the clients in turns, each in its own process, and collect the figures."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias, cast

from benchmarks.environments import checkout, environment_variables
from benchmarks.lines import Measured
from benchmarks.payloads import KEY

__all__ = ["Effort", "Samples", "measure_startup", "measure_tasks", "run_server"]

_FOLDER = checkout / "benchmarks"
_LEAST_BATCHES = 3


class Effort(NamedTuple):
    """How many samples are taken."""

    starts: int
    rounds: int  # each with new processes
    batches: int  # in each round
    seconds: float  # for the batches of a round; slow tasks get fewer of them


Samples: TypeAlias = Mapping[Measured, list[float]]
"""What each task cost; sample n of one was taken next to sample n of the others."""


@contextlib.contextmanager
def run_server(python: Path) -> Iterator[str]:
    """Run the server; yield its base URL."""
    with _start(python, "server.py") as process:
        yield f"http://127.0.0.1:{_pipe(process.stdout).readline().strip()}/v1"


def measure_startup(
    pythons: Mapping[str, Path], url: str, starts: int
) -> tuple[Samples, dict[str, str]]:
    """Start each client `starts` times, in turns; return the costs and the clients' versions."""
    samples: dict[Measured, list[float]] = {}
    versions: dict[str, str] = {}
    list_modules = "import sys; print(*sys.modules)"
    bare = {name: set(_run(path, "-c", list_modules).split()) for name, path in pythons.items()}
    for number in range(-1, starts):  # the first writes byte code, and does not count
        for name, python in pythons.items():
            output = _run(python, "-P", _FOLDER / "startup.py", name, url, KEY)
            figures = dict(line.split(" ", 1) for line in output.splitlines())
            versions[name] = figures.pop("version")
            figures["modules"] = str(len(set(figures["modules"].split()) - bare[name]))
            if number >= 0:
                for task, figure in figures.items():
                    samples.setdefault(Measured(name, task), []).append(float(figure))
    return samples, versions


def measure_tasks(
    pythons: Mapping[str, Path], tasks: Iterable[tuple[str, str]], url: str, effort: Effort
) -> Samples:
    """Run the tasks in turns; return the seconds that one call or chunk of each cost.

    A task that a client does not have gets no samples.
    """
    samples: dict[Measured, list[float]] = {Measured(*task): [] for task in tasks}
    for _ in range(effort.rounds):
        with contextlib.ExitStack() as stack:
            workers: list[tuple[list[float], subprocess.Popen[str]]] = []
            for (client, task), costs in samples.items():
                process = _start(pythons[client], "worker.py", client, task, url, KEY)
                worker = stack.enter_context(process)
                if _pipe(worker.stdout).readline() == "ready\n":
                    workers.append((costs, worker))
                elif "NotImplementedError" not in (errors := _pipe(worker.stderr).read()):
                    raise RuntimeError(f"{client} failed at {task}: {errors}")
            end = time.monotonic() + effort.seconds
            for number in range(effort.batches):
                if number >= _LEAST_BATCHES and time.monotonic() > end:
                    break
                for costs, worker in workers:
                    print(file=worker.stdin, flush=True)
                    costs.append(float(_pipe(worker.stdout).readline()))
    return samples


@contextlib.contextmanager
def _start(python: Path, program: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program of this folder until its standard input is closed."""
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
                _pipe(process.stdin).close()
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
        raise RuntimeError(f"{arguments} failed: {done.stderr}")
    return done.stdout


def _pipe(pipe: IO[str] | None) -> IO[str]:
    return cast("IO[str]", pipe)  # all three of a process are pipes
