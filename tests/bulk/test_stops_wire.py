"""What ends a run of `client.bulk` before its end, over real sockets."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from apertis import Apertis, BulkResult, BulkStoppedError
from apertis.bulk import journal, pace
from tests.bulk.conftest import AT_ONCE, Gateway, Runner, lines_of, prompt_of, refusal, rows
from tests.server import PATIENCE, Request, completion, reply

pytestmark = pytest.mark.wire


def test_leaving_the_loop_ends_the_run(gateway: Gateway) -> None:
    """No thread is left, and no more calls are made."""
    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        for result in client.bulk(rows(1000), concurrency=2, defaults={"model": "m"}):
            assert result.response
            break
    made = len(gateway.requests)

    assert made < 1000
    assert not [each for each in threading.enumerate() if each.name == "apertis-bulk"]


@pytest.mark.parametrize(
    "answer",
    [
        refusal(401, "wrong key"),
        refusal(402, "no credit"),
        refusal(403, "no", code="account_suspended"),
        refusal(429, "no credit", code="insufficient_quota"),
        refusal(429, "no credit", type="insufficient_quota"),
        refusal(400, "no credit", code="insufficient_balance"),
        refusal(403, "not for this key"),
        refusal(400, "unknown parameter"),
        refusal(500, "out of order", headers={"x-should-retry": "false"}),
        reply(b"<html>blocked", status=403, headers={"Content-Type": "text/html"}),
        reply(b"nothing here", status=404),
        refusal(404, "no such model", code="model_not_found"),
    ],
    ids=[
        *("401", "402", "suspended", "quota", "quota by type", "balance", "403", "400", "500"),
        *("page", "url", "model"),
    ],
)
def test_what_hits_every_row_stops_the_run(
    run: Runner, gateway: Gateway, tmp_path: Path, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says why and how to go on; rows without an answer have no line."""
    output = tmp_path / "out.jsonl"
    monkeypatch.setattr(pace, "_PATIENCE", PATIENCE)  # however slow this machine is
    gateway.rule = lambda request: answer

    with pytest.raises(
        BulkStoppedError, match=r"stopped: .*; 0 answers are kept in .*; the same run again asks"
    ) as caught:
        run(rows(500), output=output, concurrency=200)

    assert len(gateway.requests) <= 17
    failed = {line["id"] for line in lines_of(output)}  # those that may be the fault of the row
    assert len(failed) <= (17 if "parameter" in str(answer) or "order" in str(answer) else 0)
    rest = f", with retry_failed also for the {len(failed)} that failed" if failed else ""
    assert str(caught.value).endswith(f" asks for the rest{rest}")
    gateway.rule = lambda request: completion()
    assert len(run(rows(6), output=output, retry_failed=True)) == 6


def test_few_calls_are_made_before_the_first_is_answered(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as there may be once one is; the next run of the client begins with those."""
    monkeypatch.setattr(pace, "_PATIENCE", PATIENCE)
    together = threading.Barrier(20, timeout=20)
    first = gateway.gate()

    def rule(request: Request) -> Any:
        if len(gateway.requests) <= 8:
            with gateway.changed:
                gateway.changed.wait_for(lambda: first.is_open() or len(gateway.requests) == 8, 20)
            first.open()
        else:
            together.wait()
        return completion()

    gateway.rule = rule
    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        settings: Any = {"concurrency": 20, "defaults": {"model": "m"}}
        for _ in client.bulk(rows(8 + 20), **settings):
            assert gateway.most_at_once <= 8 or len(gateway.requests) > 8
        assert len(list(client.bulk(rows(20), **settings))) == 20


def test_what_was_answered_before_a_stop_is_handed_on(gateway: Gateway) -> None:
    """The exception comes after the last result, and its cause is the failure."""
    gateway.rule = lambda request: completion() if len(gateway.requests) <= 10 else refusal(401)
    results: list[BulkResult] = []

    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        run = client.bulk(rows(100), concurrency=4, defaults={"model": "m"})
        with pytest.raises(BulkStoppedError) as caught:
            results.extend(run)

    assert 7 <= len(results) <= 10
    assert type(caught.value.__cause__).__name__ == "AuthenticationError"
    assert "sk-test" not in str(caught.value)


def test_a_server_that_is_not_there_stops_the_run(run: Runner, tmp_path: Path) -> None:
    """Before anything has been answered, that is no fault of the rows."""
    client = {"base_url": "http://127.0.0.1:9/v1", **AT_ONCE}

    with pytest.raises(
        BulkStoppedError, match=r"stopped: could not connect to http://127\.0\.0\.1:9"
    ):
        run(rows(100), client=client, output=tmp_path / "out.jsonl")
    assert lines_of(tmp_path / "out.jsonl") == []


def test_what_may_hit_every_row_is_a_failure_once_one_is_answered(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """A wrong model in a few rows stops nothing, even if they come first."""
    gateway.rule = lambda request: refusal(404) if prompt_of(request) < "prompt 6" else completion()

    results = run(rows(10), output=tmp_path / "out.jsonl")

    assert sorted(result.id for result in results if result.error) == [f"row-{n}" for n in range(6)]
    assert len(lines_of(tmp_path / "out.jsonl")) == 10


@pytest.mark.parametrize("where", ["message", "header"])
def test_failures_that_differ_by_their_request_id_are_alike(
    run: Runner, gateway: Gateway, where: str
) -> None:
    """As gateways add it to each message."""

    def rule(request: Request) -> Any:
        number = f"2026a{len(gateway.requests)}z"
        headers = {"x-request-id": number} if where == "header" else None
        said = f"request {number}" if where == "header" else f"no (request id: {number})"
        return refusal(400, said, headers=headers)

    gateway.rule = rule

    with pytest.raises(BulkStoppedError, match="stopped: "):
        run(rows(100))
    assert len(gateway.requests) <= 17


def test_failures_that_all_differ_take_no_more_memory(gateway: Gateway) -> None:
    """But those that are frequent among them stop the run all the same."""
    gateway.rule = lambda request: (
        refusal(400, f"no to {prompt_of(request)}")
        if len(gateway.requests) < 350 or len(gateway.requests) % 2
        else refusal(400, "no")
    )
    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        run = client.bulk(rows(500), concurrency=1, defaults={"model": "m"})
        with pytest.raises(BulkStoppedError, match=r"stopped: no \(status"):
            list(run)
        assert len(run._run._alike) <= 100

    assert 368 <= len(gateway.requests) <= 380


def test_rows_that_fail_alike_again_stop_nothing(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """Where the output has an answer, they are known to be no failures of every row."""
    output = tmp_path / "out.jsonl"
    gateway.rule = lambda request: (
        completion()
        if prompt_of(request) in ("prompt 0", "prompt 29")
        else refusal(400, "filtered")
    )
    run(rows(30), output=output)

    assert len(run(rows(30), output=output, retry_failed=True)) == 28
    assert Counter(line["id"] for line in lines_of(output)) == Counter(
        f"row-{number}" for number in range(30)
    )


BLOCKED = reply(b"<html>blocked", status=403, headers={"Content-Type": "text/html"})


def test_a_prompt_that_a_firewall_blocks_stops_nothing(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """If others are answered after it."""
    output = tmp_path / "out.jsonl"
    gateway.rule = lambda request: BLOCKED if "7" in prompt_of(request) else completion()

    results = run(rows(20), output=output, concurrency=1)

    assert {result.id for result in results if result.error} == {"row-7", "row-17"}
    assert [line["id"] for line in lines_of(output) if "error" in line] == ["row-7", "row-17"]
    assert len(run(rows(20), output=output)) == 0


def test_a_client_that_a_firewall_blocks_stops_the_run(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """After a hundred rows of which none has a line, so that they are asked again."""
    output = tmp_path / "out.jsonl"
    gateway.rule = lambda request: completion() if len(gateway.requests) <= 9 else BLOCKED

    with pytest.raises(BulkStoppedError, match=r"stopped: .*403"):
        run(rows(500), output=output, concurrency=1)

    assert len(gateway.requests) == 109
    assert len(lines_of(output)) == 9
    gateway.rule = lambda request: completion()
    assert len(run(rows(120), output=output)) == 111


@pytest.mark.parametrize("headers", [{"x-should-retry": "false"}, {"retry-after-ms": "1"}])
@pytest.mark.parametrize("place", [3, 29])
def test_a_row_that_is_always_refused_stops_nothing(
    run: Runner, gateway: Gateway, tmp_path: Path, headers: Any, place: int
) -> None:
    """As where it alone has more tokens than the server allows in a minute."""
    gateway.rule = lambda request: (
        refusal(429, "Request too large", headers=headers)
        if prompt_of(request) == f"prompt {place}"
        else completion()
    )

    results = run(rows(30), output=tmp_path / "out.jsonl")

    assert [result.id for result in results if result.error] == [f"row-{place}"]
    assert len(lines_of(tmp_path / "out.jsonl")) == 30
    assert gateway.prompts.count(f"prompt {place}") == (1 if "x-should-retry" in headers else 26)


def test_few_rows_without_an_answer_stop_too(run: Runner, gateway: Gateway, tmp_path: Path) -> None:
    """They have no lines, so that the same run again asks for them."""
    gateway.rule = lambda request: refusal(404, "no such model")

    with pytest.raises(BulkStoppedError, match="stopped: no such model"):
        run(rows(3), output=tmp_path / "out.jsonl")
    assert lines_of(tmp_path / "out.jsonl") == []


def test_a_server_that_refuses_for_ever_stops_the_run(
    run: Runner, gateway: Gateway, tmp_path: Path
) -> None:
    """The retry budget of the run ends it; nothing is lost."""
    gateway.rule = lambda request: refusal(429, "too many", headers={"retry-after-ms": "1"})

    with pytest.raises(BulkStoppedError, match="stopped: too many"):
        run(rows(50), output=tmp_path / "out.jsonl", concurrency=8)

    assert 100 <= len(gateway.requests) <= 130  # a hundred probes, and the first eight
    assert lines_of(tmp_path / "out.jsonl") == []


def test_a_wait_that_is_too_long_stops_the_run(run: Runner, gateway: Gateway) -> None:
    """Nobody waits for an hour; rows that wait for their turn give up at once."""
    gateway.rule = lambda request: refusal(429, "come back later", headers={"retry-after": "3600"})

    with pytest.raises(BulkStoppedError, match="stopped: come back later"):
        run(rows(50), concurrency=8)
    assert len(gateway.requests) <= 8


def test_a_full_disk_stops_the_run(run: Runner, gateway: Gateway) -> None:
    """With a sentence that says so, and where the answers are."""
    with pytest.raises(
        BulkStoppedError, match="stopped: cannot write /dev/full: No space left"
    ) as e:
        run(rows(50), output="/dev/full")
    found = re.search(r"that could not be written (?:is|are) in (\S+)$", str(e.value))
    assert found
    assert len(lines_of(Path(found[1]))) == len(gateway.requests) < 50
    Path(found[1]).unlink()


@pytest.mark.parametrize("has_room_again", [False, True])
def test_answers_that_come_while_the_disk_is_full_are_kept(
    run: Runner,
    gateway: Gateway,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    has_room_again: bool,
) -> None:
    """In the output, if it has room in time, or else in a file elsewhere to append to it."""
    output = tmp_path / "out.jsonl"
    room = 3

    class Disk(FileIO):
        def write(self, line: Any) -> int:
            nonlocal room
            if self.name == output and not room:
                room = 99 * has_room_again
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            room -= self.name == output
            return super().write(line) or 0

    monkeypatch.setattr(journal, "FileIO", Disk)

    with pytest.raises(BulkStoppedError) as caught:
        run(rows(40), output=output)
    monkeypatch.undo()
    said = str(caught.value)

    assert said.startswith(f"stopped: cannot write {output}: No space left on device; ")
    asked = len(gateway.requests)
    if has_room_again:
        assert said.endswith(f"; {asked} answers are kept in {output}; the same run again asks for"
                             " the rest")  # fmt: skip
    else:
        found = re.search(
            r"; 3 answers are kept in .*; the .*lines? that came then (?:is|are) in (\S+): append"
            r" (?:it|them), and the same run again asks for the rest$",
            said,
        )
        assert found
        with output.open("ab") as file:
            file.write(Path(found[1]).read_bytes())
        Path(found[1]).unlink()
    assert len(lines_of(output)) == asked < 12
    assert len(run(rows(40), output=output)) == 40 - asked
    assert Counter(gateway.prompts) == Counter(f"prompt {number}" for number in range(40))


def test_without_any_room_answers_go_to_standard_error(gateway: Gateway, tmp_path: Path) -> None:
    """A process that may write no file stands for that; leaving the loop says it too."""
    program = f"""
import resource, sys
from apertis import Apertis, BulkStoppedError
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
client = Apertis(api_key="sk-test", base_url={gateway.url!r})
rows = [{{"id": n, "prompt": str(n)}} for n in range(9)]
settings = dict(concurrency=1, defaults={{"model": "m"}})
run = client.bulk(rows, output={str(tmp_path / "out.jsonl")!r}, **settings)
results = iter(run)
try:
    next(results)
    results.close()
except BulkStoppedError as error:
    print(error)
"""
    environment = {name: each for name, each in os.environ.items() if "proxy" not in name.lower()}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )

    assert re.fullmatch(
        r"stopped: cannot write \S+: File too large; 0 answers are kept in \S+; the line that came"
        r" then is on standard error: append it, and the same run again asks for the rest\n",
        done.stdout,
    )
    assert json.loads(done.stderr)["id"] == 0


def test_a_run_can_be_stopped(gateway: Gateway) -> None:
    """The results of the calls under way still come, and no error."""
    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        run = client.bulk(rows(1000), concurrency=2, defaults={"model": "m"})
        count = 0
        for _ in run:
            count += 1
            run.stop()

    assert 1 <= count < 1000
    assert len(gateway.requests) == count


def test_a_run_that_has_ended_is_not_read_again(gateway: Gateway) -> None:
    """Whether to its end, or because its loop was left."""
    with Apertis(api_key="sk-test", base_url=gateway.url) as client:
        run = client.bulk(rows(5), defaults={"model": "m"})
        assert len(list(run)) == 5
        with pytest.raises(RuntimeError, match="the run has been read to its end"):
            list(run)
        run = client.bulk(rows(500), defaults={"model": "m"}, concurrency=2)
        next(iter(run))
        made = len(gateway.requests)
        with pytest.raises(RuntimeError, match="or closed"):
            list(run)
    assert len(gateway.requests) == made


def test_ctrl_c_ends_a_sync_run_at_once(gateway: Gateway) -> None:
    """The program waits on a lock, which the signal interrupts, while the server is silent."""
    gate = gateway.gate()

    def rule(request: Request) -> Any:
        with gateway.changed:
            gateway.changed.wait_for(gate.is_open, PATIENCE)
        return completion()

    gateway.rule = rule
    # A program that a shell starts in the background ignores the signal, if nothing is said.
    program = f"""
import signal
from apertis import Apertis
signal.signal(signal.SIGINT, signal.default_int_handler)
rows = [{{"prompt": str(number)}} for number in range(50)]
client = Apertis(api_key="sk-test", base_url={gateway.url!r})
try:
    for result in client.bulk(rows, concurrency=4, defaults={{"model": "m"}}):
        pass
except KeyboardInterrupt:
    print("interrupted")
"""
    environment = {name: each for name, each in os.environ.items() if "proxy" not in name.lower()}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        gateway.wait_for_requests(4)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=PATIENCE / 2)

    assert output == "interrupted\n"
    gate.open()
