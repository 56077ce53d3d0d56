"""`apertis._schema.response_format`.

From a type to what asks for it, and from an answer to a value.
"""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import json
import re
import sys
import uuid
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Optional,
    Required,
    TypedDict,
    TypeVar,
    Union,
)

import attrs
import pytest
import typing_extensions
from jsonschema import Draft202012Validator
from pydantic import (
    UUID4,
    AliasChoices,
    AliasPath,
    BaseModel,
    ConfigDict,
    Field,
    FutureDatetime,
    GetPydanticSchema,
    JsonValue,
    NaiveDatetime,
    PastDate,
    RootModel,
    ValidationError,
    condecimal,
)
from pydantic.dataclasses import dataclass as pydantic_dataclass
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import core_schema

from apertis._importing import require_pydantic
from apertis._schema.response_format import ResponseFormat

T = TypeVar("T")
UserId = NewType("UserId", int)


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Item(BaseModel):
    """A thing to buy."""

    name: str = Field(min_length=1)
    price: decimal.Decimal | None = None
    color: Color = Color.RED


class Node(BaseModel):
    children: list[Node] = []


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    kind: Literal["dog"]


class Zoo(BaseModel):
    pet: Annotated[Cat | Dog, Field(discriminator="kind")]
    favourite: Item = Field(description="The best one.")


class Times(BaseModel):
    at: dt.datetime
    on: dt.date
    long: dt.timedelta
    id: uuid.UUID
    pair: tuple[float, float]
    names: set[str]


class Box(BaseModel, Generic[T]):
    item: T


class Aliased(BaseModel):
    class_: str = Field(alias="class")


@dataclasses.dataclass
class Order:
    """What somebody wants."""

    items: list[Item]
    notes: list[str] = dataclasses.field(default_factory=list)
    total: int = dataclasses.field(init=False, default=7)


@dataclasses.dataclass
class Bare:
    x: int


@pydantic_dataclass
class Checked:
    x: int


class Film(TypedDict):
    """A film."""

    title: str
    year: NotRequired[Annotated[int, Field(ge=1888)]]


class Partial(TypedDict, total=False):
    a: Required[str]
    b: str


class Later(typing_extensions.TypedDict):
    x: typing_extensions.ReadOnly[int]
    y: Annotated[NotRequired[int], Field(description="Why?")]


class ClosedDict(TypedDict):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    x: int


@attrs.define
class Point:
    """A place."""

    x: float
    _y: float = 0.0
    tags: list[str] = attrs.field(factory=list)
    length: int = attrs.field(init=False, default=3)


@attrs.define
class Branch:
    leaves: list[Leaf]
    parent: Branch | None = None


@attrs.frozen
class Leaf:
    branch: Optional[Branch] = None  # noqa: UP045  the other spelling
    json: int = attrs.field(default=1, validator=attrs.validators.instance_of(int))


@attrs.define
class Circle:
    kind: Literal["circle"]
    center: Annotated[Point, Field(description="Where.")]


@attrs.define
class Square:
    kind: Literal["square"]
    side: Annotated[int, Field(gt=0)]


@attrs.define
class Pair(Generic[T]):
    first: T
    both: list[T] = attrs.Factory(lambda self: [self.first], takes_self=True)


@attrs.define
class Numbers(Pair[int]):
    more: int = 0


@attrs.define
class Converted:
    x: int = attrs.field(converter=int)
    old: int = attrs.field(default=0, validator=attrs.validators.lt(10), alias="new")


@dataclasses.dataclass
class Map:
    points: dict[str, Point] | list[Point]


@dataclasses.dataclass
class Route:
    stops: list[Point]
    speed: dataclasses.InitVar[int] = 5
    name: str = "way"
    stamps: list[int] = dataclasses.field(default_factory=list)
    factor: int = dataclasses.field(init=False, default=0)

    def __post_init__(self, speed: int) -> None:
        self.factor = speed


class Trip(TypedDict):
    route: Route
    start: Point


@attrs.define
class Strict:
    x: int = attrs.field(validator=attrs.validators.instance_of(str))  # type: ignore[assignment]


MARS = UserId(4)
PointId = NewType("PointId", Point)
Alias = typing_extensions.TypeAliasType("Alias", list[Point])

GOOD: list[tuple[Any, Any, Any]] = [
    (Item, {"name": "a", "price": "1.5"}, Item(name="a", price=decimal.Decimal("1.5"))),
    (Item, {"name": "a", "price": None, "color": "blue"}, Item(name="a", color=Color.BLUE)),
    (Node, {"children": [{"children": []}]}, Node(children=[Node()])),
    (
        Zoo,
        {"pet": {"kind": "cat", "lives": 9}, "favourite": {"name": "x"}},
        Zoo(pet=Cat(kind="cat", lives=9), favourite=Item(name="x")),
    ),
    (
        Times,
        {
            "at": "2026-01-02T03:04:05Z",
            "on": "2026-01-02",
            "long": "PT1H",
            "id": "12345678-1234-5678-1234-567812345678",
            "pair": [1, 2],
            "names": ["a"],
        },
        Times(
            at=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
            on=dt.date(2026, 1, 2),
            long=dt.timedelta(hours=1),
            id=uuid.UUID("12345678-1234-5678-1234-567812345678"),
            pair=(1, 2),
            names={"a"},
        ),
    ),
    (Box[int], {"item": 1}, Box[int](item=1)),
    (Box[Item], {"item": {"name": "a"}}, Box[Item](item=Item(name="a"))),
    (Aliased, {"class": "a"}, Aliased.model_validate({"class": "a"})),
    (Order, {"items": [{"name": "a"}]}, Order([Item(name="a")])),
    (Checked, {"x": 1}, Checked(1)),
    (Film, {"title": "M", "year": 1931}, {"title": "M", "year": 1931}),
    (Film, {"title": "M"}, {"title": "M"}),
    (Partial, {"a": "x"}, {"a": "x"}),
    (Later, {"x": 1}, {"x": 1}),
    (ClosedDict, {"x": 1}, {"x": 1}),
    (Point, {"x": 1, "y": 2}, Point(1, 2)),
    (Leaf, {"branch": {"leaves": [{}]}}, Leaf(Branch([Leaf()]))),
    (Branch, {"leaves": [], "parent": {"leaves": []}}, Branch([], Branch([]))),
    (Pair[int], {"first": 1}, Pair(1, [1])),
    (Pair[Point], {"first": {"x": 1}}, Pair(Point(1))),
    (Numbers, {"first": 1, "both": []}, Numbers(1, [])),
    (Converted, {"x": 1, "new": 2}, Converted(1, 2)),
    (Route, {"stops": [{"x": 1}]}, Route([Point(1)])),
    (Route, {"stops": [], "speed": 8, "stamps": [1]}, Route([], 8, stamps=[1])),
    (Trip, {"route": {"stops": []}, "start": {"x": 1}}, {"route": Route([]), "start": Point(1)}),
    (Annotated[Item, Field(description="It.")], {"name": "a"}, Item(name="a")),
]

WRAPPED: list[tuple[Any, Any, Any]] = [
    (int, 3, 3),
    (str, "a", "a"),
    (None, None, None),
    (UserId, 4, MARS),
    (Color, "red", Color.RED),
    (list[Item], [{"name": "a"}], [Item(name="a")]),
    (list[Point], [{"x": 1}], [Point(1)]),
    (Literal["a", "b"], "b", "b"),
    (Literal["a", 1, None], None, None),  # noqa: PYI061  one of its values
    (Cat | Dog, {"kind": "dog"}, Dog(kind="dog")),
    (Union[int, str], "a", "a"),  # noqa: UP007  the other spelling
    (
        Annotated[Circle | Square, Field(discriminator="kind")],
        {"kind": "square", "side": 2},
        Square("square", 2),
    ),
    (Circle | Square | None, {"kind": "circle", "center": {"x": 1}}, Circle("circle", Point(1))),
    (Annotated[list[int], Field(min_length=1)], [1], [1]),
    (RootModel[list[int]], [1], RootModel[list[int]]([1])),
    (tuple[int, ...], [1, 2], (1, 2)),
    (Alias, [{"x": 1}], [Point(1)]),
    (list[PointId], [{"x": 1}], [Point(1)]),
]


def assert_closed(schema: Any) -> None:
    """Check that every object in a schema is closed and has all of its properties required."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            assert schema["required"] == list(schema["properties"])
            assert schema["additionalProperties"] is False
        for part in schema.values():
            assert_closed(part)
    elif isinstance(schema, list):
        for part in schema:
            assert_closed(part)


@pytest.mark.parametrize("type_", [row[0] for row in GOOD + WRAPPED], ids=str)
def test_every_type_has_a_strict_schema(type_: Any) -> None:
    """What asks for a type is a strict schema of an object, with a name that the API takes."""
    param = ResponseFormat(type_).param
    asked = param["json_schema"]

    assert param.keys() == {"type", "json_schema"}
    assert param["type"] == "json_schema"
    assert asked["strict"] is True
    assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", asked["name"])
    assert asked["schema"]["type"] == "object"
    Draft202012Validator.check_schema(asked["schema"])
    assert_closed(asked["schema"])
    json.dumps(param)


@pytest.mark.parametrize(("type_", "value", "expected"), GOOD)
def test_an_answer_is_read_as_the_type(type_: Any, value: Any, expected: Any) -> None:
    """JSON becomes an instance, nested ones included; what is absent has its default."""
    format_: ResponseFormat[Any] = ResponseFormat(type_)
    parsed = format_.parse(json.dumps(value))

    assert parsed == expected
    assert type(parsed) is type(expected)
    assert not format_.is_wrapped
    assert format_.unwrapped(value) == value


@pytest.mark.parametrize(("type_", "value", "expected"), WRAPPED)
def test_what_is_no_object_travels_in_one(type_: Any, value: Any, expected: Any) -> None:
    """Lists, unions and scalars are asked for inside of an object, and taken out of it."""
    format_: ResponseFormat[Any] = ResponseFormat(type_)
    schema = format_.param["json_schema"]["schema"]
    parsed = format_.parse(json.dumps({"value": value}))

    assert parsed == expected
    assert type(parsed) is type(expected)
    assert format_.is_wrapped
    assert list(schema["properties"]) == ["value"]


@pytest.mark.parametrize(
    ("partial", "expected"),
    [(None, None), ({}, None), ({"value": None}, None), ({"value": [1]}, [1]), ([1], None)],
)
def test_a_partial_value_is_unwrapped(partial: Any, expected: Any) -> None:
    """While the wrapping object is incomplete, its value so far is returned, or None."""
    assert ResponseFormat(list[int]).unwrapped(partial) == expected


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        (Item, "Item"),
        (Box[int], "Box_int"),
        (Pair[Point], "Pair_Point"),
        (list[Item], "list_Item"),
        (list[Annotated[int, Field(ge=1)]], "list_int"),
        (Annotated[Item, Field()], "Item"),
        (Literal["a", "b"], "Literal_a_b"),
        (Cat | Dog | None, "Cat_Dog_None"),
        (Optional[int], "int_None"),  # noqa: UP045  the other spelling
        (tuple[int, ...], "tuple_int_Ellipsis"),
        (int, "int"),
        (None, "None"),
        (UserId, "UserId"),
        (attrs.make_class("Größe", {"x": attrs.field(type=int)}), "Gr_e"),
        (attrs.make_class("大", {"x": attrs.field(type=int)}), "answer"),
        (attrs.make_class("A" * 70, {"x": attrs.field(type=int)}), "A" * 64),
    ],
    ids=str,
)
def test_the_schema_is_named_after_the_type(type_: Any, name: str) -> None:
    """The name is that of the type, as far as the API takes it."""
    assert ResponseFormat(type_).name == name


@pytest.mark.parametrize(
    ("type_", "description"),
    [
        (Item, "A thing to buy."),
        (Order, "What somebody wants."),
        (Film, "A film."),
        (Point, "A place."),
        (Annotated[Point, Field(description="Here.")], "Here. A place."),
        (Bare, None),
        (Route, None),
        (Node, None),
        (Partial, None),
        (Square, None),
        (list[Item], None),
    ],
    ids=str,
)
def test_the_docstring_of_a_class_describes_the_schema(type_: Any, description: str | None) -> None:
    """A docstring of its own is the description, and is not said twice."""
    asked = ResponseFormat(type_).param["json_schema"]

    assert asked.get("description") == description
    assert "description" not in asked["schema"]


def test_a_class_of_attrs_has_the_schema_of_its_constructor() -> None:
    """Members have the names the constructor knows; what it does not take is not asked for."""
    assert ResponseFormat(Point).param["json_schema"] == {
        "name": "Point",
        "description": "A place.",
        "schema": {
            "type": "object",
            "properties": {
                "x": {"type": "number"},
                "y": {"type": "number", "description": "Default: 0.0."},
                "tags": {"type": "array", "items": {"type": "string"}},
            },
            "required": ["x", "y", "tags"],
            "additionalProperties": False,
        },
        "strict": True,
    }


def test_what_a_dataclass_computes_is_not_asked_for() -> None:
    """A field that the constructor does not take is no property."""
    for type_ in (Order, Route):
        properties = ResponseFormat(type_).param["json_schema"]["schema"]["properties"]

        assert not properties.keys() & {"total", "factor"}


def test_a_described_member_may_be_a_reference() -> None:
    """What is said about a member stands beside the reference to its class."""
    for type_, member, words in ((Zoo, "favourite", "The best one."), (Circle, "center", "Where.")):
        schema = ResponseFormat(type_).param["json_schema"]["schema"]

        assert schema["properties"][member]["description"] == words
        assert schema["properties"][member]["anyOf"][0]["$ref"].startswith("#/$defs/")


NaiveTime = Annotated[
    dt.time, GetPydanticSchema(lambda *_: core_schema.time_schema(tz_constraint="naive"))
]


@pytest.mark.parametrize(
    ("type_", "format_", "words"),
    [
        (PastDate, "date", "In the past."),
        (FutureDatetime, "date-time", "In the future."),
        (NaiveDatetime, None, "Format: local date-time."),
        (NaiveTime, None, "Format: local time."),
        (UUID4, "uuid", "Format: uuid4."),
        (Annotated[dt.date, Field(ge=dt.date(2026, 1, 2))], "date", "At least 2026-01-02."),
        (Annotated[dt.time, Field(lt=dt.time(9))], "time", "Less than 09:00:00."),
        (Annotated[dt.timedelta, Field(gt=dt.timedelta(days=1))], "duration", "More than P1D."),
        (
            Annotated[dt.datetime, Field(le=dt.datetime(2026, 1, 2, tzinfo=dt.UTC))],
            "date-time",
            "At most 2026-01-02T00:00:00Z.",
        ),
    ],
)
def test_bounds_of_times_are_said(type_: Any, format_: str | None, words: str) -> None:
    """What pydantic leaves out of its schemas is told in words."""
    [member] = ResponseFormat(type_).param["json_schema"]["schema"]["properties"].values()

    assert member["description"] == words
    assert member.get("format") == format_
    assert ("pattern" in member) is (format_ is None)


def test_bounds_of_decimals_are_said() -> None:
    """A decimal is a number or a text, and has its bounds and its digits as both."""
    type_ = condecimal(ge=decimal.Decimal(1), max_digits=4, decimal_places=2)
    [member] = ResponseFormat(type_).param["json_schema"]["schema"]["properties"].values()
    digits = "At most 2 decimal places. At most 4 digits."

    assert member["anyOf"] == [
        {"type": "number", "minimum": 1.0, "description": digits},
        {
            "type": "string",
            "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
            "description": f"At least 1. {digits}",
        },
    ]


def test_recursion_stays_a_reference() -> None:
    """A class that contains itself, directly or through another class, is defined once."""
    schema = ResponseFormat(Leaf).param["json_schema"]["schema"]

    assert schema["$defs"].keys() == {"Branch", "Leaf"}
    assert schema["$defs"]["Branch"]["properties"]["leaves"]["items"] == {"$ref": "#/$defs/Leaf"}
    Draft202012Validator(schema).validate(
        {"branch": {"leaves": [{"branch": None, "json": 1}], "parent": None}, "json": 2}
    )


def test_classes_of_one_name_are_told_apart() -> None:
    """Two classes may have the same name."""
    one = attrs.make_class("Same", {"x": attrs.field(type=int)})
    other = attrs.make_class("Same", {"y": attrs.field(type=int)})
    format_: ResponseFormat[Any] = ResponseFormat(list[one | other])  # type: ignore[valid-type]

    assert len(format_.param["json_schema"]["schema"]["$defs"]) == 2
    assert format_.parse('{"value":[{"y":1},{"x":2}]}') == [other(1), one(2)]


def test_a_default_without_json_is_not_told() -> None:
    """What JSON cannot say is left to the constructor."""
    made = attrs.make_class("Made", {"at": attrs.field(type=Point, default=Point(1))})
    format_: ResponseFormat[Any] = ResponseFormat(made)

    assert "description" not in str(format_.param["json_schema"]["schema"]["properties"])
    assert format_.parse("{}") == made(Point(1))


@pytest.mark.parametrize(
    ("type_", "text", "title", "message"),
    [
        (Item, "{", "Item", "Invalid JSON"),
        (Item, '{"name": ""}', "Item", "at least 1 character"),
        (list[int], "[1]", "list[int]", "should be an object"),
        (list[int], '{"value": ["x"]}', "list[int]", r"value.0\n"),
        (Point, "{}", "Point", "Field required"),
        (Point, '{"x": "a"}', "Point", r"\bx\n"),
        (Film, "{}", "Film", "Field required"),
        (ClosedDict, '{"x": 1, "y": 2}', "ClosedDict", "Extra inputs"),
        (Converted, '{"x": 1, "new": 20}', "Converted", "must be < 10"),
        (Strict, '{"x": 1}', "Strict", "must be <class 'str'>"),
    ],
)
def test_what_does_not_fit_is_a_validation_error(
    type_: Any, text: str, title: str, message: str
) -> None:
    """The error has the name of the type; the validators of attrs count too."""
    with pytest.raises(ValidationError, match=message) as raised:
        ResponseFormat(type_).parse(text)

    assert raised.value.title == title


class Free(BaseModel):
    notes: dict[str, int]


class Extra(BaseModel):
    model_config = ConfigDict(extra="allow")

    x: int


class Outer(BaseModel):
    parts: list[Free]


class Loose(BaseModel):
    x: Any


class Named(NamedTuple):
    x: int
    y: str


class Alien:
    pass


@attrs.define
class Untyped:
    x = attrs.field()  # type: ignore[var-annotated]


@attrs.define
class Lost:
    x: Nowhere  # type: ignore[name-defined]  # noqa: F821


@dataclasses.dataclass
class LostToo:
    x: Nowhere  # type: ignore[name-defined]  # noqa: F821


class When(enum.Enum):
    """Values that JSON has no form for."""

    NOW = dt.date(2026, 1, 1)


class Corners(enum.Enum):
    ONE = (1, 2)


class Odd(enum.Enum):
    ONE = 1.0
    NONE = float("nan")


class Nothing(enum.Enum):
    pass


class Plain(enum.Enum):
    RED = "red"


class Deep(BaseModel):
    x: int = Field(validation_alias=AliasPath("a", 0))


class Deeper(BaseModel):
    x: int = Field(validation_alias=AliasChoices("b", AliasPath("a", 0)))


class Hidden(BaseModel):
    x: SkipJsonSchema[int]


class Tagged(BaseModel):
    tag: Literal[Plain.RED]


@dataclasses.dataclass
class Paths:
    x: Annotated[int, Field(validation_alias=AliasPath("a", "b"))]


@attrs.define
class Mapped:
    x: dict[str, Point]


@pytest.mark.parametrize(
    ("type_", "message"),
    [
        (dict[str, int], r"^dict\[str, int\] is a dict with any keys, which a strict schema"),
        (list[dict[str, int]], r"^list\[dict\[str, int\]\]\[\] is a dict with any keys"),
        (Free, r"^Free\.notes is a dict with any keys"),
        (Outer, r"^Free\.notes is a dict with any keys"),
        (Mapped, r"^Mapped\.x is a dict with any keys"),
        (Map, r"^Map\.points is a dict with any keys"),
        (Extra, "^Extra allows extra fields"),
        (Loose, r"^Loose\.x takes anything"),
        (Pair, r"^Pair\.first takes anything"),
        (Any, "^Any takes anything"),
        (list, r"^list\[\] takes anything"),
        (JsonValue, "takes anything"),
        (Named, "^Named is a tuple of different types"),
        (tuple[int, str], r"^tuple\[int, str\] is a tuple of different types"),
        (Alien, "^Alien cannot become a schema: Unable to generate pydantic-core schema"),
        (attrs.make_class("Holder", {"x": attrs.field(type=Alien)}), "^Holder cannot become a"),
        (Lost, "^the annotations of Lost cannot be read: name 'Nowhere' is not defined"),
        (LostToo, "^LostToo cannot become a schema: name 'Nowhere' is not defined"),
        (Untyped, r"^Untyped\.x has no annotation"),
        (When, r"^When has a value that cannot be read from JSON: .*date\(2026, 1, 1\)"),
        (Corners, r"^Corners has a value that cannot be read .*: Input should be \(1, 2\)"),
        (Odd, "^Odd has a value that cannot be read .*nan"),
        (Nothing, "^Nothing has no values"),
        (Literal[b"x"], r"^Literal\[b'x'\] has a value that cannot be read .*b'x'"),
        (list[Literal[Plain.RED]], r"\[\] has a value that cannot be read .*Plain.RED"),
        (Tagged, r"^Tagged\.tag has a value that cannot be read"),
        (Deep, r"^Deep\.x is read by a path \(AliasPath\)"),
        (Deeper, r"^Deeper\.x is read by a path \(AliasPath\)"),
        (list[Deep], r"^Deep\.x is read by a path"),
        (Paths, r"^Paths\.x is read by a path"),
        (Hidden, r"^Hidden\.x is required and left out \(SkipJsonSchema\)"),
        (list[SkipJsonSchema[int]], r"^list\[int\] cannot become a schema: .*SkipJsonSchema"),
        ({"type": "json_object"}, r"^response_format must be a type .*, not a dict"),
        ("Item", r"^response_format must be a type .*, not text"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_for_is_refused(type_: Any, message: str) -> None:
    """A type without a strict schema is a `TypeError` that names the place."""
    with pytest.raises(TypeError, match=message):
        ResponseFormat.of(type_)


class TypeAliasType:
    """What ``type Turning = tuple[Turning, Point]`` makes from Python 3.12 on."""

    __name__ = "Turning"

    @property
    def __value__(self) -> Any:
        return tuple[self, Point]  # type: ignore[valid-type]


def test_an_alias_that_holds_itself_is_refused() -> None:
    """An alias that contains itself and a type unknown to pydantic raises a `TypeError`."""
    with pytest.raises(TypeError, match=r"^Turning cannot become a schema: it contains itself"):
        ResponseFormat(list[TypeAliasType()])  # type: ignore[misc]


def test_a_format_is_made_once() -> None:
    """For a type that can be hashed there is one format; the order of a union counts."""
    assert ResponseFormat.of(Item) is ResponseFormat.of(Item)
    assert ResponseFormat.of(list[Item]) is ResponseFormat.of(list[Item])
    assert ResponseFormat.of(Union[int, str]) is not ResponseFormat.of(Union[str, int])  # noqa: UP007


def test_a_type_that_cannot_be_hashed_is_no_error() -> None:
    """Metadata may be of any kind."""
    type_ = Annotated[int, {"unit": "kg"}]

    assert ResponseFormat.of(type_).parse('{"value": 3}') == 3


def test_a_format_prints_readably() -> None:
    """A format shows its type as it is written."""
    assert repr(ResponseFormat(list[Item])) == "ResponseFormat(list[Item])"
    assert repr(ResponseFormat(Literal["a", 1])) == "ResponseFormat(Literal['a', 1])"


def test_without_pydantic_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where pydantic is missing, or too old, the error says how to get it."""
    expected = r'pip install "apertis\[pydantic\]"$'
    with monkeypatch.context() as patch:
        patch.setattr("pydantic.VERSION", "1.10.2")
        with pytest.raises(ImportError, match=r"1\.10\.2 is there: " + expected):
            require_pydantic()
    monkeypatch.setitem(sys.modules, "pydantic", None)
    with pytest.raises(ImportError, match=expected) as raised:
        ResponseFormat(Item)

    assert isinstance(raised.value.__cause__, ImportError)
