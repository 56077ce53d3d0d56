"""Connect to one of the addresses of a server, in sync and within the time that is left.

`socket.create_connection` gives each address the whole time, and does not limit the look-up of the
name. In async asyncio does, within the time for all of them.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping

__all__ = ["connect_tcp", "is_address", "look_up"]


def connect_tcp(host: str, port: int, timeouts: Mapping[str, float | None]) -> socket.socket:
    """Connect to the first address that answers.

    Args:
        host: A name or an address.
        port: The port.
        timeouts: Has as "connect" the seconds that the look-up, and then an attempt, may take; it
            is asked before each.

    Raises:
        OSError: no address can be connected to; the error of the last is raised.
        TimeoutError: the time is over.
    """
    seconds = timeouts.get("connect")
    if seconds is None:
        return socket.create_connection((host, port))
    failure: OSError | None = None
    for address in look_up(host, port, seconds):
        left = timeouts.get("connect")
        if left is not None and left <= 0:
            break
        try:
            return socket.create_connection((address, port), left)
        except OSError as error:
            failure = error
    raise failure or TimeoutError("timed out")


def is_address(host: str) -> bool:
    """Return whether a host is an address, not a name."""
    return ":" in host or host.replace(".", "").isdigit()


def look_up(host: str, port: int, seconds: float) -> list[str]:
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

    if is_address(host):
        return [host]
    thread = threading.Thread(target=look_up, name="apertis-look-up", daemon=True)
    thread.start()
    thread.join(seconds)
    if failures:
        raise failures[0]
    if thread.is_alive():
        raise TimeoutError("the look-up of the host name timed out")
    return list(dict.fromkeys(found))
