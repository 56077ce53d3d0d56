"""tenacity, which awaits what it repeats only where it recognises a coroutine function."""

from __future__ import annotations

from typing import Any

import pytest
import tenacity

from apertis import InternalServerError
from tests.drivers import AsyncDriver
from tests.server import Server, completion, json_reply

pytestmark = pytest.mark.wire
QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}


def get_time(city: str) -> str:
    """Return the time."""
    return f"noon in {city}"


@pytest.mark.parametrize(
    ("method", "arguments"),
    [("create", {}), ("parse", {}), ("run_tools", {"tools": [get_time]})],
)
def test_it_repeats_a_method(server: Server, method: str, arguments: dict[str, Any]) -> None:
    """A call that failed is made again."""
    server.answer(json_reply({}, status=500), json_reply(completion("again")))
    with AsyncDriver(server.url) as driver:
        client = driver.client(max_retries=0)
        once_more = tenacity.retry(
            retry=tenacity.retry_if_exception_type(InternalServerError),
            stop=tenacity.stop_after_attempt(2),
        )
        ask = once_more(getattr(client.chat.completions, method))
        answer = driver.wait(ask(**QUESTION, **arguments))

    assert answer.choices[0].message.content == "again"
    assert len(server.requests) == 2
