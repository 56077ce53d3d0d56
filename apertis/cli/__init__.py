"""The command `apertis`, which needs ``apertis[cli]``: click, and rich where something is drawn.

May import everything. Each command has a module of its own, which is loaded when it is used; start
reading at `commands`.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    try:
        from .commands import apertis
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        sys.exit("the command apertis needs more packages: pip install 'apertis[cli]'")
    apertis(prog_name="apertis")
