#!/bin/sh
# httpx 0.28.1: of a gzip body of several members only the first is read, and a gzip body that ends
# early counts as whole; neither raises an error.
#
# A gzip file is a series of members, and its content is that of all of them (RFC 1952, 2.2);
# servers that compress each flush on its own, and proxies that join files, send several. Python's
# gzip module reads them all and raises EOFError where the last one is cut.
#
# Seen with httpx 0.28.1 on Python 3.11:
#
#   two members: gzip b'first second', httpx b'first '
#   cut: gzip EOFError, httpx b'first '
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check httpx==0.28.1
"$folder/venv/bin/python" - <<'PYTHON'
import gzip
import sys

import httpx


def read_by_gzip(body: bytes) -> str:
    try:
        return repr(gzip.decompress(body))
    except EOFError:
        return "EOFError"


def read_by_httpx(body: bytes) -> str:
    response = httpx.Response(200, headers={"content-encoding": "gzip"}, content=body)
    return repr(response.read())


first = gzip.compress(b"first ")
bodies = {"two members": first + gzip.compress(b"second"), "cut": first[:-4]}
seen = {}
for name, body in bodies.items():
    seen[name] = read_by_gzip(body), read_by_httpx(body)
    print(f"{name}: gzip {seen[name][0]}, httpx {seen[name][1]}")
expected = {
    "two members": ("b'first second'", "b'first '"),
    "cut": ("EOFError", "b'first '"),
}
sys.exit(seen != expected)
PYTHON
