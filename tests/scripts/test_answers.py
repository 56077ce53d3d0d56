"""What the generator makes of the methods that parse answers, follow events, and run tools."""

from __future__ import annotations

from pathlib import Path

import pytest
from generator.answers import AnswerMethod

from tests.scripts.test_facts import MIXED, roots_of, with_mixin

MIXIN = """
from .found import Found, Run, Streamed, Turn

class AsyncBooksMethods:
    async def _parse(self, *path: Any, **params: Any) -> Found[Any]:
        '''Find books.

        Raises:
            OSError: Never.
        '''
    def _run_tools(self, *path: Any, **params: Any) -> Run[Any, Turn[Any] | Streamed[Any]]:
        '''Search.'''
"""
TEXT = "        text: {type: string, description: What to find.}\n"
TOOLS = "        tools: {type: array, items: {type: string}, description: Tools.}\n"


@pytest.mark.parametrize(
    ("returns", "expected"),
    [
        ("Found[Any]", ["Found[T]", "Found[None]", "Found[Any]"]),
        (
            "Run[Any, Turn[Any] | Streamed[Any]]",
            [
                *("Run[T, Turn[T]]", "Run[T, Streamed[T]]"),
                *("Run[None, Turn[None]]", "Run[None, Streamed[None]]"),
                *("Run[Any, Turn[Any]]", "Run[Any, Streamed[Any]]"),
                "Run[Any, Any]",
            ],
        ),
    ],
)
def test_overloads(returns: str, expected: list[str]) -> None:
    """Each kind of format has a signature, and each again for a stream where that differs."""
    overloads = [*AnswerMethod("m", returns, returns, "Params", is_coroutine=False).overloads()]

    assert [each.returns for each in overloads] == expected
    assert all(each.parameters.endswith("**params: Unpack[Params]") for each in overloads)
    assert overloads[0].parameters.startswith("*, response_format: TypeForm[T], ")


def test_the_methods_of_a_resource(tmp_path: Path) -> None:
    """They take what the operation takes and what is their own, and say what they raise."""
    spec = MIXED.replace(TEXT, TEXT + TOOLS)
    (shelves,) = roots_of(spec, with_mixin(tmp_path, MIXIN))
    (books,) = shelves.children.values()

    made = {kind: [each.name for each in found] for kind, found in books.answer_methods.items()}
    assert made == {kind: ["parse", "run_tools"] for kind in ("", "Async")}
    assert [each.is_coroutine for each in books.answer_methods["Async"]] == [True, False]
    assert [each.is_coroutine for each in books.answer_methods[""]] == [False, False]
    parse, run_tools = books.declarations
    assert "text: str" in parse.parameters
    assert "response_format: Any = None" in parse.parameters
    assert "live" not in parse.parameters
    assert "OSError: Never." in parse.docstring
    assert "tools: Sequence[Tool[..., Any] | Callable[..., Any]]" in run_tools.parameters
    assert "from ..shelves.found import Found" in books.imports
