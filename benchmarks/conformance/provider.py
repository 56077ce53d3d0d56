"""The server of a scenario: it plays the script, and knows when each request came."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from tests.server import Gate, Request, Server, Step

__all__ = ["SILENCE", "Asked", "Pause", "Provider", "Steps", "model_of"]

SILENCE = Gate(threading.Condition())
"""A step that never ends, unless the client leaves."""


class Pause(NamedTuple):
    """A step that takes so many seconds."""

    seconds: float


Steps: TypeAlias = Sequence[Step | Pause]


class Asked(NamedTuple):
    """A request: its number, counted from 0, that of its call, and that among those of the call."""

    number: int
    call: int
    attempt: int
    streams: bool


class Provider(Server):
    """Plays a script on a port of its own.

    Attributes:
        times: When each request came, with the number of its call.
    """

    def __init__(self, script: Callable[[Asked], Steps]) -> None:
        super().__init__()
        self.times: list[tuple[int, float]] = []
        self._script = script

    def take(self, request: Request) -> Sequence[Step]:
        found = re.search(rb'"call-(\d+)"', request.body)
        call = int(found[1]) if found else 0
        with self.changed:
            number = len(self.times)
            attempt = sum(before == call for before, _ in self.times)
            self.times.append((call, time.monotonic()))
            self.requests.append(request)
        streams = bool(request.body) and json.loads(request.body).get("stream") is True
        asked = Asked(number, call, attempt, streams)
        return [self._timed(step) for step in self._script(asked)]

    def _timed(self, step: Step | Pause) -> Step:
        return _Wait(self, step.seconds) if isinstance(step, Pause) else step


class _Wait(Gate):
    """A gate that opens some time after somebody first waits for it."""

    def __init__(self, server: Server, seconds: float) -> None:
        super().__init__(server.changed)
        self._seconds = seconds
        self._is_waiting = False

    def is_open(self) -> bool:
        if not self._is_waiting:
            self._is_waiting = True
            timer = threading.Timer(self._seconds, self.open)
            timer.daemon = True
            timer.start()
        return super().is_open()


def model_of(call: int) -> str:
    """Return the name of the model by which the server knows a call."""
    return f"call-{call}"
