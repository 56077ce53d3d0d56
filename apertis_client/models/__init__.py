# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""Every schema of the spec by name; each module loads when a name of it is first used."""

from functools import reduce
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

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
    from .completion_tokens_details import (
        CompletionTokensDetails as CompletionTokensDetails,
    )
    from .completion_tokens_details import (
        CompletionTokensDetailsDict as CompletionTokensDetailsDict,
    )
    from .compression_config import CompressionConfig as CompressionConfig
    from .compression_config import CompressionConfigDict as CompressionConfigDict
    from .compression_strategy import CompressionStrategy as CompressionStrategy
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
    from .message_part import MessagePart as MessagePart
    from .message_part import MessagePartDict as MessagePartDict
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
    from .other_content_part import OtherContentPart as OtherContentPart
    from .other_content_part import OtherContentPartDict as OtherContentPartDict
    from .other_custom_tool_format import OtherCustomToolFormat as OtherCustomToolFormat
    from .other_custom_tool_format import (
        OtherCustomToolFormatDict as OtherCustomToolFormatDict,
    )
    from .other_response_format import OtherResponseFormat as OtherResponseFormat
    from .other_response_format import (
        OtherResponseFormatDict as OtherResponseFormatDict,
    )
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
    from .search_context_size import SearchContextSize as SearchContextSize
    from .service_tier import ServiceTier as ServiceTier
    from .speech_format import SpeechFormat as SpeechFormat
    from .speech_request import SpeechRequest as SpeechRequest
    from .speech_request import SpeechRequestDict as SpeechRequestDict
    from .speech_voice import SpeechVoice as SpeechVoice
    from .stream_options import StreamOptions as StreamOptions
    from .stream_options import StreamOptionsDict as StreamOptionsDict
    from .subscription_credits import SubscriptionCredits as SubscriptionCredits
    from .subscription_credits import SubscriptionCreditsDict as SubscriptionCreditsDict
    from .subscription_plan import SubscriptionPlan as SubscriptionPlan
    from .subscription_status import SubscriptionStatus as SubscriptionStatus
    from .system_message import SystemMessage as SystemMessage
    from .system_message import SystemMessageDict as SystemMessageDict
    from .text_content_part import TextContentPart as TextContentPart
    from .text_content_part import TextContentPartDict as TextContentPartDict
    from .thinking_config import ThinkingConfig as ThinkingConfig
    from .thinking_config import ThinkingConfigDict as ThinkingConfigDict
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
    from .tool_message import ToolMessage as ToolMessage
    from .tool_message import ToolMessageDict as ToolMessageDict
    from .tool_name import ToolName as ToolName
    from .tool_name import ToolNameDict as ToolNameDict
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
        | MessageDict
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
    "CompletionTokensDetails",
    "CompletionTokensDetailsDict",
    "CompressionConfig",
    "CompressionConfigDict",
    "CompressionStrategy",
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
    "JSONSchema",
    "JSONSchemaFormat",
    "JSONSchemaFormatDict",
    "LatencyCheckpoint",
    "LatencyCheckpointDict",
    "LogitBias",
    "Logprobs",
    "LogprobsDict",
    "Message",
    "MessageDict",
    "MessagePart",
    "MessagePartDict",
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
    "OtherContentPart",
    "OtherContentPartDict",
    "OtherCustomToolFormat",
    "OtherCustomToolFormatDict",
    "OtherResponseFormat",
    "OtherResponseFormatDict",
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
    "ResponseFormat",
    "ResponseFormatJSONObject",
    "ResponseFormatJSONObjectDict",
    "ResponseFormatJSONSchema",
    "ResponseFormatJSONSchemaDict",
    "ResponseFormatText",
    "ResponseFormatTextDict",
    "SearchContextSize",
    "ServiceTier",
    "SpeechFormat",
    "SpeechRequest",
    "SpeechRequestDict",
    "SpeechVoice",
    "StreamOptions",
    "StreamOptionsDict",
    "SubscriptionCredits",
    "SubscriptionCreditsDict",
    "SubscriptionPlan",
    "SubscriptionStatus",
    "SystemMessage",
    "SystemMessageDict",
    "TextContentPart",
    "TextContentPartDict",
    "ThinkingConfig",
    "ThinkingConfigDict",
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
    "ToolMessage",
    "ToolMessageDict",
    "ToolName",
    "ToolNameDict",
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
    "CompletionTokensDetails": "completion_tokens_details",
    "CompletionTokensDetailsDict": "completion_tokens_details",
    "CompressionConfig": "compression_config",
    "CompressionConfigDict": "compression_config",
    "CompressionStrategy": "compression_strategy",
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
    "JSONSchema": "json_schema",
    "JSONSchemaFormat": "json_schema_format",
    "JSONSchemaFormatDict": "json_schema_format",
    "LatencyCheckpoint": "latency_checkpoint",
    "LatencyCheckpointDict": "latency_checkpoint",
    "LogitBias": "logit_bias",
    "Logprobs": "logprobs",
    "LogprobsDict": "logprobs",
    "Message": "message",
    "MessageDict": "message",
    "MessagePart": "message_part",
    "MessagePartDict": "message_part",
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
    "OtherContentPart": "other_content_part",
    "OtherContentPartDict": "other_content_part",
    "OtherCustomToolFormat": "other_custom_tool_format",
    "OtherCustomToolFormatDict": "other_custom_tool_format",
    "OtherResponseFormat": "other_response_format",
    "OtherResponseFormatDict": "other_response_format",
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
    "ResponseFormatJSONObject": "response_format_json_object",
    "ResponseFormatJSONObjectDict": "response_format_json_object",
    "ResponseFormatJSONSchema": "response_format_json_schema",
    "ResponseFormatJSONSchemaDict": "response_format_json_schema",
    "ResponseFormatText": "response_format_text",
    "ResponseFormatTextDict": "response_format_text",
    "SearchContextSize": "search_context_size",
    "ServiceTier": "service_tier",
    "SpeechFormat": "speech_format",
    "SpeechRequest": "speech_request",
    "SpeechRequestDict": "speech_request",
    "SpeechVoice": "speech_voice",
    "StreamOptions": "stream_options",
    "StreamOptionsDict": "stream_options",
    "SubscriptionCredits": "subscription_credits",
    "SubscriptionCreditsDict": "subscription_credits",
    "SubscriptionPlan": "subscription_plan",
    "SubscriptionStatus": "subscription_status",
    "SystemMessage": "system_message",
    "SystemMessageDict": "system_message",
    "TextContentPart": "text_content_part",
    "TextContentPartDict": "text_content_part",
    "ThinkingConfig": "thinking_config",
    "ThinkingConfigDict": "thinking_config",
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
    "ToolMessage": "tool_message",
    "ToolMessageDict": "tool_message",
    "ToolName": "tool_name",
    "ToolNameDict": "tool_name",
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
        "MessageDict",
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
}


def __getattr__(name: str) -> Any:
    value: Any
    if name in _MODULES:
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    elif name in _UNIONS:
        members: list[Any] = [__getattr__(member) for member in _UNIONS[name]]
        value = reduce(lambda union, member: union | member, members)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
