#!/bin/sh
# langchain 1.5.2: an agent that streams runs a tool with an argument that was cut in its middle;
# the same agent without streaming does not run it.
#
# langchain-core reads the JSON of a call anew with each piece, and closes what is open, so that a
# text ends where the answer ended. That is of use while a call is shown as it is written; but the
# message that is added up from the pieces keeps it as a call like any other, and the agent runs it,
# although `finish_reason` is "length" or, when the body just ends, missing. The closed JSON also
# goes back to the model, which cannot see the cut either. With `invoke` the model is asked without
# `stream`, and `json.loads` refuses the arguments: the call is an invalid one, and the run ends.
#
# Seen with langchain 1.5.2, langchain-core 1.8.3, langchain-openai 1.7.4 and langgraph 1.2.24 on
# Python 3.11, of arguments that stop after '{"path": "/srv/old':
#
#   invoke, length: ran [], reported []
#   stream(stream_mode="messages"), length: ran ['/srv/old'], reported ['{"path": "/srv/old"}']
#   stream(stream_mode="messages"), no end: ran ['/srv/old'], reported ['{"path": "/srv/old"}']
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    langchain==1.5.2 langchain-core==1.8.3 langchain-openai==1.7.4 langgraph==1.2.24
LANGSMITH_TRACING=false "$folder/venv/bin/python" - <<'PYTHON'
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from langchain.agents import create_agent
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI

HEAD = {"id": "1", "created": 1, "model": "m"}
CUT = '{"path": "/srv/old'


class Handler(BaseHTTPRequestHandler):
    bodies: list[bytes] = []
    asked: list[dict[str, object]] = []

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.asked.append(asked)
        kind = "text/event-stream" if asked.get("stream") else "application/json"
        self.send_response(200)
        self.send_header("content-type", kind)
        self.end_headers()
        self.wfile.write(self.bodies.pop(0))

    def log_message(self, *arguments: object) -> None:
        pass


def call(**more: object) -> dict[str, object]:
    function = {"name": "delete", "arguments": CUT}
    return {"tool_calls": [{"id": "c", "type": "function", "function": function, **more}]}


def whole(message: dict[str, object], reason: str) -> bytes:
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": reason}
    return json.dumps(HEAD | {"object": "chat.completion", "choices": [choice]}).encode()


def event(delta: dict[str, object], reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    chunk = HEAD | {"object": "chat.completion.chunk", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


ran: list[str] = []


@tool
def delete(path: str) -> str:
    """Delete what is at a path."""
    ran.append(path)
    return "deleted"


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/v1"
agent = create_agent(ChatOpenAI(model="m", base_url=url, api_key="none", max_retries=0), [delete])
question = {"messages": [("user", "Hi")]}
seen = []


def run(name: str, streamed: bool, *bodies: bytes) -> None:
    ran.clear()
    Handler.asked.clear()
    Handler.bodies[:] = bodies
    if streamed:
        for _ in agent.stream(question, stream_mode="messages"):
            pass
    else:
        agent.invoke(question)
    messages = Handler.asked[-1]["messages"]
    calls = [call for message in messages for call in message.get("tool_calls", [])]
    seen.append(([*ran], [call["function"]["arguments"] for call in calls]))
    print(f"{name}: ran {seen[-1][0]}, reported {seen[-1][1]}")


DONE = b"data: [DONE]\n\n"
last = event({"content": "Done."}) + event({}, "stop") + DONE
cut = event(call(index=0))
run("invoke, length", False, whole({"content": None, **call()}, "length"))
run('stream(stream_mode="messages"), length', True, cut + event({}, "length") + DONE, last)
run('stream(stream_mode="messages"), no end', True, cut, last)
ran_cut = (["/srv/old"], ['{"path": "/srv/old"}'])
sys.exit(seen != [([], []), ran_cut, ran_cut])
PYTHON
