#!/bin/sh
# instructor 1.17.0: of an answer that was cut by its length, `create_iterable` yields the items
# that are whole, and `create_partial` ends with a text that is cut; neither raises an error.
#
# For the same answer `create` raises IncompleteOutputException, by the `finish_reason` "length".
# The other two read a stream, and look at its texts only: not at the reason, and not at whether
# there is one. So the items of a long document lack the last ones, and nothing tells. The last
# object of `create_partial` is like that of a whole answer, unless a required field is missing,
# which is then None, although the class does not allow it.
#
# Seen with instructor 1.17.0 and openai 3.3.0 on Python 3.11, of two items and of one, cut in the
# last name:
#
#   create, length: IncompleteOutputException
#   create_iterable, length: [Item(name='nut', count=2)]
#   create_iterable, no end: [Item(name='nut', count=2)]
#   create_partial, length: Item(name='bo', count=None)
#   create_partial, no end: Item(name='bo', count=None)
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    instructor==1.17.0 openai==3.3.0
"$folder/venv/bin/python" - <<'PYTHON' 2>/dev/null
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import instructor
import openai
from pydantic import BaseModel

HEAD = {"id": "1", "created": 1, "model": "m"}
ONE = '{"name": "bo'
TWO = '{"tasks": [{"name": "nut", "count": 2}, ' + ONE


class Item(BaseModel):
    name: str
    count: int


class Handler(BaseHTTPRequestHandler):
    body = b""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        kind = "text/event-stream" if asked.get("stream") else "application/json"
        self.send_response(200)
        self.send_header("content-type", kind)
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *arguments: object) -> None:
        pass


def event(delta: dict[str, object], reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    chunk = HEAD | {"object": "chat.completion.chunk", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/v1"
client = instructor.from_openai(
    openai.OpenAI(base_url=url, api_key="none", max_retries=0), mode=instructor.Mode.JSON_SCHEMA
)
question = {
    "model": "m",
    "messages": [{"role": "user", "content": "Hi"}],
    "response_model": Item,
    "max_retries": 0,
}
seen = {}

message = {"role": "assistant", "content": ONE}
choice = {"index": 0, "message": message, "finish_reason": "length"}
Handler.body = json.dumps(HEAD | {"object": "chat.completion", "choices": [choice]}).encode()
try:
    seen["create, length"] = repr(client.create(**question))
except Exception as error:
    seen["create, length"] = type(error).__name__
length = event({}, "length") + b"data: [DONE]\n\n"
for end, last in (("length", length), ("no end", b"")):
    Handler.body = event({"content": TWO}) + last
    seen[f"create_iterable, {end}"] = repr([*client.create_iterable(**question)])
for end, last in (("length", length), ("no end", b"")):
    Handler.body = event({"content": ONE}) + last
    *_, item = client.create_partial(**question)
    seen[f"create_partial, {end}"] = f"Item({', '.join(f'{k}={v!r}' for k, v in item)})"
for name, came in seen.items():
    print(f"{name}: {came}")
items = "[Item(name='nut', count=2)]"
rows = ["IncompleteOutputException", items, items, *2 * ["Item(name='bo', count=None)"]]
sys.exit([*seen.values()] != rows)
PYTHON
