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
    before = _attributes(file)
    if before is None or sys.platform == "win32":
        yield
        return
    quiet = before.copy()
    quiet[_INPUT_FLAGS] &= ~termios.ICRNL
    quiet[_LOCAL_FLAGS] &= ~termios.ECHO
    try:
        termios.tcsetattr(file, termios.TCSADRAIN, quiet)
        yield
    finally:
        if _attributes(file) is not None:  # it may have gone, or belong to another program
            termios.tcsetattr(file, termios.TCSADRAIN, before)


def _attributes(file: Any) -> list[Any] | None:
    """Return what `termios` says of a terminal; None where nothing may be changed."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError, termios.error):
            if os.tcgetpgrp(file.fileno()) == os.getpgrp():
                return termios.tcgetattr(file)
    return None


def drop_typed(file: Any) -> None:
    """Forget what has been typed, so that it does not answer a question that came later."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError, termios.error):
            termios.tcflush(file, termios.TCIFLUSH)
