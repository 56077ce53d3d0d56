#!/bin/sh
# litellm 1.108.7: of a stream with `n=2` only one choice gets a `finish_reason`, and
# `stream_chunk_builder` makes a single choice of both.
#
# Each choice of a stream has an `index`, and ends with a `finish_reason` of its own. litellm passes
# the index of the texts on, but gives one reason only, at the end, so that a choice that was cut by
# its length looks like the one that was not. The builder does not look at the index: it joins the
# texts, and puts the tool calls of both choices in one list, without an error. Without `stream`
# both choices come out as they were.
#
# Seen with litellm 1.108.7 on Python 3.11, as index, text and reason:
#
#   without stream: [(0, 'A', 'stop'), (1, 'BC', 'length')]
#   stream: [(0, 'A', None), (1, 'B', None), (1, 'C', None), (0, None, 'stop')]
#   built from it: [(0, 'ABC', 'stop')]
#   a call in each choice, built: [['look', 'delete']]
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
install() {
    "$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check "$@"
}
# Only what a call needs: without boto3, for example, to save time.
install aiohttp fastuuid httpx==0.28.1 jinja2 openai==3.57.0 packaging pydantic-settings \
    python-dotenv pyyaml tiktoken 'importlib-metadata<9' 'jsonschema<5'
install --no-deps litellm==1.108.7 tokenizers
LITELLM_LOCAL_MODEL_COST_MAP=True "$folder/venv/bin/python" - <<'PYTHON' 2>/dev/null
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import litellm

HEAD = {"id": "1", "created": 1, "model": "m"}


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


def event(index: int, delta: dict[str, object], reason: str | None = None) -> bytes:
    choice = {"index": index, "delta": delta, "finish_reason": reason}
    chunk = HEAD | {"object": "chat.completion.chunk", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def call(id: str, name: str) -> dict[str, object]:
    function = {"name": name, "arguments": "{}"}
    return {"tool_calls": [{"index": 0, "id": id, "type": "function", "function": function}]}


def choice(index: int, text: str, reason: str) -> dict[str, object]:
    message = {"role": "assistant", "content": text}
    return {"index": index, "message": message, "finish_reason": reason}


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
question = {
    "model": "openai/m",
    "api_base": f"http://127.0.0.1:{server.server_port}/v1",
    "api_key": "none",
    "messages": [{"role": "user", "content": "Hi"}],
    "max_retries": 0,
    "n": 2,
}
DONE = b"data: [DONE]\n\n"
litellm.suppress_debug_info = True
seen = []

choices = [choice(0, "A", "stop"), choice(1, "BC", "length")]
Handler.body = json.dumps(HEAD | {"object": "chat.completion", "choices": choices}).encode()
choices = litellm.completion(**question).choices
seen.append([(c.index, c.message.content, c.finish_reason) for c in choices])
print(f"without stream: {seen[-1]}")

Handler.body = event(0, {"role": "assistant", "content": "A"})
Handler.body += event(1, {"role": "assistant", "content": "B"}) + event(1, {"content": "C"})
Handler.body += event(0, {}, "stop") + event(1, {}, "length") + DONE
chunks = [*litellm.completion(**question, stream=True)]
choices = [c for chunk in chunks for c in chunk.choices]
seen.append([(c.index, c.delta.content, c.finish_reason) for c in choices])
print(f"stream: {seen[-1]}")
choices = litellm.stream_chunk_builder(chunks).choices
seen.append([(c.index, c.message.content, c.finish_reason) for c in choices])
print(f"built from it: {seen[-1]}")

Handler.body = event(0, call("call_0", "look")) + event(1, call("call_1", "delete"))
Handler.body += event(0, {}, "tool_calls") + event(1, {}, "tool_calls") + DONE
choices = litellm.stream_chunk_builder([*litellm.completion(**question, stream=True)]).choices
seen.append([[call.function.name for call in c.message.tool_calls] for c in choices])
print(f"a call in each choice, built: {seen[-1]}")
sys.exit(
    seen
    != [
        [(0, "A", "stop"), (1, "BC", "length")],
        [(0, "A", None), (1, "B", None), (1, "C", None), (0, None, "stop")],
        [(0, "ABC", "stop")],
        [["look", "delete"]],
    ]
)
PYTHON
