"""What this client's own tests ask of HTTP, as cases that any client can be given.

`right` and `source` say what is asked and by whom; where more than one answer is defensible, each is
right.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Sequence
from email.utils import formatdate
from typing import TypeAlias

from benchmarks.conformance.dialects import WORDS, Dialect
from benchmarks.conformance.provider import Asked, Steps
from benchmarks.conformance.scenarios import Answer, Call, Failure, Form, Scenario, Suite
from benchmarks.conformance.suites.failover import healthy
from tests.server import CLOSE, json_reply, reply

__all__ = ["ANSWER", "ANY", "EACH", "FAILURE", "HTTP", "PLAIN", "Script"]

Script: TypeAlias = Callable[[Dialect, Asked], Steps]
Expected: TypeAlias = Sequence[Answer | Failure]
ANSWER: Expected = [Answer()]
FAILURE: Expected = [Failure()]
ANY: Expected = [Answer(), Failure()]
PLAIN: Sequence[Form] = ("plain",)
EACH: Sequence[Form] = ("plain", "stream")
JSON = {"Content-Type": "application/json"}
PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


def _body(dialect: Dialect, text: str = "".join(WORDS)) -> bytes:
    return json.dumps(dialect.answer(text), ensure_ascii=False).encode()


def _sent(steps: Steps) -> list[bytes]:
    return [step for step in steps if isinstance(step, bytes)]


def _before(head: bytes) -> Script:
    return lambda dialect, asked: [head, *healthy(dialect, asked)]


def _behind(surplus: bytes) -> Script:
    """Return a script with bytes behind the first response, in the same write as its end."""

    def script(dialect: Dialect, asked: Asked) -> Steps:
        sent = b"".join(_sent(healthy(dialect, asked)))
        return [sent + surplus] if asked.number == 0 else [sent]

    return script


def _chunked(extension: bytes = b"", trailers: bytes = b"") -> Script:
    def script(dialect: Dialect, asked: Asked) -> Steps:
        kind = "text/event-stream" if asked.streams else "application/json"
        bodies = [_body(dialect)]
        if asked.streams:
            bodies = [event.sent for event in dialect.events()]
        head, *chunks, _ = _sent(reply(bodies, headers={"Content-Type": kind}, framing="chunked"))
        return [
            head,
            *(chunk.replace(b"\r\n", extension + b"\r\n", 1) for chunk in chunks),
            b"0" + extension + b"\r\n" + trailers + b"\r\n",
        ]

    return script


def _encoded(encode: Callable[[bytes], bytes], headers: dict[str, str]) -> Script:
    """Return a script whose body is made from that of a right answer."""
    return lambda dialect, asked: reply(encode(_body(dialect)), headers={**JSON, **headers})


GZIP = {"Content-Encoding": "gzip"}


def _members(body: bytes) -> bytes:
    return gzip.compress(body[:20]) + gzip.compress(body[20:])


def _short(dialect: Dialect, asked: Asked) -> Steps:
    body = _body(dialect)
    return [*reply(body, headers=JSON, length=len(body) + 10), CLOSE]


def _cut_chunks(dialect: Dialect, asked: Asked) -> Steps:
    return [*reply([_body(dialect)], headers=JSON, framing="chunked")[:-1], CLOSE]


def _old(dialect: Dialect, asked: Asked) -> Steps:
    return [b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n", _body(dialect), CLOSE]


def _closing(dialect: Dialect, asked: Asked) -> Steps:
    return [*healthy(dialect, asked), CLOSE]


def _moved(dialect: Dialect, asked: Asked) -> Steps:
    if asked.number:
        return healthy(dialect, asked)
    return reply(b"", status=307, headers={"Location": "/v1/moved"})


def _dated(dialect: Dialect, asked: Asked) -> Steps:
    if asked.number:
        return healthy(dialect, asked)
    headers = {"Retry-After": formatdate(time.time() + 2.5, usegmt=True)}
    return json_reply(dialect.error("rate_limit_error", "Later."), status=429, headers=headers)


def _page(status: int, *, once: bool = False) -> Script:
    def script(dialect: Dialect, asked: Asked) -> Steps:
        if once and asked.number:
            return healthy(dialect, asked)
        return reply(PAGE, status=status, headers={"Content-Type": "text/html"})

    return script


def _characters(dialect: Dialect, asked: Asked) -> Steps:
    headers = {"Content-Type": "application/json; charset=iso-8859-1"}
    return reply(_body(dialect, "Ж ok… \U0001f600"), headers=headers)


def _many_headers(dialect: Dialect, asked: Asked) -> Steps:
    headers = {f"x-header-{number}": "v" * 60 for number in range(90)}
    return json_reply(dialect.answer(), headers=headers)


TWO = [Call(ANSWER, (1, 2)), Call(ANSWER, (1, 2))]
HTTP = Suite(
    "http",
    "HTTP",
    "the wire tests of this client, which it passes as they are its own: what RFC 9110 and 9112 allow, and what goes wrong with it",
    [
        Scenario(
            "103 before the response",
            "the answer",
            "RFC 9110 15.2",
            _before(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
            forms=EACH,
        ),
        Scenario(
            "trailers",
            "the answer",
            "RFC 9110 6.5",
            _chunked(trailers=b"x-checksum: 1\r\n"),
            forms=EACH,
        ),
        Scenario(
            "extensions of chunks",
            "the answer",
            "RFC 9112 7.1.1",
            _chunked(b";name=value"),
            forms=EACH,
        ),
        Scenario("a response of HTTP/1.0", "the answer", "RFC 9112 6.3", _old, forms=PLAIN),
        Scenario("ninety headers", "the answer", "RFC 9110 5.4", _many_headers, forms=PLAIN),
        Scenario(
            "a body shorter than Content-Length",
            "an error that the documentation names",
            "RFC 9112 8",
            _short,
            [Call(FAILURE)],
            PLAIN,
        ),
        Scenario(
            "a chunked body without its end",
            "an error that the documentation names",
            "RFC 9112 8",
            _cut_chunks,
            [Call(FAILURE)],
            PLAIN,
        ),
        Scenario(
            "a line end behind the first response",
            "both answers",
            "RFC 9112 2.2",
            _behind(b"\r\n"),
            TWO,
            EACH,
        ),
        Scenario(
            "an unsolicited 408 behind the first response",
            "both answers",
            "RFC 9110 15.5.9",
            _behind(b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"),
            TWO,
            EACH,
        ),
        Scenario(
            "a connection that is closed after the first response",
            "both answers",
            "RFC 9112 9.3.1",
            _closing,
            TWO,
            EACH,
        ),
        Scenario(
            "307 to another path",
            "the answer",
            "RFC 9110 15.4.8",
            _moved,
            [Call(ANSWER, (2, 2))],
            EACH,
        ),
        Scenario(
            "429 with Retry-After as a date",
            "asked again, not before, and answered",
            "RFC 9110 10.2.3",
            _dated,
            [Call(ANSWER, (2, 2), gap=1.0)],
            PLAIN,
        ),
        Scenario(
            "gzip", "the answer", "RFC 9110 8.4.1.3", _encoded(gzip.compress, GZIP), forms=PLAIN
        ),
        Scenario(
            "gzip of two members",
            "the answer",
            "RFC 1952 2.2",
            _encoded(_members, GZIP),
            forms=PLAIN,
        ),
        Scenario(
            "gzip that ends early, after the text",
            "an error that the documentation names",
            "RFC 1952 2.3.1",
            _encoded(lambda body: gzip.compress(body)[:-6], GZIP),
            [Call(FAILURE)],
            PLAIN,
        ),
        Scenario(
            "JSON with a BOM",
            "the answer, or an error that the documentation names",
            "RFC 8259 8.1",
            _encoded(lambda body: b"\xef\xbb\xbf" + body, {}),
            [Call(ANY)],
            PLAIN,
        ),
        Scenario(
            "JSON in UTF-16",
            "the answer, or an error that the documentation names",
            "RFC 8259 8.1",
            _encoded(lambda body: body.decode().encode("utf-16"), {}),
            [Call(ANY)],
            PLAIN,
        ),
        Scenario(
            "JSON in UTF-8, said to be ISO 8859-1",
            "the answer: JSON has no charset",
            "RFC 8259 11",
            _characters,
            [Call([Answer("Ж ok… \U0001f600")])],
            PLAIN,
        ),
        Scenario(
            "a JSON answer as text/plain",
            "the answer, or an error that the documentation names",
            "RFC 9110 8.3",
            _encoded(bytes, {"Content-Type": "text/plain"}),
            [Call(ANY)],
            PLAIN,
        ),
        Scenario(
            "502 with a page of a proxy, once",
            "asked again and answered",
            "RFC 9110 15.6.3",
            _page(502, once=True),
            [Call(ANSWER, (2, 2))],
            EACH,
        ),
        Scenario(
            "502 with a page of a proxy",
            "a 502 after a few attempts",
            "RFC 9110 15.6.3",
            _page(502),
            [Call([Failure(502)], (1, 6))],
            EACH,
        ),
        Scenario(
            "200 with a page of a proxy",
            "an error that the documentation names",
            "RFC 9110 8.3",
            _page(200),
            [Call(FAILURE)],
            EACH,
        ),
        Scenario(
            "200 without a body",
            "an error that the documentation names",
            "RFC 8259 2",
            lambda dialect, asked: reply(b"", headers=JSON),
            [Call(FAILURE)],
            EACH,
        ),
    ],
)
