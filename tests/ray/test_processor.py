"""`apertis.ray.ChatProcessor`, called as an actor calls it, without Ray."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from apertis import BulkInputError, BulkStoppedError, ConfigurationError
from apertis.ray import ChatProcessor
from apertis.ray.journals import Journals
from tests.bulk.conftest import Gateway, lines_of, prompt_of, refusal
from tests.server import Request, completion

pytestmark = pytest.mark.wire


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """Listen for the time of a test, which fails where a request broke the spec."""
    with Gateway() as server:
        yield server
    assert not server.problems, "\n".join(server.problems)


def ask(
    gateway: Gateway, folder: Path, *batches: dict[str, Any], **settings: Any
) -> list[list[dict[str, list[Any]]]]:
    """Return the blocks that an actor makes of each of several batches."""
    settings = {"concurrency": 4, "defaults": {"model": "m"}, **settings}

    async def act() -> list[list[dict[str, list[Any]]]]:
        client = {"api_key": "sk-ray", "base_url": gateway.url}
        processor = ChatProcessor(folder, client=client, **settings)

        async def blocks(batch: dict[str, Any]) -> list[dict[str, list[Any]]]:
            return [block async for block in processor(batch)]

        try:
            return await asyncio.gather(*map(blocks, batches))
        finally:
            await processor.close()

    return asyncio.run(act())


def batch(*numbers: int) -> dict[str, Any]:
    return {
        "id": np.array(numbers),
        "prompt": np.array([f"prompt {number}" for number in numbers], object),
        "vector": np.array([[number, 0.5] for number in numbers]),
    }


def column(blocks: list[dict[str, list[Any]]], name: str) -> list[Any]:
    return [value for block in blocks for value in block[name]]


def test_the_rows_of_several_batches_share_a_run(gateway: Gateway, tmp_path: Path) -> None:
    """Each batch gets its own rows; together they make as many calls at once as were asked for."""
    first, second = ask(gateway, tmp_path, batch(*range(20)), batch(*range(20, 30)))

    assert sorted(column(first, "id")) == list(range(20))
    assert sorted(column(second, "text")) == sorted(f"prompt {n}" for n in range(20, 30))
    assert column(second, "vector")[0][1] == 0.5
    assert gateway.most_at_once <= 4
    [journal] = tmp_path.glob("*.jsonl")
    assert len(lines_of(journal)) == 30


def test_the_order_is_kept_if_wanted(gateway: Gateway, tmp_path: Path) -> None:
    """Even where the first row is answered last."""
    gate = gateway.gate()

    def rule(request: Request) -> Any:
        with gateway.changed:
            if prompt_of(request) == "prompt 0":
                gateway.changed.wait_for(gate.is_open, 20)
            elif len(gateway.requests) == 10:
                gate.open()
        return completion(prompt_of(request))

    gateway.rule = rule
    [blocks] = ask(gateway, tmp_path, batch(*range(10)), ordered=True)

    assert column(blocks, "id") == list(range(10))


def test_no_row_is_paid_twice(gateway: Gateway, tmp_path: Path) -> None:
    """Neither in another job over the same folder, nor where the same row comes twice in one."""
    plain = {"prompt": ["same", "same"]}
    for _ in range(2):
        blocks = ask(gateway, tmp_path, batch(1, 2), batch(1, 2), plain)
        assert sorted(column(blocks[0], "text")) == ["prompt 1", "prompt 2"]
        assert column(blocks[2], "text") == ["same", "same"]

    assert sorted(gateway.prompts) == ["prompt 1", "prompt 2", "same"]


def test_other_options_ask_again(gateway: Gateway, tmp_path: Path) -> None:
    """The answer of a journal counts for the same request only."""
    for _ in range(2):
        ask(gateway, tmp_path, batch(1))
        ask(gateway, tmp_path, batch(1), defaults={"model": "another"})

    assert len(gateway.requests) == 2


def test_failures_are_columns(gateway: Gateway, tmp_path: Path) -> None:
    """They are asked again by another job if that is wanted."""
    gateway.rule = lambda request: refusal(400, "too long")
    [blocks] = ask(gateway, tmp_path, batch(1))
    assert json.loads(column(blocks, "error")[0])["message"] == "too long"
    assert column(blocks, "response") == column(blocks, "text") == [None]

    gateway.rule = lambda request: completion("now")
    assert column(ask(gateway, tmp_path, batch(1))[0], "text") == [None]
    assert column(ask(gateway, tmp_path, batch(1), retry_failed=True)[0], "text") == ["now"]


@pytest.mark.parametrize("names", ["ab", "ba"])
def test_an_answer_counts_more_than_a_failure(gateway: Gateway, tmp_path: Path, names: str) -> None:
    """Whichever journal is read first, a job without `retry_failed` finds the answer."""
    gateway.rule = lambda request: refusal(400, "no")
    ask(gateway, tmp_path, batch(1))
    next(tmp_path.glob("*.jsonl")).rename(tmp_path / f"{names[0]}.jsonl")
    gateway.rule = lambda request: completion("now")
    ask(gateway, tmp_path, batch(1), retry_failed=True)
    [answered] = [path for path in tmp_path.glob("*.jsonl") if len(path.stem) > 1]
    answered.rename(tmp_path / f"{names[1]}.jsonl")

    assert column(ask(gateway, tmp_path, batch(1))[0], "text") == ["now"]
    assert len(gateway.requests) == 2


def test_a_stop_is_raised(gateway: Gateway, tmp_path: Path) -> None:
    """By each batch, those that come later too, with the sentence that says why."""
    gateway.rule = lambda request: refusal(401, "the key has expired")

    async def act() -> None:
        client = {"api_key": "sk-ray", "base_url": gateway.url}
        processor = ChatProcessor(tmp_path, client=client, defaults={"model": "m"})
        for numbers in (range(10), range(10, 20)):
            with pytest.raises(BulkStoppedError, match="stopped: the key has expired"):
                [block async for block in processor(batch(*numbers))]
        await processor.close()

    asyncio.run(act())


def test_rows_that_a_journal_has_take_little_memory(gateway: Gateway, tmp_path: Path) -> None:
    """Of those that failed too, only the hashes of their ids are kept."""
    gateway.rule = lambda request: (
        refusal(400, "too long") if "7" in prompt_of(request) else completion()
    )

    async def act() -> None:
        client = {"api_key": "sk-ray", "base_url": gateway.url}
        processor = ChatProcessor(tmp_path, client=client, defaults={"model": "m"})
        blocks = [block async for block in processor(batch(*range(40)))]
        assert len([error for error in column(blocks, "error") if error]) == 4
        assert not processor._waiting
        await processor.close()

    asyncio.run(act())


def test_a_place_is_only_that_of_its_row(gateway: Gateway, tmp_path: Path) -> None:
    """Even if two rows have the same hash, neither gets the answer to the other."""
    ask(gateway, tmp_path, batch(1))
    journals = Journals(tmp_path)
    [line] = lines_of(next(tmp_path.glob("*.jsonl")))
    key = "1", line["request"]
    place = journals._places.get(key)
    assert place is not None
    journals._places["2", "another"] = place

    assert journals.find(*key) == line
    assert journals.find("2", "another") is None


def test_a_journal_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """With one sentence."""
    (tmp_path / "a.jsonl").mkdir()

    with pytest.raises(BulkInputError, match=r"cannot read .*a\.jsonl: Is a directory"):
        Journals(tmp_path)


def test_few_rows_may_fail_before_any_is_answered(gateway: Gateway, tmp_path: Path) -> None:
    """Nobody waits for another row; they are asked again by another job."""
    gateway.rule = lambda request: refusal(404, "no such model")

    async def act() -> None:
        client = {"api_key": "sk-ray", "base_url": gateway.url}
        processor = ChatProcessor(tmp_path, client=client, defaults={"model": "m"})
        for _ in range(2):  # as when Ray tries a batch again
            blocks = [block async for block in processor(batch(1, 2))]
            said = [json.loads(error)["message"] for error in column(blocks, "error")]
            assert said == ["no such model"] * 2
        await processor.close()

    asyncio.run(act())
    assert len(gateway.requests) == 2
    gateway.rule = lambda request: completion("now")
    assert column(ask(gateway, tmp_path, batch(1, 2))[0], "text") == ["now", "now"]


def test_a_function_may_make_the_request(gateway: Gateway, tmp_path: Path) -> None:
    """From any columns."""
    [blocks] = ask(
        gateway,
        tmp_path,
        {"question": ["Why?"]},
        request=lambda row: {"prompt": f"{row['question']} Be brief."},
    )

    assert column(blocks, "text") == ["Why? Be brief."]
    assert column(blocks, "question") == ["Why?"]


def test_a_row_that_is_no_request_is_refused(gateway: Gateway, tmp_path: Path) -> None:
    """With what is wrong."""
    with pytest.raises(
        BulkInputError, match=r"request with the columns \{'label': 1\}: .* 'messages'"
    ):
        ask(gateway, tmp_path, {"label": [1]})


def test_two_requests_cannot_have_one_id(gateway: Gateway, tmp_path: Path) -> None:
    """One would get the answer to the other."""
    with pytest.raises(BulkInputError, match="'prompt': 'b'}: the id 1 is that of a row before"):
        ask(gateway, tmp_path, {"id": [1, 1, 1], "prompt": ["a", "a", "b"]})


def test_a_torn_journal_of_another_is_read(gateway: Gateway, tmp_path: Path) -> None:
    """Up to its last whole line."""
    ask(gateway, tmp_path, batch(1, 2))
    [journal] = tmp_path.glob("*.jsonl")
    journal.write_bytes(journal.read_bytes()[:-20])

    ask(gateway, tmp_path, batch(1, 2))

    assert len(gateway.requests) == 3


@pytest.mark.parametrize("settings", [{"output": "x"}, {"deduplicate": True}])
def test_what_has_no_meaning_is_refused(tmp_path: Path, settings: Any) -> None:
    """Journals stand in for the output, and know duplicates."""
    with pytest.raises(ConfigurationError, match="takes no output and no deduplicate"):
        ChatProcessor(tmp_path, client={"api_key": "sk"}, **settings)


def test_a_relative_folder_is_refused() -> None:
    """It would be one of the actor, which goes with the job, and all answers with it."""
    with pytest.raises(ConfigurationError, match="must be an absolute path, not 'journals'"):
        ChatProcessor("journals", client={"api_key": "sk"})


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """With one sentence."""
    (tmp_path / "file").write_text("")

    with pytest.raises(BulkInputError, match=r"cannot write .*file/journals: Not a directory"):
        ChatProcessor(tmp_path / "file" / "journals")


def test_a_folder_with_other_files_is_refused(gateway: Gateway, tmp_path: Path) -> None:
    """With one sentence, before anything is asked."""
    (tmp_path / "mine.jsonl").write_text('{"id": 1, "prompt": "x"}\n')

    with pytest.raises(BulkInputError, match=r"mine\.jsonl has a line that is not an answer of a"):
        ask(gateway, tmp_path, batch(1))
    assert not gateway.requests
