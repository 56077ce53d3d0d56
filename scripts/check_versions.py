"""Run the tests on the lowest versions that `pyproject.toml` admits, and on other Pythons.

Of the tests those that need no model, no type checker and no generator: the package itself is
tested here, not what builds it.

    check_versions.py             all of them
    check_versions.py lowest      the lowest version of each package that apertis needs
    check_versions.py 3.13        the newest versions, on another Python

Each run keeps one core busy, so there are as many at once as there are cores; what a run says is
shown at its end. A Python that is not on this machine is passed over, and this is said.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.12", "3.13", "3.14")
LEFT_OUT = ("real", "scripts", "typing", "ecosystem")

# A name, extras in brackets, and the lowest version.
_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?>=([\w.]+)")


def main(chosen: list[str]) -> int:
    """Run the tests once for each choice, and return the number of runs that failed."""
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for run in as_completed(
            pool.submit(_check, choice) for choice in chosen or ["lowest", *PYTHONS]
        ):
            passed, said = run.result()
            sys.stdout.write(said)
            sys.stdout.flush()
            failed += not passed
    return failed


def _check(choice: str) -> tuple[bool, str]:
    """Run the tests for one choice, and return whether they pass, and what was printed."""
    python = sys.executable if choice == "lowest" else _find_python(choice)
    if python is None:
        return True, f"Python {choice} is not on this machine: passed over\n"
    environment = ROOT / ".cache" / "versions" / choice
    shutil.rmtree(environment, ignore_errors=True)
    environment.mkdir(parents=True)
    log = environment / "tests.log"
    with log.open("w", encoding="utf-8") as output:
        passed = _run(python, environment, choice == "lowest", output)
    return passed, f"{choice}: {python}\n{log.read_text('utf-8', errors='replace')}"


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


def _run(python: str, environment: Path, lowest: bool, output: IO[str]) -> bool:
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
    return all(_runs(step, output) for step in steps)


def _runs(command: list[str], output: IO[str] | None = None) -> bool:
    run = subprocess.run(command, check=False, cwd=ROOT, stdout=output, stderr=output)
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
