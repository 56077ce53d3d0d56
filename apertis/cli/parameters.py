"""The option ``-o NAME=VALUE``: any parameter of an operation, as the spec describes it."""

from __future__ import annotations

import json
import operator
import typing
from collections.abc import Callable, Collection, Iterator
from importlib import import_module
from types import UnionType
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from .._client import Apertis
from .._core.checks import similar_name
from .._core.json_types import check_type
from .options import NameAndValue

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

__all__ = ["Parameter", "known_values", "parameter_option"]


class Parameter(NameAndValue):
    """A parameter of an operation with its value, which is JSON, or text where that is allowed.

    Args:
        operation: The module of the operation in `apertis_client.api`, which is imported only when
            a value is given.
        others: The parameters that have arguments and options of their own.
    """

    def __init__(self, operation: str, others: Collection[str]) -> None:
        super().__init__()
        self._module = operation
        self._others = others

    @property
    def _names(self) -> list[str]:
        operation = _operation(self._module)
        return sorted((operation.parameters | operation.types.keys()).difference(self._others))

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, Any]:
        name, decoded = super().convert(value, param, ctx)
        if name not in self._names:
            hint = similar_name(name, self._names, "")
            self.fail(f"there is no parameter {name!r} that can be set{hint}", param, ctx)
        types = _operation(self._module).types.get(name, frozenset())
        if str in types and type(decoded) not in types - {str}:
            return name, str(value).partition("=")[2].strip()
        try:
            check_type(name, decoded, types)
            _check_range(name, decoded, *_operation(self._module).ranges.get(name, (None, None)))
        except (TypeError, ValueError) as error:
            self.fail(f"{value}: {error}", param, ctx)
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
        known = known_values(self._module, name)
        return [CompletionItem(f"{name}={v}") for v in known if v.startswith(begun)]


def _operation(module: str) -> Operation[Any]:
    return import_module(f"apertis_client.api.{module}").OPERATION  # type: ignore[no-any-return]


def _check_range(name: str, value: Any, low: float | None, high: float | None) -> None:
    if not isinstance(value, int | float) or (
        (low is None or value >= low) and (high is None or value <= high)
    ):
        return
    limits = [("at least", low), ("at most", high)]
    said = " and ".join(f"{words} {limit}" for words, limit in limits if limit is not None)
    raise ValueError(f"{name} must be {said}")


def known_values(module: str, name: str) -> list[str]:
    """Return the values that the spec knows for a parameter of an operation."""
    method = operator.attrgetter(_operation(module).method_path)(Apertis(api_key="none"))
    return sorted(set(_literals(typing.get_type_hints(method).get(name))))


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
    operation: str, *others: str, help: str = "A parameter of the API, such as max_tokens=100."
) -> Callable[[Any], Any]:
    """Return the decorator that adds the option, which may be repeated, to a command.

    See `Parameter` for the arguments.
    """
    return click.option(
        "-o",
        "--option",
        "params",
        type=Parameter(operation, others),
        multiple=True,
        help=help,
    )
