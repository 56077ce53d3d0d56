"""The names of OpenTelemetry's semantic conventions for generative AI, in their version 1.41.0.

That is their last version in `opentelemetry-semantic-conventions`. The package marks them as moved;
where they moved to, metrics have been renamed since.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SCHEMA_URL: Final = "https://opentelemetry.io/schemas/1.41.0"

ERROR_TYPE: Final = "error.type"
RESEND_COUNT: Final = "http.request.resend_count"
SERVER_ADDRESS: Final = "server.address"
SERVER_PORT: Final = "server.port"

OPERATION_NAME: Final = "gen_ai.operation.name"
PROVIDER_NAME: Final = "gen_ai.provider.name"
OUTPUT_TYPE: Final = "gen_ai.output.type"
INPUT_MESSAGES: Final = "gen_ai.input.messages"
SYSTEM_INSTRUCTIONS: Final = "gen_ai.system_instructions"
OUTPUT_MESSAGES: Final = "gen_ai.output.messages"
CHOICE_COUNT: Final = "gen_ai.request.choice.count"
REQUEST_MODEL: Final = "gen_ai.request.model"
REQUEST_STREAM: Final = "gen_ai.request.stream"
RESPONSE_ID: Final = "gen_ai.response.id"
RESPONSE_MODEL: Final = "gen_ai.response.model"
FINISH_REASONS: Final = "gen_ai.response.finish_reasons"
TIME_TO_FIRST_CHUNK: Final = "gen_ai.response.time_to_first_chunk"
INPUT_TOKENS: Final = "gen_ai.usage.input_tokens"
OUTPUT_TOKENS: Final = "gen_ai.usage.output_tokens"
TOKEN_TYPE: Final = "gen_ai.token.type"  # noqa: S105
TOOL_NAME: Final = "gen_ai.tool.name"
TOOL_TYPE: Final = "gen_ai.tool.type"
TOOL_DEFINITIONS: Final = "gen_ai.tool.definitions"
TOOL_DESCRIPTION: Final = "gen_ai.tool.description"
TOOL_CALL_ID: Final = "gen_ai.tool.call.id"
TOOL_ARGUMENTS: Final = "gen_ai.tool.call.arguments"
TOOL_RESULT: Final = "gen_ai.tool.call.result"

# The attribute for each argument of a call, and the type of its value; `list` is one of text.
REQUEST: Final[Mapping[str, tuple[str, type]]] = {
    "model": (REQUEST_MODEL, str),
    "n": (CHOICE_COUNT, int),
    "seed": ("gen_ai.request.seed", int),
    "temperature": ("gen_ai.request.temperature", float),
    "top_p": ("gen_ai.request.top_p", float),
    "top_k": ("gen_ai.request.top_k", float),
    "frequency_penalty": ("gen_ai.request.frequency_penalty", float),
    "presence_penalty": ("gen_ai.request.presence_penalty", float),
    "max_tokens": ("gen_ai.request.max_tokens", int),
    "max_completion_tokens": ("gen_ai.request.max_tokens", int),
    "max_output_tokens": ("gen_ai.request.max_tokens", int),
    "stop": ("gen_ai.request.stop_sequences", list),
    "stop_sequences": ("gen_ai.request.stop_sequences", list),
    "encoding_format": ("gen_ai.request.encoding_formats", list),
    "dimensions": ("gen_ai.embeddings.dimension.count", int),
}

# The attribute for each member of `usage`, under the older and the newer of its names.
USAGE: Final[Mapping[str, str]] = {
    "prompt_tokens": INPUT_TOKENS,
    "input_tokens": INPUT_TOKENS,
    "completion_tokens": OUTPUT_TOKENS,
    "output_tokens": OUTPUT_TOKENS,
    "prompt_tokens_details.cached_tokens": "gen_ai.usage.cache_read.input_tokens",
    "input_tokens_details.cached_tokens": "gen_ai.usage.cache_read.input_tokens",
    "cache_read_input_tokens": "gen_ai.usage.cache_read.input_tokens",
    "cache_creation_input_tokens": "gen_ai.usage.cache_creation.input_tokens",
    "prompt_tokens_details.cache_write_tokens": "gen_ai.usage.cache_creation.input_tokens",
    "completion_tokens_details.reasoning_tokens": "gen_ai.usage.reasoning.output_tokens",
    "output_tokens_details.reasoning_tokens": "gen_ai.usage.reasoning.output_tokens",
}

# The operations that the conventions have a name for; any other has that of its method.
OPERATIONS: Final[Mapping[str, str]] = {
    "chat.completions.create": "chat",
    "messages.create": "chat",
    "responses.create": "chat",
    "completions.create": "text_completion",
    "embeddings.create": "embeddings",
}
EXECUTE_TOOL: Final = "execute_tool"
INVOKE_AGENT: Final = "invoke_agent"

DURATION: Final = "gen_ai.client.operation.duration"
TOKEN_USAGE: Final = "gen_ai.client.token.usage"  # noqa: S105
TIME_TO_FIRST: Final = "gen_ai.client.operation.time_to_first_chunk"
TIME_PER_CHUNK: Final = "gen_ai.client.operation.time_per_output_chunk"

# Of each histogram the unit, the bounds of its buckets, and what it measures.
_SECONDS: Final = ("s", [0.01 * 2**power for power in range(14)])
METRICS: Final[Mapping[str, tuple[str, list[float], str]]] = {
    DURATION: (*_SECONDS, "Duration of a call, with its retries and the reading of its stream."),
    TOKEN_USAGE: ("{token}", [4**power for power in range(14)], "Tokens of the input or output."),
    TIME_TO_FIRST: (*_SECONDS, "Time from the call to the first chunk of its stream."),
    TIME_PER_CHUNK: (*_SECONDS, "Time from one chunk of a stream to the next."),
}

CAPTURE_CONTENT: Final = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"
CAPTURING: Final = frozenset({"true", "span_only", "span_and_event"})
