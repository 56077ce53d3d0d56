#!/bin/sh
# pydantic 2.14.4: `Literal[1]` takes `true` and `Literal[True]` takes 1, even in strict mode, and
# `Literal[1] | bool` makes 1 of `true`.
#
# In Python 1, 1.0 and True are equal; in JSON, and in JSON Schema (Core, 4.2.2), a number and a
# boolean are not. pydantic looks the value up among those of the literal, and puts the one that it
# finds in its place, so that its strict mode takes what the schema that it makes does not allow. In
# a union this counts as an exact match, like that of `bool`, and the first of the two wins: the
# order of the members decides if the JSON comes out as it went in. With both values in one literal
# each keeps its type. The values of an enum go the same way.
#
# Seen with pydantic 2.14.4, msgspec 0.22.0 and jsonschema 4.26.0 on Python 3.11, in strict mode, of
# JSON to JSON, and whether the schema allows it:
#
#   Literal[1]: true to 1, allowed False
#   Literal[True]: 1.0 to true, allowed False
#   an enum of 1: true to 1, allowed False
#   Literal[1] | bool: true to 1, allowed True
#   bool | Literal[1]: true to true, allowed True
#   Literal[1, True]: true to true, allowed True
#   msgspec, Literal[1]: true refused
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    pydantic==2.14.4 msgspec==0.22.0 jsonschema==4.26.0
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys
from enum import Enum
from typing import Literal

import jsonschema
import msgspec
import pydantic

One = Enum("One", {"ONE": 1})
types = {
    "Literal[1]": (Literal[1], "true"),
    "Literal[True]": (Literal[True], "1.0"),
    "an enum of 1": (One, "true"),
    "Literal[1] | bool": (Literal[1] | bool, "true"),
    "bool | Literal[1]": (bool | Literal[1], "true"),
    "Literal[1, True]": (Literal[1, True], "true"),
}
seen = []
for name, (kind, text) in types.items():
    adapter = pydantic.TypeAdapter(kind)
    came = adapter.dump_json(adapter.validate_json(text, strict=True)).decode()
    allowed = jsonschema.Draft202012Validator(adapter.json_schema()).is_valid(json.loads(text))
    seen.append(f"{name}: {text} to {came}, allowed {allowed}")
try:
    msgspec.json.decode("true", type=Literal[1])
    came = "taken"
except msgspec.ValidationError:
    came = "refused"
seen.append(f"msgspec, Literal[1]: true {came}")
print(*seen, sep="\n")
sys.exit(
    seen
    != [
        "Literal[1]: true to 1, allowed False",
        "Literal[True]: 1.0 to true, allowed False",
        "an enum of 1: true to 1, allowed False",
        "Literal[1] | bool: true to 1, allowed True",
        "bool | Literal[1]: true to true, allowed True",
        "Literal[1, True]: true to true, allowed True",
        "msgspec, Literal[1]: true refused",
    ]
)
PYTHON
