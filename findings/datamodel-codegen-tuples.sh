#!/bin/sh
# datamodel-code-generator 0.89.0: an array whose items have a schema each becomes a list of any of
# them in any order, if it is closed by `items: false`; only `maxItems` makes it a tuple.
#
# `prefixItems` gives each place its schema, and `items: false` allows none after them (JSON Schema
# Core, 10.3.1), so that with `minItems` there are exactly two; `maxItems` says the same. From the
# first form comes a list whose length is checked, and where each place may have either type: a pair
# that is the wrong way round passes the model and not the schema. An open array loses the types of
# its first places too. The generator warns of none of these.
#
# Seen with datamodel-code-generator 0.89.0, pydantic 2.14.4 and jsonschema 4.26.0 on Python 3.11,
# of a text and an integer, and whether the schema and the model allow [1, "a"]:
#
#   items false, minItems 2: list[str | int], schema False, model True
#   minItems 2, maxItems 2: tuple[str, int], schema False, model False
#   all three: tuple[str, int], schema False, model False
#   open: list[Any], schema False, model True
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    datamodel-code-generator==0.89.0 pydantic==2.14.4 jsonschema==4.26.0
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pydantic

sys.path.insert(0, sys.argv[1])
pair = {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]}
forms = {
    "items false, minItems 2": pair | {"items": False, "minItems": 2},
    "minItems 2, maxItems 2": pair | {"minItems": 2, "maxItems": 2},
    "all three": pair | {"items": False, "minItems": 2, "maxItems": 2},
    "open": pair,
}
properties = {f"pair{number}": form for number, form in enumerate(forms.values())}
schema = {"type": "object", "properties": properties, "required": [*properties]}
source = Path(sys.argv[1], "schema.json")
source.write_text(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema))
command = [sys.executable, "-m", "datamodel_code_generator", "--input", source]
command += ["--input-file-type", "jsonschema"]
command += ["--output", source.with_name("model.py"), "--formatters", "builtin"]
command += ["--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11"]
result = subprocess.run(command, check=True, capture_output=True, text=True)
assert result.stderr == "", result.stderr
from model import Model

seen = []
for name, (field, form) in zip(forms, properties.items(), strict=True):
    kind = Model.model_fields[field].annotation
    allowed = jsonschema.Draft202012Validator(form).is_valid([1, "a"])
    try:
        pydantic.TypeAdapter(kind).validate_python([1, "a"])
        taken = True
    except pydantic.ValidationError:
        taken = False
    seen.append(f"{name}: {str(kind).replace('typing.', '')}, schema {allowed}, model {taken}")
print(*seen, sep="\n")
sys.exit(
    seen
    != [
        "items false, minItems 2: list[str | int], schema False, model True",
        "minItems 2, maxItems 2: tuple[str, int], schema False, model False",
        "all three: tuple[str, int], schema False, model False",
        "open: list[Any], schema False, model True",
    ]
)
PYTHON
