"""The rules at the top of openapi.yaml that can be checked."""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from .schemas import module_name
from .spec import has_example, is_binary

if TYPE_CHECKING:
    from .spec import Operation, Schema, Spec

__all__ = ["broken_rules"]

# Names that generated models use themselves.
RESERVED = (
    {"self", "bool", "dict", "float", "int", "list", "str"}
    | {"from_dict", "to_dict", "to_json", "model_dump", "model_dump_json", "model_validate"}
    | {"model_validate_json"}
    | {"headers", "request_id", "rate_limit", "fallback"}
    | {"classmethod", "promised"}
)
# What every method takes beside the parameters of the API.
OPTIONS = {
    *("extra_headers", "extra_query", "extra_body"),
    *("timeout", "max_retries", "deadline", "idle_timeout"),
}


def broken_rules(spec: Spec) -> Iterator[str]:
    """Yield a sentence for each place where the spec breaks a rule."""
    dangling = [*_dangling_references(spec)]
    yield from dangling
    if not dangling:  # which the other rules follow
        yield from _broken_rules(spec)


def _dangling_references(spec: Spec) -> Iterator[str]:
    """Yield a sentence for each reference to a schema that does not exist."""
    nodes = [(f"the schema {name}", schema) for name, schema in spec.schemas.items()]
    nodes += list(spec.document.get("paths", {}).items())
    nodes += list(spec.document.get("components", {}).get("responses", {}).items())
    for where, node in nodes:
        for kind, name in spec.references(node):
            if name not in spec.document.get("components", {}).get(kind, {}):
                yield f"{where}: there is no {name} in components/{kind}"


def _broken_rules(spec: Spec) -> Iterator[str]:
    names: set[str] = set()
    for operation in spec.operations():
        yield from _badly_named(operation, names)
        names.add(operation.name)
        for parameter in sorted(OPTIONS & set(_taken(spec, operation))):
            yield f"{operation.name}: {parameter!r} is an option that every method has"
        for part in (
            operation.details.get("requestBody", {}),
            *operation.details["responses"].values(),
        ):
            for media in spec.resolve(part).get("content", {}).values():
                if is_binary(media) or media.get("schema") == {"type": "string"}:
                    continue
                yield from _unnamed_objects(media.get("schema", {}), operation.name)
        if "x-method" in operation.details:
            yield from _incomplete_method(spec, operation)
    forms = spec.forms()
    for name, schema in spec.schemas.items():
        yield from _inner_objects(schema, name, may_have_files=name in forms)
        for member in schema.get("properties", {}):
            if not member.isidentifier() or keyword.iskeyword(member) or member in RESERVED:
                yield (
                    f"{name}.{member}: a property becomes an attribute, so its name must be an"
                    " identifier, and neither a keyword nor a name that models use themselves"
                )


def _badly_named(operation: Operation, others: set[str]) -> Iterator[str]:
    """Yield a sentence for each name of an operation that cannot be that of a module."""
    name = operation.name
    if not name.isidentifier() or name != module_name(name) or name in others:
        yield (
            f"{operation.method} operation {name!r}: its operationId must be unique, snake_case"
            " and not a name of Python's own"
        )
    for tag in operation.details.get("tags", ())[:1]:
        if tag != module_name(tag):
            yield f"{name}: its tag {tag!r} names a package, so it must be snake_case"


def _incomplete_method(spec: Spec, operation: Operation) -> Iterator[str]:
    """Yield a sentence for each thing that an operation with a method on the client lacks."""
    contents = [
        (f"its response {status} ({media_type})", media)
        for status, content in spec.responses(operation)
        for media_type, media in content.items()
    ]
    body = spec.resolve(operation.details.get("requestBody", {})).get("content", {})
    samples = [("its request body", media) for media in body.values()]
    samples += [
        (f"its parameter {parameter['name']!r}", parameter)
        for parameter in operation.parameters
        if parameter.get("required")
    ]
    missing = [where for where, node in samples + contents if not has_example(node)]
    if missing:
        yield f"{operation.name}: add an example to {', '.join(missing)}: the tests need it"
    for where, media in contents:
        if "x-streamed-by" in media and "x-stream-format" not in media:
            yield f"{operation.name}: add the x-stream-format that reads {where}"


def _taken(spec: Spec, operation: Operation) -> Iterator[str]:
    """Yield the name of everything that an operation takes."""
    for parameter in operation.parameters:
        yield parameter["name"]
    body = spec.request_schema(operation)
    if body:
        yield from spec.schemas[body].get("properties", ())


def _inner_objects(schema: Schema, where: str, *, may_have_files: bool = False) -> Iterator[str]:
    """Yield a sentence for each object without a name at any depth of a schema."""
    inner: list[tuple[str, Any]] = [
        (f"{where}.{name}", value) for name, value in schema.get("properties", {}).items()
    ]
    for union in ("anyOf", "oneOf", "allOf"):
        inner += [(where, value) for value in schema.get(union, ())]
    inner += [(where, schema.get(name)) for name in ("items", "additionalProperties")]
    for place, value in inner:
        if isinstance(value, Mapping):
            yield from _unnamed_objects(cast("Schema", value), place, may_have_files=may_have_files)


def _unnamed_objects(schema: Schema, where: str, *, may_have_files: bool = False) -> Iterator[str]:
    if "$ref" not in schema and ("properties" in schema or schema.get("type") == "object"):
        yield f"{where}: an object inside an object must be a named schema, by $ref"
    if "nullable" in schema:
        yield f"{where}: OpenAPI 3.1 has no nullable; null is a type"
    if schema.get("format") == "binary" and not may_have_files:
        yield f"{where}: JSON has no bytes; only a form has files"
    yield from _inner_objects(schema, where, may_have_files=may_have_files)
