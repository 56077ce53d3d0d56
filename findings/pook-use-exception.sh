#!/bin/sh
# pook 2.1.6: `pook.use()` leaves its mocks active if the block raises.
#
# `use()` is a generator-based context manager that restores the previous engine after its `yield`,
# without `try` and `finally`. After an exception in the `with` block, which is what a failing
# assertion is, the temporary engine stays active: later requests of the process are still answered
# by its mocks, and those that match none are refused. A block that ends normally restores it.
#
# Seen with pook 2.1.6 and httpx 0.28.1 on Python 3.11:
#
#   after a block that ends: active=False
#   after a block that raises: active=True, a later request gets 200 'mocked'
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    pook==2.1.6 httpx==0.28.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import httpx
import pook

URL = "http://mocked.invalid/"

with pook.use():
    pook.get(URL).reply(200).body("mocked")
    httpx.get(URL)
after_end = pook.isactive()
print(f"after a block that ends: active={after_end}")

try:
    with pook.use():
        pook.get(URL).reply(200).body("mocked")
        raise AssertionError("a test failed")
except AssertionError:
    pass
after_raise = pook.isactive()
try:
    response = httpx.get(URL, trust_env=False)
    later = f"{response.status_code} {response.text!r}"
except Exception as error:
    later = type(error).__name__
print(f"after a block that raises: active={after_raise}, a later request gets {later}")

seen = (after_end, after_raise, later)
sys.exit(0 if seen == (False, True, "200 'mocked'") else 1)
PYTHON
