# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RerankDocument`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["RerankDocument", "RerankDocumentDict"]


@model
class RerankDocument(JSONObject):
    """A document that was ordered.

    Attributes:
        text: Its text.
    """

    text: str = promised(default=None)


@for_pydantic
class RerankDocumentDict(TypedDict):
    """The plain dict that `RerankDocument` is made from."""

    text: NotRequired[str | None]
    """Its text."""


# Below the class, because schemas may refer to each other in a circle.
