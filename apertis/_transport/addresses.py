"""Connect to one of the addresses of a server, in sync and within the time that is left.

`socket.create_connection` gives each address the whole time, and does not limit the look-up of the
name. In async anyio limits both.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from typing import Any

import httpcore

__all__ = ["connect_tcp"]


def connect_tcp(
    network: Any, host: str, port: int, timeouts: Mapping[str, float | None]
) -> httpcore.NetworkStream:
    """Connect to the first address that answers.

    Args:
        network: The network backend of httpcore.
        host: A name or an address.
        port: The port.
        timeouts: Has as "connect" the seconds that the look-up, and then an attempt, may take; it
            is asked before each.

    Raises:
        httpcore.ConnectError: no address can be connected to; the error of the last is raised.
        httpcore.ConnectTimeout: the time is over.
    """
    seconds = timeouts.get("connect")
    if seconds is None:
        stream: httpcore.NetworkStream = network.connect_tcp(host, port, None)
        return stream
    failure: Exception | None = None
    for address in _look_up(host, port, seconds):
        left = timeouts.get("connect")
        if left == 0:
            break
        try:
            stream = network.connect_tcp(address, port, left)
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
            failure = error
        else:
            return stream
    raise failure or httpcore.ConnectTimeout("timed out")


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """Return the addresses of a host, each once.

    A look-up cannot be interrupted: one that takes too long continues in its thread, and its
    result is ignored.
    """
    found: list[str] = []
    failures: list[Exception] = []

    def look_up() -> None:
        try:
            for *_, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
                found.append(str(address[0]))
        except Exception as error:  # noqa: BLE001  raised below
            failures.append(error)

    if ":" in host or host.replace(".", "").isdigit():
        return [host]
    thread = threading.Thread(target=look_up, name="apertis-look-up", daemon=True)
    thread.start()
    thread.join(seconds)
    if failures:
        if isinstance(failures[0], OSError):
            raise httpcore.ConnectError(str(failures[0])) from failures[0]
        raise failures[0]
    if thread.is_alive():
        raise httpcore.ConnectTimeout("the look-up of the host name timed out")
    return list(dict.fromkeys(found))
