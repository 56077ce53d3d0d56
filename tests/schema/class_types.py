"""Dataclasses, attrs classes, dicts and tuples with named members, as programs declare them."""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Annotated, Generic, NamedTuple, NotRequired, Required, TypedDict, TypeVar

import attrs
import pydantic
import typing_extensions
from pydantic import Field

from tests.schema.model_types import ADDRESS, Address, Unit
from tests.schema.rows import Row

T = TypeVar("T")


@dataclasses.dataclass
class Plain:
    x: int
    y: Annotated[int, Field(ge=0)] = 0
    z: list[int] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Slotted:
    name: str
    plain: Plain | None = None


@dataclasses.dataclass
class Node:
    value: int
    next: Node | None = None


@dataclasses.dataclass
class Series(Generic[T]):
    value: T
    values: list[T]


@dataclasses.dataclass
class Hidden:
    a: int
    b: int = dataclasses.field(init=False, default=1)
    c: dataclasses.InitVar[int] = 0


@pydantic.dataclasses.dataclass
class Rich:
    x: int = Field(gt=0, description="A count.")
    unit: Unit = Unit.METRE


@attrs.define
class Part:
    name: str
    weight: float = attrs.field(default=1.0, validator=attrs.validators.ge(0))
    _private: int = 0


@attrs.frozen
class Whole:
    parts: list[Part]
    main: Part | None = None
    extra: tuple[Part, ...] = ()


@attrs.define
class Branch:
    left: Branch | None = None
    right: Branch | None = None


@attrs.define
class AttrsBox(Generic[T]):
    value: T


@attrs.define(kw_only=True)
class Mixed:
    plain: Plain
    person: Address
    film: Movie
    unit: Unit


class Movie(TypedDict, total=False):
    title: Required[str]
    year: Annotated[int, Field(ge=1888)]
    genres: list[str]


class Crew(TypedDict):
    lead: str
    second: NotRequired[str]
    movie: Movie


class Nested(TypedDict):
    inside: Nested | None
    value: int


class TypedBox(TypedDict, Generic[T]):
    value: T


class TypedExtension(typing_extensions.TypedDict):
    at: typing_extensions.ReadOnly[dt.date]


class Vector(NamedTuple):
    x: float
    y: float
    z: float = 0.0


ROWS = [
    Row(Plain, [{"x": 1, "y": 0, "z": [1]}], [{"x": 1, "y": -1, "z": []}]),
    Row(
        Slotted,
        [{"name": "a", "plain": {"x": 1, "y": 0, "z": []}}, {"name": "a", "plain": None}],
        [{"name": 1, "plain": None}],
    ),
    Row(Node, [{"value": 1, "next": {"value": 2, "next": None}}], [{"value": 1, "next": 2}]),
    Row(Series[int], [{"value": 1, "values": [1]}], [{"value": "a", "values": []}]),
    Row(Series[Unit], [{"value": "m", "values": ["ft"]}], [{"value": "x", "values": []}]),
    Row(Hidden, [{"a": 1, "c": 2}], [{"a": 1, "c": "x"}]),
    Row(Rich, [{"x": 1, "unit": "m"}], [{"x": 0, "unit": "m"}]),
    Row(list[Rich], [[{"x": 1, "unit": "m"}]], [[{"x": 0, "unit": "m"}]]),
    Row(
        Part,
        [{"name": "a", "weight": 1.5, "private": 1}],
        [{"name": "a", "weight": "x", "private": 1}],
        [{"name": "a", "weight": -1, "private": 1}],
    ),
    Row(
        Whole,
        [{"parts": [{"name": "a", "weight": 1, "private": 1}], "main": None, "extra": []}],
        [{"parts": [1], "main": None, "extra": []}],
    ),
    Row(
        Branch,
        [{"left": {"left": None, "right": None}, "right": None}],
        [{"left": 1, "right": None}],
    ),
    Row(AttrsBox[int], [{"value": 1}], [{"value": "a"}]),
    Row(AttrsBox[list[Part]], [{"value": []}], [{"value": [1]}]),
    Row(
        Mixed,
        [
            {
                "plain": {"x": 1, "y": 0, "z": []},
                "person": ADDRESS,
                "film": {"title": "M", "year": 1931, "genres": []},
                "unit": "m",
            }
        ],
        [{}],
    ),
    Row(
        Movie,
        [{"title": "M", "year": 1931, "genres": ["a"]}],
        [{"title": "M", "year": 1800, "genres": []}],
    ),
    Row(
        Crew,
        [{"lead": "a", "second": "b", "movie": {"title": "M", "year": 1931, "genres": []}}],
        [{"lead": 1, "second": "b", "movie": {}}],
    ),
    Row(
        Nested, [{"inside": {"inside": None, "value": 1}, "value": 2}], [{"inside": 1, "value": 2}]
    ),
    Row(TypedBox[int], [{"value": 1}], [{"value": "a"}]),
    Row(TypedExtension, [{"at": "2026-01-02"}], [{"at": "x"}]),
    Row(Vector, [[1, 2, 3], [1.5, 2, 0]], [[1], [1, 2, 3, 4]]),
    Row(list[Vector], [[[1, 2, 3]]], [[[1]]]),
    Row(Plain | Part, [{"x": 1, "y": 0, "z": []}, {"name": "a", "weight": 1, "private": 1}], [1]),
    Row(list[Movie | Plain], [[{"x": 1, "y": 0, "z": []}]], [[1]]),
]
