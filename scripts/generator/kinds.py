"""The classes that each resource has, and the types of the results of their methods."""

from __future__ import annotations

from typing import NamedTuple, Protocol

__all__ = ["COROUTINE", "PLAIN", "VIEWS", "Kind", "Returning"]


class Returning(Protocol):
    """The types of what an operation returns: its response, an event, an item."""

    @property
    def result(self) -> str: ...
    @property
    def event(self) -> str | None: ...
    @property
    def items(self) -> str | None: ...


class Kind(NamedTuple):
    """One of the classes that a resource has.

    Attributes:
        prefix: What stands before the name of the resource in the name of the class.
        suffix: What stands after it.
        base: The handwritten class that sends.
        result: The type of a result; ``{}`` is what the response holds.
        stream: The class of streams.
        awaitable: The type of a streamed result where it is not `result`.
        awaitable_list: The type of a result that can be iterated where it is not `result`.
    """

    prefix: str
    suffix: str
    base: str
    result: str
    stream: str
    awaitable: str = ""
    awaitable_list: str = ""

    @property
    def is_coroutine(self) -> bool:
        """Whether its methods return what can be awaited."""
        return self.result.startswith("Coroutine[")

    def results(self, operation: Returning, text: str = "") -> tuple[str, str, str]:
        """Return the types of the result: without a stream, with one, and of either.

        Args:
            operation: What returns it.
            text: The other type of what it returns without a stream, if it has one.
        """
        plain = " | ".join(filter(None, (operation.result, text)))
        stream = f"{self.stream}[{operation.event}]"
        result = self.result.format(plain)
        if operation.items and self.awaitable_list:
            result = self.awaitable_list.format(plain, operation.items)
        streamed = (self.awaitable or self.result).format(
            operation.event if self.awaitable else stream
        )
        return result, streamed, self.result.format(f"{plain} | {stream}")


COROUTINE = "Coroutine[Any, Any, {}]"
PLAIN = (
    Kind("", "", "Resource", "{}", "Stream"),
    Kind(
        "Async",
        "",
        "AsyncResource",
        COROUTINE,
        "AsyncStream",
        "AwaitableStream[{}]",
        "AwaitableList[{}, {}]",
    ),
)
RAW, UNREAD = "APIResponse[{}]", "StreamingAPIResponseManager[{}]"
VIEWS = (
    Kind("", "WithRawResponse", "RawView", RAW, "Stream"),
    Kind("Async", "WithRawResponse", "AsyncRawView", COROUTINE.format(RAW), "AsyncStream"),
    Kind("", "WithStreamingResponse", "StreamingView", UNREAD, "Stream"),
    Kind("Async", "WithStreamingResponse", "AsyncStreamingView", f"Async{UNREAD}", "AsyncStream"),
)
