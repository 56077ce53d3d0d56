"""Run scenarios on a client, in a process that is ended if a call does not end."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self, TypeAlias

from benchmarks.conformance.clients import CLIENTS
from benchmarks.conformance.dialects import CHAT, MESSAGES
from benchmarks.conformance.provider import Provider, model_of
from benchmarks.conformance.scenarios import Form, Outcome, Scenario, Seen, Verdict, judge
from benchmarks.environments import checkout, environment_variables, find_interpreter

__all__ = ["MODES", "Mode", "Run", "Worker", "forms_of", "run"]

HANG_SECONDS = 20.0  # three attempts of two seconds, and the waits between them, are below it

Mode: TypeAlias = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")
DIALECTS = {dialect.name: dialect for dialect in (CHAT, MESSAGES)}


class Run(NamedTuple):
    """A scenario in one form and one mode, as it went: each call with its verdict."""

    calls: Sequence[tuple[Seen, Verdict]]

    @property
    def worst(self) -> Verdict:
        """The verdict on the whole."""
        return max(verdict for _, verdict in self.calls)


class Worker:
    """The process of a client; a new one is started after a call that did not end."""

    def __init__(self, name: str, python: Path | None = None) -> None:
        self.name = name
        self.kind = CLIENTS[name]
        self.dialect = DIALECTS[self.kind.dialect]
        self.version = ""
        self._python = python or find_interpreter(name)
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._end()

    def make(self, url: str, mode: Mode) -> None:
        """Make a client for this address."""
        said = self._ask({"url": url, "mode": mode})
        assert said is not None, f"{self.name} does not start"
        self.version = said["version"]

    def call(self, form: Form, model: str, *, prefill: bool = False) -> Outcome:
        """Make a call."""
        said = self._ask({"form": form, "model": model, "prefill": prefill})
        return Outcome("hang") if said is None else Outcome(**said)

    def _ask(self, task: dict[str, Any]) -> dict[str, Any] | None:
        process = self._process or self._start()
        assert process.stdin is not None
        process.stdin.write(json.dumps(task) + "\n")
        process.stdin.flush()
        try:
            line = self._lines.get(timeout=HANG_SECONDS)
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
            env={**environment_variables(), "PYTHONUTF8": "1"},
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
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
            self._process = None


def _read(process: subprocess.Popen[str], lines: queue.SimpleQueue[str]) -> None:
    assert process.stdout is not None
    with contextlib.suppress(ValueError, OSError):  # closed meanwhile
        for line in process.stdout:
            lines.put(line)
    lines.put("")


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
            outcome = worker.call(call.form or form, model_of(number), prefill=call.prefill)
            times = [moment for of, moment in provider.times if of == number]
            seen = Seen(outcome, times)
            calls.append((seen, judge(call, seen)))
            if outcome.ended == "hang":
                break
    return Run(calls)
