"""``apertis bulk``, as a process that is started, interrupted and killed."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import termios
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from apertis import AsyncApertis, BulkInputError, BulkStoppedError
from apertis.bulk.firsts import Firsts
from apertis.cli import progress
from apertis.cli.bulk import _Preparation
from tests.bulk.conftest import Gateway, lines_of, prompt_of, refusal
from tests.cli.conftest import Command
from tests.server import PATIENCE, Request, completion

pytestmark = pytest.mark.wire


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """Return a file of twenty prompts."""
    path = tmp_path / "prompts.jsonl"
    path.write_text("".join(f'{{"id": {n}, "prompt": "prompt {n}"}}\n' for n in range(20)))
    return path


def run_in_shell(program: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a program of a shell to its end."""
    return subprocess.run(
        ["bash", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def finish(process: subprocess.Popen[str], given: str | None = None) -> tuple[int, str, str]:
    """Return the exit status, the output and the errors of a process."""
    output, errors = process.communicate(given, timeout=PATIENCE)
    assert "sk-cli" not in output + errors
    assert "Traceback" not in errors
    return process.returncode, output, errors


def test_a_file_becomes_a_file(command: Command, gateway: Gateway, prompts: Path) -> None:
    """Every row has an answer; the status is 0, and the same again does nothing."""
    output = prompts.with_name("answers.jsonl")
    arguments = [
        "bulk",
        prompts,
        "-o",
        output,
        "--model",
        "m",
        "-p",
        "max_tokens=5",
        "-s",
        "Brief.",
    ]

    status, out, errors = finish(command(*arguments))

    assert (status, out) == (0, "")
    assert errors.startswith("20 answers, 0 failed, 0 done before, in ")
    assert "gpt-4.1-mini: 60 tokens in (0 cached), 40 out (0 reasoning)" in errors
    assert {line["id"] for line in lines_of(output)} == set(range(20))
    assert gateway.requests[0].json["max_tokens"] == 5
    assert gateway.requests[0].json["messages"][0] == {"role": "system", "content": "Brief."}

    status, _, errors = finish(command(*arguments))
    assert status == 0
    assert errors.startswith("0 answers, 0 failed, 20 done before")
    assert len(gateway.requests) == 20


def test_standard_input_becomes_standard_output(command: Command, gateway: Gateway) -> None:
    """Answers come while the input is still open."""
    process = command("bulk", "-", "-o", "-", "-m", "m", "--quiet", stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write('{"id": 1, "prompt": "first"}\n')
    process.stdin.flush()

    assert json.loads(process.stdout.readline())["id"] == 1
    status, output, errors = finish(process, '{"id": 2, "prompt": "second"}\n')

    assert (status, errors) == (0, "")
    assert json.loads(output)["id"] == 2


def test_standard_input_may_be_a_file(command: Command, gateway: Gateway, prompts: Path) -> None:
    """As with ``<`` of a shell."""
    with prompts.open() as file:
        status, output, _ = finish(command("bulk", "-", "-o", "-", "-m", "m", stdin=file))

    assert status == 0
    assert len(output.splitlines()) == 20


def test_an_input_may_be_a_pipe_with_a_name(
    command: Command, gateway: Gateway, tmp_path: Path
) -> None:
    """As with ``<(...)`` of a shell; answers come while more rows are waited for."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = command("bulk", pipe, "-o", "-", "-m", "m", "--quiet")
    assert process.stdout
    with pipe.open("w") as file:
        file.write('{"id": 1, "prompt": "first"}\n{"id": 2, ')
        file.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        file.write('"prompt": "second"}')
    status, output, errors = finish(process)

    assert (status, errors) == (0, "")
    assert json.loads(output)["id"] == 2


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ("< /dev/null", 0, "0 answers, 0 failed, 0 done before"),
        ("<&-", 2, "apertis: cannot read standard input: it is closed"),
        ('<<< \'{"prompt": "a"\'', 2, "apertis: standard input, line 1 is not JSON"),
    ],
)
def test_standard_input_may_be_anything(
    environment: dict[str, str], tmp_path: Path, given: str, status: int, said: str
) -> None:
    """One sentence says what is wrong with it, and the output is not made for nothing."""
    output = tmp_path / "out.jsonl"
    program = f"{sys.executable} -m apertis bulk - -o {output} -m m {given}"
    done = run_in_shell(program, environment)

    assert done.returncode == status
    assert done.stderr.startswith(said)
    assert output.exists() == (status == 0)


@pytest.mark.parametrize(
    ("limit", "status", "said"),
    [
        ("-S -n 64", 0, "20 answers, 0 failed"),
        ("-n 64", 2, "apertis: concurrency: 100 calls at once need as many connections, and this"),
    ],
)
def test_as_many_files_may_be_open_as_there_are_calls(
    environment: dict[str, str], prompts: Path, limit: str, status: int, said: str
) -> None:
    """The command raises its own limit; where it may not, one sentence says so."""
    program = f"ulimit {limit}; {sys.executable} -m apertis bulk {prompts} -o {prompts}.out -m m"
    done = run_in_shell(program, environment)

    assert done.returncode == status
    assert done.stderr.startswith(said)


def test_a_failed_row_may_be_changed(command: Command, gateway: Gateway, prompts: Path) -> None:
    """Without an id it is another row then; what the others got stays."""
    output = prompts.with_name("answers.jsonl")
    prompts.write_text('{"prompt": "good"}\n{"prompt": "bad"}\n')
    gateway.rule = lambda request: refusal(400) if prompt_of(request) == "bad" else completion()
    assert finish(command("bulk", prompts, "-o", output, "-m", "m"))[0] == 1
    prompts.write_text('{"prompt": "good"}\n{"prompt": "better"}\n')

    status, _, errors = finish(command("bulk", prompts, "-o", output, "-m", "m"))

    assert status == 0
    assert errors.startswith("1 answer, 0 failed, 1 done before")
    assert sorted(gateway.prompts) == ["bad", "better", "good"]


def test_failures_have_a_status(command: Command, gateway: Gateway, prompts: Path) -> None:
    """It is 1 as long as a row has no answer; `--retry-failed` asks again."""
    output = prompts.with_name("answers.jsonl")
    arguments = ["bulk", prompts, "-o", output, "-m", "m"]
    gateway.rule = lambda request: (
        refusal(400) if prompt_of(request) == "prompt 3" else completion()
    )

    for _ in range(2):
        status, _, errors = finish(command(*arguments))
        assert status == 1
        assert errors.endswith("1 row failed: --retry-failed asks again\n")
    assert len(gateway.requests) == 20

    gateway.rule = lambda request: completion()
    assert finish(command(*arguments, "--retry-failed", "--quiet")) == (0, "", "")
    assert Counter(line["id"] for line in lines_of(output)) == Counter(range(20))


def test_a_stop_says_how_to_go_on(command: Command, gateway: Gateway, prompts: Path) -> None:
    """The status is 1."""
    gateway.rule = lambda request: refusal(401, "the key has expired")
    output = prompts.with_name("answers.jsonl")

    status, _, errors = finish(command("bulk", prompts, "-o", output, "-m", "m"))

    assert status == 1
    assert re.fullmatch(
        r"apertis: stopped: the key has expired \(status 401\); 0 answers are kept in .*"
        r"answers\.jsonl; the same run again asks for the rest\n",
        errors,
    )


def test_a_dry_run_says_what_is_to_do(command: Command, gateway: Gateway, prompts: Path) -> None:
    """How many rows there are, how many are done, and how long the rest takes."""
    output = prompts.with_name("answers.jsonl")
    arguments = ["bulk", prompts, "-o", output, "-m", "m", "-c", "10", "--dry-run"]

    status, text, errors = finish(command(*arguments))
    assert (status, errors) == (0, "")
    assert text.splitlines() == [
        "20 rows: 0 answered, 0 failed, 0 the same as others, 20 to ask",
        "about 10 s with 10 at once and 5.0 s for each, as a guess",
    ]
    assert not output.exists()
    request = {"id": 3, "request": "x", "seconds": 30, "error": {}}
    output.write_text(json.dumps(request) + "\n")
    assert finish(command(*arguments))[1].startswith("20 rows: 0 answered, 1 failed, 0 the same")
    assert not gateway.requests


WRONG = {
    "a line that is no JSON": ('{"prompt": "a"}\n{\n', [], r"prompts\.jsonl, line 2 is not JSON: "),
    "a line that is no request": ('{"id": 1}\n', [], r"line 1: .* needs the argument 'messages'"),
    "an id twice": (
        '{"id": 1, "prompt": "a"}\n{"id": 1, "prompt": "b"}\n',
        [],
        r"prompts\.jsonl, line 2: the id 1 is that of a row before",
    ),
    "no such url": ('{"prompt": "a"}\n', ["--url", "/v1/x"], r"url: the API has no POST /v1/x"),
    "a folder that is not there": (
        '{"prompt": "a"}\n',
        ["-o", "/nonexistent/answers.jsonl"],
        r"cannot write /nonexistent/answers\.jsonl: No such file or directory",
    ),
    "the same in a dry run": (
        '{"prompt": "a"}\n',
        ["-o", "/nonexistent/answers.jsonl", "--dry-run"],
        r"cannot write /nonexistent/answers\.jsonl: No such file or directory",
    ),
    "an output that is a folder": (
        '{"prompt": "a"}\n',
        ["-o", "/", "--dry-run"],
        r"cannot write /: Is a directory",
    ),
    "a full disk": ('{"prompt": "a"}\n', ["-o", "/dev/full"], r"cannot write /dev/full: No space"),
    "no parameter": ('{"prompt": "a"}\n', ["-p", "x"], r"'x' is not NAME=VALUE"),
    "no schema": ('{"prompt": "a"}\n', ["--schema", "/none"], r"cannot read /none: No such file"),
    "a wrong schema": (
        '{"prompt": "a"}\n',
        ["--schema", "SCHEMA"],
        r"is not a JSON schema: 'nothing' is not valid under any of the given schemas",
    ),
    "a wrong number": ('{"prompt": "a"}\n', ["-c", "0"], r"concurrency must be 1 or more, not 0"),
}


@pytest.mark.parametrize(("content", "options", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_has_one_sentence(
    command: Command, prompts: Path, content: str, options: list[str], message: str
) -> None:
    """The status is 2, or 1 where the run had begun; nothing was sent before the check."""
    prompts.write_text(content)
    schema = prompts.with_name("schema.json")
    schema.write_text('{"type": "nothing"}')
    options = [str(schema) if each == "SCHEMA" else each for each in options]
    output = prompts.with_name("answers.jsonl")

    status, out, errors = finish(command("bulk", prompts, "-o", output, "-m", "m", *options))

    assert status == (1 if "full" in message or "No space" in message else 2)
    assert out == ""
    assert re.search(message, errors), errors
    assert errors.count("\n") == 1 or "Usage:" in errors


def test_the_output_of_another_input_is_refused(
    command: Command, gateway: Gateway, prompts: Path
) -> None:
    """Before anything is sent, and nothing of it is lost."""
    output = prompts.with_name("answers.jsonl")
    finish(command("bulk", prompts, "-o", output, "-m", "m"))
    before = output.read_bytes()
    prompts.write_text('{"prompt": "of another input"}\n')

    status, _, errors = finish(command("bulk", prompts, "-o", output, "-m", "m"))

    assert status == 2
    assert errors.startswith(
        "apertis: the output has answers to 20 rows that the input does not have, such as"
    )
    assert output.read_bytes() == before
    assert len(gateway.requests) == 20


def test_answers_are_checked_against_a_schema(
    command: Command, gateway: Gateway, prompts: Path
) -> None:
    """The schema is sent, and what does not fit is a failure."""
    schema = {"title": "A person", "type": "object", "required": ["name"]}
    prompts.with_name("schema.json").write_text(json.dumps(schema))
    output = prompts.with_name("answers.jsonl")
    gateway.rule = lambda request: completion("{}" if "3" in prompt_of(request) else '{"name": 1}')

    status, _, _ = finish(
        command(
            "bulk", prompts, "-o", output, "-m", "m", "--schema", prompts.with_name("schema.json")
        )
    )

    assert status == 1
    assert gateway.requests[0].json["response_format"]["json_schema"] == {
        "name": "A_person",
        "schema": schema,
        "strict": False,
    }
    assert {line["id"] for line in lines_of(output) if "error" in line} == {3, 13}


def held(gateway: Gateway, after: int) -> Any:
    """Hold all answers after the first few; return what lets them go."""
    gate = gateway.gate()

    def rule(request: Request) -> Any:
        answered = completion()
        if len(gateway.requests) <= after:
            return answered
        with gateway.changed:
            gateway.changed.wait_for(gate.is_open, PATIENCE)
        return answered

    gateway.rule = rule
    return gate


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_interrupt_waits_for_what_is_under_way(
    command: Command, gateway: Gateway, prompts: Path, number: signal.Signals
) -> None:
    """What was paid is written; the same command goes on."""
    gate = held(gateway, after=4)
    output = prompts.with_name("answers.jsonl")
    arguments = ["bulk", prompts, "-o", output, "-m", "m", "-c", "3"]
    process = command(*arguments)
    gateway.wait_for_requests(7)
    process.send_signal(number)
    assert process.stderr
    assert "stopping when the calls under way are answered" in process.stderr.readline()
    gate.open()

    assert finish(process)[0] == 130
    assert len(lines_of(output)) == len(gateway.requests) == 7
    assert finish(command(*arguments))[0] == 0
    assert len(lines_of(output)) == len(gateway.requests) == 20


def test_the_second_interrupt_ends_the_run_at_once(
    command: Command, gateway: Gateway, prompts: Path
) -> None:
    """What was written stays."""
    gate = held(gateway, after=4)
    output = prompts.with_name("answers.jsonl")
    process = command("bulk", prompts, "-o", output, "-m", "m", "-c", "3")
    gateway.wait_for_requests(7)
    process.send_signal(signal.SIGINT)
    assert process.stderr
    process.stderr.readline()
    process.send_signal(signal.SIGINT)

    assert finish(process)[0] == 130
    assert len(lines_of(output)) == 4
    gate.open()


def test_a_killed_run_goes_on_where_it_stopped(
    command: Command, gateway: Gateway, tmp_path: Path
) -> None:
    """After SIGKILL at any moment each id is there once in the end, and little was asked twice."""
    prompts, output = tmp_path / "prompts.jsonl", tmp_path / "answers.jsonl"
    prompts.write_text("".join(f'{{"id": {n}, "prompt": "p {n}"}}\n' for n in range(400)))
    arguments = ["bulk", prompts, "-o", output, "-m", "m", "-c", "8", "--quiet"]
    kills = 0
    for count in (1, 57, 130, 131, 290):
        process = command(*arguments)
        gateway.wait_for_requests(count)
        process.kill()
        process.communicate()
        kills += 1

    assert finish(command(*arguments)) == (0, "", "")
    assert Counter(line["id"] for line in lines_of(output)) == Counter(range(400))
    assert len(gateway.requests) <= 400 + kills * 8


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_terminal_shows_a_bar(
    command: Command, gateway: Gateway, prompts: Path, columns: int
) -> None:
    """With what is done, failed, in flight, the rate, the tokens, the cost and the time left."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    output, prices = prompts.with_name("answers.jsonl"), prompts.with_name("prices.json")
    prices.write_text('{"m": {"input": 1000000, "output": 1000000}}')
    gate = held(gateway, after=10)
    options = ["-m", "m", "-c", "2", "--prices", prices]
    process = command("bulk", prompts, "-o", output, *options, stderr=theirs)
    os.close(theirs)
    shown = ""
    state = (
        r"10/20 +50% ?0 failed, 2 in flight, [0-9,.]+ rows/s, 50 tokens, ?cost 50\.0000, ?[0-9]+"
        " (s|min|h) left"
    )
    while not re.search(state, shown):
        shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r|\n", "", shown + os.read(ours, 4096).decode())
    gate.open()
    while not re.search(r"20 answers", shown):
        shown += os.read(ours, 4096).decode()

    assert process.wait(PATIENCE) == 0
    os.close(ours)


@pytest.mark.parametrize("is_terminal", [True, False])
def test_what_takes_a_while_is_seen(
    is_terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a terminal and without one, but not with `--quiet`."""
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(progress, "_BAR_EVERY", 0.001)
    monkeypatch.setenv("TTY_COMPATIBLE", str(int(is_terminal)))
    said = threading.Event()

    class Work:
        def __str__(self) -> str:
            said.set()
            return "checking [a].jsonl: 3 rows"

    with progress.watch(Work(), quiet=True):
        assert not said.wait(0.05)
    assert capsys.readouterr().err == ""
    with progress.watch(Work(), quiet=False):
        assert said.wait(PATIENCE)
    assert "checking [a].jsonl: 3 rows" in capsys.readouterr().err


def test_a_preparation_says_how_far_it_is(prompts: Path) -> None:
    """It reads the output, and then the input."""
    output = prompts.with_name("answers.jsonl")
    output.write_text('{"id": "gone", "request": "x", "same_as": "y"}\n')
    client = AsyncApertis(api_key="sk-test")
    run = client.bulk(prompts, output=output, defaults={"model": "m"}).run
    preparation = _Preparation(run, prompts)

    run.ledger.open()
    assert str(preparation) == f"reading {output}: 1 answer"
    with pytest.raises(BulkInputError, match="the output has answers to a row that the"):
        preparation.plan(read_only=False)
    assert str(preparation) == f"checking {prompts}: 20 rows"


def test_what_cannot_be_checked_leaves_no_output(
    prompts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the disk has no room for the ids of `deduplicate`."""

    def find(firsts: Firsts, digest: str) -> None:
        raise BulkStoppedError("cannot write a temporary file: database or disk is full")

    monkeypatch.setattr(Firsts, "find", find)
    output = prompts.with_name("answers.jsonl")
    settings: Any = {"output": output, "defaults": {"model": "m"}, "deduplicate": True}
    preparation = _Preparation(
        AsyncApertis(api_key="sk-test").bulk(prompts, **settings).run, prompts
    )

    with pytest.raises(BulkStoppedError):
        preparation.plan(read_only=False)
    assert not output.exists()


def test_without_the_extra_there_is_a_sentence(tmp_path: Path) -> None:
    """The command needs more packages than the library."""
    (tmp_path / "click.py").write_text("raise ModuleNotFoundError('no', name='click')")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from apertis.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr == "apertis: this needs more packages: pip install 'apertis[cli]'\n"


def test_the_library_loads_nothing_of_the_command() -> None:
    """Nor of bulk runs, before one is made."""
    program = """
import sys
import apertis
client = apertis.Apertis(api_key="sk")
print(*sorted(name for name in sys.modules if name.startswith(("click", "rich", "apertis.bulk"))))
print(*sorted(name for name in sys.modules if name.startswith("apertis.cli")))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    # httpx has a command line of its own, which it loads where click and rich are installed.
    assert not [name for name in done.stdout.split() if name.startswith("apertis")]


def test_a_run_loads_only_the_operations_of_its_rows() -> None:
    """Those of images, say, would take longer than all else before the first call."""
    program = """
import sys
from apertis.bulk.rows import RowReader
RowReader().read({"model": "m", "prompt": "Hi"}, 1)
print(*(name for name in sys.modules if name.startswith("apertis_client.api.")))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    loaded = done.stdout.split()
    assert "apertis_client.api.chat.create_chat_completion" in loaded
    assert not [name for name in loaded if name.count(".") > 2 and ".images." in name]
