#!/bin/sh
# openapi-core 0.23.1: a parameter with two types ends in a TypeError, keywords beside `$ref` are
# ignored, and bytes with the schema `{}` come out as None.
#
# `type: [integer, "null"]` is how OpenAPI 3.1 writes what may be null; in a body it is read, and so
# is `anyOf` in a parameter. Beside `$ref` the other keywords of a schema hold too (JSON Schema
# Core, 8.2.3); here a text that is too long passes, which it does not by `allOf`. The schema `{}`
# allows anything, and the same bytes without a schema come out whole. Results have a list of
# errors: it is empty for the last two, and the TypeError is raised outside it. The validator finds
# no fault in any of the documents.
#
# Seen with openapi-core 0.23.1 and openapi-spec-validator 0.8.5 on Python 3.11:
#
#   query, anyOf of integer and null: 5, 0 errors
#   query, type of integer and null: TypeError
#   body, type of integer and null: 5, 0 errors
#   body, $ref in allOf and maxLength 1: None, 1 errors
#   body, $ref and maxLength 1: 'ab', 0 errors
#   bytes, no schema: b'\xff\x00', 0 errors
#   bytes, empty schema: None, 0 errors
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    openapi-core==0.23.1 openapi-spec-validator==0.8.5
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from openapi_spec_validator import OpenAPIV31SpecValidator

JSON = "application/json"
BYTES = "application/octet-stream"
TEXT = {"$ref": "#/components/schemas/Text"}
ALL_OF = {"allOf": [TEXT], "maxLength": 1}
BESIDE = {**TEXT, "maxLength": 1}
LIST = {"type": ["integer", "null"]}
EITHER = {"anyOf": [{"type": "integer"}, {"type": "null"}]}


def load(operation: dict[str, object]) -> OpenAPI:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": {"Text": {"type": "string"}}},
    }
    assert not [*OpenAPIV31SpecValidator(document).iter_errors()]
    return OpenAPI.from_dict(document)


def query(schema: dict[str, object], value: str) -> str:
    parameter = {"name": "x", "in": "query", "schema": schema}
    api = load({"parameters": [parameter], "responses": {"200": {"description": ""}}})
    request = MockRequest("http://localhost", "get", "/a", args={"x": value})
    try:
        result = api.unmarshal_request(request)
    except TypeError:
        return "TypeError"
    return f"{result.parameters.query['x']!r}, {len([*result.errors])} errors"


def body(media: dict[str, object], content: bytes, kind: str = JSON) -> str:
    response = {"description": "", "content": {kind: media}}
    api = load({"responses": {"200": response}})
    request = MockRequest("http://localhost", "get", "/a")
    result = api.unmarshal_response(request, MockResponse(content, content_type=kind))
    return f"{result.data!r}, {len([*result.errors])} errors"


seen = {
    "query, anyOf of integer and null": query(EITHER, "5"),
    "query, type of integer and null": query(LIST, "5"),
    "body, type of integer and null": body({"schema": LIST}, b"5"),
    "body, $ref in allOf and maxLength 1": body({"schema": ALL_OF}, b'"ab"'),
    "body, $ref and maxLength 1": body({"schema": BESIDE}, b'"ab"'),
    "bytes, no schema": body({}, b"\xff\x00", BYTES),
    "bytes, empty schema": body({"schema": {}}, b"\xff\x00", BYTES),
}
for name, came in seen.items():
    print(f"{name}: {came}")
rows = ["5, 0 errors", "TypeError", "5, 0 errors", "None, 1 errors", "'ab', 0 errors"]
rows += [repr(b"\xff\x00") + ", 0 errors", "None, 0 errors"]
sys.exit([*seen.values()] != rows)
PYTHON
