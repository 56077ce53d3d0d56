"""The tool calls of an answer, with their results."""

from __future__ import annotations

import uuid
from typing import Any, cast

from apertis_client._runtime.json_object import JSONObject, is_array, is_object
from apertis_client.models import ChatCompletion, ToolCall
from apertis_client.models.chat_completion_message import ChatCompletionMessage

from .._errors.tree import ContentFilterFinishReasonError, LengthFinishReasonError
from .._logging import logger as parent
from .._schema.tool_messages import error_content, result_content
from .messages import to_send_back
from .parse import is_cut
from .text import arguments_text

__all__ = ["RequestedCall", "answer_messages", "requested_calls"]

logger = parent.getChild("tools")


class RequestedCall:
    """A call that the model asks for.

    Attributes:
        id: Id of the call; made up where the server gave none, or one that another call has.
        name: Name of the tool.
        arguments: The arguments, as JSON text.
        parsed_arguments: The arguments as what the tool takes; None where they do not fit, which
            is not an error yet.
        content: What the model is told about it: None until the tool has run. If you set it before
            that, the tool is not called.
        result: What the tool returned; None before.
        error: What went wrong, which the model is told as well; None if nothing did.
    """

    def __init__(self, call: ToolCall) -> None:
        function: Any = call.function
        self.id = call.id or _make_id()
        self.name: str = getattr(function, "name", None) or ""
        self.arguments = arguments_text(getattr(function, "arguments", None)) or ""
        self.parsed_arguments: Any = getattr(call, "parsed_arguments", None)
        self.content: str | None = None
        self.result: Any = None
        self.error: Exception | None = None

    def set_result(self, result: Any) -> None:
        """Keep what the tool returned."""
        self.result = result
        self.content = result_content(result)

    def set_error(self, error: Exception) -> None:
        """Keep what the tool raised, or the reason why it cannot be called."""
        logger.info("the tool %s failed: %s", self.name, type(error).__name__)
        logger.debug("how the tool %s failed", self.name, exc_info=error)
        self.error = error
        self.content = error_content(error)

    def __repr__(self) -> str:
        return f"RequestedCall({self.name}({self.arguments}), content={self.content!r})"


def requested_calls(completion: ChatCompletion) -> list[RequestedCall]:
    """Return the calls that an answer asks for, each with an id of its own.

    Raises:
        LengthFinishReasonError: the answer was cut at the token limit, its calls maybe with it.
        ContentFilterFinishReasonError: the same, by a content filter.
    """
    choice = _first_choice(completion)
    asked: Any = getattr(getattr(choice, "message", None), "tool_calls", None)
    objects = [call for call in asked or () if isinstance(call, JSONObject)]
    calls = [RequestedCall(call) for call in cast("list[ToolCall]", objects)]
    reason = getattr(choice, "finish_reason", None)
    if calls and is_cut(reason):
        is_filtered = reason == "content_filter"
        error = ContentFilterFinishReasonError if is_filtered else LengthFinishReasonError
        message = f"an answer with tool calls was cut off ({reason}); no tool was run"
        raise error(message, completion=completion)
    taken: set[str] = set()
    for call in calls:
        call.id = _make_id() if call.id in taken else call.id
        taken.add(call.id)
    return calls


def answer_messages(completion: ChatCompletion, calls: list[RequestedCall]) -> list[Any]:
    """Return what an answer adds to a conversation: its message, and the results of its calls."""
    message: Any = getattr(_first_choice(completion), "message", None)
    is_message = isinstance(message, ChatCompletionMessage)
    return [
        *([_with_ids(to_send_back(message), calls)] if is_message else ()),
        *({"role": "tool", "tool_call_id": call.id, "content": call.content} for call in calls),
    ]


def _first_choice(completion: ChatCompletion) -> Any:
    choices: Any = completion.choices
    return choices[0] if is_array(choices) and choices else None


def _with_ids(message: ChatCompletionMessage, calls: list[RequestedCall]) -> Any:
    """Return a message whose calls have the ids that their results refer to."""
    plain = message.to_dict()
    asked = [call for call in plain.get("tool_calls") or () if is_object(call)]
    if [call.get("id") for call in asked] == [call.id for call in calls]:
        return message
    ids = iter(calls)
    plain["tool_calls"] = [
        {**call, "id": next(ids).id} if is_object(call) else call for call in plain["tool_calls"]
    ]
    return ChatCompletionMessage.from_dict(plain)


def _make_id() -> str:
    return f"call_{uuid.uuid4().hex}"
