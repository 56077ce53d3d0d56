"""Every program on a page runs as it stands, and prints what the page shows.

`APERTIS_WRITE_PAGES=1` writes what they print into the pages instead of comparing. Look at the
difference, and put `...` where the words of a model may vary.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import pages
from tests.example_server import ExampleServer
from tests.real.conftest import Server

ROOT = pages.ROOT
WRITE = "APERTIS_WRITE_PAGES" in os.environ  # tests run without such variables
PAGES = [page for page in pages.all_pages() if pages.blocks_of(page.read_text("utf-8"))]


@pytest.fixture(scope="module")
def example_server() -> Iterator[ExampleServer]:
    with ExampleServer() as server:
        yield server
    assert server.problems == []


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_page(page: Path, server: Server, example_server: ExampleServer, tmp_path: Path) -> None:
    """The blocks of a page are run in order, in a folder of their own."""
    text = page.read_text("utf-8")
    wrong: list[str] = []
    printed: dict[pages.Block, str] = {}
    for block in pages.blocks_of(text):
        place = f"{page.relative_to(ROOT)}:{block.line}"
        if block.title:
            (tmp_path / block.title).write_text(block.text, "utf-8")
        if not block.is_run:
            continue
        url = example_server.url if block.by_examples else server.base_url
        environment = {"APERTIS_API_KEY": server.api_key, "APERTIS_BASE_URL": url}
        try:
            printed[block] = pages.run(block, tmp_path, environment)
        except (RuntimeError, TimeoutError) as error:
            wrong.append(f"{place}: {error}")
            continue
        if difference := pages.differs(block, printed[block]):
            wrong.append(f"{place}: {difference}")
    if WRITE:
        page.write_text(pages.with_outputs(text, printed), "utf-8")
    assert not wrong, "\n".join(wrong)
