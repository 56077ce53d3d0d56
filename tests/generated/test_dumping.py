"""`apertis_client._runtime.dumping`: the methods of models that people know from pydantic."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apertis_client.models import ChatCompletion, Usage

RECEIVED: dict[str, Any] = {
    "id": "a",
    "model": None,
    "choices": [
        {"index": 0, "message": {"role": "assistant", "content": "Hi", "refusal": None}},
        {"index": 1, "message": {"role": "assistant", "content": "Ho"}},
    ],
    "timings": {"total": 3},
}


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ({}, RECEIVED),
        ({"mode": "json", "by_alias": True, "exclude_unset": True, "warnings": False}, RECEIVED),
        ({"include": {"id", "model"}}, {"id": "a", "model": None}),
        ({"include": ["id"], "exclude_none": True}, {"id": "a"}),
        ({"exclude": {"choices", "timings"}}, {"id": "a", "model": None}),
        ({"include": {"choices": {0: {"index"}}}}, {"choices": [{"index": 0}]}),
        (
            {"include": {"choices": {"__all__": {"index": True}}}},
            {"choices": [{"index": 0}, {"index": 1}]},
        ),
        (
            {"include": {"choices": ...}, "exclude": {"choices": {"__all__": {"message"}}}},
            {"choices": [{"index": 0}, {"index": 1}]},
        ),
        ({"include": {"timings": {"total"}}}, {"timings": {"total": 3}}),
    ],
    ids=str,
)
def test_model_dump_takes_the_keywords_of_pydantic(keywords: Any, expected: Any) -> None:
    """Members are kept and left out at every depth as pydantic does; other keywords are taken."""
    completion = ChatCompletion.from_dict(RECEIVED)

    assert completion.model_dump(**keywords) == expected
    assert json.loads(completion.model_dump_json(**keywords)) == expected


def test_exclude_none_counts_at_every_depth() -> None:
    """Members that are null are left out inside of lists and objects as well."""
    dumped = ChatCompletion.from_dict(RECEIVED).model_dump(exclude_none=True)

    assert "model" not in dumped
    assert "refusal" not in dumped["choices"][0]["message"]


def test_model_validate_builds_the_object() -> None:
    """An object is built from a dict, from JSON text, and is itself where it is one already."""
    usage = Usage.model_validate({"total_tokens": 3})

    assert Usage.model_validate(usage) is usage
    assert Usage.model_validate_json('{"total_tokens": 3}') == usage
    with pytest.raises(ValueError, match="Expecting"):
        Usage.model_validate_json("{")


@pytest.mark.parametrize("value", ["x", None, 1, [{"total_tokens": 3}]], ids=repr)
def test_what_is_no_object_is_refused(value: Any) -> None:
    """What is no JSON object is a `ValueError`, as it is with pydantic, and never itself."""
    for build in (Usage.model_validate, Usage.from_dict, ChatCompletion.model_validate):
        with pytest.raises(ValueError, match=f"needs a JSON object, not {type(value).__name__}"):
            build(value)
    with pytest.raises(ValueError, match="Usage needs a JSON object"):
        Usage.model_validate_json(json.dumps(value))


def test_a_keyword_that_pydantic_does_not_have_is_refused() -> None:
    """A keyword that is misspelled is not passed over."""
    completion = ChatCompletion.from_dict(RECEIVED)
    for dump in (completion.model_dump, completion.model_dump_json):
        with pytest.raises(TypeError, match="takes no argument 'exclude_nones'"):
            dump(exclude_nones=True)


def test_model_copy_changes_members_of_a_copy() -> None:
    """What it holds is the same, unless the copy is deep."""
    completion = ChatCompletion.from_dict(RECEIVED)
    copied = completion.model_copy(update={"id": "other", "more": 1})
    deep = completion.model_copy(deep=True)

    assert (copied.id, copied["more"], completion.id) == ("other", 1, RECEIVED.get("id"))
    assert copied.choices is completion.choices
    assert deep == completion
    assert deep.choices[0] is not completion.choices[0]


class Printer:
    """Takes what an object prints in IPython."""

    def __init__(self) -> None:
        self.printed = ""

    def group(self, _indent: int, begin: str, end: str) -> Printer:
        self.printed += begin
        self._end = end
        return self

    def __enter__(self) -> None: ...

    def __exit__(self, *exception: object) -> None:
        self.printed += self._end

    def text(self, text: str) -> None:
        self.printed += text

    def breakable(self) -> None:
        self.printed += " "

    def pretty(self, value: object) -> None:
        self.printed += repr(value)


def test_printing_leaves_out_what_is_null() -> None:
    """IPython and rich show the members that are there, unknown ones included."""
    usage = Usage.from_dict({"total_tokens": 3, "prompt_tokens": None, "cost": 0.5})
    printer = Printer()
    usage._repr_pretty_(printer, cycle=False)

    assert printer.printed == "Usage(total_tokens=3, cost=0.5)"
    assert dict(usage.__rich_repr__()) == {"total_tokens": 3, "cost": 0.5}
