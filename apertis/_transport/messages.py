"""Requests and responses, as the core sends and receives them.

Those of httpx, which programs see in errors and raw responses, are made from them when they are
asked for: making them takes a fifth of the time of a call.
"""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from typing import Any, Protocol, TypeAlias

from apertis_client._runtime.decompression import make_decoder

from .._importing import httpx, importing
from .http11 import MAX_HEAD_BYTES, Head, join_values, request_bytes
from .target import Target, target_of

__all__ = ["Body", "Content", "Request", "Response"]


class StreamedContent(Protocol):
    """A body that is read as it is sent, as often as it is sent."""

    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...


Content: TypeAlias = bytes | StreamedContent


class Request:
    """A request.

    Args:
        method: The method.
        target: Where it is sent.
        headers: All headers, by lower-case name.
        content: The body; None for none.
        timeouts: The seconds of each phase, as httpx has them, asked for when the phase begins.

    Attributes:
        max_head_bytes: The most bytes that the head of the response may have, over our connections.
    """

    def __init__(
        self,
        method: str,
        target: Target,
        headers: Mapping[str, str],
        content: Content | None,
        timeouts: Mapping[str, float | None],
    ) -> None:
        self.method = method
        self.target = target
        self.headers = headers
        self.content = content
        self.timeouts = timeouts
        self.max_head_bytes: int | None = MAX_HEAD_BYTES
        self._httpx: httpx.Request | None = None
        self._end: Callable[[], object] | None = None
        self._is_interrupted = False

    @classmethod
    def of_httpx(
        cls, request: httpx.Request, content: Content | None, timeouts: Mapping[str, float | None]
    ) -> Request:
        """Return what stands for a request that an HTTP client has built."""
        made = cls(request.method, target_of(request.url), request.headers, content, timeouts)
        made._httpx = request
        request.extensions.update(made._extensions)
        return made

    @property
    def httpx(self) -> httpx.Request:
        """The request of httpx that stands for this one, always the same."""
        if self._httpx is None:
            content: Any = self.content or b""
            is_whole = isinstance(content, bytes)
            self._httpx = httpx.Request(
                self.method,
                self.target.url,
                headers=self.headers,
                stream=httpx.ByteStream(content) if is_whole else content,
                extensions=self._extensions,
            )
            if is_whole:
                self._httpx.read()  # so that it has its `content`
        return self._httpx

    @property
    def _extensions(self) -> dict[str, Any]:
        return {"timeout": self.timeouts, "interruptible": self.on_interrupt}

    def pieces(self, *, is_async: bool) -> tuple[bytes, ...] | AsyncIterator[bytes]:
        """Return what is sent."""
        content = self.content or b""
        whole = content if isinstance(content, bytes) else b""
        sent = request_bytes(self.method, self.target.path, self.headers.items(), whole)
        return sent if isinstance(content, bytes) else _streamed(sent, content, is_async=is_async)

    def redirected(self, method: str, target: Target) -> Request:
        """Return the request that repeats this one elsewhere, without the body if by GET."""
        headers = {**self.headers, "host": target.host}
        content = self.content
        if method == "GET":
            content = None
            for name in ("content-length", "content-type", "transfer-encoding"):
                headers.pop(name, None)
        return Request(method, target, headers, content, self.timeouts)

    def interrupt(self) -> None:
        """End the exchange from another thread, at once or as soon as that can be done."""
        self._is_interrupted = True
        if self._end is not None:
            self._end()

    def on_interrupt(self, end: Callable[[], object] | None) -> None:
        """Say what ends the exchange; None where it is over."""
        self._end = end
        if end is not None and self._is_interrupted:
            end()


async def _streamed(
    head: Iterable[bytes], content: StreamedContent, *, is_async: bool
) -> AsyncIterator[bytes]:
    for piece in head:
        yield piece
    if is_async:
        async for piece in content:
            yield piece
    else:
        for piece in content:
            yield piece


class Body(Protocol):
    """The body of a response, compressed or not."""

    async def next_piece(self) -> bytes | None:
        """Return what arrives next; None at the end."""
        ...

    async def close(self) -> None:
        """Close it, read or not."""
        ...


class Response:
    """A response whose body may be unread.

    Attributes:
        request: The request that it answers.
        head: Its head.
        body: Its body, as it is sent.
        place: The process, and in async the event loop, that its connection belongs to.
        history: The redirects that led to it.
        content: The whole body, decompressed, once it was read.
    """

    def __init__(self, request: Request, head: Head, body: Body, place: object = None) -> None:
        self.request = request
        self.head = head
        self.body = body
        self.place = place
        self.history: list[Response] = []
        self.content: bytes | None = None
        self._is_kept = True
        self._httpx: httpx.Response | None = None
        self._steps: AsyncGenerator[bytes] | None = None

    @classmethod
    def of_httpx(cls, request: Request, response: httpx.Response, body: Body) -> Response:
        """Return what stands for a response that an HTTP client has received."""
        headers = response.headers.raw
        version: bytes = response.extensions.get("http_version", b"HTTP/1.1")
        head = Head(
            response.status_code,
            response.reason_phrase.encode("ascii", "replace"),
            version.removeprefix(b"HTTP/"),
            headers,
            join_values(headers),
        )
        made = cls(request, head, body)
        made._httpx = response
        if response.is_stream_consumed:  # by a hook, or made so
            made.content = response.content
        return made

    @property
    def status_code(self) -> int:
        """The status."""
        return self.head.status

    def header(self, name: bytes) -> str:
        """Return the value of a header by its lower-case name; nothing where there is none."""
        return self.head.fields.get(name, b"").decode("latin-1")

    @property
    def httpx(self) -> httpx.Response:
        """The response of httpx that stands for this one, always the same."""
        if self._httpx is None:
            with importing:
                from .response_stream import ResponseStream

            head = self.head
            self._httpx = httpx.Response(
                head.status,
                headers=head.headers,
                request=self.request.httpx,
                stream=ResponseStream(self.body),
                extensions=head.extensions,
            )
            self._update()
        if self.history:
            self._httpx.history = [response.httpx for response in self.history]
        return self._httpx

    def piece_reader(self) -> Callable[[], Awaitable[bytes | None]]:
        """Return `next_piece`, or what it would call each time."""
        is_plain = self.content is None and b"content-encoding" not in self.head.fields
        return self.body.next_piece if is_plain else self.next_piece

    async def next_piece(self) -> bytes | None:
        """Return what arrives next of the body, decompressed; None at its end.

        A body that was read as a whole comes in one piece, once.

        Raises:
            httpx.TransportError: it broke off.
            httpx.DecodingError: it cannot be decompressed, or ended early.
        """
        if self.content is not None:
            is_first, self._is_kept = self._is_kept, False
            return self.content if is_first else None
        if b"content-encoding" not in self.head.fields:
            return await self.body.next_piece()
        if self._steps is None:
            self._steps = self._decompress()
        return await anext(self._steps, None)

    async def _decompress(self) -> AsyncGenerator[bytes]:
        try:
            decode = make_decoder(self.header(b"content-encoding"))
            is_open = True
            while is_open:
                piece = await self.body.next_piece()
                is_open = piece is not None
                for step in decode(piece or b"") if decode else filter(None, [piece]):
                    yield step
        except httpx.DecodingError:
            self.request.interrupt()  # who knows what its connection would give next
            raise

    def keep(self, content: bytes) -> None:
        """Keep the whole body."""
        self.content = content
        self._update()

    async def close(self) -> None:
        """Close the response, read or not."""
        await self.body.close()
        self._update()

    def _update(self) -> None:
        # What `httpx.Response.read` does, but decompressed by us, and within a limit.
        if self._httpx is not None and self.content is not None:
            self._httpx._content = self.content  # pyright: ignore[reportPrivateUsage]
            self._httpx.is_stream_consumed = self._httpx.is_closed = True
