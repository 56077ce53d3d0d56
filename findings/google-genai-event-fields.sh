#!/bin/sh
# google-genai 3.6.1: a comment, a field other than `data`, or `data:` without a space after it
# ends a stream with an error.
#
# An event stream may have comments, which servers and proxies send to keep a connection open, and
# the fields `event`, `id` and `retry`; the space after the colon is optional (WHATWG HTML, 9.2.5
# and 9.2.6). The client takes such a line for a body in JSON, and raises
# `UnknownApiResponseError`, which is a ValueError and none of its API errors. Lines that end with
# CR and LF, and an event of several `data` lines, are read as they should be.
#
# Seen with google-genai 3.6.1 on Python 3.11:
#
#   plain: ['Hi']
#   CRLF: ['Hi']
#   two data lines: ['Hi']
#   a comment before: UnknownApiResponseError, an APIError: False
#   a comment after: ['Hi'], then UnknownApiResponseError, an APIError: False
#   an event field: UnknownApiResponseError, an APIError: False
#   an id field: UnknownApiResponseError, an APIError: False
#   no space: UnknownApiResponseError, an APIError: False
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check google-genai==3.6.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from google import genai
from google.genai.errors import APIError, UnknownApiResponseError

JSON = b'{"candidates":[{"content":{"role":"model","parts":[{"text":"Hi"}]},"index":0}]}'
PLAIN = b"data: " + JSON + b"\n\n"
READ = {
    "plain": PLAIN,
    "CRLF": PLAIN.replace(b"\n", b"\r\n"),
    "two data lines": PLAIN.replace(b":[", b":\ndata: [", 1),
}
REFUSED = {
    "a comment before": b": ping\n\n" + PLAIN,
    "a comment after": PLAIN + b": ping\n\n",
    "an event field": b"event: message\n" + PLAIN,
    "an id field": b"id: 1\n" + PLAIN,
    "no space": PLAIN.replace(b"data: ", b"data:"),
}


class Handler(BaseHTTPRequestHandler):
    body = b""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *arguments: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
options = {"base_url": f"http://127.0.0.1:{server.server_port}"}
client = genai.Client(api_key="none", http_options=options)
as_seen = True
for name, Handler.body in (READ | REFUSED).items():
    texts = []
    error = None
    try:
        for part in client.models.generate_content_stream(model="m", contents="Hi"):
            texts.append(part.text)
    except UnknownApiResponseError as raised:
        error = raised
    told = [str(texts)] if texts or not error else []
    if error:
        told.append(f"{type(error).__name__}, an APIError: {isinstance(error, APIError)}")
    print(f"{name}: {', then '.join(told)}")
    as_seen &= (error is None) is (name in READ)
    as_seen &= texts == ([] if error and name != "a comment after" else ["Hi"])
    as_seen &= not isinstance(error, APIError)
sys.exit(not as_seen)
PYTHON
