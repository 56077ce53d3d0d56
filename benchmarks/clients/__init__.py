"""The clients that are measured, each with the same few methods.

These modules import nothing at the top that a client may import too: it would not be counted then.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` is one of those
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    class Client(Protocol):
        """The methods. The text of each completion and chunk is read, as programs do."""

        def load(self) -> None:
            """Import what a program imports."""
            ...

        def make(self, url: str, key: str) -> tuple[Any, Any]:
            """Construct a sync and an async client."""
            ...

        def call(self, client: Any, question: dict[str, Any]) -> str:
            """Make a call; return the text of the completion."""
            ...

        async def async_call(self, client: Any, question: dict[str, Any]) -> str:
            """Make a call; return the text of the completion."""
            ...

        def stream(self, client: Any, question: dict[str, Any]) -> int:
            """Read a stream; return the number of its chunks and of the characters of its text."""
            ...

        async def async_stream(self, client: Any, question: dict[str, Any]) -> int:
            """Read a stream; return the number of its chunks and of the characters of its text."""
            ...

        def typed(self, client: Any, api: str, question: dict[str, Any]) -> int:
            """Read a stream of typed events; return the number of events and of characters."""
            ...

        async def async_typed(self, client: Any, api: str, question: dict[str, Any]) -> int:
            """Read a stream of typed events; return the number of events and of characters."""
            ...

        def gather(self, client: Any, question: dict[str, Any]) -> int:
            """Accumulate a stream into a completion; return the length of its text."""
            ...

        def large_call(self, question: dict[str, Any], body: bytes) -> Callable[[], str]:
            """Return a function that gets this response and returns the text of the completion."""
            ...

        def vectors(self, body: bytes) -> Callable[[], int]:
            """Return a function that gets this response and returns how many numbers it has."""
            ...

        def decoder(self) -> Callable[[str], object]:
            """Return a function that decodes the JSON of a chunk into a typed object."""
            ...

        def version(self) -> str:
            """Return the version of the client."""
            ...


__all__ = ["client_named"]


def client_named(name: str) -> Client:
    """Return the client of that name; its package is not imported yet."""
    if name.endswith("-traced"):
        from .traced import Traced

        return Traced(client_named(name.removesuffix("-traced")))
    if name == "httpx":
        from .raw_httpx import RawHTTPX

        return RawHTTPX()
    if name == "vendor":
        from .peers import Vendor

        return Vendor()
    if name == "openai":
        from .peers import OpenAI

        return OpenAI()
    if name == "anthropic":
        from .peers import Anthropic

        return Anthropic()
    from .ours import Ours, OursWithNumpy, OursWithOrjson

    return {"ours": Ours, "ours-orjson": OursWithOrjson, "ours-numpy": OursWithNumpy}[name]()
