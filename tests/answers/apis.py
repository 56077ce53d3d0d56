"""The APIs whose streams are events of several kinds: messages and responses, for tests of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from apertis import (
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    StructuredOutputError,
    tool,
)
from tests.answers import messages, responses
from tests.drivers import Driver
from tests.server import DONE, Step, event


class Cat(BaseModel):
    """A cat."""

    name: str
    age: int


@tool
def weather(city: str, days: int = 1) -> str:
    """Tell the weather.

    Args:
        city: The city.
        days: How many days.
    """
    return f"{city}: {days}"


@dataclass(frozen=True)
class API:
    """An API, and what its servers send.

    Attributes:
        name: The name of its resource.
        question: What `create` needs.
        final: The method of streams that returns the answer.
        snapshot: The attribute of streams that is the answer so far.
        parsed: The attribute of an answer that is its parsed text.
        delta: The type of events with text.
        text_of: Returns the text of an answer.
        unended: An attribute of an answer whose end has not come, and its value.
        hello: The events of the answer "Hello!", of which the fourth is the text "Hel".
        others: Other events of that answer, by what they are.
        errors: Events that are errors, and the status of each.
        pieces: Returns the events of an answer whose text comes in pieces.
        words: A plain answer in words.
        calling: A plain answer that calls the tool `weather` for Paris.
        cut: Plain answers with such a call that were cut off.
        refusal: A plain answer in which the model refuses.
        unfit: Plain answers that are no `Cat`, and the error of each.
    """

    name: str
    question: Mapping[str, Any]
    final: str
    snapshot: str
    parsed: str
    delta: str
    text_of: Callable[[Any], str]
    unended: tuple[str, Any]
    hello: list[Step]
    others: dict[str, list[Step]]
    errors: list[tuple[bytes, int]]
    pieces: Callable[..., list[Step]]
    words: Callable[[str], dict[str, Any]]
    calling: dict[str, Any]
    cut: list[dict[str, Any]]
    refusal: dict[str, Any]
    unfit: dict[str, tuple[dict[str, Any], type[Exception]]]

    def resource(self, client: Any) -> Any:
        """Return the resource of a client."""
        return getattr(client, self.name)

    def create(self, driver: Driver, client: Any = None, **arguments: Any) -> Any:
        """Return the answer to a question, or its stream."""
        create = self.resource(client or driver.client()).create
        return driver.wait(create(**{**self.question, **arguments}))

    def opened(self, driver: Driver, **arguments: Any) -> Any:
        """Return a context in which there is a stream of events."""
        stream = self.resource(driver.client()).stream
        return driver.entered(stream(**{**self.question, **arguments}))

    def run(self, driver: Driver, **arguments: Any) -> Any:
        """Return a run of the tool `weather`."""
        run = self.resource(driver.client()).run_tools
        return run(**{**self.question, "tools": [weather], **arguments})

    def final_of(self, driver: Driver, stream: Any) -> Any:
        """Return the whole answer of a stream or of a run."""
        return driver.wait(getattr(stream, self.final)())


def _message_of(*pieces: str) -> list[Step]:
    texts = map(messages.text, pieces)
    return [messages.start(), messages.BEGIN, *texts, messages.stop(), *messages.HELLO[-2:]]


def _response_of(*pieces: str) -> list[Step]:
    end = responses.ended(responses.words("".join(pieces)))
    return [*responses.BEGIN, *map(responses.text, pieces), end]


def _cut_response(details: dict[str, str] | None, item: dict[str, Any]) -> dict[str, Any]:
    return responses.said(item, status="incomplete", incomplete_details=details)


MESSAGES = API(
    name="messages",
    question=messages.QUESTION,
    final="get_final_message",
    snapshot="current_message_snapshot",
    parsed="parsed",
    delta="text",
    text_of=lambda answer: "".join(block.text for block in answer.content if block.type == "text"),
    unended=("stop_reason", None),
    hello=messages.HELLO,
    others={"[DONE] as the end": [*messages.HELLO[:-1], DONE]},
    errors=[
        (
            messages.named("error", error={"type": "overloaded_error", "message": "Overloaded"}),
            529,
        ),
        (event({"type": "error", "error": {"type": "rate_limit_error", "message": "Slow"}}), 429),
        (event({"error": {"type": "api_error", "message": "Internal"}}), 500),
        (event({"type": "invalid_request_error", "message": "max_tokens is too large"}), 400),
        (event({"message": "max_tokens is too large", "code": 400}, name="error"), 400),
    ],
    pieces=_message_of,
    words=lambda text: messages.said(messages.words(text)),
    calling=messages.said(messages.use(city="Paris"), reason="tool_use"),
    cut=[messages.said(messages.use(city="Paris"), reason="max_tokens")],
    refusal=messages.said(messages.words("No."), reason="refusal"),
    unfit={
        "misfit": (messages.said(messages.words('{"name": "Tom"')), StructuredOutputError),
        **{
            reason: (messages.said(messages.words("{"), reason=reason), LengthFinishReasonError)
            for reason in ("max_tokens", "model_context_window_exceeded")
        },
        "empty": (messages.said(), StructuredOutputError),
        "input": (messages.said(messages.use(town="P"), reason="tool_use"), StructuredOutputError),
    },
)
RESPONSES = API(
    name="responses",
    question=responses.QUESTION,
    final="get_final_response",
    snapshot="current_response_snapshot",
    parsed="output_parsed",
    delta="response.output_text.delta",
    text_of=lambda answer: str(answer.output_text),
    unended=("status", "in_progress"),
    hello=responses.HELLO,
    others={
        "end without output": [*responses.HELLO[:-1], responses.ended()],
        "no text at end": [*responses.HELLO[:5], responses.ended()],
    },
    errors=[
        (event({"type": "error", "code": "server_error", "message": "Failed"}, name="error"), 500),
        (event({"type": "error", "code": "rate_limit_exceeded", "message": "Slow down"}), 429),
        (event({"type": "error", "error": {"type": "overloaded_error", "message": "Busy"}}), 529),
        (event({"error": {"code": "invalid_request_error", "message": "Wrong"}}), 400),
    ],
    pieces=_response_of,
    words=lambda text: responses.said(responses.words(text)),
    calling=responses.said(responses.called('{"city": "Paris"}')),
    cut=[
        _cut_response(details, responses.called("{"))
        for details in ({"reason": "max_output_tokens"}, {"reason": "new"}, None)
    ],
    refusal=responses.said(responses.refused("No.")),
    unfit={
        "misfit": (responses.said(responses.words('{"name": "Tom"')), StructuredOutputError),
        **{
            reason: (_cut_response({"reason": reason}, responses.words("{")), error)
            for reason, error in {
                "max_output_tokens": LengthFinishReasonError,
                "content_filter": ContentFilterFinishReasonError,
            }.items()
        },
        "empty": (responses.said(), StructuredOutputError),
        "arguments": (responses.said(responses.called('{"town": "P"}')), StructuredOutputError),
    },
)
APIS = {api.name: api for api in (MESSAGES, RESPONSES)}
