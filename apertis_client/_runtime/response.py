"""The body of an answer, with what its headers say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from .json_object import JSONObject

__all__ = ["ResponseModel", "ResponseHeaders", "attach_headers", "Fallback", "RateLimit", "header_time"]


# ISO 8601, or the day of the week that each of HTTP's forms begins with.
_DATE = re.compile(r"\s*(\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d)")


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
    """Why the first did not, in the gateway's words (``primary_model_failed``)."""


class ResponseHeaders:
    """What the headers of an answer say, for whatever has such headers."""

    __slots__ = ()

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, looked up without regard to case; empty where unknown."""
        return {}

    @property
    def request_id(self) -> str | None:
        """What the server calls this request (``x-request-id``), to name in a report to support."""
        return self.headers.get("x-request-id")

    @property
    def rate_limit(self) -> RateLimit:
        """How much the server still allows, as of this answer."""
        return RateLimit(
            limit=_integer(self.headers.get("x-ratelimit-limit")),
            remaining=_integer(self.headers.get("x-ratelimit-remaining")),
            reset=header_time(self.headers.get("x-ratelimit-reset")),
        )

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


class ResponseModel(JSONObject, ResponseHeaders):
    """The body of an answer, which also knows the headers it came with."""

    __slots__ = ("_headers",)

    _headers: Mapping[str, str]

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, looked up without regard to case; empty where unknown."""
        return getattr(self, "_headers", {})


def attach_headers(model: ResponseModel, headers: Mapping[str, str]) -> None:
    """Tell a decoded response the headers that it came with."""
    model._headers = headers


def header_time(value: str | None) -> datetime | None:
    """Return the moment that a header names, in UTC, or None where it names none.

    Understood are seconds since 1970, ISO 8601, and the three forms of a date in HTTP (RFC 9110,
    5.6.7); a time without a zone is taken as UTC.
    """
    if not value:
        return None
    try:
        return datetime.fromtimestamp(float(value), UTC)
    except (ValueError, OverflowError, OSError):
        pass
    if not _DATE.match(value):  # dateutil would see a date in "12h", too
        return None
    from dateutil import parser  # rarely needed, and not light

    try:
        moment = parser.parse(value, tzinfos=_zone)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(name: str | None, offset: int | None) -> tzinfo:
    # HTTP knows no other zone than GMT; what another name means is not for us to guess.
    if offset is None and name not in {"GMT", "UTC", "Z", None}:
        raise ValueError(name)
    return timezone(timedelta(seconds=offset or 0))


def _integer(value: str | None) -> int | None:
    try:
        return int(value) if value else None
    except ValueError:
        return None
