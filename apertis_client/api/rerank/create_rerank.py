# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /rerank"""

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
    from ...models.rerank_request import RerankRequest, RerankRequestDict
from ...models.error_response import ErrorResponse
from ...models.rerank_response import RerankResponse

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
    query: Required[str]
    documents: Required[Sequence[str]]


class Options(TypedDict):
    """The optional parameters."""

    top_n: NotRequired[int | None]
    return_documents: NotRequired[bool | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        model: Id of the model, for example `BAAI/bge-reranker-v2-m3` or `rerank-v3.5`. At least
            1 character.
        query: What the documents are to answer.
        documents: The texts to order. At least 1 item.
        top_n: How many results to return; left out, all. At least 1.
        return_documents: Return the text of each document with its result. Default of the
            server: false.
    """


OPERATION: Final = Operation(
    name="create_rerank",
    method_path="rerank.create",
    method="POST",
    path="/rerank",
    response=RerankResponse,
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
        "query",
        "documents",
    ),
    types={
        "model": frozenset({str}),
        "query": frozenset({str}),
        "documents": frozenset({list}),
        "top_n": frozenset({int}),
        "return_documents": frozenset({bool}),
    },
    ranges={
        "top_n": (1, None),
    },
    body="RerankRequest",
    items={
        "documents": Items(types=frozenset({str})),
    },
    not_empty=("model",),
    has_body=True,
)


def _arguments(
    *,
    body: RerankRequest | RerankRequestDict,
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
    body: RerankRequest | RerankRequestDict,
) -> types.Response[RerankResponse | ErrorResponse]:
    """Order documents by how well they answer a question.

    The answer has the best document first.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The question, the documents to
            order, and the model that does it.

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
    body: RerankRequest | RerankRequestDict,
) -> RerankResponse | ErrorResponse | None:
    """Order documents by how well they answer a question.

    The answer has the best document first.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The question, the documents to
            order, and the model that does it.

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
    body: RerankRequest | RerankRequestDict,
) -> types.Response[RerankResponse | ErrorResponse]:
    """Order documents by how well they answer a question.

    The answer has the best document first.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The question, the documents to
            order, and the model that does it.

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
    body: RerankRequest | RerankRequestDict,
) -> RerankResponse | ErrorResponse | None:
    """Order documents by how well they answer a question.

    The answer has the best document first.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. The question, the documents to
            order, and the model that does it.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
