"""Tools that cannot be installed beside the others: they ask for other versions.

instructor asks for an older Rich, and langchain-apertis for an older `apertis`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
REQUIREMENTS = FOLDER / "apart.txt"


@pytest.fixture(scope="session")
def packages() -> Path:
    """Return a folder with the packages; it is kept in `.cache/` until they change."""
    stamp = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()[:16]
    place = ROOT / ".cache" / "ecosystem" / stamp
    if not place.exists():
        made = place.with_suffix(f".{os.getpid()}")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        options = ["--no-deps", "--target", str(made), "--requirement", str(REQUIREMENTS)]
        done = subprocess.run([*pip, *options], capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(made, ignore_errors=True)
            pytest.skip(f"packages cannot be installed: {done.stderr.strip().splitlines()[-1]}")
        made.rename(place)
    return place


@pytest.mark.parametrize("tool", ["instructor", "langchain"])
def test_tools_with_packages_of_their_own(packages: Path, tool: str) -> None:
    """What is tested where they are installed passes, and nothing is skipped."""
    tests = f"tests/ecosystem/test_{tool}.py"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", tests],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(packages)])},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-5_000:]
    assert "skipped" not in done.stdout
