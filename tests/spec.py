"""What openapi.yaml says, for tests: every request body that they make is held against it."""

from __future__ import annotations

import functools
import json
import re
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any, NamedTuple, cast

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from ruamel.yaml import YAML

FORM = "multipart/form-data"
SPEC_FILE = Path(__file__).resolve().parent.parent / "openapi.yaml"


@functools.cache
def spec() -> dict[str, Any]:
    """Return the spec as it stands in the repository."""
    document: dict[str, Any] = YAML(typ="safe").load(SPEC_FILE)
    return document


def validate(schema: str, instance: object) -> None:
    """Raise `jsonschema.ValidationError` unless `instance` is a `schema` of the spec."""
    _validator(schema).validate(instance)


def form_fields(body: bytes) -> list[tuple[str, str | None, bytes]]:
    """Return the fields of a form: the name, the name of the file if it is one, and the content."""
    boundary = body.partition(b"\r\n")[0].removeprefix(b"--")
    head = b"Content-Type: multipart/form-data; boundary=%b\r\n\r\n" % boundary
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    return [
        (
            str(part.get_param("name", header="content-disposition")),
            part.get_filename(),
            cast("bytes", part.get_payload(decode=True)),
        )
        for part in message.iter_parts()
    ]


def validate_form(schema: dict[str, Any], body: bytes) -> None:
    """Raise unless a form has the required fields of a schema."""
    names = {name.removesuffix("[]") for name, _, _ in form_fields(body)}
    assert names >= set(schema["required"]), names


@functools.lru_cache(maxsize=256)  # most tests ask the same
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
            if FORM in content:
                validate_form(_component(content[FORM]), body)
                return
            schema = content["application/json"]["schema"]["$ref"].rsplit("/", 1)[-1]
            validate(schema, json.loads(body))


@functools.cache
def _validator(schema: str) -> Draft202012Validator:
    registry: Registry[Any] = Registry().with_resource("spec:", DRAFT202012.create_resource(spec()))
    reference = {"$ref": f"spec:#/components/schemas/{schema}"}
    return Draft202012Validator(reference, registry=registry)


class SpecOperation(NamedTuple):
    """An operation as the spec describes it, with its examples.

    Attributes:
        name: Its `operationId`.
        tag: Its first tag.
        method_path: Its method on the client (`x-method`); empty without one.
        mixin: The class of handwritten methods of its resource; empty without one.
        method: The HTTP method.
        segments: Those of the path that the examples of its parameters lead to, decoded.
        in_path: The keyword arguments that are part of the path.
        query: The examples of the parameters of the query, by their names in the URL.
        headers: The same of headers.
        body: The example of the body; None without a body. Files are text of the characters U+0000
            to U+00FF, which stand for bytes.
        files: The members of the body that are files; None where it is JSON instead of a form.
        text: The parameter that makes the response text, with its values that do so and the example
            of such a response; None where nothing does.
        arguments: The keyword arguments that the examples make up.
        takes: All keyword arguments but those that every method has.
        required: Those without a default.
        schema: That of a successful response; ``BinaryContent`` where it is bytes.
        response: The example of one; text that stands for bytes, where it is no object.
        items: The member that the response iterates over; empty where it does not.
        event_schema: The schema of the events of a stream; empty where it cannot stream.
        events: The examples of the events.
        stream_parameter: The member of the body that asks for the stream.
        stream_end: The data that ends it; empty where the last of its events does.
        errors: The example of each documented error body, by status.
        error_schemas: Their schemas.
    """

    name: str
    tag: str
    method_path: str
    mixin: str
    method: str
    segments: list[str]
    in_path: list[str]
    query: dict[str, Any]
    headers: dict[str, Any]
    body: dict[str, Any] | None
    files: set[str] | None
    text: tuple[str, list[str], str] | None
    arguments: dict[str, Any]
    takes: set[str]
    required: set[str]
    schema: str
    response: Any
    items: str
    event_schema: str
    events: list[dict[str, Any]]
    stream_parameter: str
    stream_end: str
    errors: dict[int, dict[str, Any]]
    error_schemas: dict[int, str]


def operations() -> list[SpecOperation]:
    """Return the operations of the spec that have a method on the client."""
    return [
        _operation(path, method, details, methods.get("parameters", []))
        for path, methods in spec()["paths"].items()
        for method, details in methods.items()
        if "x-method" in details
    ]


def _operation(
    path: str, method: str, details: dict[str, Any], shared: list[dict[str, Any]]
) -> SpecOperation:
    listed = [_resolved(each) for each in (*shared, *details.get("parameters", []))]
    # A parameter of the operation takes the place of one of the path.
    parameters = [*{(each["name"], each["in"]): each for each in listed}.values()]
    named = {place: _examples(parameters, place) for place in ("path", "query", "header")}
    contents = _resolved(details.get("requestBody", {})).get("content", {})
    body = contents.get("application/json") or contents.get(FORM, {})
    schema = _component(body)
    # Where an operation has a server of its own, it is the one above `/v1`.
    below = path if "servers" in details else f"/v1{path}"
    members: dict[str, Any] = schema.get("properties", {})
    answers = {int(status): _resolved(each) for status, each in details["responses"].items()}
    success = next(each["content"] for status, each in answers.items() if status < 300)
    failures = {status: _json(each) for status, each in answers.items() if status >= 300}
    stream = success.get("text/event-stream", {})
    response = next(iter(success.values()))
    example = _example(body) if body else None
    files = {name for name, each in members.items() if _is_file(each)}
    return SpecOperation(
        name=details["operationId"],
        tag=details.get("tags", ["default"])[0],
        method_path=details["x-method"],
        mixin=details.get("x-mixin", ""),
        method=method.upper(),
        segments=[each.format_map(named["path"]) for each in below.strip("/").split("/")],
        in_path=[_keyword(name) for name in named["path"]],
        query=named["query"],
        headers=named["header"],
        body=example,
        files=files if FORM in contents else None,
        text=next(
            (
                (name, values, each["example"])
                for each in success.values()
                for name, values in each.get("x-chosen-by", {}).items()
            ),
            None,
        ),
        arguments={
            **{_keyword(name): v for values in named.values() for name, v in values.items()},
            **(example or {}),
            **{name: _file(value) for name, value in (example or {}).items() if name in files},
        },
        takes={_keyword(each["name"]) for each in parameters}
        | set(members)
        | {"batch_size" for each in members.values() if "x-batched" in each},
        required={_keyword(each["name"]) for each in parameters if each.get("required")}
        | set(schema.get("required", ())),
        schema=_schema_name(response) or "BinaryContent",
        response=_example(response),
        items=_component(response).get("x-iterates", ""),
        event_schema=_schema_name(stream),
        events=_example(stream) if stream else [],
        stream_parameter=stream.get("x-streamed-by", ""),
        stream_end=_end_of(stream),
        errors={status: _example(each) for status, each in failures.items() if each},
        error_schemas={status: _schema_name(each) for status, each in failures.items() if each},
    )


def _end_of(stream: dict[str, Any]) -> str:
    """Return the data that ends a stream; empty where it is an event of the example."""
    ends = stream.get("x-stream-end", [])
    return ends if isinstance(ends, str) else ""


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = spec()
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def _is_file(schema: dict[str, Any]) -> bool:
    return any(each.get("format") == "binary" for each in (schema, *schema.get("anyOf", ())))


def _file(example: str | list[str]) -> bytes | list[bytes]:
    """Return the content of files as the example of a form has them."""
    if isinstance(example, list):
        return [each.encode("latin-1") for each in example]
    return example.encode("latin-1")


def _json(node: dict[str, Any]) -> dict[str, Any]:
    media: dict[str, Any] = node.get("content", {}).get("application/json", {})
    return media


def _schema_name(media: dict[str, Any]) -> str:
    name: str = media.get("schema", {}).get("$ref", "").rsplit("/", 1)[-1]
    return name


def _component(media: dict[str, Any]) -> dict[str, Any]:
    return _resolved(media.get("schema", {}))


def _example(node: dict[str, Any]) -> Any:
    return node["example"] if "example" in node else next(iter(node["examples"].values()))["value"]


def _examples(parameters: list[dict[str, Any]], place: str) -> dict[str, Any]:
    return {
        each["name"]: _example(each)
        for each in parameters
        if each["in"] == place and ("example" in each or "examples" in each)
    }


def _keyword(name: str) -> str:
    """Return the keyword argument of a parameter outside the body: snake case."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|-", "_", name).lower()
