"""`apertis.ray` on a Ray cluster of this machine."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.conftest import Gateway, lines_of, prompt_of, refusal
from tests.server import PATIENCE, Request, completion

ray: Any = pytest.importorskip("ray")

pytestmark = [pytest.mark.wire, pytest.mark.filterwarnings("ignore")]

ROOT = Path(__file__).resolve().parent.parent.parent
JOB = """
import json, os, sys
import ray
from apertis.ray import ChatProcessor

url, folder, kind, pids = sys.argv[1:]
place = os.path.join(pids, "..")

class Processor(ChatProcessor):
    def __init__(self, **settings):
        open(os.path.join(pids, str(os.getpid())), "w").close()
        super().__init__(**settings)

    async def __call__(self, batch):
        with open(os.path.join(place, "given.txt"), "a") as file:
            print(*batch["id"], file=file)
        async for block in super().__call__(batch):
            yield block

ray.init(num_cpus=4, include_dashboard=False, configure_logging=False, log_to_driver=False)
items = [{"id": n, "prompt": f"prompt {n}", "label": n % 3} for n in range(60)]
if kind == "checkpoints":
    from ray.data.checkpoint import CheckpointConfig

    ray.data.DataContext.get_current().checkpoint_config = CheckpointConfig(
        id_column="id",
        checkpoint_path=os.path.join(place, "checkpoints"),
        delete_checkpoint_on_success=False,
    )
    os.makedirs(os.path.join(place, "rows"), exist_ok=True)
    for begin in range(0, 60, 15):
        with open(os.path.join(place, "rows", f"{begin:02}.jsonl"), "w") as file:
            for item in items[begin : begin + 15]:
                print(json.dumps(item), file=file)
    rows = ray.data.read_json(os.path.join(place, "rows"), override_num_blocks=4)
else:
    rows = ray.data.from_items(items)
answered = rows.map_batches(
    Processor,
    fn_constructor_kwargs={
        "folder": folder,
        "client": {"api_key": "sk-ray", "base_url": url},
        "defaults": {"model": "m"},
        "concurrency": 40 if kind == "checkpoints" else 4,
        "ordered": kind == "ordered",
    },
    batch_size=15,
    compute=ray.data.ActorPoolStrategy(
        size=1 if kind == "checkpoints" else 2, max_tasks_in_flight_per_actor=1
    ),
    num_cpus=0.5,
)
if kind == "checkpoints":
    answered.write_json(os.path.join(place, "written"))
    sys.exit()
with open(os.path.join(place, "rows.json"), "w") as file:
    json.dump(answered.take_all(), file)
"""


Start = Callable[..., "Job"]


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """Listen for the time of a test, which fails where a request broke the spec."""
    with Gateway() as server:
        yield server
    assert not server.problems, "\n".join(server.problems)


class Job:
    """A job in a process group of its own."""

    def __init__(self, gateway: Gateway, folder: Path, kind: str = "plain") -> None:
        self.pids = folder / "pids"
        self.pids.mkdir(exist_ok=True)
        arguments = [gateway.url, folder / "journals", kind, self.pids]
        variables = {name: each for name, each in os.environ.items() if "proxy" not in name.lower()}
        self.process = subprocess.Popen(
            [sys.executable, "-c", JOB, *map(str, arguments)],
            env={**variables, "PYTHONPATH": f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def finish(self) -> None:
        """Wait for the end."""
        _, errors = self.process.communicate(timeout=12 * PATIENCE)
        assert self.process.returncode == 0, errors[-3000:]

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows at the end."""
        self.finish()
        rows: list[dict[str, Any]] = json.loads((self.pids.parent / "rows.json").read_text())
        return rows

    def kill(self) -> None:
        """Kill the job with all that it started."""
        pids = [int(each.name) for each in self.pids.iterdir()]
        for pid in [self.process.pid, *pids]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def start(gateway: Gateway, tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts a job; what still runs after the test is killed."""
    jobs: list[Job] = []

    def start(kind: str = "plain") -> Job:
        jobs.append(Job(gateway, tmp_path, kind))
        return jobs[-1]

    yield start
    for job in jobs:
        job.kill()


def test_rows_get_their_answers(gateway: Gateway, start: Start, tmp_path: Path) -> None:
    """They keep their columns, and failures are columns too."""
    gateway.rule = lambda request: (
        refusal(400, "too long") if prompt_of(request) == "prompt 7" else completion("Yes")
    )

    rows = {row["id"]: row for row in start("ordered").rows()}

    assert rows.keys() == set(range(60))
    assert rows[8]["label"] == 2
    assert rows[8]["text"] == "Yes"
    assert json.loads(rows[8]["response"]) == completion("Yes")
    assert rows[8]["error"] is None
    assert (rows[8]["input_tokens"], rows[8]["output_tokens"]) == (3, 2)
    assert json.loads(rows[7]["error"])["message"] == "too long"
    assert rows[7]["response"] is None


def test_a_killed_actor_is_replaced(gateway: Gateway, start: Start, tmp_path: Path) -> None:
    """What its journal has is not asked again."""
    job: Job
    killed: list[int] = []

    def rule(request: Request) -> Any:
        if len(gateway.requests) >= 25 and not killed:
            killed.append(int(next(job.pids.iterdir()).name))
            os.kill(killed[0], signal.SIGKILL)
        return completion()

    gateway.rule = rule
    job = start()

    assert {row["id"] for row in job.rows()} == set(range(60))
    assert killed
    assert len(gateway.requests) <= 60 + 4
    journals = (tmp_path / "journals").glob("*.jsonl")
    assert Counter(line["id"] for each in journals for line in lines_of(each)).keys() == set(
        range(60)
    )


def test_a_killed_job_goes_on(gateway: Gateway, start: Start, tmp_path: Path) -> None:
    """Run again, it asks for the rows that no journal has."""
    first = start()
    with gateway.changed:  # a cluster takes long to start
        assert gateway.changed.wait_for(lambda: len(gateway.requests) >= 20, 12 * PATIENCE)
    first.kill()

    rows = start().rows()

    assert {row["id"] for row in rows} == set(range(60))
    assert all(row["text"].startswith("prompt ") for row in rows)
    assert len(gateway.requests) <= 60 + 2 * 4


def test_checkpoints_of_ray_work_beside_the_journals(
    gateway: Gateway, start: Start, tmp_path: Path
) -> None:
    """Rows that were written are not computed again, and calls for other rows are not repeated."""
    gate = gateway.gate()
    calls = itertools.count()

    def rule(request: Request) -> Any:
        if next(calls) >= 40:  # two whole blocks, whichever they are, and ten rows of the next
            with gateway.changed:
                gateway.changed.wait_for(gate.is_open, 12 * PATIENCE)
        return completion(prompt_of(request))

    gateway.rule = rule
    first = start("checkpoints")
    with gateway.changed:
        assert gateway.changed.wait_for(lambda: len(gateway.requests) == 45, 12 * PATIENCE)
    journals = tmp_path / "journals"
    while (
        len(list((tmp_path / "checkpoints").glob("*.parquet"))) < 2
        or sum(path.read_bytes().count(b"\n") for path in journals.glob("*.jsonl")) < 40
    ):
        with contextlib.suppress(subprocess.TimeoutExpired):
            first.process.wait(0.05)
            pytest.fail("the job has ended")
    first.kill()
    gate.open()
    given = tmp_path / "given.txt"
    whole = " ".join(given.read_text().splitlines()[:2]).split()
    given.unlink()

    start("checkpoints").finish()

    assert Counter(whole + given.read_text().split()) == Counter(map(str, range(60)))
    assert len(gateway.requests) == 45 + 20
    written = [line for path in (tmp_path / "written").iterdir() for line in lines_of(path)]
    assert Counter(row["id"] for row in written) == Counter(range(60))
    assert all(row["text"] == row["prompt"] for row in written)
