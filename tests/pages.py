"""The blocks of code on a page, and whether what they print is what the page shows.

A block of Python is a whole program, and the block of `text` behind it is what it prints. A block
with a title is a file of that name, which later blocks of the page find in their folder. A block
of `console` has commands behind `$ `, and below each what it prints. `...` in an output stands
for any text, as in doctests.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

__all__ = [
    "LANGUAGES",
    "ROOT",
    "Block",
    "all_pages",
    "blocks_of",
    "commands_of",
    "differs",
    "run",
    "with_outputs",
]

ROOT = Path(__file__).resolve().parent.parent

# Where it stands before a block, the examples of the spec answer in place of the model.
EXAMPLES_MARK = "<!-- answered by the examples of the spec -->"
# What a block may be: those of other languages would not be run.
LANGUAGES = {"python", "console", "text", "json", "jsonl", "csv", "toml", "yaml", "html", "http"}

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)(?: title=\"(?P<title>[^\"]+)\")?[^\n]*\n"
    r"(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_SECONDS = 240
_END = "\x1e"  # before and behind the status of a command


@dataclass(frozen=True)
class Block:
    """A block of a page; `start` and `end` are where its text stands in that of the page."""

    line: int
    language: str
    title: str | None
    text: str
    start: int
    end: int
    indent: str
    by_examples: bool
    shown: Block | None = None

    @property
    def is_run(self) -> bool:
        """Whether it is a program; a file is one of those that a command runs."""
        return self.language in {"python", "console"} and not self.title


def all_pages() -> list[Path]:
    """Return the pages whose programs are run."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks_of(page: str) -> list[Block]:
    """Return the blocks of a page, those that are outputs in the `shown` of their programs."""
    found = [_block(page, match) for match in _FENCE.finditer(page)]
    blocks: list[Block] = []
    for block in found:
        before = blocks[-1] if blocks else None
        if before and _is_output(page, before, block):
            blocks[-1] = replace(before, shown=block)
        else:
            blocks.append(block)
    return blocks


def _block(page: str, match: re.Match[str]) -> Block:
    before = page[: match.start()]
    return Block(
        line=before.count("\n") + 1,
        language=match["language"],
        title=match["title"],
        text=textwrap.dedent(match["text"]),
        start=match.start("text"),
        end=match.end("text"),
        indent=match["indent"],
        by_examples=before.rstrip().endswith(EXAMPLES_MARK),
    )


def _is_output(page: str, program: Block, block: Block) -> bool:
    between = page[program.end : block.start]
    return (
        program.is_run
        and program.language == "python"
        and block.language == "text"
        and not block.title
        and not re.sub(r"```\w*", "", between).strip()
    )


def run(
    block: Block, folder: Path, environment: Mapping[str, str], python: str = sys.executable
) -> str:
    """Run a program in the folder of its page, and return the page's text with what it printed.

    Raises:
        RuntimeError: It failed, or wrote to standard error; the message is what it wrote.
    """
    if block.language == "console":
        return "".join(_run_commands(block, folder, environment))
    program = folder / "program.py"
    program.write_text(block.text, "utf-8")
    # A short program may leave closing its connections to its end.
    options = ["-W", "error", "-W", "ignore::ResourceWarning"]
    return _output([python, *options, str(program)], folder, environment)


def _run_commands(block: Block, folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    commands = [command for command, _ in commands_of(block)]
    script = "exec 2>&1\n" + "".join(f"{each}\nprintf '{_END}%s{_END}' $?\n" for each in commands)
    pieces = _output(["bash", "-c", script], folder, environment).split(_END)
    for command, output, status in zip(commands, pieces[::2], pieces[1::2], strict=False):
        if status != "0":
            raise RuntimeError(f"{command}\nended with status {status}:\n{output}")
        end = "" if not output or output.endswith("\n") else "\n"
        yield "$ " + command.replace("\n", "\n> ") + "\n" + output + end


def commands_of(block: Block) -> list[tuple[str, str]]:
    """Return the commands of a block of `console`, each with the output that is shown below it."""
    commands: list[tuple[str, str]] = []
    for line in block.text.splitlines(keepends=True):
        if line.startswith("$ "):
            commands.append((line[2:].rstrip("\n"), ""))
        elif line.startswith("> ") and commands and not commands[-1][1]:
            commands[-1] = (f"{commands[-1][0]}\n{line[2:].rstrip()}", "")
        else:
            command, output = commands[-1]
            commands[-1] = (command, output + line)
    return commands


def with_outputs(page: str, printed: Mapping[Block, str]) -> str:
    """Return the text of a page with the outputs of its programs replaced by what they printed."""
    for block in sorted(printed, key=lambda block: -block.start):
        output = printed[block]
        place = block if block.language == "console" else block.shown
        if not differs(block, output):
            continue
        text = textwrap.indent(output.rstrip("\n") + "\n", block.indent)
        if place:
            page = page[: place.start] + text + page[place.end :]
        else:
            end = page.index("\n", block.end) + 1
            fence = f"{block.indent}```"
            page = f"{page[:end]}\n{fence}text\n{text}{fence}\n{page[end:]}"
    return page


def _output(command: list[str], folder: Path, environment: Mapping[str, str]) -> str:
    home = {"HOME": str(folder), "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    pip = {"PIP_QUIET": "1", "PIP_NO_INDEX": "1"}  # it says whether all that it asks for is there
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **home, **pip, **environment, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    if done.returncode or done.stderr:
        raise RuntimeError(f"{done.stdout}{done.stderr}\nended with status {done.returncode}")
    return done.stdout


def differs(block: Block, printed: str) -> str:
    """Return how what was printed differs from what the page shows, or an empty text."""
    shown = block.text if block.language == "console" else block.shown.text if block.shown else ""
    checker = doctest.OutputChecker()
    want, got = (text.rstrip("\n") + "\n" for text in (shown, printed))
    if want == got or checker.check_output(want, got, doctest.ELLIPSIS):
        return ""
    example = doctest.Example("", want)
    return checker.output_difference(example, got, doctest.ELLIPSIS | doctest.REPORT_NDIFF)
