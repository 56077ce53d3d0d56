"""Files in forms: how they are given, their names, and how they are sent."""

from __future__ import annotations

import contextlib
import gzip
import io
import operator
import os
import socket
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import apertis
from apertis._core.form_body import FormBody
from apertis_client import AuthenticatedClient
from apertis_client.api.audio import create_transcription
from apertis_client.api.images import edit_image
from tests.drivers import AT_ONCE, KEY, NOTHING_IS_SENT, AsyncDriver, Driver
from tests.server import CLOSE, Server, json_reply, reply
from tests.spec import form_fields

pytestmark = pytest.mark.wire

SOUND = b"fLaC" + bytes(range(256)) * 1000
ANSWER = {"text": "Hello."}


def transcribe(driver: Driver, file: Any, **arguments: Any) -> Any:
    client = driver.client(max_retries=AT_ONCE)
    call = client.audio.transcriptions.create(file=file, model="whisper-1", **arguments)
    return driver.wait(call)


def files_in(server: Server) -> list[tuple[str | None, bytes]]:
    """Return the name and the content of the file in each request."""
    fields = [field for each in server.requests for field in form_fields(each.body)]
    return [(file, content) for name, file, content in fields if name == "file"]


class Named(io.BytesIO):
    """A file in memory with a name."""

    name = "folder/talk.flac"


class ReadOnce:
    """A file that is none of the operating system's, and cannot be read from its start again."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        return self._content.read(size)


GIVEN: dict[str, tuple[Callable[[Path], Any], str]] = {
    "path": (lambda path: path, "talk.flac"),
    "text": (str, "talk.flac"),
    "bytes": (lambda path: SOUND, "file.flac"),
    "bytearray": (lambda path: bytearray(SOUND), "file.flac"),
    "memoryview": (lambda path: memoryview(SOUND), "file.flac"),
    "in memory": (lambda path: io.BytesIO(SOUND), "file.flac"),
    "named in memory": (lambda path: Named(SOUND), "talk.flac"),
    "name and bytes": (lambda path: ("a.flac", SOUND), "a.flac"),
    "name and path": (lambda path: ("a.flac", path), "a.flac"),
    "name and file": (lambda path: ("a", io.BytesIO(SOUND)), "a"),
    "name, bytes and type": (lambda path: ("a.bin", SOUND, "audio/x-mine"), "a.bin"),
}


@pytest.mark.parametrize(("given", "name"), GIVEN.values(), ids=GIVEN)
def test_files(
    driver: Driver, server: Server, tmp_path: Path, given: Callable[[Path], Any], name: str
) -> None:
    """A file can be given in many ways; one without a name gets one with the right ending."""
    path = tmp_path / "talk.flac"
    path.write_bytes(SOUND)
    server.answer(json_reply(ANSWER))
    result = transcribe(driver, given(path))

    assert result.text == "Hello."
    assert files_in(server) == [(name, SOUND)]
    assert len(server.requests[0].all("content-length")) == 1
    assert not server.requests[0].all("transfer-encoding")


def test_an_open_file(driver: Driver, server: Server, tmp_path: Path) -> None:
    """An open file is sent whole, from its beginning, and stays open."""
    path = tmp_path / "talk"
    path.write_bytes(SOUND)
    server.answer(json_reply(ANSWER))
    with path.open("rb") as file:
        file.read(10)
        transcribe(driver, file)
        assert not file.closed

    assert files_in(server) == [("talk.flac", SOUND)]


def test_a_file_whose_length_is_not_that_of_its_descriptor(
    driver: Driver, server: Server, tmp_path: Path
) -> None:
    """What is sent is what reading gives: a file of gzip has the descriptor of a shorter one."""
    path = tmp_path / "talk.flac.gz"
    path.write_bytes(gzip.compress(SOUND))
    server.answer(json_reply(ANSWER))
    with gzip.open(path) as file:
        transcribe(driver, ("talk.flac", file))

    assert files_in(server) == [("talk.flac", SOUND)]


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"ID3\x04", ".mp3"),
        (b"RIFF    WAVE", ".wav"),
        (b"OggS", ".ogg"),
        (b"    ftypM4A ", ".m4a"),
        (b"    ftypisom", ".mp4"),
        (b"\x1a\x45\xdf\xa3  webm", ".webm"),
        (b"nothing known", ""),
    ],
)
def test_a_name_by_content(driver: Driver, server: Server, head: bytes, ending: str) -> None:
    """The name tells the server the format; content of none that is known has no ending."""
    server.answer(json_reply(ANSWER))
    transcribe(driver, head)

    assert files_in(server) == [(f"file{ending}", head)]


def test_media_types(driver: Driver, server: Server) -> None:
    """The media type of a part is the one that was given, or that of its content."""
    server.answer(json_reply(ANSWER), json_reply(ANSWER))
    transcribe(driver, ("a.bin", SOUND, "audio/x-mine"))
    transcribe(driver, SOUND)

    assert b"Content-Type: audio/x-mine\r\n" in server.requests[0].body
    assert b"Content-Type: audio/flac\r\n" in server.requests[1].body


def test_fields(driver: Driver, server: Server) -> None:
    """Lists are fields with brackets, booleans and objects are JSON; `extra_body` adds fields."""
    server.answer(json_reply(ANSWER))
    transcribe(
        driver,
        SOUND,
        temperature=0,
        prompt="",
        language=None,
        timestamp_granularities=["word", "segment"],
        extra_body={"model": "other", "vad": {"on": True}, "fast": False},
    )

    assert [(name, content) for name, _, content in form_fields(server.requests[0].body)][1:] == [
        ("model", b"other"),
        ("temperature", b"0"),
        ("prompt", b""),
        ("timestamp_granularities[]", b"word"),
        ("timestamp_granularities[]", b"segment"),
        ("vad", b'{"on":true}'),
        ("fast", b"false"),
    ]


def test_several_files(driver: Driver, server: Server) -> None:
    """A list of files is sent as several, a tuple is one with its name."""
    server.answer(json_reply({"data": []}), json_reply({"data": []}))
    edit = driver.client().images.edit
    driver.wait(edit(image=[b"GIF89a", ("b.png", b"b")], prompt="A"))
    driver.wait(edit(image=("b.png", b"b"), prompt="A"))
    sent = [form_fields(each.body)[:-1] for each in server.requests]

    assert sent[0] == [("image[]", "image.gif", b"GIF89a"), ("image[]", "b.png", b"b")]
    assert sent[1] == [("image", "b.png", b"b")]


# More than once


@pytest.mark.parametrize("given", ["path", "bytes", "in memory", "once"])
def test_a_retry_sends_all_of_it_again(
    driver: Driver, server: Server, tmp_path: Path, given: str
) -> None:
    """A file is sent whole with each attempt, wherever it is from."""
    path = tmp_path / "talk.flac"
    path.write_bytes(SOUND)
    failed = json_reply({"error": {"message": "No."}}, status=500)
    server.answer([CLOSE], failed, json_reply(ANSWER))
    transcribe(driver, ReadOnce(SOUND) if given == "once" else GIVEN[given][0](path))

    assert [content for _, content in files_in(server)] == [SOUND] * 3
    assert len({each.all("content-type")[0] for each in server.requests}) == 1


def test_a_redirect_sends_all_of_it_again(driver: Driver, server: Server) -> None:
    """A redirect that repeats the request repeats its form."""
    moved = reply(status=307, headers={"Location": "/v1/audio/transcriptions"})
    server.answer(moved, json_reply(ANSWER))
    transcribe(driver, io.BytesIO(SOUND))

    assert [content for _, content in files_in(server)] == [SOUND] * 2


def test_through_an_http_client_of_the_user(driver: Driver, server: Server) -> None:
    """A client of the user's own sends forms as well, with its own headers."""
    server.answer(json_reply(ANSWER))
    http_client = driver.http_client(headers={"x-mine": "1"})
    client = driver.client(http_client=http_client)
    driver.wait(client.audio.transcriptions.create(file=SOUND, model="m"))

    assert files_in(server) == [("file.flac", SOUND)]
    assert server.requests[0].all("x-mine") == ["1"]


# What it costs


def test_a_file_is_not_held(tmp_path: Path) -> None:
    """A file of many megabytes is read as it is sent: not even once is all of it in memory."""
    size = 30 * 2**20
    path = tmp_path / "talk.flac"
    with path.open("wb") as file:
        file.truncate(size)
    form = FormBody({"file": path}, {"file": None})
    tracemalloc.start()
    received = sum(map(len, form))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert received > size
    assert received == int(form.headers["content-length"])
    assert peak < size / 10


def test_bytes_are_not_copied() -> None:
    """Bytes are sent in pieces, without another copy of all of them."""
    content = bytes(30 * 2**20)
    tracemalloc.start()
    largest = max(map(len, FormBody({"file": content}, {"file": None})))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert largest <= 2**16
    assert peak < len(content) / 10


class Waiting(io.BytesIO):
    """A file whose reads wait until the event loop has gone on."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.went_on = threading.Event()

    def read(self, size: int | None = -1) -> bytes:
        assert self.went_on.wait(10), "the event loop is blocked"
        return super().read(size)


def test_reading_does_not_block_the_event_loop(server: Server) -> None:
    """While a file is read, the event loop runs other tasks."""
    import asyncio

    server.answer(json_reply(ANSWER))
    file = Waiting(SOUND)

    async def go_on() -> None:
        await asyncio.sleep(0)
        file.went_on.set()

    async def both(client: Any) -> None:
        call = client.audio.transcriptions.create(file=file, model="m")
        await asyncio.gather(call, go_on())

    with AsyncDriver(server.url) as driver:
        driver.wait(both(driver.client()))

    assert files_in(server) == [("file.flac", SOUND)]


@pytest.mark.parametrize(
    ("text", "sent"),
    [("caf\udce9", "caf\ufffd"), ("\ud83d", "\ufffd"), ("\ud83d\ude00!", "\U0001f600!")],
    ids=["a byte of a name", "a half", "both halves"],
)
def test_half_a_character(
    driver: Driver, server: Server, tmp_path: Path, text: str, sent: str
) -> None:
    """Halves of a surrogate pair are sent, in the name of a file, a field's name and its value."""
    named: list[Any] = [(f"{text}.flac", SOUND)]
    if text == "caf\udce9":  # on the disk, the byte 0xE9
        path = tmp_path / f"{text}.flac"
        path.write_bytes(SOUND)
        named += [path, str(path)]
    server.answer(*[json_reply(ANSWER)] * len(named))
    for file in named:
        transcribe(driver, file, prompt=text, extra_body={f"x{text}": text})
    for each in server.requests:
        fields = {name: (file, content) for name, file, content in form_fields(each.body)}
        assert fields["file"] == (f"{sent}.flac", SOUND)
        assert fields["prompt"] == fields[f"x{sent}"] == (None, sent.encode())


# Mistakes


def closed() -> io.BytesIO:
    """Return a file that has been closed."""
    file = io.BytesIO(b"RIFF")
    file.close()
    return file


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        (7, TypeError, "file must be the path of a file, bytes, an open file, .* not int"),
        (io.StringIO("a"), TypeError, r"file is open for reading text; .*open\(\.\.\., 'rb'\)"),
        (("a", "b"), TypeError, r"file given as a tuple must be \(name, content\) or"),
        (("a",), TypeError, r"file given as a tuple must be \(name, content\) or"),
        ((Path("a"), Path("b")), TypeError, r"file given as a tuple must be \(name, content\) or"),
        (closed(), ValueError, "file is a closed file: pass its path, or an open file"),
        ("https://a.example/talk.mp3", TypeError, "path of a file or its content, not a URL"),
        ("data:audio/wav;base64,AA==", TypeError, "path of a file or its content, not a URL"),
        ("/nowhere/talk.mp3", FileNotFoundError, "/nowhere/talk.mp3"),
        ("/", ValueError, "file must be a regular file, which '/' is not"),
        ("/dev/zero", ValueError, "file must be a regular file, which '/dev/zero' is not"),
    ],
)
def test_what_is_no_file(
    driver: Driver, wrong: object, error: type[Exception], message: str
) -> None:
    """What cannot be sent as a file is refused before anything is sent, by what was given."""
    with pytest.raises(error, match=message):
        transcribe(driver, wrong)


def test_sizes_are_facts_of_the_spec() -> None:
    """What the API documents for files is what the client checks."""
    megabyte = 2**20
    assert create_transcription.OPERATION.form_files == {"file": 25 * megabyte}
    assert edit_image.OPERATION.form_files == {"image": 50 * megabyte, "mask": 4 * megabyte}


class Counted(ReadOnce):
    """A file that knows how much of it was asked for."""

    asked = 0

    def read(self, size: int = -1) -> bytes:
        self.asked += size
        return bytes(size)


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("method", "parameter", "megabytes"),
    [
        ("audio.transcriptions.create", "file", 25),
        ("audio.translations.create", "file", 25),
        ("images.edit", "image", 50),
        ("images.edit", "mask", 4),
    ],
)
def test_a_file_that_is_too_large(
    driver: Driver, tmp_path: Path, method: str, parameter: str, megabytes: int
) -> None:
    """A file of more than the API documents is refused before it is read, however it is given."""
    size = megabytes * 2**20 + 1
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(size)
    once = Counted(b"")
    others = {"prompt": "x", "image": b"GIF89a", "file": b"ID3"}
    call = operator.attrgetter(method)(driver.client())
    with path.open("rb") as opened:
        given = [path, str(path), bytes(size), opened, once, ("a.bin", path), ("a.bin", opened)]
        if parameter == "image":
            given.append([b"GIF89a", path])
        for each in given:
            arguments = {**others, "model": "m", parameter: each}
            del arguments["file" if method == "images.edit" else "image"]
            with pytest.raises(ValueError, match=f"{parameter} is too large: .* {megabytes} MB"):
                driver.wait(call(**arguments))
        assert opened.tell() == size
    assert once.asked == size


def test_a_file_that_is_just_small_enough(tmp_path: Path) -> None:
    """A file may have as many bytes as the API documents."""
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(25 * 2**20)

    assert FormBody({"file": path}, create_transcription.OPERATION.form_files or {}).headers


@NOTHING_IS_SENT
@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_what_is_open_and_no_regular_file(driver: Driver, kind: str) -> None:
    """An open pipe, socket or device is refused, as reading it might never end."""
    with contextlib.ExitStack() as stack:
        if kind == "pipe":
            reading, _ = map(stack.enter_context, map(os.fdopen, os.pipe(), ("rb", "wb")))
        elif kind == "socket":
            one, _ = map(stack.enter_context, socket.socketpair())
            reading = stack.enter_context(one.makefile("rb"))
        else:
            reading = stack.enter_context(Path("/dev/zero").open("rb"))
        with pytest.raises(ValueError, match="file must be a regular file, not an open pipe"):
            transcribe(driver, reading, deadline=2)


def test_a_file_that_changes(tmp_path: Path) -> None:
    """A file that is changed while it is sent is an error, not a mixture of both."""
    path = tmp_path / "talk.flac"
    path.write_bytes(SOUND)
    pieces = iter(FormBody({"file": path}, {"file": None}))
    path.write_bytes(SOUND + b"more")

    with pytest.raises(httpx.LocalProtocolError, match="changed while it was sent"):
        list(pieces)


class Failing(io.BytesIO):
    """A file whose end cannot be read."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= 2**16:
            raise OSError(5, "the disk is broken")
        return super().read(size)


def test_a_file_that_cannot_be_read_to_its_end(driver: Driver, server: Server) -> None:
    """A file that fails while it is sent fails the call at once, and for good."""
    with pytest.raises(apertis.APIConnectionError, match="the disk is broken") as caught:
        transcribe(driver, Failing(SOUND))

    assert not caught.value.repeatable
    assert not server.requests


@NOTHING_IS_SENT
def test_a_value_that_cannot_be_a_field(driver: Driver) -> None:
    """A field that is neither text nor JSON is refused."""
    with pytest.raises(TypeError, match="it holds object"):
        transcribe(driver, SOUND, prompt=object())


# Responses


def test_json_where_text_was_asked_for(driver: Driver, server: Server) -> None:
    """Text in JSON is that text, alone or as the member of an object that was asked for."""
    server.answer(json_reply("Hello."), json_reply(ANSWER), json_reply(ANSWER))

    assert transcribe(driver, SOUND, response_format="text") == "Hello."
    assert transcribe(driver, SOUND, response_format="text") == "Hello."
    with pytest.raises(apertis.APIResponseValidationError, match=r"expected str, got .*'text'"):
        transcribe(driver, SOUND, response_format="srt")


@pytest.mark.parametrize("named", [{}, {"response_format": "json"}])
def test_text_that_extra_body_asks_for(
    driver: Driver, server: Server, named: dict[str, str]
) -> None:
    """What `extra_body` asks for is what comes, whatever was named: it is what was sent."""
    server.answer(reply(b"1\n00:00", headers={"Content-Type": "text/plain"}), json_reply(ANSWER))

    extra = [{"response_format": form} for form in ("srt", "json")]
    assert transcribe(driver, SOUND, **named, extra_body=extra[0]) == "1\n00:00"
    answer = transcribe(driver, SOUND, response_format="srt", extra_body=extra[1])
    assert answer == apertis.Transcription.from_dict(ANSWER)
    sent = [
        (b'name="response_format"\r\n\r\n' + form) in each.body
        for form, each in zip((b"srt", b"json"), server.requests, strict=True)
    ]
    assert sent == [True, True]


def test_text_that_looks_like_json(driver: Driver, server: Server) -> None:
    """Text stays as it came, even a number or an empty one."""
    plain = {"Content-Type": "text/plain"}
    for text in ("42", "", "{smiles} Hello.", "null", '{"a": 1}', '{"text": "Hello."}'):
        server.answer(reply(text.encode(), headers=plain))
        assert transcribe(driver, SOUND, response_format="vtt") == text


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b'{"error": {"message": "No."}}', "text/plain"), (b"<html>No.</html>", "text/html")],
)
def test_an_error_in_place_of_text(driver: Driver, server: Server, body: bytes, kind: str) -> None:
    """An error with status 200 and a page are no text."""
    server.answer(reply(body, headers={"Content-Type": kind}))
    with pytest.raises(apertis.APIResponseValidationError, match=r"No\."):
        transcribe(driver, SOUND, response_format="text")


def test_text_in_place_of_an_object(driver: Driver, server: Server) -> None:
    """Text that was not asked for is an error."""
    server.answer(reply(b"Hello.", headers={"Content-Type": "text/plain"}))
    with pytest.raises(apertis.APIResponseValidationError, match="expected Transcription"):
        transcribe(driver, SOUND)


@pytest.mark.parametrize("body", [dict, apertis.TranscriptionRequest])
def test_generated_functions(server: Server, body: Callable[..., Any]) -> None:
    """The generated functions take files and give text as well, in models and in plain dicts."""
    plain = {"Content-Type": "text/plain"}
    texts = (reply(b"Hello.", headers=plain), reply(b'{"a":1}', headers=plain), json_reply(ANSWER))
    server.answer(json_reply(ANSWER), *texts)
    arguments = {"file": io.BytesIO(SOUND), "model": "m"}
    with AuthenticatedClient(base_url=server.url, token=KEY, verify_ssl=False) as client:
        result = create_transcription.sync(client=client, body=body(**arguments))
        received = [
            create_transcription.sync(client=client, body=body(**arguments, response_format=form))
            for form in ("srt", "srt", "text")
        ]

    assert isinstance(result, apertis.Transcription)
    assert received == ["Hello.", '{"a":1}', "Hello."]
    assert files_in(server) == [("file.flac", SOUND)] * 4


@contextlib.contextmanager
def impatient_server() -> Iterator[str]:
    """Give the base URL of a server that refuses a request before it has come, and closes."""
    body = b'{"error": {"message": "Too large."}}'
    head = b"HTTP/1.1 413 Too Large\r\ncontent-length: %d\r\n\r\n" % len(body)

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(2**16)
            connection.sendall(head + body)
            connection.shutdown(socket.SHUT_WR)
            with contextlib.suppress(OSError):
                while connection.recv(2**20):
                    pass

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"


def test_a_server_that_refuses_early(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    """What a server answers before it has the whole form is the result of the call."""
    with impatient_server() as url:
        create = driver.client(base_url=url).audio.transcriptions.create
        with pytest.raises(apertis.RequestTooLargeError, match=r"Too large\."):
            driver.wait(create(file=bytes(5 * 2**20), model="m"))

    assert "socket.send() raised" not in caplog.text
