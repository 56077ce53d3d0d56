# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""GET /models/{model}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Required, TypedDict

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
from ...models.model import Model

__all__ = [
    "OPERATION",
    "PathParams",
    "Others",
    "Needed",
    "Options",
    "Params",
    "sync",
    "sync_detailed",
    "asyncio",
    "asyncio_detailed",
]


class PathParams(TypedDict):
    """The parameters that are part of the path."""

    model: Required[str]


class Needed(TypedDict):
    """The other parameters that are required."""


class Options(TypedDict):
    """The optional parameters."""


class Others(Needed, Options):
    """The parameters that are not part of the path."""


class Params(PathParams, Others):
    """All parameters.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path. At least 1 character.
    """


OPERATION: Final = Operation(
    name="retrieve_model",
    method_path="models.retrieve",
    method="GET",
    path="/models/{model}",
    response=Model,
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
    required=("model",),
    types={
        "model": frozenset({str}),
    },
    path_parameters=("model",),
)


def _arguments(
    model: str,
) -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={
            "model": model,
        },
        query={},
        headers={},
    )


def sync_detailed(
    model: str,
    *,
    client: AuthenticatedClient,
) -> types.Response[Model | ErrorResponse]:
    """Look up one model.

    Returns what the list says about this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path. At least 1 character.
        client: Where to send it.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(
        client,
        _arguments(
            model,
        ),
    )
    return response_of(OPERATION, client, response)


def sync(
    model: str,
    *,
    client: AuthenticatedClient,
) -> Model | ErrorResponse | None:
    """Look up one model.

    Returns what the list says about this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path. At least 1 character.
        client: Where to send it.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(model, client=client).parsed


async def asyncio_detailed(
    model: str,
    *,
    client: AuthenticatedClient,
) -> types.Response[Model | ErrorResponse]:
    """Look up one model.

    Returns what the list says about this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path. At least 1 character.
        client: Where to send it.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(
        client,
        _arguments(
            model,
        ),
    )
    return response_of(OPERATION, client, response)


async def asyncio(
    model: str,
    *,
    client: AuthenticatedClient,
) -> Model | ErrorResponse | None:
    """Look up one model.

    Returns what the list says about this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path. At least 1 character.
        client: Where to send it.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(model, client=client)).parsed
