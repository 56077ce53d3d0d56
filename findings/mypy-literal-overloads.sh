#!/bin/sh
# mypy 2.4.1: `functools.partial` of an overloaded function has the type of the first overload,
# even if the argument that it holds belongs to another; no error is reported. And a `bool` matches
# neither of two overloads for `Literal[True]` and `Literal[False]`.
#
# `create(stream=True)` is usually typed by one overload for each literal. A call has the right
# type; a partial that holds `stream=True`, such as one for a retry helper or a thread, passes for
# one that returns a whole answer, so that its wrong use passes `--strict` and its right use is
# refused. The specification of typing tells checkers to try both values of a `bool` (Overloads,
# argument type expansion); for mypy there must be a third overload. ty, like pyright, gets both
# right.
#
# Seen with mypy 2.4.1 and ty 0.0.108 on Python 3.11, where a whole answer is an int:
#
#   mypy: create(stream=True) Iterator[str], its partial int, a bool refused
#   ty: create(stream=True) Iterator[str], its partial Iterator[str], a bool taken
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check mypy==2.4.1 ty==0.0.108
cat > "$folder/calls.py" <<'PYTHON'
from collections.abc import Iterator
from functools import partial
from typing import Literal, overload

from typing_extensions import reveal_type


@overload
def create(*, stream: Literal[False] = False) -> int: ...
@overload
def create(*, stream: Literal[True]) -> Iterator[str]: ...
def create(*, stream: bool = False) -> int | Iterator[str]:
    return iter("text") if stream else 4


def call(flag: bool) -> None:
    reveal_type(create(stream=True))
    reveal_type(partial(create, stream=True)())
    create(stream=flag)
PYTHON
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import re
import subprocess
import sys

COMMANDS = {
    "mypy": ["mypy", "--strict", "--cache-dir=/dev/null", "calls.py"],
    "ty": ["ty", "check", "--python=venv", "--output-format=concise", "calls.py"],
}
seen = {}
for name, (command, *options) in COMMANDS.items():
    run = subprocess.run([f"venv/bin/{command}", *options], capture_output=True, text=True)
    revealed = re.findall(r"evealed type.*?[\"`](.+)[\"`]", run.stdout)
    types = [kind.rpartition(".")[2] for kind in revealed]
    refused = re.search(r"^calls\.py:19:.*error", run.stdout, re.MULTILINE)
    seen[name] = *types, "refused" if refused else "taken"
    print("{}: create(stream=True) {}, its partial {}, a bool {}".format(name, *seen[name]))
expected = {
    "mypy": ("Iterator[str]", "int", "refused"),
    "ty": ("Iterator[str]", "Iterator[str]", "taken"),
}
sys.exit(seen != expected)
PYTHON
