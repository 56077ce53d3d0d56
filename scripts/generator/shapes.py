"""What the JSON of request bodies can be at every depth, where the spec is certain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .facts import Shape
from .spec import Schema, Spec, ref_name

if TYPE_CHECKING:
    from .schemas import Schemas

__all__ = ["body_shapes"]


def body_shapes(spec: Spec, schemas: Schemas) -> dict[str, dict[str, Shape]]:
    """Return the members of each object that a request may hold, by the name of its component.

    Where components have a tag in common, what they have in common has their names with `|`.
    """
    found: dict[str, dict[str, Shape]] = {}
    names = sorted(name for name in spec.bodies if name)
    while names:
        name = names.pop()
        if name in found:
            continue
        members = schemas.checked_members(_union(name.split("|")))
        shapes = {member: _shape(spec, schemas, each) for member, each in members.items()}
        found[name] = {member: each for member, each in shapes.items() if each}
        names += [inner for each in found[name].values() for inner in _objects(each)]
    return dict(sorted(found.items()))


def _shape(spec: Spec, schemas: Schemas, schema: Schema) -> Shape | None:
    """Return the shape of a value; None where nothing is certain."""
    if schemas.is_file(schema):
        return None
    types, items = schemas.json_types(schema), schemas.items(schema)
    inner = _shape(spec, schemas, items) if items["anyOf"] else None
    tag, objects = _variants(spec, schemas, schema)
    return Shape(types, inner, tag, objects) if types or inner or objects else None


def _variants(spec: Spec, schemas: Schemas, schema: Schema) -> tuple[str, dict[Any, str]]:
    """Return the tag of an object, and which object each of its values makes it."""
    names = [ref_name(each["$ref"]) for each in schemas.variants(schema) if "$ref" in each]
    models = list(dict.fromkeys(name for name in names if schemas.is_model(name)))
    closed = [name for name in models if not spec.schemas[name].get("x-open-variant")]
    only_received = {name for name in closed if spec.schemas[name].get("x-response-only")}
    tag = next(iter(schemas.tag_members(schema)), "")
    groups: dict[Any, list[str]] = {}
    for name in closed:
        if (value := schemas.tag(name, tag)) is not None:
            groups.setdefault(value, []).append(name)
    # Without its tag, an object is of a variant that need not have it; else the server refuses it.
    groups[None] = [n for n in closed if tag not in spec.schemas[n].get("required", ())]
    # What only a server makes goes back as it came.
    sent = {
        value: "|".join(group)
        for value, group in groups.items()
        if group and not only_received.issuperset(group)
    }
    return tag, sent


def _union(names: list[str]) -> Schema:
    return {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}


def _objects(shape: Shape) -> Iterator[str]:
    yield from shape.objects.values()
    if shape.items:
        yield from _objects(shape.items)
