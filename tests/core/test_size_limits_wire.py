"""`max_response_bytes` and `max_header_bytes`: no response takes more memory than they say."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from apertis import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    InternalServerError,
)
from tests.drivers import Driver
from tests.server import CLOSE, Server, completion, json_reply, reply

pytestmark = pytest.mark.wire

QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
MOST = 100_000
LARGE = json.dumps(completion("x" * MOST), indent=1).encode()
ANSWERS = {
    "plain": reply(LARGE),
    "compressed": reply(gzip.compress(LARGE), headers={"Content-Encoding": "gzip"}),
    "without an end": reply([LARGE], framing="close"),
}


def ask(driver: Driver, client: Any, way: str) -> None:
    completions = client.chat.completions
    if way == "unread":
        with driver.entered(completions.with_streaming_response.create(**QUESTION)) as opened:
            driver.wait(opened.parse())
    elif way == "raw":
        driver.wait(completions.with_raw_response.create(**QUESTION))
    else:
        driver.create(client, stream=way == "streamed")


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("way", ["plain", "streamed", "raw", "unread"])
def test_a_body_that_is_too_large(driver: Driver, server: Server, answer: str, way: str) -> None:
    """The error names the setting, and the next call works."""
    server.answer(ANSWERS[answer], json_reply(completion()))
    client = driver.client(max_response_bytes=MOST, max_retries=2)
    with pytest.raises(APIResponseValidationError, match=r"more than 100000 bytes \(max_response"):
        ask(driver, client, way)

    assert driver.create(client).choices[0].message.content == "Hello!"
    assert len(server.requests) == 2


@pytest.mark.parametrize(("limit", "read"), [(MOST, MOST), (None, 2**22), (2**26, 2**22)])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_an_error_that_is_too_large(
    driver: Driver, server: Server, limit: int | None, read: int, *, stream: bool
) -> None:
    """Of an error beyond the limit, or 4 MiB, the start is read; the connection is closed."""
    page = b"overloaded " + b"sk- \\n" * 2**20
    server.answer(reply([page], status=500, framing="close"))
    with pytest.raises(InternalServerError, match="overloaded") as caught:
        driver.create(driver.client(max_response_bytes=limit), stream=stream)

    assert len(caught.value.response.content) == read
    server.wait_until_open(0)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_a_large_error_is_read(driver: Driver, server: Server, *, stream: bool) -> None:
    """An error within the limit says all that it has to say, and what is final is final."""
    error = {"message": "no credit", "debug": "x" * 2**21, "code": "insufficient_quota"}
    server.answer(json_reply({"error": error}, status=429))
    with pytest.raises(APIStatusError, match="no credit") as caught:
        driver.create(driver.client(max_retries=2), stream=stream)

    assert caught.value.code == "insufficient_quota"
    assert len(server.requests) == 1


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_a_large_error_at_200(driver: Driver, server: Server, *, stream: bool) -> None:
    """Of a large body that is no answer the explanation is kept, and the rest begins."""
    data = ["sk-abcdefgh"] * 10_000
    server.answer(json_reply({"data": data, "more": "sk-abcdefgh " * 10**6, "error": "no credit"}))
    with pytest.raises(APIResponseValidationError, match=r"^no credit$") as caught:
        driver.create(driver.client(), stream=stream)
    body: Any = caught.value.body

    assert body["data"] == ["[key]"] * 1_000
    assert len(body["more"]) < 300_000


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_headers_that_are_too_large(driver: Driver, server: Server, *, stream: bool) -> None:
    """Large headers are given up, and not asked for again."""
    server.answer(json_reply(completion(), headers={"x-large": "x" * 200_000}))
    with pytest.raises(APIConnectionError, match="head of the response has more than 102400 bytes"):
        driver.create(driver.client(max_retries=2), stream=stream)

    assert len(server.requests) == 1


@pytest.mark.not_over_httpx(reason="it has limits of its own")
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("end", [b"2; %b\r\n{}\r\n0\r\n\r\n", b"2\r\n{}\r\n0\r\nX: %b\r\n\r\n"])
def test_chunks_that_say_too_much(
    driver: Driver, server: Server, end: bytes, *, stream: bool
) -> None:
    """What stands beside a chunk, or behind the last, is bounded, and not asked for again."""
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.answer([head + end % (b"x" * 200_000), CLOSE])
    with pytest.raises(APIError, match="more than 102400 bytes"):
        driver.create(driver.client(max_retries=2), stream=stream)

    assert len(server.requests) == 1


@pytest.mark.not_over_httpx(reason="it has a limit of its own")
def test_headers_without_a_limit(driver: Driver, server: Server) -> None:
    """Without a limit, headers of any size are read."""
    server.answer(json_reply(completion(), headers={"x-large": "x" * 200_000}))
    client = driver.client(max_header_bytes=100)
    answer = driver.create(client.with_options(max_header_bytes=None))
    assert len(answer.headers["x-large"]) == 200_000
