"""Programs that were written for apertis 0.4 print and send what they did.

`APERTIS_0_4_PYTHON=PATH`, an interpreter that has apertis 0.4.1, runs them with that, and writes
what they print and send into the page.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import pages
from tests.example_server import ExampleServer
from tests.server import Request, Step, event, event_stream, json_reply

pytestmark = pytest.mark.wire

PAGE = Path(__file__).with_name("programs_of_0_4.md")
TEXT = PAGE.read_text("utf-8")
PROGRAMS = [block for block in pages.blocks_of(TEXT) if block.is_run]
OTHER = os.environ.get("APERTIS_0_4_PYTHON")


class _Server(ExampleServer):
    """Fails where the name of the model says so."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Request] = []
        self._tries: Counter[str] = Counter()

    def take(self, request: Request) -> Sequence[Step]:
        self.taken.append(request)
        body: dict[str, Any] = request.json if request.body.startswith(b"{") else {}
        model = str(body.get("model"))
        self._tries[model] += 1
        if found := re.fullmatch(r"status-(\d+)|twice-(\d+)", model):
            status = int(found[1] or found[2])
            if found[1] or self._tries[model] < 3:
                headers = {"retry-after": "0"}
                return json_reply({"error": {"message": "no"}}, status=status, headers=headers)
        if model == "error-event":
            error = {"type": "overloaded_error", "message": "Overloaded"}
            return event_stream(event({"type": "error", "error": error}, name="error"))
        return super().take(request)


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as server:
        yield server


@pytest.fixture(scope="module")
def printed() -> Iterator[dict[pages.Block, str]]:
    """Collect what the programs print; that of 0.4.1 goes into the page."""
    printed: dict[pages.Block, str] = {}
    yield printed
    if OTHER:
        PAGE.write_text(pages.with_outputs(TEXT, printed), "utf-8")


@pytest.mark.parametrize("program", PROGRAMS, ids=[f"line {each.line}" for each in PROGRAMS])
def test_a_program_goes_on_working(
    program: pages.Block, printed: dict[pages.Block, str], server: _Server, tmp_path: Path
) -> None:
    """With the same output and the same requests."""
    environment = {"APERTIS_API_KEY": "sk-test", "APERTIS_BASE_URL": server.url}
    if OTHER:
        environment["PYTHONPATH"] = ""  # which has this package
    output = pages.run(program, tmp_path, environment, python=OTHER or sys.executable)
    printed[program] = output.rstrip("\n") + "\n" + "".join(map(_shown, server.taken))

    if difference := pages.differs(program, printed[program]):
        pytest.fail(difference, pytrace=False)


def _shown(request: Request) -> str:
    """Return a request as a line."""
    if request.body.startswith(b"{"):
        # 0.4.1 says that it does not want a stream, too.
        members = {k: v for k, v in request.json.items() if (k, v) != ("stream", False)}
        body = json.dumps(members, sort_keys=True)
    else:
        field = rb'name="(\w+)"(?:; filename="(.*?)")?.*?\r\n\r\n(.*?)\r\n--'
        found = sorted(re.findall(field, request.body, re.DOTALL))
        body = " ".join(
            f"{name.decode()}={(file or value).decode()}" for name, file, value in found
        )
    return f"-> {request.method} {request.path} {body}".rstrip() + "\n"


@pytest.mark.parametrize(
    "module", ["apertis.types", "apertis.types.chat", "apertis.types.messages"]
)
def test_types_are_where_they_were(module: str) -> None:
    """With a warning that says where they are now."""
    program = f"from {module} import ChatCompletion, Message; print(ChatCompletion.__module__)"
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "apertis_client.models.chat_completion\n"
    assert "<string>:1: DeprecationWarning: apertis.types is deprecated" in done.stderr


def test_types_with_another_name() -> None:
    """Each is what has taken its place; a name that never was is named, as of any module."""
    with pytest.deprecated_call(match="import from apertis"):
        types = importlib.import_module("apertis.types")
    renamed = vars(types)["_RENAMED"]

    assert renamed
    for name, now in renamed.items():
        assert getattr(types, name) is getattr(types, now)
    with pytest.raises(AttributeError, match="no attribute 'ToolDefinitions'"):
        _ = types.ToolDefinitions
