"""`scripts/generator/sync.py`: the sync modules of the wrapper."""

from __future__ import annotations

from pathlib import Path

import pytest
from generator.spec import SpecError
from generator.sync import RULES, RUN_SYNC, SYNC_ROOMS, convert, write_sync_modules


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("async def f(self) -> AsyncIterator[T]:", "def f(self) -> Iterator[T]:"),
        ("return [await x async for x in await f()]", "return [x for x in f()]"),
        ("x: Coroutine[Any, Any, list[dict[str, T]]]", "x: list[dict[str, T]]"),
        ("open: Callable[[], Awaitable[AsyncStream[T]]]", "open: Callable[[], Stream[T]]"),
        ("async with a as b:\n    x()  # async only\n    y()\n", "with a as b:\n    y()\n"),
        ("an `async with` statement, or await `close`", "a `with` statement, or call `close`"),
        ("from .async_media import AsyncMedia", "from .sync_media import Media"),
        ("await in_thread(cls.load, a, b)", "cls.load(a, b)"),
        (
            "from .a import b\nawait self._body.read()",
            RUN_SYNC + "from .a import b\nrun_sync(self._body.read())",
        ),
    ],
)
def test_words_are_replaced(written: str, expected: str) -> None:
    """What awaits becomes what blocks, in code and docstrings."""
    assert convert(written) == expected


def test_rule_that_nothing_needs(tmp_path: Path) -> None:
    """A rule that is not used is an error that names it."""
    package, output = tmp_path / "package", tmp_path / "output"
    output.mkdir()
    for room in SYNC_ROOMS:
        (package / room).mkdir(parents=True)

    with pytest.raises(SpecError) as raised:
        write_sync_modules(package, output)
    assert all(rule.pattern in str(raised.value) for rule in RULES)
