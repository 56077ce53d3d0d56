"""Whether a tool has put functions of its own in place of those of httpx."""

from __future__ import annotations

import sys
from types import ModuleType

import httpx
import pytest

from apertis._transport.patches import is_patched


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", ["httpx", "httpcore"])
def test_a_module_that_another_thread_imports(
    monkeypatch: pytest.MonkeyPatch, name: str, *, is_async: bool
) -> None:
    """A module that is being imported, and has not all of its names yet, is as it was."""
    monkeypatch.setitem(sys.modules, name, ModuleType(name))

    assert not is_patched(is_async=is_async)


def test_a_function_of_a_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    """A function in place of one of httpx is noticed, for the client that has it."""
    monkeypatch.setattr(httpx.Client, "send", lambda *_: None)

    assert is_patched(is_async=False)
    assert not is_patched(is_async=True)
