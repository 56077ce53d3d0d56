#!/bin/sh
# openapi-spec-validator 0.9.0, datamodel-code-generator 0.89.0 and openapi-python-client 0.29.1
# read three different enums from the same line of an openapi.yaml.
#
# OpenAPI asks for YAML 1.2 (OpenAPI 3.1, 4.2), where all four values are strings. The validator
# has the booleans and the sexagesimal numbers of YAML 1.1, and finds no fault in a string enum of
# them; the first generator has only the numbers. The second has neither, but takes the date for a
# date, which makes it leave out the schema and what uses it, with a warning and exit status 0. So
# a file that is checked by one tool and generated from by another does not say the same to both.
#
# Seen with these versions on Python 3.11, of a string enum:
#
#   written: [no, se, 12:30, 2026-01-01]
#   openapi-spec-validator, which reports 0 errors: [False, 'se', 750, '2026-01-01']
#   datamodel-code-generator: ['no', 'se', 750, '2026-01-01']
#   openapi-python-client: no model, exit status 0
#   openapi-python-client, without the date: ['no', 'se', '12:30']
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    openapi-spec-validator==0.9.0 datamodel-code-generator==0.89.0 openapi-python-client==0.29.1
PATH="$folder/venv/bin:$PATH"
cd "$folder"
python - <<'PYTHON'
import ast
import subprocess
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.readers import read_from_filename

TEXT = """\
openapi: 3.1.0
info: {title: sample, version: 1.0.0}
paths: {}
components:
  schemas:
    Kind:
      type: string
      enum: [no, se, 12:30, 2026-01-01]
"""


def members(path: Path) -> list[object]:
    """Return the values of the enum that a generated file declares."""
    tree = ast.parse(path.read_text())
    return [
        ast.literal_eval(node.value)
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef)
        for node in kind.body
        if isinstance(node, ast.Assign)
    ]


def client(source: str, folder: str) -> tuple[Path, int]:
    command = ["openapi-python-client", "generate", "--path", source, "--output-path", folder]
    run = subprocess.run([*command, "--meta", "none"], capture_output=True)
    return Path(folder, "models", "kind.py"), run.returncode


Path("all.yaml").write_text(TEXT)
Path("undated.yaml").write_text(TEXT.replace(", 2026-01-01", ""))
document, _ = read_from_filename("all.yaml")
errors = [*OpenAPIV31SpecValidator(document).iter_errors()]
validator = document["components"]["schemas"]["Kind"]["enum"]
command = ["datamodel-codegen", "--input", "all.yaml", "--output", "models.py"]
subprocess.run(command, check=True, capture_output=True)
models = members(Path("models.py"))
dated, status = client("all.yaml", "dated")
undated, _ = client("undated.yaml", "undated")
print("written: [no, se, 12:30, 2026-01-01]")
print(f"openapi-spec-validator, which reports {len(errors)} errors: {validator}")
print(f"datamodel-code-generator: {models}")
print(f"openapi-python-client: {'a' if dated.exists() else 'no'} model, exit status {status}")
print(f"openapi-python-client, without the date: {members(undated)}")
as_seen = (
    not errors
    and validator == [False, "se", 750, "2026-01-01"]
    and models == ["no", "se", 750, "2026-01-01"]
    and not dated.exists()
    and status == 0
    and members(undated) == ["no", "se", "12:30"]
)
sys.exit(not as_seen)
PYTHON
