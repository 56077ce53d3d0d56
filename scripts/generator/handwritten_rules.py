"""The rules for what the spec names that is written by hand: it must exist."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .places import Broken, Place
from .schemas import snake_case

if TYPE_CHECKING:
    from .spec import Spec

__all__ = ["missing_names"]


def missing_names(spec: Spec, root: Path) -> Iterator[Broken]:
    """Yield each name in a spec that the module does not define in which it is looked for.

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
            yield from _missing(place, mixin, root, f"apertis/{package}/async_methods.py", 14)
        for status, content in spec.responses(operation):
            for media_type, media in content.items():
                if "x-stream-format" in media:
                    place = (*operation.place, "responses", status, "content", media_type)
                    module = f"apertis/{package}/stream_format.py"
                    yield from _missing(
                        (*place, "x-stream-format"), media["x-stream-format"], root, module, 15
                    )


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
