#!/bin/sh
# openai 3.57.0: an event without data, such as `retry: 3000` alone, ends a stream with an error.
#
# A block of an event stream that has no data is no event: its `id` and `retry` are kept, and nothing
# is dispatched (WHATWG HTML, 9.2.6). Servers write `retry` so at the start of a stream, and others
# an `event: ping` of which only the name counts. The client hands such a block to its JSON parser,
# and raises `json.JSONDecodeError`, which is none of its own errors. Comments are read as they should.
#
# Seen with openai 3.57.0 on Python 3.11:
#
#   nothing before: ['Hi']
#   b': ping': ['Hi']
#   b'retry: 3000': JSONDecodeError, an OpenAIError: False
#   b'id: 1': JSONDecodeError, an OpenAIError: False
#   b'event: ping': JSONDecodeError, an OpenAIError: False
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check openai==3.57.0
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import openai

CHOICE = {"index": 0, "delta": {"content": "Hi"}, "finish_reason": "stop"}
CHUNK = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
STREAM = b"data: %b\n\ndata: [DONE]\n\n" % json.dumps({**CHUNK, "choices": [CHOICE]}).encode()


class Handler(BaseHTTPRequestHandler):
    before = b""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        self.wfile.write(self.before + STREAM)

    def log_message(self, *arguments: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
client = openai.OpenAI(
    api_key="none", base_url=f"http://127.0.0.1:{server.server_port}/v1", max_retries=0
)
question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}], "stream": True}
rows = {b"": True, b": ping": True, b"retry: 3000": False, b"id: 1": False, b"event: ping": False}
seen = {}
for before in rows:
    Handler.before = before + b"\n\n" if before else b""
    try:
        read = [chunk.choices[0].delta.content for chunk in client.chat.completions.create(**question)]
        seen[before] = read == ["Hi"]
        print(f"{before or 'nothing before'!s}: {read}")
    except ValueError as error:
        seen[before] = False
        is_own = isinstance(error, openai.OpenAIError)
        print(f"{before}: {type(error).__name__}, an OpenAIError: {is_own}")
sys.exit(seen != rows)
PYTHON
