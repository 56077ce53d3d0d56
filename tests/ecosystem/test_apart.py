"""Tools that cannot be installed beside the others: they ask for other versions.

instructor asks for an older Rich, and langchain-apertis for an older `apertis`.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
REQUIREMENTS = FOLDER / "apart.txt"


VENDOR = "apertis==0.4.1"


@pytest.fixture(scope="session")
def packages() -> Path:
    """Return a folder with the packages; it is kept in `build/cache/` until they change."""
    stamp = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()[:16]
    return kept(stamp, "install", "--target", ".", "--requirement", str(REQUIREMENTS))


@pytest.fixture(scope="session")
def vendor_tests() -> Path:
    """Return the folder of the tests of 0.4.1, from its source distribution."""
    place = kept(VENDOR, "download", "--no-binary", ":all:", VENDOR)
    (archive,) = place.glob("*.tar.gz")
    tests = place / "tests_of_0_4"  # there is another package `tests`
    if not tests.exists():
        with tarfile.open(archive) as opened:
            opened.extractall(place / "whole", filter="data")
        (root,) = (place / "whole").iterdir()
        (root / "tests").rename(tests)  # away from the package beside them
    return tests


def kept(name: str, command: str, *arguments: str) -> Path:
    """Return a folder that `pip` has filled, now or before."""
    place = ROOT / "build" / "cache" / "ecosystem" / name
    if not place.exists():
        made = place.with_suffix(f".{os.getpid()}")
        made.mkdir(parents=True)
        pip = [sys.executable, "-m", "pip", command, "--quiet", "--disable-pip-version-check"]
        done = subprocess.run(
            [*pip, "--no-deps", *arguments], cwd=made, capture_output=True, text=True, check=False
        )
        if done.returncode:
            shutil.rmtree(made, ignore_errors=True)
            pytest.skip(f"packages cannot be installed: {done.stderr.strip().splitlines()[-1]}")
        made.rename(place)
    return place


def run_tests(packages: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(packages)])},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("tool", ["instructor", "langchain"])
def test_tools_with_packages_of_their_own(packages: Path, tool: str) -> None:
    """What is tested where they are installed passes, and nothing is skipped."""
    done = run_tests(packages, ROOT, "-p", "no:asyncio", f"tests/ecosystem/test_{tool}.py")

    assert done.returncode == 0, done.stdout[-5_000:]
    assert "skipped" not in done.stdout


DIFFERENT = {
    # Names that begin with an underscore.
    "test_client.py": {
        "test_init_with_api_key",
        "test_init_with_env_var",
        "test_init_with_custom_base_url",
        "test_init_with_custom_timeout",
        "test_init_with_custom_max_retries",
        "test_context_manager",
    },
    # A value beyond its range, or beside another, is for the server to judge.
    "test_chat_advanced.py": {
        "test_current_and_legacy_web_search_forms_conflict",
        "test_web_search_result_count_is_validated_locally",
    },
    # The API serves it now.
    "test_rerank.py": {"test_sync_create_warns", "test_async_create_warns"},
    # Streams that end without a finish reason are incomplete.
    "test_streaming.py": {
        "test_sync_web_search_stream_status_is_not_dropped",
        "test_async_web_search_stream_status_is_not_dropped",
    },
    # JSON in a form is compact.
    "test_audio.py": {"test_form_values_bool_and_object"},
    # Each kind of delta has the fields that the API gives it, and no others. An error that is the
    # first event is raised by the call, which can be repeated then.
    "test_messages.py": {
        "test_async_stream",
        "test_error_event_raises",
        "test_error_event_maps_type_and_closes_response",
        "test_async_overloaded_is_server_error",
    },
    # Models are no dicts and are not validated; streams end with the response; errors that are
    # events have the status of their kind; a name begins with an underscore.
    "test_responses.py": {
        "test_message_with_bad_content_still_fails",
        "test_gateway_stream_ends_at_done",
        "test_error_event_raises_and_closes",
        "test_error_type_maps_when_code_is_unknown",
        "test_response_failed_is_an_event",
    },
    "test_chat.py": set[str](),
    "test_chat_multimodal.py": set[str](),
    "test_context_compression.py": set[str](),
    "test_embeddings.py": set[str](),
    "test_errors.py": set[str](),
    "test_models.py": set[str](),
}


def test_vendor_tests_of_0_4(packages: Path, vendor_tests: Path) -> None:
    """The tests of 0.4.1, which mock with respx, pass, but for what is different on purpose."""
    options = ["-c", os.devnull, "--rootdir", ".", "-o", "asyncio_mode=auto", "-W", "ignore"]
    done = run_tests(packages, vendor_tests, *options, *DIFFERENT)
    failed = re.findall(r"^FAILED \S*?(test_\w+\.py)::(?:\w+::)?(\w+)", done.stdout, re.MULTILINE)
    counts = dict(re.findall(r"(\d+) (passed|failed|error)", done.stdout))

    assert set(failed) == {(file, name) for file, names in DIFFERENT.items() for name in names}
    assert sorted(counts.values()) == ["failed", "passed"]
