"""An extension of griffe: methods whose signatures are declared at run time are shown with these.

`apertis/_declared.py` says why they are.
"""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import griffe


class Declared(griffe.Extension):
    """Reads parameters and docstrings as `help` does, where code alone does not have them."""

    def on_function(self, *, func: griffe.Function, **_: Any) -> None:
        """Replace what was read from the code of a declared method."""
        declared = _declared(func)
        if declared is None:
            return
        signature = inspect.signature(declared)
        func.overloads = None
        func.returns = str(signature.return_annotation)
        func.parameters = griffe.Parameters(
            *(
                griffe.Parameter(
                    each.name,
                    annotation=None if each.annotation is each.empty else str(each.annotation),
                    kind=griffe.ParameterKind(each.kind.description),
                    default=None if each.default is each.empty else repr(each.default),
                )
                for each in signature.parameters.values()
            )
        )
        text = inspect.getdoc(declared) or ""
        func.docstring = griffe.Docstring(text, parent=func, parser="google")


def _declared(func: griffe.Function) -> Any:
    """Return the function itself, if its signature is declared; None where it is as written."""
    if func.parent is None or not func.path.startswith("apertis.") or not func.parent.is_class:
        return None
    owner = getattr(importlib.import_module(func.module.path), func.parent.name, None)
    method = getattr(owner, func.name, None)
    return method if hasattr(method, "__wrapped__") else None
