# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""What the JSON of a request can be at every depth, loaded where an argument holds an object."""

from collections.abc import Mapping
from types import NoneType
from typing import Final

from ._runtime.operation import Shape

__all__ = ["SHAPES"]

SHAPES: Final[Mapping[str, Mapping[str, Shape]]] = {
    "AllowedTools": {
        "mode": Shape(frozenset({str})),
        "tools": Shape(frozenset({list}), items=Shape(frozenset({dict}))),
    },
    "AllowedToolsToolChoice": {
        "allowed_tools": Shape(frozenset({dict}), objects={None: "AllowedTools"}),
        "type": Shape(frozenset({str})),
    },
    "AssistantMessage": {
        "audio": Shape(frozenset({dict}), objects={None: "AudioReference"}),
        "content": Shape(
            frozenset({NoneType, list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "text": "TextContentPart",
                    "image_url": "ImageURLContentPart",
                    "video_url": "VideoURLContentPart",
                    "input_audio": "InputAudioContentPart",
                    "file": "FileContentPart",
                    "refusal": "RefusalContentPart",
                },
            ),
        ),
        "function_call": Shape(frozenset({dict}), objects={None: "Function"}),
        "name": Shape(frozenset({str})),
        "reasoning_details": Shape(
            frozenset({list}), items=Shape(frozenset({dict}), objects={None: "ReasoningDetail"})
        ),
        "refusal": Shape(frozenset({str})),
        "role": Shape(frozenset({str})),
        "tool_calls": Shape(
            frozenset({list}), items=Shape(frozenset({dict}), objects={None: "ToolCall"})
        ),
    },
    "AudioConfig": {
        "format": Shape(frozenset({str})),
        "voice": Shape(frozenset({dict, str}), objects={None: "AudioVoiceReference"}),
    },
    "AudioReference": {
        "id": Shape(frozenset({str})),
    },
    "AudioVoiceReference": {
        "id": Shape(frozenset({str})),
    },
    "BlockSource": {
        "data": Shape(frozenset({str})),
        "media_type": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
        "url": Shape(frozenset({str})),
    },
    "CacheControl": {
        "ttl": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "CharacterCreation": {
        "create_self_portrait": Shape(frozenset({bool})),
        "save_to_library": Shape(frozenset({bool})),
    },
    "CharacterRequest": {
        "from_task": Shape(frozenset({str})),
        "timestamps": Shape(frozenset({str})),
        "url": Shape(frozenset({str})),
    },
    "ChatCompletionRequest": {
        "audio": Shape(frozenset({dict}), objects={None: "AudioConfig"}),
        "compression": Shape(frozenset({dict}), objects={None: "CompressionConfig"}),
        "enable_thinking": Shape(frozenset({bool})),
        "fallback_enabled": Shape(frozenset({bool})),
        "fallback_models": Shape(frozenset({list}), items=Shape(frozenset({str}))),
        "fallback_timeout": Shape(frozenset({int})),
        "frequency_penalty": Shape(frozenset({float, int})),
        "function_call": Shape(frozenset({dict, str}), objects={None: "FunctionCallOption"}),
        "functions": Shape(
            frozenset({list}), items=Shape(frozenset({dict}), objects={None: "FunctionDefinition"})
        ),
        "google": Shape(frozenset({dict}), objects={None: "GoogleConfig"}),
        "logit_bias": Shape(frozenset({dict}), items=Shape(frozenset({float, int}))),
        "logprobs": Shape(frozenset({bool})),
        "max_completion_tokens": Shape(frozenset({int})),
        "max_tokens": Shape(frozenset({int})),
        "messages": Shape(
            frozenset({list}),
            items=Shape(
                frozenset({dict}),
                tag="role",
                objects={
                    "developer": "DeveloperMessage",
                    "system": "SystemMessage",
                    "user": "UserMessage",
                    "assistant": "AssistantMessage",
                    "tool": "ToolMessage",
                    "function": "FunctionMessage",
                },
            ),
        ),
        "metadata": Shape(frozenset({dict}), items=Shape(frozenset({str}))),
        "modalities": Shape(frozenset({list}), items=Shape(frozenset({str}))),
        "model": Shape(frozenset({str})),
        "moderation": Shape(frozenset({dict}), objects={None: "ModerationOptions"}),
        "n": Shape(frozenset({int})),
        "parallel_tool_calls": Shape(frozenset({bool})),
        "prediction": Shape(frozenset({dict}), objects={None: "PredictionContent"}),
        "presence_penalty": Shape(frozenset({float, int})),
        "prompt_cache_key": Shape(frozenset({str})),
        "prompt_cache_options": Shape(frozenset({dict}), objects={None: "PromptCacheOptions"}),
        "prompt_cache_retention": Shape(frozenset({str})),
        "reasoning": Shape(frozenset({dict}), objects={None: "ReasoningConfig"}),
        "reasoning_effort": Shape(frozenset({str})),
        "response_format": Shape(
            frozenset({dict}),
            tag="type",
            objects={
                "text": "ResponseFormatText",
                "json_object": "ResponseFormatJSONObject",
                "json_schema": "ResponseFormatJSONSchema",
            },
        ),
        "safety_identifier": Shape(frozenset({str})),
        "seed": Shape(frozenset({int})),
        "service_tier": Shape(frozenset({str})),
        "stop": Shape(frozenset({NoneType, list, str}), items=Shape(frozenset({str}))),
        "store": Shape(frozenset({bool})),
        "stream": Shape(frozenset({bool})),
        "stream_options": Shape(frozenset({dict}), objects={None: "StreamOptions"}),
        "temperature": Shape(frozenset({float, int})),
        "thinking": Shape(frozenset({dict}), objects={None: "ThinkingConfig"}),
        "tool_choice": Shape(
            frozenset({dict, str}),
            tag="type",
            objects={
                "function": "NamedFunctionToolChoice",
                "custom": "NamedCustomToolChoice",
                "allowed_tools": "AllowedToolsToolChoice",
            },
        ),
        "tools": Shape(
            frozenset({list}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={"function": "FunctionTool", "custom": "CustomTool"},
            ),
        ),
        "top_k": Shape(frozenset({int})),
        "top_logprobs": Shape(frozenset({int})),
        "top_p": Shape(frozenset({float, int})),
        "user": Shape(frozenset({str})),
        "verbosity": Shape(frozenset({str})),
        "web_content_length": Shape(frozenset({str})),
        "web_results_count": Shape(frozenset({int})),
        "web_search": Shape(frozenset({bool})),
        "web_search_options": Shape(frozenset({dict}), objects={None: "WebSearchOptions"}),
    },
    "Citation": {
        "cited_text": Shape(frozenset({NoneType, str})),
        "document_index": Shape(frozenset({NoneType, int})),
        "document_title": Shape(frozenset({NoneType, str})),
        "end_block_index": Shape(frozenset({NoneType, int})),
        "end_char_index": Shape(frozenset({NoneType, int})),
        "end_page_number": Shape(frozenset({NoneType, int})),
        "start_block_index": Shape(frozenset({NoneType, int})),
        "start_char_index": Shape(frozenset({NoneType, int})),
        "start_page_number": Shape(frozenset({NoneType, int})),
        "title": Shape(frozenset({NoneType, str})),
        "type": Shape(frozenset({str})),
        "url": Shape(frozenset({NoneType, str})),
    },
    "CitationsConfig": {
        "enabled": Shape(frozenset({bool})),
    },
    "CompressionConfig": {
        "enabled": Shape(frozenset({bool})),
        "keep_turns": Shape(frozenset({int})),
        "model": Shape(frozenset({str})),
        "strategy": Shape(frozenset({str})),
        "threshold": Shape(frozenset({int})),
    },
    "CustomTool": {
        "custom": Shape(frozenset({dict}), objects={None: "CustomToolDefinition"}),
        "type": Shape(frozenset({str})),
    },
    "CustomToolCall": {
        "input": Shape(frozenset({NoneType, str})),
        "name": Shape(frozenset({NoneType, str})),
    },
    "CustomToolDefinition": {
        "description": Shape(frozenset({str})),
        "format": Shape(
            frozenset({dict}),
            tag="type",
            objects={"text": "CustomToolFormatText", "grammar": "CustomToolFormatGrammar"},
        ),
        "name": Shape(frozenset({str})),
    },
    "CustomToolFormatGrammar": {
        "grammar": Shape(frozenset({dict}), objects={None: "CustomToolGrammar"}),
        "type": Shape(frozenset({str})),
    },
    "CustomToolFormatText": {
        "type": Shape(frozenset({str})),
    },
    "CustomToolGrammar": {
        "definition": Shape(frozenset({str})),
        "syntax": Shape(frozenset({str})),
    },
    "DeveloperMessage": {
        "content": Shape(
            frozenset({list, str}),
            items=Shape(frozenset({dict}), objects={None: "TextContentPart"}),
        ),
        "name": Shape(frozenset({str})),
        "role": Shape(frozenset({str})),
    },
    "DocumentBlock": {
        "cache_control": Shape(frozenset({dict}), objects={None: "CacheControl"}),
        "citations": Shape(frozenset({dict}), objects={None: "CitationsConfig"}),
        "context": Shape(frozenset({str})),
        "source": Shape(frozenset({dict}), objects={None: "BlockSource"}),
        "title": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "EmbeddingRequest": {
        "dimensions": Shape(frozenset({int})),
        "encoding_format": Shape(frozenset({str})),
        "input": Shape(
            frozenset({list, str}),
            items=Shape(frozenset({int, list, str}), items=Shape(frozenset({int}))),
        ),
        "model": Shape(frozenset({str})),
        "task": Shape(frozenset({str})),
        "user": Shape(frozenset({str})),
    },
    "FileContentPart": {
        "file": Shape(frozenset({dict}), objects={None: "FileDetail"}),
        "type": Shape(frozenset({str})),
    },
    "FileDetail": {
        "file_data": Shape(frozenset({str})),
        "file_id": Shape(frozenset({str})),
        "filename": Shape(frozenset({str})),
    },
    "Function": {
        "arguments": Shape(frozenset({NoneType, dict, str})),
        "name": Shape(frozenset({NoneType, str})),
    },
    "FunctionCallOption": {
        "name": Shape(frozenset({str})),
    },
    "FunctionDefinition": {
        "description": Shape(frozenset({str})),
        "name": Shape(frozenset({str})),
        "parameters": Shape(frozenset({dict})),
        "strict": Shape(frozenset({NoneType, bool})),
    },
    "FunctionMessage": {
        "content": Shape(frozenset({NoneType, str})),
        "name": Shape(frozenset({str})),
        "role": Shape(frozenset({str})),
    },
    "FunctionTool": {
        "function": Shape(frozenset({dict}), objects={None: "FunctionDefinition"}),
        "type": Shape(frozenset({str})),
    },
    "GoogleConfig": {
        "thinking_config": Shape(frozenset({dict}), objects={None: "GoogleThinkingConfig"}),
    },
    "GoogleThinkingConfig": {
        "thinking_budget": Shape(frozenset({int})),
    },
    "ImageBlock": {
        "cache_control": Shape(frozenset({dict}), objects={None: "CacheControl"}),
        "source": Shape(frozenset({dict}), objects={None: "BlockSource"}),
        "type": Shape(frozenset({str})),
    },
    "ImageEditRequest": {
        "background": Shape(frozenset({str})),
        "input_fidelity": Shape(frozenset({str})),
        "model": Shape(frozenset({str})),
        "moderation": Shape(frozenset({str})),
        "n": Shape(frozenset({int})),
        "output_compression": Shape(frozenset({int})),
        "output_format": Shape(frozenset({str})),
        "prompt": Shape(frozenset({str})),
        "quality": Shape(frozenset({str})),
        "response_format": Shape(frozenset({str})),
        "size": Shape(frozenset({str})),
        "user": Shape(frozenset({str})),
    },
    "ImageRequest": {
        "background": Shape(frozenset({str})),
        "model": Shape(frozenset({str})),
        "moderation": Shape(frozenset({str})),
        "n": Shape(frozenset({int})),
        "output_compression": Shape(frozenset({int})),
        "output_format": Shape(frozenset({str})),
        "prompt": Shape(frozenset({str})),
        "quality": Shape(frozenset({str})),
        "response_format": Shape(frozenset({str})),
        "size": Shape(frozenset({str})),
        "style": Shape(frozenset({str})),
        "user": Shape(frozenset({str})),
    },
    "ImageURLContentPart": {
        "image_url": Shape(frozenset({dict}), objects={None: "ImageURLDetail"}),
        "type": Shape(frozenset({str})),
    },
    "ImageURLDetail": {
        "detail": Shape(frozenset({str})),
        "url": Shape(frozenset({str})),
    },
    "InputAudioContentPart": {
        "input_audio": Shape(frozenset({dict}), objects={None: "InputAudioDetail"}),
        "type": Shape(frozenset({str})),
    },
    "InputAudioDetail": {
        "data": Shape(frozenset({str})),
        "format": Shape(frozenset({str})),
    },
    "JSONSchemaFormat": {
        "description": Shape(frozenset({str})),
        "name": Shape(frozenset({str})),
        "schema": Shape(frozenset({dict})),
        "strict": Shape(frozenset({NoneType, bool})),
    },
    "MessageMetadata": {
        "user_id": Shape(frozenset({str})),
    },
    "MessageParam": {
        "content": Shape(
            frozenset({list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "text": "TextBlock",
                    "image": "ImageBlock",
                    "document": "DocumentBlock",
                    "tool_use": "ToolUseBlock",
                    "tool_result": "ToolResultBlock",
                    "thinking": "ThinkingBlock",
                    "redacted_thinking": "RedactedThinkingBlock",
                },
            ),
        ),
        "role": Shape(frozenset({str})),
    },
    "MessageRequest": {
        "compression": Shape(frozenset({dict}), objects={None: "CompressionConfig"}),
        "frequency_penalty": Shape(frozenset({float, int})),
        "logit_bias": Shape(frozenset({dict}), items=Shape(frozenset({float, int}))),
        "max_tokens": Shape(frozenset({int})),
        "messages": Shape(
            frozenset({list}), items=Shape(frozenset({dict}), objects={None: "MessageParam"})
        ),
        "metadata": Shape(frozenset({dict}), objects={None: "MessageMetadata"}),
        "model": Shape(frozenset({str})),
        "n": Shape(frozenset({int})),
        "presence_penalty": Shape(frozenset({float, int})),
        "response_format": Shape(
            frozenset({dict}),
            tag="type",
            objects={
                "text": "ResponseFormatText",
                "json_object": "ResponseFormatJSONObject",
                "json_schema": "ResponseFormatJSONSchema",
            },
        ),
        "seed": Shape(frozenset({int})),
        "stop": Shape(frozenset({list, str}), items=Shape(frozenset({str}))),
        "stop_sequences": Shape(frozenset({list}), items=Shape(frozenset({str}))),
        "stream": Shape(frozenset({bool})),
        "system": Shape(
            frozenset({list, str}), items=Shape(frozenset({dict}), objects={None: "TextBlock"})
        ),
        "temperature": Shape(frozenset({float, int})),
        "thinking": Shape(frozenset({dict}), objects={None: "ThinkingConfig"}),
        "tool_choice": Shape(frozenset({dict}), objects={None: "MessageToolChoice"}),
        "tools": Shape(
            frozenset({list}), items=Shape(frozenset({dict}), objects={None: "MessageTool"})
        ),
        "top_k": Shape(frozenset({int})),
        "top_p": Shape(frozenset({float, int})),
        "user": Shape(frozenset({str})),
    },
    "MessageTool": {
        "cache_control": Shape(frozenset({dict}), objects={None: "CacheControl"}),
        "description": Shape(frozenset({str})),
        "input_schema": Shape(frozenset({dict})),
        "name": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "MessageToolChoice": {
        "disable_parallel_tool_use": Shape(frozenset({bool})),
        "name": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ModerationOptions": {
        "model": Shape(frozenset({str})),
    },
    "NamedCustomToolChoice": {
        "custom": Shape(frozenset({dict}), objects={None: "ToolName"}),
        "type": Shape(frozenset({str})),
    },
    "NamedFunctionToolChoice": {
        "function": Shape(frozenset({dict}), objects={None: "ToolName"}),
        "type": Shape(frozenset({str})),
    },
    "PredictionContent": {
        "content": Shape(
            frozenset({list, str}),
            items=Shape(frozenset({dict}), objects={None: "TextContentPart"}),
        ),
        "type": Shape(frozenset({str})),
    },
    "PromptCacheBreakpoint": {
        "mode": Shape(frozenset({str})),
    },
    "PromptCacheOptions": {
        "mode": Shape(frozenset({str})),
        "ttl": Shape(frozenset({str})),
    },
    "ReasoningConfig": {
        "effort": Shape(frozenset({str})),
        "enabled": Shape(frozenset({bool})),
        "summary": Shape(frozenset({str})),
    },
    "ReasoningDetail": {},
    "RedactedThinkingBlock": {
        "data": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "RefusalContentPart": {
        "refusal": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "RerankRequest": {
        "documents": Shape(frozenset({list}), items=Shape(frozenset({str}))),
        "model": Shape(frozenset({str})),
        "query": Shape(frozenset({str})),
        "return_documents": Shape(frozenset({bool})),
        "top_n": Shape(frozenset({int})),
    },
    "ResponseAnnotation": {
        "end_index": Shape(frozenset({NoneType, int})),
        "file_id": Shape(frozenset({NoneType, str})),
        "filename": Shape(frozenset({NoneType, str})),
        "index": Shape(frozenset({NoneType, int})),
        "start_index": Shape(frozenset({NoneType, int})),
        "title": Shape(frozenset({NoneType, str})),
        "type": Shape(frozenset({str})),
        "url": Shape(frozenset({NoneType, str})),
    },
    "ResponseCodeInterpreterTool": {
        "container": Shape(frozenset({dict, str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseFileSearchTool": {
        "filters": Shape(frozenset({NoneType, dict})),
        "max_num_results": Shape(frozenset({int})),
        "ranking_options": Shape(frozenset({NoneType, dict})),
        "type": Shape(frozenset({str})),
        "vector_store_ids": Shape(frozenset({list}), items=Shape(frozenset({str}))),
    },
    "ResponseFormatJSONObject": {
        "type": Shape(frozenset({str})),
    },
    "ResponseFormatJSONSchema": {
        "json_schema": Shape(frozenset({dict}), objects={None: "JSONSchemaFormat"}),
        "type": Shape(frozenset({str})),
    },
    "ResponseFormatText": {
        "type": Shape(frozenset({str})),
    },
    "ResponseFunctionCall": {
        "arguments": Shape(frozenset({str})),
        "call_id": Shape(frozenset({str})),
        "id": Shape(frozenset({NoneType, str})),
        "name": Shape(frozenset({str})),
        "status": Shape(frozenset({NoneType, str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseFunctionCallOutput": {
        "call_id": Shape(frozenset({str})),
        "id": Shape(frozenset({NoneType, str})),
        "output": Shape(
            frozenset({list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "input_text": "ResponseInputText",
                    "input_image": "ResponseInputImage",
                    "input_file": "ResponseInputFile",
                    "output_text": "ResponseOutputText",
                    "refusal": "ResponseOutputRefusal",
                },
            ),
        ),
        "status": Shape(frozenset({NoneType, str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseFunctionTool": {
        "description": Shape(frozenset({str})),
        "function": Shape(frozenset({dict}), objects={None: "FunctionDefinition"}),
        "name": Shape(frozenset({str})),
        "parameters": Shape(frozenset({NoneType, dict})),
        "strict": Shape(frozenset({NoneType, bool})),
        "type": Shape(frozenset({str})),
    },
    "ResponseInputFile": {
        "file_data": Shape(frozenset({str})),
        "file_id": Shape(frozenset({NoneType, str})),
        "file_url": Shape(frozenset({str})),
        "filename": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseInputImage": {
        "detail": Shape(frozenset({str})),
        "file_id": Shape(frozenset({NoneType, str})),
        "image_url": Shape(frozenset({NoneType, str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseInputMessage": {
        "content": Shape(
            frozenset({list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "input_text": "ResponseInputText",
                    "input_image": "ResponseInputImage",
                    "input_file": "ResponseInputFile",
                    "output_text": "ResponseOutputText",
                    "refusal": "ResponseOutputRefusal",
                },
            ),
        ),
        "role": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseInputMessage|ResponseOutputMessage": {
        "content": Shape(
            frozenset({NoneType, list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "input_text": "ResponseInputText",
                    "input_image": "ResponseInputImage",
                    "input_file": "ResponseInputFile",
                    "output_text": "ResponseOutputText",
                    "refusal": "ResponseOutputRefusal",
                },
            ),
        ),
        "role": Shape(frozenset({NoneType, str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseInputText": {
        "text": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseOutputRefusal": {
        "refusal": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseOutputText": {
        "annotations": Shape(
            frozenset({NoneType, list}),
            items=Shape(frozenset({dict}), objects={None: "ResponseAnnotation"}),
        ),
        "logprobs": Shape(
            frozenset({NoneType, list}),
            items=Shape(frozenset({dict}), objects={None: "TokenLogprob"}),
        ),
        "text": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseReasoningConfig": {
        "effort": Shape(frozenset({NoneType, str})),
        "summary": Shape(frozenset({NoneType, str})),
    },
    "ResponseReasoningItem": {
        "content": Shape(
            frozenset({NoneType, list}),
            items=Shape(frozenset({dict}), objects={None: "ResponseReasoningText"}),
        ),
        "encrypted_content": Shape(frozenset({NoneType, str})),
        "id": Shape(frozenset({NoneType, str})),
        "status": Shape(frozenset({NoneType, str})),
        "summary": Shape(
            frozenset({NoneType, list}),
            items=Shape(frozenset({dict}), objects={None: "ResponseSummaryText"}),
        ),
        "type": Shape(frozenset({str})),
    },
    "ResponseReasoningText": {
        "text": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseRequest": {
        "background": Shape(frozenset({bool})),
        "compression": Shape(frozenset({dict}), objects={None: "CompressionConfig"}),
        "include": Shape(frozenset({list}), items=Shape(frozenset({str}))),
        "input": Shape(
            frozenset({list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "message": "ResponseInputMessage|ResponseOutputMessage",
                    "function_call": "ResponseFunctionCall",
                    "function_call_output": "ResponseFunctionCallOutput",
                    "reasoning": "ResponseReasoningItem",
                    None: "ResponseInputMessage",
                },
            ),
        ),
        "instructions": Shape(frozenset({str})),
        "max_output_tokens": Shape(frozenset({int})),
        "max_tokens": Shape(frozenset({int})),
        "max_tool_calls": Shape(frozenset({int})),
        "metadata": Shape(frozenset({dict}), items=Shape(frozenset({str}))),
        "model": Shape(frozenset({str})),
        "parallel_tool_calls": Shape(frozenset({bool})),
        "previous_response_id": Shape(frozenset({str})),
        "prompt_cache_key": Shape(frozenset({str})),
        "reasoning": Shape(frozenset({dict}), objects={None: "ResponseReasoningConfig"}),
        "safety_identifier": Shape(frozenset({str})),
        "service_tier": Shape(frozenset({str})),
        "store": Shape(frozenset({bool})),
        "stream": Shape(frozenset({bool})),
        "temperature": Shape(frozenset({float, int})),
        "text": Shape(frozenset({dict}), objects={None: "ResponseTextConfig"}),
        "tool_choice": Shape(frozenset({dict, str}), objects={None: "ResponseToolChoice"}),
        "tools": Shape(
            frozenset({list}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "function": "ResponseFunctionTool",
                    "web_search": "ResponseWebSearchTool",
                    "web_search_preview": "ResponseWebSearchPreviewTool",
                    "file_search": "ResponseFileSearchTool",
                    "code_interpreter": "ResponseCodeInterpreterTool",
                },
            ),
        ),
        "top_logprobs": Shape(frozenset({int})),
        "top_p": Shape(frozenset({float, int})),
        "truncation": Shape(frozenset({str})),
        "user": Shape(frozenset({str})),
    },
    "ResponseSummaryText": {
        "text": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseTextConfig": {
        "format": Shape(
            frozenset({dict}),
            tag="type",
            objects={
                "text": "ResponseFormatText",
                "json_object": "ResponseFormatJSONObject",
                "json_schema": "ResponseTextFormatJSONSchema",
            },
        ),
        "verbosity": Shape(frozenset({NoneType, str})),
    },
    "ResponseTextFormatJSONSchema": {
        "description": Shape(frozenset({str})),
        "name": Shape(frozenset({str})),
        "schema": Shape(frozenset({dict})),
        "strict": Shape(frozenset({NoneType, bool})),
        "type": Shape(frozenset({str})),
    },
    "ResponseToolChoice": {
        "name": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ResponseWebSearchPreviewTool": {
        "filters": Shape(frozenset({NoneType, dict})),
        "search_context_size": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
        "user_location": Shape(frozenset({NoneType, dict})),
    },
    "ResponseWebSearchTool": {
        "filters": Shape(frozenset({NoneType, dict})),
        "search_context_size": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
        "user_location": Shape(frozenset({NoneType, dict})),
    },
    "SpeechRequest": {
        "input": Shape(frozenset({str})),
        "instructions": Shape(frozenset({str})),
        "model": Shape(frozenset({str})),
        "response_format": Shape(frozenset({str})),
        "speed": Shape(frozenset({float, int})),
        "voice": Shape(frozenset({dict, str}), objects={None: "AudioVoiceReference"}),
    },
    "StreamOptions": {
        "include_obfuscation": Shape(frozenset({bool})),
        "include_usage": Shape(frozenset({bool})),
    },
    "SystemMessage": {
        "content": Shape(
            frozenset({list, str}),
            items=Shape(frozenset({dict}), objects={None: "TextContentPart"}),
        ),
        "name": Shape(frozenset({str})),
        "role": Shape(frozenset({str})),
    },
    "TextBlock": {
        "cache_control": Shape(frozenset({dict}), objects={None: "CacheControl"}),
        "citations": Shape(
            frozenset({NoneType, list}), items=Shape(frozenset({dict}), objects={None: "Citation"})
        ),
        "text": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "TextContentPart": {
        "prompt_cache_breakpoint": Shape(
            frozenset({dict}), objects={None: "PromptCacheBreakpoint"}
        ),
        "text": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ThinkingBlock": {
        "signature": Shape(frozenset({NoneType, str})),
        "thinking": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ThinkingConfig": {
        "budget_tokens": Shape(frozenset({int})),
        "type": Shape(frozenset({str})),
    },
    "TokenLogprob": {
        "bytes": Shape(frozenset({NoneType, list}), items=Shape(frozenset({int}))),
        "logprob": Shape(frozenset({NoneType, float, int})),
        "token": Shape(frozenset({NoneType, str})),
        "top_logprobs": Shape(
            frozenset({NoneType, list}),
            items=Shape(frozenset({dict}), objects={None: "TopLogprob"}),
        ),
    },
    "ToolCall": {
        "custom": Shape(frozenset({NoneType, dict}), objects={None: "CustomToolCall"}),
        "function": Shape(frozenset({NoneType, dict}), objects={None: "Function"}),
        "id": Shape(frozenset({NoneType, str})),
        "index": Shape(frozenset({NoneType, int})),
        "type": Shape(frozenset({NoneType, str})),
    },
    "ToolMessage": {
        "content": Shape(
            frozenset({list, str}),
            items=Shape(frozenset({dict}), objects={None: "TextContentPart"}),
        ),
        "name": Shape(frozenset({str})),
        "role": Shape(frozenset({str})),
        "tool_call_id": Shape(frozenset({str})),
    },
    "ToolName": {
        "name": Shape(frozenset({str})),
    },
    "ToolResultBlock": {
        "cache_control": Shape(frozenset({dict}), objects={None: "CacheControl"}),
        "content": Shape(
            frozenset({list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "text": "TextBlock",
                    "image": "ImageBlock",
                    "document": "DocumentBlock",
                    "tool_use": "ToolUseBlock",
                    "tool_result": "ToolResultBlock",
                    "thinking": "ThinkingBlock",
                    "redacted_thinking": "RedactedThinkingBlock",
                },
            ),
        ),
        "is_error": Shape(frozenset({bool})),
        "tool_use_id": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "ToolUseBlock": {
        "cache_control": Shape(frozenset({dict}), objects={None: "CacheControl"}),
        "id": Shape(frozenset({str})),
        "input": Shape(frozenset({dict})),
        "name": Shape(frozenset({str})),
        "type": Shape(frozenset({str})),
    },
    "TopLogprob": {
        "bytes": Shape(frozenset({NoneType, list}), items=Shape(frozenset({int}))),
        "logprob": Shape(frozenset({NoneType, float, int})),
        "token": Shape(frozenset({NoneType, str})),
    },
    "TranscriptionRequest": {
        "language": Shape(frozenset({str})),
        "model": Shape(frozenset({str})),
        "prompt": Shape(frozenset({str})),
        "response_format": Shape(frozenset({str})),
        "temperature": Shape(frozenset({float, int})),
        "timestamp_granularities": Shape(frozenset({list}), items=Shape(frozenset({str}))),
    },
    "TranslationRequest": {
        "model": Shape(frozenset({str})),
        "prompt": Shape(frozenset({str})),
        "response_format": Shape(frozenset({str})),
        "temperature": Shape(frozenset({float, int})),
    },
    "UserLocation": {
        "approximate": Shape(frozenset({dict}), objects={None: "UserLocationDetail"}),
        "type": Shape(frozenset({str})),
    },
    "UserLocationDetail": {
        "city": Shape(frozenset({str})),
        "country": Shape(frozenset({str})),
        "region": Shape(frozenset({str})),
        "timezone": Shape(frozenset({str})),
    },
    "UserMessage": {
        "content": Shape(
            frozenset({list, str}),
            items=Shape(
                frozenset({dict}),
                tag="type",
                objects={
                    "text": "TextContentPart",
                    "image_url": "ImageURLContentPart",
                    "video_url": "VideoURLContentPart",
                    "input_audio": "InputAudioContentPart",
                    "file": "FileContentPart",
                    "refusal": "RefusalContentPart",
                },
            ),
        ),
        "name": Shape(frozenset({str})),
        "role": Shape(frozenset({str})),
    },
    "VideoRemixRequest": {
        "prompt": Shape(frozenset({str})),
        "size": Shape(frozenset({str})),
    },
    "VideoRequest": {
        "character_create": Shape(frozenset({dict}), objects={None: "CharacterCreation"}),
        "character_from_task": Shape(frozenset({str})),
        "character_timestamps": Shape(frozenset({str})),
        "character_url": Shape(frozenset({str})),
        "metadata": Shape(frozenset({str})),
        "model": Shape(frozenset({str})),
        "private": Shape(frozenset({bool})),
        "prompt": Shape(frozenset({str})),
        "seconds": Shape(frozenset({int, str})),
        "size": Shape(frozenset({str})),
        "style": Shape(frozenset({str})),
        "watermark": Shape(frozenset({bool})),
    },
    "VideoTaskRequest": {
        "aspect_ratio": Shape(frozenset({str})),
        "character_timestamps": Shape(frozenset({str})),
        "character_url": Shape(frozenset({str})),
        "duration": Shape(frozenset({int})),
        "enable_upsample": Shape(frozenset({bool})),
        "enhance_prompt": Shape(frozenset({bool})),
        "images": Shape(frozenset({list}), items=Shape(frozenset({str}))),
        "model": Shape(frozenset({str})),
        "orientation": Shape(frozenset({str})),
        "private": Shape(frozenset({bool})),
        "prompt": Shape(frozenset({str})),
        "size": Shape(frozenset({str})),
        "watermark": Shape(frozenset({bool})),
    },
    "VideoURLContentPart": {
        "type": Shape(frozenset({str})),
        "video_url": Shape(frozenset({dict}), objects={None: "VideoURLDetail"}),
    },
    "VideoURLDetail": {
        "url": Shape(frozenset({str})),
    },
    "WebSearchOptions": {
        "filters": Shape(frozenset({list}), items=Shape(frozenset({str}))),
        "search_context_size": Shape(frozenset({str})),
        "user_location": Shape(frozenset({dict}), objects={None: "UserLocation"}),
    },
}
