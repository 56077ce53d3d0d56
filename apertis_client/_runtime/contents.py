"""What a successful response holds that is not a JSON object: bytes, or text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import cast

from .error_body import holds_error
from .files import replace_file
from .json_object import JSONObject, is_object
from .json_text import decode_body, decode_text
from .response import AttachedHeaders

__all__ = ["BinaryContent", "decode_content"]


class BinaryContent(AttachedHeaders):
    """The bytes of a response, such as a sound or a video.

    Attributes:
        content: The bytes.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content

    def read(self) -> bytes:
        """Return the bytes."""
        return self.content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the bytes in pieces of `chunk_size` bytes, the last one shorter; 64 KiB if None."""
        size = chunk_size or 2**16
        for start in range(0, len(self.content), size):
            yield self.content[start : start + size]

    def stream_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write the bytes to a file, which is replaced in one step where it exists.

        Raises:
            OSError: The file cannot be written, or is not a regular one; it is as it was.
        """
        replace_file(file, self.content)

    write_to_file = stream_to_file

    def __repr__(self) -> str:
        kind = self.headers.get("content-type", "of an unknown type")
        return f"<{type(self).__name__} of {len(self.content)} bytes, {kind}>"


def decode_content(
    made: type[BinaryContent | str], member: str, content: bytes, content_type: str
) -> BinaryContent | str | None:
    """Return the body of a successful response as the bytes or the text that it is to be.

    Args:
        made: Which of both it is to be.
        member: The member that has the text, where an object came instead, such as ``text``.
        content: The body.
        content_type: Its header ``content-type``.

    Returns:
        None where bytes are promised and the body is a JSON object all the same; where it is an
        error or a page, or empty instead of bytes; and where an object that came instead of text
        lacks that member.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind in ("text/html", "text/event-stream"):
        return None
    # Some servers report errors as JSON under whatever type was asked for.
    is_json = kind.endswith("json")
    may_be_json = is_json or content[:64].lstrip().startswith(b"{")
    body = decode_body(content, content_type) if may_be_json else None
    if made is str:
        if is_object(body):
            if holds_error(body, JSONObject):
                return None
            if is_json:  # from a server that answers with an object, whatever was asked for
                body = body.get(member)
                return body if isinstance(body, str) else None
        is_json_text = is_json and isinstance(body, str)
        return cast("str", body) if is_json_text else decode_text(content, content_type)
    if is_object(body):
        return None
    is_binary = content and not is_json and not kind.startswith("text/")
    return BinaryContent(content) if is_binary else None
