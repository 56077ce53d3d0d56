"""The base of the packages with an API like that of OpenAI's."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["SDK"]


class SDK:
    """A package with a sync and an async client; a subclass names them."""

    package: str
    sync_class: str
    async_class: str
    http_package = "httpx"

    def load(self) -> None:
        module = __import__(self.package)
        # Both are looked up: a package may load a name when it is first used.
        self._classes: tuple[Any, Any] = (
            getattr(module, self.sync_class),
            getattr(module, self.async_class),
        )

    def make(self, url: str, key: str) -> tuple[Any, Any]:
        sync, asynchronous = self._classes
        return sync(api_key=key, base_url=url), asynchronous(api_key=key, base_url=url)

    def call(self, client: Any, question: dict[str, Any]) -> str:
        text: str = client.chat.completions.create(**question).choices[0].message.content
        return text

    async def async_call(self, client: Any, question: dict[str, Any]) -> str:
        answer = await client.chat.completions.create(**question)
        text: str = answer.choices[0].message.content
        return text

    def stream(self, client: Any, question: dict[str, Any]) -> int:
        read = 0
        for chunk in client.chat.completions.create(**question):
            read += 1 + len(chunk.choices[0].delta.content or "")
        return read

    async def async_stream(self, client: Any, question: dict[str, Any]) -> int:
        read = 0
        async for chunk in await client.chat.completions.create(**question):
            read += 1 + len(chunk.choices[0].delta.content or "")
        return read

    def typed(self, client: Any, api: str, question: dict[str, Any]) -> int:
        read = 0
        for event in getattr(client, api).create(**question):
            read += 1 + _typed_text(event)
        return read

    async def async_typed(self, client: Any, api: str, question: dict[str, Any]) -> int:
        read = 0
        async for event in await getattr(client, api).create(**question):
            read += 1 + _typed_text(event)
        return read

    def gather(self, client: Any, question: dict[str, Any]) -> int:
        raise NotImplementedError(f"{self.package} accumulates no streams")

    def large_call(self, question: dict[str, Any], body: bytes) -> Callable[[], str]:
        client = self._answered(body)
        return lambda: self.call(client, question)

    def _answered(self, body: bytes) -> Any:
        """Return a client of which each call has this response."""
        http = __import__(self.http_package)
        headers = {"content-type": "application/json"}
        # In the process: receiving so much takes long, and differs from time to time.
        transport = http.MockTransport(lambda _: http.Response(200, headers=headers, content=body))
        http_client = http.Client(transport=transport)
        return self._classes[0](api_key="sk", base_url="http://x/v1", http_client=http_client)

    def vectors(self, body: bytes) -> Callable[[], int]:
        client = self._answered(body)

        def turn() -> int:
            data = client.embeddings.create(model="m", input="A text.").data
            return sum(len(vector) for vector in [self.numbers(each) for each in data])

        return turn

    def numbers(self, embedding: Any) -> Any:
        """Return the numbers of an embedding."""
        return embedding.embedding

    def decoder(self) -> Callable[[str], object]:
        raise NotImplementedError

    def version(self) -> str:
        version: str = __import__(self.package).__version__
        return version


def _typed_text(event: Any) -> int:
    """Return the length of the text that a typed event adds, read as programs do."""
    if event.type == "content_block_delta":
        return len(event.delta.text)
    return len(event.delta) if event.type == "response.output_text.delta" else 0
