"""How a command that fails ends: with a sentence on standard error, and an exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any, Final

from .._errors.tree import (
    ApertisError,
    APIConnectionError,
    AuthenticationError,
    BulkInputError,
    ConfigurationError,
    InternalServerError,
    PaymentRequiredError,
    PermissionDeniedError,
    RateLimitError,
)
from .._logging import logger as parent

__all__ = ["FAILED", "INTERRUPTED", "WRONG", "complain", "one_line", "report", "sentence"]

logger = parent.getChild("cli")

FAILED: Final = 1
WRONG: Final = 2  # how the command was used, or its settings or its input
UNAVAILABLE: Final = 3  # the same may work later
REFUSED: Final = 4  # the key, what it may do, or the balance
INTERRUPTED: Final = 130  # by Ctrl-C, as shells have it

_NEEDS: Final = {
    "click": "cli",
    "prompt_toolkit": "cli",
    "platformdirs": "cli",
    "rich": "cli",
    "pydantic": "pydantic",
    "docstring_parser": "pydantic",
}
_STATUSES: Final[tuple[tuple[tuple[type[Exception], ...], int], ...]] = (
    ((ConfigurationError, BulkInputError), WRONG),
    ((AuthenticationError, PaymentRequiredError, PermissionDeniedError), REFUSED),
    ((RateLimitError, InternalServerError, APIConnectionError), UNAVAILABLE),
    ((ApertisError,), FAILED),
    ((TypeError, ValueError, OSError, ImportError), WRONG),
)


def report(error: Exception) -> int:
    """Say in a sentence what went wrong, and return the exit status.

    What no command is expected to raise is raised again, with its traceback.
    """
    if isinstance(error, ModuleNotFoundError) and error.name in _NEEDS:
        extra = _NEEDS[error.name]
        complain(f"this needs more packages: pip install 'apertis[{extra}]'")
        return FAILED
    import click

    if isinstance(error, click.Abort):
        return INTERRUPTED
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return WRONG
    if isinstance(error, click.ClickException):
        context: click.Context | None = getattr(error, "ctx", None)
        name = context.command_path if context else "apertis"
        text = error.format_message()
        if isinstance(error, click.UsageError):
            end = "" if text.endswith(("?", "?)")) else "."
            text = f"{text.rstrip('.')}{end} See {name} --help."
        complain(text, name)
        return error.exit_code
    if isinstance(error, BrokenPipeError):  # whoever read standard output has stopped
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    status = _status(error)
    if status is None:
        raise error
    logger.debug("how the command failed", exc_info=error)
    complain(sentence(error))
    return status


def _status(error: Exception) -> int | None:
    """Return the exit status for an error, None for one that no command is expected to raise."""
    if _is_of_httpx(error):
        return UNAVAILABLE
    return next((status for kinds, status in _STATUSES if isinstance(error, kinds)), None)


def _is_of_httpx(error: Any) -> bool:
    """Return whether httpx raised it, by which images are downloaded whose URL an answer has."""
    httpx = sys.modules.get("httpx")
    return httpx is not None and isinstance(error, httpx.HTTPError)


def complain(text: str, name: str = "apertis") -> None:
    """Write a line to standard error."""
    print(f"{name}: {one_line(text)}", file=sys.stderr)  # noqa: T201


def one_line(text: str) -> str:
    """Return text as one line that does nothing to a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def sentence(error: Any) -> str:
    """Return what an error says."""
    if isinstance(error, OSError) and error.strerror and not isinstance(error, ApertisError):
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    said = str(error) or type(error).__name__
    return f"the download failed: {said}" if _is_of_httpx(error) else said
