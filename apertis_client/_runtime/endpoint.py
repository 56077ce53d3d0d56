"""What the generated endpoint functions have in common: decoded responses and event streams."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import StreamError, UnexpectedStatus
from .contents import decode_content
from .decompression import decode_strictly
from .error_body import decode_model
from .event_stream import ModelDecoder
from .json_object import JSONObject
from .json_text import decode_body, encode_body
from .operation import parameter_text
from .response import AttachedHeaders

if TYPE_CHECKING:
    import httpx

    from ..client import AuthenticatedClient, Client
    from ..types import Response
    from .operation import Operation, StreamingOperation

__all__ = [
    "request_arguments",
    "response_of",
    "send",
    "send_asyncio",
    "stream_events",
    "stream_events_asyncio",
]

E = TypeVar("E", bound=JSONObject)


def request_arguments(
    operation: Operation[Any],
    *,
    path: Mapping[str, Any],
    query: Mapping[str, Any],
    headers: Mapping[str, Any],
    body: Any = None,
    members: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the arguments of `httpx.Client.request`; `members` are added to the body.

    Parameters of the query and headers that are None are left out.
    """
    arguments: dict[str, Any] = {
        "method": operation.method,
        "url": operation.url_path(path),
        "params": {name: value for name, value in query.items() if value is not None},
        "headers": {n: parameter_text(each) for n, each in headers.items() if each is not None},
    }
    if operation.has_body:
        given = body.__json_to_send__() if isinstance(body, JSONObject) else body
        given = {**operation.defaults, **given}
        if operation.form_files is None:
            arguments["headers"]["Content-Type"] = "application/json"
            arguments["content"] = encode_body(given, members)
        else:
            from .forms import form_fields

            arguments["files"] = form_fields(given, operation.form_files)
    return arguments


def send(client: Client | AuthenticatedClient, arguments: Mapping[str, Any]) -> httpx.Response:
    """Send a request and return the response, its body read and decompressed.

    Raises:
        httpx.DecodingError: The compressed body is damaged, or ended early.
    """
    with client.get_httpx_client().stream(**arguments) as response:
        decode_strictly(response)
        response.read()
    return response


async def send_asyncio(
    client: Client | AuthenticatedClient, arguments: Mapping[str, Any]
) -> httpx.Response:
    """Do the same as `send`, asynchronously."""
    async with client.get_async_httpx_client().stream(**arguments) as response:
        decode_strictly(response)
        await response.aread()
    return response


def response_of(
    operation: Operation[Any], client: Client | AuthenticatedClient, response: httpx.Response
) -> Response[Any]:
    """Return a response with its decoded body; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: It does not, and the client has `raise_on_unexpected_status`.
    """
    from ..types import Response

    status = response.status_code
    content_type = response.headers.get("content-type", "")
    parsed: Any = None
    body: object = None
    if 200 <= status < 300 and operation.other is not None:
        form = operation.text_form
        parsed = decode_content(operation.other, form, response.content, content_type)
    if parsed is None:
        body = decode_body(response.content, content_type)
        if 200 <= status < 300 and operation.response is not None:
            parsed = decode_model(operation.response, body)
    if isinstance(parsed, AttachedHeaders):
        parsed.__json_headers__ = response.headers
    if parsed is None:
        parsed = operation.decode_error(status, body)
    if parsed is None and client.raise_on_unexpected_status:
        raise UnexpectedStatus(status, response.content)
    return Response(
        status_code=status, content=response.content, headers=response.headers, parsed=parsed
    )


def stream_events(
    operation: StreamingOperation[Any, E],
    client: Client | AuthenticatedClient,
    arguments: Mapping[str, Any],
) -> Iterator[E]:
    """Send a request and yield each event as it arrives; leaving early closes the connection.

    Raises:
        errors.UnexpectedStatus: The status is not 200.
        errors.StreamError: An event is an error of the server, or invalid JSON.
        errors.IncompleteStream: The body ended before the event that ends a complete stream.
    """
    with client.get_httpx_client().stream(**arguments) as response:
        decode_strictly(response)
        decoder = _decoder(operation, response, b"" if _is_stream(response) else response.read())
        for piece in response.iter_bytes():
            yield from decoder.feed(piece)
            if decoder.complete:
                return
        yield from decoder.finish()


async def stream_events_asyncio(
    operation: StreamingOperation[Any, E],
    client: Client | AuthenticatedClient,
    arguments: Mapping[str, Any],
) -> AsyncIterator[E]:
    """Do the same as `stream_events`, asynchronously."""
    async with client.get_async_httpx_client().stream(**arguments) as response:
        decode_strictly(response)
        body = b"" if _is_stream(response) else await response.aread()
        decoder = _decoder(operation, response, body)
        async for piece in response.aiter_bytes():
            for event in decoder.feed(piece):
                yield event
            if decoder.complete:
                return
        for event in decoder.finish():
            yield event


def _decoder(
    operation: StreamingOperation[Any, E], response: httpx.Response, body: bytes
) -> ModelDecoder[E]:
    """Return the decoder of the stream; `body` is that of a response that is not a stream."""
    if response.status_code != 200:
        raise UnexpectedStatus(response.status_code, body)
    if body:
        raise StreamError("the response is not a stream", body)
    return ModelDecoder(operation)


def _is_stream(response: httpx.Response) -> bool:
    media_type: str = response.headers.get("content-type", "").lower()
    is_named_otherwise = media_type.startswith(("application/json", "text/html"))
    return response.status_code == 200 and not is_named_otherwise
