# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /embeddings"""

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

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
    from ...models.embedding_encoding_format import EmbeddingEncodingFormat
    from ...models.embedding_request import EmbeddingRequest, EmbeddingRequestDict
    from ...models.embedding_task import EmbeddingTask
from ...models.embedding_response import EmbeddingResponse
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
    input: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]]


class Options(TypedDict):
    """The optional parameters."""

    dimensions: NotRequired[int | None]
    encoding_format: NotRequired[EmbeddingEncodingFormat | str | None]
    task: NotRequired[EmbeddingTask | str | None]
    user: NotRequired[str | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        model: Id of the model, for example `text-embedding-3-small` (1536 dimensions) or
            `text-embedding-3-large` (3072). At least 1 character.
        input: A text or several, none of them empty; or the same as token ids. Each has at most
            8191 tokens, for OpenAI models, which take 2048 of them.
        dimensions: Length of the vectors, where it is not that of the model. For
            `text-embedding-3` models. At least 1.
        encoding_format: How the numbers are sent: as JSON, or as base64 of 32-bit floats
            (little-endian), which is several times shorter. `embedding` of the answer is a list
            of floats in either case. Default of the server: "float". Default of this client:
            "base64".
        task: What the vectors are for. For models of Jina.
        user: Id of your end user, to help find abuse.
    """


OPERATION: Final = Operation(
    name="create_embedding",
    method_path="embeddings.create",
    method="POST",
    path="/embeddings",
    response=EmbeddingResponse,
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
    ),
    types={
        "model": frozenset({str}),
        "input": frozenset({list, str}),
        "dimensions": frozenset({int}),
        "encoding_format": frozenset({str}),
        "task": frozenset({str}),
        "user": frozenset({str}),
    },
    ranges={
        "dimensions": (1, None),
    },
    body="EmbeddingRequest",
    items={
        "input": Items(types=frozenset({int, list, str})),
    },
    not_empty=("model",),
    defaults={
        "encoding_format": "base64",
    },
    has_body=True,
)


def _arguments(
    *,
    body: EmbeddingRequest | EmbeddingRequestDict,
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
    body: EmbeddingRequest | EmbeddingRequestDict,
) -> types.Response[EmbeddingResponse | ErrorResponse]:
    """Turn texts into vectors.

    The answer has one vector for each text, in the same order.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The texts to turn into
            vectors, and the model that does it.

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
    body: EmbeddingRequest | EmbeddingRequestDict,
) -> EmbeddingResponse | ErrorResponse | None:
    """Turn texts into vectors.

    The answer has one vector for each text, in the same order.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The texts to turn into
            vectors, and the model that does it.

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
    body: EmbeddingRequest | EmbeddingRequestDict,
) -> types.Response[EmbeddingResponse | ErrorResponse]:
    """Turn texts into vectors.

    The answer has one vector for each text, in the same order.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The texts to turn into
            vectors, and the model that does it.

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
    body: EmbeddingRequest | EmbeddingRequestDict,
) -> EmbeddingResponse | ErrorResponse | None:
    """Turn texts into vectors.

    The answer has one vector for each text, in the same order.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The texts to turn into
            vectors, and the model that does it.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
