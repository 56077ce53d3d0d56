"""What is wrong with an input or an output, in sync, async and on the command line alike."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from apertis import Apertis, AsyncApertis, BulkInputError, BulkStoppedError
from tests.bulk.conftest import Gateway, lines_of
from tests.cli.conftest import Command
from tests.server import PATIENCE

pytestmark = pytest.mark.wire

Ask = Callable[[Path, Path], str]

ROWS = "".join(f'{{"id": {n}, "prompt": "prompt {n}"}}\n' for n in range(6))


@pytest.fixture(params=["sync", "async", "command"])
def ask(request: pytest.FixtureRequest, command: Command, gateway: Gateway) -> Ask:
    """Return a function that runs a file, and returns the sentence about what is wrong, if any."""
    client: Any = {"api_key": "sk-cli", "base_url": gateway.url}

    def in_sync(source: Path, output: Path) -> None:
        with Apertis(**client) as apertis:
            list(apertis.bulk(source, output=output, defaults={"model": "m"}))

    async def in_async(source: Path, output: Path) -> None:
        async with AsyncApertis(**client) as apertis:
            async for _ in apertis.bulk(source, output=output, defaults={"model": "m"}):
                pass

    def ask(source: Path, output: Path) -> str:
        if request.param == "command":
            process = command("bulk", source, "-o", output, "-m", "m", "--quiet")
            _, errors = process.communicate(timeout=PATIENCE)
            said = errors.removeprefix("apertis: ").removesuffix("\n")
            assert process.returncode == (0 if not said else 1 if "stopped" in said else 2)
            return said
        try:
            if request.param == "sync":
                in_sync(source, output)
            else:
                asyncio.run(in_async(source, output))
        except (BulkInputError, BulkStoppedError) as error:
            return str(error)
        return ""

    return ask


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("{\n", r"prompts\.jsonl, line 7 is not JSON: .+"),
        ("[1]\n", r"prompts\.jsonl, line 7: a request is an object, not list"),
        ('{"id": 3, "prompt": "x"}\n', r"prompts\.jsonl, line 7: the id 3 is that of a row before"),
        ('{"id": 9}\n', r"prompts\.jsonl, line 7: .* needs the argument 'messages'.*"),
        ("\x80", r"prompts\.jsonl, line 7 is not JSON: .+"),
    ],
    ids=["no JSON", "no object", "an id twice", "no request", "no UTF-8"],
)
def test_a_wrong_row_loses_nothing(
    ask: Ask, gateway: Gateway, tmp_path: Path, wrong: str, message: str
) -> None:
    """What was asked is in the output; once the row is mended, the same run asks for the rest."""
    source, output = tmp_path / "prompts.jsonl", tmp_path / "answers.jsonl"
    source.write_bytes(ROWS.encode() + wrong.encode("latin-1"))

    said = ask(source, output)

    assert re.fullmatch(f"(.*/)?{message}", said)
    asked = len(gateway.requests)
    assert asked in (0, 6)
    assert (len(lines_of(output)) if asked else output.exists()) == asked
    source.write_text(ROWS)
    assert ask(source, output) == ""
    assert len(lines_of(output)) == len(gateway.requests) == 6


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.jsonl", r"cannot read .*none\.jsonl: No such file or directory"),
        (".", r"cannot read .*: Is a directory"),
        ("table.csv", r".*table\.csv: the column 'label' is no parameter of .*"),
        ("table.parquet", r"cannot read .*table\.parquet: .*"),
    ],
)
def test_an_input_that_cannot_be_read_leaves_no_output(
    ask: Ask, tmp_path: Path, name: str, message: str
) -> None:
    """Nor anything else."""
    (tmp_path / "table.csv").write_text("label\n1\n")
    (tmp_path / "table.parquet").write_text("no table")
    before = sorted(tmp_path.iterdir())

    assert re.fullmatch(message, ask(tmp_path / name, tmp_path / "answers.jsonl"))
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none/answers.jsonl", r"cannot write .*none/answers\.jsonl: No such file or directory"),
        ("prompts.jsonl/answers.jsonl", r"cannot write .*answers\.jsonl: Not a directory"),
        (".", r"cannot write .*: Is a directory"),
        ("prompts.jsonl", r".*prompts\.jsonl, line 1 is not an answer of a bulk run; choose .*"),
        (
            "notes.txt",
            r".*notes\.txt, line 1 is not an answer of a bulk run; choose another output",
        ),
        (
            "another.jsonl",
            r".*the output has (an answer|lines) .*, so it is the output of another .*",
        ),
        (
            "/dev/full",
            r"stopped: cannot write /dev/full: No space left .* that could not be written .* \S+",
        ),
    ],
)
def test_an_output_that_cannot_be_used_is_left_alone(
    ask: Ask, gateway: Gateway, tmp_path: Path, name: str, message: str
) -> None:
    """Nothing is asked, but where only writing shows it; the sentence says what became of it."""
    source, output = tmp_path / "prompts.jsonl", tmp_path / name
    source.write_text(ROWS)
    (tmp_path / "notes.txt").write_text("remember the milk")
    (tmp_path / "another.jsonl").write_text('{"id":0,"request":"x","response":{}}\n')
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    said = ask(source, output)

    assert re.fullmatch(message, said), said
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    if name == "/dev/full":
        elsewhere = Path(said.rpartition(" ")[2])
        assert len(lines_of(elsewhere)) == len(gateway.requests)
        elsewhere.unlink()
    else:
        assert not gateway.requests
