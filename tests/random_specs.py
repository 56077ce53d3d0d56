"""Random specs that keep the rules, random bodies by them, and what a client must make of these.

What must come out is read from the spec itself, by nothing of the generator.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

__all__ = ["Schema", "bodies", "collected", "decoded", "merged", "received", "sent"]

Schema: TypeAlias = dict[str, Any]
NULL = {"type": "null"}
SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "string": st.text(max_size=8),
    "integer": st.integers(-(2**60), 2**60),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "null": st.none(),
}
LIMITS: dict[str, Schema] = {
    "string": {"minLength": 1, "maxLength": 10, "pattern": r"^\w \"{x}\\'''$"},
    "integer": {"minimum": 1, "maximum": 9},
    "number": {"minimum": 0.5, "exclusiveMaximum": 2},
    "boolean": {},
}
DEFAULTS = {"string": "a \"{x}\\'''", "integer": 3, "number": 0.75, "boolean": True}
WORDS = ["type", "id", "data", "format", "_meta", "object", "input", "maxWords", "print"]
WORDS += ["name", "items", "values", "keys", "model", "import_", "date", "é", "Thing"]
TAGS: list[str | int] = ["a", "a b", "x:y", "résumé", "it's", 'a"b', "a\\b", "{a}", 1, 2, "1x"]
TEXTS = ["A text.", 'Ends with "quotes"', "With \\ and '''", "With {braces} and {{ two }}, 100 %."]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["p", "q"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def collected(count: int, number: int) -> list[Schema]:
    """Return some random specs, the same for each number."""
    found: list[Schema] = []

    @seed(number)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(specs())
    def collect(spec: Schema) -> None:
        found.append(spec)

    collect()
    return found


def merged(found: list[Schema]) -> Schema:
    """Return one spec with the operations and components of several; each gets names of its own."""
    document: Schema = {
        "openapi": "3.1.0",
        "info": {"title": 'Random "specs"', "version": "1"},
        "tags": [],
        "paths": {},
        "components": {
            "schemas": {},
            "securitySchemes": {"k": {"type": "http", "scheme": "bearer"}},
        },
    }
    for number, spec in enumerate(found):
        renamed = _renamed(spec, number)
        document["tags"].append({"name": f"group_{number}", "description": "A group."})
        document["paths"] |= renamed["paths"]
        document["components"]["schemas"] |= renamed["schemas"]
    return document


def _renamed(node: Any, number: int) -> Any:
    if isinstance(node, str):
        return node.replace("§", str(number))
    if isinstance(node, list):
        return [_renamed(each, number) for each in node]
    if isinstance(node, dict):
        return {_renamed(key, number): _renamed(value, number) for key, value in node.items()}
    return node


# Specs. `§` stands for the number of a spec.


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


@st.composite
def specs(draw: st.DrawFn) -> Schema:
    """Return the paths and the schemas of a small API."""
    models = [f"Thing§{letter}" for letter in "ABCD"[: draw(st.integers(1, 4))]]
    enums = [f"Kind§{letter}" for letter in "AB"[: draw(st.integers(0, 2))]]
    maps = [f"Map§{letter}" for letter in "AB"[: draw(st.integers(0, 2))]]
    unions = [f"Union§{letter}" for letter in "AB"[: draw(st.integers(0, 2))]]
    schemas: Schema = {}
    for name in enums:
        values = draw(st.lists(st.sampled_from(["a", 'b"', "c d", "\\"]), min_size=1, unique=True))
        schemas[name] = {"description": draw(texts()), "type": "string", "enum": values}
    objects: list[tuple[str, Schema]] = [(name, {}) for name in models]
    for name in unions:
        variants, schemas[name] = draw(a_union(name))
        objects += variants
    member = members(models, enums, maps, unions)
    for name in maps:
        # A map of maps is let alone: one that holds itself is refused.
        of = inner(members(models, enums, [], unions))
        held: Any = True if draw(st.booleans()) else draw(of)
        schemas[name] = {
            "description": draw(texts()),
            "type": "object",
            "additionalProperties": held,
        }
    for name, own in objects:
        names = draw(st.lists(st.sampled_from(WORDS), max_size=5, unique=True))
        properties = {
            each: {"description": draw(texts()), **draw(member)}
            for each in names
            if each not in own.get("properties", {})
        }
        required = [each for each in properties if draw(st.booleans())]
        for each, property_ in properties.items():
            if each not in required and draw(st.booleans()):
                property_["x-promised"] = True
        schemas[name] = {
            "description": draw(texts()),
            "type": "object",
            "properties": own.get("properties", {}) | properties,
            "required": own.get("required", []) + required,
            **({"x-open-variant": True} if own.get("x-open-variant") else {}),
        }
    body, answer = draw(st.sampled_from(models)), draw(st.sampled_from(models))
    operation = draw(a_path(body, answer, enums))
    if "requestBody" in operation["post"] and draw(st.sampled_from([True, True, False])):
        flag = {"description": draw(texts()), "type": "boolean"}
        schemas[body]["properties"]["stream"] = flag
        content = operation["post"]["responses"]["200"]["content"]
        content["text/event-stream"] = draw(a_stream(schemas, models + unions))
    return {"schemas": schemas, "paths": {"/§/{key}": operation}}


def texts() -> st.SearchStrategy[str]:
    return st.sampled_from(TEXTS)


@st.composite
def a_union(draw: st.DrawFn, name: str) -> tuple[list[tuple[str, Schema]], Schema]:
    """Return the variants of a union, and the union."""
    tag = draw(st.sampled_from(["type", "kind", "object"]))
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=1, max_size=3, unique=True))
    variants: list[tuple[str, Schema]] = [
        (
            f"{name}{position}",
            {"properties": {tag: {"description": "Tag.", "const": value}}, "required": [tag]},
        )
        for position, value in enumerate(tags)
    ]
    mapping = {str(value): ref(variants[n][0])["$ref"] for n, value in enumerate(tags)}
    if len(tags) == 1 or draw(st.booleans()):
        properties = {tag: {"description": "Tag.", "not": {"enum": [str(each) for each in tags]}}}
        open_ = {"properties": properties, "required": [tag], "x-open-variant": True}
        variants.append((f"{name}Other", open_))
    return variants, {
        "description": draw(texts()),
        "anyOf": [ref(variant) for variant, _ in variants],
        "discriminator": {"propertyName": tag, "mapping": mapping},
    }


def members(
    models: list[str], enums: list[str], maps: list[str], unions: list[str]
) -> st.SearchStrategy[Schema]:
    """Return schemas of properties, without their descriptions."""
    leaves: st.SearchStrategy[Schema] = (
        scalar() | st.just({}) | st.sampled_from(models + maps + unions).map(ref)
    )
    if enums:
        leaves |= st.sampled_from(enums).map(
            lambda name: {"anyOf": [ref(name), {"type": "string"}]}
        )
    single = leaves | st.recursive(leaves, a_list, max_leaves=2)
    one_object = st.sampled_from(models + maps + unions).map(ref)
    either = st.tuples(one_object | a_list(one_object), st.lists(scalar(), max_size=2)).map(
        lambda both: {"anyOf": [both[0], *both[1]]}
    )
    mixed = st.tuples(one_object, one_object).map(
        lambda both: {"anyOf": [both[0], {"type": "array", "items": both[0]}, {"type": "string"}]}
    )
    return (single | either | mixed).flatmap(with_null)


def inner(schemas: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    return schemas.map(lambda schema: {k: v for k, v in schema.items() if k != "default"})


def a_list(items: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    return inner(items).map(lambda each: {"type": "array", "items": each})


@st.composite
def scalar(draw: st.DrawFn) -> Schema:
    name = draw(st.sampled_from([*LIMITS]))
    return {"type": name, **(LIMITS[name] if draw(st.booleans()) else {})}


@st.composite
def with_null(draw: st.DrawFn, schema: Schema) -> Schema:
    """Return a schema as it is, or with null or a default."""
    if not draw(st.booleans()) or not schema:
        is_scalar = schema.get("type") in LIMITS and draw(st.booleans())
        return schema | ({"default": DEFAULTS[schema["type"]]} if is_scalar else {})
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], NULL]}
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, NULL]}


@st.composite
def a_path(draw: st.DrawFn, body: str, answer: str, enums: list[str]) -> Schema:
    types: list[Schema] = [{"type": name} for name in LIMITS]
    types += [{"anyOf": [ref(name), {"type": "string"}]} for name in enums]
    lists: list[Schema] = [{"type": "array", "items": each} for each in types]
    places = [("key", "path", types), ("query", "query", types + lists)]
    places += [("headers", "query", types), ("kwargs", "query", types), ("X-Is", "header", types)]
    parameters = [
        {
            "name": name,
            "in": place,
            "description": draw(texts()),
            "schema": draw(st.sampled_from(choices)),
            **({"required": True} if place == "path" or draw(st.booleans()) else {}),
        }
        for name, place, choices in places
        if place == "path" or draw(st.booleans())
    ]
    operation: Schema = {
        "operationId": "call_§",
        "tags": ["group_§"],
        "summary": draw(texts()),
        "description": draw(texts()),
        "security": draw(st.sampled_from([[], [{"k": []}]])),
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "Done.",
                "content": {"application/json": {"schema": ref(answer)}},
            }
        },
    }
    if draw(st.booleans()):
        content = {"application/json": {"schema": ref(body)}}
        operation["requestBody"] = {"required": True, "content": content}
    return {"post": operation}


@st.composite
def a_stream(draw: st.DrawFn, schemas: Schema, events: list[str]) -> Schema:
    """Return a stream of events of one of some schemas, with an end and what says nothing."""
    event = draw(st.sampled_from(events))
    tag, tags = tags_of(schemas, event)
    ends = draw(st.lists(st.sampled_from([*tags, "[DONE]", "THE END!"]), min_size=1, unique=True))
    skipped = {"x-stream-skip": draw(st.sampled_from(["ping", ["ping", "a: b"]]))} if tag else {}
    return {
        "schema": ref(event),
        "x-streamed-by": "stream",
        "x-stream-end": ends if len(ends) > 1 or draw(st.booleans()) else ends[0],
        **(skipped if draw(st.booleans()) else {}),
    }


def tags_of(schemas: Mapping[str, Schema], name: str) -> tuple[str, list[str]]:
    """Return the member that says what kind of event it is, and the known texts in it."""
    if "anyOf" not in schemas[name]:
        return "", []
    tag: str = schemas[name]["discriminator"]["propertyName"]
    variants = [each["$ref"].rsplit("/", 1)[-1] for each in schemas[name]["anyOf"]]
    consts = [schemas[each]["properties"].get(tag, {}).get("const") for each in variants]
    return tag, [each for each in consts if isinstance(each, str)]


# Bodies


def bodies(schemas: Mapping[str, Schema], schema: Schema, depth: int = 4) -> Any:
    """Return a strategy of values that a schema admits, with members that it does not know."""
    if "$ref" in schema:
        target = schemas[schema["$ref"].rsplit("/", 1)[-1]]
        of = _objects if target.get("type") == "object" else bodies
        return of(schemas, target, depth)
    types = schema.get("type", "anything")
    several = schema.get("anyOf") or [
        {**schema, "type": n} for n in types if isinstance(types, list)
    ]
    if several:
        return st.one_of([bodies(schemas, each, depth) for each in several])
    if types == "array":
        items = _inside(schemas, schema["items"], depth)
        return st.lists(items, max_size=2 if depth > 0 else 0)
    if "not" in schema:
        return JSON.filter(lambda value: str(value) not in schema["not"]["enum"])
    fixed = [schema["const"]] if "const" in schema else schema.get("enum", [])
    return st.sampled_from(fixed) if fixed else SCALARS.get(types, JSON)


def _inside(schemas: Mapping[str, Schema], schema: Schema, depth: int) -> Any:
    return st.deferred(lambda: bodies(schemas, schema, depth - 1))


def _objects(schemas: Mapping[str, Schema], schema: Schema, depth: int) -> Any:
    values = schema.get("additionalProperties")
    if values is not None:
        of = JSON if values is True else _inside(schemas, values, depth)
        return st.dictionaries(
            st.sampled_from(["p", "type", "to_dict"]), of, max_size=2 * (depth > 0)
        )
    unknown = st.dictionaries(st.sampled_from(["new", "other"]), JSON, max_size=1)
    optional = {
        name: _inside(schemas, each, depth)
        for name, each in schema["properties"].items()
        if depth > 0 or "const" in each
    }
    fixed = {n: optional.pop(n) for n, each in schema["properties"].items() if "const" in each}
    own = st.fixed_dictionaries(fixed, optional=optional)
    return st.tuples(own, unknown).map(lambda both: {**both[1], **both[0]})


# What a client must make of them


def decoded(schemas: Mapping[str, Schema], schema: Schema | None, value: Any) -> Any:
    """Return what a decoded value must be: each object with the name of its class."""
    if isinstance(value, list):
        items = [each.get("items") for each in _choices(schemas, schema) if _has(each, "array")]
        of = {"anyOf": items} if items else None
        return [decoded(schemas, of, each) for each in value]
    if not isinstance(value, dict):
        return value
    name, target = _object(schemas, schema, value)
    if name == "dict":
        values = target["additionalProperties"]
        if values is True:
            return plain(value)
        return ("dict", {key: decoded(schemas, values, each) for key, each in value.items()})
    properties = target.get("properties", {})
    return (name, {key: decoded(schemas, properties.get(key), each) for key, each in value.items()})


def received(schemas: Mapping[str, Schema], media: Schema, events: list[Schema]) -> list[Any]:
    """Return what the events of a stream must become, up to the one that ends it."""
    ends, skipped = (_listed(media.get(f"x-stream-{name}", [])) for name in ("end", "skip"))
    tag, _ = tags_of(schemas, media["schema"]["$ref"].rsplit("/", 1)[-1])
    found: list[Any] = []
    for event in events:
        kind = event.get(tag) if isinstance(event.get(tag), str) else None
        if kind not in skipped:
            found.append(decoded(schemas, media["schema"], event))
        if kind in ends:
            break
    return found


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def plain(value: Any) -> Any:
    """Return what a map of anything holds: what was received."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return ("dict", {key: plain(each) for key, each in value.items()})
    return value


def sent(schemas: Mapping[str, Schema], schema: Schema | None, value: Any) -> Any:
    """Return the JSON that is sent for a decoded value: members of models that are null are not."""
    if isinstance(value, list):
        items = [each.get("items") for each in _choices(schemas, schema) if _has(each, "array")]
        return [sent(schemas, {"anyOf": items} if items else None, each) for each in value]
    if not isinstance(value, dict):
        return value
    name, target = _object(schemas, schema, value)
    values = target.get("additionalProperties")
    if name == "dict":
        return value if values is True else {k: sent(schemas, values, v) for k, v in value.items()}
    properties = target.get("properties", {})
    return {
        key: sent(schemas, properties.get(key), each)
        for key, each in value.items()
        if each is not None or not properties
    }


def _choices(schemas: Mapping[str, Schema], schema: Schema | None) -> list[Schema]:
    """Return the schemas that a value may follow, with unions replaced by their variants."""
    if schema is None:
        return []
    if "$ref" in schema and "anyOf" in (target := schemas[schema["$ref"].rsplit("/", 1)[-1]]):
        return _choices(schemas, target)
    return [c for each in schema.get("anyOf", ()) for c in _choices(schemas, each)] or [schema]


def _has(schema: Schema, name: str) -> bool:
    return schema.get("type") == name or name in schema.get("type", ())


def _object(
    schemas: Mapping[str, Schema], schema: Schema | None, value: Schema
) -> tuple[str, Schema]:
    """Return the class of an object, by what the spec says of it."""
    names = [c["$ref"].rsplit("/", 1)[-1] for c in _choices(schemas, schema) if "$ref" in c]
    objects = [name for name in names if schemas[name].get("type") == "object"]
    for name in objects:
        target = schemas[name]
        if "additionalProperties" in target:
            return "dict", target
        tags = [each["const"] for each in target["properties"].values() if "const" in each]
        keys = [key for key, each in target["properties"].items() if "const" in each]
        if target.get("x-open-variant"):
            return name, target  # the last one
        if len(set(objects)) == 1 or any(
            type(value.get(key)) is type(tag) and value[key] == tag
            for key, tag in zip(keys, tags, strict=True)
        ):
            return name, target
    return "JSONObject", {}
