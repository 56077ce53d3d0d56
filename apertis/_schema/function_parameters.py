"""The parameters of a function, as its signature and its docstring state them."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Mapping
from typing import Any, NoReturn, get_type_hints

from .._importing import importing
from .adapted_types import REQUIRED, Member, adapt_type

__all__ = ["read_docstring", "read_parameters"]


def read_parameters(
    function: Any, docs: Mapping[str, str], namespace: Mapping[str, Any]
) -> list[Member]:
    """Return the parameters of a function as the members of an object.

    Args:
        function: The function. Its annotations may be strings.
        docs: What its docstring says of them, by name.
        namespace: Where names are looked up that its module does not have.

    Raises:
        TypeError: a parameter is not one that a model can send; the message names it.
    """
    hints = _hints(function, namespace)
    members: list[Member] = []
    for parameter in inspect.signature(function).parameters.values():
        _check(function, parameter, hints)
        has_default = parameter.default is not parameter.empty
        members.append(
            Member(
                parameter.name,
                adapt_type(hints[parameter.name]),
                parameter.default if has_default else REQUIRED,
                docs.get(parameter.name),
            )
        )
    return members


def _hints(function: Any, namespace: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return get_type_hints(function, include_extras=True)
    except NameError:
        pass  # a class that is local to the function around this one
    try:
        return get_type_hints(function, localns=dict(namespace), include_extras=True)
    except NameError as error:
        raise TypeError(
            f"the annotations of {function.__name__}() cannot be read: {error}"
        ) from error


def _check(function: Any, parameter: inspect.Parameter, hints: Mapping[str, Any]) -> None:
    with importing:
        from pydantic.fields import FieldInfo

    def refuse(reason: str) -> NoReturn:
        raise TypeError(f"the parameter {parameter} of {function.__name__}() {reason}")

    if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
        refuse("takes any number of arguments; each parameter of a tool needs a name")
    if parameter.kind is parameter.POSITIONAL_ONLY:
        refuse("is positional-only; the model sends its arguments by name")
    if parameter.name not in hints:
        if parameter.name in ("self", "cls"):
            refuse(
                "belongs to a method; make the tool from the method of an object:"
                f" tool(instance.{function.__name__})"
            )
        refuse("has no annotation; it needs one, which tells the model what to send")
    if isinstance(parameter.default, FieldInfo):
        refuse("has a Field(...) for its default; write Annotated[type, Field(...)] = default")


def read_docstring(function: Any) -> tuple[str | None, dict[str, str]]:
    """Return the description in a docstring, None without one, and those of the parameters."""
    text = inspect.getdoc(function)
    if not text:
        return None, {}
    try:
        with importing:
            import docstring_parser
    except ImportError as error:
        raise ImportError(
            'tools need docstring-parser, which cannot be loaded: pip install "apertis[pydantic]"'
        ) from error
    parsed = docstring_parser.parse(f"\n{_indented(text)}")  # so that its first line is a title
    parameters = {
        name.strip().lstrip("*"): " ".join((param.description or "").split())
        for param in parsed.params
        for name in param.arg_name.split(",")  # numpy documents "x, y : int" at once
    }
    return (parsed.description or "").strip() or None, parameters


def _indented(text: str) -> str:
    """Return a docstring that begins with ``Args:`` with the indentation that `getdoc` removed."""
    title, _, rest = text.partition("\n")
    if title not in ("Args:", "Arguments:", "Parameters:", "Params:") or rest[:1].isspace():
        return text
    return f"{title}\n{textwrap.indent(rest, '    ')}"
