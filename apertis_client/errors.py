# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""What the generated functions raise beside the exceptions of httpx."""

__all__ = ["IncompleteStream", "StreamError", "UnexpectedStatus"]


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
    """The data of an event is an error of the server, invalid JSON, or not an event: `data`."""

    def __init__(self, message: str, data: bytes) -> None:
        self.data = data
        super().__init__(message, data)

    def __str__(self) -> str:
        return f"{self.args[0]}: {self.data.decode(errors='replace')}"
