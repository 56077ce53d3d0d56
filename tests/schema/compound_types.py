"""Types that hold others: lists, unions, objects."""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Annotated, Generic, Literal, NamedTuple, TypedDict, TypeVar

import attrs
import pydantic
from pydantic import BaseModel, ConfigDict, Field

from tests.schema.rows import Row
from tests.schema.value_types import Color

T = TypeVar("T")


class Item(BaseModel):
    name: str
    count: int = 1


class Box(BaseModel, Generic[T]):
    item: T


class Tree(BaseModel):
    value: int
    children: list[Tree] = []


class Chain(BaseModel):
    next: Chain | None = None


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    kind: Literal["dog"]
    good: bool


class Owner(BaseModel):
    pet: Cat | Dog = Field(discriminator="kind")


class Aliased(BaseModel):
    class_: str = Field(alias="class")


class Quoted(BaseModel):
    a: int = Field(alias='say "a"\\')


class Choices(BaseModel):
    x: int = Field(validation_alias=pydantic.AliasChoices("b", "c"))


class Partly(BaseModel):
    x: int
    hidden: pydantic.json_schema.SkipJsonSchema[int] = 3


class Empty(BaseModel):
    pass


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    x: int


@dataclasses.dataclass
class Span:
    start: dt.date
    days: int = 1


@attrs.define
class Point:
    x: float
    y: float = 0.0


class Film(TypedDict):
    title: str
    year: int


class Pair(NamedTuple):
    a: int
    b: int


COMPOUND = [
    Row(list[int], [[], [1, 2]], [["a"], {}]),
    Row(Annotated[list[int], Field(min_length=1, max_length=2)], [[1], [1, 2]], [[], [1, 2, 3]]),
    Row(set[str], [["a"]], [[1]]),
    Row(frozenset[int], [[1]], [["a"]]),
    Row(tuple[int, ...], [[1, 2]], [["a"]]),
    Row(tuple[int, int], [[1, 2]], [[1], [1, 2, 3]]),
    Row(Pair, [[1, 2]], [[1]]),
    Row(list[list[int]], [[[1], []]], [[1]]),
    Row(int | str, [1, "a"], [None]),
    Row(int | None, [1, None], ["a"]),
    Row(list[int | None], [[1, None]], [["a"]]),
    Row(int | pydantic.json_schema.SkipJsonSchema[None], [1], ["a"]),  # type: ignore[misc]
    Row(Cat | Dog, [{"kind": "cat", "lives": 9}], [{"kind": "cat", "good": True}]),
    Row(Item | None, [None, {"name": "a", "count": 2}], [1]),
    Row(list[Item], [[{"name": "a", "count": 2}]], [[{"name": 1, "count": 2}]]),
    Row(list[Point], [[{"x": 1, "y": 2.5}]], [[{"x": "a", "y": 2}]]),
    Row(pydantic.RootModel[list[int]], [[1]], [["a"]]),
]

OBJECTS = [
    Row(Item, [{"name": "a", "count": 2}], [{"name": 1, "count": 2}, {"count": 2}]),
    Row(Box[int], [{"item": 1}], [{"item": "a"}]),
    Row(Box[list[Color]], [{"item": ["red"]}], [{"item": ["x"]}]),
    Row(Box[Box[Item]], [{"item": {"item": {"name": "a", "count": 1}}}], [{"item": 1}]),
    Row(
        Tree,
        [{"value": 1, "children": [{"value": 2, "children": []}]}],
        [{"value": 1, "children": 2}],
    ),
    Row(Chain, [{"next": {"next": None}}], [{"next": 1}]),
    Row(Owner, [{"pet": {"kind": "dog", "good": True}}], [{"pet": {"kind": "dog", "lives": 9}}]),
    Row(Aliased, [{"class": "a"}], [{"class_": "a"}]),
    Row(Quoted, [{'say "a"\\': 1}], [{"a": 1}]),
    Row(Choices, [{"b": 1}], [{"x": 1}]),
    Row(Partly, [{"x": 1}], [{"x": "a"}]),
    Row(Empty, [{}], [[]]),
    Row(Closed, [{"x": 1}], [{"x": 1, "y": 2}]),
    Row(Span, [{"start": "2026-01-02", "days": 3}], [{"start": "x", "days": 3}]),
    Row(Point, [{"x": 1.5, "y": 0}], [{"x": None, "y": 0}]),
    Row(Film, [{"title": "M", "year": 1931}], [{"title": "M", "year": "x"}]),
    Row(Annotated[Item, Field(description="One.")], [{"name": "a", "count": 1}], [{}]),
]

ROWS = [*COMPOUND, *OBJECTS]
