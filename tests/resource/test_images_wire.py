"""Images: their content, and calls that are not repeated because they would be billed again."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

import apertis
from apertis import Image
from tests.drivers import Driver
from tests.server import CLOSE, Script, Server, json_reply, reply, silent_address

PIXEL = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
TEXT = b64encode(PIXEL).decode()
IMAGES = {"created": 1767225600, "data": [{"b64_json": TEXT}]}


@pytest.mark.parametrize(
    "members",
    [
        {"b64_json": TEXT},
        {"b64_json": f"{TEXT[:7]}\r\n{TEXT[7:]}"},
        {"url": f"data:image/gif;base64,{TEXT}"},
        {"url": f"data:image/gif;base64,{quote(TEXT, safe='')}"},
        {"url": f"data:image/gif,{quote(PIXEL)}"},
    ],
    ids=["base64", "in lines", "data URL", "escaped data URL", "data URL without base64"],
)
def test_an_image_as_base64(members: dict[str, Any], tmp_path: Path) -> None:
    """The content of an image that came as base64 is that, read or written to a file."""
    image = Image.from_dict(members)
    image.save(tmp_path / "image.gif")

    assert image.read() == (tmp_path / "image.gif").read_bytes() == PIXEL


@pytest.mark.parametrize("content", ["abc", "ab!=", "é", "nonsense at all"])
@pytest.mark.parametrize(("member", "start"), [("b64_json", ""), ("url", "data:image/gif;base64,")])
def test_content_that_is_not_base64(content: str, member: str, start: str, tmp_path: Path) -> None:
    """Content that cannot be decoded is a `ValueError` that names it, and writes no file."""
    image = Image.from_dict({member: start + content})
    with pytest.raises(ValueError, match=f"the {member} of the image is not base64: "):
        image.save(tmp_path / "image.gif")
    assert not (tmp_path / "image.gif").exists()


@pytest.mark.wire
def test_an_image_as_url(server: Server, tmp_path: Path) -> None:
    """An image that came as a URL is downloaded, through redirects and without the key."""
    moved = reply(status=302, headers={"Location": server.url + "/there"})
    server.answer(moved, reply(PIXEL, headers={"Content-Type": "image/gif"}))
    Image(url=server.url + "/image.gif").save(tmp_path / "image.gif")

    assert (tmp_path / "image.gif").read_bytes() == PIXEL
    assert not server.requests[0].all("authorization")


@pytest.mark.wire
def test_an_image_that_is_gone(server: Server, tmp_path: Path) -> None:
    """A download that fails raises, and leaves the file as it was."""
    server.answer(reply(status=404))
    with pytest.raises(httpx.HTTPStatusError, match="404"):
        Image(url=server.url + "/image.gif").save(tmp_path / "image.gif")

    assert not (tmp_path / "image.gif").exists()


@pytest.mark.parametrize("members", [{}, {"url": None}, {"url": "file:///etc/passwd"}])
def test_no_image(members: dict[str, Any]) -> None:
    """Without content and URL there is no image, and no other kind of URL is opened."""
    with pytest.raises(ValueError, match="neither b64_json nor an http or https URL"):
        Image.from_dict(members).read()


# What is billed


def generate(driver: Driver, url: str | None = None, **arguments: Any) -> Any:
    settings: dict[str, Any] = {"max_retries": apertis.RetryPolicy(1, first_wait=0)}
    settings |= {"base_url": url} if url else {}
    return driver.wait(driver.client(**settings).images.generate(prompt="A", **arguments))


LOST = [[CLOSE], [*reply(b'{"data"', length=100), CLOSE]]
LOST += [json_reply({"error": {"message": "No."}}, status=status) for status in (408, 504)]


@pytest.mark.wire
@pytest.mark.parametrize("script", LOST, ids=["lost", "cut", "408", "504"])
def test_what_may_be_billed_is_not_repeated(driver: Driver, server: Server, script: Script) -> None:
    """A call that was sent, and whose answer did not come, is not repeated by itself."""
    server.answer(script)
    with pytest.raises(apertis.APIError):
        generate(driver)

    assert len(server.requests) == 1


@pytest.mark.wire
def test_a_time_out_is_not_repeated(driver: Driver, server: Server) -> None:
    """The same after a time-out."""
    gate = server.gate()
    server.answer([gate])
    with pytest.raises(apertis.APITimeoutError):
        generate(driver, timeout=0.1)
    gate.open()

    assert len(server.requests) == 1


@pytest.mark.wire
@pytest.mark.parametrize("script", LOST, ids=["lost", "cut", "408", "504"])
def test_it_is_repeated_where_the_caller_says_so(
    driver: Driver, server: Server, script: Script
) -> None:
    """With `max_retries` in the call it is repeated, like any other call."""
    server.answer(script, json_reply(IMAGES))
    policy = apertis.RetryPolicy(1, first_wait=0)

    assert generate(driver, max_retries=policy).data[0].read() == PIXEL


@pytest.mark.wire
@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_the_server_refused_is_repeated(driver: Driver, server: Server, status: int) -> None:
    """Where the server says that it did nothing, the call is repeated."""
    headers = {"retry-after-ms": "1"}
    refused = json_reply({"error": {"message": "No."}}, status=status, headers=headers)
    server.answer(refused, json_reply(IMAGES))

    assert generate(driver).data[0].b64_json == TEXT


@pytest.mark.wire
def test_what_was_not_sent_is_repeated(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    """Where no connection could be made, nothing can have been billed."""
    with silent_address() as url, pytest.raises(apertis.APITimeoutError, match="connect"):
        generate(driver, url, timeout=httpx.Timeout(5, connect=0.05), deadline=3)

    assert "attempt 1 failed" in caplog.text
