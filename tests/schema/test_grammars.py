"""Strict schemas, as the engines read them that hold a model to a schema.

A model can only write what an engine accepts. So whatever is asked for has to compile in real
engines, and they have to accept what the validator takes, and no more than words can explain.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from apertis._schema.response_format import ResponseFormat
from tests.schema import (
    alias_types,
    class_types,
    compound_types,
    library_types,
    model_types,
    pattern_types,
    value_types,
)
from tests.schema.engines import ENGINES
from tests.schema.rows import Row

ROWS = [
    *value_types.ROWS,
    *pattern_types.ROWS,
    *compound_types.ROWS,
    *class_types.ROWS,
    *model_types.ROWS,
    *alias_types.ROWS,
    *library_types.ROWS,
]


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
