# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""The resources of the clients, each loaded when it is first used."""

from __future__ import annotations

from functools import cached_property

TYPE_CHECKING = False  # importing `typing` would take longer than the rest of this module
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import httpx

    from .._core.engine import Engine
    from .._core.retry import RetryPolicy
    from .._core.settings import APIKey
    from .audio import AsyncAudio, Audio
    from .billing import AsyncBilling, Billing
    from .chat import AsyncChat, Chat
    from .embeddings import AsyncEmbeddings, Embeddings
    from .images import AsyncImages, Images
    from .messages import AsyncMessages, Messages
    from .models import AsyncModels, Models
    from .rerank import AsyncRerank, Rerank
    from .responses import AsyncResponses, Responses
    from .video import AsyncVideoResource, VideoResource
    from .videos import AsyncVideos, Videos

__all__ = ["AsyncClientResources", "ClientResources", "client_settings"]


class ClientResources:
    """The resources of `Apertis`."""

    _engine: Engine

    @cached_property
    def chat(self) -> Chat:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        with self._engine.importing:
            from .chat import Chat

        return Chat(self._engine)

    @cached_property
    def messages(self) -> Messages:
        """Talk to a Claude model in the form of Anthropic's Messages API."""
        with self._engine.importing:
            from .messages import Messages

        return Messages(self._engine)

    @cached_property
    def responses(self) -> Responses:
        """Talk to a model in the form of OpenAI's Responses API."""
        with self._engine.importing:
            from .responses import Responses

        return Responses(self._engine)

    @cached_property
    def models(self) -> Models:
        """List and look up the models that the key can use."""
        with self._engine.importing:
            from .models import Models

        return Models(self._engine)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Turn texts into vectors, whose distance says how much the texts have in common."""
        with self._engine.importing:
            from .embeddings import Embeddings

        return Embeddings(self._engine)

    @cached_property
    def rerank(self) -> Rerank:
        """Order documents by how well they answer a question."""
        with self._engine.importing:
            from .rerank import Rerank

        return Rerank(self._engine)

    @cached_property
    def audio(self) -> Audio:
        """Turn text into speech, and speech into text."""
        with self._engine.importing:
            from .audio import Audio

        return Audio(self._engine)

    @cached_property
    def images(self) -> Images:
        """Make images, and change them."""
        with self._engine.importing:
            from .images import Images

        return Images(self._engine)

    @cached_property
    def videos(self) -> Videos:
        """Have videos made."""
        with self._engine.importing:
            from .videos import Videos

        return Videos(self._engine)

    @cached_property
    def video(self) -> VideoResource:
        """Have videos made."""
        with self._engine.importing:
            from .video import VideoResource

        return VideoResource(self._engine)

    @cached_property
    def billing(self) -> Billing:
        """Ask what the key has left to spend."""
        with self._engine.importing:
            from .billing import Billing

        return Billing(self._engine)


class AsyncClientResources:
    """The resources of `AsyncApertis`."""

    _engine: Engine

    @cached_property
    def chat(self) -> AsyncChat:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        with self._engine.importing:
            from .chat import AsyncChat

        return AsyncChat(self._engine)

    @cached_property
    def messages(self) -> AsyncMessages:
        """Talk to a Claude model in the form of Anthropic's Messages API."""
        with self._engine.importing:
            from .messages import AsyncMessages

        return AsyncMessages(self._engine)

    @cached_property
    def responses(self) -> AsyncResponses:
        """Talk to a model in the form of OpenAI's Responses API."""
        with self._engine.importing:
            from .responses import AsyncResponses

        return AsyncResponses(self._engine)

    @cached_property
    def models(self) -> AsyncModels:
        """List and look up the models that the key can use."""
        with self._engine.importing:
            from .models import AsyncModels

        return AsyncModels(self._engine)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Turn texts into vectors, whose distance says how much the texts have in common."""
        with self._engine.importing:
            from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._engine)

    @cached_property
    def rerank(self) -> AsyncRerank:
        """Order documents by how well they answer a question."""
        with self._engine.importing:
            from .rerank import AsyncRerank

        return AsyncRerank(self._engine)

    @cached_property
    def audio(self) -> AsyncAudio:
        """Turn text into speech, and speech into text."""
        with self._engine.importing:
            from .audio import AsyncAudio

        return AsyncAudio(self._engine)

    @cached_property
    def images(self) -> AsyncImages:
        """Make images, and change them."""
        with self._engine.importing:
            from .images import AsyncImages

        return AsyncImages(self._engine)

    @cached_property
    def videos(self) -> AsyncVideos:
        """Have videos made."""
        with self._engine.importing:
            from .videos import AsyncVideos

        return AsyncVideos(self._engine)

    @cached_property
    def video(self) -> AsyncVideoResource:
        """Have videos made."""
        with self._engine.importing:
            from .video import AsyncVideoResource

        return AsyncVideoResource(self._engine)

    @cached_property
    def billing(self) -> AsyncBilling:
        """Ask what the key has left to spend."""
        with self._engine.importing:
            from .billing import AsyncBilling

        return AsyncBilling(self._engine)


def client_settings(
    self: Any,
    *,
    api_key: APIKey | None = None,
    base_url: str | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    default_headers: Mapping[str, str | None] | None = None,
    default_query: Mapping[str, Any] | None = None,
    max_response_bytes: int | None = None,
    max_header_bytes: int | None = None,
    max_event_bytes: int | None = None,
    require_finish_reason: bool | None = None,
    tracing: bool | None = None,
    http_client: httpx.Client | httpx.AsyncClient | None = None,
) -> Any:
    """Take the settings of a client, which are checked at once.

    Args:
        api_key: The key, or a function that returns it and is called on every attempt; that of an
            `AsyncApertis` may be asynchronous. Default: the environment's ``APERTIS_API_KEY``.
        base_url: The URL of the API. Default: the environment's ``APERTIS_BASE_URL``, then its
            ``APERTIS_API_BASE``, then ``https://api.apertis.ai/v1``.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`. Default: that
            of `http_client` if one was set there; else 600 seconds, and 5 seconds to connect.
        max_retries: How often a failed call is repeated, 0 or more, or a `RetryPolicy`, which says
            when. Default: 2.
        default_headers: Headers of every request; they win over the built-in ones, and one set to
            None is not sent.
        default_query: Parameters in the query of every request.
        max_response_bytes: The most bytes that the body of a response that is read as a whole may
            have, decompressed; 1 or more, None for no limit. Default: 256 MiB.
        max_header_bytes: The most bytes that all headers of a response may have; 1 or more, None
            for no limit. With an `http_client`, httpx limits them to 100 KiB. Default: 100 KiB.
        max_event_bytes: The most bytes that one event of a stream may have; 1 or more, None for no
            limit. Default: 64 MiB.
        require_finish_reason: Whether a stream without any ``finish_reason`` is taken as cut off
            even if it ends with ``[DONE]``; False admits servers that never send one.
            Default: True.
        tracing: Whether calls are traced with OpenTelemetry once the program has imported it.
            Default: True, unless the environment's ``APERTIS_TRACING`` is ``off``.
        http_client: An `httpx.Client` (or `httpx.AsyncClient`) of your own to send with, for proxies,
            certificates and transports. It is used as it is and never closed.

    Raises:
        ConfigurationError: A value is invalid; the message names it.
        TypeError: A value is of the wrong type, or there is no such setting.
    """
