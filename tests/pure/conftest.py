"""How hypothesis looks for counter-examples, and what reads and writes JSON meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from apertis_client import json_text

# Not by the clock of a machine that may be busy.
settings.register_profile(
    "pure", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("pure")

_BOTH_WAYS = {"test_answers", "test_event_stream", "test_json_body", "test_json_text"}
_BOTH_WAYS |= {"test_pattern", "test_streaming"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what reads or writes JSON once with and once without the extra `orjson`."""
    if metafunc.module.__name__.rpartition(".")[2] in _BOTH_WAYS:
        metafunc.fixturenames.append("json_by")
        metafunc.parametrize("json_by", ["json", "orjson"], indirect=True, scope="module")


@pytest.fixture(scope="module")
def json_by(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have JSON read and written by the module of that name."""
    module = pytest.importorskip("orjson") if request.param == "orjson" else None
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(json_text, "orjson", module)
        yield
