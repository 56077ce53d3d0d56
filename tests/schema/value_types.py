"""Types of one value: numbers, texts, times and choices."""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import datetime as dt
import decimal
import enum
import ipaddress
import pathlib
import re
import uuid
from typing import Annotated, Literal

import pydantic
from pydantic import Field

from tests.schema.rows import Row


class Color(enum.Enum):
    RED = "red"
    ROT = "red"  # noqa: PIE796  an alias
    BLUE = "blue"


class Size(enum.IntEnum):
    SMALL = 1
    LARGE = 2


class Tone(enum.StrEnum):
    LOW = "low"
    HIGH = "high"


class Mixed(enum.Enum):
    TEXT = "a"
    NUMBER = 2


class Flag(enum.Flag):
    A = 1
    B = 2


UUID = "12345678-1234-4678-9234-567812345678"
BEFORE = dt.date(2026, 1, 1)

SCALARS = [
    Row(int, [0, -7, 10**15], ["a", None, 1.5]),
    Row(float, [0, 1.5, -2e10], ["a", None]),
    Row(bool, [True, False], [3, "no idea", None]),
    Row(str, ["", 'a"b\\', "größe\n", "\U0001f600"], [1, None]),
    Row(None, [None], [0, "a"]),
    Row(Annotated[int, Field(ge=1, le=5)], [1, 5], [0, 6]),
    Row(Annotated[int, Field(gt=1, lt=5)], [2, 4], [1, 5]),
    Row(Annotated[int, Field(multiple_of=5)], [0, 25]),
    Row(Annotated[float, Field(ge=0.5, lt=2)], [0.5, 1.25], [0.25, 2]),
    Row(Annotated[float, Field(le=float("inf"))], [1e9]),
    Row(Annotated[float, Field(allow_inf_nan=False)], [1.5], ["NaN"]),
    Row(pydantic.PositiveInt, [1], [0]),
    Row(pydantic.NonNegativeFloat, [0.0], [-1.0]),
    Row(pydantic.StrictInt, [1], ["1"]),
    Row(pydantic.StrictStr, ["1"], [1]),
    Row(pydantic.StrictBool, [True], [1]),
    Row(pydantic.FiniteFloat, [1.5], ["a"]),
    Row(pydantic.ByteSize, [1024, "1KB"], [None]),
    Row(decimal.Decimal, [1, 1.5, "1.10", "-3"], ["a", None, "1.1.1"]),
    Row(Annotated[decimal.Decimal, Field(ge=1, le=3)], [1, "2.5"], [0.5, 4], ["0.5", "9"]),
    Row(pydantic.condecimal(max_digits=4, decimal_places=2), ["12.34", 1.5], ["a"], ["123.456"]),
    Row(pydantic.condecimal(multiple_of=decimal.Decimal("0.5")), ["1.5", 2], ["a"], ["1.3"]),
    Row(complex, ["1+2j"], [None]),
    Row(bytes, ["abc"], [1]),
    Row(pydantic.Base64Bytes, ["YWJj"], [1], ["a"]),
    Row(pydantic.SecretStr, ["abc"], [1]),
    Row(pathlib.Path, ["a/b"], [1]),
    Row(re.Pattern, ["a+"], [1], ["("]),
    Row(pydantic.AnyUrl, ["https://example.com"], [1], ["nowhere"]),
    Row(pydantic.HttpUrl, ["https://example.com/a"], [1], ["ftp://x"]),
    Row(pydantic.Json[list[int]], ["[1]"], [1], ["x"]),
    Row(pydantic.IPvAnyAddress, ["127.0.0.1"], [None], ["x"]),
    Row(ipaddress.IPv4Address, ["127.0.0.1"], ["x", "1.2.3.400"]),
    Row(ipaddress.IPv6Address, ["::1"], ["x"]),
    Row(ipaddress.IPv4Network, ["10.0.0.0/8"], [None], ["x"]),
    Row(uuid.UUID, [UUID], ["x", UUID[:-1]]),
    Row(pydantic.UUID4, [UUID], ["x"], ["12345678-1234-1678-9234-567812345678"]),
    Row(pydantic.UUID7, ["01912345-1234-7678-9234-567812345678"], ["x"], [UUID]),
]

BOUNDS = [
    Row(Annotated[int, Field(ge=-(2**63), le=2**63 - 1)], [5, -5, 2**63 - 1, -(2**63)], ["a"]),
    Row(Annotated[int, Field(ge=0, le=2**64 - 1)], [0, 2**63, 2**64 - 1], [-1], [2**64]),
    Row(Annotated[int, Field(ge=-(2**53), le=2**53)], [2**53, -(2**53)], [2**53 + 1]),
    Row(Annotated[int, Field(ge=2**70)], [2**71], ["a"], [5]),
    Row(Annotated[int, Field(gt=-(2**31) - 1, lt=2**31)], [2**31 - 1, -(2**31)], [2**31]),
    Row(Annotated[int, Field(ge=0, le=2**32 - 1)], [0, 2**32 - 1], [-1, 2**32]),
    Row(Annotated[int, Field(ge=True)], [1], [0]),
    Row(Annotated[int, Field(multiple_of=10**20)], [0, 10**20], ["a"], [5]),
    Row(Annotated[int, Field(multiple_of=10**9)], [10**9], ["a"], [5]),
    Row(Annotated[int, Field(ge=1, le=10**9, multiple_of=10**5)], [10**5, 10**9], [0]),
    Row(Annotated[int, Field(ge=5, le=5)], [5], [4, 6]),
    Row(Annotated[float, Field(ge=0, le=1e20)], [0.5, 0], [-1.0], [10**21]),
    Row(Annotated[float, Field(ge=0, le=1.7e308)], [0.5], [-1.0]),
    Row(Annotated[float, Field(ge=-1e300, le=1e300)], [0.5, -3], ["a"]),
    Row(Annotated[float, Field(gt=1e-100, le=1)], [0.5], [2.0], [0.0]),
    Row(Annotated[float, Field(ge=1e-7)], [0.5], ["a"], [0.0, -1.0]),
    Row(Annotated[float, Field(ge=0.1 + 0.2, lt=1)], [0.5], [1.0], [0.1]),
    Row(Annotated[float, Field(ge=1 / 3)], [0.5], ["a"], [0.25]),
    Row(Annotated[float, Field(ge=-273.15, le=1e3)], [20.5, -273.15, 1000], [-300.0, 1000.5]),
    Row(Annotated[float, Field(gt=0, le=1e6, multiple_of=0.01)], [0.25, 999.99, 3], [-1, 0]),
    Row(Annotated[float, Field(multiple_of=1e-9)], [0.5, 3], ["a"]),
    Row(Annotated[float, Field(ge=1.5, le=1.5)], [1.5], [1.4, 2]),
    Row(Annotated[float, Field(ge=-90, le=90)], [52.520008, -90], [90.1, -91]),
    Row(Annotated[int | float, Field(ge=5)], [5, 5.5], [4, 4.5, "a"]),
    Row(Annotated[float | int | None, Field(multiple_of=2)], [4, None], ["a"]),
    Row(Annotated[list[int] | set[str], Field(min_length=2)], [[1, 2], ["a", "b"]], [[], [1]]),
    Row(Annotated[list[int], Field(max_length=10**6)], [[], [1]], ["a"]),
    Row(Annotated[decimal.Decimal, Field(ge=0, le=10**30)], [1, "2.5"], [-1], ["-1"]),
    Row(Annotated[tuple[int, int], Field(min_length=2)], [[1, 2]], [[1]]),
]

TIMES = [
    Row(dt.date, ["2026-01-02"], ["2026-13-02", "x"]),
    Row(
        dt.datetime,
        ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.5+02:00"],
        ["2026-01-02T25:00:00Z"],
    ),
    Row(dt.time, ["03:04:05Z"], ["25:00:00Z"]),
    Row(dt.timedelta, ["P1D", "PT1H30M"], ["x", "1 day and more"]),
    Row(pydantic.AwareDatetime, ["2026-01-02T03:04:05Z"], ["2026-01-02T03:04:05"]),
    Row(
        pydantic.NaiveDatetime,
        ["2026-01-02T03:04:05", "2026-12-31T23:59:59.123456"],
        ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05+02:00", "2026-13-02T03:04:05"],
        ["2026-02-30T03:04:05"],
    ),
    Row(Annotated[dt.time, Field(ge=dt.time(9))], ["10:00:00Z"], ["25:00:00Z"]),
    Row(Annotated[dt.date, Field(ge=BEFORE)], ["2026-01-01"], ["x"], ["2025-12-31"]),
    Row(
        Annotated[dt.date, Field(gt=BEFORE, lt=dt.date(2027, 1, 1))],
        ["2026-01-02"],
        ["x"],
        ["2027-01-01"],
    ),
    Row(Annotated[dt.timedelta, Field(le=dt.timedelta(days=1))], ["PT1H"], ["x"], ["P2D"]),
    Row(pydantic.PastDate, ["2020-01-02"], ["x"], ["2999-01-01"]),
    Row(pydantic.FutureDate, ["2999-01-02"], ["x"], ["2020-01-01"]),
    Row(pydantic.PastDatetime, ["2020-01-02T00:00:00Z"], ["x"], ["2999-01-01T00:00:00Z"]),
    Row(pydantic.FutureDatetime, ["2999-01-02T00:00:00Z"], ["x"], ["2020-01-01T00:00:00Z"]),
]

CHOICES = [
    Row(Color, ["red", "blue"], ["green", "ROT"]),
    Row(Size, [1, 2], [3, "SMALL"]),
    Row(Tone, ["low"], ["LOW"]),
    Row(Mixed, ["a", 2], ["b", 3]),
    Row(Flag, [1, 2], ["A"]),
    Row(Literal["a", "b"], ["a"], ["c", None]),
    Row(Literal[1, 2], [1], [3]),
    Row(Literal["a", 1, None], ["a", 1, None], ["b"]),  # noqa: PYI061  one of its values
    Row(Literal[True], [True], [False]),
    Row(Literal['"', "\\", "ü\n"], ['"', "\\", "ü\n"], ["a"]),
    Row(Literal[Tone.LOW], ["low"], ["high"]),
    Row(Literal[Size.SMALL], [1], [2]),
    Row(Color | None, ["red", None], ["x"]),
    Row(list[Color], [["red"], []], [["x"]]),
]

ROWS = [*SCALARS, *BOUNDS, *TIMES, *CHOICES]
