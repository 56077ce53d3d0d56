"""Reads the body of a response within the time limits of its call."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, TypeVar

from .._errors.from_response import status_error
from .._errors.secrets import hide_keys
from .._errors.tree import ApertisError, APIConnectionError, APIError
from .._transport.failures import describe, is_timeout, transport_errors

if TYPE_CHECKING:
    import httpx

    from .._transport.backend import Backend
    from .limits import TimeLimits

__all__ = ["OpenResponse", "failure"]

R = TypeVar("R")


class OpenResponse:
    """A response whose body is still to be read, within the time limits of its call.

    Attributes:
        response: The response of httpx.
        backend: What reads the body.
        limits: The time limits of the call.
    """

    def __init__(self, response: httpx.Response, backend: Backend, limits: TimeLimits) -> None:
        self.response = response
        self.backend = backend
        self.limits = limits
        self._pieces: Any = None

    async def read(self) -> bytes:
        """Read the body to its end and return it, decompressed.

        Raises:
            APIConnectionError: the body broke off, or did not come in time.
            ApertisError: the body has been read in pieces, which are not kept.
        """
        if self._pieces is not None:
            raise ApertisError("the body was read in pieces, which are not kept")
        if not self.response.is_stream_consumed:
            await self._hold(self.backend.read(self.response))
        return self.response.content

    async def next_piece(self) -> bytes | None:
        """Return the next piece of the body, decompressed; None at its end. Raises as `read`."""
        if self._pieces is None:
            self._pieces = self.backend.pieces(self.response)
        return await self._hold(self.backend.next_piece(self._pieces))

    async def close(self) -> None:
        """Close the response; what was not read is lost."""
        await self.backend.close_response(self.response)

    async def _hold(self, reading: Awaitable[R]) -> R:
        try:
            async with self.backend.limit(self.limits.left(), self.response):
                result = await reading
            self.limits.check()
        except BaseException as error:
            await self.close()
            if not isinstance(error, transport_errors()):
                raise
            caught = error
        else:
            return result
        raise failure(caught, self.response.request, self.limits)


def failure(error: Exception, request: httpx.Request | None, limits: TimeLimits) -> APIError:
    """Return our exception for one that httpx raised while it sent or read, which is its cause.

    To be called after the handler that caught `error`, as `hide_keys` is.
    """
    failed = _failure(error, request, limits)
    failed.__cause__ = hide_keys(error, request)
    return failed


def _failure(error: Exception, request: httpx.Request | None, limits: TimeLimits) -> APIError:
    import httpx

    if is_timeout(error) or limits.passed():
        return limits.error(error, request)
    if isinstance(error, httpx.HTTPStatusError):  # raised by a hook of the user's own client
        content = error.response.content if error.response.is_stream_consumed else b""
        return status_error(error.response, content)
    lost = APIConnectionError(describe(error, request), request=request)
    lost.repeatable = not isinstance(
        error, (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.TooManyRedirects)
    )
    return lost
