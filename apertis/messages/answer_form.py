"""How messages ask for tool calls and structured output, and take the results of calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client._runtime.json_object import JSONObject, is_object
from apertis_client.models.text_block import TextBlock
from apertis_client.models.tool_use_block import ToolUseBlock

from .._answers.form import AnswerForm
from .._answers.growing_text import decoded_object
from .._answers.parsing import instances
from .._answers.requested_call import RequestedCall
from .parse import MessageParser
from .parsed import ParsedMessage

if TYPE_CHECKING:
    from apertis_client.models.function_definition import FunctionDefinition
    from apertis_client.models.message import Message

    from .._schema.tool import ParsingTool

__all__ = ["MESSAGE_FORM"]


class MessageForm(AnswerForm[ParsedMessage[Any]]):
    """The `AnswerForm` of messages."""

    parser = MessageParser

    def tool_argument(self, tool: ParsingTool) -> Any:
        function = cast("FunctionDefinition", tool.function)
        about = {"description": function.description} if function.description else {}
        return {"name": tool.name, **about, "input_schema": function.parameters}

    def calls(self, answer: Message) -> list[RequestedCall]:
        """Return the calls of all blocks."""
        return [
            RequestedCall(
                block.id,
                block.name or "",
                arguments_text(block.input),
                getattr(block, "parsed_input", None),
            )
            for block in instances(answer.content, ToolUseBlock)
        ]

    def end_reason(self, answer: Message) -> object:
        """Return why the message stopped."""
        return answer.stop_reason

    def answer_items(self, answer: Message) -> list[Any]:
        """Return what an answer adds to a conversation: its blocks, but for empty text."""
        content = [
            _to_send_back(block)
            for block in instances(answer.content, JSONObject)
            if not isinstance(block, TextBlock) or block.text
        ]
        return [{"role": "assistant", "content": content}] if content else []

    def result_items(self, calls: list[RequestedCall]) -> list[Any]:
        """Return the message with the results of calls."""
        results = [
            {
                "type": "tool_result",
                "tool_use_id": call.id,
                "content": call.content,
                **({"is_error": True} if call.error else {}),
            }
            for call in calls
        ]
        return [{"role": "user", "content": results}] if results else []

    def unforce(self, choice: Any) -> Any:
        plain = choice.to_dict() if isinstance(choice, JSONObject) else choice
        if plain is None or plain.get("type") not in ("any", "tool"):
            return choice
        plain = {name: value for name, value in plain.items() if name != "name"}
        return {**plain, "type": "auto"}


MESSAGE_FORM: Final = MessageForm()


def _to_send_back(block: JSONObject) -> JSONObject:
    """Return a block, the input of a call as an object."""
    if not isinstance(block, ToolUseBlock):
        return block
    given: object = block.input
    if isinstance(given, str):
        given = decoded_object(given)
    return block.model_copy(update={"input": given if is_object(given) else {}})
