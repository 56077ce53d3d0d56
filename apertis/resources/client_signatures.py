# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""What is taken by the constructors of the clients, and by `get`, `post` and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._declared import resolvable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    from apertis_client._runtime.uploads import FileInput

    from .._core.retry import RetryPolicy
    from .._core.settings import APIKey

__all__ = ["client_settings", "endpoint_signature"]


@resolvable
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
            have, decompressed; 1 or more, None for no limit. Of an error, 4 MiB are read at most.
            Default: 256 MiB.
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


@resolvable
def endpoint_signature(
    self: Any,
    path: str,
    *,
    body: Any = None,
    query: Mapping[str, Any] | None = None,
    files: Mapping[str, FileInput | Sequence[FileInput]] | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
    answer: Any = None,
    stream: bool | None = None,
) -> Any:
    """Call an endpoint.

    Args:
        path: The path below the base URL, such as ``/files``. What a path cannot hold is encoded.
        answer: What the response becomes: a model of `apertis`, which may also be that of the events of
            a stream; a pydantic model, dataclass or other type that pydantic reads (needs
            ``apertis[pydantic]``); `str`, `bytes` or `BinaryContent`. Default: decoded JSON, and
            `JSONObject` for events.
        stream: Ask for an event stream. It is complete where the body ends as HTTP says.
        body: What is sent as JSON. A stream that is asked for adds ``"stream": true``.
        query: The parameters of the query.
        files: The files of a form, by the names of its fields; the members of `body` become fields
            beside them.
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """
