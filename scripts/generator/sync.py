"""Makes the modules `sync_*.py` of the wrapper out of `async_*.py`, by replacing words.

Comparable to unasync, which works on tokens and cannot replace a type such as a coroutine by its
result, nor say that a replacement has become useless.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from .render import ruff_fix
from .spec import SpecError
from .twins import twins

__all__ = ["GENERATED", "RULES", "RUN_SYNC", "SYNC_ROOMS", "convert", "write_sync_modules"]

SYNC_ROOMS = (
    *("_answers", "_conversation", "_resource", "_streaming"),
    *("chat", "messages", "responses"),
)  # which have such modules


class Rule(NamedTuple):
    """A replacement: a regular expression, and what takes the place of its matches."""

    pattern: str
    replacement: str


# Text in brackets, which may hold other brackets.
_NESTED = r"((?:[^][]|\[(?:[^][]|\[[^][]*\])*\])*)"

RULES = (
    Rule(r"(?m)^.*# async only\n", ""),
    Rule(r"\ballow_async=True", "allow_async=False"),
    Rule(r", abandon_on_cancel=True", ""),
    # Async documents the types of its coroutines; sync has their results.
    Rule(rf"\b(?:Coroutine\[\s*Any, Any, |Awaitable\[){_NESTED}\]", r"\1"),
    Rule(r"AwaitableStream\(call\) if stream else call", "call"),
    Rule(r"\bAwaitableStream\[", "Stream["),
    # A coroutine that both share is run; any other call blocks until it has its result.
    Rule(r"\bawait (self\._(?:body|call|source)\.\w+\(\)|waiting\b)", r"run_sync(\1)"),
    Rule(r"\bawait in_thread\(([\w.]+)(?:, )?", r"\1("),
    Rule(r"\bawait `", "call `"),
    Rule(r"\bawait ", ""),
    Rule(r"\ban `([Aa])sync(?=[A-Z ])", r"a `\1sync"),
    Rule(r"\basync (?=def|for|with)", ""),
    Rule(r"\b__a(?=(enter|exit|iter|next)__)", "__"),
    Rule(r"\banext\(", "next("),
    Rule(r"Async(?=[A-Z])", ""),
    Rule(r"\b(\.?)async_(?=\w)", r"\1sync_"),
    Rule(r"\bcall_tools_async\b", "call_tools_sync"),
)
GENERATED = "# Generated from "
HEADER = """\
# Generated from {name}: change that module, then run `make generate`.
# Never edit this file.
"""
RUN_SYNC = "from .._transport.run_sync import run_sync\n"


def convert(text: str, unused: set[Rule] | None = None) -> str:
    """Return the text of a sync module.

    Args:
        text: That of the async module.
        unused: Rules that are not known to be used; those that are used leave it.
    """
    for rule in RULES:
        text, count = re.subn(rule.pattern, rule.replacement, text)
        if count and unused is not None:
            unused.discard(rule)
    if "run_sync(" in text:
        text = re.sub(r"(?m)^from \.", RUN_SYNC + "from .", text, count=1)
    return text


def write_sync_modules(package: Path, output: Path) -> None:
    """Write the sync modules of each room of `package`, and its twins, to a folder in `output`.

    Raises:
        SpecError: A rule was not used: nothing needs it any more.
    """
    unused = set(RULES)
    for room in SYNC_ROOMS:
        (output / room).mkdir()
        made = {twin: (f"../chat/{source}", text) for twin, source, text in twins(package, room)}
        files = (package / room).glob("async_*.py")
        texts = {path.name: path.read_text("utf-8") for path in files if path.name not in made}
        for name, text in {**texts, **{name: text for name, (_, text) in made.items()}}.items():
            made[name.replace("async_", "sync_", 1)] = (name, convert(text, unused))
        for name, (source, text) in made.items():
            (output / room / name).write_text(HEADER.format(name=source) + text, encoding="utf-8")
    ruff_fix(*(output / room for room in SYNC_ROOMS))
    if unused:
        patterns = ", ".join(sorted(rule.pattern for rule in unused))
        raise SpecError(f"scripts/generator/sync.py: nothing needs these rules: {patterns}")
