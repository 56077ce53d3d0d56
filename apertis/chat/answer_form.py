"""How chat completions ask for tool calls and structured output, and take the results of calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client._runtime.json_object import JSONObject, is_array, is_object
from apertis_client.models.chat_completion_message import ChatCompletionMessage
from apertis_client.models.tool_call import ToolCall

from .._answers.form import AnswerForm
from .._answers.parsing import instances
from .._answers.requested_call import RequestedCall
from .parse import CompletionParser
from .parsed import ParsedChatCompletion

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion

__all__ = ["COMPLETION_FORM", "to_send_back"]


class CompletionForm(AnswerForm[ParsedChatCompletion[Any]]):
    """The `AnswerForm` of chat completions."""

    parser = CompletionParser

    def calls(self, answer: ChatCompletion) -> list[RequestedCall]:
        """Return the calls of the first choice."""
        answer.__json_settle__()
        message = getattr(_first_choice(answer), "message", None)
        calls = instances(getattr(message, "tool_calls", None), ToolCall)
        return [_requested(call) for call in calls]

    def end_reason(self, answer: ChatCompletion) -> object:
        """Return the finish reason of the first choice."""
        return getattr(_first_choice(answer), "finish_reason", None)

    def answer_items(self, answer: ChatCompletion) -> list[Any]:
        """Return what an answer adds to a conversation: its message, if it has one."""
        message: Any = getattr(_first_choice(answer), "message", None)
        is_message = isinstance(message, ChatCompletionMessage)
        return [to_send_back(message)] if is_message else []

    def result_items(self, calls: list[RequestedCall]) -> list[Any]:
        """Return the messages with the results of calls."""
        return [{"role": "tool", "tool_call_id": c.id, "content": c.content} for c in calls]

    def unforce(self, choice: Any) -> Any:
        if choice in (None, "none", "auto"):
            return choice
        choice = _plain(choice)
        allowed = _plain(choice.get("allowed_tools")) if is_object(choice) else None
        if not is_object(allowed):
            return "auto"
        return {**choice, "allowed_tools": {**allowed, "mode": "auto"}}


COMPLETION_FORM: Final = CompletionForm()


def to_send_back(message: ChatCompletionMessage) -> ChatCompletionMessage:
    """Return a message of an answer as servers accept it in a request.

    A message that needs no change is returned itself.
    """
    members = message.__json_to_send__()
    if members == JSONObject.__json_to_send__(message):
        return message
    return ChatCompletionMessage.from_dict(members)


def _requested(call: ToolCall) -> RequestedCall:
    function: Any = call.function
    return RequestedCall(
        call.id,
        getattr(function, "name", None) or "",
        arguments_text(getattr(function, "arguments", None)),
        getattr(call, "parsed_arguments", None),
    )


def _first_choice(completion: ChatCompletion) -> Any:
    choices: Any = completion.choices
    return choices[0] if is_array(choices) and choices else None


def _plain(value: Any) -> Any:
    return value.to_dict() if isinstance(value, JSONObject) else value
