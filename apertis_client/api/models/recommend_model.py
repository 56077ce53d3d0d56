# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""GET /recommend"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

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
    from ...models.recommendation_budget import RecommendationBudget
    from ...models.recommendation_task import RecommendationTask
from ...models.error_response import ErrorResponse
from ...models.recommendation import Recommendation

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

    task: Required[RecommendationTask | str]


class Options(TypedDict):
    """The optional parameters."""

    budget: NotRequired[RecommendationBudget | str | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        task: What the model is for.
        budget: What it may cost. Default of the server: "medium".
    """


OPERATION: Final = Operation(
    name="recommend_model",
    method_path="models.recommend",
    method="GET",
    path="/recommend",
    response=Recommendation,
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
    required=("task",),
    types={
        "task": frozenset({str}),
        "budget": frozenset({str}),
    },
    query_parameters={
        "task": "task",
        "budget": "budget",
    },
)


def _arguments(
    *,
    task: RecommendationTask | str,
    budget: RecommendationBudget | str | None = None,
) -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={},
        query={
            "task": task,
            "budget": budget,
        },
        headers={},
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    task: RecommendationTask | str,
    budget: RecommendationBudget | str | None = None,
) -> types.Response[Recommendation | ErrorResponse]:
    """Ask which model suits a task.

    The answer follows the prices and the availability of the moment.

    Args:
        client: Where to send it.
        task: What the model is for.
        budget: What it may cost. Default of the server: "medium".

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(
        client,
        _arguments(
            task=task,
            budget=budget,
        ),
    )
    return response_of(OPERATION, client, response)


def sync(
    *,
    client: AuthenticatedClient,
    task: RecommendationTask | str,
    budget: RecommendationBudget | str | None = None,
) -> Recommendation | ErrorResponse | None:
    """Ask which model suits a task.

    The answer follows the prices and the availability of the moment.

    Args:
        client: Where to send it.
        task: What the model is for.
        budget: What it may cost. Default of the server: "medium".

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(task=task, budget=budget, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    task: RecommendationTask | str,
    budget: RecommendationBudget | str | None = None,
) -> types.Response[Recommendation | ErrorResponse]:
    """Ask which model suits a task.

    The answer follows the prices and the availability of the moment.

    Args:
        client: Where to send it.
        task: What the model is for.
        budget: What it may cost. Default of the server: "medium".

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(
        client,
        _arguments(
            task=task,
            budget=budget,
        ),
    )
    return response_of(OPERATION, client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    task: RecommendationTask | str,
    budget: RecommendationBudget | str | None = None,
) -> Recommendation | ErrorResponse | None:
    """Ask which model suits a task.

    The answer follows the prices and the availability of the moment.

    Args:
        client: Where to send it.
        task: What the model is for.
        budget: What it may cost. Default of the server: "medium".

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(task=task, budget=budget, client=client)).parsed
