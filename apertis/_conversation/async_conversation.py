"""Conversations: the messages so far, and the calls that add to them.

A question and its answer are added to the messages together, once the answer is complete. So there
is nothing to take back if a call fails, or if a stream is not read to its end. `PendingAnswer` has
that rule.
"""

from __future__ import annotations

import copy
import os
import threading
import weakref
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, Literal, Self, TypeAlias, Unpack, cast, overload

from apertis_client._runtime.files import replace_file
from apertis_client.models import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessageParam,
    ContentPart,
)

from .._client import AsyncApertis
from .._core.attributes import NamesAttributes
from .._core.checks import check_count
from .._declared import (
    constructor,
    coroutine_function,  # async only
)
from .._streaming.async_stream import AsyncStream
from .._streaming.awaitable import AwaitableStream
from .._transport.async_backend import in_thread  # async only
from ..chat.params import OtherParams, check_text
from .arguments import check_client, check_format, check_params, message_parts
from .async_conversation_stream import AsyncConversationStream
from .pending_answer import PendingAnswer, let_streams_close
from .saved import dump_conversation, parse_conversation, read_text
from .turns import check_results, select_last_turns


class CallParams(OtherParams, total=False):
    """What one call takes, the model included."""

    model: str


Content: TypeAlias = str | Sequence[str | ContentPart]
Messages: TypeAlias = Sequence[ChatCompletionMessageParam]

Answer: TypeAlias = Coroutine[Any, Any, ChatCompletion]
AnswerOrStream: TypeAlias = Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]

__all__ = ["AsyncConversation"]


class AsyncConversation(NamesAttributes):
    """A conversation with a model, which keeps the messages.

    Args:
        client: The client to send with.
        model: Id of the model.
        system: The system message, if there is to be one.
        keep_last: How many of the last turns are sent, at least 1; default: all. A turn begins
            with a message of the user. System and developer messages are always sent, and the
            result of a tool never without its call. `messages` keeps everything.
        messages: What has been said before.
        **params: What every call is given: everything that `create` takes, except `messages` and
            `stream`.

    Attributes:
        client: The client to send with.
        model: Id of the model.
        keep_last: How many of the last turns are sent; None for all.
        messages: What has been said so far: a list of your own to change, for example to add the
            results of tools.
        params: What every call is given.

    Raises:
        TypeError: An argument is unknown or of the wrong type; the message names it.
        ValueError: `keep_last` is less than 1.
    """

    @constructor
    def __init__(
        self,
        client: AsyncApertis,
        *,
        model: str,
        system: str | None = None,
        keep_last: int | None = None,
        messages: Messages | None = None,
        **params: Unpack[OtherParams],
    ) -> None:
        check_client(client, type(self).__name__, "__aenter__")
        check_text("model", model)
        if keep_last is not None:
            check_count("keep_last", keep_last, least=1)
        check_params(type(self).__name__, params)
        if isinstance(messages, (str, bytes, Mapping)):
            raise TypeError(f"messages must be a list, not {type(messages).__name__}")
        self.client: AsyncApertis = client
        self.model = model
        self.keep_last = keep_last
        self.messages: list[ChatCompletionMessageParam] = list(messages or ())
        self.params: dict[str, Any] = {**params}
        self._lock = threading.Lock()
        self._pending: weakref.ref[PendingAnswer] | None = None
        if system is not None:
            check_text("system", system)
            self.messages.insert(0, {"role": "system", "content": system})

    @overload
    def say(
        self,
        content: Content,
        *,
        stream: Literal[False] | None = None,
        **params: Unpack[CallParams],
    ) -> Answer: ...
    @overload
    def say(
        self, content: Content, *, stream: Literal[True], **params: Unpack[CallParams]
    ) -> AwaitableStream[ChatCompletionChunk]: ...
    @overload
    def say(
        self, content: Content, *, stream: bool | None, **params: Unpack[CallParams]
    ) -> AnswerOrStream: ...
    @coroutine_function  # async only
    def say(self, content: Content, *, stream: bool | None = None, **params: Any) -> Any:
        """Say something and return the answer; both are then part of `messages`.

        They are not if the call fails, if the answer has no message, or if a stream is not read to
        its end: the same can then be said again. Of several choices the first counts.

        Args:
            content: Text, or a list of parts; text in the list is a part, too.
            stream: Give the answer as it is written.
            **params: What this call is given; wins over what every call is given, and None
                leaves that out.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for all of them.
            RuntimeError: An answer of this conversation is still pending. For several at a time,
                use `copy()`.
            TypeError: An argument is unknown, missing or of the wrong type.
            ValueError: A tool call has no result among the messages yet.
        """
        question = cast(
            "ChatCompletionMessageParam", {"role": "user", "content": message_parts(content)}
        )
        return self._send([question], stream, params)

    @overload
    def send(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CallParams]
    ) -> Answer: ...
    @overload
    def send(
        self, *, stream: Literal[True], **params: Unpack[CallParams]
    ) -> AwaitableStream[ChatCompletionChunk]: ...
    @overload
    def send(self, *, stream: bool | None, **params: Unpack[CallParams]) -> AnswerOrStream: ...
    @coroutine_function  # async only
    def send(self, *, stream: bool | None = None, **params: Any) -> Any:
        """Send the messages as they are, and return the answer, which is then one of them.

        Use it after you have added messages of your own, such as the results of tools. Everything
        else is as with `say`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for all of them.
            RuntimeError: An answer of this conversation is still pending.
            TypeError: An argument is unknown, missing or of the wrong type.
            ValueError: There are no messages.
        """
        return self._send([], stream, params)

    def copy(self) -> Self:
        """Return an independent copy of the conversation, with the same client."""
        messages = copy.deepcopy(self.messages)
        branch = type(self)(
            self.client, model=self.model, keep_last=self.keep_last, messages=messages
        )
        branch.params.update((name, _copy(value)) for name, value in self.params.items())
        return branch

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self.copy()

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the conversation as JSON text: the model, the messages, `keep_last`, `params`.

        Values of `params` that JSON cannot hold are left out, and so are `extra_headers` and
        `extra_query`, which may hold a key. Nothing of the client is saved.

        Raises:
            TypeError: A message holds something that JSON cannot hold.
            ValueError: A message holds NaN or infinity, or is nested too deeply.
        """
        return dump_conversation(
            self.model, self.keep_last, self.params, self.messages, indent=indent
        )

    @classmethod
    def from_json(cls, client: AsyncApertis, text: str) -> Self:
        """Return the conversation that `to_json` has written, to go on with `client`.

        Its messages are then plain dicts.

        Raises:
            ValueError: The text is not a saved conversation; the message says why.
        """
        saved = parse_conversation(text)
        params = saved.pop("params")
        try:
            check_params(cls.__name__, params)
        except TypeError as error:
            raise ValueError(f"the text is not a saved conversation: {error}") from error
        conversation = cls(client, **saved)
        conversation.params.update(params)
        return conversation

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Write `to_json` to a file, which at any moment holds a whole conversation.

        Raises:
            OSError: The file cannot be written; it is unchanged.
            TypeError, ValueError: As for `to_json`.
        """
        content = self.to_json().encode()  # before another message can be added
        await in_thread(replace_file, path, content)

    @classmethod
    async def load(cls, client: AsyncApertis, path: str | os.PathLike[str]) -> Self:
        """Return the conversation that `save` has written to a file, to go on with `client`.

        Raises:
            OSError: The file cannot be read.
            ValueError: It does not hold a saved conversation; the message says why.
        """
        return await in_thread(cls._load, client, path)

    @classmethod
    def _load(cls, client: AsyncApertis, path: str | os.PathLike[str]) -> Self:
        try:
            return cls.from_json(client, read_text(path))
        except ValueError as error:
            raise ValueError(f"{str(path)!r} cannot be loaded: {error}") from error

    def _begin(self, question: Messages) -> PendingAnswer:
        pending = PendingAnswer(self, question)
        with self._lock:
            if self._is_pending():
                raise RuntimeError(
                    "an answer of this conversation is still pending: read its stream to the end"
                    " or close it, or use a copy() to ask several things at a time"
                )
            self._pending = weakref.ref(pending)
        return pending

    def _is_pending(self) -> bool:
        pending = None if self._pending is None else self._pending()
        return pending is not None and not pending.is_over

    def _arguments(self, question: Messages, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments of `create`."""
        if "messages" in params:
            raise TypeError(
                "a conversation keeps its messages itself: change its `messages`, or use create"
            )
        if question:
            check_results(self.messages)
        messages = [*self.messages, *question]
        if not messages:
            raise ValueError("the conversation has no messages to send; say something first")
        if self.keep_last is not None:
            check_count("keep_last", self.keep_last, least=1)
            messages = select_last_turns(messages, self.keep_last)
        params = {"model": self.model, **self.params, **params}
        check_format(params)
        return {**params, "messages": messages}

    def _send(self, question: Messages, stream: bool | None, params: dict[str, Any]) -> Any:
        call = self._call(question, stream, params)
        return AwaitableStream(call) if stream else call

    async def _call(self, question: Messages, stream: bool | None, params: dict[str, Any]) -> Any:
        await let_streams_close(self._is_pending)  # async only
        with self._begin(question) as pending:
            arguments = self._arguments(question, params)
            answer: Any = await self.client.chat.completions.create(stream=stream, **arguments)
            return AsyncConversationStream(answer, pending) if stream else pending.finish(answer)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {self.model!r}, {len(self.messages)} messages>"


def _copy(value: Any) -> Any:
    try:
        return copy.deepcopy(value)
    except Exception:  # noqa: BLE001  what has no copy may raise anything, and is shared
        return value
