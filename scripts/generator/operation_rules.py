"""The rules for operations: their names, parameters, bodies and responses."""

from __future__ import annotations

import keyword
import re
from collections.abc import Container, Iterator, Mapping
from typing import Any

from .method_rules import broken_methods
from .places import Broken, Place
from .schema_rules import broken_schema
from .schemas import Schemas, module_name, snake_case
from .spec import FORM, Operation, Schema, Spec, listed, ref_name
from .taken import HEADERS, OPTIONS, PARAMETERS

__all__ = ["broken_operations"]

JSON, TEXT, EVENTS = "application/json", "text/plain", "text/event-stream"
BYTES = "application/octet-stream"
SCALARS = {"string", "integer", "number", "boolean"}


def broken_operations(spec: Spec) -> Iterator[Broken]:
    """Yield what is wrong with the operations of a spec whose references lead somewhere."""
    names: set[str] = set()
    tags = [tag["name"] for tag in spec.document.get("tags", ())]
    for position, tag in enumerate(tags):
        if tag in tags[:position]:
            yield Broken(("tags", position), f"the tag {tag!r} is described twice", 12)
    if len(spec.document.get("servers", ())) > 1:
        yield Broken(("servers",), "there is one server; the client is given others", 21)
    yield from _same_paths(spec)
    yield from broken_methods(spec)
    for operation in spec.operations():
        yield from _names(spec, operation, names)
        names.add(operation.name)
        yield from _path(operation)
        yield from _server(spec, operation)
        yield from _security(spec, operation)
        yield from _taken_names(spec, operation)
        for place, parameter in spec.parameters(operation):
            yield from _parameter(spec, operation, place, parameter)
        yield from _body(spec, operation)
        yield from _responses(spec, operation)


def _same_paths(spec: Spec) -> Iterator[Broken]:
    """Yield each path that differs from another one in the names of its parameters only."""
    seen: dict[str, str] = {}
    for path in spec.document["paths"]:
        other = seen.setdefault(re.sub(r"\{[^}]*\}", "{}", path), path)
        if other != path:
            yield Broken(("paths", path), f"is the same path as {other}: write them as one", 23)


def _path(operation: Operation) -> Iterator[Broken]:
    """Yield what is wrong with the path of an operation."""
    place, names = operation.place[:2], operation.path_names
    if not re.fullmatch(PATH, operation.path):
        text = "a path begins with /, and has letters, digits and {names}, but no query"
        yield Broken(place, text, 23)
    if {".", ".."} & {*operation.path.split("/")}:
        yield Broken(place, "a path has no part that is . or .., which leads to another path", 23)
    if len({*names}) < len(names):
        yield Broken(place, "a path has each {name} once", 23)
    for name in names:
        if not any(each["name"] == name for each in operation.parameters):
            yield Broken(operation.place, f"the path has {{{name}}}, no parameter of it", 23)


PATH = r"/([A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\{[^{}/]+\})*"  # RFC 3986, 3.3
HEADER = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"  # RFC 9110, 5.6.2


def _names(spec: Spec, operation: Operation, others: set[str]) -> Iterator[Broken]:
    """Yield each name of an operation that cannot be that of a module."""
    name = operation.name
    if not _is_module(name) or name in others:
        yield Broken(
            (*operation.place, "operationId"),
            f"operationId {name!r} must be unique, snake_case and not a name of Python's own",
            12,
        )
    place = (*operation.place, "tags")
    described = {tag["name"] for tag in spec.document.get("tags", ())}
    if len(operation.details["tags"]) != 1:
        yield Broken(place, "an operation has one tag", 12)
    for tag in operation.details["tags"]:
        if not _is_module(tag):
            text = f"the tag {tag!r} must be snake_case and not a name of Python's own"
            yield Broken(place, text, 12)
        if tag not in described:
            yield Broken(place, f"the tag {tag!r} is not described in tags", 12)


def _is_module(name: str) -> bool:
    return name.isidentifier() and name == module_name(name) and not keyword.iskeyword(name)


def _security(spec: Spec, operation: Operation) -> Iterator[Broken]:
    schemes = spec.document.get("components", {}).get("securitySchemes", {})
    place = (*operation.place, "security")
    needs: list[Schema] = operation.details["security"]
    if len(needs) > 1 or any(len(each) != 1 for each in needs):
        yield Broken(place, "states one scheme, or [] where no key is needed", 12)
    for name, scopes in (item for each in needs for item in each.items()):
        scheme: Any = schemes.get(name)
        if scheme is None:
            yield Broken(place, f"there is no {name} in components/securitySchemes", 12)
        elif (scheme.get("type"), scheme.get("scheme")) != ("http", "bearer"):
            yield Broken(place, f"{name} must be a bearer key (type: http, scheme: bearer)", 12)
        elif scopes:
            yield Broken((*place, 0, name), "a bearer key has no scopes: must be []", 12)


def _server(spec: Spec, operation: Operation) -> Iterator[Broken]:
    bases = [each["url"] for each in spec.document.get("servers", ())]
    own = [each["url"] for each in operation.details.get("servers", ())]
    if own and not (len(own) == 1 and bases and bases[0].startswith(f"{own[0]}/")):
        text = f"names one server above that of the file, {', '.join(bases) or 'which has none'}"
        yield Broken((*operation.place, "servers"), text, 21)


# What it takes


def _taken_names(spec: Spec, operation: Operation) -> Iterator[Broken]:
    """Yield each parameter whose name another one has, or the code that sends it."""
    streamed = {
        media.get("x-streamed-by")
        for _, content in spec.responses(operation)
        for media in content.values()
    }
    seen: dict[str, str] = {}
    for name in spec.body_members(operation):
        body = spec.request_schema(operation) or ""
        place: Place = ("components", "schemas", body, "properties", name)
        yield from _taken_name(place, name, {"self", "batch_size"}, seen)
        seen[name] = "the body"
    listed: set[tuple[Place, str, str]] = set()
    for place, each in spec.parameters(operation):
        key = (place[:-1], each["name"], each["in"])
        if key in listed:
            yield Broken(place, f"{each['name']} in {each['in']} is listed twice", 23)
        elif any(each is used for used in operation.parameters):  # no other takes its place
            name = snake_case(each["name"])
            yield from _taken_name((*place, "name"), name, PARAMETERS | streamed, seen)
            seen[name] = f"the {each['in']}"
            if _is_unusable(name):
                text = f"{each['name']!r} gives no keyword argument: {name!r} cannot be one"
                yield Broken((*place, "name"), text, 23)
        listed.add(key)


def _taken_name(
    place: Place, name: str, used: Container[str], seen: Mapping[str, str]
) -> Iterator[Broken]:
    """Yield what the name of an argument of an operation means already."""
    if name in OPTIONS:
        yield Broken(place, f"{name!r} is an option that every method has", 23)
    elif name in used:
        yield Broken(place, f"{name!r} is a name that the code uses itself", 23)
    elif name in seen:
        yield Broken(place, f"{name!r} is the name of one in {seen[name]}", 23)


def _is_unusable(name: str) -> bool:
    is_name = name.isascii() and name.isidentifier() and not name.startswith("_")
    return not is_name or keyword.iskeyword(name)


def _parameter(
    spec: Spec, operation: Operation, place: Place, parameter: Schema
) -> Iterator[Broken]:
    where, name, schema = parameter["in"], parameter["name"], parameter["schema"]
    if where not in ("path", "query", "header"):
        yield Broken((*place, "in"), f"there are no parameters in {where!r}", 23)
    if where == "path" and not parameter.get("required"):
        yield Broken(place, "a parameter of the path is required: true", 23)
    if where == "path" and name not in operation.path_names:
        yield Broken(place, f"the path has no {{{name}}}", 23)
    yield from _name_of(place, where, name)
    at = (*place, "schema")
    if "x-apart" in schema and parameter.get("required"):
        yield Broken((*at, "x-apart"), f"{name} is required; x-apart is for what is not", 11)
    yield from broken_schema(spec, at, schema, is_sent=True)
    schemas = Schemas(spec)
    variants = schemas.variants(schema)
    if where == "query" and len(variants) == 1 and schema.get("type") == "array":
        variants = schemas.variants(schema.get("items", {}))
    for each in variants:
        is_enum = "$ref" in each and schemas.is_enum(ref_name(each["$ref"]))
        if not is_enum and each.get("type") not in SCALARS:
            lists = ", or a list of these" if where == "query" else ""
            text = f"a parameter in the {where} is text, a number or a boolean{lists}; not null"
            yield Broken(at, text, 23)
            break


def _name_of(place: Place, where: str, name: str) -> Iterator[Broken]:
    """Yield what keeps a name from being that of a parameter of a kind."""
    if where == "header" and name.lower() in HEADERS:
        yield Broken((*place, "name"), f"the header {name} is sent by the clients themselves", 23)
    if where == "header" and not re.fullmatch(HEADER, name):
        yield Broken((*place, "name"), f"{name!r} is no name of a header", 23)
    if where == "query" and (not name.isprintable() or {*name} & {*'"\\'}):
        yield Broken((*place, "name"), "has quotes, a backslash or a control character", 23)


def _body(spec: Spec, operation: Operation) -> Iterator[Broken]:
    if "requestBody" not in operation.details:
        return
    body = spec.resolve(operation.details["requestBody"])
    place = (*operation.place, "requestBody")
    if not body.get("required"):
        yield Broken(place, "a body is required: true, since methods always send one", 19)
    content = body["content"]
    if len(content) != 1 or not content.keys() <= {JSON, FORM}:
        yield Broken((*place, "content"), f"is either {JSON} or {FORM}, and nothing else", 19)
    for media_type, media in content.items():
        at = (*place, "content", media_type)
        if media_type == FORM and spec.request_schema(operation) in spec.in_json:
            text = "a form that is also JSON: its files and lists would be sent in two ways"
            yield Broken((*at, "schema"), text, 19)
        schema = spec.schemas.get(spec.request_schema(operation) or "", {})
        if media_type == FORM and not schema.get("required"):
            yield Broken((*at, "schema"), "a form requires a property: it cannot be empty", 19)
        for name in sorted(name for name in media if name.startswith("x-")):
            yield Broken((*at, name), "belongs to a response", 9)
        yield from _is_object(spec, (*at, "schema"), media["schema"])


def _is_object(spec: Spec, place: Place, schema: Schema) -> Iterator[Broken]:
    name = ref_name(schema.get("$ref", ""))
    if set(schema) != {"$ref"} or not Schemas(spec).is_model(name):
        text = "an object inside an object must be a named schema, by $ref"
        text = "must be an object with properties, reached by $ref" if "$ref" in schema else text
        if schema.get("type") == "array":
            text = "a list cannot be a body: name an object that has it, by $ref"
        yield Broken(place, text, 1)


# What it responds


def _responses(spec: Spec, operation: Operation) -> Iterator[Broken]:
    place = (*operation.place, "responses")
    succeeded: list[str] = []
    for status, content in spec.responses(operation):
        at = (*place, status)
        if not re.fullmatch("[2-5][0-9][0-9]", status):
            text = "a status has three digits, from 200 to 599; each is stated by itself"
            yield Broken(at, text, 9)
        elif status.startswith("2"):
            succeeded.append(status)
            yield from _success(spec, operation, at, content)
        else:
            yield from _error(spec, at, content)
    if len(succeeded) != 1:
        found = " and ".join(succeeded) or "none"
        yield Broken(place, f"an operation has one response with status 2xx; here: {found}", 9)


def _error(spec: Spec, place: Place, content: Schema) -> Iterator[Broken]:
    for media_type, media in content.items():
        at = (*place, "content", media_type)
        if media_type != JSON:
            yield Broken(at, f"an error is {JSON}, or has no content", 9)
        else:
            yield from _is_object(spec, (*at, "schema"), media["schema"])


def _success(spec: Spec, operation: Operation, place: Place, content: Schema) -> Iterator[Broken]:
    yield from _together(place, content)
    at = (*place, "content")
    for media_type, media in content.items():
        here = (*at, media_type)
        schema = media["schema"]
        if media_type == JSON:
            yield from _is_object(spec, (*here, "schema"), schema)
        elif media_type == EVENTS:
            yield from _events(spec, operation, here, media)
        elif media_type == BYTES and schema != {"type": "string", "format": "binary"}:
            yield Broken(here, "bytes have the schema {type: string, format: binary}", 9)
        elif media_type == TEXT:
            yield from _text(spec, operation, here, media)
        elif media_type != BYTES:
            text = f"no such content can be received; bytes of any type are {BYTES}"
            yield Broken(here, text, 9)


def _together(place: Place, content: Schema) -> Iterator[Broken]:
    """Yield what is wrong with the types of content of a response, and their order."""
    at = (*place, "content")
    if not content.keys() & {JSON, BYTES}:
        yield Broken(place, f"a response has content: {JSON}, or {BYTES}", 9)
    if JSON in content and next(iter(content)) != JSON:
        yield Broken(at, f"{JSON} stands first", 9)
    for media_type in sorted({TEXT, EVENTS} & content.keys()):
        if JSON not in content:
            yield Broken((*at, media_type), f"stands beside {JSON}", 9)


def _text(spec: Spec, operation: Operation, place: Place, media: Schema) -> Iterator[Broken]:
    if media["schema"] != {"type": "string"}:
        yield Broken(place, "text has the schema {type: string}", 9)
    if len(media.get("x-chosen-by", ())) != 1:
        yield Broken(place, "text must say by x-chosen-by which parameter asks for it", 9)
    schemas, body = Schemas(spec), spec.request_schema(operation) or ""
    members = spec.body_members(operation)
    for name, texts in media.get("x-chosen-by", {}).items():
        at = (*place, "x-chosen-by", name)
        known = schemas.known_values(members.get(name, {}))
        if name not in members:
            yield Broken(at, f"the body has no property {name}", 9)
        elif "str" not in schemas.json_types(members[name]):
            yield Broken(at, f"{name} is no text", 9)
        elif name in spec.schemas[body].get("required", ()):
            yield Broken(at, f"{name} must be optional: without it, no text is asked for", 9)
        elif {members[name].get(each) for each in DEFAULTS} & {*texts}:
            yield Broken(at, f"the default of {name} asks for text: without it, none may come", 9)
        elif known and not {*texts} <= {*known}:
            yield Broken(at, f"{name} knows no {', '.join(sorted({*texts} - {*known}))}", 9)


def _events(spec: Spec, operation: Operation, place: Place, media: Schema) -> Iterator[Broken]:
    schemas, name = Schemas(spec), ref_name(media["schema"].get("$ref", ""))
    if not (name and (schemas.is_model(name) or "anyOf" in spec.schemas[name])):
        text = "an event must be an object with properties, or a union of such, by $ref"
        yield Broken((*place, "schema"), text, 9)
        return
    for name in ("x-streamed-by", "x-stream-end"):
        if name not in media:
            yield Broken(place, f"an event stream must have {name}", 9)
    flag = media.get("x-streamed-by")
    if flag is not None and flag not in spec.body_members(operation):
        yield Broken((*place, "x-streamed-by"), f"the body has no property {flag}", 9)
    elif flag is not None:
        yield from _flag(spec, operation, (*place, "x-streamed-by"), flag)
    if not all(listed(media.get("x-stream-end", "none"))) or media.get("x-stream-end") == []:
        yield Broken((*place, "x-stream-end"), "must name what ends the stream", 9)
    yield from _kinds_of_events(spec, place, media)


def _flag(spec: Spec, operation: Operation, place: Place, name: str) -> Iterator[Broken]:
    """Yield what keeps a property from asking for a stream, and for none where it is left out."""
    member = spec.body_members(operation)[name]
    types = {*Schemas(spec).json_types(member)}
    if "bool" not in types or types - {"bool", "NoneType"}:
        yield Broken(place, f"{name} must be true or false", 9)
    elif name in spec.schemas[spec.request_schema(operation) or ""].get("required", ()):
        yield Broken(place, f"{name} must be optional: without it, no stream is asked for", 9)
    elif any(member.get(each) for each in DEFAULTS):
        yield Broken(place, f"{name} is true by default: without it, no stream may come", 9)
    elif "x-apart" in member:
        yield Broken(place, f"{name} cannot be x-apart: methods take it by itself already", 9)


DEFAULTS = ("default", "x-client-default")


def _kinds_of_events(spec: Spec, place: Place, media: Schema) -> Iterator[Broken]:
    """Yield each end, and each event to skip, that the schema of the events contradicts."""
    schemas = Schemas(spec)
    members = schemas.tag_members(media["schema"])
    names = [ref_name(each["$ref"]) for each in schemas.variants(media["schema"])]
    tags = {schemas.tag(name, member) for member in members for name in names}
    for end in listed(media.get("x-stream-end", [])):
        if members and end not in tags and re.fullmatch(r"[\w.]+", end):
            yield Broken((*place, "x-stream-end"), f"{end} is the tag of no event", 9)
    for tag in listed(media.get("x-stream-skip", [])):
        if not members or tag in tags:
            text = f"{tag} must be a tag that no variant of the events has"
            yield Broken((*place, "x-stream-skip"), text, 9)
