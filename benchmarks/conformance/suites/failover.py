"""The sixteen faults of a provider that failoverbench names, with short times.

Its catalogue is public (`failoverbench/failoverbench`, methodology 0.1). What is sent and the words
are ours. No client here falls back to another model by itself; what is right is then what lets the
program do so: an error that it can catch, soon, and never half an answer that looks like a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.conformance.dialects import Dialect
from benchmarks.conformance.provider import SILENCE, Asked, Pause, Steps
from benchmarks.conformance.scenarios import Answer, Call, Failure, Form, Scenario, Suite
from tests.server import CLOSE, RESET, event_stream, json_reply

__all__ = ["FAILOVER", "healthy", "refusal"]

RETRY_AFTER = 1.0
DOWN = 6  # so many requests are refused in the outage
ALIVE = Call([Answer()])


def healthy(dialect: Dialect, asked: Asked, model: str = "m") -> Steps:
    """Return a right answer."""
    if asked.streams:
        return event_stream(*(event.sent for event in dialect.events(model=model)))
    return json_reply(dialect.answer(model=model))


def refusal(
    dialect: Dialect,
    status: int,
    kind: str,
    message: str = "Not now.",
    *,
    code: str | None = None,
    headers: dict[str, str] | None = None,
) -> Steps:
    """Return an error with this status."""
    return json_reply(dialect.error(kind, message, code), status=status, headers=headers)


def _limited_once(dialect: Dialect, asked: Asked) -> Steps:
    if asked.number:
        return healthy(dialect, asked)
    headers = {"Retry-After": f"{RETRY_AFTER:.0f}"}
    return refusal(dialect, 429, "rate_limit_error", headers=headers)


def _limited(dialect: Dialect, asked: Asked) -> Steps:
    return refusal(dialect, 429, "rate_limit_error")


def _broken_once(dialect: Dialect, asked: Asked) -> Steps:
    return healthy(dialect, asked) if asked.number else refusal(dialect, 500, "api_error")


def _overloaded(dialect: Dialect, asked: Asked) -> Steps:
    return refusal(dialect, 503, "overloaded_error")


def _reset_once(dialect: Dialect, asked: Asked) -> Steps:
    return healthy(dialect, asked) if asked.number else [RESET]


def _silent(dialect: Dialect, asked: Asked) -> Steps:
    return [SILENCE]


def _slow(dialect: Dialect, asked: Asked) -> Steps:
    first, *others = (event.sent for event in dialect.events())
    return [*event_stream(b"")[:1], Pause(1.0), *event_stream(first, *others)[1:]]


def _begun(dialect: Dialect, words: int) -> list[bytes]:
    """Return the pieces of a stream that has come to this word."""
    events = dialect.events()[: dialect.first_word + words]
    return event_stream(*(event.sent for event in events))[:-1]  # type: ignore[return-value]


def _cut(dialect: Dialect, asked: Asked) -> Steps:
    return healthy(dialect, asked) if asked.call else [*_begun(dialect, 4), CLOSE]


def _stalled(dialect: Dialect, asked: Asked) -> Steps:
    return healthy(dialect, asked) if asked.call else [*_begun(dialect, 2), SILENCE]


def _malformed(dialect: Dialect, asked: Asked) -> Steps:
    if asked.call:
        return healthy(dialect, asked)
    events = [event.sent for event in dialect.events()]
    broken = dialect.events()[dialect.first_word + 2].sent.replace(b"}\n", b"\n")
    events[dialect.first_word + 2] = broken
    return event_stream(*events)


def _without_done(dialect: Dialect, asked: Asked) -> Steps:
    return event_stream(*(event.sent for event in dialect.events()[:-1]))


def _too_long(dialect: Dialect, asked: Asked) -> Steps:
    message, code = "The prompt is 9,000 tokens too long.", "context_length_exceeded"
    return refusal(dialect, 400, "invalid_request_error", message, code=code)


def _filtered(dialect: Dialect, asked: Asked) -> Steps:
    message, code = "The prompt was refused by the filter.", "content_policy_violation"
    return refusal(dialect, 400, "invalid_request_error", message, code=code)


def _prefill_refused(dialect: Dialect, asked: Asked) -> Steps:
    if asked.call == 0:
        return [*_begun(dialect, 4), CLOSE]
    if asked.call == 2:
        return healthy(dialect, asked)
    return refusal(dialect, 400, "invalid_request_error", "The last message must be the user's.")


def _flapping(dialect: Dialect, asked: Asked) -> Steps:
    return _overloaded(dialect, asked) if asked.number < DOWN else healthy(dialect, asked)


def _accounted(dialect: Dialect, asked: Asked) -> Steps:
    return healthy(dialect, asked, "second") if asked.call else _overloaded(dialect, asked)


TOKENS = 5  # of a healthy answer
REFUSED = Call([Failure(503)], (1, 6))
EACH: Sequence[Form] = ("stream", "plain")

_TABLE = "failoverbench {}"
FAILOVER = Suite(
    "failover",
    "Faults of a provider",
    "the scenarios of failoverbench (methodology 0.1), written anew with shorter times",
    [
        Scenario(
            "429 with Retry-After, once",
            "asked again, not before the time, and answered",
            _TABLE.format("S01"),
            _limited_once,
            [Call([Answer()], (2, 2), gap=RETRY_AFTER - 0.05)],
            EACH,
        ),
        Scenario(
            "429 at each request",
            "a 429 after a few attempts that do not follow at once",
            _TABLE.format("S02"),
            _limited,
            [Call([Failure(429)], (1, 6), gap=0.1)],
            EACH,
        ),
        Scenario(
            "500 once",
            "asked again and answered",
            _TABLE.format("S03"),
            _broken_once,
            [Call([Answer()], (2, 2))],
            EACH,
        ),
        Scenario(
            "503 at each request",
            "a 503 after a few attempts",
            _TABLE.format("S04"),
            _overloaded,
            [REFUSED],
            EACH,
        ),
        Scenario(
            "a reset before the response, once",
            "asked again and answered",
            _TABLE.format("S05"),
            _reset_once,
            [Call([Answer()], (2, 2))],
            EACH,
        ),
        Scenario(
            "no response",
            "an error that the documentation names, within the time for all attempts",
            _TABLE.format("S06"),
            _silent,
            [Call([Failure()], (1, 6))],
            EACH,
        ),
        Scenario(
            "the first text after half the time for silence",
            "the answer, of one attempt",
            _TABLE.format("S07"),
            _slow,
            [Call([Answer()], (1, 1))],
        ),
        Scenario(
            "a stream that is cut",
            "an error that the documentation names; the next call is answered",
            _TABLE.format("S08"),
            _cut,
            [Call([Failure()], (1, 1)), ALIVE],
        ),
        Scenario(
            "a stream that goes silent",
            "an error that the documentation names; the next call is answered",
            _TABLE.format("S09"),
            _stalled,
            [Call([Failure()], (1, 1)), ALIVE],
        ),
        Scenario(
            "an event that is no JSON",
            "an error that the documentation names; the next call is answered",
            _TABLE.format("S10"),
            _malformed,
            [Call([Failure()], (1, 1)), ALIVE],
        ),
        Scenario(
            "a whole stream without `[DONE]`",
            "the answer with its usage, as it has said why it stopped",
            _TABLE.format("S11"),
            _without_done,
            [Call([Answer(tokens=TOKENS)], (1, 1))],
            dialects=frozenset({"chat"}),
        ),
        Scenario(
            "400: the context is too long",
            "the 400 with its message, after one attempt",
            _TABLE.format("S12"),
            _too_long,
            [Call([Failure(400, "too long")], (1, 1))],
            EACH,
        ),
        Scenario(
            "400: refused by a filter",
            "the 400 with its message, after one attempt",
            _TABLE.format("S13"),
            _filtered,
            [Call([Failure(400, "filter")], (1, 1))],
            EACH,
        ),
        Scenario(
            "a cut stream, then a model that refuses to continue it",
            "each error for what it is; asked anew, answered",
            _TABLE.format("S14"),
            _prefill_refused,
            [
                Call([Failure()], (1, 1)),
                Call([Failure(400, "last message")], (1, 1), prefill=True),
                ALIVE,
            ],
        ),
        Scenario(
            "an outage of six requests, and five calls",
            "503 while it lasts, each after a few attempts, and answers from then on",
            _TABLE.format("S15"),
            _flapping,
            [*[Call([Failure(503), Answer()], (1, 6))] * 4, Call([Answer()], (1, 1))],
        ),
        Scenario(
            "503, then another model that answers",
            "the 503; then the other's name and usage, and nothing else counted",
            _TABLE.format("S16"),
            _accounted,
            [REFUSED, Call([Answer(model="second", tokens=TOKENS)], (1, 1))],
        ),
    ],
)
