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
    Iterator,
    Mapping,
)
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from apertis_client._runtime.decompression import make_decoder

from .._importing import httpx, importing
from .http11 import MAX_HEAD_BYTES, Head
from .target import Target

if TYPE_CHECKING:
    from .body import Body

__all__ = ["Content", "Request", "Response", "Sender", "StreamedContent", "capitalized"]


class StreamedContent(Protocol):
    """A body that is read as it is sent, as often as it is sent."""

    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...


Content: TypeAlias = bytes | StreamedContent


def capitalized(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers by their usual names, which some mocks compare letter by letter."""
    return {name.title(): value for name, value in headers.items()}


class Request:
    """A request.

    Args:
        method: The method.
        target: Where it is sent.
        headers: All headers, by lower-case name.
        content: The body; None for none.
        timeouts: The seconds of each phase, as httpx has them, asked for when the phase begins.
        built: The request of httpx that it stands for, if there is one.

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
        *,
        built: httpx.Request | None = None,
    ) -> None:
        self.method = method
        self.target = target
        self.headers = headers
        self.content = content
        self.timeouts = timeouts
        self.max_head_bytes: int | None = MAX_HEAD_BYTES
        self._httpx = built
        self._end: Callable[[], object] | None = None
        self._is_interrupted = False

    @property
    def httpx(self) -> httpx.Request:
        """The request of httpx that stands for this one, always the same."""
        if self._httpx is None:
            content: Any = self.content or b""
            is_whole = isinstance(content, bytes)
            self._httpx = httpx.Request(
                self.method,
                self.target.url,
                headers=capitalized(self.headers),
                stream=httpx.ByteStream(content) if is_whole else content,
            )
            if is_whole:
                self._httpx.read()  # so that it has its `content`
        self._httpx.extensions.update(
            timeout=self.timeouts,
            max_header_bytes=self.max_head_bytes,
            interruptible=self.on_interrupt,
        )
        return self._httpx

    def redirected(self, method: str, target: Target) -> Request:
        """Return the request that repeats this one elsewhere, without the body if by GET."""
        headers = {**self.headers, "host": target.host}
        content = self.content
        if method == "GET":
            content = None
            for name in ("content-length", "content-type", "transfer-encoding"):
                headers.pop(name, None)
        repeated = Request(method, target, headers, content, self.timeouts)
        repeated.max_head_bytes = self.max_head_bytes
        return repeated

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


class Sender(Protocol):
    """What sends requests."""

    async def send(self, request: Request) -> Response: ...
    async def close(self) -> None: ...


class Response:
    """A response whose body may be unread.

    Args:
        request: The request that it answers.
        head: Its head.
        body: Its body, as it is sent.
        received: The response of httpx that it stands for, if there is one.

    Attributes:
        place: The process, and in async the event loop, that its connection belongs to; None where
            it has none.
        history: The redirects that led to it.
        content: The whole body, decompressed, once it was read.
    """

    def __init__(
        self, request: Request, head: Head, body: Body, received: httpx.Response | None = None
    ) -> None:
        self.request = request
        self.head = head
        self.body = body
        self.place: object = None
        self.history: list[Response] = []
        self.content: bytes | None = None
        if received is not None and received.is_stream_consumed:  # by a hook, or made so
            self.content = received.content
        self._is_kept = True
        self._httpx = received
        self._steps: AsyncGenerator[bytes] | None = None

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
                from .body import ResponseStream

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
        decode = make_decoder(self.header(b"content-encoding"))
        piece: bytes | None = b""
        while piece is not None:
            piece = await self.body.next_piece()
            for step in decode(piece or b"") if decode else filter(None, [piece]):
                yield step

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
