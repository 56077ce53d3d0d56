"""The tool calls of a completion, and what it adds to a conversation with their results."""

from __future__ import annotations

from typing import Any, cast

from apertis_client._runtime.json_object import JSONObject, is_array
from apertis_client.models import ChatCompletion, ToolCall
from apertis_client.models.chat_completion_message import ChatCompletionMessage

from .._answers.requested_call import RequestedCall
from .messages import to_send_back
from .parse import cut_by
from .text import arguments_text

__all__ = ["answer_items", "requested_calls", "result_items"]


def requested_calls(completion: ChatCompletion) -> list[RequestedCall]:
    """Return the calls that an answer asks for, each with an id of its own.

    Raises:
        LengthFinishReasonError: the answer was cut at the token limit, its calls maybe with it.
        ContentFilterFinishReasonError: the same, by a content filter.
    """
    completion.__json_settle__()
    choice = _first_choice(completion)
    asked: Any = getattr(getattr(choice, "message", None), "tool_calls", None)
    objects = [call for call in asked or () if isinstance(call, JSONObject)]
    calls = [_requested(call) for call in cast("list[ToolCall]", objects)]
    reason = getattr(choice, "finish_reason", None)
    if calls and (cut := cut_by(reason)):
        message = f"an answer with tool calls was cut off ({reason}); no tool was run"
        raise cut[0](message, completion=completion)
    return calls


def _requested(call: ToolCall) -> RequestedCall:
    function: Any = call.function
    return RequestedCall(
        call.id,
        getattr(function, "name", None) or "",
        arguments_text(getattr(function, "arguments", None)) or "",
        getattr(call, "parsed_arguments", None),
    )


def answer_items(completion: ChatCompletion, calls: list[RequestedCall]) -> list[Any]:  # noqa: ARG001
    """Return what an answer adds to a conversation: its message, if it has one."""
    message: Any = getattr(_first_choice(completion), "message", None)
    is_message = isinstance(message, ChatCompletionMessage)
    return [to_send_back(message)] if is_message else []


def result_items(calls: list[RequestedCall]) -> list[Any]:
    """Return the messages with the results of calls."""
    return [{"role": "tool", "tool_call_id": c.id, "content": c.content} for c in calls]


def _first_choice(completion: ChatCompletion) -> Any:
    choices: Any = completion.choices
    return choices[0] if is_array(choices) and choices else None
