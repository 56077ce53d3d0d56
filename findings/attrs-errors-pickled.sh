#!/bin/sh
# attrs 26.1.0: an exception class made by attrs does not come out of `pickle` as it went in; one
# with keyword-only fields comes out as a TypeError.
#
# Other slotted classes of attrs are pickled by their fields, and are not initialised again. For
# exceptions BaseException decides: they are made anew from `args`, which attrs sets to the first
# values of the fields. So converters run a second time, on what they made; fields with
# `init=False` and later changes are lost; and keyword-only fields are passed by position. This
# matters where errors go from one process to another: ProcessPoolExecutor meets that TypeError in
# a thread of its own, and every call that is still in the pool fails with BrokenProcessPool.
#
# Seen with attrs 26.1.0 on Python 3.11:
#
#   converter: before 'id-7', error after 'id-id-7', other class after 'id-7'
#   changed later: before 2, error after 1, other class after 2
#   init=False: before [1], error after [], other class after [1]
#   keyword-only: before 7, error TypeError, other class after 7
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check attrs==26.1.0
"$folder/venv/bin/python" - <<'PYTHON'
import pickle
import sys
from typing import Any

import attrs


@attrs.define
class ConvertedError(Exception):
    value: str = attrs.field(converter="id-{}".format)


@attrs.define
class Converted:
    value: str = attrs.field(converter="id-{}".format)


@attrs.define
class ChangedError(Exception):
    value: int


@attrs.define
class Changed:
    value: int


@attrs.define
class FilledError(Exception):
    value: list[int] = attrs.field(factory=list, init=False)


@attrs.define
class Filled:
    value: list[int] = attrs.field(factory=list, init=False)


@attrs.define(kw_only=True)
class NamedError(Exception):
    value: int


@attrs.define(kw_only=True)
class Named:
    value: int


def pickled(whole: Any) -> str:
    try:
        return f"after {pickle.loads(pickle.dumps(whole)).value!r}"
    except TypeError:
        return "TypeError"


pairs = {
    "converter": (ConvertedError(7), Converted(7)),
    "changed later": (ChangedError(1), Changed(1)),
    "init=False": (FilledError(), Filled()),
    "keyword-only": (NamedError(value=7), Named(value=7)),
}
for each in pairs["changed later"]:
    each.value = 2
for each in pairs["init=False"]:
    each.value.append(1)
seen = {}
for name, (error, other) in pairs.items():
    seen[name] = pickled(error), pickled(other)
    print(f"{name}: before {error.value!r}, error {seen[name][0]}, other class {seen[name][1]}")
expected = {
    "converter": ("after 'id-id-7'", "after 'id-7'"),
    "changed later": ("after 1", "after 2"),
    "init=False": ("after []", "after [1]"),
    "keyword-only": ("TypeError", "after 7"),
}
sys.exit(seen != expected)
PYTHON
