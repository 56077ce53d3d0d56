#!/bin/sh
# openai 3.57.0 sends by httpx2, which the tools for httpx do not know: respx and pook let its
# requests through to the server, and OpenTelemetry has no span of them.
#
# httpx2 is a package of its own, whose classes are not those of httpx, and openai installs it in
# place of httpx. No tool warns: pook lets the request go although `network=False` forbids it, and
# respx, which by default refuses what it has no route for, says only at the end that its route was
# not called, unless `assert_all_called=False`. A test that was written for openai on httpx asks
# the real server. vcrpy knows both packages. A client of httpx that is given as `http_client` is
# still used, and all three tools see its requests.
#
# Seen with openai 3.57.0, httpx2 2.16.2, httpx 0.28.1, respx 0.23.1, pook 2.1.6 and
# opentelemetry-instrumentation-httpx 0.66b2 on Python 3.11:
#
#   respx: the client of openai got 'real', httpx.Client got 'mocked'
#   pook: the client of openai got 'real', httpx.Client got 'mocked'
#   spans: the client of openai 0, httpx.Client 1
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    openai==3.57.0 httpx2==2.16.2 httpx==0.28.1 respx==0.23.1 pook==2.1.6 \
    opentelemetry-instrumentation-httpx==0.66b2 opentelemetry-sdk==1.45.2
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import openai
import pook
import respx
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

ANSWER = {"object": "chat.completion", "created": 1, "model": "m", "choices": []}
MOCKED = ANSWER | {"id": "mocked"}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(ANSWER | {"id": "real"}).encode())

    def log_message(self, *arguments: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}/v1"
url = f"{base}/chat/completions"


def ask(http: httpx.Client | None) -> str:
    client = openai.OpenAI(api_key="none", base_url=base, max_retries=0, http_client=http)
    return client.chat.completions.create(model="m", messages=[]).id


def ask_both() -> list[str]:
    return [ask(None), ask(httpx.Client())]


with respx.mock(assert_all_called=False) as router:
    router.post(url).respond(json=MOCKED)
    by_respx = ask_both()
with pook.use(network=False):
    pook.post(url).persist().reply(200).json(MOCKED)
    by_pook = ask_both()
exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
HTTPXClientInstrumentor().instrument(tracer_provider=provider)
spans = []
for http in (None, httpx.Client()):
    exporter.clear()
    ask(http)
    spans.append(len(exporter.get_finished_spans()))
for name, got in {"respx": by_respx, "pook": by_pook}.items():
    print(f"{name}: the client of openai got {got[0]!r}, httpx.Client got {got[1]!r}")
print(f"spans: the client of openai {spans[0]}, httpx.Client {spans[1]}")
sys.exit([by_respx, by_pook, spans] != [["real", "mocked"], ["real", "mocked"], [0, 1]])
PYTHON
