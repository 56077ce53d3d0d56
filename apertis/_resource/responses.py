"""HTTP responses, for programs that want the status, the headers or the bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from apertis_client._runtime.json_text import decode_text
from apertis_client._runtime.response import ResponseHeaders

from .._errors.secrets import bare_url
from .._errors.tree import ApertisError
from .._importing import httpx

__all__ = ["APIResponse", "HTTPResponse"]

T_co = TypeVar("T_co", covariant=True)


class HTTPResponse(ResponseHeaders):
    """What is known of a response before its body is read.

    Attributes:
        http_response: The response of httpx.
    """

    def __init__(self, response: httpx.Response) -> None:
        self.http_response = response

    @property
    def http_request(self) -> httpx.Request:
        """The request, the last one if it took several; it holds the key."""
        return self.http_response.request

    @property
    def status_code(self) -> int:
        """The status, usually 200: those that mean failure are raised."""
        return self.http_response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case."""
        return self.http_response.headers

    @property
    def url(self) -> str:
        """Where the response came from, after redirects."""
        return str(self.http_response.url)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} {bare_url(self.http_response.url)}>"


class APIResponse(HTTPResponse, Generic[T_co]):
    """The HTTP response to a call; `parse` returns what the plain call returns."""

    def __init__(self, response: httpx.Response, parse: Callable[[], T_co]) -> None:
        super().__init__(response)
        self._parse: Callable[[], T_co] = parse
        self._parsed: list[T_co] = []

    @property
    def content(self) -> bytes:
        """The body, decompressed; raises `ApertisError` where the body is a stream."""
        try:
            return self.http_response.content
        except httpx.ResponseNotRead:
            raise ApertisError("the body is a stream: use parse()") from None

    @property
    def text(self) -> str:
        """The body as text: UTF-8 or the like, else by the charset that the headers state."""
        return decode_text(self.content, self.headers.get("content-type", ""))

    def json(self) -> Any:
        """Return the body as decoded JSON; raises `ValueError` where it is not JSON."""
        return json.loads(self.content)

    def parse(self) -> T_co:
        """Return what the call without `with_raw_response` returns, the same each time.

        Raises:
            APIResponseValidationError: the body is not what the spec promises.
        """
        if not self._parsed:
            self._parsed.append(self._parse())
        return self._parsed[0]
