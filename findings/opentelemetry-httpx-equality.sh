#!/bin/sh
# opentelemetry-instrumentation-httpx 0.66b2: what it puts in place of a method equals the method.
#
# The instrumentation replaces `httpx.HTTPTransport.handle_request` by an object of wrapt, which
# passes comparisons, the name and most attributes on to the function that it wraps. So `==` between
# the method before and after says that nothing has changed, and so do `__name__` and `__globals__`.
# Only identity, or the type of what stands in the class, tells.
#
# Seen with opentelemetry-instrumentation-httpx 0.66b2, wrapt 2.5.2 and httpx 0.28.1 on Python 3.11:
#
#   equal: True, identical: False, globals of: httpx._transports.default, a function: False
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    opentelemetry-instrumentation-httpx==0.66b2 wrapt==2.5.2 httpx==0.28.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from types import FunctionType

import httpx
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor

before = vars(httpx.HTTPTransport)["handle_request"]
HTTPXClientInstrumentor().instrument()
after = vars(httpx.HTTPTransport)["handle_request"]
seen = (
    after == before,
    after is before,
    after.__globals__["__name__"],
    type(after) is FunctionType,
)
print("equal: {}, identical: {}, globals of: {}, a function: {}".format(*seen))
sys.exit(0 if seen == (True, False, "httpx._transports.default", False) else 1)
PYTHON
