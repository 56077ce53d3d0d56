"""The project as a whole: what is built from it, and how it is worked on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import apertis

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("apertis", "apertis_client")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.iterdir()
    return wheel


def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        return Parser().parsestr(archive.read(f"{dist_info()}/METADATA").decode())


def dist_info() -> str:
    return f"apertis-{apertis.__version__}.dist-info"


def test_wheel_holds_two_packages(wheel: Path) -> None:
    """The wheel holds every file of the two packages, and nothing else."""
    in_the_repository = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    code = {name for name in names(wheel) if not name.startswith(f"{dist_info()}/")}

    assert wheel.name == f"apertis-{apertis.__version__}-py3-none-any.whl"
    assert code == in_the_repository
    assert {f"{package}/py.typed" for package in PACKAGES} <= code


def test_wheel_holds_its_licence(wheel: Path) -> None:
    """Beside the packages stand the metadata, the command and the licence."""
    about = {name.removeprefix(f"{dist_info()}/") for name in names(wheel) if dist_info() in name}

    assert about == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
    }
    assert metadata(wheel)["License-Expression"] == "Apache-2.0"
    with ZipFile(wheel) as archive:
        licence = archive.read(f"{dist_info()}/licenses/LICENSE")
    assert licence == (ROOT / "LICENSE").read_bytes()


def test_dependencies(wheel: Path) -> None:
    """An application that installs the client gets few packages with it."""
    required = metadata(wheel).get_all("Requires-Dist") or []
    plain = [requirement for requirement in required if "extra ==" not in requirement]

    assert {re.split(r"[^\w-]", requirement, maxsplit=1)[0] for requirement in plain} == {
        "anyio",
        "attrs",
        "certifi",
        "httpcore",
        "httpx",
        "python-dateutil",
    }
    assert metadata(wheel)["Requires-Python"] == ">=3.11"


def test_wheel_describes_itself(wheel: Path) -> None:
    """The metadata have the README as the description, and the version of the package."""
    about = metadata(wheel)

    assert about["Version"] == apertis.__version__
    assert about["Description-Content-Type"] == "text/markdown"
    assert about.get_payload() == (ROOT / "README.md").read_text("utf-8")


def test_wheel_works(wheel: Path, tmp_path: Path) -> None:
    """What is in the wheel can be imported and used without the repository."""
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "import apertis; print(apertis.__file__, apertis.Apertis(api_key='key'))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    where, what = done.stdout.split(" ", 1)
    assert Path(where).is_relative_to(tmp_path)
    assert what.startswith("Apertis(")


def test_installed_version_is_the_version() -> None:
    """The version stands in one place, and pyproject.toml takes it from there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"] == {"path": "apertis/_version.py"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", apertis.__version__)


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make on this machine")
def test_make_lists_its_verbs() -> None:
    """`make` alone says what each verb does, and does nothing."""
    # Started by another make, it would say which folder it enters.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("M")}
    done = subprocess.run(
        ["make"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    makefile = (ROOT / "Makefile").read_text("utf-8")
    described = re.findall(r"^(\S+):.*  ## (.*)$", makefile, re.MULTILINE)
    listed = [line.split(maxsplit=2)[1:] for line in done.stdout.splitlines()]

    assert done.returncode == 0, done.stderr
    assert listed == [list(verb) for verb in described]
    assert {"setup", "generate", "test", "check", "demo"} <= {name for name, _ in described}
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert {name for name, _ in described} <= set(" ".join(phony).split())


def test_release_installs(tmp_path: Path) -> None:
    """From the sdist of a clone comes a wheel, which installs into an empty environment."""
    clone, dist = tmp_path / "clone", tmp_path / "dist"
    python = tmp_path / "environment" / "bin" / "python"
    use = "import apertis; print(apertis.__version__, apertis.Apertis(api_key='key'))"
    commands: list[list[str | Path]] = [
        ["git", "clone", "--quiet", "--depth=1", f"file://{ROOT}", clone],
        [sys.executable, "-m", "build", "--outdir", dist, clone],
        [sys.executable, "-m", "venv", tmp_path / "environment"],
        [python, "-m", "pip", "install", "--quiet", "--find-links", dist, "apertis"],
        [python, "-W", "error", "-c", use],
    ]
    for command in commands:
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    assert sorted(file.suffix for file in dist.iterdir()) == [".gz", ".whl"]
    assert done.stdout.startswith(f"{apertis.__version__} Apertis(")
