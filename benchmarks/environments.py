"""A virtual environment for each client, with what that client needs and nothing else.

The environments are kept in `build/cache/benchmarks/` until their requirements change. None has pip
or setuptools, as setuptools runs code whenever the interpreter starts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from typing import Any

__all__ = ["NotAvailable", "checkout", "environment_variables", "find_interpreter"]

checkout = Path(__file__).resolve().parent.parent
_CACHE = checkout / "build" / "cache" / "benchmarks"

_TRACING = ["opentelemetry-sdk", "opentelemetry-instrumentation-httpx"]
_REQUIREMENTS_OF_OTHERS = {
    "httpx": ["httpx>=0.28,<1"],
    "httpx-traced": ["httpx>=0.28,<1", *_TRACING],
    "vendor": ["apertis==0.4.1"],
    "openai": ["openai==3.57.0"],
    "anthropic": ["anthropic==2.14.0"],
    "mistralai": ["mistralai==3.7.0"],
    "ray": ["ray[data]==2.60.0", "aiohttp", "pydantic>=2"],  # for its processor of requests
}
# Our clients that are measured with an extra.
_EXTRAS = {
    "ours-cli": "cli",
    "ours-orjson": "orjson",
    "ours-ray": "ray",
    "ours-numpy": "numpy",
    "ours-traced": "tracing",
}


class NotAvailable(Exception):  # noqa: N818  not always an error
    """A client cannot be installed, and why."""


def find_interpreter(name: str) -> Path:
    """Return the interpreter of a client's environment; make the environment if there is none.

    Raises:
        NotAvailable: The requirements do not exist, or could not be installed.
    """
    place = _CACHE / name
    _make(name, place, _requirements(name))
    if name not in _REQUIREMENTS_OF_OTHERS:
        for package in ("apertis", "apertis_client"):
            # As it is now: what is edited while the benchmarks run is not measured.
            there = _site_packages(place) / package
            shutil.rmtree(there, ignore_errors=True)
            shutil.copytree(checkout / package, there)
    return place / "bin" / "python"


def _make(name: str, place: Path, requirements: list[str]) -> None:
    stamp = place / "requirements.txt"
    wanted = "\n".join([f"# {sys.version}", *requirements, ""])
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    shutil.rmtree(place, ignore_errors=True)
    print(f"making the environment of {name}", file=sys.stderr)
    venv.create(place, symlinks=True)
    _install(place / "bin" / "python", requirements)
    # At the end of the path, so that our package does not hide the vendor's of the same name.
    (_site_packages(place) / "checkout.pth").write_text(f"{checkout}\n", "utf-8")
    stamp.write_text(wanted, "utf-8")


def _site_packages(place: Path) -> Path:
    return next(place.glob("lib/python*/site-packages"))


def environment_variables() -> dict[str, str]:
    """Return the environment variables of a client's process: no proxies, keys or paths."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}


def _requirements(name: str) -> list[str]:
    if name in _REQUIREMENTS_OF_OTHERS:
        return _REQUIREMENTS_OF_OTHERS[name]
    project: dict[str, Any] = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))
    project = project["project"]
    needed: list[str] = project["dependencies"]
    if name not in _EXTRAS:
        return needed
    extras: dict[str, list[str]] = project["optional-dependencies"]
    extra = _EXTRAS[name]
    if extra not in extras:
        raise NotAvailable(f"there is no extra {extra}")
    return needed + extras[extra] + (_TRACING if extra == "tracing" else [])


def _install(python: Path, requirements: list[str]) -> None:
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    done = subprocess.run(  # noqa: S603
        [*pip, "install", "--quiet", *requirements], check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise NotAvailable(f"it could not be installed: {done.stderr.strip()}")
