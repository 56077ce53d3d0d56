"""A conversation: the messages so far, and how the next ones are had.

A question and its answer are added to the messages together, once the answer is whole. So there is
nothing to take back where a call fails, or where nobody reads a stream to its end. `_Exchange` is
that rule, without a network; the worlds differ in the lines that await.
"""

from __future__ import annotations

import copy
import json
import threading
import weakref
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, Self, TypeVar, cast, overload

from apertis_client._runtime.json_object import JSONObject, is_array, is_object, members_to_send
from apertis_client.models.chat_completion_message import ChatCompletionMessage

from .._client import Apertis, AsyncApertis
from .._core.awaitable import AwaitableStream
from .._core.options import RequestOptions
from .._core.prepare import unknown_argument
from .._streaming.stream import AsyncStream, Stream
from .media import check_response_format
from .messages import to_send_back

if TYPE_CHECKING:
    import os
    from typing import TypeAlias, Unpack

    from apertis_client.api.chat import create_chat_completion
    from apertis_client.models import (
        ChatCompletion,
        ChatCompletionChunk,
        ChatCompletionMessageParam,
        ContentPart,
    )

    from .._streaming.source import EventSource

    class Defaults(
        create_chat_completion.Options,
        create_chat_completion.ResponseFormatOption,
        create_chat_completion.ToolsOption,
        create_chat_completion.AudioOption,
        RequestOptions,
    ):
        """Everything that `create` takes but `model`, `messages` and `stream`."""

    class OtherParams(Defaults, total=False):
        """The same, and the model."""

        model: str

    Content: TypeAlias = str | Sequence[str | ContentPart]

__all__ = ["AsyncConversation", "Conversation"]

K = TypeVar("K", Apertis, AsyncApertis)
A = TypeVar("A")  # what `say` gives,
S = TypeVar("S")  # what it gives with `stream=True`,
E = TypeVar("E")  # and where nobody knows before

# Options of a call that may hold a key.
_NEVER_SAVED: Final = frozenset({"extra_headers", "extra_query"})
# What `create` takes and only one call, or the conversation itself, can be given.
_NOT_FOR_ALL: Final = {
    "stream": "an argument of say and send",
    "messages": "an argument of its own",
    "model": "an argument of its own",
}


class _Conversation(Generic[K, A, S, E]):
    """What both conversations are made of.

    Args:
        client: The client to send with.
        model: Id of the model.
        system: What the model is told at the beginning.
        keep_last: How many of the last turns are sent, at least 1; default: all. A turn begins
            with a message of the user. System and developer messages are always sent, and the
            result of a tool never without its call. `messages` keeps everything.
        messages: What has been said before.
        **params: What every call is given: everything that `create` takes, but `messages` and
            `stream`.

    Attributes:
        client: The client to send with.
        model: Id of the model.
        keep_last: How many of the last turns are sent; None for all.
        messages: What has been said so far: a list of your own to change, for example to add the
            results of tools.
        params: What every call is given.

    Raises:
        TypeError: an argument is unknown or of the wrong type; the message names it.
        ValueError: `keep_last` is less than 1.
    """

    def __init__(
        self,
        client: K,
        *,
        model: str,
        system: str | None = None,
        keep_last: int | None = None,
        messages: Sequence[ChatCompletionMessageParam] | None = None,
        **params: Unpack[Defaults],
    ) -> None:
        _check_client(self, client)
        _check_keep_last(keep_last)
        _check_params(type(self).__name__, params)
        if isinstance(messages, (str, bytes, Mapping)):
            raise TypeError(f"messages must be a list, not {type(messages).__name__}")
        self.client: K = client
        self.model = model
        self.keep_last = keep_last
        self.messages: list[ChatCompletionMessageParam] = list(messages or ())
        self.params: dict[str, Any] = {**params}
        self._lock = threading.Lock()
        self._under_way: weakref.ref[_Exchange] | None = None
        if system is not None:
            if not isinstance(system, str):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise TypeError(f"system must be text, not {type(system).__name__}")
            self.messages.insert(0, {"role": "system", "content": system})

    @overload
    def say(
        self,
        content: Content,
        *,
        stream: Literal[False] | None = None,
        **params: Unpack[OtherParams],
    ) -> A: ...
    @overload
    def say(
        self, content: Content, *, stream: Literal[True], **params: Unpack[OtherParams]
    ) -> S: ...
    @overload
    def say(self, content: Content, *, stream: bool | None, **params: Unpack[OtherParams]) -> E: ...
    def say(self, content: Content, *, stream: bool | None = None, **params: Any) -> A | S | E:
        """Say something and return the answer; both are then part of `messages`.

        They are not where the call fails, where the answer has no message, or where a stream is
        not read to its end: the same can then be said again. Of several choices the first counts.

        Args:
            content: Text, or a list of parts; text in the list is a part, too.
            stream: Give the answer as it is written.
            **params: What this call is given; wins over what every call is given, and None
                leaves that out.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for the family.
            RuntimeError: An answer of this conversation is still under way. For several at a
                time, take `copy()`.
            TypeError: An argument is unknown, missing or of the wrong type.
            ValueError: A call of a tool has no result among the messages yet.
        """
        question = cast("ChatCompletionMessageParam", {"role": "user", "content": _parts(content)})
        return self._sent([question], stream, params)

    @overload
    def send(self, *, stream: Literal[False] | None = None, **params: Unpack[OtherParams]) -> A: ...
    @overload
    def send(self, *, stream: Literal[True], **params: Unpack[OtherParams]) -> S: ...
    @overload
    def send(self, *, stream: bool | None, **params: Unpack[OtherParams]) -> E: ...
    def send(self, *, stream: bool | None = None, **params: Any) -> A | S | E:
        """Send the messages as they are, and return the answer, which is then one of them.

        For after you have added messages of your own, such as the results of tools. Everything
        else is as with `say`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for the family.
            RuntimeError: An answer of this conversation is still under way.
            TypeError: An argument is unknown, missing or of the wrong type.
            ValueError: There are no messages.
        """
        return self._sent([], stream, params)

    def copy(self) -> Self:
        """Return a conversation that goes on from here on its own, with the same client."""
        messages = copy.deepcopy(self.messages)
        branch = type(self)(
            self.client, model=self.model, keep_last=self.keep_last, messages=messages
        )
        branch.params.update((name, _copied(value)) for name, value in self.params.items())
        return branch

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self.copy()

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the conversation as JSON text: the model, the messages, `keep_last`, `params`.

        Of `params`, what is no JSON is left out, and so are `extra_headers` and `extra_query`,
        which may hold a key. Nothing of the client is saved.

        Raises:
            TypeError: a message holds something that is no JSON.
            ValueError: a message holds NaN or infinity.
        """
        params: dict[str, Any] = {}
        for name, value in self.params.items():
            if name not in _NEVER_SAVED:
                try:
                    params[name] = json.loads(_json(value))
                except TypeError:
                    continue
        return _json(
            {
                "model": self.model,
                "keep_last": self.keep_last,
                "params": params,
                "messages": self.messages,
            },
            indent=indent,
        )

    @classmethod
    def from_json(cls, client: K, text: str) -> Self:
        """Return the conversation that `to_json` has written, to go on with `client`.

        Its messages are then plain dicts.

        Raises:
            ValueError: the text is no saved conversation; the message says why.
        """
        saved = _saved(text)
        try:
            _check_params(cls.__name__, saved["params"])
        except TypeError as error:
            raise ValueError(f"the text is no saved conversation: {error}") from error
        conversation = cls(
            client,
            model=saved["model"],
            keep_last=saved.get("keep_last"),
            messages=saved["messages"],
        )
        conversation.params.update(saved["params"])
        return conversation

    def _begun(self, question: Sequence[ChatCompletionMessageParam]) -> _Exchange:
        exchange = _Exchange(self, question)
        with self._lock:
            if self._is_under_way():
                raise RuntimeError(
                    "an answer of this conversation is still under way: read its stream to the"
                    " end or close it, or take a copy() to ask several things at a time"
                )
            self._under_way = weakref.ref(exchange)
        return exchange

    def _is_under_way(self) -> bool:
        return self._under_way is not None and self._under_way() is not None

    def _sent(
        self,
        question: Sequence[ChatCompletionMessageParam],
        stream: bool | None,
        params: dict[str, Any],
    ) -> A | S | E:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {self.model!r}, {len(self.messages)} messages>"


class Conversation(  # noqa: D101  it has one, made of two
    _Conversation[
        Apertis,
        "ChatCompletion",
        "Stream[ChatCompletionChunk]",
        "ChatCompletion | Stream[ChatCompletionChunk]",
    ]
):
    __doc__ = f"""A conversation with a model, which remembers what was said.

{_Conversation.__doc__}"""

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write `to_json` to a file."""
        Path(path).write_text(self.to_json(indent=2), "utf-8")

    @classmethod
    def load(cls, client: Apertis, path: str | os.PathLike[str]) -> Self:
        """Return the conversation that `save` has written to a file, to go on with `client`.

        Raises:
            OSError: the file cannot be read.
            ValueError: it holds no saved conversation; the message says why.
        """
        return _from_file(cls, client, path, _text_of(path))

    def _sent(
        self,
        question: Sequence[ChatCompletionMessageParam],
        stream: bool | None,
        params: dict[str, Any],
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        with self._begun(question) as exchange:
            arguments = exchange.arguments(params)
            completions = self.client.chat.completions
            if stream:
                return _ConversationStream(completions.create(stream=True, **arguments), exchange)
            return exchange.answered(completions.create(stream=False, **arguments))


class AsyncConversation(  # noqa: D101  as above
    _Conversation[
        AsyncApertis,
        Coroutine[Any, Any, "ChatCompletion"],
        "AwaitableStream[ChatCompletionChunk]",
        Coroutine[Any, Any, "ChatCompletion | AsyncStream[ChatCompletionChunk]"],
    ]
):
    __doc__ = f"""A conversation with a model, which remembers what was said; asynchronous.

{_Conversation.__doc__}"""

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Write `to_json` to a file."""
        import anyio.to_thread  # comes with httpx; serves asyncio and trio alike

        text = self.to_json(indent=2)  # before anybody can say more
        await anyio.to_thread.run_sync(Path(path).write_text, text, "utf-8")

    @classmethod
    async def load(cls, client: AsyncApertis, path: str | os.PathLike[str]) -> Self:
        """Return the conversation that `save` has written to a file, to go on with `client`.

        Raises:
            OSError: the file cannot be read.
            ValueError: it holds no saved conversation; the message says why.
        """
        import anyio.to_thread

        return _from_file(cls, client, path, await anyio.to_thread.run_sync(_text_of, path))

    def _sent(
        self,
        question: Sequence[ChatCompletionMessageParam],
        stream: bool | None,
        params: dict[str, Any],
    ) -> Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]:
        if stream:
            return AwaitableStream(self._opened(question, params))
        return self._answered(question, params)

    async def _answered(
        self, question: Sequence[ChatCompletionMessageParam], params: dict[str, Any]
    ) -> ChatCompletion:
        with await self._begun_soon(question) as exchange:
            arguments = exchange.arguments(params)
            completions = self.client.chat.completions
            return exchange.answered(await completions.create(stream=False, **arguments))

    async def _opened(
        self, question: Sequence[ChatCompletionMessageParam], params: dict[str, Any]
    ) -> AsyncStream[ChatCompletionChunk]:
        with await self._begun_soon(question) as exchange:
            arguments = exchange.arguments(params)
            completions = self.client.chat.completions
            opened = await completions.create(stream=True, **arguments)
            return _AsyncConversationStream(opened, exchange)

    async def _begun_soon(self, question: Sequence[ChatCompletionMessageParam]) -> _Exchange:
        # An `async for` that was left closes its stream two turns of the event loop later.
        for _ in range(2):
            if self._is_under_way():
                import anyio.lowlevel

                await anyio.lowlevel.checkpoint()
        return self._begun(question)


class _Exchange:
    """A question on its way: it is under way until it is answered, or over for another reason.

    The conversation holds it weakly: a stream that nobody has any more is over, too.
    """

    def __init__(
        self,
        conversation: _Conversation[Any, Any, Any, Any],
        question: Sequence[ChatCompletionMessageParam],
    ) -> None:
        self._conversation = conversation
        self._question = question
        self._is_over = False

    def arguments(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments of `create`."""
        conversation = self._conversation
        if "messages" in params:
            raise TypeError(
                "a conversation has its messages itself; change those, or use create directly"
            )
        if self._question:
            _check_answered(conversation.messages)
        messages = [*conversation.messages, *self._question]
        if not messages:
            raise ValueError("the conversation has no messages to send; say something first")
        if conversation.keep_last is not None:
            _check_keep_last(conversation.keep_last)
            messages = _last_turns(messages, conversation.keep_last)
        params = {"model": conversation.model, **conversation.params, **params}
        _check_format(params)
        return {**params, "messages": messages}

    def answered(self, completion: ChatCompletion) -> ChatCompletion:
        """Remember the question and its answer, and return the latter."""
        self._remember(completion)
        return completion

    def ended(self, error: BaseException, source: EventSource[Any]) -> None:
        """Remember what a stream has brought if `error` says that it is at its end."""
        if isinstance(error, (StopIteration, StopAsyncIteration)) and not self._is_over:
            self._remember(source.reader.received())
        self.over()

    def over(self) -> None:
        """Let the next question be asked; this one is forgotten unless it has been answered."""
        if not self._is_over:
            self._is_over = True
            self._conversation._under_way = None  # pyright: ignore[reportPrivateUsage]

    def _remember(self, completion: ChatCompletion | None) -> None:
        choices = completion.choices if completion is not None else None
        message: object = getattr(choices[0], "message", None) if choices else None
        if isinstance(message, ChatCompletionMessage):
            self._conversation.messages += [*self._question, to_send_back(message)]
        self.over()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        if kind is not None:
            self.over()


class _ConversationStream(Stream["ChatCompletionChunk"]):
    """A stream whose answer is remembered when it has been read to its end."""

    def __init__(self, stream: Stream[ChatCompletionChunk], exchange: _Exchange) -> None:
        super().__init__(stream._source)
        del stream._source  # it is closed here now
        self._exchange = exchange

    def __next__(self) -> ChatCompletionChunk:
        try:
            return super().__next__()
        except BaseException as error:
            self._exchange.ended(error, self._source)
            raise

    def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection, and its question."""
        self._exchange.over()
        super().close()


class _AsyncConversationStream(AsyncStream["ChatCompletionChunk"]):
    """A stream whose answer is remembered when it has been read to its end."""

    def __init__(self, stream: AsyncStream[ChatCompletionChunk], exchange: _Exchange) -> None:
        super().__init__(stream._source)
        del stream._source  # it is closed here now
        self._exchange = exchange

    async def __anext__(self) -> ChatCompletionChunk:
        try:
            return await super().__anext__()
        except BaseException as error:
            self._exchange.ended(error, self._source)
            raise

    async def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection, and its question."""
        self._exchange.over()
        await super().close()


def _last_turns(
    messages: Sequence[ChatCompletionMessageParam], count: int
) -> list[ChatCompletionMessageParam]:
    """Return the last turns, and of what was before them what the model is told."""
    roles = [_member(message, "role") for message in messages]
    turns = [position for position, role in enumerate(roles) if role == "user"]
    if len(turns) <= count:
        return list(messages)
    # As a rule it is the first: only where a user has interrupted, results come turns later.
    for start in reversed(turns[: len(turns) - count + 1]):
        if not _results(messages[start:]) & _calls(messages[:start]) - _calls(messages[start:]):
            told = [at for at in range(start) if roles[at] in {"system", "developer"}]
            return [*(messages[at] for at in told), *messages[start:]]
    return list(messages)


def _check_answered(messages: Sequence[ChatCompletionMessageParam]) -> None:
    """Refuse to go on where a call of a tool has no result: so do the providers."""
    waiting: set[str] = set()
    for message in messages:
        waiting = (waiting | _calls([message])) - _results([message])
    if waiting:
        ids = ", ".join(map(repr, sorted(waiting)))
        raise ValueError(
            f"calls of tools have no results yet: {ids}. Append a message with role 'tool',"
            " tool_call_id and content to messages for each, and send()"
        )


def _calls(messages: Sequence[ChatCompletionMessageParam]) -> set[str]:
    """Return the ids of the tool calls in messages."""
    lists = [_member(message, "tool_calls") for message in messages]
    ids = [_member(call, "id") for calls in lists if is_array(calls) for call in calls]
    return {str(each) for each in ids if each}


def _results(messages: Sequence[ChatCompletionMessageParam]) -> set[str]:
    """Return the ids of the tool calls that messages have the results of."""
    results = [message for message in messages if _member(message, "role") == "tool"]
    return {str(_member(message, "tool_call_id")) for message in results}


def _member(value: object, name: str) -> Any:
    """Return a member of a plain dict or of a model, None where there is none."""
    if isinstance(value, JSONObject):
        return getattr(value, name, None)
    return value.get(name) if is_object(value) else None


def _parts(content: Any) -> Any:
    """Return the content of a message: text alone as it is, text among parts as a part."""
    if isinstance(content, str):
        return content
    if not isinstance(content, (list, tuple)):
        raise TypeError(f"say takes text or a list of parts, not {type(content).__name__}")
    parts = cast("Sequence[object]", content)
    return [{"type": "text", "text": part} if isinstance(part, str) else part for part in parts]


def _check_client(conversation: object, client: object) -> None:
    other = Apertis if isinstance(conversation, AsyncConversation) else AsyncApertis
    if isinstance(client, other):
        prefix = "" if other is Apertis else "Async"
        raise TypeError(
            f"{type(conversation).__name__} was given a client of the other kind;"
            f" {other.__name__} goes with {prefix}Conversation"
        )


def _check_params(kind: str, params: Mapping[str, Any]) -> None:
    """Refuse what `create` does not take, before there is something to send."""
    from apertis_client.api.chat.create_chat_completion import OPERATION

    known = (OPERATION.parameters | RequestOptions.__annotations__.keys()) - _NOT_FOR_ALL.keys()
    for name in params:
        if name in _NOT_FOR_ALL:
            raise TypeError(f"{name} is {_NOT_FOR_ALL[name]}, not of {kind}")
        if name not in known:
            raise unknown_argument(kind, name, known)
    _check_format(params)


def _check_format(params: Mapping[str, Any]) -> None:
    check_response_format(
        params.get("response_format"),
        "for an answer parsed into a type, give the messages of the conversation to"
        " client.chat.completions.parse(), and append the answer's message to them",
    )


def _copied(value: Any) -> Any:
    try:
        return copy.deepcopy(value)
    except Exception:  # noqa: BLE001  what has no copy may raise anything, and is shared
        return value


def _check_keep_last(value: object) -> None:
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"keep_last must be a whole number, not {type(value).__name__}")
    if value < 1:
        raise ValueError(f"keep_last must be at least 1, not {value}")


def _json(value: object, *, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain, indent=indent)
    # Half a character, which a model may end with, has no UTF-8. Its escape is the same JSON.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _plain(value: object) -> dict[str, Any]:
    if isinstance(value, JSONObject):
        return members_to_send(value)
    raise TypeError(f"a conversation is saved as JSON, which has no {type(value).__name__}")


def _saved(text: str) -> dict[str, Any]:
    """Return what a saved conversation consists of."""
    try:
        saved: object = json.loads(text)
    except ValueError as error:
        raise ValueError(f"the text is no saved conversation, nor JSON: {error}") from error
    if not is_object(saved):
        raise ValueError(f"the text is no saved conversation, but {type(saved).__name__}")
    saved.setdefault("params", {})
    for name, (is_right, expected) in _SAVED.items():
        if not is_right(saved.get(name)):
            raise ValueError(f"the text is no saved conversation: its {name} must be {expected}")
    return saved


_SAVED: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "model": (lambda value: isinstance(value, str), "text"),
    "messages": (lambda value: is_array(value) and all(map(is_object, value)), "a list of objects"),
    "keep_last": (lambda value: value is None or type(value) is int, "a whole number or null"),
    "params": (is_object, "an object"),
}


def _text_of(path: str | os.PathLike[str]) -> str:
    try:
        return Path(path).read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{str(path)!r} cannot be loaded: it is no text in UTF-8") from error


C = TypeVar("C", bound=_Conversation[Any, Any, Any, Any])


def _from_file(kind: type[C], client: Any, path: str | os.PathLike[str], text: str) -> C:
    try:
        return kind.from_json(client, text)
    except ValueError as error:
        raise ValueError(f"{str(path)!r} cannot be loaded: {error}") from error
