"""Requests and responses as the core has them, made without a network."""

from __future__ import annotations

import httpx

from apertis._transport.http11 import Head, join_values
from apertis._transport.messages import Request, Response
from apertis._transport.target import target_of

__all__ = ["request_to", "response_of"]


class _Body:
    """The body of a response, in one piece."""

    def __init__(self, content: bytes) -> None:
        self._pieces = iter([content])

    async def next_piece(self) -> bytes | None:
        return next(self._pieces, None)

    async def close(self) -> None:
        pass


def request_to(url: str, method: str = "POST", content: bytes | None = None) -> Request:
    """Return a request without headers of the user's own."""
    target = target_of(httpx.URL(url))
    return Request(method, target, {"host": target.host}, content, {})


def response_of(
    status: int = 200,
    headers: dict[str, str] | None = None,
    content: bytes = b"",
    request: Request | None = None,
) -> Response:
    """Return a response."""
    fields = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
    head = Head(status, b"", b"1.1", fields, join_values(fields))
    return Response(request or request_to("http://127.0.0.1/v1"), head, _Body(content))
