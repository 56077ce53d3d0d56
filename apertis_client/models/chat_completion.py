# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletion`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    decode_unknown,
    is_array,
    is_object,
    model,
    promised,
)
from .._runtime.response import ResponseModel

__all__ = ["ChatCompletion", "ChatCompletionDict"]


@model
class ChatCompletion(ResponseModel):
    """A model's answer to a conversation.

    Attributes:
        id: Id of the completion. Some upstreams leave it out or empty.
        object: Kind of object, `chat.completion`. Some upstreams leave it out or empty.
        created: When the completion was created, in Unix seconds.
        model: Id of the model that answered. It can be more exact than the one asked for, and
            the suffix `:web` is gone.
        choices: The answers, as many as `n` asked for.
        usage: What the completion used, in tokens.
        system_fingerprint: Identifies the backend that answered. If it changes, answers to
            the same `seed` may change.
        service_tier: Class of service that was given. From OpenAI models.
        web_sources: The web pages behind the answer. From `:web` models.
        metadata: What `metadata` of the request said. From OpenAI models.
        moderation: What moderation found, in the provider's own form. With `moderation`.
    """

    id: str | None = None
    object: str | None = None
    created: int | None = None
    model: str | None = None
    choices: list[ChatCompletionChoice] = promised(default=None)
    usage: Usage | None = None
    system_fingerprint: str | None = None
    service_tier: ServiceTier | str | None = None
    web_sources: list[WebSource] | None = None
    metadata: dict[str, str] | None = None
    moderation: Any = None

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
                        value[position] = made = _new(ChatCompletionChoice)
                        made.__dict__ = item
                        if not _CHAT_COMPLETION_CHOICE_KNOWN.issuperset(item):
                            ChatCompletionChoice._keep_unknown(
                                made, _CHAT_COMPLETION_CHOICE_KNOWN
                            )
                        value1 = item.get("message")
                        if value1 is not None:
                            if (
                                is_object(value1)
                                and _CHAT_COMPLETION_MESSAGE_PLAIN.issuperset(value1)
                                and isinstance(value1.get("content", ""), str)
                            ):
                                item["message"] = made1 = _new(ChatCompletionMessage)
                                made1.__dict__ = value1
                            else:
                                item["message"] = (
                                    ChatCompletionMessage.adopt(value1)
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
        value = members.get("moderation")
        if value is not None:
            members["moderation"] = decode_unknown(value)

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
        "metadata",
        "moderation",
    ]
)


class ChatCompletionDict(TypedDict):
    """The plain dict that `ChatCompletion` is made from."""

    id: NotRequired[str | None]
    """Id of the completion. Some upstreams leave it out or empty."""
    object: NotRequired[str | None]
    """Kind of object, `chat.completion`. Some upstreams leave it out or empty."""
    created: NotRequired[int | None]
    """When the completion was created, in Unix seconds."""
    model: NotRequired[str | None]
    """Id of the model that answered. It can be more exact than the one asked for, and the suffix
    `:web` is gone.
    """
    choices: NotRequired[
        Sequence[ChatCompletionChoice | ChatCompletionChoiceDict] | None
    ]
    """The answers, as many as `n` asked for."""
    usage: NotRequired[Usage | UsageDict | None]
    """What the completion used, in tokens."""
    system_fingerprint: NotRequired[str | None]
    """Identifies the backend that answered. If it changes, answers to the same `seed` may
    change.
    """
    service_tier: NotRequired[ServiceTier | str | None]
    """Class of service that was given. From OpenAI models."""
    web_sources: NotRequired[Sequence[WebSource | WebSourceDict] | None]
    """The web pages behind the answer. From `:web` models."""
    metadata: NotRequired[Mapping[str, str] | None]
    """What `metadata` of the request said. From OpenAI models."""
    moderation: NotRequired[Any]
    """What moderation found, in the provider's own form. With `moderation`."""


# Below the class: schemas may refer to each other in a circle.
from .chat_completion_choice import ChatCompletionChoice, ChatCompletionChoiceDict
from .chat_completion_message import ChatCompletionMessage
from .logprobs import Logprobs
from .service_tier import ServiceTier
from .usage import Usage, UsageDict
from .web_source import WebSource, WebSourceDict

_new: Final = object.__new__
_CHAT_COMPLETION_CHOICE_KNOWN: Final[frozenset[str]] = frozenset(
    ChatCompletionChoice.__json_members__
)
_CHAT_COMPLETION_MESSAGE_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "refusal",
        "reasoning_content",
        "thinking",
        "reasoning",
    ]
)
