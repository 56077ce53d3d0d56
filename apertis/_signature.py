"""Gives a method the signature and the help that the spec has for its operation."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from ._options import RequestOptions

if TYPE_CHECKING:
    from apertis_client.operation import Operation

__all__ = ["documented"]

F = TypeVar("F", bound=Callable[..., Any])

_RAISES = """\
Raises:
    ApertisError: The call failed; the class says how, see `apertis` for the family.
    TypeError: An argument is unknown, missing or of the wrong type.
    ValueError: An argument has a value that cannot be sent."""


def documented(operation: ModuleType) -> Callable[[F], F]:
    """Return a decorator for the method that calls the operation of a generated module.

    What the operation takes follows from its `Params`, then what is written out in the method
    itself, then the options that any call has. Parameters of the path can be given by position.
    `inspect.signature` and `help` show all of it; a type checker sees the same through `Unpack`.
    """

    def decorate(method: F) -> F:
        written = inspect.signature(method)
        own = [
            p
            for p in written.parameters.values()
            if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)
        ]
        spec = [
            _parameter(name, annotation, operation.OPERATION)
            for name, annotation in operation.Params.__annotations__.items()
            if name not in {parameter.name for parameter in own}
        ]
        options = [
            _parameter(name, annotation)
            for name, annotation in RequestOptions.__annotations__.items()
        ]
        first = [p for p in own if p.kind is not p.KEYWORD_ONLY]
        last = [_readable(p) for p in own if p.kind is p.KEYWORD_ONLY]
        method.__signature__ = written.replace(  # type: ignore[attr-defined]
            parameters=[*map(_readable, first), *spec, *last, *options],
            return_annotation=_Code(written.return_annotation),
        )
        arguments = [_arguments(operation.Params), _arguments(RequestOptions)]
        method.__doc__ = "\n".join(
            (method.__doc__ or "", "", "Args:", *filter(None, arguments), "", _RAISES)
        )
        return method

    return decorate


class _Code(str):
    """An annotation that prints as it was written, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


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


def _arguments(params: type) -> str:
    """Return the entries under "Args:" of a docstring, indented."""
    _, _, entries = inspect.cleandoc(params.__doc__ or "").partition("Args:\n")
    return entries.rstrip()
