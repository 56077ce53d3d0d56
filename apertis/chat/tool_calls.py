"""Tool calls that arrive in pieces, and which call a piece belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from apertis_client._runtime.json_object import is_object

from .._answers.growing_text import Repeat
from .._answers.identity import id_of, index_of
from .text import GrowingArguments
from .values import GrowingObject

__all__ = ["CallPiece", "ToolCall", "ToolCalls"]


class ToolCall:
    """One incomplete tool call.

    Attributes:
        begun: How many calls of the message began before it.
        index: Its place among the calls of the message, which no other call has.
        stated: The ``index`` that the server gives it, which others may have too; None without.
        id: Its id; empty where none has come yet.
    """

    def __init__(self, begun: int, index: int) -> None:
        self.begun = begun
        self.index = index
        self.stated: int | None = None
        self.id = ""
        self._members = GrowingObject()

    @property
    def name(self) -> str:
        """The name of the function or of the custom tool so far."""
        for kind in ("function", "custom"):
            held = self._members.get(kind)
            if isinstance(held, GrowingObject) and (name := held.get("name")):
                return str(name)
        return ""

    @property
    def arguments(self) -> GrowingArguments | None:
        """The arguments of the function, None where none have come."""
        function = self._members.get("function")
        found = function.get("arguments") if isinstance(function, GrowingObject) else None
        return found if isinstance(found, GrowingArguments) else None

    def add(self, piece: Mapping[str, Any], repeat: Repeat) -> CallPiece:
        """Add a piece and return what it adds."""
        arguments: str | None = None
        has_function = False
        for name, value in piece.items():
            if name == "function" and is_object(value):
                has_function = True
                function = self._members.nested(name)
                for part, text in value.items():
                    added = function.add(part, text, repeat)
                    arguments = added if part == "arguments" else arguments
            else:
                self._members.add(name, value, repeat)
        return CallPiece(self, arguments, has_function)

    def value(self) -> dict[str, Any]:
        """Return the call so far."""
        value = self._members.value()
        if self.stated is not None:
            value["index"] = self.index
        return value


class CallPiece(NamedTuple):
    """What a chunk adds to a call: arguments, None where it has none."""

    call: ToolCall
    arguments: str | None
    has_function: bool


class ToolCalls:
    """The tool calls of one message.

    A piece belongs to the first of these that is there:

    1. the call with its id;
    2. the last call with its index;
    3. a call that has had an id alone: the one that began at this index, or else the last;
    4. where it has arguments and no name, at an index that nothing began at, the call before;
    5. where it has neither, the call at its position, or else the call before.

    But a new id together with a name begins a new call even at an index that is taken, and so does
    a name after arguments that are complete; an id without a name does not. A name at another index
    begins a new call in spite of its id, unless it repeats the call, or has its first arguments.
    """

    def __init__(self) -> None:
        self._calls: list[ToolCall] = []
        self._by_id: dict[str, ToolCall] = {}
        self._by_index: dict[int, ToolCall] = {}
        self._last: ToolCall | None = None

    def add(self, pieces: list[dict[str, Any]], repeat: Repeat) -> list[CallPiece]:
        """Add the pieces of one chunk and return what each adds."""
        added: list[CallPiece] = []
        for position, piece in enumerate(pieces):
            identity = _Identity.of(piece)
            is_listed = len(pieces) > 1 or repeat in _MESSAGE
            place = position if is_listed else None
            call = self._find(identity, place, repeat) or self._begin(identity)
            self._last = call
            if identity.id:
                call.id = call.id or identity.id
                self._by_id.setdefault(identity.id, call)
            if identity.stated is not None and (identity.names_call or call.stated is None):
                call.stated = identity.stated if call.stated is None else call.stated
                self._by_index[identity.stated] = call
            added.append(call.add(piece, repeat))
        return added

    def value(self) -> list[dict[str, Any]]:
        """Return the calls so far, by index."""
        return [call.value() for call in sorted(self._calls, key=lambda call: call.index)]

    def _find(self, piece: _Identity, position: int | None, repeat: Repeat) -> ToolCall | None:
        found = self._by_id.get(piece.id)
        if found is not None and _are_apart(found, piece, self._by_index):
            found = None  # several calls have been given one id
        if found is None:
            found = self._at(piece, position)
            if found is None or (repeat not in _MESSAGE and _has_new_id(found, piece)):
                return None
        return None if _begins_anew(found, piece) else found

    def _at(self, piece: _Identity, position: int | None) -> ToolCall | None:
        """Return the call at the index or the position of a piece."""
        if piece.stated is not None:
            found = self._by_index.get(piece.stated)
            return found or self._named_by_id(piece) or self._continued(piece)
        if position is None:
            return self._last
        return self._calls[position] if position < len(self._calls) else None

    def _named_by_id(self, piece: _Identity) -> ToolCall | None:
        """Return the call that has been named by its id alone and now is by its index."""
        at_index = (call for call in self._calls if call.begun == piece.stated)
        for call in (*at_index, self._last):
            if call and call.stated is None and piece.name in ("", call.name):
                return call
        return None

    def _continued(self, piece: _Identity) -> ToolCall | None:
        """Return the last call where a piece, at an index of its own, has only arguments for it."""
        # Some servers count the pieces instead of the calls.
        last = self._last
        if last is None or not last.name or piece.name or (piece.id and not piece.arguments):
            return None
        return None if last.arguments and last.arguments.is_complete() else last

    def _begin(self, piece: _Identity) -> ToolCall:
        taken = {call.index for call in self._calls}
        index = piece.stated
        if index is None or index in taken:
            index = max(taken, default=-1) + 1
        call = ToolCall(len(self._calls), index)
        self._calls.append(call)
        return call


class _Identity(NamedTuple):
    """What a piece says of the call that it belongs to."""

    stated: int | None
    id: str
    name: str
    arguments: Any

    @property
    def names_call(self) -> bool:
        return bool(self.id or self.name)

    @classmethod
    def of(cls, piece: Mapping[str, Any]) -> _Identity:
        name, arguments = None, None
        for kind in ("function", "custom"):
            if is_object(tool := piece.get(kind)):
                name, arguments = name or tool.get("name"), tool.get("arguments")
        return cls(
            index_of(piece),
            id_of(piece),
            name if isinstance(name, str) else "",
            arguments,
        )


def _are_apart(call: ToolCall, piece: _Identity, by_index: Mapping[int, ToolCall]) -> bool:
    """Return whether a piece belongs to a call by its id, but to another by its index."""
    if piece.stated is None or call.stated is None or piece.stated == call.stated:
        return False
    if piece.stated in by_index:
        return by_index[piece.stated] is not call
    return bool(piece.name) and not _is_same(call, piece)


def _is_same(call: ToolCall, piece: _Identity) -> bool:
    """Return whether a piece repeats a call, or has the first of its arguments."""
    held = call.arguments.value() if call.arguments else None
    return piece.name == call.name and bool(piece.arguments) and held in (None, "", piece.arguments)


def _has_new_id(call: ToolCall, piece: _Identity) -> bool:
    return bool(piece.id and piece.name and call.id and piece.id != call.id)


def _begins_anew(call: ToolCall, piece: _Identity) -> bool:
    """Return whether a piece names a tool after the arguments of a call are complete."""
    if not piece.name or not call.name or call.arguments is None:
        return False
    if piece.name != call.name:
        return call.arguments.is_complete()
    is_same_id = bool(piece.id) and piece.id == call.id
    return not is_same_id and call.arguments.contradict(piece.arguments)


_MESSAGE = (Repeat.MESSAGE, Repeat.ONLY_MESSAGE)
