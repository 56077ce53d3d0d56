"""Other packages for the same API."""

from __future__ import annotations

from .sdk import SDK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["Anthropic", "OpenAI", "Vendor"]


class Vendor(SDK):
    """The vendor's package, which has the same name as ours."""

    package = "apertis"
    sync_class = "Apertis"
    async_class = "AsyncApertis"

    def decoder(self) -> Callable[[str], object]:
        import json

        import apertis

        validate: Callable[[Any], object]
        validate = getattr(apertis.ChatCompletionChunk, "model_validate")  # noqa: B009  not ours
        return lambda text: validate(json.loads(text))


class OpenAI(SDK):
    """The package of OpenAI."""

    package = "openai"
    sync_class = "OpenAI"
    async_class = "AsyncOpenAI"
    http_package = "httpx2"

    def gather(self, client: Any, question: dict[str, Any]) -> int:
        asked = {name: value for name, value in question.items() if name != "stream"}
        with client.chat.completions.stream(**asked) as stream:
            return len(stream.get_final_completion().choices[0].message.content)

    def decoder(self) -> Callable[[str], object]:
        import json

        from openai.types.chat import ChatCompletionChunk  # type: ignore[import-not-found, unused-ignore]

        validate: Callable[[Any], object] = ChatCompletionChunk.model_validate
        return lambda text: validate(json.loads(text))


class Anthropic(SDK):
    """The package of Anthropic, which has messages alone."""

    package = "anthropic"
    sync_class = "Anthropic"
    async_class = "AsyncAnthropic"

    def make(self, url: str, key: str) -> tuple[Any, Any]:
        return super().make(url.removesuffix("/v1"), key)
