"""Tools made of functions and models, and what is told to the model that calls them.

A tool is sent as it is: it is the `FunctionTool` of the API. What reads its arguments and calls
the function stays on this side.
"""

from __future__ import annotations

import inspect
import json
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from types import FrameType, MethodType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    NoReturn,
    ParamSpec,
    Self,
    TypeVar,
    cast,
    get_type_hints,
    overload,
)

import attrs

from apertis_client._runtime.json_object import JSONObject
from apertis_client.models.function_definition import FunctionDefinition
from apertis_client.models.function_tool import FunctionTool

from .adapted_types import REQUIRED, Member, adapted, model_of
from .response_format import ResponseFormat, compiled, require_pydantic, valid_name

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = [
    "ModelTool",
    "ParsingTool",
    "Tool",
    "UnknownToolError",
    "error_content",
    "pydantic_function_tool",
    "result_content",
    "tool",
]

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M")
M_co = TypeVar("M_co", covariant=True)
F_co = TypeVar("F_co", covariant=True)

_OF_THE_FUNCTION: Final = frozenset({"__doc__", "__module__", "__qualname__"})


class ParsingTool(FunctionTool):
    """A tool that can read the arguments that a model sends for it.

    Two of them are equal only where they are the same: there is more to them than is sent.
    """

    __slots__ = ()

    def __init__(self, name: str, description: str | None, parameters: dict[str, Any]) -> None:
        if not valid_name(name):
            raise ValueError(
                "the name of a tool has 1 to 64 letters, digits, underscores and hyphens;"
                f" it is {name!r}. Another one is given with name=..."
            )
        definition = FunctionDefinition(
            name=name, description=description or None, parameters=parameters, strict=True
        )
        super().__init__(function=definition)

    @property
    def name(self) -> str:
        """Name by which the model calls the tool."""
        return cast("FunctionDefinition", self.function).name

    def parse_arguments(self, text: str) -> Any:
        """Return the arguments in the JSON `text`; raises `ValueError`."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:  # type: ignore[override]  # other objects of JSON have none
        return id(self)

    def __copy__(self) -> Self:
        return self  # as a function is its own copy

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self


class Tool(ParsingTool, Generic[P, R]):
    """A function that the model may call; made by `tool`. Called, it is that function."""

    # In slots, so that `__dict__` holds what is sent and nothing of ours.
    # `Tool[...](...)` sets the first one.
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
        self._function = function = _checked(function)
        docs = _Docs(function)
        members = _members(function, docs, namespace or {})
        self._defaults = {m.name: m.default for m in members if m.default is not REQUIRED}
        name = name or function.__name__
        model = model_of(
            name, members, module=function.__module__, config={"extra": "forbid"}, build=dict
        )
        self._parse, schema = compiled(model, name)
        super().__init__(name, docs.description if description is None else description, schema)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the function, as if it were no tool."""
        return self._function(*args, **kwargs)

    if not TYPE_CHECKING:  # to a checker, it would mean that a tool has every attribute

        def __getattribute__(self, name: str) -> Any:
            # Where Python looks for these, a class has its own, which would be found first.
            if name in _OF_THE_FUNCTION:
                return getattr(self._function, name)
            return super().__getattribute__(name)

    def __reduce__(self) -> str:
        return cast("Any", self._function).__qualname__  # type: ignore[no-any-return]

    @property
    def is_async(self) -> bool:
        """Whether the function is declared with ``async def``: `run` returns what to await then."""
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
        """Return what the function is to be called with, every parameter by name.

        Values are converted to what the parameters are annotated with; a parameter that is not
        there has its default. No text at all is no arguments.

        Raises:
            ValueError: the text is no JSON, or does not fit the parameters.
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
        """What `tool` gives, as a checker sees it.

        mypy takes functions with different parameters for nothing but objects when it meets them in
        one list; tools that are covariant in what they are called like stay tools.
        """

        __call__: F_co  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]


class ModelTool(ParsingTool, Generic[M_co]):
    """A model whose members are the arguments of a tool; made by `pydantic_function_tool`."""

    __slots__ = ("__orig_class__", "_format")

    _format: ResponseFormat[M_co]

    def __init__(
        self, model: type[M_co], *, name: str | None = None, description: str | None = None
    ) -> None:
        self._format = ResponseFormat.of(model)
        if self._format.wrapped:
            raise TypeError(f"a tool needs a class with members, not {self._format.shown}")
        schema = self._format.param["json_schema"]
        super().__init__(
            name or self._format.name,
            schema.get("description") if description is None else description,
            schema["schema"],
        )

    def parse_arguments(self, text: str) -> M_co:
        """Return the arguments in the JSON `text` as an instance of the model.

        No text at all is no arguments.

        Raises:
            ValueError: the text is no JSON, or does not fit the model.
        """
        return self._format.parse(text if text.strip() else "{}")

    def __repr__(self) -> str:
        return f"ModelTool({self.name}: {self._format.shown})"


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
    docstring. The schema is strict: the model has to send every parameter; should one with a
    default be missing all the same, it has its default. For a method, take it from its object:
    ``tool(calendar.add_event)``.

    Raises:
        TypeError: what is given is no function, or one whose parameters no schema can express;
            the message names the parameter.
        ValueError: the API takes no such name.
        ImportError: pydantic or docstring-parser is not installed.
    """  # noqa: D214  the section in it is the example's
    # Annotations may name a class that is known only here.
    caller = inspect.currentframe()
    namespace = _variables(caller.f_back if caller else None)

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
        TypeError: it is no such class, or a strict schema cannot express it.
        ValueError: the API takes no such name.
        ImportError: pydantic is not installed.
    """
    return ModelTool(model, name=name, description=description)


class UnknownToolError(LookupError):
    """The model called a tool that it was not given.

    Attributes:
        name: Name of the tool.
        known: Names of those it was given.
    """

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(name, self.known)

    def __str__(self) -> str:
        given = f"there are {', '.join(self.known)}" if self.known else "there are none"
        return f"there is no tool named {self.name!r}; {given}"


def result_content(value: Any) -> str:
    """Return what a tool returned as the content of its message.

    Text is sent as it is. Models, dataclasses, attrs classes, dicts and lists are sent as compact
    JSON, None is ``null``. What JSON would write as text (a date, an enum of text) goes without
    quotation marks, and what has no JSON as `str` writes it.

    Raises:
        ValueError: a value that cannot be written: it holds itself, or bytes that are no text.
        ImportError: pydantic is not installed.
    """
    if type(value) is str:
        return value
    require_pydantic()
    from pydantic_core import to_json

    text = to_json(value, fallback=_plain, inf_nan_mode="strings").decode()
    return str(json.loads(text)) if text.startswith('"') else text


def _plain(value: Any) -> Any:
    if isinstance(value, JSONObject):
        return value.to_dict()
    cls = cast("Any", type(value))
    if attrs.has(cls):
        return {field.name: getattr(value, field.name) for field in attrs.fields(cls)}
    return dict(cast("Mapping[object, Any]", value)) if isinstance(value, Mapping) else str(value)


def error_content(error: Exception) -> str:
    """Return what the model is told about a call that failed, so that it can do better.

    That is the message of the error, without a traceback. Arguments that do not fit are listed
    one by one, with what was expected and what came.
    """
    if "pydantic_core" in sys.modules:
        from pydantic_core import ValidationError

        if isinstance(error, ValidationError):
            return f"Error: {_shortened(_misfits(error), _LONGEST)}"
    if isinstance(error, UnknownToolError):
        return f"Error: {error}."
    text = str(error).strip()
    kind = type(error).__name__
    return f"Error: {_shortened(f'{kind}: {text}' if text else kind, _LONGEST)}"


_LONGEST: Final = 2000
_LONGEST_INPUT: Final = 100


def _misfits(error: ValidationError) -> str:
    misfits: list[str] = []
    for details in error.errors(include_url=False, include_context=False):
        place = ".".join(map(str, details["loc"]))
        is_missing = details["type"] in ("missing", "missing_argument")
        came = "" if is_missing else f"; got {_shortened(_input(details['input']), _LONGEST_INPUT)}"
        misfits.append(f"{place and f'{place}: '}{details['msg']}{came}.")
    return f"what was sent does not fit {error.title}. {' '.join(misfits)}"


def _input(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):  # no JSON: an error about something else than arguments
        return repr(value)


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]}..."


# -- from a function to a tool ---------------------------------------------------------------------


def _members(function: Any, docs: _Docs, namespace: Mapping[str, Any]) -> list[Member]:
    """Return the parameters of a function, each of which a model can send, or raise."""
    hints = _hints(function, namespace)
    members: list[Member] = []
    for parameter in inspect.signature(function).parameters.values():
        _check(function, parameter, hints)
        has_default = parameter.default is not parameter.empty
        members.append(
            Member(
                parameter.name,
                adapted(hints[parameter.name]),
                parameter.default if has_default else REQUIRED,
                docs.parameters.get(parameter.name),
            )
        )
    return members


def _checked(function: Any) -> Any:
    """Return a function that a tool can be made of, or raise."""
    if isinstance(function, staticmethod):
        function = cast("staticmethod[..., Any]", function).__func__
    if not inspect.isfunction(function) and not isinstance(function, MethodType):
        raise TypeError(f"a tool is made of a function; it was given {_described(function)}")
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise TypeError(f"{function.__name__}() yields; a tool has to return its result")
    return function


def _described(value: Any) -> str:
    return f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__


def _hints(function: Any, namespace: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return get_type_hints(function, include_extras=True)
    except NameError:
        pass  # a class that is known only where the function is made a tool
    try:
        return get_type_hints(function, localns=dict(namespace), include_extras=True)
    except NameError as error:
        raise TypeError(
            f"the annotations of {function.__name__}() cannot be read: {error}"
        ) from error


def _variables(frame: FrameType | None) -> dict[str, Any]:
    # A copy: to keep the frame would keep alive all that it holds.
    is_function = frame is not None and frame.f_locals is not frame.f_globals
    return dict(frame.f_locals) if frame is not None and is_function else {}


def _check(function: Any, parameter: inspect.Parameter, hints: Mapping[str, Any]) -> None:
    from pydantic.fields import FieldInfo

    def refuse(reason: str) -> NoReturn:
        raise TypeError(f"the parameter {parameter} of {function.__name__}() {reason}")

    if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
        refuse("takes any number of arguments; a tool has parameters with names only")
    if parameter.kind is parameter.POSITIONAL_ONLY:
        refuse("is positional-only; the model sends its arguments by name")
    if parameter.name not in hints:
        if parameter.name in ("self", "cls"):
            refuse(
                "belongs to a method; a tool is made of a method taken from its object:"
                f" tool(instance.{function.__name__})"
            )
        refuse("has no annotation; it needs one, which tells the model what to send")
    if isinstance(parameter.default, FieldInfo):
        refuse("has a Field(...) for its default; write Annotated[type, Field(...)] = default")


class _Docs:
    """What the docstring of a function says."""

    def __init__(self, function: Any) -> None:
        text = inspect.getdoc(function)
        self.description: str | None = None
        self.parameters: dict[str, str] = {}
        if not text:
            return
        try:
            import docstring_parser
        except ImportError as error:
            raise ImportError(
                "tools need docstring-parser, which cannot be loaded:"
                ' pip install "apertis[pydantic]"'
            ) from error
        parsed = docstring_parser.parse(f"\n{_indented(text)}")  # else, its first line is no title
        self.description = (parsed.description or "").strip() or None
        for param in parsed.params:
            for name in param.arg_name.split(","):  # numpy documents "x, y : int" at once
                self.parameters[name.strip().lstrip("*")] = " ".join(
                    (param.description or "").split()
                )


def _indented(text: str) -> str:
    """Return a docstring whose first line is ``Args:`` with the indentation that was taken away."""
    title, _, rest = text.partition("\n")
    if title not in ("Args:", "Arguments:", "Parameters:", "Params:") or rest[:1].isspace():
        return text
    return f"{title}\n{textwrap.indent(rest, '    ')}"
