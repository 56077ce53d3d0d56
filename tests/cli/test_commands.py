"""The group of commands: its help, its errors and what it loads."""

from __future__ import annotations

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
    assert errors.splitlines()[-1].startswith("apertis: base_url must begin with")


def test_without_a_command_the_help_is_an_error(run: Run) -> None:
    """On standard error, as a program that goes on would have used it wrongly."""
    done = run()

    assert (done.status, done.output) == (2, "")
    assert "Commands:" in done.errors


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_the_shell(run: Run, shell: str) -> None:
    """It calls the command for the words."""
    done = run("completion", shell)

    assert done.status == 0
    assert f"_APERTIS_COMPLETE={shell}_complete" in done.output


def test_words_are_completed() -> None:
    """The names of commands, options and settings."""
    completions = ShellComplete(apertis, {}, "apertis", "_APERTIS_COMPLETE").get_completions

    def complete(arguments: list[str], incomplete: str) -> set[str]:
        return {item.value for item in completions(arguments, incomplete)}

    assert complete([], "b") == {"bulk"}
    assert complete(["bulk"], "--dry") == {"--dry-run"}
    assert complete(["config", "set"], "") == {"key", "base-url", "model"}
    assert {item.type for item in completions(["ask", "-a"], "x")} == {"file"}


def test_a_bash_completes_words(run: Run, tmp_path: Path, environment: dict[str, str]) -> None:
    """With the script that `apertis completion bash` prints."""
    (tmp_path / "apertis").write_text(f'#!/bin/sh\nexec {sys.executable} -m apertis "$@"\n')
    (tmp_path / "apertis").chmod(0o755)
    (tmp_path / "script").write_text(run("completion", "bash").output)
    program = f"""
PATH={tmp_path}:$PATH; . {tmp_path}/script
COMP_WORDS=(apertis config set ba) COMP_CWORD=3
_apertis_completion apertis
echo "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "-c", program], env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["base-url"]
