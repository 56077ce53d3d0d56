"""The scenarios of `benchmarks/conformance/` on this client, and the verdicts themselves."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.conformance.clients import CLIENTS
from benchmarks.conformance.dialects import CHAT, MESSAGES, WORDS, Dialect
from benchmarks.conformance.provider import SILENCE, Asked
from benchmarks.conformance.running import MODES, Mode, Worker, run
from benchmarks.conformance.scenarios import (
    Answer,
    Call,
    Failure,
    Form,
    Outcome,
    Scenario,
    Seen,
    Verdict,
    judge,
)
from benchmarks.conformance.suites.answers import ANSWERS
from benchmarks.conformance.suites.event_streams import EVENT_STREAMS
from benchmarks.conformance.suites.failover import FAILOVER
from benchmarks.conformance.suites.http import HTTP
from benchmarks.conformance.suites.json_texts import OWN, embedded, is_json, own_texts

# The others wait between attempts, or for silence.
AT_ONCE = {"S08", "S10", "S11", "S12", "S13"}
SUITES = [
    FAILOVER._replace(scenarios=[s for s in FAILOVER.scenarios if s.source[-3:] in AT_ONCE]),
    EVENT_STREAMS,
    OWN,
    HTTP._replace(scenarios=[s for s in HTTP.scenarios if not s.name.startswith(("429", "502"))]),
    ANSWERS,
]
# What this client does on purpose (`EventDecoder`, `json_text.loads`).
READS = {
    "a field whose name has other letters than `data`": "a field `Data` before JSON",
    "a field whose name begins with a space": "a field ` data` before JSON",
    "invalid: names of numbers": "NaN and infinity",
    "invalid: bytes that are no UTF-8": "halves of surrogate pairs",
}


OURS = ["ours", "ours-messages"]


@pytest.fixture(scope="module")
def workers() -> Iterator[dict[str, Worker]]:
    with contextlib.ExitStack() as stack:
        yield {name: stack.enter_context(Worker(name, Path(sys.executable))) for name in OURS}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("client", "scenario", "form"),
    [
        pytest.param(name, scenario, form, id=f"{name}: {suite.name}: {scenario.name}, {form}")
        for name in OURS
        for suite in SUITES
        for scenario in suite.scenarios
        if CLIENTS[name].dialect in scenario.dialects
        for form in scenario.forms
    ],
)
def test_this_client_is_right(
    client: str, scenario: Scenario, form: Form, mode: Mode, workers: dict[str, Worker]
) -> None:
    """Where servers are at fault, this client is right, but for what it reads on purpose."""
    went = run(scenario, form, mode, workers[client])

    wrong = [(seen, verdict) for seen, verdict in went.calls if verdict is not Verdict.RIGHT]
    reads_more = scenario.name in READS and scenario.right.startswith(("the whole", "an error"))
    assert bool(wrong) is reads_more, wrong
    assert all(verdict is Verdict.WRONG for _, verdict in wrong)


WHOLE = "".join(WORDS)
RAISED = Outcome("error", error="package.Error", documented=True, status=500, message="No!")


@pytest.mark.parametrize(
    ("call", "outcome", "verdict"),
    [
        (Call([Answer()]), Outcome("answer", WHOLE), Verdict.RIGHT),
        (Call([Answer()]), Outcome("answer", WORDS[0]), Verdict.SILENT_LOSS),
        (Call([Answer()]), Outcome("answer", WHOLE + "!"), Verdict.WRONG),
        (Call([Answer(tokens=5)]), Outcome("answer", WHOLE, tokens=4), Verdict.WRONG),
        (Call([Answer()]), RAISED, Verdict.WRONG),
        (Call([Failure(500, "No!")]), RAISED, Verdict.RIGHT),
        (Call([Failure(500)]), RAISED._replace(documented=False), Verdict.OTHER_ERROR),
        (Call([Failure(404)]), RAISED, Verdict.OTHER_ERROR),
        (Call([Failure(says="Yes!")]), RAISED, Verdict.OTHER_ERROR),
        (Call([Failure()]), Outcome("answer", WHOLE), Verdict.SILENT_LOSS),
        (Call([Failure()], answered=Verdict.WRONG), Outcome("answer", WHOLE), Verdict.WRONG),
        (Call([Answer(), Failure()]), RAISED, Verdict.RIGHT),
        (Call([Answer()], attempts=(1, 1)), Outcome("answer", WHOLE), Verdict.WRONG),
        (Call([Answer()], gap=0.5), Outcome("answer", WHOLE), Verdict.WRONG),
        (Call([Answer()]), Outcome("hang"), Verdict.HANG),
    ],
)
def test_verdicts(call: Call, outcome: Outcome, verdict: Verdict) -> None:
    """Each kind of mistake has its verdict; here two requests came, 0.1 seconds apart."""
    assert judge(call, Seen(outcome, [0.0, 0.1])) is verdict


def test_a_call_that_does_not_end_is_ended() -> None:
    """A client that waits for too long is stopped, and the next call has a new process."""

    def script(dialect: Dialect, asked: Asked) -> list[object]:
        return [SILENCE]

    silent = Scenario("silence", "", "", script)  # type: ignore[arg-type]
    with Worker("ours", Path(sys.executable), patience=1.0) as worker:
        for _ in range(2):
            assert run(silent, "plain", "sync", worker).worst is Verdict.HANG


def test_texts_are_what_they_are_said_to_be() -> None:
    """Inside an object, too, a valid text is JSON and an invalid one is none."""
    body = b'{"a": 1}'
    mistaken = [text for text, valid in own_texts() if is_json(embedded(body, text)) is not valid]

    assert mistaken == []


@pytest.mark.parametrize("dialect", [CHAT, MESSAGES], ids=lambda dialect: dialect.name)
def test_words_are_where_they_are_said_to_be(dialect: Dialect) -> None:
    """The first word, and what comes after the last, have the same place in each stream."""
    events = dialect.events()

    assert events[dialect.first_word] == dialect.word(WORDS[0])
    assert events[len(events) - dialect.ends - 1] == dialect.word(WORDS[-1])
