"""The methods of resources that call operations: their signatures, and what they pass on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .answers import Overload, option_class

if TYPE_CHECKING:
    from .declarations import Declaration
    from .facts import OperationFacts, Parameter
    from .kinds import Kind

__all__ = ["ResourceMethod", "class_name"]


def class_name(name: str) -> str:
    """Return the name of the class of something that is in snake case."""
    return "".join(part.capitalize() for part in name.split("_"))


@dataclass(frozen=True)
class ResourceMethod:
    """A method that calls an operation."""

    name: str
    operation: OperationFacts
    declaration: Declaration

    @property
    def constant(self) -> str:
        """The name of the constant that describes the method to its base class."""
        return self.operation.name.upper()

    @property
    def params(self) -> str:
        """The name of the `TypedDict` of everything that the method takes."""
        return f"{class_name(self.operation.name)}Params"

    @property
    def params_bases(self) -> str:
        """The base classes of that: all that the operation takes but what overloads spell out."""
        return self._bases("Params", "PathParams" if self.in_path else "")

    @property
    def others_bases(self) -> str:
        """Those of the same without the parameters of the path."""
        return self._bases("Others", "")

    def _bases(self, whole: str, *parts: str) -> str:
        names = [whole]
        if self.operation.text_choice:
            spelled = self.operation.text_choice.parameter
            apart = [p.name for p in self.operation.parameters if p.is_apart and p.name != spelled]
            names = [*filter(None, parts), "Needed", "Options", *map(option_class, apart)]
        return ", ".join([*(f"{self.operation.name}.{name}" for name in names), "RequestOptions"])

    @property
    def in_path(self) -> list[Parameter]:
        """The parameters that can be given by position."""
        return [each for each in self.operation.parameters if each.place == "path"]

    def overloads(self, kind: Kind) -> list[Overload]:
        """Return the signatures for one class of the resource."""
        heads = [("", self.params)]
        if self.in_path:
            by_position = "".join(f"{each.name}: {each.type}, " for each in self.in_path)
            heads.insert(0, (f"{by_position}/, ", self.params.removesuffix("Params") + "Others"))
        spelled = list(self._spelled(kind))
        if not self.in_path and len(spelled) == 1:
            # `Never`: what is given by position all the same gets our message, not Python's.
            heads = [("*path: Never, ", self.params)]
        return [
            Overload(f"{head}{each.parameters}**params: Unpack[{params}]", each.returns)
            for head, params in heads
            for each in spelled
        ]

    def _spelled(self, kind: Kind) -> Iterator[Overload]:
        """Yield what is given by name that decides what is returned, and the type of that."""
        result, streamed, either = kind.results(self.operation, self._text)
        flag, choice = self.operation.stream_parameter, self.operation.text_choice
        any_choice = ""
        if choice is None:
            answers = [("", result)]
        else:
            values = next(p for p in self.operation.parameters if p.name == choice.parameter)
            others = f"Literal{choice.others} | None" if choice.others else "None"
            any_choice = f"{choice.parameter}: {values.optional_type}"
            answers = [
                (f"{choice.parameter}: Literal{choice.texts}, ", kind.result.format("str")),
                (f"{choice.parameter}: {others} = None, ", kind.results(self.operation)[0]),
                (f"{any_choice}, ", result),
            ]
            any_choice = f"{any_choice} = None, "
        plain = f"{flag}: Literal[False] | None = None, " if flag else ""
        for parameters, returns in answers:
            named = f"{parameters}{plain}"
            yield Overload(f"*, {named}" if named else "", returns)
        if flag:
            yield Overload(f"*, {any_choice}{flag}: Literal[True], ", streamed)
            yield Overload(f"*, {any_choice}{flag}: bool | None, ", either)

    @property
    def _text(self) -> str:
        return "str" if self.operation.text_choice else ""

    def shown_result(self, kind: Kind) -> str:
        """Return the type of the result as `help` shows it."""
        result, _, either = kind.results(self.operation, self._text)
        return either if self.operation.event else result

    @property
    def implementation(self) -> str:
        """The parameters of the method as it is written, where it has overloads."""
        choice, flag = self.operation.text_choice, self.operation.stream_parameter
        spelled = f"{choice.parameter}: Any = None, " if choice else ""
        spelled += f"{flag}: bool | None = None, " if flag else ""
        return f"*path: Any, {spelled}**params: Any"

    @property
    def passed(self) -> str:
        """What the method hands to its base class."""
        flag = self.operation.stream_parameter
        streamed = f", stream={flag}" if flag else ""
        params = "params"
        if self.operation.text_choice:
            name = self.operation.text_choice.parameter
            params = f'{{**params, "{name}": {name}}}'
        return f"{self.constant}, {params}, path{streamed}"
