"""`apertis chat` in a real terminal, and with lines from a file."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import ALT_ENTER, CTRL_C, CTRL_D, ENTER, TAB, UP, Terminal
from tests.server import DONE, Gate, Server, Step, chunk, event, event_stream, json_reply

Open = Callable[..., Terminal]


def answer(*texts: str | Gate, finish_reason: str = "stop") -> list[Step]:
    """Return a streamed answer."""
    usage = {"choices": [], "usage": {"prompt_tokens": 1200, "completion_tokens": 2}}
    steps = [each if isinstance(each, Gate) else chunk(content=each) for each in texts]
    return event_stream(*steps, chunk(finish_reason), event(usage), DONE)


def called(name: str, arguments: str, *before: bytes | Gate) -> list[Step]:
    """Return a streamed answer that calls a tool, after other pieces."""
    call = {"index": 0, "id": "1", "function": {"name": name, "arguments": arguments}}
    return event_stream(*before, chunk("tool_calls", tool_calls=[call]), DONE)


@pytest.fixture
def environment(environment: dict[str, str], server: Server) -> dict[str, str]:
    return {**environment, "APERTIS_BASE_URL": server.url, "APERTIS_MODEL": "gpt-4.1-mini"}


@pytest.fixture
def open_chat(environment: dict[str, str]) -> Iterator[Open]:
    """Return a function that begins a conversation in a terminal."""
    opened: list[Terminal] = []

    def begin(*arguments: object, **size: int) -> Terminal:
        terminal = Terminal("chat", *arguments, environment=environment, **size)
        opened.append(terminal)
        terminal.wait_for_prompt()
        return terminal

    yield begin
    for each in opened:
        each.__exit__()


def kept(environment: dict[str, str]) -> dict[str, list[Any]]:
    """Return the messages of the conversations that are kept, by their names."""
    files = Path(environment["XDG_DATA_HOME"]).glob("apertis/chats/*.json")
    return {file.stem: json.loads(file.read_text())["messages"] for file in files}


def only(environment: dict[str, str]) -> list[Any]:
    """Return the messages of the only conversation that is kept."""
    (messages,) = kept(environment).values()
    return messages


def test_an_answer_is_drawn_as_it_comes(
    server: Server, open_chat: Open, environment: dict[str, str]
) -> None:
    """Markdown is drawn block by block, the last one while it is written."""
    gate = server.gate()
    server.answer(answer("# Rivers\n\nThe **Seine**", gate, " and more.\n\n- one\n- two\n"))
    chat = open_chat()
    chat.type("Rivers?" + ENTER)
    chat.wait_for("The Seine")
    assert chat.style("Seine").bold
    assert "and more" not in chat.screen
    gate.open()
    chat.wait_for_prompt()
    assert "The Seine and more.\n\n • one\n • two\n>" in chat.screen
    chat.type(CTRL_D)
    assert chat.wait_for_end() == 0
    assert [each["role"] for each in only(environment)] == ["user", "assistant"]


def test_what_scrolls_away_stays_right(server: Server, open_chat: Open) -> None:
    """A long answer is in the scrollback once, in order."""
    server.answer(answer(*(f"Paragraph {number}.\n\n" for number in range(60))))
    chat = open_chat(lines=10)
    chat.type("Go" + ENTER)
    chat.wait_for("Paragraph 59.")
    chat.wait_for_prompt()
    lines = [line for line in chat.scrollback.splitlines() if line.startswith("Paragraph")]
    assert lines == [f"Paragraph {number}." for number in range(60)]


def test_reasoning_is_dimmed(server: Server, open_chat: Open) -> None:
    """Reasoning is italic, in each spelling, and the answer is not."""
    server.answer(
        event_stream(
            chunk(reasoning_content="I think.\n"),
            chunk(reasoning="Really."),
            chunk("stop", content="Done."),
            DONE,
        )
    )
    chat = open_chat()
    chat.type("Think" + ENTER)
    chat.wait_for("Done.")
    chat.wait_for_prompt()
    assert chat.style("I think.").italics
    assert chat.style("Really.").italics
    assert not chat.style("Done.").italics


def test_no_answer_controls_the_terminal(server: Server, open_chat: Open) -> None:
    """Control characters of a model do nothing."""
    server.answer(answer("a\x1b[2Jb\x07\x9b31mc"))
    chat = open_chat()
    chat.type("Hi" + ENTER)
    chat.wait_for("a[2Jb31mc")
    assert "> Hi" in chat.screen


def test_ctrl_c_stops_an_answer(
    server: Server, open_chat: Open, environment: dict[str, str]
) -> None:
    """What has come is kept, marked, and the conversation goes on with it."""
    server.answer(answer("The first", server.gate()), answer("Yes."))
    chat = open_chat()
    chat.type("Count" + ENTER)
    chat.wait_for("The first")
    chat.type(CTRL_C)
    chat.wait_for("stopped")
    chat.wait_for_prompt()
    assert chat.scrollback.endswith("> Count\nThe first\nstopped\n>")
    assert only(environment)[-1]["content"] == "The first\n\n[stopped by the user]"
    chat.type("Go on" + ENTER)
    chat.wait_for("Yes.")
    assert [each["content"] for each in server.requests[1].json["messages"]] == [
        "Count",
        "The first\n\n[stopped by the user]",
        "Go on",
    ]


def test_what_is_typed_while_an_answer_comes(server: Server, open_chat: Open) -> None:
    """It is not drawn into the answer, and is the next question."""
    gate = server.gate()
    server.answer(answer("The first\n\nHalf ", gate, "of it."), answer("Yes."))
    chat = open_chat()
    chat.type("Count" + ENTER)
    chat.wait_for("Half")
    chat.type("Go on" + ENTER)
    gate.open()
    chat.wait_for("Yes.")
    assert "> Count\nThe first\n\nHalf of it.\n> Go on\nYes." in chat.scrollback
    assert b"Half of it.\r\n" in chat.received  # no spaces, which would be copied


def test_an_error_keeps_the_conversation(
    server: Server, open_chat: Open, environment: dict[str, str]
) -> None:
    """It is said in a sentence, and the question stands at the prompt again."""
    failure = json_reply({"error": {"message": "no such model"}}, status=404)
    server.answer(answer("One."), failure, answer("Two."))
    chat = open_chat()
    chat.type("First" + ENTER)
    chat.wait_for("One.")
    chat.wait_for_prompt()
    chat.type("Second" + ENTER)
    chat.wait_for("no such model (status 404)\n> Second")
    assert [each["content"] for each in only(environment)] == ["First", "One."]
    chat.type(ENTER)
    chat.wait_for("Two.")
    assert server.requests[2].json["messages"][-1]["content"] == "Second"


def test_a_stream_that_breaks_off(
    server: Server, open_chat: Open, environment: dict[str, str]
) -> None:
    """What has come is kept, marked."""
    server.answer(event_stream(chunk(content="Half"), framing="close"))
    chat = open_chat()
    chat.type("Hi" + ENTER)
    chat.wait_for("apertis: ")
    chat.wait_for_prompt()
    assert only(environment)[-1]["content"] == "Half\n\n[cut off]"


def test_lines_are_edited(server: Server, open_chat: Open) -> None:
    """Several lines, Ctrl-C, history and completion."""
    server.answer(answer("Ok."), answer("Again."))
    chat = open_chat()
    chat.type("one" + ALT_ENTER + "two\\" + ENTER + "three")
    chat.wait_for(". three")
    chat.type(ENTER)
    chat.wait_for("Ok.")
    chat.wait_for_prompt()
    chat.type("never sent" + CTRL_C)
    chat.wait_for_prompt()
    chat.type("/mo" + TAB)
    chat.wait_for("> /model")
    chat.type(ENTER)
    chat.wait_for("the model is gpt-4.1-mini")
    chat.wait_for_prompt()
    chat.type(UP + UP + ENTER)
    chat.wait_for("Again.")
    asked = [request.json["messages"][-1]["content"] for request in server.requests]
    assert asked == ["one\ntwo\nthree"] * 2


def test_a_dumb_terminal_gets_text_only(
    server: Server, open_chat: Open, environment: dict[str, str]
) -> None:
    """As in a shell of Emacs."""
    environment["TERM"] = "dumb"
    server.answer(answer("It is **Rome**."))
    chat = open_chat()
    chat.type("Of Italy?" + ENTER)
    chat.wait_for("It is Rome.")
    chat.type(CTRL_D)
    assert chat.wait_for_end() == 0
    assert b"\x1b" not in chat.received


def test_commands(server: Server, run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    """Commands change what the next question is sent with."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(32))
    server.answer(answer("One."), answer("Two."), answer("Three."))
    lines = [
        "/system Be brief.",
        "/model gpt-5",
        "/image picture that is not there.png",
        f"/image ~/{picture.name}",
        "What is this?",
        "/undo",
        "And this?",
        "/tokens",
        "/save pictures",
        "/system -",
        "Then?",
        "/bogus",
        "/help",
        "/quit",
        "never read",
    ]
    done = run("chat", given="\n".join(lines))
    assert done.output == "One.\nTwo.\nThree.\n"
    first, second, third = (request.json for request in server.requests)
    assert first["model"] == "gpt-5"
    assert first["messages"][0] == {"role": "system", "content": "Be brief."}
    parts = first["messages"][1]["content"]
    assert [part["type"] for part in parts] == ["image_url", "text"]
    assert len(second["messages"]) == 2
    assert second["messages"][1]["content"][1]["text"] == "And this?"
    assert [each["role"] for each in third["messages"]] == ["user", "assistant", "user"]
    assert "1,200 tokens in" in done.errors
    assert "2,400 tokens in" in done.errors
    assert "there is no command /bogus" in done.errors
    assert "/image PATH" in done.errors
    assert done.status == 1  # something could not be done
    assert list(kept(environment)) == ["pictures"]


def test_conversations_are_kept(server: Server, run: Run, environment: dict[str, str]) -> None:
    """The last one, or one by its name, goes on; only the user can read them."""
    server.answer(*(answer(f"{number}.") for number in range(4)))
    run("chat", "-s", "Be brief.", given="First\n/save one")
    run("chat", given="Second\n/save two")
    run("chat", "-c", given="Third")
    run("chat", "-c", "one", "-m", "gpt-5", given="Fourth")
    sent = [[m["content"] for m in request.json["messages"]] for request in server.requests]
    assert sent[2] == ["Second", "1.", "Third"]
    assert sent[3] == ["Be brief.", "First", "0.", "Fourth"]
    listed = run("chat", "--list").output.splitlines()
    assert [line.split()[0] for line in listed] == ["one", "two"]
    assert listed[0].endswith("2 gpt-5: First")
    with Terminal("chat", "--list", environment=environment, columns=44) as terminal:
        assert terminal.wait_for_end() == 0
        shown = terminal.screen.splitlines()
    assert [line[:21] for line in shown] == [f"{name:20} " for name in ("one", "two")]
    assert shown[0].endswith("   2 g")
    folder = Path(environment["XDG_DATA_HOME"]) / "apertis" / "chats"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-c"], "there is no conversation yet"),
        (["-c", "nowhere"], "there is no conversation 'nowhere'"),
        (["-c", ".."], "cannot be the name"),
    ],
)
def test_no_such_conversation(run: Run, arguments: list[str], said: str) -> None:
    """What is not kept cannot go on."""
    done = run("chat", *arguments)
    assert (done.status, said in done.errors) == (2, True)


def test_saving_over_another(server: Server, run: Run, environment: dict[str, str]) -> None:
    """A name that another conversation has is refused, and nothing is lost."""
    server.answer(answer("0."), answer("1."))
    run("chat", given="First\n/save one")
    done = run("chat", given="Second\n/save one")
    assert "already" in done.errors
    assert kept(environment)["one"][0]["content"] == "First"
    assert len(kept(environment)) == 2


def test_two_terminals_on_one_conversation(
    server: Server, open_chat: Open, environment: dict[str, str]
) -> None:
    """Both sides are kept: the one that comes second has a file of its own from then on."""
    server.answer(*map(answer, ("One.", "Two.", "Three.", "Four.")))
    first = open_chat()
    first.type("1?" + ENTER)
    first.wait_for("One.")
    first.wait_for_prompt()
    second = open_chat("-c")
    first.type("2?" + ENTER)
    first.wait_for("Two.")
    first.wait_for_prompt()
    for question, said in (("3?", "Three."), ("4?", "Four.")):
        second.type(question + ENTER)
        second.wait_for(said)
        second.wait_for_prompt()
    (name, other), (later, changed) = sorted(kept(environment).items())
    assert [each["content"] for each in other] == ["1?", "One.", "2?", "Two."]
    assert [each["content"] for each in changed] == ["1?", "One.", "3?", "Three.", "4?", "Four."]
    assert f"another terminal has written to {name}" in second.screen
    assert later == f"{name}-2"


def test_a_conversation_gets_a_name_while_another_terminal_goes_on_with_it(
    server: Server, open_chat: Open, run: Run, environment: dict[str, str]
) -> None:
    """What was said in the other terminal stays under the name that it had."""
    server.answer(answer("One."), answer("Two."))
    chat = open_chat()
    chat.type("1?" + ENTER)
    chat.wait_for("One.")
    chat.wait_for_prompt()
    run("chat", "-c", given="2?")
    chat.type("/save one" + ENTER)
    chat.wait_for("kept in")
    texts = {name: [m["content"] for m in said] for name, said in kept(environment).items()}
    assert texts.pop("one") == ["1?", "One."]
    assert list(texts.values()) == [["1?", "One.", "2?", "Two."]]


@pytest.fixture
def tools(tmp_path: Path) -> str:
    """Return the name of a tool."""
    (tmp_path / "tools.py").write_text("def add(a: int, b: int) -> int:\n    return a + b\n")
    return f"{tmp_path / 'tools.py'}:add"


@pytest.mark.parametrize(("key", "told"), [("y", "5"), ("n", "The user does not allow this call.")])
def test_tools(server: Server, open_chat: Open, tools: str, key: str, told: str) -> None:
    """A call of a tool is shown, and run if the user says so."""
    server.answer(called("add", '{"a": 2, "b": 3}'), answer("Done."))
    chat = open_chat("-T", tools)
    chat.type("Add" + ENTER)
    chat.wait_for('Call add({"a": 2, "b": 3})?')
    chat.type(key + ENTER)
    chat.wait_for("Done.")
    assert server.requests[1].json["messages"][-1]["content"] == told


def test_no_tool_is_allowed_before_it_is_asked_about(
    server: Server, open_chat: Open, tools: str
) -> None:
    """What was typed before the question does not answer it."""
    gate = server.gate()
    server.answer(called("add", '{"a": 2, "b": 3}', chunk(content="I add."), gate), answer("Done."))
    chat = open_chat("-T", tools)
    chat.type("Add" + ENTER)
    chat.wait_for("I add.")
    chat.type("y" + ENTER)
    gate.open()
    chat.wait_for("Call add")
    chat.type("n" + ENTER)
    chat.wait_for("Done.")
    assert (
        server.requests[1].json["messages"][-1]["content"] == "The user does not allow this call."
    )
