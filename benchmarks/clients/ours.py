"""The package of this checkout, as it comes and with its extras."""

from __future__ import annotations

from .sdk import SDK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["Ours", "OursWithNumpy", "OursWithOrjson"]


class Ours(SDK):
    """The package without extras."""

    package = "apertis"
    sync_class = "Apertis"
    async_class = "AsyncApertis"

    def gather(self, client: Any, question: dict[str, Any]) -> int:
        stream = client.chat.completions.create(**question)
        return len(stream.get_final_completion().choices[0].message.content)

    def decoder(self) -> Callable[[str], object]:
        from apertis import ChatCompletionChunk
        from apertis_client._runtime.json_object import object_of
        from apertis_client._runtime.json_text import loads

        # What a stream does with the data of an event.
        decode = object_of(ChatCompletionChunk)
        return lambda text: decode(loads(text))


class OursWithNumpy(Ours):
    """The package beside numpy, to which vectors are decoded."""

    def numbers(self, embedding: Any) -> Any:
        return embedding.numpy()


class OursWithOrjson(Ours):
    """The package beside orjson, which it uses where it is installed."""
