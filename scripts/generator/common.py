"""The object that variants of a union have in common, for a tag that is chosen at run time."""

from __future__ import annotations

import copy
from collections.abc import Container, Iterator
from typing import Any

from .places import Broken, Place
from .schemas import Schemas, class_name, module_name
from .spec import Schema, Spec, ref_name

__all__ = ["broken_common", "with_common_schemas"]

EXTENSION = "x-common"  # on a union: the name of that object, and the tags of the variants


def with_common_schemas(spec: Spec) -> Spec:
    """Return a spec in which those objects are components, and variants of their unions."""
    document = copy.deepcopy(spec.document)
    for name, schema in spec.schemas.items():
        if EXTENSION in schema:
            schemas = document["components"]["schemas"]
            called: str = schema[EXTENSION]["name"]
            schemas[called] = _common(spec, schema)
            schemas[name]["anyOf"].append({"$ref": f"#/components/schemas/{called}"})
    return Spec(document, spec.name, spec.text)


def broken_common(
    spec: Spec, place: Place, schema: Schema, taken: Container[str]
) -> Iterator[Broken]:
    """Yield what is wrong with such an object; `taken` has the names of other classes."""
    if EXTENSION not in schema:
        return
    place = (*place, EXTENSION)
    name: str = schema[EXTENSION]["name"]
    is_free = name not in taken and module_name(name) not in map(module_name, spec.schemas)
    if not (name.isascii() and name == class_name(name) and is_free):
        yield Broken((*place, "name"), "must be PascalCase, and the name of no other class", 5)
    tags: list[str] = schema[EXTENSION]["tags"]
    if len(tags) < 2 or not {*tags} <= _mapping(schema).keys():
        yield Broken((*place, "tags"), "must name two variants or more by their tags", 5)
        return
    common = _common(spec, schema)
    for name in common["required"]:
        if name not in common["properties"]:
            text = f"{name} has no type that is valid for all of these"
            yield Broken((*place, "tags"), text, 5)


def _common(spec: Spec, union: Schema) -> Schema:
    schemas = Schemas(spec)
    tags: list[str] = union[EXTENSION]["tags"]
    tag: str = union["discriminator"]["propertyName"]
    variants = [spec.schemas[ref_name(_mapping(union)[each])] for each in tags]
    members = _members(schemas, variants)
    required = dict.fromkeys(name for each in variants for name in each.get("required", ()))
    shown = ", ".join(f"`{each}`" for each in tags)
    return {
        "description": f"{union.get('description', '')} Here the program chooses it as it runs.",
        "type": "object",
        "required": [*required],
        "properties": {
            tag: {"description": f"One of {shown}.", "anyOf": [{"const": each} for each in tags]},
            **members,
        },
    }


def _mapping(union: Schema) -> dict[str, str]:
    mapping: dict[str, str] = union.get("discriminator", {}).get("mapping", {})
    return mapping


def _members(schemas: Schemas, variants: list[Schema]) -> dict[str, Schema]:
    """Return the members that all variants have, with the types that they have in common."""
    first, *others = (each.get("properties", {}) for each in variants)
    common: dict[str, Schema] = {}
    for name, schema in first.items():
        allowed = [_types(schemas, each[name]) for each in others if name in each]
        types = [type_ for type_ in _types(schemas, schema) if all(type_ in a for a in allowed)]
        if types and len(allowed) == len(others):
            common[name] = {"description": schema.get("description", ""), "anyOf": types}
    return common


def _types(schemas: Schemas, schema: Schema) -> list[Any]:
    """Return the alternatives of a schema, without what is said of them."""
    keywords = ("type", "items", "$ref", "const")
    return [
        {name: each[name] for name in keywords if name in each} for each in schemas.variants(schema)
    ]
