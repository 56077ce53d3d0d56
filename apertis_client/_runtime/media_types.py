"""The media type of a file, recognized by its first bytes.

Not a library: `filetype` and `puremagic`, the ones in pure Python, take Opus for Vorbis.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["media_type"]

# Formats that the API does not take are recognized as well, so that a message can name them.
# The first pattern that matches decides.
_PATTERNS: Final = (
    ("image/png", rb"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", rb"\xff\xd8\xff"),
    ("image/gif", rb"GIF8[79]a"),
    ("image/bmp", rb"BM"),
    ("image/tiff", rb"II\*\0|MM\0\*"),
    ("image/svg+xml", rb"<svg"),
    ("application/pdf", rb"%PDF-"),
    # RIFF: the kind follows the size.
    ("image/webp", rb"RIFF.{4}WEBP"),
    ("audio/wav", rb"RIFF.{4}WAVE"),
    ("video/x-msvideo", rb"RIFF.{4}AVI "),
    # Ogg and Matroska: the first page, or the header, names the codec or the document type.
    ("audio/opus", rb"OggS.{,250}OpusHead"),
    ("application/ogg", rb"OggS"),
    ("video/webm", rb"\x1a\x45\xdf\xa3.{,250}webm"),
    ("video/x-matroska", rb"\x1a\x45\xdf\xa3"),
    # ISO base media files name their brand; QuickTime files from before there were brands do not.
    ("video/quicktime", rb".{4}(ftypqt  |moov|mdat|wide)"),
    ("audio/mp4", rb".{4}ftypM4[AB] "),
    ("video/3gpp", rb".{4}ftyp3gp"),
    ("image/avif", rb".{4}ftypavi[fs]"),
    ("image/heic", rb".{4}ftyphei[cx]"),
    ("image/heif", rb".{4}ftypm[is]f1"),
    ("video/mp4", rb".{4}ftyp"),
    ("audio/flac", rb"fLaC"),
    # Eleven set bits, version, layer, protection; then the bit rate, of which 15 is invalid.
    ("audio/aac", rb"\xff[\xf0\xf1\xf8\xf9]"),
    ("audio/mpeg", rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x00-\xef]"),
)


def media_type(head: bytes) -> str | None:
    """Return the media type of content that begins with `head`, None if it is not recognized.

    Args:
        head: The first bytes, at least 256 if there are so many.
    """
    if head.startswith(b"ID3"):
        is_flac = head[_id3_length(head) :].startswith(b"fLaC")
        return "audio/flac" if is_flac else "audio/mpeg"
    matching = (name for name, pattern in _PATTERNS if re.match(pattern, head, re.DOTALL))
    return next(matching, None)


def _id3_length(head: bytes) -> int:
    """Return the length of an ID3v2 tag (section 3.1): its size has seven bits in each byte."""
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size
