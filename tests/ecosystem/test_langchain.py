"""langchain-apertis, which asks for an older `apertis`: `test_apart.py` installs it."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from tests.ecosystem.calls import Caller

pytestmark = pytest.mark.wire

pytest.importorskip("langchain_apertis")


def test_a_chat_model_answers(caller: Caller) -> None:
    """A chat model of LangChain answers, whole and in pieces, in sync and async."""
    made: Any = importlib.import_module("langchain_apertis").ChatApertis
    model = made(model="m", api_key="key", base_url=caller.server.url)
    caller.serve("Hello")
    is_async = caller.driver.__class__.__name__ == "AsyncDriver"
    used = model.async_client if is_async else model.client
    if caller.is_streamed:
        pieces = caller.driver.all(model.astream("Hi") if is_async else model.stream("Hi"))
        text = "".join(piece.content for piece in pieces)
    else:
        text = caller.driver.wait(model.ainvoke("Hi") if is_async else model.invoke("Hi")).content
    caller.driver.wait(used.close())  # the model never does

    assert text == "Hello"
    assert len(caller.server.requests) == 1
