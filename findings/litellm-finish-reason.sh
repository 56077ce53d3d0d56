#!/bin/sh
# litellm 1.108.7: `finish_reason` is "stop" where the server sent none, or one that litellm has no
# entry for, so that a stream that broke off looks like a whole answer.
#
# In the chat API a null `finish_reason` means that the answer is not finished, and "stop" that the
# model came to its own end; by this a client tells a whole answer from one that was cut. litellm
# writes "stop" when a stream ends without a reason, even without any text, in a whole answer with
# null, and in place of a reason that it does not know (for this one its log has a warning).
#
# Seen with litellm 1.108.7 on Python 3.11:
#
#   a stream that ends after 'Hel': ['Hel'], finish_reason 'stop'
#   a stream of [DONE] alone: [], finish_reason 'stop'
#   a stream that ends by 'server_busy': ['Hel'], finish_reason 'stop'
#   a stream that ends by 'length': ['Hel'], finish_reason 'length'
#   an answer with null: finish_reason 'stop'
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
DONE = b"data: [DONE]\n\n"


def event(text: str, reason: str | None) -> bytes:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": reason}
    chunk = HEAD | {"object": "chat.completion.chunk", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def answer(reason: str | None) -> bytes:
    message = {"role": "assistant", "content": "Hel"}
    choice = {"index": 0, "message": message, "finish_reason": reason}
    return json.dumps(HEAD | {"object": "chat.completion", "choices": [choice]}).encode()


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


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
question = {
    "model": "openai/m",
    "api_base": f"http://127.0.0.1:{server.server_port}/v1",
    "api_key": "none",
    "messages": [{"role": "user", "content": "Hi"}],
    "max_retries": 0,
}
streams = {
    "that ends after 'Hel'": event("Hel", None),
    "of [DONE] alone": DONE,
    "that ends by 'server_busy'": event("Hel", None) + event("", "server_busy") + DONE,
    "that ends by 'length'": event("Hel", None) + event("", "length") + DONE,
}
seen = []
for name, Handler.body in streams.items():
    choices = [c.choices[0] for c in litellm.completion(**question, stream=True) if c.choices]
    texts = [choice.delta.content for choice in choices if choice.delta.content]
    seen.append(choices[-1].finish_reason)
    print(f"a stream {name}: {texts}, finish_reason {seen[-1]!r}")
Handler.body = answer(None)
seen.append(litellm.completion(**question).choices[0].finish_reason)
print(f"an answer with null: finish_reason {seen[-1]!r}")
sys.exit(seen != ["stop", "stop", "stop", "length", "stop"])
PYTHON
