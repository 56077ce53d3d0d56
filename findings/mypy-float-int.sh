#!/bin/sh
# mypy 2.4.1 and pyrefly 1.5.0: after `isinstance(x, float)` of a parameter that is a float, no int
# is left, although both let a caller pass one; what follows is then not checked, yet runs.
#
# An int is accepted where a float is asked for, and the specification of typing reads the
# annotation `float` as `float | int` (Special types in annotations). A time-out that is
# `float | str` is often told apart by `isinstance`. For an int the wrong branch runs, and both
# checkers find no fault in it; where float is the only type they take the branch for unreachable,
# and accept any attribute there. With `warn_unreachable` mypy says that the statement cannot be
# reached. ty, like pyright, reports both places.
#
# Seen with mypy 2.4.1, pyrefly 1.5.0 and ty 0.0.108 on Python 3.11, by the lines with an error:
#
#   mypy --strict: none
#   pyrefly: none
#   ty: 4, 10
#   run: AttributeError: 'int' object has no attribute 'removesuffix'
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    mypy==2.4.1 pyrefly==1.5.0 ty==0.0.108
cat >"$folder/waits.py" <<'PYTHON'
def wait(timeout: float | str) -> float:
    if isinstance(timeout, float):
        return timeout
    return float(timeout.removesuffix("s"))


def double(timeout: float) -> float:
    if isinstance(timeout, float):
        return 2 * timeout
    return timeout.no_such_attribute


wait(5)
PYTHON
cd "$folder"
touch pyrefly.toml
"$folder/venv/bin/python" - <<'PYTHON'
import re
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
COMMANDS = {
    "mypy --strict": [BIN / "mypy", "--strict", "--no-incremental", "waits.py"],
    "pyrefly": [BIN / "pyrefly", "check", "--output-format", "min-text", "waits.py"],
    "ty": [BIN / "ty", "check", "--output-format", "concise", "waits.py"],
}
seen = []
for name, command in COMMANDS.items():
    ran = subprocess.run(command, capture_output=True, text=True)
    lines = re.findall(r"waits\.py:(\d+)", ran.stdout)
    seen.append((ran.returncode, lines))
    print(f"{name}: {', '.join(lines) or 'none'}")
ran = subprocess.run([sys.executable, "waits.py"], capture_output=True, text=True)
error = ran.stderr.splitlines()[-1]
print(f"run: {error}")
sys.exit(seen != [(0, []), (0, []), (1, ["4", "10"])] or "'removesuffix'" not in error)
PYTHON
