"""What is typed while an answer is drawn, which would be drawn into it."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import Any

if sys.platform != "win32":
    import termios

__all__ = ["drop_typed", "no_echo"]

_INPUT_FLAGS, _LOCAL_FLAGS = 0, 3  # places in what `tcgetattr` returns


@contextmanager
def no_echo(file: Any) -> Generator[None]:
    """Have a terminal not show what is typed, such as the ``^C`` of Ctrl-C.

    It is read afterwards. Enter stays what it is then, and does not become a line feed.
    Nothing is changed on Windows, for a file, and for a process in the background, which may not
    do that.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = file.fileno()
        before = termios.tcgetattr(descriptor)
        is_ours = os.tcgetpgrp(descriptor) == os.getpgrp()
    except (OSError, ValueError, termios.error):
        is_ours = False
    if not is_ours:
        yield
        return
    quiet = before.copy()
    quiet[_INPUT_FLAGS] &= ~termios.ICRNL
    quiet[_LOCAL_FLAGS] &= ~termios.ECHO
    try:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, quiet)
        yield
    finally:
        with suppress(OSError, termios.error):  # the terminal has gone
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def drop_typed(file: Any) -> None:
    """Forget what has been typed, so that it does not answer a question that came later."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError, termios.error):
            termios.tcflush(file.fileno(), termios.TCIFLUSH)
