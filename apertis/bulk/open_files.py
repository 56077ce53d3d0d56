"""How many files a process may have open, of which each connection is one."""

from __future__ import annotations

import contextlib
import math

from .._errors.tree import ConfigurationError
from .._importing import importing

__all__ = ["allow_connections", "check_connections"]

_OTHERS = 32  # files beside the connections


def allow_connections(count: int) -> None:
    """Let this process open as many connections, as far as the system allows."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        with importing:
            import resource
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if _number(soft) < count + _OTHERS:
            enough = min(_number(hard), count + _OTHERS)
            resource.setrlimit(resource.RLIMIT_NOFILE, (int(enough), hard))


def check_connections(name: str, count: int) -> None:
    """Check that this process may open as many connections.

    Raises:
        ConfigurationError: it may not; the message has `name`, the setting that says how many.
    """
    try:
        with importing:
            import resource
    except ImportError:  # Windows
        return
    soft = _number(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    if soft < count + _OTHERS:
        raise ConfigurationError(
            f"{name}: {count} calls at once need as many connections, and this process may have"
            f" {soft} files open; have it open more (ulimit -n {count + 2 * _OTHERS}), or choose"
            f" {name} {max(soft - _OTHERS, 1)}"
        )


def _number(limit: int) -> float:
    return limit if limit >= 0 else math.inf
