"""A forward proxy for HTTPS: it opens tunnels for clients that send its password."""

from __future__ import annotations

import base64
import contextlib
import socket
import socketserver
import threading
from collections.abc import Iterator

__all__ = ["CREDENTIALS", "Proxy", "proxy"]

CREDENTIALS = ("someone", "hidden-4c1f7e")


class Proxy(socketserver.ThreadingTCPServer):
    """Listens on loopback.

    Attributes:
        tunnels: Where those wanted to go that were let through.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Tunnel)
        self.tunnels: list[str] = []

    def url(self, password: str) -> str:
        """Return its URL with the name of the user and a password."""
        return f"http://{CREDENTIALS[0]}:{password}@127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def proxy() -> Iterator[Proxy]:
    """Run a proxy until the block is left; by then all tunnels must be closed."""
    with Proxy() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield running
        finally:
            running.shutdown()
            thread.join()


class _Tunnel(socketserver.StreamRequestHandler):
    server: Proxy

    def handle(self) -> None:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b"\r\n":
            if not line:
                return  # somebody only wanted to know whether anybody listens
            lines.append(line)
        line, *headers = lines
        method, target, _ = line.decode().split(" ")
        credentials = base64.b64encode(":".join(CREDENTIALS).encode())
        if method != "CONNECT" or not any(credentials in header for header in headers):
            self.wfile.write(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
            return
        self.server.tunnels.append(target)
        host, _, port = target.rpartition(":")
        with socket.create_connection((host, int(port))) as origin:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_carry, args=(origin, self.connection))
            back.start()
            _carry(self.connection, origin)
            back.join()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
