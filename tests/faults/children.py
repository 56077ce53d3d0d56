"""Servers in processes of their own: what they do with sockets and warnings is not tested here."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["served"]

# How long a child may take to come to its end before it is killed.
PATIENCE = 10.0


@contextlib.contextmanager
def served(
    program: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Run a program that prints its address, and give that; the program ends with its stdin."""
    command = [sys.executable, str(program), *arguments]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, **(environment or {})},
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            address = process.stdout.readline().decode().strip()
            if not address:
                log.seek(0)
                raise RuntimeError(f"{program.name} did not start:\n{log.read().decode()}")
            yield address
        finally:
            process.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
            process.kill()
