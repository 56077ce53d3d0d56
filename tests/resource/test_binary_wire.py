"""Responses that are bytes: as a whole, in pieces, to a file; and errors in their place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import apertis
from apertis_client import AuthenticatedClient
from apertis_client.api.audio import create_speech
from tests.drivers import KEY, Driver
from tests.server import Script, Server, Step, json_reply, reply

pytestmark = pytest.mark.wire

ARGUMENTS: dict[str, Any] = {"model": "tts-1", "input": "Hello.", "voice": "nova"}
SOUND = bytes(range(256)) * 1000
ERROR = {"error": {"message": "No such voice.", "code": "invalid_voice"}}


def sound(body: bytes = SOUND, kind: str = "audio/mpeg") -> Script:
    return reply(body, headers={"Content-Type": kind, "x-request-id": "req_1"})


def test_bytes(driver: Driver, server: Server, tmp_path: Path) -> None:
    """The result has the bytes and headers of the response, in pieces and written to a file."""
    server.answer(sound())
    result = driver.wait(driver.client().audio.speech.create(**ARGUMENTS))
    result.stream_to_file(tmp_path / "speech.mp3")

    assert server.requests[0].all("accept") == ["*/*"]
    assert type(result) is apertis.BinaryContent
    assert result.content == result.read() == SOUND
    assert b"".join(result.iter_bytes()) == SOUND
    assert {len(piece) for piece in result.iter_bytes(1000)} == {1000}
    assert result.request_id == "req_1"
    assert (tmp_path / "speech.mp3").read_bytes() == SOUND
    assert repr(result) == "<BinaryContent of 256000 bytes, audio/mpeg>"


def test_bytes_arrive_as_they_are_sent(driver: Driver, server: Server) -> None:
    """An unread response gives its first piece while the rest is still to be sent."""
    gate = server.gate()
    steps: list[Step] = [b"first", gate, b"second"]
    headers = {"Content-Type": "audio/mpeg"}
    server.answer(reply(steps, headers=headers, framing="chunked"))
    speech = driver.client().audio.speech.with_streaming_response
    with driver.entered(speech.create(**ARGUMENTS)) as response:
        pieces = response.iter_bytes()
        assert driver.next(pieces) == b"first"
        gate.open()
        assert driver.all(pieces) == [b"second"]


def test_an_unread_response_to_a_file(driver: Driver, server: Server, tmp_path: Path) -> None:
    """An unread response can be written to a file, or read in pieces of a size."""
    server.answer(sound(), sound())
    speech = driver.client().audio.speech.with_streaming_response
    with driver.entered(speech.create(**ARGUMENTS)) as response:
        driver.wait(response.stream_to_file(tmp_path / "speech.mp3"))
    with driver.entered(speech.create(**ARGUMENTS)) as response:
        pieces = driver.all(response.iter_bytes(100_000))

    assert (tmp_path / "speech.mp3").read_bytes() == SOUND
    assert [len(piece) for piece in pieces] == [100_000, 100_000, 56_000]
    assert b"".join(pieces) == SOUND


@pytest.mark.parametrize("kind", ["application/json", "audio/mpeg", "text/plain"])
def test_an_error_in_place_of_bytes(driver: Driver, server: Server, kind: str) -> None:
    """An error as JSON raises, though its status is 200, whatever it is said to be."""
    server.answer(sound(json.dumps(ERROR).encode(), kind))
    with pytest.raises(apertis.APIResponseValidationError, match=r"No such voice\.") as caught:
        driver.wait(driver.client().audio.speech.create(**ARGUMENTS))

    assert caught.value.code == "invalid_voice"


def test_an_error_in_an_unread_response(driver: Driver, server: Server) -> None:
    """The same where the response would be read on demand."""
    server.answer(json_reply(ERROR))
    speech = driver.client().audio.speech.with_streaming_response
    with (
        pytest.raises(apertis.APIResponseValidationError, match=r"No such voice\."),
        driver.entered(speech.create(**ARGUMENTS)),
    ):
        pass


@pytest.mark.parametrize(
    ("body", "kind", "got"),
    [
        (b"", "audio/mpeg", "an empty body"),
        (b"<html>", "text/html", "text that is not JSON: '<html>'"),
        (b"upstream failed", "text/plain", "text that is not JSON: 'upstream failed'"),
        (b'{"id": 7}', "application/json", r"an object with the members \['id'\]"),
    ],
)
def test_something_else_than_bytes(
    driver: Driver, server: Server, body: bytes, kind: str, got: str
) -> None:
    """A response that cannot be the sound raises, and says what it is."""
    server.answer(sound(body, kind))
    with pytest.raises(
        apertis.APIResponseValidationError, match=f"expected BinaryContent, got {got}"
    ):
        driver.wait(driver.client().audio.speech.create(**ARGUMENTS))


def test_bytes_that_begin_like_json(driver: Driver, server: Server) -> None:
    """Bytes that begin like JSON and are none are the sound."""
    server.answer(sound(b"{ \xff raw samples", "audio/pcm"))
    result = driver.wait(driver.client().audio.speech.create(**ARGUMENTS))

    assert result.content == b"{ \xff raw samples"


def test_generated_functions(server: Server) -> None:
    """The generated functions give bytes and errors as well."""
    server.answer(sound(), json_reply(ERROR))
    body: Any = ARGUMENTS
    with AuthenticatedClient(base_url=server.url, token=KEY, verify_ssl=False) as client:
        result = create_speech.sync(client=client, body=body)
        error = create_speech.sync(client=client, body=body)

    assert isinstance(result, apertis.BinaryContent)
    assert result.content == SOUND
    assert isinstance(error, apertis.ErrorResponse)
