"""Collects the facts of a spec, for the templates that print them."""

from __future__ import annotations

import re
from dataclasses import replace

from .common import with_common_schemas
from .descriptions import description
from .facts import (
    EnumFacts,
    Facts,
    Import,
    Items,
    ModelFacts,
    OperationFacts,
    Parameter,
    Property,
    TextChoice,
)
from .prose import docstring, entry, one_line, paragraph
from .schemas import Schemas, literal, module_name, optional, snake_case
from .shapes import body_shapes
from .spec import Operation, Schema, Spec, is_binary, listed, ref_name

__all__ = ["collect"]


def collect(spec: Spec) -> Facts:
    """Return the facts of a spec that keeps the rules."""
    spec = with_common_schemas(spec)
    schemas = Schemas(spec)
    models = {
        name: _model(spec, schemas, name)
        for name in spec.schemas
        if schemas.is_model(name) or schemas.is_map(name)
    }
    return Facts(
        server=next((each["url"] for each in spec.document.get("servers", ())), ""),
        modules=_modules(spec, schemas),
        enums={
            name: EnumFacts(
                name,
                docstring(description(schema), 0) if schema.get("description") else "",
                sorted(schema["enum"]),
            )
            for name, schema in spec.schemas.items()
            if schemas.is_enum(name)
        },
        models=models,
        unions=dict(schemas.unions()),
        operations={
            operation.name: _operation(spec, schemas, models, operation)
            for operation in spec.operations()
        },
        shapes=body_shapes(spec, schemas),
    )


def _modules(spec: Spec, schemas: Schemas) -> dict[str, str]:
    named = [name for name in spec.schemas if schemas.is_enum(name) or schemas.is_map(name)]
    classes = [name for name in spec.schemas if schemas.is_model(name)]
    names = [*named, *classes, *(f"{name}Dict" for name in classes)]
    return {
        name: module_name(name.removesuffix("Dict") if name not in spec.schemas else name)
        for name in names
    }


def _model(spec: Spec, schemas: Schemas, name: str) -> ModelFacts:
    schema = spec.schemas[name]
    text = description(schema)
    if schemas.is_map(name):
        values = schemas.map_values(name)
        imports = schemas.references([] if values is True else [values])
        return ModelFacts(
            name,
            docstring(text, 0) if text else "",
            alias=schemas.map_type(name),
            imports=[Import(*each) for each in imports],
        )
    members: dict[str, Schema] = schema.get("properties", {})
    required: list[str] = schema.get("required", [])
    in_order = sorted(members, key=lambda member: member not in required)
    decoders = {member: schemas.decoder(members[member]) for member in in_order}
    texts = {m: code for m, code in decoders.items() if code and schemas.may_be_text(members[m])}
    items = str(schema.get("x-iterates", ""))
    is_received = name in spec.received
    bodies = {spec.request_schema(operation) for operation in spec.operations()}
    other_tag = schemas.open_tag(name)
    return ModelFacts(
        name,
        paragraph(text or f"{name}."),
        is_sent=name in spec.sent,
        is_received=is_received,
        bases=_bases(spec, name),
        methods=snake_case(schema["x-methods"]) if "x-methods" in schema else "",
        attributes=[entry(member, description(members[member]), 8) for member in in_order],
        properties=[
            _property(
                schemas,
                m,
                members[m],
                is_required=m in required or m == other_tag,
                is_received=is_received,
                is_inside=name not in bodies,
                is_open=m == other_tag,
            )
            for m in in_order
        ],
        other_tag=other_tag,
        texts=texts,
        nested={m: code for m, code in decoders.items() if code and m not in texts},
        imports=[
            Import(module, names)
            for module, names in schemas.references(members.values())
            if module != module_name(name)
        ],
        items=items,
        item_type=schemas.attribute_type({"anyOf": _items_of_list(schemas, schema)})
        if items
        else "",
    )


def _bases(spec: Spec, name: str) -> list[str]:
    handwritten = spec.schemas[name].get("x-methods")
    if name in spec.response_bodies:
        return [*filter(None, [handwritten]), "ResponseModel"]
    return [handwritten or "JSONObject"]


def _property(
    schemas: Schemas,
    name: str,
    schema: Schema,
    *,
    is_required: bool,
    is_received: bool,
    is_inside: bool,
    is_open: bool,
) -> Property:
    # What is only sent may be made of plain dicts; what is received is made of models.
    argument = (schemas.inner_type if is_inside else schemas.argument_type)(schema)
    type_ = schemas.attribute_type(schema) if is_received else argument
    type_ = "OtherTag" if is_open else schema.get("x-decoded", type_)
    if schema.get("x-promised"):
        type_, default = type_.removesuffix(" | None"), "promised(default=None)"
    elif not is_required:
        type_, default = optional(type_), "None"
    else:
        default = literal(schema["const"]) if "const" in schema else ""
    text = description(schema)
    return Property(
        name,
        type_,
        default,
        argument,
        is_required=is_required,
        docstring=docstring(text) if text else "",
    )


def _items_of_list(schemas: Schemas, schema: Schema) -> list[Schema]:
    """Return the schemas of what a list that is a model holds."""
    lists = schemas.variants(schema["properties"][schema["x-iterates"]])
    return [each["items"] for each in lists if each.get("type") == "array"]


def _operation(
    spec: Spec, schemas: Schemas, models: dict[str, ModelFacts], operation: Operation
) -> OperationFacts:
    details = operation.details
    body = spec.request_schema(operation) or ""
    success, errors = _responses(spec, operation)
    parameters = _parameters(spec, schemas, operation, body)
    choice = _text_choice(schemas, parameters, success)
    parameters = [
        replace(each, is_apart=True) if choice and each.name == choice.parameter else each
        for each in parameters
    ]
    types = [parameter.schema for parameter in parameters]
    json_body = success.get("application/json", {}).get("schema", {})
    response = ref_name(json_body["$ref"]) if "$ref" in json_body else ""
    other = "BinaryContent" if any(map(is_binary, success.values())) else ""
    result = " | ".join(filter(None, (response, other)))
    item_type = models[response].item_type if response else ""
    items = _items_of_list(schemas, spec.schemas[response]) if item_type else []
    stream: Schema = success.get("text/event-stream", {})
    event = ref_name(stream["schema"]["$ref"]) if stream else ""
    tag = next(iter(schemas.tag_members(stream["schema"])), "") if stream else ""
    event_types = schemas.references([stream["schema"]]) if stream else []
    return OperationFacts(
        name=operation.name,
        tag=details.get("tags", ["default"])[0],
        method=operation.method.upper(),
        # With the names of the arguments that are put there.
        path=re.sub(r"\{[^}]*\}", lambda name: f"{{{snake_case(name[0][1:-1])}}}", operation.path),
        method_path=details.get("x-method", ""),
        summary=one_line(details.get("summary", operation.name)),
        summary_text=paragraph(details.get("summary", operation.name)),
        description_text=paragraph(one_line(description(details))),
        parameters=parameters,
        body=body,
        body_entry=_body_entry(spec.schemas[body]) if body else "",
        response=response,
        other=other,
        result=result,
        errors=errors,
        imports=[Import(module, names) for module, names in schemas.references(types)],
        type_names=sorted(
            {
                *(name for _, names in schemas.references(types) for name in names),
                *(names[0] for _, names in schemas.references(items)),
                *filter(None, (response, event)),
            }
        ),
        modules={n: module_name(n) for n in (body, response, *errors.values()) if n},
        needs_key=bool(details.get("security")),
        is_billed=bool(details.get("x-billed")),
        event=event,
        event_decoder=schemas.decoder(stream["schema"]) if stream else "",
        event_imports=[Import(module, names[:1]) for module, names in event_types],
        event_members=[tag] if tag else schemas.always_there(event) if event else [],
        event_tag=tag,
        stream_parameter=stream.get("x-streamed-by", ""),
        stream_end=listed(stream.get("x-stream-end", [])),
        stream_skip=listed(stream.get("x-stream-skip", [])),
        mixin=details.get("x-mixin", ""),
        stream_format=stream.get("x-stream-format", ""),
        items=item_type,
        is_form=spec.is_form(operation),
        text_choice=choice,
        above=_above(spec, operation),
        job={state: tuple(values) for state, values in details.get("x-job", {}).items()} or None,
        batched=next(
            ((each.name, models[response].items) for each in parameters if each.is_batched), None
        ),
    )


def _above(spec: Spec, operation: Operation) -> str:
    """Return how the base URL of an operation is reached from that of the spec (RFC 3986, 5.2)."""
    servers = operation.details.get("servers", ())
    if not servers:
        return ""
    base, own = (str(each[0]["url"]) for each in (spec.document["servers"], servers))
    return "/.." * base.removeprefix(own).count("/")


def _text_choice(
    schemas: Schemas, parameters: list[Parameter], success: Schema
) -> TextChoice | None:
    for media in success.values():
        for name, texts in media.get("x-chosen-by", {}).items():
            parameter = next(each for each in parameters if each.name == name)
            known = schemas.known_values(parameter.schema)
            return TextChoice(name, texts, [each for each in known if each not in texts])
    return None


def _body_entry(schema: Schema) -> str:
    about = "The model of the body, or the same as a plain dict."
    return entry("body", f"{about} {description(schema)}", 8)


def _responses(spec: Spec, operation: Operation) -> tuple[Schema, dict[str, str]]:
    """Return the content of the first successful response, and the schemas of errors."""
    success: Schema = {}
    errors: dict[str, str] = {}
    for status, content in spec.responses(operation):
        schema = content.get("application/json", {}).get("schema", {})
        if status.startswith("2"):
            success = success or content
        elif "$ref" in schema:
            errors[status] = ref_name(schema["$ref"])
    return success, errors


DOCUMENTED = ("description", "deprecated")  # what a parameter says beside its schema


def _parameters(spec: Spec, schemas: Schemas, operation: Operation, body: str) -> list[Parameter]:
    outside = {
        place: [
            _parameter(
                schemas,
                place,
                each["name"],
                {**each.get("schema", {}), **{k: each[k] for k in DOCUMENTED if k in each}},
                is_required=bool(each.get("required")),
            )
            for each in operation.parameters
            if each["in"] == place
        ]
        for place in ("path", "query", "header")
    }
    outside["path"].sort(key=lambda each: operation.path_names.index(each.wire_name))
    schema: Schema = spec.schemas[body] if body else {}
    required: list[str] = schema.get("required", [])
    members: Schema = schema.get("properties", {})
    inside = [
        _parameter(schemas, "body", name, members[name], is_required=name in required)
        for name in sorted(members, key=lambda member: member not in required)
    ]
    return [*outside["path"], *inside, *outside["query"], *outside["header"]]


def _range(schema: Schema) -> tuple[float | None, float | None] | None:
    """Return the least and the greatest value of a number; None where neither is known."""
    low, high = schema.get("minimum"), schema.get("maximum")
    return None if low is None and high is None else (low, high)


def _items(schemas: Schemas, schema: Schema) -> Items | None:
    items = schemas.items(schema)
    if schemas.is_file(schema) or not (types := schemas.json_types(items)):
        return None
    members = schemas.checked_members(items)
    found = {name: schemas.json_types(each) for name, each in members.items()}
    return Items(types, {name: types for name, types in found.items() if types})


def _parameter(
    schemas: Schemas, place: str, wire_name: str, schema: Schema, *, is_required: bool
) -> Parameter:
    name = wire_name if place == "body" else snake_case(wire_name)
    type_ = schemas.argument_type(schema)
    text = description(schema)
    return Parameter(
        name,
        wire_name,
        place,
        type_,
        optional(type_),
        is_required=is_required,
        is_apart=bool(schema.get("x-apart")),
        types=[] if schemas.is_file(schema) else schemas.json_types(schema),
        items=_items(schemas, schema) if place == "body" else None,
        is_never_empty=schema.get("type") == "string" and schema.get("minLength", 0) > 0,
        range=_range(schema),
        is_file=schemas.is_file(schema),
        max_bytes=schemas.max_bytes(schema),
        entry=entry(name, text, 8),
        is_batched=bool(schema.get("x-batched")),
        client_default=repr(schema["x-client-default"]) if "x-client-default" in schema else "",
        schema=schema,
    )
