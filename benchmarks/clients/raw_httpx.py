"""A program that uses httpx as its documentation shows, without types."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import httpx

__all__ = ["RawHTTPX"]


class RawHTTPX:
    """The program."""

    _url: str
    _headers: dict[str, str]

    def load(self) -> None:
        import httpx  # noqa: F401

    def make(self, url: str, key: str) -> tuple[Any, Any]:
        import httpx

        self._url = f"{url}/chat/completions"
        self._headers = {"Authorization": f"Bearer {key}"}
        return httpx.Client(), httpx.AsyncClient()

    def call(self, client: httpx.Client, question: dict[str, Any]) -> str:
        answer = client.post(self._url, json=question, headers=self._headers).json()
        text: str = answer["choices"][0]["message"]["content"]
        return text

    async def async_call(self, client: httpx.AsyncClient, question: dict[str, Any]) -> str:
        answer = (await client.post(self._url, json=question, headers=self._headers)).json()
        text: str = answer["choices"][0]["message"]["content"]
        return text

    def stream(self, client: httpx.Client, question: dict[str, Any]) -> int:
        import json

        read = 0
        with client.stream("POST", self._url, json=question, headers=self._headers) as response:
            for line in response.iter_lines():
                if line.startswith("data: ") and line != "data: [DONE]":
                    chunk = json.loads(line[6:])
                    read += 1 + len(chunk["choices"][0]["delta"]["content"] or "")
        return read

    async def async_stream(self, client: httpx.AsyncClient, question: dict[str, Any]) -> int:
        import json

        read = 0
        asked = client.stream("POST", self._url, json=question, headers=self._headers)
        async with asked as response:
            async for line in response.aiter_lines():
                if line.startswith("data: ") and line != "data: [DONE]":
                    chunk = json.loads(line[6:])
                    read += 1 + len(chunk["choices"][0]["delta"]["content"] or "")
        return read

    def typed(self, client: httpx.Client, api: str, question: dict[str, Any]) -> int:
        raise NotImplementedError("httpx has no types")

    async def async_typed(
        self, client: httpx.AsyncClient, api: str, question: dict[str, Any]
    ) -> int:
        raise NotImplementedError("httpx has no types")

    def gather(self, client: httpx.Client, question: dict[str, Any]) -> int:
        raise NotImplementedError("httpx has no completions")

    def large_call(self, question: dict[str, Any], body: bytes) -> Callable[[], str]:
        raise NotImplementedError("it is compared to `json.loads`")

    def vectors(self, body: bytes) -> Callable[[], int]:
        raise NotImplementedError("httpx has no embeddings")

    def decoder(self) -> Callable[[str], object]:
        raise NotImplementedError("httpx has no types")

    def version(self) -> str:
        import httpx

        return httpx.__version__
