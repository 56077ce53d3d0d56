"""The errors that an application sees.

* ApertisError
  x ConfigurationError              a client was given something it cannot work with (a ValueError)
  x APIError                        a call failed
    x APIResponseError              although the server answered
      x APIStatusError              3xx, 4xx or 5xx
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
      x APIResponseValidationError  not with what it promised
      x APIStreamError              with a stream that broke, ended early or carried an error
    x APIConnectionError            the server was not heard
      x APITimeoutError             ... in time
  x LengthFinishReasonError         structured output was cut at the token limit
  x ContentFilterFinishReasonError  structured output was cut by a content filter
  x StructuredOutputError           structured output is not what was asked for
  x ToolTurnsError                  a run of tools was not done in the turns it had
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from apertis_client._runtime.json_object import is_array, is_object
from apertis_client._runtime.response import ResponseHeaders
from apertis_client.errors import has_content

from .._core.retry import retry_after

if TYPE_CHECKING:
    import httpx

    from apertis_client.models import ChatCompletion

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
    "ConfigurationError",
    "ConflictError",
    "ContentFilterFinishReasonError",
    "InternalServerError",
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
    """Something that this library raises."""

    def __reduce__(self) -> tuple[Any, ...]:
        # As it is, without calling a constructor that wants more than the message; and without
        # the key, which a pickle would carry to wherever it is stored.
        return _revived, (type(self), self.args, _without_key(self.__dict__))


class ConfigurationError(ApertisError, ValueError):
    """A client was given a setting it cannot work with; the message names it."""


class APIError(ApertisError):
    """A call failed.

    Attributes:
        message: What happened, in the server's own sentence where it said one.
        request: The request that failed; None where none was made.
        body: What the server sent: decoded JSON, or text; None where it sent nothing.
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
        # What httpx could not read of an answer it quotes.
        message = _without_secrets(message, request)
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        details = error_details(body)
        self.code, self.param, self.type = details.code, details.param, details.type

    def __str__(self) -> str:
        notes = [] if self.code in (None, "") else [f"code {self.code}"]
        return _with_notes(self.message, notes)


class APIResponseError(APIError, ResponseHeaders):
    """A call failed although the server answered: what all such errors know.

    Attributes:
        status_code: The status of the answer.
        response: The answer.
    """

    def __init__(
        self, message: str, *, response: httpx.Response, body: object | None = None
    ) -> None:
        super().__init__(message, request=_request_of(response), body=body)
        self.response = response
        self.status_code = response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, looked up without regard to case."""
        return self.response.headers

    def __str__(self) -> str:
        notes = [f"status {self.status_code}"] if self.status_code >= 300 else []
        if self.code not in (None, ""):
            notes.append(f"code {self.code}")
        if self.request_id:
            notes.append(f"request id {without_keys(self.request_id, self.response)}")
        return _with_notes(self.message, notes)


class APIStatusError(APIResponseError):
    """The server answered with a status that means failure."""


class BadRequestError(APIStatusError):
    """The request is malformed, or the model does not take it (400)."""


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
    """The request met another one (409)."""


class RequestTooLargeError(APIStatusError):
    """The body is larger than the server takes (413)."""


class UnprocessableEntityError(APIStatusError):
    """The request is well formed and makes no sense (422)."""


class RateLimitError(APIStatusError):
    """Too many requests (429)."""

    @property
    def retry_after(self) -> float | None:
        """Seconds after which the server wants to be asked again; None where it does not say."""
        return retry_after(self.response.headers)


class InternalServerError(APIStatusError):
    """The server, or the model behind it, failed (500 and above)."""


class APIResponseValidationError(APIResponseError):
    """The server answered 2xx, but not with what it promised."""


class APIConnectionError(APIError):
    """The server was not heard: the network, TLS, a proxy or the protocol failed.

    Attributes:
        repeatable: Whether another attempt may end differently.
    """

    repeatable: bool = True


class APITimeoutError(APIConnectionError):
    """The server was not heard in time.

    Attributes:
        phase: What took too long: ``connect``, ``read``, ``write``, ``pool``, ``idle`` (the next
            event of a stream) or ``deadline`` (the whole call).
        seconds: The limit that was passed; None where it is not known.
        partial: What had arrived of a stream, gathered into a completion; None otherwise.
    """

    partial: ChatCompletion | None = None

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

    An error that names a status is raised as both this and the class of that status, and has that
    status as its `status_code`.

    Attributes:
        partial: What had arrived, gathered into a completion; None where nothing had.
        truncated: Whether the stream broke off, rather than told of an error.
    """

    partial: ChatCompletion | None = None
    truncated: bool = False


class _OutputError(ApertisError):
    """Structured output that is no good; `completion` holds what came."""

    def __init__(self, message: str, *, completion: ChatCompletion | None = None) -> None:
        super().__init__(message)
        self.completion = completion


class LengthFinishReasonError(_OutputError):
    """Structured output was cut at the token limit."""


class ContentFilterFinishReasonError(_OutputError):
    """Structured output was cut by a content filter."""


class StructuredOutputError(_OutputError):
    """Structured output came whole and is not of the type that was asked for.

    Attributes:
        completion: The completion that it came in.
        text: What does not fit, as the model wrote it.
    """

    def __init__(self, message: str, *, completion: ChatCompletion | None, text: str) -> None:
        super().__init__(message, completion=completion)
        self.text = text


class ToolTurnsError(ApertisError):
    """A run of tools was not done in the turns it had.

    Attributes:
        completion: The last answer, which still calls tools.
        messages: The conversation, that answer included.
    """

    def __init__(self, message: str, *, completion: ChatCompletion, messages: list[Any]) -> None:
        super().__init__(message)
        self.completion = completion
        self.messages = messages


STATUS_ERRORS: Mapping[int, type[APIStatusError]] = {
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
    """Return the exception for a status."""
    return InternalServerError if status >= 500 else STATUS_ERRORS.get(status, APIStatusError)


def status_error(response: httpx.Response, content: bytes) -> APIStatusError:
    """Return the exception for an answer whose status means failure, `content` being its body."""
    status = response.status_code
    body = without_keys(decoded_body(content), response)
    message = error_details(body).message
    if message is None and status == 403 and _is_page(response):
        message = (
            "the server answered with a page instead of JSON: the CDN in front of the API refuses"
            " some clients. Try another User-Agent: default_headers={'User-Agent': ...}"
        )
    if message is None and isinstance(body, str) and not _is_html(body):
        message = body.strip()[:500] or None
    if message is None and 300 <= status < 400:
        message = f"the server redirects to {response.headers.get('location', 'nowhere')!r}"
    message = message or response.reason_phrase or "the server gave no reason"
    return status_class(status)(without_keys(message, response), response=response, body=body)


def stream_error(body: Mapping[str, Any], response: httpx.Response) -> APIStreamError:
    """Return the exception for an error that came as an event of a stream."""
    body = without_keys(body, response) or {}
    status = stated_status(body)
    cls = APIStreamError if status is None else _streamed(status_class(status))
    details = error_details(body)
    error = cls(
        details.message or "the stream carries an error without a message",
        response=response,
        body=body,
    )
    if status is not None:
        error.status_code = status
    return error


def stated_status(body: Mapping[str, Any]) -> int | None:
    """Return the status that the body of an error names by number, by code or by type."""
    details = error_details(body)
    error = _error_of(body)
    holders = (error, body) if is_object(error) else (body,)
    places = [holder.get(name) for holder in holders for name in ("code", "status_code", "status")]
    for value in places:
        number = value
        if isinstance(value, str) and re.fullmatch("[45][0-9][0-9]", value):
            number = int(value)
        if isinstance(number, int) and 400 <= number <= 599:
            return number
    return _STATED.get(str(details.code)) or _STATED.get(str(details.type))


# The codes and types of errors that stand for one status (spec, "Errors").
_STATED: Mapping[str, int] = {
    "invalid_request_error": 400,
    "content_policy_error": 400,
    "authentication_error": 401,
    "auth_error": 401,
    "invalid_api_key": 401,
    "billing_error": 402,
    "insufficient_balance": 402,
    "insufficient_quota": 429,
    "quota_exceeded": 402,
    "permission_error": 403,
    "model_not_found": 404,
    "not_found_error": 404,
    "timeout": 408,
    "request_timeout": 408,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "rate_limit_exceeded": 429,
    "server_error": 500,
    "internal_error": 500,
    "api_error": 500,
    "upstream_error": 502,
    "service_unavailable": 503,
    "model_overloaded": 503,
    "overloaded_error": 529,
}


def _streamed(cls: type[APIStatusError]) -> type[APIStreamError]:
    streamed: type[APIStreamError] = globals()[f"Streamed{cls.__name__}"]
    return streamed


def _declare_streamed(cls: type[APIStatusError]) -> None:
    # An error in a stream is caught by what it is about as well as by where it came. The class
    # needs a place in this module, or its instances could not be pickled.
    name = f"Streamed{cls.__name__}"
    members = {"__module__": __name__, "__doc__": cls.__doc__}
    globals()[name] = type(name, (APIStreamError, cls), members)


for _status in (*STATUS_ERRORS, 500, 300):
    _declare_streamed(status_class(_status))


class ErrorDetails(NamedTuple):
    """What an error body says; None for what it does not say."""

    message: str | None = None
    code: Any = None
    param: str | None = None
    type: str | None = None


def error_details(body: object) -> ErrorDetails:
    """Read an error body of any shape that servers use.

    Known shapes are ``{"error": {...}}``, ``{"error": "text"}``, ``{"errors": [...]}``,
    ``{"message": ...}``, ``{"detail": ...}``, and an ``error`` in a choice; of a list the first
    entry counts. Anything else says nothing.
    """
    if is_array(body) and body:
        body = body[0]
    if not is_object(body):
        return ErrorDetails()
    source: dict[str, Any] = dict(body)
    error = _error_of(body)
    if is_object(error):
        # What the inner object leaves open may stand beside it.
        source.update((name, value) for name, value in error.items() if value is not None)
    elif isinstance(error, str) and error:
        source["message"] = source.get("message") or error
    message = source.get("message") or source.get("detail") or None
    return ErrorDetails(
        message=message if message is None or isinstance(message, str) else json.dumps(message),
        code=source.get("code"),
        param=_text(source.get("param")),
        type=_text(source.get("type")),
    )


def _error_of(body: Mapping[str, Any]) -> Any:
    """Return what a body says of an error by itself, in a list or in one of its choices."""
    error = body.get("error")
    errors, choices = body.get("errors"), body.get("choices")
    others = [*errors] if is_array(errors) else []
    if is_array(choices):
        others += [choice.get("error") for choice in choices if is_object(choice)]
    return next((each for each in (error, *others) if has_content(each)), error)


def without_keys(value: Any, response: httpx.Response | None = None) -> Any:
    """Return what a server or a user wrote without API keys: some repeat those they refuse.

    Left out of its text, at every depth, is whatever looks like a key, and what the request of
    `response` was sent with in headers that may be secret.
    """
    return _without_secrets(value, None if response is None else _request_of(response))


def hide_keys(error: BaseException, request: httpx.Request | None) -> None:
    """Leave keys out of an exception that is to be a cause: a traceback shows it as well."""
    link: BaseException | None = error
    while link is not None:
        link.args = tuple(_without_secrets(list(link.args), request) or ())
        for name, value in vars(link).items():  # those of aiohttp speak from there
            if isinstance(value, str):
                setattr(link, name, _without_secrets(value, request))
        link = link.__cause__ or link.__context__


def _without_secrets(value: Any, request: httpx.Request | None) -> Any:
    secrets = [] if request is None else _secrets(request)

    def hidden(value: Any) -> Any:
        if isinstance(value, str):
            for secret in secrets:
                value = value.replace(secret, "[key]")
            return _KEY.sub("[key]", value)
        if is_array(value):
            return [hidden(item) for item in value]
        if is_object(value):
            return {hidden(name): hidden(item) for name, item in value.items()}
        return value

    try:
        return hidden(value)
    except RecursionError:  # nested beyond reason: nothing of it can be shown safely
        return None


def _secrets(request: httpx.Request) -> list[str]:
    values = [value for name, value in request.headers.items() if name not in _OPEN_HEADERS]
    # What stands behind the scheme is a secret without it, too; what is short is none.
    values += [value.partition(" ")[2] for value in values]
    return sorted({value for value in values if len(value) >= 8}, key=len, reverse=True)


# The headers that every request has. Any other may hold a key of the user's own.
_OPEN_HEADERS = frozenset(
    {"accept", "accept-encoding", "connection", "content-length", "content-type", "host"}
    | {"idempotency-key", "transfer-encoding", "user-agent", "x-retry-count"}
)

# A key is opaque; this is what those of the API, and of the providers behind it, look like.
_KEY = re.compile(r"\bsk-[A-Za-z0-9._-]{6,}")


def decoded_body(content: bytes) -> object | None:
    """Return a body as JSON where it is JSON, else as text, None where it is empty."""
    from apertis_client._runtime.json_text import loads

    try:
        body: object = loads(content.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return content.decode(errors="replace") or None
    return body


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _is_page(response: httpx.Response) -> bool:
    return not response.headers.get("content-type", "").lower().startswith("application/json")


def _is_html(text: str) -> bool:
    return text.lstrip().startswith("<")


def _revived(cls: type[ApertisError], args: tuple[Any, ...], state: dict[str, Any]) -> ApertisError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


def _without_key(state: dict[str, Any]) -> dict[str, Any]:
    import httpx

    state = dict(state)
    request, response = state.get("request"), state.get("response")
    if isinstance(request, httpx.Request):
        kept = [(n, v) for n, v in request.headers.multi_items() if n in _OPEN_HEADERS]
        state["request"] = httpx.Request(request.method, request.url, headers=kept)
    if isinstance(response, httpx.Response):
        # Its content is decoded already.
        kept = [
            (name, without_keys(value, response))
            for name, value in response.headers.multi_items()
            if name not in ("content-encoding", "set-cookie")
        ]
        state["response"] = httpx.Response(
            response.status_code,
            headers=kept,
            content=_content_of(response),
            request=state.get("request"),
        )
    return state


def _content_of(response: httpx.Response) -> bytes:
    import httpx

    try:
        content = response.content
    except httpx.ResponseNotRead:
        return b""
    text = content.decode(errors="replace")
    shown: str = without_keys(text, response)
    return content if shown == text else shown.encode()


def _request_of(response: httpx.Response) -> httpx.Request | None:
    try:
        return response.request
    except RuntimeError:  # a response made by hand, or one that came out of a pickle
        return None


def _with_notes(message: str, notes: list[str]) -> str:
    return f"{message} ({', '.join(notes)})" if notes else message


# In a traceback and in a pickle they are called by the name that they are imported by.
for _name in __all__:
    globals()[_name].__module__ = "apertis"
