"""The body of a form, which is read as it is sent, as often as it is sent."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping
from typing import Any, cast

import httpx

from apertis_client._runtime.forms import form_fields

from .._transport.async_backend import in_thread

__all__ = ["FormBody"]


class FormBody(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A form in pieces of at most 64 KiB, each read when it is sent.

    Args:
        members: The members of the body.
        files: The names of those that are files, and how many bytes each may have.

    Attributes:
        headers: The headers that say what it is, and how long.
    """

    def __init__(self, members: Mapping[str, Any], files: Mapping[str, int | None]) -> None:
        request = httpx.Request("POST", "http://form", files=form_fields(members, files))
        self.headers: Mapping[str, str] = {
            name: request.headers[name] for name in ("content-type", "content-length")
        }
        self._stream = cast("httpx.SyncByteStream", request.stream)

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except OSError as error:  # or it would be taken for one of the connection
            raise httpx.LocalProtocolError(f"cannot read what is to be sent: {error}") from error

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        pieces = iter(self)
        # In a thread: where a file is on a slow disk, the event loop goes on.
        while (piece := await in_thread(lambda: next(pieces, None))) is not None:
            yield piece
