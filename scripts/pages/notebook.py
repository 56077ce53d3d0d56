"""A picture of a notebook, drawn from a program of a page, which the tests run."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "guides" / "notebooks.md"
PICTURE = ROOT / "docs" / "assets" / "notebook.svg"

# A program that prints what a notebook would show, and what it prints.
_PROGRAM = re.compile(
    r"^```python\n(?P<code>[^`]*?)^print\((?P<shown>\w+)\._repr_markdown_\(\)\)\n```\n\n"
    r"```text\n(?P<markdown>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_WIDTH, _LINE = 640, 20  # in pixels
_CHARACTERS = 74  # of code in a line
_STYLE = """
#nb { font: 14px/20px system-ui, sans-serif; color: #212121; background: #fff;
  padding: 12px; border: 1px solid #cfcfcf; border-radius: 6px; display: grid;
  grid-template-columns: 64px 1fr; row-gap: 12px; box-sizing: border-box; }
#nb .of { font: 12px/20px ui-monospace, monospace; color: #616161; padding-top: 6px; }
#nb .in { background: #f7f7f7; border: 1px solid #e0e0e0; padding: 6px 10px; }
#nb .in pre { font: 12px/20px ui-monospace, monospace; margin: 0; white-space: pre-wrap; }
#nb .out { padding: 6px 10px; }
#nb .out > * { margin: 0 0 10px; }
"""


def write() -> None:
    """Write the picture, if it has changed."""
    drawn = draw(PAGE.read_text("utf-8"))
    if not PICTURE.exists() or PICTURE.read_text("utf-8") != drawn:
        PICTURE.write_text(drawn, "utf-8")


def draw(page: str) -> str:
    """Return a cell with the first such program of a page, and the answer below it, as SVG."""
    found = _PROGRAM.search(page)
    if found is None:
        raise ValueError("no program of the page prints what a notebook shows")
    code = f"{found['code']}{found['shown']}"
    lines = sum(1 + len(line) // _CHARACTERS for line in code.splitlines())
    height = _LINE * (lines + len(found["markdown"].splitlines()) + 4)
    colours: Any = import_module("pygments")  # which has no types
    lexer = import_module("pygments.lexers").get_lexer_by_name("python")
    formatter = import_module("pygments.formatters").HtmlFormatter(
        noclasses=True, nobackground=True
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}"'
        f' viewBox="0 0 {_WIDTH} {height}"><foreignObject width="100%" height="100%">'
        f'<div xmlns="http://www.w3.org/1999/xhtml" id="nb"><style>{_STYLE}</style>'
        f'<div class="of">In [1]:</div>'
        f'<div class="in">{colours.highlight(code, lexer, formatter)}</div>'
        f'<div class="of">Out [1]:</div>'
        f'<div class="out">{MarkdownIt("commonmark").render(found["markdown"])}</div>'
        "</div></foreignObject></svg>\n"
    )
