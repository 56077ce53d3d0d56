# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Model`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["Model", "ModelDict"]


@model
class Model(ResponseModel):
    """A model that the key can use.

    Attributes:
        id: Id of the model, to be given as `model`.
        object: Kind of object, `model`.
        created: When the model was made available, in Unix seconds.
        owned_by: Who provides the model.
        name: Name of the model, for people.
        root: Id of the model that this one stands for.
        parent: Id of the model that this one was made from, or null.
        permission: Permissions, in the form of the provider.
        multiplier: Factor that the plan applies to the model. With subscription keys.
        tier: Plan that the model belongs to. With subscription keys.
        context_length: Longest context that the model takes, in tokens. With subscription keys.
    """

    id: str
    object: str | None = None
    created: int | None = None
    owned_by: str | None = None
    name: str | None = None
    root: str | None = None
    parent: str | None = None
    permission: list[ModelPermission] | None = None
    multiplier: float | None = None
    tier: ModelTier | str | None = None
    context_length: int | None = None


@for_pydantic
class ModelDict(TypedDict):
    """The plain dict that `Model` is made from."""

    id: Required[str]
    """Id of the model, to be given as `model`."""
    object: NotRequired[str | None]
    """Kind of object, `model`."""
    created: NotRequired[int | None]
    """When the model was made available, in Unix seconds."""
    owned_by: NotRequired[str | None]
    """Who provides the model."""
    name: NotRequired[str | None]
    """Name of the model, for people."""
    root: NotRequired[str | None]
    """Id of the model that this one stands for."""
    parent: NotRequired[str | None]
    """Id of the model that this one was made from, or null."""
    permission: NotRequired[Sequence[ModelPermission | ModelPermissionDict] | None]
    """Permissions, in the form of the provider."""
    multiplier: NotRequired[float | None]
    """Factor that the plan applies to the model. With subscription keys."""
    tier: NotRequired[ModelTier | str | None]
    """Plan that the model belongs to. With subscription keys."""
    context_length: NotRequired[int | None]
    """Longest context that the model takes, in tokens. With subscription keys."""


# Below the class, because schemas may refer to each other in a circle.
from .model_permission import ModelPermission, ModelPermissionDict
from .model_tier import ModelTier

set_decoders(
    Model,
    nested={
        "permission": list_of(object_of(ModelPermission)),
    },
)
