"""Strict schemas, as the engines read them that hold a model to a schema.

A model can only write what an engine accepts. So whatever is asked for has to compile in real
engines, and they have to accept what the validator takes, and no more than words can explain.
"""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import functools
import importlib
import ipaddress
import json
import pathlib
import re
import sys
import types
import uuid
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypedDict, TypeVar

import attrs
import pydantic
import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from apertis._schema.response_format import ResponseFormat
from tests.pinned import install

T = TypeVar("T")

Accepts = Callable[[str], bool]


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


class Row(NamedTuple):
    """A type, and JSON values of it or not.

    Both take `good` values and refuse `bad` ones; only words tell the model not to write `loose`.
    """

    type: Any
    good: Sequence[Any]
    bad: Sequence[Any] = ()
    loose: Sequence[Any] = ()


def matches(pattern: str) -> Any:
    return Annotated[str, Field(pattern=pattern)]


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
    Row(Flag, [1, 2], [7]),
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

PATTERNS = [
    Row(matches(pattern), good, bad, loose)
    for pattern, good, bad, loose in [
        (r"^[a-z]{2,3}$", ["ab", "abc"], ["a", "abcd"], []),
        (r"^\d{3}-\d{4}$", ["123-4567"], ["123-456", "123-456x"], []),
        (r"^\w+@\w+\.com$", ["ab@c.com"], ["ab@ccom"], []),
        (r"^[\w.-]+$", ["a.b-c"], ["a b"], []),
        (r"^[\w\-]+$", ["a-b"], ["a b"], []),
        (r"^[\d\s]+$", ["1 2"], ["a"], []),
        (r"^\S+$", ["ab"], ["a b"], []),
        (r"^\D+$", ["ab"], ["a1"], []),
        (r"^(?:a|b)+$", ["abba"], ["abc"], []),
        (r"^(?P<x>a)b$", ["ab"], ["b"], []),
        (r"^a|b$", ["ax", "xb"], [], ["x"]),
        (r"^(a|b)$", ["a", "b"], ["ab"], []),
        (r"a|b", ["a", "xbx"], ["c"], []),
        (r"abc", ["abc", "xabcx"], ["ab"], []),
        (r"^abc", ["abc", "abcx"], ["xabc"], []),
        (r"abc$", ["abc", "xabc"], ["abcx"], []),
        (r"\Aab\z", ["ab"], ["abc"], []),
        (r"^\x41\x{42}\u0043$", ["ABC"], ["AB"], []),
        (r"^\x2e$", ["."], ["a"], []),
        (r"^[\x41-\x43]+$", ["ABC"], ["D"], []),
        (r"^\p{L}+$", ["aé"], [], ["1"]),
        (r"^[\p{Lu}]$", ["A"], [], ["1"]),
        (r"\bword\b", ["a word"], [], ["swords"]),
        (r"^a\Bb$", ["ab"], [], ["a"]),
        (r"(?i)^abc$", ["ABC"], [], ["x"]),
        (r"^[[:alpha:]]+$", ["ab"], [], ["1"]),
        (r"^[a-z&&[^b]]+$", ["ac"], [], ["b"]),
        (r"^\W+$", ["--"], [], ["a"]),
        (r"^a*?b+?c??$", ["b", "aabc"], ["a"], []),
        (r"^\"\\/$", ['"\\/'], [], ["a"]),
        (r"^\$\d+\.\d{2}$", ["$12.50"], ["12.50", "$1250"], []),
        (r"^[^\]\\]+$", ["ab"], ["a]"], []),
        (r"^[^]]+$", ["ab"], ["a]"], []),
        (r"^\[[^]]*\]$", ["[]", "[ab]"], ["[a]]", "a"], []),
        (r"^[]a]$", ["]", "a"], ["b", ""], []),
        (r"^[\-^]+$", ["^", "-^"], ["a"], []),
        (r"^[\--/]+$", ["-./"], [], ["+"]),
        (r"^[ -~]+$", ["a-b ~"], ["ä"], []),
        (r"^[^^]$", ["a"], ["^"], []),
        (r"^[a^]$", ["a", "^"], ["b"], []),
        (r"^[^/?<>|*:]+$", ["a.txt"], ["a/b", "a|b"], []),
        (r'^["]$', ['"'], [], ["a"]),
        (r"^[^\w]$", ["-"], [], ["a", "ä"]),
        (r"^[\x00-\x1f]$", ["\t"], [], ["a"]),
        (r"^\#\-\ \:$", ["#- :"], ["a"], []),
        (r"^ä.ö$", ["äxö"], ["ao"], []),
        (r"^.*$", ["", "abc"], [], []),
        (r"^$", [""], ["a"], []),
        (r"^a$|^b$", ["a"], [], ["c"]),
        (r"^a\nb$", ["a\nb"], [], ["ab"]),
        ("^a\nb$", ["a\nb"], [], ["ab"]),
        (r"^.{1,500}$", ["a" * 500], ["", "a" * 501], []),
        (r"^[A-Za-z0-9+/]{0,300}={0,2}$", ["YWJj", "YQ=="], ["===", "a b"], []),
    ]
] + [
    Row(Annotated[str, StringConstraints(min_length=2)], ["ab"], [1], ["a"]),
    Row(Annotated[str, StringConstraints(max_length=2)], ["ab"], [1], ["abc"]),
]

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

ROWS = [*SCALARS, *TIMES, *CHOICES, *PATTERNS, *COMPOUND, *OBJECTS]


def compile_with_llguidance(schema: dict[str, Any]) -> Accepts:
    llguidance = importlib.import_module("llguidance")
    grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(schema))
    tokenizer = _tokenizer()
    is_wrong, messages = llguidance.LLMatcher.validate_grammar_with_warnings(grammar, tokenizer)
    assert not is_wrong and not messages, messages  # noqa: PT018

    def accepts(text: str) -> bool:
        matcher = llguidance.LLMatcher(tokenizer, grammar, log_level=0)
        tokens = list(text.encode())
        return matcher.try_consume_tokens(tokens) == len(tokens) and bool(matcher.is_accepting())

    return accepts


@functools.cache
def _tokenizer() -> Any:
    return importlib.import_module("llguidance").LLTokenizer("byte")


def compile_with_xgrammar(schema: dict[str, Any]) -> Accepts:
    core, compiler = _xgrammar()
    grammar = compiler.compile_json_schema(json.dumps(schema), True, None, None, True, None, False)

    def accepts(text: str) -> bool:
        matcher = core.GrammarMatcher(grammar, None, True, -1, None)
        return bool(matcher.accept_string(text, False)) and bool(matcher.is_terminated())

    return accepts


@functools.cache
def _xgrammar() -> tuple[Any, Any]:
    """Return the native library of xgrammar, and a compiler of it for text without tokens.

    The package is entered by its bindings alone: the rest of its Python code imports torch.
    """
    folder = install(pathlib.Path(__file__).with_name("xgrammar.txt"))
    sys.path.append(str(folder))
    package = sys.modules["xgrammar"] = types.ModuleType("xgrammar")
    package.__path__ = [str(folder / "xgrammar")]
    importlib.import_module("xgrammar.load_binding")
    core = importlib.import_module("xgrammar.base")._core
    return core, core.GrammarCompiler(core.TokenizerInfo([], 0, None, None, False), 1, False, -1)


ENGINES = {"llguidance": compile_with_llguidance, "xgrammar": compile_with_xgrammar}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.type))
def test_an_engine_accepts_what_the_validator_takes(row: Row, engine: str) -> None:
    """A schema compiles; what fits the type can be written, and what does not, cannot."""
    format_: ResponseFormat[Any] = ResponseFormat(row.type)
    accepts = ENGINES[engine](format_.param["json_schema"]["schema"])

    def is_valid(text: str) -> bool:
        try:
            format_.parse(text)
        except ValueError:
            return False
        return True

    def written(values: Sequence[Any]) -> list[str]:
        wrapped = [{"value": value} if format_.is_wrapped else value for value in values]
        return [json.dumps(value, ensure_ascii=False) for value in wrapped]

    assert [text for text in written(row.good) if not is_valid(text)] == []
    assert [text for text in written([*row.bad, *row.loose]) if is_valid(text)] == []
    assert [text for text in written([*row.good, *row.loose]) if not accepts(text)] == []
    assert [text for text in written(row.bad) if accepts(text)] == []
