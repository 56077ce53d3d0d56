"""Which status the codes and types of errors stand for, as APIs and gateways spell them."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["BASE_RESP", "status_of"]


def status_of(name: object) -> int | None:
    """Return the status that a code stands for, however it is spelled: ``InvalidParameter``."""
    return _STATUSES.get(_SEPARATORS.sub("", name.lower())) if isinstance(name, str) else None


_SEPARATORS = re.compile("[ _.-]")


# The codes and types of errors that stand for one status: those of the spec ("Errors"), then
# those that the providers behind the gateway, and other gateways, are known to send.
_STATUSES: Mapping[str, int] = {
    _SEPARATORS.sub("", name): status
    for status, names in {
        400: "invalid_request_error content_policy_error"
        " invalid_request bad_request bad_request_error invalid_argument invalid_prompt"
        " context_length_exceeded content_filter content_policy_violation content_blocked"
        " prompt_blocked moderation_blocked data_inspection_failed sensitive_words_detected"
        " responsible_ai_policy_violation content_moderation content_moderated content_rejected"
        " prohibited_content moderation_error invalid_parameter invalid_parameter_error"
        " invalid_text_request invalid_value validation_error exceed_context_size_error"
        " unsupported_parameter unsupported_value unknown_parameter missing_required_parameter"
        " string_above_max_length array_above_max_length invalid_image_format invalid_image_url"
        " invalid_function_parameters failed_precondition out_of_range sensitive_content_detected"
        " input_text_sensitive_content_detected output_text_sensitive_content_detected",
        401: "authentication_error auth_error invalid_api_key unauthenticated unauthorized"
        " invalid_authentication_error incorrect_api_key_error",
        402: "billing_error insufficient_balance quota_exceeded payment_required"
        " insufficient_credits insufficient_funds insufficient_user_quota out_of_credits"
        " insufficient_credit credits_exhausted billing_hard_limit_reached arrearage"
        " pre_consume_token_quota_failed budget_exceeded exceeded_current_quota_error"
        " account_overdue_error",
        403: "permission_error permission_denied forbidden access_denied model_access_denied",
        404: "model_not_found not_found_error not_found resource_not_found_error",
        408: "timeout request_timeout timeout_error",
        413: "request_too_large",
        422: "unprocessable_entity unprocessable_entity_error",
        429: "rate_limit_error rate_limit_exceeded insufficient_quota resource_exhausted"
        " rate_limit rate_limited too_many_requests throttling throttling_exception"
        " throttling_rate_quota throttling_allocation_quota throttling_error"
        " rate_limit_reached_error request_burst_too_fast",
        500: "server_error internal_error api_error internal_server_error internal",
        502: "upstream_error network_error",
        503: "service_unavailable model_overloaded insufficient_system_resource unavailable"
        " overloaded engine_overloaded engine_overloaded_error server_overloaded",
        504: "deadline_exceeded",
        529: "overloaded_error",
    }.items()
    for name in names.split()
}

# The codes of MiniMax's `base_resp`; 0 stands for success.
BASE_RESP: Mapping[int, int] = {
    **dict.fromkeys((1026, 1027, 1039, 2013), 400),
    **dict.fromkeys((1004, 2049), 401),
    **dict.fromkeys((1000, 1013), 500),
    1001: 408,
    1002: 429,
    1008: 402,
}
