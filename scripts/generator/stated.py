"""Writes `apertis/_errors/stated.py`, the classes of errors that a 2xx response states."""

from __future__ import annotations

import re
from pathlib import Path

from .render import ruff_fix
from .spec import SpecError

__all__ = ["write_stated_errors"]

# The first word of each name, the base class for where the error came from, and the docstring.
_KINDS = (
    ("Streamed", "APIStreamError", "An event of a stream"),
    ("Stated", "APIResponseValidationError", "A plain body"),
)
_HEADER = '''\
# Generated from tree.py: change that module, then run `make generate`.
# Never edit this file.
"""The errors that are stated in the body of a 2xx response, with the status that they stand for.

Each has two base classes: one for where it came from, a stream or a plain body, and one for the
status.
"""

from __future__ import annotations

from typing import TypeVar

from . import tree

__all__ = ["stated_class"]

E = TypeVar("E", bound=tree.APIResponseError)
'''
_CLASS = '''

class {prefix}{name}(tree.{kind}, tree.{name}):
    """{place} states {status}."""
'''
_FOOTER = '''

def stated_class(kind: type[E], status: int) -> type[E]:
    """Return the class that is both `kind` and the class of a status."""
    bases = (kind, tree.status_class(status))
    return next(cls for cls in kind.__subclasses__() if cls.__bases__ == bases)
'''


def write_stated_errors(package: Path, output: Path) -> None:
    """Write `_errors/stated.py` to `output`: for each kind a class for each status of `tree.py`.

    Raises:
        SpecError: `tree.py` has no statuses where they are looked for.
    """
    text = (package / "_errors" / "tree.py").read_text("utf-8")
    found = re.findall(r"(?m)^    (\d{3}): (\w+Error),$", text)
    if not found:
        raise SpecError("apertis/_errors/tree.py: no line says which status has which class")
    statuses = [
        ("APIStatusError", "another status"),
        *((name, f"status {status}") for status, name in found),
        ("InternalServerError", "status 500 or above"),
    ]
    classes = [
        _CLASS.format(prefix=prefix, name=name, kind=kind, place=place, status=status)
        for prefix, kind, place in _KINDS
        for name, status in statuses
    ]
    folder = output / "_errors"
    folder.mkdir()
    code = "".join([_HEADER, *classes, _FOOTER])
    (folder / "stated.py").write_text(code, encoding="utf-8")
    ruff_fix(folder)
