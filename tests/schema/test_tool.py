"""`apertis._schema.tool`.

From a function or a model to a tool.
"""

# ruff: noqa: D101, D417  a docstring would be sent, and does not have to be complete

from __future__ import annotations

import asyncio
import copy
import dataclasses
import datetime as dt
import enum
import functools
import inspect
import json
import pickle
import subprocess
import sys
import types
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Annotated, Any, Literal, TypedDict

import attrs
import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, Field, ValidationError

from apertis._schema.response_format import ResponseFormat
from apertis._schema.tool import ModelTool, ParsingTool, Tool, pydantic_function_tool, tool
from apertis_client._runtime.json_text import encode_body
from apertis_client.models import FunctionTool


class Unit(enum.Enum):
    CELSIUS = "c"
    STEPS = 2


class Place(BaseModel):
    """Where something is."""

    lat: float
    lon: float = 0.0


@dataclasses.dataclass
class Span:
    start: dt.date
    days: int = 1


@attrs.define
class Tag:
    label: str
    _weight: int = 1


class Options(TypedDict, total=False):
    wind: bool


@tool
def get_weather(
    city: str,
    days: int = 3,
    unit: Unit = Unit.CELSIUS,
    *,
    note: Annotated[str | None, Field(description="Anything else.")] = None,
) -> str:
    """Get the forecast for a city.

    It is a guess.

    Args:
        city: The city,
            without its country.
        days: How many days to look ahead.
        note: Not said, as the annotation says it.

    Returns:
        The forecast.
    """
    return f"{city}, {days} days, {unit.name}, {note}"


def test_a_function_becomes_a_definition() -> None:
    """Name, description and parameters are taken from the function; the schema is strict."""
    assert get_weather.to_dict() == {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Get the forecast for a city.\n\nIt is a guess.",
            "parameters": {
                "type": "object",
                "properties": {
                    "city": {"type": "string", "description": "The city, without its country."},
                    "days": {
                        "type": "integer",
                        "description": "How many days to look ahead. Default: 3.",
                    },
                    "unit": {
                        "anyOf": [{"$ref": "#/$defs/Unit"}],
                        "description": 'Default: "c".',
                    },
                    "note": {
                        "anyOf": [{"type": "string"}, {"type": "null"}],
                        "description": "Anything else. Default: null.",
                    },
                },
                "required": ["city", "days", "unit", "note"],
                "additionalProperties": False,
                "$defs": {"Unit": {"enum": ["c", 2], "type": ["string", "integer"]}},
            },
            "strict": True,
        },
    }


def test_a_tool_is_sent_as_it_is() -> None:
    """A tool is a `FunctionTool`, and goes into a request without anything of ours."""
    sent = json.loads(encode_body({"tools": [get_weather]}))

    assert isinstance(get_weather, FunctionTool)
    assert sent == {"tools": [get_weather.to_dict()]}
    Draft202012Validator.check_schema(sent["tools"][0]["function"]["parameters"])
    assert vars(Tool[..., Any](get_weather.__wrapped__)).keys() == {"function", "type"}
    assert vars(ModelTool[Place](Place)).keys() == {"function", "type"}


def test_a_tool_looks_like_the_function() -> None:
    """What Python knows of the function it knows of the tool."""
    function = get_weather.__wrapped__

    assert inspect.getdoc(get_weather) == inspect.getdoc(function)
    assert (get_weather.__doc__, get_weather.__module__) == (function.__doc__, __name__)
    assert getattr(get_weather, "__qualname__", None) == "get_weather"
    assert (Tool.__doc__ or "").startswith("A function that the model may call")


def test_a_tool_pickles_like_a_function(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name, where it has one."""
    monkeypatch.setitem(sys.modules, __name__, types.SimpleNamespace(get_weather=get_weather))

    assert pickle.loads(pickle.dumps(get_weather)) is get_weather
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(tool(google))


def test_a_docstring_may_begin_with_its_arguments() -> None:
    """A section is no description, even where there is nothing else."""

    @tool
    def add(x: int) -> int:
        """Args:
        x: The first.
        """  # noqa: D205
        return x

    definition = add.to_dict()["function"]

    assert "description" not in definition
    assert definition["parameters"]["properties"]["x"]["description"] == "The first."


def test_an_iterable_is_read_at_once() -> None:
    """Otherwise pydantic would look at the items when they are iterated, inside of the function."""

    @tool
    def total(numbers: Iterable[int]) -> int:
        return sum(numbers)

    assert total.parse_arguments('{"numbers": [1, 2]}') == {"numbers": [1, 2]}
    with pytest.raises(ValidationError, match=r"numbers\.1"):
        total.parse_arguments('{"numbers": [1, "a"]}')


def test_a_tool_is_still_the_function() -> None:
    """A tool is called, looked at and kept like the function it is made of."""
    assert get_weather("Rome", note="x") == "Rome, 3 days, CELSIUS, x"
    assert get_weather.__name__ == get_weather.name == "get_weather"
    assert list(inspect.signature(get_weather).parameters) == ["city", "days", "unit", "note"]
    assert inspect.unwrap(get_weather) is get_weather.__wrapped__
    assert repr(get_weather) == "Tool(get_weather(city, days, unit, note))"
    assert not get_weather.is_async


def test_tools_are_equal_where_they_are_the_same() -> None:
    """Tools can be members of a set; a copy is the tool itself."""
    other = tool(get_weather.__wrapped__)

    assert get_weather.to_dict() == other.to_dict()
    assert get_weather != other
    assert {get_weather, other, get_weather} == {other, get_weather}
    assert copy.copy(get_weather) is copy.deepcopy(get_weather) is get_weather


@pytest.mark.parametrize("half", ["\ud83d", "\\ud83d", "\\uDE00"])
def test_half_a_surrogate_pair_is_read(half: str) -> None:
    """A half that stays alone, which pydantic refuses, is U+FFFD, in arguments as in answers."""

    class City(BaseModel):
        city: str

    text = f'{{"city": "Rome{half} \\ud83d\\ude00"}}'
    assert get_weather.parse_arguments(text)["city"] == "Rome\ufffd \U0001f600"
    assert pydantic_function_tool(City).parse_arguments(text).city == "Rome\ufffd \U0001f600"
    assert ResponseFormat.of(Annotated[City, "note"]).parse(text).city == "Rome\ufffd \U0001f600"
    with pytest.raises(ValidationError, match="int"):
        get_weather.parse_arguments(text.replace("}", ', "days": "x"}'))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"city": "Rome"}',
            {"city": "Rome", "days": 3, "unit": Unit.CELSIUS, "note": None},
        ),
        (
            '{"city": "Rome", "days": "5", "unit": 2, "note": "x"}',
            {"city": "Rome", "days": 5, "unit": Unit.STEPS, "note": "x"},
        ),
    ],
)
def test_arguments_are_converted(text: str, expected: dict[str, Any]) -> None:
    """What the model sends becomes what is annotated; what it left out has its default."""
    assert get_weather.parse_arguments(text) == expected
    assert get_weather.run(text) == get_weather(**expected)


def test_arguments_become_instances() -> None:
    """Models, dataclasses, attrs classes and typed dicts come as such, at every depth."""

    @tool
    def find(
        places: list[Place], span: Span, tag: Tag, options: Options, kind: Literal["a", "b"] = "a"
    ) -> Any:
        return places, span, tag, options, kind

    text = """{"places": [{"lat": 1, "lon": 2}], "span": {"start": "2026-01-02"},
        "tag": {"label": "x", "weight": 2}, "options": {"wind": true}}"""

    assert find.run(text) == (
        [Place(lat=1, lon=2)],
        Span(dt.date(2026, 1, 2)),
        Tag("x", 2),
        {"wind": True},
        "a",
    )


@pytest.mark.parametrize("text", ["", " \n", "{}"])
def test_no_text_is_no_arguments(text: str) -> None:
    """Some models send nothing for a function without parameters."""

    @tool
    def now() -> str:
        return "now"

    assert now.parse_arguments(text) == {}
    assert now.run(text) == "now"
    assert now.to_dict()["function"] == {
        "name": "now",
        "parameters": {
            "type": "object",
            "properties": {},
            "required": [],
            "additionalProperties": False,
        },
        "strict": True,
    }


def test_an_async_function_gives_what_to_await() -> None:
    """A tool of an ``async def`` says so, and runs to its coroutine."""

    @tool
    async def double(x: int) -> int:
        await asyncio.sleep(0)
        return 2 * x

    assert double.is_async
    assert asyncio.run(double.run('{"x": 4}')) == 8


def test_parameters_may_have_any_name() -> None:
    """Names that models of pydantic use themselves, or do not take, are names like any other."""

    @tool
    def odd(
        schema: str, _hidden: int, model_config: int, copy: int = 0, model_dump_all: int = 1
    ) -> Any:
        """Do.

        Args:
            _hidden: Out of sight.
        """
        return schema, _hidden, model_config, copy, model_dump_all

    properties = odd.to_dict()["function"]["parameters"]["properties"]

    assert list(properties) == ["schema", "_hidden", "model_config", "copy", "model_dump_all"]
    assert properties["_hidden"]["description"] == "Out of sight."
    assert odd.run('{"schema": "s", "_hidden": 1, "model_config": 2}') == ("s", 1, 2, 0, 1)


def test_a_parameter_may_have_another_name_for_the_model() -> None:
    """An alias is what the model sees; the function is called by its own name."""

    @tool
    def search(query: Annotated[str, Field(alias="q", min_length=1)]) -> str:
        return query

    assert search.to_dict()["function"]["parameters"]["required"] == ["q"]
    assert search.parse_arguments('{"q": "x"}') == {"query": "x"}


def google(x: int, y: int) -> None:
    """Add.

    Args:
        x (int): The first,
            or not: who knows.
        y: The second.

    Returns:
        None: nothing.

    Example:
        >>> google(1, 2)
    """


def sphinx(x: int, y: int) -> None:
    """Add.

    :param x: The first,
        or not: who knows.
    :param int y: The second.
    :returns: nothing
    """


def numpy(x: int, y: int) -> None:
    """Add.

    Parameters
    ----------
    x : int
        The first,
        or not: who knows.
    y : int, optional
        The second.

    Returns
    -------
    None
        Nothing.
    """


@pytest.mark.parametrize("function", [google, sphinx, numpy])
def test_docstrings_of_every_style_are_read(function: Callable[..., None]) -> None:
    """Google, Sphinx and numpy docstrings describe the function and its parameters."""
    definition = tool(function).to_dict()["function"]

    assert definition["description"] == "Add."
    assert definition["parameters"]["properties"] == {
        "x": {"type": "integer", "description": "The first, or not: who knows."},
        "y": {"type": "integer", "description": "The second."},
    }


def test_parameters_may_share_a_description() -> None:
    """In numpy style, one line documents several parameters at once."""

    @tool
    def add(x: int, y: int) -> None:
        """Add.

        Parameters
        ----------
        x, y : int
            A number.
        """

    properties = add.to_dict()["function"]["parameters"]["properties"]

    assert properties["x"] == properties["y"] == {"type": "integer", "description": "A number."}


def test_name_and_description_may_be_given() -> None:
    """What is given wins over the function; an empty description is none."""

    @tool(name="other-name", description="Other.")
    def one(x: int) -> None:
        """Do."""

    assert one.name == "other-name"
    assert one.__name__ == "one"
    assert one.to_dict()["function"]["description"] == "Other."
    assert repr(one) == "Tool(other-name(x))"
    assert tool(google, name="g").name == "g"
    assert "description" not in tool(google, description="").to_dict()["function"]


class Calendar:
    def __init__(self) -> None:
        self.events: list[str] = []

    def add(self, event: str) -> int:
        """Add an event."""
        self.events.append(event)
        return len(self.events)

    @staticmethod
    @tool
    def inside(x: int) -> int:
        return x


def test_a_method_is_taken_from_its_object() -> None:
    """A bound method becomes a tool that works on its object; static methods become one too."""
    calendar = Calendar()
    add = tool(calendar.add)

    assert add.run('{"event": "x"}') == 1
    assert calendar.events == ["x"]
    assert Calendar.inside.run('{"x": 1}') == 1
    assert tool(staticmethod(google)).name == "google"


def test_annotations_may_name_what_is_local() -> None:
    """A class that is known only where the function is defined can be an annotation."""

    class Local(BaseModel):
        x: int

    @tool
    def plain(local: Local) -> int:
        return local.x

    @tool(name="named")
    def given(local: Local) -> int:
        return local.x

    assert plain.run('{"local": {"x": 1}}') == given.run('{"local": {"x": 1}}') == 1


def test_a_class_of_the_caller_hides_none_of_the_function() -> None:
    """What the annotations name is looked up where the function is, first."""

    class Unit:
        """Not what `get_weather` means."""

    assert Unit is not get_weather.parse_arguments('{"city": "x"}')["unit"].__class__
    assert tool(get_weather.__wrapped__).to_dict() == get_weather.to_dict()


def positional(x: int, /) -> None: ...
def many(*args: int) -> None: ...
def more(**kwargs: int) -> None: ...
def bare(x) -> None: ...  # type: ignore[no-untyped-def]  # noqa: ANN001
def free(x: dict[str, int]) -> None: ...
def anything(x: Any) -> None: ...
def lost(x: Nowhere) -> None: ...  # type: ignore[name-defined]  # noqa: F821
def field(x: int = Field(default=1)) -> None: ...
def alien(x: Calendar) -> None: ...
def yields() -> Iterator[int]:
    yield 1


async def ayields() -> AsyncIterator[int]:
    yield 1


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (positional, r"^the parameter x: 'int' of positional\(\) is positional-only"),
        (many, r"^the parameter \*args: 'int' of many\(\) takes any number of arguments"),
        (more, r"^the parameter \*\*kwargs: 'int' of more\(\) takes any number of arguments"),
        (bare, r"^the parameter x of bare\(\) has no annotation"),
        (free, r"^free\.x is a dict with any keys, which a strict schema cannot express"),
        (anything, r"^anything\.x takes anything"),
        (lost, r"^the annotations of lost\(\) cannot be read: name 'Nowhere' is not defined"),
        (field, r"of field\(\) has a Field\(...\) for its default; write Annotated\[type, "),
        (alien, "^alien cannot become a schema: Unable to generate .*Calendar"),
        (yields, r"^yields\(\) yields; a tool has to return"),
        (ayields, r"^ayields\(\) yields; a tool has to return"),
        (Calendar.add, r"of add\(\) belongs to a method; .*tool\(instance\.add\)$"),
        (Calendar, r"not from the class Calendar; .* pydantic_function_tool\(Calendar\)$"),
        (functools.partial(google, 1), "^a tool is made from a function, not from partial"),
        (
            classmethod(google),  # type: ignore[arg-type]
            "^a tool is made from a function, not from classmethod",
        ),
        (get_weather, "^a tool is made from a function, not from Tool"),
        (3, "^a tool is made from a function, not from int"),
    ],
)
def test_what_cannot_be_a_tool_is_refused(function: Any, message: str) -> None:
    """A function whose arguments no schema can express is a `TypeError` that says which."""
    with pytest.raises(TypeError, match=message):
        tool(function)


@pytest.mark.parametrize("name", ["get weather", "größe", "a" * 65, "a.b"])
def test_a_name_that_the_api_does_not_take_is_refused(name: str) -> None:
    """A name has 1 to 64 letters, digits, underscores and hyphens."""
    with pytest.raises(ValueError, match=f"it is '{name}'"):
        tool(name=name)(google)
    with pytest.raises(ValueError, match="the name of a tool has 1 to 64 letters"):
        pydantic_function_tool(Place, name=name)
    with pytest.raises(ValueError, match="<lambda>"):
        tool(lambda: None)


class Recipe(BaseModel):
    """Write a recipe down."""

    title: str
    steps: list[str] = []


@attrs.define
class Step:
    """Do a step."""

    text: str


def test_a_model_becomes_a_tool() -> None:
    """The members of a model are the parameters, its docstring the description."""
    made = pydantic_function_tool(Recipe)

    assert made.to_dict() == {
        "type": "function",
        "function": {
            "name": "Recipe",
            "description": "Write a recipe down.",
            "parameters": {
                "type": "object",
                "properties": {
                    "title": {"type": "string"},
                    "steps": {
                        "type": "array",
                        "items": {"type": "string"},
                        "description": "Default: [].",
                    },
                },
                "required": ["title", "steps"],
                "additionalProperties": False,
            },
            "strict": True,
        },
    }
    assert isinstance(made, ParsingTool)
    assert made.parse_arguments('{"title": "x"}') == Recipe(title="x")
    assert repr(made) == "ModelTool(Recipe: Recipe)"


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Step, '{"text": "x"}', Step("x")),
        (Span, '{"start": "2026-01-02"}', Span(dt.date(2026, 1, 2))),
        (Options, "", {}),
    ],
)
def test_other_classes_become_tools_too(model: Any, text: str, expected: Any) -> None:
    """Dataclasses, attrs classes and typed dicts are taken as well."""
    assert pydantic_function_tool(model).parse_arguments(text) == expected


def test_a_model_may_be_renamed() -> None:
    """Name and description may be given; an empty description is none."""
    made = pydantic_function_tool(Recipe, name="save", description="Save.")

    assert made.name == "save"
    assert made.to_dict()["function"]["description"] == "Save."
    assert repr(made) == "ModelTool(save: Recipe)"
    assert "description" not in pydantic_function_tool(Recipe, description="").to_dict()["function"]


def test_a_model_without_members_is_none() -> None:
    """Parameters are an object: a list is none."""
    with pytest.raises(TypeError, match=r"^a tool needs a class with members, not list\[int\]$"):
        pydantic_function_tool(list[int])


def test_a_function_is_no_model() -> None:
    """A function in place of a model is refused: its call would be taken for a model."""
    with pytest.raises(TypeError, match=r"^model must be a type .*, not the function get_weather$"):
        pydantic_function_tool(get_weather._function)  # type: ignore[arg-type]


def test_parsers_are_found_by_name() -> None:
    """Among tools of any kind, those that read arguments are told by their class."""
    tools: list[Any] = [get_weather, pydantic_function_tool(Recipe), {"type": "function"}]
    parsers = {one.name: one for one in tools if isinstance(one, ParsingTool)}

    assert parsers.keys() == {"get_weather", "Recipe"}


def test_a_base_parses_nothing() -> None:
    """What arguments become is for the kinds of tools to say."""
    base = ParsingTool("a", None, {"type": "object"})
    with pytest.raises(NotImplementedError):
        base.parse_arguments("{}")


@pytest.mark.parametrize(
    ("missing", "function"), [("pydantic", google), ("docstring_parser", google)]
)
def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str, function: Callable[..., None]
) -> None:
    """Where a library is missing, the error says how to get it."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=r'pip install "apertis\[pydantic\]"$'):
        tool(function)


def test_a_function_without_docstring_needs_no_reader_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """docstring-parser is loaded for a docstring only."""
    monkeypatch.setitem(sys.modules, "docstring_parser", None)

    assert tool(free_of_docs).name == "free_of_docs"


def free_of_docs(x: int) -> None: ...


def test_nothing_is_loaded_before_it_is_used() -> None:
    """The modules load pydantic and docstring-parser when a tool or a format is made."""
    program = """
import sys
from apertis._schema import response_format, strict_schema, tool, tool_messages
assert tool_messages.error_content(ValueError("x")) == "Error: ValueError: x"
assert tool_messages.result_content("x") == "x"
assert not {"pydantic", "pydantic_core", "docstring_parser"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_a_tool_has_its_definition() -> None:
    """`definition` is what chat completions take, as plain JSON."""

    def get_weather(city: str) -> str:
        return city

    made = tool(get_weather)

    assert made.definition == made.to_dict()
    assert made.definition["function"]["name"] == "get_weather"
