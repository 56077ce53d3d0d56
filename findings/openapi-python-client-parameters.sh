#!/bin/sh
# openapi-python-client 0.29.1: a generated client writes a boolean or a time in a path by `str`,
# in another form than in a query, and ignores `explode` and `style` in a query without a warning.
#
# A boolean is `True` in a path and `true` in a query; a date-time has a space in a path and a `T`
# in a query. A list with `explode: false` is one value with commas, and a deepObject puts each
# property in brackets after the name of the parameter (OpenAPI 3.1, 4.8.12). The client repeats
# the name of the list instead, and writes the properties without that of the parameter, so that of
# two objects with a property of the same name the last one wins.
#
# Seen with openapi-python-client 0.29.1 and httpx 0.28.1 on Python 3.11:
#
#   warnings of the generator: 0
#   path: /True/2026-01-02 03:04:05+00:00
#   query: flag=true&time=2026-01-02T03:04:05+00:00
#   query: ids=1&ids=2, by the description ids=1,2
#   query: limit=2, by the description a[limit]=1&b[limit]=2
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    openapi-python-client==0.29.1 httpx==0.28.1
PATH="$folder/venv/bin:$PATH"
cd "$folder"
cat > openapi.yaml <<'YAML'
openapi: 3.1.0
info: {title: sample, version: 1.0.0}
paths:
  /{flag}/{time}:
    get:
      operationId: look
      parameters:
        - {name: flag, in: path, required: true, schema: {type: boolean}}
        - {name: time, in: path, required: true, schema: {type: string, format: date-time}}
        - {name: flag, in: query, schema: {type: boolean}}
        - {name: time, in: query, schema: {type: string, format: date-time}}
        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: a, in: query, style: deepObject, schema: {$ref: "#/components/schemas/Page"}}
        - {name: b, in: query, style: deepObject, schema: {$ref: "#/components/schemas/Page"}}
      responses: {"204": {description: nothing}}
components:
  schemas:
    Page: {type: object, properties: {limit: {type: integer}}, additionalProperties: false}
YAML
openapi-python-client generate --path openapi.yaml --meta none --output-path client > told 2>&1
python - <<'PYTHON'
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import httpx
from client.api.default.look import _get_kwargs
from client.models.page import Page

TIME = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def url(**query: object) -> httpx.URL:
    kwargs = _get_kwargs(flag_path=True, time_path=TIME, **query)
    return httpx.Client(base_url="http://127.0.0.1").build_request(**kwargs).url


def query(**values: object) -> str:
    return unquote(url(**values).query.decode())


warnings = Path("told").read_text().count("WARNING")
seen = (
    warnings,
    url().path,
    query(flag_query=True, time_query=TIME),
    query(ids=[1, 2]),
    query(a=Page(limit=1), b=Page(limit=2)),
)
print(f"warnings of the generator: {warnings}")
print(f"path: {seen[1]}")
print(f"query: {seen[2]}")
print(f"query: {seen[3]}, by the description ids=1,2")
print(f"query: {seen[4]}, by the description a[limit]=1&b[limit]=2")
expected = (
    0,
    "/True/2026-01-02 03:04:05+00:00",
    "flag=true&time=2026-01-02T03:04:05+00:00",
    "ids=1&ids=2",
    "limit=2",
)
sys.exit(seen != expected)
PYTHON
