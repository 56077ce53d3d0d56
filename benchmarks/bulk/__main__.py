"""Measure bulk runs: rate, CPU time, memory, the journal, and what 50 kills cost.

    python -m benchmarks.bulk            everything, into benchmarks/bulk/RESULTS.md (5 minutes)
    python -m benchmarks.bulk --quick    fewer rows and kills, to the terminal

A script with `openai.AsyncOpenAI` and a semaphore is measured in the same run.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

from benchmarks.environments import environment_variables, find_interpreter

_FOLDER = Path(__file__).parent
_SECONDS = 0.2  # for an answer
_CONCURRENCY = 200
_PERFECT = _CONCURRENCY / _SECONDS


class Effort(NamedTuple):
    """How much is measured."""

    rows: int
    rows_of_others: int
    most_rows: int
    rounds: int
    kills: int
    rows_on_ray: int


class Job(NamedTuple):
    """What a run took."""

    rate: float
    cpu: float
    peak: float


FULL = Effort(
    10_000, rows_of_others=3_000, most_rows=100_000, rounds=3, kills=50, rows_on_ray=1_000
)
QUICK = Effort(
    rows=3_000, rows_of_others=1_000, most_rows=10_000, rounds=1, kills=5, rows_on_ray=200
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bulk", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rows and kills")
    quick = parser.parse_args().quick
    effort = QUICK if quick else FULL
    with tempfile.TemporaryDirectory() as folder:
        table = "\n".join(
            [
                "| what | figure | limit |",
                "| --- | ---: | ---: |",
                *measure_speed(effort, Path(folder)),
                *measure_memory(effort, Path(folder)),
                *measure_kills(effort, Path(folder)),
                *measure_ray(effort, Path(folder)),
            ]
        )
    print(table)
    if not quick:
        write(table)


def measure_speed(effort: Effort, folder: Path) -> Iterator[str]:
    """Measure with a journal, without one, and the script, in turns."""
    ours: list[Job] = []
    without: list[Job] = []
    theirs: list[Job] = []
    only_bytes: list[Job] = []
    journal: list[Job] = []
    with run_server(_SECONDS) as url:
        for number in range(effort.rounds):
            print(f"measuring the speed, {number + 1} of {effort.rounds}", file=sys.stderr)
            ours.append(run("ours", url, effort.rows, folder / f"speed-{number}"))
            without.append(run("ours", url, effort.rows))
            theirs.append(run("openai", url, effort.rows_of_others))
            only_bytes.append(run("bytes", url, effort.rows))
            journal.append(run("journal", url, effort.rows, folder / f"journal-{number}"))
    rate = max(job.rate for job in ours)
    cpu, cpu_of_journal, cpu_of_script = (
        statistics.median(job.cpu for job in jobs) for jobs in (ours, journal, theirs)
    )
    script = max(job.rate for job in theirs)
    yield line("rows per second, of 1,000 that are possible", f"{rate:,.0f}", "970")
    yield line("the same without a journal", f"{max(job.rate for job in without):,.0f}", "")
    best = max(job.rate for job in only_bytes)
    yield line("the same by a program that only writes bytes", f"{best:,.0f}", "")
    yield line("the same by the script", f"{script:,.0f}", "")
    yield line("times the rate of the script", f"{rate / script:.2f}", "1.80")
    yield line("CPU time for a row", f"{cpu * 1e6:.0f} µs", "")
    yield line("the same by the script", f"{cpu_of_script * 1e6:,.0f} µs", "")
    yield line("part of the CPU time of the script", f"{cpu / cpu_of_script:.3f}", "0.25")
    yield line("CPU time of the journal for a row", f"{cpu_of_journal * 1e6:.0f} µs", "50 µs")


def measure_memory(effort: Effort, folder: Path) -> Iterator[str]:
    """Measure few and many rows, answered sooner."""
    print("measuring the memory", file=sys.stderr)
    with run_server(0.02) as url:
        few = run("ours", url, 1_000, folder / "few").peak
        many = run("ours", url, effort.most_rows, folder / "many").peak
    yield line("peak memory with 1,000 rows", f"{few:.1f} MB", "")
    yield line(f"peak memory with {effort.most_rows:,} rows", f"{many:.1f} MB", "")
    yield line("ratio of the two", f"{many / few:.3f}", "1.100")


def measure_kills(effort: Effort, folder: Path) -> Iterator[str]:
    """Kill the command again and again, and count what the server was asked."""
    source, output = folder / "prompts.jsonl", folder / "answers.jsonl"
    with source.open("w") as file:
        for number in range(effort.rows):
            file.write(json.dumps({"id": number, "prompt": f"What is {number}?"}) + "\n")
    python = find_interpreter("ours-cli")
    chance = random.Random(1)  # noqa: S311  no secret
    killed = 0
    with run_server(_SECONDS) as url:
        environment = {**environment_variables(), "APERTIS_API_KEY": "sk", "APERTIS_BASE_URL": url}
        command = [str(python), "-P", "-m", "apertis", "bulk", str(source), "-o", str(output)]
        command += ["-m", "gpt-4.1-mini", "-c", str(_CONCURRENCY), "--quiet"]
        while killed < effort.kills:
            print(f"killing, {killed + 1} of {effort.kills}", file=sys.stderr)
            process = subprocess.Popen(command, env=environment)  # noqa: S603
            before = calls(url)
            while calls(url) == before and process.poll() is None:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.35))
            killed += process.poll() is None
            process.kill()
            if process.wait() == 0:
                raise RuntimeError("the run has ended before all kills; take more rows")
        subprocess.run(command, env=environment, check=True)  # noqa: S603
        asked = calls(url)
    ids = Counter(json.loads(each)["id"] for each in output.read_text("utf-8").splitlines())
    if ids != Counter(range(effort.rows)):
        raise RuntimeError("an id is missing, or is there twice")
    yield line(f"ids that are there once after {killed} kills", f"{len(ids):,}", f"{effort.rows:,}")
    most = f"{killed * _CONCURRENCY:,}"
    yield line(
        "calls more than rows (limit: kills by concurrency)", f"{asked - effort.rows:,}", most
    )


def measure_ray(effort: Effort, folder: Path) -> Iterator[str]:
    """Measure two actors of Ray Data, and those of its own processor for HTTP requests."""
    rates: dict[str, float] = {}
    for name in ("ours", "llm"):
        print(f"measuring Ray, {name}", file=sys.stderr)
        with run_server(_SECONDS) as url:
            python = find_interpreter("ours-ray" if name == "ours" else "ray")
            command = [python, "-P", _FOLDER / "ray_job.py", name, url, effort.rows_on_ray]
            subprocess.run(  # noqa: S603
                list(map(str, [*command, folder / "journals"])),
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**environment_variables(), "RAY_USAGE_STATS_ENABLED": "0"},
            )
            rates[name] = effort.rows_on_ray / (float(_counted(url)[1]) + _SECONDS)
    yield line("rows per second on Ray, two actors", f"{rates['ours']:,.0f}", "")
    yield line("the same by the processor of ray.data.llm", f"{rates['llm']:,.1f}", "")
    yield line("times its rate", f"{rates['ours'] / rates['llm']:.1f}", "20")


def run(name: str, url: str, rows: int, output: Path | None = None) -> Job:
    """Run a job in a process of its own."""
    python = find_interpreter("openai" if name == "openai" else "ours-cli")
    command = [python, "-P", _FOLDER / "job.py", name, url, rows, _CONCURRENCY]
    command += [] if output is None else [output]
    done = subprocess.run(  # noqa: S603
        list(map(str, command)),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=environment_variables(),
    )
    return Job(*map(float, done.stdout.split()))


@contextlib.contextmanager
def run_server(seconds: float) -> Iterator[str]:
    """Run the server; yield its base URL."""
    command = [sys.executable, "-P", str(_FOLDER / "server.py"), str(seconds)]
    with subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        given, printed = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        with given:
            yield f"http://127.0.0.1:{printed.readline().strip()}/v1"


def calls(url: str) -> int:
    """Return how many calls have come."""
    return int(_counted(url)[0])


def _counted(url: str) -> list[bytes]:
    with urllib.request.urlopen(f"{url}/calls") as response:  # noqa: S310
        return response.read().split()  # type: ignore[no-any-return]


def line(what: str, figure: str, limit: str) -> str:
    """Return a line of the table."""
    return f"| {what} | {figure} | {limit} |"


def write(table: str) -> None:
    """Replace the table in RESULTS.md."""
    path = _FOLDER / "RESULTS.md"
    head, _, rest = path.read_text("utf-8").partition("<!-- table -->")
    tail = rest.partition("<!-- end of the table -->")[2]
    version = subprocess.run(  # noqa: S603
        [find_interpreter("openai"), "-c", "import openai; print(openai.__version__)"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.strip()
    about = f"{time.strftime('%Y-%m-%d')}; {platform.system()}, {os.cpu_count()} cores;"
    about += f" CPython {platform.python_version()}; openai {version}."
    new = f"{head}<!-- table -->\n\n{about}\n\n{table}\n\n<!-- end of the table -->{tail}"
    path.write_text(new, "utf-8")


if __name__ == "__main__":
    main()
