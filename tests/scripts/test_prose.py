"""The English of the repository: phrases that readers stumbled over do not come back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# What was written, and what to write instead.
PHRASES = {
    "the server was not heard": "could not connect to URL, or connection to HOST lost",
    "the server was never heard": "could not connect to URL, or connection to HOST lost",
    "without being heard": "without a response",
    "cannot be worked with": "invalid value",
    "it cannot work with": "invalid value",
    "sends nothing any more": "the client is closed",
    "no path leads": "the parameter must not be empty",
    "knows those of your key": "lists the models your key can use",
    "nobody else needs": "wrap a decoded dict without copying; the caller must not reuse it",
    "spoken here": "unsupported URL scheme",
    "spoken to": "called",
    "the one funnel": "the one function",
    "the funnel": "the one function",
    "two worlds": "sync and async",
    "both worlds": "sync and async",
    "each world": "sync and async",
    "in this world": "sync, or async",
    "of its world": "sync, or async",
    "the way of": "how",
    "the way to the server": "the connection",
    "an unreviewed author": "unreviewed code",
    "of the other world": "of the wrong kind",
    "the other world": "sync, or async",
    "torn json": "invalid JSON",
    "in the making": "incomplete, or so far",
    "beyond reason": "too deeply",
    "has no form in": "cannot be written as",
    "for the family": "for all of them",
    "gives up its connection": "closes its connection",
    "at home in": "works under",
}

_SUFFIXES = {".py", ".md", ".yaml", ".jinja"}
# Between two words there may be the end of a line, of a comment or of a piece of a string.
_GAP = r"[\s#*\"']+(?:f\")?"
_PATTERN = re.compile(
    "|".join(rf"\b{_GAP.join(map(re.escape, phrase.split()))}\b" for phrase in PHRASES),
    re.IGNORECASE,
)


def handwritten_files() -> Iterator[Path]:
    """Yield the files that people write and read, this one excepted."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        hidden = any(part.startswith(".") or part in {"build", "dist"} for part in inside.parts)
        if path.suffix in _SUFFIXES and not hidden and path.is_file() and path != Path(__file__):
            yield path


def find_phrases(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the phrase of each place where an old phrase stands."""
    for found in _PATTERN.finditer(text):
        phrase = " ".join(re.findall(r"\w+", found[0])).lower()
        yield text.count("\n", 0, found.start()) + 1, phrase


def test_phrases_are_found_across_lines() -> None:
    """A phrase is found in any case, and where a comment or a string is wrapped."""
    text = '# In Both\n# worlds.\nerror = "this cannot be "\n    "worked with"\n'

    assert list(find_phrases(text)) == [(1, "both worlds"), (3, "cannot be worked with")]


def test_no_file_has_an_old_phrase() -> None:
    """No handwritten file has a phrase that was replaced by plain English."""
    places: list[str] = []
    for path in handwritten_files():
        text = path.read_text("utf-8")
        if not text.startswith("# Generated from "):
            places += [
                f"{path.relative_to(ROOT)}:{line}: {phrase!r}; write: {PHRASES.get(phrase)}"
                for line, phrase in find_phrases(text)
            ]

    assert not places, "\n".join(["old phrases:", *places])
