"""The group of commands: its help, its errors and what it loads."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from apertis.cli.commands import apertis
from tests.cli.conftest import Run

SCREEN = (80, 24)


def commands(
    command: click.Command = apertis, parent: click.Context | None = None
) -> Iterator[tuple[str, click.Context]]:
    """Yield every command by its whole name."""
    name = "apertis" if parent is None else command.name
    ctx = click.Context(command, parent, info_name=name, terminal_width=SCREEN[0])
    yield ctx.command_path, ctx
    if isinstance(command, click.Group):
        for each in command.list_commands(ctx):
            found = command.get_command(ctx, each)
            assert found
            found.name = each
            yield from commands(found, ctx)


CONTEXTS = dict(commands())


@pytest.mark.parametrize("name", CONTEXTS)
def test_help_fits_a_screen(name: str) -> None:
    """With a line left for the next command."""
    lines = CONTEXTS[name].get_help().splitlines()

    assert len(lines) < SCREEN[1], "\n".join(lines)
    assert max(map(len, lines)) <= SCREEN[0]


def test_the_help_loads_no_command() -> None:
    """Nor the clients: the help is there at once."""
    program = """
import sys
from apertis.cli import main
sys.argv[1:] = ["--help"]
try:
    main()
finally:
    print("LOADED", *sorted(sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    loaded = done.stdout.partition("LOADED")[2].split()
    unwanted = ("apertis._client", "apertis.cli.bulk", "rich", "asyncio", "keyring")
    assert not [name for name in loaded if name.startswith(unwanted)]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["bulk", "x"], "apertis bulk: Missing option '-o' / '--output'."),
        (["nothing"], "apertis: There is no command 'nothing'. See apertis --help."),
        (["aks"], "apertis: There is no command 'aks'; is 'ask' meant? See apertis --help."),
        (["ask", "--uage"], "apertis ask: No such option '--uage'. Did you mean '--usage'? See"),
        (["--colour", "bulk"], "apertis: No such option '--colour'."),
        (["--key-file", "/nowhere", "config"], "apertis: /nowhere: No such file or directory\n"),
    ],
)
def test_a_wrong_use_is_said_in_a_line(run: Run, arguments: list[str], sentence: str) -> None:
    """On standard error, with the exit status 2."""
    done = run(*arguments)

    assert (done.status, done.output) == (2, "")
    assert done.errors.startswith(sentence)
    assert done.errors.count("\n") == 1


def test_the_log_says_how_a_command_failed(run: Run, environment: dict[str, str]) -> None:
    """With the traceback, before the sentence."""
    environment |= {"APERTIS_LOG": "debug", "APERTIS_BASE_URL": "nowhere"}

    errors = run("models", traceback=True).errors

    assert "apertis.cli DEBUG how the command failed\nTraceback" in errors
    assert errors.splitlines()[-1].startswith("apertis: APERTIS_BASE_URL must begin")


def test_without_a_command_the_help_is_an_error(run: Run) -> None:
    """On standard error, as a program that goes on would have used it wrongly."""
    done = run()

    assert (done.status, done.output) == (2, "")
    assert "Commands:" in done.errors


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_the_shell(run: Run, shell: str, tmp_path: Path) -> None:
    """It calls the command for the words, and the shell can read it."""
    done = run("completion", shell)

    assert done.status == 0
    assert "_APERTIS_COMPLETE=" in done.output
    assert f"{shell}_complete" in done.output or shell == "bash"
    if shutil.which(shell):
        (tmp_path / "script").write_text(done.output)
        subprocess.run([shell, "-n", tmp_path / "script"], check=True)


def test_words_are_completed() -> None:
    """The names of commands, options and settings."""
    completions = ShellComplete(apertis, {}, "apertis", "_APERTIS_COMPLETE").get_completions

    def complete(arguments: list[str], incomplete: str) -> set[str]:
        return {item.value for item in completions(arguments, incomplete)}

    assert complete([], "b") == {"bulk"}
    assert complete(["bulk"], "--dry") == {"--dry-run"}
    assert complete(["config", "set"], "") == {"key", "base-url", "model"}
    assert {item.type for item in completions(["ask", "-a"], "x")} == {"file"}


@pytest.fixture
def shell_environment(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Return the variables of a shell that finds the command."""
    (tmp_path / "apertis").write_text(f'#!/bin/sh\nexec {sys.executable} -m apertis "$@"\n')
    (tmp_path / "apertis").chmod(0o755)
    return {**environment, "PATH": f"{tmp_path}:{os.environ['PATH']}"}


COMPLETED = [
    ("apertis config set ba", ["base-url"]),
    ("apertis ask -o reasoning_ef", ["reasoning_effort="]),
    ("apertis ask -o reasoning_effort=hi", ["high"]),
    ("apertis ask -s 'Be brief.' -o reasoning_effort=m", ["max", "medium", "minimal"]),
]


@pytest.mark.parametrize(("line", "words"), COMPLETED)
def test_a_bash_completes_words(
    run: Run, tmp_path: Path, shell_environment: dict[str, str], line: str, words: list[str]
) -> None:
    """With the script that `apertis completion bash` prints; what is before a "=" is there."""
    (tmp_path / "script").write_text(run("completion", "bash").output)
    program = f"""
. {tmp_path}/script
COMP_LINE={shlex.quote(line)}
COMP_POINT=${{#COMP_LINE}}
_apertis_completion apertis 2>/dev/null  # compopt has nothing to change here
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "-c", program], env=shell_environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == words


@pytest.mark.skipif(not shutil.which("fish"), reason="needs fish")
@pytest.mark.parametrize(("line", "words"), COMPLETED)
def test_a_fish_completes_words(
    run: Run, tmp_path: Path, shell_environment: dict[str, str], line: str, words: list[str]
) -> None:
    """With the script that `apertis completion fish` prints."""
    (tmp_path / "script").write_text(run("completion", "fish").output)
    program = f"source {tmp_path}/script; complete -C {shlex.quote(line)}"
    done = subprocess.run(
        ["fish", "-c", program], env=shell_environment, capture_output=True, text=True, check=True
    )

    found = [each.partition("\t")[0].rpartition("=") for each in done.stdout.splitlines()]
    assert [value or f"{name}=" for name, _, value in found] == words
