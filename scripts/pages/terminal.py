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


def write() -> None:
    """Write the picture, if it has changed."""
    drawn = draw(PAGE.read_text("utf-8"))
    if not PICTURE.exists() or PICTURE.read_text("utf-8") != drawn:
        PICTURE.write_text(drawn, "utf-8")


def draw(page: str) -> str:
    """Return the longest block of commands of a page as it looks in a terminal, as SVG."""
    blocks: list[str] = re.findall(r"^```console\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    console = Console(record=True, width=90, file=io.StringIO())
    for line in max(blocks, key=len).splitlines():
        is_command = line.startswith("$ ")
        console.print(Text(line, style="bold" if is_command else "green"))
    svg = console.export_svg(title="apertis", unique_id="terminal")
    # No font is loaded from elsewhere.
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
