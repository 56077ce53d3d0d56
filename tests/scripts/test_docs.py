"""The documentation site: what is on it, and what is checked."""

from __future__ import annotations

import operator
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pages import charts, links, notebook, reference, terminal

import apertis
from tests import pages as programs
from tests.spec import operations

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = programs.all_pages()


def test_the_reference_has_every_public_name() -> None:
    """Each name of the package is on one page of the reference, and each method of a client."""
    names = [name for page in reference.pages().values() for name in page.names]

    assert len(names) == len(set(names))
    assert set(dir(apertis)) - {"__version__"} <= set(names)
    assert {"Completions", "AsyncCompletions", "Messages", "Responses", "Videos"} <= set(names)


def test_the_reference_has_the_names_where_they_belong() -> None:
    """Errors are on a page of their own, and models on the page of the API that has them."""
    made = reference.pages()

    assert "RateLimitError" in made["errors"].names
    assert {"ChatCompletion", "Usage"} <= made["models-chat"].names.keys()
    assert {"Message", "MessageDict"} & made["models-messages"].names.keys()
    assert "Video" in made["models-endpoints"].names


def test_the_table_of_methods_names_all_of_the_api() -> None:
    """The first page has each operation of the spec, and nothing that no client has."""
    table = (ROOT / "docs" / "index.md").read_text("utf-8").partition("## Methods")[2]
    named: set[str] = set()
    for cell in re.findall(r"(?m)^\| (`.*?) \|", table):
        first, *others = re.findall(r"`([\w.]+)\(", cell)
        resource = first.removeprefix("client.").rpartition(".")[0]
        named |= {first.removeprefix("client."), *(f"{resource}.{name}" for name in others)}
    client = apertis.Apertis(api_key="sk")

    assert all(callable(operator.attrgetter(name)(client)) for name in named)
    missing = {each.method_path for each in operations()} - named
    assert not missing, f"the table in docs/index.md lacks {', '.join(sorted(missing))}"


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_every_program_on_a_page_is_run(page: Path) -> None:
    """A page has no block of a language that is neither run nor data."""
    text = page.read_text("utf-8")
    blocks = programs.blocks_of(text)

    assert {block.language for block in blocks} <= programs.LANGUAGES
    # Each fence is one that the pattern for blocks has found.
    shown = sum(block.shown is not None for block in blocks)
    assert len(re.findall(r"^ *```", text, re.MULTILINE)) == 2 * (len(blocks) + shown)


def test_a_block_of_python_has_its_output() -> None:
    """The block of text behind a program is what it prints; text elsewhere is only text."""
    page = "```python\nprint(1)\n```\n\n```text\n1\n```\n\nWords.\n\n```text\n2\n```\n"
    program, text = programs.blocks_of(page)

    assert program.shown is not None
    assert (program.shown.text, text.text) == ("1\n", "2\n")


def test_a_block_of_commands_has_their_outputs(tmp_path: Path) -> None:
    """Commands share a shell and their folder, and each has its own output."""
    (block,) = programs.blocks_of("```console\n$ x=1; echo a\na\n$ echo $x \\\n> b\n1 b\n```\n")
    printed = programs.run(block, tmp_path, {})

    assert programs.commands_of(block) == [("x=1; echo a", "a\n"), ("echo $x \\\nb", "1 b\n")]
    assert printed == block.text
    assert not programs.differs(block, printed)


def test_what_differs_is_told(tmp_path: Path) -> None:
    """Other words than those on the page are a difference, except where it has `...`."""
    page = "```python\nprint('Hello, world')\n```\n\n```text\n{}\n```\n"
    printed = "Hello, world\n"

    for shown, same in [("Hello, world", True), ("Hello...", True), ("Hello", False), ("", False)]:
        (block,) = programs.blocks_of(page.format(shown))
        assert programs.run(block, tmp_path, {}) == printed
        assert (programs.differs(block, printed) == "") is same


@pytest.mark.parametrize("command", ["false", "exit 3", "python -c 'import nonsense'"])
def test_a_command_that_fails_is_told(tmp_path: Path, command: str) -> None:
    """The status of each command of a block counts, not that of the last alone."""
    (block,) = programs.blocks_of(f"```console\n$ {command}\n$ true\n```\n")

    with pytest.raises(RuntimeError, match="ended with status"):
        programs.run(block, tmp_path, {})


def test_outputs_are_written_into_a_page(tmp_path: Path) -> None:
    """What was printed takes the place of what the page shows, also where it shows nothing."""
    page = "```python\nprint(1)\n```\n\nWords.\n\n```console\n$ echo 2\n3\n```\n"
    printed = {block: programs.run(block, tmp_path, {}) for block in programs.blocks_of(page)}
    written = programs.with_outputs(page, printed)

    assert written == (
        "```python\nprint(1)\n```\n\n```text\n1\n```\n\nWords.\n\n```console\n$ echo 2\n2\n```\n"
    )


def test_links_are_checked(tmp_path: Path) -> None:
    """Links that lead nowhere, pages without a link to them and foreign scripts are told."""
    (tmp_path / "404.html").write_text("")
    (tmp_path / "index.html").write_text(
        '<h1 id="top"><a href="a.html#there">a</a> <a href="a.html#gone">b</a>'
        '<a href="none.html">c</a> <a href="https://example.com">d</a>'
        '<script src="https://example.com/x.js"></script>'
    )
    (tmp_path / "a.html").write_text('<h2 id="there"><a href="index.html#top">back</a>')
    (tmp_path / "alone.html").write_text('<a href="index.html">home</a>')

    assert links.problems(tmp_path) == [
        "index.html: a.html#gone has no such heading",
        "index.html: none.html leads nowhere",
        "alone.html: no link leads here",
        "index.html: https://example.com/x.js cannot be loaded from the site",
    ]


def test_the_chart_is_that_of_the_results() -> None:
    """The chart of the site is drawn from the results of the benchmarks; `make docs` draws it."""
    drawn = charts.draw(charts.RESULTS.read_text("utf-8"))

    assert charts.CHART.read_text("utf-8") == drawn
    assert drawn.count("<rect") == 1 + 6 * 4


def test_the_terminal_shows_what_the_page_does() -> None:
    """The picture of a terminal has each command of the block, and loads nothing."""
    drawn = terminal.draw(
        "```console\n$ echo another\n```\n\n![](terminal.svg)\n\n```console\n$ echo hello\n```\n"
    )

    assert drawn.startswith("<svg")
    assert "hello" in drawn
    assert "another" not in drawn
    assert "url(http" not in drawn


def test_the_notebook_shows_what_the_page_does() -> None:
    """The cell is the program of the page, and what it prints is drawn as Markdown below it."""
    drawn = notebook.draw(notebook.PAGE.read_text("utf-8"))

    assert ET.fromstring(drawn).tag.endswith("svg")
    assert "create" in drawn
    assert "_repr_markdown_" not in drawn
    assert "<strong>Paris</strong>" in drawn


def test_a_page_without_such_a_program_has_no_notebook() -> None:
    """`make docs` says so."""
    with pytest.raises(ValueError, match="no program of the page"):
        notebook.draw("```python\nprint(1)\n```\n\n```text\n1\n```\n")
