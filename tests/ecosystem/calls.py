"""Plain and streamed calls, written alike, and the responses to both."""

from __future__ import annotations

from typing import Any

import httpx

from tests.drivers import Driver
from tests.server import DONE, Server, Step, chunk, completion, event_stream, json_reply

__all__ = ["Caller"]


class Caller:
    """Makes calls.

    Args:
        driver: Sync or async.
        server: The server that the clients call.
        is_streamed: Whether the calls ask for streams.
    """

    def __init__(self, driver: Driver, server: Server, *, is_streamed: bool) -> None:
        self.driver = driver
        self.server = server
        self.url = f"{server.url}/chat/completions"
        self.is_streamed = is_streamed

    def ask(self, client: Any, **arguments: Any) -> str:
        """Call, and return the text of the answer."""
        answer = self.driver.create(client, stream=self.is_streamed, **arguments)
        if self.is_streamed:
            chunks = self.driver.all(answer)
            return "".join(chunk.choices[0].delta.content for chunk in chunks)
        text: str = answer.choices[0].message.content
        return text

    def serve(self, text: str, *, times: int = 1) -> None:
        """Have the server answer with a text."""
        self.server.answer(*[self._script(text)] * times)

    def response(self, text: str) -> httpx.Response:
        """Return what answers with a text in the place of the server."""
        return httpx.Response(
            200, headers={"content-type": self.content_type}, content=self.body(text)
        )

    @property
    def content_type(self) -> str:
        return "text/event-stream" if self.is_streamed else "application/json"

    def body(self, text: str) -> bytes:
        """Return the body of a response with a text."""
        if self.is_streamed:
            return b"".join(self._events(text))
        return httpx.Response(200, json=completion(text)).content

    def _script(self, text: str) -> list[Step]:
        return (
            event_stream(*self._events(text)) if self.is_streamed else json_reply(completion(text))
        )

    @staticmethod
    def _events(text: str) -> list[bytes]:
        return [chunk(content=text[:2]), chunk("stop", content=text[2:]), DONE]
