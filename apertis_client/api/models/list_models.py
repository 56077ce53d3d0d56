# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.


"""GET /models"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypedDict

from ... import errors
from ..._runtime.json_object import is_object
from ..._runtime.operation import Operation
from ...errors import has_content

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient
    from ...types import Response

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
    """What the operation cannot do without."""


class Options(TypedDict):
    """What the operation takes beside it."""


class Params(Needed, Options):
    """Everything that the operation takes.

    Args:
        None.
    """


OPERATION: Final = Operation(
    name="list_models",
    method="GET",
    path="/models",
    answer=ModelList,
    parameters=frozenset(Params.__annotations__),
)


def _get_kwargs() -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "get",
        "url": OPERATION.url_path({}),
    }
    return kwargs


def _parsed(
    client: AuthenticatedClient, response: httpx.Response
) -> ModelList | ErrorResponse | None:
    try:
        content: Any = json.loads(response.content.decode(errors="replace"))
    except (ValueError, RecursionError):
        content = None
    status = response.status_code
    if is_object(content):
        if 200 <= status < 300 and has_content(content.get("error")):
            return ErrorResponse.adopt(content)
        if status == 200:
            return ModelList.adopt(content)
        if status == 400:
            return ErrorResponse.adopt(content)
        if status == 401:
            return ErrorResponse.adopt(content)
        if status == 402:
            return ErrorResponse.adopt(content)
        if status == 403:
            return ErrorResponse.adopt(content)
        if status == 404:
            return ErrorResponse.adopt(content)
        if status == 429:
            return ErrorResponse.adopt(content)
        if status == 500:
            return ErrorResponse.adopt(content)
        if status == 502:
            return ErrorResponse.adopt(content)
        if status == 503:
            return ErrorResponse.adopt(content)
        if status == 529:
            return ErrorResponse.adopt(content)
    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(status, response.content)
    return None


def _detailed(
    client: AuthenticatedClient, response: httpx.Response
) -> Response[ModelList | ErrorResponse]:
    from ...types import Response

    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parsed(client, response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[ModelList | ErrorResponse]:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the typed answer with its status and headers.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    response = client.get_httpx_client().request(**_get_kwargs())
    return _detailed(client, response)


def sync(
    *,
    client: AuthenticatedClient,
) -> ModelList | ErrorResponse | None:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the typed answer; None where it is not one that the spec documents.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    return sync_detailed(client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[ModelList | ErrorResponse]:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the typed answer with its status and headers.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    response = await client.get_async_httpx_client().request(**_get_kwargs())
    return _detailed(client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> ModelList | ErrorResponse | None:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        client: Where to send it.

    Returns the typed answer; None where it is not one that the spec documents.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    return (await asyncio_detailed(client=client)).parsed
