"""The one funnel that sends: attempts, waits and failures of every call, in both worlds.

An attempt ends with a result or with one of our exceptions. `Engine._attempts` is the only place
that repeats one; `RetryPolicy.delay` decides whether, and how long to wait before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.json_object import JSONObject

from .._errors.error_body import final_status
from .._errors.from_response import status_error
from .._errors.tree import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    ConfigurationError,
)
from .._logging import logger as parent
from .._streaming.stream import ChunkSource
from .._transport.backends import transport_errors
from .decode import decode_response
from .limits import TimeLimits
from .open_response import OpenResponse, failure
from .prepare import PreparedRequest, prepare
from .retry import Outcome

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.operation import Operation, StreamingOperation
    from apertis_client._runtime.response import ResponseModel

    from .._transport.backends import Backend
    from .settings import Settings

__all__ = ["Engine"]

A = TypeVar("A", bound="ResponseModel")
C = TypeVar("C", bound=JSONObject)
R = TypeVar("R")

logger = parent.getChild("engine")


class Engine:
    """Sends calls by the settings of a client, over the connections of a transport."""

    def __init__(self, settings: Settings, backend: Backend) -> None:
        self.settings = settings
        self.backend = backend

    async def call(
        self, operation: Operation[A], arguments: Mapping[str, Any], *, path: tuple[str, ...] = ()
    ) -> A:
        """Send a call and return its answer. `path` fills the parameters of the path in order."""
        call = prepare(operation, arguments, self.settings, path=path)

        async def attempt(number: int, limits: TimeLimits) -> A:
            exchange = await self._sent(call, number, limits)
            return decode_response(operation, exchange.response, await exchange.read())

        return await self._attempts(call, attempt)

    async def open(
        self, operation: StreamingOperation[Any, C], arguments: Mapping[str, Any]
    ) -> ChunkSource[C]:
        """Send a call that asks for a stream; return it once its first chunk is there."""
        call = prepare(operation, arguments, self.settings, stream=True)

        async def attempt(number: int, limits: TimeLimits) -> ChunkSource[C]:
            source = ChunkSource(operation, await self._sent(call, number, limits))
            await source.peek()
            return source

        return await self._attempts(call, attempt)

    async def exchange(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        *,
        path: tuple[str, ...] = (),
        stream: bool = False,
        read: bool = False,
    ) -> OpenResponse:
        """Send a call and return its answer as it is, with `read` only once its body is there."""
        call = prepare(operation, arguments, self.settings, path=path, stream=stream)

        async def attempt(number: int, limits: TimeLimits) -> OpenResponse:
            exchange = await self._sent(call, number, limits)
            if read:
                await exchange.read()
            return exchange

        return await self._attempts(call, attempt)

    async def _attempts(
        self, call: PreparedRequest, attempt: Callable[[int, TimeLimits], Awaitable[R]]
    ) -> R:
        if self.backend.abandoned:
            await self._close_abandoned()
        limits = TimeLimits(call, self.backend.now)
        number = 0
        while True:
            try:
                return await attempt(number, limits)
            except APIError as error:
                outcome = _outcome(error)
                wait = None if outcome is None else call.retry.delay(number, outcome)
                if wait is None or not limits.allows(wait):
                    raise
                logger.info(
                    "attempt %d failed (%s); the next follows in %.2f seconds",
                    number + 1,
                    _described(error),
                    wait,
                )
            await self.backend.sleep(wait)
            number += 1

    async def _sent(self, call: PreparedRequest, number: int, limits: TimeLimits) -> OpenResponse:
        """Send an attempt and return the answer, unread; raise where its status means failure."""
        key = await self._key(limits)
        request = self._request(call, key, number, limits)
        if limits.passed():  # getting the key took all the time there was
            raise limits.error(TimeoutError(), request)
        logger.debug("%s %s, attempt %d", call.method, call.url, number + 1)
        response = await self._send(request, limits)
        logger.debug("%s %s: status %d", call.method, call.url, response.status_code)
        exchange = OpenResponse(response, self.backend, limits)
        if response.status_code < 300:
            return exchange
        try:
            content = await exchange.read()
        except APIConnectionError:
            content = b""  # the status says more than the loss of its explanation
        raise status_error(response, content)

    async def _send(self, request: httpx.Request, limits: TimeLimits) -> httpx.Response:
        try:
            async with self.backend.limit(limits.left(), request):
                return await self.backend.send(request)
        except transport_errors() as error:
            caught = error
        raise failure(caught, request, limits)

    async def _key(self, limits: TimeLimits) -> str:
        key = self.settings.api_key
        if isinstance(key, str):
            return key
        import httpx

        try:
            async with self.backend.limit(limits.left(), None):
                return await self.backend.key(key)
        except TimeoutError as error:
            if not limits.passed():  # the function's own
                raise
            raise limits.error(error, None) from error
        except httpx.HTTPError as error:
            caught = error
        raise failure(caught, None, limits)

    def _request(
        self, call: PreparedRequest, key: str, number: int, limits: TimeLimits
    ) -> httpx.Request:
        import httpx

        try:
            request = self.backend.request(
                call.method,
                call.url,
                params=call.query or None,
                headers=call.attempt_headers(key, number),
                content=call.body,
                extensions={"timeout": limits.timeouts()},
            )
        except httpx.InvalidURL as error:
            raise ConfigurationError(f"no request can be made for {call.url!r}: {error}") from error
        for name in call.unwanted_headers:
            request.headers.pop(name, None)
        return request

    async def _close_abandoned(self) -> None:
        abandoned = self.backend.abandoned
        while abandoned:
            try:
                forgotten = abandoned.popleft()
            except IndexError:  # another thread was quicker
                break
            await forgotten.close()


def _outcome(error: APIError) -> Outcome | None:
    """Return what a retry policy decides about, or None where repeating cannot help."""
    if isinstance(error, APIResponseValidationError):
        return None  # a complete response would be the same the next time
    if isinstance(error, APIStatusError):
        return Outcome(final_status(error.body, error.status_code), error.headers)
    if isinstance(error, APIStreamError) and error.truncated:
        return Outcome()
    if isinstance(error, APIConnectionError) and error.repeatable:
        return Outcome()
    return None


def _described(error: APIError) -> str:
    """Return what happened without anything that the server said of the content."""
    if isinstance(error, APIStatusError):
        return f"status {error.status_code}"
    return f"{type(error).__name__}: {error.message}"
