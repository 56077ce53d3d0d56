#!/bin/sh
# orjson 3.13.0: `loads` turns integers beyond 64 bits into floats, `dumps` refuses the same integers.
#
# `json.loads` keeps integers of any size. `orjson.loads` is exact from -2**63 to 2**64 - 1; one
# step beyond either end it returns a float, without an error, so that digits and the type are lost.
# In the other direction `orjson.dumps` raises an error for the same integers.
#
# Seen with orjson 3.13.0 on Python 3.11:
#
#   18446744073709551615: json int, orjson int, equal
#   18446744073709551616: json int, orjson float 1.8446744073709552e+19
#   18446744073709551617: json int, orjson float 1.8446744073709552e+19
#   -9223372036854775809: json int, orjson float -9.223372036854776e+18
#   dumps(2**64): TypeError: Integer exceeds 64-bit range
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check orjson==3.13.0
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys

import orjson

as_seen = True
for number, kind in ((2**64 - 1, int), (2**64, float), (2**64 + 1, float), (-(2**63) - 1, float)):
    text = str(number)
    value = orjson.loads(text)
    shown = "int, equal" if value == number and type(value) is int else f"float {value!r}"
    print(f"{text}: json {type(json.loads(text)).__name__}, orjson {shown}")
    as_seen &= type(value) is kind and json.loads(text) == number
try:
    orjson.dumps(2**64)
except TypeError as error:
    print(f"dumps(2**64): TypeError: {error}")
else:
    as_seen = False
sys.exit(not as_seen)
PYTHON
