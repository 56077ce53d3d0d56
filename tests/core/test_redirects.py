"""`apertis._core.redirects`: which redirects are followed."""

from __future__ import annotations

import httpx
import pytest

from apertis._core.redirects import redirected_request


def redirected(start: str, target: str) -> httpx.Request | None:
    response = httpx.Response(307, request=httpx.Request("POST", start, content=b"body"))
    response.next_request = httpx.Request("POST", target, content=b"body")
    return redirected_request(response)


@pytest.mark.parametrize(
    ("start", "target"),
    [
        ("https://host/v1/a", "https://host/v2/b?c=d"),
        ("https://host/v1/a", "https://host:443/v1/a"),
        ("http://host:80/v1/a", "http://host/v1/a"),
        ("http://host:8080/v1/a", "http://HOST:8080/v1/b"),
    ],
)
def test_within_an_origin(start: str, target: str) -> None:
    """A redirect to the same scheme, host and port is followed."""
    request = redirected(start, target)

    assert request is not None
    assert request.url == httpx.URL(target)


@pytest.mark.parametrize(
    "target",
    [
        "https://other/v1",
        "https://host.other/v1",
        "https://sub.host/v1",
        "https://host:8443/v1",
        "http://host/v1",
        "http://host:443/v1",
        "ftp://host/v1",
        "https://host@other/v1",
    ],
)
def test_to_another_origin(target: str) -> None:
    """A redirect to any other scheme, host or port is not followed."""
    assert redirected("https://host/v1", target) is None


def test_no_redirect() -> None:
    """A response that asks for no other request leads to none."""
    assert redirected_request(httpx.Response(304)) is None
