"""A terminal: a process in a pseudo-terminal, whose screen can be read and typed into."""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from typing import Any, Self

import pyte

from tests.server import PATIENCE

__all__ = ["Terminal"]

# Makes standard input the terminal of a new session, so that Ctrl-C is a signal.
_BEGIN = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "apertis", *sys.argv[1:]])
"""

CTRL_C, CTRL_D, ENTER, ALT_ENTER, UP, TAB = "\x03", "\x04", "\r", "\x1b\r", "\x1b[A", "\t"


class _Screen(pyte.HistoryScreen):
    """A screen that answers what a program asks the terminal, such as where the cursor is."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, lines, history=10_000)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class Terminal:
    """Runs `apertis` with some arguments in a terminal of its own; a context manager.

    Args:
        arguments: What follows `apertis` on the command line.
        environment: The environment of the process.
        columns: The width.
        lines: The height.
    """

    def __init__(
        self,
        *arguments: object,
        environment: Mapping[str, str],
        columns: int = 80,
        lines: int = 24,
    ) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen = _Screen(columns, lines, self.type)
        self._stream = pyte.ByteStream(self._screen)
        self.received = b""
        self.process = subprocess.Popen(
            [sys.executable, "-c", _BEGIN, *map(str, arguments)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={"TERM": "xterm-256color", **environment},
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._master, text.encode())

    def wait_for(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self._read_until(lambda: text in self.screen, f"no {text!r}")

    def wait_for_prompt(self) -> None:
        """Wait until the last line of the screen is an empty prompt."""
        self._read_until(lambda: self.screen.endswith("\n>"), "no prompt")

    def wait_for_end(self) -> int:
        """Wait until the process has ended, and return its exit status."""
        self._read_until(lambda: self.process.poll() is not None, "the process goes on")
        self._read(0)
        return self.process.wait()

    @property
    def screen(self) -> str:
        """What is on the screen, without white space at the ends of its lines."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    @property
    def scrollback(self) -> str:
        """What has scrolled out of the screen, and what is on it."""
        above = [
            "".join(line[column].data for column in range(self._screen.columns)).rstrip()
            for line in self._screen.history.top
        ]
        return "\n".join([*above, self.screen])

    def style(self, text: str) -> Any:
        """Return the style of the first character of a text on the screen."""
        for number, line in enumerate(self._screen.display):
            if (column := line.find(text)) >= 0:
                return self._screen.buffer[number][column]
        raise AssertionError(f"no {text!r} in\n{self.screen}")

    def _read_until(self, condition: Callable[[], bool], otherwise: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{otherwise} in\n{self.scrollback}"
            assert self.process.poll() is None or condition(), f"ended with\n{self.scrollback}"
            self._read(0.05)

    def _read(self, seconds: float) -> None:
        with contextlib.suppress(OSError):  # the process has ended
            while select.select([self._master], [], [], seconds)[0]:
                data = os.read(self._master, 65536)
                self.received += data
                self._stream.feed(data)
                seconds = 0
