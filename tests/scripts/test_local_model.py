"""The local model as a process: what it needs, and what it leaves behind."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "scripts" / "local_model.py"
# As it is before any test changes it: it may say where the cache is.
ENVIRONMENT = dict(os.environ)
NO_NETWORK = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_NO_INDEX": "1",
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
}
PATIENCE = 30.0

# A program that serves the model until it is killed.
PARENT = """\
import time
from scripts.local_model import local_model
with local_model() as server:
    print(f"export APERTIS_BASE_URL={server.base_url}", flush=True)
    time.sleep(600)
"""


@pytest.fixture(scope="module", autouse=True)
def _fetched() -> None:
    subprocess.run([sys.executable, PROGRAM, "--fetch"], env=ENVIRONMENT, check=True)


@contextlib.contextmanager
def serving(
    *arguments: str | Path, temporary: Path
) -> Generator[tuple[subprocess.Popen[str], str]]:
    """Start a program that serves the model without a network; give it and its base URL."""
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**ENVIRONMENT, **NO_NETWORK, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A group of its own, and no ignored Ctrl-C, as a terminal gives to a program.
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.fullmatch(r"export APERTIS_BASE_URL=(http://127\.0\.0\.1:\d+/v1)\n", line)
            assert found is not None, line or process.communicate()[1]
            yield process, found[1]
        finally:
            process.kill()


def answers(base_url: str) -> bool:
    """Return whether somebody listens at a base URL, past any proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{base_url.removesuffix('/v1')}/health", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def falls_silent(base_url: str) -> bool:
    """Return whether nobody listens any more, before patience ends."""
    end = time.monotonic() + PATIENCE
    while answers(base_url):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def is_empty(group: int) -> bool:
    """Return whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_server_ends_with_its_parent(tmp_path: Path) -> None:
    """A parent that is killed without warning takes the server with it."""
    with serving("-c", PARENT, temporary=tmp_path) as (parent, base_url):
        assert answers(base_url)
        parent.kill()
        parent.wait()

        assert falls_silent(base_url)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("whole_group", [True, False], ids=["terminal", "program alone"])
def test_interrupt_leaves_nothing(tmp_path: Path, *, whole_group: bool) -> None:
    """Ctrl-C ends the program and the server quietly; no process and no file is left."""
    with serving(PROGRAM, temporary=tmp_path) as (process, base_url):
        assert process.stdout is not None
        assert re.fullmatch(r"export APERTIS_API_KEY=\S+\n", process.stdout.readline())
        if whole_group:
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)

    assert process.returncode == 130
    assert "Traceback" not in errors
    assert not answers(base_url)
    assert is_empty(process.pid)
    assert list(tmp_path.iterdir()) == []


def test_terminated_program_takes_the_server_with_it(tmp_path: Path) -> None:
    """A program that is told to end (SIGTERM) does not leave the server behind."""
    with serving(PROGRAM, temporary=tmp_path) as (process, base_url):
        process.terminate()
        process.communicate(timeout=PATIENCE)

        assert falls_silent(base_url)


def test_nothing_is_fetched_twice() -> None:
    """Once everything is in the cache, fetching says nothing and needs no network."""
    done = subprocess.run(
        [sys.executable, PROGRAM, "--fetch"],
        env={**ENVIRONMENT, **NO_NETWORK},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_failure_to_fetch_is_explained(tmp_path: Path) -> None:
    """What cannot be fetched is said in pip's words; nothing half done stays in the cache."""
    done = subprocess.run(
        [sys.executable, PROGRAM],
        env={**ENVIRONMENT, **NO_NETWORK, "APERTIS_LOCAL_MODEL_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout == ""
    assert "could not fetch" in done.stderr
    assert "No matching distribution" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "cache").iterdir()) == []
