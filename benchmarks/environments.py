"""An environment for each client, with what that client needs and nothing else.

They are kept in `.cache/benchmarks/`, and made anew where what they need has changed. None has pip
or setuptools, which would run whenever the interpreter starts.
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

__all__ = ["NotAvailable", "checkout", "environment_variables", "interpreter"]

checkout = Path(__file__).resolve().parent.parent
_CACHE = checkout / ".cache" / "benchmarks"

_REQUIREMENTS_OF_OTHERS = {
    "httpx": ["httpx>=0.28,<1"],
    "vendor": ["apertis==0.4.1"],
    "openai": ["openai"],
}
# The extra of ours that a client is there to show.
_EXTRAS = {"ours-aiohttp": "aiohttp", "ours-orjson": "orjson"}


class NotAvailable(Exception):  # noqa: N818  a fact about a client
    """A client cannot be had, and why."""


def interpreter(name: str) -> Path:
    """Return the interpreter of the environment of that name, which is made where there is none.

    Raises:
        NotAvailable: what it needs does not exist, or could not be installed.
    """
    place = _CACHE / name
    _make(name, place, _requirements(name))
    if name not in _REQUIREMENTS_OF_OTHERS:
        _put_in(place)
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
    # Behind what is installed: the vendor's package must not be hidden by ours.
    (_site_packages(place) / "checkout.pth").write_text(f"{checkout}\n", "utf-8")
    stamp.write_text(wanted, "utf-8")


def _put_in(place: Path) -> None:
    """Put our packages in, as they are now: what is edited meanwhile is not measured."""
    for package in ("apertis", "apertis_client"):
        there = _site_packages(place) / package
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(checkout / package, there)


def _site_packages(place: Path) -> Path:
    return next(place.glob("lib/python*/site-packages"))


def environment_variables() -> dict[str, str]:
    """Return the variables for a client's process: no proxies, keys or paths of anybody's."""
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
    return needed + extras[extra]


def _install(python: Path, requirements: list[str]) -> None:
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    done = subprocess.run(  # noqa: S603
        [*pip, "install", "--quiet", *requirements], check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise NotAvailable(f"could not be installed: {_last_line(done.stderr)}")


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]
