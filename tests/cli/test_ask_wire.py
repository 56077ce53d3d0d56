"""``apertis ask``: what is sent, what is printed, and how it ends."""

from __future__ import annotations

import base64
import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from apertis.cli.commands import apertis
from tests.bulk.conftest import Gateway, refusal
from tests.cli.conftest import Command, Run
from tests.cli.terminal import CTRL_C, ENTER, Terminal
from tests.server import DONE, PATIENCE, RESET, Step, chunk, completion, event, event_stream, reply

pytestmark = pytest.mark.wire

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def counted(usage: dict[str, int]) -> bytes:
    """Return the event that tells the usage."""
    return event({"model": "gpt-4.1-mini", "choices": [], "usage": usage})


def streamed(*pieces: str, usage: dict[str, int] | None = None) -> list[Step]:
    """Return the script of a streamed answer."""
    texts = [chunk(content=piece) for piece in pieces]
    last = [counted(usage)] if usage else []
    return event_stream(*texts, chunk("stop"), *last, DONE)


@pytest.fixture(autouse=True)
def _model(environment: dict[str, str]) -> None:
    environment["APERTIS_MODEL"] = "m"


def test_an_answer_is_printed_as_it_comes(command: Command, gateway: Gateway) -> None:
    """Each piece at once, and nothing but the answer."""
    gate = gateway.gate()
    gateway.rule = lambda request: event_stream(
        chunk(content="Par"), gate, chunk(content="is"), chunk("stop"), DONE
    )
    process = command("ask", "Which", "city?")
    assert process.stdout

    assert os.read(process.stdout.fileno(), 100) == b"Par"
    gate.open()
    output, errors = process.communicate(timeout=PATIENCE)

    assert (process.returncode, output, errors) == (0, "is\n", "")
    assert gateway.requests[0].json == {
        "model": "m",
        "messages": [{"role": "user", "content": "Which city?"}],
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_standard_input_stands_before_the_prompt(run: Run, gateway: Gateway) -> None:
    """As a text that the prompt is about."""
    gateway.rule = lambda request: streamed("ok")

    run("ask", "-m", "other", "-s", "Be brief.", "Summarize.", given="A long text.\n")

    assert gateway.requests[0].json["model"] == "other"
    assert gateway.requests[0].json["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "A long text.\n\n\nSummarize."},
    ]


def test_parameters_have_the_types_of_the_spec(run: Run, gateway: Gateway) -> None:
    """Text that looks like a number stays text where the spec wants text."""
    gateway.rule = lambda request: streamed("ok")
    given = ["temperature=0", "user=123", "stop=END", 'stop=["a", "b"]', 'metadata={"a": "b"}']

    run("ask", *(part for each in given for part in ("-o", each)), "Hi")

    sent = gateway.requests[0].json
    assert (sent["temperature"], sent["user"]) == (0, "123")
    assert (sent["stop"], sent["metadata"]) == (["a", "b"], {"a": "b"})


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "temperature=hot", "Hi"], "temperature must be a number, not str"),
        (["-o", "temperature=2.5", "Hi"], "temperature must be at least 0 and at most 2"),
        (["-o", "max_tokens=0", "Hi"], "max_tokens must be at least 1"),
        (["-o", "max_tokens=1.5", "Hi"], "max_tokens must be a whole number, not float"),
        (["-o", "temprature=1", "Hi"], "did you mean 'temperature'?"),
        (["-o", "messages=[]", "Hi"], "there is no parameter 'messages' that can be set"),
        (["-o", "user", "Hi"], "'user' is not NAME=VALUE"),
        (["--schema", "{", "Hi"], "{ is not JSON"),
        (["--schema", '{"type": 1}', "Hi"], "is not a JSON schema"),
        (["--schema", "age:number", "Hi"], "age is str, int, float, bool or list[...]"),
        (["--schema", "/nowhere/schema", "Hi"], "cannot read /nowhere/schema"),
        (["-a", "/nowhere/image.png", "Hi"], "/nowhere/image.png: No such file or directory"),
        (["-T", "json.dumps", "Hi"], "'json.dumps' is not MODULE:FUNCTION"),
        (["-T", "nowhere_at_all:f", "Hi"], "ModuleNotFoundError"),
        (["-T", "json:nothing", "Hi"], "AttributeError"),
        ([], "There is no question: write it after the command, or pipe it in. See"),
        ([" "], "There is no question"),
    ],
)
def test_a_wrong_use_sends_nothing(
    run: Run, gateway: Gateway, arguments: list[str], sentence: str
) -> None:
    """A line on standard error says what is wrong; the exit status is 2."""
    done = run("ask", *arguments)

    assert (done.status, done.output) == (2, "")
    assert sentence in done.errors
    assert done.errors.count("\n") == 1
    assert not gateway.requests


def test_without_a_key_or_a_model_the_command_to_keep_one_is_named(
    run: Run, environment: dict[str, str]
) -> None:
    """The exit status is 2."""
    del environment["APERTIS_MODEL"]
    assert "`apertis config set model NAME`" in run("ask", "Hi").errors

    del environment["APERTIS_API_KEY"]
    done = run("ask", "-m", "m", "Hi")
    assert done.status == 2
    assert "`apertis config set key`" in done.errors


@pytest.mark.parametrize(
    ("script", "status", "sentence"),
    [
        (lambda: refusal(400, "no such\nmodel"), 1, "no such model (status 400)"),
        (lambda: refusal(401, "bad key"), 4, "bad key (status 401)"),
        (lambda: refusal(402, "empty"), 4, "empty (status 402)"),
        (lambda: refusal(429, "slow"), 3, "slow (status 429)"),
        (lambda: refusal(503, "down"), 3, "down (status 503)"),
        (lambda: reply(b"<p>", headers={"Content-Type": "text/html"}), 1, ""),
        (lambda: [RESET], 3, "connection"),
    ],
)
def test_a_failure_is_a_sentence_with_a_status(
    run: Run, gateway: Gateway, script: Callable[[], list[Step]], status: int, sentence: str
) -> None:
    """Which says whether the same may work later, and whether the key is to blame."""
    gateway.rule = lambda request: script()

    done = run("ask", "--max-retries", "0", "Hi")

    assert (done.status, done.output) == (status, "")
    assert sentence in done.errors
    assert done.errors.startswith("apertis: ")
    assert done.errors.count("\n") == 1


def test_a_stream_that_breaks_keeps_what_came(run: Run, gateway: Gateway) -> None:
    """On standard output; the sentence is on standard error."""
    gateway.rule = lambda request: event_stream(chunk(content="Half of"), RESET)

    done = run("ask", "Hi")

    assert done.output == "Half of\n"
    assert done.status != 0
    assert done.errors.startswith("apertis: ")


def test_ctrl_c_ends_the_answer(command: Command, gateway: Gateway) -> None:
    """The exit status is 130, and nothing but what came is printed."""
    gate = gateway.gate()
    gateway.rule = lambda request: event_stream(chunk(content="Half of"), gate)
    process = command("ask", "Hi")
    assert process.stdout
    assert os.read(process.stdout.fileno(), 100) == b"Half of"

    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=PATIENCE)

    assert (process.returncode, output, errors.strip()) == (130, "\n", "")
    gateway.wait_until_open(0)


def test_a_reader_that_leaves_early_is_no_fault(command: Command, gateway: Gateway) -> None:
    """Nothing is said about it, as with `head`."""
    gate = gateway.gate()
    gateway.rule = lambda request: event_stream(
        chunk(content="first\n"), gate, *[chunk(content="x" * 1000)] * 200, chunk("stop"), b""
    )
    process = command("ask", "Hi")
    assert process.stdout
    assert os.read(process.stdout.fileno(), 100) == b"first\n"
    process.stdout.close()
    gate.open()

    assert process.stderr
    assert process.stderr.read() == ""
    assert process.wait(PATIENCE) == 1


def test_reasoning_is_on_standard_error(run: Run, gateway: Gateway) -> None:
    """However it is spelled."""
    gateway.rule = lambda request: event_stream(
        chunk(reasoning_content="Let me "),
        chunk(reasoning="see."),
        chunk(content="Paris"),
        chunk("stop"),
        DONE,
    )

    assert run("ask", "Hi") == (0, "Paris\n", "Let me see.\n")


def test_a_schema_makes_json(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """In one line where a program reads it; the schema is short, text or a file."""
    gateway.rule = lambda request: completion('{\n  "name": "Ada",\n  "age": 36,\n  "of": ["é"]\n}')
    short = run("ask", "--schema", "name, age:int, of: list[str]", "Hi")

    assert short == (0, '{"name": "Ada", "age": 36, "of": ["é"]}\n', "")
    sent = gateway.requests[0].json["response_format"]["json_schema"]
    assert sent["strict"] is True
    assert sent["schema"] == {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "age": {"type": "integer"},
            "of": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["name", "age", "of"],
        "additionalProperties": False,
    }
    assert run("ask", "--schema", "name", "-o", "stream=true", "Hi").status == 1  # it is checked
    text = json.dumps(sent["schema"])
    (tmp_path / "schema.json").write_text(text)
    for given in (text, tmp_path / "schema.json"):
        assert run("ask", "--schema", given, "Hi") == short
        assert gateway.requests[-1].json["response_format"]["json_schema"] == sent


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ('{"age": "old"}', "the answer does not fit the schema: $.age: 'old' is not of type"),
        ("I am old", "the answer is not JSON"),
    ],
)
def test_json_that_does_not_fit_is_a_failure(
    run: Run, gateway: Gateway, said: str, sentence: str
) -> None:
    """It is printed all the same."""
    gateway.rule = lambda request: completion(said)

    done = run("ask", "--schema", "age:int", "Hi")

    assert (done.status, done.output) == (1, f"{said}\n")
    assert sentence in done.errors


def test_an_answer_that_does_not_fit_is_kept(run: Run, gateway: Gateway) -> None:
    """So that one can go on with it; that it was cut off is said once, however many there are."""
    cut = {**completion("{")["choices"][0], "finish_reason": "length"}
    gateway.rule = lambda request: completion(choices=[cut, cut])
    done = run("ask", "--schema", "age:int", "-o", "n=2", "--usage", "Hi")
    assert [line.partition(" ")[0] for line in done.errors.splitlines()] == [
        "apertis:",
        f"{completion()['model']}:",
        "apertis:",
    ]
    assert "the answer was cut off" in done.errors.splitlines()[0]

    run("ask", "-c", "The rest?")
    sent = [each["content"] for each in gateway.requests[-1].json["messages"]]
    assert sent == ["Hi", "{", "The rest?"]


def test_a_schema_that_refers_to_nothing_is_a_failure(run: Run, gateway: Gateway) -> None:
    """The answer is printed, and a sentence says what is wrong with the schema."""
    gateway.rule = lambda request: completion('{"age": 3}')
    schema = {"type": "object", "properties": {"age": {"$ref": "#/nowhere"}}}

    done = run("ask", "--schema", json.dumps(schema), "How old?")

    assert (done.status, json.loads(done.output)) == (1, {"age": 3})
    assert "the JSON schema has a $ref that leads nowhere" in done.errors


def test_only_the_code_is_printed(run: Run, gateway: Gateway) -> None:
    """The first block; all of the text if there is none."""
    gateway.rule = lambda request: completion("Here:\n\n```python\nprint(1)\n```\n\n```\n2\n```\n")
    assert run("ask", "-x", "Hi") == (0, "print(1)\n", "")

    gateway.rule = lambda request: completion("print(1)")
    assert run("ask", "-x", "Hi") == (0, "print(1)\n", "")


def test_the_whole_answer_is_json(run: Run, gateway: Gateway) -> None:
    """As the server sent it."""
    gateway.rule = lambda request: completion("Hi", system_fingerprint="fp")

    done = run("ask", "--json", "Hi")

    assert json.loads(done.output) == completion("Hi", system_fingerprint="fp")
    assert done.output.count("\n") == 1


def test_several_choices_are_all_printed(run: Run, gateway: Gateway) -> None:
    """One after another."""
    choices = [
        {"index": n, "message": {"role": "assistant", "content": f"{n}"}, "finish_reason": "stop"}
        for n in range(2)
    ]
    gateway.rule = lambda request: completion(choices=choices)

    assert run("ask", "-o", "n=2", "Hi") == (0, "0\n\n1\n", "")


def test_an_answer_that_was_cut_is_noted(run: Run, gateway: Gateway) -> None:
    """It is printed, and standard error says why it ends there."""
    gateway.rule = lambda request: event_stream(chunk(content="Once"), chunk("length"), DONE)

    done = run("ask", "Hi")

    assert (done.status, done.output) == (0, "Once\n")
    assert done.errors == "apertis: the answer was cut off: it has as many tokens as it may have\n"


@pytest.mark.parametrize("parameter", ["stream=false", "tools=[]"])
def test_any_parameter_can_be_given(run: Run, gateway: Gateway, parameter: str) -> None:
    """Those too for which there are options, such as tools that the server has."""
    gateway.rule = lambda request: completion("Hi")

    assert run("ask", "-o", parameter, "Hi") == (0, "Hi\n", "")
    assert not gateway.requests[0].json.get("stream")


def test_usage_is_said_on_standard_error(run: Run, gateway: Gateway) -> None:
    """Of an answer that was streamed, too."""
    used = {"prompt_tokens": 1234, "completion_tokens": 2, "total_tokens": 1236}
    gateway.rule = lambda request: streamed("ok", usage=used)

    done = run("ask", "--usage", "Hi")

    assert done.output == "ok\n"
    assert done.errors == "gpt-4.1-mini: 1,234 tokens in (0 cached), 2 out (0 reasoning)\n"


def test_files_are_attached_by_their_content(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """Whatever their names are."""
    gateway.rule = lambda request: streamed("ok")
    files = {
        "a": PNG,
        "b": b"RIFF\0\0\0\0WAVEfmt " + bytes(20),
        "c": b"\0\0\0\x18ftypmp42" + bytes(20),
        "d": "grün".encode(),
        "e": b"%PDF-1.7\n\xff\xff",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    done = run("ask", *(part for name in files for part in ("-a", tmp_path / name)), "What?")

    assert done.status == 0, done.errors
    *parts, text = gateway.requests[0].json["messages"][0]["content"]
    assert [part["type"] for part in parts] == [
        "image_url",
        "input_audio",
        "video_url",
        "text",
        "file",
    ]
    assert parts[3]["text"] == "d:\n\ngrün"
    pdf = base64.b64encode(files["e"]).decode()
    data = f"data:application/pdf;base64,{pdf}"
    assert parts[4]["file"] == {"filename": "e", "file_data": data}
    assert text == {"type": "text", "text": "What?"}


def test_a_file_that_is_too_large_is_named(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """Nothing is sent."""
    with (tmp_path / "large.png").open("wb") as file:
        file.write(PNG)
        file.truncate(60 << 20)

    done = run("ask", "-a", tmp_path / "large.png", "Hi")

    assert (done.status, done.output, gateway.requests) == (2, "", [])
    assert done.errors.startswith("apertis: large.png: image, given as bytes, is too large")


def test_standard_input_is_attached(command: Command, gateway: Gateway, tmp_path: Path) -> None:
    """As bytes; without `-a -` what is no text is refused."""
    image = tmp_path / "image"
    image.write_bytes(PNG)
    gateway.rule = lambda request: streamed("ok")
    for arguments, status in ((["-a", "-"], 0), ([], 2)):
        with image.open("rb") as file:
            process = command("ask", *arguments, "What?", stdin=file)
        _, errors = process.communicate(timeout=PATIENCE)
        assert process.returncode == status, errors

    parts = gateway.requests[0].json["messages"][0]["content"]
    assert parts[0]["image_url"]["url"].startswith("data:image/png;base64,")
    assert "-a - attaches it" in errors


TOOLS = '''
def add(a: int, b: int) -> int:
    """Add."""
    print("add was called")
    return a + b
'''


@pytest.fixture
def tools(environment: dict[str, str], gateway: Gateway, tmp_path: Path) -> str:
    """Return the name of a tool, which the model calls first."""
    (tmp_path / "tools_of_mine.py").write_text(TOOLS)
    environment["PYTHONPATH"] += os.pathsep + str(tmp_path)
    function = {"name": "add", "arguments": '{"a": 1, "b": 2}'}
    used = {"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12}
    call = {"index": 0, "id": "call_1", "type": "function", "function": function}
    gateway.rule = lambda request: (
        streamed("Three.", usage=used)
        if request.json["messages"][-1]["role"] == "tool"
        else event_stream(chunk(tool_calls=[call]), chunk("tool_calls"), counted(used), DONE)
    )
    return "tools_of_mine:add"


def result_of(gateway: Gateway) -> str:
    """Return what the model was told about the call."""
    content: str = gateway.requests[-1].json["messages"][-1]["content"]
    return content


def test_tools_are_refused_without_a_terminal(
    command: Command, gateway: Gateway, tools: str
) -> None:
    """The model is told, and so is the user."""
    process = command("ask", "-T", tools, "1 + 2?", start_new_session=True)
    output, errors = process.communicate(timeout=PATIENCE)

    assert (process.returncode, output) == (0, "Three.\n")
    assert errors == ('not calling add({"a": 1, "b": 2}): no terminal to ask on; --yes allows it\n')
    assert result_of(gateway) == "The user does not allow this call."


def test_tools_may_be_allowed_beforehand(run: Run, gateway: Gateway, tools: str) -> None:
    """Each call is named on standard error."""
    done = run("ask", "--yes", "--usage", "-T", tools, "1 + 2?")

    assert (done.status, done.output) == (0, "add was called\nThree.\n")
    assert done.errors.splitlines() == [
        'calling add({"a": 1, "b": 2})',
        "gpt-4.1-mini: 20 tokens in (0 cached), 4 out (0 reasoning)",
    ]
    assert result_of(gateway) == "3"


def test_a_tool_may_be_in_a_file(run: Run, gateway: Gateway, tools: str, tmp_path: Path) -> None:
    """Named by its path."""
    done = run("ask", "--yes", "-T", f"{tmp_path / 'tools_of_mine.py'}:add", "1 + 2?")

    assert done.status == 0
    assert result_of(gateway) == "3"


@pytest.mark.parametrize(("typed", "told"), [("y", "3"), ("n", "The user does not allow")])
def test_a_terminal_is_asked_before_a_tool_is_called(
    environment: dict[str, str], gateway: Gateway, tools: str, typed: str, told: str
) -> None:
    """The call is run only if the user agrees."""
    with Terminal("ask", "-T", tools, "1 + 2?", environment=environment) as terminal:
        terminal.wait_for('Call add({"a": 1, "b": 2})? [y]es, [n]o, [a]ll:')
        terminal.type(f"{typed}{ENTER}")

        assert terminal.wait_for_end() == 0
        assert "Three." in terminal.screen
        assert ("add was called" in terminal.screen) == (typed == "y")
    assert result_of(gateway).startswith(told)


def test_ctrl_c_at_the_question_ends_the_command(
    environment: dict[str, str], gateway: Gateway, tools: str
) -> None:
    """The tool is not called."""
    with Terminal("ask", "-T", tools, "1 + 2?", environment=environment) as terminal:
        terminal.wait_for("[a]ll:")
        terminal.type(CTRL_C)

        assert terminal.wait_for_end() == 130
        assert "add was called" not in terminal.screen
        assert "Traceback" not in terminal.screen


def test_a_terminal_is_not_controlled_by_the_model(
    environment: dict[str, str], gateway: Gateway
) -> None:
    """Escape sequences of an answer do not reach it."""
    gateway.rule = lambda request: streamed("red \x1b[31mtext\x1b]0;title\x07 \x9b5m")
    with Terminal("ask", "Hi", environment=environment) as terminal:
        assert terminal.wait_for_end() == 0
        assert "red [31mtext]0;title 5m" in terminal.screen
        assert b"\x1b]0" not in terminal.received


def test_the_last_conversation_goes_on(run: Run, gateway: Gateway, tools: str) -> None:
    """With the calls of tools, its model and its system message, unless there are others."""
    run("ask", "-m", "first", "-s", "Be brief.", "--yes", "-T", tools, "1 + 2?")
    gateway.rule = lambda request: completion("Yes.")

    assert run("ask", "-c", "--json", "Sure?").status == 0
    assert gateway.requests[-1].json["model"] == "first"
    said = gateway.requests[-1].json["messages"]
    assert [message["role"] for message in said] == [
        "system",
        "user",
        "assistant",
        "tool",
        "assistant",
        "user",
    ]
    run("ask", "-c", "-m", "second", "-s", "Be kind.", "-o", "n=1", "Really?")
    assert gateway.requests[-1].json["model"] == "second"
    assert gateway.requests[-1].json["messages"] == [
        {"role": "system", "content": "Be kind."},
        *said[1:],
        {"role": "assistant", "content": "Yes."},
        {"role": "user", "content": "Really?"},
    ]
    run("ask", "Something else")
    assert len(gateway.requests[-1].json["messages"]) == 1


def test_questions_at_the_same_time_are_all_kept(
    run: Run, command: Command, gateway: Gateway, environment: dict[str, str]
) -> None:
    """Those that go on with the same conversation are kept beside each other."""
    gateway.rule = lambda request: streamed("first")
    run("ask", "Hi")
    gate = gateway.gate()
    gateway.rule = lambda request: event_stream(chunk("stop", content="same"), gate, b"")
    started = [command("ask", "-c", f"Question {number}") for number in range(3)]
    gateway.wait_for_requests(4)
    gate.open()
    errors = "".join(process.communicate(timeout=PATIENCE)[1] for process in started)

    files = Path(environment["XDG_DATA_HOME"]).glob("apertis/chats/*.json")
    last = [json.loads(file.read_text())["messages"][-2]["content"] for file in files]
    assert sorted(last) == [f"Question {number}" for number in range(3)]
    assert errors.count("another terminal has written to ask: ") == 2


def test_an_answer_that_fails_is_no_part_of_the_conversation(run: Run, gateway: Gateway) -> None:
    """The question can be asked again; without a conversation there is none to go on with."""
    gateway.rule = lambda request: streamed("one")
    assert "there is no conversation yet" in run("ask", "-c", "Hi").errors
    run("ask", "Hi")
    gateway.rule = lambda request: refusal(400)
    assert run("ask", "-c", "More").status == 1
    gateway.rule = lambda request: streamed("two")

    run("ask", "-c", "More")

    texts = [message["content"] for message in gateway.requests[-1].json["messages"]]
    assert texts == ["Hi", "one", "More"]


def test_a_conversation_that_cannot_be_kept_is_a_note(
    run: Run, gateway: Gateway, environment: dict[str, str], tmp_path: Path
) -> None:
    """The answer is there all the same."""
    gateway.rule = lambda request: streamed("ok")
    (tmp_path / "file").touch()
    environment["XDG_DATA_HOME"] = str(tmp_path / "file")

    done = run("ask", "Hi")

    assert (done.status, done.output) == (0, "ok\n")
    assert done.errors.startswith("apertis: cannot write ")


def test_markdown_is_drawn_on_a_terminal(environment: dict[str, str], gateway: Gateway) -> None:
    """What the model thinks is dimmed."""
    gateway.rule = lambda request: event_stream(
        chunk(reasoning_content="Let me see."),
        chunk(content="It is **bold**:\n\n- one\n"),
        chunk("stop"),
        DONE,
    )
    with Terminal("ask", "Hi", environment=environment) as terminal:
        assert terminal.wait_for_end() == 0
        assert "It is bold:" in terminal.screen
        assert " • one" in terminal.screen
        assert terminal.style("bold:").bold
        assert terminal.style("Let me see.").italics


def test_parameters_are_completed() -> None:
    """Their names, and the values that the spec knows."""

    def complete(*arguments: str) -> set[str]:
        shell = ShellComplete(apertis, {}, "apertis", "_APERTIS_COMPLETE")
        *before, incomplete = arguments
        return {item.value for item in shell.get_completions(["ask", *before], incomplete)}

    assert complete("-o", "temp") == {"temperature="}
    assert complete("-o", "logprobs=") == {"logprobs=true", "logprobs=false"}
    assert "reasoning_effort=high" in complete("-o", "reasoning_effort=h")
    assert complete("-o", "seed=") == set()
