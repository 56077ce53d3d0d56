"""`apertis._transport.sync_connection`: the time-outs of plain sockets, and of those of others."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from apertis._transport.run_sync import run_sync
from apertis._transport.sync_connection import SyncConnection

pytestmark = pytest.mark.wire

SHORT = 0.05


class WatchedSocket(socket.socket):
    """A socket that waits by code of its own, as those of gevent do."""

    def recv(self, size: int, flags: int = 0) -> bytes:
        return super().recv(size, flags)


@pytest.fixture(params=[socket.socket, WatchedSocket], ids=["kernel", "python"])
def ends(request: pytest.FixtureRequest) -> Iterator[tuple[SyncConnection, socket.socket]]:
    """Give both ends of a connection."""
    ours, theirs = socket.socketpair()
    with theirs, request.param(fileno=ours.detach()) as connected:
        yield SyncConnection(connected), theirs


@pytest.mark.parametrize("seconds", [SHORT, 1e-9], ids=str)
def test_nothing_that_arrives_is_a_time_out(
    ends: tuple[SyncConnection, socket.socket], seconds: float
) -> None:
    """However little the time, it is not for ever; and the connection can be read afterwards."""
    ours, theirs = ends
    with pytest.raises(TimeoutError, match=r"^timed out$"):
        run_sync(ours.receive(seconds))
    theirs.send(b"late")

    assert run_sync(ours.receive(None)) == b"late"


def test_a_server_that_takes_nothing_is_a_time_out(
    ends: tuple[SyncConnection, socket.socket],
) -> None:
    """After all that its buffers took."""
    ours, _ = ends
    with pytest.raises(TimeoutError, match=r"^timed out$"):
        run_sync(ours.send(bytes(16 * 2**20), SHORT))

    assert not ours.has_sent


def test_time_outs_of_reading_and_of_sending_are_two(
    ends: tuple[SyncConnection, socket.socket],
) -> None:
    """One that was set for sending does not end a read."""
    ours, theirs = ends
    run_sync(ours.send(b"question", SHORT))
    with pytest.raises(TimeoutError):
        run_sync(ours.receive(SHORT))
    run_sync(ours.send(b"question", None))
    theirs.send(b"answer")

    assert run_sync(ours.receive(3600)) == b"answer"


@pytest.mark.parametrize("seconds", [0, -1], ids=str)
def test_no_time_is_a_time_out_at_once(
    ends: tuple[SyncConnection, socket.socket], seconds: float
) -> None:
    """And does not mean for ever, as 0 does for the kernel."""
    ours, theirs = ends
    theirs.send(b"answer")

    with pytest.raises(TimeoutError, match="no time was left"):
        run_sync(ours.receive(seconds))
