# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ModelPermission`."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ModelPermission", "ModelPermissionDict"]


@model
class ModelPermission(JSONObject):
    """Permissions of a model, in the form of the provider."""


@for_pydantic
class ModelPermissionDict(TypedDict):
    """The plain dict that `ModelPermission` is made from."""


# Below the class, because schemas may refer to each other in a circle.
