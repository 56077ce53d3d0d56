"""Installs llmock, runs it in a process of its own, and tells it what to do."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from tests.faults.children import served
from tests.pinned import install

__all__ = ["Mock", "install_llmock", "running"]

HERE = Path(__file__).parent


def install_llmock() -> Path:
    """Install llmock if it is not yet there, and return where."""
    return install(HERE / "llmock.txt")


@contextlib.contextmanager
def running(folder: Path, **settings: str) -> Iterator[Mock]:
    """Run llmock from where it is installed, with settings of its environment."""
    path = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    environment = {"PYTHONPATH": path, **settings}
    with (
        served(HERE / "llmock_server.py", environment=environment) as address,
        contextlib.closing(Mock(address)) as mock,
    ):
        yield mock


class Mock:
    """A running llmock.

    Attributes:
        address: Where it answers.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._http = httpx.Client(base_url=f"{address}/_llmock", trust_env=False)

    def close(self) -> None:
        """Close the connections to it."""
        self._http.close()

    def reset(self) -> None:
        """Let it forget everything."""
        self._http.post("/reset").raise_for_status()

    def script(self, *behaviors: dict[str, Any]) -> None:
        """Say how the next requests are treated."""
        self._http.post("/scenario", json={"behaviors": behaviors}).raise_for_status()

    def attempts(self) -> list[dict[str, Any]]:
        """Return what llmock knows of each request since the last reset."""
        requests: list[dict[str, Any]] = self._http.get("/requests").json()["requests"]
        return requests

    def findings(self) -> list[str]:
        """Return what llmock finds wrong with the client, warnings included."""
        return [f"{finding['code']}: {finding['title']}" for finding in self.verdict()]

    def verdict(self) -> list[dict[str, Any]]:
        """Return its findings as it words them, each with its severity."""
        findings: list[dict[str, Any]] = self._http.get("/verdict").json()["findings"]
        return findings
