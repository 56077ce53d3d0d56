"""Gives a method the signature and the help that the spec has for its operation."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from .options import RequestOptions

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

__all__ = ["documented"]

F = TypeVar("F", bound=Callable[..., Any])

_RAISES = """\
    ApertisError: The call failed; the class says how, see `apertis` for the family.
    TypeError: An argument is unknown, missing or of the wrong type.
    ValueError: An argument has a value that cannot be sent."""

_ENTRY = re.compile(r"^    (\**\w+):.*\n(?:     .*\n)*", re.MULTILINE)


def documented(
    operation: ModuleType, *, like: Callable[..., Any] | None = None
) -> Callable[[F], F]:
    """Return a decorator for a method that calls the operation of a generated module.

    What the operation takes follows from its `Params`, then what is written out in the method
    itself, then the options that any call has. Parameters of the path can be given by position.
    `inspect.signature` and `help` show all of it; a type checker sees the same through `Unpack`.
    A method that is the same in the other world has the help of the one that it is `like`.
    """

    def decorate(method: F) -> F:
        written = inspect.signature(method)
        variable = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
        own = [p for p in written.parameters.values() if p.kind not in variable]
        names = {parameter.name for parameter in own}
        annotations = operation.Params.__annotations__
        # Its classes come one after the other; its docstring has the order of the spec.
        in_order = _entries(_arguments(operation.Params))
        spec = [
            _parameter(name, annotations[name], operation.OPERATION)
            for name in in_order
            if name in annotations and name not in names
        ]
        options = [
            _parameter(name, annotation)
            for name, annotation in RequestOptions.__annotations__.items()
        ]
        first = [p for p in own if p.kind is not p.KEYWORD_ONLY]
        last = [_readable(p) for p in own if p.kind is p.KEYWORD_ONLY]
        parameters = [*map(_readable, first), *spec, *last, *options]
        method.__signature__ = written.replace(  # type: ignore[attr-defined]
            parameters=parameters, return_annotation=_Code(written.return_annotation)
        )
        if like is None:
            method.__doc__ = _help(method, operation, [parameter.name for parameter in parameters])
        else:
            method.__doc__ = like.__doc__
        return method

    return decorate


def _help(method: Callable[..., Any], operation: ModuleType, names: list[str]) -> str:
    """Return the docstring of a method, with an entry for each parameter that has one."""
    text, _, rest = inspect.cleandoc(method.__doc__ or "").partition("Args:\n")
    own, _, raises = rest.partition("Raises:\n")
    if not rest:
        text, _, raises = text.partition("Raises:\n")
    entries = {
        **_entries(_arguments(operation.Params)),
        **_entries(_arguments(RequestOptions)),
        **_entries(own + "\n"),
    }
    known = [entries[name] for name in names if name in entries]
    sections = [text.rstrip(), "", "Args:", *known, "", "Raises:", *raises.splitlines(), _RAISES]
    return "\n".join(sections)


class _Code(str):
    """An annotation that prints as it was written, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


# Each method of an operation asks for the same parameters and the same entries.
@functools.cache
def _parameter(
    name: str, annotation: Any, operation: Operation[Any] | None = None
) -> inspect.Parameter:
    is_required = operation is not None and name in operation.required
    in_path = operation is not None and name in operation.path_parameters
    return inspect.Parameter(
        name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD if in_path else inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if is_required else None,
        annotation=_Code(_unqualified(getattr(annotation, "__forward_arg__", str(annotation)))),
    )


def _unqualified(annotation: str) -> str:
    for qualifier in ("Required[", "NotRequired["):
        if annotation.startswith(qualifier):
            return " ".join(annotation[len(qualifier) : -1].split())
    return annotation


def _readable(parameter: inspect.Parameter) -> inspect.Parameter:
    if parameter.annotation is inspect.Parameter.empty:
        return parameter
    return parameter.replace(annotation=_Code(parameter.annotation))


@functools.cache
def _entries(source: str) -> Mapping[str, str]:
    """Return the entry of each argument in the text of `_arguments`, by its name."""
    return {entry[1]: entry[0].rstrip() for entry in _ENTRY.finditer(source)}


@functools.cache
def _arguments(params: type) -> str:
    """Return the entries under "Args:" of a docstring, indented."""
    _, _, entries = inspect.cleandoc(params.__doc__ or "").partition("Args:\n")
    return entries + "\n"
