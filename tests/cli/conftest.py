"""The command `apertis` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.bulk.conftest import Gateway
from tests.server import PATIENCE

ROOT = Path(__file__).resolve().parent.parent.parent

Command = Callable[..., "subprocess.Popen[str]"]


class Done(NamedTuple):
    """How a command ended."""

    status: int
    output: str
    errors: str


Run = Callable[..., Done]


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """Listen for the time of a test, which fails where a request broke the spec."""
    with Gateway() as server:
        yield server
    assert not server.problems, "\n".join(server.problems)


@pytest.fixture
def environment(gateway: Gateway, tmp_path: Path) -> dict[str, str]:
    """Return the variables of a process: a home of its own, and the key and the gateway."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy")
        and not name.startswith("APERTIS_")
        and name not in ("NO_COLOR", "TERM")
    }
    return {
        **inherited,
        "APERTIS_API_KEY": "sk-cli-0123456789",
        "APERTIS_BASE_URL": gateway.url,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",  # never that of the machine
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def command(environment: dict[str, str]) -> Iterator[Command]:
    """Return a function that starts the command; what still runs after the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object, **settings: Any) -> subprocess.Popen[str]:
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(
            [sys.executable, "-m", "apertis", *map(str, arguments)],
            text=True,
            env=environment,
            **{**pipes, **settings},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def run(command: Command) -> Run:
    """Return a function that runs the command to its end."""

    def run_to_end(*arguments: object, given: str = "", traceback: bool = False) -> Done:
        process = command(*arguments, stdin=subprocess.PIPE)
        output, errors = process.communicate(given, timeout=PATIENCE)
        assert "sk-cli" not in output + errors
        assert ("Traceback" in errors) == traceback
        return Done(process.returncode, output, errors)

    return run_to_end
