# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""The resources of the clients, each loaded when it is first used."""

from __future__ import annotations

from functools import cached_property

TYPE_CHECKING = False  # importing `typing` would take longer than the rest of this module
if TYPE_CHECKING:
    from .._core.engine import Engine
    from .chat import AsyncChat, Chat
    from .models import AsyncModels, Models

__all__ = ["AsyncClientResources", "ClientResources"]


class ClientResources:
    """The resources of `Apertis`."""

    _engine: Engine

    @cached_property
    def chat(self) -> Chat:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        from .chat import Chat

        return Chat(self._engine)

    @cached_property
    def models(self) -> Models:
        """List and look up the models that the key can use."""
        from .models import Models

        return Models(self._engine)


class AsyncClientResources:
    """The resources of `AsyncApertis`."""

    _engine: Engine

    @cached_property
    def chat(self) -> AsyncChat:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        from .chat import AsyncChat

        return AsyncChat(self._engine)

    @cached_property
    def models(self) -> AsyncModels:
        """List and look up the models that the key can use."""
        from .models import AsyncModels

        return AsyncModels(self._engine)
