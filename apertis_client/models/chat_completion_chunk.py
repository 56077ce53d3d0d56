# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionChunk`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ChatCompletionChunk", "ChatCompletionChunkDict"]


@model
class ChatCompletionChunk(JSONObject):
    """One chunk of a streamed answer. Fields other than `choices` can be missing or empty, and
    chunks of one stream can differ in them.

    Attributes:
        id: Id of the completion. Some upstreams leave it out or empty.
        object: Kind of object, `chat.completion.chunk`.
        created: When the completion was created, in Unix seconds.
        model: Id of the model that answers.
        choices: What is new in each choice. Empty on a chunk that only reports usage.
        usage: What the whole completion used, in tokens. Only near the end of the stream; null
            or absent before. `include_usage` in `stream_options` asks for it.
        system_fingerprint: Identifies the backend that answers.
        service_tier: Class of service that is given. From OpenAI models.
        web_sources: The web pages behind the answer. From `:web` models.
        obfuscation: Random text that hides how long the content is. Unless
            `include_obfuscation` in `stream_options` says no. From OpenAI models.
    """

    id: str | None = None
    object: str | None = None
    created: int | None = None
    model: str | None = None
    choices: list[ChatCompletionChunkChoice] = promised(default=None)
    usage: Usage | None = None
    system_fingerprint: str | None = None
    service_tier: ServiceTier | str | None = None
    web_sources: list[WebSource] | None = None
    obfuscation: str | None = None


@for_pydantic
class ChatCompletionChunkDict(TypedDict):
    """The plain dict that `ChatCompletionChunk` is made from."""

    id: NotRequired[str | None]
    """Id of the completion. Some upstreams leave it out or empty."""
    object: NotRequired[str | None]
    """Kind of object, `chat.completion.chunk`."""
    created: NotRequired[int | None]
    """When the completion was created, in Unix seconds."""
    model: NotRequired[str | None]
    """Id of the model that answers."""
    choices: NotRequired[
        Sequence[ChatCompletionChunkChoice | ChatCompletionChunkChoiceDict] | None
    ]
    """What is new in each choice. Empty on a chunk that only reports usage."""
    usage: NotRequired[Usage | UsageDict | None]
    """What the whole completion used, in tokens. Only near the end of the stream; null or absent
    before. `include_usage` in `stream_options` asks for it.
    """
    system_fingerprint: NotRequired[str | None]
    """Identifies the backend that answers."""
    service_tier: NotRequired[ServiceTier | str | None]
    """Class of service that is given. From OpenAI models."""
    web_sources: NotRequired[Sequence[WebSource | WebSourceDict] | None]
    """The web pages behind the answer. From `:web` models."""
    obfuscation: NotRequired[str | None]
    """Random text that hides how long the content is. Unless `include_obfuscation` in
    `stream_options` says no. From OpenAI models.
    """


# Below the class, because schemas may refer to each other in a circle.
from .chat_completion_chunk_choice import (
    ChatCompletionChunkChoice,
    ChatCompletionChunkChoiceDict,
)
from .service_tier import ServiceTier
from .usage import Usage, UsageDict
from .web_source import WebSource, WebSourceDict

set_decoders(
    ChatCompletionChunk,
    nested={
        "choices": list_of(object_of(ChatCompletionChunkChoice)),
        "usage": object_of(Usage),
        "web_sources": list_of(object_of(WebSource)),
    },
)
