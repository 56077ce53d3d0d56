"""`apertis.bulk.files` and `journal`: what is read, and what is written."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from apertis import Apertis, BulkInputError, BulkStoppedError
from apertis.bulk import journal
from apertis.bulk.files import read_file
from apertis.bulk.journal import Journal
from apertis.bulk.ledger import Ledger
from apertis.bulk.operations import CHAT, find_operation
from apertis.bulk.output_format import output_format
from apertis.bulk.settings import check_settings

OPERATION, _ = find_operation("POST", CHAT)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


Written = Callable[[str, str | bytes], Path]


def test_lines_of_json_are_read(written: Written) -> None:
    """An empty line is None; a byte order mark and the ends of lines of Windows do not matter."""
    path = written("in.jsonl", '\ufeff{"prompt": "a\u2028b"}\r\n\n{"prompt": "ü"}')

    assert list(read_file(path, OPERATION)) == [{"prompt": "a\u2028b"}, None, {"prompt": "ü"}]


def test_lines_are_read_lazily(written: Written) -> None:
    """What comes before a wrong line is there."""
    rows = read_file(written("in.jsonl", '{"prompt": "a"}\nno JSON\n'), OPERATION)

    assert next(rows) == {"prompt": "a"}
    with pytest.raises(BulkInputError, match=r"in\.jsonl, line 2 is not JSON: "):
        next(rows)


def test_a_table_of_csv_is_read(written: Written) -> None:
    """Columns are the id, the prompt and parameters; numbers and lists are JSON."""
    table = 'custom_id,prompt,max_tokens,stop,model\n1,"a\nb",5,"[""x""]",4\n2,c,,,m\n'

    assert list(read_file(written("in.csv", table), OPERATION)) == [
        {"custom_id": "1", "prompt": "a\nb", "max_tokens": 5, "stop": ["x"], "model": "4"},
        {"custom_id": "2", "prompt": "c", "model": "m"},
    ]


def test_a_field_of_csv_may_be_long(written: Written) -> None:
    """Such as a document as a prompt."""
    [row] = read_file(written("in.csv", f"prompt\n{'a' * 300_000}\n"), OPERATION)

    assert len(row["prompt"]) == 300_000


def test_a_table_of_parquet_is_read(tmp_path: Path) -> None:
    """Its values have the types of the table; nulls are there, and mean absent."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"id": 1, "prompt": "a", "temperature": 0.5}, {"id": 2, "prompt": "b"}]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "in.parquet")

    assert list(read_file(tmp_path / "in.parquet", OPERATION)) == [
        rows[0],
        {**rows[1], "temperature": None},
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("in.jsonl", "{", "in.jsonl, line 1 is not JSON"),
        ("in.jsonl", b"\xff", "in.jsonl, line 1 is not JSON"),
        ("in.csv", "prompt,label\na,b\n", "in.csv: the column 'label' is no parameter of chat"),
        ("in.csv", "prompt,model\na\n", "in.csv, row 1 has not one field for each column"),
        ("in.csv", "prompt,model\na,b,c\n", "in.csv, row 1 has not one field for each column"),
        ("in.csv", b"prompt\n\xff\n", "in.csv, after line 0: "),
        ("in.csv", 'prompt\n"a', "in.csv, after line 1: "),
        ("in.csv", "prompt,model,prompt\na,b,c\n", "in.csv: the column 'prompt' is there twice"),
        ("in.parquet", "no table", "cannot read .*in.parquet"),
    ],
)
def test_a_wrong_file_is_refused(
    written: Written, name: str, content: str | bytes, message: str
) -> None:
    """One sentence names the file and the place."""
    with pytest.raises(BulkInputError, match=message):
        list(read_file(written(name, content), OPERATION))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """The sentence says which, and why."""
    with pytest.raises(BulkInputError, match=r"cannot read .*none\.jsonl: No such file"):
        list(read_file(tmp_path / "none.jsonl", OPERATION))


LINES = [{"id": number, "request": "x", "response": {}} for number in range(3)]
NINTH = b'{"id":9,"request":"x","response":{}}\n'
WHOLE = "".join(json.dumps(line) + "\n" for line in LINES)


def resume(path: Path) -> list[Any]:
    kept: list[Any] = []
    journal = Journal(path)
    try:
        journal.resume(kept.append)
        journal.append(NINTH)
    finally:
        journal.close()
    return kept


@pytest.mark.parametrize("cut", range(1, len(json.dumps(LINES[0])), 5))
def test_a_torn_last_line_is_dropped(written: Written, cut: int) -> None:
    """Wherever it was torn, what follows begins a line."""
    path = written("out.jsonl", WHOLE + json.dumps(LINES[0])[:cut])

    assert resume(path) == LINES
    assert path.read_bytes() == WHOLE.encode() + NINTH


def test_a_last_line_without_its_end_is_kept(written: Written) -> None:
    """It is whole, as an object ends with its last brace."""
    path = written("out.jsonl", WHOLE.rstrip("\n"))

    assert resume(path) == LINES
    assert path.read_bytes() == WHOLE.encode() + NINTH


@pytest.mark.parametrize("end", ["\r\n", "\n\n", " \n\r\n"])
def test_an_editor_may_have_saved_an_output(written: Written, end: str) -> None:
    """A byte order mark, ends of lines of Windows and empty lines do not matter."""
    path = written("out.jsonl", f"\ufeff{WHOLE}".replace("\n", end))

    assert resume(path) == LINES
    assert resume(path) == [*LINES, {"id": 9, "request": "x", "response": {}}]


def test_a_torn_first_line_is_dropped(written: Written) -> None:
    """A run that wrote nothing but a part of a line has an empty output."""
    path = written("out.jsonl", '{"id":1,"resp')

    assert resume(path) == []
    assert path.read_bytes() == NINTH


@pytest.mark.parametrize(
    "content",
    [
        "text\n",
        '{"prompt": "a"}\n',
        f"{WHOLE}no\n",
        "[]\n",
        "text",
        f'{WHOLE}{{"name": "whole, and of something else"}}',
    ],
)
def test_a_file_that_is_no_output_is_left_alone(written: Written, content: str) -> None:
    """One sentence names the line, and nothing is written."""
    path = written("out.jsonl", content)

    with pytest.raises(
        BulkInputError, match=r"is not an answer of a bulk run; (remove it, or )?choose"
    ):
        resume(path)
    assert path.read_text() == content


USAGE = {"model": "m", "prompt_tokens": 30, "completion_tokens": 12, "cost": 0.25}
FAILED = {"id": 1, "request": "x", "error": {}, "usage": USAGE}
ANSWER = {"id": 1, "request": "y", "seconds": 3, "response": {"usage": {"prompt_tokens": 1}}}
OTHER = {"id": 2, "request": "z", "error": {}}


def text_of(*lines: Any) -> str:
    return "".join(json.dumps(line) + "\n" for line in lines)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([FAILED, ANSWER], [{**ANSWER, "usage_before": [USAGE]}]),
        ([FAILED, OTHER, FAILED], [OTHER, {**FAILED, "usage_before": [USAGE]}]),
        ([FAILED, FAILED, ANSWER, OTHER], [{**ANSWER, "usage_before": [USAGE, USAGE]}, OTHER]),
        (
            [{**FAILED, "usage_before": [USAGE]}, ANSWER],
            [{**ANSWER, "usage_before": [USAGE, USAGE]}],
        ),
        ([OTHER, {**OTHER, "error": {"again": 1}}], [{**OTHER, "error": {"again": 1}}]),
    ],
)
def test_failures_go_when_another_line_is_there(
    written: Written, lines: list[Any], left: list[Any]
) -> None:
    """What they used stays, in the line that replaces them, and counts once at any time."""
    path = written("out.jsonl", text_of(*lines))
    used = sum(line.get("usage") == USAGE for line in lines)
    used += sum(len(line.get("usage_before", ())) for line in lines)

    for _ in range(3):
        ledger = Ledger(check_settings({"output": path}))
        ledger.open()
        ledger.close()
        assert ledger.costs.total.cost == 0.25 * used
    assert [json.loads(line) for line in path.read_text().splitlines()] == left
    assert [each.name for each in path.parent.iterdir()] == ["out.jsonl"]


def test_lines_are_synced_as_often_on_a_slow_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time that one takes is not added to the time until the next."""
    ledger = Ledger(check_settings({"output": tmp_path / "out.jsonl"}))
    ledger.open()
    times = [0.0]
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        times.append(times[-1] + seconds)
        if len(waits) == 4:
            raise asyncio.CancelledError

    def sync() -> None:
        times.append(times[-1] + (0.03 if len(waits) < 3 else 0.2))

    async def run() -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: times[-1])
        monkeypatch.setattr(asyncio, "sleep", sleep)
        monkeypatch.setattr(ledger.journal, "sync", sync)
        await ledger.sync_regularly(lambda error: None)

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(run())
    monkeypatch.undo()
    ledger.close()

    assert waits == pytest.approx([0.08, 0.05, 0.05, 0])


def test_a_file_of_the_user_beside_the_output_stays(written: Written) -> None:
    """What failures are removed by has a name that nobody else uses."""
    path = written("out.jsonl", text_of(FAILED, ANSWER))
    path.with_name("out.jsonl.new").write_text("mine")
    ledger = Ledger(check_settings({"output": path}))
    ledger.open()
    ledger.close()

    assert sorted(each.name for each in path.parent.iterdir()) == ["out.jsonl", "out.jsonl.new"]
    assert path.with_name("out.jsonl.new").read_text() == "mine"


@pytest.mark.parametrize("lines", [(), (FAILED, ANSWER)])
def test_the_name_of_an_output_survives_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: Any
) -> None:
    """Its folder is handed to the disk too, where it is new and where it is replaced."""
    path = tmp_path / "out.jsonl"
    if lines:
        path.write_text(text_of(*lines))
    synced: list[os.stat_result] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor)))
    ledger = Ledger(check_settings({"output": path}))

    ledger.open()
    ledger.append("other", text_of(OTHER).encode())
    ledger.close()

    folder = tmp_path.stat()
    assert [each for each in synced if os.path.samestat(each, folder)]


def test_failures_stay_where_the_disk_is_full(written: Written) -> None:
    """The sentence says so; the output is as it was."""
    path = written("out.jsonl", text_of(FAILED, ANSWER))
    path.with_name(".out.jsonl.apertis-new").mkdir()
    before = path.read_bytes()
    ledger = Ledger(check_settings({"output": path}))
    ledger.open()

    with pytest.raises(BulkStoppedError, match="still has the failures of rows that were asked"):
        ledger.close()
    assert path.read_bytes() == before


def test_failures_stay_where_the_folder_takes_no_file(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The output itself can be written; a run ends with the same sentence."""
    path = written("out.jsonl", text_of(FAILED, ANSWER))

    class Refused(FileIO):
        def __init__(self, file: Path, mode: str) -> None:
            if file.suffix == ".apertis-new":
                raise PermissionError(errno.EACCES, "Permission denied")
            super().__init__(file, mode)

    monkeypatch.setattr(journal, "FileIO", Refused)
    with (
        Apertis(api_key="sk-test") as client,
        pytest.raises(BulkStoppedError, match=r"asked again, .*\.apertis-new: Permission denied"),
    ):
        list(client.bulk([], output=path))


@pytest.mark.parametrize("retry_failed", [False, True])
def test_what_was_used_counts_once(written: Written, retry_failed: bool) -> None:
    """Of answers and of failures, whether those are asked again or not."""
    usage = {"prompt_tokens": 30, "completion_tokens": 12}
    lines = [
        {"id": 1, "request": "x", "error": {}, "usage": usage},
        {"id": 2, "request": "x", "seconds": 3, "cost": 0.5, "response": {"usage": usage}},
        {"id": 3, "request": "x", "same_as": 2},
    ]
    path = written("out.jsonl", text_of(*lines))
    settings = check_settings({"output": path, "retry_failed": retry_failed})

    for read_only in (True, False):
        ledger = Ledger(settings)
        ledger.open(read_only=read_only)
        ledger.close()
        assert ledger.costs.total.tokens == 2 * 42
        assert ledger.costs.total.cost == 0.5
        assert ledger.seconds == 3
        assert len(ledger.done.answered) == 2
    assert path.read_text() == text_of(*lines)


def test_two_runs_cannot_write_to_one_output(written: Written) -> None:
    """The second is told at once."""
    path = written("out.jsonl", "")
    first = Journal(path)

    with pytest.raises(BulkInputError, match="another run is writing to "):
        Journal(path)
    first.close()
    Journal(path).close()


def test_a_run_that_was_waiting_for_an_output_that_is_replaced(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has opened a file that nobody will find any more, and writes nothing to it."""
    path = written("out.jsonl", "")
    lock = fcntl.flock

    def replaced(descriptor: int, operation: int) -> None:
        path.unlink()
        path.write_text("")
        lock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", replaced)
    with pytest.raises(BulkInputError, match="another run is writing to "):
        Journal(path)


def test_a_disk_may_have_no_locks(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some in a network; an output there can be written all the same."""

    def flock(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", flock)
    Journal(written("out.jsonl", "")).close()


def test_an_output_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """The sentence says which, and why."""
    with pytest.raises(BulkInputError, match=r"cannot write .*: No such file or directory"):
        Journal(tmp_path / "none" / "out.jsonl")
    with pytest.raises(BulkInputError, match=r"cannot write .*: Is a directory"):
        Journal(tmp_path)


def test_nothing_of_a_line_stays_where_the_disk_is_full(tmp_path: Path) -> None:
    """The lines before are whole; a file that may not grow stands for a full disk."""
    program = f"""
import resource
from pathlib import Path
from apertis import BulkStoppedError
from apertis.bulk.journal import Journal

journal = Journal(Path({str(tmp_path / "out.jsonl")!r}))
journal.append(b"a" * 60 + b"\\n")
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    journal.append(b"b" * 60 + b"\\n")
except BulkStoppedError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("cannot write ")
    assert "File too large" in done.stdout
    assert (tmp_path / "out.jsonl").read_text() == "a" * 60 + "\n"


def test_a_full_disk_has_a_sentence() -> None:
    """The error of the system is in it."""
    journal = Journal(Path("/dev/full"))

    with pytest.raises(BulkStoppedError, match="cannot write /dev/full: No space left on device"):
        journal.append(b"x\n")
    journal.close()


def test_a_schema_that_refers_to_nothing() -> None:
    """An answer that cannot be checked against it does not fit, so that it is kept as a failure."""
    schema = {"$ref": "#/$defs/Missing"}
    param = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}
    checked = output_format(param)

    assert checked is not None
    with pytest.raises(ValueError, match=r"has a \$ref that leads nowhere"):
        checked.parse('{"a": 1}')
