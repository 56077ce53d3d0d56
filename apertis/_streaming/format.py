"""Temporary: replaced by the merge of the streaming work."""

from typing import Any, Generic, TypeVar

T = TypeVar("T")


class StreamFormat(Generic[T]):
    """A format."""
