"""`apertis._transport.failures`: what is said of a failure."""

from __future__ import annotations

import contextlib

import httpx
import pytest

from apertis._transport.failures import describe, reason

REQUEST = httpx.Request("POST", "https://user:pass@api.example/v1?key=secret")


def caused(error: Exception, *causes: Exception) -> Exception:
    last = error
    for cause in causes:
        last.__cause__ = cause
        last = cause
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx.ConnectError("refused"), "could not connect to https://api.example/v1: refused"),
        (httpx.ReadError(""), "connection to api.example lost: ReadError"),
        (httpx.RemoteProtocolError("bad"), "connection to api.example lost: bad"),
        (httpx.UnsupportedProtocol("TLS"), "could not connect to https://api.example/v1: TLS"),
        (httpx.InvalidURL("no URL"), "no URL"),
        (OSError("no route"), "no route"),
    ],
)
def test_the_server_is_named_where_that_helps(error: Exception, said: str) -> None:
    """The URL is named where it could not be connected to, without what may be a key."""
    assert describe(error, REQUEST) == said


def test_a_redirect_names_the_server_that_failed() -> None:
    """An exception that knows its request names that one's server."""
    elsewhere = httpx.Request("GET", "http://elsewhere.example:81/")
    error = httpx.ConnectError("refused", request=elsewhere)

    assert describe(error, REQUEST) == "could not connect to http://elsewhere.example:81/: refused"


def test_without_a_request_the_reason_is_all() -> None:
    """Where there was no request, the message is the reason."""
    assert describe(httpx.ConnectError("refused"), None) == "refused"


@pytest.mark.parametrize(
    ("causes", "said"),
    [
        ([], "ReadError"),
        ([OSError("reset")], "reset"),
        ([OSError(""), OSError("reset")], "reset"),
        ([OSError("All connection attempts failed"), OSError("refused")], "refused"),
    ],
)
def test_reasons_come_from_causes(causes: list[Exception], said: str) -> None:
    """An exception without a message has that of its cause, if there is one."""
    error = httpx.ReadError("" if not causes else str(causes[0]))

    assert reason(caused(error, *causes)) == said


def test_a_reason_is_not_what_the_caller_handles() -> None:
    """What the caller was handling when it made the call says nothing about the call."""
    error = httpx.ReadError("")
    error.__context__ = mine = KeyError("mine")
    said = ""
    with contextlib.suppress(KeyError):
        try:
            raise mine
        finally:
            said = reason(error)

    assert said == "ReadError"
