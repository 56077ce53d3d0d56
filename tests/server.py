"""A server on real sockets that does what a test tells it, byte for byte.

Each request takes the next of the scripts that the test has queued. A script is a list of steps:
bytes are sent, a `Gate` is waited for, `CLOSE` and `RESET` end the connection; where neither comes
the connection is kept. `reply` and those beside it write scripts for what servers usually do.
"""

from __future__ import annotations

import contextlib
import enum
import json
import re
import select
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Self, TypeAlias

from jsonschema import ValidationError

from tests.spec import validate_request

__all__ = [
    "CLOSE",
    "DONE",
    "RESET",
    "Flood",
    "Gate",
    "Request",
    "Script",
    "Server",
    "Step",
    "chunk",
    "completion",
    "event",
    "event_stream",
    "json_reply",
    "reply",
    "silent_address",
]

# How long a test waits for what must happen at once, before it fails.
PATIENCE = 20.0


class Request(NamedTuple):
    """A request as it came, and the number of the connection that it came on."""

    method: str
    path: str
    headers: list[tuple[str, str]]
    body: bytes
    connection: int

    @property
    def json(self) -> Any:
        """The body, decoded."""
        return json.loads(self.body)

    def all(self, name: str) -> list[str]:
        """Return the value of each header of that name."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


class Gate:
    """Something that a script waits for until the test opens it, or the connection ends."""

    def __init__(self, changed: threading.Condition) -> None:
        self._changed = changed
        self._open = False

    def open(self) -> None:
        """Let the script go on."""
        with self._changed:
            self._open = True
            self._changed.notify_all()

    def is_open(self) -> bool:
        """Return whether a script may pass."""
        return self._open


class End(enum.Enum):
    """How a connection ends from the server's side."""

    CLOSE = "in order"
    RESET = "with a reset, as after a crash"


CLOSE = End.CLOSE
RESET = End.RESET


class Flood(NamedTuple):
    """Bytes that are sent again and again until the client leaves, as it must."""

    piece: bytes


Step: TypeAlias = bytes | Gate | Flood | End
Script: TypeAlias = Sequence[Step] | Callable[[Request], Sequence[Step]]
Headers: TypeAlias = Mapping[str, str]


def reply(
    body: bytes | Sequence[Step] = b"",
    *,
    status: int = 200,
    headers: Headers | None = None,
    framing: Literal["length", "chunked", "close"] = "length",
    length: int | None = None,
) -> list[Step]:
    """Return the script of an answer; each piece of the body is sent on its own.

    Args:
        body: The body, or the steps that make it.
        status: The status.
        headers: Sent beside those of the framing.
        framing: How the client knows where the body ends.
        length: What Content-Length says, where that is not the truth.
    """
    steps: list[Step] = [body] if isinstance(body, bytes) else list(body)
    lines = [f"HTTP/1.1 {status} Reason"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if framing == "chunked":
        lines.append("Transfer-Encoding: chunked")
        steps = [_chunked(step) for step in steps]
        steps.append(b"0\r\n\r\n")
    elif framing == "close":
        lines.append("Connection: close")
        steps.append(CLOSE)
    else:
        size = sum(len(step) for step in steps if isinstance(step, bytes))
        lines.append(f"Content-Length: {size if length is None else length}")
    return ["\r\n".join([*lines, "", ""]).encode(), *steps]


def json_reply(value: Any, *, status: int = 200, headers: Headers | None = None) -> list[Step]:
    """Return the script of an answer in JSON."""
    headers = {"Content-Type": "application/json", **(headers or {})}
    return reply(json.dumps(value).encode(), status=status, headers=headers)


def event_stream(
    *body: Step,
    headers: Headers | None = None,
    framing: Literal["chunked", "close"] = "chunked",
) -> list[Step]:
    """Return the script of an answer that is an event stream of these pieces."""
    headers = {"Content-Type": "text/event-stream", **(headers or {})}
    return reply(body, headers=headers, framing=framing)


def event(data: Any, *, name: str = "") -> bytes:
    """Return an event of a stream; bytes are its data as it is, anything else becomes JSON."""
    first = b"event: %b\n" % name.encode() if name else b""
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    return b"%bdata: %b\n\n" % (first, data)


DONE = event(b"[DONE]")


def chunk(finish_reason: str | None = None, /, **delta: Any) -> bytes:
    """Return the event of a chunk that has one choice with these members of its delta."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return event({"object": "chat.completion.chunk", "choices": [choice]})


def completion(content: str | None = "Hello!", **members: Any) -> dict[str, Any]:
    """Return a completion as servers send it, with `members` changed."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1767225600,
        "model": "gpt-4.1-mini",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content},
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5},
        **members,
    }


class Server:
    """Listens on a port of its own from `start` to `close`.

    Attributes:
        url: The base URL for a client.
        requests: What has come so far, in order.
        problems: What was wrong with it.
        greeting: The steps that each connection begins with, before a request is read.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.requests: list[Request] = []
        self.problems: list[str] = []
        self.greeting: Sequence[Step] = ()
        self._scripts: deque[tuple[Script, bool]] = deque()
        self._connections: list[_Connection] = []
        self._threads: list[threading.Thread] = []
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))  # who connects before `start` is refused
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def start(self) -> None:
        """Begin to listen."""
        self._socket.listen()
        self._spawn(self._accept)

    def close(self) -> None:
        """End all connections and wait for the threads; count scripts left over as a problem."""
        with contextlib.suppress(OSError):  # it never listened
            self._socket.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:  # who accepts is the first of them
            for connection in self._connections:
                connection.stop()
            thread.join(PATIENCE)
            assert not thread.is_alive(), "the server does not come to its end"
        self._socket.close()
        if self._scripts:
            self.problems.append(f"{len(self._scripts)} scripts were queued that nobody asked for")

    def answer(self, *scripts: Script, wrong: bool = False) -> None:
        """Queue scripts, one for each request.

        With `wrong` the requests are meant to break the spec, and must.
        """
        with self.changed:
            self._scripts.extend((script, wrong) for script in scripts)

    def gate(self) -> Gate:
        """Return a gate, closed."""
        return Gate(self.changed)

    @property
    def open_connections(self) -> int:
        """How many connections neither side has ended."""
        return sum(connection.is_open for connection in self._connections)

    @property
    def connections(self) -> list[int]:
        """The number of the connection that each request came on."""
        return [request.connection for request in self.requests]

    def wait_until_open(self, count: int) -> None:
        """Wait until so many connections are open; the other side may have closed one just now."""
        with self.changed:
            reached = self.changed.wait_for(lambda: self.open_connections == count, PATIENCE)
        assert reached, f"{self.open_connections} connections are open, not {count}"

    def wait_for_requests(self, count: int) -> None:
        """Wait until so many requests have come."""
        with self.changed:
            reached = self.changed.wait_for(lambda: len(self.requests) >= count, PATIENCE)
        assert reached, f"{len(self.requests)} requests have come, not {count}"

    def take(self, request: Request) -> Sequence[Step]:
        """Record a request and return the steps that answer it."""
        with self.changed:
            self.requests.append(request)
            self.changed.notify_all()
            script, wrong = self._scripts.popleft() if self._scripts else (_unexpected, False)
            problem = _problem(request)
            if wrong and problem is None:
                self.problems.append(f"{_named(request)} was said to break the spec, and keeps it")
            elif problem is not None and not wrong:
                self.problems.append(problem)
            if script is _unexpected:
                self.problems.append(f"{_named(request)} came without a script for it")
        return script(request) if callable(script) else script

    def _accept(self) -> None:
        while True:
            try:
                accepted, _ = self._socket.accept()
            except OSError:
                return
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = _Connection(self, accepted, len(self._connections) + 1)
            with self.changed:
                self._connections.append(connection)
                self.changed.notify_all()
            self._spawn(connection.receive)
            self._spawn(connection.serve)

    def _spawn(self, target: Callable[[], None]) -> None:
        thread = threading.Thread(target=target, daemon=True)
        self._threads.append(thread)  # before it runs: who closes waits for all
        thread.start()


class _Connection:
    """One connection: a thread receives, another serves, so that an end is seen while it waits."""

    def __init__(self, server: Server, accepted: socket.socket, number: int) -> None:
        self.is_open = True
        self._changed = server.changed
        self._server = server
        self._socket = accepted
        self._number = number
        self._received = bytearray()
        self._received_all = threading.Event()

    def receive(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._socket.recv(65536):
                with self._changed:
                    self._received += data
                    self._changed.notify_all()
        with self._changed:
            self._received_all.set()
            self._changed.notify_all()

    def serve(self) -> None:
        end: End | None = None
        with contextlib.suppress(OSError):  # the client has left
            end = self._perform(self._server.greeting)
            while end is None and (request := self._request()) is not None:
                end = self._perform(self._server.take(request))
        self.stop()
        self._received_all.wait(PATIENCE)  # nothing ends as long as somebody receives
        if end is RESET:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()
        with self._changed:
            self.is_open = False
            self._changed.notify_all()

    def stop(self) -> None:
        """Wake whoever waits for the client, as if it had left; nothing is sent by this."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RD)

    def _perform(self, steps: Sequence[Step]) -> End | None:
        for step in steps:
            if isinstance(step, bytes):
                self._socket.sendall(step)
            elif isinstance(step, Gate):
                self._wait_for(step.is_open)
            elif isinstance(step, Flood):
                self._flood(step.piece)
            else:
                return step
        return None

    def _flood(self, piece: bytes) -> None:
        end = time.monotonic() + PATIENCE / 2
        left = b""
        while time.monotonic() < end:
            # The client may have left with much unread: then nothing can be sent, and no error is.
            if select.select([], [self._socket], [], 0.05)[1]:
                left = left or piece
                left = left[self._socket.send(left, socket.MSG_DONTWAIT) :]
            elif self._received_all.is_set():
                return
        self._server.problems.append(f"connection {self._number} bore a flood to its end")

    def _request(self) -> Request | None:
        if not self._wait_for(lambda: b"\r\n\r\n" in self._received):
            return None
        first, *lines = self._taken(self._received.index(b"\r\n\r\n") + 4).decode().split("\r\n")
        method, path, _ = first.split(" ")
        fields = [line.partition(":") for line in lines if line]
        headers = [(name, value.strip()) for name, _, value in fields]
        request = Request(method, path, headers, b"", self._number)
        size = int((request.all("content-length") or ["0"])[0])
        if not self._wait_for(lambda: len(self._received) >= size):
            return None
        return request._replace(body=self._taken(size))

    def _wait_for(self, condition: Callable[[], bool]) -> bool:
        """Wait until `condition` is true; return False where the client leaves before."""
        with self._changed:
            self._changed.wait_for(lambda: condition() or self._received_all.is_set())
            return condition()

    def _taken(self, size: int) -> bytes:
        with self._changed:
            taken = bytes(self._received[:size])
            del self._received[:size]
            return taken


@contextlib.contextmanager
def silent_address() -> Iterator[str]:
    """Give the base URL of a machine that does not react when somebody connects."""
    with contextlib.ExitStack() as stack:
        # Who does not accept, and has as many waiting as may wait, drops the next.
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"


def _chunked(step: Step) -> Step:
    if isinstance(step, bytes):
        return b"%x\r\n%b\r\n" % (len(step), step) if step else b""
    if isinstance(step, Flood):
        return Flood(b"%x\r\n%b\r\n" % (len(step.piece), step.piece))
    return step


def _unexpected(request: Request) -> Sequence[Step]:
    message = f"no script for {_named(request)}"
    return json_reply({"error": {"message": message}}, status=400)


def _named(request: Request) -> str:
    return f"{request.method} {request.path} (connection {request.connection})"


def _problem(request: Request) -> str | None:
    """Return in what a request breaks the spec."""
    path = re.sub(r"^/v1(?=/)", "", request.path)
    try:
        validate_request(request.method, path, request.body)
    except ValidationError as error:
        return f"{_named(request)} breaks the spec at {error.json_path}: {error.message}"
    except (AssertionError, ValueError) as error:
        return f"{_named(request)} breaks the spec: {error}"
    return None
