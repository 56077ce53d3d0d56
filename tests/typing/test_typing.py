"""What type checkers say of right and wrong uses of the client."""

from __future__ import annotations

import functools
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
RIGHT = sorted(FOLDER.glob("right_uses*.py"))
WRONG = sorted(FOLDER.glob("wrong_uses*.py"))
CHECKERS = ("mypy", "pyright")

Reports = dict[tuple[str, int], str]


@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("file", RIGHT, ids=lambda file: file.stem)
def test_right_uses_are_accepted(file: Path, checker: str) -> None:
    """Every documented use type-checks strictly, and has the type that it is said to have."""
    reports = [line for (name, _), line in reported(checker).items() if name == file.name]

    assert not reports, "\n".join(reports)


@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("file", WRONG, ids=lambda file: file.stem)
def test_mistakes_are_reported(file: Path, checker: str) -> None:
    """A type checker finds every usual mistake, in the line where it was made."""
    found = {line for name, line in reported(checker) if name == file.name}
    missed = [lines(file)[number] for number in sorted(mistakes(file) - found)]

    assert not missed, "\n".join(missed)


@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("file", WRONG, ids=lambda file: file.stem)
def test_nothing_else_is_reported(file: Path, checker: str) -> None:
    """A mistake is reported where it was made and nowhere else."""
    reports = [
        report
        for (name, number), report in reported(checker).items()
        if name == file.name and number not in mistakes(file)
    ]

    assert not reports, "\n".join(reports)


def lines(file: Path) -> dict[int, str]:
    return dict(enumerate(file.read_text("utf-8").splitlines(), 1))


def mistakes(file: Path) -> set[int]:
    return {number for number, line in lines(file).items() if line.endswith("# error")}


@functools.cache
def reported(checker: str) -> Reports:
    """Return what a checker reports, by file and line."""
    return mypy() if checker == "mypy" else pyright()


def mypy() -> Reports:
    done = run_sync(sys.executable, "-m", "mypy", "--strict", "--output", "json", *RIGHT, *WRONG)
    reports: Reports = {}
    for line in done.stdout.splitlines():
        report = json.loads(line)
        name = Path(report["file"]).name
        if report["severity"] == "error":
            reports[name, report["line"]] = f"{name}:{report['line']}: {report['message']}"
    assert re.fullmatch(r"|Found \d+ errors? .*", done.stderr.strip()), done.stderr
    return reports


def pyright() -> Reports:
    program = Path(sys.executable).with_name("pyright")
    done = run_sync(program, "--project", FOLDER, "--pythonpath", sys.executable, "--outputjson")
    output = json.loads(done.stdout)
    assert output["summary"]["filesAnalyzed"] == len(RIGHT + WRONG)
    reports: Reports = {}
    for report in output["generalDiagnostics"]:
        name, line = Path(report["file"]).name, report["range"]["start"]["line"] + 1
        reports[name, line] = f"{name}:{line}: {report['message']}"
    return reports


def run_sync(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
