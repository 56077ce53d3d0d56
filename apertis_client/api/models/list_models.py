# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""GET /models"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

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
from ...models.error_response import ErrorResponse
from ...models.model_list import ModelList

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


class Options(TypedDict):
    """The optional parameters."""


class Params(Needed, Options):
    """All parameters.

    Args:
        None.
    """


OPERATION: Final = Operation(
    name="list_models",
    method_path="models.list",
    method="GET",
    path="/models",
    response=ModelList,
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
)


def _arguments() -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={},
        query={},
        headers={},
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> types.Response[ModelList | ErrorResponse]:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(client, _arguments())
    return response_of(OPERATION, client, response)


def sync(
    *,
    client: AuthenticatedClient,
) -> ModelList | ErrorResponse | None:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> types.Response[ModelList | ErrorResponse]:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(client, _arguments())
    return response_of(OPERATION, client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> ModelList | ErrorResponse | None:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(client=client)).parsed
