"""The command `apertis`, which needs ``apertis[cli]``: click, and rich where something is drawn.

May import everything. Each command has a module of its own, which is loaded when it is used; start
reading at `commands`.
"""

from __future__ import annotations

import sys
import warnings

__all__ = ["main"]


def main() -> None:
    """Run the command line, and end the process with its exit status."""
    # Of a coroutine that Ctrl-C came before; Python says so in spite of the exception.
    warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)
    try:
        from .commands import apertis

        status = apertis.main(prog_name="apertis", standalone_mode=False)
        sys.stdout.flush()
    except Exception as error:  # noqa: BLE001  which report raises again if it is unexpected
        from .failures import report

        status = report(error)
    except KeyboardInterrupt:  # before click has begun to catch it
        status = 130
    sys.exit(status)
