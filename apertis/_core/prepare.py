"""Prepares a call for sending, without a network: from its arguments to URL, headers and body."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from apertis_client._runtime.json_text import encode_body
from apertis_client._runtime.operation import parameter_text

from .._importing import importing
from .checks import (
    Timeouts,
    check_headers,
    check_mapping,
    check_parameter,
    check_query,
    check_seconds,
    check_timeout,
    similar_name,
)
from .retry import RetryPolicy
from .settings import USER_AGENT, Settings

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Items, Operation

    from .form_body import FormBody
    from .options import RequestOptions

__all__ = ["PreparedRequest", "check_call", "prepare", "take_options", "unknown_argument"]


class PreparedRequest(NamedTuple):
    """A checked call, without what changes with each attempt: the key and the number of retries."""

    method: str
    url: str
    query: Mapping[str, Any]
    headers: Mapping[str, str | None]
    body: bytes | FormBody | None
    timeout: Timeouts
    retry: RetryPolicy
    deadline: float | None
    idle_timeout: float | None
    is_repeatable: bool = True
    """Whether it may be repeated where the server may have done it without an answer."""

    def attempt_headers(self, key: str, attempt: int) -> dict[str, str | None]:
        """Return the headers of an attempt; the caller's win, and None means not to send one."""
        return {
            "authorization": f"Bearer {key}",
            "x-retry-count": str(attempt),
            **self.headers,
        }


def prepare(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    settings: Settings,
    *,
    path: tuple[str, ...] = (),
    stream: bool = False,
    encoded: bytes | None = None,
) -> PreparedRequest:
    """Return the request for a call. An argument that is None is not sent.

    Args:
        operation: What is called.
        arguments: The operation's arguments and the `RequestOptions` of the call, by name.
        settings: The settings of the client.
        path: Parameters of the path, in their order.
        stream: Ask for an event stream.
        encoded: The body, where `check_call` has accepted the arguments and it was made of them.

    Raises:
        ConfigurationError: invalid value of an option.
        TypeError: an argument is unknown, missing, of the wrong type, or cannot be written as JSON.
        ValueError: a number is NaN or infinite, or a parameter of the path is empty.
    """
    given = {
        name: value
        for name, value in _name_path(operation, path, arguments).items()
        if value is not None
    }
    options = take_options(given)
    extra_body = options.get("extra_body", {})
    if encoded is None:
        _check_arguments(_method(operation), operation, given, extra_body or {})
    parameters = (operation.path_parameters, operation.query_parameters)
    for name in chain(*parameters, operation.header_parameters):
        if name in given:
            given[name] = check_parameter(name, given[name])
    query = {
        wire: given.pop(name) for name, wire in operation.query_parameters.items() if name in given
    }
    headers = {
        wire.lower(): parameter_text(given.pop(name))
        for name, wire in operation.header_parameters.items()
        if name in given
    }
    path_of_url = operation.url_path(given) if operation.path_parameters else operation.path
    url = settings.base_url + path_of_url
    body: bytes | FormBody | None = encoded
    of_form: Mapping[str, str] = {}  # win over the headers of every call, which suit other bodies
    if operation.has_body and encoded is None:
        for name in operation.path_parameters:
            del given[name]
        if stream:
            given[operation.stream_parameter] = True  # type: ignore[attr-defined]
        given = {**operation.defaults, **given}
        content = given if operation.content is None else given[operation.content]
        if operation.form_files is None:
            body = _encode_body(_method(operation), content, given, extra_body)
        else:
            with importing:
                from .form_body import FormBody

            body = FormBody({**content, **(extra_body or {})}, operation.form_files)
            of_form = body.headers
    accept = "application/json" if operation.other is None else "*/*"
    return PreparedRequest(
        method=operation.method,
        url=url,
        query={**settings.default_query, **query, **(options.get("extra_query") or {})},
        headers={
            "accept": "text/event-stream" if stream else accept,
            "accept-encoding": "gzip, deflate",  # the only ones that are decompressed
            "user-agent": USER_AGENT,
            **_body_headers(operation.method, body),
            **settings.default_headers,
            **headers,
            **of_form,
            **(options.get("extra_headers") or {}),
        },
        body=body,
        timeout=options.get("timeout") or settings.timeout,  # type: ignore[arg-type]
        retry=options.get("max_retries") or settings.max_retries,  # type: ignore[arg-type]
        deadline=options.get("deadline"),
        idle_timeout=options.get("idle_timeout"),
        is_repeatable=not operation.is_billed or "max_retries" in options,
    )


def take_options(arguments: dict[str, Any]) -> RequestOptions:
    """Remove the options from a call's arguments and return them, checked.

    Raises:
        ConfigurationError: invalid value; the message names it.
        TypeError: a value is of the wrong type; the message names it.
    """
    if _OPTIONS.keys().isdisjoint(arguments):
        return {}
    options: Any = {}
    for name, check in _OPTIONS.items():
        value = arguments.pop(name, None)
        if value is not None:
            options[name] = check(value)
    checked: RequestOptions = options
    return checked


_OPTIONS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "extra_headers": lambda value: check_headers("extra_headers", value),
    "extra_query": lambda value: check_query("extra_query", value),
    "extra_body": lambda value: check_mapping("extra_body", value),
    "timeout": check_timeout,
    "max_retries": RetryPolicy.of,
    "deadline": lambda value: check_seconds("deadline", value),
    "idle_timeout": lambda value: check_seconds("idle_timeout", value),
}


def check_call(
    method: str,
    operation: Operation[Any],
    by_position: tuple[Any, ...],
    arguments: dict[str, Any],
    own: Sequence[str] = (),
) -> None:
    """Refuse arguments that `operation` cannot be called with, in the name of another `method`.

    That method has arguments of its `own`, which are not among those given. Raises what `prepare`
    raises.
    """
    if by_position:
        raise _too_many(method, operation, len(by_position))
    given = {name: value for name, value in arguments.items() if value is not None}
    extra_body = take_options(given).get("extra_body") or {}
    _check_arguments(method, operation, given, extra_body, own)


def _encode_body(
    method: str, content: Any, given: Mapping[str, Any], extra_body: Mapping[str, Any] | None
) -> bytes:
    try:
        return encode_body(content, extra_body)
    except (TypeError, ValueError):
        with importing:
            from .unwritable import unwritable  # searched for only now: it costs nothing otherwise

        clearer = unwritable(method, given, extra_body or {})
        if clearer is None:
            raise
        raise clearer from None  # how it was found is of no use


def _name_path(
    operation: Operation[Any], path: tuple[str, ...], arguments: Mapping[str, Any]
) -> Mapping[str, Any]:
    if not path:
        return arguments
    names = operation.path_parameters
    if len(path) > len(names):
        raise _too_many(_method(operation), operation, len(path))
    named = dict(zip(names, path, strict=False))
    for name in named.keys() & arguments.keys():
        raise TypeError(f"{_method(operation)} was given {name!r} twice")
    return {**named, **arguments}


def _too_many(method: str, operation: Operation[Any], count: int) -> TypeError:
    most = len(operation.path_parameters)
    names = ", ".join(f"{name}=..." for name in operation.required)
    plural = "" if most == 1 else "s"
    return TypeError(
        f"{method} takes {most or 'no'} argument{plural} by position, not {count}"
        + (f"; write {method}({names})" if names and not most else "")
    )


def _check_arguments(
    method: str,
    operation: Operation[Any],
    given: Mapping[str, Any],
    extra_body: Mapping[str, Any],
    own: Sequence[str] = (),
) -> None:
    for name in given:
        if name not in operation.parameters:
            raise unknown_argument(method, name, {*operation.parameters, *own})
    missing = [n for n in operation.required if n not in given and n not in extra_body]
    if missing:
        *first, last = map(repr, missing)
        names = f"s {', '.join(first)} and {last}" if first else f" {last}"
        raise TypeError(f"{method} needs the argument{names}")
    _check_types(operation, given)


def _check_types(operation: Operation[Any], given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        types = operation.types.get(name)
        if types is not None and type(value) not in types:
            with importing:
                from .json_types import check_type  # rarely needed

            check_type(name, value, types)
        holds_others = isinstance(value, (list, tuple, dict))
        if holds_others and not _is_plain(value, operation.items.get(name)):
            with importing:
                from .json_types import check_argument  # rarely needed

            check_argument(operation.body, name, cast("object", value))
    for name in operation.not_empty:
        if given.get(name) == "":
            raise ValueError(f"{name} must not be empty")


def _is_plain(value: Any, expected: Items | None) -> bool:
    """Return whether a list or a map is certainly right; only sets are made of it: it is fast."""
    if expected is None:
        return False
    columns: list[tuple[frozenset[type], Iterable[Any]]]
    try:
        if not expected.members:
            columns = [(expected.types, value.values() if isinstance(value, dict) else value)]
        elif {len(expected.members)}.issuperset(map(len, value)):
            columns = [(t, map(itemgetter(name), value)) for name, t in expected.members.items()]
        else:
            return False
        for types, values in columns:
            found = set(map(type, values))
            if list in found or dict in found or not types.issuperset(found):
                return False
    except (TypeError, KeyError):  # no objects, or without the member
        return False
    return True


def _method(operation: Operation[Any]) -> str:
    """Return the name of the method that calls an operation, for a message."""
    return operation.method_path or operation.name


def unknown_argument(method: str, name: str, known: Iterable[str]) -> TypeError:
    """Return the error for an argument that `method` does not take; suggest a similar name."""
    alike = (other for names in (_WHAT_IS_SAID, _FORMATS) if name in names for other in names)
    same = next((other for other in alike if other in known), None)
    hint = f"; did you mean {same!r}?" if same else similar_name(name, {*known, *_OPTIONS}, ".")
    advice = "Pass parameters that this client does not know in extra_body={...}."
    if "answer" in known:  # a call by path
        advice = "Write query={...}, body=..., files={...}, answer=... and stream=True."
    elif name in Settings._fields or name == "http_client":
        # Not in `extra_body`: a key would be sent to whoever reads bodies.
        hint, advice = ";", f"write client.with_options({name}=...)."
    elif name in _FORMATS and method in ("messages.create", "responses.create"):
        hint, advice = (
            ";",
            f"{method.removesuffix('create')}parse(response_format=...) takes types.",
        )
    return TypeError(f"{method} takes no argument {name!r}{hint} {advice}")


def _body_headers(method: str, body: bytes | FormBody | None) -> Mapping[str, str]:
    about: Mapping[str, str] = {}
    if body is not None:
        about = {"content-type": "application/json"} if isinstance(body, bytes) else body.headers
    elif method in _SAFE:
        return about
    # The same key on each attempt, so that the server can tell a repetition.
    return {**about, "idempotency-key": _random_uuid()}


def _random_uuid() -> str:
    """Return a random UUID (RFC 9562, 5.4), faster than `uuid.uuid4`.

    The system is asked for the random bytes of many at once: as long as it is, other threads run.
    """
    global _random  # noqa: PLW0603
    if _random[0] != os.getpid():  # or the child of a fork would make the UUIDs of its parent
        _random = os.getpid(), []
    unused = _random[1]
    try:
        digits = unused.pop().hex()
    except IndexError:
        data = os.urandom(16 * 256)
        unused.extend(data[at : at + 16] for at in range(16, len(data), 16))
        digits = data[:16].hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


_random: tuple[int, list[bytes]] = (0, [])  # the process, and bytes that no UUID has been made of

_WHAT_IS_SAID = frozenset({"messages", "input", "prompt"})  # to a model, in one API or another
_FORMATS = frozenset({"response_format", "output_format", "text_format"})
_SAFE = frozenset({"GET", "HEAD"})  # which change nothing (RFC 9110, 9.2.1)
