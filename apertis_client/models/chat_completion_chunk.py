# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionChunk`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_array,
    is_object,
    model,
    promised,
)

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
        usage: What the whole completion used, in tokens. Only near the end of the stream;
            null or absent before. `include_usage` in `stream_options` asks for it.
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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("choices")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    if is_object(item):
                        value[position] = made = _new(ChatCompletionChunkChoice)
                        made.__dict__ = item
                        if not _CHAT_COMPLETION_CHUNK_CHOICE_KNOWN.issuperset(item):
                            ChatCompletionChunkChoice._keep_unknown(
                                made, _CHAT_COMPLETION_CHUNK_CHOICE_KNOWN
                            )
                        value1 = item.get("delta")
                        if value1 is not None:
                            if (
                                is_object(value1)
                                and _CHAT_COMPLETION_DELTA_PLAIN.issuperset(value1)
                                and isinstance(value1.get("content", ""), str)
                            ):
                                item["delta"] = made1 = _new(ChatCompletionDelta)
                                made1.__dict__ = value1
                            else:
                                item["delta"] = (
                                    ChatCompletionDelta.adopt(value1)
                                    if is_object(value1)
                                    else decode_unknown(value1)
                                )
                        value1 = item.get("logprobs")
                        if value1 is not None:
                            item["logprobs"] = (
                                Logprobs.adopt(value1)
                                if is_object(value1)
                                else decode_unknown(value1)
                            )

                    else:
                        value[position] = decode_unknown(item)
                    position += 1
            else:
                members["choices"] = decode_unknown(value)
        value = members.get("usage")
        if value is not None:
            members["usage"] = (
                Usage.adopt(value) if is_object(value) else decode_unknown(value)
            )
        value = members.get("web_sources")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        WebSource.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["web_sources"] = decode_unknown(value)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "id",
        "object",
        "created",
        "model",
        "choices",
        "usage",
        "system_fingerprint",
        "service_tier",
        "web_sources",
        "obfuscation",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
from .chat_completion_chunk_choice import (
    ChatCompletionChunkChoice,
    ChatCompletionChunkChoiceDict,
)
from .chat_completion_delta import ChatCompletionDelta
from .logprobs import Logprobs
from .service_tier import ServiceTier
from .usage import Usage, UsageDict
from .web_source import WebSource, WebSourceDict

_new: Final = object.__new__
_CHAT_COMPLETION_CHUNK_CHOICE_KNOWN: Final[frozenset[str]] = frozenset(
    ChatCompletionChunkChoice.__json_members__
)
_CHAT_COMPLETION_DELTA_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "refusal",
        "reasoning_content",
        "thinking",
        "reasoning",
    ]
)
