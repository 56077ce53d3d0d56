"""A picture of a terminal, drawn from commands of a page, which the tests run."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "guides" / "command-line.md"
PICTURE = ROOT / "docs" / "assets" / "terminal.svg"

_BLOCK = re.compile(r"terminal\.svg\)\n\n```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COLUMNS = 60  # which can be read on a telephone
_SCALE = 0.7  # of the letters that rich draws


def write() -> None:
    """Write the picture, if it has changed."""
    drawn = draw(PAGE.read_text("utf-8"))
    if not PICTURE.exists() or PICTURE.read_text("utf-8") != drawn:
        PICTURE.write_text(drawn, "utf-8")


def draw(page: str) -> str:
    """Return the block of commands below the picture as it looks in a terminal, as SVG."""
    found = _BLOCK.search(page)
    if found is None:
        raise ValueError("no block of commands is below the picture of a terminal")
    console = Console(record=True, width=_COLUMNS, file=io.StringIO())
    for line in found[1].splitlines():
        is_command = line.startswith("$ ")
        console.print(Text(line, style="bold" if is_command else "green"))
    svg = console.export_svg(title="apertis", unique_id="terminal")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if size:  # that of the text around it
        width, height = (_SCALE * float(each) for each in size.groups())
        svg = svg.replace("<svg ", f'<svg width="{width:.0f}" height="{height:.0f}" ', 1)
    # No font is loaded from elsewhere.
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
