#!/bin/sh
# openai-agents 0.24.0 and pydantic-ai 2.68.0: a tool call that was cut before its arguments is run
# with the defaults of all parameters.
#
# In a stream the name of a tool comes first, and then its arguments, as the text of a JSON object.
# Both take no text for `{}`, which helps with servers that write nothing for a tool without
# parameters; but they do so too where the tool has parameters, and where the answer stopped by
# "length" or the body just ended. What goes back to the model after the call is `{}`, as if it had
# written that. Arguments that were cut later are refused by both, and a tool with a required
# parameter is not run. pydantic-ai puts cut arguments in an object of its own for the model.
#
# Seen with openai-agents 0.24.0, pydantic-ai-slim 2.68.0 and openai 3.57.0 on Python 3.11, where
# the tool is `delete(path="/tmp", older_than_days=0)`:
#
#   openai-agents, '' and length: ran [('/tmp', 0)], reported {}
#   openai-agents, '' and no end: ran [('/tmp', 0)], reported {}
#   openai-agents, '{"path": "/a"' and length: ran [], reported {"path": "/a"
#   pydantic-ai, '' and length: ran [('/tmp', 0)], reported {}
#   pydantic-ai, '' and no end: ran [('/tmp', 0)], reported {}
#   pydantic-ai, '{"path": "/a"' and length: ran [], reported {"INVALID_JSON":"{\"path\": \"/a\""}
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    openai-agents==0.24.0 'pydantic-ai-slim[openai]==2.68.0' openai==3.57.0
"$folder/venv/bin/python" - <<'PYTHON' 2>/dev/null
import asyncio
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import agents
import openai
import pydantic_ai
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider


class Handler(BaseHTTPRequestHandler):
    bodies: list[bytes] = []
    asked: list[dict[str, object]] = []

    def do_POST(self) -> None:
        size = int(self.headers["content-length"])
        self.asked.append(json.loads(self.rfile.read(size)))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        self.wfile.write(self.bodies.pop(0))

    def log_message(self, *arguments: object) -> None:
        pass


def event(delta: dict[str, object], reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    chunk = {"id": "1", "created": 1, "model": "m", "object": "chat.completion.chunk"}
    return f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n".encode()


def call(arguments: str) -> dict[str, object]:
    function = {"name": "delete", "arguments": arguments}
    return {"tool_calls": [{"index": 0, "id": "c", "type": "function", "function": function}]}


ran: list[tuple[str, int]] = []


def delete(path: str = "/tmp", older_than_days: int = 0) -> str:
    """Delete old files."""
    ran.append((path, older_than_days))
    return "deleted"


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/v1"
agents.set_tracing_disabled(True)


async def run_openai_agents() -> None:
    client = openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    model = agents.OpenAIChatCompletionsModel("m", client)
    agent = agents.Agent("a", model=model, tools=[agents.function_tool(delete)])
    async for _ in agents.Runner.run_streamed(agent, "Hi").stream_events():
        pass


async def run_pydantic_ai() -> None:
    model = OpenAIChatModel("m", provider=OpenAIProvider(base_url=url, api_key="none"))
    async with pydantic_ai.Agent(model, tools=[delete]).run_stream("Hi") as answer:
        await answer.get_output()


DONE = b"data: [DONE]\n\n"
length = event({}, "length") + DONE
last = event({"content": "Done."}) + event({}, "stop") + DONE
seen = []
for name, run in (("openai-agents", run_openai_agents), ("pydantic-ai", run_pydantic_ai)):
    for text, end, body in (
        ("", "length", length),
        ("", "no end", b""),
        ('{"path": "/a"', "length", length),
    ):
        ran.clear()
        Handler.asked.clear()
        Handler.bodies[:] = [event(call(text)) + body, last]
        asyncio.run(run())
        messages = Handler.asked[-1]["messages"]
        calls = [call for message in messages for call in message.get("tool_calls", [])]
        reported = calls[0]["function"]["arguments"]
        seen.append(([*ran], reported))
        print(f"{name}, {text!r} and {end}: ran {ran}, reported {reported}")
defaults = ([("/tmp", 0)], "{}")
cut = '{"path": "/a"'
refused = [([], cut), ([], '{"INVALID_JSON":' + json.dumps(cut) + "}")]
sys.exit(seen != [defaults, defaults, refused[0], defaults, defaults, refused[1]])
PYTHON
