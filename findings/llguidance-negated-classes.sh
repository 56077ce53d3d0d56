#!/bin/sh
# llguidance 1.9.1: a class that excludes the quotation mark or the backslash does not exclude it
# where JSON escapes it; other characters are excluded.
#
# JSON Schema holds a pattern against the text that JSON stands for (JSON Schema Validation, 6.3.3),
# so that '^[^"]+$' must refuse the text a"b, which is written "a\"b". A validator refuses it; an
# answer that was held to the same schema while it was written may have it.
#
# Seen with llguidance 1.9.1 on Python 3.11:
#
#   '^[^"]+$'    'a"b'   re refuses it, llguidance takes it
#   '^[^\\\\]+$' 'a\\b'  re refuses it, llguidance takes it
#   '^[^\\n]+$'  'a\nb'  re refuses it, llguidance refuses it
#   '^[^/]+$'    'a/b'   re refuses it, llguidance refuses it
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check llguidance==1.9.1
"$folder/venv/bin/python" - <<'PYTHON' 2>/dev/null
import json
import re
import sys

from llguidance import LLMatcher, LLTokenizer

TOKENIZER = LLTokenizer("byte")


def takes(pattern: str, text: str) -> bool:
    schema = json.dumps({"type": "string", "pattern": pattern})
    matcher = LLMatcher(TOKENIZER, LLMatcher.grammar_from_json_schema(schema))
    assert not matcher.is_error(), matcher.get_error()
    is_taken = matcher.consume_tokens(TOKENIZER.tokenize_str(json.dumps(text)))
    return is_taken and matcher.is_accepting()


rows = {('^[^"]+$', 'a"b'): True, (r"^[^\\]+$", "a\\b"): True}
rows |= {(r"^[^\n]+$", "a\nb"): False, ("^[^/]+$", "a/b"): False}
seen = {}
for pattern, text in rows:
    assert not re.search(pattern, text)
    seen[pattern, text] = takes(pattern, text)
    verb = "takes" if seen[pattern, text] else "refuses"
    print(f"{pattern!r:12} {text!r:7} re refuses it, llguidance {verb} it")
sys.exit(seen != rows)
PYTHON
