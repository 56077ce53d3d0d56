"""Measure the CPU time and the memory of this package, httpx and other clients.

python -m benchmarks                 everything, into benchmarks/RESULTS.md
python -m benchmarks --quick         fewer samples, to the terminal
python -m benchmarks --only stream   one line, to the terminal
python -m benchmarks --no-peers      httpx and this package alone, to the terminal
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.environments import NotAvailable, find_interpreter
from benchmarks.lines import LINES, PEERS, Line, Measured
from benchmarks.measuring import (
    Effort,
    Samples,
    measure_peaks,
    measure_startup,
    measure_tasks,
    run_server,
)
from benchmarks.report import format_table, write

FULL = Effort(starts=11, peaks=3, rounds=3, batches=12, seconds=5)
QUICK = Effort(starts=5, peaks=1, rounds=1, batches=7, seconds=4)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the costs.")
    parser.add_argument("--quick", action="store_true", help="take fewer samples")
    parser.add_argument(
        "--only", action="append", choices=[line.name for line in LINES], help="may be repeated"
    )
    parser.add_argument("--no-peers", action="store_true", help="httpx and this package alone")
    options = parser.parse_args()
    lines = [line for line in LINES if not options.only or line.name in options.only]
    if options.no_peers:
        lines = [line._replace(peers=()) for line in lines]
    table = measure(lines, QUICK if options.quick else FULL)
    print(table)
    if not (options.quick or options.only or options.no_peers):
        write(table)


def measure(lines: Sequence[Line], effort: Effort) -> str:
    """Measure the lines; return the table."""
    peers = [name for name in PEERS if any(name in line.peers for line in lines)]
    pythons: dict[str, Path] = {}
    missing: dict[str, NotAvailable] = {}
    others = [name for line in lines for name in (line.client, line.over_client)]
    for name in dict.fromkeys(["httpx", "ours", *peers, *others]):
        try:
            pythons[name] = find_interpreter(name)
        except NotAvailable as reason:
            missing[name] = reason
    samples: dict[Line, Samples] = {}
    with run_server(pythons["httpx"]) as server:
        print("measuring the startup", file=sys.stderr)
        first = {name: pythons[name] for name in ("httpx", "ours", *peers) if name in pythons}
        at_startup = any(line.is_startup for line in lines)
        starts, versions = measure_startup(first, server, effort.starts if at_startup else 0)
        for line in lines:
            if line.is_startup:
                samples[line] = starts
                continue
            print(f"measuring {line.name}", file=sys.stderr)
            clients = [name for name in (line.client, *line.peers) if name in pythons]
            tasks = [
                task for name in clients for task in (line.base(name), Measured(name, line.task))
            ]
            there = [task for task in tasks if task.client in pythons]
            if line.is_peak:
                samples[line] = measure_peaks(pythons, there, server.url, effort.peaks)
            else:
                samples[line] = measure_tasks(pythons, there, server.url, effort)
    how = (
        f"CPU time of the process; medians of up to {effort.rounds * effort.batches} batches,"
        f" or of {effort.starts} processes for the startup and the memory, taken in turns."
        " A ratio is the median of the ratios of neighbouring samples; the middle half of them"
        " is in brackets."
    )
    reasons = [f"Not available: {name}: {reason}." for name, reason in missing.items()]
    return "\n".join([format_table(lines, samples, versions, peers, how), *reasons])


if __name__ == "__main__":
    main()
