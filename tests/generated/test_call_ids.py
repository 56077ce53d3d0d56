"""The ids that calls of tools get which came without one."""

from __future__ import annotations

from typing import Any

import pytest

from apertis_client.models import ChatCompletion, Message, Response

ANSWERS: list[tuple[Any, dict[str, Any]]] = [
    (ChatCompletion, {"choices": [{"message": {"tool_calls": [{"function": {"name": "f"}}]}}]}),
    (Message, {"content": [{"type": "tool_use", "name": "f", "input": {}}]}),
    (Response, {"output": [{"type": "function_call", "name": "f", "arguments": "{}"}]}),
]


@pytest.mark.parametrize(("model", "members"), ANSWERS)
def test_ids_that_are_made_up_differ_between_answers(model: Any, members: dict[str, Any]) -> None:
    """A call that a later answer repeats is another, to servers that compare the ids of all."""
    first, again, second = (model.from_dict({"id": id_, **members}) for id_ in "aab")
    for answer in (first, again, second):
        answer.__json_settle__()

    assert "call_" in first.to_json()
    assert first == again
    assert first.to_json().replace('"a"', '"b"') != second.to_json()
