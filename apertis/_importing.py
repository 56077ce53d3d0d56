"""Modules that are imported late, in such a way that a fork waits for it.

A process that forks while one of its threads imports a module leaves that module locked in the
child, where whoever needs it waits for ever.
"""

from __future__ import annotations

import os
import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

__all__ = ["httpx", "importing"]

importing: Final = threading.RLock()
"""Held while modules are imported late, as in ``with importing:``."""

# `logging` also has a lock that a fork waits for, and modules ask for their loggers when they are
# imported. Hooks are called in the reverse order of their registration: its own has to be there.
import_module("logging")
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=importing.acquire,
        after_in_parent=importing.release,
        after_in_child=importing.release,
    )

if TYPE_CHECKING:
    import httpx
else:

    class LazyModule:
        """A module that is imported when one of its names is first asked for."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, name: str) -> Any:
            with importing:
                module = import_module(self._name)
            return getattr(module, name)

    # It takes half of the time in which a program begins, and our connections do without it: it is
    # needed for its exceptions, for who looks at a request or a response, and for its clients.
    httpx = LazyModule("httpx")
