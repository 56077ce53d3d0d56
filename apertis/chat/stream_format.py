"""What the chunks of chat completions mean to a stream."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from apertis_client._runtime.error_body import choice_error, has_content, is_text_choice
from apertis_client._runtime.json_object import JSONObject, is_array, is_object, objects_in

from .._errors.from_response import describe_object
from .._streaming.format import StreamFormat
from .accumulate import ChoiceAccumulator, ChunkAccumulator, as_chunk, choice_index
from .text import content_text
from .values import finish_reason_of

__all__ = ["CHUNK_FORMAT", "ChoiceTextReader", "ChunkStreamFormat"]


class ChunkStreamFormat(StreamFormat):
    """The `StreamFormat` of chat completions."""

    member = "choices"
    final = "get_final_completion"
    accumulator = ChunkAccumulator

    def may_fail(self, data: Mapping[str, Any], name: bytes) -> bool:
        """Return whether data may be an error, or unreadable: False for ordinary chunks."""
        # This is called for each chunk, and the types of decoded JSON have no subclasses.
        choices = data.get("choices")
        if name or not choices or choices.__class__ is not list:
            return True
        for choice in choices:
            if choice.__class__ is not dict or choice.get("finish_reason"):
                return True
            delta = choice.get("delta")
            if delta is None or (delta and (delta.__class__ is not dict or "error" in delta)):
                return True
            if "error" in choice or "message" in choice:
                return True
        return False

    def has_part(self, event: Mapping[str, Any]) -> bool:
        """Return whether an event with an error has choices beside it."""
        return bool(event.get("choices"))

    def is_event(self, data: Mapping[str, Any]) -> bool:
        """Return whether data is a chunk, whatever message it has beside."""
        return "choices" in data or str(data.get("object")).startswith("chat.completion")

    def is_own(self, data: Mapping[str, Any]) -> bool:
        """Return whether data is a chunk, or what a completion used."""
        return self.is_event(data) or ("usage" in data and "type" not in data)

    def fault_in(self, event: Mapping[str, Any]) -> Mapping[str, Any] | str | None:
        """Return the error of a choice, or the one that a finish reason names."""
        choices = event.get("choices")
        if choices is None:
            is_wrapped = any(is_object(each) and "choices" in each for each in event.values())
            return _UNREADABLE if is_wrapped else None
        if not is_array(choices):
            return _UNREADABLE
        faults = [_fault(choice) for choice in choices if choice is not None]
        return next((fault for fault in faults if fault is not None), None)

    def to_events(self, answer: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        """Return a completion as one chunk."""
        return [as_chunk(answer)]

    def is_whole(
        self,
        events: Iterable[Mapping[str, Any]],
        *,
        has_end: bool,
        require_finish_reason: bool,
    ) -> bool:
        """Return whether chunks, the last one first, prove that the completion is whole.

        With ``[DONE]`` one finish reason is enough: LiteLLM ends a single choice of several.
        Without it each choice that had content must have one. A stream without choices is not
        whole.
        """
        finished: set[int] = set()
        with_content: set[int] = set()
        for event in events:
            for position, choice in enumerate(objects_in(event.get("choices"))):
                if has_end and not require_finish_reason:
                    return True
                index = choice_index(choice, position)
                if finish_reason_of(choice):
                    if has_end:
                        return True
                    finished.add(index)
                if _has_content(choice):
                    with_content.add(index)
        return bool(finished) and with_content <= finished

    def text_reader(self, choice: int, before: Iterable[Mapping[str, Any]]) -> ChoiceTextReader:
        return ChoiceTextReader(choice, before)


CHUNK_FORMAT: Final = ChunkStreamFormat()

_UNREADABLE: Final = "a chunk of the stream has choices or messages of an unknown shape"


def _fault(choice: object) -> Mapping[str, Any] | str | None:
    if not is_object(choice):
        return _UNREADABLE
    if has_content(error := choice_error(choice)):
        return {"error": error}
    if is_text_choice(choice):
        event = {"choices": [choice]}
        return {"message": f"expected chunks of chat, got {describe_object(event)}", **event}
    messages = (choice.get("delta"), choice.get("message"))
    return _UNREADABLE if any(each and not is_object(each) for each in messages) else None


class ChoiceTextReader:
    """Reads the text that chunks add to the choice with an index, as it is accumulated."""

    def __init__(self, index: int = 0, before: Iterable[Mapping[str, Any]] = ()) -> None:
        self._index = index
        self._choice = ChoiceAccumulator(index)
        for chunk in before:
            for position, choice in enumerate(objects_in(chunk.get("choices"))):
                if choice_index(choice, position) == index:
                    self._choice.add(choice)

    def add(self, event: Any) -> str:
        """Return the text that a chunk adds."""
        choices: Any = getattr(event, "choices", None)
        text = ""
        for position, choice in enumerate(choices if is_array(choices) else ()):
            if isinstance(choice, JSONObject) and choice_index(choice, position) == self._index:
                text += self._choice.add(_text_members(choice)).content or ""
        return text

    def end(self) -> str:
        """Return half a character that came last, if any."""
        return self._choice.content.flush()


def _text_members(choice: Any) -> dict[str, Any]:
    """Return the members of a choice that its text depends on."""
    members: dict[str, Any] = {}
    if reason := getattr(choice, "finish_reason", None):
        members["finish_reason"] = reason
    for name in ("delta", "message"):
        if (part := getattr(choice, name, None)) is not None:
            text = content_text(getattr(part, "content", None))
            members[name] = {} if text is None else {"content": text}
    return members


def _has_content(choice: Mapping[str, Any]) -> bool:
    for name in ("delta", "message"):
        members = choice.get(name)
        if is_object(members) and any(members[each] for each in members.keys() - {"role"}):
            return True
    return False
