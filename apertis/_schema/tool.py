"""Tools made of functions, or of models whose members are the arguments.

A tool is a `FunctionTool` of the API and is sent as one; it also reads the arguments that a model
sends for it, and calls the function.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from types import FrameType, MethodType
from typing import TYPE_CHECKING, Any, Final, Generic, ParamSpec, Self, TypeVar, cast, overload

from apertis_client.models.function_definition import FunctionDefinition
from apertis_client.models.function_tool import FunctionTool, FunctionToolDict

from .._importing import require_pydantic
from .adapted_types import REQUIRED, make_model
from .compile import compile_type
from .function_parameters import read_docstring, read_parameters
from .response_format import ResponseFormat

__all__ = ["ModelTool", "ParsingTool", "Tool", "pydantic_function_tool", "tool"]

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M")
M_co = TypeVar("M_co", covariant=True)
F_co = TypeVar("F_co", covariant=True)

_OF_THE_FUNCTION: Final = frozenset({"__doc__", "__module__", "__qualname__"})


class ParsingTool(FunctionTool):
    """A tool that can read the arguments that a model sends for it.

    Two of them are equal only if they are the same object, since not all of their state is sent.
    """

    __slots__ = ()

    def __init__(self, name: str, description: str | None, parameters: dict[str, Any]) -> None:
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name):
            raise ValueError(
                "the name of a tool has 1 to 64 letters, digits, underscores and hyphens;"
                f" it is {name!r}. Give another one with name=..."
            )
        definition = FunctionDefinition(
            name=name, description=description or None, parameters=parameters, strict=True
        )
        super().__init__(function=definition)

    @property
    def name(self) -> str:
        """Name by which the model calls the tool."""
        return cast("FunctionDefinition", self.function).name

    @property
    def definition(self) -> FunctionToolDict:
        """The tool as plain JSON, as chat completions take it."""
        return cast("FunctionToolDict", self.to_dict())

    def parse_arguments(self, text: str) -> Any:
        """Return the arguments in the JSON `text`; raises `ValueError`."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:  # type: ignore[override]  # as no other JSON object
        return id(self)

    def __copy__(self) -> Self:
        return self  # as a function is its own copy

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self


class Tool(ParsingTool, Generic[P, R]):
    """A function that the model may call; made by `tool`. Called, it is that function."""

    # In slots, since all that is in `__dict__` is sent. `Tool[...](...)` sets `__orig_class__`.
    __slots__ = ("__orig_class__", "_defaults", "_function", "_parse")

    _defaults: Mapping[str, Any]
    _function: Callable[P, R]
    _parse: Callable[[str], dict[str, Any]]

    def __init__(
        self,
        function: Callable[P, R],
        *,
        name: str | None = None,
        description: str | None = None,
        namespace: Mapping[str, Any] | None = None,
    ) -> None:
        require_pydantic()
        self._function = function = _check_function(function)
        said, docs = read_docstring(function)
        members = read_parameters(function, docs, namespace or {})
        self._defaults = {m.name: m.default for m in members if m.default is not REQUIRED}
        name = name or function.__name__
        model = make_model(
            name, members, module=function.__module__, config={"extra": "forbid"}, build=dict
        )
        self._parse, schema = compile_type(model, name)
        super().__init__(name, said if description is None else description, schema)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the function directly."""
        return self._function(*args, **kwargs)

    if not TYPE_CHECKING:  # a type checker would assume that a tool has every attribute

        def __getattribute__(self, name: str) -> Any:
            # Python would find these attributes on the class first.
            if name in _OF_THE_FUNCTION:
                return getattr(self._function, name)
            return super().__getattribute__(name)

    def __reduce__(self) -> str:
        return cast("Any", self._function).__qualname__  # type: ignore[no-any-return]

    @property
    def is_async(self) -> bool:
        """Whether the function is declared with ``async def``; `run` then returns an awaitable."""
        return inspect.iscoroutinefunction(self._function)

    @property
    def __name__(self) -> str:
        """Name of the function."""
        return self._function.__name__

    @property
    def __wrapped__(self) -> Callable[P, R]:
        """The function, which `inspect.signature` and `inspect.unwrap` find here."""
        return self._function

    def parse_arguments(self, text: str) -> dict[str, Any]:
        """Return the arguments in the JSON `text` by the name of the parameter, all of them.

        Values are converted to what the parameters are annotated with; a parameter that is missing
        has its default. An empty text stands for no arguments.

        Raises:
            ValueError: the text is not JSON, or does not fit the parameters.
        """
        return {**self._defaults, **self._parse(text if text.strip() else "{}")}

    def run(self, text: str) -> R:
        """Call the function with the arguments in the JSON `text`; raises what either raises."""
        function = cast("Callable[..., R]", self._function)
        return function(**self.parse_arguments(text))

    def __repr__(self) -> str:
        parameters = ", ".join(inspect.signature(self._function).parameters)
        return f"Tool({self.name}({parameters}))"


if TYPE_CHECKING:

    class DecoratedTool(Tool[..., Any], Generic[F_co]):
        """What `tool` returns, to a type checker.

        mypy infers `object` for a list of tools with different parameters, unless they are
        covariant in the function.
        """

        __call__: F_co  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]


class ModelTool(ParsingTool, Generic[M_co]):
    """A model whose members are the arguments of a tool; made by `pydantic_function_tool`."""

    __slots__ = ("__orig_class__", "_format")

    _format: ResponseFormat[M_co]

    def __init__(
        self, model: type[M_co], *, name: str | None = None, description: str | None = None
    ) -> None:
        self._format = ResponseFormat.of(model, "model")
        if self._format.is_wrapped:
            raise TypeError(f"a tool needs a class with members, not {self._format.type_name}")
        schema = self._format.param["json_schema"]
        super().__init__(
            name or self._format.name,
            schema.get("description") if description is None else description,
            schema["schema"],
        )

    def parse_arguments(self, text: str) -> M_co:
        """Return the arguments in the JSON `text` as an instance of the model.

        An empty text stands for no arguments.

        Raises:
            ValueError: the text is not JSON, or does not fit the model.
        """
        return self._format.parse(text if text.strip() else "{}")

    def __repr__(self) -> str:
        return f"ModelTool({self.name}: {self._format.type_name})"


@overload
def tool(
    function: Callable[P, R], /, *, name: str | None = None, description: str | None = None
) -> DecoratedTool[Callable[P, R]]: ...
@overload
def tool(
    *, name: str | None = None, description: str | None = None
) -> Callable[[Callable[P, R]], DecoratedTool[Callable[P, R]]]: ...
def tool(  # noqa: D417  the prose names them
    function: Callable[P, R] | None = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
) -> Any:
    """Make a function with annotations a tool that the model may call.

        @tool
        def get_weather(city: str, days: int = 3) -> str:
            '''Get the forecast for a city.

            Args:
                city: The city, without its country.
                days: How many days to look ahead.
            '''

    Name and description are those of the function and of its docstring (Google, numpy or Sphinx
    style), unless given. ``Annotated[int, Field(description=...)]`` of pydantic wins over the
    docstring. The schema is strict: the model has to send every parameter; if one with a default is
    missing all the same, it has its default. Take a method from its object:
    ``tool(calendar.add_event)``.

    Raises:
        TypeError: it is not a function, or a strict schema cannot express its parameters; the
            message names the parameter.
        ValueError: the API does not take the name.
        ImportError: pydantic or docstring-parser is not installed.
    """  # noqa: D214  the section in it is the example's
    # Annotations may name a class that is local to the caller.
    caller = inspect.currentframe()
    namespace = _copy_locals(caller.f_back if caller else None)

    def decorate(function: Callable[P, R]) -> Tool[P, R]:
        return Tool(function, name=name, description=description, namespace=namespace)

    return decorate if function is None else decorate(function)


def pydantic_function_tool(
    model: type[M], *, name: str | None = None, description: str | None = None
) -> ModelTool[M]:
    """Make a tool of a model: its members are the parameters.

    `model` is a pydantic model, a dataclass, an attrs class or a `TypedDict`. Name and description
    are those of the class and of its docstring, unless given.

    Raises:
        TypeError: it is not such a class, or a strict schema cannot express it.
        ValueError: the API does not take the name.
        ImportError: pydantic is not installed.
    """
    return ModelTool(model, name=name, description=description)


def _check_function(function: Any) -> Any:
    """Return the plain function of what a tool is to be made of; raises `TypeError`."""
    if isinstance(function, staticmethod):
        function = cast("staticmethod[..., Any]", function).__func__
    if not inspect.isfunction(function) and not isinstance(function, MethodType):
        shown, hint = type(function).__name__, ""
        if isinstance(function, type):
            shown = f"the class {function.__name__}"
            hint = f"; for its members as arguments, pydantic_function_tool({function.__name__})"
        raise TypeError(f"a tool is made from a function, not from {shown}{hint}")
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise TypeError(f"{function.__name__}() yields; a tool has to return its result")
    return function


def _copy_locals(frame: FrameType | None) -> dict[str, Any]:
    # A copy, since the frame would keep everything in it alive.
    is_function = frame is not None and frame.f_locals is not frame.f_globals
    return dict(frame.f_locals) if frame is not None and is_function else {}
