"""The events of `responses.stream` that are more than those of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from apertis_client.models import (
    OtherResponseStreamEvent,
    ResponseAnnotationAddedEvent,
    ResponseArgumentsDoneEvent,
    ResponseContentPartAddedEvent,
    ResponseContentPartDoneEvent,
    ResponseCreatedEvent,
    ResponseFailedEvent,
    ResponseIncompleteEvent,
    ResponseInProgressEvent,
    ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent,
    ResponseQueuedEvent,
    ResponseReasoningTextDeltaEvent,
    ResponseReasoningTextDoneEvent,
    ResponseRefusalDeltaEvent,
    ResponseRefusalDoneEvent,
    ResponseSummaryPartAddedEvent,
    ResponseSummaryPartDoneEvent,
    ResponseSummaryTextDeltaEvent,
    ResponseSummaryTextDoneEvent,
    ResponseTextDoneEvent,
)

from .._answers.event import Event, event
from .parsed import ParsedResponse

__all__ = [
    "ResponseArgumentsSoFarEvent",
    "ResponseDoneEvent",
    "ResponseTextSoFarEvent",
    "TypedResponseEvent",
]

T = TypeVar("T")


@event("snapshot", "parsed")
class ResponseTextSoFarEvent(Event):
    """More of a text has come.

    Attributes:
        output_index: Which item of the output it is, counted from 0.
        content_index: Which part of the message it is, counted from 0.
        delta: The new text.
        snapshot: The text up to this.
        parsed: That text as JSON, where a `response_format` was given. None where there is no value
            yet, or no valid JSON. Parsed at each reading.
    """

    type: ClassVar[Literal["response.output_text.delta"]] = "response.output_text.delta"

    output_index: int
    content_index: int
    delta: str
    snapshot: str
    parsed: Any = None


@event("snapshot", "parsed")
class ResponseArgumentsSoFarEvent(Event):
    """More of the arguments of a function has come.

    Attributes:
        output_index: Which item of the output it is, counted from 0.
        delta: The next piece of their JSON text.
        snapshot: The JSON text up to this.
        parsed: What that says, with unfinished strings; None where it says nothing yet. Parsed at
            each reading, which needs ``apertis[pydantic]``.
    """

    type: ClassVar[Literal["response.function_call_arguments.delta"]] = (
        "response.function_call_arguments.delta"
    )

    output_index: int
    delta: str
    snapshot: str
    parsed: Any


@event("response")
class ResponseDoneEvent(Event, Generic[T]):
    """The response is complete.

    Attributes:
        response: The response, parsed when this is first read. Raises as `responses.parse` where it
            does not fit what was asked for.
    """

    type: ClassVar[Literal["response.completed"]] = "response.completed"

    response: ParsedResponse[T]


if TYPE_CHECKING:
    TypedResponseEvent: TypeAlias = (
        ResponseTextSoFarEvent
        | ResponseArgumentsSoFarEvent
        | ResponseDoneEvent[T]
        | ResponseCreatedEvent
        | ResponseQueuedEvent
        | ResponseInProgressEvent
        | ResponseIncompleteEvent
        | ResponseFailedEvent
        | ResponseOutputItemAddedEvent
        | ResponseOutputItemDoneEvent
        | ResponseContentPartAddedEvent
        | ResponseContentPartDoneEvent
        | ResponseTextDoneEvent
        | ResponseAnnotationAddedEvent
        | ResponseRefusalDeltaEvent
        | ResponseRefusalDoneEvent
        | ResponseArgumentsDoneEvent
        | ResponseSummaryPartAddedEvent
        | ResponseSummaryPartDoneEvent
        | ResponseSummaryTextDeltaEvent
        | ResponseSummaryTextDoneEvent
        | ResponseReasoningTextDeltaEvent
        | ResponseReasoningTextDoneEvent
        | OtherResponseStreamEvent
    )
    """An event of `responses.stream`; its `type` tells which."""
else:
    # The classes of the API load when a stream opens; this is for annotations.
    TypedResponseEvent = ResponseDoneEvent
