"""What `inspect.signature` and `help` show of a generated method; see also the population."""

from __future__ import annotations

import inspect
import pydoc
import re
from typing import Any

import pytest

from apertis._core.options import RequestOptions
from apertis.resources.chat import AsyncCompletions, Completions
from tests.spec import spec

SCHEMA: dict[str, Any] = spec()["components"]["schemas"]["ChatCompletionRequest"]
PROPERTIES: dict[str, Any] = SCHEMA["properties"]
OPTIONS = list(RequestOptions.__annotations__)
CREATES = {"sync": Completions.create, "async": AsyncCompletions.create}
EACH_CREATE = pytest.mark.parametrize("create", CREATES.values(), ids=CREATES.keys())


def one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def entry(method: Any, name: str) -> str:
    """Return what the documentation of a method says of an argument, on one line."""
    found = re.search(
        rf"^    {name}: (.*?)(?=^    \w+: |^\S|\Z)",
        inspect.getdoc(method) or "",
        re.MULTILINE | re.DOTALL,
    )
    assert found, f"{name} is not documented"
    return one_line(found[1])


@EACH_CREATE
def test_the_signature_lists_every_property_of_the_spec(create: Any) -> None:
    """Each property of the request is a keyword, and beside them are the options of any call."""
    parameters = inspect.signature(create).parameters

    assert set(parameters) == {"self", *PROPERTIES, *OPTIONS}
    in_order = [name for name in parameters if name in PROPERTIES and name != "stream"]
    assert in_order == [name for name in PROPERTIES if name != "stream"]
    assert list(parameters)[-len(OPTIONS) :] == OPTIONS


@EACH_CREATE
@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_has_its_description(create: Any, name: str) -> None:
    """The documentation of an argument begins with the description that the spec has."""
    assert entry(create, name).startswith(one_line(PROPERTIES[name]["description"]))


@EACH_CREATE
@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_is_described(create: Any, name: str) -> None:
    """The options of any call are documented with every call."""
    assert len(entry(create, name)) > 20


@EACH_CREATE
def test_limits_and_defaults_are_told(create: Any) -> None:
    """Ranges, defaults and what is deprecated are part of the documentation."""
    assert "Range: 0.0 to 2.0. Default of the server: 1." in entry(create, "temperature")
    assert "At least 1." in entry(create, "max_tokens")
    assert "Deprecated." in entry(create, "function_call")


@EACH_CREATE
def test_help_reads_like_code(create: Any) -> None:
    """`help` shows annotations as they are written, without quotation marks, and what is raised."""
    text = pydoc.plain(pydoc.render_doc(create))

    assert "temperature: float | None = None" in text
    assert "model: str," in text
    assert "stream: bool | None = None" in text
    assert "'" not in text.partition("Create a model")[0].partition("create(")[2]
    assert "NotRequired" not in text
    assert "Required[" not in text
    assert "Raises:" in text
    for name in PROPERTIES:
        assert name in text


@EACH_CREATE
def test_annotations_are_written_without_their_qualifier(create: Any) -> None:
    """An annotation is the type, not whether it is required."""
    for name, parameter in inspect.signature(create).parameters.items():
        if name != "self":
            assert "Required" not in str(parameter.annotation), name
            assert "\n" not in str(parameter.annotation), name


def test_what_is_given_back_is_told() -> None:
    """A signature says what the call gives back, with and without a stream."""
    sync = str(inspect.signature(Completions.create).return_annotation)
    asynchronous = str(inspect.signature(AsyncCompletions.create).return_annotation)

    assert sync == "ChatCompletion | Stream[ChatCompletionChunk]"
    assert "ChatCompletion" in asynchronous
    assert "AsyncStream[ChatCompletionChunk]" in asynchronous


def test_a_method_stays_a_method() -> None:
    """Name, qualified name and module are those of the class that has the method."""
    for cls in (Completions, AsyncCompletions):
        assert cls.create.__name__ == "create"
        assert cls.create.__qualname__ == f"{cls.__name__}.create"
        assert cls.create.__module__ == "apertis.resources.chat"
