"""A real model on this machine; every request that goes to it is held against the spec."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Iterator
from typing import Any, NamedTuple

import httpx
import pytest

from apertis import Apertis, AsyncApertis, ChatCompletion
from tests.spec import validate_request

# A busy machine computes slowly; none of these tests is about how fast it is.
SECONDS = 240.0


class Server(NamedTuple):
    """Where the model is, and the only key that it takes."""

    base_url: str
    api_key: str


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    # By name at run time: type checkers know the programs in scripts/ without their folder.
    local_model: Any = importlib.import_module("scripts.local_model")
    with local_model.local_model() as running:
        yield Server(running.base_url, running.api_key)


@pytest.fixture
def client(server: Server) -> Iterator[Apertis]:
    hooks = {"request": [hold_against_the_spec]}
    with (
        httpx.Client(event_hooks=hooks, trust_env=False) as http_client,
        Apertis(**_settings(server), http_client=http_client) as client,
    ):
        yield client


@pytest.fixture
async def async_client(server: Server) -> AsyncIterator[AsyncApertis]:
    async def hold(request: httpx.Request) -> None:
        hold_against_the_spec(request)

    async with (
        httpx.AsyncClient(event_hooks={"request": [hold]}, trust_env=False) as http_client,
        AsyncApertis(**_settings(server), http_client=http_client) as client,
    ):
        yield client


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def _settings(server: Server) -> dict[str, Any]:
    return {
        "base_url": server.base_url,
        "api_key": server.api_key,
        "timeout": SECONDS,
        # The server may close an idle connection at the moment at which it is used again.
        "max_retries": 1,
    }


def hold_against_the_spec(request: httpx.Request) -> None:
    path = request.url.raw_path.decode("ascii")
    assert path.startswith("/v1/")
    validate_request(request.method, path.removeprefix("/v1"), request.content)


def shape(value: object) -> object:
    """Return the names and types of decoded JSON, which stay the same where texts differ."""
    match value:
        case dict():
            return {name: shape(item) for name, item in value.items()}
        case list():
            return [shape(item) for item in value]
        case bool() | None:
            return value
        case int() | float():
            return "number"
        case _:
            return type(value).__name__


def assert_is_answer(completion: ChatCompletion, *, choices: int = 1) -> None:
    """Assert what holds of every whole answer of the model."""
    assert completion.object == "chat.completion"
    assert completion.id
    assert completion.model
    assert completion.created
    assert [choice.index for choice in completion.choices] == list(range(choices))
    for choice in completion.choices:
        assert choice.finish_reason in {"stop", "length", "tool_calls"}
        assert choice.message.role == "assistant"
        assert choice.message.content or choice.message.tool_calls
