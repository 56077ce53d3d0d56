"""What event streams have in common whose events say by their type what they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["TypedEventFormat"]


class TypedEventFormat:
    """The part of a `StreamFormat` that is the same for all events that have a ``type``."""

    member = "type"
    kinds: tuple[str, ...]
    """How the types begin that only events of this API have."""

    def may_fail(self, data: Mapping[str, Any], name: bytes) -> bool:
        """Return whether data may be an error: by its name, or without the type of an event."""
        return name == b"error" or not self.is_event(data)

    def is_event(self, data: Mapping[str, Any]) -> bool:
        """Return whether data has a type that is not that of an error."""
        kind = data.get("type")
        return isinstance(kind, str) and not kind.endswith("error")

    def is_own(self, data: Mapping[str, Any]) -> bool:
        """Return whether data has the type of an event of this API."""
        return str(data.get("type")).startswith(self.kinds)

    def fault_in(self, event: Mapping[str, Any]) -> Mapping[str, Any] | None:  # noqa: ARG002
        """Return None: an error is an event of its own."""
        return None

    def has_part(self, event: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Return False, for the same reason."""
        return False
