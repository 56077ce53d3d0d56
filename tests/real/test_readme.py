"""Every Python block of the README runs, against the local model."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.real.conftest import Server

README = Path(__file__).resolve().parent.parent.parent / "README.md"
BLOCKS = re.findall(r"^```python\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=[f"block{n}" for n in range(1, len(BLOCKS) + 1)])
def test_runs(block: str, server: Server) -> None:
    """A block of the README is a whole program, which runs as it stands and prints something."""
    environment = {"APERTIS_API_KEY": server.api_key, "APERTIS_BASE_URL": server.base_url}

    # A short program may leave closing its connections to its end.
    warnings = ["-W", "error", "-W", "ignore::ResourceWarning"]
    done = subprocess.run(
        [sys.executable, *warnings, "-c", block],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.strip() or "except" in block
