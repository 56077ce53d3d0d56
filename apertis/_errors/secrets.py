"""Keep keys out of the messages, bodies, causes and pickles of errors."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, TypeVar, cast

from apertis_client._runtime.json_object import is_array, is_object
from apertis_client._runtime.json_text import decode_text

from .._importing import httpx, importing

__all__ = [
    "bare_url",
    "beginning_without_keys",
    "hide_keys",
    "picklable_state",
    "request_of",
    "without_keys",
    "without_secrets",
]

E = TypeVar("E", bound="BaseException | None")
T = TypeVar("T")


def without_keys(value: Any, response: httpx.Response | None = None) -> Any:
    """Return what a server or a user wrote without API keys: some servers repeat them.

    Replaced in its text, at every depth, is whatever looks like a key, and the values that the
    request of `response` has in its query, and in headers that may be secret.
    """
    return without_secrets(value, None if response is None else request_of(response))


def without_secrets(value: Any, request: httpx.Request | None) -> Any:
    """Return a value as `without_keys` does, for a request that may not have been answered."""
    return _Replacer(request)(value)


def beginning_without_keys(value: Any, response: httpx.Response) -> Any:
    """Return what `without_keys` returns, of long texts, of lists and of much more the beginning.

    What explains an error is shorter, and looking for keys takes far longer than reading.
    """
    return _Bounded(request_of(response))(value)


def hide_keys(error: E, request: httpx.Request | None) -> E:
    """Return an exception that is to be a cause, or a copy of it where a traceback shows a key.

    Its causes and contexts are treated alike, down to what the caller was handling when it made
    the call. No exception is changed: it may belong to the caller. Call this after the handler
    that caught `error`, not inside of it, so that `sys.exception` is what the caller handles.
    """
    handled = sys.exception()
    seen: dict[int, Any] = {}

    def hidden(link: BaseException | None) -> Any:
        if link is None or (link is handled and link is not error):
            return link
        if id(link) not in seen:
            seen[id(link)] = None  # a cycle of causes ends there
            cause, context = hidden(link.__cause__), hidden(link.__context__)
            kept = cause is link.__cause__ and context is link.__context__
            if kept and not _is_changed(link, replace):
                seen[id(link)] = link
            else:
                twin = seen[id(link)] = _copy(link, replace)
                twin.__cause__, twin.__context__ = cause, context
                twin.__suppress_context__ = link.__suppress_context__
        return seen[id(link)]

    replace = _Replacer(request, hidden)
    return hidden(error)  # type: ignore[no-any-return]


def _is_changed(error: BaseException, replace: Callable[[Any], Any]) -> bool:
    shown = (str(error), error.args, vars(error))
    return bool(replace(shown) != shown)


def _copy(error: BaseException, replace: Callable[[Any], Any]) -> BaseException:
    try:
        make, arguments, *_ = cast("tuple[Any, ...]", error.__reduce_ex__(4))
        try:
            twin: BaseException = make(*replace(arguments))
        except TypeError:  # its constructor needs more arguments
            twin = make.__new__(make, *replace(arguments))
        twin.__dict__.update(replace(vars(error)))
        if not _is_changed(twin, replace):
            return twin.with_traceback(error.__traceback__)
    except Exception:  # noqa: BLE001, S110  whatever a foreign class raises that cannot be made so
        pass
    text = replace(f"{type(error).__name__}: {error}")
    return RuntimeError(text).with_traceback(error.__traceback__)


def picklable_state(state: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes of an error as they may be stored: request and response lose keys."""
    state = dict(state)
    request, response = state.get("request"), state.get("response")
    if isinstance(request, httpx.Request):
        kept = [(n, v) for n, v in request.headers.multi_items() if n in _OPEN_HEADERS]
        state["request"] = httpx.Request(request.method, bare_url(request.url), headers=kept)
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


def bare_url(url: httpx.URL) -> httpx.URL:
    """Return a URL without the parts that may hold a key."""
    return url.copy_with(userinfo=b"", query=None, fragment=None)


def request_of(response: httpx.Response) -> httpx.Request | None:
    """Return the request of a response; None where it has none."""
    try:
        return response.request
    except RuntimeError:  # a response made by hand, or one that came out of a pickle
        return None


def _content_of(response: httpx.Response) -> bytes:
    try:
        content = response.content
    except httpx.ResponseNotRead:
        return b""
    text = decode_text(content, response.headers.get("content-type", ""))
    shown: str = without_keys(text, response)
    return content if shown == text else shown.encode()


class _Replacer:
    """Leaves secrets out of a value; `link` treats exceptions in it."""

    def __init__(
        self,
        request: httpx.Request | None,
        link: Callable[[BaseException], Any] = lambda error: error,
    ) -> None:
        self._secrets = [] if request is None else _secrets(request)
        self._link = link

    def __call__(self, value: Any) -> Any:
        try:
            return self._replace(value)
        except RecursionError:  # nested too deeply: no part of it can be shown safely
            return None

    def _replace(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._text(value)
        if is_array(value):
            return [self._replace(item) for item in self._some(value)]
        if type(value) is tuple:
            return tuple(map(self._replace, cast("Any", value)))
        if is_object(value):
            members = self._some(value.items())
            return {self._replace(name): self._replace(item) for name, item in members}
        return self._link(value) if isinstance(value, BaseException) else value

    def _text(self, text: str) -> str:
        return _hide(self._secrets, text)

    def _some(self, items: Iterable[T]) -> Iterable[T]:
        return items


class _Bounded(_Replacer):
    """Leaves out secrets, and much of what is large."""

    _left = 2**20  # characters and items, of all that is kept

    def __call__(self, value: Any) -> Any:
        return super().__call__(self._without_part(value) if isinstance(value, str) else value)

    def _without_part(self, text: str) -> str:
        """Return a text, which may have been cut, without the beginning of a secret at its end."""
        for secret in self._secrets:
            for size in range(len(secret) - 1, _SHORTEST - 1, -1):
                if text.endswith(secret[:size]):
                    return f"{text[:-size]}[key]"
        return text

    def _text(self, text: str) -> str:
        if len(text) > _MOST_CHARACTERS:
            # No part of a secret may be at its end.
            longest = max(map(len, self._secrets), default=0) * len("\\u0000") + len("sk-123456")
            shown = super()._text(text[: _MOST_CHARACTERS + longest])[:-longest] or "[key]"
        else:
            shown = super()._text(text)
        self._left -= len(shown)
        return shown

    def _some(self, items: Iterable[T]) -> Iterable[T]:
        for item in islice(items, _MOST_ITEMS):
            self._left -= 1
            if self._left < 0:
                return
            yield item


_MOST_CHARACTERS = 256 * 1024  # of a text
_MOST_ITEMS = 1_000  # of a list or an object


def _hide(secrets: list[str], text: str) -> str:
    for secret in secrets:
        text = text.replace(secret, "[key]")
        if "\\" in text:  # JSON, as in the content of a response
            text = re.sub(_escaped(secret), "[key]", text)
    return _KEY.sub("[key]", text)


def _escaped(secret: str) -> str:
    """Return a regular expression for text of which JSON may escape any character."""
    characters = ((re.escape(each), ord(each)) for each in secret)
    # Of alternatives that each begin with a character, `re` finds the first twice as fast.
    return "".join(rf"(?:\\u(?i:{code:04x})|\\{each}|{each})" for each, code in characters)


def _secrets(request: httpx.Request) -> list[str]:
    values = [value for name, value in request.headers.items() if name not in _OPEN_HEADERS]
    # What follows the scheme (`Bearer`) is a secret by itself, too; short values are not.
    values += [value.partition(" ")[2] for value in values]
    with importing:
        from urllib.parse import quote, unquote_plus  # takes long to import, and httpx needs it

    for member in request.url.query.decode("ascii", errors="replace").split("&"):
        name, equals, value = member.partition("=")
        sent = value if equals else name
        plain = unquote_plus(sent)
        values += [sent, plain, quote(plain, safe="")]
    return sorted({value for value in values if len(value) >= _SHORTEST}, key=len, reverse=True)


_SHORTEST = 8  # what is shorter may be part of other words


# The headers that every request has. Any other may hold a key of the user's own.
_OPEN_HEADERS = frozenset(
    {"accept", "accept-encoding", "connection", "content-length", "content-type", "host"}
    | {"idempotency-key", "transfer-encoding", "user-agent", "x-retry-count"}
)

# A key is opaque; this is what those of the API, and of the providers behind it, look like.
# What it begins with comes first, as `re` finds that by far the fastest; no letter is before it.
_KEY = re.compile(r"sk-(?<!\wsk-)[A-Za-z0-9._-]{6,}")
