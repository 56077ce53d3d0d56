# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""What the generated functions raise beside the exceptions of httpx."""

from typing import cast

__all__ = ["IncompleteStream", "StreamError", "UnexpectedStatus", "has_content"]


class UnexpectedStatus(Exception):
    """The server answered with a status that the function has no answer type for.

    Raised by plain calls only where the client has ``raise_on_unexpected_status``, by streaming
    functions for every status but the one that streams.
    """

    def __init__(self, status_code: int, content: bytes) -> None:
        self.status_code = status_code
        self.content = content
        super().__init__(status_code, content)

    def __str__(self) -> str:
        return f"unexpected status {self.status_code}: {self.content.decode(errors='replace')}"


class IncompleteStream(Exception):
    """The body of an event stream ended before the event that says it is complete."""


class StreamError(Exception):
    """What should be an event is an error of the server, torn JSON, or no event at all: `data`."""

    def __init__(self, message: str, data: bytes) -> None:
        self.data = data
        super().__init__(message, data)

    def __str__(self) -> str:
        return f"{self.args[0]}: {self.data.decode(errors='replace')}"


def has_content(error: object) -> bool:
    """Return whether the value of an ``error`` member means a failure.

    An object whose members are all empty, or 0, is how some gateways spell "no error".
    """
    if isinstance(error, dict):
        return any(cast("dict[str, object]", error).values())
    return bool(error)
