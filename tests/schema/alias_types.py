"""Names for types, constraints beside types, and containers of types."""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import datetime as dt
import decimal
import enum
import uuid
from collections.abc import MutableSequence, Sequence
from typing import Annotated, Any, Literal, NewType, Optional, TypeVar, Union

import pydantic
import typing_extensions
from annotated_types import Ge, Gt, Interval, Le, Len, Lt, MaxLen, MinLen, MultipleOf, Predicate
from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WrapValidator

from tests.schema.model_types import CIRCLE, STAMP, UUID, Both, Circle, Level, Unit
from tests.schema.rows import Row

T = TypeVar("T")


class Answer(enum.Enum):
    YES = True
    NO = False


class Single(enum.Enum):
    ONLY = "only"


class Auto(enum.Enum):
    A = enum.auto()
    B = enum.auto()


UserId = NewType("UserId", int)
Slug = NewType("Slug", str)
Percent = Annotated[float, Field(ge=0, le=100)]
ShortList = Annotated[list[Annotated[str, MinLen(1)]], MaxLen(3)]
Scores = typing_extensions.TypeAliasType("Scores", list[int])
Pairs = typing_extensions.TypeAliasType("Pairs", Both[T, T], type_params=(T,))
Rec = typing_extensions.TypeAliasType("Rec", "list[Rec] | int")


def even(value: int) -> int:
    if value % 2:
        raise ValueError("odd")
    return value


def wrapped(value: Any, handler: Any) -> Any:
    return handler(value)


NAMED = [
    Row(UserId, [1], ["a"]),
    Row(Slug, ["a"], [1]),
    Row(list[UserId], [[1]], [["a"]]),
    Row(Percent, [0, 99.5, 100], [-1, 101]),
    Row(list[Percent], [[1]], [[101]]),
    Row(ShortList, [["a"], []], [["a", "b", "c", "d"]], [[""]]),
    Row(Scores, [[1]], [["a"]]),
    Row(Pairs[int], [{"first": 1, "second": 2}], [{"first": "a", "second": 2}]),
    Row(Rec, [1, [1, [2]]], ["a"]),
    Row(Annotated[int, AfterValidator(even)], [2], ["a"], [3]),
    Row(Annotated[int, BeforeValidator(int)], [2], ["a"]),
    Row(Annotated[int, WrapValidator(wrapped)], [2], ["a"]),
    Row(Annotated[int, PlainSerializer(str)], [2], ["a"]),
    Row(Annotated[list[int], AfterValidator(tuple)], [[1]], [["a"]]),
    Row(Annotated[int, Field(description="d"), AfterValidator(even), Le(10)], [2], ["a"], [3, 12]),
    Row(Annotated[int, Interval(ge=1, lt=5)], [1, 4], [0, 5]),
    Row(Annotated[int, Gt(1), Lt(3)], [2], [1, 3]),
    Row(Annotated[int, MultipleOf(3)], [3], ["a"]),
    Row(Annotated[int, Predicate(lambda value: value > 3)], [4], ["a"], [3]),
    Row(Annotated[list[int], Len(2, 3)], [[1, 2], [1, 2, 3]], [[1], [1, 2, 3, 4]]),
    Row(Annotated[str, Len(2, 3)], ["ab"], [1], ["a"]),
    Row(Annotated[Literal["a", "b"], Field(description="x")], ["a"], ["c"]),
    Row(Annotated[Unit, Field(description="x", examples=["m"])], ["m"], ["x"]),
    Row(Annotated[Unit | None, Field(description="x")], ["m", None], ["x"]),
    Row(pydantic.conint(gt=3, multiple_of=2), [4], [3]),
    Row(pydantic.conlist(int, min_length=1, max_length=2), [[1]], [[], [1, 2, 3]]),
    Row(pydantic.conset(int, min_length=1), [[1]], [[]]),
    Row(pydantic.constr(pattern="^a+$", max_length=3), ["aa"], ["b"], ["aaaa"]),
    Row(pydantic.confloat(ge=0, lt=1), [0, 0.5], [1, -0.5]),
    Row(pydantic.constr(to_lower=True, strip_whitespace=True), [" A "], [1]),
    Row(pydantic.NegativeInt, [-1], [0]),
    Row(pydantic.NonPositiveInt, [0], [1]),
    Row(pydantic.StrictFloat, [1.5], ["1.5"]),
    Row(pydantic.StrictInt | pydantic.StrictStr, [1, "a"], [None]),
]

CONTAINERS = [
    Row(Sequence[int], [[1], []], [["a"]]),
    Row(MutableSequence[int], [[1]], [["a"]]),
    Row(frozenset[Unit], [["m"]], [["x"]]),
    Row(set[Literal[1, 2]], [[1, 2]], [[3]]),
    Row(list[tuple[int, int]], [[[1, 2]]], [[[1]]]),
    Row(tuple[str, str, str], [["a", "b", "c"]], [["a"]]),
    Row(tuple[float, float] | None, [[1.5, 2], None], [[1]]),
    Row(list[list[list[str]]], [[[["a"]]]], [[["a"]]]),
    Row(list[dt.date], [["2026-01-02"]], [["x"]]),
    Row(list[uuid.UUID], [[UUID]], [["x"]]),
    Row(list[decimal.Decimal], [["1.5", 2]], [["a"]]),
    Row(list[bool | None], [[True, None]], [["a"]]),
    Row(list[str | int | float | bool | None], [["a", 1, 1.5, True, None]], [[[1]]]),
    Row(Optional[list[int]], [[1], None], [["a"]]),  # noqa: UP045  as many write it
    Row(Union[int, list[int], None], [1, [1], None], ["a"]),  # noqa: UP007  as many write it
    Row(
        Annotated[list[Annotated[int, Ge(0), Le(9)]], Len(3, 3)], [[1, 2, 3]], [[1, 2], [1, 2, 10]]
    ),
    Row(Annotated[set[Unit], Field(min_length=1)], [["m"]], [[]]),
    Row(Annotated[tuple[int, ...], Field(min_length=2)], [[1, 2]], [[1]]),
    Row(Annotated[list[Circle], Field(min_length=1, description="Some.")], [[CIRCLE]], [[]]),
    Row(dt.date | dt.timedelta, ["2026-01-02", "P1D"], ["x"]),
    Row(dt.datetime | None, [STAMP, None], ["x"]),
    Row(uuid.UUID | int, [UUID, 1], ["x"]),
    Row(int | float, [1, 1.5], ["a"]),
    Row(bool | int, [True, 1], ["a"]),
    Row(Literal["a"] | int, ["a", 1], ["b"]),
    Row(Literal["a"] | None, ["a", None], ["b"]),
    Row(Literal["a", "b", "c"], ["a", "c"], ["d"]),
    Row(Literal[1, "1"], [1, "1"], [2, "2"]),
    Row(Literal[-1, 0, 1], [-1, 0], [2]),
    Row(Literal[""], [""], ["a"]),
    Row(
        Literal["a\tb", "\u2028", "\x7f", "</script>", "ab\u0301"],
        ["a\tb", "\u2028", "</script>"],
        ["a"],
    ),
    Row(Literal["x" * 200], ["x" * 200], ["x" * 199]),
    Row(Literal[Unit.METRE, Level.LOW], ["m", 1], ["ft", 9]),
    Row(Level | Unit, [1, "m"], [2, "x"]),
    Row(Answer, [True, False], ["a"]),
    Row(Single, ["only"], ["other"]),
    Row(Auto, [1, 2], [3]),
    Row(Annotated[Level, Field(description="d")] | None, [1, None], [2]),
]

ROWS = [*NAMED, *CONTAINERS]
