# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""Every schema of the spec by name; each module loads when a name of it is first used."""

from functools import reduce
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias, is_typeddict

from .._runtime.pydantic_union import as_what_it_is

if TYPE_CHECKING:
    from .allowed_tool import AllowedTool as AllowedTool
    from .allowed_tools import AllowedTools as AllowedTools
    from .allowed_tools import AllowedToolsDict as AllowedToolsDict
    from .allowed_tools_mode import AllowedToolsMode as AllowedToolsMode
    from .allowed_tools_tool_choice import (
        AllowedToolsToolChoice as AllowedToolsToolChoice,
    )
    from .allowed_tools_tool_choice import (
        AllowedToolsToolChoiceDict as AllowedToolsToolChoiceDict,
    )
    from .assistant_message import AssistantMessage as AssistantMessage
    from .assistant_message import AssistantMessageDict as AssistantMessageDict
    from .audio_config import AudioConfig as AudioConfig
    from .audio_config import AudioConfigDict as AudioConfigDict
    from .audio_data import AudioData as AudioData
    from .audio_data import AudioDataDict as AudioDataDict
    from .audio_format import AudioFormat as AudioFormat
    from .audio_reference import AudioReference as AudioReference
    from .audio_reference import AudioReferenceDict as AudioReferenceDict
    from .audio_voice import AudioVoice as AudioVoice
    from .audio_voice_reference import AudioVoiceReference as AudioVoiceReference
    from .audio_voice_reference import (
        AudioVoiceReferenceDict as AudioVoiceReferenceDict,
    )
    from .billing_credits import BillingCredits as BillingCredits
    from .billing_credits import BillingCreditsDict as BillingCreditsDict
    from .block_source import BlockSource as BlockSource
    from .block_source import BlockSourceDict as BlockSourceDict
    from .block_source_type import BlockSourceType as BlockSourceType
    from .cache_control import CacheControl as CacheControl
    from .cache_control import CacheControlDict as CacheControlDict
    from .character import Character as Character
    from .character import CharacterDict as CharacterDict
    from .character_creation import CharacterCreation as CharacterCreation
    from .character_creation import CharacterCreationDict as CharacterCreationDict
    from .character_request import CharacterRequest as CharacterRequest
    from .character_request import CharacterRequestDict as CharacterRequestDict
    from .chat_completion import ChatCompletion as ChatCompletion
    from .chat_completion import ChatCompletionDict as ChatCompletionDict
    from .chat_completion_choice import ChatCompletionChoice as ChatCompletionChoice
    from .chat_completion_choice import (
        ChatCompletionChoiceDict as ChatCompletionChoiceDict,
    )
    from .chat_completion_chunk import ChatCompletionChunk as ChatCompletionChunk
    from .chat_completion_chunk import (
        ChatCompletionChunkDict as ChatCompletionChunkDict,
    )
    from .chat_completion_chunk_choice import (
        ChatCompletionChunkChoice as ChatCompletionChunkChoice,
    )
    from .chat_completion_chunk_choice import (
        ChatCompletionChunkChoiceDict as ChatCompletionChunkChoiceDict,
    )
    from .chat_completion_delta import ChatCompletionDelta as ChatCompletionDelta
    from .chat_completion_delta import (
        ChatCompletionDeltaDict as ChatCompletionDeltaDict,
    )
    from .chat_completion_message import ChatCompletionMessage as ChatCompletionMessage
    from .chat_completion_message import (
        ChatCompletionMessageDict as ChatCompletionMessageDict,
    )
    from .chat_completion_request import ChatCompletionRequest as ChatCompletionRequest
    from .chat_completion_request import (
        ChatCompletionRequestDict as ChatCompletionRequestDict,
    )
    from .citation import Citation as Citation
    from .citation import CitationDict as CitationDict
    from .citations_config import CitationsConfig as CitationsConfig
    from .citations_config import CitationsConfigDict as CitationsConfigDict
    from .citations_delta import CitationsDelta as CitationsDelta
    from .citations_delta import CitationsDeltaDict as CitationsDeltaDict
    from .completion_tokens_details import (
        CompletionTokensDetails as CompletionTokensDetails,
    )
    from .completion_tokens_details import (
        CompletionTokensDetailsDict as CompletionTokensDetailsDict,
    )
    from .compression_config import CompressionConfig as CompressionConfig
    from .compression_config import CompressionConfigDict as CompressionConfigDict
    from .compression_strategy import CompressionStrategy as CompressionStrategy
    from .content_block_delta_event import (
        ContentBlockDeltaEvent as ContentBlockDeltaEvent,
    )
    from .content_block_delta_event import (
        ContentBlockDeltaEventDict as ContentBlockDeltaEventDict,
    )
    from .content_block_start_event import (
        ContentBlockStartEvent as ContentBlockStartEvent,
    )
    from .content_block_start_event import (
        ContentBlockStartEventDict as ContentBlockStartEventDict,
    )
    from .content_block_stop_event import ContentBlockStopEvent as ContentBlockStopEvent
    from .content_block_stop_event import (
        ContentBlockStopEventDict as ContentBlockStopEventDict,
    )
    from .custom_tool import CustomTool as CustomTool
    from .custom_tool import CustomToolDict as CustomToolDict
    from .custom_tool_call import CustomToolCall as CustomToolCall
    from .custom_tool_call import CustomToolCallDict as CustomToolCallDict
    from .custom_tool_definition import CustomToolDefinition as CustomToolDefinition
    from .custom_tool_definition import (
        CustomToolDefinitionDict as CustomToolDefinitionDict,
    )
    from .custom_tool_format_grammar import (
        CustomToolFormatGrammar as CustomToolFormatGrammar,
    )
    from .custom_tool_format_grammar import (
        CustomToolFormatGrammarDict as CustomToolFormatGrammarDict,
    )
    from .custom_tool_format_text import CustomToolFormatText as CustomToolFormatText
    from .custom_tool_format_text import (
        CustomToolFormatTextDict as CustomToolFormatTextDict,
    )
    from .custom_tool_grammar import CustomToolGrammar as CustomToolGrammar
    from .custom_tool_grammar import CustomToolGrammarDict as CustomToolGrammarDict
    from .developer_message import DeveloperMessage as DeveloperMessage
    from .developer_message import DeveloperMessageDict as DeveloperMessageDict
    from .document_block import DocumentBlock as DocumentBlock
    from .document_block import DocumentBlockDict as DocumentBlockDict
    from .embedding import Embedding as Embedding
    from .embedding import EmbeddingDict as EmbeddingDict
    from .embedding_encoding_format import (
        EmbeddingEncodingFormat as EmbeddingEncodingFormat,
    )
    from .embedding_request import EmbeddingRequest as EmbeddingRequest
    from .embedding_request import EmbeddingRequestDict as EmbeddingRequestDict
    from .embedding_response import EmbeddingResponse as EmbeddingResponse
    from .embedding_response import EmbeddingResponseDict as EmbeddingResponseDict
    from .embedding_task import EmbeddingTask as EmbeddingTask
    from .embedding_usage import EmbeddingUsage as EmbeddingUsage
    from .embedding_usage import EmbeddingUsageDict as EmbeddingUsageDict
    from .error_object import ErrorObject as ErrorObject
    from .error_object import ErrorObjectDict as ErrorObjectDict
    from .error_response import ErrorResponse as ErrorResponse
    from .error_response import ErrorResponseDict as ErrorResponseDict
    from .file_content_part import FileContentPart as FileContentPart
    from .file_content_part import FileContentPartDict as FileContentPartDict
    from .file_detail import FileDetail as FileDetail
    from .file_detail import FileDetailDict as FileDetailDict
    from .finish_reason import FinishReason as FinishReason
    from .function import Function as Function
    from .function import FunctionDict as FunctionDict
    from .function_arguments import FunctionArguments as FunctionArguments
    from .function_call_mode import FunctionCallMode as FunctionCallMode
    from .function_call_option import FunctionCallOption as FunctionCallOption
    from .function_call_option import FunctionCallOptionDict as FunctionCallOptionDict
    from .function_definition import FunctionDefinition as FunctionDefinition
    from .function_definition import FunctionDefinitionDict as FunctionDefinitionDict
    from .function_delta import FunctionDelta as FunctionDelta
    from .function_delta import FunctionDeltaDict as FunctionDeltaDict
    from .function_message import FunctionMessage as FunctionMessage
    from .function_message import FunctionMessageDict as FunctionMessageDict
    from .function_tool import FunctionTool as FunctionTool
    from .function_tool import FunctionToolDict as FunctionToolDict
    from .google_config import GoogleConfig as GoogleConfig
    from .google_config import GoogleConfigDict as GoogleConfigDict
    from .google_thinking_config import GoogleThinkingConfig as GoogleThinkingConfig
    from .google_thinking_config import (
        GoogleThinkingConfigDict as GoogleThinkingConfigDict,
    )
    from .grammar_syntax import GrammarSyntax as GrammarSyntax
    from .image import Image as Image
    from .image import ImageDict as ImageDict
    from .image_background import ImageBackground as ImageBackground
    from .image_block import ImageBlock as ImageBlock
    from .image_block import ImageBlockDict as ImageBlockDict
    from .image_detail import ImageDetail as ImageDetail
    from .image_edit_request import ImageEditRequest as ImageEditRequest
    from .image_edit_request import ImageEditRequestDict as ImageEditRequestDict
    from .image_moderation import ImageModeration as ImageModeration
    from .image_output_format import ImageOutputFormat as ImageOutputFormat
    from .image_quality import ImageQuality as ImageQuality
    from .image_request import ImageRequest as ImageRequest
    from .image_request import ImageRequestDict as ImageRequestDict
    from .image_response_format import ImageResponseFormat as ImageResponseFormat
    from .image_style import ImageStyle as ImageStyle
    from .image_url_content_part import ImageURLContentPart as ImageURLContentPart
    from .image_url_content_part import (
        ImageURLContentPartDict as ImageURLContentPartDict,
    )
    from .image_url_detail import ImageURLDetail as ImageURLDetail
    from .image_url_detail import ImageURLDetailDict as ImageURLDetailDict
    from .image_usage import ImageUsage as ImageUsage
    from .image_usage import ImageUsageDict as ImageUsageDict
    from .images_response import ImagesResponse as ImagesResponse
    from .images_response import ImagesResponseDict as ImagesResponseDict
    from .input_audio_content_part import InputAudioContentPart as InputAudioContentPart
    from .input_audio_content_part import (
        InputAudioContentPartDict as InputAudioContentPartDict,
    )
    from .input_audio_detail import InputAudioDetail as InputAudioDetail
    from .input_audio_detail import InputAudioDetailDict as InputAudioDetailDict
    from .input_audio_format import InputAudioFormat as InputAudioFormat
    from .input_fidelity import InputFidelity as InputFidelity
    from .input_json_delta import InputJSONDelta as InputJSONDelta
    from .input_json_delta import InputJSONDeltaDict as InputJSONDeltaDict
    from .json_schema import JSONSchema as JSONSchema
    from .json_schema_format import JSONSchemaFormat as JSONSchemaFormat
    from .json_schema_format import JSONSchemaFormatDict as JSONSchemaFormatDict
    from .latency_checkpoint import LatencyCheckpoint as LatencyCheckpoint
    from .latency_checkpoint import LatencyCheckpointDict as LatencyCheckpointDict
    from .logit_bias import LogitBias as LogitBias
    from .logprobs import Logprobs as Logprobs
    from .logprobs import LogprobsDict as LogprobsDict
    from .message import Message as Message
    from .message import MessageDict as MessageDict
    from .message_delta import MessageDelta as MessageDelta
    from .message_delta import MessageDeltaDict as MessageDeltaDict
    from .message_delta_event import MessageDeltaEvent as MessageDeltaEvent
    from .message_delta_event import MessageDeltaEventDict as MessageDeltaEventDict
    from .message_metadata import MessageMetadata as MessageMetadata
    from .message_metadata import MessageMetadataDict as MessageMetadataDict
    from .message_param import MessageParam as MessageParam
    from .message_param import MessageParamDict as MessageParamDict
    from .message_part import MessagePart as MessagePart
    from .message_part import MessagePartDict as MessagePartDict
    from .message_request import MessageRequest as MessageRequest
    from .message_request import MessageRequestDict as MessageRequestDict
    from .message_role import MessageRole as MessageRole
    from .message_start_event import MessageStartEvent as MessageStartEvent
    from .message_start_event import MessageStartEventDict as MessageStartEventDict
    from .message_stop_event import MessageStopEvent as MessageStopEvent
    from .message_stop_event import MessageStopEventDict as MessageStopEventDict
    from .message_tool import MessageTool as MessageTool
    from .message_tool import MessageToolDict as MessageToolDict
    from .message_tool_choice import MessageToolChoice as MessageToolChoice
    from .message_tool_choice import MessageToolChoiceDict as MessageToolChoiceDict
    from .message_tool_choice_type import MessageToolChoiceType as MessageToolChoiceType
    from .message_usage import MessageUsage as MessageUsage
    from .message_usage import MessageUsageDict as MessageUsageDict
    from .metadata import Metadata as Metadata
    from .modality import Modality as Modality
    from .model import Model as Model
    from .model import ModelDict as ModelDict
    from .model_list import ModelList as ModelList
    from .model_list import ModelListDict as ModelListDict
    from .model_permission import ModelPermission as ModelPermission
    from .model_permission import ModelPermissionDict as ModelPermissionDict
    from .model_tier import ModelTier as ModelTier
    from .moderation_options import ModerationOptions as ModerationOptions
    from .moderation_options import ModerationOptionsDict as ModerationOptionsDict
    from .named_custom_tool_choice import NamedCustomToolChoice as NamedCustomToolChoice
    from .named_custom_tool_choice import (
        NamedCustomToolChoiceDict as NamedCustomToolChoiceDict,
    )
    from .named_function_tool_choice import (
        NamedFunctionToolChoice as NamedFunctionToolChoice,
    )
    from .named_function_tool_choice import (
        NamedFunctionToolChoiceDict as NamedFunctionToolChoiceDict,
    )
    from .other_content_block import OtherContentBlock as OtherContentBlock
    from .other_content_block import OtherContentBlockDict as OtherContentBlockDict
    from .other_content_block_delta import (
        OtherContentBlockDelta as OtherContentBlockDelta,
    )
    from .other_content_block_delta import (
        OtherContentBlockDeltaDict as OtherContentBlockDeltaDict,
    )
    from .other_content_part import OtherContentPart as OtherContentPart
    from .other_content_part import OtherContentPartDict as OtherContentPartDict
    from .other_custom_tool_format import OtherCustomToolFormat as OtherCustomToolFormat
    from .other_custom_tool_format import (
        OtherCustomToolFormatDict as OtherCustomToolFormatDict,
    )
    from .other_message_stream_event import (
        OtherMessageStreamEvent as OtherMessageStreamEvent,
    )
    from .other_message_stream_event import (
        OtherMessageStreamEventDict as OtherMessageStreamEventDict,
    )
    from .other_response_content import OtherResponseContent as OtherResponseContent
    from .other_response_content import (
        OtherResponseContentDict as OtherResponseContentDict,
    )
    from .other_response_format import OtherResponseFormat as OtherResponseFormat
    from .other_response_format import (
        OtherResponseFormatDict as OtherResponseFormatDict,
    )
    from .other_response_item import OtherResponseItem as OtherResponseItem
    from .other_response_item import OtherResponseItemDict as OtherResponseItemDict
    from .other_response_output_content import (
        OtherResponseOutputContent as OtherResponseOutputContent,
    )
    from .other_response_output_content import (
        OtherResponseOutputContentDict as OtherResponseOutputContentDict,
    )
    from .other_response_stream_event import (
        OtherResponseStreamEvent as OtherResponseStreamEvent,
    )
    from .other_response_stream_event import (
        OtherResponseStreamEventDict as OtherResponseStreamEventDict,
    )
    from .other_response_tool import OtherResponseTool as OtherResponseTool
    from .other_response_tool import OtherResponseToolDict as OtherResponseToolDict
    from .other_tool import OtherTool as OtherTool
    from .other_tool import OtherToolDict as OtherToolDict
    from .other_tool_choice import OtherToolChoice as OtherToolChoice
    from .other_tool_choice import OtherToolChoiceDict as OtherToolChoiceDict
    from .payg_credits import PaygCredits as PaygCredits
    from .payg_credits import PaygCreditsDict as PaygCreditsDict
    from .prediction_content import PredictionContent as PredictionContent
    from .prediction_content import PredictionContentDict as PredictionContentDict
    from .prompt_cache_breakpoint import PromptCacheBreakpoint as PromptCacheBreakpoint
    from .prompt_cache_breakpoint import (
        PromptCacheBreakpointDict as PromptCacheBreakpointDict,
    )
    from .prompt_cache_mode import PromptCacheMode as PromptCacheMode
    from .prompt_cache_options import PromptCacheOptions as PromptCacheOptions
    from .prompt_cache_options import PromptCacheOptionsDict as PromptCacheOptionsDict
    from .prompt_cache_retention import PromptCacheRetention as PromptCacheRetention
    from .prompt_tokens_details import PromptTokensDetails as PromptTokensDetails
    from .prompt_tokens_details import (
        PromptTokensDetailsDict as PromptTokensDetailsDict,
    )
    from .reasoning_config import ReasoningConfig as ReasoningConfig
    from .reasoning_config import ReasoningConfigDict as ReasoningConfigDict
    from .reasoning_detail import ReasoningDetail as ReasoningDetail
    from .reasoning_detail import ReasoningDetailDict as ReasoningDetailDict
    from .reasoning_effort import ReasoningEffort as ReasoningEffort
    from .reasoning_summary import ReasoningSummary as ReasoningSummary
    from .recommendation import Recommendation as Recommendation
    from .recommendation import RecommendationDict as RecommendationDict
    from .recommendation_budget import RecommendationBudget as RecommendationBudget
    from .recommendation_task import RecommendationTask as RecommendationTask
    from .recommended_alternative import (
        RecommendedAlternative as RecommendedAlternative,
    )
    from .recommended_alternative import (
        RecommendedAlternativeDict as RecommendedAlternativeDict,
    )
    from .redacted_thinking_block import RedactedThinkingBlock as RedactedThinkingBlock
    from .redacted_thinking_block import (
        RedactedThinkingBlockDict as RedactedThinkingBlockDict,
    )
    from .refusal_content_part import RefusalContentPart as RefusalContentPart
    from .refusal_content_part import RefusalContentPartDict as RefusalContentPartDict
    from .rerank_document import RerankDocument as RerankDocument
    from .rerank_document import RerankDocumentDict as RerankDocumentDict
    from .rerank_request import RerankRequest as RerankRequest
    from .rerank_request import RerankRequestDict as RerankRequestDict
    from .rerank_response import RerankResponse as RerankResponse
    from .rerank_response import RerankResponseDict as RerankResponseDict
    from .rerank_result import RerankResult as RerankResult
    from .rerank_result import RerankResultDict as RerankResultDict
    from .rerank_usage import RerankUsage as RerankUsage
    from .rerank_usage import RerankUsageDict as RerankUsageDict
    from .response import Response as Response
    from .response import ResponseDict as ResponseDict
    from .response_annotation import ResponseAnnotation as ResponseAnnotation
    from .response_annotation import ResponseAnnotationDict as ResponseAnnotationDict
    from .response_annotation_added_event import (
        ResponseAnnotationAddedEvent as ResponseAnnotationAddedEvent,
    )
    from .response_annotation_added_event import (
        ResponseAnnotationAddedEventDict as ResponseAnnotationAddedEventDict,
    )
    from .response_arguments_delta_event import (
        ResponseArgumentsDeltaEvent as ResponseArgumentsDeltaEvent,
    )
    from .response_arguments_delta_event import (
        ResponseArgumentsDeltaEventDict as ResponseArgumentsDeltaEventDict,
    )
    from .response_arguments_done_event import (
        ResponseArgumentsDoneEvent as ResponseArgumentsDoneEvent,
    )
    from .response_arguments_done_event import (
        ResponseArgumentsDoneEventDict as ResponseArgumentsDoneEventDict,
    )
    from .response_code_interpreter_tool import (
        ResponseCodeInterpreterTool as ResponseCodeInterpreterTool,
    )
    from .response_code_interpreter_tool import (
        ResponseCodeInterpreterToolDict as ResponseCodeInterpreterToolDict,
    )
    from .response_completed_event import (
        ResponseCompletedEvent as ResponseCompletedEvent,
    )
    from .response_completed_event import (
        ResponseCompletedEventDict as ResponseCompletedEventDict,
    )
    from .response_content_part_added_event import (
        ResponseContentPartAddedEvent as ResponseContentPartAddedEvent,
    )
    from .response_content_part_added_event import (
        ResponseContentPartAddedEventDict as ResponseContentPartAddedEventDict,
    )
    from .response_content_part_done_event import (
        ResponseContentPartDoneEvent as ResponseContentPartDoneEvent,
    )
    from .response_content_part_done_event import (
        ResponseContentPartDoneEventDict as ResponseContentPartDoneEventDict,
    )
    from .response_created_event import ResponseCreatedEvent as ResponseCreatedEvent
    from .response_created_event import (
        ResponseCreatedEventDict as ResponseCreatedEventDict,
    )
    from .response_failed_event import ResponseFailedEvent as ResponseFailedEvent
    from .response_failed_event import (
        ResponseFailedEventDict as ResponseFailedEventDict,
    )
    from .response_file_search_tool import (
        ResponseFileSearchTool as ResponseFileSearchTool,
    )
    from .response_file_search_tool import (
        ResponseFileSearchToolDict as ResponseFileSearchToolDict,
    )
    from .response_format_json_object import (
        ResponseFormatJSONObject as ResponseFormatJSONObject,
    )
    from .response_format_json_object import (
        ResponseFormatJSONObjectDict as ResponseFormatJSONObjectDict,
    )
    from .response_format_json_schema import (
        ResponseFormatJSONSchema as ResponseFormatJSONSchema,
    )
    from .response_format_json_schema import (
        ResponseFormatJSONSchemaDict as ResponseFormatJSONSchemaDict,
    )
    from .response_format_text import ResponseFormatText as ResponseFormatText
    from .response_format_text import ResponseFormatTextDict as ResponseFormatTextDict
    from .response_function_call import ResponseFunctionCall as ResponseFunctionCall
    from .response_function_call import (
        ResponseFunctionCallDict as ResponseFunctionCallDict,
    )
    from .response_function_call_output import (
        ResponseFunctionCallOutput as ResponseFunctionCallOutput,
    )
    from .response_function_call_output import (
        ResponseFunctionCallOutputDict as ResponseFunctionCallOutputDict,
    )
    from .response_function_tool import ResponseFunctionTool as ResponseFunctionTool
    from .response_function_tool import (
        ResponseFunctionToolDict as ResponseFunctionToolDict,
    )
    from .response_in_progress_event import (
        ResponseInProgressEvent as ResponseInProgressEvent,
    )
    from .response_in_progress_event import (
        ResponseInProgressEventDict as ResponseInProgressEventDict,
    )
    from .response_incomplete_details import (
        ResponseIncompleteDetails as ResponseIncompleteDetails,
    )
    from .response_incomplete_details import (
        ResponseIncompleteDetailsDict as ResponseIncompleteDetailsDict,
    )
    from .response_incomplete_event import (
        ResponseIncompleteEvent as ResponseIncompleteEvent,
    )
    from .response_incomplete_event import (
        ResponseIncompleteEventDict as ResponseIncompleteEventDict,
    )
    from .response_input_file import ResponseInputFile as ResponseInputFile
    from .response_input_file import ResponseInputFileDict as ResponseInputFileDict
    from .response_input_image import ResponseInputImage as ResponseInputImage
    from .response_input_image import ResponseInputImageDict as ResponseInputImageDict
    from .response_input_message import ResponseInputMessage as ResponseInputMessage
    from .response_input_message import (
        ResponseInputMessageDict as ResponseInputMessageDict,
    )
    from .response_input_text import ResponseInputText as ResponseInputText
    from .response_input_text import ResponseInputTextDict as ResponseInputTextDict
    from .response_input_tokens_details import (
        ResponseInputTokensDetails as ResponseInputTokensDetails,
    )
    from .response_input_tokens_details import (
        ResponseInputTokensDetailsDict as ResponseInputTokensDetailsDict,
    )
    from .response_item_status import ResponseItemStatus as ResponseItemStatus
    from .response_output_item_added_event import (
        ResponseOutputItemAddedEvent as ResponseOutputItemAddedEvent,
    )
    from .response_output_item_added_event import (
        ResponseOutputItemAddedEventDict as ResponseOutputItemAddedEventDict,
    )
    from .response_output_item_done_event import (
        ResponseOutputItemDoneEvent as ResponseOutputItemDoneEvent,
    )
    from .response_output_item_done_event import (
        ResponseOutputItemDoneEventDict as ResponseOutputItemDoneEventDict,
    )
    from .response_output_message import ResponseOutputMessage as ResponseOutputMessage
    from .response_output_message import (
        ResponseOutputMessageDict as ResponseOutputMessageDict,
    )
    from .response_output_refusal import ResponseOutputRefusal as ResponseOutputRefusal
    from .response_output_refusal import (
        ResponseOutputRefusalDict as ResponseOutputRefusalDict,
    )
    from .response_output_text import ResponseOutputText as ResponseOutputText
    from .response_output_text import ResponseOutputTextDict as ResponseOutputTextDict
    from .response_output_tokens_details import (
        ResponseOutputTokensDetails as ResponseOutputTokensDetails,
    )
    from .response_output_tokens_details import (
        ResponseOutputTokensDetailsDict as ResponseOutputTokensDetailsDict,
    )
    from .response_queued_event import ResponseQueuedEvent as ResponseQueuedEvent
    from .response_queued_event import (
        ResponseQueuedEventDict as ResponseQueuedEventDict,
    )
    from .response_reasoning_config import (
        ResponseReasoningConfig as ResponseReasoningConfig,
    )
    from .response_reasoning_config import (
        ResponseReasoningConfigDict as ResponseReasoningConfigDict,
    )
    from .response_reasoning_item import ResponseReasoningItem as ResponseReasoningItem
    from .response_reasoning_item import (
        ResponseReasoningItemDict as ResponseReasoningItemDict,
    )
    from .response_reasoning_text import ResponseReasoningText as ResponseReasoningText
    from .response_reasoning_text import (
        ResponseReasoningTextDict as ResponseReasoningTextDict,
    )
    from .response_reasoning_text_delta_event import (
        ResponseReasoningTextDeltaEvent as ResponseReasoningTextDeltaEvent,
    )
    from .response_reasoning_text_delta_event import (
        ResponseReasoningTextDeltaEventDict as ResponseReasoningTextDeltaEventDict,
    )
    from .response_reasoning_text_done_event import (
        ResponseReasoningTextDoneEvent as ResponseReasoningTextDoneEvent,
    )
    from .response_reasoning_text_done_event import (
        ResponseReasoningTextDoneEventDict as ResponseReasoningTextDoneEventDict,
    )
    from .response_refusal_delta_event import (
        ResponseRefusalDeltaEvent as ResponseRefusalDeltaEvent,
    )
    from .response_refusal_delta_event import (
        ResponseRefusalDeltaEventDict as ResponseRefusalDeltaEventDict,
    )
    from .response_refusal_done_event import (
        ResponseRefusalDoneEvent as ResponseRefusalDoneEvent,
    )
    from .response_refusal_done_event import (
        ResponseRefusalDoneEventDict as ResponseRefusalDoneEventDict,
    )
    from .response_request import ResponseRequest as ResponseRequest
    from .response_request import ResponseRequestDict as ResponseRequestDict
    from .response_role import ResponseRole as ResponseRole
    from .response_status import ResponseStatus as ResponseStatus
    from .response_summary_part_added_event import (
        ResponseSummaryPartAddedEvent as ResponseSummaryPartAddedEvent,
    )
    from .response_summary_part_added_event import (
        ResponseSummaryPartAddedEventDict as ResponseSummaryPartAddedEventDict,
    )
    from .response_summary_part_done_event import (
        ResponseSummaryPartDoneEvent as ResponseSummaryPartDoneEvent,
    )
    from .response_summary_part_done_event import (
        ResponseSummaryPartDoneEventDict as ResponseSummaryPartDoneEventDict,
    )
    from .response_summary_text import ResponseSummaryText as ResponseSummaryText
    from .response_summary_text import (
        ResponseSummaryTextDict as ResponseSummaryTextDict,
    )
    from .response_summary_text_delta_event import (
        ResponseSummaryTextDeltaEvent as ResponseSummaryTextDeltaEvent,
    )
    from .response_summary_text_delta_event import (
        ResponseSummaryTextDeltaEventDict as ResponseSummaryTextDeltaEventDict,
    )
    from .response_summary_text_done_event import (
        ResponseSummaryTextDoneEvent as ResponseSummaryTextDoneEvent,
    )
    from .response_summary_text_done_event import (
        ResponseSummaryTextDoneEventDict as ResponseSummaryTextDoneEventDict,
    )
    from .response_text_config import ResponseTextConfig as ResponseTextConfig
    from .response_text_config import ResponseTextConfigDict as ResponseTextConfigDict
    from .response_text_delta_event import (
        ResponseTextDeltaEvent as ResponseTextDeltaEvent,
    )
    from .response_text_delta_event import (
        ResponseTextDeltaEventDict as ResponseTextDeltaEventDict,
    )
    from .response_text_done_event import ResponseTextDoneEvent as ResponseTextDoneEvent
    from .response_text_done_event import (
        ResponseTextDoneEventDict as ResponseTextDoneEventDict,
    )
    from .response_text_format_json_schema import (
        ResponseTextFormatJSONSchema as ResponseTextFormatJSONSchema,
    )
    from .response_text_format_json_schema import (
        ResponseTextFormatJSONSchemaDict as ResponseTextFormatJSONSchemaDict,
    )
    from .response_tool_choice import ResponseToolChoice as ResponseToolChoice
    from .response_tool_choice import ResponseToolChoiceDict as ResponseToolChoiceDict
    from .response_tool_settings import ResponseToolSettings as ResponseToolSettings
    from .response_truncation import ResponseTruncation as ResponseTruncation
    from .response_usage import ResponseUsage as ResponseUsage
    from .response_usage import ResponseUsageDict as ResponseUsageDict
    from .response_verbosity import ResponseVerbosity as ResponseVerbosity
    from .response_web_search_preview_tool import (
        ResponseWebSearchPreviewTool as ResponseWebSearchPreviewTool,
    )
    from .response_web_search_preview_tool import (
        ResponseWebSearchPreviewToolDict as ResponseWebSearchPreviewToolDict,
    )
    from .response_web_search_tool import ResponseWebSearchTool as ResponseWebSearchTool
    from .response_web_search_tool import (
        ResponseWebSearchToolDict as ResponseWebSearchToolDict,
    )
    from .search_context_size import SearchContextSize as SearchContextSize
    from .service_tier import ServiceTier as ServiceTier
    from .signature_delta import SignatureDelta as SignatureDelta
    from .signature_delta import SignatureDeltaDict as SignatureDeltaDict
    from .speech_format import SpeechFormat as SpeechFormat
    from .speech_request import SpeechRequest as SpeechRequest
    from .speech_request import SpeechRequestDict as SpeechRequestDict
    from .speech_voice import SpeechVoice as SpeechVoice
    from .stop_reason import StopReason as StopReason
    from .stream_options import StreamOptions as StreamOptions
    from .stream_options import StreamOptionsDict as StreamOptionsDict
    from .subscription_credits import SubscriptionCredits as SubscriptionCredits
    from .subscription_credits import SubscriptionCreditsDict as SubscriptionCreditsDict
    from .subscription_plan import SubscriptionPlan as SubscriptionPlan
    from .subscription_status import SubscriptionStatus as SubscriptionStatus
    from .system_message import SystemMessage as SystemMessage
    from .system_message import SystemMessageDict as SystemMessageDict
    from .text_block import TextBlock as TextBlock
    from .text_block import TextBlockDict as TextBlockDict
    from .text_content_part import TextContentPart as TextContentPart
    from .text_content_part import TextContentPartDict as TextContentPartDict
    from .text_delta import TextDelta as TextDelta
    from .text_delta import TextDeltaDict as TextDeltaDict
    from .text_message import TextMessage as TextMessage
    from .text_message import TextMessageDict as TextMessageDict
    from .thinking_block import ThinkingBlock as ThinkingBlock
    from .thinking_block import ThinkingBlockDict as ThinkingBlockDict
    from .thinking_config import ThinkingConfig as ThinkingConfig
    from .thinking_config import ThinkingConfigDict as ThinkingConfigDict
    from .thinking_delta import ThinkingDelta as ThinkingDelta
    from .thinking_delta import ThinkingDeltaDict as ThinkingDeltaDict
    from .thinking_mode import ThinkingMode as ThinkingMode
    from .timestamp_granularity import TimestampGranularity as TimestampGranularity
    from .token_logprob import TokenLogprob as TokenLogprob
    from .token_logprob import TokenLogprobDict as TokenLogprobDict
    from .tool_call import ToolCall as ToolCall
    from .tool_call import ToolCallDict as ToolCallDict
    from .tool_call_delta import ToolCallDelta as ToolCallDelta
    from .tool_call_delta import ToolCallDeltaDict as ToolCallDeltaDict
    from .tool_call_type import ToolCallType as ToolCallType
    from .tool_choice_mode import ToolChoiceMode as ToolChoiceMode
    from .tool_input import ToolInput as ToolInput
    from .tool_message import ToolMessage as ToolMessage
    from .tool_message import ToolMessageDict as ToolMessageDict
    from .tool_name import ToolName as ToolName
    from .tool_name import ToolNameDict as ToolNameDict
    from .tool_result_block import ToolResultBlock as ToolResultBlock
    from .tool_result_block import ToolResultBlockDict as ToolResultBlockDict
    from .tool_use_block import ToolUseBlock as ToolUseBlock
    from .tool_use_block import ToolUseBlockDict as ToolUseBlockDict
    from .top_logprob import TopLogprob as TopLogprob
    from .top_logprob import TopLogprobDict as TopLogprobDict
    from .transcription import Transcription as Transcription
    from .transcription import TranscriptionDict as TranscriptionDict
    from .transcription_format import TranscriptionFormat as TranscriptionFormat
    from .transcription_request import TranscriptionRequest as TranscriptionRequest
    from .transcription_request import (
        TranscriptionRequestDict as TranscriptionRequestDict,
    )
    from .transcription_segment import TranscriptionSegment as TranscriptionSegment
    from .transcription_segment import (
        TranscriptionSegmentDict as TranscriptionSegmentDict,
    )
    from .transcription_word import TranscriptionWord as TranscriptionWord
    from .transcription_word import TranscriptionWordDict as TranscriptionWordDict
    from .translation_request import TranslationRequest as TranslationRequest
    from .translation_request import TranslationRequestDict as TranslationRequestDict
    from .url_citation import URLCitation as URLCitation
    from .url_citation import URLCitationDict as URLCitationDict
    from .url_citation_detail import URLCitationDetail as URLCitationDetail
    from .url_citation_detail import URLCitationDetailDict as URLCitationDetailDict
    from .usage import Usage as Usage
    from .usage import UsageDict as UsageDict
    from .user_location import UserLocation as UserLocation
    from .user_location import UserLocationDict as UserLocationDict
    from .user_location_detail import UserLocationDetail as UserLocationDetail
    from .user_location_detail import UserLocationDetailDict as UserLocationDetailDict
    from .user_message import UserMessage as UserMessage
    from .user_message import UserMessageDict as UserMessageDict
    from .verbosity import Verbosity as Verbosity
    from .video import Video as Video
    from .video import VideoDict as VideoDict
    from .video_aspect_ratio import VideoAspectRatio as VideoAspectRatio
    from .video_error import VideoError as VideoError
    from .video_error import VideoErrorDict as VideoErrorDict
    from .video_orientation import VideoOrientation as VideoOrientation
    from .video_remix_request import VideoRemixRequest as VideoRemixRequest
    from .video_remix_request import VideoRemixRequestDict as VideoRemixRequestDict
    from .video_request import VideoRequest as VideoRequest
    from .video_request import VideoRequestDict as VideoRequestDict
    from .video_size import VideoSize as VideoSize
    from .video_status import VideoStatus as VideoStatus
    from .video_task_request import VideoTaskRequest as VideoTaskRequest
    from .video_task_request import VideoTaskRequestDict as VideoTaskRequestDict
    from .video_url_content_part import VideoURLContentPart as VideoURLContentPart
    from .video_url_content_part import (
        VideoURLContentPartDict as VideoURLContentPartDict,
    )
    from .video_url_detail import VideoURLDetail as VideoURLDetail
    from .video_url_detail import VideoURLDetailDict as VideoURLDetailDict
    from .web_content_length import WebContentLength as WebContentLength
    from .web_search_options import WebSearchOptions as WebSearchOptions
    from .web_search_options import WebSearchOptionsDict as WebSearchOptionsDict
    from .web_source import WebSource as WebSource
    from .web_source import WebSourceDict as WebSourceDict

    ChatCompletionMessageParam: TypeAlias = (
        DeveloperMessageDict
        | SystemMessageDict
        | UserMessageDict
        | AssistantMessageDict
        | ToolMessageDict
        | FunctionMessageDict
        | ChatCompletionMessage
        | TextMessageDict
    )

    ContentPart: TypeAlias = (
        TextContentPartDict
        | ImageURLContentPartDict
        | VideoURLContentPartDict
        | InputAudioContentPartDict
        | FileContentPartDict
        | RefusalContentPartDict
    )

    ChatCompletionToolParam: TypeAlias = FunctionToolDict | CustomToolDict

    CustomToolFormat: TypeAlias = CustomToolFormatTextDict | CustomToolFormatGrammarDict

    ResponseFormat: TypeAlias = (
        ResponseFormatTextDict
        | ResponseFormatJSONObjectDict
        | ResponseFormatJSONSchemaDict
    )

    ContentBlockParam: TypeAlias = (
        TextBlockDict
        | ImageBlockDict
        | DocumentBlockDict
        | ToolUseBlockDict
        | ToolResultBlockDict
        | ThinkingBlockDict
        | RedactedThinkingBlockDict
    )

    ContentBlock: TypeAlias = (
        TextBlock
        | ToolUseBlock
        | ThinkingBlock
        | RedactedThinkingBlock
        | OtherContentBlock
    )

    MessageStreamEvent: TypeAlias = (
        MessageStartEvent
        | ContentBlockStartEvent
        | ContentBlockDeltaEvent
        | ContentBlockStopEvent
        | MessageDeltaEvent
        | MessageStopEvent
        | OtherMessageStreamEvent
    )

    ContentBlockDelta: TypeAlias = (
        TextDelta
        | InputJSONDelta
        | ThinkingDelta
        | SignatureDelta
        | CitationsDelta
        | OtherContentBlockDelta
    )

    ResponseTextFormat: TypeAlias = (
        ResponseFormatTextDict
        | ResponseFormatJSONObjectDict
        | ResponseTextFormatJSONSchemaDict
    )

    ResponseTool: TypeAlias = (
        ResponseFunctionToolDict
        | ResponseWebSearchToolDict
        | ResponseWebSearchPreviewToolDict
        | ResponseFileSearchToolDict
        | ResponseCodeInterpreterToolDict
    )

    ResponseInputItem: TypeAlias = (
        ResponseInputMessageDict
        | ResponseFunctionCallDict
        | ResponseFunctionCallOutputDict
        | ResponseReasoningItemDict
        | ResponseOutputMessage
    )

    ResponseInputContent: TypeAlias = (
        ResponseInputTextDict
        | ResponseInputImageDict
        | ResponseInputFileDict
        | ResponseOutputTextDict
        | ResponseOutputRefusalDict
    )

    ResponseOutputItem: TypeAlias = (
        ResponseOutputMessage
        | ResponseReasoningItem
        | ResponseFunctionCall
        | OtherResponseItem
    )

    ResponseOutputContent: TypeAlias = (
        ResponseOutputText | ResponseOutputRefusal | OtherResponseOutputContent
    )

    ResponseStreamEvent: TypeAlias = (
        ResponseCreatedEvent
        | ResponseQueuedEvent
        | ResponseInProgressEvent
        | ResponseCompletedEvent
        | ResponseIncompleteEvent
        | ResponseFailedEvent
        | ResponseOutputItemAddedEvent
        | ResponseOutputItemDoneEvent
        | ResponseContentPartAddedEvent
        | ResponseContentPartDoneEvent
        | ResponseTextDeltaEvent
        | ResponseTextDoneEvent
        | ResponseAnnotationAddedEvent
        | ResponseRefusalDeltaEvent
        | ResponseRefusalDoneEvent
        | ResponseArgumentsDeltaEvent
        | ResponseArgumentsDoneEvent
        | ResponseSummaryPartAddedEvent
        | ResponseSummaryPartDoneEvent
        | ResponseSummaryTextDeltaEvent
        | ResponseSummaryTextDoneEvent
        | ResponseReasoningTextDeltaEvent
        | ResponseReasoningTextDoneEvent
        | OtherResponseStreamEvent
    )

__all__ = [
    "AllowedTool",
    "AllowedTools",
    "AllowedToolsDict",
    "AllowedToolsMode",
    "AllowedToolsToolChoice",
    "AllowedToolsToolChoiceDict",
    "AssistantMessage",
    "AssistantMessageDict",
    "AudioConfig",
    "AudioConfigDict",
    "AudioData",
    "AudioDataDict",
    "AudioFormat",
    "AudioReference",
    "AudioReferenceDict",
    "AudioVoice",
    "AudioVoiceReference",
    "AudioVoiceReferenceDict",
    "BillingCredits",
    "BillingCreditsDict",
    "BlockSource",
    "BlockSourceDict",
    "BlockSourceType",
    "CacheControl",
    "CacheControlDict",
    "Character",
    "CharacterCreation",
    "CharacterCreationDict",
    "CharacterDict",
    "CharacterRequest",
    "CharacterRequestDict",
    "ChatCompletion",
    "ChatCompletionChoice",
    "ChatCompletionChoiceDict",
    "ChatCompletionChunk",
    "ChatCompletionChunkChoice",
    "ChatCompletionChunkChoiceDict",
    "ChatCompletionChunkDict",
    "ChatCompletionDelta",
    "ChatCompletionDeltaDict",
    "ChatCompletionDict",
    "ChatCompletionMessage",
    "ChatCompletionMessageDict",
    "ChatCompletionMessageParam",
    "ChatCompletionRequest",
    "ChatCompletionRequestDict",
    "ChatCompletionToolParam",
    "Citation",
    "CitationDict",
    "CitationsConfig",
    "CitationsConfigDict",
    "CitationsDelta",
    "CitationsDeltaDict",
    "CompletionTokensDetails",
    "CompletionTokensDetailsDict",
    "CompressionConfig",
    "CompressionConfigDict",
    "CompressionStrategy",
    "ContentBlock",
    "ContentBlockDelta",
    "ContentBlockDeltaEvent",
    "ContentBlockDeltaEventDict",
    "ContentBlockParam",
    "ContentBlockStartEvent",
    "ContentBlockStartEventDict",
    "ContentBlockStopEvent",
    "ContentBlockStopEventDict",
    "ContentPart",
    "CustomTool",
    "CustomToolCall",
    "CustomToolCallDict",
    "CustomToolDefinition",
    "CustomToolDefinitionDict",
    "CustomToolDict",
    "CustomToolFormat",
    "CustomToolFormatGrammar",
    "CustomToolFormatGrammarDict",
    "CustomToolFormatText",
    "CustomToolFormatTextDict",
    "CustomToolGrammar",
    "CustomToolGrammarDict",
    "DeveloperMessage",
    "DeveloperMessageDict",
    "DocumentBlock",
    "DocumentBlockDict",
    "Embedding",
    "EmbeddingDict",
    "EmbeddingEncodingFormat",
    "EmbeddingRequest",
    "EmbeddingRequestDict",
    "EmbeddingResponse",
    "EmbeddingResponseDict",
    "EmbeddingTask",
    "EmbeddingUsage",
    "EmbeddingUsageDict",
    "ErrorObject",
    "ErrorObjectDict",
    "ErrorResponse",
    "ErrorResponseDict",
    "FileContentPart",
    "FileContentPartDict",
    "FileDetail",
    "FileDetailDict",
    "FinishReason",
    "Function",
    "FunctionArguments",
    "FunctionCallMode",
    "FunctionCallOption",
    "FunctionCallOptionDict",
    "FunctionDefinition",
    "FunctionDefinitionDict",
    "FunctionDelta",
    "FunctionDeltaDict",
    "FunctionDict",
    "FunctionMessage",
    "FunctionMessageDict",
    "FunctionTool",
    "FunctionToolDict",
    "GoogleConfig",
    "GoogleConfigDict",
    "GoogleThinkingConfig",
    "GoogleThinkingConfigDict",
    "GrammarSyntax",
    "Image",
    "ImageBackground",
    "ImageBlock",
    "ImageBlockDict",
    "ImageDetail",
    "ImageDict",
    "ImageEditRequest",
    "ImageEditRequestDict",
    "ImageModeration",
    "ImageOutputFormat",
    "ImageQuality",
    "ImageRequest",
    "ImageRequestDict",
    "ImageResponseFormat",
    "ImagesResponse",
    "ImagesResponseDict",
    "ImageStyle",
    "ImageURLContentPart",
    "ImageURLContentPartDict",
    "ImageURLDetail",
    "ImageURLDetailDict",
    "ImageUsage",
    "ImageUsageDict",
    "InputAudioContentPart",
    "InputAudioContentPartDict",
    "InputAudioDetail",
    "InputAudioDetailDict",
    "InputAudioFormat",
    "InputFidelity",
    "InputJSONDelta",
    "InputJSONDeltaDict",
    "JSONSchema",
    "JSONSchemaFormat",
    "JSONSchemaFormatDict",
    "LatencyCheckpoint",
    "LatencyCheckpointDict",
    "LogitBias",
    "Logprobs",
    "LogprobsDict",
    "Message",
    "MessageDelta",
    "MessageDeltaDict",
    "MessageDeltaEvent",
    "MessageDeltaEventDict",
    "MessageDict",
    "MessageMetadata",
    "MessageMetadataDict",
    "MessageParam",
    "MessageParamDict",
    "MessagePart",
    "MessagePartDict",
    "MessageRequest",
    "MessageRequestDict",
    "MessageRole",
    "MessageStartEvent",
    "MessageStartEventDict",
    "MessageStopEvent",
    "MessageStopEventDict",
    "MessageStreamEvent",
    "MessageTool",
    "MessageToolChoice",
    "MessageToolChoiceDict",
    "MessageToolChoiceType",
    "MessageToolDict",
    "MessageUsage",
    "MessageUsageDict",
    "Metadata",
    "Modality",
    "Model",
    "ModelDict",
    "ModelList",
    "ModelListDict",
    "ModelPermission",
    "ModelPermissionDict",
    "ModelTier",
    "ModerationOptions",
    "ModerationOptionsDict",
    "NamedCustomToolChoice",
    "NamedCustomToolChoiceDict",
    "NamedFunctionToolChoice",
    "NamedFunctionToolChoiceDict",
    "OtherContentBlock",
    "OtherContentBlockDelta",
    "OtherContentBlockDeltaDict",
    "OtherContentBlockDict",
    "OtherContentPart",
    "OtherContentPartDict",
    "OtherCustomToolFormat",
    "OtherCustomToolFormatDict",
    "OtherMessageStreamEvent",
    "OtherMessageStreamEventDict",
    "OtherResponseContent",
    "OtherResponseContentDict",
    "OtherResponseFormat",
    "OtherResponseFormatDict",
    "OtherResponseItem",
    "OtherResponseItemDict",
    "OtherResponseOutputContent",
    "OtherResponseOutputContentDict",
    "OtherResponseStreamEvent",
    "OtherResponseStreamEventDict",
    "OtherResponseTool",
    "OtherResponseToolDict",
    "OtherTool",
    "OtherToolChoice",
    "OtherToolChoiceDict",
    "OtherToolDict",
    "PaygCredits",
    "PaygCreditsDict",
    "PredictionContent",
    "PredictionContentDict",
    "PromptCacheBreakpoint",
    "PromptCacheBreakpointDict",
    "PromptCacheMode",
    "PromptCacheOptions",
    "PromptCacheOptionsDict",
    "PromptCacheRetention",
    "PromptTokensDetails",
    "PromptTokensDetailsDict",
    "ReasoningConfig",
    "ReasoningConfigDict",
    "ReasoningDetail",
    "ReasoningDetailDict",
    "ReasoningEffort",
    "ReasoningSummary",
    "Recommendation",
    "RecommendationBudget",
    "RecommendationDict",
    "RecommendationTask",
    "RecommendedAlternative",
    "RecommendedAlternativeDict",
    "RedactedThinkingBlock",
    "RedactedThinkingBlockDict",
    "RefusalContentPart",
    "RefusalContentPartDict",
    "RerankDocument",
    "RerankDocumentDict",
    "RerankRequest",
    "RerankRequestDict",
    "RerankResponse",
    "RerankResponseDict",
    "RerankResult",
    "RerankResultDict",
    "RerankUsage",
    "RerankUsageDict",
    "Response",
    "ResponseAnnotation",
    "ResponseAnnotationAddedEvent",
    "ResponseAnnotationAddedEventDict",
    "ResponseAnnotationDict",
    "ResponseArgumentsDeltaEvent",
    "ResponseArgumentsDeltaEventDict",
    "ResponseArgumentsDoneEvent",
    "ResponseArgumentsDoneEventDict",
    "ResponseCodeInterpreterTool",
    "ResponseCodeInterpreterToolDict",
    "ResponseCompletedEvent",
    "ResponseCompletedEventDict",
    "ResponseContentPartAddedEvent",
    "ResponseContentPartAddedEventDict",
    "ResponseContentPartDoneEvent",
    "ResponseContentPartDoneEventDict",
    "ResponseCreatedEvent",
    "ResponseCreatedEventDict",
    "ResponseDict",
    "ResponseFailedEvent",
    "ResponseFailedEventDict",
    "ResponseFileSearchTool",
    "ResponseFileSearchToolDict",
    "ResponseFormat",
    "ResponseFormatJSONObject",
    "ResponseFormatJSONObjectDict",
    "ResponseFormatJSONSchema",
    "ResponseFormatJSONSchemaDict",
    "ResponseFormatText",
    "ResponseFormatTextDict",
    "ResponseFunctionCall",
    "ResponseFunctionCallDict",
    "ResponseFunctionCallOutput",
    "ResponseFunctionCallOutputDict",
    "ResponseFunctionTool",
    "ResponseFunctionToolDict",
    "ResponseIncompleteDetails",
    "ResponseIncompleteDetailsDict",
    "ResponseIncompleteEvent",
    "ResponseIncompleteEventDict",
    "ResponseInProgressEvent",
    "ResponseInProgressEventDict",
    "ResponseInputContent",
    "ResponseInputFile",
    "ResponseInputFileDict",
    "ResponseInputImage",
    "ResponseInputImageDict",
    "ResponseInputItem",
    "ResponseInputMessage",
    "ResponseInputMessageDict",
    "ResponseInputText",
    "ResponseInputTextDict",
    "ResponseInputTokensDetails",
    "ResponseInputTokensDetailsDict",
    "ResponseItemStatus",
    "ResponseOutputContent",
    "ResponseOutputItem",
    "ResponseOutputItemAddedEvent",
    "ResponseOutputItemAddedEventDict",
    "ResponseOutputItemDoneEvent",
    "ResponseOutputItemDoneEventDict",
    "ResponseOutputMessage",
    "ResponseOutputMessageDict",
    "ResponseOutputRefusal",
    "ResponseOutputRefusalDict",
    "ResponseOutputText",
    "ResponseOutputTextDict",
    "ResponseOutputTokensDetails",
    "ResponseOutputTokensDetailsDict",
    "ResponseQueuedEvent",
    "ResponseQueuedEventDict",
    "ResponseReasoningConfig",
    "ResponseReasoningConfigDict",
    "ResponseReasoningItem",
    "ResponseReasoningItemDict",
    "ResponseReasoningText",
    "ResponseReasoningTextDeltaEvent",
    "ResponseReasoningTextDeltaEventDict",
    "ResponseReasoningTextDict",
    "ResponseReasoningTextDoneEvent",
    "ResponseReasoningTextDoneEventDict",
    "ResponseRefusalDeltaEvent",
    "ResponseRefusalDeltaEventDict",
    "ResponseRefusalDoneEvent",
    "ResponseRefusalDoneEventDict",
    "ResponseRequest",
    "ResponseRequestDict",
    "ResponseRole",
    "ResponseStatus",
    "ResponseStreamEvent",
    "ResponseSummaryPartAddedEvent",
    "ResponseSummaryPartAddedEventDict",
    "ResponseSummaryPartDoneEvent",
    "ResponseSummaryPartDoneEventDict",
    "ResponseSummaryText",
    "ResponseSummaryTextDeltaEvent",
    "ResponseSummaryTextDeltaEventDict",
    "ResponseSummaryTextDict",
    "ResponseSummaryTextDoneEvent",
    "ResponseSummaryTextDoneEventDict",
    "ResponseTextConfig",
    "ResponseTextConfigDict",
    "ResponseTextDeltaEvent",
    "ResponseTextDeltaEventDict",
    "ResponseTextDoneEvent",
    "ResponseTextDoneEventDict",
    "ResponseTextFormat",
    "ResponseTextFormatJSONSchema",
    "ResponseTextFormatJSONSchemaDict",
    "ResponseTool",
    "ResponseToolChoice",
    "ResponseToolChoiceDict",
    "ResponseToolSettings",
    "ResponseTruncation",
    "ResponseUsage",
    "ResponseUsageDict",
    "ResponseVerbosity",
    "ResponseWebSearchPreviewTool",
    "ResponseWebSearchPreviewToolDict",
    "ResponseWebSearchTool",
    "ResponseWebSearchToolDict",
    "SearchContextSize",
    "ServiceTier",
    "SignatureDelta",
    "SignatureDeltaDict",
    "SpeechFormat",
    "SpeechRequest",
    "SpeechRequestDict",
    "SpeechVoice",
    "StopReason",
    "StreamOptions",
    "StreamOptionsDict",
    "SubscriptionCredits",
    "SubscriptionCreditsDict",
    "SubscriptionPlan",
    "SubscriptionStatus",
    "SystemMessage",
    "SystemMessageDict",
    "TextBlock",
    "TextBlockDict",
    "TextContentPart",
    "TextContentPartDict",
    "TextDelta",
    "TextDeltaDict",
    "TextMessage",
    "TextMessageDict",
    "ThinkingBlock",
    "ThinkingBlockDict",
    "ThinkingConfig",
    "ThinkingConfigDict",
    "ThinkingDelta",
    "ThinkingDeltaDict",
    "ThinkingMode",
    "TimestampGranularity",
    "TokenLogprob",
    "TokenLogprobDict",
    "ToolCall",
    "ToolCallDelta",
    "ToolCallDeltaDict",
    "ToolCallDict",
    "ToolCallType",
    "ToolChoiceMode",
    "ToolInput",
    "ToolMessage",
    "ToolMessageDict",
    "ToolName",
    "ToolNameDict",
    "ToolResultBlock",
    "ToolResultBlockDict",
    "ToolUseBlock",
    "ToolUseBlockDict",
    "TopLogprob",
    "TopLogprobDict",
    "Transcription",
    "TranscriptionDict",
    "TranscriptionFormat",
    "TranscriptionRequest",
    "TranscriptionRequestDict",
    "TranscriptionSegment",
    "TranscriptionSegmentDict",
    "TranscriptionWord",
    "TranscriptionWordDict",
    "TranslationRequest",
    "TranslationRequestDict",
    "URLCitation",
    "URLCitationDetail",
    "URLCitationDetailDict",
    "URLCitationDict",
    "Usage",
    "UsageDict",
    "UserLocation",
    "UserLocationDetail",
    "UserLocationDetailDict",
    "UserLocationDict",
    "UserMessage",
    "UserMessageDict",
    "Verbosity",
    "Video",
    "VideoAspectRatio",
    "VideoDict",
    "VideoError",
    "VideoErrorDict",
    "VideoOrientation",
    "VideoRemixRequest",
    "VideoRemixRequestDict",
    "VideoRequest",
    "VideoRequestDict",
    "VideoSize",
    "VideoStatus",
    "VideoTaskRequest",
    "VideoTaskRequestDict",
    "VideoURLContentPart",
    "VideoURLContentPartDict",
    "VideoURLDetail",
    "VideoURLDetailDict",
    "WebContentLength",
    "WebSearchOptions",
    "WebSearchOptionsDict",
    "WebSource",
    "WebSourceDict",
]

_MODULES = {
    "AllowedTool": "allowed_tool",
    "AllowedTools": "allowed_tools",
    "AllowedToolsDict": "allowed_tools",
    "AllowedToolsMode": "allowed_tools_mode",
    "AllowedToolsToolChoice": "allowed_tools_tool_choice",
    "AllowedToolsToolChoiceDict": "allowed_tools_tool_choice",
    "AssistantMessage": "assistant_message",
    "AssistantMessageDict": "assistant_message",
    "AudioConfig": "audio_config",
    "AudioConfigDict": "audio_config",
    "AudioData": "audio_data",
    "AudioDataDict": "audio_data",
    "AudioFormat": "audio_format",
    "AudioReference": "audio_reference",
    "AudioReferenceDict": "audio_reference",
    "AudioVoice": "audio_voice",
    "AudioVoiceReference": "audio_voice_reference",
    "AudioVoiceReferenceDict": "audio_voice_reference",
    "BillingCredits": "billing_credits",
    "BillingCreditsDict": "billing_credits",
    "BlockSource": "block_source",
    "BlockSourceDict": "block_source",
    "BlockSourceType": "block_source_type",
    "CacheControl": "cache_control",
    "CacheControlDict": "cache_control",
    "Character": "character",
    "CharacterCreation": "character_creation",
    "CharacterCreationDict": "character_creation",
    "CharacterDict": "character",
    "CharacterRequest": "character_request",
    "CharacterRequestDict": "character_request",
    "ChatCompletion": "chat_completion",
    "ChatCompletionChoice": "chat_completion_choice",
    "ChatCompletionChoiceDict": "chat_completion_choice",
    "ChatCompletionChunk": "chat_completion_chunk",
    "ChatCompletionChunkChoice": "chat_completion_chunk_choice",
    "ChatCompletionChunkChoiceDict": "chat_completion_chunk_choice",
    "ChatCompletionChunkDict": "chat_completion_chunk",
    "ChatCompletionDelta": "chat_completion_delta",
    "ChatCompletionDeltaDict": "chat_completion_delta",
    "ChatCompletionDict": "chat_completion",
    "ChatCompletionMessage": "chat_completion_message",
    "ChatCompletionMessageDict": "chat_completion_message",
    "ChatCompletionRequest": "chat_completion_request",
    "ChatCompletionRequestDict": "chat_completion_request",
    "Citation": "citation",
    "CitationDict": "citation",
    "CitationsConfig": "citations_config",
    "CitationsConfigDict": "citations_config",
    "CitationsDelta": "citations_delta",
    "CitationsDeltaDict": "citations_delta",
    "CompletionTokensDetails": "completion_tokens_details",
    "CompletionTokensDetailsDict": "completion_tokens_details",
    "CompressionConfig": "compression_config",
    "CompressionConfigDict": "compression_config",
    "CompressionStrategy": "compression_strategy",
    "ContentBlockDeltaEvent": "content_block_delta_event",
    "ContentBlockDeltaEventDict": "content_block_delta_event",
    "ContentBlockStartEvent": "content_block_start_event",
    "ContentBlockStartEventDict": "content_block_start_event",
    "ContentBlockStopEvent": "content_block_stop_event",
    "ContentBlockStopEventDict": "content_block_stop_event",
    "CustomTool": "custom_tool",
    "CustomToolCall": "custom_tool_call",
    "CustomToolCallDict": "custom_tool_call",
    "CustomToolDefinition": "custom_tool_definition",
    "CustomToolDefinitionDict": "custom_tool_definition",
    "CustomToolDict": "custom_tool",
    "CustomToolFormatGrammar": "custom_tool_format_grammar",
    "CustomToolFormatGrammarDict": "custom_tool_format_grammar",
    "CustomToolFormatText": "custom_tool_format_text",
    "CustomToolFormatTextDict": "custom_tool_format_text",
    "CustomToolGrammar": "custom_tool_grammar",
    "CustomToolGrammarDict": "custom_tool_grammar",
    "DeveloperMessage": "developer_message",
    "DeveloperMessageDict": "developer_message",
    "DocumentBlock": "document_block",
    "DocumentBlockDict": "document_block",
    "Embedding": "embedding",
    "EmbeddingDict": "embedding",
    "EmbeddingEncodingFormat": "embedding_encoding_format",
    "EmbeddingRequest": "embedding_request",
    "EmbeddingRequestDict": "embedding_request",
    "EmbeddingResponse": "embedding_response",
    "EmbeddingResponseDict": "embedding_response",
    "EmbeddingTask": "embedding_task",
    "EmbeddingUsage": "embedding_usage",
    "EmbeddingUsageDict": "embedding_usage",
    "ErrorObject": "error_object",
    "ErrorObjectDict": "error_object",
    "ErrorResponse": "error_response",
    "ErrorResponseDict": "error_response",
    "FileContentPart": "file_content_part",
    "FileContentPartDict": "file_content_part",
    "FileDetail": "file_detail",
    "FileDetailDict": "file_detail",
    "FinishReason": "finish_reason",
    "Function": "function",
    "FunctionArguments": "function_arguments",
    "FunctionCallMode": "function_call_mode",
    "FunctionCallOption": "function_call_option",
    "FunctionCallOptionDict": "function_call_option",
    "FunctionDefinition": "function_definition",
    "FunctionDefinitionDict": "function_definition",
    "FunctionDelta": "function_delta",
    "FunctionDeltaDict": "function_delta",
    "FunctionDict": "function",
    "FunctionMessage": "function_message",
    "FunctionMessageDict": "function_message",
    "FunctionTool": "function_tool",
    "FunctionToolDict": "function_tool",
    "GoogleConfig": "google_config",
    "GoogleConfigDict": "google_config",
    "GoogleThinkingConfig": "google_thinking_config",
    "GoogleThinkingConfigDict": "google_thinking_config",
    "GrammarSyntax": "grammar_syntax",
    "Image": "image",
    "ImageBackground": "image_background",
    "ImageBlock": "image_block",
    "ImageBlockDict": "image_block",
    "ImageDetail": "image_detail",
    "ImageDict": "image",
    "ImageEditRequest": "image_edit_request",
    "ImageEditRequestDict": "image_edit_request",
    "ImageModeration": "image_moderation",
    "ImageOutputFormat": "image_output_format",
    "ImageQuality": "image_quality",
    "ImageRequest": "image_request",
    "ImageRequestDict": "image_request",
    "ImageResponseFormat": "image_response_format",
    "ImagesResponse": "images_response",
    "ImagesResponseDict": "images_response",
    "ImageStyle": "image_style",
    "ImageURLContentPart": "image_url_content_part",
    "ImageURLContentPartDict": "image_url_content_part",
    "ImageURLDetail": "image_url_detail",
    "ImageURLDetailDict": "image_url_detail",
    "ImageUsage": "image_usage",
    "ImageUsageDict": "image_usage",
    "InputAudioContentPart": "input_audio_content_part",
    "InputAudioContentPartDict": "input_audio_content_part",
    "InputAudioDetail": "input_audio_detail",
    "InputAudioDetailDict": "input_audio_detail",
    "InputAudioFormat": "input_audio_format",
    "InputFidelity": "input_fidelity",
    "InputJSONDelta": "input_json_delta",
    "InputJSONDeltaDict": "input_json_delta",
    "JSONSchema": "json_schema",
    "JSONSchemaFormat": "json_schema_format",
    "JSONSchemaFormatDict": "json_schema_format",
    "LatencyCheckpoint": "latency_checkpoint",
    "LatencyCheckpointDict": "latency_checkpoint",
    "LogitBias": "logit_bias",
    "Logprobs": "logprobs",
    "LogprobsDict": "logprobs",
    "Message": "message",
    "MessageDelta": "message_delta",
    "MessageDeltaDict": "message_delta",
    "MessageDeltaEvent": "message_delta_event",
    "MessageDeltaEventDict": "message_delta_event",
    "MessageDict": "message",
    "MessageMetadata": "message_metadata",
    "MessageMetadataDict": "message_metadata",
    "MessageParam": "message_param",
    "MessageParamDict": "message_param",
    "MessagePart": "message_part",
    "MessagePartDict": "message_part",
    "MessageRequest": "message_request",
    "MessageRequestDict": "message_request",
    "MessageRole": "message_role",
    "MessageStartEvent": "message_start_event",
    "MessageStartEventDict": "message_start_event",
    "MessageStopEvent": "message_stop_event",
    "MessageStopEventDict": "message_stop_event",
    "MessageTool": "message_tool",
    "MessageToolChoice": "message_tool_choice",
    "MessageToolChoiceDict": "message_tool_choice",
    "MessageToolChoiceType": "message_tool_choice_type",
    "MessageToolDict": "message_tool",
    "MessageUsage": "message_usage",
    "MessageUsageDict": "message_usage",
    "Metadata": "metadata",
    "Modality": "modality",
    "Model": "model",
    "ModelDict": "model",
    "ModelList": "model_list",
    "ModelListDict": "model_list",
    "ModelPermission": "model_permission",
    "ModelPermissionDict": "model_permission",
    "ModelTier": "model_tier",
    "ModerationOptions": "moderation_options",
    "ModerationOptionsDict": "moderation_options",
    "NamedCustomToolChoice": "named_custom_tool_choice",
    "NamedCustomToolChoiceDict": "named_custom_tool_choice",
    "NamedFunctionToolChoice": "named_function_tool_choice",
    "NamedFunctionToolChoiceDict": "named_function_tool_choice",
    "OtherContentBlock": "other_content_block",
    "OtherContentBlockDelta": "other_content_block_delta",
    "OtherContentBlockDeltaDict": "other_content_block_delta",
    "OtherContentBlockDict": "other_content_block",
    "OtherContentPart": "other_content_part",
    "OtherContentPartDict": "other_content_part",
    "OtherCustomToolFormat": "other_custom_tool_format",
    "OtherCustomToolFormatDict": "other_custom_tool_format",
    "OtherMessageStreamEvent": "other_message_stream_event",
    "OtherMessageStreamEventDict": "other_message_stream_event",
    "OtherResponseContent": "other_response_content",
    "OtherResponseContentDict": "other_response_content",
    "OtherResponseFormat": "other_response_format",
    "OtherResponseFormatDict": "other_response_format",
    "OtherResponseItem": "other_response_item",
    "OtherResponseItemDict": "other_response_item",
    "OtherResponseOutputContent": "other_response_output_content",
    "OtherResponseOutputContentDict": "other_response_output_content",
    "OtherResponseStreamEvent": "other_response_stream_event",
    "OtherResponseStreamEventDict": "other_response_stream_event",
    "OtherResponseTool": "other_response_tool",
    "OtherResponseToolDict": "other_response_tool",
    "OtherTool": "other_tool",
    "OtherToolChoice": "other_tool_choice",
    "OtherToolChoiceDict": "other_tool_choice",
    "OtherToolDict": "other_tool",
    "PaygCredits": "payg_credits",
    "PaygCreditsDict": "payg_credits",
    "PredictionContent": "prediction_content",
    "PredictionContentDict": "prediction_content",
    "PromptCacheBreakpoint": "prompt_cache_breakpoint",
    "PromptCacheBreakpointDict": "prompt_cache_breakpoint",
    "PromptCacheMode": "prompt_cache_mode",
    "PromptCacheOptions": "prompt_cache_options",
    "PromptCacheOptionsDict": "prompt_cache_options",
    "PromptCacheRetention": "prompt_cache_retention",
    "PromptTokensDetails": "prompt_tokens_details",
    "PromptTokensDetailsDict": "prompt_tokens_details",
    "ReasoningConfig": "reasoning_config",
    "ReasoningConfigDict": "reasoning_config",
    "ReasoningDetail": "reasoning_detail",
    "ReasoningDetailDict": "reasoning_detail",
    "ReasoningEffort": "reasoning_effort",
    "ReasoningSummary": "reasoning_summary",
    "Recommendation": "recommendation",
    "RecommendationBudget": "recommendation_budget",
    "RecommendationDict": "recommendation",
    "RecommendationTask": "recommendation_task",
    "RecommendedAlternative": "recommended_alternative",
    "RecommendedAlternativeDict": "recommended_alternative",
    "RedactedThinkingBlock": "redacted_thinking_block",
    "RedactedThinkingBlockDict": "redacted_thinking_block",
    "RefusalContentPart": "refusal_content_part",
    "RefusalContentPartDict": "refusal_content_part",
    "RerankDocument": "rerank_document",
    "RerankDocumentDict": "rerank_document",
    "RerankRequest": "rerank_request",
    "RerankRequestDict": "rerank_request",
    "RerankResponse": "rerank_response",
    "RerankResponseDict": "rerank_response",
    "RerankResult": "rerank_result",
    "RerankResultDict": "rerank_result",
    "RerankUsage": "rerank_usage",
    "RerankUsageDict": "rerank_usage",
    "Response": "response",
    "ResponseAnnotation": "response_annotation",
    "ResponseAnnotationAddedEvent": "response_annotation_added_event",
    "ResponseAnnotationAddedEventDict": "response_annotation_added_event",
    "ResponseAnnotationDict": "response_annotation",
    "ResponseArgumentsDeltaEvent": "response_arguments_delta_event",
    "ResponseArgumentsDeltaEventDict": "response_arguments_delta_event",
    "ResponseArgumentsDoneEvent": "response_arguments_done_event",
    "ResponseArgumentsDoneEventDict": "response_arguments_done_event",
    "ResponseCodeInterpreterTool": "response_code_interpreter_tool",
    "ResponseCodeInterpreterToolDict": "response_code_interpreter_tool",
    "ResponseCompletedEvent": "response_completed_event",
    "ResponseCompletedEventDict": "response_completed_event",
    "ResponseContentPartAddedEvent": "response_content_part_added_event",
    "ResponseContentPartAddedEventDict": "response_content_part_added_event",
    "ResponseContentPartDoneEvent": "response_content_part_done_event",
    "ResponseContentPartDoneEventDict": "response_content_part_done_event",
    "ResponseCreatedEvent": "response_created_event",
    "ResponseCreatedEventDict": "response_created_event",
    "ResponseDict": "response",
    "ResponseFailedEvent": "response_failed_event",
    "ResponseFailedEventDict": "response_failed_event",
    "ResponseFileSearchTool": "response_file_search_tool",
    "ResponseFileSearchToolDict": "response_file_search_tool",
    "ResponseFormatJSONObject": "response_format_json_object",
    "ResponseFormatJSONObjectDict": "response_format_json_object",
    "ResponseFormatJSONSchema": "response_format_json_schema",
    "ResponseFormatJSONSchemaDict": "response_format_json_schema",
    "ResponseFormatText": "response_format_text",
    "ResponseFormatTextDict": "response_format_text",
    "ResponseFunctionCall": "response_function_call",
    "ResponseFunctionCallDict": "response_function_call",
    "ResponseFunctionCallOutput": "response_function_call_output",
    "ResponseFunctionCallOutputDict": "response_function_call_output",
    "ResponseFunctionTool": "response_function_tool",
    "ResponseFunctionToolDict": "response_function_tool",
    "ResponseIncompleteDetails": "response_incomplete_details",
    "ResponseIncompleteDetailsDict": "response_incomplete_details",
    "ResponseIncompleteEvent": "response_incomplete_event",
    "ResponseIncompleteEventDict": "response_incomplete_event",
    "ResponseInProgressEvent": "response_in_progress_event",
    "ResponseInProgressEventDict": "response_in_progress_event",
    "ResponseInputFile": "response_input_file",
    "ResponseInputFileDict": "response_input_file",
    "ResponseInputImage": "response_input_image",
    "ResponseInputImageDict": "response_input_image",
    "ResponseInputMessage": "response_input_message",
    "ResponseInputMessageDict": "response_input_message",
    "ResponseInputText": "response_input_text",
    "ResponseInputTextDict": "response_input_text",
    "ResponseInputTokensDetails": "response_input_tokens_details",
    "ResponseInputTokensDetailsDict": "response_input_tokens_details",
    "ResponseItemStatus": "response_item_status",
    "ResponseOutputItemAddedEvent": "response_output_item_added_event",
    "ResponseOutputItemAddedEventDict": "response_output_item_added_event",
    "ResponseOutputItemDoneEvent": "response_output_item_done_event",
    "ResponseOutputItemDoneEventDict": "response_output_item_done_event",
    "ResponseOutputMessage": "response_output_message",
    "ResponseOutputMessageDict": "response_output_message",
    "ResponseOutputRefusal": "response_output_refusal",
    "ResponseOutputRefusalDict": "response_output_refusal",
    "ResponseOutputText": "response_output_text",
    "ResponseOutputTextDict": "response_output_text",
    "ResponseOutputTokensDetails": "response_output_tokens_details",
    "ResponseOutputTokensDetailsDict": "response_output_tokens_details",
    "ResponseQueuedEvent": "response_queued_event",
    "ResponseQueuedEventDict": "response_queued_event",
    "ResponseReasoningConfig": "response_reasoning_config",
    "ResponseReasoningConfigDict": "response_reasoning_config",
    "ResponseReasoningItem": "response_reasoning_item",
    "ResponseReasoningItemDict": "response_reasoning_item",
    "ResponseReasoningText": "response_reasoning_text",
    "ResponseReasoningTextDeltaEvent": "response_reasoning_text_delta_event",
    "ResponseReasoningTextDeltaEventDict": "response_reasoning_text_delta_event",
    "ResponseReasoningTextDict": "response_reasoning_text",
    "ResponseReasoningTextDoneEvent": "response_reasoning_text_done_event",
    "ResponseReasoningTextDoneEventDict": "response_reasoning_text_done_event",
    "ResponseRefusalDeltaEvent": "response_refusal_delta_event",
    "ResponseRefusalDeltaEventDict": "response_refusal_delta_event",
    "ResponseRefusalDoneEvent": "response_refusal_done_event",
    "ResponseRefusalDoneEventDict": "response_refusal_done_event",
    "ResponseRequest": "response_request",
    "ResponseRequestDict": "response_request",
    "ResponseRole": "response_role",
    "ResponseStatus": "response_status",
    "ResponseSummaryPartAddedEvent": "response_summary_part_added_event",
    "ResponseSummaryPartAddedEventDict": "response_summary_part_added_event",
    "ResponseSummaryPartDoneEvent": "response_summary_part_done_event",
    "ResponseSummaryPartDoneEventDict": "response_summary_part_done_event",
    "ResponseSummaryText": "response_summary_text",
    "ResponseSummaryTextDeltaEvent": "response_summary_text_delta_event",
    "ResponseSummaryTextDeltaEventDict": "response_summary_text_delta_event",
    "ResponseSummaryTextDict": "response_summary_text",
    "ResponseSummaryTextDoneEvent": "response_summary_text_done_event",
    "ResponseSummaryTextDoneEventDict": "response_summary_text_done_event",
    "ResponseTextConfig": "response_text_config",
    "ResponseTextConfigDict": "response_text_config",
    "ResponseTextDeltaEvent": "response_text_delta_event",
    "ResponseTextDeltaEventDict": "response_text_delta_event",
    "ResponseTextDoneEvent": "response_text_done_event",
    "ResponseTextDoneEventDict": "response_text_done_event",
    "ResponseTextFormatJSONSchema": "response_text_format_json_schema",
    "ResponseTextFormatJSONSchemaDict": "response_text_format_json_schema",
    "ResponseToolChoice": "response_tool_choice",
    "ResponseToolChoiceDict": "response_tool_choice",
    "ResponseToolSettings": "response_tool_settings",
    "ResponseTruncation": "response_truncation",
    "ResponseUsage": "response_usage",
    "ResponseUsageDict": "response_usage",
    "ResponseVerbosity": "response_verbosity",
    "ResponseWebSearchPreviewTool": "response_web_search_preview_tool",
    "ResponseWebSearchPreviewToolDict": "response_web_search_preview_tool",
    "ResponseWebSearchTool": "response_web_search_tool",
    "ResponseWebSearchToolDict": "response_web_search_tool",
    "SearchContextSize": "search_context_size",
    "ServiceTier": "service_tier",
    "SignatureDelta": "signature_delta",
    "SignatureDeltaDict": "signature_delta",
    "SpeechFormat": "speech_format",
    "SpeechRequest": "speech_request",
    "SpeechRequestDict": "speech_request",
    "SpeechVoice": "speech_voice",
    "StopReason": "stop_reason",
    "StreamOptions": "stream_options",
    "StreamOptionsDict": "stream_options",
    "SubscriptionCredits": "subscription_credits",
    "SubscriptionCreditsDict": "subscription_credits",
    "SubscriptionPlan": "subscription_plan",
    "SubscriptionStatus": "subscription_status",
    "SystemMessage": "system_message",
    "SystemMessageDict": "system_message",
    "TextBlock": "text_block",
    "TextBlockDict": "text_block",
    "TextContentPart": "text_content_part",
    "TextContentPartDict": "text_content_part",
    "TextDelta": "text_delta",
    "TextDeltaDict": "text_delta",
    "TextMessage": "text_message",
    "TextMessageDict": "text_message",
    "ThinkingBlock": "thinking_block",
    "ThinkingBlockDict": "thinking_block",
    "ThinkingConfig": "thinking_config",
    "ThinkingConfigDict": "thinking_config",
    "ThinkingDelta": "thinking_delta",
    "ThinkingDeltaDict": "thinking_delta",
    "ThinkingMode": "thinking_mode",
    "TimestampGranularity": "timestamp_granularity",
    "TokenLogprob": "token_logprob",
    "TokenLogprobDict": "token_logprob",
    "ToolCall": "tool_call",
    "ToolCallDelta": "tool_call_delta",
    "ToolCallDeltaDict": "tool_call_delta",
    "ToolCallDict": "tool_call",
    "ToolCallType": "tool_call_type",
    "ToolChoiceMode": "tool_choice_mode",
    "ToolInput": "tool_input",
    "ToolMessage": "tool_message",
    "ToolMessageDict": "tool_message",
    "ToolName": "tool_name",
    "ToolNameDict": "tool_name",
    "ToolResultBlock": "tool_result_block",
    "ToolResultBlockDict": "tool_result_block",
    "ToolUseBlock": "tool_use_block",
    "ToolUseBlockDict": "tool_use_block",
    "TopLogprob": "top_logprob",
    "TopLogprobDict": "top_logprob",
    "Transcription": "transcription",
    "TranscriptionDict": "transcription",
    "TranscriptionFormat": "transcription_format",
    "TranscriptionRequest": "transcription_request",
    "TranscriptionRequestDict": "transcription_request",
    "TranscriptionSegment": "transcription_segment",
    "TranscriptionSegmentDict": "transcription_segment",
    "TranscriptionWord": "transcription_word",
    "TranscriptionWordDict": "transcription_word",
    "TranslationRequest": "translation_request",
    "TranslationRequestDict": "translation_request",
    "URLCitation": "url_citation",
    "URLCitationDetail": "url_citation_detail",
    "URLCitationDetailDict": "url_citation_detail",
    "URLCitationDict": "url_citation",
    "Usage": "usage",
    "UsageDict": "usage",
    "UserLocation": "user_location",
    "UserLocationDetail": "user_location_detail",
    "UserLocationDetailDict": "user_location_detail",
    "UserLocationDict": "user_location",
    "UserMessage": "user_message",
    "UserMessageDict": "user_message",
    "Verbosity": "verbosity",
    "Video": "video",
    "VideoAspectRatio": "video_aspect_ratio",
    "VideoDict": "video",
    "VideoError": "video_error",
    "VideoErrorDict": "video_error",
    "VideoOrientation": "video_orientation",
    "VideoRemixRequest": "video_remix_request",
    "VideoRemixRequestDict": "video_remix_request",
    "VideoRequest": "video_request",
    "VideoRequestDict": "video_request",
    "VideoSize": "video_size",
    "VideoStatus": "video_status",
    "VideoTaskRequest": "video_task_request",
    "VideoTaskRequestDict": "video_task_request",
    "VideoURLContentPart": "video_url_content_part",
    "VideoURLContentPartDict": "video_url_content_part",
    "VideoURLDetail": "video_url_detail",
    "VideoURLDetailDict": "video_url_detail",
    "WebContentLength": "web_content_length",
    "WebSearchOptions": "web_search_options",
    "WebSearchOptionsDict": "web_search_options",
    "WebSource": "web_source",
    "WebSourceDict": "web_source",
}

_UNIONS: dict[str, tuple[str, ...]] = {
    "ChatCompletionMessageParam": (
        "DeveloperMessageDict",
        "SystemMessageDict",
        "UserMessageDict",
        "AssistantMessageDict",
        "ToolMessageDict",
        "FunctionMessageDict",
        "ChatCompletionMessage",
        "TextMessageDict",
    ),
    "ContentPart": (
        "TextContentPartDict",
        "ImageURLContentPartDict",
        "VideoURLContentPartDict",
        "InputAudioContentPartDict",
        "FileContentPartDict",
        "RefusalContentPartDict",
    ),
    "ChatCompletionToolParam": (
        "FunctionToolDict",
        "CustomToolDict",
    ),
    "CustomToolFormat": (
        "CustomToolFormatTextDict",
        "CustomToolFormatGrammarDict",
    ),
    "ResponseFormat": (
        "ResponseFormatTextDict",
        "ResponseFormatJSONObjectDict",
        "ResponseFormatJSONSchemaDict",
    ),
    "ContentBlockParam": (
        "TextBlockDict",
        "ImageBlockDict",
        "DocumentBlockDict",
        "ToolUseBlockDict",
        "ToolResultBlockDict",
        "ThinkingBlockDict",
        "RedactedThinkingBlockDict",
    ),
    "ContentBlock": (
        "TextBlock",
        "ToolUseBlock",
        "ThinkingBlock",
        "RedactedThinkingBlock",
        "OtherContentBlock",
    ),
    "MessageStreamEvent": (
        "MessageStartEvent",
        "ContentBlockStartEvent",
        "ContentBlockDeltaEvent",
        "ContentBlockStopEvent",
        "MessageDeltaEvent",
        "MessageStopEvent",
        "OtherMessageStreamEvent",
    ),
    "ContentBlockDelta": (
        "TextDelta",
        "InputJSONDelta",
        "ThinkingDelta",
        "SignatureDelta",
        "CitationsDelta",
        "OtherContentBlockDelta",
    ),
    "ResponseTextFormat": (
        "ResponseFormatTextDict",
        "ResponseFormatJSONObjectDict",
        "ResponseTextFormatJSONSchemaDict",
    ),
    "ResponseTool": (
        "ResponseFunctionToolDict",
        "ResponseWebSearchToolDict",
        "ResponseWebSearchPreviewToolDict",
        "ResponseFileSearchToolDict",
        "ResponseCodeInterpreterToolDict",
    ),
    "ResponseInputItem": (
        "ResponseInputMessageDict",
        "ResponseFunctionCallDict",
        "ResponseFunctionCallOutputDict",
        "ResponseReasoningItemDict",
        "ResponseOutputMessage",
    ),
    "ResponseInputContent": (
        "ResponseInputTextDict",
        "ResponseInputImageDict",
        "ResponseInputFileDict",
        "ResponseOutputTextDict",
        "ResponseOutputRefusalDict",
    ),
    "ResponseOutputItem": (
        "ResponseOutputMessage",
        "ResponseReasoningItem",
        "ResponseFunctionCall",
        "OtherResponseItem",
    ),
    "ResponseOutputContent": (
        "ResponseOutputText",
        "ResponseOutputRefusal",
        "OtherResponseOutputContent",
    ),
    "ResponseStreamEvent": (
        "ResponseCreatedEvent",
        "ResponseQueuedEvent",
        "ResponseInProgressEvent",
        "ResponseCompletedEvent",
        "ResponseIncompleteEvent",
        "ResponseFailedEvent",
        "ResponseOutputItemAddedEvent",
        "ResponseOutputItemDoneEvent",
        "ResponseContentPartAddedEvent",
        "ResponseContentPartDoneEvent",
        "ResponseTextDeltaEvent",
        "ResponseTextDoneEvent",
        "ResponseAnnotationAddedEvent",
        "ResponseRefusalDeltaEvent",
        "ResponseRefusalDoneEvent",
        "ResponseArgumentsDeltaEvent",
        "ResponseArgumentsDoneEvent",
        "ResponseSummaryPartAddedEvent",
        "ResponseSummaryPartDoneEvent",
        "ResponseSummaryTextDeltaEvent",
        "ResponseSummaryTextDoneEvent",
        "ResponseReasoningTextDeltaEvent",
        "ResponseReasoningTextDoneEvent",
        "OtherResponseStreamEvent",
    ),
}


def __getattr__(name: str) -> Any:
    value: Any
    if name in _MODULES:
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    elif name in _UNIONS:
        members: list[Any] = [__getattr__(member) for member in _UNIONS[name]]
        value = reduce(lambda union, member: union | member, members)
        if any(map(is_typeddict, members)):
            value = as_what_it_is(value)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
