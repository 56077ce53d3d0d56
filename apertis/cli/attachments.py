"""Files that go with a question, recognized by their content."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from apertis_client._runtime.files import open_regular
from apertis_client._runtime.media_types import media_type

from ..chat.parts import audio_part, image_part, video_part
from .input import piped_bytes

__all__ = ["attachment"]


def attachment(source: str) -> dict[str, Any]:
    """Return the part of a message for a file, ``-`` for standard input, or the URL of an image.

    Text becomes text, and what is neither that nor an image, a recording or a video is sent as a
    file.

    Raises:
        OSError: The file cannot be read.
        ValueError: The API does not take its format, or it is too large.
    """
    if source.startswith(("https://", "http://", "data:")):
        made: Any = image_part(source)
        return dict(made)
    content, name = _read(source)
    kind = media_type(content[:4096]) or _text_type(content)
    try:
        return _part(kind, content, name)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _part(kind: str, content: bytes, name: str) -> dict[str, Any]:
    made: Any
    match kind.partition("/")[0]:
        case "image":
            made = image_part(content)
        case "audio":
            made = audio_part(content)
        case "video":
            made = video_part(content)
        case "text":
            made = {"type": "text", "text": f"{name}:\n\n{content.decode()}"}
        case _:
            data = f"data:{kind};base64,{base64.b64encode(content).decode()}"
            made = {"type": "file", "file": {"filename": name, "file_data": data}}
    return dict(made)


def _read(source: str) -> tuple[bytes, str]:
    if source == "-":
        return piped_bytes(), "standard input"
    with open_regular(Path(source).expanduser()) as file:
        return file.read(), Path(source).name


def _text_type(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return "application/octet-stream"
    return "application/octet-stream" if "\0" in text else "text/plain"
