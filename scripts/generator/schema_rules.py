"""The rules for components/schemas, and for each schema inside them."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .common import broken_common
from .limit_rules import broken_defaults, broken_limits
from .places import Broken, Place
from .schemas import Schemas, class_name, module_name
from .spec import Schema, Spec, ref_name
from .taken import MEMBERS, class_names, names_of_operations

__all__ = ["broken_components", "broken_schema"]

ROOT: Place = ("components", "schemas")
KINDS = "an object, an enum of texts, or a union (anyOf) of components"
NOT_AN_ATTRIBUTE = (
    "a property becomes an attribute, so its name must be an identifier, and neither a keyword nor"
    " a name that models use themselves"
)
OPEN, ONLY_RECEIVED = "x-open-variant", "x-response-only"


def broken_components(spec: Spec) -> Iterator[Broken]:
    """Yield what is wrong with the components in a spec whose references lead somewhere."""
    taken = {*class_names(), *names_of_operations(spec)}
    schemas = Schemas(spec)
    endless = [name for name in spec.schemas if _holds_itself(spec, name)]
    if endless:  # which could not be followed below
        for name in endless:
            is_union = "anyOf" in spec.schemas[name]
            text = (
                "a union cannot be a variant of itself" if is_union else "a map cannot hold itself"
            )
            yield Broken((*ROOT, name), text, 5 if is_union else 1)
        return
    modules = Counter(map(module_name, spec.schemas))
    forms, sent = spec.forms, spec.sent
    for name, schema in spec.schemas.items():
        place = (*ROOT, name)
        if not name.isascii() or name != class_name(name) or name in taken:
            text = "must be PascalCase, and no name of Python's own or of the code"
            yield Broken(place, f"the name of a component {text}", 1)
        if modules[module_name(name)] > 1 or name.removesuffix("Dict") in {*spec.schemas} - {name}:
            yield Broken(place, "another component gets the same module or class", 1)
        yield from _component(place, schema)
        yield from _misplaced(schemas, place, schema)
        yield from broken_limits(place, schema)
        yield from broken_common(spec, place, schema, taken)
        if "anyOf" in schema:
            yield from _union(spec, schemas, place, schema, is_sent=name in sent)
        for member in schema.get("properties", {}):
            if member in taken or member.removesuffix("Dict") in spec.schemas:
                yield Broken((*place, "properties", member), NOT_AN_ATTRIBUTE, 2)
        yield from _members(spec, place, schema, has_files=name in forms, is_sent=name in sent)
        values: Any = schema.get("additionalProperties", True)
        if values not in (True, False):
            yield from broken_schema(spec, (*place, "additionalProperties"), values)


def _component(place: Place, schema: Schema) -> Iterator[Broken]:
    kinds = [
        schema.get("type") == "object",
        schema.get("type") == "string" and bool(schema.get("enum")),
        "type" not in schema and bool(schema.get("anyOf")),
    ]
    if sum(kinds) != 1:
        hint = "; null is said where the component is used" if _may_be_null(schema) else ""
        yield Broken(place, f"a component is {KINDS}{hint}", 1)
    values = schema.get("enum", [])
    if schema.get("type") != "string" and "enum" in schema:
        yield Broken((*place, "enum"), "belongs to texts (type: string)", 4)
    if len({*values}) < len(values):
        yield Broken((*place, "enum"), "names a value twice", 4)
    if schema.get("additionalProperties") is False:
        yield Broken((*place, "additionalProperties"), "an object may always have more members", 6)
    if "properties" in schema and "additionalProperties" in schema:
        text = "an object has either properties or values of one type"
        yield Broken((*place, "additionalProperties"), text, 1)


def _misplaced(schemas: Schemas, place: Place, schema: Schema) -> Iterator[Broken]:
    """Yield each keyword that has no meaning in a component of this kind."""
    tags = schemas.open_tags(str(place[-1]))
    if schema.get(OPEN) and len(tags) != 1:
        found = " and ".join(sorted(tags)) or "nothing"
        text = f"belongs to a variant of unions that one property tells apart; here: {found}"
        yield Broken((*place, OPEN), text, 5)
    for name in sorted(OF_OBJECTS & schema.keys()):
        if schema.get("type") != "object":
            yield Broken((*place, name), "belongs to an object", 1)
    if "x-methods" in schema and "additionalProperties" in schema:
        yield Broken((*place, "x-methods"), "a map is a dict, which has no other methods", 17)
    for name in sorted({"discriminator", "x-common"} & schema.keys()):
        if "anyOf" not in schema:
            yield Broken((*place, name), "belongs to a union (anyOf)", 5)


OF_OBJECTS = {
    *("properties", "required", "additionalProperties", "maxProperties", "x-iterates"),
    *(OPEN, ONLY_RECEIVED, "x-deviation", "x-methods"),
}


def _holds_itself(spec: Spec, name: str) -> bool:
    """Return whether a component, which is no object with a class, leads back to itself."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        schema = spec.schemas[waiting.pop()]
        parts = schema.get("anyOf", []), schema.get("additionalProperties", [])
        for kind, held in spec.references(list(parts)):
            if held == name:
                return True
            waiting += [held] if kind == "schemas" and held not in seen else []
            seen.add(held)
    return False


def _may_be_null(schema: Schema) -> bool:
    return "null" in schema.get("type", ()) or {"type": "null"} in schema.get("anyOf", ())


def _members(
    spec: Spec, place: Place, schema: Schema, *, has_files: bool, is_sent: bool
) -> Iterator[Broken]:
    schemas = Schemas(spec)
    members: Schema = schema.get("properties", {})
    for name, member in members.items():
        at = (*place, "properties", name)
        is_name = name.isidentifier() and not keyword.iskeyword(name) and "__" not in name
        # Python reads identifiers in this form.
        if not is_name or name in MEMBERS or name != unicodedata.normalize("NFKC", name):
            yield Broken(at, NOT_AN_ATTRIBUTE, 2)
        if "x-decoded" in member:
            yield from _decoded((*at, "x-decoded"), member["x-decoded"], schema)
        for mark, rule in OF_BODIES.items():
            if mark in member and place[-1] not in spec.bodies:
                yield Broken((*at, mark), "belongs to a property of the body of a request", rule)
        yield from _marks(schemas, at, member, schema)
        yield from broken_schema(spec, at, member, has_files=has_files, is_sent=is_sent)
    for position, name in enumerate(schema.get("required", ())):
        if name not in members:
            yield Broken((*place, "required", position), f"there is no property {name}", 6)
    items = schema.get("x-iterates")
    variants = schemas.variants(members.get(str(items), {}))
    if items is not None and not any(each.get("type") == "array" for each in variants):
        yield Broken((*place, "x-iterates"), f"there is no property {items} that is a list", 10)


def _marks(schemas: Schemas, place: Place, member: Schema, component: Schema) -> Iterator[Broken]:
    """Yield each mark of a property that would have no effect, or make nonsense of it."""
    name = str(place[-1])
    for mark, rule in (("x-apart", 11), ("x-client-default", 18)):
        if mark in member and name in component.get("required", ()):
            yield Broken((*place, mark), f"{name} is required; {mark} is for what is not", rule)
    if "not" in member and name not in schemas.open_tags(str(place[-3])):
        yield Broken((*place, "not"), "belongs to the tag of an open variant", 5)
    if schemas.is_only_deviation(member):
        yield Broken(place, "an x-deviation stands beside what is promised, and not alone", 6)


OF_BODIES = {"x-apart": 11, "x-batched": 18, "x-client-default": 18}


def _decoded(place: Place, type_: str, component: Schema) -> Iterator[Broken]:
    """Yield what is wrong with the type of a member that a handwritten class decodes."""
    if "x-methods" not in component:
        yield Broken(place, "belongs to a member of a component with x-methods", 17)
    if not re.fullmatch(TYPE, type_):
        yield Broken(place, f"{type_!r} is no type such as list[float]", 17)


NAME = "(str|int|float|bool|None|Any)"
LIST = rf"({NAME}|list\[{NAME}\]|dict\[str, {NAME}\])"
TYPE = rf"{LIST}( \| {LIST})*"


def broken_schema(
    spec: Spec, place: Place, schema: Schema, *, has_files: bool = False, is_sent: bool = False
) -> Iterator[Broken]:
    """Yield what is wrong with a schema where it is used.

    Args:
        spec: Where its references lead.
        place: Where it is.
        schema: The schema.
        has_files: Whether it may be a file.
        is_sent: Whether it may be part of a request.
    """
    schemas = Schemas(spec)
    variants = schemas.variants(schema)
    kinds = schema.keys() & {"$ref", "anyOf", "type"}
    if len(kinds) > 1 or ("const" in schema and kinds - {"type"}):
        yield Broken(place, "has either a $ref, an anyOf, or a type", 1)
    if "type" in schema and "object" in _types(schema):
        yield Broken(place, "an object inside an object must be a named schema, by $ref", 1)
    if ("array" in _types(schema)) != ("items" in schema):
        yield Broken(place, "a list (type: array) has items, and nothing else has", 1)
    if schema.get("format") == "binary" and not has_files:
        yield Broken((*place, "format"), "JSON has no bytes; only a form has files", 19)
    if schemas.is_file(schema):
        yield from _file(schemas, place, schema)
    names = [ref_name(each["$ref"]) for each in variants if "$ref" in each]
    is_open = any(each.get("type") == "string" and "const" not in each for each in variants)
    for name in names:
        if schemas.is_enum(name) and not is_open and "anyOf" not in _parent(place):
            yield Broken(place, f"the enum {name} must stand in an anyOf with {{type: string}}", 4)
    yield from _union(spec, schemas, place, schema, is_sent=is_sent)
    found = [*broken_limits(place, schema)]
    yield from found or broken_defaults(schemas, place, schema)
    inner: list[tuple[Place, Schema]]
    inner = [(("anyOf", n), each) for n, each in enumerate(schema.get("anyOf", ()))]
    inner += [(("items",), schema["items"])] if "items" in schema else []
    for at, each in inner:
        yield from broken_schema(spec, (*place, *at), each, has_files=has_files, is_sent=is_sent)


def _file(schemas: Schemas, place: Place, schema: Schema) -> Iterator[Broken]:
    """Yield what is said of a file that holds for text only, or stands beside it."""
    of_text = {"minLength", "pattern", "const", "default", "examples", "x-client-default"}
    for name in sorted(of_text & schema.keys()):
        yield Broken((*place, name), "is of text, not of a file", 19)
    if schema.get("format") == "binary" and {*_types(schema)} - {"null"} != {"string"}:
        yield Broken((*place, "format"), "a file has the type string", 19)
    others = [each for each in schemas.variants(schema) if not schemas.is_file(each)]
    if any(each.get("type") != "null" for each in others):
        yield Broken(place, "a file stands beside a list of files only: text is its path", 19)


def _parent(place: Place) -> Place:
    return place[-2:-1]


def _types(schema: Schema) -> list[str]:
    named = schema.get("type", [])
    return [named] if isinstance(named, str) else named


def _union(
    spec: Spec, schemas: Schemas, place: Place, schema: Schema, *, is_sent: bool
) -> Iterator[Broken]:
    """Yield what keeps the objects of a union from being told apart."""
    if "discriminator" in schema and "anyOf" not in schema:
        yield Broken((*place, "discriminator"), "belongs to a union (anyOf)", 5)
    variants = schemas.variants(schema)
    lists = [each["items"] for each in variants if each.get("type") == "array" and "items" in each]
    if len(lists) > 1:  # the lists are told apart by their items
        yield from _union(spec, schemas, place, {"anyOf": lists}, is_sent=is_sent)
    names = [ref_name(each["$ref"]) for each in variants if "$ref" in each]
    objects = list(dict.fromkeys(n for n in names if not schemas.is_enum(n)))
    if place[:2] == ROOT and len(place) == len(ROOT) + 1 and any(map(schemas.is_enum, names)):
        yield Broken(place, "a union that is a component has only objects as variants", 5)
    for target, count in Counter(each.get("$ref") for each in schema.get("anyOf", ())).items():
        if target is not None and count > 1:
            yield Broken(place, f"has the variant {ref_name(target)} twice", 5)
    if len(objects) > 1 and any(schemas.is_map(name) for name in objects):
        yield Broken(place, "a map cannot be told from another object", 5)
    elif len(objects) > 1:
        yield from _tags(spec, schemas, place, schema, objects, is_sent=is_sent)


def _tags(
    spec: Spec,
    schemas: Schemas,
    place: Place,
    schema: Schema,
    objects: list[str],
    *,
    is_sent: bool,
) -> Iterator[Broken]:
    members = schemas.tag_members(schema)
    if len(members) != 1:
        text = "a union of objects needs a discriminator, whose propertyName tells them apart"
        yield Broken(place, text, 5)
        return
    (member,) = members
    tags: dict[str, str] = {}
    without: list[str] = []
    for name in objects:
        tag = schemas.tag(name, member)
        own = spec.schemas[name]
        if own.get(OPEN) or own.get(ONLY_RECEIVED):
            continue
        if tag is None:
            text = f"must fix {member} by a const, as a variant of {_name(place)}"
            yield Broken((*ROOT, name), text, 5)
            continue
        if str(tag) in tags:
            text = f"has the same {member} as {tags[str(tag)]}, so they cannot be told apart"
            yield Broken((*ROOT, name), text, 5)
        elif member not in own.get("required", ()):
            without.append(name)
        tags[str(tag)] = name
    yield from (_untold(without, member) if is_sent else _unpromised(spec, without, member))
    opened = [name for name in objects if spec.schemas[name].get(OPEN)]
    if len(opened) > 1:
        yield Broken(place, f"has more than one open variant: {', '.join(opened)}", 5)
    if "discriminator" in schema:
        yield from _mapping((*place, "discriminator", "mapping"), schema, tags)
        for name in opened:
            yield from _open_variant(spec, name, member, tags, is_sent=is_sent)


def _untold(without: list[str], member: str) -> Iterator[Broken]:
    """Yield each variant that does not require the tag, where there are several."""
    for name in without if len(without) > 1 else ():
        text = f"must require {member}, which tells what it is; only one variant need not"
        yield Broken((*ROOT, name), text, 5)


def _unpromised(spec: Spec, without: list[str], member: str) -> Iterator[Broken]:
    """Yield each variant of answers that neither requires nor promises the tag."""
    for name in without:
        if not spec.schemas[name]["properties"][member].get("x-promised"):
            text = "must be required or x-promised, or types cannot tell the variants apart"
            yield Broken((*ROOT, name, "properties", member), text, 5)


def _name(place: Place) -> str:
    return str(place[-1])


def _mapping(place: Place, schema: Schema, tags: dict[str, str]) -> Iterator[Broken]:
    mapping = schema["discriminator"]["mapping"]
    known = {ref_name(each.get("$ref", "")) for each in schema["anyOf"]}
    for tag, target in mapping.items():
        name = ref_name(target)
        if name not in known or tags.get(tag, name if name not in tags.values() else "") != name:
            yield Broken((*place, tag), f"{name} is no variant whose const is {tag}", 5)
    for tag, name in tags.items():
        if tag not in mapping and name in known:
            yield Broken(place, f"lacks {tag}, the tag of {name}", 5)


def _open_variant(
    spec: Spec, name: str, member: str, tags: dict[str, str], *, is_sent: bool
) -> Iterator[Broken]:
    place = (*ROOT, name, "properties", member)
    schema: Any = spec.schemas[name].get("properties", {}).get(member, {})
    excluded = {*map(str, schema.get("not", {}).get("enum", ()))}
    if is_sent and excluded != {*tags}:
        yield Broken(place, f"must exclude the known tags: not: {{enum: [{', '.join(tags)}]}}", 5)
