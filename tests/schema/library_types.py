"""Types of the standard library and of pydantic, and how pydantic lets them be annotated."""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import collections
import datetime as dt
import decimal
import enum
import fractions
import ipaddress
import pathlib
import re
import uuid
import zoneinfo
from collections.abc import Iterable
from typing import Annotated, Any, Literal, NamedTuple, Optional, Union

import pydantic
from pydantic import (
    BeforeValidator,
    Field,
    NaiveDatetime,
    PlainValidator,
    Strict,
    WithJsonSchema,
    create_model,
)
from pydantic.json_schema import SkipJsonSchema

from tests.schema.rows import Row

OMITTED: Any = pydantic.OnErrorOmit[int]
make: Any = create_model  # mypy wants names that it can see

UUID1 = "12345678-1234-1678-9234-567812345678"
UUID4 = "12345678-1234-4678-9234-567812345678"
NEW_YEAR = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


class Missing(enum.Enum):
    A = None
    B = "b"


class OfText(str, enum.Enum):  # noqa: UP042  as many write it
    A = "a"


class OfInt(int, enum.Enum):
    A = 1


class OfFloat(float, enum.Enum):
    A = 1.5
    B = 2.0


class Bits(enum.IntFlag):
    READ = 4
    WRITE = 2


class Ratio(enum.Enum):
    HALF = 0.5
    WHOLE = 1.0
    LARGE = 123456.789


class Lenient(enum.Enum):
    A = "a"

    @classmethod
    def _missing_(cls, value: object) -> Lenient:
        return cls.A


class Same(NamedTuple):
    a: OfText
    b: OfText


ENUMS = [
    Row(Missing, [None, "b"]),  # pydantic 2.12 reads any text as its None
    Row(OfText, ["a"], ["b"]),
    Row(OfInt, [1], [2]),
    Row(OfFloat, [1.5, 2], [3]),
    Row(Bits, [4, 2], ["x"]),
    Row(Ratio, [0.5, 1, 123456.789], [0.25]),
    Row(Lenient, ["a"]),
    Row(Same, [["a", "a"]], [["b"]]),
    Row(Literal[9007199254740992, 1], [2**53, 1], [2]),
]

OF_PYDANTIC = [
    Row(pydantic.NewPath, ["is-not-there-1"], [1]),
    Row(pydantic.FilePath, [], [1], ["/is/not/there"]),
    Row(pydantic.ImportString, ["math.pi"], [], ["math.no"]),
    Row(pydantic.Secret[int], [1], ["a"]),
    Row(pydantic.SecretBytes, ["a"], [1]),
    Row(pydantic.SecretStr | None, ["a", None], [1]),
    Row(Annotated[pydantic.SecretStr, Field(min_length=2)], ["ab"], [1], ["a"]),
    Row(pydantic.Base64Str, ["YQ=="], [1]),
    Row(pydantic.Base64UrlStr, ["YQ=="], [1]),
    Row(pydantic.UUID1, [UUID1], ["x"], [UUID4]),
    Row(pydantic.MongoDsn, ["mongodb://h/x"], [1], ["http://h/x"]),
    Row(pydantic.PostgresDsn, ["postgres://u:p@h/x"], [1]),
    Row(pydantic.AnyHttpUrl, ["http://a.b"], [1], ["ftp://a.b"]),
    Row(pydantic.StrictBytes, ["a"], [1]),
    Row(list[OMITTED], [[1]]),
    Row(Annotated[float, pydantic.AllowInfNan()], [1.5], ["a"]),
    Row(Annotated[list[int], pydantic.FailFast()], [[1]], [["a"]]),
    Row(pydantic.Json, ["[1]"], [1], ["["]),
    Row(SkipJsonSchema[int] | str, ["a"], [None]),
    Row(Annotated[int, Strict()], [1], ["1"]),
    Row(Annotated[dt.date, Strict()], ["2020-01-01"], ["x"]),
    Row(Annotated[uuid.UUID, Strict()], [UUID4], ["x"]),
    Row(Annotated[set[int], Strict()], [[1]], ["x"]),
    Row(Annotated[OfText, Strict()], ["a"], ["b"]),
    Row(Annotated[decimal.Decimal, Strict()], ["1.5"], ["a"]),
]

OF_THE_LIBRARY = [
    Row(fractions.Fraction, ["1/2"], [None], ["a"]),
    Row(collections.deque[int], [[1]], [["a"]]),
    Row(Iterable[int], [[1]], [["a"]]),
    Row(zoneinfo.ZoneInfo, ["UTC"], [1], ["No/Where"]),
    Row(re.Pattern[str], ["a"], [1], ["["]),
    Row(ipaddress.IPv6Network, ["::/8"], [None], ["x"]),
    Row(ipaddress.IPv4Interface, ["1.2.3.4/8"], [None], ["x"]),
    Row(pathlib.PurePosixPath, ["a"], [1]),
    Row(Annotated[dt.time, Field(lt=dt.time(9))], ["08:00:00Z"], ["x"], ["10:00:00Z"]),
    Row(dt.time | None, ["08:00:00Z", None], ["x"]),
    Row(
        Annotated[dt.datetime, Field(gt=NEW_YEAR)],
        ["2021-01-01T00:00:00Z"],
        ["x"],
        ["2019-01-01T00:00:00Z"],
    ),
    Row(
        Annotated[NaiveDatetime, Field(gt=NEW_YEAR.replace(tzinfo=None))],
        ["2021-01-01T00:00:00"],
        ["x"],
        ["2019-01-01T00:00:00"],
    ),
    Row(list[NaiveDatetime], [["2021-01-01T00:00:00"]], [["2021-01-01T00:00:00Z"]]),
    Row(Annotated[str, Field(max_length=0)], [""], [1], ["a"]),
    Row(Annotated[bytes, Field(min_length=1, max_length=2)], ["a"], [1], ["abc"]),
    Row(pydantic.condecimal(gt=decimal.Decimal(0), max_digits=5), ["1.25", 1], [0], ["-1"]),
    Row(pydantic.condecimal(ge=decimal.Decimal("0.01")), ["1.25", 1], ["a", 0], ["0"]),
    Row(pydantic.condecimal(ge=decimal.Decimal("1e-20")), ["1.25", 1], ["a"], ["0", 0]),
    Row(pydantic.condecimal(multiple_of=decimal.Decimal("0.05")), ["1.25"], ["a"], ["1.26"]),
    Row(pydantic.condecimal(allow_inf_nan=True), ["1.25"], ["a"]),
]

ANNOTATED = [
    Row(Annotated[Union[int, str], Field(union_mode="left_to_right")], [1, "a"], [None]),  # noqa: UP007
    Row(Annotated[Optional[int], Field(ge=1)], [1, None], [0]),  # noqa: UP045  as many write it
    Row(Annotated[float | None, Field(gt=0, lt=1e-9)], [None], ["a"], [0.5]),
    Row(Annotated[int | str, Field(description="x")], [1, "a"], [None]),
    Row(Annotated[list[str] | str, Field(min_length=1)], [["a"], "a"], [[]], [""]),
    Row(Annotated[str | list[int] | None, Field(max_length=2)], ["ab", [1], None], [[1, 2, 3]]),
    Row(Annotated[list[int] | None, Field(min_length=2)], [[1, 2], None], [[1]]),
    Row(Annotated[list[int], Field(min_length=2, max_length=2)], [[1, 2]], [[1]]),
    Row(Annotated[int, WithJsonSchema({"type": "integer", "minimum": 1})], [1], ["a"]),
    Row(Annotated[int, WithJsonSchema({"type": "string"})], ["1"], [None], ["a"]),
    Row(Annotated[int, Field(json_schema_extra={"not": {"const": 3}})], [1], ["a"]),
    Row(Annotated[str, Field(json_schema_extra={"format": "email"})], ["a@b.co"], [1]),
    Row(Annotated[str, Field(json_schema_extra={"pattern": "^[^]]$"})], ["a"], [1]),
    Row(Annotated[int, PlainValidator(int, json_schema_input_type=int)], [1], ["a"]),
    Row(Annotated[int, BeforeValidator(int, json_schema_input_type=str)], ["1"], [None], ["a"]),
    Row(
        Annotated[dt.date, BeforeValidator(lambda value: value, json_schema_input_type=str | int)],
        ["2020-01-01"],
        [None],
        ["x"],
    ),
]

MADE = [
    Row(make("Long", **{"x" * 200: (int, ...)}), [{"x" * 200: 1}], [{}]),
    Row(
        make("Many", **{f"f{number}": (int | None, None) for number in range(60)}),
        [{f"f{number}": number for number in range(60)}],
    ),
    Row(make("É", x=(int, ...)), [{"x": 1}], [{}]),
    Row(make("A[b]", x=(int, ...)), [{"x": 1}], [{}]),
]

ROWS = [*ENUMS, *OF_PYDANTIC, *OF_THE_LIBRARY, *ANNOTATED, *MADE]
