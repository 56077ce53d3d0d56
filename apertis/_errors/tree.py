"""The exceptions that an application sees.

* ApertisError
  x ConfigurationError              an invalid setting of a client (also a ValueError)
  x APIError                        a call failed
    x APIResponseError              although the server answered
      x APIStatusError              with a status that means failure
        x BadRequestError           400
        x AuthenticationError       401
        x PaymentRequiredError      402
        x PermissionDeniedError     403
        x NotFoundError             404
        x RequestTimeoutError       408
        x ConflictError             409
        x RequestTooLargeError      413
        x UnprocessableEntityError  422
        x RateLimitError            429
        x InternalServerError       500 and above
      x APIResponseValidationError  with a body that is not what the API promises
      x APIStreamError              with a stream that broke, ended early or carried an error
    x APIConnectionError            no connection, or it was lost
      x APITimeoutError             something took too long
  x LengthFinishReasonError         structured output was cut off at the token limit
  x ContentFilterFinishReasonError  structured output was cut off by a content filter
  x StructuredOutputError           structured output does not fit the type asked for
  x ToolTurnsError                  the turns of a tool run were used up
  x JobFailedError                  a job of the server, such as a video, has failed
  x JobTimeoutError                 a job of the server has not ended in time
  x BulkInputError                  a bulk run cannot use a row of its input, or a file
  x BulkStoppedError                a bulk run stopped before its end

`stated` has the classes of errors that state their status in the body of a 2xx response.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_type_hints

from apertis_client._runtime.error_body import error_details, find_request_id
from apertis_client._runtime.response import ResponseHeaders, retry_after

from .._declared import resolvable
from .secrets import picklable_state, request_of, without_keys, without_secrets

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.json_object import JSONObject

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIResponseValidationError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "ApertisError",
    "AuthenticationError",
    "BadRequestError",
    "BulkInputError",
    "BulkStoppedError",
    "ConfigurationError",
    "ConflictError",
    "ContentFilterFinishReasonError",
    "InternalServerError",
    "JobFailedError",
    "JobTimeoutError",
    "LengthFinishReasonError",
    "NotFoundError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestTimeoutError",
    "RequestTooLargeError",
    "StructuredOutputError",
    "ToolTurnsError",
    "UnprocessableEntityError",
]


class ApertisError(Exception):
    """Base class of all exceptions of this library."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Without calling the constructor, which needs more than the message; and without the
        # key, which would be stored with the pickle.
        return _revive, (type(self), self.args, picklable_state(self.__dict__))


class ConfigurationError(ApertisError, ValueError):
    """A setting of a client is invalid; the message names it."""


class APIError(ApertisError):
    """A call failed.

    Attributes:
        message: What happened, in the server's own sentence where it said one.
        request: The request that failed; None where none was made.
        body: What the server sent: decoded JSON, or text; None where it sent nothing. Of a text of
            more than 256 KiB, a list or an object of more than 1,000 items, the beginning.
        code: The server's code for the error (``model_not_found``), as it sent it.
        param: The parameter that the error is about.
        type: The server's kind of error (``invalid_request_error``).
    """

    code: Any = None
    param: str | None = None
    type: str | None = None

    def __init__(
        self, message: str, *, request: httpx.Request | None = None, body: object | None = None
    ) -> None:
        # httpx quotes what it could not read of a response.
        message = without_secrets(message, request)
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        details = error_details(body)
        self.code, self.param, self.type = details.code, details.param, details.type

    def __str__(self) -> str:
        notes = self._notes()
        return f"{self.message} ({', '.join(notes)})" if notes else self.message

    def _notes(self) -> list[str]:
        """Return what `str` says behind the message."""
        return [] if self.code in (None, "") else [f"code {self.code}"]


class APIResponseError(APIError, ResponseHeaders):
    """A call failed although the server answered.

    Attributes:
        status_code: The status of the response, or the one that its body states instead of it.
        response: The response.
    """

    def __init__(
        self, message: str, *, response: httpx.Response, body: object | None = None
    ) -> None:
        super().__init__(message, request=request_of(response), body=body)
        self.response = response
        self.status_code = response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case."""
        return self.response.headers

    @property
    def request_id(self) -> str | None:
        """The server's id of this request, from the headers or else from the error itself."""
        return super().request_id or find_request_id(self.body)

    def _notes(self) -> list[str]:
        notes = [f"status {self.status_code}"] if self.status_code >= 300 else []
        notes += super()._notes()
        request_id = without_keys(self.request_id, self.response)
        if request_id and request_id not in self.message:
            notes.append(f"request id {request_id}")
        return notes


class APIStatusError(APIResponseError):
    """The server answered with a status that means failure."""


class BadRequestError(APIStatusError):
    """The request is malformed, or the model does not accept it (400)."""


class AuthenticationError(APIStatusError):
    """The API key is missing, unknown or expired (401)."""


class PaymentRequiredError(APIStatusError):
    """The balance or the quota is used up (402)."""


class PermissionDeniedError(APIStatusError):
    """The key may not do this, or something in front of the API refused the client (403)."""


class NotFoundError(APIStatusError):
    """There is no such model or path (404)."""


class RequestTimeoutError(APIStatusError):
    """The gateway gave up waiting for the model (408)."""


class ConflictError(APIStatusError):
    """The request conflicts with another one (409)."""


class RequestTooLargeError(APIStatusError):
    """The request body is larger than the server accepts (413)."""


class UnprocessableEntityError(APIStatusError):
    """The request is well formed, but its content is invalid (422)."""


class RateLimitError(APIStatusError):
    """Too many requests were sent (429)."""

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait before the next request; None where the server does not say."""
        return retry_after(self.response.headers)


class InternalServerError(APIStatusError):
    """The server, or the model behind it, failed (500 and above)."""


class APIResponseValidationError(APIResponseError):
    """The server answered 2xx, but its body is not what the API promises."""


class APIConnectionError(APIError):
    """Could not connect to the server, or the connection was lost.

    Attributes:
        repeatable: Whether another attempt may succeed.
    """

    repeatable: bool = True


class APITimeoutError(APIConnectionError):
    """Connecting, sending or receiving took too long.

    Attributes:
        phase: What took too long: ``connect``, ``read``, ``write``, ``pool``, ``idle`` (the next
            event of a stream) or ``deadline`` (the whole call).
        seconds: The limit that was exceeded; None where it is not known.
        partial: What had arrived of a stream, as the answer that it is part of, such as a
            `ChatCompletion` or a `Message`; None otherwise.
    """

    partial: Any = None

    def __init__(
        self,
        message: str,
        *,
        request: httpx.Request | None = None,
        phase: str = "",
        seconds: float | None = None,
    ) -> None:
        super().__init__(message, request=request)
        self.phase = phase
        self.seconds = seconds


class APIStreamError(APIResponseError):
    """A stream broke, ended early or carried an error.

    An error that states a status is both this and the class of that status, and has that status as
    its `status_code`.

    Attributes:
        partial: What had arrived, as the answer that it is part of, such as a `ChatCompletion` or a
            `Message`; None where nothing had.
        truncated: Whether the stream broke off, rather than carried an error.
    """

    partial: Any = None
    truncated: bool = False


class _OutputError(ApertisError):
    """Structured output is unusable; `completion` is the `ChatCompletion`, `Message`, ... of it."""

    def __init__(self, message: str, *, completion: Any = None) -> None:
        super().__init__(message)
        self.completion = completion


class LengthFinishReasonError(_OutputError):
    """Structured output was cut off at the token limit."""


class ContentFilterFinishReasonError(_OutputError):
    """Structured output was cut off by a content filter."""


class StructuredOutputError(_OutputError):
    """Structured output is complete, but does not fit the type that was asked for.

    Attributes:
        completion: The `ChatCompletion`, or `Message`, that it is part of.
        text: What does not fit, as the model wrote it.
    """

    def __init__(self, message: str, *, completion: Any, text: str) -> None:
        super().__init__(message, completion=completion)
        self.text = text


class ToolTurnsError(ApertisError):
    """The model still calls tools although the turns of a tool run are used up.

    Attributes:
        completion: The last answer, a `ChatCompletion` or a `Message`, which still calls tools.
        messages: The conversation, including that answer.
    """

    def __init__(self, message: str, *, completion: Any, messages: list[Any]) -> None:
        super().__init__(message)
        self.completion = completion
        self.messages = messages


class _JobError(ApertisError):
    """A job of the server has no result; `job` is what the server said last of it, or None."""

    def __init__(self, message: str, *, job: JSONObject | None = None) -> None:
        super().__init__(message)
        self.job = job


class JobFailedError(_JobError):
    """A job of the server, such as a video, has failed."""


class JobTimeoutError(_JobError):
    """A job of the server has not ended in the time that there was to wait for it."""


class BulkInputError(ApertisError, ValueError):
    """A bulk run cannot use a row of its input, or a file; the message says which one and why."""


class BulkStoppedError(ApertisError):
    """A bulk run stopped before its end; what was answered is kept. Its cause is the failure."""


_STATUS_CLASSES: Mapping[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    408: RequestTimeoutError,
    409: ConflictError,
    413: RequestTooLargeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_class(status: int) -> type[APIStatusError]:
    """Return the class of exception for a status."""
    return InternalServerError if status >= 500 else _STATUS_CLASSES.get(status, APIStatusError)


def _revive(cls: type[ApertisError], args: tuple[Any, ...], state: dict[str, Any]) -> ApertisError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


for _class in [each for each in vars().values() if isinstance(each, type)]:
    if issubclass(_class, ApertisError):
        if _class.__annotations__:
            _class.__annotations__ = get_type_hints(_class)  # by the names of this module
        if "__init__" in vars(_class):
            resolvable(vars(_class)["__init__"])
        if _class.__name__ in __all__:  # tracebacks and pickles name it as programs import it
            _class.__module__ = "apertis"
