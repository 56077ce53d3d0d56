"""``apertis config``, and what commands do with what it keeps."""

from __future__ import annotations

import base64
import json
import os
import pty
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Run
from tests.server import PATIENCE

KEY = "sk-kept-0123456789abcdef"


@pytest.fixture
def kept(environment: dict[str, str], tmp_path: Path) -> Path:
    """Return the path of the file, with no settings in the environment."""
    for name in ("APERTIS_API_KEY", "APERTIS_BASE_URL"):
        environment.pop(name)
    return tmp_path / "config" / "apertis" / "config.json"


@pytest.fixture
def ring(environment: dict[str, str], tmp_path: Path) -> Path:
    """Return the file of a keyring."""
    environment["PYTHON_KEYRING_BACKEND"] = "keyrings.alt.file.PlaintextKeyring"
    return tmp_path / "data" / "python_keyring" / "keyring_pass.cfg"


def test_a_key_is_read_from_standard_input(run: Run, kept: Path) -> None:
    """It is kept in a file that only its owner can read, and is never shown."""
    done = run("config", "set", "key", given=f"{KEY}\n")

    assert done == (0, "", f"key is kept in {kept}\n")
    assert json.loads(kept.read_text()) == {"key": KEY}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert run("config", "show").output.splitlines() == [
        f"key       (hidden)  [{kept}]",
        "base-url  https://api.apertis.ai/v1  [default]",
        "model     (none)  [nowhere]",
    ]


def test_a_file_that_others_can_read_is_closed_to_them(run: Run, kept: Path) -> None:
    """Before a key is written to it."""
    kept.parent.mkdir(parents=True)
    kept.write_text('{"model": "m"}')
    kept.chmod(0o644)

    run("config", "set", "key", given=KEY)

    assert json.loads(kept.read_text()) == {"model": "m", "key": KEY}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_terminal_is_asked_for_the_key(command: Command, kept: Path) -> None:
    """What is typed does not appear."""
    ours, theirs = pty.openpty()
    process = command("config", "set", "key", stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = os.read(ours, 1024).decode()
    while "Key: " not in shown:
        shown += os.read(ours, 1024).decode()
    os.write(ours, f"{KEY}\n".encode())
    while "kept in" not in shown:
        shown += os.read(ours, 1024).decode()

    assert process.wait(PATIENCE) == 0
    os.close(ours)
    assert KEY not in shown
    assert json.loads(kept.read_text()) == {"key": KEY}


def test_ctrl_c_at_the_question_keeps_nothing(command: Command, kept: Path) -> None:
    """The exit status is 130."""
    ours, theirs = pty.openpty()
    process = command(
        "config", "set", "key", stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    shown = ""
    while "Key: " not in shown:
        shown += os.read(ours, 1024).decode()
    process.send_signal(2)

    assert process.wait(PATIENCE) == 130
    os.close(ours)
    assert not kept.exists()


@pytest.mark.parametrize(
    ("arguments", "given", "sentence"),
    [
        (["set", "key", KEY], "", "The key is not an argument, as the history of the shell"),
        (["set", "key"], " \n", "the key is empty"),
        (["set", "key"], "sk\nsk", "api_key must be printable ASCII on one line"),
        (["set", "base-url", "nowhere"], "", "base_url must begin with https:// or http://"),
        (["set", "model", " "], "", "model must not be empty"),
        (["set", "model"], "", "What is the model to be?"),
        (["set", "colour", "red"], "", "'colour' is not one of"),
    ],
)
def test_a_wrong_setting_is_refused(
    run: Run, kept: Path, arguments: list[str], given: str, sentence: str
) -> None:
    """In a line on standard error, with the exit status 2; nothing is kept."""
    done = run("config", *arguments, given=given)

    assert (done.status, done.output) == (2, "")
    assert sentence in done.errors
    assert done.errors.count("\n") == 1
    assert KEY not in done.errors
    assert not kept.exists()


def test_an_option_wins_over_the_environment_and_that_over_what_is_kept(
    run: Run, environment: dict[str, str], kept: Path
) -> None:
    """`config show` says where each setting comes from."""
    run("config", "set", "base-url", "http://kept:1/v1/")
    run("config", "set", "model", "kept")
    assert f"http://kept:1/v1  [{kept}]" in run("config").output
    assert f"model     kept  [{kept}]" in run("config").output

    environment["APERTIS_BASE_URL"] = "http://variable:1"
    environment["APERTIS_MODEL"] = "variable"
    assert "http://variable:1  [$APERTIS_BASE_URL]" in run("config").output
    assert "model     variable  [$APERTIS_MODEL]" in run("config").output
    assert run("config", "set", "model", "x").errors.endswith("; $APERTIS_MODEL wins over it\n")

    assert "http://option:1  [option]" in run("--base-url", "http://option:1", "config").output


def test_a_setting_is_forgotten(run: Run, kept: Path) -> None:
    """And what was never kept, too."""
    run("config", "set", "model", "kept")
    for _ in range(2):
        assert run("config", "unset", "model") == (0, "", "")

    assert json.loads(kept.read_text()) == {}
    assert run("config", "path").output == f"{kept}\n"


def test_a_broken_file_is_named(run: Run, kept: Path) -> None:
    """With what is wrong in it."""
    kept.parent.mkdir(parents=True)
    kept.write_text("{")

    done = run("config", "show")

    assert done.status == 2
    assert done.errors.startswith(f"apertis: {kept} is not JSON: ")


def test_the_keyring_of_the_system_keeps_the_key(run: Run, kept: Path, ring: Path) -> None:
    """The file then says only that it is there."""
    run("config", "set", "key", "--no-keyring", given=KEY)
    assert json.loads(kept.read_text()) == {"key": KEY}

    assert run("config", "set", "key", given=KEY).errors == "key is kept in the keyring\n"
    assert json.loads(kept.read_text()) == {"key_in_keyring": True}
    assert base64.b64encode(KEY.encode()).decode() in ring.read_text()
    assert "(hidden)  [the keyring]" in run("config").output

    run("config", "unset", "key")
    assert ring.read_text().strip() == "[apertis]"
    assert "key       (none)" in run("config").output


def test_a_key_that_has_gone_from_the_keyring_is_missed(run: Run, kept: Path, ring: Path) -> None:
    """Rather than taken for none."""
    run("config", "set", "key", given=KEY)
    ring.unlink()

    done = run("config", "show")

    assert done.status == 2
    assert "gone from the system's keyring" in done.errors
    assert run("config", "unset", "key").status == 0


def test_a_keyring_that_keeps_nothing_is_not_used(
    run: Run, environment: dict[str, str], kept: Path
) -> None:
    """The key would be lost."""
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

    run("config", "set", "key", given=KEY)

    assert json.loads(kept.read_text()) == {"key": KEY}
