"""Measures what this package costs, beside httpx and what else there is.

python -m benchmarks                 everything, into benchmarks/RESULTS.md
python -m benchmarks --quick         with less care, to the terminal
python -m benchmarks --only stream   one line, to the terminal
python -m benchmarks --no-peers      httpx and ours alone, to the terminal
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.environments import NotAvailable, interpreter
from benchmarks.lines import LINES, PEERS, Line
from benchmarks.measuring import Doer, Effort, Pythons, Samples, begun, repeated, server
from benchmarks.report import rows, table, write

FULL = Effort(starts=11, rounds=3, batches=12, seconds=5)
QUICK = Effort(starts=5, rounds=1, batches=7, seconds=4)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the costs.")
    parser.add_argument("--quick", action="store_true", help="with less care")
    parser.add_argument(
        "--only", action="append", choices=[line.name for line in LINES], help="may be repeated"
    )
    parser.add_argument("--no-peers", action="store_true", help="httpx and ours alone")
    arguments = parser.parse_args()
    lines = [line for line in LINES if not arguments.only or line.name in arguments.only]
    peers = () if arguments.no_peers else PEERS
    effort = QUICK if arguments.quick else FULL
    figures = measured(lines, peers, effort)
    print(figures)
    if not (arguments.quick or arguments.only or arguments.no_peers):
        write(figures)


def measured(lines: Sequence[Line], peers: Sequence[str], effort: Effort) -> str:
    """Measure the lines; return the table."""
    pythons, missing = interpreters({"httpx", "ours", *peers, *(line.client for line in lines)})
    samples: dict[Line, Samples] = {}
    with server(pythons["httpx"]) as url:
        first = {name: pythons[name] for name in ("httpx", "ours", *peers) if name in pythons}
        print("measuring the start", file=sys.stderr)
        at_startup = any(line.at_startup for line in lines)
        starts, versions = begun(first, url, effort.starts if at_startup else 0)
        for line in lines:
            if line.at_startup:
                samples[line] = starts
                continue
            if line.client in missing:
                samples[line] = {Doer(line.client, line.task): missing[line.client]}
                continue
            print(f"measuring {line.name}", file=sys.stderr)
            doers = [doer for doer in doers_of(line, peers) if doer.client in pythons]
            samples[line] = repeated(pythons, doers, url, effort)
    how = (
        f"CPU time of the process; medians of up to {effort.rounds * effort.batches} batches"
        f" ({effort.starts} processes for what happens once), taken in turns."
        " A ratio is the median of those of neighbours; in brackets, their middle half."
    )
    return table(rows(lines, samples, peers), versions, peers, how)


def interpreters(names: Iterable[str]) -> tuple[Pythons, dict[str, NotAvailable]]:
    """Return the interpreters of the clients, and why some have none."""
    pythons: dict[str, Path] = {}
    missing: dict[str, NotAvailable] = {}
    for name in sorted(names):
        try:
            pythons[name] = interpreter(name)
        except NotAvailable as reason:
            missing[name] = reason
    return pythons, missing


def doers_of(line: Line, peers: Sequence[str]) -> list[Doer]:
    """Return who does what for a line, in the order of their turns."""
    if not line.with_peers:
        peers = ()
    if line.base and line.base_client:
        first = [Doer(line.base_client, line.base), Doer(line.client, line.task)]
        return first + [Doer(name, line.task) for name in peers]
    return [
        Doer(name, task)
        for name in (line.client, *peers)
        for task in (line.base, line.task)
        if task
    ]


if __name__ == "__main__":
    main()
