"""Temporary: replaced by the merge of the streaming work."""

from typing import Generic, TypeVar

T = TypeVar("T")


class StreamFormat(Generic[T]):
    """A format."""
