# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /audio/transcriptions"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

from ..._runtime.endpoint import (
    request_arguments,
    response_of,
    send,
    send_asyncio,
)
from ..._runtime.operation import Items, Operation
from ..._runtime.uploads import FileInput

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
    from ...models.timestamp_granularity import TimestampGranularity
    from ...models.transcription_format import TranscriptionFormat
    from ...models.transcription_request import (
        TranscriptionRequest,
        TranscriptionRequestDict,
    )
from ...models.error_response import ErrorResponse
from ...models.transcription import Transcription

__all__ = [
    "OPERATION",
    "Needed",
    "Options",
    "ResponseFormatOption",
    "Params",
    "sync",
    "sync_detailed",
    "asyncio",
    "asyncio_detailed",
]


class Needed(TypedDict):
    """The parameters that are required."""

    file: Required[FileInput]
    model: Required[str]


class Options(TypedDict):
    """The optional parameters that have no class of their own."""

    language: NotRequired[str | None]
    prompt: NotRequired[str | None]
    temperature: NotRequired[float | None]
    timestamp_granularities: NotRequired[Sequence[TimestampGranularity | str] | None]


class ResponseFormatOption(TypedDict):
    """The optional parameter `response_format`, in place of which some methods take another."""

    response_format: NotRequired[TranscriptionFormat | str | None]


class Params(Needed, Options, ResponseFormatOption):
    """All parameters.

    Args:
        file: The recording: a path, its content, an open file, or a tuple of name, content and,
            if you like, media type. FLAC, MP3, MP4, M4A, Ogg, WAV or WebM. At most 25 MB.
        model: Id of the model, for example `whisper-1`. At least 1 character.
        language: Language that is spoken, in ISO 639-1 (`en`). It makes the text better.
        prompt: Text that came before, or words as they are to be spelled.
        response_format: Form of the answer. For `text`, `srt` (SubRip) and `vtt` (WebVTT) it is
            text, else an object; `verbose_json` adds segments with times. Default of the
            server: "json".
        temperature: How freely the model picks its words. Range: 0.0 to 1.0. Default of the
            server: 0.
        timestamp_granularities: What is given times. Only with `verbose_json`.
    """


OPERATION: Final = Operation(
    name="create_transcription",
    method_path="audio.transcriptions.create",
    method="POST",
    path="/audio/transcriptions",
    response=Transcription,
    errors={
        "400": ErrorResponse,
        "401": ErrorResponse,
        "402": ErrorResponse,
        "403": ErrorResponse,
        "404": ErrorResponse,
        "408": ErrorResponse,
        "409": ErrorResponse,
        "413": ErrorResponse,
        "422": ErrorResponse,
        "429": ErrorResponse,
        "500": ErrorResponse,
        "502": ErrorResponse,
        "503": ErrorResponse,
        "529": ErrorResponse,
    },
    parameters=frozenset(Params.__annotations__),
    required=(
        "file",
        "model",
    ),
    types={
        "model": frozenset({str}),
        "language": frozenset({str}),
        "prompt": frozenset({str}),
        "response_format": frozenset({str}),
        "temperature": frozenset({float, int}),
        "timestamp_granularities": frozenset({list}),
    },
    ranges={
        "temperature": (0, 1),
    },
    body="TranscriptionRequest",
    items={
        "timestamp_granularities": Items(types=frozenset({str})),
    },
    not_empty=("model",),
    has_body=True,
    form_files={
        "file": 26214400,
    },
    text_choice=("response_format", ["text", "srt", "vtt"]),
)


def _arguments(
    *,
    body: TranscriptionRequest | TranscriptionRequestDict,
) -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={},
        query={},
        headers={},
        body=body,
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: TranscriptionRequest | TranscriptionRequestDict,
) -> types.Response[Transcription | str | ErrorResponse]:
    """Write down what is said in a recording.

    In the language that is spoken.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. A recording, the model that
            writes it down, and how.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(
        client,
        _arguments(
            body=body,
        ),
    )
    return response_of(OPERATION.chosen(body), client, response)


def sync(
    *,
    client: AuthenticatedClient,
    body: TranscriptionRequest | TranscriptionRequestDict,
) -> Transcription | str | ErrorResponse | None:
    """Write down what is said in a recording.

    In the language that is spoken.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. A recording, the model that
            writes it down, and how.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: TranscriptionRequest | TranscriptionRequestDict,
) -> types.Response[Transcription | str | ErrorResponse]:
    """Write down what is said in a recording.

    In the language that is spoken.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. A recording, the model that
            writes it down, and how.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(
        client,
        _arguments(
            body=body,
        ),
    )
    return response_of(OPERATION.chosen(body), client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: TranscriptionRequest | TranscriptionRequestDict,
) -> Transcription | str | ErrorResponse | None:
    """Write down what is said in a recording.

    In the language that is spoken.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. A recording, the model that
            writes it down, and how.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
