#!/bin/sh
# vcrpy 9.4.2: while it records, a streamed response of httpx arrives whole, in one piece.
#
# Inside `use_cassette`, `client.stream(...)` returns only after the whole body has been read from
# the server: vcrpy reads the response to record it, and hands on a finished body. A program that
# shows text as it arrives shows all of it at the end, and one that leaves the stream early still
# waits for its end. No message says so. The server here sends a second piece once the client has
# had the first, or after two seconds without that.
#
# Seen with vcrpy 9.4.2 and httpx 0.28.1 on Python 3.11:
#
#   without vcrpy: [b'first', b'second'], the first piece arrived before the second was sent: True
#   recording: [b'firstsecond'], the first piece arrived before the second was sent: False
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    vcrpy==9.4.2 httpx==0.28.1
"$folder/venv/bin/python" - "$folder/cassette.yaml" <<'PYTHON'
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import vcr

received = threading.Event()
in_time = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\nfirst\r\n")
        self.wfile.flush()
        in_time.append(received.wait(2))
        self.wfile.write(b"6\r\nsecond\r\n0\r\n\r\n")


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/"


def read():
    received.clear()
    pieces = []
    with httpx.Client(trust_env=False) as client, client.stream("GET", url) as response:
        for piece in response.iter_raw():
            pieces.append(piece)
            received.set()
    return pieces


note = "the first piece arrived before the second was sent:"
plain = read()
print(f"without vcrpy: {plain}, {note} {in_time[0]}")
with vcr.use_cassette(sys.argv[1]):
    recorded = read()
print(f"recording: {recorded}, {note} {in_time[1]}")

expected = ([b"first", b"second"], [b"firstsecond"], [True, False])
sys.exit(0 if (plain, recorded, in_time) == expected else 1)
PYTHON
