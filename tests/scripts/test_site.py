"""The built site in a real browser: each page on a wide and a narrow screen, light and dark.

What is looked at is what makes a page hard to read, as `layout.js` has it: text without contrast,
text that is cut off, blocks over each other, pictures that are not there or too small. Screenshots
are left for people; they are not compared, as each browser draws letters in its own way.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = ROOT / "build" / "site"
SHOTS = ROOT / "build" / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), "")
WIDTHS = {"wide": 1400, "narrow": 390}
LAYOUT = Path(__file__).with_name("layout.js").read_text("utf-8")
_BACKGROUND = "getComputedStyle(document.body).backgroundColor"

pytestmark = pytest.mark.skipif(not BROWSER, reason="there is no Chromium on this machine")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    subprocess.run([sys.executable, ROOT / "scripts" / "docs.py"], check=True, capture_output=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"]) as browser,
    ):
        yield browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_page_can_be_read(
    address: str, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    """No page is wider than the screen, has colours of the other scheme, or says an error."""
    wrong: list[str] = []
    with browser.new_context(color_scheme=scheme) as context:
        tab = context.new_page()
        # What pages say in the console, and what they ask for in vain.
        tab.on("console", lambda message: wrong.append(f"{tab.url}: {message.text}"))
        tab.on("pageerror", lambda error: wrong.append(f"{tab.url}: {error}"))
        tab.on("requestfailed", lambda request: wrong.append(f"{tab.url}: {request.url} failed"))
        for file in sorted(SITE.rglob("*.html")):
            name = file.relative_to(SITE).as_posix()
            tab.goto(f"{address}/{name}")
            dark = sum(map(int, re.findall(r"\d+", tab.evaluate(_BACKGROUND))[:3])) < 384
            if dark != (scheme == "dark"):
                wrong.append(f"{name}: is not {scheme}")
            for width, pixels in WIDTHS.items():
                tab.set_viewport_size({"width": pixels, "height": 1000})
                wrong += [f"{name} ({width}): {each}" for each in tab.evaluate(LAYOUT)]
                shot = SHOTS / f"{width}-{scheme}" / f"{name.replace('/', '-')}.png"
                tab.screenshot(path=shot)

    assert not wrong, "\n".join(wrong)


def test_the_notebook_has_room(address: str, browser: Browser) -> None:
    """The picture is as high as what it shows, but for an empty line or two."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{address}/assets/notebook.svg")
        room = tab.evaluate("""() => {
            const height = document.documentElement.getAttribute("height");
            return height - document.querySelector("#nb").scrollHeight;
        }""")

    assert 0 <= room < 60


def test_bad_layout_is_found(browser: Browser) -> None:
    """Each kind of it."""
    page = """<article style="background: white">
        <p style="color: #aaa">pale</p>
        <p style="margin-top: -30px">over it</p>
        <p style="width: 50px; overflow: hidden; white-space: nowrap">much too long for this</p>
        <img src="data:image/png;base64,x" alt="none">
        <p style="width: 3000px">beside the screen</p>
    </article>"""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.set_content(page)
        found = "\n".join(tab.evaluate(LAYOUT))

    faults = (
        'contrast of 2.3: <p> "pale"',
        "lies over",
        "is cut off",
        "is not shown",
        "wider than",
    )
    for fault in (*faults, "no visible title"):
        assert fault in found
