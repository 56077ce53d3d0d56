#!/bin/sh
# llguidance 1.9.1: an integer with the bounds of 64 bits is refused, as are floats up to 1e20;
# with the bounds of 32 bits, or of 2^53, the same schema is taken.
#
# Such bounds are what libraries write for the integers of a language (int64 of OpenAPI, i64 of
# Rust). JSON Schema gives no limit to the number of a bound (JSON Schema Validation, 6.2).
#
# Seen with llguidance 1.9.1 on Python 3.11:
#
#   integer -9223372036854775808 to 9223372036854775807: refused
#   integer -2147483648 to 2147483647: taken
#   integer -9007199254740992 to 9007199254740992: taken
#   number 0.0 to 1e+20: refused
#   number 0.0 to 1000000000000000.0: taken
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check llguidance==1.9.1
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys

from llguidance import LLMatcher, LLTokenizer

TOKENIZER = LLTokenizer("byte")


def is_taken(kind: str, least: float, most: float) -> bool:
    schema = json.dumps({"type": kind, "minimum": least, "maximum": most})
    matcher = LLMatcher(TOKENIZER, LLMatcher.grammar_from_json_schema(schema))
    return not matcher.is_error()


rows = {
    ("integer", -(2**63), 2**63 - 1): False,
    ("integer", -(2**31), 2**31 - 1): True,
    ("integer", -(2**53), 2**53): True,
    ("number", 0.0, 1e20): False,
    ("number", 0.0, 1e15): True,
}
seen = {}
for kind, least, most in rows:
    seen[kind, least, most] = is_taken(kind, least, most)
    print(f"{kind} {least} to {most}: {'taken' if seen[kind, least, most] else 'refused'}")
sys.exit(seen != rows)
PYTHON
