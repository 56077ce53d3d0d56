"""Packages that tests run beside the environment, in `build/cache/`, at pinned versions."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

CACHE = Path(__file__).parent.parent / "build" / "cache"


def install(requirements: Path) -> Path:
    """Install what a file with hashes names, without what that needs; return the folder.

    It is installed once for each content of the file and each version of Python.
    """
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()[:16]
    cache = CACHE / requirements.stem
    target = cache / f"{digest}-{sys.implementation.cache_tag}"
    if not target.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as beside:
            command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
            command += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
            command += ["--target", f"{beside}/package", "--requirement", str(requirements)]
            subprocess.run(command, check=True)
            with contextlib.suppress(OSError):  # another session was faster
                Path(beside, "package").rename(target)
    return target
