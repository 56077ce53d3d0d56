"""A server that answers every request by a rule of the test, for runs of any length."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from apertis import Apertis, AsyncApertis, BulkResult, RetryPolicy
from tests.server import Request, Server, Step, completion, json_reply

Runner = Callable[..., list[BulkResult]]

AT_ONCE = {"max_retries": RetryPolicy(2, first_wait=0)}  # retries without a wait
PERSON = {
    "type": "object",
    "properties": {"name": {"type": "string"}},
    "required": ["name"],
    "additionalProperties": False,
}
SCHEMA = {"type": "json_schema", "json_schema": {"name": "person", "schema": PERSON}}


class Gateway(Server):
    """Answers each request with what `rule` returns for it: steps, or the JSON of an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.rule: Callable[[Request], Any] = lambda request: completion(prompt_of(request))
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()

    def take(self, request: Request) -> Sequence[Step]:
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        self.answer(self._reply)
        return super().take(request)

    def _reply(self, request: Request) -> Sequence[Step]:
        try:
            reply = self.rule(request)
        except Exception as error:  # noqa: BLE001  or the client would wait for ever
            self.problems.append(f"{request.path}: {error!r}")
            reply = refusal(400)
        with self._lock:
            self._at_once -= 1
        return reply if isinstance(reply, list) else json_reply(reply)

    @property
    def prompts(self) -> list[str]:
        """The prompts that have come, in their order."""
        return [prompt_of(request) for request in self.requests]


def prompt_of(request: Request) -> str:
    """Return the last message of a request."""
    content: str = request.json["messages"][-1]["content"]
    return content


def refusal(status: int, message: str = "no", headers: Any = None, **details: Any) -> list[Step]:
    """Return the script of an error of the API."""
    body = {"error": {"message": message, "type": "error", "code": None, **details}}
    return json_reply(body, status=status, headers=headers)


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Return the lines of an output, all of which are whole."""
    text = path.read_text("utf-8")
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def rows(count: int, **members: Any) -> list[dict[str, Any]]:
    return [{"id": f"row-{n}", "prompt": f"prompt {n}", **members} for n in range(count)]


def text_of(result: BulkResult) -> str:
    text: str = result.response.choices[0].message.content
    return text


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """Listen for the time of a test, which fails where a request broke the spec."""
    with Gateway() as server:
        yield server
    assert not server.problems, "\n".join(server.problems)


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, gateway: Gateway) -> Runner:
    """Return a function that runs `client.bulk` to its end, and returns the results."""

    def of_sync(requests: Any, *, client: dict[str, Any], **settings: Any) -> list[BulkResult]:
        with Apertis(**client) as apertis:
            return list(apertis.bulk(requests, **settings))

    def of_async(requests: Any, *, client: dict[str, Any], **settings: Any) -> list[BulkResult]:
        async def collected() -> list[BulkResult]:
            async with AsyncApertis(**client) as apertis:
                return [result async for result in apertis.bulk(requests, **settings)]

        return asyncio.run(collected())

    function = of_sync if request.param == "sync" else of_async

    def run(requests: Any, *, client: Any = None, **settings: Any) -> list[BulkResult]:
        made = {"api_key": "sk-test", "base_url": gateway.url, **(client or {})}
        settings = {"concurrency": 4, "defaults": {"model": "m"}, **settings}
        return function(requests, client=made, **settings)

    return run
