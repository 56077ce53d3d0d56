"""The types of the API where programs for apertis 0.4 import them from; they are in `apertis`.

Such a program gets a `DeprecationWarning`.
"""

from __future__ import annotations

import sys
import warnings
from typing import Any, Final

import apertis

_MODULES: Final = (
    "audio",
    "chat",
    "embeddings",
    "messages",
    "models",
    "rerank",
    "responses",
    "shared",
)

# Names of 0.4 for what has another name now.
_RENAMED: Final = {
    "GeminiThinkingConfig": "GoogleThinkingConfig",
    "MessageDeltaUsage": "MessageUsage",
    "MessageStreamDelta": "MessageDelta",
    "ResponseFunctionToolCall": "ResponseFunctionCall",
    "ResponseOutput": "ResponseOutputItem",
    "ResponseReasoningContent": "ResponseReasoningText",
    "ResponseTextContent": "ResponseOutputText",
    "ResponseUnknownOutputItem": "OtherResponseItem",
    "ToolDefinition": "MessageTool",
    "Translation": "Transcription",
}

warnings.warn(
    "apertis.types is deprecated: import from apertis what it has", DeprecationWarning, stacklevel=2
)
# For `from apertis.types.chat import ChatCompletion`: all of them have the same names.
sys.modules.update({f"{__name__}.{name}": sys.modules[__name__] for name in _MODULES})


def __getattr__(name: str) -> Any:
    if (now := _RENAMED.get(name, name)) in dir(apertis):
        return getattr(apertis, now)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
