"""`apertis._transport.sync_connection`: time-outs, and whether anything has arrived."""

from __future__ import annotations

import contextlib
import socket
import struct
import sys
from collections.abc import Iterator

import pytest

from apertis._transport import sync_connection
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


@pytest.fixture(params=["tcp", "unix", "unknown"])
def idle(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[SyncConnection, socket.socket]]:
    """Give both ends of a connection: by TCP, of another family, and on a system like no other."""
    if request.param == "unix":
        ours, theirs = socket.socketpair()
    else:
        with socket.create_server(("127.0.0.1", 0)) as listening:
            ours = socket.create_connection(listening.getsockname())
            theirs, _ = listening.accept()
    if request.param == "unknown":
        monkeypatch.setattr(sys, "platform", "unknown")
    with ours, theirs:
        connection = SyncConnection(ours)
        theirs.send(b"answer")
        assert run_sync(connection.receive(None)) == b"answer"
        yield connection, theirs


def arrived(connection: SyncConnection) -> bool:
    """Return whether the connection becomes readable."""
    with contextlib.suppress(TimeoutError):
        connection._socket.settimeout(3600)
        connection._socket.recv(1, socket.MSG_PEEK)
    return connection.is_readable()


def test_a_connection_without_anything_unread_is_not_readable(
    idle: tuple[SyncConnection, socket.socket],
) -> None:
    ours, _ = idle

    assert not ours.is_readable()


@pytest.mark.parametrize("surplus", [b"x", bytes(200_000)], ids=len)
def test_a_connection_with_something_unread_is_readable(
    idle: tuple[SyncConnection, socket.socket], surplus: bytes
) -> None:
    """Until the last byte of it has been received."""
    ours, theirs = idle
    theirs.sendall(surplus)
    received = b""
    while len(received) < len(surplus):
        assert arrived(ours)
        received += run_sync(ours.receive(None))

    assert not ours.is_readable()


def test_a_connection_that_the_server_has_closed_is_readable(
    idle: tuple[SyncConnection, socket.socket],
) -> None:
    ours, theirs = idle
    theirs.close()

    assert arrived(ours)


def test_a_connection_that_was_reset_is_readable(
    idle: tuple[SyncConnection, socket.socket],
) -> None:
    ours, theirs = idle
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("@ii", 1, 0))
    theirs.close()
    with contextlib.suppress(ConnectionError):  # which takes the error from the socket
        ours._socket.recv(1)

    assert ours.is_readable()


def test_a_connection_that_is_closed_is_readable(
    idle: tuple[SyncConnection, socket.socket],
) -> None:
    ours, _ = idle
    run_sync(ours.close())

    assert ours.is_readable()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much has arrived")
def test_a_plain_connection_is_not_polled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A poll takes longer, and of threads that share a client another would go first."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        ours = SyncConnection(socket.create_connection(listening.getsockname()))
        theirs, _ = listening.accept()
    monkeypatch.setattr(sync_connection, "is_readable", pytest.fail)
    theirs.send(b"answer")
    run_sync(ours.receive(None))

    assert not ours.is_readable()
    theirs.close()
    run_sync(ours.close())
