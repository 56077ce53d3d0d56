"""Files that are written are replaced in one step, and only where they are regular files."""

from __future__ import annotations

import os
import resource
import signal
import stat
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from apertis import APIConnectionError, AsyncConversation, BinaryContent, Conversation, Image
from tests.drivers import Driver
from tests.server import CLOSE, Server, reply

pytestmark = pytest.mark.wire

CONTENT = b"ID3" + bytes(50_000)
SPEECH: dict[str, Any] = {"model": "tts-1", "input": "Hello.", "voice": "nova"}


def write_response(driver: Driver, server: Server, path: Path) -> None:
    server.answer(reply(CONTENT, headers={"Content-Type": "audio/mpeg"}))
    write_speech(driver, path)


def write_speech(driver: Driver, path: Path) -> None:
    speech = driver.client().audio.speech.with_streaming_response
    with driver.entered(speech.create(**SPEECH)) as response:
        driver.wait(response.stream_to_file(path))


def write_conversation(driver: Driver, _: Server, path: Path) -> None:
    kind = Conversation if driver.name == "sync" else AsyncConversation
    messages = [{"role": "user", "content": CONTENT.decode()}]
    driver.wait(kind(driver.client(), model="m", messages=messages).save(path))  # type: ignore[arg-type]


WRITERS: dict[str, Callable[[Driver, Server, Path], None]] = {
    "image": lambda _, __, path: Image(b64_json=b64encode(CONTENT).decode()).save(path),
    "speech": lambda _, __, path: BinaryContent(CONTENT).stream_to_file(path),
    "unread response": write_response,
    "conversation": write_conversation,
}


@pytest.fixture(params=list(WRITERS))
def write(request: pytest.FixtureRequest, driver: Driver, server: Server) -> Callable[[Path], None]:
    """Return a function that writes a file, one of those that the package has."""
    return lambda path: WRITERS[request.param](driver, server, path)


def test_the_file_that_is_replaced(write: Callable[[Path], None], tmp_path: Path) -> None:
    """A file keeps its permissions, and a link that leads to it is still one."""
    path = tmp_path / "folder" / "file"
    path.parent.mkdir()
    path.write_bytes(b"old")
    path.chmod(0o640)
    (tmp_path / "link").symlink_to(path)
    write(tmp_path / "link")

    assert path.stat().st_size >= len(CONTENT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (tmp_path / "link").is_symlink()
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk(write: Callable[[Path], None], tmp_path: Path) -> None:
    """Where the disk takes no more, the file is as it was, and no other is left."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_download_that_breaks_off(driver: Driver, server: Server, tmp_path: Path) -> None:
    """A body that is cut leaves the file as it was."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    headers = {"Content-Type": "audio/mpeg"}
    server.answer(reply([CONTENT, CLOSE], headers=headers, length=len(CONTENT) + 1))
    with pytest.raises(APIConnectionError):
        write_speech(driver, path)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["pipe", "/dev/full", "."])
def test_no_regular_file(write: Callable[[Path], None], tmp_path: Path, name: str) -> None:
    """A pipe, a device and a folder are neither waited for nor replaced."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match=r"not a regular file|Is a directory"):
        write(tmp_path / name)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_folder_that_does_not_exist(write: Callable[[Path], None], tmp_path: Path) -> None:
    """The error names the file that was to be written."""
    path = tmp_path / "nowhere" / "file"
    with pytest.raises(FileNotFoundError) as raised:
        write(path)
    assert raised.value.filename == str(path)
