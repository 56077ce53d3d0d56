#!/bin/sh
# langchain-openai 1.7.4 and pydantic-ai 2.68.0 add up the usage of a stream that has it in each
# chunk, so that one prompt counts once per chunk.
#
# The chat API puts the usage in a last chunk, for the whole request. vLLM, if asked to, and some
# gateways in any case, put it in every chunk, as the count so far, so that the last one is right
# for both kinds; openai-agents keeps that. langchain-openai adds them, in the message of `invoke`
# too when it streams, and pydantic-ai does unless `openai_continuous_usage_stats` is set. The sum
# grows with the length of the answer, is what costs are taken from, and stops a run by a limit on
# tokens that it is far below. No error or warning tells.
#
# Seen with langchain-openai 1.7.4, langchain-core 1.8.3, pydantic-ai-slim 2.68.0 and openai-agents
# 0.24.0 on Python 3.11, of a prompt of 1000 tokens and an answer of 4, as tokens in and out:
#
#   langchain-openai: 5000, 14
#   pydantic-ai: 5000, 14
#   pydantic-ai, with a limit of 2000: UsageLimitExceeded
#   openai-agents: 1000, 4
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    langchain-openai==1.7.4 langchain-core==1.8.3 'pydantic-ai-slim[openai]==2.68.0' \
    openai-agents==0.24.0
LANGSMITH_TRACING=false "$folder/venv/bin/python" - <<'PYTHON' 2>/dev/null
import asyncio
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import agents
import openai
import pydantic_ai
from langchain_openai import ChatOpenAI
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider


def event(text: str, count: int, reason: str | None = None) -> bytes:
    usage = {"prompt_tokens": 1000, "completion_tokens": count, "total_tokens": 1000 + count}
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": reason}
    chunk = {"id": "1", "created": 1, "model": "m", "object": "chat.completion.chunk"}
    return f"data: {json.dumps(chunk | {'choices': [choice], 'usage': usage})}\n\n".encode()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for count in (1, 2, 3, 4):
            self.wfile.write(event("a", count))
        self.wfile.write(event("", 4, "stop") + b"data: [DONE]\n\n")

    def log_message(self, *arguments: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/v1"
agents.set_tracing_disabled(True)


async def run_pydantic_ai(limit: int | None) -> str:
    model = OpenAIChatModel("m", provider=OpenAIProvider(base_url=url, api_key="none"))
    limits = pydantic_ai.UsageLimits(total_tokens_limit=limit)
    try:
        async with pydantic_ai.Agent(model).run_stream("Hi", usage_limits=limits) as answer:
            await answer.get_output()
    except pydantic_ai.UsageLimitExceeded as error:
        return type(error).__name__
    return f"{answer.usage.input_tokens}, {answer.usage.output_tokens}"


async def run_openai_agents() -> str:
    client = openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    agent = agents.Agent("a", model=agents.OpenAIChatCompletionsModel("m", client))
    run = agents.Runner.run_streamed(agent, "Hi")
    async for _ in run.stream_events():
        pass
    usage = run.context_wrapper.usage
    return f"{usage.input_tokens}, {usage.output_tokens}"


message = ChatOpenAI(model="m", base_url=url, api_key="none", streaming=True).invoke("Hi")
usage = message.usage_metadata
seen = {
    "langchain-openai": f"{usage['input_tokens']}, {usage['output_tokens']}",
    "pydantic-ai": asyncio.run(run_pydantic_ai(None)),
    "pydantic-ai, with a limit of 2000": asyncio.run(run_pydantic_ai(2000)),
    "openai-agents": asyncio.run(run_openai_agents()),
}
for name, came in seen.items():
    print(f"{name}: {came}")
sys.exit([*seen.values()] != ["5000, 14", "5000, 14", "UsageLimitExceeded", "1000, 4"])
PYTHON
