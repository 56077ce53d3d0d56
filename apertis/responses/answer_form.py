"""How responses ask for function calls and structured output, and take the results of calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client._runtime.json_object import JSONObject, is_object
from apertis_client.models.response_function_call import ResponseFunctionCall

from .._answers.form import AnswerForm
from .._answers.parsing import instances
from .._answers.requested_call import RequestedCall
from .parse import ResponseParser, end_reason, has_no_result
from .parsed import ParsedResponse

if TYPE_CHECKING:
    from apertis_client.models.function_definition import FunctionDefinition
    from apertis_client.models.response import Response

    from .._schema.tool import ParsingTool

__all__ = ["RESPONSE_FORM"]


class ResponseForm(AnswerForm[ParsedResponse[Any]]):
    """The `AnswerForm` of responses."""

    conversation = "input"
    parser = ResponseParser

    def format_arguments(
        self, response_format: Any, arguments: Mapping[str, Any]
    ) -> dict[str, Any]:
        if response_format is None:
            return {}
        asked, text = _plain(response_format), _plain(arguments.get("text") or {})
        schema = asked.get("json_schema")  # its members stand beside the type here
        flat = {"type": "json_schema", **schema} if is_object(schema) else asked
        return {"text": {**text, "format": flat}}

    def tool_argument(self, tool: ParsingTool) -> Any:
        function = cast("FunctionDefinition", tool.function)
        return {"type": "function", **function.to_dict()}

    def items(self, given: Any) -> list[Any]:
        """Return the items of an input, of which a text is one."""
        return (
            [{"role": "user", "content": given}] if isinstance(given, str) else super().items(given)
        )

    def calls(self, answer: Response) -> list[RequestedCall]:
        """Return the calls of all items; none of a response that has failed."""
        items = [] if has_no_result(answer) else instances(answer.output, ResponseFunctionCall)
        return [
            RequestedCall(
                item.call_id,
                item.name or "",
                arguments_text(item.arguments),
                getattr(item, "parsed_arguments", None),
            )
            for item in items
        ]

    def end_reason(self, answer: Response) -> object:
        """Return why the response is incomplete; None where it is not."""
        return end_reason(answer)

    def answer_items(self, answer: Response) -> list[Any]:
        """Return what an answer adds to a conversation: its items."""
        return [_to_send_back(item) for item in instances(answer.output, JSONObject)]

    def result_items(self, calls: list[RequestedCall]) -> list[Any]:
        """Return the items with the results of calls."""
        return [
            {"type": "function_call_output", "call_id": call.id, "output": call.content}
            for call in calls
        ]

    def unforce(self, choice: Any) -> Any:
        return choice if choice in (None, "none", "auto") else "auto"


RESPONSE_FORM: Final = ResponseForm()


def _plain(value: Any) -> dict[str, Any]:
    plain: dict[str, Any] = value.to_dict() if isinstance(value, JSONObject) else value
    return plain


def _to_send_back(item: JSONObject) -> JSONObject:
    """Return an item, the arguments of a call as text."""
    if not isinstance(item, ResponseFunctionCall):
        return item
    return item.model_copy(update={"arguments": arguments_text(item.arguments) or "{}"})
