"""Reads openapi.yaml: its schemas, its operations, and references between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .places import Place

__all__ = [
    "Operation",
    "Schema",
    "Spec",
    "SpecError",
    "has_example",
    "is_binary",
    "listed",
    "ref_name",
]

Schema: TypeAlias = Mapping[str, Any]
FORM = "multipart/form-data"
DEPTH = 60  # of the nesting of a file; more would need more of Python's stack
METHODS = ("get", "put", "post", "delete", "patch")


class SpecError(Exception):
    """The spec breaks a rule that is listed at its top, or the generator refused it."""


class Operation(NamedTuple):
    """An operation as the spec describes it, with its address."""

    path: str
    method: str
    details: Schema
    parameters: list[Schema]
    """Those of the path of the URL, the query and headers, with references resolved."""

    @property
    def name(self) -> str:
        """The `operationId`."""
        return str(self.details.get("operationId", ""))

    @property
    def place(self) -> tuple[str | int, ...]:
        """Where it is in the document."""
        return ("paths", self.path, self.method)

    @property
    def path_names(self) -> list[str]:
        """The names in the path, in their order."""
        return re.findall(r"\{([^}]*)\}", self.path)


class Spec:
    """A spec whose references can be followed.

    Args:
        document: The decoded file.
        name: What messages call it.
        text: The text of the file, in which messages name lines.
    """

    def __init__(self, document: Schema, name: str = "openapi.yaml", text: str = "") -> None:
        self.document = document
        self.name = name
        self.text = text

    @cached_property
    def schemas(self) -> Mapping[str, Schema]:
        """The components that are schemas, by name."""
        schemas: Mapping[str, Schema] = self.document.get("components", {}).get("schemas", {})
        return schemas

    @classmethod
    def load(cls, file: Path) -> Spec:
        """Return the spec in a file."""
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise SpecError(f"{file}: cannot be read: {error}") from None
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise SpecError(f"{file.name}:{line}: is no UTF-8: {error.reason}") from None
        return cls.parse(text.replace("\r\n", "\n"), file.name)

    @classmethod
    def parse(cls, text: str, name: str = "openapi.yaml") -> Spec:
        """Return the spec in the text of a file.

        Raises:
            SpecError: The text is not YAML.
        """
        try:
            document: Any = YAML(typ="safe").load(text)  # pyright: ignore[reportUnknownMemberType]  # no stubs
            if _is_deeper(document, DEPTH):
                raise RecursionError  # noqa: TRY301  said below, as what YAML itself raises
        except RecursionError:
            said = f"is nested too deeply: more than {DEPTH} parts, each in another"
            raise SpecError(f"{name}:{_deepest(text)}: {said}") from None
        except MarkedYAMLError as error:
            marked: Any = error  # its attributes have no types
            mark = marked.problem_mark or marked.context_mark
            line = mark.line + 1 if mark else 1
            raise SpecError(f"{name}:{line}: is no valid YAML: {marked.problem}") from None
        except (YAMLError, ValueError) as error:
            line = text.count("\n", 0, getattr(error, "position", 0)) + 1
            said = " ".join(str(error).split())
            raise SpecError(f"{name}:{line}: is no valid YAML: {said}") from None
        if not isinstance(document, Mapping):
            raise SpecError(f"{name}:1: is no OpenAPI: it must be an object")
        return cls(cast("Schema", document), name, text)

    def resolve(self, node: Any) -> Any:
        """Return what a node refers to, or the node itself where it is not a `$ref`."""
        while "$ref" in node:
            target: str = node["$ref"]
            node = self.document
            for part in target.removeprefix("#/").split("/"):
                node = node[part]
        return node

    def operations(self) -> Iterator[Operation]:
        """Yield every operation, in the order of the file."""
        for path, item in self.document.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    details: Schema = item[method]
                    shared = item.get("parameters", ())
                    resolved = map(self.resolve, (*shared, *details.get("parameters", ())))
                    # A parameter of the operation takes the place of one of the path.
                    parameters = {(each["name"], each["in"]): each for each in resolved}
                    yield Operation(path, method, details, [*parameters.values()])

    def parameters(self, operation: Operation) -> Iterator[tuple[Place, Schema]]:
        """Yield each parameter with its place, those of the path as a whole included."""
        item = self.document["paths"][operation.path]
        for base, node in ((operation.place[:2], item), (operation.place, operation.details)):
            for position, each in enumerate(node.get("parameters", ())):
                yield (*base, "parameters", position), self.resolve(each)

    def request_schema(self, operation: Operation) -> str | None:
        """Return the name of the schema of the body of a request; None without a body."""
        content = self.resolve(operation.details.get("requestBody", {})).get("content", {})
        media = content.get("application/json") or content.get(FORM, {})
        schema = media.get("schema", {})
        return ref_name(schema["$ref"]) if "$ref" in schema else None

    def body_members(self, operation: Operation) -> Schema:
        """Return the properties of the body of a request."""
        name = self.request_schema(operation)
        members: Schema = self.schemas[name].get("properties", {}) if name else {}
        return members

    def is_form(self, operation: Operation) -> bool:
        """Return whether the body of a request is a form, which may hold files."""
        return FORM in self.resolve(operation.details.get("requestBody", {})).get("content", {})

    @cached_property
    def bodies(self) -> set[str | None]:
        """Return the schemas of the bodies of requests."""
        return {self.request_schema(each) for each in self.operations()}

    @cached_property
    def forms(self) -> set[str | None]:
        """Return the schemas of forms."""
        return {self.request_schema(each) for each in self.operations() if self.is_form(each)}

    def responses(self, operation: Operation) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the content of each response by media type, with its status."""
        for status, response in operation.details["responses"].items():
            yield str(status), self.resolve(response).get("content", {})

    def references(self, node: Any) -> Iterator[tuple[str, str]]:
        """Yield the kind and the name of every component that a part of the spec refers to."""
        values: Iterable[Any] = ()
        if isinstance(node, Mapping):
            members = cast("Schema", node)
            target = str(members.get("$ref", ""))
            if target.startswith("#/components/"):  # else it is part of an example
                kind, name = target.split("/")[-2:]
                yield kind, name
            values = members.values()
        elif isinstance(node, list):
            values = cast("Iterable[Any]", node)
        for value in values:
            yield from self.references(value)

    @cached_property
    def received(self) -> set[str]:
        """Return the schemas that a response may hold, at any depth."""
        return self._reachable(
            content for operation in self.operations() for _, content in self.responses(operation)
        )

    @cached_property
    def sent(self) -> set[str]:
        """Return the schemas that a request may hold, at any depth."""
        return self._reachable(
            part
            for operation in self.operations()
            for part in (
                self.resolve(operation.details.get("requestBody", {})),
                operation.parameters,
            )
        )

    @cached_property
    def in_json(self) -> set[str]:
        """Return the schemas that JSON may hold, that of a response or in a form included."""
        forms = [self.schemas[name] for name in self.forms if name]
        bodies = [
            self.resolve(each.details.get("requestBody", {}))
            for each in self.operations()
            if not self.is_form(each)
        ]
        responses = [content for each in self.operations() for _, content in self.responses(each)]
        return self._reachable([*forms, *bodies, *responses])

    def _reachable(self, nodes: Iterable[Any]) -> set[str]:
        found: set[str] = set()
        waiting = list(nodes)
        while waiting:
            for kind, name in self.references(waiting.pop()):
                if kind == "schemas" and name not in found:
                    found.add(name)
                    waiting.append(self.schemas[name])
        return found

    @cached_property
    def response_bodies(self) -> set[str]:
        """Return the schemas that are the whole body of a successful response."""
        schemas = (
            content.get("application/json", {}).get("schema", {})
            for operation in self.operations()
            for status, content in self.responses(operation)
            if status.startswith("2")
        )
        return {ref_name(schema["$ref"]) for schema in schemas if "$ref" in schema}


def _is_deeper(document: object, depth: int) -> bool:
    """Return whether parts of a document are in each other more than `depth` times."""
    nodes: Iterable[Any] = [document]
    for _ in range(depth):
        nodes = {id(part): part for node in nodes for part in _inside(node)}.values()
    return bool(nodes)


def _inside(node: Any) -> Iterable[Any]:
    """Return the parts of a part of a document."""
    if isinstance(node, Mapping):
        return cast("Schema", node).values()
    return cast("Iterable[Any]", node) if isinstance(node, list) else ()


def _deepest(text: str) -> int:
    """Return the line of a YAML file in which the deepest part of it begins."""
    depth, found = 0, (0, 1)
    events: Any = YAML(typ="safe").parse(text)  # pyright: ignore[reportUnknownMemberType]  # no stubs
    for event in events:
        kind = type(event).__name__
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        found = max(found, (depth, -event.start_mark.line - 1))
    return abs(found[1])


def listed(value: str | list[str]) -> list[str]:
    """Return the texts of a keyword that may be one text or a list of them."""
    return [value] if isinstance(value, str) else value


def ref_name(reference: str) -> str:
    """Return the name of the component that a `$ref` points to."""
    return reference.rsplit("/", 1)[-1]


def is_binary(media: Schema) -> bool:
    """Return whether a media type is bytes as they are."""
    return bool(media.get("schema", {}).get("format") == "binary")


def has_example(node: Schema) -> bool:
    """Return whether a media type or a parameter has an example."""
    return "example" in node or bool(node.get("examples"))
