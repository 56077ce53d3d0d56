"""`apertis._core.options`: what a call can be told beside what the API takes."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from apertis import RetryPolicy
from apertis._core.checks import Timeouts
from apertis._core.options import RequestOptions
from apertis._core.prepare import take_options

NAMES = list(RequestOptions.__annotations__)


def test_options_are_taken_out_of_the_arguments() -> None:
    """What is left of the arguments of a call are those of the API."""
    arguments: dict[str, Any] = {
        "model": "m",
        "timeout": 7,
        "max_retries": 0,
        "deadline": 30,
        "idle_timeout": 1.5,
        "extra_headers": {"X-A": "a", "X-B": None},
        "extra_query": {"q": 1},
        "extra_body": {"x": None},
        "messages": [],
    }
    options = take_options(arguments)

    assert arguments == {"model": "m", "messages": []}
    assert sorted(options) == sorted(NAMES)
    assert options["timeout"] == Timeouts(5.0, 7.0, 7.0, 7.0)
    assert isinstance(options["max_retries"], RetryPolicy)
    assert options["max_retries"].max_retries == 0
    assert (options["deadline"], options["idle_timeout"]) == (30.0, 1.5)
    assert options["extra_headers"] == {"x-a": "a", "x-b": None}
    assert options["extra_query"] == {"q": 1}
    assert options["extra_body"] == {"x": None}


@pytest.mark.parametrize("name", NAMES)
def test_none_is_not_given(name: str) -> None:
    """An option that is None is as the client is set."""
    arguments: dict[str, Any] = {name: None}

    assert take_options(arguments) == {}
    assert arguments == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_documented(name: str) -> None:
    """Each option says what it does."""
    assert f"\n    {name}: " in inspect.cleandoc(RequestOptions.__doc__ or "")


@pytest.mark.parametrize("name", ["extra_headers", "extra_query", "extra_body"])
def test_what_was_given_is_not_held(name: str) -> None:
    """A dict given to a call is not changed by it."""
    value = {"a": "b"}
    options: Any = take_options({name: value})

    assert options[name] == value
    assert options[name] is not value


def test_a_policy_is_taken_as_it_is() -> None:
    """A policy may be given to a call instead of a number."""
    policy = RetryPolicy(7)

    assert take_options({"max_retries": policy}) == {"max_retries": policy}
