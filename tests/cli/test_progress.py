"""`apertis.cli.progress`, with a clock that moves when a test says so."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from apertis.bulk.costs import Costs
from apertis.bulk.register import Plan
from apertis.cli import progress
from apertis.cli.progress import Progress, count, duration, show


class Clock:
    """A clock."""

    time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


def run_of(*, finished: int = 0, failed: int = 0) -> Any:
    """Return what is looked at of a run, of which five rows were done before."""
    costs = Costs({"m": {"input": 1, "output": 2}})
    details = {"prompt_tokens_details": {"cached_tokens": 400_000}}
    usage = {"prompt_tokens": 1_000_000, "completion_tokens": 500_000, **details}
    costs.add({"model": "m", "usage": usage}, {})
    return SimpleNamespace(
        register=SimpleNamespace(known=5, answered=4),
        ledger=SimpleNamespace(costs=costs),
        pace=SimpleNamespace(in_flight=7),
        answered=finished - failed,
        failed=failed,
        finished=finished,
    )


def test_a_line_says_everything(clock: Clock) -> None:
    """What is done, failed, in flight, the rate, the tokens, the cost and the time left."""
    run = run_of()
    shown = Progress(run, Plan(1005, 4, 1, 1000, 0), clock)
    clock.time += 10
    run.finished, run.failed = 100, 2

    assert shown.line() == (
        "105 of 1,005 done, 3 failed, 7 in flight, 10.0 rows/s, 1,500,000 tokens, cost 2.0000,"
        " 2 min left"
    )


def test_the_rate_is_that_of_the_last_half_minute(clock: Clock) -> None:
    """A slow beginning is forgotten."""
    run = run_of()
    shown = Progress(run, None, clock)
    for _ in range(100):
        clock.time += 1
        run.finished += 1
        shown.rate()
    for _ in range(60):
        clock.time += 1
        run.finished += 20
        rate = shown.rate()

    assert rate == pytest.approx(20)
    assert shown.line().startswith("1,305 done, 1 failed")


def test_a_summary_has_each_model(clock: Clock) -> None:
    """With its tokens, and its cost if that is known."""
    shown = Progress(run_of(finished=10, failed=1), None, clock)
    clock.time += 7500

    assert shown.summary().splitlines() == [
        "9 answers, 1 failed, 5 done before, in 2.1 h",
        "m: 1,000,000 tokens in (400,000 cached), 500,000 out (0 reasoning), cost 2.000000",
    ]


def test_without_a_terminal_there_are_lines(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Now and then, on standard error."""
    monkeypatch.setattr(progress, "_LINE_EVERY", 0.001)

    async def wait(*, quiet: bool) -> str:
        async with show(Progress(run_of(finished=3), None, clock), quiet=quiet):
            await asyncio.sleep(0.05)
        return capsys.readouterr().err

    assert asyncio.run(wait(quiet=False)).startswith("8 done, 1 failed, 7 in flight, ")
    assert asyncio.run(wait(quiet=True)) == ""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (89, "89 s"), (90, "2 min"), (5399, "90 min"), (9000, "2.5 h")],
)
def test_durations_are_short(seconds: float, text: str) -> None:
    """In seconds, minutes or hours."""
    assert duration(seconds) == text


def test_things_are_counted() -> None:
    """One of them is one."""
    assert [count(number, "row") for number in (0, 1, 1000)] == ["0 rows", "1 row", "1,000 rows"]
