"""JSON schemas of answers: what ``--schema`` takes, and whether an answer fits."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import click

from apertis_client._runtime.json_object import is_object

__all__ = ["JSONSchema", "check_answer", "response_format"]

_TYPES: Final = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}
_MEMBER: Final = re.compile(r"\s*([A-Za-z_]\w*)\s*(?::\s*(?:(list)\[(\w+)\]|(\w+)))?\s*")


class JSONSchema(click.ParamType[dict[str, Any]]):
    """A JSON schema: its text, a file with it, or ``name:str, age:int``."""

    name = "SCHEMA"

    def convert(self, value: Any, param: Any, ctx: Any) -> dict[str, Any]:
        from jsonschema.exceptions import SchemaError
        from jsonschema.validators import validator_for

        text = str(value)
        members = [_MEMBER.fullmatch(each) for each in text.split(",")]
        if not text.lstrip().startswith("{"):
            if all(members) and not Path(text).exists():
                return self._of_members(members, param, ctx)
            try:
                text = Path(text).read_text("utf-8")
            except OSError as error:
                self.fail(f"cannot read {text}: {error.strerror}", param, ctx)
        try:
            schema = json.loads(text)
        except ValueError as error:
            self.fail(f"{value} is not JSON: {error}", param, ctx)
        if not is_object(schema):
            self.fail(f"{value} is not a JSON object", param, ctx)
        try:
            plain = _plain(schema)
            validator_for(plain).check_schema(plain)
        except SchemaError as error:
            self.fail(f"{value} is not a JSON schema: {error.message}", param, ctx)
        return schema

    def _of_members(self, members: list[Any], param: Any, ctx: Any) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        for name, is_list, item, kind in (member.groups() for member in members):
            given = item or kind or "str"
            if given not in _TYPES:
                self.fail(f"{name} is str, int, float, bool or list[...], not {given}", param, ctx)
            plain = {"type": _TYPES[given]}
            properties[name] = {"type": "array", "items": plain} if is_list else plain
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }


def response_format(schema: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the `response_format` for a schema, which may be one already."""
    if schema is None or schema.get("type") == "json_schema":
        return schema
    name = re.sub(r"[^a-zA-Z0-9_-]+", "_", str(schema.get("title") or "answer"))[:64]
    # Strict schemas allow nothing beside what they name; servers refuse others as strict.
    strict = schema.get("additionalProperties") is False
    definition = {"name": name, "schema": schema, "strict": strict}
    return {"type": "json_schema", "json_schema": definition}


def check_answer(text: str, schema: dict[str, Any]) -> Any:
    """Return what JSON text holds.

    Raises:
        ValueError: It is not JSON, does not fit the schema, or that refers to nothing.
    """
    from ..bulk.output_format import SchemaFormat

    try:
        value = json.loads(text)
    except ValueError as error:
        raise ValueError(f"the answer is not JSON: {error}") from error
    if fault := SchemaFormat({}, _plain(schema)).fault(value):
        raise ValueError(f"the answer does not fit the schema: {fault}")
    return value


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema in a `response_format`, or the schema itself."""
    held = schema.get("json_schema")
    plain = held.get("schema") if is_object(held) else None
    return plain if is_object(plain) else schema
