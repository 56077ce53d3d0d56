#!/bin/sh
# httpx 0.28.1 with HTTP/2: a stream that is left before its end stays open, and the server is not
# told; once the server's limit of open streams is reached, the next request fails.
#
# Under HTTP/1.1, leaving the block of `client.stream` closes the connection, so that the server
# stops writing, and a model stops generating. HTTP/2 has RST_STREAM for this (RFC 9113, 5.4.2),
# which ends one stream and keeps the connection for the others. httpcore sends no such frame: it
# counts the stream as closed, while h2 and the server count it as open. Servers usually allow 100
# streams or more; the one here allows 3, and ends none of them.
#
# Seen with httpx 0.28.1, httpcore 1.0.9 and h2 4.4.1 on Python 3.11:
#
#   leave stream 1: read b'first', left
#   leave stream 2: read b'first', left
#   leave stream 3: read b'first', left
#   leave stream 4: LocalProtocolError: Max outbound streams is 3, 3 open
#   frames that reset a stream: 0, connections: 1
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    httpx==0.28.1 httpcore==1.0.9 h2==4.4.1
"$folder/venv/bin/python" - <<'PYTHON'
import socket
import sys
from threading import Thread

import httpx
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived, StreamReset
from h2.settings import SettingCodes, Settings

resets = []
connections = []


def serve(connection: socket.socket) -> None:
    state = H2Connection(H2Configuration(client_side=False))
    limit = {SettingCodes.MAX_CONCURRENT_STREAMS: 3}
    state.local_settings = Settings(client=False, initial_values=limit)
    state.initiate_connection()
    connection.sendall(state.data_to_send())
    while received := connection.recv(65536):
        for event in state.receive_data(received):
            if isinstance(event, RequestReceived):
                state.send_headers(event.stream_id, [(":status", "200")])
                state.send_data(event.stream_id, b"first")
            elif isinstance(event, StreamReset):
                resets.append(event.stream_id)
        connection.sendall(state.data_to_send())


def accept() -> None:
    while True:
        connection, _ = listener.accept()
        connections.append(connection)
        Thread(target=serve, args=(connection,), daemon=True).start()


listener = socket.create_server(("127.0.0.1", 0))
Thread(target=accept, daemon=True).start()
url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
seen = []
with httpx.Client(http1=False, http2=True, trust_env=False, timeout=5) as client:
    for number in range(1, 5):
        try:
            with client.stream("GET", url) as response:
                seen.append(f"read {next(response.iter_raw())!r}, left")
        except httpx.HTTPError as error:
            seen.append(f"{type(error).__name__}: {error}")
        print(f"leave stream {number}: {seen[-1]}")
    print(f"frames that reset a stream: {len(resets)}, connections: {len(connections)}")
error = "LocalProtocolError: Max outbound streams is 3, 3 open"
as_seen = seen == ["read b'first', left"] * 3 + [error]
sys.exit(not (as_seen and not resets and len(connections) == 1))
PYTHON
