"""What openapi.yaml says, for tests: every request body that they make is held against it."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from ruamel.yaml import YAML

SPEC_FILE = Path(__file__).resolve().parent.parent / "openapi.yaml"


@functools.cache
def spec() -> dict[str, Any]:
    """Return the spec as it stands in the repository."""
    document: dict[str, Any] = YAML(typ="safe").load(SPEC_FILE)
    return document


def validate(schema: str, instance: object) -> None:
    """Raise `jsonschema.ValidationError` unless `instance` is a `schema` of the spec."""
    _validator(schema).validate(instance)


def validate_request(method: str, path: str, body: bytes) -> None:
    """Raise unless the spec has an operation at `path`, base URL removed, that takes `body`.

    Paths and methods that the spec does not know are let through: some tests send to others.
    """
    for template, operations in spec()["paths"].items():
        pattern = re.sub(r"\{\w+\}", "[^/]+", template)
        if re.fullmatch(pattern, path.partition("?")[0]) and method.lower() in operations:
            content = operations[method.lower()].get("requestBody", {}).get("content", {})
            if not content:
                assert body == b"", f"{method} {path} takes no body"
                return
            schema = content["application/json"]["schema"]["$ref"].rsplit("/", 1)[-1]
            validate(schema, json.loads(body))


@functools.cache
def _validator(schema: str) -> Draft202012Validator:
    registry: Registry[Any] = Registry().with_resource("spec:", DRAFT202012.create_resource(spec()))
    reference = {"$ref": f"spec:#/components/schemas/{schema}"}
    return Draft202012Validator(reference, registry=registry)
