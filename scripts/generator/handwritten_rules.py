"""The rules for what the spec names that is written by hand: it must exist, and fit."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .answers import ANSWER_METHODS
from .places import Broken, Place
from .schemas import Schemas, snake_case

if TYPE_CHECKING:
    from .spec import Operation, Spec

__all__ = ["unfit_names"]


def unfit_names(spec: Spec, root: Path) -> Iterator[Broken]:
    """Yield each name in a spec of what does not exist where it is looked for, or does not fit.

    Args:
        spec: The spec.
        root: The folder with both packages.
    """
    for name, schema in spec.schemas.items():
        if "x-methods" in schema:
            place: Place = ("components", "schemas", name, "x-methods")
            module = f"apertis_client/_runtime/{snake_case(schema['x-methods'])}.py"
            yield from _missing(place, schema["x-methods"], root, module, 17)
    for operation in spec.operations():
        package = operation.details.get("x-method", "").split(".")[0]
        if "x-mixin" in operation.details:
            place = (*operation.place, "x-mixin")
            mixin = f"Async{operation.details['x-mixin']}"
            module = f"apertis/{package}/async_methods.py"
            yield from _missing(place, mixin, root, module, 14)
            yield from _not_parsed(spec, operation, mixin, root / module)
        for status, content in spec.responses(operation):
            for media_type, media in content.items():
                if "x-stream-format" in media:
                    place = (*operation.place, "responses", status, "content", media_type)
                    module = f"apertis/{package}/stream_format.py"
                    yield from _missing(
                        (*place, "x-stream-format"), media["x-stream-format"], root, module, 15
                    )


def _not_parsed(spec: Spec, operation: Operation, mixin: str, file: Path) -> Iterator[Broken]:
    """Yield what an operation lacks for the methods that parse its answers."""
    tree = ast.parse(file.read_text("utf-8")) if file.exists() else ast.Module([], [])
    written = [
        name
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == mixin
        for each in node.body
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))
        for name in ANSWER_METHODS
        if each.name == f"_{name}"
    ]
    members = spec.body_members(operation)
    tools, format_ = members.get("tools", {}), members.get("response_format")
    streamed = [
        media.get("x-streamed-by")
        for _, content in spec.responses(operation)
        for media in content.values()
    ]
    needs = {
        "the last name of x-method is create": operation.details["x-method"].endswith(".create"),
        "a stream is asked for by stream": "stream" in streamed,
        "the body has a list called tools": "list" in Schemas(spec).json_types(tools),
        "its property tools is x-apart": tools.get("x-apart", False),
        "its property response_format is x-apart": format_ is None or format_.get("x-apart", False),
    }
    lacking = [need for need, is_met in needs.items() if not is_met] if written else []
    for need in lacking[:1]:
        text = f"{mixin} has _{written[0]}, which needs that {need}"
        yield Broken((*operation.place, "x-mixin"), text, 14)


def _missing(place: Place, name: str, root: Path, module: str, rule: int) -> Iterator[Broken]:
    file = root / module
    if not file.exists() or name not in _defined(ast.parse(file.read_text("utf-8"))):
        yield Broken(place, f"{name} is not defined in {module}", rule)


def _defined(tree: ast.Module) -> set[str]:
    """Return the names that a module defines."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found.add(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets += [node.target] if isinstance(node, ast.AnnAssign) else []
        found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found
