"""Reads the content of an image, wherever it is."""

from __future__ import annotations
from .importing import importing

import os
from base64 import b64decode

from .files import replace_file
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
            ValueError: The image has neither content nor an http or https URL.
            httpx.HTTPError: It cannot be downloaded.
        """
        url, content = (self.__dict__.get(name) or "" for name in ("url", "b64_json"))
        if url.startswith("data:"):
            content = url.partition(",")[2]
        if content:
            return b64decode(content)
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
