# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CompressionConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CompressionConfig", "CompressionConfigDict"]


@model
class CompressionConfig(JSONObject):
    """How a long conversation is shortened before the model sees it.

    Attributes:
        enabled: Compress long conversations. Default of the server: false.
        strategy: How much is compressed. Default of the server: "on".
        threshold: Length of the conversation from which it is compressed, in tokens. Default of
            the server: 8000.
        keep_turns: How many of the latest turns stay as they are. Left out, `strategy` decides:
            6 for `on`, 8 for `conservative`, 3 for `aggressive`.
        model: Id of the model that compresses, or `auto` to let the gateway choose one. Default
            of the server: "auto".
    """

    enabled: bool | None = None
    strategy: CompressionStrategy | str | None = None
    threshold: int | None = None
    keep_turns: int | None = None
    model: str | None = None


@for_pydantic
class CompressionConfigDict(TypedDict):
    """The plain dict that `CompressionConfig` is made from."""

    enabled: NotRequired[bool]
    """Compress long conversations. Default of the server: false."""
    strategy: NotRequired[CompressionStrategy | str]
    """How much is compressed. Default of the server: "on"."""
    threshold: NotRequired[int]
    """Length of the conversation from which it is compressed, in tokens. Default of the server:
    8000.
    """
    keep_turns: NotRequired[int]
    """How many of the latest turns stay as they are. Left out, `strategy` decides: 6 for `on`, 8
    for `conservative`, 3 for `aggressive`.
    """
    model: NotRequired[str]
    """Id of the model that compresses, or `auto` to let the gateway choose one. Default of the
    server: "auto".
    """


# Below the class, because schemas may refer to each other in a circle.
from .compression_strategy import CompressionStrategy
