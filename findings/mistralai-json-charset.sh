#!/bin/sh
# mistralai 3.7.0: JSON is read by the charset of its Content-Type, so that UTF-8 becomes other text.
#
# `application/json` has no parameter `charset`, and one that is there has no effect (RFC 8259, 11);
# JSON between systems is UTF-8 (8.1). Frameworks and proxies that add their default charset to every
# Content-Type are common. The client decodes the body by that name before it parses it, and returns
# what comes out, without an error; `json.loads` reads the same bytes right.
#
# Seen with mistralai 3.7.0 on Python 3.11:
#
#   application/json: json 'Ж', mistralai 'Ж'
#   application/json; charset=utf-8: json 'Ж', mistralai 'Ж'
#   application/json; charset=iso-8859-1: json 'Ж', mistralai 'Ð\x96'
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check mistralai==3.7.0
"$folder/venv/bin/python" -X utf8 - <<'PYTHON'
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from mistralai.client import Mistral

MESSAGE = {"role": "assistant", "content": "Ж"}
BODY = {
    "id": "1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
}
SENT = json.dumps(BODY, ensure_ascii=False).encode()


class Handler(BaseHTTPRequestHandler):
    content_type = ""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", self.content_type)
        self.end_headers()
        self.wfile.write(SENT)

    def log_message(self, *arguments: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
client = Mistral(api_key="none", server_url=f"http://127.0.0.1:{server.server_port}")
messages = [{"role": "user", "content": "Hi"}]
expected = {"": "Ж", "; charset=utf-8": "Ж", "; charset=iso-8859-1": "Ð\x96"}
right = json.loads(SENT)["choices"][0]["message"]["content"]
seen = {}
for charset in expected:
    Handler.content_type = f"application/json{charset}"
    answer = client.chat.complete(model="m", messages=messages)
    seen[charset] = answer.choices[0].message.content
    print(f"application/json{charset}: json {right!r}, mistralai {seen[charset]!r}")
sys.exit(seen != expected)
PYTHON
