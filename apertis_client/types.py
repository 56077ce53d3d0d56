# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""What a `*_detailed` function gives back."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from attrs import define

__all__ = ["Response"]

T = TypeVar("T")


@define
class Response(Generic[T]):
    """An answer with its HTTP side."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    parsed: T | None
    """The body as the spec types it for this status; None where it is something else."""
