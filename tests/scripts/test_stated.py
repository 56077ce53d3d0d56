"""`scripts/generator/stated.py`: the errors that a 2xx response states."""

from __future__ import annotations

from pathlib import Path

import pytest
from generator.spec import SpecError
from generator.stated import write_stated_errors


def write_tree(package: Path, text: str) -> None:
    (package / "_errors").mkdir(parents=True)
    (package / "_errors" / "tree.py").write_text(text, encoding="utf-8")


def test_each_status_has_a_class_for_each_kind(tmp_path: Path) -> None:
    """A status that `tree.py` gets is a class in a stream and in a plain body."""
    write_tree(tmp_path / "package", "{\n    418: TeapotError,\n}\n")
    (tmp_path / "output").mkdir()
    write_stated_errors(tmp_path / "package", tmp_path / "output")
    made = (tmp_path / "output" / "_errors" / "stated.py").read_text("utf-8")

    for line in (
        "class StreamedTeapotError(tree.APIStreamError, tree.TeapotError):",
        "class StatedTeapotError(tree.APIResponseValidationError, tree.TeapotError):",
        '"""A plain body states status 418."""',
        "class StatedInternalServerError(",
        "class StreamedAPIStatusError(",
    ):
        assert line in made


def test_statuses_that_are_not_found(tmp_path: Path) -> None:
    """A tree without statuses is an error, not a module without classes."""
    write_tree(tmp_path / "package", "")

    with pytest.raises(SpecError, match="no line says which status"):
        write_stated_errors(tmp_path / "package", tmp_path / "output")
