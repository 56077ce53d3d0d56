"""Parts of a message that are no text: images, recordings, videos.

What a file is, its content says; the name is not looked at.
"""

from __future__ import annotations

import base64
import binascii
import errno
import os
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from apertis_client.models import ImageDetail, InputAudioFormat
    from apertis_client.models.image_url_content_part import ImageURLContentPartDict
    from apertis_client.models.input_audio_content_part import InputAudioContentPartDict
    from apertis_client.models.video_url_content_part import VideoURLContentPartDict

__all__ = ["MediaSource", "audio_part", "image_part", "video_part"]

MediaSource: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview"
"""An http, https or data URL, the path of a file, or the content itself."""


class _Medium(NamedTuple):
    """A kind of part.

    Attributes:
        name: What the caller gives.
        formats: Media types that can be sent, by the names that the API has for the formats.
        limit: Most bytes; None where the documentation names no limit.
    """

    name: str
    formats: dict[str, str]
    limit: int | None = None


_IMAGE: Final = _Medium(
    "image",
    {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"},
    limit=20 * 1024 * 1024,
)
_AUDIO: Final = _Medium(
    "audio",
    {"wav": "audio/wav", "mp3": "audio/mpeg", "flac": "audio/flac", "opus": "audio/opus"},
)
_VIDEO: Final = _Medium(
    "video",
    {
        "mp4": "video/mp4",
        "mov": "video/quicktime",
        "avi": "video/x-msvideo",
        "mkv": "video/x-matroska",
        "webm": "video/webm",
    },
)

_HEAD: Final = 4096  # bytes; every signature lies within
_NOT_THERE: Final = {errno.ENOENT, errno.ENAMETOOLONG, errno.ENOTDIR}
_SHOWN: Final = 200  # characters of a name that a message repeats


def image_part(
    image: MediaSource, *, detail: ImageDetail | str | None = "auto"
) -> ImageURLContentPartDict:
    """Return the part of a message that shows an image.

    Args:
        image: A URL (``http:``, ``https:``, ``data:``), which is sent as it is; or the path of a
            file or its content: PNG, JPEG, GIF or WebP.
        detail: How closely the model looks: ``auto``, ``low`` or ``high``.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the content is of another format, or larger than 20 MB (20 * 1024 * 1024 bytes).
        TypeError: `image` is neither text, a path nor bytes.
    """
    url = _url(_IMAGE, image)
    return {
        "type": "image_url",
        "image_url": {"url": url} if detail is None else {"url": url, "detail": detail},
    }


def audio_part(
    audio: MediaSource, *, audio_format: InputAudioFormat | str | None = None
) -> InputAudioContentPartDict:
    """Return the part of a message that holds a sound recording.

    Args:
        audio: The path of a file, its content, or a ``data:`` URL. The API takes no address.
        audio_format: ``wav``, ``mp3``, ``flac``, ``opus`` or ``pcm16``. Left out, the content
            decides between the first four; given, the content is not looked at. ``pcm16``, which
            is raw samples, has to be given.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the content is of another format, or `audio` is an address.
        TypeError: `audio` is neither text, a path nor bytes.
    """
    if isinstance(audio, str) and _scheme(audio) == "data":
        audio = _decoded(audio)
    elif isinstance(audio, str) and _scheme(audio):
        raise ValueError(
            "audio cannot be an address: the API takes the recording itself."
            " Give the path of a file, or its content"
        )
    content, found = _content(_AUDIO, audio, known=audio_format)
    return {
        "type": "input_audio",
        "input_audio": {"data": base64.b64encode(content).decode("ascii"), "format": found},
    }


def video_part(video: MediaSource) -> VideoURLContentPartDict:
    """Return the part of a message that shows a video.

    Args:
        video: A URL (``http:``, ``https:``, ``data:``), which is sent as it is; or the path of a
            file or its content: MP4, MOV, AVI, MKV or WebM. How large it may be depends on the
            model.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the content is of another format.
        TypeError: `video` is neither text, a path nor bytes.
    """
    return {"type": "video_url", "video_url": {"url": _url(_VIDEO, video)}}


def _url(medium: _Medium, source: MediaSource) -> str:
    if isinstance(source, str) and (scheme := _scheme(source)):
        if scheme == "data":
            _check_data_url(medium, source)
        return source
    content, found = _content(medium, source)
    return f"data:{medium.formats[found]};base64,{base64.b64encode(content).decode('ascii')}"


def _scheme(text: str) -> str | None:
    """Return the scheme of a URL that can be sent; None where the text is something else."""
    found = re.match("(?:(https?)://|(data):)", text, re.IGNORECASE)
    return (found[1] or found[2]).lower() if found else None


def _check_data_url(medium: _Medium, url: str) -> None:
    head, comma, _ = url[5:_HEAD].lower().partition(",")
    media_type = head.partition(";")[0]
    is_right = media_type.startswith(f"{medium.name}/") and head.endswith(";base64")
    if not (comma and is_right):
        raise ValueError(
            f"{medium.name} was given as a data URL that does not begin with"
            f" data:{medium.name}/...;base64, but with {url[: 5 + min(len(head), 40)]!r}"
        )
    # What people write: image/jpg and video/mov for what is image/jpeg and video/quicktime.
    known = " ".join(("jpg", *medium.formats, *medium.formats.values()))
    if media_type.partition("/")[2].removeprefix("x-") not in re.findall(r"[a-z0-9]+", known):
        raise _other_format(medium, f"{medium.name}, given as a data URL,", media_type)
    _check_size(medium, "the data URL", len(url) * 3 // 4)


def _decoded(url: str) -> bytes:
    """Return what a data URL holds."""
    head, _, data = url.partition(",")
    if not head.lower().endswith(";base64"):
        raise ValueError("audio was given as a data URL that is not data:audio/...;base64,...")
    try:
        return base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise ValueError(f"audio was given as a data URL whose base64 is broken: {error}") from None


def _content(
    medium: _Medium, source: MediaSource, *, known: str | None = None
) -> tuple[bytes | bytearray | memoryview, str]:
    """Return the content of a source and the API's name for its format.

    A file that cannot be sent is refused before it is read whole.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        named = f"{medium.name}, given as bytes,"
        _check_size(medium, named, memoryview(source).nbytes)
        head = bytes(memoryview(source).cast("B")[:_HEAD])
        return source, _format(medium, named, head, known)
    if not isinstance(source, (str, os.PathLike)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            f"{medium.name} must be a URL, the path of a file or bytes, not {type(source).__name__}"
        )
    with _opened(medium, source) as file:
        named = f"{medium.name} file {_shortened(os.fspath(source))!r}"
        _check_size(medium, named, os.fstat(file.fileno()).st_size)
        head = file.read(_HEAD)
        found = _format(medium, named, head, known)
        # What is no regular file has no size to be known before.
        rest = file.read(-1 if medium.limit is None else medium.limit)
    _check_size(medium, named, len(head) + len(rest))
    return head + rest, found


def _opened(medium: _Medium, path: str | os.PathLike[str]) -> IO[bytes]:
    name = os.fspath(path)
    if not name:
        raise ValueError(f"{medium.name} is empty text; give a URL, the path of a file, or bytes")
    try:
        return Path(name).open("rb")
    except IsADirectoryError:
        raise ValueError(
            f"{medium.name} must be a file; {_shortened(name)!r} is a folder"
        ) from None
    except (OSError, ValueError) as error:
        # Names that no file can have (ENAMETOOLONG, a null character) are not there either.
        if isinstance(error, OSError) and error.errno not in _NOT_THERE:
            raise
    what = f"no such {medium.name} file"
    if isinstance(path, str):
        what += ", and no URL (http://, https:// or data:) either"
    raise FileNotFoundError(errno.ENOENT, what, _shortened(name))


def _check_size(medium: _Medium, named: str, size: int) -> None:
    if medium.limit is not None and size > medium.limit:
        raise ValueError(
            f"{named} is too large: {medium.name}s may have"
            f" {medium.limit // 1024**2} MB ({medium.limit:,} bytes) at most, this has {size:,}"
        )


def _format(medium: _Medium, named: str, head: bytes, known: str | None) -> str:
    """Return the API's name for the format of content that begins with `head`."""
    if not head:
        raise ValueError(f"{named} is empty")
    if known is not None:
        return known
    found = _media_type(head)
    for name, media_type in medium.formats.items():
        if media_type == found:
            return name
    what = found or f"of no format known here (it begins with the bytes {head[:4].hex(' ')})"
    hint = "; raw samples need audio_format='pcm16'" if medium is _AUDIO else ""
    raise _other_format(medium, named, what + hint)


def _other_format(medium: _Medium, named: str, what: str) -> ValueError:
    *most, last = medium.formats
    return ValueError(f"{named} must be {', '.join(most)} or {last}; it is {what}")


def _media_type(head: bytes) -> str | None:
    """Return what content is that begins with `head`; also of formats that cannot be sent."""
    for signature, media_type in _SIGNATURES.items():
        if head.startswith(signature):
            return media_type
    return _container(head) or _mpeg_audio(head)


def _container(head: bytes) -> str | None:
    """Return what a container holds: formats that differ further in than their first bytes."""
    found = None
    if head.startswith(b"RIFF"):
        found = _RIFF.get(head[8:12])
    elif head.startswith(b"OggS"):
        found = "audio/opus" if b"OpusHead" in head[:256] else "application/ogg"
    elif head.startswith(b"\x1a\x45\xdf\xa3"):
        found = "video/webm" if b"webm" in head[:256] else "video/x-matroska"
    elif head[4:8] == b"ftyp":
        found = _BRANDS.get(head[8:12]) or _BRANDS.get(head[8:11], "video/mp4")
    elif head[4:8] in {b"moov", b"mdat", b"wide"}:  # QuickTime from before there were brands
        found = "video/quicktime"
    elif head.startswith(b"ID3"):
        is_flac = head[_after_id3(head) :].startswith(b"fLaC")
        found = "audio/flac" if is_flac else "audio/mpeg"
    return found


def _after_id3(head: bytes) -> int:
    """Return where a tag in front of a recording ends: its size is four times seven bits."""
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _mpeg_audio(head: bytes) -> str | None:
    """Return what content is that begins with the header of a frame of MPEG audio.

    After eleven bits that are 1 it says: version, layer, protection; bit rate, sampling rate.
    """
    if len(head) < 4 or head[0] != 0xFF or head[1] < 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    if layer == 0 and head[1] >= 0xF0:
        return "audio/aac"
    is_layer_3 = layer == 1 and version != 1
    return "audio/mpeg" if is_layer_3 and head[2] >> 4 != 15 and head[2] >> 2 & 3 != 3 else None


def _shortened(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}... ({len(name)} characters)"


_SIGNATURES: Final = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"BM": "image/bmp",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
    b"<svg": "image/svg+xml",
    b"fLaC": "audio/flac",
    b"%PDF-": "application/pdf",
}
_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
# Containers of the kind of MP4 that are something else.
_BRANDS: Final = {
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"3gp": "video/3gpp",
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
}
