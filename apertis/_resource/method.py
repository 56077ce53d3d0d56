"""A method of a resource, for what sends its calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from .._core.open_response import decode_response

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation, StreamingOperation

    from .._streaming.format import StreamFormat
    from .._transport.messages import Response

__all__ = ["Method"]


class Method(NamedTuple):
    """A method of a resource: the operation that it calls, and how its result is read.

    Attributes:
        operation: The operation.
        stream_format: Reads its event streams; None where it has none.
        is_list: Whether the result can be iterated.
        batched: The parameter whose entries several requests can share, and the member of the
            response that has something for each.
        decode: Returns what a body holds.
    """

    operation: Operation[Any]
    stream_format: StreamFormat | None = None
    is_list: bool = False
    batched: tuple[str, str] | None = None
    decode: Callable[[Operation[Any], Response, bytes], Any] = decode_response

    @property
    def streaming(self) -> tuple[StreamingOperation[Any, Any], StreamFormat]:
        """What reads an event stream; generated methods ask for it only where there can be one."""
        return self.operation, self.stream_format  # type: ignore[return-value]
