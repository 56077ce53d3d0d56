"""Write what each client made of each scenario, and what was seen where it was not right."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from benchmarks.conformance.clients import CLIENTS, SILENCE_SECONDS
from benchmarks.conformance.running import Mode, Run
from benchmarks.conformance.scenarios import Form, Verdict
from benchmarks.environments import checkout

__all__ = ["RESULTS", "Row", "Section", "write"]

RESULTS = checkout / "docs" / "conformance.md"

_HEAD = f"""# What clients make of faults

What this client, and others, make of servers that break, that are slow, and that answer in their own way. `make conformance` runs these scenarios in a checkout, and writes this page.

Each client runs in an environment of its own, is driven through its public API as its documentation shows, sync and async, and has the same budget: two retries, {SILENCE_SECONDS:.0f} seconds of silence. Everything else is as it comes. The server is on loopback and plays a script, byte for byte.

| verdict | what it says |
| --- | --- |
| right | what the column "right" says; an error has to be one that the client's documentation tells programs to catch, with the status and the message that the row asks for |
| other error | an error is right, and one came, but of another kind: one that the documentation does not name, or whose text has not the message, or which has not the status |
| wrong | an error where the answer can be had; something else for an answer; too many requests, too few or too soon |
| silent loss | the call ended as if all were well, and something is missing or was not told |
| hang | the call did not end within twenty seconds |

A cell has the worst of what was seen. "–" is what a client does not have: another API, or nothing to read a whole stream by. What a row's source leaves open counts as right whichever way it goes, and so does what a client documents, if it can be defended.
This client is there twice: by `chat.completions`, and by `messages`, as `ours-messages`.
What this client does on purpose against a standard stands as wrong: it reads `Data:` and ` data:` before JSON as `data:`, as some gateways write it, and in JSON NaN, infinity and halves of surrogate pairs, as Python does.
mistralai has no count of retries but a time for them: four seconds.
"""


class Row(NamedTuple):
    """What is right, who says so, and how it went, by client and mode."""

    right: str
    source: str
    runs: Mapping[tuple[str, Mode], Run]


class Section(NamedTuple):
    """A table: its title, where its rows come from, and the rows by their name and form."""

    title: str
    origin: str
    rows: Mapping[tuple[str, Form], Row]


def write(table: Sequence[Section], versions: Mapping[str, str], missing: Sequence[str]) -> str:
    """Return the text of the results."""
    clients = [name for name in CLIENTS if name in versions]
    lines = [_HEAD, f"Measured on Python {platform.python_version()}."]
    lines += [f"Not run: {reason}." for reason in missing]
    lines += [
        "",
        "## Right, of all",
        "",
        _line(["", *(_title(name, versions) for name in clients)]),
    ]
    lines.append(_line(["---"] * (len(clients) + 1)))
    lines += [
        _line([section.title, *(_count(section, name) for name in clients)]) for section in table
    ]
    for section in table:
        lines += ["", f"## {section.title}", "", f"Source: {section.origin}.", ""]
        lines.append(_line(["what the server does", "right", "source", *clients]))
        lines.append(_line(["---"] * (len(clients) + 3)))
        for (name, form), row in section.rows.items():
            cells = [_cell(row, client) for client in clients]
            lines.append(_line([f"{name} ({form})", row.right, row.source, *cells]))
        lines += ["", *_details(section, clients)]
    return "\n".join(lines).rstrip() + "\n"


def _title(name: str, versions: Mapping[str, str]) -> str:
    shown = name.replace("ours", "apertis (this client)").replace("-", ", ")
    return f"{shown} {versions[name]}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _runs(row: Row, client: str) -> dict[Mode, Run]:
    return {mode: run for (name, mode), run in row.runs.items() if name == client}


def _count(section: Section, client: str) -> str:
    runs = [run for row in section.rows.values() for run in _runs(row, client).values()]
    calls = [verdict for run in runs for _, verdict in run.calls]
    verdicts = [run.worst for run in runs] if len(calls) < 4 * len(runs) else calls
    if not verdicts:
        return "–"
    kinds = Counter(verdicts)
    others = f" (+ {other} other errors)" if (other := kinds[Verdict.OTHER_ERROR]) else ""
    return f"{kinds[Verdict.RIGHT]}{others} / {len(verdicts)}"


def _cell(row: Row, client: str) -> str:
    runs = _runs(row, client)
    if not runs:
        return "–"
    shown = {mode: _shown(run) for mode, run in runs.items()}
    if len(set(shown.values())) == 1:
        return next(iter(shown.values()))
    return ", ".join(f"{text} ({mode})" for mode, text in shown.items())


def _shown(run: Run) -> str:
    words = run.worst.words
    right = sum(verdict is Verdict.RIGHT for _, verdict in run.calls)
    many = len(run.calls) > 5  # the cases of a class
    text = (
        f"{words}: {right} of {len(run.calls)} right" if many and right < len(run.calls) else words
    )
    return text if run.worst is Verdict.RIGHT else f"**{text}**"


def _details(section: Section, clients: Sequence[str]) -> Iterator[str]:
    """Return what was seen in each cell that is not right."""
    lines = [
        f"- {client}, {name} ({form}): {seen}"
        for (name, form), row in section.rows.items()
        for client in clients
        if (seen := _seen(row, client))
    ]
    if lines:
        yield from ["What was seen:", "", *lines]


def _seen(row: Row, client: str) -> str:
    said: dict[str, None] = {}
    for run in _runs(row, client).values():
        wrong = [seen for seen, verdict in run.calls if verdict is not Verdict.RIGHT]
        for outcome, times in wrong[:1]:
            if outcome.ended == "error":
                text = f"`{outcome.error}` {_quoted(outcome.message)}"
            elif outcome.ended == "answer":
                text = f"returned {_quoted(outcome.text)}"
            else:
                text = "did not end"
            said[f"{text}, {_requests(times)}"] = None
        said.update(dict.fromkeys(run.findings))
    return "; ".join(said)


def _requests(times: Sequence[float]) -> str:
    if len(times) < 2 or not times[1]:
        return f"{len(times)} request{'s' * (len(times) != 1)}"
    return f"{len(times)} requests, the second after {times[1] - times[0]:.1f} s"


def _quoted(text: str) -> str:
    shown = ascii(text[:100])[1:-1].replace("`", "'")
    return f"`{shown}{'…' * (len(text) > 100)}`"
