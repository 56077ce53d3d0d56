"""Charts of the benchmarks, drawn from the tables of their results."""

from __future__ import annotations

from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
CHART = ROOT / "docs" / "assets" / "benchmarks.svg"

# The lines of the table that are drawn, and its columns.
_LINES = (
    "import and construct both clients",
    "one small call, sync",
    "one small call, async",
    "200 concurrent async calls",
    "a streamed chunk, sync",
    "a streamed chunk, async",
)
_COLUMNS = {"httpx": 1, "apertis": 2, "the vendor's": 6, "openai": 8}
_COLOURS = {"httpx": "#888", "apertis": "#4051b5", "the vendor's": "#e6a23c", "openai": "#2a9d8f"}
_BAR, _LEFT, _WIDTH = 16, 130, 640


def write() -> None:
    """Write the chart, if it has changed."""
    drawn = draw(RESULTS.read_text("utf-8"))
    if not CHART.exists() or CHART.read_text("utf-8") != drawn:
        CHART.write_text(drawn, "utf-8")


def draw(results: str) -> str:
    """Return a chart as SVG: for each line the time of each client, on a scale of its own."""
    rows: dict[str, list[str]] = {}
    for cells in filter(None, map(_cells, results.splitlines())):
        rows.setdefault(cells[0], cells)  # later tables say what is measured
    parts: list[str] = []
    y = 0
    for line in _LINES:
        times = {name: rows[line][column] for name, column in _COLUMNS.items()}
        longest = max(map(_number, times.values()))
        parts.append(f'<text x="0" y="{y + 18}" font-weight="bold">{escape(line)}</text>')
        y += 26
        for name, time in times.items():
            colour = _COLOURS[name]
            width = (_WIDTH - _LEFT - 90) * _number(time) / longest
            parts += [
                f'<text x="0" y="{y + 12}">{escape(name)}</text>',
                f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="12" fill="{colour}"/>',
                f'<text x="{_LEFT + width + 6:.1f}" y="{y + 11}">{escape(time)}</text>',
            ]
            y += _BAR
        y += 10
    # Its own background: the text is read in light and dark pages alike.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -6 {_WIDTH + 24} {y + 12}"'
        ' font-family="sans-serif" font-size="13" fill="#222">\n'
        f'<rect x="-12" y="-6" width="{_WIDTH + 24}" height="{y + 12}" fill="#fff"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []


def _number(time: str) -> float:
    """Return a time of the table in microseconds."""
    amount, unit = time.split(" ")
    return float(amount.replace(",", "")) * {"µs": 1, "ms": 1000}[unit]
