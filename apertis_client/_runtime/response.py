"""The body of a response, with the information in its headers."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple, TypeVar, cast

from .importing import importing
from .json_object import JSONObject

__all__ = [
    "REMAINING",
    "AttachedHeaders",
    "Fallback",
    "RateLimit",
    "ResponseHeaders",
    "ResponseModel",
    "header_time",
    "retry_after",
]

R = TypeVar("R")
RawHeaders = list[tuple[bytes, bytes]]

# Gateways such as LiteLLM pass on the headers of a provider under these names.
_PREFIXES = ("", "llm_provider-")
_LIMITS = (
    *("x-ratelimit-{}", "x-ratelimit-{}-requests"),
    *("anthropic-ratelimit-requests-{}", "ratelimit-{}"),
)
REMAINING = frozenset(
    f"{prefix}{form.format('remaining')}".encode() for prefix in _PREFIXES for form in _LIMITS
)
"""The lower-case names of the headers that say how many requests are left."""
_REQUEST_IDS = ("x-request-id", "x-oneapi-request-id", "x-litellm-call-id", "request-id")

# A duration as Go prints it, which OpenAI uses: "6m0s", "250ms".
# Patterns are compiled when a limit is first read, as that takes long.
_DURATION = r"([0-9]{1,15}(?:\.[0-9]*)?)(ms|us|µs|ns|[dhms])"
_UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}

# ISO 8601, or the day of the week that each of HTTP's forms begins with.
_DATE = r"\s*(\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d)"


class RateLimit(NamedTuple):
    """What the ``X-RateLimit-*`` headers say; a value that is absent or malformed is None."""

    limit: int | None
    """Requests allowed in the window."""
    remaining: int | None
    """Requests left in the window."""
    reset: datetime | None
    """When the window ends, in UTC."""


class Fallback(NamedTuple):
    """What the gateway's ``X-Fallback-*`` and ``X-Actual-Model`` headers say."""

    used: bool
    """Whether another model than the one asked for has answered."""
    requested_model: str | None
    """The model that was asked for and did not answer."""
    actual_model: str | None
    """The model that answered."""
    reason: str | None
    """Why the first did not, as the gateway says (``primary_model_failed``)."""


class ResponseHeaders:
    """What the headers of a response say."""

    __slots__ = ()

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case; empty where unknown."""
        return {}

    @property
    def request_id(self) -> str | None:
        """The server's id of this request, to quote in a report to support.

        It is in ``x-request-id``, or one of the headers that gateways use instead
        (``x-oneapi-request-id``, ``x-litellm-call-id``, ``request-id``).
        """
        headers = self.headers
        return next((headers[name] for name in _REQUEST_IDS if headers.get(name)), None)

    @property
    def rate_limit(self) -> RateLimit:
        """How much the server still allows, as of this response.

        Read are the ``x-ratelimit-*`` headers of the spec, those of OpenAI (``-requests``), of
        Anthropic (``anthropic-ratelimit-requests-*``), ``ratelimit-*``, and all of them as LiteLLM
        hands them on (``llm_provider-x-ratelimit-*``).
        """
        return RateLimit(
            limit=self._rate_limit("limit", _integer),
            remaining=self._rate_limit("remaining", _integer),
            reset=self._rate_limit("reset", self._reset_time),
        )

    def _rate_limit(self, name: str, read: Callable[[str], R | None]) -> R | None:
        """Return the first value of a rate limit that is present and well formed."""
        headers = self.headers
        for prefix in _PREFIXES:
            for form in _LIMITS:
                value = headers.get(prefix + form.format(name))
                found = read(value) if value else None
                if found is not None:
                    return found
        return None

    def _reset_time(self, value: str) -> datetime | None:
        seconds = _seconds_from_now(value)
        if seconds is None:
            return header_time(value)
        # Counted from the time of the response, which its headers state.
        return (header_time(self.headers.get("date")) or datetime.now(UTC)) + timedelta(0, seconds)

    @property
    def fallback(self) -> Fallback:
        """Whether the gateway fell back to another model, and why."""
        headers = self.headers
        return Fallback(
            used=headers.get("x-fallback-used", "").strip().lower() == "true",
            requested_model=headers.get("x-fallback-from"),
            actual_model=headers.get("x-actual-model"),
            reason=headers.get("x-fallback-reason"),
        )


class AttachedHeaders(ResponseHeaders):
    """The same, where `__json_headers__` has been set to the headers."""

    # Not in slots, which a model could not inherit beside those that it has.
    __json_headers__: Mapping[str, str] | RawHeaders

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case; empty where unknown."""
        headers: Mapping[str, str] | RawHeaders = getattr(self, "__json_headers__", {})
        if isinstance(headers, list):  # made now, as few programs look at them
            with importing:
                import httpx

            headers = self.__json_headers__ = httpx.Headers(headers)
        return headers


class ResponseModel(JSONObject, AttachedHeaders):
    """The body of a response, with the headers that it came with."""

    __slots__ = ("__json_headers__",)

    def _repr_markdown_(self) -> str | None:
        """Return the text of a completion, which notebooks show in its place; else None."""
        choices = self.__dict__.get("choices")
        messages = [getattr(choice, "message", None) for choice in choices or ()]
        texts = [getattr(message, "content", None) for message in messages]
        whole = bool(texts) and all(isinstance(text, str) for text in texts)
        return "\n\n---\n\n".join(cast("list[str]", texts)) if whole else None


def header_time(value: str | None) -> datetime | None:
    """Return the moment that a header names, in UTC, or None where it names none.

    Understood are seconds and milliseconds since 1970, ISO 8601, and the three forms of a date in
    HTTP (RFC 9110, 5.6.7); a time without a zone is taken as UTC.
    """
    if not value or value.startswith("-"):
        return None
    try:
        number = float(value)
        # As seconds, from 10**11 on it would be after the year 5000.
        return datetime.fromtimestamp(number / 1000 if number >= 1e11 else number, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    if not re.match(_DATE, value):  # dateutil would see a date in "12h", too
        return None
    with importing:
        from dateutil import parser  # rarely needed, and not light

    try:
        moment = parser.parse(value, tzinfos=_zone)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(name: str | None, offset: int | None) -> tzinfo:
    # HTTP has no other zone than GMT; other names are not guessed.
    if offset is None and name not in {"GMT", "UTC", "Z", None}:
        raise ValueError(name)
    return timezone(timedelta(seconds=offset or 0))


def _integer(value: str) -> int | None:
    try:
        return int(value)
    except ValueError:
        return None


def retry_after(headers: Mapping[str, str], now: Callable[[], float] = time.time) -> float | None:
    """Return the seconds that a response asks to wait for; None where it has no valid value.

    Read are ``retry-after-ms``, then ``Retry-After`` in seconds, then ``Retry-After`` as a date in
    any of HTTP's three forms (RFC 9110, 10.2.3); then the same as LiteLLM hands them on
    (``llm_provider-retry-after``).
    """
    for prefix in _PREFIXES:
        milliseconds = _number(headers.get(f"{prefix}retry-after-ms"))
        if milliseconds is not None and milliseconds > 0:
            return milliseconds / 1000
        value = headers.get(f"{prefix}retry-after")
        seconds = _number(value)
        if seconds is None and value and ":" in value:  # a date of HTTP has a time of day
            moment = header_time(value)
            seconds = None if moment is None else moment.timestamp() - now()
        if seconds is not None:
            return seconds
    return None


def _seconds_from_now(value: str) -> float | None:
    """Return the seconds of a duration; None where the value is something else."""
    number = _number(value)
    if number is not None:
        # Three years; more is a moment since 1970.
        return number if 0 <= number < 1e8 else None
    parts = re.findall(_DURATION, value.strip())
    if "".join(map("".join, parts)) != value.strip() or not parts:
        return None
    seconds = sum(float(amount) * _UNITS[unit] for amount, unit in parts)
    return seconds if seconds < 1e8 else None


def _number(value: str | None) -> float | None:
    # Python would also accept "1_0", "nan" and digits beyond ASCII.
    if not value or not re.fullmatch(r"\s*[+-]?[0-9]{1,15}(\.[0-9]*)?\s*", value, re.ASCII):
        return None
    return float(value)
