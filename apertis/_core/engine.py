"""Sends a call as often as it takes, in sync and async.

An attempt ends with a result or with an `APIError`. `Engine.send` is the only place that repeats
an attempt; `RetryPolicy.delay` decides whether, and how long to wait before it.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.error_body import final_status
from apertis_client._runtime.json_object import is_object

from .._errors.from_response import status_error
from .._errors.tree import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APIStreamError,
    ConfigurationError,
)
from .._importing import httpx, importing
from .._logging import logger as parent
from .._transport.failures import is_final, transport_errors
from .limits import TimeLimits
from .open_response import OpenResponse, failure
from .prepare import PreparedRequest, prepare
from .redirects import redirected_request
from .retry import Outcome
from .settings import check_key

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

    from .._transport.backend import Backend
    from .._transport.messages import Request, Response
    from .settings import Settings

__all__ = ["Engine"]

R = TypeVar("R")

# Codecs that would otherwise be imported by the first call that needs them.
for _codec in ("idna", "utf-8-sig", "utf-16", "utf-32"):
    codecs.lookup(_codec)

logger = parent.getChild("engine")


class Engine:
    """Sends calls with the settings of a client, over a backend.

    Attributes:
        importing: The lock that resources are imported under, at their first use.
        has_answered: Whether a bulk run has had an answer, so that the next may begin faster.
    """

    importing = importing
    has_answered = False

    def __init__(self, settings: Settings, backend: Backend) -> None:
        self.settings = settings
        self.backend = backend
        if self.is_traced:
            with importing:
                import_module("apertis._tracing.call")  # now, so that no call imports

    @property
    def is_traced(self) -> bool:
        """Whether calls are traced: OpenTelemetry is never imported for it."""
        return self.settings.tracing and "opentelemetry.trace" in sys.modules

    def __getstate__(self) -> dict[str, Any]:
        if self.backend.given is not None:
            raise TypeError(
                "a client with an http_client of yours cannot be pickled or deep-copied, as the"
                " http_client cannot be copied; construct another client"
            )
        return {"settings": self.settings, "backend": type(self.backend)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        # Connections are never copied.
        Engine.__init__(self, state["settings"], state["backend"](None))

    async def send(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        receive: Callable[[OpenResponse], Awaitable[R]],
        *,
        path: tuple[str, ...] = (),
        stream: bool = False,
        on_retry: Callable[[int], object] | None = None,
        encoded: bytes | None = None,
    ) -> R:
        """Send a call, repeat it where that can help, and return what `receive` returns.

        Args:
            operation: What is called.
            arguments: The operation's arguments and the `RequestOptions` of the call, by name.
            receive: Turns the open response, whose status is 2xx, into the result. This is part of
                the attempt: an `APIError` that it raises can lead to another one.
            path: Parameters of the path, in their order.
            stream: Ask for an event stream.
            on_retry: Called before each repetition, with its number; who gives it traces the call.
            encoded: The body, if it is made already (see `prepare`).

        Raises:
            APIError: the last attempt failed.
            TypeError, ValueError: the arguments are wrong (see `prepare`); nothing was sent.
        """
        if on_retry is None and self.is_traced:
            with importing:
                from .._tracing.call import start_call

            url, now = self.settings.base_url, self.backend.now
            call = start_call(operation, path, arguments, url, now, stream=stream)
            if call is not None:
                options: Any = {"path": path, "stream": stream, "encoded": encoded}
                sent = self.send(operation, arguments, receive, on_retry=call.retried, **options)
                return await call.run(sent)
        make = partial(
            prepare, operation, arguments, self.settings, path=path, stream=stream, encoded=encoded
        )
        # A form reads the beginning of each file.
        prepared = make() if operation.form_files is None else await self.backend.run(make)
        if self.backend.abandoned:
            await self._close_abandoned()
        limits = TimeLimits(prepared, self.backend.now)
        number = 0
        while True:
            try:
                return await receive(await self._attempt(prepared, number, limits))
            except APIError as error:
                outcome = _outcome(error)
                if not prepared.is_repeatable and _may_be_done(error):
                    outcome = None
                wait = None if outcome is None else prepared.retry.delay(number, outcome)
                if wait is None or not limits.allows(wait):
                    raise
                logger.info(
                    "attempt %d failed (%s); retrying in %.2f seconds",
                    number + 1,
                    _describe(error),
                    wait,
                )
            await self.backend.sleep(wait)
            number += 1
            if on_retry is not None:
                on_retry(number)

    async def _attempt(
        self, prepared: PreparedRequest, number: int, limits: TimeLimits
    ) -> OpenResponse:
        """Send the request once and return its response, unread, if the status is 2xx."""
        key = self.settings.api_key
        if not isinstance(key, str):
            key = await self._call_for_key(key, limits)
        request = self._build(prepared, key, number, limits)
        logger.debug("%s %s, attempt %d", prepared.method, prepared.url, number + 1)
        history: list[Response] = []
        while True:
            opened = await self._open(request, limits)
            response = opened.response
            logger.debug("%s %s: status %d", prepared.method, prepared.url, response.status_code)
            response.history = history
            if response.status_code < 300:
                return opened
            content = await opened.read_error()
            following = redirected_request(response)
            if following is None or not self.backend.max_redirects:
                raise status_error(response.httpx, content)
            history = [*history, response]
            if len(history) > self.backend.max_redirects:
                error = httpx.TooManyRedirects("too many redirects", request=request.httpx)
                raise failure(error, request.httpx, limits)
            request = following

    async def _open(self, request: Request, limits: TimeLimits) -> OpenResponse:
        if (
            not limits.is_unlimited and limits.passed()
        ):  # getting the key, or a redirect, took all the time
            raise limits.error(TimeoutError(), request.httpx)
        try:
            if limits.is_unlimited:
                response = await self.backend.send(request)
            else:
                async with self.backend.limit(limits.left(), request):
                    response = await self.backend.send(request)
        except transport_errors() as error:
            caught = error
        else:
            return OpenResponse(response, self.backend, limits, self.settings)
        raise failure(caught, request.httpx, limits)

    async def _call_for_key(self, function: Callable[[], Any], limits: TimeLimits) -> str:
        try:
            async with self.backend.limit(limits.left(), None):
                return check_key(await self.backend.call(function))
        except TimeoutError as error:
            if not limits.passed():  # raised by the function itself
                raise
            raise limits.error(error, None) from error
        except httpx.HTTPError as error:
            caught = error
        raise failure(caught, None, limits)

    def _build(
        self, prepared: PreparedRequest, key: str, number: int, limits: TimeLimits
    ) -> Request:
        try:
            request = self.backend.request(
                prepared.method,
                prepared.url,
                params=prepared.query,
                headers=prepared.attempt_headers(key, number),
                content=prepared.body,
                timeouts=limits.timeouts(),
            )
        except httpx.InvalidURL as error:
            raise ConfigurationError(f"invalid URL {prepared.url!r}: {error}") from error
        request.max_head_bytes = self.settings.max_header_bytes
        return request

    async def _close_abandoned(self) -> None:
        abandoned = self.backend.abandoned
        while abandoned:
            try:
                stream = abandoned.popleft()
            except IndexError:  # another thread was quicker
                break
            await stream.close()


def _outcome(error: APIError) -> Outcome | None:
    """Return what a retry policy decides about, or None where repeating cannot help."""
    if isinstance(error, APIResponseValidationError) and _has_answer(error.body):
        return None  # which may have been billed
    if isinstance(error, APIStatusError):  # which a body with status 200 may state, too
        return Outcome(final_status(error.body, error.status_code), error.headers)
    if isinstance(error, APIResponseValidationError):
        return None  # a complete response would be the same the next time
    if isinstance(error, APIStreamError) and error.truncated:
        cause = error.__cause__
        return None if isinstance(cause, Exception) and is_final(cause) else Outcome()
    if isinstance(error, APIConnectionError) and error.repeatable:
        return Outcome()
    return None


def _has_answer(body: object) -> bool:
    """Return whether a body has a part of an answer, such as one beside an error."""
    return is_object(body) and any(map(body.get, ("choices", "content", "output", "data")))


def _may_be_done(error: APIError) -> bool:
    """Return whether the server may have done what was asked, without an answer that says so."""
    if isinstance(error, APIStatusError):
        return error.status_code in (408, 504, 524)
    was_not_sent = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return not isinstance(error.__cause__, was_not_sent)


def _describe(error: APIError) -> str:
    """Return what happened, without anything that the server said about the content."""
    if isinstance(error, APIStatusError):
        return f"status {error.status_code}"
    return f"{type(error).__name__}: {error.message}"
