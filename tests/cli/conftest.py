"""The command `apertis` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.conftest import Gateway

ROOT = Path(__file__).resolve().parent.parent.parent

Command = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """Listen for the time of a test, which fails where a request broke the spec."""
    with Gateway() as server:
        yield server
    assert not server.problems, "\n".join(server.problems)


@pytest.fixture
def command(gateway: Gateway) -> Iterator[Command]:
    """Return a function that starts the command; what still runs after the test is killed."""
    started: list[subprocess.Popen[str]] = []
    environment = {
        **{
            name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")
        },
        "APERTIS_API_KEY": "sk-cli-0123456789",
        "APERTIS_BASE_URL": gateway.url,
        "PYTHONPATH": str(ROOT),
    }

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
