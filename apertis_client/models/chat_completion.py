# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletion`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from .._runtime.chat_completion_methods import ChatCompletionMethods
from .._runtime.json_object import (
    decode_unknown,
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["ChatCompletion", "ChatCompletionDict"]


@model
class ChatCompletion(ChatCompletionMethods, ResponseModel):
    """A model's answer to a conversation.

    Attributes:
        id: Id of the completion. Some upstreams leave it out or empty.
        object: Kind of object, `chat.completion`. Some upstreams leave it out or empty.
        created: When the completion was created, in Unix seconds.
        model: Id of the model that answered. It can be more exact than the one asked for, and
            the suffix `:web` is gone.
        choices: The answers, as many as `n` asked for.
        usage: What the completion used, in tokens.
        system_fingerprint: Identifies the backend that answered. If it changes, answers to the
            same `seed` may change.
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


@for_pydantic
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
    """Identifies the backend that answered. If it changes, answers to the same `seed` may change.
    """
    service_tier: NotRequired[ServiceTier | str | None]
    """Class of service that was given. From OpenAI models."""
    web_sources: NotRequired[Sequence[WebSource | WebSourceDict] | None]
    """The web pages behind the answer. From `:web` models."""
    metadata: NotRequired[Mapping[str, str] | None]
    """What `metadata` of the request said. From OpenAI models."""
    moderation: NotRequired[Any]
    """What moderation found, in the provider's own form. With `moderation`."""


# Below the class, because schemas may refer to each other in a circle.
from .chat_completion_choice import ChatCompletionChoice, ChatCompletionChoiceDict
from .service_tier import ServiceTier
from .usage import Usage, UsageDict
from .web_source import WebSource, WebSourceDict

set_decoders(
    ChatCompletion,
    nested={
        "choices": list_of(object_of(ChatCompletionChoice)),
        "usage": object_of(Usage),
        "web_sources": list_of(object_of(WebSource)),
        "moderation": decode_unknown,
    },
)
