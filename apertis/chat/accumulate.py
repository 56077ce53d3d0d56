"""Accumulates the chunks of a stream into the completion that they are pieces of.

This is the only place that decides which choice, which tool call and which item of a list a piece
belongs to. `ChunkAccumulator.add` reports what a chunk added, for those who make events of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import JSONObject, is_array, is_object, objects_in, wrap
from apertis_client.models.chat_completion import ChatCompletion

from .._answers.growing_text import GrowingText, Repeat
from .._answers.identity import index_of
from .text import content_text, merged
from .tool_calls import CallPiece, ToolCalls
from .values import GrowingObject, finish_reason_of

__all__ = [
    "ChoiceAccumulator",
    "ChoicePiece",
    "ChunkAccumulator",
    "as_chunk",
]

# Members that are set once; a later chunk does not change them.
_ONCE: Final = frozenset({"id", "object", "created", "model", "index"})
_GROWING: Final = ("delta", "message")


def as_chunk(completion: Mapping[str, Any]) -> dict[str, Any]:
    """Return a whole completion as the one chunk of a stream, all of it kept."""
    choices: list[dict[str, Any]] = [
        {("delta" if name == "message" else name): value for name, value in choice.items()}
        for choice in objects_in(completion.get("choices"))
    ]
    for choice in choices:
        delta: Any = choice.get("delta")
        calls = delta.get("tool_calls") if is_object(delta) else None
        for position, call in enumerate(objects_in(calls)):
            call.setdefault("index", position)
    return {**completion, "object": "chat.completion.chunk", "choices": choices}


class ChoicePiece:
    """What a chunk adds to a choice.

    Attributes:
        choice: The choice, as accumulated so far.
        content: The new text, None where the chunk has none; `refusal` likewise.
        calls: What it adds to tool calls.
        logprobs: Its log probabilities, without those that it repeats.
        is_repeated: Whether some of its text came before.
        finish_reason: Its finish reason, if any.
    """

    def __init__(self, choice: ChoiceAccumulator, piece: Mapping[str, Any]) -> None:
        self.choice = choice
        self.content: str | None = None
        self.refusal: str | None = None
        self.calls: list[CallPiece] = []
        self.logprobs: Mapping[str, Any] = {}
        self.is_repeated = False
        self.finish_reason = finish_reason_of(piece)


class ChunkAccumulator:
    """An incomplete completion. The cost of a chunk does not depend on what came before it.

    Choices are identified by ``index``, or by position where that is missing. Of the members of
    the completion itself, ids and names count once, of others the last value that is not empty.
    """

    def __init__(self) -> None:
        self._members: dict[str, Any] = {}
        self._choices: dict[int, ChoiceAccumulator] = {}

    def add(self, chunk: Mapping[str, Any]) -> list[ChoicePiece]:
        """Add a chunk, as decoded JSON, and return what it adds to each of its choices."""
        pieces: list[ChoicePiece] = []
        members = self._members
        for name, value in chunk.items():
            if name != "choices":
                if members.get(name, members) != value:  # nearly all chunks repeat it
                    _set(members, name, value)
                continue
            for position, piece in enumerate(objects_in(value)):
                index = choice_index(piece, position)
                choice = self._choices.get(index)
                if choice is None:
                    choice = self._choices[index] = ChoiceAccumulator(index)
                pieces.append(choice.add(piece))
        return pieces

    def answer(self) -> ChatCompletion:
        members = {**self._members}
        if "object" in members:
            members["object"] = "chat.completion"
        members["choices"] = [self._choices[index].value() for index in sorted(self._choices)]
        completion = wrap(ChatCompletion, members)
        completion.__json_settle__()
        return completion


class ChoiceAccumulator:
    """One incomplete choice.

    A chunk may have the whole message so far as ``message``, in place of a ``delta`` or beside it;
    and the last one with text may repeat several pieces as its ``delta``. Both count once.

    Attributes:
        index: Which choice it is.
        content: The text of its message so far.
        refusal: The refusal so far.
    """

    def __init__(self, index: int) -> None:
        self.index = index
        self.content = GrowingText()
        self.refusal = GrowingText()
        self._members: dict[str, Any] = {}
        self._message = GrowingObject()
        self._calls = ToolCalls()
        self._logprobs: dict[str, Any] = {}
        self._had_delta = False

    def add(self, piece: Mapping[str, Any]) -> ChoicePiece:
        """Add a piece and return what it adds."""
        had_ended = finish_reason_of(self._members) is not None
        for name, value in piece.items():
            if self._members.get(name, self) == value:
                continue  # nearly all pieces repeat it
            if name not in _GROWING and not (name == "logprobs" and is_object(value)):
                _set(self._members, name, value)
        added = ChoicePiece(self, piece)
        delta, message = piece.get("delta"), piece.get("message")
        if is_object(delta):
            ends = Repeat.END if added.finish_reason else Repeat.DELTA
            repeat = Repeat.AFTER if had_ended else ends
            self._add(delta, repeat, added)
            self._had_delta = self._had_delta or any(map(delta.get, delta.keys() - {"role"}))
        if is_object(message):
            repeat = Repeat.MESSAGE if self._had_delta else Repeat.ONLY_MESSAGE
            self._add(message, repeat, added)
        if is_object(logprobs := piece.get("logprobs")):
            self._add_logprobs(logprobs, added)
        return added

    def value(self) -> dict[str, Any]:
        """Return the choice so far."""
        message = self._message.value()
        if calls := self._calls.value():
            message["tool_calls"] = calls
        value = {**self._members, "message": message}
        if isinstance(value.get("index"), (str, float)):
            value["index"] = self.index
        if self._logprobs:
            value["logprobs"] = {
                name: [*item] if is_array(item) else item for name, item in self._logprobs.items()
            }
        return value

    def _add(self, members: Mapping[str, Any], repeat: Repeat, added: ChoicePiece) -> None:
        # JSON may well begin twice in the same way, and so may what is not text.
        inside = Repeat.NO if repeat is Repeat.DELTA else repeat
        for name, value in members.items():
            if name == "tool_calls":
                calls = [value] if value and is_object(value) else value
                added.calls += self._calls.add(objects_in(calls), inside)
            elif name == "content":
                self._add_content(value, repeat, added)
            else:
                if name == "refusal" and isinstance(value, str):
                    new = self.refusal.new_part(value, repeat)
                    added.is_repeated |= new != value
                    added.refusal = (added.refusal or "") + self.refusal.add(new)
                self._message.add(name, value, repeat if isinstance(value, str) else inside)

    def _add_content(self, content: Any, repeat: Repeat, added: ChoicePiece) -> None:
        inside = Repeat.NO if repeat is Repeat.DELTA else repeat
        text = content_text(content)
        if text is None:
            self._message.add("content", content, inside)
            return
        new = self.content.new_part(text, repeat)
        added.is_repeated |= new != text
        parts = [content] if is_object(content) else content
        if is_array(parts) and new == text:
            self._message.add("content", parts, inside)  # behind the text that came before
        elif not self._message.hold_text("content", self.content):
            self._message.add("content", new, Repeat.NO)
        added.content = (added.content or "") + self.content.add(new)

    def _add_logprobs(self, logprobs: Mapping[str, Any], added: ChoicePiece) -> None:
        new = added.logprobs = dict(logprobs)
        for name, value in logprobs.items():
            if is_array(value):
                held = self._logprobs.get(name)
                self._logprobs[name] = held = held if is_array(held) else []
                if added.is_repeated and value[: len(held)] == held:
                    new[name] = value[len(held) :]
                held += new[name]
            else:
                _set(self._logprobs, name, value)


def choice_index(choice: Mapping[str, Any] | JSONObject, position: int) -> int:
    """Return the ``index`` of a choice, its position in the chunk where it has none."""
    index = index_of(choice)
    return position if index is None else index


def _set(members: dict[str, Any], name: str, value: Any) -> None:
    """Keep the first value of members that are set once, the last of all others, at every depth."""
    # Some upstreams begin with empty chunks: `created: 0`, `model: ""`, `usage: {}`; or end with
    # a usage of zeros.
    held = members.get(name)
    is_empty = value == "" or (is_object(value) and not any(value.values()))
    if value is None or (held and (name in _ONCE or is_empty)):
        members.setdefault(name, value)
    elif name != "usage" and is_object(held) and is_object(value):
        members[name] = merged(held, value)
    else:
        members[name] = value
