#!/bin/sh
# opentelemetry-instrumentation-httpx 0.66b2: the span of `httpx.get` ends before the body is read,
# so that neither the time of the body nor an error in it is in the span or the metric.
#
# It wraps the transport of httpx, which returns once the headers are there, while `httpx.get`
# returns with the whole body, or raises. A slow body takes no time, and a body that breaks off is
# a success with status 200: the program gets the error, its traces do not. The instrumentation of
# requests, which wraps the session, records both for the same server. The server here waits half a
# second before the rest of the body.
#
# Seen with opentelemetry-instrumentation-httpx and -requests 0.66b2, opentelemetry-sdk 1.45.2,
# httpx 0.28.1 and requests 2.34.2 on Python 3.11:
#
#   httpx, whole body: returned, body in span: False, in metric: False, status UNSET
#   httpx, cut body: RemoteProtocolError, body in span: False, in metric: False, status UNSET
#   requests, whole body: returned, body in span: True, in metric: True, status UNSET
#   requests, cut body: ChunkedEncodingError, body in span: True, in metric: True, status ERROR
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    opentelemetry-instrumentation-httpx==0.66b2 opentelemetry-instrumentation-requests==0.66b2 \
    opentelemetry-sdk==1.45.2 httpx==0.28.1 requests==2.34.2
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import requests
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.instrumentation.requests import RequestsInstrumentor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

WAIT = 0.5


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\nfirst\r\n")
        self.wfile.flush()
        time.sleep(WAIT)
        if self.path == "/cut":
            self.close_connection = True
        else:
            self.wfile.write(b"6\r\nsecond\r\n0\r\n\r\n")

    def log_message(self, *arguments: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
Thread(target=server.serve_forever, daemon=True).start()
seen = []
for library, instrumentor in ((httpx, HTTPXClientInstrumentor), (requests, RequestsInstrumentor)):
    exporter = InMemorySpanExporter()
    reader = InMemoryMetricReader()
    tracers = TracerProvider()
    tracers.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor().instrument(tracer_provider=tracers, meter_provider=MeterProvider([reader]))
    for path, name in (("/whole", "whole body"), ("/cut", "cut body")):
        try:
            library.get(f"http://127.0.0.1:{server.server_port}{path}")
            outcome = "returned"
        except Exception as error:
            outcome = type(error).__name__
        (span,) = exporter.get_finished_spans()
        exporter.clear()
        (resource,) = reader.get_metrics_data().resource_metrics
        points = resource.scope_metrics[0].metrics[0].data.data_points
        milliseconds = sum(point.sum for point in points)
        in_span = span.end_time - span.start_time > WAIT * 1e9
        in_metric = milliseconds > WAIT * 1e3 * (1 if path == "/whole" else 2)
        seen.append((outcome, in_span, in_metric, span.status.status_code.name))
        print(
            f"{library.__name__}, {name}: {outcome}, body in span: {in_span}, "
            f"in metric: {in_metric}, status {seen[-1][-1]}"
        )
expected = [
    ("returned", False, False, "UNSET"),
    ("RemoteProtocolError", False, False, "UNSET"),
    ("returned", True, True, "UNSET"),
    ("ChunkedEncodingError", True, True, "ERROR"),
]
sys.exit(seen != expected)
PYTHON
