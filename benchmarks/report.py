"""The table of the results, in Markdown, and its place in `RESULTS.md`."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.environments import NotAvailable
from benchmarks.measuring import Doer, Samples

if TYPE_CHECKING:
    from benchmarks.lines import Line

__all__ = ["Row", "rows", "table", "write"]

_RESULTS = Path(__file__).with_name("RESULTS.md")
_BEGIN = "<!-- Written by `make bench` up to the next mark. What stands before and after stays. -->"
_END = "<!-- Up to here. -->"

_SCALE = {"ms": 1e3, "µs": 1e6, "MB": 1 / 1024, "": 1.0}
_TITLES = {"vendor": "the vendor's", "openai": "openai"}


class Compared(NamedTuple):
    """What a client cost, and what it is compared to."""

    own: list[float]
    base: list[float]

    @property
    def figure(self) -> float:
        return statistics.median(self.own)

    @property
    def ratio(self) -> float:
        return statistics.median(self._ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """Between what ratios the middle half of them is."""
        return _middle_half(self._ratios)

    @property
    def _ratios(self) -> list[float]:
        # Of those measured in a row: whatever else the machine does then is the same for both.
        return [own / base for own, base in zip(self.own, self.base, strict=True)]


class Row(NamedTuple):
    """A line of the table with its figures, or why there are none."""

    line: Line
    base: list[float] | None
    ours: Compared | NotAvailable
    peers: Mapping[str, Compared | NotAvailable]

    @property
    def is_met(self) -> bool | None:
        """Whether the cost is within the limit; None where it is not known."""
        if isinstance(self.ours, NotAvailable):
            return None
        cost = self.ours.ratio if self.line.base else self.ours.figure * _SCALE[self.line.unit]
        return cost <= self.line.limit


def rows(lines: Iterable[Line], samples: Mapping[Line, Samples], peers: Sequence[str]) -> list[Row]:
    """Return the figures of each line."""
    return [_row(line, samples[line], peers) for line in lines]


def table(
    measured: Sequence[Row], versions: Mapping[str, str], peers: Sequence[str], effort: str
) -> str:
    """Return the machine, the versions, the table and how to read it, in Markdown."""
    heads = ["what", "base", "ours", "ratio", "at most", ""]
    heads += [title for name in peers for title in (_TITLES[name], "ratio")]
    cells = [heads, ["---"] + ["---:"] * (len(heads) - 1), *(_cells(row) for row in measured)]
    marks = [row.is_met for row in measured]
    met, missed, unknown = (marks.count(mark) for mark in (True, False, None))
    named = ", ".join(
        f"{title} {versions[name]}"
        for name, title in (("httpx", "httpx"), ("ours", "ours"), *_TITLES.items())
        if name in versions
    )
    return "\n".join(
        [
            f"{datetime.now(UTC):%Y-%m-%d}; {_machine()}.",
            f"{named}.",
            f"{effort}",
            "",
            *(f"| {' | '.join(row)} |" for row in cells),
            "",
            f"Met: {met}. Missed: {missed}. Not available: {unknown}.",
            "",
            *(
                f"Not available: {row.line.title}: {row.ours}."
                for row in measured
                if isinstance(row.ours, NotAvailable)
            ),
        ]
    ).rstrip()


def write(figures: str) -> Path:
    """Put the figures where the last ones are; what is written around them stays."""
    text = _RESULTS.read_text("utf-8") if _RESULTS.exists() else f"{_BEGIN}\n{_END}\n"
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    _RESULTS.write_text(f"{before}{_BEGIN}\n\n{figures}\n\n{_END}{after}", "utf-8")
    return _RESULTS


def _row(line: Line, samples: Samples, peers: Sequence[str]) -> Row:
    return Row(
        line,
        _base(line, line.client, samples),
        _compared(line, line.client, samples),
        {name: _compared(line, name, samples) for name in peers},
    )


def _base(line: Line, client: str, samples: Samples) -> list[float] | None:
    if line.base is None:
        taken = samples.get(Doer("httpx", line.task))
    else:
        taken = samples.get(Doer(line.base_client or client, line.base))
    return taken if isinstance(taken, list) and taken else None


def _compared(line: Line, client: str, samples: Samples) -> Compared | NotAvailable:
    own = samples.get(Doer(client, line.task), NotAvailable("it was not measured"))
    if isinstance(own, NotAvailable):
        return own
    return Compared(own, _base(line, client, samples) or own)


def _cells(row: Row) -> list[str]:
    line, ours = row.line, row.ours
    base = "" if row.base is None else _shown(statistics.median(row.base), line)
    limit = f"{line.limit:.2f}" if line.base else f"{line.limit:g} {line.unit}"
    mark = {True: "met", False: "**missed**", None: "not available"}[row.is_met]
    cells = [line.title, base]
    if isinstance(ours, NotAvailable):
        cells += ["", ""]
    elif line.base:
        low, high = ours.spread
        cells += [_shown(ours.figure, line), f"{ours.ratio:.2f} ({low:.2f} to {high:.2f})"]
    else:
        low, high = _middle_half(ours.own)
        spread = "" if low == high else f" ({_shown(low, line)} to {_shown(high, line)})"
        cells += [f"{_shown(ours.figure, line)}{spread}", ""]
    cells += [limit, mark]
    for peer in row.peers.values():
        if isinstance(peer, NotAvailable):
            cells += ["", ""]
        else:
            cells += [_shown(peer.figure, line), f"{peer.ratio:.2f}" if line.base else ""]
    return cells


def _shown(figure: float, line: Line) -> str:
    value = figure * _SCALE[line.unit]
    digits = 0 if value >= 100 or not line.unit else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {line.unit}".strip()


def _middle_half(values: Sequence[float]) -> tuple[float, float]:
    low, _, high = statistics.quantiles(values, n=4) if len(values) > 1 else [values[0]] * 3
    return low, high


def _machine() -> str:
    return (
        f"{platform.system()} on {_processor()}, {os.cpu_count()} cores;"
        f" {platform.python_implementation()} {platform.python_version()}"
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
