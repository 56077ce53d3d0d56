"""Format the results as a Markdown table, and write it into `RESULTS.md`."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.lines import Measured

if TYPE_CHECKING:
    from benchmarks.lines import Line
    from benchmarks.measuring import Samples

__all__ = ["format_table", "write"]

_RESULTS = Path(__file__).with_name("RESULTS.md")
_BEGIN = "<!-- `make bench` replaces what is between this mark and the next. -->"
_END = "<!-- End of what `make bench` replaces. -->"
_SCALE = {"ms": 1e3, "µs": 1e6, "MB": 1 / 1024, "": 1.0}
_TITLES = {"httpx": "httpx", "ours": "apertis", "vendor": "the vendor's", "openai": "openai"}


def format_table(
    lines: Sequence[Line],
    samples: Mapping[Line, Samples],
    versions: Mapping[str, str],
    peers: Sequence[str],
    how: str,
) -> str:
    """Return the machine, the versions, how it was measured, and the table, in Markdown."""
    heads = ["what", "compared to", "apertis", "ratio", "limit", "result"]
    heads += [title for name in peers for title in (_TITLES[name], "ratio")]
    rows = [heads, ["---"] + ["---:"] * (len(heads) - 1)]
    rows += [_format_row(line, samples[line], peers) for line in lines]
    return "\n".join(
        [
            f"{datetime.now(UTC):%Y-%m-%d}; {_describe_machine()}.",
            ", ".join(f"{_TITLES[name]} {version}" for name, version in versions.items()) + ".",
            how,
            "",
            *(f"| {' | '.join(row)} |" for row in rows),
        ]
    )


def write(table: str) -> None:
    """Replace the table in `RESULTS.md`; the text around it stays."""
    before, _, rest = _RESULTS.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    _RESULTS.write_text(f"{before}{_BEGIN}\n\n{table}\n\n{_END}{after}", "utf-8")


def _format_row(line: Line, samples: Samples, peers: Sequence[str]) -> list[str]:
    base = samples.get(line.base(line.client), [])
    own = samples.get(Measured(line.client, line.task), [])
    limit = f"{line.limit:g} {line.unit}".strip() if line.is_absolute else f"{line.limit:.2f}"
    cells = [line.title, _format_median(base, line)]
    if own:
        costs = (
            [cost * _SCALE[line.unit] for cost in own] if line.is_absolute else _ratios(own, base)
        )
        result = "within its limit" if statistics.median(costs) <= line.limit else "**not met**"
        spread = "" if line.is_absolute else _format_spread(costs)
        cells += [_format_median(own, line), spread, limit, result]
    else:
        cells += ["", "", limit, "not measured"]
    for peer in peers:
        own = samples.get(Measured(peer, line.task), [])
        ratios = _ratios(own, samples.get(line.base(peer), []))
        shown = f"{statistics.median(ratios):.2f}" if ratios and not line.is_absolute else ""
        cells += [_format_median(own, line), shown]
    return cells


def _ratios(own: Sequence[float], base: Sequence[float]) -> list[float]:
    # Of neighbouring samples: whatever else the machine did then, it did to both.
    return [cost / compared for cost, compared in zip(own, base, strict=False)]


def _format_median(costs: Sequence[float], line: Line) -> str:
    if not costs:
        return ""
    value = statistics.median(costs) * _SCALE[line.unit]
    digits = 0 if value >= 100 or not line.unit else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {line.unit}".strip()


def _format_spread(ratios: Sequence[float]) -> str:
    low, median, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else [ratios[0]] * 3
    return f"{median:.2f} ({low:.2f} to {high:.2f})"


def _describe_machine() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    text = cpuinfo.read_text("utf-8") if cpuinfo.exists() else ""
    _, _, model = text.partition("model name")
    processor = model.partition("\n")[0].strip("\t :") or platform.machine()
    return (
        f"{platform.system()} on {processor}, {os.cpu_count()} cores;"
        f" {platform.python_implementation()} {platform.python_version()}"
    )
