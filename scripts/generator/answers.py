"""The methods of a resource whose answers are parsed: `parse`, `stream` and `run_tools`.

A handwritten class has what they do, as `_parse`, `_stream` and `_run_tools`, with the types that
they return, in which ``[Any]`` stands for the type of `response_format`. What they take is the same
for every API: all that the operation takes, and what is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .facts import OperationFacts

__all__ = ["ANSWER_METHODS", "AnswerMethod", "Overload", "Takes", "option_class", "params_classes"]


class Overload(NamedTuple):
    """A signature of a method, as type checkers see it."""

    parameters: str
    returns: str


class Takes(NamedTuple):
    """What a method takes beside the parameters of the operation, and says of that.

    Attributes:
        parameters: The code of each parameter by its name.
        entries: Their descriptions, as a docstring has them.
        about: What is to be known beside the docstring of the handwritten method.
    """

    parameters: dict[str, str]
    entries: str
    about: str = ""


_FORMAT = {"response_format": "response_format: Any = None"}
ANSWER_METHODS = {
    "parse": Takes(
        _FORMAT,
        """\
    response_format: A pydantic model, a dataclass, an attrs class, a `TypedDict`, or any
        other type that a strict schema can express, such as ``list[Item]``.""",
    ),
    "stream": Takes(
        _FORMAT,
        """\
    response_format: What the text is parsed into, as for `parse`; events then have what it
        says so far.""",
    ),
    "run_tools": Takes(
        {
            "tools": "tools: Sequence[Tool[..., Any] | Callable[..., Any]]",
            **_FORMAT,
            "max_turns": "max_turns: int = 10",
            "stream": "stream: bool | None = None",
        },
        """\
    tools: Functions with annotations, as they are or made by `tool`.
    response_format: What the text of the last answer is parsed into, as for `parse`.
    max_turns: How many answers there may be, the last one included; 1 or more.
    stream: Give each turn as it is written.""",
        """\
Arguments that do not fit a tool, and what a tool raises, are reported to the model. A
`tool_choice` that forces a call counts for the first turn only; the options of a call,
such as `deadline`, count for each turn. Needs ``apertis[pydantic]``.""",
    ),
}


@dataclass(frozen=True)
class AnswerMethod:
    """One of these methods, of one class of a resource."""

    name: str
    returns: str
    """The type of its result, for a `response_format` of any type."""
    shown: str
    """The same as `help` shows it."""
    params: str
    """The `TypedDict` of all that it takes but `response_format` and `stream`."""
    is_coroutine: bool

    def overloads(self) -> Iterator[Overload]:
        """Yield the signatures: for each kind of format, with and without a stream of its own."""
        params = f"**params: Unpack[{self.params}]"
        for format_, parsed in _FORMATS.items():
            returns = self.returns.replace("[Any", f"[{parsed}")
            whole, _, rest = returns.partition(" | ")
            if not rest:  # the same with and without a stream
                yield Overload(f"*, {format_}, {params}", returns)
                continue
            streamed = f"{whole.rpartition(', ')[0]}, {rest}"
            yield Overload(
                f"*, {format_}, stream: Literal[False] | None = None, {params}", f"{whole}]"
            )
            yield Overload(f"*, {format_}, stream: Literal[True], {params}", streamed)
        if " | " in self.returns:
            either = f"*, response_format: Any = None, stream: bool | None, {params}"
            yield Overload(either, f"{self.returns.partition(',')[0]}, Any]")


# By the annotation, what the text is parsed into.
_FORMATS = {
    "response_format: TypeForm[T]": "T",
    "response_format: ResponseFormat | None = None": "None",
    "response_format: Any": "Any",
}


def option_class(parameter: str) -> str:
    """Return the name of the class of an optional parameter that stands apart (``x-apart``)."""
    return f"{''.join(word.capitalize() for word in parameter.split('_'))}Option"


def params_classes(operation: OperationFacts, prefix: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the name, the bases and the members of each `TypedDict` of what the methods take."""
    ours = {"response_format", "tools"}
    apart = [p.name for p in operation.parameters if p.is_apart and p.name not in ours]
    options = map(option_class, apart)
    bases = [f"{operation.name}.{each}" for each in ("Needed", "Options", *options)]
    yield f"{prefix}OtherParams", ", ".join([*bases, "RequestOptions"]), []
    tools = next(p.type for p in operation.parameters if p.name == "tools")
    any_tool = tools.replace("Sequence[", "Sequence[FunctionTool | Callable[..., Any] | ", 1)
    yield f"{prefix}ParseParams", f"{prefix}OtherParams", [f"tools: NotRequired[{any_tool} | None]"]
    runnable = ANSWER_METHODS["run_tools"].parameters["tools"]
    yield f"{prefix}RunParams", f"{prefix}OtherParams", [runnable, "max_turns: NotRequired[int]"]
