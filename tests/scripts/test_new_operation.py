"""What is added to openapi.yaml is there after `make generate`: operations, with their tests.

A property of a request is added as well, which becomes a keyword argument.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import generate
import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent.parent
ADDED = Path(__file__).with_name("moderations.yaml")
COPIED = ["apertis", "apertis_client", "scripts", "tests", "openapi.yaml", "pyproject.toml"]
COPIED += ["generator-config.yaml"]

PROPERTY = {
    "description": "How round the words are.",
    "type": "integer",
    "minimum": 1,
    "maximum": 5,
    "default": 2,
}

TYPES = """\
from typing import assert_type

from apertis import Apertis, APIResponse, AsyncApertis, AsyncStream, BinaryContent, Stream
from apertis import Moderation, ModerationResponse

def use(client: Apertis) -> None:
    response = client.moderations.create(input="I like apples.")
    assert_type(response, ModerationResponse)
    assert_type(list(response), list[Moderation])
    raw = client.moderations.with_raw_response.create(input=["a", "b"], timeout=5)
    assert_type(raw, APIResponse[ModerationResponse])
    with client.moderations.with_streaming_response.create(input="a") as unread:
        assert_type(unread.parse(), ModerationResponse)

def use_path(client: Apertis) -> None:
    moderations = client.moderations
    assert_type(moderations.content("a"), BinaryContent)
    assert_type(moderations.repeat("a"), ModerationResponse)
    assert_type(moderations.repeat("a", form="csv"), str)
    assert_type(moderations.repeat(moderation_id="a", form="json"), ModerationResponse)
    assert_type(moderations.repeat("a", form="csv", live=True), Stream[Moderation])
    assert_type(moderations.repeat(moderation_id="a", live=True), Stream[Moderation])

async def use_async(client: AsyncApertis) -> None:
    assert_type(await client.moderations.create(input="a"), ModerationResponse)
    async for moderation in client.moderations.create(input="a", model="m"):
        assert_type(moderation, Moderation)
    assert_type(await client.moderations.repeat("a", form="csv"), str)
    assert_type(await client.moderations.repeat("a", live=True), AsyncStream[Moderation])

def use_wrongly(client: Apertis) -> None:
    client.moderations.create(input=7)  # type: ignore[arg-type]
    client.moderations.create()  # type: ignore[call-arg]
    client.moderations.repeat(live=True)  # type: ignore[call-overload]
    create = client.chat.completions.create
    create(model="m", messages=[], roundness=3)
    create(model="m", messages=[], roundness="3")  # type: ignore[call-overload]
"""
PYRIGHT = '{"typeCheckingMode": "strict", "reportUnnecessaryTypeIgnoreComment": "error"}'
HELP = """\
import apertis
import apertis_client.api.moderations.create_moderation
print(apertis.__file__)
client = apertis.AsyncApertis(api_key="key")
help(client.moderations.create)
help(client.chat.completions.create)
"""


class Copy(NamedTuple):
    """A copy of the repository after `make generate`, and what that has said."""

    folder: Path
    said: list[str]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return a copy of the repository with more operations in its spec, generated afresh."""
    folder = tmp_path_factory.mktemp("repository")
    for name in COPIED:
        ignored = shutil.ignore_patterns("__pycache__")
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copyfile(ROOT / name, folder / name)
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com"]
    for arguments in (["init", "-q"], ["add", "openapi.yaml"], ["commit", "-q", "-m", "Begin"]):
        subprocess.run([*git, *arguments], cwd=folder, env=environment(folder), check=True)
    add(folder / "openapi.yaml")
    done = run(folder, "scripts/generate.py")
    assert done.returncode == 0, done.stdout + done.stderr
    return Copy(folder, done.stdout.splitlines())


def environment(folder: Path) -> dict[str, str]:
    # Under a hook of git, its variables would lead to another repository.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "PYTHONPATH": str(folder)}


def add(file: Path) -> None:
    """Add the operations to a spec."""
    yaml = YAML(typ="safe")
    spec, added = yaml.load(file), yaml.load(ADDED)
    spec["tags"] += added["tags"]
    spec["paths"] |= added["paths"]
    schemas = spec["components"]["schemas"]
    schemas |= added["components"]["schemas"]
    schemas["ChatCompletionRequest"]["properties"]["roundness"] = PROPERTY
    yaml.dump(spec, file)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_it_is_typed(copy: Copy, checker: str) -> None:
    """Type checkers know the method, its arguments and its result, on both clients and views."""
    (copy.folder / "use.py").write_text(TYPES, encoding="utf-8")
    (copy.folder / "pyrightconfig.json").write_text(PYRIGHT, encoding="utf-8")
    arguments = {"mypy": ["--strict"], "pyright": ["--pythonpath", sys.executable]}
    done = run(copy.folder, "-m", checker, *arguments[checker], "use.py")

    assert done.returncode == 0, done.stdout + done.stderr


def test_it_is_documented(copy: Copy) -> None:
    """`help` says what the spec says."""
    done = run(copy.folder, "-W", "error", "-c", HELP)
    where, text = done.stdout.split("\n", 1)

    assert Path(where).is_relative_to(copy.folder), done.stderr
    assert "input: str | Sequence[str]" in text
    assert "Classify texts by whether they are harmful." in text
    assert "model: Id of the model that classifies." in text
    assert "roundness: int | None = None" in text
    about = "How round the words are. Range: 1 to 5. Default of the server: 2."
    assert f"roundness: {about}" in " ".join(text.split())


def test_its_tests_pass(copy: Copy) -> None:
    """The tests of all operations test it, with nothing added to them."""
    file = "tests/generated/test_population_wire.py"
    only_its_own = ("-k", "moderation", "-p", "no:cacheprovider")
    done = run(copy.folder, "-m", "pytest", "-q", file, *only_its_own)

    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.splitlines()[-1].split()[0]) > 40


def test_generated_code_is_clean(copy: Copy) -> None:
    """The generated code is what the spec gives, and the copied repository is consistent."""
    done = run(copy.folder, "scripts/generate.py", "--check")

    assert (done.returncode, done.stdout) == (0, "")


def test_what_has_changed_is_said(copy: Copy) -> None:
    """`make generate` says what differs from the spec that was last committed."""
    names = ("Form", "", "Categories", "Repetition", "Request", "Response")
    assert copy.said == [
        "Since the last commit of openapi.yaml (0 of 5 break callers):",
        "  client.chat.completions.create has a new parameter roundness",
        "  client.moderations.create is new (POST /moderations)",
        "  client.moderations.content is new (GET /moderations/{moderation_id})",
        "  client.moderations.repeat is new (POST /moderations/{moderation_id})",
        f"  schemas new: {', '.join(f'Moderation{name}' for name in names)}",
    ]


@pytest.mark.parametrize("path", ["", None], ids=["no git", "no repository"])
def test_nothing_is_said_without_git(
    path: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no committed spec, nothing is compared."""
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    if path is not None:
        monkeypatch.setenv("PATH", path)

    assert generate.committed_facts() is None
