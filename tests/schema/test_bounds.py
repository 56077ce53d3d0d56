"""`apertis._schema.bounds`: bounds that engines hold, and bounds that leave no value."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import re
from typing import Annotated, Any, Literal

import annotated_types
import pytest
from pydantic import BaseModel, Field, SecretStr, create_model

import apertis
from apertis._schema.response_format import ResponseFormat

JANUARY, MAY = dt.date(2026, 1, 1), dt.date(2026, 5, 1)
NAIVE = dt.datetime(2026, 1, 1)  # noqa: DTZ001  on purpose
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        (Annotated[int, Field(ge=5, le=3)], "ge=5 and le=3"),
        (Annotated[int, Field(gt=1, lt=2)], "gt=1 and lt=2"),
        (Annotated[int, Field(ge=1, le=4, multiple_of=5)], "ge=1, le=4 and multiple_of=5"),
        (
            Annotated[float, Field(gt=0, lt=0.05, multiple_of=0.1)],
            "gt=0, lt=0.05 and multiple_of=0.1",
        ),
        (
            Annotated[decimal.Decimal, Field(gt=0.5, le=0.7, multiple_of=0.5)],
            "gt=0.5, le=0.7 and multiple_of=0.5",
        ),
        (Annotated[int, annotated_types.Interval(gt=3, le=3)], "gt=3 and le=3"),
        (Annotated[float, Field(ge=1, lt=1)], "ge=1 and lt=1"),
        (Annotated[float, Field(ge=1e30, le=1e20)], "ge=1e+30 and le=1e+20"),
        (Annotated[decimal.Decimal, Field(ge=2, le=1)], "ge=2 and le=1"),
        (Annotated[int | float, Field(ge=5, le=3)], "minimum=5 and maximum=3"),
        (Annotated[dt.date, Field(ge=MAY, le=JANUARY)], f"ge={MAY!r} and le={JANUARY!r}"),
        (Annotated[dt.timedelta, Field(gt=DAY, lt=DAY)], f"gt={DAY!r} and lt={DAY!r}"),
        (Annotated[str, Field(min_length=3, max_length=2)], "min_length=3 and max_length=2"),
        (Annotated[bytes, Field(min_length=3, max_length=2)], "min_length=3 and max_length=2"),
        (Annotated[SecretStr, Field(min_length=3, max_length=2)], "minLength=3 and maxLength=2"),
        (Annotated[list[int], Field(min_length=3, max_length=2)], "min_length=3 and max_length=2"),
        (Annotated[set[int], Field(min_length=3, max_length=2)], "min_length=3 and max_length=2"),
        (Annotated[tuple[int, int], Field(min_length=3)], "minItems=3 and maxItems=2"),
    ],
    ids=str,
)
def test_bounds_that_leave_no_value_are_refused(type_: Any, names: str) -> None:
    """No answer could be read, so nothing is sent; the message names the place and the bounds."""
    model = create_model("Order", x=(type_, ...))
    message = f"Order.x takes no value: none has {names}"
    for asked in (model, list[model], model | None):  # type: ignore[valid-type]
        with pytest.raises(TypeError, match=re.escape(message)):
            ResponseFormat(asked)


def test_a_parameter_of_a_tool_is_named() -> None:
    """The same holds for tools."""

    def order(count: Annotated[int, Field(ge=5, le=3)]) -> None:
        raise AssertionError(count)

    with pytest.raises(TypeError, match=r"^order\.count takes no value: none has ge=5 and le=3$"):
        apertis.tool(order)


@pytest.mark.parametrize(
    "type_",
    [
        Annotated[int, Field(gt=1, lt=3)],
        Annotated[int, Field(ge=1, le=5, multiple_of=5)],
        Annotated[float, Field(gt=1, lt=2)],
        Annotated[float, Field(ge=1, le=1)],
        Annotated[dt.date, Field(ge=JANUARY, le=JANUARY)],
        Annotated[str, Field(min_length=2, max_length=2)],
        # The first is later as text and earlier as a time.
        Annotated[
            dt.datetime,
            Field(
                ge=dt.datetime(2026, 1, 1, 5, tzinfo=dt.timezone(dt.timedelta(hours=5))),
                le=dt.datetime(2026, 1, 1, 1, tzinfo=dt.UTC),
            ),
        ],
        # Which of them is later, the validator says.
        Annotated[dt.datetime, Field(ge=NAIVE, le=NAIVE.replace(tzinfo=dt.UTC))],
    ],
    ids=str,
)
def test_bounds_that_leave_a_value_are_sent(type_: Any) -> None:
    """One value is enough."""
    assert ResponseFormat(type_).is_wrapped


def test_a_bound_beyond_engines_is_said_in_words() -> None:
    """A schema with it would be refused by engines; the model reads it in the description."""

    class Wide(BaseModel):
        count: Annotated[int, Field(ge=0, le=2**64 - 1)]
        share: Annotated[float, Field(ge=1e-9, le=1)]

    assert ResponseFormat(Wide).param["json_schema"]["schema"]["properties"] == {
        "count": {"type": "integer", "minimum": 0, "description": f"At most {2**64 - 1}."},
        "share": {"type": "number", "maximum": 1, "description": "At least 1e-09."},
    }


def test_bounds_that_pydantic_refuses_are_a_type_error() -> None:
    """Pydantic has an error of its own for them, deep inside of which is the reason."""
    with pytest.raises(TypeError, match=r"^int cannot become a schema: .*'ge' must be coercible"):
        ResponseFormat(Annotated[int, Field(ge=0.5)])


class Large(enum.Enum):
    """Identifiers beyond the integers that JSON numbers hold exactly."""

    ONE = 2**60


@pytest.mark.parametrize("type_", [Literal[9007199254740993], Large])
def test_a_choice_beyond_exact_integers_is_refused(type_: Any) -> None:
    """Engines could not write it with all of its digits."""
    with pytest.raises(TypeError, match="as a choice, which a strict schema cannot express"):
        ResponseFormat(type_)
