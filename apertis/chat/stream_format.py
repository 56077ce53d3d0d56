"""Temporary: replaced by the merge of the streaming work."""

from typing import Any

from .._streaming.format import StreamFormat

CHUNK_FORMAT: StreamFormat[Any] = StreamFormat()
