"""How chat completions ask for tool calls, and take their results."""

from __future__ import annotations

from typing import Any, Final

from apertis_client._runtime.json_object import JSONObject, is_object

from .._answers.run_arguments import copy_items
from .requested_calls import answer_items, requested_calls, result_items
from .structured_output import StructuredOutput

__all__ = ["COMPLETION_FORM"]


class CompletionForm:
    """The `AnswerForm` of chat completions."""

    conversation = "messages"
    output = StructuredOutput[Any]
    requested_calls = staticmethod(requested_calls)
    answer_items = staticmethod(answer_items)
    result_items = staticmethod(result_items)

    def items(self, given: Any) -> list[Any]:
        """Return the messages in a list of its own."""
        return copy_items("messages", given)

    def unforce(self, choice: Any) -> Any:
        """Return a `tool_choice` for later turns, in which a forced call would never end."""
        if choice in (None, "none", "auto"):
            return choice
        choice = _plain(choice)
        allowed = _plain(choice.get("allowed_tools")) if is_object(choice) else None
        if not is_object(allowed):
            return "auto"
        return {**choice, "allowed_tools": {**allowed, "mode": "auto"}}


COMPLETION_FORM: Final = CompletionForm()


def _plain(value: Any) -> Any:
    return value.to_dict() if isinstance(value, JSONObject) else value
