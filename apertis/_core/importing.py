"""Imports that a fork waits for.

A process that forks while one of its threads imports a module leaves that module locked in the
child, where whoever needs it waits for ever.
"""

from __future__ import annotations

import os
import threading
from importlib import import_module
from typing import Final

__all__ = ["importing"]

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
