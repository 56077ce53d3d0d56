"""`apertis._schema.tool_messages`: what the model is told about the tools that it called."""

# ruff: noqa: D101  a docstring would be sent

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import json
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from pydantic import BaseModel, SecretStr, ValidationError

from apertis._schema.tool import pydantic_function_tool, tool
from apertis._schema.tool_messages import UnknownToolError, error_content, result_content
from apertis_client.models import Usage


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


@tool
def find(city: str, days: int = 3) -> None: ...


class Friendly:
    def __str__(self) -> str:
        return "hello"


@dataclasses.dataclass
class Mixed:
    tag: Tag
    at: dt.date


@pytest.mark.parametrize(
    ("value", "content"),
    [
        ("text", "text"),
        ('"text"', '"text"'),
        ("", ""),
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (1.5, "1.5"),
        (float("nan"), "NaN"),
        ({"a": [1, None], "ü": "ü"}, '{"a":[1,null],"ü":"ü"}'),
        ((1, 2), "[1,2]"),
        ({1}, "[1]"),
        (MappingProxyType({"a": 1}), '{"a":1}'),
        (Place(lat=1), '{"lat":1.0,"lon":0.0}'),
        ([Place(lat=1)], '[{"lat":1.0,"lon":0.0}]'),
        (Span(dt.date(2026, 1, 2)), '{"start":"2026-01-02","days":1}'),
        (Tag("x"), '{"label":"x","_weight":1}'),
        (
            Mixed(Tag("x"), dt.date(2026, 1, 2)),
            '{"tag":{"label":"x","_weight":1},"at":"2026-01-02"}',
        ),
        (Usage.from_dict({"total_tokens": 3}), '{"total_tokens":3}'),
        ([Usage.from_dict({"total_tokens": 3})], '[{"total_tokens":3}]'),
        (dt.date(2026, 1, 2), "2026-01-02"),
        (decimal.Decimal("1.50"), "1.50"),
        (Unit.CELSIUS, "c"),
        (Unit.STEPS, "2"),
        (b"text", "text"),
        (SecretStr("x"), "**********"),
        (Friendly(), "hello"),
        ({"a": Friendly()}, '{"a":"hello"}'),
    ],
)
def test_a_result_is_told_as_text_or_json(value: Any, content: str) -> None:
    """Text is sent as it is, objects and lists as compact JSON, the rest as it prints."""
    assert result_content(value) == content


def test_half_a_surrogate_pair_is_told() -> None:
    """A name that is not valid Unicode, as `os.listdir` may return, stops nothing."""
    assert result_content("a\udcff") == "a\udcff"
    assert result_content({"files": ["a\udcff"]}) == '{"files":["a\\udcff"]}'
    assert error_content(ValueError("a\udcff")) == "Error: ValueError: a\udcff"


def test_a_result_that_cannot_be_written_is_an_error() -> None:
    """Bytes that are not text, and values that contain themselves, raise a `ValueError`."""
    circle: list[Any] = []
    circle.append(circle)
    for value in (b"\xff", circle):
        with pytest.raises(ValueError, match=r"utf-8|Circular"):
            result_content(value)


def failure(call: Callable[[], Any]) -> Exception:
    """Return the exception that a call ends with."""
    try:
        call()
    except Exception as error:  # noqa: BLE001  whatever it is
        return error
    raise AssertionError


@pytest.mark.parametrize(
    ("error", "content"),
    [
        (
            failure(lambda: find.run('{"days": "soon", "more": 1}')),
            (
                "Error: what was sent does not fit find. city: Field required. days: Input"
                " should be a valid integer, unable to parse string as an integer; got"
                ' "soon". more: Extra inputs are not permitted; got 1.'
            ),
        ),
        (
            failure(lambda: find.run('{"city": "R')),
            (
                "Error: what was sent does not fit find. Invalid JSON: EOF while parsing a"
                ' string at line 1 column 11; got "{\\"city\\": \\"R".'
            ),
        ),
        (
            failure(lambda: find.run("[]")),
            "Error: what was sent does not fit find. Input should be an object; got [].",
        ),
        (
            failure(lambda: pydantic_function_tool(Place).parse_arguments('{"lat": "N"}')),
            (
                "Error: what was sent does not fit Place. lat: Input should be a valid number,"
                ' unable to parse string as a number; got "N".'
            ),
        ),
        (
            failure(lambda: Place.model_validate({"lat": Friendly})),
            (
                "Error: what was sent does not fit Place. lat: Input should be a valid number; got"
                f" {Friendly!r}."
            ),
        ),
        (UnknownToolError("there is no tool named 'x'"), "Error: there is no tool named 'x'."),
        (ValueError("no such city"), "Error: ValueError: no such city"),
        (KeyError("Rome"), "Error: KeyError: 'Rome'"),
        (TimeoutError(), "Error: TimeoutError"),
        (ValueError("x" * 5000), f"Error: ValueError: {'x' * 1988}..."),
    ],
    ids=str,
)
def test_an_error_is_told_to_the_model(error: Exception, content: str) -> None:
    """The model reads what was expected and what came, shortly and without a traceback."""
    assert error_content(error) == content


def test_a_long_input_is_shortened() -> None:
    """Of a wrong argument, no more than its beginning is repeated."""
    error = failure(lambda: find.run(json.dumps({"city": "x", "days": "9" * 50 + "x" * 500})))

    assert isinstance(error, ValidationError)
    assert len(error_content(error)) < 300
    assert error_content(error).endswith("xxx....")
