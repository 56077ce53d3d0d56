"""Reads the content of an image, wherever it is."""

from __future__ import annotations

import os
from base64 import b64decode
from urllib.parse import unquote_to_bytes

from .files import replace_file
from .importing import importing
from .json_object import JSONObject

__all__ = ["ImageMethods"]


class ImageMethods(JSONObject):
    """An image, which came as base64 or as a URL."""

    __slots__ = ()

    def read(self, *, timeout: float = 60.0) -> bytes:
        """Return the content of the image; it is downloaded where it came as a URL, without a key.

        Args:
            timeout: Seconds of silence before a download fails.

        Raises:
            ValueError: The image has neither content nor an http or https URL, or content that is
                not base64.
            httpx.HTTPError: It cannot be downloaded.
        """
        url, content = (str(self.__dict__.get(name) or "") for name in ("url", "b64_json"))
        if content:
            return _decoded(content, "b64_json")
        if url.startswith("data:"):  # RFC 2397
            kind, _, data = url.partition(",")
            whole = unquote_to_bytes(data)
            return _decoded(whole, "url") if kind.endswith(";base64") else whole
        if not url.startswith(("http://", "https://")):
            raise ValueError("the image has neither b64_json nor an http or https URL")
        with importing:
            import httpx

        response = httpx.get(url, timeout=timeout, follow_redirects=True)
        return response.raise_for_status().content

    def save(self, file: str | os.PathLike[str], *, timeout: float = 60.0) -> None:
        """Write the content of the image to a file, which is replaced in one step where it exists.

        Raises as `read` does, and `OSError` where the file cannot be written or is not a regular
        one; the file is then as it was. It blocks: in asynchronous code, call it by
        ``await asyncio.to_thread(image.save, file)``.
        """
        replace_file(file, self.read(timeout=timeout))


def _decoded(text: str | bytes, member: str) -> bytes:
    """Return the bytes that base64 stands for, which may be broken into lines (RFC 2045, 6.8)."""
    lines = text.encode() if isinstance(text, str) else text
    try:
        return b64decode(b"".join(lines.split()), validate=True)
    except ValueError as error:
        raise ValueError(f"the {member} of the image is not base64: {error}") from None
