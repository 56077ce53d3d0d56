"""The two APIs that the clients speak: the same answer, stream and error in the words of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from tests.server import completion

__all__ = ["BOTH", "CHAT", "MESSAGES", "WORDS", "Dialect", "Event"]

WORDS = ["One ", "two ", "three ", "four ", "five ", "six."]


class Event(NamedTuple):
    """An event of a stream: its name, if it has one, and its data."""

    name: str
    data: str

    @property
    def fields(self) -> list[str]:
        """The lines of the event."""
        name = [f"event: {self.name}"] if self.name else []
        return [*name, f"data: {self.data}"]

    @property
    def sent(self) -> bytes:
        """The event as servers send it."""
        return ("\n".join(self.fields) + "\n\n").encode()


class Dialect:
    """`chat/completions`, as OpenAI and Apertis document it."""

    name = "chat"
    first_word = 1  # the index of the event with the first word
    ends = 2  # how many events come after the last word

    def answer(self, text: str = "".join(WORDS), **members: Any) -> dict[str, Any]:
        """Return the body of an answer."""
        return completion(text, **members)

    def chunk(self, delta: Any, finish: str | None = None, **members: Any) -> Event:
        """Return an event of a stream."""
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1767225600}
        return Event("", json.dumps({**head, "model": "m", "choices": [choice], **members}))

    def word(self, text: str) -> Event:
        """Return an event with some text."""
        return self.chunk({"content": text})

    def events(self, words: Sequence[str] = WORDS, model: str = "m") -> list[Event]:
        """Return a whole stream."""
        first = self.chunk({"role": "assistant", "content": ""}, model=model)
        usage = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}
        last = self.chunk({}, "stop", model=model, usage=usage)
        return [first, *map(self.word, words), last, Event("", "[DONE]")]

    def error(self, kind: str, message: str, code: str | None = None) -> dict[str, Any]:
        """Return the body of an error."""
        return {"error": {"message": message, "type": kind, "code": code, "param": None}}


class Messages(Dialect):
    """`messages`, as Anthropic documents it."""

    name = "messages"
    first_word = 2
    ends = 3

    def answer(self, text: str = "".join(WORDS), **members: Any) -> dict[str, Any]:
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "m",
            "content": [{"type": "text", "text": text}],
            "stop_reason": "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 3, "output_tokens": 2},
            **members,
        }

    def _event(self, name: str, **members: Any) -> Event:
        return Event(name, json.dumps({"type": name, **members}))

    def word(self, text: str) -> Event:
        delta = {"type": "text_delta", "text": text}
        return self._event("content_block_delta", index=0, delta=delta)

    def events(self, words: Sequence[str] = WORDS, model: str = "m") -> list[Event]:
        message = self.answer(content=[], stop_reason=None, model=model)
        block = {"type": "text", "text": ""}
        stop = {"stop_reason": "end_turn", "stop_sequence": None}
        return [
            self._event("message_start", message=message),
            self._event("content_block_start", index=0, content_block=block),
            *map(self.word, words),
            self._event("content_block_stop", index=0),
            self._event("message_delta", delta=stop, usage={"output_tokens": 2}),
            self._event("message_stop"),
        ]

    def error(self, kind: str, message: str, code: str | None = None) -> dict[str, Any]:  # noqa: ARG002  it has none
        return {"type": "error", "error": {"type": kind, "message": message}}


CHAT = Dialect()
MESSAGES = Messages()
BOTH = frozenset({CHAT.name, MESSAGES.name})
