"""An exception of a signal handler, or for want of memory, leaves a client that works."""

from __future__ import annotations

import linecache
import socketserver
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import apertis
from apertis import Apertis
from tests.drivers import KEY
from tests.server import DONE, Step, chunk, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
CHUNK = chunk("stop", content="Hi")


def bytes_of(steps: list[Step]) -> bytes:
    return b"".join(step for step in steps if isinstance(step, bytes))


GOOD = bytes_of(json_reply(completion()))
STREAM = bytes_of(event_stream(CHUNK, DONE))
FOLDERS = [str(Path(apertis.__file__).parent / name) for name in ("_transport", "_core")]


class Answering(socketserver.StreamRequestHandler):
    """Answers every request of a connection."""

    def handle(self) -> None:
        length = 0
        for line in self.rfile:
            name, _, value = line.lower().partition(b":")
            if name == b"content-length":
                length = int(value)
            elif line == b"\r\n":
                self.wfile.write(STREAM if b"stream" in self.rfile.read(length) else GOOD)


@pytest.fixture
def url() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answering) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
        server.shutdown()
        thread.join()


class Interruption(BaseException):
    """What a signal handler raises, which is no `Exception`."""


@contextmanager
def interrupted(at: int, raised: type[BaseException]) -> Iterator[list[str]]:
    """Raise in the line with the number `at` of those that run in FOLDERS; give those before."""
    lines: list[str] = []

    def trace(frame: FrameType, name: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith(tuple(FOLDERS)):
            return None
        # The end of a `with` block has a line event as well, but no signal handler runs there.
        source = linecache.getline(frame.f_code.co_filename, frame.f_lineno)
        if name == "line" and not source.lstrip().startswith(("with ", "async with ")):
            lines.append(f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}")
            if len(lines) == at:
                raise raised
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield lines
    finally:
        sys.settrace(before)


def plain(client: Apertis) -> None:
    client.chat.completions.create(**QUESTION)


def streamed(client: Apertis) -> None:
    with client.chat.completions.create(**QUESTION, stream=True) as stream:
        assert len(list(stream)) == 1


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore:coroutine:RuntimeWarning")
@pytest.mark.parametrize("call", [plain, streamed])
@pytest.mark.parametrize(
    ("raised", "reused"), [(Interruption, False), (Interruption, True), (MemoryError, False)]
)
def test_an_interruption_in_any_line(
    url: str, call: Callable[[Apertis], None], raised: type[BaseException], *, reused: bool
) -> None:
    """With a single connection, the calls after it get it."""
    at = 0
    while True:
        at += 1
        with Apertis(api_key=KEY, base_url=url, max_retries=0, timeout=5) as client:
            made: Any = client._engine.backend
            made._made(made._place()).connections.pool._limit = 1
            if reused:
                call(client)
            try:
                with interrupted(at, raised) as lines:
                    call(client)
            except raised:
                where = lines[-1]
            else:
                break
            for _ in range(3):
                try:
                    call(client)
                except apertis.ApertisError as error:
                    pytest.fail(f"after an interruption in {where}: {error!r}")
    assert at > 200
