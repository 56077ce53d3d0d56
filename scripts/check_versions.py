"""Run the tests on the lowest versions that `pyproject.toml` admits, or on another Python.

Of the tests those that need no model, no type checker and no generator: the package itself is
tested here, not what builds it.

    check_versions.py lowest      the lowest version of each package that apertis needs
    check_versions.py 3.13        the newest versions, on another Python

A Python that is not on this machine is passed over, and this is said.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEFT_OUT = ("real", "scripts", "typing", "ecosystem")

# A name, extras in brackets, and the lowest version.
_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?>=([\w.]+)")


def main(choice: str) -> int:
    """Run the tests for a choice, and return the exit status."""
    python = sys.executable if choice == "lowest" else _find_python(choice)
    if python is None:
        print(f"Python {choice} is not on this machine: passed over")
        return 0
    environment = ROOT / "build" / "cache" / "versions" / choice
    shutil.rmtree(environment, ignore_errors=True)
    environment.mkdir(parents=True)
    return 0 if _run(python, environment, choice == "lowest") else 1


def lowest_versions() -> list[str]:
    """Return ``NAME==VERSION`` for what the package and its extras need, without that of `dev`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {**project["optional-dependencies"], "": project["dependencies"]}
    extras.pop("dev")
    matches = (_REQUIREMENT.match(each) for needed in extras.values() for each in needed)
    return sorted({f"{match[1]}=={match[2]}" for match in matches if match})


def _find_python(version: str) -> str | None:
    """Return the command for a Python on this machine, or None."""
    installed = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
    for command in (shutil.which(f"python{version}"), *map(str, installed)):
        # A command may be there and say that no such Python is installed.
        if command and _runs([command, "-c", ""]):
            return command
    return None


def _run(python: str, environment: Path, lowest: bool) -> bool:
    """Make an environment, install the package into it, and return whether the tests pass."""
    constraints = environment / "constraints.txt"
    constraints.write_text("".join(f"{line}\n" for line in lowest_versions() if lowest), "utf-8")
    command = str(environment / "bin" / "python")
    # One cluster of Ray at a time: its own tests are run with the lowest versions only.
    left_out = {*LEFT_OUT, "__pycache__", *([] if lowest else ["ray"])}
    folders = [
        f"tests/{path.name}"
        for path in sorted((ROOT / "tests").iterdir())
        if path.is_dir() and path.name not in left_out
    ]
    install = [command, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = [
        [python, "-m", "venv", str(environment)],
        [*install, "--constraint", str(constraints), "--editable", ".[dev]"],
        [command, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *folders],
    ]
    return all(map(_runs, steps))


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, check=False, cwd=ROOT).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
