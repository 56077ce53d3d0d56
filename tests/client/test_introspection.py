"""What Python's own tools see of the package and of its clients."""

from __future__ import annotations

import inspect
import pydoc
from typing import Any

import pytest

import apertis
from apertis import Apertis, AsyncApertis

CLIENT = AsyncApertis(api_key="key")
COROUTINE_FUNCTIONS: dict[str, Any] = {
    "create": CLIENT.chat.completions.create,
    "list": CLIENT.models.list,
    "retrieve": CLIENT.models.retrieve,
    "raw create": CLIENT.chat.completions.with_raw_response.create,
}


@pytest.mark.parametrize("method", COROUTINE_FUNCTIONS.values(), ids=COROUTINE_FUNCTIONS.keys())
def test_asynchronous_methods_are_coroutine_functions(method: Any) -> None:
    """Decorators and mocks that ask `inspect` learn that a method is to be awaited."""
    assert inspect.iscoroutinefunction(method)
    assert inspect.ismethod(method)
    assert list(inspect.signature(method).parameters)


def test_synchronous_methods_are_not() -> None:
    """A method that blocks is no coroutine function."""
    client = Apertis(api_key="key")

    assert not inspect.iscoroutinefunction(client.chat.completions.create)
    assert not inspect.iscoroutinefunction(client.models.list)


def test_the_settings_are_the_signature_of_a_client() -> None:
    """The constructor and `with_options` list every setting, with its description."""
    for function in (Apertis, AsyncApertis, Apertis(api_key="key").with_options):
        assert {"api_key", "base_url", "http_client", "max_retries"} <= set(
            inspect.signature(function).parameters
        )
    assert "base_url: The URL of the API." in (inspect.getdoc(Apertis.__init__) or "")
    assert "shares the connections" in (inspect.getdoc(Apertis.with_options) or "")


def test_a_resource_says_whose_it_is() -> None:
    """The `repr` of a resource names it and the address of its client, and never a key."""
    client = Apertis(api_key="sk-secret-0123456789", base_url="http://127.0.0.1:1/v1")

    assert repr(client.chat.completions) == "<Completions of the client for http://127.0.0.1:1/v1>"


def test_help_works() -> None:
    """`help(apertis)` and `inspect.getmembers` go through every public name."""
    assert "class AsyncApertis" in pydoc.plain(pydoc.render_doc(apertis))
    assert inspect.getmembers(apertis)


def test_the_name_that_is_gone() -> None:
    """`AiohttpClient` says what to use in its place."""
    with pytest.raises(ImportError, match="AsyncApertis without an http_client"):
        from apertis import AiohttpClient  # noqa: F401
    assert "AiohttpClient" not in dir(apertis)
