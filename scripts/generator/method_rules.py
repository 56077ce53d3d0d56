"""The rules for operations that are methods: their names and what marks them."""

from __future__ import annotations

import keyword
import re
from collections import Counter
from collections.abc import Iterator

from .example_rules import broken_examples
from .places import Broken, Place
from .schemas import Schemas
from .spec import Operation, Schema, Spec, ref_name
from .taken import CLIENT

__all__ = ["broken_methods"]

ONCE = ("x-mixin", "x-job")  # in a resource
BATCHED = "x-batched"


def broken_methods(spec: Spec) -> Iterator[Broken]:
    """Yield what is wrong with the methods in a spec whose references lead somewhere."""
    methods: dict[str, str] = {}
    resources: dict[tuple[str, str], str] = {}
    marked: Counter[tuple[str, str]] = Counter()
    for operation in spec.operations():
        if "x-method" in operation.details:
            yield from _method(operation, methods)
            yield from _same_class(operation, resources)
            yield from broken_examples(spec, operation)
        for extension in sorted({*ONCE} & operation.details.keys()):
            place = (*operation.place, extension)
            if "x-method" not in operation.details:
                yield Broken(place, "belongs beside an x-method", 13)
                continue
            resource = operation.details["x-method"].rpartition(".")[0]
            marked[extension, resource] += 1
            if marked[extension, resource] > 1:
                yield Broken(place, f"{resource} has another {extension}", RULES[extension])
        if "x-job" in operation.details:
            yield from _job(spec, operation)
        yield from _batched(spec, operation)


RULES = {"x-mixin": 14, "x-job": 21}


def _method(operation: Operation, methods: dict[str, str]) -> Iterator[Broken]:
    place = (*operation.place, "x-method")
    method: str = operation.details["x-method"]
    parts = method.split(".")
    if len(parts) < 2 or not all(map(_is_attribute, parts)):
        yield Broken(place, "x-method must name a resource and a method: a.b", 13)
    if parts[0] in CLIENT:
        yield Broken(place, f"a client has something else called {parts[0]}", 13)
    for other, of in methods.items():
        if f"{method}.".startswith(f"{other}.") or f"{other}.".startswith(f"{method}."):
            yield Broken(place, f"{method} is taken by {other} of {of}", 13)
    methods[method] = operation.name


def _same_class(operation: Operation, resources: dict[tuple[str, str], str]) -> Iterator[Broken]:
    """Yield each resource whose class has the name of that of another one in its module."""
    *names, _ = operation.details["x-method"].split(".")
    for depth, name in enumerate(names, 1):
        path = ".".join(names[:depth])
        other = resources.setdefault((names[0], name.replace("_", "")), path)
        if other != path:
            text = f"the class of {path} would have the name of that of {other}"
            yield Broken((*operation.place, "x-method"), text, 13)


def _is_attribute(name: str) -> bool:
    is_free = name not in ("with_raw_response", "with_streaming_response", "wait")
    return bool(re.fullmatch("[a-z][a-z0-9_]*", name)) and not keyword.iskeyword(name) and is_free


def _job(spec: Spec, operation: Operation) -> Iterator[Broken]:
    """Yield what keeps a method from waiting for a job."""
    place = (*operation.place, "x-job")
    if operation.details["x-job"].keys() != {"done", "failed"}:
        yield Broken(place, "lists the states done and failed", 21)
    needed = [each["name"] for each in operation.parameters if each.get("required")]
    needed += ["a body"] if spec.request_schema(operation) else []
    if len(needed) != 1 or "a body" in needed:
        found = " and ".join(needed) or "nothing"
        yield Broken(place, f"a job is asked for by its id alone; {found} is required here", 21)
    both = {*operation.details["x-job"].get("done", ())} & {
        *operation.details["x-job"].get("failed", ())
    }
    if both:
        yield Broken(place, f"{' and '.join(sorted(both))} cannot be both done and failed", 21)
    status = _answer(spec, operation).get("properties", {}).get("status")
    if status is None or "str" not in Schemas(spec).json_types(status):
        yield Broken(place, "a job has a property status, which is text", 21)


def _batched(spec: Spec, operation: Operation) -> Iterator[Broken]:
    """Yield what keeps the entries of a request from being sent in several."""
    schemas = Schemas(spec)
    members = spec.body_members(operation)
    marked = [name for name, each in members.items() if each.get(BATCHED)]
    answer = _answer(spec, operation)
    items: Schema = answer.get("properties", {}).get(answer.get("x-iterates", ""), {})
    names = [
        ref_name(each["$ref"])
        for each in schemas.variants(items.get("items", {}))
        if "$ref" in each
    ]
    for name in marked:
        place: Place = (
            "components",
            "schemas",
            spec.request_schema(operation) or "",
            "properties",
            name,
            BATCHED,
        )
        if any(each["name"] == "batch_size" for each in operation.parameters):
            yield Broken(place, "makes an argument batch_size, which a parameter is already", 18)
        if len(marked) > 1:
            yield Broken(
                place, f"a request has one list of batches, not {' and '.join(marked)}", 18
            )
        if "list" not in schemas.json_types(members[name]):
            yield Broken(place, f"{name} is no list", 18)
        if not names or any(not _has_index(spec, each) for each in names):
            text = f"the response of {operation.name} has no x-iterates whose items have an index"
            yield Broken(place, text, 18)


def _has_index(spec: Spec, name: str) -> bool:
    index: Schema | None = spec.schemas[name].get("properties", {}).get("index")
    return index is not None and "int" in Schemas(spec).json_types(index)


def _answer(spec: Spec, operation: Operation) -> Schema:
    """Return the schema of the JSON of a successful response; empty where it has none."""
    for status, content in spec.responses(operation):
        reference: str = content.get("application/json", {}).get("schema", {}).get("$ref", "")
        if status.startswith("2") and reference:
            return spec.schemas.get(ref_name(reference), {})
    return {}
