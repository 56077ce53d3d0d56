"""`apertis._schema.limits`: how large a strict schema may be."""

from __future__ import annotations

import enum
import re
from typing import Any

import pytest
from pydantic import BaseModel, create_model

from apertis._schema.limits import check_limits
from apertis._schema.response_format import ResponseFormat


def nested(levels: int) -> Any:
    type_: Any = int
    for level in range(levels):
        type_ = create_model(f"Level{level}", x=(type_, ...))
    return type_


def wide(count: int, length: int = 5) -> Any:
    fields: dict[str, Any] = {
        f"{'f' * (length - 5)}{number:05}": (int, ...) for number in range(count)
    }
    return create_model("Wide", **fields)


def choice(count: int) -> Any:
    make_enum: Any = enum.Enum  # mypy wants literal members
    type_ = make_enum("X", {f"x{number}": f"x{number}" for number in range(count)})
    return create_model("Choice", x=(type_, ...))


@pytest.mark.parametrize("type_", [nested(10), wide(5000), choice(1000), wide(1200, 100)])
def test_what_is_within_the_limits_is_sent(type_: Any) -> None:
    """Up to the documented limits, a type has a schema."""
    assert ResponseFormat(type_).param["json_schema"]["strict"] is True


@pytest.mark.parametrize(
    ("type_", "message"),
    [
        (nested(11), "Level10 has 11 levels of nested objects; a strict schema has at most 10"),
        (wide(5001), "Wide has 5,001 properties; a strict schema has at most 5,000"),
        (choice(1001), "Choice has 1,001 enum values; a strict schema has at most 1,000"),
        (
            wide(1201, 100),
            "Wide has 120,100 characters in names and values; a strict schema has at most 120,000",
        ),
    ],
)
def test_what_is_beyond_a_limit_is_refused(type_: Any, message: str) -> None:
    """One more is a `TypeError` before anything is sent, which says what there is too much of."""
    with pytest.raises(TypeError, match=re.escape(message)):
        ResponseFormat(type_)


class Tree(BaseModel):
    """What may be of any depth."""

    children: list[Tree]


def test_recursion_has_no_depth() -> None:
    """What refers to itself is counted once."""
    assert ResponseFormat(Tree).name == "Tree"


def test_everything_is_counted() -> None:
    """Constants and names of definitions count, and what stands in unions, lists, definitions."""
    word = "w" * 30_001
    inner = {"anyOf": [{"type": "string", "const": word}, {"type": "string", "enum": [word]}]}
    schema = {"type": "array", "items": {"$ref": f"#/$defs/{word}"}}
    object_ = {"type": "object", "properties": {word: inner}}
    with pytest.raises(TypeError, match="has 120,004 characters"):
        check_limits({**schema, "$defs": {word: object_}}, "It")
