"""`apertis._transport.target`: where a request is sent, as httpx reads a URL."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis._transport.target import is_plain, parse_target, target_of

PARTS = st.sampled_from(
    ["a", "Z", "0", "10", "256", "-", ".", "..", "xn--", "_", "~", "/", "//", ":", "%2F", " ", "é"]
)
TEXTS = st.lists(PARTS, max_size=5).map("".join)


@given(host=TEXTS, port=st.sampled_from(["", ":80", ":443", ":8080", ":0", ":080"]), path=TEXTS)
def test_plain_urls(host: str, port: str, path: str) -> None:
    """What is read without httpx means the same as what httpx reads, with and without TLS."""
    for scheme in ("http", "https"):
        url = f"{scheme}://{host}{port}/{path}"
        if is_plain(url):
            target = parse_target(url)

            assert target == target_of(httpx.URL(url))
            assert target.url == httpx.URL(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.apertis.ai/v1",
        "https://api.apertis.ai/v1/chat/completions",
        "http://127.0.0.1:8080/v1/",
        "http://localhost",
        "http://a.b-c.example:65535/v1/models/gpt-4.1-mini",
    ],
)
def test_usual_urls_are_plain(url: str) -> None:
    """The URLs of most calls are read without httpx."""
    assert is_plain(url)
    assert parse_target(url) == target_of(httpx.URL(url))
