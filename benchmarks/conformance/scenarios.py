"""Scenarios as data, and the verdict on what a client made of one."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from benchmarks.conformance.dialects import BOTH, WORDS, Dialect
from benchmarks.conformance.provider import Asked, Steps

__all__ = [
    "Answer",
    "Call",
    "Failure",
    "Form",
    "Outcome",
    "Scenario",
    "Seen",
    "Suite",
    "Verdict",
    "judge",
]

Form: TypeAlias = Literal["plain", "stream", "gathered"]
"""A call, a loop over a stream, or a stream read by what the client has to read a whole one."""


class Verdict(enum.IntEnum):
    """What a client made of a scenario, from the best to the worst."""

    RIGHT = 0
    OTHER_ERROR = 1
    WRONG = 2
    SILENT_LOSS = 3
    HANG = 4

    @property
    def words(self) -> str:
        return self.name.lower().replace("_", " ")


class Answer(NamedTuple):
    """A call that returns; None is what is not looked at."""

    text: str | None = "".join(WORDS)
    calls: Sequence[tuple[str, Any]] | None = None  # of tools: their names and arguments
    model: str | None = None
    tokens: int | None = None


class Failure(NamedTuple):
    """A call that raises an error that the client documents."""

    status: int | None = None  # what its class or its attribute has to say
    says: str = ""  # what its text has to contain


class Outcome(NamedTuple):
    """What a worker says of a call."""

    ended: str  # "answer", "error" or "hang"
    text: str = ""
    calls: Sequence[Sequence[Any]] = ()
    model: str | None = None
    tokens: int | None = None
    error: str = ""
    documented: bool = False
    status: int | None = None
    message: str = ""


class Call(NamedTuple):
    """A call of a scenario.

    Attributes:
        expected: What is right; any of them.
        attempts: How many requests are right, at least and at most.
        gap: The least seconds between the first two requests.
        prefill: Whether the last message is the assistant's, for it to go on.
        answered: The verdict where it returns, and only an error is right.
    """

    expected: Sequence[Answer | Failure]
    attempts: tuple[int, int] = (1, 6)
    gap: float = 0.0
    prefill: bool = False
    answered: Verdict = Verdict.SILENT_LOSS


class Scenario(NamedTuple):
    """What a server does, what is right, and who says so.

    Attributes:
        name: What happens, in words.
        right: What is right, in words.
        source: A standard, the documentation of an API, or a public report.
        script: What the server sends for each request.
        calls: What the program asks, one after the other, with one client.
        forms: How the program asks.
        dialects: The APIs that have it.
    """

    name: str
    right: str
    source: str
    script: Callable[[Dialect, Asked], Steps]
    calls: Sequence[Call] = (Call([Answer()]),)
    forms: Sequence[Form] = ("stream",)
    dialects: frozenset[str] = BOTH


class Suite(NamedTuple):
    """Scenarios of one origin."""

    name: str
    title: str
    origin: str
    scenarios: Sequence[Scenario]


class Seen(NamedTuple):
    """A call as it went, and when its requests came."""

    outcome: Outcome
    times: Sequence[float]


def judge(call: Call, seen: Seen) -> Verdict:
    """Return what a client made of a call."""
    outcome = seen.outcome
    if outcome.ended == "hang":
        return Verdict.HANG
    if any(_is(outcome, expected) for expected in call.expected):
        return Verdict.RIGHT if _is_careful(call, seen.times) else Verdict.WRONG
    texts = [each.text for each in call.expected if isinstance(each, Answer)]
    if outcome.ended == "error":
        return Verdict.OTHER_ERROR if len(texts) < len(call.expected) else Verdict.WRONG
    if not texts:
        return call.answered
    is_short = any(text is not None and len(outcome.text) < len(text) for text in texts)
    return Verdict.SILENT_LOSS if is_short else Verdict.WRONG


def _is(outcome: Outcome, expected: Answer | Failure) -> bool:
    if isinstance(expected, Failure):
        return (
            outcome.ended == "error"
            and outcome.documented
            and expected.status in (None, outcome.status)
            and expected.says in outcome.message
        )
    calls = [(name, arguments) for name, arguments in outcome.calls]
    return (
        outcome.ended == "answer"
        and expected.text in (None, outcome.text)
        and (expected.calls is None or list(expected.calls) == calls)
        and expected.model in (None, outcome.model)
        and expected.tokens in (None, outcome.tokens)
    )


def _is_careful(call: Call, times: Sequence[float]) -> bool:
    least, most = call.attempts
    if not least <= len(times) <= most:
        return False
    return len(times) < 2 or times[1] - times[0] >= call.gap
