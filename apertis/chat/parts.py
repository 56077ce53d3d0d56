"""Parts of a message that hold an image, a recording or a video.

The format of a file is recognized by its content; its name is ignored.
"""

from __future__ import annotations

import base64
import errno
import os
import re
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, TypeAlias

from apertis_client._runtime.files import open_regular
from apertis_client._runtime.media_types import media_type

from .._declared import resolvable

if TYPE_CHECKING:
    from apertis_client.models import ImageDetail, InputAudioFormat
    from apertis_client.models.image_url_content_part import ImageURLContentPartDict
    from apertis_client.models.input_audio_content_part import InputAudioContentPartDict
    from apertis_client.models.video_url_content_part import VideoURLContentPartDict

__all__ = ["MediaSource", "audio_part", "image_part", "video_part"]

MediaSource: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview
"""An http, https or data URL, the path of a file, or the content itself."""


class _Medium(NamedTuple):
    """A kind of part.

    Attributes:
        name: The name of the argument.
        formats: The media types that can be sent, by the API's names for the formats.
        limit: The most bytes; None if the documentation names no limit.
    """

    name: str
    formats: dict[str, str]
    limit: int | None = None


_MEGABYTE: Final = 1024 * 1024
_IMAGE: Final = _Medium(
    "image",
    {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"},
    limit=20 * _MEGABYTE,
)
_AUDIO: Final = _Medium(
    "audio",
    {"wav": "audio/wav", "mp3": "audio/mpeg", "flac": "audio/flac", "opus": "audio/opus"},
    limit=25 * _MEGABYTE,  # documented for recordings that are to be transcribed
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

_HEAD: Final = 4096  # bytes, enough to recognize a format
_NOT_THERE: Final = {errno.ENOENT, errno.ENAMETOOLONG, errno.ENOTDIR}
_SHOWN: Final = 200  # characters of a name that a message repeats


@resolvable
def image_part(
    image: MediaSource, *, detail: ImageDetail | str | None = "auto"
) -> ImageURLContentPartDict:
    """Return the part of a message that shows an image.

    Args:
        image: A URL (``http:``, ``https:``, ``data:``), which is sent as it is; or the path of a
            file or its content: PNG, JPEG, GIF or WebP.
        detail: How closely the model looks: ``auto``, ``low`` or ``high``.

    Raises:
        OSError: The file cannot be read; `FileNotFoundError` if there is none.
        ValueError: The content is of another format, or larger than 20 MB (20 * 1024 * 1024
            bytes), or the path is not that of a regular file.
        TypeError: `image` is neither text, a path nor bytes.
    """
    url = _url(_IMAGE, image)
    return {
        "type": "image_url",
        "image_url": {"url": url} if detail is None else {"url": url, "detail": detail},
    }


@resolvable
def audio_part(
    audio: MediaSource, *, audio_format: InputAudioFormat | str | None = None
) -> InputAudioContentPartDict:
    """Return the part of a message that holds a recording.

    Args:
        audio: The path of a file, its content, or a ``data:`` URL. The API takes no other URL.
        audio_format: ``wav``, ``mp3``, ``flac``, ``opus`` or ``pcm16``; recognized by the content
            if left out. Content given as bytes is sent as the format that is given here, whatever
            it is; a file has to be a recording all the same. Raw samples (``pcm16``) cannot be
            recognized: give them as bytes.

    Raises:
        OSError: The file cannot be read; `FileNotFoundError` if there is none.
        ValueError: The content is of another format, or larger than 25 MB (25 * 1024 * 1024
            bytes), or the path is not that of a regular file, or `audio` is an http URL.
        TypeError: `audio` is neither text, a path nor bytes.
    """
    if isinstance(audio, str) and (scheme := _scheme(audio)):
        if scheme != "data":
            raise ValueError(
                "audio cannot be a URL: the API takes the recording itself."
                " Pass the path of a file, or its content"
            )
        audio = _decode(audio)
    content, found = _content(_AUDIO, audio, told=audio_format)
    return {
        "type": "input_audio",
        "input_audio": {"data": base64.b64encode(content).decode("ascii"), "format": found},
    }


@resolvable
def video_part(video: MediaSource) -> VideoURLContentPartDict:
    """Return the part of a message that shows a video.

    Args:
        video: A URL (``http:``, ``https:``, ``data:``), which is sent as it is; or the path of a
            file or its content: MP4, MOV, AVI, MKV or WebM. How large it may be depends on the
            model.

    Raises:
        OSError: The file cannot be read; `FileNotFoundError` if there is none.
        ValueError: The content is of another format, or the path is not that of a regular file.
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
    """Return the scheme of a URL that can be sent, None if the text is something else."""
    found = re.match("(?:(https?)://|(data):)", text, re.IGNORECASE)
    return (found[1] or found[2]).lower() if found else None


def _check_data_url(medium: _Medium, url: str) -> None:
    head, comma, _ = url[5:_HEAD].lower().partition(",")
    kind = head.partition(";")[0]
    if not (comma and kind.startswith(f"{medium.name}/") and head.endswith(";base64")):
        raise ValueError(
            f"{medium.name} was given as a data URL that does not begin with"
            f" data:{medium.name}/...;base64, but with {url[: 5 + min(len(head), 40)]!r}"
        )
    # What people write: image/jpg and video/mov for what is image/jpeg and video/quicktime.
    known = " ".join(("jpg", *medium.formats, *medium.formats.values()))
    if kind.partition("/")[2].removeprefix("x-") not in re.findall(r"[a-z0-9]+", known):
        raise _other_format(medium, f"{medium.name}, given as a data URL,", kind)
    _check_size(medium, "the data URL", _decoded_size(url))


def _decode(url: str) -> bytes:
    """Return the recording that a data URL holds."""
    head, _, data = url.partition(",")
    if not head.lower().endswith(";base64"):
        raise ValueError("audio was given as a data URL that is not data:audio/...;base64,...")
    _check_size(_AUDIO, "the data URL", _decoded_size(url))
    try:
        return base64.b64decode(data, validate=True)
    except ValueError as error:  # also for characters beyond ASCII
        raise ValueError(f"audio was given as a data URL with invalid base64: {error}") from None


def _decoded_size(url: str) -> int:
    """Return how many bytes a data URL holds at least."""
    return (len(url) - url.index(",") - 3) * 3 // 4


def _content(
    medium: _Medium, source: MediaSource, *, told: str | None = None
) -> tuple[bytes | bytearray | memoryview, str]:
    """Return the content of a source and the API's name for its format.

    A file that cannot be sent is refused before all of it is read.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        named = f"{medium.name}, given as bytes,"
        view = memoryview(source)
        _check_size(medium, named, view.nbytes)
        if told is not None and view.nbytes:
            return source, told
        return source, _recognize(medium, named, bytes(view.cast("B")[:_HEAD]))
    if not isinstance(source, (str, os.PathLike)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            f"{medium.name} must be a URL, the path of a file or bytes, not {type(source).__name__}"
        )
    with _open(medium, source) as file:
        named = f"{medium.name} file {_shorten(os.fspath(source))!r}"
        _check_size(medium, named, os.fstat(file.fileno()).st_size)
        head = file.read(_HEAD)
        found = _recognize(medium, named, head, told)
        # No more than may be sent: the file may have grown.
        rest = file.read(-1 if medium.limit is None else medium.limit)
    _check_size(medium, named, len(head) + len(rest))
    return head + rest, found


def _open(medium: _Medium, path: str | os.PathLike[str]) -> BinaryIO:
    name = os.fspath(path)
    if not name:
        raise ValueError(f"{medium.name} is empty text; pass a URL, the path of a file, or bytes")
    try:
        return open_regular(name)
    except (OSError, ValueError) as error:
        code = error.errno if isinstance(error, OSError) else None
        if code in {errno.EISDIR, errno.EINVAL, errno.ENXIO}:  # a folder, pipe, device or socket
            raise ValueError(
                f"{medium.name} must be a regular file, which {_shorten(name)!r} is not; read it"
                " yourself and pass the bytes"
            ) from None
        # A name that no file can have (ENAMETOOLONG, a null character) is not that of a file.
        if code is not None and code not in _NOT_THERE:
            raise
    what = f"no such {medium.name} file"
    if isinstance(path, str):
        what += ", and it is not a URL (http://, https:// or data:)"
    raise FileNotFoundError(errno.ENOENT, what, _shorten(name))


def _check_size(medium: _Medium, named: str, size: int) -> None:
    if medium.limit is not None and size > medium.limit:
        raise ValueError(
            f"{named} is too large: {medium.name} may have at most {medium.limit // _MEGABYTE} MB"
            f" ({medium.limit:,} bytes), and this has {size:,}"
        )


def _recognize(medium: _Medium, named: str, head: bytes, told: str | None = None) -> str:
    """Return the API's name for the format of content that begins with `head`.

    The caller may have `told` it; then a recording of any format will do.
    """
    if not head:
        raise ValueError(f"{named} is empty")
    found = media_type(head)
    if told is not None and found and found.startswith(("audio/", "application/ogg")):
        return told
    for name, kind in medium.formats.items():
        if kind == found:
            return name
    what = found or f"of an unknown format (it begins with the bytes {head[:4].hex(' ')})"
    hint = "; pass raw samples as bytes, with audio_format='pcm16'" if medium is _AUDIO else ""
    raise _other_format(medium, named, what + hint)


def _other_format(medium: _Medium, named: str, what: str) -> ValueError:
    *most, last = medium.formats
    return ValueError(f"{named} must be {', '.join(most)} or {last}; it is {what}")


def _shorten(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}... ({len(name)} characters)"
