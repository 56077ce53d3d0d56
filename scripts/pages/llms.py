"""`llms.txt` (llmstxt.org), and one file with all of the documentation, for language models."""

from __future__ import annotations

import importlib
import inspect
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pages import reference

ROOT = Path(__file__).resolve().parents[2]


def write(site: Path) -> None:
    """Write both files into the built site."""
    project = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]
    head = f"# {project['site_name']}\n\n> {project['site_description']}\n"
    index, whole = head, head
    for section, title, page in _pages(project["nav"]):
        if section not in index:
            index += f"\n## {section}\n\n"
        index += f"- [{title}]({page.removesuffix('.md')}.html)\n"
        if page.startswith("reference/"):
            whole += "\n" + "".join(_reference(page))
        else:
            whole += "\n" + (ROOT / project["docs_dir"] / page).read_text("utf-8")
    index += "\n## Optional\n\n- [All pages in one file](llms-full.txt)\n"
    (site / "llms.txt").write_text(index, "utf-8")
    (site / "llms-full.txt").write_text(whole, "utf-8")


def _pages(nav: list[Any], section: str = "Pages") -> Iterator[tuple[str, str, str]]:
    """Yield the section, the title and the file of each page."""
    for entry in nav:
        for title, value in entry.items():
            if isinstance(value, str):
                yield section, title, value
            else:
                yield from _pages(value, title)


def _reference(page: str) -> Iterator[str]:
    """Yield the docstrings of a page of the reference."""
    described = reference.pages().get(Path(page).stem)
    if described is None:  # the index of the pages
        return
    yield f"# {described.title}\n"
    for name, home in described.names.items():
        value = getattr(importlib.import_module(home), name)
        yield f"\n## {name}\n\n"
        if not inspect.isclass(value) and not inspect.isfunction(value):
            yield f"{value}\n"  # an alias of types, whose docstring no program can read
            continue
        yield f"{inspect.getdoc(value) or ''}\n"
        for method, function in inspect.getmembers_static(value, inspect.isfunction):
            if not method.startswith("_") and function.__module__.startswith("apertis."):
                yield f"\n### {name}.{method}\n\n{inspect.getdoc(function) or ''}\n"
