"""Run scenarios on a client, in a process that is ended if a call does not end."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple, Self, TypeAlias, cast

from benchmarks.conformance.clients import CLIENTS
from benchmarks.conformance.dialects import CHAT, MESSAGES
from benchmarks.conformance.provider import Provider, model_of
from benchmarks.conformance.scenarios import Form, Outcome, Scenario, Seen, Verdict, judge
from benchmarks.conformance.suites.llmock import REPLY, Row
from benchmarks.environments import checkout, environment_variables, find_interpreter
from tests.faults.llmock_control import Mock

__all__ = ["MODES", "Mode", "Run", "Worker", "forms_of", "run", "run_mocked"]

START_SECONDS = 120.0
HANG_SECONDS = 20.0  # three attempts of two seconds, and the waits between them, are below it

Mode: TypeAlias = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")
# Where llmock speaks the API of each client.
_MOCKED = {
    "ours": "/v1",
    "openai": "/v1",
    "vendor": "/v1",
    "ours-messages": "/anthropic/v1",
    "anthropic": "/anthropic/v1",
    "mistralai": "/mistral/v1",
}
DIALECTS = {dialect.name: dialect for dialect in (CHAT, MESSAGES)}


class Run(NamedTuple):
    """A scenario in one form and one mode, as it went: each call with its verdict."""

    calls: Sequence[tuple[Seen, Verdict]]
    findings: Sequence[str] = ()  # the errors that llmock found

    @property
    def worst(self) -> Verdict:
        """The verdict on the whole."""
        ours = max(verdict for _, verdict in self.calls)
        return max(ours, Verdict.WRONG) if self.findings else ours


class Worker:
    """The process of a client; a new one is started after a call that did not end.

    Args:
        name: The client.
        python: The interpreter, and with it the checkout's client, instead of an environment.
        patience: After how many seconds a call counts as one that does not end.
    """

    def __init__(
        self, name: str, python: Path | None = None, patience: float = HANG_SECONDS
    ) -> None:
        self.name = name
        self.kind = CLIENTS[name]
        self.dialect = DIALECTS[self.kind.dialect]
        self.version = ""
        self._python = python or find_interpreter(CLIENTS[name].environment)
        self._variables = {**environment_variables(), "PYTHONUTF8": "1"}
        if python is not None:
            self._variables["PYTHONPATH"] = str(checkout)
        self._patience = patience
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._end()

    def make(self, url: str, mode: Mode) -> None:
        """Make a client for this address."""
        said = self._ask({"url": url, "mode": mode}, START_SECONDS)
        if said is None:
            raise RuntimeError(f"{self.name} does not start")
        self.version = said["version"]

    def call(self, form: Form, model: str, *, prefill: bool = False) -> Outcome:
        """Make a call."""
        said = self._ask({"form": form, "model": model, "prefill": prefill}, self._patience)
        return Outcome("hang") if said is None else Outcome(**said)

    def _ask(self, task: dict[str, Any], patience: float) -> dict[str, Any] | None:
        process = self._process or self._start()
        _pipe(process.stdin).write(json.dumps(task) + "\n")
        _pipe(process.stdin).flush()
        try:
            line = self._lines.get(timeout=patience)
        except queue.Empty:
            self._end()
            return None
        if not line:
            raise RuntimeError(f"the process of {self.name} has ended")
        said: dict[str, Any] = json.loads(line)
        return said

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603
            [self._python, checkout / "benchmarks/conformance/worker.py", self.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=self._variables,
        )
        self._lines = queue.SimpleQueue()
        threading.Thread(target=_read, args=(process, self._lines), daemon=True).start()
        self._process = process
        return process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):
                    _pipe(pipe).close()
            self._process = None


def _read(process: subprocess.Popen[str], lines: queue.SimpleQueue[str]) -> None:
    with contextlib.suppress(ValueError, OSError):  # closed meanwhile
        for line in _pipe(process.stdout):
            lines.put(line)
    lines.put("")


def _pipe(pipe: IO[str] | None) -> IO[str]:
    return cast("IO[str]", pipe)


def forms_of(scenario: Scenario, worker: Worker) -> Iterator[Form]:
    """Return the forms of a scenario that a client has."""
    if worker.kind.dialect in scenario.dialects:
        yield from (form for form in scenario.forms if form != "gathered" or worker.kind.gathers)


def run(scenario: Scenario, form: Form, mode: Mode, worker: Worker) -> Run:
    """Run a scenario; return how it went."""
    calls: list[tuple[Seen, Verdict]] = []
    with Provider(lambda asked: scenario.script(worker.dialect, asked)) as provider:
        worker.make(provider.url, mode)
        for number, call in enumerate(scenario.calls):
            outcome = worker.call(form, model_of(number), prefill=call.prefill)
            times = [moment for of, moment in provider.times if of == number]
            seen = Seen(outcome, times)
            calls.append((seen, judge(call, seen)))
            if outcome.ended == "hang":
                break
    return Run(calls)


def run_mocked(row: Row, form: Form, mode: Mode, worker: Worker, mock: Mock) -> Run:
    """Run what llmock does; return how it went, and what llmock says."""
    mock.reset()
    mock.script(REPLY, *row.behaviors)
    worker.make(f"{mock.address}{_MOCKED[worker.name]}", mode)
    outcome = worker.call(form, model_of(0))
    seen = Seen(outcome, [0.0] * len(mock.attempts()))
    if outcome.ended == "error" and row.behaviors[0]["type"] == "stream_fault":
        # What a program does that is told; llmock sees from nothing else that it was.
        worker.call(form, model_of(0))
    # A short stream is sent to its end before its reader can hang up: llmock takes that for
    # carelessness, whatever the program was told.
    unseen = "malformed_chunk_ignored" if outcome.ended == "error" else ""
    findings = [
        f"llmock: {finding['title']}"
        for finding in mock.verdict()
        if finding["severity"] == "error" and finding["code"] != unseen
    ]
    return Run([(seen, judge(row.call, seen))], findings)
