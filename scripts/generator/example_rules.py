"""The rule for examples: they are there, and each is valid by the schema beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match  # pyright: ignore[reportUnknownVariableType]

from .places import Broken, Place
from .spec import Operation, Schema, Spec, has_example, is_binary

__all__ = ["broken_examples"]

_MOST = 200  # characters that are shown of what is wrong
_EVENTS = "text/event-stream"


def broken_examples(spec: Spec, operation: Operation) -> Iterator[Broken]:
    """Yield each part of an operation whose example is missing or invalid."""
    for place, node in _nodes(spec, operation):
        if has_example(node):
            for at, example in _examples(place, node):
                yield from _invalid(spec, at, node, example)
        elif "in" not in node or node.get("required"):
            yield Broken(place, "lacks an example, which the tests of the operation need", 16)


def _nodes(spec: Spec, operation: Operation) -> Iterator[tuple[Place, Schema]]:
    """Yield the bodies and parameters of an operation."""
    for status, content in spec.responses(operation):
        for media_type, media in content.items():
            yield (*operation.place, "responses", status, "content", media_type), media
    body = spec.resolve(operation.details.get("requestBody", {})).get("content", {})
    for media_type, media in body.items():
        yield (*operation.place, "requestBody", "content", media_type), media
    yield from spec.parameters(operation)


def _examples(place: Place, node: Schema) -> Iterator[tuple[Place, Any]]:
    """Yield the examples of a body or a parameter; for an event stream, the data of its events."""
    named: Schema = node.get("examples") or {}
    found: list[tuple[Place, Any]] = [
        ((*place, "examples", name, "value"), named[name].get("value")) for name in named
    ]
    if "example" in node:
        found.append(((*place, "example"), node["example"]))
    for at, example in found:
        if place[-1] == _EVENTS and isinstance(example, list):
            events = cast("list[object]", example)
            yield from (((*at, number), event) for number, event in enumerate(events))
        else:
            yield at, example


def _invalid(spec: Spec, place: Place, node: Schema, example: Any) -> Iterator[Broken]:
    if is_binary(node) or "schema" not in node:
        return
    # So that references to components lead somewhere.
    schema = {**node["schema"], "components": spec.document.get("components", {})}
    validator: Any = Draft202012Validator(schema)
    error = cast("ValidationError | None", best_match(validator.iter_errors(example)))
    if error is not None:
        yield Broken((*place, *error.absolute_path), f"is not valid: {error.message[:_MOST]}", 16)
