# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.
"""What the generated functions raise beside the exceptions of httpx."""

__all__ = ["IncompleteStream", "UnexpectedStatus"]


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
