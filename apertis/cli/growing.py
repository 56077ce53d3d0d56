"""An answer in the terminal while it is written: Markdown, and reasoning dimmed.

Each block is printed once, when nothing can change it any more, so that what scrolls out of the
screen is right. Below, until then, is the end of the block that is being written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Final, NamedTuple, Self

from markdown_it import MarkdownIt
from rich.console import Console, RenderableType
from rich.live import Live
from rich.markdown import Markdown
from rich.segment import Segment, SegmentLines
from rich.spinner import Spinner
from rich.text import Text

from .echo import no_echo
from .output import harmless

__all__ = ["TerminalAnswer", "whole_blocks"]

# As `rich` reads Markdown.
_PARSER: Final = MarkdownIt().enable("strikethrough").enable("table")


class _Kind(NamedTuple):
    """A kind of text.

    Attributes:
        whole: Returns how many characters at the beginning of a text are whole blocks.
        render: Returns what is shown.
    """

    whole: Callable[[str], int]
    render: Callable[[str], RenderableType]


def whole_blocks(text: str) -> int:
    """Return how many characters at the beginning of Markdown are blocks that cannot change.

    That is all before the last block that begins in a whole line.
    """
    lines = text.split("\n")[:-1]
    tokens = _PARSER.parse("\n".join(lines))
    starts = [token.map[0] for token in tokens if token.level == 0 and token.map]
    return sum(len(line) + 1 for line in lines[: starts[-1]]) if starts else 0


def _markdown(text: str) -> RenderableType:
    drawn = Markdown(text, code_theme="ansi_dark")
    for token in drawn.parsed:
        for part in token.children or ():
            if part.type == "softbreak":  # a model that ends a line means it, as in a poem
                part.type = "hardbreak"
    return drawn


def _whole_lines(text: str) -> int:
    return text.rfind("\n") + 1


def _dimmed(text: str) -> RenderableType:
    return Text(text, "dim italic")


def _without_padding(line: Iterable[Segment]) -> list[Segment]:
    """Return a line without the spaces at its end, which would be copied with it."""
    kept = list(line)
    while kept and not (kept[-1].style and kept[-1].style.bgcolor):
        text, style, control = kept.pop()
        if rest := text.rstrip(" "):
            return [*kept, Segment(rest, style, control)]
    return kept


_REASONING: Final = _Kind(_whole_lines, _dimmed)
_MARKDOWN: Final = _Kind(whole_blocks, _markdown)


class TerminalAnswer:
    """Shows one answer; a context manager.

    Args:
        console: The terminal.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._kind = _MARKDOWN
        self._rest = ""
        self._printed = False
        self._typing = ExitStack()
        self._live = Live(
            console=console,
            get_renderable=self._end_of_rest,
            transient=True,
            refresh_per_second=12.5,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def __enter__(self) -> Self:
        self._typing.enter_context(no_echo(self._console.file))
        self._live.start()
        return self

    def __exit__(self, *exception: object) -> None:
        rest, self._rest = self._rest, "\n"  # no sign of waiting in its last picture
        with self._typing:
            self._live.stop()
            self._print(rest)

    def add(self, kind: str, piece: str) -> None:
        """Show a piece of an answer, as `pieces` gives it."""
        self._add(_REASONING if kind == "reasoning" else _MARKDOWN, piece)

    def _add(self, kind: _Kind, piece: str) -> None:
        if not piece:
            return
        if kind is not self._kind:
            rest, self._rest = self._rest, ""
            self._print(rest)
            self._kind = kind
        self._rest += harmless(piece)
        if "\n" in piece and (length := kind.whole(self._rest)):
            done, self._rest = self._rest[:length], self._rest[length:]
            self._print(done)

    def _print(self, text: str) -> None:
        if lines := self._lines(text):
            if self._printed and self._kind is _MARKDOWN:
                self._console.print()
            self._printed = True
            self._console.print(SegmentLines(lines, new_lines=True), end="")

    def _lines(self, text: str) -> list[list[Segment]]:
        """Return what is shown of a text, without white space around it."""
        rendered = self._console.render_lines(self._kind.render(text.strip("\n")), pad=False)
        drawn = [_without_padding(line) for line in rendered]
        full = [at for at, line in enumerate(drawn) if any(part.text.strip() for part in line)]
        return drawn[full[0] : full[-1] + 1] if full else []

    def _end_of_rest(self) -> RenderableType:
        rest, most = self._rest, self._console.height - 2
        if not rest:
            return Spinner("dots", style="dim")
        if rest.startswith(("```", "~~~")):  # drawing all of a long program each time takes long
            first, *lines = rest.split("\n")
            rest = "\n".join([first, *lines[-most:]])
        return SegmentLines(self._lines(rest)[-most:], new_lines=True)
