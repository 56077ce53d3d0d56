"""`apertis_client._runtime.response`: the headers of gateways and providers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from apertis_client._runtime.response import RateLimit, ResponseHeaders, retry_after

NOW = datetime(2015, 10, 21, 7, 28, 0, tzinfo=UTC)
DATE = "Wed, 21 Oct 2015 07:28:00 GMT"


class Answer(ResponseHeaders):
    """Has headers."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._headers = httpx.Headers(headers, encoding="utf-8")

    @property
    def headers(self) -> Mapping[str, str]:
        return self._headers


@pytest.mark.parametrize(
    "names",
    [
        ["X-Request-Id", "X-Oneapi-Request-Id", "X-Litellm-Call-Id", "Request-Id"],
        ["X-Oneapi-Request-Id", "X-Litellm-Call-Id", "Request-Id"],
        ["X-Litellm-Call-Id", "Request-Id"],
        ["Request-Id"],
    ],
    ids=lambda names: names[0],
)
def test_a_request_id_has_several_names(names: list[str]) -> None:
    """The first that is there counts; an empty one is absent."""
    headers = {name: f"id {place}" for place, name in enumerate(names)}

    assert Answer({"x-trace-id": "t", **headers}).request_id == "id 0"
    assert Answer({**headers, names[0]: ""}).request_id == [*headers.values(), None][1]


@pytest.mark.parametrize("prefix", ["", "llm_provider-", "LLM_Provider-"])
@pytest.mark.parametrize(
    "form",
    [
        *("x-ratelimit-{}", "x-ratelimit-{}-requests"),
        *("anthropic-ratelimit-requests-{}", "ratelimit-{}"),
    ],
)
def test_a_rate_limit_has_several_names(prefix: str, form: str) -> None:
    """The names of the spec and of providers are read, as they are and as LiteLLM hands them on."""
    values = {"limit": "60", "remaining": "59", "reset": "1445412480"}
    headers = {prefix + form.format(name): value for name, value in values.items()}

    assert Answer(headers).rate_limit == RateLimit(60, 59, NOW)


def test_a_malformed_rate_limit_is_absent() -> None:
    """Where the first name has no valid value, the next is looked at."""
    headers = {"x-ratelimit-limit": "many", "llm_provider-x-ratelimit-limit-requests": "7"}

    assert Answer(headers).rate_limit.limit == 7


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("1s", 1),
        ("6m0s", 360),
        ("250ms", 0.25),
        ("1h2m3.5s", 3723.5),
        ("2d", 172_800),
        ("120\u00b5s", 0.00012),
        (" 12ms ", 0.012),
        ("0s", 0),
        ("0", 0),
        ("60", 60),
        ("0.5", 0.5),
        ("86400", 86_400),
    ],
)
def test_a_reset_may_be_counted_from_now(value: str, seconds: float) -> None:
    """A duration, and a number too small for a date, count from when the server answered."""
    reset = Answer({"x-ratelimit-reset-requests": value, "date": DATE}).rate_limit.reset
    assert reset == NOW + timedelta(seconds=seconds)

    before = datetime.now(UTC)
    reset = Answer({"x-ratelimit-reset": value}).rate_limit.reset
    assert reset is not None
    assert before <= reset - timedelta(seconds=seconds) <= datetime.now(UTC)


@pytest.mark.parametrize(
    "value", ["1445412480", "1445412480000", "1445412480000.0", "2015-10-21T07:28:00Z"]
)
def test_a_reset_may_be_a_moment(value: str) -> None:
    """Unix seconds and Unix milliseconds are told apart."""
    assert Answer({"x-ratelimit-reset": value}).rate_limit.reset == NOW


@pytest.mark.parametrize("value", ["1x", "s", "6m0", "1s soon", "99999999999d", "-1", "1e9s"])
def test_a_reset_that_is_none(value: str) -> None:
    """What is neither a duration nor a time is no reset."""
    assert Answer({"x-ratelimit-reset": value}).rate_limit.reset is None


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"llm_provider-retry-after": "7"}, 7),
        ({"llm_provider-retry-after-ms": "250", "llm_provider-retry-after": "7"}, 0.25),
        ({"retry-after": "3", "llm_provider-retry-after": "7"}, 3),
        ({"retry-after": "later", "llm_provider-retry-after": "7"}, 7),
        ({"llm_provider-retry-after": DATE}, 60),
    ],
)
def test_a_wait_has_the_name_of_litellm(headers: dict[str, str], seconds: float) -> None:
    """What LiteLLM hands on counts where it says nothing itself."""
    assert retry_after(headers, now=lambda: NOW.timestamp() - 60) == seconds
