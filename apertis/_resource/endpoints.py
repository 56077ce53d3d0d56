"""Calls of endpoints by their path: an `Operation` that the spec does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from inspect import isfunction
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote, unquote

from apertis_client._runtime.contents import BinaryContent
from apertis_client._runtime.error_body import carries_error
from apertis_client._runtime.json_object import JSONObject, is_object, object_of
from apertis_client._runtime.json_text import decode_body, decode_text
from apertis_client._runtime.operation import Operation, StreamingOperation

from .._core.checks import check_mapping, check_query, type_name
from .._core.open_response import decode_response
from .._core.options import EndpointOptions
from .._errors.from_response import body_error
from .._errors.secrets import hide_keys, without_keys
from .._errors.tree import APIResponseValidationError
from .._importing import importing, require_pydantic
from .._streaming.format import JSON_FORMAT
from .method import Method

if TYPE_CHECKING:
    from .._transport.messages import Response

__all__ = ["endpoint"]

_NAMES: Final = frozenset({"path", "answer", "stream", *EndpointOptions.__annotations__})
# What any body can become.
_PLAIN: Final = (bytes, str, BinaryContent)


def endpoint(
    verb: str,
    by_position: tuple[Any, ...],
    answer: Any,
    options: Mapping[str, Any],
    *,
    stream: bool | None,
) -> tuple[Method, dict[str, Any]]:
    """Return the method that calls an endpoint, and the arguments for it.

    Args:
        verb: The name of the method, which in capitals is that of HTTP.
        by_position: The path below the base URL, unless `options` has it.
        answer: What the response becomes, or each event of a stream; None for decoded JSON.
        options: `EndpointOptions`.
        stream: Whether an event stream is asked for.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: The path is not one below the base URL.
    """
    given = dict(options)
    if by_position:
        given["path"], *others = by_position
        if others:
            raise TypeError(f"{verb} takes only the path by position; write body=..., query=...")
    if "path" not in given:
        raise TypeError(f"{verb} needs the argument 'path'")
    path = _checked_path(given.pop("path"))
    query = check_query("query", given.pop("query", None))
    query |= check_query("extra_query", given.get("extra_query"))
    files = check_mapping("files", given.pop("files", None))
    body = _checked_body(given.pop("body", None), files, given.get("extra_body"), stream=stream)
    model = _model(answer) or JSONObject
    if stream and answer not in (None, model):
        raise TypeError(f"the events of a stream can be models of apertis, not {_name(answer)}")
    operation: Operation[Any] = StreamingOperation[Any, Any](
        name=verb,
        method_path=verb,
        method=verb.upper(),
        path=path,
        response=model,
        other=BinaryContent if answer in _PLAIN else None,
        parameters=_NAMES,
        has_body=body is not None,
        content="body",
        form_files=dict.fromkeys(files) or None,
        event_decoder=object_of(model),
        event_members=(),
        stream_parameter="stream",
        stream_end=frozenset({"[DONE]"}),
    )
    method = Method(operation, JSON_FORMAT, decode=_decoder(answer))
    return method, {**given, "body": body, "extra_query": query}


def _checked_path(path: object) -> str:
    """Return a path below the base URL as it stands in a URL (RFC 3986, 3.3)."""
    if not isinstance(path, str):
        raise TypeError(f"path must be text, not {type_name(path)}")
    if _URL.match(path):
        raise ValueError("path must be one below base_url, such as '/files', not a URL")
    if "?" in path or "#" in path:
        raise ValueError("path must have no '?' and no '#'; parameters belong into query={...}")
    try:
        quoted = quote(path.removeprefix("/"), safe=_IN_PATH)
    except UnicodeEncodeError:
        raise ValueError("path must be valid Unicode") from None
    segments = re.split(r"[/\\]", unquote(quoted))
    if any(each.strip() in {".", ".."} for each in segments):
        raise ValueError("path must have no segment '.' or '..', which leads to another path")
    if not all(each.strip() for each in segments[:-1] or segments):
        raise ValueError("path must name an endpoint, without empty segments")
    return f"/{_PERCENT.sub('%25', quoted)}"


_URL: Final = re.compile("([A-Za-z][A-Za-z0-9+.-]*:)?//")
# What may stand in a path as it is (RFC 3986, 3.3), and what begins an escape.
_IN_PATH: Final = "/:@!$&'()*+,;=~%"
_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")


def _checked_body(
    body: Any, files: Mapping[str, Any], extra_body: Any, *, stream: bool | None
) -> Any:
    """Return what is to be sent; None for nothing."""
    if isinstance(body, JSONObject):
        body = body.__json_to_send__()
    if body is None and (files or extra_body):
        body = {}
    if isinstance(body, Mapping):
        members = cast("Mapping[str, Any]", body)
        if members.get("stream") is True and not stream:
            raise TypeError("body asks for a stream: pass stream=True to get its events")
        return {**({"stream": True} if stream else {}), **members, **files}
    if files or extra_body:
        raise TypeError(f"body must be a dict to have more members, not {type_name(body)}")
    return body


def _decoder(answer: Any) -> Callable[[Operation[Any], Response, bytes], Any]:
    """Return what turns a body into an `answer`, or raises `APIResponseValidationError`."""
    if _model(answer) is not None:
        return decode_response
    validate = None if answer is None or answer in _PLAIN else _validator(answer)

    def decode(_operation: Operation[Any], response: Response, content: bytes) -> Any:
        content_type = response.header(b"content-type")
        body = decode_body(content, content_type)
        if is_object(body) and carries_error(body):
            raise body_error(response.httpx, content, _name(answer))
        if answer is bytes:
            return content
        if answer is str:
            return decode_text(content, content_type)
        if answer is BinaryContent:
            binary = BinaryContent(content)
            binary.__json_headers__ = response.head.headers
            return binary
        if isinstance(body, str) and not content.lstrip().startswith(b'"'):
            raise body_error(response.httpx, content, _name(answer))
        return body if validate is None else validate(body, response)

    return decode


def _validator(answer: Any) -> Callable[[Any, Response], Any]:
    """Return what makes an instance of a type of the application from decoded JSON."""
    with importing:
        require_pydantic()
        from pydantic import PydanticUserError, TypeAdapter, ValidationError

    wanted = "answer must be a type: a model of apertis, one that pydantic reads, str or bytes"
    if isfunction(answer):
        raise TypeError(f"{wanted}; it is the function {answer.__name__}")
    if isinstance(answer, str):  # which pydantic takes for the name of a type
        raise TypeError(f"{wanted}; it is {answer!r}")
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(answer)
    except PydanticUserError as error:
        raise TypeError(f"{wanted}; it is {answer!r}") from error

    def validate(body: Any, response: Response) -> Any:
        try:
            return adapter.validate_python(body)
        except ValidationError as error:
            caught = error
        shown = response.httpx
        message = without_keys(f"the body does not fit {_name(answer)}: {caught}", shown)
        failed = APIResponseValidationError(message, response=shown, body=without_keys(body, shown))
        failed.__cause__ = hide_keys(caught, shown.request)
        raise failed

    return validate


def _model(answer: Any) -> type[JSONObject] | None:
    return answer if isinstance(answer, type) and issubclass(answer, JSONObject) else None


def _name(answer: Any) -> str:
    return "JSON" if answer is None else getattr(answer, "__name__", str(answer))
