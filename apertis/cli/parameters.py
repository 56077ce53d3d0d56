"""The option ``-o NAME=VALUE``: any parameter of an operation, as the spec describes it."""

from __future__ import annotations

import json
import typing
from collections.abc import Collection, Iterator
from types import UnionType
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from .._core.checks import similar_name
from .._core.json_types import check_type
from .options import NameAndValue

if TYPE_CHECKING:
    from collections.abc import Callable

    from apertis_client._runtime.operation import Operation

__all__ = ["Parameter", "parameter_option"]


class Parameter(NameAndValue):
    """A parameter of an operation with its value, which is JSON, or text where that is allowed.

    Args:
        operation: The operation.
        method: The method of a client that calls it, whose annotations name the known values.
        others: The parameters that have arguments and options of their own.
    """

    def __init__(
        self, operation: Operation[Any], method: Callable[..., Any], others: Collection[str]
    ) -> None:
        self._types = operation.types
        self._method = method
        self._names = sorted(operation.parameters.difference(others))

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, Any]:
        name, decoded = super().convert(value, param, ctx)
        if name not in self._names:
            hint = similar_name(name, self._names, "")
            self.fail(f"there is no parameter {name!r} that can be set{hint}", param, ctx)
        types = self._types.get(name, frozenset())
        if str in types and type(decoded) not in types - {str}:
            return name, str(value).partition("=")[2]
        try:
            check_type(name, decoded, types)
        except TypeError as error:
            self.fail(str(error), param, ctx)
        return name, decoded

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        name, equals, begun = incomplete.partition("=")
        if not equals:
            return [CompletionItem(f"{n}=") for n in self._names if n.startswith(name)]
        known = self._known_values(name)
        return [CompletionItem(f"{name}={v}") for v in known if v.startswith(begun)]

    def _known_values(self, name: str) -> list[str]:
        hint = typing.get_type_hints(self._method).get(name)
        return sorted(set(_literals(hint)))


def _literals(hint: Any) -> Iterator[str]:
    """Yield the values that an annotation names, as JSON but for the quotation marks of text."""
    if hint is bool:
        yield from ("true", "false")
    elif typing.get_origin(hint) is typing.Literal:
        yield from (v if isinstance(v, str) else json.dumps(v) for v in typing.get_args(hint))
    elif typing.get_origin(hint) in (typing.Union, UnionType):
        for each in typing.get_args(hint):
            yield from _literals(each)


def parameter_option(
    operation: Operation[Any], method: Callable[..., Any], *others: str
) -> Callable[[Any], Any]:
    """Return the decorator that adds the option, which may be repeated, to a command."""
    return click.option(
        "-o",
        "--option",
        "params",
        type=Parameter(operation, method, others),
        multiple=True,
        help="A parameter of the API, such as max_tokens=100.",
    )
