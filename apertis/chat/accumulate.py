"""Gathers the chunks of a stream into the completion that they are pieces of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard

from apertis_client._runtime.json_object import is_array, is_object, wrap
from apertis_client.models.chat_completion import ChatCompletion

__all__ = [
    "ChunkAccumulator",
    "accumulate",
    "as_chunk",
    "call_key",
    "index_of",
    "is_joined",
    "objects",
]

# What says who and what, and is said once; a later chunk does not change it.
_ONCE = frozenset({"id", "object", "created", "model", "role", "type", "name", "index"})


def accumulate(chunks: Iterable[Mapping[str, Any]]) -> ChatCompletion | None:
    """Return what decoded chunks add up to, or None where there are none."""
    gatherer = ChunkAccumulator()
    empty = True
    for chunk in chunks:
        gatherer.add(chunk)
        empty = False
    return None if empty else gatherer.completion()


def is_joined(name: str, value: object) -> TypeGuard[str]:
    """Return whether a member is text that grows from chunk to chunk."""
    return isinstance(value, str) and name not in _ONCE


def as_chunk(completion: Mapping[str, Any]) -> dict[str, Any]:
    """Return a whole completion as the one chunk of a stream, all of it kept."""
    choices: list[dict[str, Any]] = [
        {("delta" if name == "message" else name): value for name, value in choice.items()}
        for choice in objects(completion.get("choices"))
    ]
    for choice in choices:
        delta: Any = choice.get("delta")
        calls = delta.get("tool_calls") if is_object(delta) else None
        for position, call in enumerate(objects(calls)):
            call.setdefault("index", position)
    return {**completion, "object": "chat.completion.chunk", "choices": choices}


class ChunkAccumulator:
    """A completion in the making. What a chunk costs does not depend on what came before it.

    Choices and tool calls are told apart by ``index``, or by order where that is missing. Ids,
    names and roles count once, and an empty string is as good as absent. Text and arguments are
    joined, lists are lengthened, of anything else the last value that is not null counts.
    """

    def __init__(self) -> None:
        self._top = _Members()
        self._choices: defaultdict[Any, _Choice] = defaultdict(_Choice)

    def add(self, chunk: Mapping[str, Any]) -> None:
        """Add a chunk, as decoded JSON."""
        for name, value in chunk.items():
            if name == "choices":
                for position, choice in enumerate(objects(value)):
                    key = index_of(choice, position)
                    self._choices[key].add(choice)
            else:
                self._top.set(name, value)

    def completion(self) -> ChatCompletion:
        """Return what has been gathered so far."""
        members = self._top.value()
        if "object" in members:
            members["object"] = "chat.completion"
        members["choices"] = [choice.value() for choice in _in_order(self._choices)]
        return wrap(ChatCompletion, members)


class _Choice:
    def __init__(self) -> None:
        self._members = _Members()
        self._message = _Message()
        self._logprobs = _Members()

    def add(self, choice: Mapping[str, Any]) -> None:
        for name, value in choice.items():
            if name in ("delta", "message") and is_object(value):
                self._message.add(value)
            elif name == "logprobs" and is_object(value):
                self._logprobs.join(value)
            elif name not in ("delta", "message"):
                self._members.set(name, value)

    def value(self) -> dict[str, Any]:
        value = {**self._members.value(), "message": self._message.value()}
        logprobs = self._logprobs.value()
        return {**value, "logprobs": logprobs} if logprobs else value


class _Message:
    def __init__(self) -> None:
        self._members = _Members()
        # Objects that arrive in fragments: audio, ...
        self._parts: defaultdict[str, _Members] = defaultdict(_Members)
        self._calls: defaultdict[Any, _Call] = defaultdict(_Call)
        self._last_call: Any = None

    def add(self, delta: Mapping[str, Any]) -> None:
        for name, value in delta.items():
            if name == "tool_calls":
                calls = objects(value)
                for position, call in enumerate(calls):
                    self._call(call, position if len(calls) > 1 else None).add(call)
            elif is_object(value):
                self._parts[name].join(value)
            else:
                self._members.add(name, value)

    def _call(self, call: Mapping[str, Any], position: int | None) -> _Call:
        self._last_call = key = call_key(call, self._last_call if position is None else position)
        return self._calls[key]

    def value(self) -> dict[str, Any]:
        value = self._members.value()
        value.update((name, part.value()) for name, part in self._parts.items())
        if self._calls:
            value["tool_calls"] = [call.value() for call in _in_order(self._calls)]
        return value


class _Call:
    def __init__(self) -> None:
        self._members = _Members()
        # The function, or the custom tool.
        self._parts: defaultdict[str, _Members] = defaultdict(_Members)

    def add(self, call: Mapping[str, Any]) -> None:
        for name, value in call.items():
            if is_object(value):
                self._parts[name].join(value)
            else:
                self._members.set(name, value)

    def value(self) -> dict[str, Any]:
        return self._members.value() | {name: part.value() for name, part in self._parts.items()}


class _Members:
    """The members of one object, joined from fragments."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._texts: defaultdict[str, list[str]] = defaultdict(list)
        self._lists: defaultdict[str, list[Any]] = defaultdict(list)

    def set(self, name: str, value: Any) -> None:
        """Keep the first value of what is said once, the last of anything else."""
        # Some upstreams begin with chunks of nothing: `created: 0`, `model: ""`, `usage: {}`.
        if value is None or (name in _ONCE and self._values.get(name)):
            self._values.setdefault(name, value)
        elif value not in ("", {}) or not self._values.get(name):
            self._values[name] = value

    def join(self, members: Mapping[str, Any]) -> None:
        """Add the members of a fragment."""
        for name, value in members.items():
            self.add(name, value)

    def add(self, name: str, value: Any) -> None:
        """Lengthen text and lists; treat the rest as `set` does."""
        if isinstance(value, str) and name not in _ONCE:
            self._texts[name].append(value)
        elif is_array(value):
            self._lists[name].extend(value)
        else:
            self.set(name, value)

    def value(self) -> dict[str, Any]:
        joined: dict[str, Any] = {name: "".join(texts) for name, texts in self._texts.items()}
        return {**self._values, **joined, **self._lists}


def call_key(call: Mapping[str, Any], last: Any) -> Any:
    """Return what tells a piece of a tool call from others: its index, its id, the `last` key."""
    # Some upstreams send whole calls without an index, each with its id.
    return index_of(call, str(call.get("id") or "") or last)


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; nothing of what is none."""
    return [item for item in value if is_object(item)] if is_array(value) else []


def index_of(item: Mapping[str, Any], otherwise: Any) -> Any:
    """Return the ``index`` of a choice or a call, `otherwise` where it has none."""
    index = item.get("index")
    return index if isinstance(index, int) else otherwise


def _in_order(items: Mapping[Any, Any]) -> list[Any]:
    """Return the values by index where all have one, else in the order they came."""
    if all(isinstance(key, int) for key in items):
        return [items[key] for key in sorted(items)]
    return list(items.values())
