"""Run the clients in turns, each in its own process, and collect the figures."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias, cast

import certifi
import trustme

from benchmarks.environments import checkout, environment_variables
from benchmarks.lines import Measured
from benchmarks.payloads import KEY

__all__ = [
    "Effort",
    "Samples",
    "Server",
    "measure_peaks",
    "measure_startup",
    "measure_tasks",
    "run_server",
]

_FOLDER = checkout / "benchmarks"
_LEAST_BATCHES = 3


class Effort(NamedTuple):
    """How many samples are taken."""

    starts: int
    peaks: int  # each a new process
    rounds: int  # each with new processes
    batches: int  # in each round
    seconds: float  # for the batches of a round; slow tasks get fewer of them


Samples: TypeAlias = Mapping[Measured, list[float]]
"""What each task cost; sample n of one was taken next to sample n of the others."""


class Server(NamedTuple):
    """Where the server answers, and the file of certificates by which its own is known."""

    url: str
    https_url: str
    certificates: Path


@contextlib.contextmanager
def run_server(python: Path) -> Iterator[Server]:
    """Run the server, with a certificate that was made for it."""
    authority = trustme.CA()
    with tempfile.TemporaryDirectory() as folder:
        certificate = Path(folder, "certificate.pem")
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(certificate)
        # Beside all those that are trusted anyway: a program reads them, too.
        certificates = Path(folder, "certificates.pem")
        known = Path(certifi.where()).read_bytes()
        certificates.write_bytes(known + authority.cert_pem.bytes())
        with _start(python, "server.py", str(certificate)) as process:
            ports = [_pipe(process.stdout).readline().strip() for _ in range(2)]
            http, https = (f"127.0.0.1:{port}/v1" for port in ports)
            yield Server(f"http://{http}", f"https://{https}", certificates)


def measure_startup(
    pythons: Mapping[str, Path], server: Server, starts: int
) -> tuple[Samples, dict[str, str]]:
    """Start each client `starts` times, in turns; return the costs and the clients' versions."""
    samples: dict[Measured, list[float]] = {}
    versions: dict[str, str] = {}
    list_modules = "import sys; print(*sys.modules)"
    bare = {name: set(_run(path, "-c", list_modules).split()) for name, path in pythons.items()}
    for number in range(-1, starts):  # the first writes byte code, and does not count
        for name, python in pythons.items():
            program = ("-P", _FOLDER / "startup.py", name)
            output = _run(python, *program, server.url, KEY)
            output += _run(
                python, *program, server.https_url, KEY, certificates=server.certificates
            )
            figures = dict(line.split(" ", 1) for line in output.splitlines())
            versions[name] = figures.pop("version")
            figures["modules"] = str(len(set(figures["modules"].split()) - bare[name]))
            if number >= 0:
                for task, figure in figures.items():
                    samples.setdefault(Measured(name, task), []).append(float(figure))
    return samples, versions


def measure_tasks(
    pythons: Mapping[str, Path], tasks: Iterable[Measured], url: str, effort: Effort
) -> Samples:
    """Run the tasks in turns; return the seconds that one call or chunk of each cost.

    A task that a client does not have gets no samples.
    """
    samples: dict[Measured, list[float]] = {task: [] for task in tasks}
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


def measure_peaks(
    pythons: Mapping[str, Path], tasks: Iterable[Measured], url: str, times: int
) -> Samples:
    """Do each task so many times, in turns; return the peaks of the memory in KiB."""
    samples: dict[Measured, list[float]] = {task: [] for task in tasks}
    for _ in range(times):
        for (client, task), peaks in samples.items():
            worker = ("-P", _FOLDER / "worker.py", client, task, url, KEY, "peak")
            peaks.append(float(_run(pythons[client], *worker)))
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


def _run(python: Path, *arguments: str | Path, certificates: Path | None = None) -> str:
    trusted = {} if certificates is None else {"SSL_CERT_FILE": str(certificates)}
    done = subprocess.run(  # noqa: S603
        [python, *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=environment_variables() | trusted,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} failed: {done.stderr}")
    return done.stdout


def _pipe(pipe: IO[str] | None) -> IO[str]:
    return cast("IO[str]", pipe)  # all three of a process are pipes
