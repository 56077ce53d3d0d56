"""Lays out text for docstrings of generated code."""

from __future__ import annotations

import textwrap
import unicodedata

__all__ = ["docstring", "entry", "one_line", "paragraph"]

WIDTH = 96


def one_line(text: str) -> str:
    """Return text without line breaks, and with single spaces."""
    return " ".join(text.split())


def entry(name: str, text: str, indent: int = 0) -> str:
    """Return the entry of an argument or attribute: ``name: what it is``, wrapped."""
    words = f"{name}: {text}" if text else name
    return _wrapped(words, indent, hanging=4)


def paragraph(text: str, indent: int = 4) -> str:
    """Return text wrapped for code that is `indent` deep, its first line not indented."""
    return _wrapped(text, indent, hanging=0).lstrip()


def docstring(text: str, indent: int = 4) -> str:
    """Return text as a docstring, quotation marks included, for code that is `indent` deep."""
    body = paragraph(text, indent)
    is_short = "\n" not in body and len(body) + indent + 6 <= WIDTH + 4 and body[-1:] != '"'
    return f'"""{body}"""' if is_short else f'"""{body}\n{" " * indent}"""'


def _wrapped(text: str, indent: int, *, hanging: int) -> str:
    return "\n".join(
        textwrap.fill(
            _safe(line),
            WIDTH,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.splitlines()
    )


def _safe(text: str) -> str:
    """Return text that neither ends a docstring nor begins an escape sequence in it."""
    printable = (c for c in text if c == "\t" or unicodedata.category(c) != "Cc")
    return "".join(printable).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
