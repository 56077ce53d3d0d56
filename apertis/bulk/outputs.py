"""Asks for answers of a type or of a JSON schema, in any API that writes text, and checks them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.json_object import JSONObject, is_object
from apertis_client.models.response_output_message import ResponseOutputMessage

from .._answers.parsing import instances
from .._errors.tree import StructuredOutputError
from ..chat.answer_form import COMPLETION_FORM
from ..messages.answer_form import MESSAGE_FORM
from ..responses.answer_form import RESPONSE_FORM
from .output_format import output_format

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

    from .._answers.form import AnswerForm

__all__ = ["Outputs"]


class Outputs:
    """What the answers of a run are asked for, and have to fit.

    Args:
        response_format: A type, or a ``response_format`` of the API. Raises as `output_format`.
    """

    def __init__(self, response_format: Any) -> None:
        self._format = output_format(response_format)
        param: Any = response_format if self._format is None else self._format.param
        self._param = param.to_dict() if isinstance(param, JSONObject) else param

    @staticmethod
    def is_for(operation: Operation[Any]) -> bool:
        """Return whether the answers of an operation are text in a format."""
        return operation.method_path in _OUTPUTS

    def asked(self, body: dict[str, Any], operation: Operation[Any]) -> dict[str, Any]:
        """Return a body that asks for the format, unless it asks for one, or is not for text."""
        text = body.get("text")
        has_own = "response_format" in body or (is_object(text) and "format" in text)
        if has_own or not self.is_for(operation):
            return body
        form, _ = _OUTPUTS[operation.method_path]
        return {**body, **form.format_arguments(self._param, body)}

    def read(self, answer: Any, operation: Operation[Any]) -> Any:
        """Return an answer with its text parsed.

        Raises:
            ContentFilterFinishReasonError: it was cut off by a content filter.
            LengthFinishReasonError: it was cut off at the token limit.
            StructuredOutputError: it does not fit, or the model refused.
        """
        if self._format is None or not self.is_for(operation):
            return answer
        form, refusal_of = _OUTPUTS[operation.method_path]
        if refusal := refusal_of(answer):
            about = f"the model refused: {refusal}"
            raise StructuredOutputError(about, completion=answer, text=refusal)
        return form.parser(self._format).read(answer)


def _of_completion(completion: Any) -> str | None:
    messages = [getattr(each, "message", None) for each in completion.choices or ()]
    return next(filter(None, (getattr(each, "refusal", None) for each in messages)), None)


def _of_message(message: Any) -> str | None:
    if message.stop_reason != "refusal":
        return None
    return MESSAGE_FORM.parser().text(message) or "without a word"


def _of_response(response: Any) -> str | None:
    messages = instances(response.output, ResponseOutputMessage)
    parts = (part for each in messages for part in each.content)
    return next(filter(None, (getattr(part, "refusal", None) for part in parts)), None)


# By the method that is called: what asks for a format, and what a model said in refusing.
_OUTPUTS: Final[Mapping[str, tuple[AnswerForm[Any], Callable[[Any], str | None]]]] = {
    "chat.completions.create": (COMPLETION_FORM, _of_completion),
    "messages.create": (MESSAGE_FORM, _of_message),
    "responses.create": (RESPONSE_FORM, _of_response),
}
