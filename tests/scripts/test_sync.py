"""`scripts/generator/sync.py`: the sync modules of the wrapper."""

from __future__ import annotations

from pathlib import Path

import pytest
from generator.spec import SpecError
from generator.sync import RULES, RUN_SYNC, SYNC_ROOMS, convert, write_sync_modules
from generator.twins import twins


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


def write_sources(package: Path, text: str) -> None:
    """Write the modules of `chat` that other APIs have, too."""
    (package / "chat").mkdir(parents=True, exist_ok=True)
    for name in ("async_completion_stream.py", "async_tool_run.py"):
        (package / "chat" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "of_messages", "of_responses"),
    [
        ("`chat.completions.stream`", "`messages.stream`", "`responses.stream`"),
        ("ParsedChatCompletion[T]", "ParsedMessage[T]", "ParsedResponse[T]"),
        ("COMPLETION_FORM", "MESSAGE_FORM", "RESPONSE_FORM"),
        ("ChatCompletionStreamEvent[T]", "TypedMessageEvent[T]", "TypedResponseEvent[T]"),
        ("AsyncStreamedToolTurn", "AsyncStreamedMessageToolTurn", "AsyncStreamedResponseToolTurn"),
        ("get_final_completion()", "get_final_message()", "get_final_response()"),
    ],
)
def test_nouns_are_replaced(
    tmp_path: Path, written: str, of_messages: str, of_responses: str
) -> None:
    """What `chat` has in common with other APIs is there in their words."""
    write_sources(tmp_path, written)

    made = {room: list(twins(tmp_path, room)) for room in ("chat", "messages", "responses")}

    assert made["chat"] == []
    assert {text for *_, text in made["messages"]} == {of_messages}
    assert {text for *_, text in made["responses"]} == {of_responses}
    assert [name for name, *_ in made["messages"]] == [
        "async_message_stream.py",
        "async_tool_run.py",
    ]


def test_rule_that_nothing_needs(tmp_path: Path) -> None:
    """A rule that is not used is an error that names it."""
    package, output = tmp_path / "package", tmp_path / "output"
    output.mkdir()
    for room in SYNC_ROOMS:
        (package / room).mkdir(parents=True)
    write_sources(package, "")

    with pytest.raises(SpecError) as raised:
        write_sync_modules(package, output)
    assert all(rule.pattern in str(raised.value) for rule in RULES)
