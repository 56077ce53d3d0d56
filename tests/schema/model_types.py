"""Models of pydantic, as programs declare them."""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import datetime as dt
import decimal
import enum
import uuid
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

import pydantic
from annotated_types import Ge
from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PrivateAttr,
    RootModel,
    Tag,
    alias_generators,
    computed_field,
    field_validator,
    model_validator,
)

from tests.schema.rows import Row

T = TypeVar("T")
U = TypeVar("U")
N = TypeVar("N", int, str)
B = TypeVar("B", bound=BaseModel)

UUID = "12345678-1234-4678-9234-567812345678"


class Unit(enum.StrEnum):
    METRE = "m"
    FOOT = "ft"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 9


class Address(BaseModel):
    """Where somebody lives."""

    street: str
    city: str = Field(description="Without the country.", examples=["Paris"])
    code: Annotated[str, Field(pattern=r"^\d{5}$")] | None = None


class Person(BaseModel):
    name: str = Field(min_length=1, max_length=50)
    age: int = Field(ge=0, le=150)
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$")]
    addresses: list[Address] = Field(min_length=1, max_length=3)
    tags: set[str] = set()
    born: dt.date | None = None


class Invoice(BaseModel):
    number: Annotated[str, Field(pattern=r"^INV-\d{4,6}$")]
    lines: list[Line]
    currency: Literal["EUR", "USD", "CHF"] = "EUR"
    total: decimal.Decimal = Field(ge=0, decimal_places=2)
    paid: bool = False


class Line(BaseModel):
    what: str
    price: Annotated[float, Field(gt=0)]
    count: pydantic.PositiveInt = 1


class Circle(BaseModel):
    shape: Literal["circle"] = "circle"
    radius: float


class Square(BaseModel):
    shape: Literal["square"] = "square"
    side: float


class Drawing(BaseModel):
    shapes: list[Annotated[Circle | Square, Field(discriminator="shape")]]


class Wood(BaseModel):
    kind: Literal["oak", "pine"]


class Metal(BaseModel):
    kind: Literal["iron"]
    weight: float


class Material(RootModel[Annotated[Wood | Metal, Field(discriminator="kind")]]):
    pass


def tag_of(value: Any) -> str:
    return "circle" if (value.get("radius") is not None) else "square"


class Friend(BaseModel):
    friend: Friend | None = None
    friends: list[Friend] = []
    name: str


class Even(BaseModel):
    next: Odd | None


class Odd(BaseModel):
    next: Even | None


class Expression(BaseModel):
    op: Literal["+", "-", "*", "/"]
    left: float | Expression
    right: float | Expression


class Page(BaseModel, Generic[T]):
    items: list[T]
    next: str | None = None


class Both(BaseModel, Generic[T, U]):
    first: T
    second: U


class Restricted(BaseModel, Generic[N]):
    value: N


class Holder(BaseModel, Generic[B]):
    value: B


class Base(BaseModel):
    id: uuid.UUID
    at: pydantic.AwareDatetime


class Derived(Base):
    name: str
    id: uuid.UUID = Field(description="Of version 4.")


class Camel(BaseModel):
    model_config = ConfigDict(alias_generator=alias_generators.to_camel)

    first_name: str
    last_name: str | None = None


class ByName(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    size: int = Field(alias="the-size")


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)

    a: int
    b: str
    c: bool
    d: float


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, str_max_length=5)

    text: str


class Docs(BaseModel):
    """A class with attributes that are described."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    x: int
    """How far to the right."""
    y: int = 0
    """How far up."""


class Values(BaseModel):
    model_config = ConfigDict(use_enum_values=True)

    unit: Unit
    level: Level | None = None


class Extra(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": [{"a": 1}]}, title="A title")

    a: int = Field(json_schema_extra={"x-note": "kept"}, deprecated=True)


class Computed(BaseModel):
    side: float
    kinds: ClassVar[list[str]] = ["a"]
    _secret: int = PrivateAttr(1)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def area(self) -> float:
        return self.side**2


class Checked(BaseModel):
    low: int
    high: int

    @field_validator("low")
    @classmethod
    def _low(cls, value: int) -> int:
        if value < 0:
            raise ValueError("negative")
        return value

    @model_validator(mode="after")
    def _order(self) -> Checked:
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


class Defaults(BaseModel):
    a: int = 3
    b: list[str] = Field(default_factory=list)
    d: Unit = Unit.METRE
    e: dt.date = dt.date(2026, 1, 1)
    f: Address | None = None


class OddNames(BaseModel):
    def_: int = Field(alias="def")
    with_space: int = Field(alias="with space")
    umlaut: int = Field(alias="größe")
    dollar: int = Field(alias="$ref")
    empty: int = Field(alias="a.b[0]")


class Names(BaseModel):
    type: str
    properties: list[str]
    required: bool
    items: int
    title: str
    description: str
    enum: Literal["a"]
    format: str = "x"
    pattern: str = "y"
    const: None = None


SQUARE = {"shape": "square", "side": 1.5}
CIRCLE = {"shape": "circle", "radius": 2}
ADDRESS = {"street": "A", "city": "B", "code": "12345"}
PERSON = {
    "name": "Ada",
    "age": 36,
    "email": "ada@x.org",
    "addresses": [ADDRESS],
    "tags": ["a"],
    "born": "1815-12-10",
}
LINE = {"what": "a", "price": 1.5, "count": 2}
INVOICE = {"number": "INV-1234", "lines": [LINE], "currency": "EUR", "total": "12.50", "paid": True}
STAMP = "2026-01-02T03:04:05Z"
FRIEND: dict[str, Any] = {"friend": None, "friends": [], "name": "a"}

ROWS = [
    Row(Address, [ADDRESS, {**ADDRESS, "code": None}], [{**ADDRESS, "code": "1"}, {"street": "A"}]),
    Row(
        Person,
        [PERSON],
        [{**PERSON, "age": 151}, {**PERSON, "email": "x"}, {**PERSON, "addresses": []}],
        [{**PERSON, "name": ""}],
    ),
    Row(list[Person], [[PERSON, PERSON], []], [[{}]]),
    Row(Person | None, [PERSON, None], [{}, "x"]),
    Row(
        Invoice,
        [INVOICE, {**INVOICE, "total": 3}],
        [{**INVOICE, "number": "1234"}, {**INVOICE, "lines": [{}]}],
        [{**INVOICE, "total": "-1"}],
    ),
    Row(Drawing, [{"shapes": [CIRCLE, SQUARE]}], [{"shapes": [{**CIRCLE, "shape": "square"}]}]),
    Row(
        Material,
        [{"kind": "oak"}, {"kind": "iron", "weight": 1}],
        [{"kind": "iron"}, {"kind": "tin"}],
    ),
    Row(
        Annotated[
            Annotated[Circle, Tag("circle")] | Annotated[Square, Tag("square")],
            Discriminator(tag_of),
        ],
        [CIRCLE, SQUARE],
        [{"shape": "x"}],
    ),
    Row(Friend, [{**FRIEND, "friend": FRIEND, "friends": [FRIEND]}], [{**FRIEND, "friend": 1}]),
    Row(Even, [{"next": {"next": {"next": None}}}], [{"next": 1}]),
    Row(
        Expression,
        [{"op": "+", "left": 1, "right": {"op": "*", "left": 2.5, "right": 3}}],
        [{"op": "%", "left": 1, "right": 2}],
    ),
    Row(Page[Address], [{"items": [ADDRESS], "next": None}], [{"items": [1], "next": None}]),
    Row(
        Page[Page[int]],
        [{"items": [{"items": [1], "next": "a"}], "next": None}],
        [{"items": [1], "next": None}],
    ),
    Row(
        Page[Unit | None], [{"items": ["m", None], "next": None}], [{"items": ["x"], "next": None}]
    ),
    Row(Both[int, str], [{"first": 1, "second": "a"}], [{"first": "a", "second": "a"}]),
    Row(
        Both[Annotated[int, Ge(3)], list[Unit]],
        [{"first": 3, "second": ["m"]}],
        [{"first": 2, "second": ["m"]}],
    ),
    Row(Restricted[int], [{"value": 1}], [{"value": "a"}]),
    Row(Holder[Circle], [{"value": CIRCLE}], [{"value": SQUARE}]),
    Row(Derived, [{"id": UUID, "at": STAMP, "name": "a"}], [{"id": "x", "at": STAMP, "name": "a"}]),
    Row(Camel, [{"firstName": "a", "lastName": None}], [{"first_name": "a", "last_name": None}]),
    Row(ByName, [{"the-size": 1}], [], []),
    Row(
        Strict,
        [{"a": 1, "b": "x", "c": True, "d": 1.5}],
        [{"a": "1", "b": "x", "c": True, "d": 1.5}],
    ),
    Row(Frozen, [{"text": "abc"}], [{"text": 1}], [{"text": "abcdef"}]),
    Row(Docs, [{"x": 1, "y": 2}], [{"x": None, "y": 1}]),
    Row(
        Values,
        [{"unit": "m", "level": 9}, {"unit": "ft", "level": None}],
        [{"unit": "m", "level": 2}],
    ),
    Row(Extra, [{"a": 1}], [{"a": "x"}]),
    Row(Computed, [{"side": 1.5}], [{"side": "a"}, {}]),
    Row(Checked, [{"low": 1, "high": 2}], [{"low": "a", "high": 2}], [{"low": 3, "high": 2}]),
    Row(
        Defaults,
        [{"a": 1, "b": [], "d": "m", "e": "2026-01-02", "f": None}],
        [{"a": 1, "b": [], "d": "x", "e": "2026-01-02", "f": None}],
    ),
    Row(OddNames, [{"def": 1, "with space": 2, "größe": 3, "$ref": 4, "a.b[0]": 5}], [{}]),
    Row(
        Names,
        [
            {
                "type": "a",
                "properties": ["b"],
                "required": True,
                "items": 1,
                "title": "t",
                "description": "d",
                "enum": "a",
                "format": "f",
                "pattern": "p",
                "const": None,
            }
        ],
        [{}],
    ),
    Row(tuple[Circle, ...], [[CIRCLE], []], [[SQUARE]]),
    Row(Circle | Square | None, [CIRCLE, SQUARE, None], [1]),
    Row(Circle | int | str, [CIRCLE, 1, "a"], [None, [1]]),
    Row(list[Circle | Square], [[CIRCLE, SQUARE]], [[1]]),
    Row(RootModel[int], [1], ["a"]),
    Row(RootModel[Circle], [CIRCLE], [SQUARE]),
    Row(RootModel[str | None], ["a", None], [1]),
]
