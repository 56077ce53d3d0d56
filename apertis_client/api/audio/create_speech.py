# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /audio/speech"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

from ..._runtime.contents import BinaryContent
from ..._runtime.endpoint import (
    request_arguments,
    response_of,
    send,
    send_asyncio,
)
from ..._runtime.operation import Operation

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
    from ...models.audio_voice_reference import (
        AudioVoiceReference,
        AudioVoiceReferenceDict,
    )
    from ...models.speech_format import SpeechFormat
    from ...models.speech_request import SpeechRequest, SpeechRequestDict
    from ...models.speech_voice import SpeechVoice
from ...models.error_response import ErrorResponse

__all__ = [
    "OPERATION",
    "Needed",
    "Options",
    "Params",
    "sync",
    "sync_detailed",
    "asyncio",
    "asyncio_detailed",
]


class Needed(TypedDict):
    """The parameters that are required."""

    model: Required[str]
    input: Required[str]
    voice: Required[SpeechVoice | str | AudioVoiceReference | AudioVoiceReferenceDict]


class Options(TypedDict):
    """The optional parameters."""

    instructions: NotRequired[str | None]
    response_format: NotRequired[SpeechFormat | str | None]
    speed: NotRequired[float | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        model: Id of the model, for example `tts-1`, `tts-1-hd` or `gpt-4o-mini-tts`. At least 1
            character.
        input: What to say. At most 4096 characters.
        voice: Who says it.
        instructions: How to say it, for models that can be told.
        response_format: Format of the sound. `pcm` has no header; the others can be played as
            files. Default of the server: "mp3".
        speed: How fast it is said, 1 being the pace of the voice. Range: 0.25 to 4.0. Default
            of the server: 1.
    """


OPERATION: Final = Operation[Any](
    name="create_speech",
    method_path="audio.speech.create",
    method="POST",
    path="/audio/speech",
    response=None,
    other=BinaryContent,
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
        "model",
        "input",
        "voice",
    ),
    types={
        "model": frozenset({str}),
        "input": frozenset({str}),
        "voice": frozenset({dict, str}),
        "instructions": frozenset({str}),
        "response_format": frozenset({str}),
        "speed": frozenset({float, int}),
    },
    ranges={
        "speed": (0.25, 4),
    },
    body="SpeechRequest",
    items={},
    not_empty=("model",),
    has_body=True,
)


def _arguments(
    *,
    body: SpeechRequest | SpeechRequestDict,
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
    body: SpeechRequest | SpeechRequestDict,
) -> types.Response[BinaryContent | ErrorResponse]:
    """Speak a text.

    The answer is the sound, as it is made.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The text to speak, the model
            that does it, and the voice.

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
    return response_of(OPERATION, client, response)


def sync(
    *,
    client: AuthenticatedClient,
    body: SpeechRequest | SpeechRequestDict,
) -> BinaryContent | ErrorResponse | None:
    """Speak a text.

    The answer is the sound, as it is made.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The text to speak, the model
            that does it, and the voice.

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
    body: SpeechRequest | SpeechRequestDict,
) -> types.Response[BinaryContent | ErrorResponse]:
    """Speak a text.

    The answer is the sound, as it is made.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The text to speak, the model
            that does it, and the voice.

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
    return response_of(OPERATION, client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: SpeechRequest | SpeechRequestDict,
) -> BinaryContent | ErrorResponse | None:
    """Speak a text.

    The answer is the sound, as it is made.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The text to speak, the model
            that does it, and the voice.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
