"""`apertis.bulk.merging`, and what knows the rows that it is for."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apertis.bulk.ledger import Done
from apertis.bulk.merging import merged_lines

USED = {"prompt_tokens": 1}
FAILURES = st.lists(st.sampled_from([{}, {"usage": {"prompt_tokens": 2}}]), max_size=3)


def line(row_id: int, number: int, *, failed: bool, **members: Any) -> dict[str, Any]:
    outcome = {"error": {"message": str(number)}} if failed else {"response": {"usage": USED}}
    return {"id": row_id, "request": "r", **outcome, **members}


def merged(path: Path, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    done = Done()
    for each in lines:
        done.add(each)
    path.write_text("\n".join(map(json.dumps, lines)) + "\n")
    return [json.loads(each) for each in merged_lines(path, done.failed)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(FAILURES, st.booleans()), max_size=4), st.randoms())
def test_the_last_line_of_a_row_stays(
    tmp_path: Path, rows: list[tuple[list[dict[str, Any]], bool]], random: Any
) -> None:
    """With what its failures before used, in their order; lines of other rows may be between."""
    left = {
        row_id: [
            *(line(row_id, n, failed=True, **each) for n, each in enumerate(failures)),
            *([line(row_id, 9, failed=False)] if is_answered else []),
        ]
        for row_id, (failures, is_answered) in enumerate(rows)
    }
    expected: dict[int, dict[str, Any]] = {}
    for row_id, lines in left.items():
        if lines:
            used = [each["usage"] for each in lines[:-1] if "usage" in each]
            expected[row_id] = {**lines[-1], **({"usage_before": used} if used else {})}
    written: list[dict[str, Any]] = []
    while any(left.values()):
        written.append(left[random.choice([n for n, lines in left.items() if lines])].pop(0))

    found = merged(tmp_path / "out.jsonl", written)

    assert len(found) == len(expected)
    assert {each["id"]: each for each in found} == expected


def test_rows_that_failed_and_were_asked_again_take_little_memory(tmp_path: Path) -> None:
    """About a hundred bytes for each, where what it used alone takes more."""
    count = 10_000
    lines = [
        line(number, 0, failed=failed, **({"usage": USED} if failed else {}))
        for failed in (True, False)
        for number in range(count)
    ]
    path = tmp_path / "out.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n")
    tracemalloc.start()
    try:
        done = Done()
        for each in lines:
            done.add(each)
        assert sum(1 for _ in merged_lines(path, done.failed)) == count
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 150 * count
