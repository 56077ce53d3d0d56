"""Checks the rules at the top of openapi.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from .handwritten_rules import unfit_names
from .operation_rules import broken_operations
from .places import Broken, Place
from .schema_rules import broken_components
from .taken import ROOT
from .vocabulary import unreadable

if TYPE_CHECKING:
    from .spec import Spec

__all__ = ["broken_rules"]


def broken_rules(spec: Spec, root: Path = ROOT) -> list[Broken]:
    """Return each place where the spec breaks a rule.

    Args:
        spec: The spec.
        root: The folder with the packages, where handwritten code is that the spec names.

    Where a part of it cannot be read, or a reference leads nowhere, this is all that is said: the
    other rules follow references, and rely on the types of what they find.
    """
    found = [*unreadable(spec.document)] or [*_dangling(spec, (), spec.document)]
    found = found or [*broken_components(spec)] or [*broken_operations(spec)]
    return found or [*unfit_names(spec, root)]


def _dangling(spec: Spec, place: Place, node: Any) -> Iterator[Broken]:
    """Yield each reference to a component that does not exist."""
    if isinstance(node, list):
        for position, each in enumerate(cast("list[object]", node)):
            yield from _dangling(spec, (*place, position), each)
    for key, value in cast("Mapping[str, Any]", node).items() if isinstance(node, Mapping) else ():
        if key in ("example", "examples", "default") and place[-1:] != ("properties",):
            continue
        is_mapping = place[-2:] == ("discriminator", "mapping")
        if isinstance(value, str) and (key == "$ref" or is_mapping):
            kind, _, name = value.removeprefix("#/components/").partition("/")
            if name not in spec.document.get("components", {}).get(kind, {}):
                yield Broken((*place, key), f"there is no {name} in components/{kind}", 1)
        yield from _dangling(spec, (*place, key), value)
