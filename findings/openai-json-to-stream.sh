#!/bin/sh
# openai 3.57.0: a whole completion as JSON, in answer to a call with `stream=True`, is a stream of
# nothing, without an error.
#
# Some gateways answer such a call with `application/json`: those whose provider cannot stream, and
# those that report an error with status 200. The content type says so. The client looks for lines
# that begin with `data:`, finds none, and ends, so that a program shows an empty answer and takes it
# for whole. The helper that adds up a stream raises an AssertionError without a text.
#
# Seen with openai 3.57.0 on Python 3.11:
#
#   create(stream=True), a completion: [], no error
#   create(stream=True), an error: [], no error
#   stream().get_final_completion(), a completion: AssertionError('')
#   stream().get_final_completion(), an error: AssertionError('')
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

MESSAGE = {"role": "assistant", "content": "Hi"}
BODIES = {
    "a completion": {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop"}],
    },
    "an error": {"error": {"message": "The provider is gone.", "code": 502}},
}


class Handler(BaseHTTPRequestHandler):
    body: object = None

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(self.body).encode())

    def log_message(self, *arguments: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
client = openai.OpenAI(
    api_key="none", base_url=f"http://127.0.0.1:{server.server_port}/v1", max_retries=0
)
question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}


def loop() -> str:
    return f"{[*client.chat.completions.create(**question, stream=True)]}, no error"


def helper() -> str:
    with client.chat.completions.stream(**question) as stream:
        return str(stream.get_final_completion())


WAYS = {"create(stream=True)": loop, "stream().get_final_completion()": helper}
seen = []
for way, read in WAYS.items():
    for name, Handler.body in BODIES.items():
        try:
            came = read()
        except Exception as error:
            came = f"{type(error).__name__}({str(error)!r})"
        seen.append(came)
        print(f"{way}, {name}: {came}")
sys.exit(seen != ["[], no error"] * 2 + ["AssertionError('')"] * 2)
PYTHON
