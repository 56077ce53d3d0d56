"""The programs in `examples/` that need what the model of `make demo` cannot do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.drivers import KEY
from tests.server import PATIENCE, Script, Server, json_reply, reply
from tests.spec import SpecOperation, operations

pytestmark = pytest.mark.wire

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
OPERATIONS = {operation.method_path: operation for operation in operations()}

# For each program the methods that it calls, and in what the answer is not the spec's example.
CALLS: dict[str, list[tuple[str, dict[str, Any] | str]]] = {
    "credits": [("billing.credits", {}), ("models.recommend", {})],
    "rerank": [("rerank.create", {})],
    "images": [("images.generate", {}), ("images.edit", {})],
    "speech": [
        ("audio.speech.create", "sound"),
        ("audio.transcriptions.create", {}),
        ("audio.transcriptions.create", "1\n00:00:00,000 --> 00:00:02,000\nA lighthouse.\n"),
        ("audio.translations.create", {}),
    ],
    "video_tasks": [
        ("video.create", {}),
        ("video.query", {"status": "processing"}),
        ("video.query", {}),
    ],
    "videos": [
        ("videos.create", {}),
        ("videos.retrieve", {"status": "completed"}),
        ("videos.download_content", "film"),
        ("videos.remix", {}),
        ("videos.retrieve", {"status": "queued"}),
        ("videos.characters.create", {}),
    ],
}


def answer_of(operation: SpecOperation, changed: dict[str, Any] | str) -> Script:
    if isinstance(changed, str):
        return reply(changed.encode(), headers={"Content-Type": "application/octet-stream"})
    return json_reply({**operation.response, **changed})


@pytest.mark.parametrize("method", OPERATIONS)
def test_each_operation_has_an_example(method: str) -> None:
    """Some program calls each method of the API."""
    programs = "".join(file.read_text("utf-8") for file in EXAMPLES.glob("*.py"))

    assert f"client.{method}(" in programs.replace(".with_streaming_response", "")


@pytest.mark.parametrize("name", CALLS)
def test_an_example(server: Server, name: str) -> None:
    """The program calls what it should, in order, within the spec, and prints what came of it."""
    server.answer(*[answer_of(OPERATIONS[method], changed) for method, changed in CALLS[name]])
    place = {"PYTHONPATH": str(EXAMPLES.parent)}
    done = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLES / f"{name}.py"],
        env={**os.environ, **place, "APERTIS_API_KEY": KEY, "APERTIS_BASE_URL": server.url},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert [request.method for request in server.requests] == [
        OPERATIONS[method].method for method, _ in CALLS[name]
    ]
