"""`apertis._core.redirects`: which redirects are followed."""

from __future__ import annotations

import httpx
import pytest

from apertis._core.redirects import redirected_request
from apertis._transport.messages import Request
from tests.http_messages import request_to, response_of


def redirected(start: str, location: str, status: int = 307) -> Request | None:
    request = request_to(start, content=b"body")
    return redirected_request(response_of(status, {"location": location}, request=request))


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
    assert request.target.url == httpx.URL(target)
    assert (request.method, request.content) == ("POST", b"body")


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
    assert redirected_request(response_of(304)) is None
    assert redirected("https://host/v1", "https://host/v2", 300) is None


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_post_becomes_a_get(status: int) -> None:
    """These statuses ask for a GET, which has no body."""
    request = redirected("https://host/v1/a?b=c", "../v2", status)

    assert request is not None
    assert str(request.target.url) == "https://host/v2"
    assert (request.method, request.content) == ("GET", None)
    assert request.headers == {"host": "host"}
