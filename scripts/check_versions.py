"""Run the tests on the lowest versions that `pyproject.toml` admits, and on other Pythons.

Of the tests those that need no model, no type checker and no generator: the package itself is
tested here, not what builds it.

    check_versions.py             all of them
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
PYTHONS = ("3.12", "3.13")
LEFT_OUT = ("real", "scripts", "typing", "ecosystem")

# A name, extras in brackets, and the lowest version.
_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?>=([\w.]+)")


def main(chosen: list[str]) -> int:
    """Run the tests once for each choice, and return the number of runs that failed."""
    failed = 0
    for choice in chosen or ["lowest", *PYTHONS]:
        python = sys.executable if choice == "lowest" else _find_python(choice)
        if python is None:
            sys.stdout.write(f"Python {choice} is not on this machine: passed over\n")
            continue
        constraints = lowest_versions() if choice == "lowest" else []
        sys.stdout.write(f"{choice}: {python}\n")
        sys.stdout.flush()
        failed += not _run(python, ROOT / ".cache" / "versions" / choice, constraints)
    return failed


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


def _run(python: str, environment: Path, constraints: list[str]) -> bool:
    """Make an environment, install the package into it, and return whether the tests pass."""
    subprocess.run([python, "-m", "venv", "--clear", environment], check=True)
    constraints_file = environment / "constraints.txt"
    constraints_file.write_text("".join(f"{line}\n" for line in constraints), "utf-8")
    command = str(environment / "bin" / "python")
    install = [command, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*install, "--constraint", constraints_file, "--editable", ".[dev]"], cwd=ROOT, check=True
    )
    folders = [
        f"tests/{path.name}"
        for path in sorted((ROOT / "tests").iterdir())
        if path.is_dir() and path.name not in (*LEFT_OUT, "__pycache__")
    ]
    tests = [command, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *folders]
    return _runs(tests)


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, check=False, cwd=ROOT).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
