"""`apertis._transport.http11`: what it reads of a response is what h11 reads, however it is cut."""

from __future__ import annotations

import itertools
from importlib.metadata import version
from typing import Any, NamedTuple

import h11
import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apertis._transport.http11 import BodyReader, End, Head, read_body, read_head, request_bytes


def plain(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return headers without those that h11 writes anew."""
    framing = (b"content-length", b"transfer-encoding")
    # How much space there is inside of a folded value says nothing.
    return [(n, b" ".join(v.split())) for n, v in headers if n.lower() not in framing]


class Read(NamedTuple):
    """What came of a response."""

    status: int | None
    headers: list[tuple[bytes, bytes]]
    body: bytes
    surplus: bytes
    end: str


def by_us(pieces: list[bytes], method: str = "POST") -> Read:
    head: Head | None = None
    reader: BodyReader | None = None
    received = body = b""
    end = End(b"")
    waiting = iter([*filter(None, pieces), b"", b""])  # it has ended, and goes on saying so
    try:
        for piece in waiting:
            if reader is not None:
                body += reader.send(piece)
                continue
            found, received = read_head(received + piece)
            if found is not None:
                reader = read_body(method, found, received)
                head = found
                body += next(reader)
        result = "error"
    except httpx.RemoteProtocolError:
        result = "error"
    except StopIteration as ended:
        end = ended.value
        result = "error" if end.failure else "complete"
    headers = plain(head.headers) if head else []
    surplus = end.surplus + b"".join(waiting) if result == "complete" else b""
    return Read(head and head.status, headers, body + end.piece, surplus, result)


def by_h11(response: bytes, method: str = "POST") -> Read:
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=100 * 1024)
    headers = [("Host", "x"), ("Upgrade", "x")]
    connection.send(h11.Request(method=method, target="/", headers=headers))
    connection.send(h11.EndOfMessage())
    head: Any = None
    body = b""
    waiting = [response, b""]
    event: Any = h11.NEED_DATA
    while not isinstance(event, (h11.EndOfMessage, h11.ConnectionClosed)):
        try:
            event = connection.next_event()
        except h11.RemoteProtocolError:
            break
        if event is h11.NEED_DATA:
            connection.receive_data(waiting.pop(0))
        elif isinstance(event, h11.Data):
            body += bytes(event.data)
        elif isinstance(event, (h11.Response, h11.InformationalResponse)):
            if event.status_code == 101 or event.status_code >= 200:
                head = event
            if event.status_code == 101:
                event = h11.EndOfMessage()
    is_whole = isinstance(event, h11.EndOfMessage)
    return Read(
        head and head.status_code,
        plain(head.headers.raw_items()) if head else [],
        body,
        connection.trailing_data[0] if is_whole else b"",
        "complete" if is_whole else "error",
    )


def cut(data: bytes, places: list[int]) -> list[bytes]:
    bounds = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:stop] for start, stop in itertools.pairwise(bounds)]


STATUS_LINES = [
    b"HTTP/1.1 200 OK",
    b"HTTP/1.1 200",
    b"HTTP/1.1 200 ",
    b"HTTP/1.0 200 OK",
    b"HTTP/1.1 404 Not \xe9",
    b"HTTP/1.1 204 Nothing",
    b"HTTP/1.1 304 Same",
    b"HTTP/1.1 101 Go",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK",
    b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK",
    b"HTTP/1.1  200 OK",
    b"HTTP/1.1 20 OK",
    b"HTTP 200",
    b"\r\nHTTP/1.1 200 OK",
    b"nonsense",
]
FIELDS = [
    b"Content-Length: 5",
    b"content-length: 5, 5",
    b"Content-Length: 6",
    b"Content-Length: 0",
    b"Content-Length: 5x",
    b"Content-Length: -1",
    b"Transfer-Encoding: chunked",
    b"Transfer-Encoding: Chunked",
    b"Transfer-Encoding: gzip",
    b"Connection: close",
    b"Connection: Keep-Alive, Close",
    b"X-Empty:",
    b"X-Spaces: \t a  b \t ",
    b"X-Folded: a\r\n  b\r\n\tc",
    b"X-Text: \xc3\xa9\x01",
    b"X-Null: a\0b",
    b"X Space: a",
    b"X-Space : a",
    b"No colon",
    b" X-Led: a",
    b": empty",
]
BODIES = [
    b"",
    b"hello",
    b"hello and more",
    b"hel",
    b"5\r\nhello\r\n0\r\n\r\n",
    b"5 \r\nhello\r\n0\r\n\r\n",
    b"5;a=b\r\nhello\r\n0;c\r\n\r\n",
    b"00005\r\nhello\r\n3\r\nhey\r\n0\r\nX-Trailer: 1\r\n\r\nsurplus",
    b"A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n",
    b"5\r\nhelloXX0\r\n\r\n",
    b"5\r\nhello\r\nzz\r\n",
    b"0x5\r\nhello\r\n0\r\n\r\n",
    b"5\r\nhello\r\n",
    b"5\r\nhello\r\n0\r\nbad trailer\r\n\r\n",
    b"\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
]
responses = st.builds(
    lambda status, fields, ends, body: ends[0].join([status, *fields]) + ends[0] + ends[1] + body,
    st.sampled_from(STATUS_LINES),
    st.lists(st.sampled_from(FIELDS), max_size=4),
    st.sampled_from([(b"\r\n", b"\r\n"), (b"\n", b"\n"), (b"\n", b"\r\n")]),
    st.sampled_from(BODIES),
)
places = st.lists(st.integers(0, 400), max_size=6)


strict_h11 = pytest.mark.skipif(
    tuple(map(int, version("h11").split(".")[:2])) < (0, 16),
    reason="before 0.16, h11 took anything for the end of a chunk",
)


@strict_h11
@given(responses, places, st.sampled_from(["POST", "GET", "HEAD"]))
@example(b"HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", [3, 20], "GET")
def test_a_response_is_read_as_by_h11(response: bytes, places: list[int], method: str) -> None:
    """Status, headers, body, what is left over, and whether it is whole."""
    ours, theirs = by_us(cut(response, places), method), by_h11(response, method)

    assert ours == theirs


@strict_h11
@given(st.binary(max_size=60), responses, st.integers(0, 300), places)
def test_any_bytes_are_read_as_by_h11(
    noise: bytes, response: bytes, at: int, places: list[int]
) -> None:
    """With any bytes in any place, what h11 refuses is refused, and what it reads is read alike."""
    at %= len(response) + 1
    response = response[:at] + noise + response[at:]
    ours, theirs = by_us(cut(response, places)), by_h11(response)

    assert ours == theirs


def test_a_chunk_that_is_malformed_comes_after_those_before_it() -> None:
    """What came before it in the same packet is returned."""
    read = by_us([CHUNKED + b"5\r\nhello\r\nzz\r\n"])

    assert (read.body, read.end) == (b"hello", "error")


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("start", "what"),
    [(b"5;", "the size of a chunk"), (b"0\r\nX: ", "the trailers of the response")],
)
def test_lines_have_a_limit(start: bytes, what: str) -> None:
    """The size of a chunk, and trailers without an end, are given up at 100 KiB."""
    head, rest = read_head(CHUNKED + start)
    assert head is not None
    reader = read_body("POST", head, rest)
    next(reader)

    def feed() -> None:
        for _ in range(102):
            reader.send(b"x" * 1024)

    with pytest.raises(StopIteration) as ended:
        feed()

    assert f"{what} has more than 102400 bytes" in str(ended.value.value.failure)


@pytest.mark.parametrize("name", ["x\r\ny", "x\ny", "x\ry", "x\0y"])
def test_a_header_cannot_begin_another(name: str) -> None:
    """A name or a value with a line end is not sent."""
    for header in [(name, "a"), ("a", name)]:
        with pytest.raises(httpx.LocalProtocolError, match="line end"):
            request_bytes("GET", "/", [("host", "x"), header], b"")
