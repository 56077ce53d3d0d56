"""`apertis.chat.parts`: what a file is by its content, and what is sent of it."""

from __future__ import annotations

import base64
import os
import re
from pathlib import Path
from typing import Any

import pytest

from apertis.chat.parts import audio_part, image_part, video_part
from tests.spec import validate

MEGABYTE = 1024 * 1024
EBML = b"\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x88"

IMAGES = {
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "image/jpeg"),
    "gif87": (b"GIF87a\x01\0\x01\0", "image/gif"),
    "gif89": (b"GIF89a\x01\0\x01\0", "image/gif"),
    "webp": (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
}
AUDIO = {
    "wav": (b"RIFF\x24\0\0\0WAVEfmt ", "wav"),
    "mp3": (b"\xff\xfb\x90\x64\0\0\0\0", "mp3"),
    "mp3 of MPEG 2": (b"\xff\xf3\x40\xc4\0\0\0\0", "mp3"),
    "mp3 with a tag": (b"ID3\x04\0\0\0\0\0\x02..\xff\xfb\x90\x64", "mp3"),
    "flac": (b"fLaC\0\0\0\x22", "flac"),
    "flac with a tag": (b"ID3\x04\0\0\0\0\x01\x00" + b"." * 128 + b"fLaC\0\0", "flac"),
    "opus": (b"OggS\0\x02" + b"\0" * 20 + b"\x01\x13OpusHead\x01", "opus"),
}
VIDEOS = {
    "mp4": (b"\0\0\0\x20ftypisom\0\0\x02\0", "video/mp4"),
    "mov": (b"\0\0\0\x14ftypqt  \0\0\0\0", "video/quicktime"),
    "old mov": (b"\0\0\x04\0moov\0\0\0\x6cmvhd", "video/quicktime"),
    "avi": (b"RIFF\x24\0\0\0AVI LIST", "video/x-msvideo"),
    "mkv": (EBML + b"matroska", "video/x-matroska"),
    "webm": (EBML[:-1] + b"\x84webm", "video/webm"),
}
OTHERS = {
    "bmp": (b"BM\x46\0\0\0", "image/bmp"),
    "tiff": (b"II*\0\x08\0", "image/tiff"),
    "other tiff": (b"MM\0*\0\0", "image/tiff"),
    "svg": (b"<svg xmlns=", "image/svg+xml"),
    "heic": (b"\0\0\0\x18ftypheic\0\0", "image/heic"),
    "avif": (b"\0\0\0\x18ftypavif\0\0", "image/avif"),
    "m4a": (b"\0\0\0\x18ftypM4A \0\0", "audio/mp4"),
    "aac": (b"\xff\xf1\x50\x80\0\0", "audio/aac"),
    "vorbis": (b"OggS\0\x02" + b"\0" * 20 + b"\x01\x1e\x01vorbis", "application/ogg"),
    "3gp": (b"\0\0\0\x18ftyp3gp4\0\0", "video/3gpp"),
    "pdf": (b"%PDF-1.7", "application/pdf"),
}
UNKNOWN = {
    "text": b"Hello, world",
    "another RIFF": b"RIFF\x24\0\0\0ACON",
    "one byte": b"\xff",
    "no layer": b"\xff\xff\xff\xff",
    "no bit rate": b"\xff\xfb\xf0\x64",
    "UTF-16": b"\xff\xfeH\0e\0",
}
PARTS: dict[str, Any] = {"image": image_part, "audio": audio_part, "video": video_part}
EACH_PART = pytest.mark.parametrize("name", PARTS)


def each(samples: dict[str, Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("sample", samples.values(), ids=samples.keys())


def samples(*kinds: tuple[str, dict[str, Any]]) -> pytest.MarkDecorator:
    """Give a test, for each kind of part, each of its samples: the content and what it is."""
    return pytest.mark.parametrize(
        ("name", "content", "found"),
        [
            pytest.param(name, *sample, id=f"{name} {key}")
            for name, some in kinds
            for key, sample in some.items()
        ],
    )


@samples(("image", IMAGES), ("audio", AUDIO), ("video", VIDEOS))
def test_content_is_sent_as_the_format_that_it_is(name: str, content: bytes, found: str) -> None:
    """An image or a video becomes a data URL; a recording is base64 beside its format's name."""
    data = base64.b64encode(content).decode()
    url = f"data:{found};base64,{data}"
    expected = {
        "image": {"type": "image_url", "image_url": {"url": url, "detail": "auto"}},
        "audio": {"type": "input_audio", "input_audio": {"data": data, "format": found}},
        "video": {"type": "video_url", "video_url": {"url": url}},
    }
    part = PARTS[name](content)

    assert part == expected[name]
    validate("UserMessage", {"role": "user", "content": [part]})


@pytest.mark.parametrize("kind", [str, Path])
def test_a_file_whatever_its_name(kind: Any, tmp_path: Path) -> None:
    """A path may be text or a path, and the ending of the name is not looked at."""
    content = IMAGES["png"][0] + b"." * 10_000
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)

    assert image_part(kind(path)) == image_part(content)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_what_holds_bytes(kind: Any) -> None:
    """Content may be in any of the types for it."""
    assert image_part(kind(IMAGES["png"][0])) == image_part(IMAGES["png"][0])


@pytest.mark.parametrize("name", ["image", "video"])
@pytest.mark.parametrize("url", ["https://example.com/a?b=c", "http://example.com", "HTTPS://x/"])
def test_an_address_is_sent_as_it_is(name: str, url: str) -> None:
    """Nothing is fetched: the server does that."""
    part = PARTS[name](url)

    assert part[f"{name}_url"]["url"] == url


def test_a_data_url_is_sent_as_it_is() -> None:
    """What somebody has encoded already is not decoded."""
    image = "data:image/png;base64,iVBORw0KGgo="
    video = "DATA:video/webm;base64,GkXfow=="

    assert image_part(image)["image_url"]["url"] == image
    assert video_part(video)["video_url"]["url"] == video


def test_a_recording_from_a_data_url() -> None:
    """A data URL is decoded for the API, which takes no URL of a recording."""
    content = AUDIO["wav"][0]
    url = f"data:audio/x-wav;base64,{base64.b64encode(content).decode()}"

    assert audio_part(url) == audio_part(content)


def test_how_closely_to_look() -> None:
    """`detail` goes into the part; None is not sent."""
    url = "https://example.com/cat.png"

    assert image_part(url, detail="high")["image_url"] == {"url": url, "detail": "high"}
    assert image_part(url, detail=None)["image_url"] == {"url": url}


def test_a_format_that_is_given() -> None:
    """A format that is given counts, and the content is not looked at: samples are all alike."""
    part = audio_part(b"\0\1\2\3", audio_format="pcm16")

    assert part["input_audio"] == {"data": "AAECAw==", "format": "pcm16"}


@EACH_PART
def test_a_missing_file(name: str) -> None:
    """For text, the message says that it is no URL either; a path can be no URL."""
    with pytest.raises(
        FileNotFoundError,
        match=re.escape(
            f"no such {name} file, and it is not a URL (http://, https:// or data:): 'no/cat.png'"
        ),
    ) as text:
        PARTS[name]("no/cat.png")
    with pytest.raises(FileNotFoundError, match=f"no such {name} file: 'no/cat.png'"):
        PARTS[name](Path("no/cat.png"))
    assert text.value.filename == "no/cat.png"


@pytest.mark.parametrize(
    "text", ["", "a\0b", "ftp://example.com/a", "file:///tmp/a", "README.md/a"]
)
def test_text_that_is_nothing(text: str) -> None:
    """Text that is neither a URL that can be sent nor the name of a file is no file."""
    with pytest.raises((FileNotFoundError, ValueError), match="image") as caught:
        image_part(text)
    assert isinstance(caught.value, FileNotFoundError) == (text != "")


def test_long_text_is_not_repeated() -> None:
    """Content given as text does not fill a message."""
    with pytest.raises(FileNotFoundError, match=r"\(1000000 characters\)") as caught:
        image_part("A" * 1_000_000)
    assert len(str(caught.value)) < 500


@EACH_PART
def test_a_folder(name: str, tmp_path: Path) -> None:
    """A folder is none of these."""
    with pytest.raises(ValueError, match=rf"{name} must be a regular file, .*{tmp_path.name}'"):
        PARTS[name](tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """Other failures of the system are what they are."""
    path = tmp_path / "cat.png"
    path.touch(mode=0)
    with pytest.raises(PermissionError, match=r"cat\.png"):
        image_part(path)


@EACH_PART
def test_an_empty_file(name: str, tmp_path: Path) -> None:
    """What is empty says so."""
    (tmp_path / "empty").touch()
    with pytest.raises(ValueError, match=f"{name} file '.*empty' is empty"):
        PARTS[name](tmp_path / "empty")
    with pytest.raises(ValueError, match=f"{name}, given as bytes, is empty"):
        PARTS[name](b"")


FORMATS = {
    "image": "png, jpeg, gif or webp",
    "audio": "wav, mp3, flac or opus",
    "video": "mp4, mov, avi, mkv or webm",
}


@samples(
    ("image", AUDIO | VIDEOS | OTHERS),
    ("audio", IMAGES | OTHERS),
    ("video", IMAGES | AUDIO | OTHERS),
)
def test_content_of_another_format(name: str, content: bytes, found: str, tmp_path: Path) -> None:
    """The message names a file, and says which formats can be sent and what came."""
    (tmp_path / "cat.png").write_bytes(content)
    kind = re.escape(found) if "/" in found else r"audio/\w+"
    message = f" must be {FORMATS[name]}; it is {kind}"
    if name == "audio":
        message += "; pass raw samples as bytes, with audio_format='pcm16'"
    with pytest.raises(ValueError, match=f"^{name}, given as bytes,{message}$"):
        PARTS[name](content)
    with pytest.raises(ValueError, match=rf"^{name} file '.*cat\.png'{message}$"):
        PARTS[name](tmp_path / "cat.png")


@EACH_PART
@each(UNKNOWN)
def test_content_of_no_known_format(name: str, sample: bytes) -> None:
    """The message shows how the content begins, and no more of it."""
    with pytest.raises(ValueError, match="it is of an unknown format") as caught:
        PARTS[name](sample)
    assert f"(it begins with the bytes {sample[:4].hex(' ')})" in str(caught.value)


def test_an_image_that_is_too_large(tmp_path: Path) -> None:
    """An image may have 20 MB; one of more is not read."""
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(2**33)  # takes no room on a disk
    message = (
        r"huge\.png' is too large: image may have at most 20 MB \(20,971,520 bytes\),"
        r" and this has 8,589,934,592"
    )
    with pytest.raises(ValueError, match=message):
        image_part(path)
    png = IMAGES["png"][0]
    with pytest.raises(ValueError, match="image, given as bytes, is too large"):
        image_part(png + bytes(20 * MEGABYTE))
    with pytest.raises(ValueError, match="the data URL is too large"):
        image_part("data:image/png;base64," + "A" * (28 * MEGABYTE))
    image_part(png + bytes(20 * MEGABYTE - len(png)))


@EACH_PART
def test_what_is_no_regular_file(name: str, tmp_path: Path) -> None:
    """A pipe that nobody writes to, and a device without an end, are refused at once."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", "/dev/zero"):
        with pytest.raises(ValueError, match=f"{name} must be a regular file, which '.*' is not"):
            PARTS[name](path)


@pytest.mark.parametrize("audio_format", ["wav", "pcm16", "secret"])
def test_a_file_that_is_no_recording(audio_format: str, tmp_path: Path) -> None:
    """Naming a format does not make a recording of a file; content given as bytes is trusted."""
    path = tmp_path / "id_rsa"
    path.write_bytes(b"-----BEGIN OPENSSH PRIVATE KEY-----")
    with pytest.raises(ValueError, match="pass raw samples as bytes, with audio_format='pcm16'"):
        audio_part(path, audio_format=audio_format)
    assert audio_part(path.read_bytes(), audio_format=audio_format)


@pytest.mark.parametrize("name", ["mp3", "vorbis", "aac", "m4a"])
def test_a_format_that_is_given_for_a_file(name: str, tmp_path: Path) -> None:
    """A recording in any format is sent as the format that is given."""
    path = tmp_path / "recording"
    path.write_bytes((AUDIO | OTHERS)[name][0])

    assert audio_part(path, audio_format="ogg")["input_audio"]["format"] == "ogg"


def test_a_recording_that_is_too_large(tmp_path: Path) -> None:
    """A recording may have 25 MB, whether its format is given or not."""
    path = tmp_path / "long.wav"
    with path.open("wb") as file:
        file.truncate(2**33)  # takes no room on a disk
    url = "data:audio/wav;base64," + "A" * (35 * MEGABYTE)
    for audio in (path, bytes(25 * MEGABYTE + 1), url):
        with pytest.raises(
            ValueError, match=r"too large: audio may have at most 25 MB \(26,214,400 bytes"
        ):
            audio_part(audio, audio_format="pcm16")


def test_an_address_of_a_recording() -> None:
    """The API takes no address of a recording, and the message says what it takes."""
    with pytest.raises(ValueError, match="audio cannot be a URL: the API takes the record"):
        audio_part("https://example.com/a.mp3")


@pytest.mark.parametrize(
    "url",
    [
        "data:text/plain;base64,AAAA",
        "data:,",
        "data:image/png",
        "data:video/mp4,AAAA",
        "data:video/mp4;charset=utf-8,AAAA",
    ],
)
def test_a_data_url_of_something_else(url: str) -> None:
    """A data URL has to hold what it is given as."""
    with pytest.raises(
        ValueError, match=r"given as a data URL that does not begin with data:video/\.\.\.;base64,"
    ):
        video_part(url)


@pytest.mark.parametrize("kind", ["svg+xml", "bmp", "tiff", "", "*", "gi", "peg"])
def test_a_data_url_of_another_format(kind: str) -> None:
    """What a data URL says it is must be what a file may be."""
    message = "image, given as a data URL, must be png, jpeg, gif or webp; it is image/"
    with pytest.raises(ValueError, match=re.escape(message + kind)):
        image_part(f"data:image/{kind};base64,AAAA")


@pytest.mark.parametrize("kind", ["video/mp4", "video/x-msvideo", "video/avi", "video/quicktime"])
def test_a_data_url_by_another_name(kind: str) -> None:
    """Formats have several names, and a media type may have parameters."""
    image = "data:image/jpg;name=cat.jpg;base64,AAAA"

    assert image_part(image)["image_url"]["url"] == image
    assert video_part(f"data:{kind};base64,AAAA")["video_url"]["url"].startswith(f"data:{kind}")


@EACH_PART
def test_empty_text(name: str) -> None:
    """Empty text, as of a variable that is not set, is said to be empty."""
    with pytest.raises(ValueError, match=f"^{name} is empty text; pass "):
        PARTS[name]("")


def test_a_broken_data_url_of_a_recording() -> None:
    """A data URL of a recording is base64."""
    with pytest.raises(ValueError, match=r"is not data:audio/\.\.\.;base64,\.\.\."):
        audio_part("data:audio/wav,RIFF")
    with pytest.raises(ValueError, match="a data URL with invalid base64"):
        audio_part("data:audio/wav;base64,!!!")


@EACH_PART
@pytest.mark.parametrize("value", [None, 3, ["a.png"]], ids=["none", "number", "list"])
def test_a_value_of_another_type(name: str, value: Any) -> None:
    """The message says which types go."""
    with pytest.raises(
        TypeError,
        match=f"{name} must be a URL, the path of a file or bytes, not {type(value).__name__}",
    ):
        PARTS[name](value)
