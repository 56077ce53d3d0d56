"""Checks a built site: that every link leads somewhere, and that every page is reached."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """The links and the anchors of a page, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = {""}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value is not None}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag in {"link", "script", "img"} and values.get("rel") not in {
            "canonical",
            "alternate",
        }:
            self.loaded += [values[name] for name in ("href", "src") if name in values]


def problems(site: Path) -> list[str]:
    """Return what is wrong with the pages of a site, each with the name of the page."""
    pages = {file: _Page(file.read_text("utf-8")) for file in site.rglob("*.html")}
    del pages[site / "404.html"]  # whose links begin at the root of a server
    found: list[str] = []
    reached = {site / "index.html"}
    waiting = list(reached)
    while waiting:
        file = waiting.pop()
        for link in pages[file].links:
            target, anchor = _target(file, link)
            if target is None:
                continue
            if not target.is_file():
                found.append(f"{file.relative_to(site)}: {link} leads nowhere")
            elif target in pages and anchor not in pages[target].anchors:
                found.append(f"{file.relative_to(site)}: {link} has no such heading")
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    found += [f"{page.relative_to(site)}: no link leads here" for page in pages.keys() - reached]
    for file, page in pages.items():
        for link in page.loaded:
            target, _ = _target(file, link)
            if target is None or not target.is_file():
                found.append(f"{file.relative_to(site)}: {link} cannot be loaded from the site")
    return found


def _target(page: Path, link: str) -> tuple[Path | None, str]:
    """Return the file that a link leads to, None outside of the site, and its anchor."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    return target / "index.html" if target.is_dir() else target, unquote(parts.fragment)
