"""An open response: its body is read within the limits of its call, and decoded."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.contents import decode_content
from apertis_client._runtime.error_body import decode_model
from apertis_client._runtime.json_text import decode_body
from apertis_client._runtime.response import AttachedHeaders

from .._errors.from_response import body_error, status_error
from .._errors.secrets import hide_keys
from .._errors.tree import APIConnectionError, APIError, APIResponseValidationError
from .._importing import httpx
from .._transport.failures import describe, is_final, is_timeout, transport_errors

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation
    from apertis_client._runtime.response import ResponseModel

    from .._tracing.call import TracedCall
    from .._transport.backend import Backend
    from .._transport.messages import Response
    from .limits import TimeLimits
    from .settings import Settings

__all__ = ["OpenResponse", "decode_response", "failure"]

A = TypeVar("A", bound="ResponseModel")
R = TypeVar("R")

# What explains an error is shorter; looking for it, and for keys, takes far longer than reading.
_ERROR_BYTES = 4 * 2**20


class OpenResponse:
    """A response whose body is still to be read, within the limits of its call.

    Attributes:
        response: The response.
        backend: What reads the body.
        limits: The time limits of the call.
        settings: The settings of the client, some of which bound what is read.
        traced: The call if it is traced, and its end is still to come.
    """

    def __init__(
        self,
        response: Response,
        backend: Backend,
        limits: TimeLimits,
        settings: Settings,
    ) -> None:
        self.response = response
        self.backend = backend
        self.limits = limits
        self.settings = settings
        self.traced: TracedCall | None = None

    async def read(self) -> bytes:
        """Read the body to its end and return it, decompressed.

        Raises:
            APIConnectionError: the body broke off, or did not come in time.
            APIResponseValidationError: the body has more than `max_response_bytes`, decompressed.
        """
        content = self.response.content
        if content is None:
            received: list[bytes] = []
            most = self.settings.max_response_bytes
            if not await self._hold(self._receive(received, most)):
                await self.close()
                raise self.too_large()
            content = b"".join(received)
            self.response.keep(content)
        return content

    async def read_error(self) -> bytes:
        """Read the body of an error and close the response; return the beginning of a large one.

        Returns what came before the body broke off or the time was over.
        """
        content = self.response.content
        if content is None:
            size = min(_ERROR_BYTES, self.settings.max_response_bytes or _ERROR_BYTES)
            received: list[bytes] = []
            try:
                is_whole = await self._hold(self._receive(received, size))
            except APIConnectionError:
                is_whole = True  # and closed
            if not is_whole:
                await self.close()
            content = b"".join(received)[:size]
            self.response.keep(content)
        return content

    async def next_piece(self) -> bytes | None:
        """Return the next piece of the body, decompressed; None at its end. Raises as `read`."""
        return await self._hold(self.response.next_piece())

    def keep_traced(self, call: TracedCall) -> None:
        """Tell a call that is traced when this is read or closed."""
        self.traced = call
        if self.response.content is not None:
            call.end(self._decoded)

    def _decoded(self) -> object:
        return decode_body(self.response.content or b"", self.response.header(b"content-type"))

    async def close(self, error: BaseException | None = None) -> None:
        """Close the response, because of an error if any; what was not read is lost."""
        if self.traced is not None:
            self.traced.end(self._decoded, error)
        await self.backend.close_response(self.response)

    def too_large(self) -> APIResponseValidationError:
        """Return the error for a body that is to be read as a whole, and is too large for that."""
        most = self.settings.max_response_bytes
        return APIResponseValidationError(
            f"the body has more than {most} bytes (max_response_bytes)",
            response=self.response.httpx,
        )

    async def _receive(self, received: list[bytes], most: int | None) -> bool:
        """Add the pieces of the body to `received`; return whether all of them fit into `most`."""
        size = 0
        next_piece = self.response.piece_reader()
        while (piece := await next_piece()) is not None:
            received.append(piece)
            size += len(piece)
            if most is not None and size > most:
                return False
        return True

    async def _hold(self, reading: Awaitable[R]) -> R:
        try:
            if self.limits.is_unlimited:
                return await reading
            async with self.backend.limit(self.limits.left(), self.response.request):
                result = await reading
            self.limits.check()
        except BaseException as error:
            await self.close(error)
            if not isinstance(error, transport_errors()):
                raise
            caught = error
        else:
            return result
        raise failure(caught, self.response.request.httpx, self.limits)


def decode_response(operation: Operation[A], response: Response, content: bytes) -> A:
    """Return what a body holds: as a rule a model, with the headers of its response.

    Raises:
        APIResponseValidationError: the body is not what the spec promises, has none of the members
            of the model, or carries an error; also an `APIStatusError` where that states a status.
    """
    content_type = response.header(b"content-type")
    model = operation.response
    decoded: Any = None
    if operation.other is not None:
        decoded = decode_content(operation.other, operation.text_form, content, content_type)
    if decoded is None and model is not None:
        decoded = decode_model(model, decode_body(content, content_type))
        if decoded is not None:
            decoded.__json_settle__()
    if decoded is None:
        types = (model, operation.other)
        expected = " or ".join(each.__name__ for each in types if each is not None)
        raise body_error(response.httpx, content, expected)
    if isinstance(decoded, AttachedHeaders):
        decoded.__json_headers__ = response.head.headers
    return decoded  # type: ignore[no-any-return]


def failure(error: Exception, request: httpx.Request | None, limits: TimeLimits) -> APIError:
    """Return our exception for one that httpx raised while it sent or read, which is its cause.

    Call it after the handler that caught `error`, like `hide_keys`.
    """
    failed = _failure(error, request, limits)
    failed.__cause__ = hide_keys(error, request)
    return failed


def _failure(error: Exception, request: httpx.Request | None, limits: TimeLimits) -> APIError:
    if is_timeout(error) or limits.passed():
        return limits.error(error, request)
    if isinstance(error, httpx.HTTPStatusError):  # raised by a hook of the user's own client
        content = error.response.content if error.response.is_stream_consumed else b""
        return status_error(error.response, content)
    lost = APIConnectionError(describe(error, request), request=request)
    lost.repeatable = not is_final(error)
    return lost
