#!/bin/sh
# pydantic 2.14.4 writes a timedelta of 365 days or more with years of 365 days; such texts, and
# those of fractions and of negative times, are not what the schema that it makes for them allows.
#
# 800 days are "P2Y70D". Who counts in calendar years, as ISO 8601 means them, gets another time,
# and msgspec refuses the text. The schema of the field says `"format": "duration"`, which is the
# grammar of RFC 3339 (appendix A) in JSON Schema (Validation, 7.3.1): no fractions, no sign, and no
# days after years without months. So a validator that holds on to formats refuses what pydantic
# wrote, and llguidance refuses it while it is written. jsonschema, with its extra for formats,
# takes it.
#
# Seen with pydantic 2.14.4, msgspec 0.22.0, jsonschema_rs 0.61.2, jsonschema 4.26.0 and
# llguidance 1.9.1 on Python 3.11, where msgspec, jsonschema_rs, jsonschema and llguidance take it:
#
#   364 days, 0:00:00: P364D, True True True True
#   365 days, 0:00:00: P1Y, False True True True
#   800 days, 0:00:00: P2Y70D, False False True False
#   0:00:01.500000: PT1.5S, True False True False
#   -1 day, 23:59:57: -PT3S, True False True False
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    pydantic==2.14.4 msgspec==0.22.0 jsonschema-rs==0.61.2 'jsonschema[format]==4.26.0' \
    llguidance==1.9.1
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys
from datetime import timedelta

import jsonschema
import jsonschema_rs
import msgspec
from llguidance import LLMatcher, LLTokenizer
from pydantic import TypeAdapter

FIELD = TypeAdapter(timedelta)
SCHEMA = FIELD.json_schema()
TOKENIZER = LLTokenizer("byte")
GRAMMAR = LLMatcher.grammar_from_json_schema(json.dumps(SCHEMA))
RUST = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)
CHECKER = jsonschema.Draft202012Validator.FORMAT_CHECKER
PYTHON = jsonschema.Draft202012Validator(SCHEMA, format_checker=CHECKER)


def is_read(text: str) -> bool:
    try:
        msgspec.convert(text, timedelta)
    except msgspec.ValidationError:
        return False
    return True


def is_written(text: str) -> bool:
    matcher = LLMatcher(TOKENIZER, GRAMMAR)
    tokens = TOKENIZER.tokenize_str(json.dumps(text))
    return matcher.try_consume_tokens(tokens) == len(tokens) and matcher.is_accepting()


rows = {
    timedelta(days=364): ["P364D", True, True, True, True],
    timedelta(days=365): ["P1Y", False, True, True, True],
    timedelta(days=800): ["P2Y70D", False, False, True, False],
    timedelta(seconds=1.5): ["PT1.5S", True, False, True, False],
    timedelta(seconds=-3): ["-PT3S", True, False, True, False],
}
seen = {}
for value in rows:
    text = json.loads(FIELD.dump_json(value))
    taken = [is_read(text), RUST.is_valid(text), PYTHON.is_valid(text), is_written(text)]
    seen[value] = [text, *taken]
    print(f"{value}: {text}, {' '.join(map(str, taken))}")
sys.exit(seen != rows)
PYTHON
