"""What the stream classes, sync and async, have in common, for any endpoint."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from operator import length_hint
from typing import Any, Generic, TypeVar

from apertis_client._runtime.json_object import JSONObject
from apertis_client._runtime.response import ResponseHeaders

from .._core.checks import check_count
from .._importing import httpx
from .format import TextReader
from .source import EventSource

__all__ = ["BaseStream", "E", "read_again", "shown"]

E = TypeVar("E", bound=JSONObject)


def read_again(final: str, noun: str = "stream", items: str = "events") -> RuntimeError:
    """Return the error for a stream, or a run, of which nothing is left to iterate.

    Args:
        final: The method that returns what its items add up to; empty where there is none.
        noun: What it is.
        items: What it is iterated for.
    """
    return RuntimeError(
        f"the {noun} has been read to its end or closed; keep its {items} in a list to read"
        f" them again{f', or call {final}()' if final else ''}"
    )


def shown(stream: object, *, was_closed: bool, has_ended: bool) -> str:
    """Return the `repr` of a stream; `was_closed` means before its end."""
    state = "closed" if was_closed else "ended" if has_ended else "open"
    return f"<{type(stream).__name__}, {state}>"


class BaseStream(ResponseHeaders, Generic[E]):
    """What a stream knows, sync or async."""

    def __init__(self, source: EventSource[E]) -> None:
        self._source = source
        self._batch: Iterator[E] = iter(())
        self._is_over = False  # nothing is left to iterate
        self._was_closed = False  # before its end

    def _check_unread(self) -> None:
        """Refuse to be iterated once more.

        Raises:
            RuntimeError: it has been read to its end, or closed.
        """
        if self._is_over:
            raise read_again(self._source.reader.format.final)

    @property
    def response(self) -> httpx.Response:
        """The HTTP response, whose body is being read."""
        return self._source.response.httpx

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case."""
        return self.response.headers

    def _text_reader(self, choice: int) -> TextReader:
        check_count("choice", choice, least=0, kind="a whole number")
        # These events have been received, but not handed over.
        waiting = length_hint(self._batch) + self._source.peeked
        return self._source.reader.text_reader(choice, but_last=waiting)

    def _check_final(self, method: str) -> None:
        """Refuse to be read by a method that returns what other streams add up to."""
        own = self._source.reader.format.final
        if own != method:
            hint = f"call {own}()" if own else "iterate them"
            raise TypeError(f"the events of this stream are not known to add up to that; {hint}")

    def _final(self) -> Any:
        reader = self._source.reader
        answer: Any = reader.received()
        if answer is None:
            raise reader.truncated("the stream was empty")
        if not reader.is_whole():
            raise reader.truncated("the stream was closed before its end")
        answer.__json_headers__ = self.headers
        return answer

    def __repr__(self) -> str:
        return shown(self, was_closed=self._was_closed, has_ended=self._source.ended)

    def __del__(self) -> None:
        # This may run while any lock is held, so nothing is closed here.
        source = getattr(self, "_source", None)
        if source is not None and not source.ended:
            source.abandon()
            warnings.warn(
                f"{type(self).__name__} was never closed",
                ResourceWarning,
                source=self,
                stacklevel=2,
            )
