# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.


"""GET /models/{model}"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Required, TypedDict

from ... import errors
from ..._runtime.json_object import is_object
from ..._runtime.operation import Operation
from ...errors import has_content

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.error_response import ErrorResponse
from ...models.model import Model

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

    model: Required[str]


class Options(TypedDict):
    """What the operation takes beside it."""


class Params(Needed, Options):
    """Everything that the operation takes.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path.
    """


OPERATION: Final = Operation(
    name="retrieve_model",
    method="GET",
    path="/models/{model}",
    answer=Model,
    parameters=frozenset(Params.__annotations__),
    required=("model",),
    path_parameters=("model",),
)


def _get_kwargs(
    model: str,
) -> dict[str, Any]:
    kwargs: dict[str, Any] = {
        "method": "get",
        "url": OPERATION.url_path(
            {
                "model": model,
            }
        ),
    }
    return kwargs


def _parsed(
    client: AuthenticatedClient, response: httpx.Response
) -> Model | ErrorResponse | None:
    try:
        content: Any = json.loads(response.content.decode(errors="replace"))
    except (ValueError, RecursionError):
        content = None
    status = response.status_code
    if is_object(content):
        if 200 <= status < 300 and has_content(content.get("error")):
            return ErrorResponse.adopt(content)
        if status == 200:
            return Model.adopt(content)
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
) -> Response[Model | ErrorResponse]:
    from ...types import Response

    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parsed(client, response),
    )


def sync_detailed(
    model: str,
    *,
    client: AuthenticatedClient,
) -> Response[Model | ErrorResponse]:
    """Look up one model.

    Answers what the list says of this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path.
        client: Where to send it.

    Returns the typed answer with its status and headers.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        ValueError: A part of the path is empty.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    response = client.get_httpx_client().request(
        **_get_kwargs(
            model,
        )
    )
    return _detailed(client, response)


def sync(
    model: str,
    *,
    client: AuthenticatedClient,
) -> Model | ErrorResponse | None:
    """Look up one model.

    Answers what the list says of this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path.
        client: Where to send it.

    Returns the typed answer; None where it is not one that the spec documents.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        ValueError: A part of the path is empty.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    return sync_detailed(model, client=client).parsed


async def asyncio_detailed(
    model: str,
    *,
    client: AuthenticatedClient,
) -> Response[Model | ErrorResponse]:
    """Look up one model.

    Answers what the list says of this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path.
        client: Where to send it.

    Returns the typed answer with its status and headers.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        ValueError: A part of the path is empty.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    response = await client.get_async_httpx_client().request(
        **_get_kwargs(
            model,
        )
    )
    return _detailed(client, response)


async def asyncio(
    model: str,
    *,
    client: AuthenticatedClient,
) -> Model | ErrorResponse | None:
    """Look up one model.

    Answers what the list says of this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path.
        client: Where to send it.

    Returns the typed answer; None where it is not one that the spec documents.

    Raises:
        errors.UnexpectedStatus: The answer is not one that the spec documents, and the client
            has raise_on_unexpected_status.
        ValueError: A part of the path is empty.
        httpx.HTTPError: The server could not be reached, or took longer than the client waits.
    """

    return (await asyncio_detailed(model, client=client)).parsed
