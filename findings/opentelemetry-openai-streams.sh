#!/bin/sh
# opentelemetry-instrumentation-openai 0.62.4: once it is on, a loop over a chat stream can raise an
# IndexError or a TypeError of its own, and a stream that fails is a span with the status OK.
#
# An instrumentation is to watch a program, not to change it (OpenTelemetry, error handling). This
# one adds up each chunk before the program gets it, outside the guard that holds its other errors
# back. It takes the index of a choice, or of a tool call, for a place in its list, so that one that
# comes before index 0 is out of range; and it wants `choices` in the chunk with the usage, where
# some servers have null or nothing. The client reads all of these. When the client itself raises an
# error in the middle of a stream, the span is ended as OK before the error is noted.
#
# Seen with opentelemetry-instrumentation-openai 0.62.4, openinference-instrumentation-openai
# 0.1.66, opentelemetry-sdk 1.45.2 and openai 3.57.0 on Python 3.11, as how the loop ended and the
# status of the span:
#
#   choice 1 first: untraced ended, openinference ended OK, opentelemetry IndexError OK
#   call 1 first: untraced ended, openinference ended OK, opentelemetry IndexError OK
#   null choices: untraced ended, openinference ended OK, opentelemetry TypeError OK
#   an error: untraced APIError, openinference APIError ERROR, opentelemetry APIError OK
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    openai==3.57.0 httpx2==2.16.2 opentelemetry-sdk==1.45.2 \
    opentelemetry-instrumentation-openai==0.62.4 openinference-instrumentation-openai==0.1.66
"$folder/venv/bin/python" - <<'PYTHON' 2>/dev/null
import json
import sys

import httpx2
import openai
from openinference.instrumentation.openai import OpenAIInstrumentor as OpenInference
from opentelemetry.instrumentation.openai import OpenAIInstrumentor as OpenTelemetry
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

HEAD = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
CALL = {"index": 1, "id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}


def event(**more: object) -> bytes:
    return f"data: {json.dumps(HEAD | more)}\n\n".encode()


def choice(delta: dict[str, object], reason: str | None = None, index: int = 0) -> bytes:
    return event(choices=[{"index": index, "delta": delta, "finish_reason": reason}])


end = choice({}, "stop")
error = b'data: {"error": {"message": "Busy.", "type": "server_error", "code": "busy"}}\n\n'
DONE = b"data: [DONE]\n\n"
bodies = {
    "choice 1 first": choice({"content": "B"}, "stop", 1) + choice({"content": "A"}) + end + DONE,
    "call 1 first": choice({"tool_calls": [CALL]}) + choice({}, "tool_calls") + DONE,
    "null choices": choice({"content": "A"}) + end + event(choices=None, usage=USAGE) + DONE,
    "an error": choice({"content": "A"}) + error,
}


def answer(request: httpx2.Request) -> httpx2.Response:
    body = bodies[json.loads(request.content)["model"]]
    return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=body)


http = httpx2.Client(transport=httpx2.MockTransport(answer))
client = openai.OpenAI(api_key="none", max_retries=0, http_client=http)


def loop(model: str) -> str:
    messages = [{"role": "user", "content": "Hi"}]
    try:
        for _ in client.chat.completions.create(model=model, messages=messages, stream=True):
            pass
    except Exception as raised:
        return type(raised).__name__
    return "ended"


rows = {name: f"untraced {loop(name)}" for name in bodies}
# The one that leaves the client as it was, once it is off again, comes first.
for label, instrumentor in (("openinference", OpenInference()), ("opentelemetry", OpenTelemetry())):
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor.instrument(tracer_provider=provider)
    for name in bodies:
        came = loop(name)
        [span] = exporter.get_finished_spans()
        exporter.clear()
        rows[name] += f", {label} {came} {span.status.status_code.name}"
    instrumentor.uninstrument()
seen = [f"{name}: {row}" for name, row in rows.items()]
print(*seen, sep="\n")
sys.exit(
    seen
    != [
        "choice 1 first: untraced ended, openinference ended OK, opentelemetry IndexError OK",
        "call 1 first: untraced ended, openinference ended OK, opentelemetry IndexError OK",
        "null choices: untraced ended, openinference ended OK, opentelemetry TypeError OK",
        "an error: untraced APIError, openinference APIError ERROR, opentelemetry APIError OK",
    ]
)
PYTHON
