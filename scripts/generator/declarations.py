"""The signatures and the docstrings of methods, as `help` shows them."""

from __future__ import annotations

import ast
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import OperationFacts, Parameter

__all__ = [
    "RAISES",
    "Declaration",
    "declared_parameters",
    "listed_parameters",
    "method_docstring",
    "signature",
    "typed_dict",
]


@dataclass(frozen=True)
class Declaration:
    """A signature as `help` shows it, with its docstring."""

    name: str
    parameters: str
    docstring: str


def typed_dict(node: ast.ClassDef) -> tuple[dict[str, str], str]:
    """Return the types of a `TypedDict` by name, and the entries of its docstring."""
    types = {
        each.target.id: ast.unparse(each.annotation)
        for each in node.body
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    }
    return types, (ast.get_docstring(node) or "").partition("Args:\n")[2]


def listed_parameters(operation: OperationFacts) -> list[Parameter]:
    """Return the parameters but for the one that asks for a stream."""
    flag = operation.stream_parameter
    return [each for each in operation.parameters if each.name != flag or each.place != "body"]


def declared_parameters(operation: OperationFacts, without: Container[str]) -> dict[str, str]:
    """Return the code of each parameter by its name, those of the path first."""
    listed = [each for each in listed_parameters(operation) if each.name not in without]
    in_path = {each.name: _parameter(each) for each in listed if each.place == "path"}
    others = {each.name: _parameter(each) for each in listed if each.place != "path"}
    flag = operation.stream_parameter
    streamed = {flag: f"{flag}: bool | None = None"} if flag else {}
    return {**in_path, "*": "*", **others, **streamed}


def _parameter(parameter: Parameter) -> str:
    if parameter.is_required:
        return f"{parameter.name}: {parameter.type}"
    return f"{parameter.name}: {parameter.optional_type} = None"


def signature(parameters: dict[str, str]) -> str:
    """Return the code of all parameters of a method."""
    return ", ".join(["self: Any", *parameters.values()])


def method_docstring(paragraphs: list[str], entries: list[str], raises: str) -> str:
    """Return the docstring of a function at the left margin, quotation marks left out."""
    lines = ["\n\n    ".join(filter(None, paragraphs)), "", "    Args:", *filter(None, entries)]
    lines += ["", "    Raises:", *filter(None, [raises]), RAISES, "    "]
    return "\n".join(lines)


RAISES = """\
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent."""
