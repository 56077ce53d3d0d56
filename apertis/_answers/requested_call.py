"""A tool call of an answer, with its result."""

from __future__ import annotations

from typing import Any

from .._logging import logger as parent
from .._schema.tool_messages import error_content, result_content

__all__ = ["RequestedCall"]

logger = parent.getChild("tools")


class RequestedCall:
    """A call that the model asks for.

    Attributes:
        id: Id of the call, which no other call of the answer has.
        name: Name of the tool.
        arguments: The arguments, as JSON text.
        parsed_arguments: The arguments as what the tool takes; None where they do not fit, which
            is not an error yet.
        content: What the model is told about it: None until the tool has run. If you set it before
            that, the tool is not called.
        result: What the tool returned; None before.
        error: What went wrong, which the model is told as well; None if nothing did.
    """

    def __init__(self, id: str, name: str, arguments: str, parsed_arguments: Any) -> None:
        self.id = id
        self.name = name
        self.arguments = arguments
        self.parsed_arguments = parsed_arguments
        self.content: str | None = None
        self.result: Any = None
        self.error: Exception | None = None

    def set_result(self, result: Any) -> None:
        """Keep what the tool returned."""
        self.result = result
        self.content = result_content(result)

    def set_error(self, error: Exception) -> None:
        """Keep what the tool raised, or the reason why it cannot be called."""
        logger.info("the tool %s failed: %s", self.name, type(error).__name__)
        logger.debug("how the tool %s failed", self.name, exc_info=error)
        self.error = error
        self.content = error_content(error)

    def __repr__(self) -> str:
        return f"RequestedCall({self.name}({self.arguments}), content={self.content!r})"
